//! The command line speaks the language that was asked for: help, and what it says of wrong use.

use std::ffi::OsString;

use perehdytin::cli;
use perehdytin::cli::Outcome;

const COMMANDS: [&[&str]; 8] =
    [&[], &["preview"], &["check"], &["rehearse"], &["verify"], &["paper"], &["records"], &["countersign"]];

/// Words of clap, and of our own English, that a Finn must not meet.
const ENGLISH: [&str; 24] = [
    "Usage",
    "Options",
    "OPTIONS",
    "Commands",
    "COMMAND",
    "Arguments",
    "Print",
    "Show",
    "error:",
    "tip:",
    "default",
    "possible",
    "value",
    "required",
    "unexpected",
    "invalid",
    "Unknown",
    "Missing",
    "Folder",
    "FILE",
    "DIR",
    " the ",
    " and ",
    " with ",
];

fn told(words: &[&str]) -> Outcome {
    cli::run(std::iter::once("perehdytin").chain(words.iter().copied()).map(OsString::from))
}

#[track_caller]
fn is_finnish(text: &str) {
    // `--lang en` and the like are typed as they are in every language.
    for english in ENGLISH {
        assert!(!text.contains(english), "\"{english}\" stands in:\n{text}");
    }
}

#[test]
fn help_is_in_the_language_asked_for_with_every_command() {
    for command in COMMANDS {
        for flag in ["--help", "-h"] {
            let finnish = told(&[command, &["--lang", "fi", flag]].concat());
            assert_eq!((finnish.exit, finnish.stderr.as_str()), (0, ""));
            is_finnish(&finnish.stdout);
            assert!(finnish.stdout.contains("Käyttö: perehdytin"), "{}", finnish.stdout);
            assert!(finnish.stdout.contains("Valinnat:"), "{}", finnish.stdout);
            assert!(finnish.stdout.contains("Näyttää tämän ohjeen"), "{}", finnish.stdout);
            assert!(finnish.stdout.contains("--data-dir <KANSIO>"), "{}", finnish.stdout);

            let english = told(&[command, &[flag, "--lang=en"]].concat());
            assert_eq!((english.exit, english.stderr.as_str()), (0, ""));
            assert!(english.stdout.contains("Usage: perehdytin"), "{}", english.stdout);
            assert!(english.stdout.contains("Show this help"), "{}", english.stdout);
            assert!(!english.stdout.contains(['ä', 'ö']), "{}", english.stdout);
            assert_eq!(english.stdout.matches("--").count(), finnish.stdout.matches("--").count());
        }
    }
}

#[test]
fn help_lists_every_command_with_what_it_does() {
    let help = told(&["--lang", "fi", "--help"]).stdout;
    for command in COMMANDS.into_iter().flatten() {
        let line = help.lines().find(|line| line.trim_start().starts_with(command));
        assert!(line.is_some_and(|line| line.trim().len() > command.len() + 10), "{command} in:\n{help}");
    }
}

#[test]
fn choices_defaults_and_the_longer_description_are_told() {
    let paper = told(&["paper", "--lang", "fi", "--help"]).stdout;
    assert!(paper.contains("[vaihtoehdot: handout, pocket-guide"), "{paper}");
    assert!(paper.contains("[oletus: 1]"), "{paper}");
    let rehearse = told(&["rehearse", "--lang", "fi", "--help"]).stdout;
    assert!(rehearse.contains("kertakäyttöisellä"), "{rehearse}");
}

#[test]
fn wrong_use_is_answered_in_the_language_asked_for() {
    let cases: &[(&[&str], &str, &str)] = &[
        (&["tarkista"], "Tuntematon komento: tarkista\n", "Unknown command: tarkista\n"),
        (&["verfy"], "Tarkoititko: verify\n", "Did you mean: verify\n"),
        (&["check"], "Puuttuu: <KURSSI>...\n", "Missing: <PACK>...\n"),
        (&["check"], "Käyttö: perehdytin check", "Usage: perehdytin check"),
        (&["paper", "handout", "x"], "Puuttuu: --out <TIEDOSTO>\n", "Missing: --out <FILE>\n"),
        (&["check", "x", "--formaat", "json"], "Tarkoititko: --format\n", "Did you mean: --format\n"),
        (&["check", "x", "--strict"], "liikaa sanoja: --strict\n", "word too many: --strict\n"),
        (
            &["check", "x", "--format", "yaml"],
            "Arvo ”yaml” ei kelpaa kohtaan --format <MUOTO>. Vaihtoehdot: text, json\n",
            "“yaml” will not do for --format <FORMAT>. Choose one of: text, json\n",
        ),
        (&["check", "x", "--format"], "Arvo puuttuu: --format <MUOTO>\n", "A value is missing: --format <FORMAT>\n"),
        (
            &["rehearse", "x", "--out", "y", "--participants", "5000"],
            "Arvo ”5000” ei kelpaa kohtaan --participants <N>. Osallistujien määrä, 1–1000",
            "“5000” will not do for --participants <N>. How many people take part, 1 to 1000",
        ),
        (
            &["paper", "handout", "x", "--out", "a", "--out", "b"],
            "Annettu kahdesti: --out <TIEDOSTO>\n",
            "Given twice: --out <FILE>\n",
        ),
        (&["preview", "x", "y"], "liikaa sanoja: y\n", "word too many: y\n"),
    ];
    for (words, finnish, english) in cases {
        for (lang, expected) in [("fi", finnish), ("en", english)] {
            let outcome = told(&[&["--lang", lang], *words].concat());
            assert_eq!((outcome.exit, outcome.stdout.as_str()), (2, ""), "{words:?}");
            assert!(outcome.stderr.contains(expected), "{words:?}: {}", outcome.stderr);
            assert!(outcome.stderr.contains("--help"), "{}", outcome.stderr);
            if lang == "fi" {
                is_finnish(&outcome.stderr);
            }
        }
    }
}

#[test]
fn a_language_nobody_speaks_is_refused_in_a_language_somebody_does() {
    let outcome = told(&["--lang", "sv", "--help"]);
    assert_eq!(outcome.exit, 2);
    assert!(outcome.stderr.contains("sv") && outcome.stderr.contains("fi, en"), "{}", outcome.stderr);
}

#[test]
fn the_version_is_told() {
    assert_eq!(told(&["--version"]), Outcome::fine(concat!("perehdytin ", env!("CARGO_PKG_VERSION"), "\n")));
}
