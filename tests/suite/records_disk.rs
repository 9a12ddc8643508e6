//! Imports onto a disk that is too small: told with the mend, nothing lost, and gone on with when there is room.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use crate::records_kill::{folder, rows};
use crate::records_support::Desk;

/// Registers in the folder of [`folder`].
const REGISTERS: usize = 24;

/// Runs `script` in a shell that may mount, if this machine lets anybody; `$PROGRAM`, `$FOLDER` and `$OUT` are set.
fn shell(command: &[&str], script: &str, variables: &[(&str, &Path)]) -> Output {
    let words = [command, &["sh", "-c", script]].concat();
    Command::new(words[0])
        .args(&words[1..])
        .env("PROGRAM", env!("CARGO_BIN_EXE_perehdytin"))
        .envs(variables.iter().copied())
        .output()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"))
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn json(path: &Path) -> Value {
    serde_json::from_str(&text(path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// That what an import onto a full disk told is what the tables and the folder of files say; how many came in.
#[track_caller]
fn holds_what_was_told(data: &Path, told: &Value) -> usize {
    let imported: Vec<&str> = told["files"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|file| file["became"] == "imported")
        .map(|file| file["digest"].as_str().unwrap())
        .collect();
    assert_eq!(told["errors"].as_array().unwrap().len(), 1, "{told}");
    assert_eq!(imported.len() + usize::try_from(told["left"].as_u64().unwrap()).unwrap(), REGISTERS, "{told}");
    let found = if data.join("records/records.sqlite").exists() { rows(data) } else { BTreeMap::new() };
    assert_eq!(found.len(), imported.len(), "{told}");
    for digest in imported {
        assert_eq!(found.get(digest), Some(&4), "{digest} is in by half");
        let kept = data.join("records/files").join(&digest[..2]).join(format!("{digest}.pdf"));
        let bytes = std::fs::read(kept).unwrap();
        let known = ring::digest::digest(&ring::digest::SHA256, &bytes);
        let digit = |at: usize| u8::from_str_radix(&digest[at * 2..at * 2 + 2], 16).unwrap();
        assert!(known.as_ref().iter().enumerate().all(|(at, byte)| *byte == digit(at)), "{digest} is another file");
    }
    found.len()
}

/// The import, gone on with where there is room, brings in everything.
#[track_caller]
fn all_are_in(data: &Path) {
    let found = rows(data);
    assert_eq!((found.len(), found.values().all(|rows| *rows == 4)), (REGISTERS, true));
}

/// Imports onto a disk of `$ROOM`, then makes room and imports again; what the disk holds is copied after each.
const ON_A_SMALL_DISK: &str = r#"
    mount -t tmpfs -o size="$ROOM",mode=700 none "$DISK" || exit 99
    records() { "$PROGRAM" --lang en --data-dir "$DISK/data" records "$@"; }
    records import "$FOLDER" --format json >"$OUT/first.json" 2>"$OUT/first.txt"
    echo $? >"$OUT/first.exit"
    df -k "$DISK" >"$OUT/first.df"
    cp -a "$DISK/data" "$OUT/first"
    records signers >"$OUT/asked.txt" 2>&1
    echo $? >"$OUT/asked.exit"
    mount -o remount,size=64m "$DISK" || exit 98
    records import "$FOLDER" --format json >"$OUT/second.json" 2>"$OUT/second.txt"
    echo $? >"$OUT/second.exit"
    records check --format json >"$OUT/check.json" 2>"$OUT/check.txt"
    cp -a "$DISK/data" "$OUT/second"
"#;

/// What lets a user mount a disk of their own; nothing where the machine does not.
fn mounting() -> Option<Vec<&'static str>> {
    let ways = [vec!["unshare", "-rm"], vec!["unshare", "-m"]];
    ways.into_iter().find(|way| {
        let disk = tempfile::tempdir().unwrap();
        shell(way, "mount -t tmpfs -o size=64k none \"$DISK\"", &[("DISK", disk.path())]).status.success()
    })
}

#[test]
fn an_import_onto_a_full_disk_ends_with_the_mend_and_goes_on_where_there_is_room() {
    let Some(way) = mounting() else {
        // This machine lets nobody mount a small disk: the limit on file sizes alone is tried.
        return;
    };
    let source = Desk::new();
    let folder = folder(&source);
    let size: u64 = std::fs::read_dir(&folder).unwrap().map(|one| one.unwrap().metadata().unwrap().len()).sum();
    let mut between = 0;
    for part in [0, 1, 2, 3, 4, 5, 6, 7] {
        let place = tempfile::tempdir().unwrap();
        let (disk, out) = (place.path().join("disk"), place.path().join("out"));
        for path in [&disk, &out] {
            std::fs::create_dir(path).unwrap();
        }
        // From what not even the empty tables fit on to what nearly everything does.
        let room = PathBuf::from(format!("{}k", (100 + size * part / 7) / 1024 + 120 * part + 60));
        let variables = [("ROOM", room.as_path()), ("DISK", &disk), ("OUT", &out), ("FOLDER", &folder)];
        let ran = shell(&way, ON_A_SMALL_DISK, &variables);
        assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
        let errors = text(&out.join("first.txt"));
        assert_eq!(text(&out.join("first.exit")).trim(), "2", "{}: {errors}", room.display());
        assert!(
            errors.starts_with("The disk is full. Free some space and try again: "),
            "{}: {errors}",
            room.display()
        );
        assert!(errors.contains(disk.to_str().unwrap()), "{errors}");
        // Where the records themselves find no room, nothing is told but that.
        if text(&out.join("first.json")).is_empty() {
            assert!(part < 4, "{}", room.display());
        } else {
            between += usize::from(holds_what_was_told(&out.join("first"), &json(&out.join("first.json"))) > 0);
        }
        let asked = (text(&out.join("asked.exit")), text(&out.join("asked.txt")));
        assert!(asked.0.trim() == "0" || asked.1.starts_with("The disk is full."), "{}: {asked:?}", room.display());
        assert_eq!(text(&out.join("second.exit")).trim(), "0", "{}", text(&out.join("second.txt")));
        all_are_in(&out.join("second"));
        let check = json(&out.join("check.json"));
        assert_eq!((&check["registers"], &check["recovered"]), (&REGISTERS.into(), &0.into()), "{check}");
        assert_eq!((&check["missing"], &check["changed"]), (&Value::Array(Vec::new()), &Value::Array(Vec::new())));
    }
    assert!(between > 0, "nothing came in before any of the disks was full");
}

#[test]
fn an_import_that_may_write_no_larger_files_ends_with_the_mend_and_goes_on_without_the_limit() {
    let source = Desk::new();
    let folder = folder(&source);
    // In blocks of 512 bytes. The signal that would end the program is not sent: the writing is refused.
    let script = "trap '' XFSZ; ulimit -f $BLOCKS || exit 99
        exec \"$PROGRAM\" --lang en --data-dir \"$DATA\" records import \"$FOLDER\" --format json";
    let (mut refused, mut refusals) = (0, 0);
    for blocks in ["40", "200", "640", "1200"] {
        let desk = Desk::new();
        let data = desk.data();
        let variables = [("BLOCKS", Path::new(blocks)), ("DATA", &data), ("FOLDER", &folder)];
        let ran = shell(&[], script, &variables);
        let errors = String::from_utf8_lossy(&ran.stderr).into_owned();
        if ran.status.code() == Some(0) {
            continue;
        }
        refused += 1;
        assert_eq!(ran.status.code(), Some(2), "{blocks}: {errors}");
        // What the smallest limit stops is a file of the tables' own that only a full disk stops otherwise.
        let known = ["The disk takes no more: ", "The disk is full. "];
        assert!(known.iter().any(|known| errors.starts_with(known)), "{blocks}: {errors}");
        refusals += usize::from(errors.starts_with(known[0]));
        if !ran.stdout.is_empty() {
            holds_what_was_told(&data, &serde_json::from_slice(&ran.stdout).unwrap());
        }
        desk.ask(0, &["import", folder.to_str().unwrap()]);
        all_are_in(&data);
        assert_eq!(desk.ask(0, &["check"])["missing"], Value::Array(Vec::new()));
    }
    assert!(refused > 1 && refusals > 0, "the limit was never met");
}
