//! Importing registers: verified, kept byte for byte, in the tables once, or set aside with the reason.

use std::fs;
use std::path::Path;

use perehdytin::cli;
use perehdytin::clock::Clock as _;
use perehdytin::clock::SystemClock;
use perehdytin::register::sign::{Statement, sign};

use crate::records_support::{Desk, bound, file, signer, somebody, stated};

const AINO: &str = "Aino Ahkera";
const OY: &str = "Kaivuu Oy";

#[test]
fn a_register_is_kept_byte_for_byte_and_known_the_next_time() {
    let desk = Desk::new();
    let bytes = file(&stated(1, "2026-11-02", &[somebody(AINO, OY)]), &signer("Taina Tarkka"));
    let path = desk.put("register.pdf", &bytes);
    let became = desk.import(&path);
    assert_eq!(
        (&became["became"], &became["people"], &became["accepted"]),
        (&"imported".into(), &1.into(), &false.into())
    );
    let digest = became["digest"].as_str().unwrap();
    let kept = desk.data().join("records/files").join(&digest[..2]).join(format!("{digest}.pdf"));
    assert!(fs::read(&kept).unwrap() == bytes, "the kept file is another");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&kept), 0o400);
        assert_eq!(mode(&desk.data().join("records/records.sqlite")), 0o600);
    }
    let copy = desk.put("kopio.pdf", &bytes);
    assert_eq!(desk.import(&copy)["became"], "known");
    let log = desk.ask(0, &["log"]);
    assert_eq!(log["log"].as_array().unwrap().len(), 1);
    assert_eq!(log["log"][0]["by"], "Salla");
}

#[test]
fn a_signer_is_accepted_and_revoked_by_fingerprint_and_the_log_tells_who_did_it() {
    let desk = Desk::new();
    desk.take(
        "a.pdf",
        &stated(1, "2026-11-02", &[somebody(AINO, OY), somebody("Eino Ensi", OY)]),
        &signer("Taina Tarkka"),
    );
    let signers = desk.ask(0, &["signers"]);
    let first = &signers["signers"][0];
    assert_eq!((&first["name"], &first["state"]), (&"Taina Tarkka".into(), &"undecided".into()));
    assert_eq!((&first["registers"], &first["people"]), (&1.into(), &2.into()));
    let fingerprint = first["fingerprint"].as_str().unwrap();

    let accepted = desk.ask(0, &["accept", &fingerprint[..10], "--by", "Salla"]);
    assert_eq!((&accepted["state"], &accepted["by"]), (&"accepted".into(), &"Salla".into()));
    // As it stands on paper: in groups, in capitals.
    let spoken = format!("{} {}", &fingerprint[..4], &fingerprint[4..8]).to_uppercase();
    let revoked = desk.ask(0, &["revoke", &spoken, "--reason", "Avain hukassa", "--by", "Olli"]);
    assert_eq!((&revoked["state"], &revoked["reason"]), (&"revoked".into(), &"Avain hukassa".into()));
    let deeds: Vec<String> = desk.ask(0, &["log"])["log"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| format!("{}: {}", line["by"].as_str().unwrap(), line["what"]["deed"].as_str().unwrap()))
        .collect();
    assert_eq!(deeds, ["Olli: revoked", "Salla: accepted", "Salla: imported"]);

    let unknown = desk.say(&["accept", "ffff0000"]);
    assert_eq!((unknown.exit, unknown.stderr.as_str()), (2, "Not found: ffff0000\n"));
}

#[test]
fn another_signer_of_an_accepted_name_is_warned_of() {
    let desk = Desk::new();
    desk.take("a.pdf", &stated(1, "2026-11-02", &[somebody(AINO, OY)]), &signer("Taina Tarkka"));
    desk.accept_all();
    desk.take("b.pdf", &stated(2, "2026-11-03", &[somebody(AINO, OY)]), &signer("Taina Tarkka"));
    let signers = desk.ask(0, &["signers"]);
    let undecided = &signers["signers"][0];
    assert_eq!((&undecided["state"], &undecided["accepted_namesake"]), (&"undecided".into(), &true.into()));
    assert!(desk.say(&["signers"]).stdout.contains("another key"));
}

