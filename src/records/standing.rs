//! Whether somebody is valid for a course on a day: pure.
//!
//! A theme is held from the day on which it was attended in its present revision *and* a final test of the course was
//! passed, then or later: who fails and takes the test again another day need not sit through the themes again. The test
//! of a session of only some themes vouches for these alone, whatever else was attended before it. A theme is
//! held until what was attended is older than the course allows, or for ever. Somebody is valid while every theme that
//! has minutes is held; what is lacking is told theme by theme, so that the due induction is those themes alone.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde::Serialize;

use crate::records::Day;
use crate::records::Form;
use crate::records::Outcome;

/// One attendance of a person at a course, with the facts that their standing rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Sat {
    /// Whose row of which register it is.
    pub(super) attendance: i64,
    /// The employer at that time, by its number in the tables.
    pub(super) company: i64,
    /// The day of the session.
    pub(super) day: Day,
    /// How it was taken.
    pub(super) form: Form,
    /// How the test ended.
    pub(super) outcome: Outcome,
    /// Themes with their revisions and the days on which they were really attended.
    pub(super) themes: Vec<(i64, u32, Day)>,
    /// Those among them that an earlier register vouches for and that were attended under another employer, as far as the
    /// records have that register.
    pub(super) elsewhere: Vec<i64>,
    /// The themes that the session's test asked of; `None` for the whole course.
    pub(super) tested: Option<Arc<[i64]>>,
}

impl Sat {
    /// Whether a test that was passed here vouches for `theme`.
    fn vouches_for(&self, theme: i64) -> bool {
        self.outcome == Outcome::Passed && self.tested.as_ref().is_none_or(|tested| tested.contains(&theme))
    }
}

/// What a course asks on some day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// Longest age in months.
    pub(super) validity_months: Option<u32>,
    /// Whether what was attended under an earlier employer no longer counts.
    pub(super) renews: bool,
    /// Themes with the revisions that must be known; those without minutes are left out.
    pub(super) themes: Vec<(i64, u32)>,
}

/// Whether somebody is valid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Each theme that is asked, in the course's order.
    pub themes: Vec<ThemeStanding>,
    /// Whether all that it rests on was studied alone.
    pub alone: bool,
    /// Whether the newest attendance ended without a test that was passed.
    pub(super) not_passed: bool,
}

/// How somebody stands with one theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThemeStanding {
    /// The theme's number in the tables.
    pub(super) theme: i64,
    /// Held or lacking.
    pub part: Part,
}

/// A theme that is held, or why it is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It is held.
    Held {
        /// Since when without a gap.
        since: Day,
        /// Its last day; [`Day::NEVER`] where it has none.
        until: Day,
        /// The attendance that it rests on.
        evidence: i64,
    },
    /// It is lacking.
    Lacking(Lack),
}

/// Why a theme is not held.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum Lack {
    /// It was never attended.
    Never,
    /// It was attended, and its content has changed since.
    Revised {
        /// The newest revision that was attended.
        had: u32,
    },
    /// It was attended under another employer, and the course asks a new one to induct its own.
    OtherEmployer,
    /// It was attended, and no test was passed then or later: one that is passed now mends it.
    NotPassed,
    /// It was attended, and is older than the course allows.
    Expired {
        /// Its last day.
        until: Day,
    },
}

impl Standing {
    /// Whether every theme is held.
    pub fn is_valid(&self) -> bool {
        !self.themes.is_empty() && self.themes.iter().all(|theme| matches!(theme.part, Part::Held { .. }))
    }

    /// Since when every theme is held; `None` when one is not.
    pub fn since(&self) -> Option<Day> {
        let since = self.themes.iter().map(|theme| match theme.part {
            Part::Held { since, .. } => Some(since),
            Part::Lacking(_) => None,
        });
        since.collect::<Option<Vec<_>>>()?.into_iter().max()
    }

    /// The last day on which every theme is held; `None` when one is not.
    pub fn until(&self) -> Option<Day> {
        let until = self.themes.iter().map(|theme| match theme.part {
            Part::Held { until, .. } => Some(until),
            Part::Lacking(_) => None,
        });
        until.collect::<Option<Vec<_>>>()?.into_iter().min()
    }

    /// Whether something is lacking, and the newest attendance ended without a test that was passed. Time alone does
    /// not change the second, so what is kept of it stays true.
    pub fn is_failed(&self) -> bool {
        !self.is_valid() && self.not_passed
    }

