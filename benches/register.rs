//! How long the register takes: pages, signature and check, against floors measured in the same run.
//!
//! `cargo bench --bench register`. The bounds are those of the register of 30 people (0.1 s), of 500
//! (1 s) and of checking without setting the pages again (20 ms); the exit code says whether they hold.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[path = "../tests/suite/register_made.rs"]
#[expect(dead_code, clippy::unwrap_used, reason = "the tests use more of it, and end at the first thing that is wrong")]
mod register_made;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use perehdytin::paper;
use perehdytin::register::facts::{MadeBy, Written, facts};
use perehdytin::register::identity::{Subject, throw_away};
use perehdytin::register::sign::{Statement, sign};
use perehdytin::register::table;
use perehdytin::register::trust::TrustList;
use perehdytin::register::verify::{Integrity, Options, verify};
use perehdytin::session::State;

use register_made::Made;

/// The best of several runs: what else the machine does only ever adds.
fn best(runs: usize, mut work: impl FnMut()) -> Duration {
    let times = (0..runs).map(|_| {
        let start = Instant::now();
        work();
        start.elapsed()
    });
    times.min().unwrap_or_default()
}

/// Prints a measurement with its bound; whether it holds.
fn told(what: &str, took: Duration, bound: Duration) -> bool {
    let holds = took <= bound;
    let verdict = if holds { "holds" } else { "FAILS" };
    println!("{what:<46} {:>9.2} ms   bound {:>7.1} ms   {verdict}", ms(took), ms(bound));
    holds
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1_000.0
}

fn main() -> ExitCode {
    let now = "2026-11-23T12:00:00Z".parse().expect("a time");
    let subject = Subject { name: "Taina Tarkka".to_owned(), organisation: String::new() };
    let identity = throw_away(&subject, now).expect("an identity");
    let statement =
        Statement { name: "Taina Tarkka".to_owned(), reason: "Mittaus".to_owned(), place: "Kone".to_owned(), at: now };
    let made_by = MadeBy::this_program();
    let printed = |state: &State| {
        let written = Written { journal_length: 1, journal_head: "ab".repeat(32), made_by: made_by.clone() };
        let facts = facts(state, written).expect("a closed session");
        let csv = table::csv(&facts);
        let pdf = paper::register_pdf(&paper::Register { json: &facts.to_json(), csv: &csv, lang: facts.lang() });
        sign(&pdf.expect("pages"), &identity, &statement).expect("a signature")
    };

    // Floors: the same pages without a single row, and hashing as many bytes as the largest file has.
    let nobody = Made::of(0).state();
    let empty = best(15, || drop(printed(&nobody)));
    println!("{:<46} {:>9.2} ms", "floor: pages and signature without any row", ms(empty));

    let mut fine = true;
    for (people, runs, bound) in [(30, 15, 100), (500, 5, 1_000)] {
        let state = Made::of(people).state();
        let took = best(runs, || drop(printed(&state)));
        fine &= told(&format!("register of {people}: pages and signature"), took, Duration::from_millis(bound));
        println!("{:<46} {:>9.1} × the floor", "", took.as_secs_f64() / empty.as_secs_f64());

        let bytes = printed(&state);
        let floor = best(25, || {
            std::hint::black_box(ring::digest::digest(&ring::digest::SHA256, &bytes));
        });
        let trust = TrustList::default();
        let options = Options { trust: &trust, render: false, journal: None, now };
        let took = best(25, || {
            assert_eq!(verify(&bytes, &options).integrity, Integrity::Intact);
        });
        fine &= told(&format!("check of {people}, pages not set again"), took, Duration::from_millis(20));
        println!(
            "{:<46} {:>9.1} × hashing its {:.1} MB once ({:.2} ms)",
            "",
            took.as_secs_f64() / floor.as_secs_f64(),
            bytes.len() as f64 / 1e6,
            ms(floor)
        );
    }
    if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
