//! The learner's way: through a theme and its branches to its end, and what comes next in the course.

use crate::pack::QuestionBody;
use crate::pack::Step;
use crate::pack::Theme;
use crate::session::Place;
use crate::session::State;
use crate::text::Id;

/// Where going on leads from a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Onward {
    /// To a step of the same theme.
    Step(Id),
    /// To a question of the same theme that is asked again.
    Again(Id),
    /// To the end of the theme.
    End,
}

/// What comes next in the course.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Next<'a> {
    /// A theme at this step; `is_begun` where something of it is done already.
    Theme { theme: &'a Theme, step: &'a Step, is_begun: bool },
    /// The end of a theme, where questions come back.
    Questions { theme: &'a Theme },
    /// A part after the themes.
    Part(Place),
}

/// The steps of `theme` that are due, each branch right after the step that led to it.
pub(crate) fn line<'a>(state: &'a State, theme: &'a Theme) -> Vec<&'a Step> {
    let due: Vec<&Step> = state.due_steps(theme).collect();
    let mut line = Vec::with_capacity(due.len());
    for step in due.iter().filter(|step| !step.branch_only) {
        place(step, &due, &mut line);
    }
    // A branch that nothing on the line leads to any more is still due.
    for step in &due {
        if !is_in(&line, step) {
            line.push(step);
        }
    }
    line
}

fn is_in(line: &[&Step], step: &Step) -> bool {
    line.iter().any(|other| other.id == step.id)
}

fn place<'a>(step: &'a Step, due: &[&'a Step], line: &mut Vec<&'a Step>) {
    if is_in(line, step) {
        return;
    }
    line.push(step);
    let Some(QuestionBody::Scenario { options, .. }) = step.question().map(|question| &question.body) else { return };
    for target in options.iter().filter_map(|option| option.leads_to.as_ref()) {
        if let Some(branch) = due.iter().find(|other| other.branch_only && other.id == *target) {
            place(branch, due, line);
        }
    }
}

/// The first step of `theme` that is not done.
pub(crate) fn first_open<'a>(state: &'a State, theme: &'a Theme) -> Option<&'a Step> {
    line(state, theme).into_iter().find(|step| !state.study.finished.contains(&step.id))
}

/// Where going on leads from `step`, which counts as done.
pub(crate) fn after(state: &State, theme: &Theme, step: &Id) -> Onward {
    let line = line(state, theme);
    let is_open = |other: &&&Step| other.id != *step && !state.study.finished.contains(&other.id);
    let at = line.iter().position(|other| other.id == *step);
    // A branch goes on as the scenario does that led to it.
    let led = at.and_then(|at| line[..=at].iter().rev().find(|other| !other.branch_only));
    if is_asked_again(state, step) || led.is_some_and(|led| is_asked_again(state, &led.id)) {
        if let Some(open) = line.iter().find(is_open) {
            return Onward::Step(open.id.clone());
        }
        let repeated: Vec<&Step> = state.to_repeat(theme).collect();
        let place = |id: &Id| line.iter().position(|other| other.id == *id);
        let later = repeated.iter().find(|other| place(&other.id) > at);
        let next = later.or_else(|| repeated.iter().find(|other| other.id != *step));
        return next.map_or(Onward::End, |next| Onward::Again(next.id.clone()));
    }
    if let Some(next) = at.and_then(|at| line.get(at + 1)) {
        return Onward::Step(next.id.clone());
    }
    line.iter().find(is_open).map_or(Onward::End, |open| Onward::Step(open.id.clone()))
}

/// The step before `step` in its theme.
pub(crate) fn before(state: &State, theme: &Theme, step: &Id) -> Option<Id> {
    let line = line(state, theme);
    let at = line.iter().position(|other| other.id == *step)?;
    Some(line.get(at.checked_sub(1)?)?.id.clone())
}

/// Whether the question on `step` was asked more than once.
pub(crate) fn is_asked_again(state: &State, step: &Id) -> bool {
    state.questions.get(step).is_some_and(|question| question.rounds.len() > 1)
}

