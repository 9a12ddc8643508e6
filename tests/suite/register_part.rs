//! The register of a session of only some themes: it says so everywhere, and is taken for the whole course nowhere.

use perehdytin::i18n::Lang;
use perehdytin::register::facts::{Facts, FormError};
use perehdytin::register::table;
use perehdytin::register::verify::DataCheck;

use crate::register_alone::{facts_of, signed};
use crate::register_look::{gathered, keep, printed, text_of};
use crate::register_made::Made;
use crate::verify_table::check;

fn part() -> Made {
    Made::of(3).only(&["teema-2", "teema-5"])
}

#[test]
fn the_data_names_the_themes_that_were_gone_through_and_how_many_there_are() {
    let facts = gathered(&part());
    let themes: Vec<&str> = facts.themes.iter().map(|theme| theme.id.as_str()).collect();
    assert_eq!((facts.version, facts.part_of, themes), (3, Some(8), vec!["teema-2", "teema-5"]));
    assert_eq!(facts.participants[0].themes_attended, ["teema-2", "teema-5"]);
    // The course is the same: part of it has no digest of its own.
    assert_eq!(facts.course, gathered(&Made::of(1)).course);
    assert_eq!(Facts::from_json(&facts.to_json()).unwrap(), facts);
}

#[test]
fn a_program_that_knows_no_parts_does_not_take_one_for_the_whole() {
    let whole = String::from_utf8(gathered(&Made::of(2)).to_json()).unwrap();
    assert!(whole.contains("\"version\": 2") && !whole.contains("part_of"), "{whole}");
    let refused = |change: &dyn Fn(&mut Facts)| {
        let mut facts = gathered(&part());
        change(&mut facts);
        assert!(matches!(Facts::from_json(&facts.to_json()), Err(FormError::NotARegister(_))), "{facts:?}");
    };
    refused(&|facts| facts.version = 2);
    refused(&|facts| facts.part_of = None);
    refused(&|facts| facts.part_of = Some(2));
    refused(&|facts| facts.part_of = Some(0));
}

#[test]
fn the_pages_say_that_it_is_a_part_and_name_its_themes() {
    for (name, made, phrases) in [
        (
            "part-fi",
            part(),
            ["osittainen perehdytys", "2/8 teemaa", "Kenen asialla olet; Asiakkaan kohtaaminen", "ei yksin osoita"],
        ),
        (
            "part-en",
            part().in_language("en"),
            ["partial induction", "2 of 8 themes", "Whom you represent; Meeting the customer", "alone does not show"],
        ),
    ] {
        let pdf = printed(&made);
        keep(name, &pdf);
        let said = text_of(&pdf);
        let said = said.split_whitespace().collect::<Vec<_>>().join(" ");
        for phrase in phrases {
            assert!(said.contains(phrase), "{phrase} is not in: {said}");
        }
        for absent in ["kaikki 2", "all 2", "Kun aikataulu", "When the schedule"] {
            assert!(!said.contains(absent), "{absent} is in: {said}");
        }
    }
    assert!(!text_of(&printed(&Made::of(3))).contains("osittainen"));
}

#[test]
fn the_tables_and_the_check_say_that_it_is_a_part() {
    let facts = facts_of(&part().state());
    let csv = String::from_utf8(table::csv(&facts)).unwrap();
    assert!(csv.lines().nth(1).unwrap().contains("Perehdytystilaisuus, osittainen: 2/8 teemaa"), "{csv}");
    let verdict = check(&signed(&facts));
    assert_eq!(verdict.data, DataCheck::Same);
    let [_, _, data, _] = verdict.answers(Lang::En);
    let told = data.more.iter().map(|more| more.text(Lang::En)).collect::<Vec<_>>().join("\n");
    assert!(told.contains("only 2 of the course’s 8 themes"), "{told}");
}
