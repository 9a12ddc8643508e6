//! Files that were set aside: what was wrong with each, and what to do.

use egui::Ui;

use crate::i18n::Message;
use crate::i18n::date_and_time;
use crate::i18n::local;
use crate::i18n::messages::archive as say;
use crate::records::Aside;
use crate::records::Reason;
use crate::ui::Cx;
use crate::ui::prepare::time_zone;
use crate::ui::widgets;
use crate::ui::widgets::Button;

/// How many more are shown at a time.
const STEP: usize = 50;

/// Draws the list, the newest first; `more` counts how often more of it was asked for.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, files: &[Aside], more: &mut usize) {
    let (theme, lang) = (cx.theme, cx.lang);
    widgets::soft(ui, theme, &say::aside_text().text(lang));
    if files.is_empty() {
        widgets::card(ui, theme, |ui| widgets::body(ui, theme, &say::aside_none().text(lang)));
        return;
    }
    let zone = time_zone();
    let shown = (*more + 1) * STEP;
    for file in files.iter().take(shown) {
        ui.push_id(&file.digest, |ui| {
            widgets::card(ui, theme, |ui| {
                ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
                widgets::strong(ui, theme, &file.name);
                widgets::body(ui, theme, &reason(&file.reason).text(lang));
                let at = date_and_time(lang, &local(file.at, &zone));
                widgets::caption(ui, theme, &say::aside_came(at, file.by.as_str()).text(lang));
            });
        });
    }
    if files.len() > shown {
        let text = say::show_more(files.len() - shown).text(lang);
        if ui.add(Button::plain(theme, text)).clicked() {
            *more += 1;
        }
    }
}

/// Why a file was set aside, and what can be done about it at this screen.
pub(super) fn reason(reason: &Reason) -> Message {
    match reason {
        Reason::Rehearsal => say::aside_rehearsal(),
        reason => reason.message(),
    }
}
