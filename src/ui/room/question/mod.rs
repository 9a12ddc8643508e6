//! The question of the step: opened, answered by hands or one by one, revealed, voted on again.

mod around;
mod desk;
mod hands;
mod results;

use egui::Ui;

use crate::i18n::messages::console;
use crate::pack::Question;
use crate::pack::StepBody;
use crate::quiz::countable;
use crate::quiz::room_order;
use crate::session::Command;
use crate::session::Round;
use crate::text::Id;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::command::UiCommand;
use crate::ui::phones;
use crate::ui::projector::Control;
use crate::ui::room::view::Choice;
use crate::ui::room::view::View;
use crate::ui::widgets::Button;
use crate::ui::widgets::body;
use crate::ui::widgets::caption;
use crate::ui::widgets::option_badge;
use crate::ui::widgets::subheading;

/// What is being entered about the question of a step; another step begins with a blank one.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    step: Option<Id>,
    entry: Entry,
    is_peeking: bool,
    results: results::Draft,
}

/// How answers are being entered.
#[derive(Debug, Default)]
enum Entry {
    #[default]
    None,
    Hands(hands::Draft),
    Desk(desk::Draft),
}

/// How far a question has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stage {
    /// Not asked yet.
    Unasked,
    /// Answers are taken.
    Open,
    /// No more answers; nothing is shown yet.
    Closed,
    /// Results are shown.
    Revealed,
}

/// How far the current round of a question has come.
pub(crate) fn stage(round: Option<&Round>) -> Stage {
    match round {
        None => Stage::Unasked,
        Some(round) if round.is_revealed => Stage::Revealed,
        Some(round) if round.is_open => Stage::Open,
        Some(_) => Stage::Closed,
    }
}

/// What can be chosen for a question of the room, in the order in which the room sees it.
pub(crate) fn room_choices(view: View<'_>, question: &Question) -> Vec<Choice> {
    view.choices(question, &room_order(question, view.state.setup.seed))
}

impl Draft {
    /// Opens the question of the step, reveals it when it was opened, then shows one explanation after another.
    pub(crate) fn open_or_reveal(&self, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
        let Some(step) = view.step().filter(|step| step.question().is_some()) else { return };
        let step = step.id.clone();
        match stage(view.state.round(&step)) {
            Stage::Unasked => out.session(Command::OpenQuestion { step }),
            Stage::Open | Stage::Closed => {
                // What is being entered goes with the stage: a refused reveal leaves it.
                self.keep_hands(view, &step, out);
                out.session(Command::Reveal { step });
            }
            Stage::Revealed => {
                if let Some(question) = view.step().and_then(|step| step.question()) {
                    results::show_next(cx, view, question, out);
                }
            }
        }
    }

    /// Begins to count hands, opening the question first where that is needed.
    pub(crate) fn count_hands(&mut self, view: View<'_>, out: &mut Actions) {
        let Some(question) = view.step().and_then(|step| step.question()) else { return };
        let round = view.state.round(&question.id);
        if countable(question).is_empty() || stage(round) == Stage::Revealed {
            return;
        }
        if stage(round) == Stage::Unasked {
            out.session(Command::OpenQuestion { step: question.id.clone() });
        }
        self.step = Some(question.id.clone());
        self.entry = Entry::Hands(hands::Draft::new(round));
    }

    /// Hands that were typed but not saved are not lost by a reveal.
    fn keep_hands(&self, view: View<'_>, step: &Id, out: &mut Actions) {
        if let (Entry::Hands(draft), Some(question)) = (&self.entry, view.step().and_then(|step| step.question())) {
            draft.save_if_changed(view, question, step, out);
        }
    }

    /// Saves hands that were typed for a step that the room has left.
    fn leave(&self, view: View<'_>, out: &mut Actions) {
        let left = self.step.as_ref().and_then(|id| view.step_called(id)).and_then(|step| step.question());
        if let (Entry::Hands(draft), Some(question)) = (&self.entry, left)
            && stage(view.state.round(&question.id)) == Stage::Open
        {
            draft.save_if_changed(view, question, &question.id, out);
        }
    }

