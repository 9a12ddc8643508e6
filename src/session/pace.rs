//! Planned and actual minutes: ahead or behind, and when it will end.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use jiff::Timestamp;

use crate::pack::Step;
use crate::session::Place;
use crate::session::State;
use crate::session::attendance::total;
use crate::text::Id;

/// How the session goes against its plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pace {
    /// When it would end had everything gone by the plan since the start (or were it to start now).
    pub planned_end: Timestamp,
    /// When it will end if what is left goes by the plan.
    pub expected_end: Timestamp,
    /// How far behind the plan; negative when ahead.
    pub behind: SignedDuration,
    /// How long the room has been on the current step, pauses left out.
    pub step_spent: SignedDuration,
    /// The current step's planned length; nothing outside the steps, test and feedback.
    pub step_planned: Option<SignedDuration>,
    /// The themes in the course's order.
    pub themes: Vec<ThemePace>,
    /// The next break that lies ahead.
    pub next_break: Option<NextBreak>,
    /// The break that is being held, or whose time is not over though the room was moved on.
    pub current_break: Option<CurrentBreak>,
}

/// How a theme goes against its plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemePace {
    /// The theme.
    pub theme: Id,
    /// Minutes planned.
    pub planned_minutes: u32,
    /// Time spent on it, breaks and pauses left out.
    pub real: SignedDuration,
    /// How far it has come.
    pub progress: Progress,
}

/// How far a theme has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Nothing of it has been shown.
    Ahead,
    /// The room is on it.
    Current,
    /// Some of it has been shown, some is still to come.
    Begun,
    /// Everything of it has been shown or left out.
    Done,
    /// All of it was left out.
    Skipped,
}

/// The next break.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextBreak {
    /// Its step.
    pub step: Id,
    /// When it will begin if what lies before it goes by the plan.
    pub expected_at: Timestamp,
    /// Its planned minutes.
    pub minutes: u32,
}

/// A break that is being held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurrentBreak {
    /// Its step.
    pub step: Id,
    /// When the room first came to it; jumping away and back does not begin it anew.
    pub since: Timestamp,
    /// When it is planned to be over.
    pub until: Timestamp,
    /// Time left; negative when it runs over.
    pub left: SignedDuration,
    /// Whether the room still stands on it.
    pub is_here: bool,
}

fn minutes(count: u32) -> SignedDuration {
    SignedDuration::from_mins(i64::from(count))
}

impl State {
    /// How the session goes at `now`. A step is done once the room was on it and moved on.
    pub fn pace(&self, now: Timestamp) -> Pace {
        let now = self.until(now);
        let planned_end = self.started_at.unwrap_or(now) + minutes(self.script.pack.planned_minutes());
        let step_spent = total(&self.stretches_at(now, |place| *place == self.place));
        let step_planned = self.planned_here();
        let rest_here =
            step_planned.map_or(SignedDuration::ZERO, |planned| (planned - step_spent).max(SignedDuration::ZERO));
        let done = self.done();

        let mut left = rest_here;
        let mut next_break = None;
        let is_past_steps = matches!(self.place, Place::FinalTest | Place::Feedback | Place::SignOut);
        if !is_past_steps {
            for step in self.steps_ahead(&done) {
                if step.is_break() && next_break.is_none() {
                    next_break =
                        Some(NextBreak { step: step.id.clone(), expected_at: now + left, minutes: step.minutes });
                }
                left += minutes(step.minutes);
            }
        }
        left += self.parts_ahead();
        let expected_end = self.closed_at.unwrap_or(now + left);
        Pace {
            planned_end,
            expected_end,
            behind: expected_end.duration_since(planned_end),
            step_spent,
            step_planned,
            themes: self.theme_paces(now, &done),
            next_break,
            current_break: self.current_break(now),
        }
    }

    /// The planned length of where the room stands.
    fn planned_here(&self) -> Option<SignedDuration> {
        let pack = &self.script.pack;
        match &self.place {
            Place::Step(id) => pack.step(id).map(|(_, step)| minutes(if step.branch_only { 0 } else { step.minutes })),
            Place::FinalTest => pack.final_test.map(|test| minutes(test.minutes)),
            Place::Feedback => pack.feedback.as_ref().map(|form| minutes(form.minutes)),
            Place::Lobby | Place::SignOut => None,
        }
    }

