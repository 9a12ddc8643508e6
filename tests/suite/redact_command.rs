//! `perehdytin redact` as a person runs it.

use crate::countersign_command::with_key;
use crate::verify_command::{perehdytin, said};

const USUAL: [&str; 8] =
    ["redact", "register.pdf", "--identity", "key.p12", "--trust", "trust.json", "--passphrase-file", "word"];

#[test]
fn a_row_is_erased_into_a_register_of_its_own_and_the_original_is_left_alone() {
    let folder = with_key();
    let original = std::fs::read(folder.path().join("register.pdf")).unwrap();
    let output = perehdytin(folder.path(), &[&USUAL[..], &["--row", "2", "--out", "new.pdf"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    for phrase in ["Erased: 2", "new.pdf", "still holds the data: register.pdf"] {
        assert!(said(&output).contains(phrase), "{phrase}: {}", said(&output));
    }
    assert_eq!(std::fs::read(folder.path().join("register.pdf")).unwrap(), original);
    let output = perehdytin(folder.path(), &["verify", "new.pdf", "--trust", "trust.json"]);
    // The subscriber is not on that list.
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    for phrase in ["row 2", "does not prove what the erased rows said", "Tilaaja Tiina, Energia Oy"] {
        assert!(said(&output).contains(phrase), "{phrase}: {}", said(&output));
    }
    let shown = std::process::Command::new("pdftotext").arg(folder.path().join("new.pdf")).arg("-").output().unwrap();
    let shown = String::from_utf8_lossy(&shown.stdout).into_owned();
    assert!(shown.contains("poistettu pyynnöstä") && shown.contains("Korvattu rekisteri"), "{shown}");
}

#[test]
fn machines_read_what_was_erased_and_what_cannot_be_is_a_no() {
    let folder = with_key();
    let more = ["--row", "1", "--row", "3", "--out", "new.pdf", "--format", "json"];
    let output = perehdytin(folder.path(), &[&USUAL[..], &more[..]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told["redaction"]["rows"], serde_json::json!([1, 3]));
    assert_eq!(told["redaction"]["signed_by"][0]["name"], "Taina Tarkka");
    let again = ["redact", "new.pdf", "--identity", "key.p12", "--passphrase-file", "word", "--out", "newer.pdf"];
    for (more, code) in [
        (&["--row", "1", "--unknown-signer"][..], 1),
        (&["--row", "2"], 1),
        (&["--row", "99", "--unknown-signer"], 2),
        (&["--unknown-signer"], 2),
        (&["--row", "2", "--unknown-signer"], 0),
    ] {
        let output = perehdytin(folder.path(), &[&again[..], more].concat());
        assert_eq!(output.status.code(), Some(code), "{more:?}: {}", said(&output));
        assert_eq!(folder.path().join("newer.pdf").exists(), code == 0);
    }
}
