//! Broken packs: slides, pictures and placeholders.

use super::Case;
use crate::pack_builder::Edit;

pub(super) const CASES: &[Case] = &[
    Case {
        name: "a title too long for a slide",
        lang: "fi",
        edits: &[Edit::Change(
            "ovella.ron",
            r#""fi": "Nimi kerrotaan ensin""#,
            r#""fi": "Nimi kerrotaan aina ensin ja vasta sen jälkeen se asia, jota varten olet tullut asiakkaan ovelle asti""#,
        )],
        expected: r#"virhe[too-long]: kentässä `title` on 101 merkkiä (fi), raja on 90
  --> ovella.ron:10:27
   |
10 |             title: {"fi": "Nimi kerrotaan aina ensin ja vasta sen jälkeen se asia, jota varten o…
   |                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   = vihje: lyhennä: sano pääasia ja siirrä loput muistiinpanoihin

"#,
    },
    Case {
        name: "too many words on a slide",
        lang: "en",
        edits: &[Edit::Change(
            "ovella.ron",
            r#""en": "She is angry.""#,
            r#""en": "She is very angry today. She is very angry today. She is very angry today. She is very angry today. She is very angry today. She is very angry today. She is very angry today. She is very angry today. She is very angry today. Really.""#,
        )],
        expected: r"error[too-long]: the slide has 46 words (en), the limit is 45
  --> ovella.ron:47:9
   |
47 |         slide(
   |         ^^^^^
   = hint: move some to the notes or split the slide; 35 words is the aim

",
    },
    Case {
        name: "a takeaway too long to take along",
        lang: "fi",
        edits: &[Edit::Change(
            "ovella.ron",
            r#""fi": "Kerro, kuka olet.""#,
            r#""fi": "Kerro aina kuka olet ja mitä teet. Kerro aina kuka olet ja mitä teet. Kerro aina kuka olet ja mitä teet. ""#,
        )],
        expected: r#"virhe[too-long]: kentässä `takeaway` on 21 sanaa (fi), raja on 20
 --> ovella.ron:5:22
  |
5 |     takeaway: {"fi": "Kerro aina kuka olet ja mitä teet. Kerro aina kuka olet ja mitä teet. Kerr…
  |                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = vihje: lyhennä: sano pääasia ja siirrä loput muistiinpanoihin

"#,
    },
    Case {
        name: "too many bullets",
        lang: "en",
        edits: &[Edit::Change(
            "ovella.ron",
            r#"bullets([{"fi": "Sano nimesi", "en": "Say your name"}, "#,
            r#"bullets([{"fi": "Sano 0", "en": "Say 0"}, {"fi": "Sano 1", "en": "Say 1"}, {"fi": "Sano 2", "en": "Say 2"}, {"fi": "Sano 3", "en": "Say 3"}, {"fi": "Sano 4", "en": "Say 4"}, {"fi": "Sano 5", "en": "Say 5"}, "#,
        )],
        expected: r#"error[too-many-bullets]: the list has 7 items, the limit is 6
  --> ovella.ron:12:25
   |
12 |                 bullets([{"fi": "Sano 0", "en": "Say 0"}, {"fi": "Sano 1", "en": "Say 1"}, {"fi"…
   |                         ^
   = hint: join items or split the slide

"#,
    },
    Case {
        name: "a table row with a cell too few",
        lang: "fi",
        edits: &[Edit::Change(
            "ovella.ron",
            "blocks: [paragraph(",
            r#"blocks: [table(header: [{"fi": "A", "en": "A"}, {"fi": "B", "en": "B"}], rows: [[{"fi": "1", "en": "1"}]]), paragraph("#,
        )],
        expected: r#"virhe[table-row]: rivillä on 1 solu, otsikkorivillä 2
  --> ovella.ron:52:93
   |
52 | …{"fi": "B", "en": "B"}], rows: [[{"fi": "1", "en": "1"}]]), paragraph({"fi": "Hän on vihainen.",…
   |                                  ^

"#,
    },
    Case {
        name: "a table without rows",
        lang: "fi",
        edits: &[Edit::Change(
            "ovella.ron",
            "blocks: [paragraph(",
            r#"blocks: [table(header: [{"fi": "A", "en": "A"}], rows: []), paragraph("#,
        )],
        expected: r#"virhe[empty-list]: luettelo `rows` on tyhjä
  --> ovella.ron:52:68
   |
52 | …[{"fi": "A", "en": "A"}], rows: []), paragraph({"fi": "Hän on vihainen.", "en": "She is angry."}…
   |                                  ^^

"#,
    },
    Case {
        name: "promises of nothing",
        lang: "en",
        edits: &[Edit::Change("ovella.ron", r#"promises(["outage_notice"])"#, "promises([])")],
        expected: r"error[empty-list]: the list `promises` is empty
  --> ovella.ron:13:26
   |
13 |                 promises([]),
   |                          ^^

",
    },
    Case {
        name: "columns within columns",
        lang: "en",
        edits: &[Edit::Change(
            "ovella.ron",
            "blocks: [paragraph(",
            "blocks: [columns(left: [columns(left: [], right: [])], right: []), paragraph(",
        )],
        expected: r#"error[nested-columns]: columns cannot stand within columns
  --> ovella.ron:52:37
   |
52 |             blocks: [columns(left: [columns(left: [], right: [])], right: []), paragraph({"fi": …
   |                                     ^^^^^^^

"#,
    },
    Case {
        name: "a picture that is not there",
        lang: "fi",
        edits: &[Edit::Change("ovella.ron", "media/kuva.svg", "media/ovi.svg")],
        expected: r#"virhe[file-missing]: tiedostoa ei ole: media/ovi.svg
  --> ovella.ron:14:31
   |
14 |                 picture(file: "media/ovi.svg", alt: {"fi": "Ovi", "en": "A door"}),
   |                               ^^^^^^^^^^^^^^^

"#,
    },
    Case {
        name: "a picture of an unknown kind",
        lang: "en",
        edits: &[Edit::Change("ovella.ron", "media/kuva.svg", "course.ron")],
        expected: r#"error[picture-kind]: a picture must be an SVG, PNG or JPEG file: course.ron
  --> ovella.ron:14:31
   |
14 |                 picture(file: "course.ron", alt: {"fi": "Ovi", "en": "A door"}),
   |                               ^^^^^^^^^^^^
   = hint: its name ends in .svg, .png, .jpg or .jpeg

"#,
    },
    Case {
        name: "an unknown placeholder",
        lang: "fi",
        edits: &[Edit::Change("ovella.ron", "{promise.outage_notice} ennen", "{promise.outage_notise} ennen")],
        expected: r#"virhe[unknown-placeholder]: profiili ei tunne merkintää {promise.outage_notise}
  --> ovella.ron:16:43
   |
16 |             notes: {"fi": "Ilmoitus tulee {promise.outage_notise} ennen.", "en": "Notice comes {…
   |                                           ^^^^^^^^^^^^^^^^^^^^^^^
   = vihje: tarkoititko `{promise.outage_notice}`?

"#,
    },
    Case {
        name: "a placeholder without any likeness",
        lang: "en",
        edits: &[Edit::Change("ovella.ron", "{promise.outage_notice} ahead", "{weather} ahead")],
        expected: r#"error[unknown-placeholder]: the profile does not know {weather}
  --> ovella.ron:16:96
   |
16 | …e} ennen.", "en": "Notice comes {weather} ahead."},
   |                                  ^^^^^^^^^
   = hint: add the value to the profile or fix the placeholder

"#,
    },
    Case {
        name: "a lone brace",
        lang: "fi",
        edits: &[Edit::Change("ovella.ron", "Kirjaa muistiin.", "Kirjaa {muistiin.")],
        expected: r#"virhe[brace]: yksinäinen aaltosulku {
  --> ovella.ron:61:35
   |
61 |             notes: {"fi": "Kirjaa {muistiin.", "en": "Write it down."},
   |                                   ^
   = vihje: profiilin arvo kirjoitetaan {promise.tunnus}, aaltosulku itse kahdennettuna: {{

"#,
    },
    Case {
        name: "an unknown promise",
        lang: "fi",
        edits: &[Edit::Change("ovella.ron", r#"promises(["outage_notice"])"#, r#"promises(["outage_notices"])"#)],
        expected: r#"virhe[unknown-promise]: profiilissa ei ole lupausta outage_notices
  --> ovella.ron:13:27
   |
13 |                 promises(["outage_notices"]),
   |                           ^^^^^^^^^^^^^^^^
   = vihje: tarkoititko `outage_notice`?

"#,
    },
];
