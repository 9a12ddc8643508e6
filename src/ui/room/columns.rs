//! How the console lies in its window: columns where there is room, tabs where there is not.

use egui::Ui;

use crate::i18n::messages::console;
use crate::pack::StepBody;
use crate::session::Pace;
use crate::session::Place;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::room::Dialog;
use crate::ui::room::Screen;
use crate::ui::room::Tab;
use crate::ui::room::agenda;
use crate::ui::room::checklist;
use crate::ui::room::controls;
use crate::ui::room::controls::Opens;
use crate::ui::room::feedback;
use crate::ui::room::hand_over::HandOver;
use crate::ui::room::jump;
use crate::ui::room::notes;
use crate::ui::room::preview;
use crate::ui::room::status;
use crate::ui::room::view::View;
use crate::ui::widgets::segments;

/// Narrower than this, in points, the agenda is a tab and the buttons go without their keys.
const NARROW: f32 = 1100.0;

/// How the window is shared out in this frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Columns {
    /// Agenda, centre and side.
    Three,
    /// Centre and side; the agenda is a tab of the side.
    Two,
    /// One column, everything in tabs: a part such as the final test in a narrow window.
    One,
}

impl Screen {
    /// Draws the console.
    pub(super) fn columns(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, pace: &Pace, out: &mut Actions) {
        let theme = cx.theme;
        let width = ui.available_width();
        let columns = match (width < NARROW, view.step()) {
            (false, _) => Columns::Three,
            (true, Some(_)) => Columns::Two,
            (true, None) => Columns::One,
        };
        let plain = egui::Frame::new().inner_margin(egui::Margin::symmetric(12, 8));
        let raised = plain.fill(theme.surface).stroke(theme.line());
        egui::Panel::top("room status").frame(raised).show_separator_line(false).show(ui, |ui| {
            status::show(ui, cx, view, pace);
        });
        egui::Panel::bottom("room controls").frame(raised).show_separator_line(false).show(
            ui,
            |ui| match controls::show(ui, cx, view, columns != Columns::Three, out) {
                Some(Opens::Jump) => self.dialog = Dialog::Jump(jump::Jump::default()),
                Some(Opens::Skip) => self.dialog = Dialog::Skip(jump::Skip::default()),
                None => {}
            },
        );
        if columns == Columns::Three {
            let agenda = (width * 0.215).clamp(220.0, 360.0);
            egui::Panel::left("room agenda").frame(plain).exact_size(agenda).resizable(false).show(ui, |ui| {
                egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| agenda::show(ui, cx, view, pace, out));
            });
        }
        if columns != Columns::One {
            let share = if columns == Columns::Three { 0.28 } else { 0.42 };
            let side = (width * share).clamp(320.0, 480.0);
            egui::Panel::right("room side").frame(plain).exact_size(side).resizable(false).show(ui, |ui| {
                self.tabs(ui, cx, view, pace, columns, out);
            });
        }
        egui::CentralPanel::default().frame(plain).show(ui, |ui| {
            if columns == Columns::One {
                self.tabs(ui, cx, view, pace, columns, out);
            } else {
                self.centre(ui, cx, view, out);
            }
        });
    }

    fn tabs(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, pace: &Pace, columns: Columns, out: &mut Actions) {
        // The first tab is what the place is about: the step's question, or the part itself.
        let own = match (columns, view.step()) {
            (_, Some(_)) => Some(view.say(console::tab_question())),
            (Columns::One, None) => Some(view.place_title(&view.state.place)),
            (Columns::Two | Columns::Three, None) => None,
        };
        let agenda = (columns != Columns::Three).then(|| (Tab::Agenda, view.say(console::agenda())));
        let tabs: Vec<(Tab, String)> = own
            .map(|own| (Tab::Question, own))
            .into_iter()
            .chain([
                (Tab::People, view.say(console::tab_people())),
                (Tab::Items, view.say(console::tab_items())),
                (Tab::Checklist, view.say(console::tab_checklist())),
            ])
            .chain(agenda)
            .collect();
        // The choice stands while its tab is not there, for when it is.
        let is_there = tabs.iter().any(|(tab, _)| *tab == self.tab);
        let mut tab = if is_there { self.tab } else { tabs.first().map_or(Tab::People, |(tab, _)| *tab) };
        if segments(ui, cx.theme, &view.say(console::tabs()), &mut tab, &tabs) {
            self.tab = tab;
        }
        ui.add_space(cx.theme.grid);
        if columns == Columns::One && tab == Tab::Question {
            // A part scrolls its own lists.
            self.centre(ui, cx, view, out);
            return;
        }
        egui::ScrollArea::vertical().id_salt(("side", tab as u8)).auto_shrink(false).show(ui, |ui| match tab {
            Tab::Question => {
                self.question.show(ui, cx, view, out);
                if view.step().is_some_and(|step| matches!(step.body, StepBody::Discussion(_))) {
                    // What the room says in a discussion is written down on the spot.
                    self.items.show(ui, cx, view, out);
                }
            }
            Tab::People => self.roster.show(ui, cx, view, out),
            Tab::Items => self.items.show(ui, cx, view, out),
            Tab::Checklist => checklist::show(ui, cx, view, out),
            Tab::Agenda => agenda::show(ui, cx, view, pace, out),
        });
    }

    fn centre(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
        match &view.state.place {
            Place::FinalTest => {
                if let Some(participant) = self.test.show(ui, cx, view, out) {
                    self.hand_over = Some(HandOver::test(participant));
                }
            }
            Place::Feedback => {
                if feedback::show(ui, cx, view) {
                    self.hand_over = Some(HandOver::feedback());
                }
            }
            Place::SignOut => self.sign_out.show(ui, cx, view, out),
            Place::Lobby | Place::Step(_) => {
                let height = ui.available_height() * 0.58;
                preview::show(ui, cx, view, height);
                ui.add_space(cx.theme.grid);
                notes::show(ui, cx, view, out);
            }
        }
    }
}
