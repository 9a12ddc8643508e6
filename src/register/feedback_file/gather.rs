//! What is told of a closed session: counted, and in an order that tells nothing.

use ring::digest::{Context, SHA256};

use crate::pack::FeedbackKind;
use crate::pack::Question;
use crate::pack::QuestionBody;
use crate::quiz;
use crate::register::facts::hex;
use crate::register::feedback_file::{Answered, Asked, Item, Round, Theme};
use crate::session::Attempt;
use crate::session::FeedbackAnswer;
use crate::session::State;
use crate::text::Id;
use crate::text::Text;

/// Follows from the session's seed, which no register tells: nobody finds the register's session by it.
pub(super) fn id(state: &State) -> String {
    let mut context = Context::new(&SHA256);
    context.update(b"perehdytin feedback file v1\n");
    context.update(&state.setup.seed.to_le_bytes());
    context.update(state.setup.session.as_bytes());
    hex(context.finish().as_ref())
}

pub(super) fn themes(state: &State) -> Vec<Theme> {
    let theme = |theme: &crate::pack::Theme| Theme {
        id: theme.id.to_string(),
        title: filled(state, &theme.title),
        revision: theme.revision,
        digest: theme.digest.clone(),
    };
    state.script.pack.themes.iter().map(theme).collect()
}

pub(super) fn feedback(state: &State) -> Vec<Asked> {
    let Some(form) = &state.script.pack.feedback else { return Vec::new() };
    let asked = form.questions.iter().map(|question| {
        let mut counts = matches!(question.kind, FeedbackKind::Scale { .. }).then_some([0; 5]);
        let mut texts = Vec::new();
        for answer in state.feedback.values().filter_map(|form| form.answers.get(&question.id)) {
            match answer {
                FeedbackAnswer::Scale(value) => {
                    let count = counts.as_mut().and_then(|counts| counts.get_mut(usize::from(*value).wrapping_sub(1)));
                    *count.unwrap_or(&mut 0) += 1;
                }
                FeedbackAnswer::Text(text) => texts.push(text.clone()),
            }
        }
        // Their order tells nothing: neither who wrote first nor what else they answered.
        texts.sort();
        Asked { id: question.id.to_string(), text: filled(state, &question.text), counts, texts }
    });
    asked.collect()
}

pub(super) fn items(state: &State) -> Vec<Item> {
    let theme = |step: &Id| state.script.pack.step(step).map(|(theme, _)| theme.id.to_string());
    let item = |item: &crate::session::Item| Item {
        id: item.id.0,
        text: item.text.clone(),
        theme: item.step.as_ref().and_then(theme),
        step: item.step.as_ref().map(ToString::to_string),
    };
    state.items.values().map(item).collect()
}

pub(super) fn theme_questions(state: &State) -> Vec<Answered> {
    let steps = state.script.pack.steps().filter_map(|(theme, step)| Some((theme, step, step.question()?)));
    let answered = steps.filter_map(|(theme, step, question)| {
        let rounds = 1..=count(state.questions.get(&step.id)?.rounds.len());
        let rounds = rounds.filter_map(|round| state.tally(&step.id, round));
        let rounds: Vec<Round> = rounds
            .map(|tally| Round { answered: tally.judged, right: tally.right })
            .filter(|round| round.has_answers())
            .collect();
        let first = Some(*rounds.first()?);
        Some(Answered {
            id: step.id.to_string(),
            theme: theme.id.to_string(),
            text: asked(state, question),
            first,
            rounds,
        })
    });
    answered.collect()
}

pub(super) fn test_questions(state: &State) -> Vec<Answered> {
    let bank =
        state.script.pack.themes.iter().flat_map(|theme| theme.test.iter().map(move |question| (theme, question)));
    let answered = bank.filter_map(|(theme, question)| {
        let all = in_attempts(state, question, |_| true);
        let first = Some(in_attempts(state, question, |attempt| attempt.number == 1));
        all.has_answers().then(|| Answered {
            id: question.id.to_string(),
            theme: theme.id.to_string(),
            text: asked(state, question),
            first: first.filter(|round| round.has_answers()),
            rounds: vec![all],
        })
    });
    answered.collect()
}

/// How a question of the final test was answered in the `wanted` ones of the attempts that count.
fn in_attempts(state: &State, question: &Question, wanted: impl Fn(&Attempt) -> bool) -> Round {
    let mut round = Round { answered: 0, right: 0 };
    let attempts = state.standing().flat_map(|participant| &participant.attempts);
    let counting = attempts.filter(|attempt| attempt.void.is_none() && attempt.result.is_some() && wanted(attempt));
    for attempt in counting.filter(|a| a.paper.questions.iter().any(|drawn| drawn.question == question.id)) {
        let is_right = attempt.answers.get(&question.id).is_some_and(|answer| quiz::is_right(question, answer));
        round.answered += 1;
        round.right += u32::from(is_right);
    }
    round
}

/// What a question asks, in one line.
fn asked(state: &State, question: &Question) -> String {
    match &question.body {
        QuestionBody::Scenario { title, question, .. } => {
            format!("{}: {}", filled(state, title), filled(state, question))
        }
        QuestionBody::Statement { text, .. } | QuestionBody::Choice { text, .. } | QuestionBody::Order { text, .. } => {
            filled(state, text)
        }
    }
}

impl Round {
    fn has_answers(self) -> bool {
        self.answered > 0
    }
}

fn filled(state: &State, text: &Text) -> String {
    state.script.profile.fill(text, &state.setup.language)
}

/// A count that fits; sessions hold no billions.
pub(super) fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
