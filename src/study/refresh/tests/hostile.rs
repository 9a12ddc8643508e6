//! Files that are not ours, newer, damaged or made to mislead: each is named, and none is changed.

use std::path::Path;

use rusqlite::Connection;

use super::{course, day, noon, right, store_with};
use crate::files::write_atomically;
use crate::study::refresh::CardId;
use crate::study::refresh::RefreshError;
use crate::study::refresh::Store;
use crate::study::refresh::set_aside;

fn bytes(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}

/// Opens a file that must be refused and stay as it was, byte for byte.
#[track_caller]
fn refused(path: &Path) -> RefreshError {
    let before = bytes(path);
    let error = Store::open(path).err().unwrap_or_else(|| panic!("{} was opened", path.display()));
    assert!(bytes(path) == before, "the file was changed");
    assert!(error.to_string().contains("refresh.sqlite"), "{error}");
    error
}

/// A sound file of ours with one answer, on which `change` was run.
fn changed(change: &str) -> tempfile::TempDir {
    let (folder, mut store) = store_with(3);
    store.answer(CardId(1), &right(1)).unwrap();
    drop(store);
    let connection = Connection::open(folder.path().join("refresh.sqlite")).unwrap();
    connection.execute_batch(change).unwrap();
    connection.close().unwrap();
    folder
}

#[test]
fn a_file_of_a_newer_program_is_left_alone() {
    let folder = changed("PRAGMA user_version = 2");
    let path = folder.path().join("refresh.sqlite");
    assert!(matches!(refused(&path), RefreshError::TooNew { version: 2, .. }));
}

#[test]
fn what_is_no_database_is_not_ours() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("refresh.sqlite");
    write_atomically(&path, &b"%PDF-1.7 something else entirely. ".repeat(200)).unwrap();
    assert!(matches!(refused(&path), RefreshError::NotOurs { .. }));
}

#[test]
fn a_database_of_another_program_is_not_ours() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("refresh.sqlite");
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE theirs (id)").unwrap();
    assert!(matches!(refused(&path), RefreshError::NotOurs { .. }));
}

#[test]
fn a_file_with_a_trigger_or_table_of_its_own_is_damaged() {
    for change in [
        "CREATE TRIGGER mine AFTER INSERT ON review BEGIN UPDATE card SET due = 0; END",
        "CREATE TABLE mine (id)",
        "DROP TRIGGER review_is_not_removed",
        "CREATE VIEW mine AS SELECT 1",
    ] {
        let folder = changed(change);
        let error = refused(&folder.path().join("refresh.sqlite"));
        assert!(matches!(error, RefreshError::Damaged { .. }), "{change}: {error}");
    }
}

#[test]
fn values_that_this_program_never_writes_are_an_error_and_no_crash() {
    for change in [
        "UPDATE card SET stability = -1 WHERE id = 1",
        "UPDATE card SET stability = 1e300 WHERE id = 1",
        "UPDATE card SET difficulty = 0 WHERE id = 1",
        "UPDATE card SET due = 9223372036854775807 WHERE id = 1",
        "UPDATE card SET last = NULL WHERE id = 1",
        "UPDATE card SET answers = -1 WHERE id = 1",
        "UPDATE card SET place = -5 WHERE id = 1",
        "UPDATE course SET minutes = 0",
        "UPDATE course SET weekdays = 0",
        "UPDATE course SET enrolled = -9223372036854775808",
        "UPDATE course SET target = 20000",
        "UPDATE course SET digest = '../../somewhere'",
    ] {
        let folder = changed(change);
        let store = Store::open(&folder.path().join("refresh.sqlite")).unwrap();
        let id = course().id;
        let read = store.courses().map(drop).and(store.cards(&id).map(drop)).and(store.reviews(&id).map(drop));
        assert!(matches!(read, Err(RefreshError::Damaged { .. })), "{change}: {read:?}");
    }
}

#[test]
fn texts_without_end_are_an_error() {
    let folder = changed("UPDATE course SET title = printf('%.*c', 100000, 'x')");
    let store = Store::open(&folder.path().join("refresh.sqlite")).unwrap();
    assert!(store.courses().is_err());
}

#[test]
fn bytes_that_were_overwritten_are_found_or_do_no_harm() {
    let folder = changed("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE;");
    let sound = bytes(&folder.path().join("refresh.sqlite"));
    let mut refused = 0;
    for at in (0..sound.len()).step_by(97) {
        let other = tempfile::tempdir().unwrap();
        let path = other.path().join("refresh.sqlite");
        let mut broken = sound.clone();
        broken[at..(at + 40).min(sound.len())].fill(0xff);
        write_atomically(&path, &broken).unwrap();
        match Store::open(&path) {
            Err(_refused) => refused += 1,
            Ok(store) => {
                let id = course().id;
                drop((store.courses(), store.cards(&id), store.reviews(&id), store.seconds_per_question(day(9))));
            }
        }
    }
    assert!(refused > 5, "{refused}");
}

#[test]
fn a_file_that_was_begun_and_not_finished_is_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("refresh.sqlite");
    write_atomically(&path, b"").unwrap();
    assert!(Store::open(&path).unwrap().courses().unwrap().is_empty());
}

#[test]
fn a_damaged_file_is_set_aside_whole_and_refreshers_begin_anew() {
    let folder = changed("CREATE TABLE mine (id)");
    let path = folder.path().join("refresh.sqlite");
    let before = bytes(&path);
    let aside = set_aside(&path, noon(5)).unwrap();
    assert_eq!(aside.file_name().unwrap(), "refresh-20261128-120000.sqlite");
    assert!(bytes(&aside) == before);
    assert!(Store::open(&path).unwrap().courses().unwrap().is_empty());
}