/// The theme and step at which the learner was last.
fn last_visited(state: &State) -> Option<(&Theme, &Step)> {
    state.visits.iter().rev().find_map(|visit| match &visit.place {
        Place::Step(id) => state.script.pack.step(id),
        _ => None,
    })
}

/// What comes next: the theme in which the learner was, else the first that is left, then the parts after the themes.
pub(crate) fn next(state: &State) -> Option<Next<'_>> {
    let is_left = |theme: &Theme| state.themes_left().any(|left| left.id == theme.id);
    let last = last_visited(state).filter(|(theme, _)| is_left(theme) && state.theme_before(&theme.id).is_none());
    let theme = last.map(|(theme, _)| theme).or_else(|| state.themes_left().next());
    if let Some(theme) = theme {
        return Some(at_theme(state, theme, last.map(|(_, step)| step)));
    }
    parts(state).into_iter().find(|(_, is_done)| !is_done).map(|(part, _)| Next::Part(part))
}

fn at_theme<'a>(state: &'a State, theme: &'a Theme, last: Option<&'a Step>) -> Next<'a> {
    let is_open = |step: &&Step| !state.study.finished.contains(&step.id);
    let line = line(state, theme);
    let is_begun = line.iter().any(|step| !is_open(step));
    // Where the learner stood, and from there on what is not done.
    let from = last.and_then(|last| line.iter().position(|step| step.id == last.id)).unwrap_or(0);
    let step = line[from..].iter().chain(&line[..from]).copied().find(is_open);
    match step {
        Some(step) => Next::Theme { theme, step, is_begun },
        None => Next::Questions { theme },
    }
}

/// The parts after the themes, each with whether it is done.
pub(crate) fn parts(state: &State) -> Vec<(Place, bool)> {
    let learner = state.learner();
    let has_passed = learner.is_some_and(|learner| learner.has_passed());
    let is_tested = |attempts: u32| has_passed || learner.is_some_and(|learner| learner.counted_attempts() >= attempts);
    let pack = &state.script.pack;
    let mut parts = Vec::new();
    if let Some(test) = pack.final_test {
        let is_open = learner.is_some_and(|learner| learner.open_attempt().is_some());
        parts.push((Place::FinalTest, is_tested(test.attempts) && !is_open));
    }
    if pack.feedback.is_some() {
        parts.push((Place::Feedback, !state.feedback.is_empty()));
    }
    parts.push((Place::SignOut, learner.is_some_and(|learner| learner.signed_out)));
    parts
}