/// Every hostile file with the reason it must be set aside for.
#[test]
fn each_file_that_cannot_be_relied_on_is_set_aside_with_its_own_reason() {
    let desk = Desk::new();
    let by = signer("Taina Tarkka");
    let stated = stated(1, "2026-11-02", &[somebody(AINO, OY), somebody("Eino Ensi", OY)]);
    let good = file(&stated, &by);
    let changed = |at: usize| {
        let mut bytes = good.clone();
        bytes[at] ^= 1;
        bytes
    };
    let mut moved = stated.clone();
    moved.participants[1].signature = moved.participants[0].signature.clone();
    let mut future = stated.clone();
    future.ended_at = "2126-11-02T13:00:00+02:00".to_owned();
    let mut nameless = stated.clone();
    nameless.participants[0].name = " ".to_owned();
    let mut strange = stated.clone();
    strange.participants[0].themes_attended.push("olematon".to_owned());
    let mut rehearsal = stated.clone();
    rehearsal.rehearsal = true;
    let mut newer = stated.clone();
    newer.version = 99;
    let unsigned = {
        let csv = perehdytin::register::table::csv(&stated);
        let job = perehdytin::paper::Register { json: &stated.to_json(), csv: &csv, lang: stated.lang() };
        perehdytin::paper::register_pdf(&job).unwrap()
    };
    let statement = || Statement {
        name: "Taina Tarkka".to_owned(),
        reason: "Koe".to_owned(),
        place: "Kone".to_owned(),
        at: SystemClock.now(),
    };
    // Pages that say something else than the data: another register's pages cannot be signed with this one's data,
    // so the data is exchanged before signing.
    let mut other = stated.clone();
    other.participants[0].company = "Toinen Oy".to_owned();
    let swapped = {
        let other = bound(other);
        let csv = perehdytin::register::table::csv(&stated);
        let job = perehdytin::paper::Register { json: &other.to_json(), csv: &csv, lang: other.lang() };
        sign(&perehdytin::paper::register_pdf(&job).unwrap(), &by, &statement()).unwrap()
    };
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("tyhja.pdf", Vec::new(), "not_a_register"),
        ("kirje.pdf", b"Hei! T\xc3\xa4ss\xc3\xa4 rekisteri.".to_vec(), "not_a_register"),
        ("kuva.pdf", [&b"\x89PNG\r\n\x1a\n"[..], &[7; 500]].concat(), "not_a_register"),
        ("katkennut.pdf", good[..good.len() / 2].to_vec(), "not_a_register"),
        ("allekirjoittamaton.pdf", unsigned, "unsigned"),
        ("muutettu.pdf", changed(1_000), "changed"),
        ("jatkettu.pdf", [&good[..], b"\n"].concat(), "appended"),
        ("siirretty.pdf", file(&moved, &by), "contradicts"),
        ("vaihdettu.pdf", swapped, "contradicts"),
        ("tuleva.pdf", file(&bound(future), &by), "future"),
        ("nimeton.pdf", file(&bound(nameless), &by), "unfit"),
        ("outo.pdf", file(&bound(strange), &by), "unfit"),
        ("harjoitus.pdf", file(&bound(rehearsal), &by), "rehearsal"),
        ("uudempi.pdf", file(&newer, &by), "newer"),
    ];
    for (name, bytes, reason) in &cases {
        let became = desk.import(&desk.put(name, bytes));
        assert_eq!(
            (&became["became"], &became["why"]["reason"]),
            (&"aside".into(), &(*reason).into()),
            "{name}: {became}"
        );
        let digest = became["digest"].as_str().unwrap();
        let copy = desk.data().join("records/aside").join(format!("{digest}.bin"));
        assert!(fs::read(copy).unwrap() == *bytes, "{name} was not kept");
        assert!(became["words"].as_str().unwrap().len() > 30, "{name}: {became}");
    }
    // Nothing of them is in the records.
    assert_eq!(desk.ask(0, &["signers"])["signers"].as_array().unwrap().len(), 0);
    let aside = desk.ask(0, &["aside"]);
    assert_eq!(aside["aside"].as_array().unwrap().len(), cases.len());
    assert_eq!(fs::read_dir(desk.data().join("records/files")).unwrap().count(), 0);
}

