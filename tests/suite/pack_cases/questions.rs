//! Broken packs: questions and their options.

use super::Case;
use crate::pack_builder::Edit;

pub(super) const CASES: &[Case] = &[
    Case {
        name: "a malformed identifier",
        lang: "fi",
        edits: &[Edit::Change("palaute.ron", r#"id: "palaute""#, r#"id: "Palaute 1""#)],
        expected: r#"virhe[bad-id]: tunnus ei kelpaa: Palaute 1
 --> palaute.ron:2:9
  |
2 |     id: "Palaute 1",
  |         ^^^^^^^^^^^
  = vihje: tunnuksessa on pieniä kirjaimia a–z, numeroita ja merkkejä -, enintään 60 merkkiä

"#,
    },
    Case {
        name: "an identifier used twice",
        lang: "en",
        edits: &[Edit::Change("palaute.ron", r#"id: "pa-t1""#, r#"id: "ov-t1""#)],
        expected: r#"error[duplicate-id]: the identifier ov-t1 is already taken
  --> palaute.ron:32:17
   |
32 |             id: "ov-t1",
   |                 ^^^^^^^
   = hint: it stands at ovella.ron:66; give this one its own

"#,
    },
    Case {
        name: "an option identifier used twice",
        lang: "fi",
        edits: &[Edit::Change(
            "ovella.ron",
            r#"id: "b",
                    text"#,
            r#"id: "a",
                    text"#,
        )],
        expected: r"virhe[duplicate-id]: vaihtoehdon tunnus a on jo käytössä tässä kysymyksessä
  --> ovella.ron:34:17
   |
34 |                 (
   |                 ^

",
    },
    Case {
        name: "a question with no correct option",
        lang: "fi",
        edits: &[Edit::Change("ovella.ron", "correct: true, why", "correct: false, why")],
        expected: r"virhe[no-correct]: mikään vaihtoehto ei ole oikea
  --> ovella.ron:68:22
   |
68 |             options: [
   |                      ^
   = vihje: merkitse paras vaihtoehto: correct: true

",
    },
    Case {
        name: "a question with no wrong option",
        lang: "en",
        edits: &[Edit::Change("ovella.ron", "correct: false, why", "correct: true, why")],
        expected: r"error[no-wrong]: no option is wrong
  --> ovella.ron:68:22
   |
68 |             options: [
   |                      ^
   = hint: add a tempting wrong option with correct: false

",
    },
    Case {
        name: "a question with one option",
        lang: "fi",
        edits: &[Edit::Change(
            "ovella.ron",
            r#"                (id: "a", text: {"fi": "Asiani", "en": "My business"}, correct: false, why: {"fi": "Vasta sitten.", "en": "Only then."}),
"#,
            "",
        )],
        expected: r"virhe[few-options]: luettelossa `options` on 1 kohta, tarvitaan 2–6
  --> ovella.ron:68:22
   |
68 |             options: [
   |                      ^

",
    },
    Case {
        name: "options with the same text",
        lang: "en",
        edits: &[Edit::Change("ovella.ron", r#""en": "My business""#, r#""en": "my name""#)],
        expected: r#"error[duplicate-option]: another option has the same text
  --> ovella.ron:70:56
   |
70 |                 (id: "b", text: {"fi": "Nimeni", "en": "My name"}, correct: true, why: {"fi": "S…
   |                                                        ^^^^^^^^^

"#,
    },
    Case {
        name: "a right option much longer than the wrong ones",
        lang: "fi",
        edits: &[Edit::Change(
            "ovella.ron",
            r#""fi": "Nimeni""#,
            r#""fi": "Nimeni, yritykseni nimen ja sen, kenen asialla olen""#,
        )],
        expected: r#"varoitus[right-is-longest]: oikea vaihtoehto on paljon pidempi kuin yksikään väärä (fi: 51 merkkiä, pisin väärä 6)
  --> ovella.ron:70:40
   |
70 |                 (id: "b", text: {"fi": "Nimeni, yritykseni nimen ja sen, kenen asialla olen", "e…
   |                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = vihje: pituus paljastaa vastauksen: lyhennä oikeaa tai täydennä vääriä

"#,
    },
    Case {
        name: "an option that speaks of the others",
        lang: "en",
        edits: &[Edit::Change("ovella.ron", r#""en": "My business""#, r#""en": "None of the above""#)],
        expected: r#"warning[all-of-the-above]: the option speaks of the other options, and their order is shuffled
  --> ovella.ron:69:56
   |
69 |                 (id: "a", text: {"fi": "Asiani", "en": "None of the above"}, correct: false, why…
   |                                                        ^^^^^^^^^^^^^^^^^^^
   = hint: write an option that stands on its own

"#,
    },
    Case {
        name: "a statement without explanation",
        lang: "fi",
        edits: &[Edit::Change(
            "palaute.ron",
            r#"            explanation: {"fi": "Se kirjataan aina.", "en": "It is always written down."},
"#,
            "",
        )],
        expected: r"virhe[missing-field]: kenttä `explanation` puuttuu
  --> palaute.ron:31:9
   |
31 |         statement(
   |         ^^^^^^^^^
   = vihje: selitys opettaa, miksi oikea on oikein ja väärä houkuttelee

",
    },
    Case {
        name: "a test question with minutes",
        lang: "en",
        edits: &[Edit::Change(
            "palaute.ron",
            r#"id: "pa-t1","#,
            r#"id: "pa-t1",
            minutes: 1,"#,
        )],
        expected: r"error[not-in-test]: a test question has no field `minutes`
  --> palaute.ron:33:22
   |
33 |             minutes: 1,
   |                      ^
   = hint: leave the field out

",
    },
    Case {
        name: "a test question that nothing teaches",
        lang: "fi",
        edits: &[Edit::Change(
            "palaute.ron",
            r#"            taught_by: "pa-jarjestys",
        ),
    ],
)"#,
            r"        ),
    ],
)",
        )],
        expected: r"virhe[missing-field]: kenttä `taught_by` puuttuu
  --> palaute.ron:31:9
   |
31 |         statement(
   |         ^^^^^^^^^

",
    },
];
