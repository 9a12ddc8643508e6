//! Packs of strangers who mean no good: each ends quickly with a clear error.

use std::time::Duration;
use std::time::Instant;

use perehdytin::i18n::Lang;
use proptest::prelude::*;

use crate::pack_builder::TestPack;

/// How long the check of a hostile pack may take, in a debug build on a busy machine; anything quadratic in two
/// megabytes takes far longer.
const PATIENCE: Duration = Duration::from_secs(20);

/// Checks that the pack is refused with a finding `code` whose words hold `words`, and quickly.
#[track_caller]
fn refused(pack: &TestPack, code: &str, words: &str) {
    let start = Instant::now();
    let Err(report) = pack.load() else { panic!("a hostile pack was loaded") };
    let took = start.elapsed();
    let told = report.diagnostics.iter().filter(|one| one.code == code).any(|one| one.text(Lang::En).contains(words));
    assert!(told, "no {code} with {words:?} in:\n{}", report.text(Lang::En));
    assert!(took < PATIENCE, "took {took:?}");
    // What is shown of a hostile file stays small and cannot steer a terminal.
    let text = report.text(Lang::Fi);
    assert!(text.len() < 500_000, "{} bytes of findings", text.len());
    assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "control characters in {text:?}");
}

#[track_caller]
fn refused_picture(name: &str, bytes: impl AsRef<[u8]>, code: &str, words: &str) {
    let pack = TestPack::good();
    pack.put(&format!("media/{name}"), bytes).change("ovella.ron", "media/kuva.svg", &format!("media/{name}"));
    refused(&pack, code, words);
}

/// The beginning of a PNG of this size, with an end but no pixels.
fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    bytes.extend(width.to_be_bytes());
    bytes.extend(height.to_be_bytes());
    bytes.extend(b"\x08\x06\0\0\0\0\0\0\0\0\0\0\0IEND\xae\x42\x60\x82");
    bytes
}

/// The beginning of a JPEG of this size.
fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc0\0\x11\x08".to_vec();
    bytes.extend(height.to_be_bytes());
    bytes.extend(width.to_be_bytes());
    bytes.extend(b"\x03\x01\x22\0\x02\x11\x01\x03\x11\x01\xff\xd9");
    bytes
}

fn svg(inside: &str) -> String {
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\"10\" height=\"10\">{inside}</svg>"
    )
}

#[test]
fn a_path_out_of_the_folder_is_refused() {
    let pack = TestPack::good();
    pack.change("course.ron", "\"palaute.ron\"", "\"../palaute.ron\"");
    refused(&pack, "path-leaves", "the path leaves the pack's folder: ../palaute.ron");
    let pack = TestPack::good();
    pack.change("ovella.ron", "media/kuva.svg", "media/../../kuva.svg");
    refused(&pack, "path-leaves", "media/../../kuva.svg");
    let pack = TestPack::good();
    pack.change("ovella.ron", "media/kuva.svg", "..\\\\kuva.svg");
    refused(&pack, "path-leaves", "..\\kuva.svg");
}

#[test]
fn an_absolute_path_is_refused() {
    for path in ["/etc/passwd", "C:/Windows/win.ini", "\\\\\\\\server\\\\share"] {
        let pack = TestPack::good();
        pack.change("course.ron", "profile.ron", path);
        refused(&pack, "path-absolute", "a path may not begin at the root of a disk");
    }
}

#[test]
fn a_path_that_some_system_could_not_store_is_refused() {
    for path in ["media//kuva.svg", "./kuva.svg", "media/kuva.svg ", "media/ku:va.svg", "media/\\u{1b}[2Jkuva.svg"] {
        let pack = TestPack::good();
        pack.change("ovella.ron", "media/kuva.svg", path);
        refused(&pack, "path-form", "cannot be used on every computer");
    }
}

#[cfg(unix)]
#[test]
fn a_symbolic_link_is_refused_wherever_it_leads() {
    let pack = TestPack::good();
    std::fs::remove_file(pack.path("palaute.ron")).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", pack.path("palaute.ron")).unwrap();
    refused(&pack, "path-link", "a pack may not hold symbolic links: palaute.ron");

    let pack = TestPack::good();
    std::os::unix::fs::symlink("ovella.ron", pack.path("media/unused.ron")).unwrap();
    refused(&pack, "path-link", "media/unused.ron");

    let pack = TestPack::good();
    let elsewhere = TestPack::good();
    std::fs::rename(pack.path("media"), pack.path("old")).unwrap();
    std::os::unix::fs::symlink(elsewhere.path("media"), pack.path("media")).unwrap();
    refused(&pack, "path-link", "a pack may not hold symbolic links: media");
}

#[cfg(unix)]
#[test]
fn a_pipe_does_not_make_the_check_wait() {
    for name in ["palaute.ron", "media/kuva.svg", "course.ron"] {
        let pack = TestPack::good();
        std::fs::remove_file(pack.path(name)).unwrap();
        rustix::fs::mkfifoat(rustix::fs::CWD, pack.path(name), rustix::fs::Mode::RUSR).unwrap();
        refused(&pack, "file-kind", "this is not a regular file");
    }
}

