//! The console: steps, questions, test, feedback, sign-out.

mod agenda;
pub(in crate::ui) mod asking;
mod checklist;
mod columns;
mod controls;
pub(in crate::ui) mod feedback;
mod hand_check;
mod hand_over;
mod items;
mod jump;
mod letters;
pub mod navigation;
pub(in crate::ui) mod notes;
pub(in crate::ui) mod option;
pub(in crate::ui) mod parts;
mod people;
mod preview;
mod question;
pub(in crate::ui) mod roster;
#[cfg(test)]
mod sample;
mod sign_out;
mod status;
pub(in crate::ui) mod test;
pub mod view;

pub(crate) use asking::Asking;

use egui::Ui;

use crate::i18n::messages::console;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::command::UiCommand;
use crate::ui::finish;
use crate::ui::home;
use crate::ui::phones;
use crate::ui::room::hand_over::HandOver;
use crate::ui::room::view::View;
use crate::ui::widgets::Button;
use crate::ui::widgets::body;
use crate::ui::widgets::heading;

/// The screen's own state: what is open, and every draft, so that nothing typed is lost by moving about.
#[derive(Debug, Default)]
pub struct Screen {
    tab: Tab,
    dialog: Dialog,
    hand_over: Option<HandOver>,
    question: question::Draft,
    roster: roster::Draft,
    items: items::Draft,
    test: test::Draft,
    sign_out: sign_out::Draft,
}

/// What the console's right side shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Question,
    People,
    Items,
    Checklist,
    /// Where a narrow window has no column for the agenda.
    Agenda,
}

/// A dialog over the console.
#[derive(Debug, Default)]
enum Dialog {
    #[default]
    None,
    Jump(jump::Jump),
    Skip(jump::Skip),
}

impl Screen {
    /// Whether a participant sits at the computer: keys of the console count for nothing then.
    pub fn is_handed_over(&self) -> bool {
        self.hand_over.is_some()
    }

    /// Asks whether it is the trainer who wants the computer back; whether a participant has it.
    pub fn call_trainer(&mut self) -> bool {
        let Some(hand_over) = &mut self.hand_over else { return false };
        hand_over.call_trainer();
        true
    }

    /// Draws the screen.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
        let Some(running) = cx.session else {
            no_session(ui, cx, out);
            return;
        };
        let state = &running.snapshot.state;
        let version = running.snapshot.version;
        let view = View { state, now: cx.clock.now(), lang: cx.lang };
        if is_operated(ui) {
            // What a click or key changes on this screen may already be drawn: it is drawn once more.
            ui.ctx().request_repaint();
        }
        if let Some(hand_over) = &mut self.hand_over {
            if hand_over.show(ui, cx, view, out) {
                self.hand_over = None;
            }
            return;
        }
        if state.closed_at.is_some() {
            is_closed(ui, cx, view, out);
            return;
        }
        let pace = state.pace(view.now);
        self.keys(ui, cx, view, out);
        self.columns(ui, cx, view, &pace, out);
        self.dialogs(ui, cx, view, version, out);
        let tick = status::next_tick(view, &pace);
        ui.ctx().request_repaint_after(tick.unsigned_abs());
    }

    fn keys(&mut self, ui: &Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
        let has_dialog = self.roster.has_dialog() || self.test.has_dialog() || self.sign_out.has_dialog();
        if !matches!(self.dialog, Dialog::None) || has_dialog {
            return;
        }
        for command in cx.pressed {
            match command {
                UiCommand::NextStep => controls::step(view.state, true, out),
                UiCommand::PreviousStep => controls::step(view.state, false, out),
                UiCommand::Pause => controls::pause(view.state, out),
                UiCommand::OpenOrRevealQuestion => {
                    self.tab = Tab::Question;
                    self.question.open_or_reveal(cx, view, out);
                }
                UiCommand::CountHands => {
                    self.tab = Tab::Question;
                    self.question.count_hands(view, out);
                }
                UiCommand::NoteItem => {
                    self.tab = Tab::Items;
                    self.items.focus();
                    // The key's own letter must not land in the note.
                    ui.input_mut(|input| input.events.retain(|event| !matches!(event, egui::Event::Text(_))));
                }
                UiCommand::JumpToStep => {
                    self.dialog = Dialog::Jump(jump::Jump::default());
                    ui.input_mut(|input| input.events.retain(|event| !matches!(event, egui::Event::Text(_))));
                }
                UiCommand::Nudge => phones::nudge(cx, view, out),
                UiCommand::NotesLarger => notes::resize(cx, 2, out),
                UiCommand::NotesSmaller => notes::resize(cx, -2, out),
                UiCommand::Blackout
                | UiCommand::Freeze
                | UiCommand::ToggleProjector
                | UiCommand::ProjectorFullScreen
                | UiCommand::Phones
                | UiCommand::ShowJoining
                | UiCommand::ShowKeys
                | UiCommand::ChangeLanguage
                | UiCommand::ChangeLook
                | UiCommand::GoHome
                | UiCommand::Quit => {}
            }
        }
    }

    fn dialogs(&mut self, ui: &Ui, cx: &Cx<'_>, view: View<'_>, version: u64, out: &mut Actions) {
        let is_over = match &mut self.dialog {
            Dialog::None => false,
            Dialog::Jump(jump) => jump.show(ui, cx, view, out),
            Dialog::Skip(skip) => skip.show(ui, cx, view, version, out),
        };
        if is_over {
            self.dialog = Dialog::None;
            ui.ctx().request_repaint();
        }
        self.roster.dialog(ui, cx, view, version, out);
        self.test.dialog(ui, cx, view, version, out);
        self.sign_out.dialog(ui, cx, out);
    }
}

/// Whether something was clicked, pressed or typed in this frame; letting go of a key does nothing.
fn is_operated(ui: &Ui) -> bool {
    use egui::Event;
    let counts = |event: &Event| {
        matches!(
            event,
            Event::Key { pressed: true, .. }
                | Event::Text(_)
                | Event::PointerButton { .. }
                | Event::AccessKitActionRequest(_)
        )
    };
    ui.input(|input| input.events.iter().any(counts))
}

/// Nothing runs: the way back.
fn no_session(ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
    heading(ui, cx.theme, &console::no_session().text(cx.lang));
    if ui.add(Button::primary(cx.theme, console::to_home().text(cx.lang))).clicked() {
        out.push(Action::Go(Box::new(Route::Home(home::Screen::default()))));
    }
}

/// The session is closed: the way on.
fn is_closed(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
    heading(ui, cx.theme, &view.say(console::session_closed()));
    body(ui, cx.theme, &view.say(console::session_closed_text()));
    if ui.add(Button::primary(cx.theme, view.say(console::finish_go()))).clicked() {
        out.push(Action::Go(Box::new(Route::Finish(finish::Screen::default()))));
    }
}
