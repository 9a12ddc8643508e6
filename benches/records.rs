//! How fast the records answer at their full size, against the raw `SQLite` floor measured in the same run.
//!
//! `cargo bench --bench records`: 1,000,000 attendance rows of 50,000 people at 400 contractors, put into the tables
//! through the records' own insert path. The bounds: a person's records at most 3 × the floor's indexed lookup (p99);
//! all contractors at most 1.2 × a covering scan, or 5 ms; a key typed into the search within a frame, though the window
//! waits for no answer: frames are drawn while another thread looks; importing at the speed of verifying on all cores.
//! The exit code says whether they hold. `PEREHDYTIN_ROWS` asks for fewer rows, `PEREHDYTIN_FILES` for more files.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
#![expect(clippy::unwrap_used, reason = "a benchmark ends at the first thing that is wrong")]

#[path = "../tests/suite/register_made.rs"]
#[expect(dead_code, reason = "the tests use more of it")]
mod register_made;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use jiff::civil::Date;
use perehdytin::files::DataFolder;
use perehdytin::paper;
use perehdytin::profile::IdentifierKind;
use perehdytin::quiz::Random;
use perehdytin::records::{By, Day, Edition, EditionTheme, Entry, EntryRow, Form, Import, Outcome, Records, SignerOf};
use perehdytin::register::facts::{MadeBy, Written, facts, row_digest};
use perehdytin::register::identity::{Subject, throw_away};
use perehdytin::register::sign::{Statement, sign};
use perehdytin::register::table;
use perehdytin::register::trust::{Fingerprint, TrustList};
use perehdytin::register::verify::{Options, verify_file};
use rusqlite::Connection;
use rusqlite::OpenFlags;

use register_made::Made;

const PEOPLE: usize = 50_000;
const CONTRACTORS: usize = 400;
const ROOM: usize = 25;
const SIGNERS: usize = 40;
const THEMES: usize = 12;
const COURSE: &str = "asiakaspalvelu";
/// Most that the window's search shows.
const HITS: usize = 500;
/// Register files that are verified and imported; `PEREHDYTIN_FILES` asks for more.
const FILES: u32 = 240;

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

fn today() -> Day {
    Day::of("2026-11-23".parse().unwrap())
}

fn by() -> By<'static> {
    By { name: "Mittaus", at: now() }
}

fn asked_for<T: std::str::FromStr>(variable: &str) -> Option<T> {
    let count = std::env::var(variable).ok()?;
    count.parse().ok()
}

