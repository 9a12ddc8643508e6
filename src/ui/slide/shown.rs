//! What the room should see now: from the session's state and what the trainer does to the projector.

use jiff::Timestamp;

use crate::pack::Step;
use crate::pack::StepBody;
use crate::pack::Theme;
use crate::session::Place;
use crate::session::State;
use crate::text::Id;
use crate::ui::slide::Face;
use crate::ui::slide::Stage;
use crate::ui::slide::Wording;
use crate::ui::slide::break_face;
use crate::ui::slide::closed_face;
use crate::ui::slide::discussion_face;
use crate::ui::slide::feedback_face;
use crate::ui::slide::lobby_face;
use crate::ui::slide::question_face;
use crate::ui::slide::sign_out_face;
use crate::ui::slide::test_face;

/// How texts of a session are worded.
pub fn wording(state: &State) -> Wording<'_> {
    Wording { profile: &state.script.profile, language: &state.setup.language, root: &state.script.pack.root }
}

/// What the room sees now. `explained` is the option whose explanation is shown after a reveal.
pub fn current_face(state: &State, explained: Option<&Id>, now: Timestamp) -> Face {
    let wording = wording(state);
    let pack = &state.script.pack;
    if state.closed_at.is_some() {
        return closed_face(wording);
    }
    match &state.place {
        Place::Lobby => lobby_face(wording, &pack.title, &pack.summary),
        Place::Step(id) => match pack.step(id) {
            Some((theme, step)) => step_face(state, theme, step, explained, now),
            None => Face::default(),
        },
        Place::FinalTest => pack.final_test.map_or_else(Face::default, |test| test_face(wording, &test)),
        Place::Feedback => feedback_face(wording),
        Place::SignOut => sign_out_face(wording),
    }
}

/// The face of a step as it stands in the session: asked, revealed or explained.
pub fn step_face(state: &State, theme: &Theme, step: &Step, explained: Option<&Id>, now: Timestamp) -> Face {
    let wording = wording(state);
    let rounds = state.questions.get(&step.id).map_or(&[][..], |question| question.rounds.as_slice());
    let stage = match (rounds.last(), explained) {
        (Some(round), Some(option)) if round.is_revealed && !round.is_open => Stage::Explained(option),
        (Some(round), None) if round.is_revealed && !round.is_open => Stage::Results(rounds),
        _ => Stage::Asked,
    };
    let ends_at = break_end(state, step);
    let time = ends_at.map(|end| {
        let local = crate::i18n::local(end, &state.setup.time_zone);
        (end, crate::i18n::time_of_day(wording.lang(), &local))
    });
    let ends_at = time.as_ref().map(|(end, time)| (*end, time.as_str()));
    plain_step_face(wording, theme, step, state.setup.seed, &stage, ends_at, now)
}

/// The face of a step from the pack alone.
pub fn plain_step_face(
    wording: Wording<'_>,
    theme: &Theme,
    step: &Step,
    seed: u64,
    stage: &Stage<'_>,
    ends_at: Option<(Timestamp, &str)>,
    now: Timestamp,
) -> Face {
    let face = match &step.body {
        StepBody::Slide(slide) => Face {
            title: wording.fill(&slide.title),
            arrangements: vec![wording.blocks(&slide.blocks)],
            ..Face::default()
        },
        StepBody::Question(question) => question_face(question, wording, seed, stage),
        StepBody::Discussion(discussion) => discussion_face(wording, discussion),
        StepBody::Break { title } => return break_face(wording, title, ends_at, now),
    };
    Face { lang: wording.lang(), foot: wording.fill(&theme.title), ..face }
}

/// When the break that the room is on ends; `None` on any other step.
pub fn break_end(state: &State, step: &Step) -> Option<Timestamp> {
    if !step.is_break() || state.place != Place::Step(step.id.clone()) {
        return None;
    }
    let from = state.visits.last()?.from;
    Some(from + jiff::SignedDuration::from_mins(i64::from(step.minutes)))
}
