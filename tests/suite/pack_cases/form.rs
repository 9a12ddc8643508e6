//! Broken packs: the form of a file.

use super::Case;
use crate::pack_builder::Edit;

pub(super) const CASES: &[Case] = &[
    Case {
        name: "a missing comma",
        lang: "fi",
        edits: &[Edit::Change("palaute.ron", "minutes: 10,", "minutes: 10")],
        expected: r#"virhe[syntax]: tämän edestä puuttuu pilkku
  --> palaute.ron:28:43
   |
28 |         break(id: "pa-tauko", minutes: 10 title: {"fi": "Tauko", "en": "Break"}),
   |                                           ^

"#,
    },
    Case {
        name: "a missing bracket",
        lang: "en",
        edits: &[Edit::Change(
            "palaute.ron",
            r"            ],
            explanation",
            "            explanation",
        )],
        expected: r#"error[syntax]: the field explanation does not belong in a list: the bracket ] may be missing before it
  --> palaute.ron:23:13
   |
23 |             explanation: {"fi": "Ensin kuunnellaan.", "en": "Listening comes first."},
   |             ^^^^^^^^^^^
   = hint: the bracket [ was opened on line 20

"#,
    },
    Case {
        name: "a file that ends too early",
        lang: "fi",
        edits: &[Edit::Change(
            "palaute.ron",
            r"        ),
    ],
)
",
            r"        ),
",
        )],
        expected: r"virhe[syntax]: avattua sulkua [ ei suljeta
  --> palaute.ron:30:11
   |
30 |     test: [
   |           ^
   = vihje: lisää puuttuva ]

",
    },
    Case {
        name: "a quotation mark within a text",
        lang: "fi",
        edits: &[Edit::Change("palaute.ron", "Ensin kuunnellaan.", r#"Ensin "kuunnellaan" hyvin."#)],
        expected: r#"virhe[syntax]: rivillä 24 alkanut teksti päättyi tähän, ja sen perästä puuttuu pilkku
  --> palaute.ron:24:41
   |
24 |             explanation: {"fi": "Ensin "kuunnellaan" hyvin.", "en": "Listening comes first."},
   |                                         ^
   = vihje: jos lainausmerkki on tekstin sisällä, käytä merkkiä ” tai kirjoita \"; tarkista myös, että edellinen teksti päättyy lainausmerkkiin

"#,
    },
    Case {
        name: "a text without its closing mark",
        lang: "en",
        edits: &[Edit::Change("palaute.ron", r#""It is always written down.""#, r#""It is always written down."#)],
        expected: r#"error[syntax]: the text that began on line 35 ended here, and no comma follows it
  --> palaute.ron:36:25
   |
36 |             taught_by: "pa-jarjestys",
   |                         ^
   = hint: a quotation mark within a text is written ” or \"; see also that the text before ends with its quotation mark

"#,
    },
    Case {
        name: "a field in quotation marks",
        lang: "fi",
        edits: &[Edit::Change("palaute.ron", "is_true: true", r#""is_true": true"#)],
        expected: r#"virhe[syntax]: kentän nimi kirjoitetaan ilman lainausmerkkejä
  --> palaute.ron:11:13
   |
11 |             "is_true": true,
   |             ^
   = vihje: kirjoita nimi: arvo; kielet ovat aaltosuluissa: {"fi": "…"}

"#,
    },
    Case {
        name: "a typographic quotation mark",
        lang: "en",
        edits: &[Edit::Change("palaute.ron", r#"id: "pa-tauko""#, "id: ”pa-tauko”")],
        expected: r#"error[syntax]: ” does not belong here
  --> palaute.ron:28:19
   |
28 |         break(id: ”pa-tauko”, minutes: 10, title: {"fi": "Tauko", "en": "Break"}),
   |                   ^
   = hint: write "…"

"#,
    },
    Case {
        name: "an escape that means nothing",
        lang: "fi",
        edits: &[Edit::Change("palaute.ron", "Käy läpi.", r"Käy \läpi.")],
        expected: r#"virhe[syntax]: merkintää ei ymmärretä: \l
  --> palaute.ron:26:32
   |
26 |             notes: {"fi": "Käy \läpi.", "en": "Go through it."},
   |                                ^^
   = vihje: kenoviiva kirjoitetaan \\, rivinvaihto \n, lainausmerkki \"

"#,
    },
    Case {
        name: "an option as in rust",
        lang: "en",
        edits: &[Edit::Change("course.ron", "minutes: 5,", "minutes: Some(5),")],
        expected: r"error[syntax]: Some and None are not used here
  --> course.ron:12:67
   |
12 | …cent: 80, attempts: 2, minutes: Some(5), at_least_per_theme: 1),
   |                                  ^^^^
   = hint: write the bare value, or leave the field out

",
    },
    Case {
        name: "several mistakes of form at once",
        lang: "en",
        edits: &[
            Edit::Change("palaute.ron", "minutes: 1,", "minutes 1,"),
            Edit::Change("palaute.ron", "minutes: 2,", "minutes: 2x,"),
        ],
        expected: r"error[syntax]: a colon is missing here
 --> palaute.ron:9:21
  |
9 |             minutes 1,
  |                     ^

error[syntax]: this number is not understood: 2x
  --> palaute.ron:18:22
   |
18 |             minutes: 2x,
   |                      ^^

",
    },
    Case {
        name: "a comment that never ends",
        lang: "fi",
        edits: &[Edit::Change("palaute.ron", "        break(", "        /* break(")],
        expected: r#"virhe[syntax]: tässä alkava huomautus ei pääty: puuttuu */
  --> palaute.ron:28:9
   |
28 |         /* break(id: "pa-tauko", minutes: 10, title: {"fi": "Tauko", "en": "Break"}),
   |         ^^

"#,
    },
];
