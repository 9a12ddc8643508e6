//! The files of a closed session: all or none, again and again.

use std::path::Path;

use jiff::Timestamp;
use perehdytin::register::bundle::{Bundle, BundleError, Source, Stage, write};
use perehdytin::register::facts::NotClosed;
use perehdytin::register::identity::Identity;
use perehdytin::session::State;

use crate::folder_support::names_in;
use crate::register_look::text_of;
use crate::register_made::Made;
use crate::verify_table::{SIGNED, check, signer};

/// What a room leaves.
const FILES: [&str; 5] = ["feedback.json", "participants.csv", "participants.xlsx", "register.pdf", "report.pdf"];

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

fn written(state: &State, identity: &Identity, out: &Path) -> Result<Bundle, BundleError> {
    let head = "ab".repeat(32);
    let source = Source { state, journal_length: 1_000, journal_head: &head };
    write(source, identity, out, now(), &mut |_| {})
}

#[test]
fn all_five_files_are_written_and_the_register_is_fine() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let mut stages = Vec::new();
    let head = "ab".repeat(32);
    let state = Made::of(5).state();
    let source = Source { state: &state, journal_length: 1_000, journal_head: &head };
    let bundle = write(source, &SIGNED.identity, &out, now(), &mut |stage| stages.push(stage)).unwrap();
    assert_eq!(stages, [Stage::Pages, Stage::Signature, Stage::Report, Stage::Tables, Stage::Writing]);
    assert_eq!(names_in(&out), FILES);
    assert!(check(&std::fs::read(&bundle.register).unwrap()).is_fine());
    assert!(text_of(&std::fs::read(bundle.report.unwrap()).unwrap()).contains("Kehittämiskohteet"));
    let csv = String::from_utf8(std::fs::read(&bundle.csv).unwrap()).unwrap();
    assert!(csv.starts_with("\u{feff}Nro;Nimi;Yritys;Tehtävä;"), "{csv}");
    assert_eq!(csv.lines().count(), 6);
}

#[test]
fn signing_can_be_repeated_with_another_identity() {
    let folder = tempfile::tempdir().unwrap();
    let state = Made::of(2).state();
    written(&state, &SIGNED.identity, folder.path()).unwrap();
    let other = signer("Sijainen");
    let bundle = written(&state, &other, folder.path()).unwrap();
    assert_eq!(names_in(folder.path()), FILES);
    let verdict = check(&std::fs::read(&bundle.register).unwrap());
    assert_eq!(verdict.signer.unwrap().fingerprint, other.fingerprint());
}

#[test]
fn an_open_session_has_no_register() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let mut state = Made::of(2).state();
    state.closed_at = None;
    assert!(matches!(written(&state, &SIGNED.identity, &out), Err(BundleError::NotClosed(NotClosed))));
    assert!(!out.exists());
}

#[test]
fn where_nothing_can_be_written_nothing_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let state = Made::of(1).state();
    // A file where a folder should be.
    let blocked = folder.path().join("blocked");
    std::fs::write(&blocked, "x").unwrap();
    assert!(matches!(written(&state, &SIGNED.identity, &blocked.join("out")), Err(BundleError::File(_))));
    // The last file's place is taken by a folder: the earlier signing stands.
    let out = folder.path().join("out");
    written(&state, &SIGNED.identity, &out).unwrap();
    let before = std::fs::read(out.join("register.pdf")).unwrap();
    std::fs::remove_file(out.join("register.pdf")).unwrap();
    std::fs::create_dir_all(out.join("register.pdf/x")).unwrap();
    assert!(matches!(written(&state, &SIGNED.identity, &out), Err(BundleError::File(_))));
    assert_eq!(names_in(&out), FILES);
    assert!(check(&before).is_fine());
}

#[test]
fn the_workbook_holds_every_name_as_text() {
    let names = ["=1+1", "محمد 🦊", "Väinö; \"Vääpeli\""];
    let state = Made::names(&names).state();
    let folder = tempfile::tempdir().unwrap();
    let bundle = written(&state, &SIGNED.identity, folder.path()).unwrap();
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&bundle.xlsx).unwrap();
    let range = calamine::Reader::worksheet_range_at(&mut book, 0).unwrap().unwrap();
    for (row, name) in (1..).zip(names) {
        assert_eq!(range.get_value((row, 1)), Some(&calamine::Data::String(name.to_owned())));
    }
    let formulas = calamine::Reader::worksheet_formula(&mut book, "Osallistujat").unwrap();
    assert!(formulas.used_cells().next().is_none());
    let csv = std::fs::read_to_string(&bundle.csv).unwrap();
    assert!(csv.contains(";'=1+1;") && csv.contains(";\"Väinö; \"\"Vääpeli\"\"\";"), "{csv}");
}
