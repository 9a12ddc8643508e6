//! Development items: what the room says is written down, reworded, dropped.

use egui::Ui;

use crate::i18n::messages::common;
use crate::i18n::messages::console;
use crate::session::Command;
use crate::session::ItemId;
use crate::session::Place;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::room::asking::Asking;
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
    /// The note that the session is asked to take.
    noted: String,
    noting: Asking,
    rewording: Option<Rewording>,
    wants_focus: bool,
}

/// An item's new words, kept until the session has them.
#[derive(Debug)]
struct Rewording {
    item: ItemId,
    text: String,
    asking: Asking,
}

impl Draft {
    /// Sends the keyboard to the note.
    pub(crate) fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// Draws the note and the items.
    pub(crate) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
        let theme = cx.theme;
        if self.noting.is_stored(ui)
            && let Some(next) = self.note.strip_prefix(&self.noted)
        {
            // What was typed meanwhile is the next note already.
            self.note = next.to_owned();
        }
        if self.rewording.as_mut().is_some_and(|rewording| rewording.asking.is_stored(ui)) {
            self.rewording = None;
        }
        let label = view.say(console::item_new());
        let help = view.say(console::item_help());
        let response =
            Field::new(theme, &label).help(&help).limit(500).id(egui::Id::unique("item note")).show(ui, &mut self.note);
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        let is_entered = entered(&response);
        let can_save = !self.note.trim().is_empty() && !self.noting.is_busy();
        let button = Button::primary(theme, view.say(console::item_save())).key("Enter");
        if ui.add_enabled(can_save, button).clicked() || (is_entered && can_save) {
            let step = match &view.state.place {
                Place::Step(id) => Some(id.clone()),
                _ => None,
            };
            self.noted.clone_from(&self.note);
            self.noting.start(ui, cx, Command::NoteItem { text: self.note.trim().to_owned(), step });
            // The next thing the room says follows at once.
            response.request_focus();
        }
        self.noting.trouble(ui, cx, view.state, view.lang);
        ui.add_space(theme.grid);
        if view.state.items.is_empty() {
            caption(ui, theme, &view.say(console::items_none()));
        }
        for item in view.state.items.values().rev() {
            card(ui, theme, |ui| {
                if let Some(rewording) = self.rewording.as_mut().filter(|rewording| rewording.item == item.id) {
                    if rewording.show(ui, cx, view) {
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
                        self.rewording =
                            Some(Rewording { item: item.id, text: item.text.clone(), asking: Asking::default() });
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

impl Rewording {
    /// Draws the field; true once it is given up.
    fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>) -> bool {
        let theme = cx.theme;
        let label = view.say(console::item_reword());
        let is_busy = self.asking.is_busy();
        let field = |ui: &mut Ui| Field::new(theme, &label).limit(500).show(ui, &mut self.text);
        let response = ui.add_enabled_ui(!is_busy, field).inner;
        self.asking.trouble(ui, cx, view.state, view.lang);
        ui.horizontal(|ui| {
            let can_save = !is_busy && !self.text.trim().is_empty();
            let save = ui.add_enabled(!is_busy, Button::primary(theme, view.say(console::save()))).clicked();
            if (save || entered(&response)) && can_save {
                let text = self.text.trim().to_owned();
                self.asking.start(ui, cx, Command::ChangeItem { item: self.item, text });
            }
            ui.add_enabled(!is_busy, Button::quiet(theme, view.say(common::cancel()))).clicked()
        })
        .inner
    }
}
