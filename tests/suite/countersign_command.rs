//! `perehdytin countersign` as a person runs it.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use perehdytin::register::identity::{Subject, create};

use crate::verify_command::{perehdytin, prepared, said};

pub(crate) const PASSPHRASE: &str = "tosi pitkä tunnuslause";

/// A register with the list that trusts its signer, the subscriber's key in `key.p12`, its passphrase in `word`.
pub(crate) fn with_key() -> tempfile::TempDir {
    let folder = prepared();
    let subject = Subject { name: "Tilaaja Tiina".to_owned(), organisation: "Energia Oy".to_owned() };
    let card = create(&folder.path().join("keys"), &subject, PASSPHRASE, jiff::Timestamp::now()).unwrap();
    std::fs::rename(card.file, folder.path().join("key.p12")).unwrap();
    std::fs::write(folder.path().join("word"), format!("{PASSPHRASE}\nnot this\n")).unwrap();
    folder
}

const USUAL: [&str; 8] =
    ["countersign", "register.pdf", "--identity", "key.p12", "--trust", "trust.json", "--passphrase-file", "word"];

fn run(folder: &Path, more: &[&str]) -> Output {
    perehdytin(folder, &[&USUAL, more].concat())
}

#[test]
fn a_register_is_countersigned_into_a_file_of_its_own() {
    let folder = with_key();
    let original = std::fs::read(folder.path().join("register.pdf")).unwrap();
    let output = run(folder.path(), &["--out", "signed.pdf", "--place", "Tampere"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(said(&output).contains("Tilaaja Tiina"), "{}", said(&output));
    assert_eq!(std::fs::read(folder.path().join("register.pdf")).unwrap(), original);
    let output = perehdytin(folder.path(), &["verify", "signed.pdf", "--trust", "trust.json"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    for phrase in ["One countersignature and nothing else", "Tilaaja Tiina, Energia Oy", "Reason given: Vastaanotettu"]
    {
        assert!(said(&output).contains(phrase), "{phrase}: {}", said(&output));
    }
    // And again, over itself, when asked to.
    let again = ["countersign", "signed.pdf", "--identity", "key.p12", "--trust", "trust.json"];
    let more = ["--passphrase-file", "word", "--reason", "accepted", "--format", "json", "--out", "signed.pdf"];
    let output = perehdytin(folder.path(), &[&again[..], &more[..]].concat());
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("--overwrite"), "{}", said(&output));
    let output = perehdytin(folder.path(), &[&again[..], &more[..], &["--overwrite"]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let signers: Vec<_> = told["signatures"].as_array().unwrap().iter().map(|by| by["name"].as_str()).collect();
    assert_eq!(signers, [Some("Taina Tarkka"), Some("Tilaaja Tiina"), Some("Tilaaja Tiina")]);
    assert_eq!(told["signatures"][2]["reason"], "Hyväksytty");
    assert_eq!(told["signatures"][0]["trust"], "trusted");
    assert_eq!(told["signatures"][1]["trust"], "unknown");
}

#[test]
fn a_passphrase_comes_from_standard_input_and_a_wrong_one_signs_nothing() {
    let folder = with_key();
    for (word, code) in [(PASSPHRASE, 0), ("väärä tunnuslause", 2)] {
        let out = format!("out-{code}.pdf");
        let mut child = Command::new(env!("CARGO_BIN_EXE_perehdytin"))
            .args(["--lang", "en", "--data-dir", "data", "countersign", "register.pdf", "--identity", "key.p12"])
            .args(["--trust", "trust.json", "--passphrase-file", "-", "--out", &out])
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(format!("{word}\r\n").as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        assert_eq!(output.status.code(), Some(code), "{}", said(&output));
        assert_eq!(folder.path().join(&out).exists(), code == 0);
    }
}

#[test]
fn a_terminal_asks_for_the_passphrase_and_does_not_show_it() {
    let folder = with_key();
    let program = env!("CARGO_BIN_EXE_perehdytin");
    let asked = format!(
        "{program} --lang en --data-dir data countersign register.pdf --identity key.p12 --trust trust.json --out out.pdf"
    );
    // `script` gives the program a terminal of its own.
    let mut child = Command::new("script")
        .args(["-qec", &asked, "/dev/null"])
        .current_dir(folder.path())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("script is missing: install bsdutils");
    let mut input = child.stdin.take().unwrap();
    // What is typed before the question is thrown away, as terminals do.
    std::thread::sleep(std::time::Duration::from_secs(2));
    input.write_all(format!("{PASSPHRASE}\n").as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{shown}");
    assert!(shown.contains("Passphrase (key.p12):") && !shown.contains(PASSPHRASE), "{shown}");
    assert!(folder.path().join("out.pdf").exists());
}

#[test]
fn what_should_not_be_signed_is_a_no_and_what_cannot_be_read_is_told() {
    let folder = with_key();
    let mut bytes = std::fs::read(folder.path().join("register.pdf")).unwrap();
    bytes.push(b'\n');
    std::fs::write(folder.path().join("changed.pdf"), bytes).unwrap();
    let with = |register: &str, trust: &[&str], key: &str| {
        let usual = ["countersign", register, "--identity", key, "--passphrase-file", "word", "--out", "out.pdf"];
        perehdytin(folder.path(), &[&usual[..], trust].concat())
    };
    let trust = ["--trust", "trust.json"];
    for (output, code, phrase) in [
        (with("changed.pdf", &trust, "key.p12"), 1, "not intact"),
        (with("register.pdf", &[], "key.p12"), 1, "--unknown-signer"),
        (with("missing.pdf", &trust, "key.p12"), 2, "missing.pdf"),
        (with("register.pdf", &trust, "missing.p12"), 2, "missing.p12"),
        (with("register.pdf", &trust, "word"), 2, ".p12"),
    ] {
        assert_eq!(output.status.code(), Some(code), "{phrase}: {}", said(&output));
        assert!(said(&output).contains(phrase), "{phrase}: {}", said(&output));
        assert!(!folder.path().join("out.pdf").exists());
    }
    assert_eq!(with("register.pdf", &["--unknown-signer"], "key.p12").status.code(), Some(0));
}
