//! Revisions that should have been raised, editorial changes, and digests.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::path::Path;

use perehdytin::cli;
use perehdytin::cli::Outcome;
use perehdytin::i18n::Lang;
use perehdytin::pack;
use perehdytin::pack::CoursePack;
use perehdytin::pack::NewEmployer;
use perehdytin::pack::ThemeOrder;
use perehdytin::text::LangTag;

use crate::pack_builder::TestPack;

fn check(root: &Path, more: &[&str]) -> Outcome {
    let words = ["perehdytin", "--lang", "en", "check"].into_iter().chain(more.iter().copied());
    cli::run(words.map(Into::into).chain([root.as_os_str().to_owned()]))
}

/// The small pack, published as it is.
fn published() -> TestPack {
    let pack = TestPack::good();
    let outcome = check(pack.root(), &["--publish"]);
    assert_eq!(outcome.exit, 0, "{outcome:?}");
    pack
}

fn loaded(pack: &TestPack) -> CoursePack {
    pack.load().map_err(|report| report.text(Lang::En)).unwrap().pack
}

#[test]
fn a_published_pack_that_nobody_touched_has_no_blemish() {
    let pack = published();
    assert_eq!(pack.says(Lang::En), "");
    assert!(pack.load().unwrap().files.contains(&"published.ron".to_owned()));
}

#[test]
fn reworded_texts_are_an_editorial_change() {
    let pack = published();
    pack.change("ovella.ron", "Say your name\"", "Tell your name\"");
    assert_eq!(
        pack.says(Lang::En),
        "warning[editorial-change]: the theme's wording has changed since revision 1 was published: ovella
 --> ovella.ron:3:15
  |
3 |     revision: 1,
  |               ^
  = hint: if what people must know is the same, note it with perehdytin check --publish; else raise the revision

"
    );
    assert_eq!(check(pack.root(), &["--publish"]).exit, 0);
    assert_eq!(pack.says(Lang::En), "");
}

#[test]
fn other_right_answers_need_a_higher_revision() {
    let pack = published();
    pack.change("palaute.ron", "is_true: true", "is_true: false");
    assert_eq!(
        pack.says(Lang::En),
        "error[revision-not-raised]: what people must know has changed, but the revision is still 1: palaute
 --> palaute.ron:3:15
  |
3 |     revision: 1,
  |               ^
  = hint: write revision: 2, and people inducted earlier become due; polishing words changes no questions, right answers or promises

"
    );
    let refused = check(pack.root(), &["--publish"]);
    assert_eq!(refused.exit, 1);
    assert!(refused.stdout.contains("Not published. Fix the errors first"), "{}", refused.stdout);
    assert_eq!(pack.codes(), ["revision-not-raised"], "a refused publication leaves the earlier one");

    pack.change("palaute.ron", "revision: 1", "revision: 2");
    assert_eq!(pack.says(Lang::En), "");
    assert_eq!(check(pack.root(), &["--publish"]).exit, 0);
    pack.change("palaute.ron", "revision: 2", "revision: 1");
    assert_eq!(pack.codes(), ["revision-lowered"]);
}

#[test]
fn what_people_must_know_is_questions_right_answers_and_promises() {
    for (file, from, to) in [
        ("ovella.ron", "correct: false, why", "correct: true, why"),
        ("ovella.ron", "\"ov-t1\"", "\"ov-t2\""),
        ("ovella.ron", "promises([\"outage_notice\"]),", ""),
        (
            "palaute.ron",
            "(id: \"a\", text: {\"fi\": \"Kuuntele\", \"en\": \"Listen\"}),",
            "(id: \"c\", text: {\"fi\": \"Kuuntele\", \"en\": \"Listen\"}),",
        ),
    ] {
        let pack = published();
        pack.change(file, from, to);
        if to.starts_with("correct") {
            pack.change(file, "correct: true, why: {\"fi\": \"Se luo", "correct: false, why: {\"fi\": \"Se luo");
        }
        if to.is_empty() {
            // The promise is still named by a placeholder: only the last mention makes the difference.
            assert_eq!(pack.codes(), ["editorial-change"]);
            pack.change(file, "{promise.outage_notice} ennen", "ennen").change(
                file,
                "{promise.outage_notice} ahead",
                "ahead",
            );
        }
        assert_eq!(pack.codes(), ["revision-not-raised"], "{from} → {to}");
    }
}

#[test]
fn order_of_options_and_pictures_are_editorial() {
    let pack = published();
    pack.put(
        "media/kuva.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"20\"><circle r=\"3\"/></svg>",
    );
    assert_eq!(pack.codes(), ["editorial-change"]);
    let pack = published();
    let first = "                (id: \"a\", text: {\"fi\": \"Asiani\", \"en\": \"My business\"}, correct: false, why: {\"fi\": \"Vasta sitten.\", \"en\": \"Only then.\"}),\n";
    pack.change("ovella.ron", first, "").change(
        "ovella.ron",
        "            taught_by: \"ov-nimi\"",
        "            taught_by: \"ov-nimi\"",
    );
    let second_end = "\"It builds trust.\"}),\n";
    pack.change("ovella.ron", second_end, &format!("{second_end}{first}"));
    assert_eq!(pack.codes(), ["editorial-change"]);
}

