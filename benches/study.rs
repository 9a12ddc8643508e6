//! Opening a course with ten thousand review records and choosing what is due; what an answer costs.
//!
//! Run with `cargo bench --bench study`.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[path = "../tests/support/new_session.rs"]
#[expect(dead_code, reason = "shared with the tests, which need more of it")]
mod new_session;

use std::error::Error;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::Duration;
use std::time::Instant;

use jiff::SignedDuration;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use perehdytin::files::DataFolder;
use perehdytin::rehearse::Rehearsal;
use perehdytin::rehearse::rehearse;
use perehdytin::session::Form;
use perehdytin::study::refresh::Answered;
use perehdytin::study::refresh::CardId;
use perehdytin::study::refresh::Store;
use perehdytin::study::refresh::Sure;
use perehdytin::study::refresh::choose;
use perehdytin::study::refresh::day_of;
use perehdytin::study::refresh::enrol;
use perehdytin::study::refresh::forecast;
use perehdytin::study::refresh::open_kept;
use perehdytin::study::refresh::sitting;
use perehdytin::study::refresh::statistics;

use new_session::{rehearsal, script, shipped_course};

/// Review records.
const RECORDS: usize = 10_000;
/// Measured turns.
const TURNS: usize = 40;
/// Opening and choosing takes so many milliseconds.
const BOUND: f64 = 20.0;

fn median(times: &mut [Duration]) -> f64 {
    times.sort();
    times[times.len() / 2].as_secs_f64() * 1e3
}

fn at(days: i64) -> Result<Timestamp, Box<dyn Error>> {
    Ok(Timestamp::from_second(1_788_500_000)? + SignedDuration::from_hours(24 * days))
}

/// A data folder in which the shipped course is refreshed, with [`RECORDS`] records; gives the last day and what each
/// answer took.
fn prepared(data: &DataFolder) -> Result<(Date, Vec<Duration>), Box<dyn Error>> {
    let rehearsal = Rehearsal { form: Form::SelfStudy, ..rehearsal(script(&shipped_course()), 1, 3) };
    let studied = rehearse(data, rehearsal)?;
    let course = enrol(data, &studied.folder, at(0)?)?;
    let mut store = Store::open(&Store::path_in(data))?;
    let cards: Vec<CardId> = store.cards(&course.id)?.iter().map(|card| card.id).collect();
    let mut taken = Vec::new();
    let mut day = day_of(at(0)?, &TimeZone::UTC);
    for number in store.reviews(&course.id)?.len()..RECORDS {
        let at = at(i64::try_from(number / 50)?)?;
        day = day_of(at, &TimeZone::UTC);
        let (is_right, sure) = (number % 7 > 0, Sure::ALL[number % 3]);
        let from = Instant::now();
        store.answer(cards[number * 31 % cards.len()], &Answered { at, day, is_right, sure, seconds: 20 })?;
        taken.push(from.elapsed());
    }
    Ok((day, taken))
}

/// Opens the course and chooses; with everything else that the screen draws when `is_whole`.
fn open(data: &DataFolder, today: Date, is_whole: bool) -> Result<usize, Box<dyn Error>> {
    let store = Store::open(&Store::path_in(data))?;
    let course = store.courses()?.pop().ok_or("no course")?;
    let kept = open_kept(data, &course)?;
    let cards = store.cards(&course.id)?;
    let begun = course.plan.day_up_to(today);
    let limit = course.plan.questions_per_sitting(store.seconds_per_question(begun)?);
    let answered = store.answered_since(&course.id, begun)?;
    let mut chosen = sitting(&cards, &course.plan, (course.enrolled, today), answered, limit).queue.len();
    chosen += choose(&cards, &course.plan, today, limit).len();
    if is_whole {
        black_box(forecast(&cards, &course.plan, today, limit));
        black_box(statistics(&cards, &store.reviews(&course.id)?, today));
    }
    black_box(kept);
    Ok(chosen)
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let data = DataFolder::open(folder.path().join("data"))?;
    let (today, mut taken) = prepared(&data)?;
    println!("one answer, durable: {:.2} ms (median of {})", median(&mut taken), taken.len());
    let tomorrow = today.tomorrow()?;
    let (mut opened, mut whole, mut packs) = (Vec::new(), Vec::new(), Vec::new());
    let course = Store::open(&Store::path_in(&data))?.courses()?.pop().ok_or("no course")?;
    for _ in 0..TURNS {
        let from = Instant::now();
        let chosen = open(&data, tomorrow, false)?;
        opened.push(from.elapsed());
        if chosen == 0 {
            return Err("nothing was due".into());
        }
        let from = Instant::now();
        black_box(open_kept(&data, &course)?);
        packs.push(from.elapsed());
        let from = Instant::now();
        open(&data, tomorrow, true)?;
        whole.push(from.elapsed());
    }
    let (opened, whole) = (median(&mut opened), median(&mut whole));
    let keeps = opened <= BOUND;
    println!(
        "open a course with {RECORDS} records and choose the due: {opened:.2} ms, bound {BOUND} ms  {}",
        if keeps { "kept" } else { "MISSED" }
    );
    println!("of which reading the kept course: {:.2} ms", median(&mut packs));
    println!("with half a year ahead and the statistics: {whole:.2} ms");
    Ok(if keeps { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
