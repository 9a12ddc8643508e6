//! Attempts at the final test.

use crate::quiz;
use crate::session::Answer;
use crate::session::Attempt;
use crate::session::Event;
use crate::session::Field;
use crate::session::Manner;
use crate::session::ParticipantId;
use crate::session::Refusal;
use crate::session::State;
use crate::session::clean::LONGEST_NAME;
use crate::session::clean::LONGEST_REASON;
use crate::session::clean::filled;
use crate::session::decide::standing;
use crate::session::decide::study;
use crate::text::Id;

type Decision = Result<Vec<Event>, Refusal>;

pub(super) fn start(state: &State, participant: ParticipantId, manner: Manner) -> Decision {
    let rules = state.script.pack.final_test.ok_or(Refusal::NoSuchPart)?;
    let row = standing(state, participant)?;
    let manner = match manner {
        Manner::Oral { witness } => Manner::Oral { witness: filled(&witness, Field::Witness, LONGEST_NAME)? },
        Manner::Desk | Manner::Phone | Manner::Paper => manner,
    };
    if !row.is_present() && manner != Manner::Paper {
        return Err(Refusal::NotPresent(participant));
    }
    study::refuse_test(state)?;
    if row.has_passed() {
        return Err(Refusal::HasPassed(participant));
    }
    if let Some(open) = row.open_attempt() {
        if open.manner == Manner::Phone && manner == Manner::Phone {
            // The phone did not hear that it had begun.
            return Ok(Vec::new());
        }
        return Err(Refusal::AttemptOpen(participant));
    }
    if row.counted_attempts() >= rules.attempts {
        return Err(Refusal::NoAttemptsLeft(participant));
    }
    Ok(vec![Event::AttemptStarted { participant, attempt: row.next_attempt(), manner }])
}

/// The open attempt, if it is the one that is meant.
fn open_attempt(state: &State, participant: ParticipantId, meant: Option<u32>) -> Result<&Attempt, Refusal> {
    let open = standing(state, participant)?.open_attempt();
    match (open, meant) {
        (Some(open), None) => Ok(open),
        (Some(open), Some(meant)) if open.number == meant => Ok(open),
        (_, Some(_)) => Err(Refusal::StaleAttempt(participant)),
        (None, None) => Err(Refusal::NoAttempt(participant)),
    }
}

/// The attempt that is meant, if it was handed in and counts.
fn handed_in(state: &State, participant: ParticipantId, meant: Option<u32>) -> Option<&Attempt> {
    let row = standing(state, participant).ok()?;
    let attempt = row.attempts.iter().find(|attempt| Some(attempt.number) == meant)?;
    (attempt.result.is_some() && attempt.void.is_none()).then_some(attempt)
}

pub(super) fn answer(
    state: &State,
    participant: ParticipantId,
    meant: Option<u32>,
    question: Id,
    answer: Answer,
) -> Decision {
    if handed_in(state, participant, meant).is_some_and(|attempt| attempt.answers.get(&question) == Some(&answer)) {
        return Ok(Vec::new());
    }
    let attempt = open_attempt(state, participant, meant)?;
    let is_drawn = attempt.paper.questions.iter().any(|drawn| drawn.question == question);
    let asked = state.script.pack.test_question(&question).filter(|_| is_drawn);
    let Some((_, asked)) = asked else {
        return Err(Refusal::NoQuestion(question));
    };
    if !quiz::fits(asked, &answer) {
        return Err(Refusal::BadAnswer(question));
    }
    if attempt.answers.get(&question) == Some(&answer) {
        return Ok(Vec::new());
    }
    Ok(vec![Event::TestAnswered { participant, attempt: attempt.number, question, answer }])
}

pub(super) fn submit(state: &State, participant: ParticipantId, meant: Option<u32>) -> Decision {
    if handed_in(state, participant, meant).is_some() {
        return Ok(Vec::new());
    }
    let attempt = open_attempt(state, participant, meant)?;
    let missing = attempt.paper.questions.len().saturating_sub(attempt.answers.len());
    // A blank on a sheet or an "I do not know" stands as it is; on a screen it is an oversight.
    let may_be_blank = matches!(attempt.manner, Manner::Paper | Manner::Oral { .. });
    if missing > 0 && !may_be_blank {
        return Err(Refusal::Unanswered { missing });
    }
    Ok(vec![Event::AttemptSubmitted { participant, attempt: attempt.number }])
}

pub(super) fn void(state: &State, participant: ParticipantId, reason: &str) -> Decision {
    let row = standing(state, participant)?;
    let last = row.attempts.last().filter(|attempt| attempt.void.is_none());
    let attempt = last.ok_or(Refusal::NoAttempt(participant))?.number;
    let reason = filled(reason, Field::Reason, LONGEST_REASON)?;
    Ok(vec![Event::AttemptVoided { participant, attempt, reason }])
}
