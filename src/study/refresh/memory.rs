//! What somebody remembers, and how an answer changes it: FSRS with its default parameters.

use fsrs::FSRS;
use fsrs::FSRS6_DEFAULT_DECAY;
use fsrs::MemoryState;
use fsrs::NextStates;

/// A question comes back when the chance of knowing it has fallen to this.
pub const RETENTION: f32 = 0.9;

/// Longest interval in days.
const LONGEST: f32 = 36_500.0;

/// How sure somebody was of their answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sure {
    /// A guess.
    Guess,
    /// They thought so.
    Think,
    /// They knew.
    Know,
}

impl Sure {
    /// From the least sure on.
    pub const ALL: [Self; 3] = [Self::Guess, Self::Think, Self::Know];
}

/// What FSRS is told of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rating {
    /// Wrong.
    Again,
    /// Right by a guess.
    Hard,
    /// Right.
    Good,
    /// Right and sure.
    Easy,
}

impl Rating {
    /// The rating of an answer; one that is wrong is wrong however sure they were.
    pub fn of(is_right: bool, sure: Sure) -> Self {
        match (is_right, sure) {
            (false, _) => Self::Again,
            (true, Sure::Guess) => Self::Hard,
            (true, Sure::Think) => Self::Good,
            (true, Sure::Know) => Self::Easy,
        }
    }
}

/// How well a question is remembered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// Days until the chance of knowing it falls to 90 %.
    pub stability: f32,
    /// From 1, easy, to 10.
    pub difficulty: f32,
}

impl Memory {
    /// What is stored, if it is anything that FSRS could have said.
    pub(super) fn checked(stability: f64, difficulty: f64) -> Option<Self> {
        #[expect(clippy::cast_possible_truncation, reason = "both were stored from an f32, and are checked below")]
        let memory = Self { stability: stability as f32, difficulty: difficulty as f32 };
        let is_sound = memory.stability.is_finite()
            && (0.0001..=LONGEST).contains(&memory.stability)
            && (1.0..=10.0).contains(&memory.difficulty);
        is_sound.then_some(memory)
    }

    /// The chance of knowing it `days` after the last answer, from 0 to 1.
    pub fn retrievability(self, days: u32) -> f32 {
        fsrs::current_retrievability(self.into(), days as f32, FSRS6_DEFAULT_DECAY)
    }
}

impl From<Memory> for MemoryState {
    fn from(memory: Memory) -> Self {
        Self { stability: memory.stability, difficulty: memory.difficulty }
    }
}

/// What an answer leads to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Learned {
    /// What is remembered now.
    pub memory: Memory,
    /// In how many days it is due; at least 1.
    pub interval: u32,
}

/// FSRS with its default parameters.
#[derive(Clone, Debug, Default)]
pub struct Scheduler(FSRS);

impl Scheduler {
    /// What an answer `days` after the one before leads to; `before` is `None` for the first.
    ///
    /// `None` where FSRS finds no number: only for a memory that it could not have made.
    pub fn learn(&self, before: Option<Memory>, days: u32, rating: Rating) -> Option<Learned> {
        let NextStates { again, hard, good, easy } =
            self.0.next_states(before.map(MemoryState::from), RETENTION, days).ok()?;
        let next = match rating {
            Rating::Again => again,
            Rating::Hard => hard,
            Rating::Good => good,
            Rating::Easy => easy,
        };
        let memory = Memory { stability: next.memory.stability, difficulty: next.memory.difficulty };
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to whole days before")]
        let interval = next.interval.round().clamp(1.0, LONGEST) as u32;
        Some(Learned { memory, interval })
    }
}