    /// The themes that are lacking, with the reasons.
    pub(super) fn lacking(&self) -> impl Iterator<Item = (i64, Lack)> {
        self.themes.iter().filter_map(|theme| match theme.part {
            Part::Held { .. } => None,
            Part::Lacking(lack) => Some((theme.theme, lack)),
        })
    }
}

/// How somebody who sat at `sats`, in any order, stands on `day`. What came later does not count.
pub(super) fn on(day: Day, asked: &Asked, sats: &[Sat]) -> Standing {
    let mut sats: Vec<&Sat> = sats.iter().filter(|sat| sat.day <= day).collect();
    sats.sort_by_key(|sat| (sat.day, sat.attendance));
    let employer = sats.last().map(|sat| sat.company).filter(|_| asked.renews);
    let is_of_another = |sat: &&Sat| employer.is_some_and(|employer| sat.company != employer);
    let before: BTreeSet<i64> = sats
        .iter()
        .filter(|sat| is_of_another(sat))
        .flat_map(|sat| sat.themes.iter().map(|(theme, ..)| *theme))
        .chain(sats.iter().filter(|_| asked.renews).flat_map(|sat| sat.elsewhere.iter().copied()))
        .collect();
    sats.retain(|sat| !is_of_another(sat));
    let themes: Vec<ThemeStanding> = asked
        .themes
        .iter()
        .map(|(theme, revision)| {
            let part = match part(day, asked, (*theme, *revision), &sats) {
                Part::Lacking(Lack::Never) if before.contains(theme) => Part::Lacking(Lack::OtherEmployer),
                part => part,
            };
            ThemeStanding { theme: *theme, part }
        })
        .collect();
    let mut rests = themes.iter().filter_map(|theme| match theme.part {
        Part::Held { evidence, .. } => Some(evidence),
        Part::Lacking(_) => None,
    });
    let is_alone = |evidence| sats.iter().any(|sat| sat.attendance == evidence && sat.form == Form::Alone);
    let alone = rests.clone().next().is_some() && rests.all(is_alone);
    let newest = sats.last().map(|sat| sat.outcome);
    let not_passed = matches!(newest, Some(Outcome::Failed | Outcome::NotTaken));
    Standing { themes, alone, not_passed }
}

/// How they stand with one theme.
fn part(day: Day, asked: &Asked, of: (i64, u32), sats: &[&Sat]) -> Part {
    let (months, (theme, revision)) = (asked.validity_months, of);
    let mut lack = Lack::Never;
    // The last day of what was attended without a passed test, and is too old for one to mend it.
    let mut stale = None;
    // Spells in which the theme is held, in the order of their beginnings.
    let mut spells: Vec<(Day, Day, i64)> = Vec::new();
    // When the test was passed, that day or later.
    let mut passed = None;
    for sat in sats.iter().rev() {
        if sat.vouches_for(theme) {
            passed = Some(sat.day);
        }
        let counts = if sat.outcome == Outcome::NoTest { Some(sat.day) } else { passed };
        let Some((_, had, attended)) = sat.themes.iter().find(|(known, _, _)| *known == theme) else { continue };
        if asked.renews && sat.elsewhere.contains(&theme) {
            continue;
        }
        match counts {
            _ if *had < revision => {
                if matches!(lack, Lack::Never | Lack::Revised { .. }) {
                    let before = if let Lack::Revised { had } = lack { had } else { 0 };
                    lack = Lack::Revised { had: before.max(*had) };
                }
            }
            None if attended.plus_months(months) < day => stale = stale.max(Some(attended.plus_months(months))),
            None => lack = Lack::NotPassed,
            Some(from) => spells.push((from, attended.plus_months(months), sat.attendance)),
        }
    }
    spells.sort_unstable();
    let Some(until) = spells.iter().map(|(_, until, _)| *until).max() else {
        return Part::Lacking(match stale {
            Some(until) if lack != Lack::NotPassed => Lack::Expired { until },
            _ => lack,
        });
    };
    if until < day {
        return Part::Lacking(if lack == Lack::NotPassed { lack } else { Lack::Expired { until } });
    }
    // The spell that lasts longest is the evidence; of several, the first.
    let evidence = spells.iter().find(|(_, end, _)| *end == until).map_or(0, |(_, _, evidence)| *evidence);
    let mut since = day.next();
    let mut reached: Option<Day> = None;
    for (from, until, _) in &spells {
        match reached {
            Some(end) if *from <= end.next() => reached = Some(end.max(*until)),
            _ => {
                since = *from;
                reached = Some(*until);
            }
        }
    }
    Part::Held { since, until, evidence }
}

#[cfg(test)]
mod tests;
