//! A session that runs in both windows, continued from its folder as after a crash, and stepped through by keys.
//!
//! The program tells in its log when it draws which window; the times are its own.

use std::fs::File;
use std::path::Path;
use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use jiff::Timestamp;
use perehdytin::clock::SystemClock;
use perehdytin::engine::Engine;
use perehdytin::files::DataFolder;
use perehdytin::session::Channel;
use perehdytin::session::Command;
use perehdytin::session::Details;
use perehdytin::session::Place;
use perehdytin::session::Signature;

use crate::display::Display;
use crate::display::wait_for;
use crate::new_session::{new_session, script};
use crate::process::cpu_time;
use crate::process::resident;
use crate::report;
use crate::running::Running;

/// Steps that are gone through one after another.
const CHANGES: usize = 50;
/// How long nothing is done at the end: a minute, so that the minutes shown on the console move on in it.
const IDLE: Duration = Duration::from_mins(1);
const MIB: f64 = 1024.0 * 1024.0;

/// The program with its log; it ends with the measurement.
struct Program {
    child: Running,
    log: PathBuf,
}

/// What the program tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Event {
    /// A key was taken in that goes on to the next step.
    Key,
    /// The room is to see something else.
    News,
    /// The console was laid out and handed to the graphics driver.
    Console,
    /// The same with the projector.
    Projector,
}

impl Program {
    fn text(&self) -> String {
        std::fs::read_to_string(&self.log).expect("the program's log")
    }

    /// What happened since the program was started, with times.
    fn events(&self) -> Vec<(Timestamp, Event)> {
        let log = self.text();
        let told = |line: &str| {
            let at = line.split_whitespace().next()?.parse().ok()?;
            let event = if line.contains("console drawn pressed=[NextStep]") {
                Event::Key
            } else if line.contains("console drawn") {
                Event::Console
            } else if line.contains("projector drawn") {
                Event::Projector
            } else if line.contains("the room is to see something else") {
                Event::News
            } else {
                return None;
            };
            Some((at, event))
        };
        log.lines().filter_map(told).collect()
    }

    fn count(&self, event: Event) -> usize {
        self.events().iter().filter(|(_, other)| *other == event).count()
    }
}

/// A session of the shipped course with twenty people, at its first slide, as its folder has it.
fn prepared(data: &Path, course: &Path) {
    let script = script(course);
    let first = script.pack.steps().map(|(_, step)| step.id.clone()).next().expect("a step");
    let data = DataFolder::open(data.to_owned()).expect("a data folder");
    let engine = Engine::create(&data, new_session(script), Arc::new(SystemClock), Arc::new(|| {})).expect("a session");
    for number in 1..=20_u16 {
        let details = Details {
            name: format!("Aino Laine {number}"),
            company: "Kaivuu Oy".to_owned(),
            role: "asentaja".to_owned(),
            identifier: None,
        };
        let signature =
            Signature { width: 300, height: 100, strokes: vec![vec![[10, 50], [60 + number, 20], [120, 80]]] };
        let sign_in = Command::SignIn { details, signature, channel: Channel::Desk, phone: None };
        engine.client().ask(sign_in).expect("signed in");
    }
    engine.client().ask(Command::Go { to: Place::Step(first) }).expect("the first slide");
}

