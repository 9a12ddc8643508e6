//! A room full of phones: how soon an answer is counted, how soon everybody is in, and what it costs the trainer's computer.
//!
//! Server and phones share the machine's cores; the server is a process of its own, so that its time and memory can be
//! read. A bare axum WebSocket echo server, in the same run, is the floor. Run with `cargo bench --bench phones`.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::unwrap_used, reason = "a benchmark ends at the first thing that is wrong")]

mod child;
mod crowd;
mod figures;
mod floor;
#[path = "../../tests/support/new_session.rs"]
#[expect(dead_code, reason = "shared with the tests, which need more of it")]
mod new_session;
mod server;

use std::process::ExitCode;
use std::time::Duration;

use crate::child::Child;
use crate::crowd::Crowd;
use crate::figures::{Figures, Verdict, median_burst, percentile, slowest};

/// Phones in the room, and within how many milliseconds 99 of 100 answers are counted.
const ROOMS: [(usize, f64); 4] = [(50, 15.0), (200, 30.0), (500, 60.0), (1000, 100.0)];
/// Bursts of answers in each room.
const ROUNDS: usize = 10;
/// A room of 1,000 joins within so many milliseconds more than the floor's.
const JOIN_BOUND_MS: f64 = 200.0;
/// The server's processor time for 1,000 answers, in seconds.
const CPU_BOUND_S: f64 = 0.2;
/// What 1,000 phones add to the server's memory, in MiB.
const MEMORY_BOUND_MIB: f64 = 20.0;
/// An answer in the largest room may cost so many times what it costs in the room of 200.
const GROWTH_BOUND: f64 = 2.0;

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some("serve-room") => server::serve(),
        Some("serve-floor") => floor::serve(),
        _ => return measure(),
    }
    ExitCode::SUCCESS
}

fn measure() -> ExitCode {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build().unwrap();
    let mut verdict = Verdict::default();
    let rooms: Vec<Figures> = ROOMS.iter().map(|(phones, _)| runtime.block_on(room(*phones))).collect();
    let floors: Vec<Figures> = ROOMS.iter().map(|(phones, _)| runtime.block_on(floor(*phones))).collect();
    println!(
        "phones  shown/signed in (floor) ms  counted p50/p99/slowest ms  acknowledged p99 (echoed) ms  CPU (floor) ms"
    );
    for ((room, floor), (phones, bound)) in rooms.iter().zip(&floors).zip(ROOMS) {
        let p99 = median_burst(&room.counted_ms, 99);
        println!(
            "{phones:6}  {:6.0} /{:6.0} ({:6.0})       {:6.1} /{:6.1} /{:6.1}      {:8.1} ({:6.1})               {:5.1} ({:4.1})",
            room.shown_ms,
            room.join_ms,
            floor.join_ms,
            median_burst(&room.counted_ms, 50),
            p99,
            slowest(&room.counted_ms),
            median_burst(&room.acknowledged_ms, 99),
            median_burst(&floor.acknowledged_ms, 99),
            room.cpu_ms,
            floor.cpu_ms
        );
        verdict.holds(&format!("p99 of a burst of {phones} answers, ms"), p99, bound);
        verdict.holds(&format!("answers of {phones} lost or doubled"), room.wrong as f64, 0.0);
    }
    let (room, floor) = (&rooms[3], &floors[3]);
    verdict.holds("joining of 1,000 beyond the floor's, ms", room.join_ms - floor.join_ms, JOIN_BOUND_MS);
    verdict.holds("CPU of 1,000 answers, s", room.cpu_ms / 1000.0, CPU_BOUND_S);
    println!(
        "memory: {:.1} MiB more with 1,000 phones connected, {:.1} signed in and with their first answers, {:.1} with 10,000 answers (floor {:.1})",
        room.connected_mib, room.memory_mib, room.later_mib, floor.memory_mib
    );
    verdict.holds("memory of 1,000 phones, MiB", room.memory_mib, MEMORY_BOUND_MIB);
    let each = |at: usize| rooms[at].cpu_ms / ROOMS[at].0 as f64;
    verdict.holds("CPU of an answer among 1,000 against among 200, times", each(3) / each(1), GROWTH_BOUND);
    verdict.code()
}

/// A room of so many phones, from joining to the last of its bursts.
async fn room(phones: usize) -> Figures {
    let mut child = Child::start("serve-room");
    // Whatever the first phone takes along is no phone's.
    let warm = Crowd::join(&child, 1, 1_000_000).await;
    warm.leave().await;
    let before = child.memory_mib();
    let start = std::time::Instant::now();
    let mut crowd = Crowd::join(&child, phones, 1).await;
    let shown_ms = figures::ms(start.elapsed());
    let connected_mib = child.memory_mib() - before;
    let start = std::time::Instant::now();
    crowd.sign_in().await;
    let join_ms = shown_ms + figures::ms(start.elapsed());
    let mut figures = Figures { shown_ms, join_ms, connected_mib, ..Figures::default() };
    for _ in 0..ROUNDS {
        let asked = child.ask("open");
        crowd.see("\"open\":true".to_owned()).await;
        tokio::time::sleep(Duration::from_millis(100)).await;
        let cpu = child.cpu_ms();
        let (sent, acknowledged) = crowd.answer(&asked["step"], &asked["option"]).await;
        // What is still to be told after the last acknowledgement.
        tokio::time::sleep(Duration::from_millis(100)).await;
        figures.cpus_ms.push(child.cpu_ms() - cpu);
        let counted = child.counted();
        let took = |(participant, sent): &(u32, i128)| Some((counted.get(participant)? - sent) as f64 / 1e6);
        let burst: Vec<f64> = sent.iter().filter_map(took).collect();
        figures.wrong += phones - burst.len();
        figures.counted_ms.push(burst);
        figures.acknowledged_ms.push(acknowledged);
        crowd.see("\"revealed\":true".to_owned()).await;
        if figures.memory_mib == 0.0 {
            figures.memory_mib = child.memory_mib() - before;
        }
    }
    figures.later_mib = child.memory_mib() - before;
    figures.cpu_ms = percentile(&figures.cpus_ms, 50);
    figures.wrong += child.wrong(phones * ROUNDS);
    crowd.leave().await;
    child.stop();
    figures
}

/// As [`room`], with the floor: what comes is sent back.
async fn floor(phones: usize) -> Figures {
    let child = Child::start("serve-floor");
    let warm = Crowd::connect(&child, 1).await;
    warm.leave().await;
    let before = child.memory_mib();
    let start = std::time::Instant::now();
    let mut crowd = Crowd::connect(&child, phones).await;
    // As many words are exchanged in joining as in the room.
    crowd.echo().await;
    crowd.echo().await;
    let mut figures = Figures { join_ms: figures::ms(start.elapsed()), ..Figures::default() };
    for _ in 0..ROUNDS {
        tokio::time::sleep(Duration::from_millis(100)).await;
        let cpu = child.cpu_ms();
        let echoed = crowd.echo().await;
        tokio::time::sleep(Duration::from_millis(100)).await;
        figures.cpus_ms.push(child.cpu_ms() - cpu);
        figures.acknowledged_ms.push(echoed);
    }
    figures.memory_mib = child.memory_mib() - before;
    figures.cpu_ms = percentile(&figures.cpus_ms, 50);
    crowd.leave().await;
    child.stop();
    figures
}