#[test]
fn a_renamed_register_in_a_folder_is_found_and_links_and_other_files_are_not() {
    let desk = Desk::new();
    let by = signer("Taina Tarkka");
    let first = desk.put("kansio/rekisteri.txt", &file(&stated(1, "2026-11-02", &[somebody(AINO, OY)]), &by));
    desk.put("kansio/syva/register.PDF", &file(&stated(2, "2026-11-03", &[somebody(AINO, OY)]), &by));
    desk.put("kansio/osallistujat.csv", b"nimi;yritys\n");
    let outside = desk.put("muualla/salainen.pdf", &file(&stated(3, "2026-11-04", &[somebody(AINO, OY)]), &by));
    let folder = first.parent().unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&outside, folder.join("linkki.pdf")).unwrap();
        std::os::unix::fs::symlink(folder, folder.join("ympyra")).unwrap();
    }
    let told = desk.ask(0, &["import", folder.to_str().unwrap()]);
    assert_eq!((&told["imported"], &told["aside"]), (&2.into(), &0.into()), "{told}");
    assert_eq!(told["passed_over"], if cfg!(unix) { 3 } else { 1 });
}

#[test]
fn a_missing_file_is_told_and_the_others_are_imported() {
    let desk = Desk::new();
    let path = desk.put("a.pdf", &file(&stated(1, "2026-11-02", &[somebody(AINO, OY)]), &signer("Taina Tarkka")));
    let missing = desk.folder.path().join("ei-ole.pdf");
    let outcome = desk.say(&["import", missing.to_str().unwrap(), path.to_str().unwrap()]);
    assert_eq!(outcome.exit, 2);
    assert!(outcome.stderr.contains("ei-ole.pdf"), "{}", outcome.stderr);
    assert!(outcome.stdout.contains("Imported 1"), "{}", outcome.stdout);
}

#[test]
fn a_file_that_knows_more_of_its_session_takes_the_place_of_the_earlier_one() {
    let desk = Desk::new();
    let by = signer("Taina Tarkka");
    let first = stated(1, "2026-11-02", &[somebody(AINO, OY)]);
    let mut second = stated(1, "2026-11-02", &[somebody(AINO, OY), somebody("Eino Ensi", OY)]);
    second.journal.length += 5;
    desk.take("ensin.pdf", &first, &by);
    let became = desk.import(&desk.put("sitten.pdf", &file(&second, &by)));
    assert_eq!((&became["became"], &became["replacing"]), (&"imported".into(), &true.into()));
    let signers = desk.ask(0, &["signers"]);
    assert_eq!((&signers["signers"][0]["registers"], &signers["signers"][0]["people"]), (&1.into(), &2.into()));
    // The other way round the later one stands, and both are kept.
    let desk = Desk::new();
    desk.take("sitten.pdf", &second, &by);
    assert_eq!(desk.import(&desk.put("ensin.pdf", &file(&first, &by)))["became"], "older");
    let signers = desk.ask(0, &["signers"]);
    assert_eq!((&signers["signers"][0]["registers"], &signers["signers"][0]["people"]), (&1.into(), &2.into()));
    assert_eq!(desk.ask(0, &["check"])["registers"], 2);
}

#[test]
fn a_strangers_file_of_a_known_session_takes_nobodys_place() {
    let desk = Desk::new();
    desk.take("a.pdf", &stated(1, "2026-11-02", &[somebody(AINO, OY)]), &signer("Taina Tarkka"));
    let mut forged = stated(1, "2026-11-02", &[somebody("Väärä Nimi", OY)]);
    forged.journal.length += 100;
    let became = desk.import(&desk.put("b.pdf", &file(&forged, &signer("Väärentäjä"))));
    assert_eq!((&became["became"], &became["replacing"]), (&"imported".into(), &false.into()));
    let signers = desk.ask(0, &["signers"]);
    for signer in signers["signers"].as_array().unwrap() {
        assert_eq!((&signer["registers"], &signer["people"]), (&1.into(), &1.into()));
    }
}

#[test]
fn rehearsals_are_taken_when_asked_for_through_the_real_command() {
    let desk = Desk::new();
    let out = desk.folder.path().join("harjoitus");
    let pack = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pieni");
    let words =
        ["perehdytin", "rehearse", pack.to_str().unwrap(), "--participants", "7", "--out", out.to_str().unwrap()];
    let rehearsed = cli::run(words.iter().map(Into::into));
    assert_eq!(rehearsed.exit, 0, "{}", rehearsed.stderr);
    let register = out.join("register.pdf");
    assert_eq!(desk.import(&register)["why"]["reason"], "rehearsal");
    let told = desk.ask(0, &["import", "--rehearsals", register.to_str().unwrap()]);
    assert_eq!((&told["imported"], &told["files"][0]["people"]), (&1.into(), &7.into()), "{told}");
    // It is set aside no longer.
    assert_eq!(desk.ask(0, &["aside"])["aside"].as_array().unwrap().len(), 0);
    assert_eq!(fs::read_dir(desk.data().join("records/aside")).unwrap().count(), 0);
}

