//! Broken packs: what refers to something else.

use super::Case;
use crate::pack_builder::Edit;

pub(super) const CASES: &[Case] = &[
    Case {
        name: "taught by naming nothing",
        lang: "fi",
        edits: &[Edit::Change("palaute.ron", r#"taught_by: "pa-jarjestys""#, r#"taught_by: "pa-jarestys""#)],
        expected: r#"virhe[taught-by]: `taught_by` viittaa tunnukseen, jota ei ole: pa-jarestys
  --> palaute.ron:13:24
   |
13 |             taught_by: "pa-jarestys",
   |                        ^^^^^^^^^^^^^
   = vihje: tarkoititko `pa-jarjestys`?

"#,
    },
    Case {
        name: "taught by naming a theme",
        lang: "en",
        edits: &[Edit::Change("palaute.ron", r#"taught_by: "pa-jarjestys""#, r#"taught_by: "ovella""#)],
        expected: r#"error[taught-by]: `taught_by` names a theme, not a step: ovella
  --> palaute.ron:13:24
   |
13 |             taught_by: "ovella",
   |                        ^^^^^^^^
   = hint: name the slide or other step that teaches it

"#,
    },
    Case {
        name: "taught by naming a test question",
        lang: "fi",
        edits: &[Edit::Change("palaute.ron", r#"taught_by: "pa-jarjestys""#, r#"taught_by: "pa-t1""#)],
        expected: r#"virhe[taught-by]: `taught_by` viittaa koekysymykseen eikä vaiheeseen: pa-t1
  --> palaute.ron:13:24
   |
13 |             taught_by: "pa-t1",
   |                        ^^^^^^^
   = vihje: kirjoita sen dian tai muun vaiheen tunnus, jossa asia opetetaan

"#,
    },
    Case {
        name: "leads to naming nothing",
        lang: "fi",
        edits: &[
            Edit::Change("ovella.ron", r#"leads_to: "ov-jatko""#, r#"leads_to: "ov-jatka""#),
            Edit::Change(
                "ovella.ron",
                r"            branch_only: true,
",
                "",
            ),
        ],
        expected: r#"virhe[leads-to]: `leads_to` viittaa vaiheeseen, jota ei ole: ov-jatka
  --> ovella.ron:42:31
   |
42 |                     leads_to: "ov-jatka",
   |                               ^^^^^^^^^^
   = vihje: tarkoititko `ov-jatko`?

"#,
    },
    Case {
        name: "leads to naming a step of another theme",
        lang: "en",
        edits: &[
            Edit::Change("ovella.ron", r#"leads_to: "ov-jatko""#, r#"leads_to: "pa-tauko""#),
            Edit::Change(
                "ovella.ron",
                r"            branch_only: true,
",
                "",
            ),
        ],
        expected: r#"error[leads-to]: `leads_to` leads to a step of another theme: pa-tauko
  --> ovella.ron:42:31
   |
42 |                     leads_to: "pa-tauko",
   |                               ^^^^^^^^^^
   = hint: an option can lead only to a step of the same theme

"#,
    },
    Case {
        name: "a branch that no option leads to",
        lang: "fi",
        edits: &[Edit::Change(
            "ovella.ron",
            r#"                    leads_to: "ov-jatko",
"#,
            "",
        )],
        expected: r#"virhe[unreachable]: mikään vaihtoehto ei vie haaraan ov-jatko
  --> ovella.ron:47:17
   |
47 |             id: "ov-jatko",
   |                 ^^^^^^^^^^
   = vihje: lisää jollekin vaihtoehdolle leads_to tai poista branch_only

"#,
    },
    Case {
        name: "a branch that goes round for ever",
        lang: "en",
        edits: &[
            Edit::Change("ovella.ron", r#"leads_to: "ov-jatko""#, r#"leads_to: "ov-lapsi""#),
            Edit::Change("ovella.ron", r#""Work goes on."},"#, r#""Work goes on."}, leads_to: "ov-lapsi","#),
            Edit::Change(
                "ovella.ron",
                r"            branch_only: true,
",
                "",
            ),
        ],
        expected: r#"error[endless]: there is no way out of ov-lapsi: every option leads round in a circle
  --> ovella.ron:19:17
   |
19 |             id: "ov-lapsi",
   |                 ^^^^^^^^^^
   = hint: leave leads_to out of at least one option in the circle

"#,
    },
    Case {
        name: "vote again naming a slide",
        lang: "fi",
        edits: &[Edit::Change("ovella.ron", r#"vote_again: "ov-lapsi""#, r#"vote_again: "ov-nimi""#)],
        expected: r#"virhe[vote-again]: `vote_again` viittaa vaiheeseen, jossa ei vastata mihinkään: ov-nimi
  --> ovella.ron:60:25
   |
60 |             vote_again: "ov-nimi",
   |                         ^^^^^^^^^
   = vihje: kirjoita tämän teeman tilanteen tai kysymyksen tunnus

"#,
    },
    Case {
        name: "vote again naming another theme",
        lang: "en",
        edits: &[Edit::Change("ovella.ron", r#"vote_again: "ov-lapsi""#, r#"vote_again: "pa-vaite""#)],
        expected: r#"error[vote-again]: `vote_again` names a step of another theme: pa-vaite
  --> ovella.ron:60:25
   |
60 |             vote_again: "pa-vaite",
   |                         ^^^^^^^^^^
   = hint: name a scenario or question of this theme

"#,
    },
];
