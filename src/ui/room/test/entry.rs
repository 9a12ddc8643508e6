//! Answers entered by the trainer: from a printed sheet, or as they are said aloud.

use std::collections::BTreeMap;

use egui::Ui;

use crate::i18n::messages::console;
use crate::pack::Question;
use crate::pack::QuestionBody;
use crate::session::Attempt;
use crate::session::Command;
use crate::session::Manner;
use crate::session::Participant;
use crate::session::ParticipantId;
use crate::text::Id;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::room::letters::Typed;
use crate::ui::room::letters::read;
use crate::ui::room::parts::entered;
use crate::ui::room::view::Choice;
use crate::ui::room::view::View;
use crate::ui::room::view::answer_from;
use crate::ui::room::view::letters;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::body;
use crate::ui::widgets::caption;
use crate::ui::widgets::card;
use crate::ui::widgets::heading;
use crate::ui::widgets::strong;

/// Whose answers are being entered, and the letters typed so far.
#[derive(Debug)]
pub(crate) struct Entry {
    /// Whose.
    pub participant: ParticipantId,
    typed: BTreeMap<Id, String>,
    has_begun: bool,
}

impl Entry {
    /// Begins, or goes on with, the answers of `participant`.
    pub(crate) fn new(participant: ParticipantId) -> Self {
        Self { participant, typed: BTreeMap::new(), has_begun: false }
    }

    /// Draws the questions with a field for each; true once the entry is left.
    pub(crate) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) -> bool {
        let theme = cx.theme;
        let Some(person) = view.state.participants.get(&self.participant) else { return true };
        let Some(attempt) = person.open_attempt() else {
            // Handed in, declared void, or still on its way from the engine.
            if self.has_begun {
                return true;
            }
            return ui.add(Button::plain(theme, view.say(console::entry_leave()))).clicked();
        };
        let is_oral = matches!(attempt.manner, Manner::Oral { .. });
        heading(ui, theme, &person.details.name);
        body(ui, theme, &view.say(if is_oral { console::entry_oral_how() } else { console::entry_paper_how() }));
        let mut is_left = false;
        ui.horizontal_wrapped(|ui| is_left = buttons(ui, cx, view, person, attempt, out));
        let mut jump = (!self.has_begun).then_some(0);
        self.has_begun = true;
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            for (index, drawn) in attempt.paper.questions.iter().enumerate() {
                let Some((_, question)) = view.state.script.pack.test_question(&drawn.question) else { continue };
                let choices = view.choices(question, &drawn.options);
                let is_done = card(ui, theme, |ui| {
                    // The fields stand below each other, so that the eye keeps its line while typing.
                    ui.horizontal_top(|ui| {
                        let is_done = ui
                            .vertical(|ui| {
                                ui.set_width(136.0);
                                self.field(ui, cx, view, index, question, &choices, attempt, out)
                            })
                            .inner;
                        ui.vertical(|ui| question_words(ui, cx, view, index + 1, question, &choices, is_oral));
                        is_done
                    })
                    .inner
                })
                .inner;
                if is_done {
                    jump = Some(index + 1);
                }
            }
        });
        if let Some(index) = jump.filter(|index| *index < attempt.paper.questions.len()) {
            ui.memory_mut(|memory| memory.request_focus(field_id(index)));
        }
        is_left
    }

    /// Draws one field; true once its answer is whole and the next one may have the keyboard.
    #[expect(clippy::too_many_arguments, reason = "what a frame reads, and one question of one attempt")]
    fn field(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        view: View<'_>,
        index: usize,
        question: &Question,
        choices: &[Choice],
        attempt: &Attempt,
        out: &mut Actions,
    ) -> bool {
        let stored = attempt.answers.get(&question.id);
        let typed = self
            .typed
            .entry(question.id.clone())
            .or_insert_with(|| stored.map(|answer| letters(choices, answer)).unwrap_or_default());
        let label = view.say(console::entry_field(index + 1));
        let error = match read(question, choices, typed) {
            Typed::Wrong(letter) => Some(view.say(console::letters_wrong(letter.to_string()))),
            _ => None,
        };
        let response = Field::new(cx.theme, &label)
            .error(error.as_deref())
            .limit(12)
            .width(136.0)
            .id(field_id(index))
            .show(ui, typed);
        if response.gained_focus() {
            response.scroll_to_me(Some(egui::Align::Center));
        }
        let is_entered = entered(&response);
        let is_left = response.lost_focus();
        let (picked, is_whole) = match read(question, choices, typed) {
            Typed::Whole(picked) => (picked, true),
            Typed::Part(picked) => (picked, false),
            Typed::Nothing | Typed::Wrong(_) => return is_entered && typed.trim().is_empty(),
        };
        let Some(answer) = answer_from(question, &picked) else { return false };
        let is_taken = (is_whole && response.changed()) || is_left;
        if is_taken && stored != Some(&answer) {
            out.session(Command::AnswerTest {
                participant: self.participant,
                attempt: None,
                question: question.id.clone(),
                answer,
            });
        }
        (is_whole && response.changed()) || is_entered
    }
}

/// Draws the buttons above the questions; whether the entry is left.
fn buttons(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: View<'_>,
    person: &Participant,
    attempt: &Attempt,
    out: &mut Actions,
) -> bool {
    let (answered, total) = (attempt.answers.len(), attempt.paper.questions.len());
    let hand_in = Button::primary(cx.theme, view.say(console::entry_hand_in()));
    if ui.add(hand_in).clicked() {
        out.session(Command::SubmitAttempt { participant: person.id, attempt: None });
    }
    let is_left = ui.add(Button::plain(cx.theme, view.say(console::entry_leave()))).clicked();
    body(ui, cx.theme, &view.say(console::entry_answered(answered, total)));
    is_left
}

fn field_id(index: usize) -> egui::Id {
    egui::Id::unique(("test entry", index))
}

/// The question's words and letters; in full where they are read aloud.
fn question_words(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: View<'_>,
    number: usize,
    question: &Question,
    choices: &[Choice],
    is_oral: bool,
) {
    let theme = cx.theme;
    strong(ui, theme, &format!("{number}. {}", view.question_title(question)));
    if is_oral && let QuestionBody::Scenario { situation, question, .. } = &question.body {
        body(ui, theme, &view.fill(situation));
        body(ui, theme, &view.fill(question));
    }
    for choice in choices {
        let words = format!("{}: {}", choice.letter, choice.text);
        if is_oral {
            body(ui, theme, &words);
        } else {
            caption(ui, theme, &words);
        }
    }
}
