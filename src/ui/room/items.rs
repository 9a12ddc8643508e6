//! Development items: what the room says is written down, reworded, dropped.

use egui::Ui;

use crate::i18n::messages::common;
use crate::i18n::messages::console;
use crate::session::Command;
use crate::session::ItemId;
use crate::session::Place;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::room::parts::entered;
use crate::ui::room::view::View;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::body;
use crate::ui::widgets::caption;
use crate::ui::widgets::card;

/// The note being written, and the item being reworded.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    note: String,
    rewording: Option<(ItemId, String)>,
    wants_focus: bool,
}

impl Draft {
    /// Sends the keyboard to the note.
    pub(crate) fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// Draws the note and the items.
    pub(crate) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
        let theme = cx.theme;
        let label = view.say(console::item_new());
        let help = view.say(console::item_help());
        let response =
            Field::new(theme, &label).help(&help).limit(500).id(egui::Id::unique("item note")).show(ui, &mut self.note);
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        let is_entered = entered(&response);
        let has_words = !self.note.trim().is_empty();
        let button = Button::primary(theme, view.say(console::item_save())).key("Enter");
        if ui.add_enabled(has_words, button).clicked() || (is_entered && has_words) {
            let step = match &view.state.place {
                Place::Step(id) => Some(id.clone()),
                _ => None,
            };
            out.session(Command::NoteItem { text: self.note.trim().to_owned(), step });
            self.note.clear();
            // The next thing the room says follows at once.
            response.request_focus();
        }
        ui.add_space(theme.grid);
        if view.state.items.is_empty() {
            caption(ui, theme, &view.say(console::items_none()));
        }
        for item in view.state.items.values().rev() {
            card(ui, theme, |ui| {
                if let Some((id, text)) = &mut self.rewording
                    && *id == item.id
                {
                    let label = view.say(console::item_reword());
                    let response = Field::new(theme, &label).limit(500).show(ui, text);
                    let mut is_over = false;
                    ui.horizontal(|ui| {
                        let save = ui.add(Button::primary(theme, view.say(console::save()))).clicked();
                        if (save || entered(&response)) && !text.trim().is_empty() {
                            out.session(Command::ChangeItem { item: item.id, text: text.trim().to_owned() });
                            is_over = true;
                        }
                        is_over |= ui.add(Button::quiet(theme, view.say(common::cancel()))).clicked();
                    });
                    if is_over {
                        self.rewording = None;
                    }
                    return;
                }
                body(ui, theme, &item.text);
                let step = item.step.as_ref().and_then(|id| view.step_called(id));
                let place = step.map(|step| format!(" · {}", view.step_title(step))).unwrap_or_default();
                caption(ui, theme, &format!("{}{place}", view.clock(item.at)));
                ui.horizontal(|ui| {
                    let words = view.say(console::item_change());
                    let name = format!("{words}: {}", item.text);
                    if ui.add(Button::quiet(theme, words)).accessible_name(name).clicked() {
                        self.rewording = Some((item.id, item.text.clone()));
                    }
                    let words = view.say(console::item_drop());
                    let name = format!("{words}: {}", item.text);
                    if ui.add(Button::quiet(theme, words)).accessible_name(name).clicked() {
                        out.session(Command::DropItem { item: item.id });
                    }
                });
            });
        }
    }
}
