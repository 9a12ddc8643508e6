//! Whether everything that is kept is still there, byte for byte.

use egui::Ui;

use crate::i18n::Message;
use crate::i18n::messages::archive as say;
use crate::i18n::messages::desk;
use crate::i18n::messages::records;
use crate::records::By;
use crate::records::Damage;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::Soundness;
use crate::ui::Cx;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// Most damaged files that are told one by one.
const MOST_TOLD: usize = 30;

/// The part with what it found.
#[derive(Debug, Default)]
pub(super) struct CheckPart {
    job: Option<Job<Result<Soundness, RecordsError>>>,
    found: Option<Result<Soundness, Message>>,
}

impl CheckPart {
    /// Takes in what was found; whether the records may have changed.
    pub(super) fn take_result(&mut self, cx: &Cx<'_>) -> bool {
        self.found = Some(match finished(&mut self.job) {
            Some(Ok(Ok(found))) => Ok(found),
            Some(Ok(Err(error))) => Err(error.message(cx.lang)),
            Some(Err(_stopped)) => Err(desk::work_stopped()),
            None => return false,
        });
        true
    }

    /// Draws the part; `who` does it, as the log will tell it.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, who: &str) {
        let (theme, lang) = (cx.theme, cx.lang);
        widgets::section(ui, theme, &say::check_title().text(lang), |ui| {
            widgets::soft(ui, theme, &say::check_text().text(lang));
            ui.add_space(theme.grid);
            let check = Button::plain(theme, say::check_now().text(lang));
            if ui.add_enabled(self.job.is_none(), check).clicked() {
                self.found = None;
                let name = if who.is_empty() { "?" } else { who }.to_owned();
                let (data, at) = (cx.data.clone(), cx.clock.now());
                let work = move |_: &_| Records::open(&data)?.check(By { name: &name, at });
                self.job = Some(Job::start(ui.ctx(), "records-check", work));
            }
            if self.job.is_some() {
                widgets::soft(ui, theme, &say::check_working().text(lang));
            }
            match &self.found {
                Some(Ok(soundness)) => found_ui(ui, cx, soundness),
                Some(Err(error)) => widgets::marked(ui, theme, Tone::Bad, &error.text(lang)),
                None => {}
            }
        });
    }
}

fn found_ui(ui: &mut Ui, cx: &Cx<'_>, soundness: &Soundness) {
    let (theme, lang) = (cx.theme, cx.lang);
    if soundness.recovered > 0 {
        widgets::body(ui, theme, &records::check_recovered(soundness.recovered).text(lang));
    }
    let damages = &soundness.damages;
    if damages.is_empty() {
        widgets::marked(ui, theme, Tone::Good, &records::checked(soundness.registers).text(lang));
    } else {
        let words = say::check_damaged(damages.len(), soundness.registers);
        widgets::marked(ui, theme, Tone::Bad, &words.text(lang));
    }
    for (digest, damage) in damages.iter().take(MOST_TOLD) {
        let words = match damage {
            Damage::Missing => records::check_missing(digest.as_str()),
            Damage::Changed => records::check_changed(digest.as_str()),
        };
        widgets::error_line(ui, theme, &words.text(lang));
    }
}
