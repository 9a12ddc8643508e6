//! What stands around a question: how far it is, another vote after a discussion, and where options lead.

use egui::Ui;

use crate::i18n::messages::console;
use crate::pack::Question;
use crate::session::Command;
use crate::session::Place;
use crate::session::Round;
use crate::text::Id;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::room::question::Stage;
use crate::ui::room::question::stage;
use crate::ui::room::view::Choice;
use crate::ui::room::view::View;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::widgets::body;
use crate::ui::widgets::caption;
use crate::ui::widgets::marked;
use crate::ui::widgets::subheading;

/// Which round, how far, and how many have answered — without what they answered.
pub(super) fn status(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, rounds: &[Round], stage: Stage) {
    let (tone, words) = match stage {
        Stage::Unasked => (Tone::Neutral, console::question_unasked()),
        Stage::Open => (Tone::Accent, console::question_is_open()),
        Stage::Closed => (Tone::Neutral, console::question_is_closed()),
        Stage::Revealed => (Tone::Good, console::question_is_revealed()),
    };
    marked(ui, cx.theme, tone, &view.say(words));
    let Some(round) = rounds.last() else { return };
    if stage == Stage::Open && cx.phones.status().is_some() {
        // The turnout below says it, and who is missing.
        if rounds.len() > 1 {
            caption(ui, cx.theme, &view.say(console::question_round(rounds.len())));
        }
        return;
    }
    let hands: u32 = round.hands.values().sum();
    let present = view.state.present().count();
    let mut line = view.say(console::question_answered(round.answers.len(), hands, present));
    if rounds.len() > 1 {
        line = format!("{} · {line}", view.say(console::question_round(rounds.len())));
    }
    caption(ui, cx.theme, &line);
}

/// On a discussion: the question on which the room may vote again.
pub(super) fn vote_again(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, question: Option<&Id>, out: &mut Actions) {
    let theme = cx.theme;
    let Some(step) = question.and_then(|id| view.step_called(id)) else { return };
    subheading(ui, theme, &view.say(console::vote_again_heading()));
    body(ui, theme, &view.step_title(step));
    if ui.add(Button::primary(theme, view.say(console::vote_again_go()))).clicked() {
        out.session(Command::Go { to: Place::Step(step.id.clone()) });
        if stage(view.state.round(&step.id)) != Stage::Open {
            out.session(Command::OpenQuestion { step: step.id.clone() });
        }
    }
    ui.add_space(theme.grid * 2.0);
}

/// After the reveal: the steps that the options lead on to.
pub(super) fn branches(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: View<'_>,
    question: &Question,
    choices: &[Choice],
    out: &mut Actions,
) {
    for (option, to) in crate::ui::room::navigation::branches(&view.state.script.pack, &question.id) {
        let Some(choice) = choices.iter().find(|choice| choice.id == *option) else { continue };
        let Some(step) = view.step_called(to) else { continue };
        ui.add_space(cx.theme.grid);
        caption(ui, cx.theme, &view.say(console::branch_leads(choice.letter.to_string())));
        let words = view.say(console::branch_go(view.step_title(step)));
        if ui.add(Button::plain(cx.theme, words)).clicked() {
            out.session(Command::Go { to: Place::Step(to.clone()) });
        }
    }
}
