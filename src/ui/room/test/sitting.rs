//! An attempt being taken at this computer: one question after another, until it is handed in.

use std::collections::BTreeMap;

use egui::Key;
use egui::Modifiers;
use egui::RichText;
use egui::Ui;

use crate::i18n::messages::console;
use crate::pack::Question;
use crate::pack::QuestionBody;
use crate::quiz::is_right;
use crate::session::Attempt;
use crate::session::Command;
use crate::session::ParticipantId;
use crate::text::Id;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::command::UiCommand;
use crate::ui::room::option::Picked;
use crate::ui::room::option::option_button;
use crate::ui::room::option::option_pressed;
use crate::ui::room::view::Choice;
use crate::ui::room::view::Picking;
use crate::ui::room::view::View;
use crate::ui::room::view::answer_from;
use crate::ui::room::view::pick;
use crate::ui::room::view::picked_of;
use crate::ui::room::view::picking;
use crate::ui::theme::bold;
use crate::ui::theme::regular;
use crate::ui::theme::size;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::widgets::body;
use crate::ui::widgets::marked;
use crate::ui::widgets::progress;

/// Which question is shown, and what is picked and not yet an answer.
#[derive(Debug, Default)]
pub(crate) struct Sitting {
    at: usize,
    /// What is picked in each question, answers and what is not yet one.
    picked: BTreeMap<Id, Vec<Id>>,
    is_reviewing: bool,
}

/// Whose attempt a frame draws, and what it reads.
#[derive(Clone, Copy)]
pub(crate) struct Taking<'a> {
    pub(crate) cx: &'a Cx<'a>,
    pub(crate) view: View<'a>,
    pub(crate) participant: ParticipantId,
    pub(crate) attempt: &'a Attempt,
}

impl Sitting {
    /// Goes on where an attempt was interrupted: at its first unanswered question.
    pub(crate) fn resume(attempt: &Attempt) -> Self {
        let questions = &attempt.paper.questions;
        let unanswered = questions.iter().position(|drawn| !attempt.answers.contains_key(&drawn.question));
        Self { at: unanswered.unwrap_or(0), ..Self::default() }
    }

    /// Draws the question or the review.
    pub(crate) fn show(&mut self, ui: &mut Ui, taking: Taking<'_>, out: &mut Actions) {
        if self.is_reviewing {
            self.review(ui, taking, out);
        } else {
            self.question(ui, taking, out);
        }
    }

