//! What was measured, and whether it holds.

use std::process::ExitCode;
use std::time::Duration;

/// What was measured of one room, or of its floor.
#[derive(Debug, Default)]
pub(crate) struct Figures {
    /// Until the last phone had come in and was shown its view.
    pub(crate) shown_ms: f64,
    /// Until the last phone had come in and signed in.
    pub(crate) join_ms: f64,
    /// From sending to the trainer's count, of each answer of each burst.
    pub(crate) counted_ms: Vec<Vec<f64>>,
    /// From sending to the acknowledgement, of each answer of each burst.
    pub(crate) acknowledged_ms: Vec<Vec<f64>>,
    /// The server's processor time for each burst.
    pub(crate) cpus_ms: Vec<f64>,
    /// Their median.
    pub(crate) cpu_ms: f64,
    /// What the connections alone added to the server's memory.
    pub(crate) connected_mib: f64,
    /// What they added to it once they had signed in and answered for the first time.
    pub(crate) memory_mib: f64,
    /// What they and the answers of every burst added to it.
    pub(crate) later_mib: f64,
    /// Answers that were lost, or stored twice.
    pub(crate) wrong: usize,
}

/// The value below which so many in a hundred lie.
pub(crate) fn percentile(values: &[f64], percent: usize) -> f64 {
    let mut values = values.to_vec();
    values.sort_unstable_by(f64::total_cmp);
    values.get((values.len() * percent / 100).min(values.len().saturating_sub(1))).copied().unwrap_or(0.0)
}

/// This percentile of each burst; of those the median. What else runs on the machine disturbs one burst or the other.
pub(crate) fn median_burst(bursts: &[Vec<f64>], percent: usize) -> f64 {
    let each: Vec<f64> = bursts.iter().map(|burst| percentile(burst, percent)).collect();
    percentile(&each, 50)
}

/// The slowest of all.
pub(crate) fn slowest(bursts: &[Vec<f64>]) -> f64 {
    bursts.iter().flatten().copied().fold(0.0, f64::max)
}

pub(crate) fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

/// Whether every bound was held.
#[derive(Debug, Default)]
pub(crate) struct Verdict {
    lines: Vec<(bool, String)>,
}

impl Verdict {
    pub(crate) fn holds(&mut self, what: &str, value: f64, bound: f64) {
        let is_held = value <= bound;
        let sign = if is_held { "held  " } else { "MISSED" };
        self.lines.push((is_held, format!("{sign} {what}: {value:.2}, bound {bound}")));
    }

    pub(crate) fn code(&self) -> ExitCode {
        for (_, line) in &self.lines {
            println!("{line}");
        }
        if self.lines.iter().all(|(is_held, _)| *is_held) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}
