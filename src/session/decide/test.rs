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
    if row.has_passed() {
        return Err(Refusal::HasPassed(participant));
    }
    if row.open_attempt().is_some() {
        return Err(Refusal::AttemptOpen(participant));
    }
    if row.counted_attempts() >= rules.attempts {
        return Err(Refusal::NoAttemptsLeft(participant));
    }
    Ok(vec![Event::AttemptStarted { participant, attempt: row.next_attempt(), manner }])
}

fn open_attempt(state: &State, participant: ParticipantId) -> Result<&Attempt, Refusal> {
    standing(state, participant)?.open_attempt().ok_or(Refusal::NoAttempt(participant))
}

pub(super) fn answer(state: &State, participant: ParticipantId, question: Id, answer: Answer) -> Decision {
    let attempt = open_attempt(state, participant)?;
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

pub(super) fn submit(state: &State, participant: ParticipantId) -> Decision {
    let attempt = open_attempt(state, participant)?;
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
