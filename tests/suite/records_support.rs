//! Real signed registers of made-up people, and the real command line on records of their own.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use perehdytin::cli;
use perehdytin::cli::Outcome;
use perehdytin::clock::Clock as _;
use perehdytin::clock::SystemClock;
use perehdytin::paper;
use perehdytin::profile::IdentifierKind;
use perehdytin::register::facts::{Facts, Identifier, MadeBy, TestResult, Written, facts, row_digest};
use perehdytin::register::identity::{Identity, Subject, throw_away};
use perehdytin::register::sign::{Statement, sign};
use perehdytin::register::table;
use serde_json::Value;

use crate::register_made::Made;

/// A signer of their own.
pub(crate) fn signer(name: &str) -> Identity {
    let subject = Subject { name: name.to_owned(), organisation: "Esimerkkilän Energia Oy".to_owned() };
    throw_away(&subject, SystemClock.now()).unwrap()
}

/// Somebody on a register.
#[derive(Clone, Debug)]
pub(crate) struct Somebody {
    pub(crate) name: &'static str,
    pub(crate) company: &'static str,
    pub(crate) tax_number: Option<&'static str>,
    pub(crate) result: TestResult,
    /// Themes they were not there for, by their place.
    pub(crate) missed: Vec<usize>,
}

/// Somebody who attended everything and passed.
pub(crate) fn somebody(name: &'static str, company: &'static str) -> Somebody {
    Somebody { name, company, tax_number: None, result: TestResult::Passed, missed: Vec::new() }
}

impl Somebody {
    pub(crate) fn with_tax_number(self, number: &'static str) -> Self {
        Self { tax_number: Some(number), ..self }
    }

    pub(crate) fn failed(self) -> Self {
        Self { result: TestResult::Failed, ..self }
    }

    pub(crate) fn missing(self, themes: &[usize]) -> Self {
        Self { missed: themes.to_vec(), ..self }
    }
}

/// What a register of the session `session` states, held on `day`.
pub(crate) fn stated(session: u8, day: &str, people: &[Somebody]) -> Facts {
    stated_of(&[], session, day, people)
}

/// As [`stated`], of a session of only these themes.
pub(crate) fn stated_of(themes: &[&str], session: u8, day: &str, people: &[Somebody]) -> Facts {
    let names: Vec<&str> = people.iter().map(|one| one.name).collect();
    let state = Made::names(&names).only(themes).state();
    let written = Written { journal_length: 100, journal_head: "ab".repeat(32), made_by: MadeBy::this_program() };
    let mut stated = facts(&state, written).unwrap();
    stated.session = format!("{session:02x}").repeat(16);
    stated.corrections.clear();
    let day: Date = day.parse().unwrap();
    stated.started_at = format!("{day}T09:00:00+02:00");
    stated.ended_at = format!("{day}T13:00:00+02:00");
    if people.iter().any(|one| one.tax_number.is_some()) {
        stated.identifier_kind = IdentifierKind::TaxNumber;
    }
    let themes: Vec<String> = stated.themes.iter().map(|theme| theme.id.clone()).collect();
    for (row, one) in stated.participants.iter_mut().zip(people) {
        one.company.clone_into(&mut row.company);
        row.identifier =
            one.tax_number.map(|number| Identifier { kind: IdentifierKind::TaxNumber, value: number.to_owned() });
        let attended = themes.iter().enumerate().filter(|(at, _)| !one.missed.contains(at));
        row.themes_attended = attended.map(|(_, theme)| theme.clone()).collect();
        if let Some(test) = &mut row.test {
            test.result = one.result;
        }
    }
    bound(stated)
}

/// The rows bound to their signatures anew.
pub(crate) fn bound(mut stated: Facts) -> Facts {
    for row in &mut stated.participants {
        row.digest = row_digest(&stated.session, row);
    }
    stated
}

/// The register's file.
pub(crate) fn file(stated: &Facts, by: &Identity) -> Vec<u8> {
    let csv = table::csv(stated);
    let pages = paper::register_pdf(&paper::Register { json: &stated.to_json(), csv: &csv, lang: stated.lang() });
    let statement = Statement {
        name: "Taina Tarkka".to_owned(),
        reason: "Koe".to_owned(),
        place: "Esimerkkilä".to_owned(),
        at: SystemClock.now(),
    };
    sign(&pages.unwrap(), by, &statement).unwrap()
}

/// A data folder with records.
pub(crate) struct Desk {
    pub(crate) folder: tempfile::TempDir,
}

impl Desk {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Puts a file where it can be imported from.
    pub(crate) fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join("in").join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Says `records WORDS` on the command line.
    pub(crate) fn say(&self, words: &[&str]) -> Outcome {
        said(&self.data(), words)
    }

    /// Asks `records WORDS --format json`, which must be answered with `exit`.
    #[track_caller]
    pub(crate) fn ask(&self, exit: u8, words: &[&str]) -> Value {
        let outcome = self.say(&[words, &["--format", "json"]].concat());
        assert_eq!(outcome.exit, exit, "{words:?}: {}{}", outcome.stdout, outcome.stderr);
        serde_json::from_str(&outcome.stdout).unwrap_or_else(|error| panic!("{error}: {}", outcome.stdout))
    }

    /// Imports one file, and says what became of it.
    #[track_caller]
    pub(crate) fn import(&self, path: &Path) -> Value {
        let outcome = self.say(&["import", path.to_str().unwrap(), "--by", "Salla", "--format", "json"]);
        let told: Value = serde_json::from_str(&outcome.stdout).unwrap();
        assert_eq!(outcome.exit, u8::from(told["aside"] == 1), "{}", outcome.stdout);
        told["files"][0].clone()
    }

    /// Imports a register that must be taken.
    #[track_caller]
    pub(crate) fn take(&self, name: &str, stated: &Facts, by: &Identity) -> PathBuf {
        let path = self.put(name, &file(stated, by));
        let became = self.import(&path);
        assert_eq!(became["became"], "imported", "{became}");
        path
    }

    /// Accepts every signer nobody has decided on.
    pub(crate) fn accept_all(&self) {
        for signer in self.ask(0, &["signers"])["signers"].as_array().unwrap() {
            if signer["state"] == "undecided" {
                self.ask(0, &["accept", signer["fingerprint"].as_str().unwrap(), "--by", "Salla"]);
            }
        }
    }
}

/// Says `records WORDS` on the command line over `data`.
pub(crate) fn said(data: &Path, words: &[&str]) -> Outcome {
    let before = ["perehdytin", "--lang", "en", "--data-dir", data.to_str().unwrap(), "records"];
    cli::run(before.iter().chain(words).map(OsString::from))
}
