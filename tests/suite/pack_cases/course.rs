//! Broken packs: the profile and the course as a whole.

use super::Case;
use crate::pack_builder::Edit;

pub(super) const CASES: &[Case] = &[
    Case {
        name: "a brace in the profile",
        lang: "en",
        edits: &[Edit::Change("profile.ron", r#""3 days""#, r#""{value.visit_fee}""#)],
        expected: r#"error[placeholder-in-profile]: the profile's own texts cannot hold braces
  --> profile.ron:14:45
   |
14 |             value: {"fi": "3 päivää", "en": "{value.visit_fee}"},
   |                                             ^^^^^^^^^^^^^^^^^^^

"#,
    },
    Case {
        name: "a colour that is none",
        lang: "fi",
        edits: &[Edit::Change("profile.ron", "#00695C", "vihreä")],
        expected: r#"virhe[bad-colour]: tämä ei ole väri: vihreä. Väri kirjoitetaan #00695C
 --> profile.ron:7:13
  |
7 |     accent: "vihreä",
  |             ^^^^^^^^

"#,
    },
    Case {
        name: "a form with a taken name",
        lang: "en",
        edits: &[Edit::Change("profile.ron", r#""genitive""#, r#""title""#)],
        expected: r#"error[bad-form]: this name of a form will not do: title
 --> profile.ron:6:13
  |
6 |     forms: {"title": {"fi": "Malli Oy:n", "en": "Model Ltd's"}},
  |             ^^^^^^^

"#,
    },
    Case {
        name: "an unknown identifier kind",
        lang: "fi",
        edits: &[Edit::Change("profile.ron", "identifier: none", "identifier: tax_numbers")],
        expected: r"virhe[unknown-kind]: kohdassa `identifier` ei voi olla `tax_numbers`
 --> profile.ron:8:17
  |
8 |     identifier: tax_numbers,
  |                 ^^^^^^^^^^^
  = vihje: tarkoititko `tax_number`?

",
    },
    Case {
        name: "a test that draws more than there is",
        lang: "fi",
        edits: &[Edit::Change("course.ron", "draw: 2", "draw: 20")],
        expected: r"virhe[draw]: loppukokeeseen arvotaan 20 kysymystä, mutta koekysymyksiä on 2
  --> course.ron:12:24
   |
12 |     final_test: (draw: 20, pass_percent: 80, attempts: 2, minutes: 5, at_least_per_theme: 1),
   |                        ^^
   = vihje: kirjoita lisää koekysymyksiä tai arvo vähemmän

",
    },
    Case {
        name: "a test that cannot take enough of each theme",
        lang: "en",
        edits: &[Edit::Change("course.ron", "at_least_per_theme: 1", "at_least_per_theme: 2")],
        expected: r"error[at-least-per-theme]: 2 questions from each of 2 themes are more than the 2 drawn
  --> course.ron:12:90
   |
12 |     final_test: (draw: 2, pass_percent: 80, attempts: 2, minutes: 5, at_least_per_theme: 2),
   |                                                                                          ^
   = hint: lower at_least_per_theme or write more test questions

error[at-least-per-theme]: a theme has 1 test question, but at least 2 are drawn from each: ovella
  --> course.ron:12:90
   |
12 |     final_test: (draw: 2, pass_percent: 80, attempts: 2, minutes: 5, at_least_per_theme: 2),
   |                                                                                          ^
   = hint: lower at_least_per_theme or write more test questions

error[at-least-per-theme]: a theme has 1 test question, but at least 2 are drawn from each: palaute
  --> course.ron:12:90
   |
12 |     final_test: (draw: 2, pass_percent: 80, attempts: 2, minutes: 5, at_least_per_theme: 2),
   |                                                                                          ^
   = hint: lower at_least_per_theme or write more test questions

",
    },
    Case {
        name: "a pass mark over a hundred",
        lang: "fi",
        edits: &[Edit::Change("course.ron", "pass_percent: 80", "pass_percent: 101")],
        expected: r"virhe[number-range]: `pass_percent` on 101, sallittu väli on 1–100
  --> course.ron:12:41
   |
12 |     final_test: (draw: 2, pass_percent: 101, attempts: 2, minutes: 5, at_least_per_theme: 1),
   |                                         ^^^

",
    },
    Case {
        name: "an induction too short and without breaks",
        lang: "fi",
        edits: &[Edit::Change("course.ron", "kind: training", "kind: induction")],
        expected: r"virhe[induction-minutes]: perehdytyksen suunniteltu kesto on 30 min, sen pitää olla 180–240 min
 --> course.ron:5:11
  |
5 |     kind: induction,
  |           ^^^^^^^^^
  = vihje: mukaan lasketaan vaiheet, tauot, loppukoe ja palaute, mutta ei haaroja; jos kurssi ei ole perehdytys, sen laji on training

virhe[induction-breaks]: perehdytyksessä on 1 tauko, niitä pitää olla ainakin 2
 --> course.ron:5:11
  |
5 |     kind: induction,
  |           ^^^^^^^^^
  = vihje: lisää vaihe break( … )

",
    },
    Case {
        name: "a theme that asks nothing",
        lang: "en",
        edits: &[
            Edit::Change(
                "course.ron",
                r#"themes: ["ovella.ron", "palaute.ron"]"#,
                r#"themes: ["ovella.ron", "palaute.ron", "tyhja.ron"]"#,
            ),
            Edit::Add(
                "tyhja.ron",
                r#"(
    id: "tyhja",
    revision: 1,
    title: {"fi": "Tyhjä", "en": "Empty"},
    takeaway: {"fi": "Ei mitään.", "en": "Nothing."},
    steps: [break(id: "ty-tauko", minutes: 5, title: {"fi": "Tauko", "en": "Break"})],
)
"#,
            ),
        ],
        expected: r#"warning[no-question]: nothing is asked in this theme
 --> tyhja.ron:2:9
  |
2 |     id: "tyhja",
  |         ^^^^^^^
  = hint: add a scenario, statement or test question on the theme's main point

"#,
    },
    Case {
        name: "a theme file listed twice",
        lang: "fi",
        edits: &[Edit::Change("course.ron", r#""palaute.ron"]"#, r#""palaute.ron", "ovella.ron"]"#)],
        expected: r#"virhe[duplicate-file]: sama tiedosto on luettelossa kahdesti: ovella.ron
  --> course.ron:11:43
   |
11 |     themes: ["ovella.ron", "palaute.ron", "ovella.ron"],
   |                                           ^^^^^^^^^^^^

"#,
    },
    Case {
        name: "a theme file that is not there",
        lang: "en",
        edits: &[Edit::Change("course.ron", r#""palaute.ron"]"#, r#""palautteet.ron"]"#)],
        expected: r#"error[file-missing]: there is no such file: palautteet.ron
  --> course.ron:11:28
   |
11 |     themes: ["ovella.ron", "palautteet.ron"],
   |                            ^^^^^^^^^^^^^^^^

"#,
    },
    Case {
        name: "no languages",
        lang: "fi",
        edits: &[Edit::Change("course.ron", r#"languages: ["fi", "en"]"#, "languages: []")],
        expected: r"virhe[empty-list]: luettelo `languages` on tyhjä
 --> course.ron:7:16
  |
7 |     languages: [],
  |                ^^

",
    },
];
