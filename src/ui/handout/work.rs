//! What the panel does off the window's thread.

use std::sync::Arc;

use crate::engine::layout;
use crate::i18n::messages::desk;
use crate::i18n::messages::mail as say;
use crate::mail::Again;
use crate::mail::Ledger;
use crate::mail::Letter;
use crate::mail::Mailing;
use crate::mail::Material;
use crate::mail::Patience;
use crate::mail::Recipient;
use crate::mail::Report;
use crate::mail::send;
use crate::mail::write_drafts;
use crate::ui::Cx;
use crate::ui::Running;
use crate::ui::handout::Panel;
use crate::ui::work::Job;
use crate::ui::work::finished;

impl Panel {
    pub(super) fn open(&mut self, context: &egui::Context, running: &Running) {
        self.is_open = true;
        self.folder.text = layout::mail(&running.snapshot.folder).display().to_string();
        self.read_ledger(context, running);
    }

    fn read_ledger(&mut self, context: &egui::Context, running: &Running) {
        let path = Ledger::path(&running.snapshot.folder);
        self.reading = Some(Job::start(context, "mail-read", move |_| Ok(Ledger::load(path)?)));
    }

    pub(super) fn write(&mut self, context: &egui::Context, cx: &Cx<'_>, running: &Running, list: Vec<Recipient>) {
        let Some(folder) = self.folder.path() else { return };
        self.drafts = None;
        let snapshot = Arc::clone(&running.snapshot);
        let (letter, now) = (Letter::new(&snapshot.state, &cx.settings.mail), cx.clock.now());
        self.writing = Some(Job::start(context, "mail-drafts", move |handle| {
            handle.report(0.1, say::making_material());
            let material = Material::print(&snapshot.state, &snapshot.folder)?;
            write_drafts(&folder, &letter, &material, &list, Ledger::path(&snapshot.folder), now)
        }));
    }

    pub(super) fn send(&mut self, context: &egui::Context, cx: &Cx<'_>, running: &Running, list: &[Recipient]) {
        (self.report, self.has_stopped) = (None, false);
        let (snapshot, recipients) = (Arc::clone(&running.snapshot), list.to_vec());
        let (account, clock) = (cx.settings.mail.clone(), Arc::clone(cx.clock));
        let password = self.password.clone();
        let again = if self.again { Again::Unsure } else { Again::No };
        self.sending = Some(Job::start(context, "mail-send", move |handle| {
            let material = match Material::print(&snapshot.state, &snapshot.folder) {
                Ok(material) => material,
                Err(trouble) => return Report { outcomes: Vec::new(), stopped: Some(trouble) },
            };
            let mailing = Mailing {
                letter: Letter::new(&snapshot.state, &account),
                account,
                password,
                material,
                recipients,
                ledger: Ledger::path(&snapshot.folder),
                again,
                patience: Patience::default(),
            };
            let mut progress = |at: crate::mail::Progress<'_>| {
                let share = at.number.saturating_sub(1) as f32 / at.of.max(1) as f32;
                handle.report(share, say::sending(at.number, at.of, at.address));
            };
            send(&mailing, clock.as_ref(), &mut progress, &|| handle.is_cancelled())
        }));
    }

    pub(super) fn take_results(&mut self, context: &egui::Context, running: &Running) {
        match finished(&mut self.reading) {
            Some(Ok(Ok(ledger))) => (self.ledger, self.unread) = (Some(ledger), None),
            Some(Ok(Err(trouble))) => (self.ledger, self.unread) = (None, Some(trouble.message())),
            Some(Err(_stopped)) => (self.ledger, self.unread) = (None, Some(desk::work_stopped())),
            None => {}
        }
        let written = finished(&mut self.writing);
        let sent = finished(&mut self.sending);
        if written.is_some() || sent.is_some() {
            self.read_ledger(context, running);
        }
        if let Some(written) = written {
            let outcome = written.map_err(|_stopped| desk::work_stopped());
            self.drafts = Some(outcome.and_then(|drafts| drafts.map_err(|trouble| trouble.message())));
        }
        if let Some(sent) = sent {
            self.again = false;
            match sent {
                Ok(report) => self.report = Some(report),
                Err(_stopped) => self.has_stopped = true,
            }
        }
    }
}
