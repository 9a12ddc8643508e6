//! Broken packs: fields, kinds and identifiers.

use super::Case;
use crate::pack_builder::Edit;

pub(super) const CASES: &[Case] = &[
    Case {
        name: "an unknown field",
        lang: "en",
        edits: &[Edit::Change("ovella.ron", "takeaway:", "takeway:")],
        expected: r#"error[missing-field]: the field `takeaway` is missing
 --> ovella.ron:1:1
  |
1 | (
  | ^

error[unknown-field]: unknown field `takeway`
 --> ovella.ron:5:5
  |
5 |     takeway: {"fi": "Kerro, kuka olet.", "en": "Say who you are."},
  |     ^^^^^^^
  = hint: did you mean `takeaway`?

"#,
    },
    Case {
        name: "a field that nobody knows",
        lang: "fi",
        edits: &[Edit::Change(
            "course.ron",
            "revision: 1,",
            r#"revision: 1,
    author: "Maija","#,
        )],
        expected: r#"virhe[unknown-field]: tuntematon kenttä `author`
 --> course.ron:7:5
  |
7 |     author: "Maija",
  |     ^^^^^^
  = vihje: tässä käyvät: languages, profile, format, id, kind, revision, title, summary, theme_order, new_employer, attendance_percent, validity_months, final_test, feedback, checklist, pocket_guide, themes

"#,
    },
    Case {
        name: "a missing field",
        lang: "fi",
        edits: &[Edit::Change(
            "ovella.ron",
            r#"            notes: {"fi": "Kysy kokemuksia.", "en": "Ask for stories."},
"#,
            "",
        )],
        expected: r"virhe[missing-field]: kenttä `notes` puuttuu
  --> ovella.ron:18:9
   |
18 |         scenario(
   |         ^^^^^^^^

",
    },
    Case {
        name: "a field given twice",
        lang: "en",
        edits: &[Edit::Change(
            "course.ron",
            "revision: 1,",
            r"revision: 1,
    revision: 2,",
        )],
        expected: r"error[duplicate-field]: `revision` is given twice
 --> course.ron:7:5
  |
7 |     revision: 2,
  |     ^^^^^^^^

",
    },
    Case {
        name: "a bare text",
        lang: "fi",
        edits: &[Edit::Change(
            "ovella.ron",
            r#"title: {"fi": "Nimi kerrotaan ensin", "en": "The name comes first"}"#,
            r#"title: "Nimi kerrotaan ensin""#,
        )],
        expected: r#"virhe[bare-text]: kenttään `title` kuuluu teksti joka kielellä, tässä se on vain kerran
  --> ovella.ron:10:20
   |
10 |             title: "Nimi kerrotaan ensin",
   |                    ^^^^^^^^^^^^^^^^^^^^^^
   = vihje: kirjoita {"fi": "…", "en": "…"}

"#,
    },
    Case {
        name: "a missing language",
        lang: "fi",
        edits: &[Edit::Change(
            "ovella.ron",
            r#"{"fi": "Sano nimesi", "en": "Say your name"}"#,
            r#"{"fi": "Sano nimesi"}"#,
        )],
        expected: r#"virhe[missing-language]: kentästä `bullets` puuttuu kieli en
  --> ovella.ron:12:26
   |
12 |                 bullets([{"fi": "Sano nimesi"}, {"fi": "Näytä kortti", "en": "Show your card"}])…
   |                          ^

"#,
    },
    Case {
        name: "an unknown language",
        lang: "en",
        edits: &[Edit::Change(
            "palaute.ron",
            r#"title: {"fi": "Palaute","#,
            r#"title: {"sv": "Respons", "fi": "Palaute","#,
        )],
        expected: r#"error[unknown-language]: sv is not among the pack's languages
 --> palaute.ron:4:13
  |
4 |     title: {"sv": "Respons", "fi": "Palaute", "en": "Feedback"},
  |             ^^^^
  = hint: possible here: fi, en

"#,
    },
    Case {
        name: "a language given twice",
        lang: "en",
        edits: &[Edit::Change(
            "palaute.ron",
            r#"title: {"fi": "Palaute","#,
            r#"title: {"fi": "Palaute", "fi": "Palautetta","#,
        )],
        expected: r#"error[duplicate-language]: the language fi is given twice
 --> palaute.ron:4:30
  |
4 |     title: {"fi": "Palaute", "fi": "Palautetta", "en": "Feedback"},
  |                              ^^^^

"#,
    },
];
