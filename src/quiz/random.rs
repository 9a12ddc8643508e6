//! Reproducible randomness: equal seeds give equal draws on every machine and in every later version.
//!
//! `ChaCha8` is specified by its algorithm; drawing below a bound and shuffling are written out here,
//! because libraries reserve the right to change theirs, and a draw in an old journal must never change.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng as _, SeedableRng as _};
use ring::digest;

/// A stream of numbers that follows from a purpose and its parts alone.
#[derive(Debug)]
pub struct Random(ChaCha8Rng);

impl Random {
    /// The stream for `purpose` and `parts`; streams of different purposes have nothing in common.
    pub fn new(purpose: &str, parts: &[&[u8]]) -> Self {
        let mut context = digest::Context::new(&digest::SHA256);
        for part in std::iter::once(purpose.as_bytes()).chain(parts.iter().copied()) {
            // The length goes first, so that no two lists of parts run together to the same bytes.
            context.update(&(part.len() as u64).to_le_bytes());
            context.update(part);
        }
        let mut seed = [0; 32];
        seed.copy_from_slice(context.finish().as_ref());
        Self(ChaCha8Rng::from_seed(seed))
    }

    /// The next 64 bits.
    pub fn next_u64(&mut self) -> u64 {
        self.0.next_u64()
    }

    /// A number from 0 to `bound - 1`, each as likely as the others; 0 if `bound` is 0.
    pub fn below(&mut self, bound: usize) -> usize {
        let bound = bound as u64;
        if bound < 2 {
            return 0;
        }
        // Numbers past the last whole multiple of `bound` would favour the low ones.
        let limit = u64::MAX - u64::MAX % bound;
        loop {
            let number = self.0.next_u64();
            if number < limit {
                #[expect(clippy::cast_possible_truncation, reason = "it is below `bound`, which was a usize")]
                return (number % bound) as usize;
            }
        }
    }

    /// Puts `items` into an order in which every permutation is equally likely (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }

    /// Whether an event of `percent` per cent happens.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_follows_from_purpose_and_parts_alone() {
        let numbers = |purpose, parts: &[&[u8]]| {
            let mut random = Random::new(purpose, parts);
            [random.next_u64(), random.next_u64()]
        };
        assert_eq!(numbers("a", &[b"x"]), numbers("a", &[b"x"]));
        assert_ne!(numbers("a", &[b"x"]), numbers("b", &[b"x"]));
        assert_ne!(numbers("a", &[b"x", b""]), numbers("a", &[b"x"]));
        assert_ne!(numbers("a", &[b"xy"]), numbers("a", &[b"x", b"y"]));
    }

    #[test]
    fn every_number_below_the_bound_comes_about_equally_often() {
        let mut random = Random::new("test", &[]);
        let mut counts = [0_usize; 6];
        for _ in 0..6000 {
            counts[random.below(6)] += 1;
        }
        assert!(counts.iter().all(|count| (850..1150).contains(count)), "{counts:?}");
    }

    #[test]
    fn a_shuffle_keeps_every_item() {
        let mut items: Vec<usize> = (0..50).collect();
        Random::new("test", &[]).shuffle(&mut items);
        assert_ne!(items, (0..50).collect::<Vec<_>>());
        items.sort_unstable();
        assert_eq!(items, (0..50).collect::<Vec<_>>());
    }
}
