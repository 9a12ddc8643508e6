//! How everything is kept: one person's own data and their erasure, how long registers stay, copies, and the log.

mod copies_ui;
mod erasing;
mod key;
mod log_ui;
mod person_ui;
mod retention_ui;

use egui::Ui;

use crate::i18n::messages::archive;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::records::keeping::copies_ui::Copies;
use crate::ui::records::keeping::log_ui::Log;
use crate::ui::records::keeping::person_ui::PersonData;
use crate::ui::records::keeping::retention_ui::Retaining;
use crate::ui::widgets;
use crate::ui::widgets::Field;

/// The parts of the screen by which the records are kept, with what each needs.
#[derive(Debug, Default)]
pub(super) struct Keeping {
    pub(super) person: PersonData,
    pub(super) retaining: Retaining,
    pub(super) copies: Copies,
    pub(super) log: Log,
}

impl Keeping {
    /// Gives the keyboard to the search for a person, when its part is opened.
    pub(super) fn begin(&mut self) {
        self.person.begin();
    }

    /// Takes in what is done; whether the records have changed.
    pub(super) fn take_results(&mut self, cx: &Cx<'_>, out: &mut Actions) -> bool {
        let has_erased = self.person.take_results(cx, out);
        let has_swept = self.retaining.take_results(cx, out);
        has_erased | has_swept | self.copies.take_results(cx, out)
    }
}

/// Who does it, as the log will tell: asked for before anything can be done.
fn who_ui(ui: &mut Ui, cx: &Cx<'_>, who: &mut String) {
    let (theme, lang) = (cx.theme, cx.lang);
    Field::new(theme, &archive::who().text(lang)).width(420.0).limit(80).show(ui, who);
    if who.trim().is_empty() {
        widgets::caption(ui, theme, &archive::who_first().text(lang));
    }
}
