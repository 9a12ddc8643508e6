//! Who has passed, failed or not taken the final test, and whose turn it is.

use crate::session::Attempt;
use crate::session::AttemptResult;
use crate::session::Participant;
use crate::session::ParticipantId;
use crate::session::State;

/// How somebody stands with the final test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Has not begun.
    NotTaken,
    /// An attempt is open.
    Open,
    /// Passed.
    Passed(AttemptResult),
    /// Failed the last attempt that counts; this many are left.
    Failed(AttemptResult, u32),
}

/// How `participant` stands.
pub(crate) fn standing(state: &State, participant: &Participant) -> Standing {
    let counted = || participant.attempts.iter().rev().filter(|attempt| attempt.void.is_none());
    if let Some(passed) = counted().filter_map(|attempt| attempt.result).find(|result| result.passed) {
        return Standing::Passed(passed);
    }
    if participant.open_attempt().is_some() {
        return Standing::Open;
    }
    match counted().find_map(|attempt| attempt.result) {
        Some(result) => Standing::Failed(result, attempts_left(state, participant)),
        None => Standing::NotTaken,
    }
}

/// How many attempts `participant` may still begin.
pub(crate) fn attempts_left(state: &State, participant: &Participant) -> u32 {
    let allowed = state.script.pack.final_test.map_or(0, |test| test.attempts);
    allowed.saturating_sub(participant.counted_attempts())
}

/// Whether another attempt may be begun.
pub(crate) fn may_begin(state: &State, participant: &Participant) -> bool {
    !participant.has_passed() && participant.open_attempt().is_none() && attempts_left(state, participant) > 0
}

/// The attempt to show: the open one, else the one that passed, else the last.
pub(crate) fn shown_attempt(participant: &Participant) -> Option<&Attempt> {
    let passed = || {
        participant
            .attempts
            .iter()
            .find(|attempt| attempt.void.is_none() && attempt.result.is_some_and(|result| result.passed))
    };
    participant.open_attempt().or_else(passed).or(participant.attempts.last())
}

/// Those here who have not taken the test, by name. Who failed is not among them: a screen that goes
/// round the room must not tell.
pub(crate) fn queue(state: &State) -> Vec<ParticipantId> {
    let mut waiting: Vec<&Participant> =
        state.present().filter(|one| standing(state, one) == Standing::NotTaken && may_begin(state, one)).collect();
    waiting.sort_by_cached_key(|one| one.details.name.to_lowercase());
    waiting.into_iter().map(|one| one.id).collect()
}

/// How many of those on the register have passed, have failed with no attempt open, and have not finished.
pub(crate) fn counts(state: &State) -> (usize, usize, usize) {
    state.standing().fold((0, 0, 0), |(passed, failed, open), one| match standing(state, one) {
        Standing::Passed(_) => (passed + 1, failed, open),
        Standing::Failed(..) => (passed, failed + 1, open),
        Standing::NotTaken | Standing::Open => (passed, failed, open + 1),
    })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::quiz::TestPaper;
    use crate::session::Manner;
    use crate::ui::room::sample;

    fn with_attempts(attempts: &[(Option<bool>, bool)]) -> State {
        let mut state = sample::state();
        let one = Arc::make_mut(state.participants.get_mut(&ParticipantId(1)).unwrap());
        one.attempts = (1..)
            .zip(attempts)
            .map(|(number, (passed, is_void))| Attempt {
                number,
                manner: Manner::Desk,
                paper: TestPaper { questions: Vec::new() }.into(),
                answers: Default::default(),
                started_at: sample::start(),
                result: passed.map(|passed| AttemptResult { at: sample::start(), correct: 1, total: 2, passed }),
                void: is_void.then(|| "a mistake".to_owned()),
            })
            .collect();
        state
    }

    fn one(state: &State) -> &Participant {
        &state.participants[&ParticipantId(1)]
    }

    #[test]
    fn a_void_attempt_counts_for_nothing() {
        let state = with_attempts(&[(Some(true), true)]);
        assert_eq!(standing(&state, one(&state)), Standing::NotTaken);
        assert_eq!(attempts_left(&state, one(&state)), 2);
    }

    #[test]
    fn a_failed_attempt_leaves_one_more_and_then_none() {
        let state = with_attempts(&[(Some(false), false)]);
        assert!(matches!(standing(&state, one(&state)), Standing::Failed(_, 1)));
        assert!(may_begin(&state, one(&state)));
        let state = with_attempts(&[(Some(false), false), (Some(false), false)]);
        assert!(!may_begin(&state, one(&state)));
    }

    #[test]
    fn who_passed_may_not_begin_again() {
        let state = with_attempts(&[(Some(false), false), (Some(true), false)]);
        assert!(matches!(standing(&state, one(&state)), Standing::Passed(_)));
        assert!(!may_begin(&state, one(&state)));
        assert_eq!(counts(&state), (1, 0, 2));
    }

    #[test]
    fn the_queue_never_tells_who_has_failed() {
        let state = with_attempts(&[(Some(false), false)]);
        assert_eq!(queue(&state), [ParticipantId(2), ParticipantId(3)]);
    }
}