fn main() -> ExitCode {
    let rows = asked_for("PEREHDYTIN_ROWS").unwrap_or(1_000_000);
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::open(folder.path().join("data")).unwrap();
    let mut records = Records::open(&data).unwrap();
    fill(&mut records, rows);
    let database = Records::folder(&data).join("records.sqlite");
    let floor = Connection::open_with_flags(&database, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    floor.pragma_update(None, "cache_size", -65_536).unwrap();
    let mut fine = person(&records, &floor);
    fine &= contractors(&records, &floor);
    fine &= typing(&records);
    lists(&records);
    drop(records);
    fine &= importing(folder.path());
    if fine { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1_000.0
}

/// Prints a measurement with its bound; whether it holds.
fn told(what: &str, took: f64, bound: f64, unit: &str) -> bool {
    let holds = took <= bound;
    println!("{what:<58} {took:>9.3} {unit:<3} bound {bound:>8.3}   {}", if holds { "holds" } else { "FAILS" });
    holds
}

/// Puts the rows into the tables, a batch of registers a transaction.
fn fill(records: &mut Records, rows: usize) {
    let mut random = Random::new("records bench", &[]);
    let registers = rows.div_ceil(ROOM);
    let began = Instant::now();
    // One register of each signer, whom somebody then accepts, all but the last.
    let first: Vec<Entry> = (0..SIGNERS).map(|at| entry(at, registers, &mut random)).collect();
    records.insert(&first, by()).unwrap();
    for signer in 0..SIGNERS - 1 {
        records.accept(&fingerprint(signer), by()).unwrap();
    }
    let mut at = SIGNERS;
    while at < registers {
        let batch: Vec<Entry> = (at..registers.min(at + 200)).map(|at| entry(at, registers, &mut random)).collect();
        at += batch.len();
        records.insert(&batch, by()).unwrap();
    }
    let took = began.elapsed();
    println!(
        "{registers} registers, {rows} rows, put into the tables in {:.1} s: {:.0} rows/s",
        took.as_secs_f64(),
        rows as f64 / took.as_secs_f64()
    );
}

fn fingerprint(signer: usize) -> String {
    format!("{signer:064x}").chars().rev().collect()
}

/// A made-up register: a room of people of a few contractors, in one of three editions.
fn entry(at: usize, registers: usize, random: &mut Random) -> Entry {
    let start: Date = "2021-01-04".parse().unwrap();
    let edition = (at * 3 / registers.max(1)).min(2);
    let days = i64::try_from(at * 2_140 / registers.max(1)).unwrap();
    let day = Day::of(start.checked_add(jiff::Span::new().days(days)).unwrap());
    let signer = at % SIGNERS;
    let first = random.below(PEOPLE);
    let people: std::collections::BTreeSet<usize> = (0..ROOM)
        .map(|place| if place < 20 { (first + place * CONTRACTORS) % PEOPLE } else { random.below(PEOPLE) })
        .collect();
    let mut people: Vec<usize> = people.into_iter().collect();
    while people.len() < ROOM {
        let another = random.below(PEOPLE);
        if !people.contains(&another) {
            people.push(another);
        }
    }
    let rows = (1..).zip(people).map(|(number, person)| row(number, person, random));
    Entry {
        digest: format!("{at:064x}"),
        session: format!("{at:032x}"),
        form: if at.is_multiple_of(20) { Form::Alone } else { Form::Room },
        rehearsal: false,
        edition: edition_of(u32::try_from(edition).unwrap()),
        signer: SignerOf {
            fingerprint: Fingerprint(fingerprint(signer)),
            name: format!("Kouluttaja {signer}"),
            organisation: "Esimerkkilän Energia Oy".to_owned(),
            issuer: "Kouluttaja".to_owned(),
        },
        signed_at: now(),
        signatures: 1,
        started_at: now(),
        ended_at: now(),
        day,
        subscriber: "Esimerkkilän Energia Oy".to_owned(),
        organiser: "Esimerkkilän Energia Oy".to_owned(),
        trainer: format!("Kouluttaja {signer}"),
        place: "Esimerkkilä".to_owned(),
        journal_length: 500,
        rows: rows.collect(),
    }
}

fn edition_of(raised: u32) -> Edition {
    let titled = |text: String| BTreeMap::from([("fi".to_owned(), text)]);
    let themes = (0..THEMES).map(|theme| EditionTheme {
        theme: format!("teema-{theme}"),
        title: titled(format!("Teema {theme}, asiakkaan kohtaaminen")),
        revision: 1 + raised.min(u32::from(theme < 3)) * raised,
        digest: format!("{theme:032x}{raised:032x}"),
        minutes: 15,
    });
    Edition {
        course: COURSE.to_owned(),
        title: titled("Laadukas asiakaspalvelu".to_owned()),
        revision: 1 + raised,
        digest: format!("{raised:064x}"),
        validity_months: Some(36),
        renews: false,
        has_test: true,
        test: None,
        part_of: None,
        themes: themes.collect(),
    }
}

fn row(number: u32, person: usize, random: &mut Random) -> EntryRow {
    let missed = random.chance(10).then(|| random.below(THEMES));
    EntryRow {
        number,
        name: name(person),
        company: company(person % CONTRACTORS),
        identifier: (!person.is_multiple_of(10))
            .then(|| (IdentifierKind::TaxNumber, format!("{:012}", 100_000_000_000 + person))),
        minutes: 210,
        outcome: if random.chance(92) { Outcome::Passed } else { Outcome::Failed },
        themes: (0..THEMES).filter(|theme| Some(*theme) != missed).collect(),
        credited: Vec::new(),
    }
}

/// Given names, some beyond the Finnish letters.
const FIRST: [&str; 40] = [
    "Aino",
    "Väinö",
    "Eero",
    "Ирина",
    "Õnne",
    "Šarūnas",
    "Mohammed",
    "Åsa",
    "Øystein",
    "Żaneta",
    "Ylermi",
    "Kalle",
    "Liisa",
    "Pekka",
    "Tuula",
    "Jorma",
    "Sanna",
    "Ville",
    "Helmi",
    "Otto",
    "Riitta",
    "Urho",
    "Tyyne",
    "Veikko",
    "Merja",
    "Niilo",
    "Outi",
    "Paavo",
    "Raija",
    "Seppo",
    "Terttu",
    "Usko",
    "Vappu",
    "Yrjö",
    "Kirsi",
    "Lauri",
    "Maija",
    "Esko",
    "Irma",
    "Hannu",
];
/// What family names begin with.
const STEMS: [&str; 50] = [
    "Virta",
    "Mäki",
    "Koski",
    "Laine",
    "Salo",
    "Heikki",
    "Niemi",
    "Järvi",
    "Lehto",
    "Saari",
    "Korho",
    "Rauti",
    "Kivi",
    "Hämälä",
    "Pitkä",
    "Ojala",
    "Rinta",
    "Vuori",
    "Suoma",
    "Tamminen",
    "Kangas",
    "Aho",
    "Kari",
    "Peltola",
    "Hiltu",
    "Mustonen",
    "Turu",
    "Seppä",
    "Anttila",
    "Bjørn",
    "Žukaus",
    "Petrov",
    "Gustafs",
    "Lund",
    "Ström",
    "Tšehov",
    "Õuna",
    "Kask",
    "Tamm",
    "Rebane",
    "Ivanov",
    "Novak",
    "Kowal",
    "Svens",
    "Hansen",
    "Nguyen",
    "Omar",
    "Farah",
    "Yusuf",
    "Demir",
];
/// What they end with.
const ENDS: [&str; 25] = [
    "nen", "la", "lä", "sson", "ov", "skas", "puu", "ranta", "kallio", "harju", "lampi", "korpi", "nurmi", "pelto",
    "metsä", "aro", "luoto", "suo", "kari", "vaara", "selkä", "lahti", "joki", "oja", "vesi",
];

/// One of 50,000 names, most of them unlike those of colleagues.
fn name(person: usize) -> String {
    let mixed = person.wrapping_mul(7_919) % PEOPLE;
    let (first, rest) = (FIRST[mixed % FIRST.len()], mixed / FIRST.len());
    format!("{first} {}{}", STEMS[rest % STEMS.len()], ENDS[rest / STEMS.len() % ENDS.len()])
}

fn company(number: usize) -> String {
    const KINDS: [&str; 8] = ["Sähkö", "Kaivuu", "Kaapeli", "Verkko", "Putki", "Lämpö", "Asennus", "Urakointi"];
    let letters: String =
        [number / 26 % 26, number % 26].iter().map(|at| char::from(b'A' + u8::try_from(*at).unwrap())).collect();
    format!("{} {letters}{number} Oy", KINDS[number % KINDS.len()])
}

/// The durations of `work` for each of `things`, in their order of length.
fn each<T>(things: &[T], mut work: impl FnMut(&T)) -> Vec<Duration> {
    let mut times: Vec<Duration> = things
        .iter()
        .map(|thing| {
            let began = Instant::now();
            work(thing);
            began.elapsed()
        })
        .collect();
    times.sort_unstable();
    times
}

fn p99(times: &[Duration]) -> Duration {
    times[times.len() * 99 / 100]
}

fn person(records: &Records, floor: &Connection) -> bool {
    let highest: i64 = floor.query_row("SELECT max(id) FROM person", [], |row| row.get(0)).unwrap();
    let mut random = Random::new("people", &[]);
    let asked: Vec<i64> =
        (0..4_000).map(|_| 1 + i64::try_from(random.below(usize::try_from(highest).unwrap())).unwrap()).collect();
    let lookup = |id: &i64| {
        let mut rows = floor
            .prepare_cached(
                "SELECT a.id, a.number, a.outcome, a.theme_set, r.digest, r.day, r.form, s.name, s.state, i.name
                 FROM identity i JOIN attendance a ON a.identity = i.id JOIN register r ON r.id = a.register
                 JOIN signer s ON s.id = r.signer WHERE i.person = ?1",
            )
            .unwrap();
        let mut rows = rows.query([id]).unwrap();
        let mut count = 0;
        while let Some(row) = rows.next().unwrap() {
            std::hint::black_box((row.get::<_, i64>(0).unwrap(), row.get::<_, String>(4).unwrap()));
            std::hint::black_box((row.get::<_, i64>(5).unwrap(), row.get::<_, String>(7).unwrap()));
            std::hint::black_box(row.get::<_, String>(9).unwrap());
            count += 1;
        }
        std::hint::black_box(count);
    };
    // Both once for the caches, then in turn.
    each(&asked, lookup);
    each(&asked, |id| drop(records.person(*id, today())));
    let raw = p99(&each(&asked, lookup));
    let times = each(&asked, |id| drop(std::hint::black_box(records.person(*id, today()).unwrap())));
    println!("floor: indexed lookup of a person's rows, p99 {:>21.3} ms", ms(raw));
    println!("a person's records, median {:>39.3} ms", ms(times[times.len() / 2]));
    told("a person's records, p99", ms(p99(&times)), 3.0 * ms(raw), "ms")
}

fn best(runs: usize, mut work: impl FnMut()) -> Duration {
    let times = (0..runs).map(|_| {
        let began = Instant::now();
        work();
        began.elapsed()
    });
    times.min().unwrap()
}

fn contractors(records: &Records, floor: &Connection) -> bool {
    let scan = best(30, || {
        let sql =
            "SELECT company, count(*), sum(state = 0), max(until) FROM standing WHERE course = 1 GROUP BY company";
        let mut rows = floor.prepare_cached(sql).unwrap();
        let mut rows = rows.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            std::hint::black_box(row.get::<_, i64>(1).unwrap());
        }
    });
    let took = best(30, || assert!(records.contractors(COURSE, today()).unwrap().len() > 100));
    println!("floor: covering scan of everybody's standing {:>21.3} ms", ms(scan));
    told("all contractors in numbers", ms(took), (1.2 * ms(scan)).max(5.0), "ms")
}

fn typing(records: &Records) -> bool {
    let mut typed = Vec::new();
    let texts = [
        "virtanen aino",
        "mäkilä",
        "s",
        "a a a",
        "kaivuu ab",
        "1000000123",
        "иrina",
        "oy",
        "koskikallio ville",
        "aino 1000001",
        "o a y 1",
    ];
    for text in texts {
        let keys: Vec<char> = text.chars().collect();
        typed.extend((1..=keys.len()).map(|length| keys[..length].iter().collect::<String>()));
    }
    each(&typed, |text| drop(records.search(text, HITS)));
    let mut slowest = (Duration::ZERO, "");
    for text in &typed {
        // The search does not know what was typed before, and the machine may do something else meanwhile.
        let took = best(3, || drop(std::hint::black_box(records.search(text, HITS).unwrap())));
        slowest = slowest.max((took, text));
    }
    let times = each(&typed, |text| drop(std::hint::black_box(records.search(text, HITS).unwrap())));
    println!("a key typed into the search, median {:>30.3} ms", ms(times[times.len() / 2]));
    println!("the slowest of all keys {:>42.3} ms", ms(*times.last().unwrap()));
    told(&format!("the slowest key at its best: “{}”", slowest.1), ms(slowest.0), 16.6, "ms")
}

/// What no bound is set for.
fn lists(records: &Records) {
    let began = Instant::now();
    let (_, due) = records.due(COURSE, today(), None).unwrap().unwrap();
    println!("everybody who is due ({}), theme by theme {:>22.0} ms", due.len(), ms(began.elapsed()));
    let company = records.company(&company(17)).unwrap();
    let took = best(5, || drop(records.contractor(company, COURSE, today()).unwrap()));
    println!("a contractor's people, theme by theme {:>28.2} ms", ms(took));
    let past = Day::of("2024-03-15".parse().unwrap());
    let took = best(5, || drop(records.contractor(company, COURSE, past).unwrap()));
    println!("the same on a past day {:>43.2} ms", ms(took));
    let mut next = edition_of(2);
    next.revision += 1;
    next.digest = "ff".repeat(32);
    next.themes[5].revision += 1;
    let began = Instant::now();
    let what_if = records.what_if(&next, today()).unwrap();
    println!("what a new revision would make due ({}) {:>25.0} ms", what_if.people.len(), ms(began.elapsed()));
}

/// Importing real register files against verifying them on all cores.
fn importing(folder: &Path) -> bool {
    let source = folder.join("in");
    std::fs::create_dir(&source).unwrap();
    let identity =
        throw_away(&Subject { name: "Taina Tarkka".to_owned(), organisation: String::new() }, now()).unwrap();
    let statement = Statement {
        name: "Taina Tarkka".to_owned(),
        reason: "Mittaus".to_owned(),
        place: "Kone".to_owned(),
        at: now(),
    };
    let mut files: Vec<PathBuf> = Vec::new();
    let state = Made::of(15).state();
    let count = asked_for("PEREHDYTIN_FILES").unwrap_or(FILES);
    for session in 0..count {
        let written = Written { journal_length: 1, journal_head: "ab".repeat(32), made_by: MadeBy::this_program() };
        let mut facts = facts(&state, written).unwrap();
        facts.session = format!("{session:032x}");
        for row in &mut facts.participants {
            row.digest = row_digest(&facts.session, row);
        }
        let csv = table::csv(&facts);
        let pages = paper::register_pdf(&paper::Register { json: &facts.to_json(), csv: &csv, lang: facts.lang() });
        let path = source.join(format!("{session}.pdf"));
        perehdytin::files::write_atomically(&path, &sign(&pages.unwrap(), &identity, &statement).unwrap()).unwrap();
        files.push(path);
    }
    let trust = TrustList::default();
    let options = Options { trust: &trust, render: true, journal: None, now: now() };
    let threads = std::thread::available_parallelism().map_or(2, usize::from);
    let began = Instant::now();
    let next = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                    std::hint::black_box(verify_file(path, &options).unwrap());
                }
            });
        }
    });
    let verified = began.elapsed();
    let data = DataFolder::open(folder.join("fresh")).unwrap();
    let mut records = Records::open(&data).unwrap();
    let cancel = AtomicBool::new(false);
    let paths = [source];
    let began = Instant::now();
    let imported = records.import(&Import { paths: &paths, rehearsals: false, by: by(), cancel: &cancel }, &mut |_| {});
    let took = began.elapsed();
    assert_eq!(imported.unwrap().files.len(), files.len());
    let each = |took: Duration| ms(took) / f64::from(count);
    println!("floor: verifying a register of 15 on {threads} threads {:>20.3} ms", each(verified));
    told("importing it", each(took), 1.25 * each(verified), "ms")
}
