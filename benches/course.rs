//! Loading and checking the shipped course, against reading and hashing the same bytes.
//!
//! Run with `cargo bench --bench course`.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::error::Error;
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;
use std::time::Instant;

use perehdytin::pack;

/// Measured turns.
const TURNS: usize = 40;
/// The course loads and checks in so many milliseconds.
const BOUND: f64 = 20.0;

/// Reads and hashes every file below `folder`; gives the bytes.
fn floor(folder: &Path) -> Result<u64, Box<dyn Error>> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            bytes += floor(&path)?;
        } else {
            let content = fs::read(&path)?;
            black_box(ring::digest::digest(&ring::digest::SHA256, &content));
            bytes += content.len() as u64;
        }
    }
    Ok(bytes)
}

fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times[times.len() / 2].as_secs_f64() * 1e3
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("courses/laadukas-asiakaspalvelu");
    let bytes = floor(&folder)?;
    let (mut floors, mut ours) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        let from = Instant::now();
        floor(&folder)?;
        floors.push(from.elapsed());
        let from = Instant::now();
        let loaded = pack::load(&folder).map_err(|report| format!("{report:?}"))?;
        ours.push(from.elapsed());
        black_box(loaded);
    }
    let (floor, ours) = (median(floors), median(ours));
    let keeps = ours <= BOUND;
    println!("read and hash {bytes} bytes: {floor:.2} ms");
    println!(
        "load and check the course: {ours:.2} ms ({:.1} × the floor), bound {BOUND} ms  {}",
        ours / floor,
        if keeps { "kept" } else { "MISSED" }
    );
    Ok(if keeps { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
