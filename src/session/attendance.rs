//! Who was there for how long, and which themes that makes attended.

use jiff::SignedDuration;
use jiff::Timestamp;

use crate::pack::Theme;
use crate::session::Participant;
use crate::session::Place;
use crate::session::State;
use crate::text::Id;

/// Shortest real time of a theme that was held at all; less is paging past it.
pub const SHORTEST_THEME: SignedDuration = SignedDuration::from_mins(1);

/// A stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// Its beginning.
    pub from: Timestamp,
    /// Its end, not before its beginning.
    pub to: Timestamp,
}

/// The real time of a theme: while the room stood on one of its steps, breaks and pauses left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeTime {
    /// The theme.
    pub theme: Id,
    /// Minutes planned, without breaks and branch-only steps.
    pub planned_minutes: u32,
    /// When the room was on it, in order, without overlap.
    pub stretches: Vec<Stretch>,
    /// How long that was altogether.
    pub real: SignedDuration,
}

/// A participant's time in the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Presence {
    /// First arrival.
    pub arrival: Option<Timestamp>,
    /// Last departure; `None` while they are here.
    pub departure: Option<Timestamp>,
    /// How long they were here altogether, from arrival to departure less absences.
    pub present: SignedDuration,
    /// Their part of each theme, in the course's order.
    pub themes: Vec<ThemePresence>,
}

/// A participant's part of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemePresence {
    /// The theme.
    pub theme: Id,
    /// How much of the theme's real time they were here.
    pub present: SignedDuration,
    /// Whether the theme was held and they were here for the share of it that the course demands.
    pub attended: bool,
}

impl ThemeTime {
    /// Whether the theme was held: the room spent at least [`SHORTEST_THEME`] on it.
    pub fn was_held(&self) -> bool {
        self.real >= SHORTEST_THEME
    }
}

impl State {
    /// The end of what can be told: the closing, else `now`.
    pub fn until(&self, now: Timestamp) -> Timestamp {
        self.closed_at.unwrap_or(now)
    }

    /// The real time of every theme up to `now`, in the course's order. Of a self-study it is the active time, and has no
    /// stretches: what is studied in pieces is counted, not timed.
    pub fn theme_times(&self, now: Timestamp) -> Vec<ThemeTime> {
        if !self.setup.form.is_room() {
            return self.active_times();
        }
        self.script
            .pack
            .themes
            .iter()
            .map(|theme| {
                let is_on_theme = |place: &Place| match place {
                    Place::Step(id) => theme.steps.iter().any(|step| step.id == *id && !step.is_break()),
                    Place::Lobby | Place::FinalTest | Place::Feedback | Place::SignOut => false,
                };
                let stretches = self.stretches_at(now, is_on_theme);
                ThemeTime {
                    theme: theme.id.clone(),
                    planned_minutes: theme.planned_minutes(),
                    real: total(&stretches),
                    stretches,
                }
            })
            .collect()
    }

    fn active_times(&self) -> Vec<ThemeTime> {
        let time = |theme: &Theme| ThemeTime {
            theme: theme.id.clone(),
            planned_minutes: theme.planned_minutes(),
            stretches: Vec::new(),
            real: self.active_in(theme),
        };
        self.script.pack.themes.iter().map(time).collect()
    }

    /// The learner's time: when they were active, and the themes that they have done themselves.
    fn active_presence(&self) -> Presence {
        let themes = &self.script.pack.themes;
        Presence {
            arrival: self.study.sittings.first().map(|sitting| sitting.from),
            departure: self.study.sittings.last().map(|sitting| sitting.to),
            present: self.study.active_altogether(),
            themes: themes
                .iter()
                .map(|theme| ThemePresence {
                    theme: theme.id.clone(),
                    present: self.active_in(theme),
                    attended: self.is_theme_done(theme),
                })
                .collect(),
        }
    }

    /// A participant's time in the room up to `now`; of a self-study, the learner's active time.
    pub fn presence(&self, participant: &Participant, now: Timestamp) -> Presence {
        self.presence_in(&self.theme_times(now), participant, now)
    }

    /// As [`State::presence`], with the theme times at hand: for whole rosters.
    pub fn presence_in(&self, themes: &[ThemeTime], participant: &Participant, now: Timestamp) -> Presence {
        if !self.setup.form.is_room() {
            return self.active_presence();
        }
        let until = self.until(now);
        let stays: Vec<Stretch> = participant
            .stays
            .iter()
            .map(|stay| Stretch { from: stay.from, to: stay.to.unwrap_or(until).max(stay.from) })
            .collect();
        let percent = i128::from(self.script.pack.attendance_percent);
        let themes = themes
            .iter()
            .map(|theme| {
                let present = overlap(&theme.stretches, &stays);
                let is_enough = present.as_millis() * 100 >= theme.real.as_millis() * percent;
                ThemePresence { theme: theme.theme.clone(), present, attended: theme.was_held() && is_enough }
            })
            .collect();
        Presence {
            arrival: participant.stays.first().map(|stay| stay.from),
            departure: participant.stays.last().and_then(|stay| stay.to),
            present: total(&stays),
            themes,
        }
    }

    /// How long the room has been at `place` up to `now`, pauses left out; none when it has not been there.
    pub fn time_at(&self, place: &Place, now: Timestamp) -> Option<SignedDuration> {
        let was_there = self.visits.iter().any(|visit| visit.place == *place);
        was_there.then(|| total(&self.stretches_at(now, |other| other == place)))
    }

    /// When the room was at a place that `counts`, pauses left out, up to `now`.
    pub(super) fn stretches_at(&self, now: Timestamp, counts: impl Fn(&Place) -> bool) -> Vec<Stretch> {
        let until = self.until(now);
        let ends = self.visits.iter().skip(1).map(|visit| visit.from).chain(std::iter::once(until));
        let mut stretches: Vec<Stretch> = Vec::new();
        for (visit, end) in self.visits.iter().zip(ends) {
            if counts(&visit.place) && end > visit.from {
                match stretches.last_mut() {
                    Some(last) if last.to == visit.from => last.to = end,
                    _ => stretches.push(Stretch { from: visit.from, to: end }),
                }
            }
        }
        for (from, to) in &self.pauses {
            let pause = Stretch { from: *from, to: to.unwrap_or(until).max(*from) };
            stretches = stretches.iter().flat_map(|stretch| without(*stretch, pause)).collect();
        }
        stretches
    }
}

/// What is left of `stretch` outside `pause`.
fn without(stretch: Stretch, pause: Stretch) -> impl Iterator<Item = Stretch> {
    let before = Stretch { from: stretch.from, to: stretch.to.min(pause.from) };
    let after = Stretch { from: stretch.from.max(pause.to), to: stretch.to };
    // A pause outside the stretch would leave it twice.
    let pieces = if pause.to <= stretch.from || pause.from >= stretch.to {
        [Some(stretch), None]
    } else {
        [Some(before), Some(after)]
    };
    pieces.into_iter().flatten().filter(|piece| piece.to > piece.from)
}

pub(super) fn total(stretches: &[Stretch]) -> SignedDuration {
    stretches.iter().fold(SignedDuration::ZERO, |sum, stretch| sum + stretch.to.duration_since(stretch.from))
}

fn overlap(one: &[Stretch], two: &[Stretch]) -> SignedDuration {
    let mut sum = SignedDuration::ZERO;
    for a in one {
        for b in two {
            let (from, to) = (a.from.max(b.from), a.to.min(b.to));
            if to > from {
                sum += to.duration_since(from);
            }
        }
    }
    sum
}