#[test]
fn a_check_finds_a_lost_and_a_changed_file() {
    let desk = Desk::new();
    let by = signer("Taina Tarkka");
    for session in 1..=3 {
        desk.take(&format!("{session}.pdf"), &stated(session, "2026-11-02", &[somebody(AINO, OY)]), &by);
    }
    assert_eq!(desk.say(&["check"]).stdout, "Checked 3 registers: every byte is there.\n");
    let mut kept: Vec<_> = fs::read_dir(desk.data().join("records/files"))
        .unwrap()
        .flat_map(|folder| fs::read_dir(folder.unwrap().path()).unwrap())
        .map(|file| file.unwrap().path())
        .collect();
    kept.sort();
    fs::remove_file(&kept[0]).unwrap();
    perehdytin::files::write_atomically(&kept[1], b"%PDF-1.4 something else").unwrap();
    let told = desk.ask(1, &["check"]);
    let stem = |at: usize| kept[at].file_stem().unwrap().to_str().unwrap();
    assert_eq!((told["missing"][0].as_str(), told["changed"][0].as_str()), (Some(stem(0)), Some(stem(1))), "{told}");
    // Importing the same registers again mends it.
    let again = desk.folder.path().join("in");
    assert_eq!(desk.ask(0, &["import", again.to_str().unwrap()])["known"], 3);
    assert_eq!(desk.ask(0, &["check"])["changed"].as_array().unwrap().len(), 0);
}

#[test]
fn records_of_the_first_version_are_brought_up_and_answer_as_before() {
    let desk = Desk::new();
    assert_eq!(desk.say(&["log"]).exit, 0);
    let database = desk.data().join("records/records.sqlite");
    for side in ["records.sqlite-wal", "records.sqlite-shm"] {
        fs::remove_file(database.with_file_name(side)).unwrap_or_default();
    }
    // A room of six and a self-study, one of the two signers accepted, the course published.
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/records/version-1.sqlite");
    fs::copy(fixture, &database).unwrap();
    let due = desk.ask(0, &["due", "--on", "2026-11-23"]);
    let due: Vec<(&str, &str, usize)> = due["courses"][0]["due"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| {
            let lacking = line["lacking"].as_array().unwrap().len();
            (line["name"].as_str().unwrap(), line["state"].as_str().unwrap(), lacking)
        })
        .collect();
    let expected = [
        ("Jean-Luc d’Invention", "due", 1),
        ("Kaisa-Maija Harjoituslahti", "unaccepted", 0),
        ("Päivi Esimerkki", "failed", 2),
    ];
    assert_eq!(due, expected);
    let bytes = fs::read(&database).unwrap();
    assert!(bytes[60..63] == [0, 0, 0] && bytes[63] > 1, "it was not brought up");
}

#[test]
fn records_of_another_program_or_a_newer_version_are_refused_untouched() {
    let desk = Desk::new();
    assert_eq!(desk.say(&["log"]).exit, 0);
    let database = desk.data().join("records/records.sqlite");
    let connection = rusqlite::Connection::open(&database).unwrap();
    connection.pragma_update(None, "user_version", 99).unwrap();
    connection.close().unwrap();
    let outcome = desk.say(&["log"]);
    assert_eq!(outcome.exit, 2);
    assert!(outcome.stderr.contains("version 99"), "{}", outcome.stderr);
    for bytes in [&b"something else altogether, and long enough to be looked at as a whole"[..], &[0; 200]] {
        fs::write(&database, bytes).unwrap();
        for side in ["records.sqlite-wal", "records.sqlite-shm"] {
            fs::remove_file(database.with_file_name(side)).unwrap_or_default();
        }
        let outcome = desk.say(&["log"]);
        assert_eq!(outcome.exit, 2, "{}", outcome.stdout);
        assert!(outcome.stderr.contains("no records of this program"), "{}", outcome.stderr);
        assert!(fs::read(&database).unwrap() == bytes, "it was written to");
    }
}
