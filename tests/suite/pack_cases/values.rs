//! Broken packs: values of the wrong kind.

use super::Case;
use crate::pack_builder::Edit;

pub(super) const CASES: &[Case] = &[
    Case {
        name: "an empty text",
        lang: "fi",
        edits: &[Edit::Change("palaute.ron", r#""Vie palaute eteenpäin.""#, r#""  ""#)],
        expected: r#"virhe[empty-text]: kentän `takeaway` teksti on tyhjä (fi)
 --> palaute.ron:5:22
  |
5 |     takeaway: {"fi": "  ", "en": "Pass it on."},
  |                      ^^^^

"#,
    },
    Case {
        name: "an invisible character in a text",
        lang: "en",
        edits: &[Edit::Change("palaute.ron", r#""Pass it on.""#, r#""Pass \u{202e}it on.""#)],
        expected: r#"error[control-character]: the text holds an invisible control character
 --> palaute.ron:5:54
  |
5 |     takeaway: {"fi": "Vie palaute eteenpäin.", "en": "Pass \u{202e}it on."},
  |                                                      ^^^^^^^^^^^^^^^^^^^^^

"#,
    },
    Case {
        name: "a number where text belongs",
        lang: "fi",
        edits: &[Edit::Change("ovella.ron", r#"{"fi": "Ovi", "en": "A door"}"#, "7")],
        expected: r#"virhe[wrong-type]: kenttään `alt` kuuluu teksti joka kielellä, tässä on kokonaisluku
  --> ovella.ron:14:54
   |
14 |                 picture(file: "media/kuva.svg", alt: 7),
   |                                                      ^

"#,
    },
    Case {
        name: "text where a number belongs",
        lang: "en",
        edits: &[Edit::Change("palaute.ron", "minutes: 10", r#"minutes: "10""#)],
        expected: r#"error[wrong-type]: `minutes` takes a whole number, here is text in quotation marks
  --> palaute.ron:28:40
   |
28 |         break(id: "pa-tauko", minutes: "10", title: {"fi": "Tauko", "en": "Break"}),
   |                                        ^^^^

"#,
    },
    Case {
        name: "half a minute",
        lang: "fi",
        edits: &[Edit::Change("palaute.ron", "minutes: 10", "minutes: 0.5")],
        expected: r#"virhe[wrong-type]: kenttään `minutes` kuuluu kokonaisluku, tässä on desimaaliluku
  --> palaute.ron:28:40
   |
28 |         break(id: "pa-tauko", minutes: 0.5, title: {"fi": "Tauko", "en": "Break"}),
   |                                        ^^^

"#,
    },
    Case {
        name: "no minutes at all",
        lang: "en",
        edits: &[Edit::Change("palaute.ron", "minutes: 10", "minutes: 0")],
        expected: r#"error[number-range]: `minutes` is 0, it may be 1–240
  --> palaute.ron:28:40
   |
28 |         break(id: "pa-tauko", minutes: 0, title: {"fi": "Tauko", "en": "Break"}),
   |                                        ^

"#,
    },
    Case {
        name: "a name where a truth belongs",
        lang: "fi",
        edits: &[Edit::Change("palaute.ron", "is_true: true", "is_true: maybe")],
        expected: r"virhe[wrong-type]: kenttään `is_true` kuuluu true tai false, tässä on pelkkä nimi
  --> palaute.ron:11:22
   |
11 |             is_true: maybe,
   |                      ^^^^^

",
    },
    Case {
        name: "a struct where a list belongs",
        lang: "en",
        edits: &[Edit::Change("course.ron", "pocket_guide: [", r#"pocket_guide: (title: "x"), old: ["#)],
        expected: r#"error[wrong-type]: `pocket_guide` takes a list [ … ], here is a struct ( … )
  --> course.ron:26:19
   |
26 |     pocket_guide: (title: "x"), old: [
   |                   ^

error[unknown-field]: unknown field `old`
  --> course.ron:26:33
   |
26 |     pocket_guide: (title: "x"), old: [
   |                                 ^^^
   = hint: possible here: languages, profile, format, id, kind, revision, title, summary, theme_order, new_employer, attendance_percent, validity_months, final_test, feedback, checklist, pocket_guide, themes

"#,
    },
    Case {
        name: "an unknown kind of step",
        lang: "fi",
        edits: &[Edit::Change("palaute.ron", "        break(", "        brake(")],
        expected: r#"virhe[unknown-kind]: kohdassa `steps` ei voi olla `brake`
  --> palaute.ron:28:9
   |
28 |         brake(id: "pa-tauko", minutes: 10, title: {"fi": "Tauko", "en": "Break"}),
   |         ^^^^^
   = vihje: tarkoititko `break`?

"#,
    },
    Case {
        name: "an unknown kind of block",
        lang: "en",
        edits: &[Edit::Change("ovella.ron", "                bullets(", "                bulets(")],
        expected: r#"error[unknown-kind]: `blocks` cannot be `bulets`
  --> ovella.ron:12:17
   |
12 |                 bulets([{"fi": "Sano nimesi", "en": "Say your name"}, {"fi": "Näytä kortti", "en…
   |                 ^^^^^^
   = hint: did you mean `bullets`?

"#,
    },
    Case {
        name: "an unknown kind of course",
        lang: "fi",
        edits: &[Edit::Change("course.ron", "kind: training", "kind: course")],
        expected: r"virhe[unknown-kind]: kohdassa `kind` ei voi olla `course`
 --> course.ron:5:11
  |
5 |     kind: course,
  |           ^^^^^^
  = vihje: tässä käyvät: induction, training

",
    },
    Case {
        name: "a step without a kind",
        lang: "en",
        edits: &[Edit::Change("palaute.ron", "        break(", "        (")],
        expected: r#"error[no-kind]: in `steps` the kind before the parenthesis is missing
  --> palaute.ron:28:9
   |
28 |         (id: "pa-tauko", minutes: 10, title: {"fi": "Tauko", "en": "Break"}),
   |         ^
   = hint: possible here: slide, scenario, statement, choice, order, discussion, break

"#,
    },
    Case {
        name: "another version of the format",
        lang: "fi",
        edits: &[Edit::Change("course.ron", "format: 1", "format: 2")],
        expected: r"virhe[format]: tätä muodon versiota ei tunneta
 --> course.ron:3:13
  |
3 |     format: 2,
  |             ^
  = vihje: kirjoita format: 1

",
    },
];
