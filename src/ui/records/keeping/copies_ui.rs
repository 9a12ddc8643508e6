//! Copying the records to another disk, and bringing them back from a copy.

use egui::Ui;

use crate::i18n::Message;
use crate::i18n::messages::desk;
use crate::i18n::messages::keeping as say;
use crate::i18n::messages::records;
use crate::records::By;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::Restored;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::pick::PathPicker;
use crate::ui::pick::Wanted;
use crate::ui::records::keeping::who_ui;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// The folders that were chosen, and what is being done.
#[derive(Debug, Default)]
pub(in crate::ui::records) struct Copies {
    to: PathPicker,
    from: PathPicker,
    replaces: bool,
    working: Option<Job<Result<Done, RecordsError>>>,
    error: Option<Message>,
}

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Done {
    BackedUp(usize),
    Restored(Restored),
}

impl Copies {
    /// Takes in what is done; whether the records have changed.
    pub(in crate::ui::records) fn take_results(&mut self, cx: &Cx<'_>, out: &mut Actions) -> bool {
        match finished(&mut self.working) {
            Some(Ok(Ok(Done::BackedUp(registers)))) => out.push(Action::Notice(say::backed_up(registers))),
            Some(Ok(Ok(Done::Restored(Restored { registers, erased_since })))) => {
                out.push(Action::Notice(say::restored(registers)));
                if erased_since > 0 {
                    out.push(Action::Problem(records::restored_erased(erased_since)));
                }
                // Nothing that was read of the records before is true any more.
                out.push(Action::Go(Box::new(Route::Records(Default::default()))));
            }
            Some(Ok(Err(RecordsError::NotEmpty { path }))) => {
                let is_here = path == Records::folder(cx.data);
                self.error = Some(if is_here { say::restore_not_empty() } else { say::backup_not_empty() });
            }
            Some(Ok(Err(error))) => self.error = Some(error.message(cx.lang)),
            Some(Err(_stopped)) => self.error = Some(desk::work_stopped()),
            None => return false,
        }
        true
    }

    /// Draws the part.
    pub(in crate::ui::records) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, who: &mut String) {
        let (theme, lang) = (cx.theme, cx.lang);
        if let Some(error) = &self.error {
            widgets::toned(ui, theme, Tone::Bad, |ui| widgets::marked(ui, theme, Tone::Bad, &error.text(lang)));
        }
        who_ui(ui, cx, who);
        let may = self.working.is_none() && !who.trim().is_empty();
        let (mut wants_copy, mut wants_back) = (false, false);
        widgets::section(ui, theme, &say::backup_title().text(lang), |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            widgets::soft(ui, theme, &say::backup_text().text(lang));
            self.to.show(ui, theme, lang, &say::backup_folder().text(lang), &Wanted::Folder, None);
            let button = Button::plain(theme, say::backup_now().text(lang));
            wants_copy = ui.add_enabled(may && self.to.path().is_some(), button).clicked();
        });
        widgets::section(ui, theme, &say::restore_title().text(lang), |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            widgets::soft(ui, theme, &say::restore_text().text(lang));
            self.from.show(ui, theme, lang, &say::restore_folder().text(lang), &Wanted::Folder, None);
            widgets::check(ui, theme, &mut self.replaces, &say::restore_replaces().text(lang));
            let button = Button::danger(theme, say::restore_now().text(lang));
            wants_back = ui.add_enabled(may && self.from.path().is_some(), button).clicked();
        });
        if self.working.is_some() {
            widgets::soft(ui, theme, &say::copies_working().text(lang));
        }
        let (data, at, who) = (cx.data.clone(), cx.clock.now(), who.trim().to_owned());
        if let (true, Some(to)) = (wants_copy, self.to.path()) {
            self.error = None;
            self.working = Some(Job::start(ui.ctx(), "records-backup", move |_| {
                Records::open(&data)?.back_up(&to, By { name: &who, at }).map(Done::BackedUp)
            }));
        } else if let (true, Some(from)) = (wants_back, self.from.path()) {
            self.error = None;
            let replaces = self.replaces;
            self.working = Some(Job::start(ui.ctx(), "records-restore", move |_| {
                Records::restore(&data, &from, replaces, By { name: &who, at }).map(Done::Restored)
            }));
        }
    }
}
