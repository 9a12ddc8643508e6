//! What is still open before a session is closed.

use crate::session::Place;
use crate::session::State;
use crate::text::Id;

/// What is still open; nothing of it keeps a session from being closed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OpenEnds {
    /// Who has not signed out: they are marked as gone when the session is closed.
    pub still_here: Vec<String>,
    /// Who has handed in nothing that counts in the final test.
    pub untested: Vec<String>,
    /// Who has failed and has attempts left.
    pub may_try_again: Vec<String>,
    /// Who is in the middle of an attempt.
    pub in_attempt: Vec<String>,
    /// Questions of the room that still take answers.
    pub open_questions: Vec<Id>,
    /// Themes that the room never came to and did not skip.
    pub unseen_themes: Vec<Id>,
    /// Feedback forms given, and people who could have given one; `None` without a form.
    pub feedback: Option<(usize, usize)>,
    /// Things on the list of things to do after that are not ticked.
    pub to_do: Vec<Id>,
}

impl OpenEnds {
    /// What is still open in `state`.
    pub fn of(state: &State) -> Self {
        let pack = &state.script.pack;
        let mut ends = Self::default();
        for participant in state.standing() {
            let name = participant.details.name.clone();
            if participant.is_present() {
                ends.still_here.push(name.clone());
            }
            let Some(test) = &pack.final_test else { continue };
            let has_result =
                participant.attempts.iter().any(|attempt| attempt.void.is_none() && attempt.result.is_some());
            if participant.open_attempt().is_some() {
                ends.in_attempt.push(name);
            } else if participant.has_passed() {
                // Nothing is open.
            } else if !has_result {
                ends.untested.push(name);
            } else if participant.counted_attempts() < test.attempts {
                ends.may_try_again.push(name);
            }
        }
        ends.open_questions = state
            .questions
            .iter()
            .filter(|(_, question)| question.rounds.last().is_some_and(|round| round.is_open))
            .map(|(step, _)| step.clone())
            .collect();
        let was_visited = |id: &Id| state.visits.iter().any(|visit| visit.place == Place::Step(id.clone()));
        for theme in &pack.themes {
            let mut steps = theme.steps.iter().filter(|step| !step.branch_only && !step.is_break()).peekable();
            if steps.peek().is_some()
                && steps.all(|step| !was_visited(&step.id) && !state.skipped.contains_key(&step.id))
            {
                ends.unseen_themes.push(theme.id.clone());
            }
        }
        if pack.feedback.is_some() {
            let given = state.feedback.len();
            let people = state.standing().count();
            ends.feedback = (given < people).then_some((given, people));
        }
        ends.to_do = pack
            .checklist
            .after
            .iter()
            .filter(|item| !state.ticked.contains(&item.id))
            .map(|item| item.id.clone())
            .collect();
        ends
    }

    /// Whether everything is done.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::Channel;
    use crate::session::Command;
    use crate::session::Manner;
    use crate::session::testing;

    #[test]
    fn everything_is_open_while_nothing_was_done() {
        let mut session = testing::Session::new();
        session.signs_in("Aino Laine");
        let ends = OpenEnds::of(&session.state);
        assert_eq!(ends.still_here, ["Aino Laine"]);
        assert_eq!(ends.untested, ["Aino Laine"]);
        assert_eq!(ends.unseen_themes.len(), 3);
        assert_eq!(ends.feedback, Some((0, 1)));
        assert_eq!(ends.to_do, ["kohteet".into()]);
        assert!(!ends.is_empty());
    }

    #[test]
    fn what_is_done_is_no_longer_open() {
        let mut session = testing::Session::new();
        let aino = session.signs_in("Aino Laine");
        session.at(1).does(testing::go("alku"));
        session.does(Command::Tick { item: "kohteet".into(), done: true });
        session.does(Command::SignOut { participant: aino, signature: None, channel: Channel::Desk });
        let ends = OpenEnds::of(&session.state);
        assert!(ends.still_here.is_empty() && ends.to_do.is_empty());
        assert_eq!(ends.unseen_themes.len(), 2);
    }

    #[test]
    fn an_attempt_under_way_and_an_open_question_are_told() {
        let mut session = testing::Session::new();
        let aino = session.signs_in("Aino Laine");
        session.at(1).does(testing::go("vaite"));
        session.does(Command::OpenQuestion { step: "vaite".into() });
        session.does(Command::StartAttempt { participant: aino, manner: Manner::Desk });
        let ends = OpenEnds::of(&session.state);
        assert_eq!(ends.in_attempt, ["Aino Laine"]);
        assert!(ends.untested.is_empty());
        assert_eq!(ends.open_questions, ["vaite".into()]);
    }
}
