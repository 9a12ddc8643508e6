//! Active time: what somebody does at the computer, made into beats of seconds that count. Knows no clock.

use jiff::SignedDuration;
use jiff::Timestamp;

use crate::session::LONGEST_BEAT;
use crate::session::Place;

/// No input for this long stops the time, and those minutes do not count.
pub const IDLE: SignedDuration = SignedDuration::from_mins(3);
/// This much after the last input counts whatever follows: the line was still being read.
pub const GRACE: SignedDuration = SignedDuration::from_secs(30);
/// What counts for certain is told at least this often.
pub const BEAT: SignedDuration = SignedDuration::from_secs(30);

/// A beat is told at most this much later than it ended.
const LATE: SignedDuration = SignedDuration::from_secs(5);

/// Active seconds at a place that end now; asked of the session as [`crate::session::Command::Study`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beat {
    /// Where.
    pub place: Place,
    /// How many, at least one.
    pub seconds: u32,
}

/// The time of somebody who studies: runs from an input until none comes for [`IDLE`].
///
/// What follows an input by more than [`GRACE`] is held back until the next one shows that somebody was there.
#[derive(Clone, Debug, Default)]
pub struct Activity(Option<Running>);

#[derive(Clone, Debug)]
struct Running {
    place: Place,
    /// Up to here everything was told.
    told_to: Timestamp,
    input_at: Timestamp,
}

impl Activity {
    /// Takes in that it is `at` and somebody is at `place`, and whether they did something just now; tells what counts
    /// since it last did.
    pub fn observe(&mut self, at: Timestamp, place: &Place, is_input: bool) -> Option<Beat> {
        let is_over = |running: &Running| at.duration_since(running.input_at) >= IDLE || at < running.told_to;
        if self.0.as_ref().is_none_or(is_over) {
            // Whoever did nothing for so long has left; what was held back is let go of.
            self.0 = is_input.then(|| Running { place: place.clone(), told_to: at, input_at: at });
            return None;
        }
        let running = self.0.as_mut()?;
        if is_input {
            running.input_at = at;
        }
        if running.place != *place {
            let beat = running.take(at);
            running.place = place.clone();
            return beat;
        }
        let certain = at.min(running.certain_to());
        if at.duration_since(certain) > LATE {
            // A beat ends now, and this one would have ended then: it waits for the next input.
            return None;
        }
        let is_due = certain.duration_since(running.told_to) >= BEAT || at >= running.certain_to();
        is_due.then(|| running.take(certain)).flatten()
    }

    /// What still counts when somebody goes away at `at`; the time stands until the next input.
    pub fn stop(&mut self, at: Timestamp) -> Option<Beat> {
        let mut running = self.0.take()?;
        let is_idle = at.duration_since(running.input_at) >= IDLE;
        if is_idle { None } else { running.take(at.min(running.certain_to())) }
    }

    /// Whether the time runs at `at`.
    pub fn is_running(&self, at: Timestamp) -> bool {
        self.0.as_ref().is_some_and(|running| at.duration_since(running.input_at) < IDLE)
    }

    /// What counts at `at` and was not told yet; what is held back is left out.
    pub fn untold(&self, at: Timestamp) -> SignedDuration {
        let running = self.0.as_ref().filter(|_| self.is_running(at));
        let untold = running.map(|running| at.min(running.certain_to()).duration_since(running.told_to));
        untold.unwrap_or_default().max(SignedDuration::ZERO)
    }

    /// How long after `at` there is something to observe though nothing is done; `None` while the time stands.
    pub fn next_look(&self, at: Timestamp) -> Option<SignedDuration> {
        let running = self.0.as_ref().filter(|_| self.is_running(at))?;
        let beat = (running.told_to + BEAT).min(running.certain_to());
        let is_told = running.told_to >= running.certain_to() || at > beat;
        let next = if is_told { running.input_at + IDLE } else { beat };
        Some(next.duration_since(at).max(SignedDuration::from_millis(20)))
    }
}

impl Running {
    fn certain_to(&self) -> Timestamp {
        self.input_at + GRACE
    }

