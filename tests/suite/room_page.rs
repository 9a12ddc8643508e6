//! The page on the phones: small, of its own house, and with a word for everything it says.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use perehdytin::i18n::Arg;
use perehdytin::i18n::Lang;
use perehdytin::i18n::Message;
use perehdytin::i18n::messages::phone;

/// The most that the whole page may weigh on its way, its words in one language included.
const MOST_BYTES: usize = 50 * 1024;

fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/room").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn weight(text: &str) -> usize {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(text.as_bytes()).unwrap();
    packed.finish().unwrap().len()
}

/// The names by which the page asks for words.
fn asked_for(script: &str) -> BTreeSet<&str> {
    script.split("say('").skip(1).filter_map(|rest| rest.split('\'').next()).collect()
}

#[test]
fn the_whole_page_is_light_enough_for_a_slow_network() {
    let words = |lang| -> String {
        let holes =
            |names: &[&'static str]| names.iter().map(|&name| (name, Arg::Text(format!("{{{name}}}")))).collect();
        phone::DECLARED
            .iter()
            .map(|one| Message { id: one.id, args: holes(one.args) }.text(lang) + one.function)
            .collect()
    };
    let files: usize = ["index.html", "page.css", "page.js", "icon.svg"].map(|name| weight(&file(name))).iter().sum();
    let all = files + Lang::ALL.map(|lang| weight(&words(lang))).iter().sum::<usize>();
    assert!(all <= MOST_BYTES, "the page weighs {all} bytes packed, at most {MOST_BYTES} are allowed");
}

#[test]
fn the_page_and_its_words_ask_for_exactly_each_other() {
    let script = file("page.js");
    let declared: BTreeSet<&str> = phone::DECLARED.iter().map(|one| one.function).collect();
    assert_eq!(asked_for(&script), declared);
}

#[test]
fn the_page_gives_every_word_the_arguments_that_it_names() {
    let script = file("page.js");
    for one in phone::DECLARED {
        for call in script.split(&format!("say('{}'", one.function)).skip(1) {
            let given = call.split_once("})").map_or("", |(given, _)| given);
            for name in one.args {
                assert!(given.contains(name), "say('{}') is called without {name}", one.function);
            }
        }
    }
}

#[test]
fn nothing_of_the_page_comes_from_elsewhere_or_stands_inside_its_markup() {
    let markup = file("index.html");
    assert!(
        !markup.contains("<style")
            && !markup.contains(" style=")
            && !markup.contains("http:")
            && !markup.contains("https:")
    );
    for handler in ["onclick=", "onload=", "onsubmit=", "javascript:"] {
        assert!(!markup.contains(handler), "{handler} does not pass the content security policy");
    }
    assert_eq!(markup.matches("<script").count(), markup.matches("<script src=\"/page.js\"").count());
    let style = file("page.css");
    assert!(!style.contains("url(") && !style.contains("@import"), "the style sheet fetches something");
    let script = file("page.js");
    let addresses: Vec<&str> = script.split("'http").skip(1).filter_map(|rest| rest.split('\'').next()).collect();
    // The name of the SVG vocabulary, the page's own protocol, and the address that a person types.
    let known = ["://www.w3.org/2000/svg", "s:", "://"];
    assert!(addresses.iter().all(|address| known.contains(address)), "{addresses:?}");
    for unsafe_way in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function"] {
        assert!(!script.contains(unsafe_way), "{unsafe_way}: what people write must never become markup");
    }
}

#[test]
fn the_script_keeps_to_what_phones_of_2019_understand() {
    let script = file("page.js");
    for newer in ["?.", " ?? ", "||=", "&&=", "??=", ".replaceAll(", ".at(", "structuredClone", "import(", "static {"] {
        assert!(!script.contains(newer), "{newer} is newer than ES2019");
    }
}
