//! Whether something changed from one revision to the next, told honestly where the numbers are small.
//!
//! Shares are compared by the interval of their difference (Newcombe's hybrid score method 10, *Statistics in Medicine*
//! 17, 1998, 873–890, made of Wilson's intervals), means by the normal interval of theirs. Only an interval that leaves
//! out "no change" is called a change. What is shown is an interval of 95 per cent; what decides is one of 99, for a list
//! holds many comparisons, and one in twenty would look like a change by chance.

use serde::Serialize;

/// Fewest answers on either side from which a change is told.
pub const FEWEST: u32 = 10;

/// The normal deviate of an interval of 95 per cent.
const SHOWN: f64 = 1.96;
/// That of one of 99 per cent.
const DECIDING: f64 = 2.576;

/// What became of something after a revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It got worse.
    Worse,
    /// It got better.
    Better,
    /// The difference may be chance.
    Unclear,
    /// There are fewer than [`FEWEST`] answers before or after.
    TooFew,
}

/// Something that can be summed up over sessions and compared.
pub trait Measure: Copy + Default {
    /// Takes in as much more.
    fn add(&mut self, other: Self);
    /// How many answers it rests on.
    fn answers(self) -> u32;
    /// What became of it.
    fn compare(before: Self, after: Self) -> Verdict;
}

/// Answers to questions, and how many of them were wrong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Share {
    /// How many can be judged.
    pub answered: u32,
    /// How many of those were wrong; at most as many.
    pub wrong: u32,
}

impl Share {
    /// The share of wrong answers, from 0 to 1; `None` without answers.
    pub fn wrong_share(self) -> Option<f64> {
        (self.answered > 0).then(|| f64::from(self.wrong) / f64::from(self.answered))
    }

    /// Between which shares the true one probably lies (Wilson's interval of 95 per cent); everything without answers.
    pub fn interval(self) -> (f64, f64) {
        self.interval_at(SHOWN)
    }

    fn interval_at(self, z: f64) -> (f64, f64) {
        let Some(share) = self.wrong_share() else { return (0.0, 1.0) };
        let n = f64::from(self.answered);
        let (z2, spread) = (z * z, z * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt());
        let (centre, scale) = (share + z2 / (2.0 * n), 1.0 + z2 / n);
        (((centre - spread) / scale).max(0.0), ((centre + spread) / scale).min(1.0))
    }
}

impl Measure for Share {
    fn add(&mut self, other: Self) {
        self.answered = self.answered.saturating_add(other.answered);
        self.wrong = self.wrong.saturating_add(other.wrong);
    }

    fn answers(self) -> u32 {
        self.answered
    }

    fn compare(before: Self, after: Self) -> Verdict {
        let (Some(was), Some(is)) = (before.wrong_share(), after.wrong_share()) else { return Verdict::TooFew };
        if before.answered < FEWEST || after.answered < FEWEST {
            return Verdict::TooFew;
        }
        let ((was_low, was_high), (is_low, is_high)) = (before.interval_at(DECIDING), after.interval_at(DECIDING));
        let difference = is - was;
        let low = difference - ((is - is_low).powi(2) + (was_high - was).powi(2)).sqrt();
        let high = difference + ((is_high - is).powi(2) + (was - was_low).powi(2)).sqrt();
        // Fewer wrong answers are better.
        if high < 0.0 {
            Verdict::Better
        } else if low > 0.0 {
            Verdict::Worse
        } else {
            Verdict::Unclear
        }
    }
}

/// How often 1 to 5 was given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Rated {
    /// From 1 to 5.
    pub counts: [u32; 5],
}

impl Rated {
    /// The mean; `None` without answers.
    pub fn mean(self) -> Option<f64> {
        let sum: f64 = self.values().map(|(value, count)| value * count).sum();
        (self.answers() > 0).then(|| sum / f64::from(self.answers()))
    }

