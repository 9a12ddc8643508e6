//! What every phone of one language is shown alike: where the room stands, its question, the feedback form.

use jiff::SignedDuration;
use jiff::Timestamp;
use serde::Serialize;

use crate::i18n::local;
use crate::i18n::time_of_day;
use crate::pack::FeedbackKind;
use crate::pack::QuestionBody;
use crate::pack::Step;
use crate::pack::StepBody;
use crate::room::view::question::Asked;
use crate::room::view::question::Wording;
use crate::session::Place;
use crate::session::Round;
use crate::session::State;
use crate::text::Id;

/// What changes the view of every phone. Equal keys of one session mean equal common parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::room) struct Key {
    place: Place,
    since: Option<Timestamp>,
    is_closed: bool,
    is_paused: bool,
    is_handout_released: bool,
    round: RoundNow,
}

/// How the current round of the room's question stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct RoundNow {
    /// From 1; 0 when nothing was asked.
    pub(super) number: u32,
    pub(super) is_open: bool,
    pub(super) is_revealed: bool,
}

impl Key {
    pub(in crate::room) fn of(state: &State) -> Self {
        let round = match &state.place {
            Place::Step(step) => round_of(state, step),
            Place::Lobby | Place::FinalTest | Place::Feedback | Place::SignOut => RoundNow::default(),
        };
        Self {
            place: state.place.clone(),
            since: state.visits.last().map(|visit| visit.from),
            is_closed: state.closed_at.is_some(),
            is_paused: state.is_paused(),
            is_handout_released: state.handout_released,
            round,
        }
    }
}

fn round_of(state: &State, step: &Id) -> RoundNow {
    let rounds = state.questions.get(step).map_or(&[][..], |question| &question.rounds);
    let number = u32::try_from(rounds.len()).unwrap_or(u32::MAX);
    let of = |round: &Round| RoundNow { number, is_open: round.is_open, is_revealed: round.is_revealed };
    rounds.last().map(of).unwrap_or_default()
}

/// What every phone of one language is shown alike.
#[derive(Debug)]
pub(in crate::room) struct Common {
    pub(in crate::room) key: Key,
    pub(super) place: &'static str,
    pub(super) theme: Option<ThemeView>,
    pub(super) title: Option<String>,
    pub(super) paused: bool,
    pub(super) break_until: Option<BreakUntil>,
    pub(super) question: Option<Asked>,
    pub(super) feedback: Option<FeedbackForm>,
    pub(super) is_test_open: bool,
}

#[derive(Debug, Serialize)]
pub(super) struct ThemeView {
    number: usize,
    of: usize,
    title: String,
}

/// When the break is planned to be over: as it is, and as the room's clock will say.
#[derive(Debug, Serialize)]
pub(super) struct BreakUntil {
    at: Timestamp,
    clock: String,
}

#[derive(Debug, Serialize)]
pub(super) struct FeedbackForm {
    questions: Vec<FeedbackQuestion>,
}

#[derive(Debug, Serialize)]
struct FeedbackQuestion {
    id: Id,
    kind: &'static str,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    low: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    high: Option<String>,
}

/// Whether the final test may be taken: the room stands at it, or has come further.
pub(in crate::room) fn is_test_open(state: &State) -> bool {
    matches!(state.place, Place::FinalTest | Place::Feedback | Place::SignOut)
}

/// Whether feedback may be given.
pub(in crate::room) fn is_feedback_open(state: &State) -> bool {
    matches!(state.place, Place::Feedback | Place::SignOut)
}

impl Common {
    pub(in crate::room) fn of(state: &State, wording: &Wording) -> Self {
        let is_running = state.closed_at.is_none();
        let mut common = Self {
            key: Key::of(state),
            place: if is_running { place(&state.place) } else { "closed" },
            theme: None,
            title: None,
            paused: is_running && state.is_paused(),
            break_until: None,
            question: None,
            feedback: None,
            is_test_open: is_running && is_test_open(state),
        };
        if is_running && is_feedback_open(state) {
            common.feedback = feedback(state, wording);
        }
        if is_running && let Place::Step(id) = &state.place {
            common.take_step(state, wording, id);
        }
        common
    }

    fn take_step(&mut self, state: &State, wording: &Wording, id: &Id) {
        let pack = &state.script.pack;
        let Some((theme, step)) = pack.step(id) else { return };
        let number = pack.themes.iter().position(|other| other.id == theme.id).unwrap_or(0) + 1;
        self.theme = Some(ThemeView { number, of: pack.themes.len(), title: wording.fill(&theme.title) });
        self.title = Some(wording.fill(match &step.body {
            StepBody::Slide(slide) => &slide.title,
            StepBody::Discussion(discussion) => &discussion.title,
            StepBody::Break { title } => title,
            StepBody::Question(question) => match &question.body {
                QuestionBody::Scenario { title, .. } => title,
                QuestionBody::Statement { text, .. }
                | QuestionBody::Choice { text, .. }
                | QuestionBody::Order { text, .. } => text,
            },
        }));
        if step.is_break() {
            self.break_until = break_until(state, wording, step);
        }
        if let StepBody::Question(question) = &step.body {
            let round = round_of(state, id);
            // No phone has the options before the trainer has asked.
            let asked = || Asked::new(question, state.setup.seed, wording, round);
            self.question = (round.number > 0).then(asked);
        }
    }
}

fn place(place: &Place) -> &'static str {
    match place {
        Place::Lobby => "lobby",
        Place::Step(_) => "step",
        Place::FinalTest => "test",
        Place::Feedback => "feedback",
        Place::SignOut => "sign_out",
    }
}

/// When the break is planned to be over, on the room's clock; jumping away and back does not begin it anew.
fn break_until(state: &State, wording: &Wording, step: &Step) -> Option<BreakUntil> {
    let first = state.visits.iter().find(|visit| visit.place == Place::Step(step.id.clone()))?;
    let at = first.from + SignedDuration::from_mins(i64::from(step.minutes));
    Some(BreakUntil { at, clock: time_of_day(wording.lang, &local(at, &state.setup.time_zone)) })
}

fn feedback(state: &State, wording: &Wording) -> Option<FeedbackForm> {
    let form = state.script.pack.feedback.as_ref()?;
    let questions = form.questions.iter().map(|question| {
        let (kind, low, high) = match &question.kind {
            FeedbackKind::Scale { low, high } => ("scale", Some(wording.fill(low)), Some(wording.fill(high))),
            FeedbackKind::FreeText => ("text", None, None),
        };
        FeedbackQuestion { id: question.id.clone(), kind, text: wording.fill(&question.text), low, high }
    });
    Some(FeedbackForm { questions: questions.collect() })
}