#[test]
fn a_folder_in_a_files_place_is_refused() {
    let pack = TestPack::good();
    std::fs::create_dir(pack.path("kansio.ron")).unwrap();
    pack.change("course.ron", "palaute.ron", "kansio.ron");
    refused(&pack, "file-kind", "kansio.ron");
}

#[test]
fn a_file_of_a_gigabyte_is_not_read() {
    for name in ["course.ron", "palaute.ron", "media/kuva.svg"] {
        let pack = TestPack::good();
        let file = std::fs::File::create(pack.path(name)).unwrap();
        file.set_len(1 << 30).unwrap();
        refused(&pack, "file-too-large", "the file is too large, the limit is");
    }
}

#[test]
fn nesting_thousands_deep_is_refused() {
    for (open, close) in [("[", "]"), ("(", ")"), ("{", "}"), ("(a: ", ")"), ("paragraph(", ")")] {
        let pack = TestPack::good();
        pack.put("palaute.ron", format!("{}{}", open.repeat(100_000), close.repeat(100_000)));
        refused(&pack, "too-deep", "values may nest 128 levels deep");
    }
    let pack = TestPack::good();
    pack.put("palaute.ron", "/*".repeat(100_000));
    refused(&pack, "syntax", "never ends");
}

#[test]
fn bytes_that_are_no_text_are_refused() {
    let pack = TestPack::good();
    pack.put("palaute.ron", b"(\n    id: \"\xff\xfe\",\n)\n");
    refused(&pack, "not-utf8", "the file is not UTF-8 text: line 2, byte 11");
}

#[test]
fn files_that_are_not_ron_at_all_are_refused() {
    for text in ["Hei vaan, tämä on muistio.\n", "# Otsikko\n", "<html></html>\n", "%PDF-1.7\n", "= x\n", "- a\n"] {
        let pack = TestPack::good();
        pack.put("palaute.ron", text);
        refused(&pack, "not-ron", "this is not a RON file");
    }
    for text in ["", " \n", "// vain huomautus\n"] {
        let pack = TestPack::good();
        pack.put("palaute.ron", text);
        refused(&pack, "not-ron", "the file is empty");
    }
}

#[test]
fn json_in_rons_place_is_told_by_its_type() {
    let pack = TestPack::good();
    pack.put("palaute.ron", "{\"id\": \"palaute\"}");
    refused(&pack, "wrong-type", "`theme` takes a struct ( … ), here is a map");
}

#[test]
fn a_picture_that_unpacks_to_gigabytes_is_not_unpacked() {
    refused_picture("a.png", png(60_000, 60_000), "picture-too-large", "60000 × 60000");
    refused_picture("b.png", png(8_000, 8_000), "picture-too-large", "8000 × 8000");
    refused_picture("c.jpg", jpeg(60_000, 60_000), "picture-too-large", "60000 × 60000");
}

#[test]
fn a_broken_picture_is_refused() {
    refused_picture("a.png", png(0, 10), "picture-broken", "media/a.png");
    refused_picture("b.png", &png(10, 10)[..30], "picture-broken", "media/b.png");
    refused_picture("c.png", jpeg(10, 10), "picture-broken", "media/c.png");
    refused_picture("d.jpg", b"\xff\xd8\xff\xd9", "picture-broken", "media/d.jpg");
    refused_picture("e.svg", "<svg", "picture-broken", "media/e.svg");
    refused_picture("f.svg", b"\x1f\x8b\x08\0", "picture-broken", "media/f.svg");
    refused_picture("g.svg", "<html/>", "picture-broken", "media/g.svg");
}

#[test]
fn a_picture_that_is_all_length_is_refused() {
    refused_picture("a.png", png(8_000, 10), "picture-shape", "8000 × 10");
    let strip =
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1e30\"><rect width=\"1\" height=\"1\"/></svg>";
    refused_picture("b.svg", strip, "picture-shape", "media/b.svg");
}

#[test]
fn pictures_of_all_kinds_are_read_by_their_headers() {
    let files: [(&str, Vec<u8>); 3] =
        [("a.png", png(40, 20)), ("b.jpg", jpeg(40, 20)), ("c.svg", svg("<circle r=\"2\"/>").into_bytes())];
    for (name, bytes) in files {
        let pack = TestPack::good();
        pack.put(&format!("media/{name}"), bytes).change("ovella.ron", "media/kuva.svg", &format!("media/{name}"));
        assert_eq!(pack.says(Lang::En), "");
    }
}

#[test]
fn entities_in_an_svg_are_not_unfolded() {
    let entities: Vec<String> =
        (1..10).map(|level| format!("<!ENTITY e{level} \"{}\">", format!("&e{};", level - 1).repeat(10))).collect();
    let bomb = format!(
        "<!DOCTYPE svg [<!ENTITY e0 \"ha\">{}]><svg xmlns=\"http://www.w3.org/2000/svg\"><text>&e9;</text></svg>",
        entities.concat()
    );
    refused_picture("a.svg", bomb, "svg-entities", "DOCTYPE");
}