    /// Between which means the true one probably lies (the normal interval of 95 per cent); everything below two answers.
    pub fn interval(self) -> (f64, f64) {
        let Some(mean) = self.mean().filter(|_| self.answers() > 1) else { return (1.0, 5.0) };
        let spread = SHOWN * self.error(mean).sqrt();
        ((mean - spread).max(1.0), (mean + spread).min(5.0))
    }

    fn values(self) -> impl Iterator<Item = (f64, f64)> {
        (1..=5_u32).zip(self.counts).map(|(value, count)| (f64::from(value), f64::from(count)))
    }

    /// The square of the mean's standard error.
    fn error(self, mean: f64) -> f64 {
        let n = f64::from(self.answers());
        let squares: f64 = self.values().map(|(value, count)| count * (value - mean).powi(2)).sum();
        squares / (n - 1.0).max(1.0) / n.max(1.0)
    }
}

impl Measure for Rated {
    fn add(&mut self, other: Self) {
        for (count, more) in self.counts.iter_mut().zip(other.counts) {
            *count = count.saturating_add(more);
        }
    }

    fn answers(self) -> u32 {
        self.counts.iter().fold(0, |sum, count| sum.saturating_add(*count))
    }

    fn compare(before: Self, after: Self) -> Verdict {
        let (Some(was), Some(is)) = (before.mean(), after.mean()) else { return Verdict::TooFew };
        if before.answers() < FEWEST || after.answers() < FEWEST {
            return Verdict::TooFew;
        }
        let spread = DECIDING * (before.error(was) + after.error(is)).sqrt();
        let difference = is - was;
        if difference > spread {
            Verdict::Better
        } else if difference < -spread {
            Verdict::Worse
        } else {
            Verdict::Unclear
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(wrong: u32, answered: u32) -> Share {
        Share { answered, wrong }
    }

    #[test]
    fn wilsons_interval_is_that_of_the_books() {
        // Newcombe's table of one sample: 81 of 263.
        let (low, high) = share(81, 263).interval();
        assert!((low - 0.2553).abs() < 5e-4 && (high - 0.3662).abs() < 5e-4, "{low} {high}");
        let (low, high) = share(0, 20).interval();
        assert!(low.abs() < 1e-9 && (high - 0.1611).abs() < 5e-4, "{low} {high}");
        assert_eq!(Share::default().interval(), (0.0, 1.0));
    }

    #[test]
    fn a_change_is_told_only_where_chance_does_not_explain_it() {
        // Newcombe's examples (a) and (b): 0.0524 to 0.3339 and 0.1705 to 0.8090 at 95 per cent; both leave out 0 at 99.
        assert_eq!(Share::compare(share(56, 70), share(48, 80)), Verdict::Better);
        assert_eq!(Share::compare(share(48, 80), share(56, 70)), Verdict::Worse);
        assert_eq!(Share::compare(share(9, 10), share(3, 10)), Verdict::Better);
        // This one leaves out 0 at 95 per cent alone: one theme of twelve in a rehearsal where nothing had changed.
        assert_eq!(Share::compare(share(34, 185), share(54, 200)), Verdict::Unclear);
        assert_eq!(Share::compare(share(6, 12), share(5, 12)), Verdict::Unclear);
        assert_eq!(Share::compare(share(9, 9), share(0, 900)), Verdict::TooFew);
        assert_eq!(Share::compare(share(5, 10), Share::default()), Verdict::TooFew);
    }

    #[test]
    fn ratings_are_compared_by_their_means() {
        let low = Rated { counts: [4, 8, 8, 2, 0] };
        let high = Rated { counts: [0, 1, 6, 10, 5] };
        assert!((low.mean().unwrap_or_default() - 2.3636).abs() < 1e-4);
        assert_eq!(Rated::compare(low, high), Verdict::Better);
        assert_eq!(Rated::compare(high, low), Verdict::Worse);
        assert_eq!(Rated::compare(low, low), Verdict::Unclear);
        assert_eq!(Rated::compare(Rated { counts: [0, 0, 0, 0, 9] }, high), Verdict::TooFew);
        assert_eq!(Rated::default().mean(), None);
    }
}
