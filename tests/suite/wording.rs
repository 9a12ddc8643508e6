//! Every message is worded in every language, with exactly its arguments, and none is unused.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use perehdytin::i18n::Arg;
use perehdytin::i18n::Lang;
use perehdytin::i18n::Message;
use perehdytin::i18n::messages::DECLARED;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The messages of one wording file: id → text, continuation lines included.
fn wording(lang: Lang, area: &str) -> BTreeMap<String, String> {
    let path = root().join(format!("assets/i18n/{}/{area}.ftl", lang.tag()));
    let text = fs::read_to_string(&path).unwrap();
    let mut found: BTreeMap<String, String> = BTreeMap::new();
    let mut current: Option<String> = None;
    for line in text.lines() {
        if line.starts_with('#') || line.is_empty() {
            continue;
        }
        if line.starts_with([' ', '}']) {
            let id = current.as_ref().unwrap_or_else(|| panic!("{}: text before a message: {line}", path.display()));
            let known = found.get_mut(id).unwrap();
            known.push('\n');
            known.push_str(line);
        } else {
            let (id, text) =
                line.split_once('=').unwrap_or_else(|| panic!("{}: not a message: {line}", path.display()));
            let id = id.trim().to_owned();
            assert!(found.insert(id.clone(), text.trim().to_owned()).is_none(), "{}: {id} twice", path.display());
            current = Some(id);
        }
    }
    found
}

/// The names of the variables a text uses.
fn variables(text: &str) -> BTreeSet<String> {
    text.split('$')
        .skip(1)
        .map(|rest| rest.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_' || *c == '-').collect())
        .collect()
}

#[test]
fn every_declared_message_is_worded_in_every_language_with_its_arguments() {
    for (area, declared) in DECLARED {
        for lang in Lang::ALL {
            let wording = wording(lang, area);
            for message in *declared {
                let text = wording
                    .get(message.id)
                    .unwrap_or_else(|| panic!("{} has no wording for {} ({area})", lang.tag(), message.id));
                let declared: BTreeSet<String> = message.args.iter().map(|&arg| arg.to_owned()).collect();
                let used = variables(text);
                assert!(
                    used.is_subset(&declared),
                    "{} in {}: uses {used:?}, declared {declared:?}",
                    message.id,
                    lang.tag()
                );
            }
            let known: BTreeSet<&str> = declared.iter().map(|message| message.id).collect();
            for id in wording.keys() {
                assert!(known.contains(id.as_str()), "{id} is worded in {} but not declared ({area})", lang.tag());
            }
        }
    }
}

#[test]
fn every_argument_is_used_by_some_language() {
    for (area, declared) in DECLARED {
        let wordings: Vec<_> = Lang::ALL.into_iter().map(|lang| wording(lang, area)).collect();
        for message in *declared {
            for arg in message.args {
                assert!(
                    wordings.iter().any(|wording| variables(&wording[message.id]).contains(*arg)),
                    "{}: no language uses the argument {arg}",
                    message.id
                );
            }
        }
    }
}

#[test]
fn every_message_formats_without_leaving_a_hole() {
    for (_, declared) in DECLARED {
        for message in *declared {
            for lang in Lang::ALL {
                for number in [0_i64, 1, 2, 5] {
                    let args = message.args.iter().map(|&name| (name, Arg::Number(number))).collect();
                    let text = Message { id: message.id, args }.text(lang);
                    assert!(!text.is_empty() && text != message.id, "{} in {} is empty", message.id, lang.tag());
                    assert!(!text.contains("{$") && !text.contains("{ $"), "{}: {text}", message.id);
                }
            }
        }
    }
}

#[test]
fn no_message_is_unused() {
    fn gather(folder: &Path, text: &mut String) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && path.file_name().unwrap() != "messages" {
                gather(&path, text);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                text.push_str(&fs::read_to_string(&path).unwrap());
            }
        }
    }
    // The page on the phones asks for its words by the same names.
    let mut sources = fs::read_to_string(root().join("assets/room/page.js")).unwrap();
    gather(&root().join("src"), &mut sources);
    let words: BTreeSet<&str> = sources.split(|c: char| !(c.is_alphanumeric() || c == '_')).collect();
    for (area, declared) in DECLARED {
        for message in *declared {
            assert!(words.contains(message.function), "{area}::{} is declared but never used", message.function);
        }
    }
}

#[test]
fn identifiers_carry_their_area_and_stand_once() {
    let mut seen = BTreeSet::new();
    for (area, declared) in DECLARED {
        for message in *declared {
            assert!(message.id.starts_with(&format!("{area}-")), "{} does not begin with {area}-", message.id);
            assert!(seen.insert(message.id), "{} is declared twice", message.id);
        }
    }
}
