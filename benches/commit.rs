//! An acknowledged event, and a whole room's answers, against a raw fdatasync of the same bytes in the same folder,
//! measured in turns.
//!
//! Run with `cargo bench --bench commit`, with `TMPDIR` on the disk that is meant; the bounds are ratios of medians.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[path = "../tests/support/new_session.rs"]
#[expect(dead_code, reason = "shared with the tests, which need more of it")]
mod new_session;

use std::error::Error;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::mpsc::sync_channel;
use std::time::Duration;
use std::time::Instant;

use perehdytin::clock::SystemClock;
use perehdytin::engine::Client;
use perehdytin::engine::Engine;
use perehdytin::engine::layout;
use perehdytin::files::DataFolder;
use perehdytin::journal;
use perehdytin::session::Answer;
use perehdytin::session::Channel;
use perehdytin::session::Command;
use perehdytin::session::Details;
use perehdytin::session::ParticipantId;
use perehdytin::session::PhoneKey;
use perehdytin::session::Signature;
use perehdytin::text::Id;

use new_session::{new_session, script};

/// People in the room while it is measured.
const PEOPLE: usize = 30;
/// Measured turns.
const TURNS: usize = 400;
/// An acknowledged event may take so many raw syncs.
const BOUND: f64 = 10.0;