/// Planned minutes of everything that is left: themes, test and feedback.
pub(crate) fn minutes_left(state: &State) -> u32 {
    let pack = &state.script.pack;
    let themes: u32 = state.themes_left().map(|theme| state.minutes_left(theme).max(1)).sum();
    let parts = parts(state).into_iter().filter(|(_, is_done)| !is_done);
    let parts: u32 = parts
        .map(|(part, _)| match part {
            Place::FinalTest => pack.final_test.map_or(0, |test| test.minutes),
            Place::Feedback => pack.feedback.as_ref().map_or(0, |form| form.minutes),
            Place::Lobby | Place::Step(_) | Place::SignOut => 0,
        })
        .sum();
    themes + parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::testing::{Session, alone};
    use crate::session::{Answer, Channel, Command, ParticipantId};

    fn answers(session: &mut Session, step: &str, answer: Answer) {
        let id = || Id::from(step);
        session.does(Command::OpenQuestion { step: id() });
        session.does(Command::Answer {
            step: id(),
            round: None,
            participant: ParticipantId(1),
            answer,
            channel: Channel::Desk,
        });
        session.does(Command::Reveal { step: id() });
        session.does(Command::FinishStep { step: id() });
    }

    fn option(id: &str) -> Answer {
        Answer::Options([Id::from(id)].into())
    }

    fn first(session: &Session) -> &Theme {
        &session.state.script.pack.themes[0]
    }

    fn seen(session: &Session) -> Vec<&str> {
        line(&session.state, first(session)).into_iter().map(|step| step.id.as_str()).collect()
    }

    fn onward(session: &Session, step: &str) -> Onward {
        after(&session.state, first(session), &step.into())
    }

    #[test]
    fn a_branch_comes_right_after_the_scenario_that_led_to_it() {
        let mut session = alone();
        assert_eq!(seen(&session), ["alku", "kuittaus", "keskustelu", "vaite"]);
        answers(&mut session, "kuittaus", option("b"));
        assert_eq!(seen(&session), ["alku", "kuittaus", "haara", "keskustelu", "vaite"]);
        assert_eq!(onward(&session, "kuittaus"), Onward::Step("haara".into()));
        assert_eq!(onward(&session, "haara"), Onward::Step("keskustelu".into()));
        assert_eq!(before(&session.state, first(&session), &"alku".into()), None);
        assert_eq!(before(&session.state, first(&session), &"keskustelu".into()), Some("haara".into()));
    }

    #[test]
    fn the_last_step_leads_to_what_was_passed_over_and_then_to_the_end() {
        let mut session = alone();
        assert_eq!(onward(&session, "vaite"), Onward::Step("alku".into()));
        session.does(Command::FinishStep { step: "alku".into() });
        answers(&mut session, "kuittaus", option("a"));
        session.does(Command::FinishStep { step: "keskustelu".into() });
        assert_eq!(onward(&session, "vaite"), Onward::End);
    }

    #[test]
    fn questions_that_come_back_follow_each_other_until_they_are_right() {
        let mut session = alone();
        session.does(Command::FinishStep { step: "alku".into() });
        session.does(Command::FinishStep { step: "keskustelu".into() });
        answers(&mut session, "kuittaus", option("b"));
        session.does(Command::FinishStep { step: "haara".into() });
        answers(&mut session, "vaite", Answer::Truth(true));
        assert_eq!(onward(&session, "vaite"), Onward::End);
        assert_eq!(next(&session.state), Some(Next::Questions { theme: first(&session) }));
        answers(&mut session, "kuittaus", option("b"));
        assert_eq!(onward(&session, "kuittaus"), Onward::Again("vaite".into()));
        answers(&mut session, "vaite", Answer::Truth(false));
        assert_eq!(onward(&session, "vaite"), Onward::Again("kuittaus".into()));
        answers(&mut session, "kuittaus", option("a"));
        assert_eq!(onward(&session, "kuittaus"), Onward::End);
    }

    #[test]
    fn a_branch_of_a_question_that_came_back_does_not_lead_through_the_theme_again() {
        let mut session = alone();
        session.does(Command::FinishStep { step: "alku".into() });
        answers(&mut session, "kuittaus", option("b"));
        session.does(Command::FinishStep { step: "keskustelu".into() });
        answers(&mut session, "vaite", Answer::Truth(true));
        assert_eq!(onward(&session, "haara"), Onward::Step("keskustelu".into()), "the first time through");
        answers(&mut session, "kuittaus", option("b"));
        assert_eq!(onward(&session, "kuittaus"), Onward::Step("haara".into()));
        session.does(Command::FinishStep { step: "haara".into() });
        assert_eq!(onward(&session, "haara"), Onward::Again("vaite".into()));
        answers(&mut session, "vaite", Answer::Truth(false));
        answers(&mut session, "kuittaus", option("a"));
        assert_eq!(onward(&session, "haara"), Onward::End);
    }

    #[test]
    fn the_learner_goes_on_where_they_were() {
        let mut session = alone();
        let at = |session: &Session| match next(&session.state) {
            Some(Next::Theme { step, is_begun, .. }) => (step.id.to_string(), is_begun),
            other => panic!("{other:?}"),
        };
        assert_eq!(at(&session), ("alku".to_owned(), false));
        session.does(Command::Go { to: Place::Step("loppu".into()) });
        session.does(Command::Go { to: Place::Lobby });
        assert_eq!(at(&session), ("loppu".to_owned(), false));
        session.does(Command::FinishStep { step: "loppu".into() });
        assert_eq!(at(&session), ("alku".to_owned(), false));
        session.does(Command::Go { to: Place::Step("keskustelu".into()) });
        session.does(Command::FinishStep { step: "keskustelu".into() });
        assert_eq!(at(&session), ("vaite".to_owned(), true));
    }
}
