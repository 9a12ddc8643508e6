//! The README, held to what it says: its links, its snippet and its commands.

use std::path::Path;
use std::process::Command;

use perehdytin::i18n::Lang;
use perehdytin::pack;

use crate::new_session::shipped_course;

fn readme() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap()
}

#[test]
fn every_file_that_it_links_to_is_there() {
    let text = readme();
    let links: Vec<&str> = text.split("](").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    assert!(links.len() >= 3, "{links:?}");
    for link in links.into_iter().filter(|link| !link.starts_with("http")) {
        assert!(Path::new(env!("CARGO_MANIFEST_DIR")).join(link).is_file(), "{link} is missing");
    }
}

#[test]
fn its_smallest_theme_is_sound() {
    let text = readme();
    let theme = text.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a theme");
    let folder = tempfile::tempdir().unwrap();
    let course = r#"(
        format: 1, id: "readme", kind: training, revision: 1, languages: ["fi", "en"],
        title: {"fi": "Ovella", "en": "At the door"}, summary: {"fi": "Ovella.", "en": "At the door."},
        profile: "profile.ron", themes: ["theme.ron"],
    )"#;
    let shipped = shipped_course();
    std::fs::create_dir(folder.path().join("media")).unwrap();
    for (name, text) in [("course.ron", course.as_bytes()), ("theme.ron", theme.as_bytes())] {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    for name in ["profile.ron", "media/logo.svg"] {
        std::fs::copy(shipped.join(name), folder.path().join(name)).unwrap();
    }
    let pack = pack::load(folder.path()).map_err(|report| report.text(Lang::En)).unwrap().pack;
    assert_eq!(pack.themes[0].steps.len(), 2);
}

#[test]
fn every_command_that_it_names_is_one_of_the_programs() {
    let text = readme();
    let mut named = 0;
    for line in text.lines().filter_map(|line| line.strip_prefix("perehdytin ")) {
        let name = line.split_whitespace().next().unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_perehdytin")).args([name, "--help"]).output().unwrap();
        assert!(output.status.success(), "perehdytin {name} is not known");
        named += 1;
    }
    assert!(named >= 3, "the README names {named} commands");
}
