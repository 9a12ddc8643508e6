//! Putting right who has signed in, before the course begins: correct, merge, remove, restore.

use egui::Ui;

use crate::i18n::messages::console;
use crate::i18n::messages::phones as say;
use crate::session::ParticipantId;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::room::roster::Amend;
use crate::ui::room::view::View;
use crate::ui::widgets;
use crate::ui::widgets::Button;

/// Which row is chosen, and what is being put right in it.
#[derive(Debug, Default)]
pub(super) struct Rows {
    chosen: Option<ParticipantId>,
    amend: Option<Amend>,
}

impl Rows {
    /// Chooses a row, or lets go of it.
    pub(super) fn choose(&mut self, participant: ParticipantId) {
        self.chosen = (self.chosen != Some(participant)).then_some(participant);
    }

    /// Whether a dialog lies over the screen.
    pub(super) fn has_dialog(&self) -> bool {
        self.amend.is_some()
    }

    /// What can be done with the chosen row.
    pub(super) fn actions(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>) {
        let theme = cx.theme;
        let Some(person) = self.chosen.and_then(|id| view.state.participants.get(&id)).filter(|one| one.stands())
        else {
            widgets::caption(ui, theme, &view.say(say::row_hint()));
            return;
        };
        widgets::strong(ui, theme, &person.details.name);
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::plain(theme, view.say(console::correct_row()))).clicked() {
                self.amend = Some(Amend::correct(view, person));
            }
            if ui.add(Button::plain(theme, view.say(console::merge_row()))).clicked() {
                self.amend = Some(Amend::merge(person));
            }
            if ui.add(Button::danger(theme, view.say(console::remove_row()))).clicked() {
                self.amend = Some(Amend::remove(person));
            }
        });
        ui.add_space(theme.grid);
    }

    /// Rows that were taken off the register, each with the way back.
    pub(super) fn removed(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>) {
        let removed: Vec<_> = view.state.participants.values().filter(|one| one.removed.is_some()).collect();
        if removed.is_empty() {
            return;
        }
        let theme = cx.theme;
        ui.add_space(theme.grid);
        widgets::section(ui, theme, &view.say(say::removed_rows()), |ui| {
            widgets::caption(ui, theme, &view.say(say::removed_explained()));
            for person in removed {
                ui.horizontal_wrapped(|ui| {
                    widgets::body(ui, theme, &person.details.name);
                    widgets::soft(ui, theme, &person.details.company);
                    if ui.add(Button::plain(theme, view.say(console::restore_row()))).clicked() {
                        self.amend = Some(Amend::restore(person));
                    }
                });
            }
        });
    }

    /// Draws the dialog while something is being put right.
    pub(super) fn dialog(&mut self, ui: &Ui, cx: &Cx<'_>, view: View<'_>, version: u64, out: &mut Actions) {
        Amend::show_over(&mut self.amend, ui, cx, view, version, out);
    }
}
