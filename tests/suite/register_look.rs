//! Printing: whatever people are called, pages come out.

use perehdytin::paper;
use perehdytin::register::facts::{Facts, MadeBy, Written, facts};
use perehdytin::register::table;

use crate::register_made::Made;

pub fn gathered(made: &Made) -> Facts {
    facts(
        &made.state(),
        Written { journal_length: 1_000, journal_head: "ab".repeat(32), made_by: MadeBy::this_program() },
    )
    .unwrap()
}

pub fn printed(made: &Made) -> Vec<u8> {
    let facts = gathered(made);
    let (json, csv) = (facts.to_json(), table::csv(&facts));
    paper::register_pdf(&paper::Register { json: &json, csv: &csv, lang: facts.lang() }).unwrap()
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
        if let Some(folder) = std::env::var_os("PEREHDYTIN_LOOK") {
            std::fs::write(std::path::Path::new(&folder).join(format!("{name}.pdf")), pdf).unwrap();
        }
    }
}
