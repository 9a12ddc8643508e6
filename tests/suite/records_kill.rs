//! The real program is killed while it imports, and two of them import at once: each file is imported or not.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use perehdytin::quiz::Random;

use crate::kill_support::followed;
use crate::records_support::{Desk, file, signer, somebody, stated};

/// How many imports are killed; `PEREHDYTIN_KILLS` asks for more, and `tests/run` for a hundred.
const KILLS: usize = 20;
/// Registers in the folder.
const REGISTERS: u8 = 24;

fn kills() -> usize {
    std::env::var("PEREHDYTIN_KILLS").ok().and_then(|count| count.parse().ok()).unwrap_or(KILLS)
}

/// A folder of registers, whose people say which register they are on.
pub(crate) fn folder(desk: &Desk) -> std::path::PathBuf {
    const NAMES: [&str; 4] = ["Aino Ahkera", "Eino Ensi", "Pia Pihlaja", "Timo Tuisku"];
    let by = signer("Taina Tarkka");
    for session in 1..=REGISTERS {
        let people = NAMES.map(|name| somebody(name, "Kaivuu Oy"));
        desk.put(&format!("{session:02}.pdf"), &file(&stated(session, "2026-10-05", &people), &by));
    }
    desk.folder.path().join("in")
}

fn import(data: &Path, folder: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_perehdytin"))
        .args(["--data-dir", data.to_str().unwrap(), "records", "import", folder.to_str().unwrap()])
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Rows of each register, in the tables as they are.
pub(crate) fn rows(data: &Path) -> BTreeMap<String, i64> {
    let connection = rusqlite::Connection::open(data.join("records/records.sqlite")).unwrap();
    let sound: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(sound, "ok");
    let broken: bool = connection.prepare("PRAGMA foreign_key_check").unwrap().exists([]).unwrap();
    assert!(!broken, "a row speaks of one that is not there");
    let sql = "SELECT r.digest, (SELECT count(*) FROM attendance a WHERE a.register = r.id) FROM register r";
    let mut rows = connection.prepare(sql).unwrap();
    rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap().map(Result::unwrap).collect()
}

#[test]
fn an_import_that_is_killed_leaves_each_file_imported_or_not() {
    let source = Desk::new();
    let folder = folder(&source);
    // One runs to its end: that tells how long it takes on this machine.
    let whole = Desk::new();
    let began = Instant::now();
    assert!(import(&whole.data(), &folder).wait().unwrap().success());
    let mut length = usize::try_from(began.elapsed().as_micros()).unwrap();
    let expected = rows(&whole.data());
    assert_eq!(expected.len(), usize::from(REGISTERS));
    assert!(expected.values().all(|rows| *rows == 4));

    let mut random = Random::new("kill while importing", &[]);
    let mut between = 0;
    let mut desk = Desk::new();
    for turn in 0..kills() {
        let mut child = import(&desk.data(), &folder);
        std::thread::sleep(Duration::from_micros(u64::try_from(random.below(length * 5 / 4)).unwrap()));
        length = followed(length, &mut child);
        child.kill().unwrap();
        child.wait().unwrap();
        if desk.data().join("records/records.sqlite").exists() && desk.say(&["log"]).exit == 0 {
            let found = rows(&desk.data());
            for (digest, rows) in &found {
                assert_eq!(Some(rows), expected.get(digest), "turn {turn}: {digest} is imported by half");
                let file = desk.data().join("records/files").join(&digest[..2]).join(format!("{digest}.pdf"));
                assert!(file.is_file(), "turn {turn}: {digest} has rows and no file");
            }
            between += usize::from(!found.is_empty() && found.len() < expected.len());
            // What was written without rows is taken in by a check, and nothing is lost.
            if turn % 3 == 0 {
                let told = desk.ask(0, &["check"]);
                assert_eq!(told["missing"].as_array().unwrap().len(), 0);
                let after = rows(&desk.data());
                assert!(found.keys().all(|digest| after.contains_key(digest)));
                let kept = std::fs::read_dir(desk.data().join("records/files")).unwrap();
                let kept: usize = kept
                    .map(|one| {
                        std::fs::read_dir(one.unwrap().path())
                            .unwrap()
                            .filter(|file| {
                                file.as_ref().unwrap().path().extension().is_some_and(|extension| extension == "pdf")
                            })
                            .count()
                    })
                    .sum();
                assert_eq!(kept, after.len(), "turn {turn}: files without rows");
            }
        }
        // Every fourth begins anew; the others go on over what the kill left.
        if turn % 4 == 3 {
            finished(&desk, &folder, &expected);
            desk = Desk::new();
        }
    }
    assert!(between > 0, "every kill came before or after: nothing was tried");
    finished(&desk, &folder, &expected);
}

/// The import, run to its end over what is there, gives what one run gives.
#[track_caller]
fn finished(desk: &Desk, folder: &Path, expected: &BTreeMap<String, i64>) {
    assert!(import(&desk.data(), folder).wait().unwrap().success());
    assert_eq!(rows(&desk.data()), *expected);
    assert_eq!(desk.ask(0, &["signers"])["signers"][0]["people"], 4);
}

#[test]
fn two_programs_import_at_once_and_each_file_is_there_once() {
    let source = Desk::new();
    let folder = folder(&source);
    let desk = Desk::new();
    let both = [import(&desk.data(), &folder), import(&desk.data(), &folder)];
    // Meanwhile a third one reads.
    for _ in 0..5 {
        let outcome = desk.say(&["signers"]);
        assert_eq!(outcome.exit, 0, "{}", outcome.stderr);
    }
    for child in both {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let found = rows(&desk.data());
    assert_eq!((found.len(), found.values().sum::<i64>()), (usize::from(REGISTERS), i64::from(REGISTERS) * 4));
    assert_eq!(desk.ask(0, &["signers"])["signers"][0]["people"], 4);
    assert_eq!(desk.ask(0, &["check"])["recovered"], 0);
}
