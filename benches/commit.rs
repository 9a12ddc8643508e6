//! An acknowledged event against a raw fdatasync of the same bytes in the same folder, measured in turns.
//!
//! Run with `cargo bench --bench commit`, with `TMPDIR` on the disk that is meant; the bound is a ratio of medians.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::error::Error;
use std::fs::OpenOptions;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;
use std::time::Instant;

use perehdytin::clock::SystemClock;
use perehdytin::engine::Engine;
use perehdytin::engine::NewSession;
use perehdytin::engine::Origin;
use perehdytin::engine::layout;
use perehdytin::files::DataFolder;
use perehdytin::journal;
use perehdytin::pack;
use perehdytin::session::Channel;
use perehdytin::session::Command;
use perehdytin::session::Details;
use perehdytin::session::Script;
use perehdytin::session::Signature;
use perehdytin::text::LangTag;

/// People in the room while it is measured.
const PEOPLE: usize = 30;
/// Measured turns.
const TURNS: usize = 400;
/// An acknowledged event may take so many raw syncs.
const BOUND: f64 = 10.0;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let root = tempfile::tempdir()?;
    let data = DataFolder::open(root.path().to_owned())?;
    let course = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pieni");
    let pack = pack::load(&course).map_err(|report| format!("{report:?}"))?.pack;
    let script = Script { profile: Arc::clone(&pack.example_profile), pack: Arc::new(pack) };
    let new = NewSession {
        script,
        profile_folder: None,
        language: LangTag("fi".into()),
        organiser: "Esimerkki".to_owned(),
        place: "Esimerkki".to_owned(),
        trainer: "Esimerkki".to_owned(),
        time_zone: "Europe/Helsinki".to_owned(),
        expected: Vec::new(),
        origin: Origin::Random,
    };
    let engine = Engine::create(&data, new, Arc::new(SystemClock), Arc::new(|| {}))?;
    let client = engine.client();
    let stroke: Vec<[u16; 2]> = (0..200).map(|point| [point, point % 50]).collect();
    for person in 0..PEOPLE {
        let details =
            Details { name: format!("Osallistuja {person}"), company: "Esimerkki Oy".to_owned(), ..Details::default() };
        let signature = Signature { width: 300, height: 100, strokes: vec![stroke.clone(); 3] };
        client.ask(Command::SignIn { details, signature, channel: Channel::Desk, phone: None })?;
    }

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
    Ok(if ratio <= BOUND { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Median and 99th percentile.
fn figures(mut times: Vec<Duration>) -> (Duration, Duration) {
    times.sort_unstable();
    (times[times.len() / 2], times[times.len() * 99 / 100])
}
