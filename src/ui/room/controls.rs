//! The buttons below the console, each with its key.

use egui::Ui;

use crate::i18n::messages::console;
use crate::session::Command;
use crate::session::State;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::command::UiCommand;
use crate::ui::phones;
use crate::ui::projector::Control;
use crate::ui::room::navigation;
use crate::ui::room::question::Stage;
use crate::ui::room::question::stage;
use crate::ui::room::view::View;
use crate::ui::widgets::Button;

/// What a button opens on the console itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Opens {
    /// The list of steps to jump to.
    Jump,
    /// The list of steps to leave out.
    Skip,
}

/// Moves the room on, or back.
pub(crate) fn step(state: &State, forward: bool, out: &mut Actions) {
    let to = if forward { navigation::next(state) } else { navigation::previous(state) };
    match to {
        Some(to) => out.session(Command::Go { to }),
        // After sign-out there is only closing left; it asks before it does anything.
        None if forward => out.push(Action::Go(Box::new(Route::Finish(Default::default())))),
        None => {}
    }
}

/// Pauses the room, or lets it go on.
pub(crate) fn pause(state: &State, out: &mut Actions) {
    out.session(if state.is_paused() { Command::Resume } else { Command::Pause });
}

/// Draws the buttons; in a narrow window without their keys, which `?` still shows.
pub(crate) fn show(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, is_narrow: bool, out: &mut Actions) -> Option<Opens> {
    let theme = cx.theme;
    let key = |command: UiCommand| if is_narrow { String::new() } else { command.key(view.lang) };
    let mut opens = None;
    ui.horizontal_wrapped(|ui| {
        let back = Button::plain(theme, view.say(UiCommand::PreviousStep.message())).key(key(UiCommand::PreviousStep));
        if ui.add_enabled(navigation::previous(view.state).is_some(), back).clicked() {
            step(view.state, false, out);
        }
        // Until its results are shown, the question is the next thing to do, not the next step.
        let is_question_next = view
            .step()
            .is_some_and(|step| step.question().is_some() && stage(view.state.round(&step.id)) != Stage::Revealed);
        let words = view.say(UiCommand::NextStep.message());
        let on = if is_question_next { Button::plain(theme, words) } else { Button::primary(theme, words) };
        let on = on.key(key(UiCommand::NextStep));
        if ui.add_enabled(navigation::next(view.state).is_some(), on).clicked() {
            step(view.state, true, out);
        }
        if !is_narrow {
            ui.separator();
        }
        if ui.add(Button::plain(theme, view.say(console::jump())).key(key(UiCommand::JumpToStep))).clicked() {
            opens = Some(Opens::Jump);
        }
        if ui.add(Button::plain(theme, view.say(console::skip()))).clicked() {
            opens = Some(Opens::Skip);
        }
        let is_paused = view.state.is_paused();
        let words = view.say(if is_paused { console::resume() } else { console::pause() });
        if ui.add(Button::plain(theme, words).key(key(UiCommand::Pause)).selected(is_paused)).clicked() {
            pause(view.state, out);
        }
        if !is_narrow {
            ui.separator();
        }
        let status = cx.projector;
        let switches = [
            (UiCommand::ToggleProjector, console::projector(), status.is_shown, Control::Show(!status.is_shown)),
            (UiCommand::Blackout, console::blackout(), status.is_black, Control::Blackout(!status.is_black)),
            (UiCommand::Freeze, console::freeze(), status.is_frozen, Control::Freeze(!status.is_frozen)),
        ];
        for (command, message, is_on, control) in switches {
            let button = Button::plain(theme, view.say(message)).key(key(command)).selected(is_on);
            if ui.add(button).clicked() {
                out.push(Action::Projector(control));
            }
        }
        phones::strip(ui, cx, view.state, is_narrow, out);
    });
    opens
}
