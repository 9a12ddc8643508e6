//! `perehdytin verify` and `perehdytin paper` as a person runs them.

use std::path::Path;
use std::process::{Command, Output};

use perehdytin::register::identity::{Subject, throw_away};
use perehdytin::register::sign::{Statement, sign};
use perehdytin::register::trust::TrustList;

use crate::new_session::shipped_course;
use crate::register_alone::{Alone, facts_of, signed};
use crate::register_look::printed;
use crate::register_made::Made;

pub(crate) fn perehdytin(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_perehdytin"))
        .args(["--lang", "en", "--data-dir"])
        .arg(folder.join("data"))
        .args(arguments)
        .current_dir(folder)
        .output()
        .unwrap()
}

/// A register signed a minute ago, and the list that trusts its signer.
pub(crate) fn prepared() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let at = jiff::Timestamp::now() - jiff::SignedDuration::from_mins(1);
    let subject = Subject { name: "Taina Tarkka".to_owned(), organisation: String::new() };
    let identity = throw_away(&subject, at).unwrap();
    let statement = Statement { name: "Taina Tarkka".to_owned(), reason: "test".to_owned(), place: "x".to_owned(), at };
    let bytes = sign(&printed(&Made::of(3)), &identity, &statement).unwrap();
    std::fs::write(folder.path().join("register.pdf"), bytes).unwrap();
    let mut trust = TrustList::default();
    trust.accept(identity.fingerprint(), "Taina Tarkka".to_owned(), at);
    trust.save(&folder.path().join("trust.json")).unwrap();
    folder
}

pub(crate) fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn a_trusted_register_is_fine() {
    let folder = prepared();
    let output = perehdytin(folder.path(), &["verify", "register.pdf", "--trust", "trust.json"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    for line in
        ["✓ Is the file intact?", "✓ Who signed? Taina Tarkka", "✓ Do pages and attachments", "✓ What was added"]
    {
        assert!(said(&output).contains(line), "{line}: {}", said(&output));
    }
}

#[test]
fn an_unknown_signer_or_a_changed_file_is_a_no() {
    let folder = prepared();
    let output = perehdytin(folder.path(), &["verify", "register.pdf"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("? Who signed?"));
    let mut bytes = std::fs::read(folder.path().join("register.pdf")).unwrap();
    bytes[5_000] ^= 1;
    std::fs::write(folder.path().join("changed.pdf"), bytes).unwrap();
    let output = perehdytin(folder.path(), &["verify", "changed.pdf", "--trust", "trust.json"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(said(&output).contains("✗ Is the file intact?"), "{}", said(&output));
}

#[test]
fn a_missing_file_or_list_is_told_by_name() {
    let folder = prepared();
    for arguments in [vec!["verify", "missing.pdf"], vec!["verify", "register.pdf", "--trust", "missing.pdf"]] {
        let output = perehdytin(folder.path(), &arguments);
        assert_eq!(output.status.code(), Some(2), "{}", said(&output));
        assert!(said(&output).contains("missing.pdf"), "{}", said(&output));
    }
}

#[test]
fn machines_read_the_verdict_as_json() {
    let folder = prepared();
    let arguments = ["verify", "register.pdf", "--trust", "trust.json", "--format", "json", "--no-render"];
    let output = perehdytin(folder.path(), &arguments);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let file = &told["files"][0];
    assert_eq!(file["fine"], true);
    assert_eq!(file["signed_by"]["name"], "Taina Tarkka");
    assert_eq!(file["register"]["participants"], 3);
    assert_eq!(file["intact"]["mark"], "good");
}

#[test]
fn a_self_study_is_called_one_by_the_command() {
    let folder = prepared();
    let alone = Alone::new().with_credits(&["teema-2"], jiff::civil::date(2025, 10, 1));
    std::fs::write(folder.path().join("alone.pdf"), signed(&facts_of(&alone.state()))).unwrap();
    let output = perehdytin(folder.path(), &["verify", "alone.pdf"]);
    for phrase in ["Self-study: the participant took the course alone.", "One theme was credited"] {
        assert!(said(&output).contains(phrase), "{phrase} is not in: {}", said(&output));
    }
    let output = perehdytin(folder.path(), &["verify", "alone.pdf", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let register = &told["files"][0]["register"];
    assert_eq!(register["form"], "self_study");
    assert_eq!(register["credits_rest_on"][0]["register"], "4d".repeat(32));
    assert!(register["ground"].is_null());
    let output = perehdytin(folder.path(), &["verify", "register.pdf", "--format", "json"]);
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(told["files"][0]["register"]["form"], "room");
}

#[test]
fn paper_prints_every_kind_and_names_a_missing_pack() {
    let folder = tempfile::tempdir().unwrap();
    let pack = shipped_course().display().to_string();
    for kind in ["pocket-guide", "service-card", "contact-card", "id-card", "test-sheet", "answer-key"] {
        let output = perehdytin(folder.path(), &["paper", kind, &pack, "--out", "out.pdf"]);
        assert_eq!(output.status.code(), Some(0), "{kind}: {}", said(&output));
        let pdf = std::fs::read(folder.path().join("out.pdf")).unwrap();
        assert!(pdf.starts_with(b"%PDF-"), "{kind}");
    }
    let output = perehdytin(folder.path(), &["paper", "handout", "nowhere", "--out", "out.pdf"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("nowhere"), "{}", said(&output));
}
