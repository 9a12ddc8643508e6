//! Limits: how often something may be tried, and how many may be here at once.

use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::time::Duration;
use std::time::Instant;

/// Most addresses remembered at once; beyond it the oldest windows are forgotten.
const MOST_ADDRESSES: usize = 4096;

/// Counts failures within a window, for each address and in all.
pub(super) struct Failures {
    window: Duration,
    most_each: u32,
    most_in_all: u32,
    counted: Mutex<Counted>,
}

struct Counted {
    since: Instant,
    in_all: u32,
    each: HashMap<IpAddr, u32>,
}

impl Failures {
    pub(super) fn new(window: Duration, most_each: u32, most_in_all: u32, now: Instant) -> Self {
        let counted = Counted { since: now, in_all: 0, each: HashMap::new() };
        Self { window, most_each, most_in_all, counted: Mutex::new(counted) }
    }

    /// Whether this address has failed too often just now.
    pub(super) fn is_over(&self, from: IpAddr, now: Instant) -> bool {
        let mut counted = self.counted();
        counted.turn(self.window, now);
        counted.in_all >= self.most_in_all || counted.each.get(&from).is_some_and(|count| *count >= self.most_each)
    }

    /// Counts a failure.
    pub(super) fn count(&self, from: IpAddr, now: Instant) {
        let mut counted = self.counted();
        counted.turn(self.window, now);
        counted.in_all = counted.in_all.saturating_add(1);
        if counted.each.len() < MOST_ADDRESSES || counted.each.contains_key(&from) {
            let count = counted.each.entry(from).or_default();
            *count = count.saturating_add(1);
        }
    }

    fn counted(&self) -> std::sync::MutexGuard<'_, Counted> {
        self.counted.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Counted {
    fn turn(&mut self, window: Duration, now: Instant) {
        if now.saturating_duration_since(self.since) >= window {
            *self = Self { since: now, in_all: 0, each: HashMap::new() };
        }
    }
}

/// How often one connection may speak: so many at once, and so many a second after that.
pub(super) struct Bucket {
    left: f32,
    most: f32,
    per_second: f32,
    at: Instant,
}

impl Bucket {
    pub(super) fn new(most: f32, per_second: f32, now: Instant) -> Self {
        Self { left: most, most, per_second, at: now }
    }

    /// Takes one; whether there was one left.
    pub(super) fn take(&mut self, now: Instant) -> bool {
        let grown = now.saturating_duration_since(self.at).as_secs_f32() * self.per_second;
        self.at = now;
        self.left = (self.left + grown).min(self.most);
        if self.left < 1.0 {
            return false;
        }
        self.left -= 1.0;
        true
    }
}

/// How many of something may be here at once, in all and from one address.
pub(super) struct Crowd {
    most_in_all: usize,
    most_each: usize,
    here: Mutex<(usize, HashMap<IpAddr, usize>)>,
}

impl Crowd {
    pub(super) fn new(most_in_all: usize, most_each: usize) -> Self {
        Self { most_in_all, most_each, here: Mutex::default() }
    }

    /// Lets one more in, if there is room.
    pub(super) fn enter(&self, from: IpAddr) -> bool {
        let mut here = self.here.lock().unwrap_or_else(PoisonError::into_inner);
        let (in_all, each) = &mut *here;
        let count = each.get(&from).copied().unwrap_or(0);
        if *in_all >= self.most_in_all || count >= self.most_each {
            return false;
        }
        *in_all += 1;
        each.insert(from, count + 1);
        true
    }

    /// One has gone.
    pub(super) fn leave(&self, from: IpAddr) {
        let mut here = self.here.lock().unwrap_or_else(PoisonError::into_inner);
        let (in_all, each) = &mut *here;
        *in_all = in_all.saturating_sub(1);
        match each.get_mut(&from) {
            Some(count) if *count > 1 => *count -= 1,
            Some(_) => drop(each.remove(&from)),
            None => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);
    const THERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::new(127, 0, 0, 2));

    #[test]
    fn who_fails_too_often_waits_and_others_do_not() {
        let now = Instant::now();
        let failures = Failures::new(Duration::from_mins(1), 3, 5, now);
        for _ in 0..3 {
            assert!(!failures.is_over(HERE, now));
            failures.count(HERE, now);
        }
        assert!(failures.is_over(HERE, now));
        assert!(!failures.is_over(THERE, now));
        failures.count(THERE, now);
        failures.count(THERE, now);
        assert!(failures.is_over(IpAddr::V6(std::net::Ipv6Addr::LOCALHOST), now), "five in all");
        assert!(!failures.is_over(HERE, now + Duration::from_mins(1)));
    }

    #[test]
    fn a_connection_may_speak_in_a_burst_and_then_slowly() {
        let now = Instant::now();
        let mut bucket = Bucket::new(3.0, 2.0, now);
        assert!((0..3).all(|_| bucket.take(now)));
        assert!(!bucket.take(now));
        let later = now + Duration::from_secs(1);
        assert!(bucket.take(later) && bucket.take(later));
        assert!(!bucket.take(later));
    }

    #[test]
    fn one_address_cannot_take_every_place() {
        let crowd = Crowd::new(3, 2);
        assert!(crowd.enter(HERE) && crowd.enter(HERE));
        assert!(!crowd.enter(HERE));
        assert!(crowd.enter(THERE));
        assert!(!crowd.enter(THERE), "three in all");
        crowd.leave(HERE);
        assert!(crowd.enter(THERE));
    }
}