    /// Steps the room has been on, the current one included.
    fn done(&self) -> BTreeSet<&Id> {
        let steps = self.visits.iter().filter_map(|visit| match &visit.place {
            Place::Step(id) => Some(id),
            Place::Lobby | Place::FinalTest | Place::Feedback | Place::SignOut => None,
        });
        steps.collect()
    }

    /// Planned steps that are neither done nor left out: those after the current one first, then those
    /// that were jumped over.
    fn steps_ahead<'a>(&'a self, done: &BTreeSet<&Id>) -> impl Iterator<Item = &'a Step> {
        let steps: Vec<&Step> = self.script.pack.steps().map(|(_, step)| step).collect();
        let here = steps.iter().position(|step| self.place == Place::Step(step.id.clone())).unwrap_or(0);
        let ahead: Vec<&Step> = steps[here..]
            .iter()
            .chain(&steps[..here])
            .copied()
            .filter(|step| !step.branch_only && !done.contains(&step.id) && !self.skipped.contains_key(&step.id))
            .collect();
        ahead.into_iter()
    }

    /// Minutes of the final test and feedback that lie after where the room stands.
    fn parts_ahead(&self) -> SignedDuration {
        let pack = &self.script.pack;
        let test = pack.final_test.map_or(SignedDuration::ZERO, |test| minutes(test.minutes));
        let feedback = pack.feedback.as_ref().map_or(SignedDuration::ZERO, |form| minutes(form.minutes));
        match self.place {
            Place::Lobby | Place::Step(_) => test + feedback,
            Place::FinalTest => feedback,
            Place::Feedback | Place::SignOut => SignedDuration::ZERO,
        }
    }

    fn theme_paces(&self, now: Timestamp, done: &BTreeSet<&Id>) -> Vec<ThemePace> {
        let themes = self.script.pack.themes.iter().zip(self.theme_times(now));
        themes
            .map(|(theme, time)| {
                let is_here = theme.steps.iter().any(|step| self.place == Place::Step(step.id.clone()));
                let mut planned = theme.steps.iter().filter(|step| !step.branch_only && !step.is_break()).peekable();
                let is_empty = planned.peek().is_none();
                let (mut shown, mut skipped, mut open) = (0, 0, 0);
                for step in planned {
                    if done.contains(&step.id) {
                        shown += 1;
                    } else if self.skipped.contains_key(&step.id) {
                        skipped += 1;
                    } else {
                        open += 1;
                    }
                }
                let progress = match (is_here, shown, skipped, open) {
                    (true, ..) => Progress::Current,
                    (_, 0, 1.., 0) => Progress::Skipped,
                    (_, 0, 0, _) if !is_empty => Progress::Ahead,
                    (_, _, _, 0) => Progress::Done,
                    _ => Progress::Begun,
                };
                ThemePace { theme: theme.id.clone(), planned_minutes: time.planned_minutes, real: time.real, progress }
            })
            .collect()
    }

    /// The break that is being held, or whose time is not over though the room was moved on.
    fn current_break(&self, now: Timestamp) -> Option<CurrentBreak> {
        let (since, step) = self.visits.iter().rev().find_map(|visit| match &visit.place {
            Place::Step(id) => {
                let (_, step) = self.script.pack.step(id).filter(|(_, step)| step.is_break())?;
                let first = self.visits.iter().find(|earlier| earlier.place == visit.place)?;
                Some((first.from, step))
            }
            Place::Lobby | Place::FinalTest | Place::Feedback | Place::SignOut => None,
        })?;
        let until = since + minutes(step.minutes);
        let is_here = self.place == Place::Step(step.id.clone());
        let left = until.duration_since(now);
        (is_here || left > SignedDuration::ZERO).then(|| CurrentBreak {
            step: step.id.clone(),
            since,
            until,
            left,
            is_here,
        })
    }
}