/// Rooms whose phones all answer at once.
const ROOMS: [usize; 2] = [200, 1000];
/// Measured bursts in each of them.
const BURSTS: usize = 40;
/// An answer of the larger room may cost so many of the smaller: the cost grows with the answers alone.
const GROWTH_BOUND: f64 = 1.5;
/// A burst of the larger room may take so many raw syncs of its bytes.
const BURST_BOUND: f64 = 40.0;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let root = tempfile::tempdir()?;
    let data = DataFolder::open(root.path().to_owned())?;
    let is_single_fine = single_events(&data)?;
    let rooms = ROOMS.map(|people| burst(&data, people));
    let [small, large] = rooms;
    let (small, large) = (small?, large?);
    let growth = large.answered.as_secs_f64() / ROOMS[1] as f64 / (small.answered.as_secs_f64() / ROOMS[0] as f64);
    let ratio = large.answered.as_secs_f64() / large.synced.as_secs_f64();
    println!("an answer in the larger room costs {growth:.2} of one in the smaller, bound {GROWTH_BOUND}");
    println!("a burst of {} answers takes {ratio:.2} raw syncs of its bytes, bound {BURST_BOUND}", ROOMS[1]);
    let is_fine = is_single_fine && growth <= GROWTH_BOUND && ratio <= BURST_BOUND;
    Ok(if is_fine { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// A session with so many phones signed in.
fn session(data: &DataFolder, people: usize) -> Result<Engine, Box<dyn Error>> {
    let course = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pieni");
    let engine = Engine::create(data, new_session(script(&course)), Arc::new(SystemClock), Arc::new(|| {}))?;
    let client = engine.client();
    let stroke: Vec<[u16; 2]> = (0..200).map(|point| [point, point % 50]).collect();
    let joins = (0..people).map(|person| {
        let details =
            Details { name: format!("Osallistuja {person}"), company: "Esimerkki Oy".to_owned(), ..Details::default() };
        let signature = Signature { width: 300, height: 100, strokes: vec![stroke.clone(); 3] };
        let mut secret = [0; 16];
        secret[..8].copy_from_slice(&person.to_le_bytes());
        Command::SignIn { details, signature, channel: Channel::Phone, phone: Some(PhoneKey::of(&secret)) }
    });
    let start = Instant::now();
    all_at_once(&client, joins)?;
    println!("{people} phones sign in at once: {:?}", start.elapsed());
    Ok(engine)
}

/// Sends everything without waiting, and waits until the last is acknowledged.
fn all_at_once(client: &Client, commands: impl Iterator<Item = Command>) -> Result<(), Box<dyn Error>> {
    let (sender, receiver) = sync_channel(4096);
    let mut sent = 0;
    for command in commands {
        let sender = sender.clone();
        // It has room for all of them.
        client.send_with(command, move |outcome| drop(sender.try_send(outcome.map(|_| ()))))?;
        sent += 1;
    }
    for _ in 0..sent {
        receiver.recv()??;
    }
    Ok(())
}

/// Medians of one room's bursts.
struct Burst {
    answered: Duration,
    synced: Duration,
}

/// Everybody changes their answer at once, again and again.
fn burst(data: &DataFolder, people: usize) -> Result<Burst, Box<dyn Error>> {
    let engine = session(data, people)?;
    let client = engine.client();
    let step = Id::from("ovi-auki");
    let before = client.ask(Command::OpenQuestion { step: step.clone() })?;
    let rows: Vec<ParticipantId> = before.state.standing().map(|row| row.id).collect();
    let answers = |turn: usize| {
        let (rows, step) = (rows.clone(), step.clone());
        let option = Id::from(if turn.is_multiple_of(2) { "a" } else { "b" });
        rows.into_iter().map(move |participant| Command::Answer {
            step: step.clone(),
            round: Some(1),
            participant,
            answer: Answer::Options([option.clone()].into()),
            channel: Channel::Phone,
        })
    };
    all_at_once(&client, answers(0))?;
    let folder = before.folder.to_path_buf();
    let record = journal::read(&layout::journal(&folder))?;
    let last = &record.events[record.events.len() - people..];
    let bytes = serde_json::to_vec(last)?;
    let mut raw = OpenOptions::new().create(true).append(true).open(folder.join("raw"))?;

    let (mut answered, mut synced, mut versions) = (Vec::new(), Vec::new(), 0);
    for turn in 1..=BURSTS {
        let version = client.snapshot().version;
        let start = Instant::now();
        all_at_once(&client, answers(turn))?;
        answered.push(start.elapsed());
        versions += client.snapshot().version - version;
        let start = Instant::now();
        raw.write_all(&bytes)?;
        raw.sync_data()?;
        synced.push(start.elapsed());
    }
    let stored = journal::read(&layout::journal(&folder))?.events.len() - record.events.len();
    assert_eq!(stored, BURSTS * people, "every answer once");
    let (answered, synced) = (figures(answered), figures(synced));
    println!("raw fdatasync of {} bytes: median {:?}, p99 {:?}", bytes.len(), synced.0, synced.1);
    println!(
        "{people} answers of {people} people at once: median {:?}, p99 {:?}, commits {:.1}",
        answered.0,
        answered.1,
        versions as f64 / BURSTS as f64
    );
    Ok(Burst { answered: answered.0, synced: synced.0 })
}

/// One event after another, each waited for; whether that is within its bound.
fn single_events(data: &DataFolder) -> Result<bool, Box<dyn Error>> {
    let engine = session(data, PEOPLE)?;
    let client = engine.client();
    let folder = client.snapshot().folder.to_path_buf();
    let mut raw = OpenOptions::new().create(true).append(true).open(folder.join("raw"))?;
    let text = "Yhteydenottokortteja on autoissa liian vähän, ja porttikoodi puuttuu työmääräimestä.";
    client.ask(Command::NoteItem { text: text.to_owned(), step: None })?;
    let record = journal::read(&layout::journal(&folder))?;
    let bytes = serde_json::to_vec(record.events.last().ok_or("an empty journal")?)?;

    let (mut asked, mut synced) = (Vec::new(), Vec::new());
    for _ in 0..TURNS {
        let start = Instant::now();
        client.ask(Command::NoteItem { text: text.to_owned(), step: None })?;
        asked.push(start.elapsed());
        let start = Instant::now();
        raw.write_all(&bytes)?;
        raw.sync_data()?;
        synced.push(start.elapsed());
    }
    let (asked, synced) = (figures(asked), figures(synced));
    let ratio = asked.0.as_secs_f64() / synced.0.as_secs_f64();
    println!("raw fdatasync of {} bytes: median {:?}, p99 {:?}", bytes.len(), synced.0, synced.1);
    println!("acknowledged event, {PEOPLE} people: median {:?}, p99 {:?}", asked.0, asked.1);
    println!("ratio of medians {ratio:.2}, bound {BOUND}");
    Ok(ratio <= BOUND)
}

/// Median and 99th percentile.
fn figures(mut times: Vec<Duration>) -> (Duration, Duration) {
    times.sort_unstable();
    (times[times.len() / 2], times[times.len() * 99 / 100])
}