    fn question(&mut self, ui: &mut Ui, taking: Taking<'_>, out: &mut Actions) {
        let Taking { cx, view, participant: _, attempt } = taking;
        let theme = cx.theme;
        let lang = view.room_lang();
        let questions = &attempt.paper.questions;
        let Some(drawn) = questions.get(self.at) else { return };
        let Some((_, question)) = view.state.script.pack.test_question(&drawn.question) else { return };
        let (number, total) = (self.at + 1, questions.len());
        progress(ui, theme, number as f32 / total as f32, &console::test_question_of(number, total).text(lang));
        ui.add_space(theme.grid * 2.0);
        question_text(ui, cx, view, question);
        ui.add_space(theme.grid * 2.0);
        let choices = view.choices(question, &drawn.options);
        let mut picked = self.picked(question, attempt);
        let pressed = option_pressed(ui, choices.len());
        for (index, choice) in choices.iter().enumerate() {
            let state = match (picking(question), picked.iter().position(|id| *id == choice.id)) {
                (Picking::InOrder, Some(place)) => Picked::Place(place + 1),
                (_, Some(_)) => Picked::Yes,
                (_, None) => Picked::No,
            };
            let response = option_button(ui, theme, index, &choice.text, state);
            if response.clicked() || pressed == Some(index) {
                self.take(question, choice, &mut picked, taking, out);
            }
        }
        if picking(question) == Picking::InOrder && !picked.is_empty() {
            let again = Button::quiet(theme, console::test_order_again().text(lang));
            if ui.add(again).clicked() {
                self.picked.insert(question.id.clone(), Vec::new());
            }
        }
        ui.add_space(theme.grid * 2.0);
        ui.horizontal(|ui| {
            let back = Button::plain(theme, console::test_back().text(lang)).large();
            if ui.add_enabled(self.at > 0, back).clicked() {
                self.go(self.at - 1);
            }
            let is_last = self.at + 1 == total;
            let words = if is_last { console::test_to_review() } else { console::test_next() };
            if ui.add(Button::primary(theme, words.text(lang)).large().key("Enter")).clicked() {
                if is_last {
                    self.is_reviewing = true;
                } else {
                    self.go(self.at + 1);
                }
            }
        });
        let (back, on) = ui.input_mut(|input| {
            let mut has = |key| input.consume_key(Modifiers::NONE, key);
            (has(Key::PageUp), has(Key::PageDown))
        });
        // Who studies alone has those keys for going on and back everywhere; in a room they are the trainer's.
        let is_alone = !view.state.setup.form.is_room();
        let back = back || (is_alone && cx.is_pressed(UiCommand::PreviousStep));
        let on = on || (is_alone && cx.is_pressed(UiCommand::NextStep));
        // Enter operates what has the keyboard; when nothing has, it goes on.
        let is_free = ui.memory(|memory| memory.focused().is_none());
        let on = on || (is_free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter)));
        if back && self.at > 0 {
            self.go(self.at - 1);
        } else if on && self.at + 1 < total {
            self.go(self.at + 1);
        } else if on {
            self.is_reviewing = true;
        }
    }

    fn go(&mut self, at: usize) {
        self.at = at;
    }

    /// What is picked for a question here, else what was answered before an interruption.
    fn picked(&self, question: &Question, attempt: &Attempt) -> Vec<Id> {
        let answered = || attempt.answers.get(&question.id).map(picked_of);
        self.picked.get(&question.id).cloned().or_else(answered).unwrap_or_default()
    }

    fn take(
        &mut self,
        question: &Question,
        choice: &Choice,
        picked: &mut Vec<Id>,
        taking: Taking<'_>,
        out: &mut Actions,
    ) {
        let Taking { participant, attempt, .. } = taking;
        pick(picking(question), picked, &choice.id);
        match answer_from(question, picked) {
            Some(answer) if attempt.answers.get(&question.id) != Some(&answer) => {
                out.session(Command::AnswerTest { participant, attempt: None, question: question.id.clone(), answer });
            }
            // An answer once given can be changed but not taken back: the last option stays.
            None if picking(question) != Picking::InOrder => return,
            Some(_) | None => {}
        }
        self.picked.insert(question.id.clone(), picked.clone());
    }

    fn review(&mut self, ui: &mut Ui, taking: Taking<'_>, out: &mut Actions) {
        let Taking { cx, view, participant, attempt } = taking;
        let theme = cx.theme;
        let lang = view.room_lang();
        let questions = &attempt.paper.questions;
        let missing = questions.iter().filter(|drawn| !attempt.answers.contains_key(&drawn.question)).count();
        ui.label(RichText::new(console::test_review().text(lang)).font(bold(size::HEADING)).color(theme.ink));
        let (tone, words) = if missing == 0 {
            (Tone::Good, console::test_all_answered(questions.len()))
        } else {
            (Tone::Caution, console::test_missing(missing))
        };
        marked(ui, theme, tone, &words.text(lang));
        ui.add_space(theme.grid);
        ui.horizontal_wrapped(|ui| {
            for (index, drawn) in questions.iter().enumerate() {
                let is_answered = attempt.answers.contains_key(&drawn.question);
                let number = index + 1;
                let name = if is_answered { console::test_answered(number) } else { console::test_unanswered(number) };
                let words = if is_answered { number.to_string() } else { format!("{number} ?") };
                if ui.add(Button::plain(theme, words)).accessible_name(name.text(lang)).clicked() {
                    self.is_reviewing = false;
                    self.go(index);
                }
            }
        });
        ui.add_space(theme.grid * 2.0);
        ui.horizontal(|ui| {
            if ui.add(Button::plain(theme, console::test_back().text(lang)).large()).clicked() {
                self.is_reviewing = false;
            }
            let hand_in = Button::primary(theme, console::test_hand_in().text(lang)).large();
            if ui.add_enabled(missing == 0, hand_in).clicked() {
                out.session(Command::SubmitAttempt { participant, attempt: None });
            }
        });
    }
}

/// What is asked, in letters that are read easily.
fn question_text(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, question: &Question) {
    let theme = cx.theme;
    let lang = view.room_lang();
    let large = |ui: &mut Ui, text: String| ui.label(RichText::new(text).font(bold(size::HEADING)).color(theme.ink));
    match &question.body {
        QuestionBody::Scenario { situation, question, .. } => {
            let words = RichText::new(view.fill(situation)).font(regular(size::SUBHEADING)).color(theme.ink);
            ui.label(words);
            ui.add_space(theme.grid);
            large(ui, view.fill(question));
        }
        QuestionBody::Statement { text, .. } => {
            body(ui, theme, &console::test_is_it_true().text(lang));
            large(ui, view.fill(text));
        }
        QuestionBody::Choice { text, .. } => {
            large(ui, view.fill(text));
            if picking(question) == Picking::Several {
                body(ui, theme, &console::test_choose_several().text(lang));
            }
        }
        QuestionBody::Order { text, .. } => {
            large(ui, view.fill(text));
            body(ui, theme, &console::test_put_in_order().text(lang));
        }
    }
}

/// The result as only the participant sees it.
pub(crate) fn result(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, attempt: &Attempt) {
    let Some(result) = attempt.result else { return };
    let theme = cx.theme;
    let lang = view.room_lang();
    let (tone, words) = if result.passed {
        (Tone::Good, console::test_you_passed())
    } else {
        (Tone::Caution, console::test_you_failed())
    };
    ui.label(RichText::new(words.text(lang)).font(bold(size::TITLE)).color(tone.colour(theme)));
    let score = console::test_score(result.correct, result.total).text(lang);
    ui.label(RichText::new(score).font(regular(size::HEADING)).color(theme.ink));
    let pack = &view.state.script.pack;
    let mut again: Vec<String> = Vec::new();
    for drawn in &attempt.paper.questions {
        let Some((of, question)) = pack.test_question(&drawn.question) else { continue };
        let is_wrong = !attempt.answers.get(&drawn.question).is_some_and(|answer| is_right(question, answer));
        let title = view.fill(&of.title);
        if is_wrong && !again.contains(&title) {
            again.push(title);
        }
    }
    if !again.is_empty() {
        ui.add_space(theme.grid);
        body(ui, theme, &console::test_read_again().text(lang));
        for title in again {
            marked(ui, theme, Tone::Neutral, &title);
        }
    }
}
