//! A real process is killed with SIGKILL while it writes the files of a closed session: the next start finds a session
//! that waits to be signed, or one whose files are all there and whole.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::Child;
use std::sync::Arc;
use std::time::Duration;
use std::time::Instant;

use perehdytin::clock::Clock as _;
use perehdytin::clock::SystemClock;
use perehdytin::engine::Engine;
use perehdytin::engine::layout;
use perehdytin::engine::list_sessions;
use perehdytin::engine::read_session;
use perehdytin::files::DataFolder;
use perehdytin::quiz::Random;
use perehdytin::register::bundle;
use perehdytin::register::bundle::Stage;
use perehdytin::register::identity::{Subject, throw_away};
use perehdytin::register::trust::TrustList;
use perehdytin::register::verify::{Integrity, Options, verify_file};
use perehdytin::session::Command;

use crate::kill_support::process_of;
use crate::session_support::{new_session, nobody, script, sign_in, small_course};

const FOLDER: &str = "PEREHDYTIN_TEST_SIGNING";
/// How many processes are killed.
const KILLS: usize = 30;
const FILES: [&str; 5] = ["feedback.json", "participants.csv", "participants.xlsx", "register.pdf", "report.pdf"];

/// Closes a session and writes its files, as the screen does.
fn close_and_sign(folder: &Path, mut stage: impl FnMut(Stage)) {
    let engine = Engine::resume(folder, Arc::new(SystemClock), nobody()).unwrap();
    let snapshot = match engine.client().snapshot() {
        open if open.state.closed_at.is_none() => engine.client().ask(Command::Close).unwrap(),
        closed => closed,
    };
    let now = SystemClock.now();
    let subject = Subject { name: "Taina Tarkka".to_owned(), organisation: "Malli Oy".to_owned() };
    let signer = throw_away(&subject, now).unwrap();
    bundle::write((&*snapshot).into(), &signer, &layout::out(folder), now, &mut stage).unwrap();
}

/// A new session with one participant.
fn opened(data: &DataFolder) -> PathBuf {
    let new = new_session(script(&small_course()));
    let engine = Engine::create(data, new, Arc::new(SystemClock), nobody()).unwrap();
    engine.client().ask(sign_in("Aino Laine")).unwrap();
    engine.client().snapshot().folder.to_path_buf()
}

fn start(folder: &Path) -> Child {
    process_of("kill_while_signing::the_process_that_signs").env(FOLDER, folder).spawn().unwrap()
}

#[test]
#[ignore = "it is the process that the other test kills"]
fn the_process_that_signs() {
    let folder = PathBuf::from(std::env::var_os(FOLDER).expect("started by the test that kills"));
    close_and_sign(&folder, |stage| {
        if stage == Stage::Writing {
            writeln!(std::io::stdout().lock(), "writing").unwrap();
        }
    });
    writeln!(std::io::stdout().lock(), "written").unwrap();
}

#[test]
fn a_process_killed_while_it_signs_leaves_a_session_to_be_signed_or_all_its_files() {
    let root = tempfile::tempdir().unwrap();
    let data = DataFolder::open(root.path().to_owned()).unwrap();
    let mut random = Random::new("kill while signing", &[]);
    let (mut unsigned, mut signed) = (0, 0);
    // One writes to its end: that tells how long writing takes on this machine.
    let first = opened(&data);
    let mut lines = BufReader::new(start(&first).stdout.take().unwrap()).lines().map_while(Result::ok);
    assert!(lines.any(|line| line.contains("writing")), "it ended before it wrote");
    let began = Instant::now();
    assert!(lines.any(|line| line.contains("written")), "it ended before all was written");
    let writing = usize::try_from(began.elapsed().as_micros()).unwrap();
    is_whole(&first);
    let mut folder = None;
    for turn in 0..KILLS {
        // Every third is killed over an earlier signing or what a kill left of one.
        let session = match folder.clone().filter(|_| turn % 3 == 2) {
            Some(session) => session,
            None => opened(&data),
        };
        folder = Some(session.clone());
        let was_signed = layout::register(&session).exists();
        let mut child = start(&session);
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        if random.chance(85) {
            assert!(lines.any(|line| line.contains("writing")), "it ended before it wrote");
            std::thread::sleep(Duration::from_micros(u64::try_from(random.below(writing * 2)).unwrap()));
        } else {
            std::thread::sleep(Duration::from_millis(u64::try_from(random.below(600)).unwrap()));
        }
        child.kill().unwrap();
        child.wait().unwrap();

        let listed = list_sessions(&data).unwrap();
        let gist = listed.iter().find(|summary| summary.folder == session).unwrap().gist.as_ref().unwrap();
        assert!(gist.has_register || !was_signed, "the earlier register is gone");
        if gist.has_register {
            signed += 1;
            is_whole(&session);
        } else {
            // The next start offers to go on with it, or to sign it.
            unsigned += 1;
            Engine::resume(&session, Arc::new(SystemClock), nobody()).unwrap();
        }
    }
    assert!(unsigned > 0 && signed > 0, "{unsigned} were left to be signed and {signed} not: nothing was tried");
    for session in list_sessions(&data).unwrap() {
        close_and_sign(&session.folder, |_| {});
        is_whole(&session.folder);
        assert!(!is_between(&layout::out(&session.folder)), "a kill's leavings lie about");
    }
}

/// Whether something half made lies in the folder.
fn is_between(out: &Path) -> bool {
    let mut names = std::fs::read_dir(out).unwrap().map(|entry| entry.unwrap().file_name());
    names.any(|name| name.to_string_lossy().starts_with('.'))
}

/// Every file of the bundle is there, and the register is intact and of this session.
#[track_caller]
fn is_whole(session: &Path) {
    let out = layout::out(session);
    for name in FILES {
        let bytes = std::fs::read(out.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(bytes.len() > 20, "{name} is torn");
    }
    let options = Options { trust: &TrustList::default(), render: false, journal: None, now: SystemClock.now() };
    let verdict = verify_file(&layout::register(session), &options).unwrap();
    assert_eq!(verdict.integrity, Integrity::Intact);
    let state = read_session(session).unwrap().state;
    assert_eq!(verdict.facts.unwrap().session, state.setup.session);
}