#[test]
fn an_svg_that_uses_itself_over_and_over_is_not_unfolded() {
    let layers: Vec<String> = (1..12)
        .map(|layer| format!("<g id=\"l{layer}\">{}</g>", format!("<use xlink:href=\"#l{}\"/>", layer - 1).repeat(10)))
        .collect();
    let layers = layers.concat();
    let bomb =
        svg(&format!("<defs><rect id=\"l0\" width=\"1\" height=\"1\"/>{layers}</defs><use xlink:href=\"#l11\"/>"));
    refused_picture("a.svg", bomb, "svg-complex", "too complex");
    refused_picture("b.svg", svg("<g id=\"a\"><use xlink:href=\"#a\"/></g>"), "svg-complex", "refers to itself");
    refused_picture("c.svg", svg(&"<g>".repeat(30_000)), "picture-broken", "media/c.svg");
    let deep = svg(&format!("{}{}", "<g>".repeat(40_000), "</g>".repeat(40_000)));
    refused_picture("d.svg", deep, "svg-complex", "too complex");
    refused_picture("e.svg", svg(&"<g/>".repeat(60_000)), "svg-complex", "too complex");
}

#[test]
fn an_svg_that_fetches_or_runs_something_is_refused() {
    for inside in [
        "<image href=\"https://example.com/a.png\"/>",
        "<image href=\"data:image/png;base64,AAAA\"/>",
        "<script>alert(1)</script>",
        "<use href=\"other.svg#a\"/>",
        "<rect fill=\"url(https://example.com/a.svg#b)\"/>",
        "<style>@import url(https://example.com/a.css);</style>",
        "<foreignObject/>",
    ] {
        refused_picture("a.svg", svg(inside), "svg-outside", "from outside the drawing");
    }
}

#[test]
fn any_number_of_mistakes_takes_little_time_and_room() {
    let pack = TestPack::good();
    // One line of two megabytes in which every value is wrong.
    let steps = "slide(id: \"x\"),".repeat(120_000);
    pack.change("palaute.ron", "steps: [", &format!("steps: [{steps}"));
    refused(&pack, "missing-field", "`minutes` is missing");
    assert!(pack.report().suppressed > 1_000);

    let pack = TestPack::good();
    pack.put("palaute.ron", format!("({})", "a a:,".repeat(300_000)));
    refused(&pack, "syntax", "palaute.ron");

    let pack = TestPack::good();
    let fields: Vec<String> = (0..150_000).map(|number| format!("f{number}:1,")).collect();
    pack.change("palaute.ron", "revision: 1,", &format!("revision: 1,{}", fields.concat()));
    refused(&pack, "unknown-field", "unknown field `f0`");

    let pack = TestPack::good();
    pack.put("palaute.ron", format!("({}", "(".repeat(60).repeat(30_000)));
    refused(&pack, "too-deep", "palaute.ron");
}

#[test]
fn words_of_a_stranger_cannot_steer_the_terminal() {
    let pack = TestPack::good();
    pack.change("ovella.ron", "\"Ask for stories.\"", "\"\u{1b}[2J\u{202e}{promise.\u{7}x}\"");
    refused(&pack, "control-character", "invisible control character");
    refused(&pack, "unknown-placeholder", "{promise.\u{fffd}x}");
}

#[test]
fn a_folder_of_countless_files_is_refused() {
    let pack = TestPack::good();
    let mut deep = pack.path("a");
    for _ in 0..12 {
        std::fs::create_dir(&deep).unwrap();
        deep.push("a");
    }
    refused(&pack, "too-many-files", "deeper folders");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_becomes_of_a_file_the_check_ends_and_points_into_it(
        file in prop::sample::select(vec!["course.ron", "profile.ron", "ovella.ron", "palaute.ron", "media/kuva.svg"]),
        changes in prop::collection::vec(
            (any::<prop::sample::Index>(), 0_usize..40, prop::sample::select(vec!["", "\"", "(", ")", "{", "}", "[", "]", ",", ":", "0", "ä", "\n", "id", "\\", "\u{0}", "//", "/*", "-"])),
            1..4,
        ),
    ) {
        let pack = TestPack::good();
        let mut text = std::fs::read_to_string(pack.path(file)).unwrap();
        for (at, removed, put) in changes {
            let chars: Vec<char> = text.chars().collect();
            let at = at.index(chars.len() + 1);
            let end = (at + removed).min(chars.len());
            text = chars[..at].iter().copied().chain(put.chars()).chain(chars[end..].iter().copied()).collect();
        }
        pack.put(file, &text);
        for lang in Lang::ALL {
            prop_assert!(!pack.says(lang).contains("check-"));
        }
        for diagnostic in &pack.report().diagnostics {
            let Some(place) = &diagnostic.place else { continue };
            let source = std::fs::read_to_string(pack.path(&diagnostic.file)).unwrap();
            prop_assert!(place.line <= source.split('\n').count());
            prop_assert!(!place.caret.is_empty());
            prop_assert!(place.caret.start <= place.source_line.chars().count());
        }
    }
}
