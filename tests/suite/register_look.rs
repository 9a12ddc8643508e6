//! Printing: whatever people are called, pages come out.

use perehdytin::paper;
use perehdytin::register::facts::{Facts, MadeBy, Written, facts};
use perehdytin::register::table;
use perehdytin::register::trust::Fingerprint;

use crate::register_made::Made;

pub(crate) fn gathered(made: &Made) -> Facts {
    facts(
        &made.state(),
        Written { journal_length: 1_000, journal_head: "ab".repeat(32), made_by: MadeBy::this_program() },
    )
    .unwrap()
}

pub(crate) fn printed(made: &Made) -> Vec<u8> {
    let facts = gathered(made);
    let (json, csv) = (facts.to_json(), table::csv(&facts));
    paper::register_pdf(&paper::Register { json: &json, csv: &csv, lang: facts.lang() }).unwrap()
}

/// Equal facts must give equal pages for years: who changes the pages must say so.
#[test]
fn the_pages_of_a_known_register_are_what_they_were() {
    let mut facts = gathered(&Made::of(3));
    facts.made_by =
        MadeBy { program: "1".to_owned(), typst: "1".to_owned(), template: "0".repeat(64), fonts: "0".repeat(64) };
    let (json, csv) = (facts.to_json(), table::csv(&facts));
    let pdf = paper::register_pdf(&paper::Register { json: &json, csv: &csv, lang: facts.lang() }).unwrap();
    let pages = Fingerprint::of(&pdf).0;
    let now = format!("{}\n{pages}\n", paper::template_digest(paper::Template::Register));
    keep("pages-next", now.as_bytes());
    let known = fixture("pages.txt");
    assert_eq!(
        now,
        String::from_utf8(known).unwrap(),
        "the pages have changed: put this into tests/fixtures/registers/pages.txt; if its first line (template and \
         wording) did not change, raise LAYOUT in src/paper/register.rs"
    );
}

/// A file that earlier versions left for the tests.
pub(crate) fn fixture(name: &str) -> Vec<u8> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/registers").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Writes pages for looking at: `PEREHDYTIN_LOOK=folder cargo test look`.
#[test]
fn the_pages_of_every_kind_of_register_come_out() {
    let long = Made::names(&[
        "Maria-Annunciata Kristiina von Wright-Äyräväinen-Lehtovirta och Gyllenbögel",
        "Ж",
        "李小龍 🦊",
        "محمد",
        "a\u{202e}b",
    ]);
    let all = [
        ("fi-3", Made::of(3)),
        ("fi-30", Made::of(30)),
        ("en-30", Made::of(30).in_language("en").with_tax_numbers()),
        ("fi-60", Made::of(60).rehearsal()),
        ("fi-long", long),
    ];
    for (name, made) in all {
        let pdf = printed(&made);
        assert!(pdf.starts_with(b"%PDF-1.7"), "{name}");
        keep(name, &pdf);
    }
}

#[test]
fn the_report_comes_out_and_names_nobody() {
    for (name, made) in [
        ("report-fi-3", Made::of(3)),
        ("report-fi-30", Made::of(30)),
        ("report-en-60", Made::of(60).in_language("en").rehearsal()),
        ("report-fi-0", Made::of(0)),
    ] {
        let state = made.state();
        let pdf = paper::report_pdf(&state, paper::lang_of(made.language)).unwrap();
        keep(name, &pdf);
        let said = text_of(&pdf);
        assert!(said.contains(if made.language == "fi" { "Kehittämiskohteet" } else { "Development items" }), "{said}");
        for person in state.standing() {
            assert!(!said.contains(&person.details.name), "{name} names {}", person.details.name);
        }
    }
}

#[test]
fn raised_hands_count_among_the_right_answers_of_the_room() {
    let mut state = Made::of(10).state();
    let step = perehdytin::text::Id::from("t1-q");
    let hands = [("a", 6), ("b", 1), ("c", 1)].map(|(id, count)| (perehdytin::text::Id::from(id), count));
    let mut round = state.questions[&step].rounds[0].clone();
    round.answers.clear();
    round.hands = hands.into();
    state.questions = [(step, perehdytin::session::QuestionState { rounds: vec![round] }.into())].into();
    let said = text_of(&paper::report_pdf(&state, paper::lang_of("fi")).unwrap());
    assert!(said.contains("vastauksia 8, 75 % oikein"), "{said}");
}

/// The words on the pages, as poppler reads them.
pub(crate) fn text_of(pdf: &[u8]) -> String {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), pdf).unwrap();
    let output = std::process::Command::new("pdftotext")
        .args(["-layout", "-enc", "UTF-8"])
        .arg(file.path())
        .arg("-")
        .output()
        .expect("pdftotext is missing: run tests/run");
    String::from_utf8(output.stdout).unwrap()
}

/// Keeps a file for looking at, when asked.
pub(crate) fn keep(name: &str, pdf: &[u8]) {
    if let Some(folder) = std::env::var_os("PEREHDYTIN_LOOK") {
        std::fs::write(std::path::Path::new(&folder).join(format!("{name}.pdf")), pdf).unwrap();
    }
}