    /// The whole seconds up to `to`; the rest goes into the next beat.
    fn take(&mut self, to: Timestamp) -> Option<Beat> {
        let passed = u32::try_from(to.duration_since(self.told_to).as_secs()).unwrap_or(0);
        if passed == 0 {
            if to >= self.certain_to() {
                // A part of a second is not waited for.
                self.told_to = self.told_to.max(to);
            }
            return None;
        }
        self.told_to += SignedDuration::from_secs(i64::from(passed));
        if to >= self.certain_to() {
            self.told_to = to;
        }
        Some(Beat { place: self.place.clone(), seconds: passed.min(LONGEST_BEAT) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        "2026-11-23T07:30:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_secs(seconds)
    }

    fn step(id: &str) -> Place {
        Place::Step(id.into())
    }

    /// Looks once a second up to `until`, with an input at each of `inputs`, then leaves; the seconds that were told.
    fn watched(inputs: &[i64], until: i64) -> u32 {
        let mut activity = Activity::default();
        let look = |second| activity.observe(at(second), &step("a"), inputs.contains(&second));
        let told: u32 = (0..=until).filter_map(look).map(|beat| beat.seconds).sum();
        told + activity.stop(at(until)).map_or(0, |beat| beat.seconds)
    }

    #[test]
    fn without_any_input_nothing_counts() {
        assert_eq!(watched(&[], 3600), 0);
    }

    #[test]
    fn reading_between_two_inputs_counts_whole() {
        assert_eq!(watched(&[0, 150, 151], 151), 151);
        assert_eq!(watched(&[0, 40, 80, 120, 179, 300], 300), 300);
    }

    #[test]
    fn three_minutes_without_input_do_not_count_but_for_the_grace() {
        assert_eq!(watched(&[0], 3600), 30);
        assert_eq!(watched(&[0, 180, 181], 181), 31);
        assert_eq!(watched(&[0, 3600], 3600 + 30), 60);
    }

    #[test]
    fn what_counts_for_certain_is_told_every_half_minute() {
        let inputs: Vec<i64> = (0..600).collect();
        let mut activity = Activity::default();
        let mut told = Vec::new();
        for second in 0..600 {
            if activity.observe(at(second), &step("a"), inputs.contains(&second)).is_some() {
                told.push(second);
            }
        }
        assert!(told.windows(2).all(|pair| pair[1] - pair[0] <= 30), "{told:?}");
        assert_eq!(told.len(), 19);
    }

    #[test]
    fn time_belongs_to_the_place_where_it_was_spent() {
        let mut activity = Activity::default();
        assert_eq!(activity.observe(at(0), &step("a"), true), None);
        let beat = activity.observe(at(25), &step("b"), true);
        assert_eq!(beat, Some(Beat { place: step("a"), seconds: 25 }));
        let beat = activity.stop(at(35));
        assert_eq!(beat, Some(Beat { place: step("b"), seconds: 10 }));
        assert!(!activity.is_running(at(36)));
    }

    #[test]
    fn what_could_not_be_told_in_time_counts_with_the_next_input() {
        let mut activity = Activity::default();
        activity.observe(at(0), &step("a"), true);
        assert_eq!(activity.observe(at(60), &step("a"), false), None);
        assert_eq!(activity.observe(at(61), &step("a"), true).map(|beat| beat.seconds), Some(61));
    }

    #[test]
    fn a_computer_that_slept_wakes_without_having_studied() {
        let mut activity = Activity::default();
        activity.observe(at(0), &step("a"), true);
        assert_eq!(activity.observe(at(8 * 3600), &step("a"), true), None);
        assert_eq!(activity.observe(at(8 * 3600 + 30), &step("a"), false).map(|beat| beat.seconds), Some(30));
    }

    #[test]
    fn a_clock_that_is_set_back_begins_anew() {
        let mut activity = Activity::default();
        activity.observe(at(1000), &step("a"), true);
        assert_eq!(activity.observe(at(10), &step("a"), true), None);
        assert_eq!(activity.observe(at(40), &step("a"), true).map(|beat| beat.seconds), Some(30));
    }

    #[test]
    fn the_next_look_is_when_something_may_be_told_and_none_when_the_time_stands() {
        let mut activity = Activity::default();
        assert_eq!(activity.next_look(at(0)), None);
        activity.observe(at(0), &step("a"), true);
        assert_eq!(activity.next_look(at(0)), Some(SignedDuration::from_secs(30)));
        activity.observe(at(30), &step("a"), false);
        assert_eq!(activity.untold(at(100)), SignedDuration::ZERO);
        assert_eq!(activity.next_look(at(100)), Some(SignedDuration::from_secs(80)));
        assert_eq!(activity.next_look(at(200)), None);
    }
}