#[test]
fn remarks_formatting_and_order_of_fields_change_no_digest() {
    let pack = published();
    let before = loaded(&pack);
    pack.change(
        "ovella.ron",
        "    id: \"ovella\",\n    revision: 1,\n",
        "// A remark.\n revision: 1, /* x */ id : r\"ovella\",\n",
    );
    pack.change("ovella.ron", "{\"fi\": \"Ovi\", \"en\": \"A door\"}", "{\"en\": \"A \\u{64}oor\",\n\"fi\": \"Ovi\"}");
    pack.change("course.ron", "    format: 1,\n    id: \"pieni\",", "id: \"pieni\",\n format: 01,");
    for file in ["course.ron", "profile.ron", "ovella.ron", "palaute.ron"] {
        // As an editor elsewhere would save it.
        let text = std::fs::read_to_string(pack.path(file)).unwrap();
        pack.put(file, format!("\u{feff}{}", text.replace('\n', "\r\n")));
    }
    assert_eq!(pack.says(Lang::En), "");
    let after = loaded(&pack);
    assert_eq!(before.digest, after.digest);
    assert_eq!(before.themes[0].digest, after.themes[0].digest);
}

#[test]
fn every_part_of_a_theme_is_in_its_digest() {
    let before = loaded(&TestPack::good());
    for (from, to) in [
        ("\"Ovella\"", "\"Ovella siis\""),
        ("\"Kerro, kuka olet.\"", "\"Kerro se.\""),
        ("minutes: 2", "minutes: 3"),
        ("\"Ovi\"", "\"Portti\""),
        ("\"Kotona on vain lapsi.\"", "\"Kotona on lapsi.\""),
        ("\"Luottaa.\"", "\"Kiittää.\""),
        ("\"Ei valitusta.\"", "\"Ei mitään.\""),
        ("\"Työ jatkuu.\"", "\"Työ loppuu.\""),
        ("leads_to: \"ov-jatko\"", "leads_to: \"ov-puhe\""),
        ("answers]", "]"),
        ("vote_again: \"ov-lapsi\",", ""),
        ("\"Kirjaa muistiin.\"", "\"Kirjaa se.\""),
        ("\"Vasta sitten.\"", "\"Sen jälkeen.\""),
        ("taught_by: \"ov-nimi\"", "taught_by: \"ov-lapsi\""),
    ] {
        let pack = TestPack::good();
        pack.change("ovella.ron", from, to);
        if from.starts_with("leads_to") {
            pack.change("ovella.ron", "            branch_only: true,\n", "");
        }
        let after = loaded(&pack);
        assert_ne!(before.themes[0].digest, after.themes[0].digest, "{from} → {to}");
        assert_eq!(before.themes[1].digest, after.themes[1].digest);
        assert_ne!(before.digest, after.digest);
    }
}

#[test]
fn a_text_for_who_studies_alone_stands_for_the_notes_and_is_in_the_digest() {
    let plain = loaded(&TestPack::good());
    let step = &plain.themes[0].steps[0];
    assert_eq!(step.reading(), &step.notes);
    let pack = TestPack::good();
    let first = format!("id: \"{}\",", step.id);
    let reading = "\n            reading: {\"fi\": \"Lue tämä.\", \"en\": \"Read this.\"},";
    pack.change("ovella.ron", &first, &format!("{first}{reading}"));
    let told = loaded(&pack);
    assert_eq!(told.themes[0].steps[0].reading().get(&LangTag("en".into())), "Read this.");
    assert_eq!(told.themes[0].steps[0].notes, step.notes);
    assert_ne!(plain.themes[0].digest, told.themes[0].digest);
}

#[test]
fn a_new_employer_is_in_the_digest_once_inductions_end_with_one() {
    let keeps = loaded(&TestPack::good());
    let pack = TestPack::good();
    pack.change("course.ron", "revision: 1,", "revision: 1,\n    new_employer: keep,");
    assert_eq!(loaded(&pack).digest, keeps.digest);
    pack.change("course.ron", "new_employer: keep", "new_employer: renew");
    let renews = loaded(&pack);
    assert_eq!((keeps.new_employer, renews.new_employer), (NewEmployer::Keep, NewEmployer::Renew));
    assert_ne!(renews.digest, keeps.digest);
}

#[test]
fn the_order_of_themes_is_in_the_digest_once_one_is_asked_for() {
    let any = loaded(&TestPack::good());
    let pack = TestPack::good();
    pack.change("course.ron", "revision: 1,", "revision: 1,\n    theme_order: any,");
    assert_eq!(loaded(&pack).digest, any.digest);
    pack.change("course.ron", "theme_order: any", "theme_order: fixed");
    let fixed = loaded(&pack);
    assert_eq!((any.theme_order, fixed.theme_order), (ThemeOrder::Any, ThemeOrder::Fixed));
    assert_ne!(fixed.digest, any.digest);
}

#[test]
fn a_digest_never_changes_by_itself() {
    // Registers and publications carry these: another value here makes every old one look changed.
    let pack = loaded(&TestPack::good());
    let digests: Vec<&str> = pack.themes.iter().map(|theme| &theme.digest[..16]).collect();
    assert_eq!((&pack.digest[..16], digests), ("b9677cc595707393", vec!["f0a1dfeca9f271d9", "a934020011d9b2d9"]));
}

#[test]
fn a_publication_edited_by_hand_is_checked_as_any_file() {
    let pack = published();
    pack.change("published.ron", "revision: 1,\n            digest", "revison: 1,\n            digest");
    assert_eq!(pack.codes(), ["missing-field", "unknown-field"]);
}

#[test]
fn publishing_says_what_it_did_and_fails_where_it_cannot_write() {
    let pack = published();
    let text = std::fs::read_to_string(pack.path("published.ron")).unwrap();
    assert!(text.starts_with("// Written by `perehdytin check --publish`"), "{text}");
    let again = check(pack.root(), &["--publish"]);
    assert!(again.stdout.contains("Publication noted in published.ron"), "{}", again.stdout);
    let mut elsewhere = loaded(&pack);
    elsewhere.root = pack.path("nowhere");
    assert!(pack::publish(&elsewhere).is_err());
}