/// Measures memory, slide changes and idling with console and projector open; whether every bound is kept.
pub(crate) fn measure(course: &Path) -> bool {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let data = folder.path().join("data");
    prepared(&data, course);
    let display = Display::start(2800, 1000);
    let log = folder.path().join("log.txt");
    let child = display
        .command(env!("CARGO_BIN_EXE_perehdytin"))
        .args(["--lang", "fi", "--data-dir"])
        .arg(&data)
        .env("RUST_LOG", "perehdytin::ui=trace")
        .stdout(Stdio::null())
        .stderr(File::create(&log).expect("a file"))
        .spawn()
        .expect("the program starts");
    let program = Program { child: Running(child), log };
    let process = program.child.0.id();

    let console = display.window("^Perehdytin$").unwrap_or_else(|| panic!("no console: {}", program.text()));
    console.resize(1366, 768);
    console.focus();
    // The session's folder is looked through first; until then the key does nothing.
    let is_running = wait_for(Duration::from_secs(20), || {
        console.keys(&["ctrl+Return"]);
        thread::sleep(Duration::from_secs(1));
        (program.count(Event::News) >= 2).then_some(())
    });
    assert!(is_running.is_some(), "the session is not continued: {}", program.text());
    thread::sleep(Duration::from_secs(10));
    // One window, as the bare one is.
    let mut keeps = report("memory after ten seconds", resident(process) as f64 / MIB, "MiB", 130.0);
    console.keys(&["F6"]);
    let room = display.window("projektori").expect("the projector");
    room.place(1400, 0);
    console.focus();
    thread::sleep(Duration::from_secs(10));
    let rested = resident(process) as f64 / MIB;
    println!("{:<58} {rested:>9.2} MiB", "memory with the projector's window beside the console's");

    let from = program.events().len();
    let before = cpu_time(process);
    let made = || changes(&program.events()[from..]);
    for change in 1..=CHANGES {
        console.keys(&["Next"]);
        let is_there = wait_for(Duration::from_secs(10), || (made().len() >= change).then_some(()));
        assert!(is_there.is_some(), "key {change} changed nothing in the room: {}", program.text());
    }
    thread::sleep(Duration::from_secs(2));
    let used = cpu_time(process).saturating_sub(before).as_secs_f64() * 1e3 / CHANGES as f64;
    let grown = resident(process) as f64 / MIB - rested;
    keeps &= report("memory more after 50 slides", grown, "MiB", 20.0);
    let mut changes = made();
    changes.sort_by(f64::total_cmp);
    // Most of this is Mesa painting both windows' pixels on the processor; what is ours of it has its bounds in the
    // benchmark of slides.
    for (name, percent) in [("p50", 50), ("p99", 99)] {
        let change = changes[changes.len() * percent / 100];
        println!("{:<58} {change:>9.2} ms", format!("from the key to the projector's new slide, {name}"));
    }
    println!("{:<58} {used:>9.2} ms", "CPU of a slide change, both windows and their pixels");

    // A break counts its seconds down: on to where nothing moves.
    let has_countdown = || {
        let seen = program.events().len();
        thread::sleep(Duration::from_millis(2500));
        program.events().len() > seen + 1
    };
    while has_countdown() {
        console.keys(&["Next"]);
        thread::sleep(Duration::from_secs(1));
    }
    let quiet = program.events().len();
    let before = cpu_time(process);
    thread::sleep(IDLE);
    let idle = cpu_time(process).saturating_sub(before).as_secs_f64() / IDLE.as_secs_f64() * 100.0;
    let drawn = |event: Event| program.events()[quiet..].iter().filter(|(_, other)| *other == event).count() as f64;
    keeps &= report("projector painted while nothing happens", drawn(Event::Projector), "×", 0.0);
    // The clock's minute and the step's: each is shown, and each moves on once.
    keeps &= report("console painted in a minute in which nothing happens", drawn(Event::Console), "×", 2.0);
    keeps & report("CPU while nothing happens, both windows", idle, "%", 0.1)
}

/// Milliseconds from each key to the projector's next picture of something else.
fn changes(events: &[(Timestamp, Event)]) -> Vec<f64> {
    let mut changes = Vec::new();
    let (mut pressed, mut is_news) = (None, false);
    for (at, event) in events {
        match event {
            Event::Key => pressed = Some(*at),
            Event::News => is_news = true,
            Event::Projector if is_news => {
                is_news = false;
                if let Some(from) = pressed.take() {
                    changes.push(at.duration_since(from).as_secs_f64() * 1e3);
                }
            }
            Event::Projector | Event::Console => {}
        }
    }
    changes
}
