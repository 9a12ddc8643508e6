//! What the check says of broken packs.

use perehdytin::i18n::Lang;

use crate::pack_builder::TestPack;
use crate::pack_cases;

#[test]
fn the_good_pack_has_no_blemish() {
    let loaded = TestPack::good().load().map_err(|report| report.text(Lang::En)).unwrap();
    assert_eq!(loaded.report.text(Lang::En), "");
    assert_eq!(loaded.pack.planned_minutes(), 30);
    assert_eq!(loaded.files, ["course.ron", "profile.ron", "ovella.ron", "palaute.ron", "media/kuva.svg"]);
}

#[test]
fn every_broken_pack_is_told_in_exactly_these_words() {
    let mut count = 0;
    let mut wrong = Vec::new();
    for case in pack_cases::all() {
        count += 1;
        let lang = if case.lang == "fi" { Lang::Fi } else { Lang::En };
        let pack = TestPack::good();
        let said = pack.edit(case.edits).says(lang);
        if said != case.expected {
            wrong.push(format!("{}:\n{said}\ninstead of\n{}\n", case.name, case.expected));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.concat());
    assert!(count >= 40, "only {count} broken packs");
}

#[test]
fn every_broken_pack_is_told_in_both_languages() {
    for case in pack_cases::all() {
        let pack = TestPack::good();
        let report = pack.edit(case.edits).report();
        for diagnostic in &report.diagnostics {
            for lang in Lang::ALL {
                let said = diagnostic.text(lang);
                assert!(!said.contains("check-") && !said.contains("{$"), "{}: {said}", case.name);
            }
        }
    }
}

#[test]
fn all_mistakes_of_all_files_are_told_at_once_in_their_order() {
    let pack = TestPack::good();
    pack.change("palaute.ron", "minutes: 10", "minutes: 0")
        .change("course.ron", "pass_percent: 80", "pass_percent: 0")
        .change("ovella.ron", "takeaway:", "takeway:")
        .change("profile.ron", "#00695C", "red")
        .change("ovella.ron", "vote_again: \"ov-lapsi\"", "vote_again: \"ov-nimi\"");
    let report = pack.report();
    let told: Vec<(&str, &str)> = report.diagnostics.iter().map(|one| (one.file.as_str(), one.code)).collect();
    assert_eq!(
        told,
        [
            ("course.ron", "number-range"),
            ("profile.ron", "bad-colour"),
            ("ovella.ron", "missing-field"),
            ("ovella.ron", "unknown-field"),
            ("ovella.ron", "vote-again"),
            ("palaute.ron", "number-range"),
        ]
    );
}

#[test]
fn a_mistake_of_form_in_one_file_does_not_hide_those_of_the_others() {
    let pack = TestPack::good();
    pack.change("palaute.ron", "minutes: 10,", "minutes: 10").change("ovella.ron", "minutes: 5", "minutes: 0");
    assert_eq!(pack.codes(), ["number-range", "syntax"]);
}

#[test]
fn right_options_that_all_stand_first_are_noticed() {
    let pack = TestPack::good();
    let question = |number: usize| {
        format!(
            "choice(id: \"x-{number}\", taught_by: \"ov-nimi\", text: {{\"fi\": \"Kysymys {number}\", \"en\": \"Question {number}\"}}, options: [
                (id: \"a\", text: {{\"fi\": \"Oikein\", \"en\": \"Right\"}}, correct: true, why: {{\"fi\": \"Niin on.\", \"en\": \"So it is.\"}}),
                (id: \"b\", text: {{\"fi\": \"Väärin\", \"en\": \"Wrong\"}}, correct: false, why: {{\"fi\": \"Ei ole.\", \"en\": \"It is not.\"}}),
            ]),"
        )
    };
    let questions: String = (1..=10).map(question).collect();
    pack.change("palaute.ron", "test: [", &format!("test: [{questions}"));
    assert_eq!(
        pack.says(Lang::En),
        "warning[spread]: the right option stands at A in 11 of 12 questions
  --> course.ron:11:13
   |
11 |     themes: [\"ovella.ron\", \"palaute.ron\"],
   |             ^
   = hint: move right options to other places

"
    );
}

#[test]
fn sums_are_not_judged_while_a_part_of_them_is_unknown() {
    let pack = TestPack::good();
    pack.change("course.ron", "kind: training", "kind: induction").change("palaute.ron", "minutes: 2,", "minutes: 0,");
    assert_eq!(pack.codes(), ["number-range"]);
    let pack = TestPack::good();
    pack.change(
        "palaute.ron",
        "        statement(\n            id: \"pa-t1\"",
        "        statment(\n            id: \"pa-t1\"",
    );
    assert_eq!(pack.codes(), ["unknown-kind"]);
}

#[test]
fn a_profile_in_a_folder_of_its_own_has_its_logo_beside_it() {
    let pack = TestPack::good();
    std::fs::create_dir(pack.path("yhtio")).unwrap();
    std::fs::rename(pack.path("profile.ron"), pack.path("yhtio/profile.ron")).unwrap();
    std::fs::copy(pack.path("media/kuva.svg"), pack.path("yhtio/logo.svg")).unwrap();
    pack.change("yhtio/profile.ron", "accent:", "logo: \"logo.svg\",\n    accent:");
    pack.change("course.ron", "profile: \"profile.ron\"", "profile: \"yhtio/profile.ron\"");
    let files = pack.load().map_err(|report| report.text(Lang::En)).unwrap().files;
    assert!(files.contains(&"yhtio/logo.svg".to_owned()), "{files:?}");
}