    /// Draws the panel for the step the room is on.
    pub(crate) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
        let Some(step) = view.step() else {
            return;
        };
        if self.step.as_ref() != Some(&step.id) {
            self.leave(view, out);
            *self = Self { step: Some(step.id.clone()), ..Self::default() };
        }
        match &step.body {
            StepBody::Question(question) => self.question(ui, cx, view, question, out),
            StepBody::Discussion(discussion) => {
                around::vote_again(ui, cx, view, discussion.vote_again.as_ref(), out);
            }
            StepBody::Slide(_) | StepBody::Break { .. } => {
                caption(ui, cx.theme, &view.say(console::question_none()));
            }
        }
    }

    fn question(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, question: &Question, out: &mut Actions) {
        let theme = cx.theme;
        let rounds = view.state.questions.get(&question.id).map_or(&[][..], |asked| &asked.rounds);
        let stage = stage(rounds.last());
        subheading(ui, theme, &view.say(console::question_heading(view.kind_of(question))));
        around::status(ui, cx, view, rounds, stage);
        if stage == Stage::Open {
            phones::turnout(ui, cx, view);
        }
        self.buttons(ui, cx, view, question, stage, out);
        ui.add_space(theme.grid);
        let choices = room_choices(view, question);
        if stage != Stage::Open {
            self.entry = match std::mem::take(&mut self.entry) {
                // Counting begins while the question is still being opened.
                Entry::Hands(draft) if stage == Stage::Unasked || draft.is_unsettled() => Entry::Hands(draft),
                // What a closed question no longer takes stays in sight with the reason.
                Entry::Desk(draft) if draft.is_unsettled() => Entry::Desk(draft),
                Entry::None | Entry::Hands(_) | Entry::Desk(_) => Entry::None,
            };
        }
        match &mut self.entry {
            Entry::Hands(draft) => {
                if draft.show(ui, cx, view, question, &choices) {
                    self.entry = Entry::None;
                }
            }
            Entry::Desk(draft) => {
                if draft.show(ui, cx, view, question, &choices) {
                    self.entry = Entry::None;
                }
            }
            Entry::None if stage == Stage::Revealed || self.is_peeking => {
                results::show(ui, cx, view, question, &choices, rounds.len());
                if stage == Stage::Revealed {
                    around::branches(ui, cx, view, question, &choices, out);
                }
                self.results.explanation(ui, cx, view, question, &choices, stage == Stage::Revealed, out);
            }
            Entry::None => {
                for (index, choice) in choices.iter().enumerate() {
                    ui.horizontal_top(|ui| {
                        option_badge(ui, theme, index, 28.0);
                        ui.vertical(|ui| body(ui, theme, &choice.text));
                    });
                }
            }
        }
        phones::missing(ui, cx, view);
    }

    fn buttons(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        view: View<'_>,
        question: &Question,
        stage: Stage,
        out: &mut Actions,
    ) {
        let theme = cx.theme;
        let step = || question.id.clone();
        let can_count = !countable(question).is_empty();
        ui.horizontal_wrapped(|ui| {
            let next = match stage {
                Stage::Unasked => Some(console::question_open()),
                Stage::Open | Stage::Closed => Some(console::question_reveal()),
                Stage::Revealed => Some(console::question_explain()),
            };
            if let Some(next) = next {
                let words = view.say(next);
                let is_primary = stage != Stage::Revealed;
                let button = if is_primary { Button::primary(theme, words) } else { Button::plain(theme, words) };
                if ui.add(button.key(UiCommand::OpenOrRevealQuestion.key(view.lang))).clicked() {
                    self.open_or_reveal(cx, view, out);
                }
            }
            if stage == Stage::Revealed
                && ui.add(Button::plain(theme, view.say(console::question_vote_again()))).clicked()
            {
                // The next reveal begins with its results again.
                out.push(Action::Projector(Control::Explain(None)));
                out.session(Command::OpenQuestion { step: step() });
            }
            if stage == Stage::Open {
                if can_count {
                    let is_on = matches!(self.entry, Entry::Hands(_));
                    let button = Button::plain(theme, view.say(console::question_hands()))
                        .key(UiCommand::CountHands.key(view.lang))
                        .selected(is_on);
                    if ui.add(button).clicked() {
                        if is_on {
                            self.entry = Entry::None;
                        } else {
                            self.count_hands(view, out);
                        }
                    }
                }
                let is_on = matches!(self.entry, Entry::Desk(_));
                let button = Button::plain(theme, view.say(console::question_desk())).selected(is_on);
                if ui.add(button).clicked() {
                    self.entry = if is_on { Entry::None } else { Entry::Desk(desk::Draft::default()) };
                }
                if ui.add(Button::plain(theme, view.say(console::question_close()))).clicked() {
                    self.keep_hands(view, &step(), out);
                    out.session(Command::CloseQuestion { step: step() });
                }
            }
            if matches!(stage, Stage::Open | Stage::Closed) {
                let button = Button::quiet(theme, view.say(console::question_peek())).selected(self.is_peeking);
                if ui.add(button).clicked() {
                    self.is_peeking = !self.is_peeking;
                    if stage == Stage::Open {
                        self.keep_hands(view, &step(), out);
                    }
                    self.entry = Entry::None;
                }
            } else {
                self.is_peeking = false;
            }
            phones::nudge_button(ui, cx, view, out);
        });
    }
}
