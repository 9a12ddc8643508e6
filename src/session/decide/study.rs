//! Studying alone: active time, steps that are done, themes credited from an earlier register.

use jiff::Timestamp;

use crate::session::Credit;
use crate::session::Event;
use crate::session::Ground;
use crate::session::LONGEST_BEAT;
use crate::session::Place;
use crate::session::Refusal;
use crate::session::State;
use crate::session::decide::present;
use crate::text::Id;

type Decision = Result<Vec<Event>, Refusal>;

/// The learner studies: the session is a self-study, and they have signed in and not out.
fn refuse_others(state: &State) -> Result<(), Refusal> {
    if state.setup.form.is_room() {
        return Err(Refusal::NotSelfStudy);
    }
    let learner = state.learner().ok_or(Refusal::NobodySignedIn)?;
    present(state, learner.id).map(drop)
}

pub(super) fn count(state: &State, at: Timestamp, place: Place, seconds: u32) -> Decision {
    if state.setup.form.is_room() {
        return Err(Refusal::NotSelfStudy);
    }
    // The last beat may come after the signing out: there is nothing left to count then.
    let Some(learner) = state.learner().filter(|row| row.is_present()) else { return Ok(Vec::new()) };
    if let Place::Step(id) = &place
        && state.script.pack.step(id).is_none()
    {
        return Err(Refusal::NoStep(id.clone()));
    }
    let signed_in = learner.stays.last().map(|stay| stay.from);
    let since = state.study.sittings.last().map(|sitting| sitting.to).max(signed_in).unwrap_or(at);
    let passed = u32::try_from(at.duration_since(since).as_secs()).unwrap_or(0);
    let seconds = seconds.min(LONGEST_BEAT).min(passed);
    Ok(if seconds == 0 { Vec::new() } else { vec![Event::Studied { place, seconds }] })
}

pub(super) fn finish(state: &State, step: Id) -> Decision {
    refuse_others(state)?;
    let (_, found) = state.script.pack.step(&step).ok_or_else(|| Refusal::NoStep(step.clone()))?;
    refuse_early(state, &step)?;
    if found.question().is_some() && state.shown_answer(&step).is_none() {
        return Err(Refusal::NotShown(step));
    }
    let is_known = found.is_break() || state.study.finished.contains(&step);
    Ok(if is_known { Vec::new() } else { vec![Event::StepFinished { step }] })
}

/// Where the course asks for an order, a step waits for the themes before its own.
pub(super) fn refuse_early(state: &State, step: &Id) -> Result<(), Refusal> {
    let theme = state.script.pack.step(step).map(|(theme, _)| theme);
    let first = theme.filter(|_| !state.setup.form.is_room()).and_then(|theme| state.theme_before(&theme.id));
    first.map_or(Ok(()), |first| Err(Refusal::ThemeFirst(first.id.clone())))
}

/// The final test of a self-study waits for all themes.
pub(super) fn refuse_test(state: &State) -> Result<(), Refusal> {
    let left = if state.setup.form.is_room() { 0 } else { state.themes_left().count() };
    if left == 0 { Ok(()) } else { Err(Refusal::ThemesLeft { left }) }
}

pub(super) fn credit(state: &State, themes: Vec<Credit>, ground: Ground) -> Decision {
    refuse_others(state)?;
    let fits =
        |credit: &Credit| state.script.pack.theme(&credit.theme).is_some_and(|theme| theme.revision == credit.revision);
    if let Some(credit) = themes.iter().find(|credit| !fits(credit)) {
        return Err(Refusal::NotCreditable(credit.theme.clone()));
    }
    let mut themes = themes;
    themes.retain(|credit| !state.study.credits.contains_key(&credit.theme));
    Ok(if themes.is_empty() { Vec::new() } else { vec![Event::Credited { themes, ground }] })
}
