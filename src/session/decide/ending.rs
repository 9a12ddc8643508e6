//! Feedback and closing.

use std::collections::BTreeMap;

use crate::pack::FeedbackKind;
use crate::session::Event;
use crate::session::FeedbackAnswer;
use crate::session::FeedbackForm;
use crate::session::Field;
use crate::session::Refusal;
use crate::session::State;
use crate::session::clean::LONGEST_TEXT;
use crate::session::clean::clean_lines;
use crate::session::feedback_digest;

type Decision = Result<Vec<Event>, Refusal>;

pub(super) fn give_feedback(state: &State, form: FeedbackForm) -> Decision {
    let questions = &state.script.pack.feedback.as_ref().ok_or(Refusal::NoSuchPart)?.questions;
    let FeedbackForm { key, answers } = form;
    let is_key = key.len() == 32 && key.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    if !is_key {
        return Err(Refusal::BadFeedbackKey);
    }
    let mut clean = BTreeMap::new();
    for (id, answer) in answers {
        let Some(question) = questions.iter().find(|question| question.id == id) else {
            return Err(Refusal::NoQuestion(id));
        };
        match (&question.kind, answer) {
            (FeedbackKind::Scale { .. }, FeedbackAnswer::Scale(value @ 1..=5)) => {
                clean.insert(id, FeedbackAnswer::Scale(value));
            }
            (FeedbackKind::FreeText, FeedbackAnswer::Text(text)) => {
                let text = clean_lines(&text, Field::Feedback, LONGEST_TEXT)?;
                if !text.is_empty() {
                    clean.insert(id, FeedbackAnswer::Text(text));
                }
            }
            _ => return Err(Refusal::BadAnswer(id)),
        }
    }
    if clean.is_empty() {
        return Err(Refusal::Empty { field: Field::Feedback });
    }
    match state.feedback.get(&key) {
        // The same form again, from somebody who did not hear that it arrived.
        Some(given) if given.answers == clean => Ok(Vec::new()),
        Some(_) => Err(Refusal::BadFeedbackKey),
        None => Ok(vec![Event::FeedbackGiven(FeedbackForm { key, answers: clean })]),
    }
}

pub(super) fn close(state: &State) -> Decision {
    if state.standing().next().is_none() {
        return Err(Refusal::NobodySignedIn);
    }
    let mut events = Vec::new();
    for (step, question) in &state.questions {
        if question.rounds.last().is_some_and(|round| round.is_open) {
            let round = u32::try_from(question.rounds.len()).unwrap_or(u32::MAX);
            events.push(Event::QuestionClosed { step: step.clone(), round });
        }
    }
    if state.is_paused() {
        events.push(Event::Resumed);
    }
    events.extend(state.present().map(|participant| Event::Departed { participant: participant.id }));
    events.push(Event::Closed { feedback_digest: feedback_digest(state.feedback.values()) });
    Ok(events)
}
