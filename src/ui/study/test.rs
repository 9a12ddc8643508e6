//! The final test of a self-study: its rules, the sitting, the result and what can follow.

use egui::RichText;
use egui::Ui;

use crate::i18n::messages::alone as say;
use crate::i18n::messages::console;
use crate::session::Attempt;
use crate::session::Command;
use crate::session::Manner;
use crate::session::Participant;
use crate::session::Place;
use crate::session::State;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::room::test::sitting::Sitting;
use crate::ui::room::test::sitting::Taking;
use crate::ui::room::test::sitting::result;
use crate::ui::room::view::View;
use crate::ui::study::frame;
use crate::ui::theme::regular;
use crate::ui::theme::size;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;

/// The sitting of the attempt with this number.
#[derive(Debug, Default)]
pub(crate) struct Part {
    sitting: Option<(u32, Sitting)>,
}

impl Part {
    /// Draws the part, at `Place::FinalTest`.
    pub(crate) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
        frame::page(ui, cx, |ui| self.contents(ui, cx, view, out));
    }

    fn contents(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
        let Some(learner) = view.state.learner() else { return };
        if let Some(attempt) = learner.open_attempt() {
            let number = attempt.number;
            if self.sitting.as_ref().is_none_or(|(known, _)| *known != number) {
                // Interrupted before, or just begun: it goes on at the first question without an answer.
                self.sitting = Some((number, Sitting::resume(attempt)));
            }
            if let Some((_, sitting)) = &mut self.sitting {
                sitting.show(ui, Taking { cx, view, participant: learner.id, attempt }, out);
            }
            return;
        }
        match learner.attempts.iter().rev().find(|attempt| attempt.result.is_some() && attempt.void.is_none()) {
            Some(attempt) => taken(ui, cx, view, learner, attempt, out),
            None => waiting(ui, cx, view, learner, out),
        }
    }
}

/// Before the first attempt: the rules and one button, or what is to be done first.
fn waiting(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, learner: &Participant, out: &mut Actions) {
    let theme = cx.theme;
    let lang = view.room_lang();
    let Some(rules) = view.state.script.pack.final_test else { return };
    widgets::title(ui, theme, &console::place_final_test().text(lang));
    let text = console::test_rules(rules.draw, u32::from(rules.pass_percent)).text(lang);
    ui.label(RichText::new(text).font(regular(size::SUBHEADING)).color(theme.ink));
    widgets::body(ui, theme, &say::test_calmly(rules.attempts).text(lang));
    ui.add_space(theme.grid * 2.0);
    let left = view.state.themes_left().count();
    if left > 0 {
        widgets::marked(ui, theme, Tone::Caution, &say::test_waits(left).text(lang));
    }
    let begin = Button::primary(theme, console::test_begin().text(lang)).large();
    if widgets::main_button(ui, left == 0, begin) {
        out.session(Command::StartAttempt { participant: learner.id, manner: Manner::Desk });
    }
}

/// After an attempt: its result, and on to what follows it.
fn taken(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, learner: &Participant, attempt: &Attempt, out: &mut Actions) {
    let theme = cx.theme;
    let lang = view.room_lang();
    result(ui, cx, view, attempt);
    ui.add_space(theme.grid * 2.0);
    let left = attempts_left(view.state);
    let may_try = !learner.has_passed() && left > 0;
    if may_try {
        widgets::body(ui, theme, &say::test_again_text(left).text(lang));
    } else if !learner.has_passed() {
        widgets::body(ui, theme, &say::test_over_text().text(lang));
    }
    ui.horizontal_wrapped(|ui| {
        if may_try {
            let again = Button::primary(theme, say::test_again().text(lang)).large();
            if widgets::main_button(ui, true, again) {
                out.session(Command::StartAttempt { participant: learner.id, manner: Manner::Desk });
            }
            home_button(ui, cx, view, out);
        } else {
            let on = Button::primary(theme, say::go_on().text(lang)).large();
            if widgets::main_button(ui, true, on) {
                out.session(Command::Go { to: after_test(view.state) });
            }
        }
    });
}

/// Back to the course's home, to read again before the next attempt.
fn home_button(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
    if ui.add(Button::plain(cx.theme, say::read_again().text(view.room_lang())).large()).clicked() {
        out.session(Command::Go { to: Place::Lobby });
    }
}

/// Where the course goes on after the final test.
fn after_test(state: &State) -> Place {
    if state.script.pack.feedback.is_some() { Place::Feedback } else { Place::SignOut }
}

/// How many attempts at the final test the learner has left.
pub(super) fn attempts_left(state: &State) -> u32 {
    let allowed = state.script.pack.final_test.map_or(0, |rules| rules.attempts);
    allowed.saturating_sub(state.learner().map_or(0, |learner| learner.counted_attempts()))
}
