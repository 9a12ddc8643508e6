//! A session in real windows on a virtual display, driven by synthetic keys, from preparing to the written register.
//!
//! A twin of the window without a display tells how many times Tab is pressed to reach a field, and where the signature
//! is drawn: places that a person sees and a test cannot.

use std::path::Path;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use image::Rgb;
use image::RgbImage;
use perehdytin::register::trust::TrustList;
use perehdytin::register::verify;

use crate::display::Display;
use crate::display::Window;
use crate::display::wait_for;
use crate::running::Running;
use crate::ui_desk_support::Desk;

const PATIENCE: Duration = Duration::from_secs(30);
const PASSPHRASE: &str = "kuusi kaunista kaivuria";

/// How often Tab is pressed in the twin until the field called `label` has the keyboard.
fn tabs_to(twin: &mut Desk, label: &str) -> usize {
    for count in 1..60 {
        twin.key(Key::Tab);
        let field = twin.harness.query_by_role_and_label(Role::TextInput, label);
        if field.is_some_and(|field| field.is_focused()) {
            return count;
        }
    }
    panic!("Tab never reaches {label}: {:#?}", twin.texts());
}

/// Share of a picture's points that are dark, such as letters.
fn ink(picture: &RgbImage) -> f64 {
    let dark = picture.pixels().filter(|Rgb(point)| point.iter().all(|&part| part < 90)).count();
    dark as f64 / f64::from(picture.width() * picture.height())
}

/// Waits until a window shows what is asked of it.
#[track_caller]
fn shows(window: &Window<'_>, what: &str, is_so: impl Fn(&RgbImage) -> bool) -> RgbImage {
    let picture = wait_for(PATIENCE, || Some(window.picture()).filter(&is_so));
    picture.unwrap_or_else(|| {
        let path = std::env::temp_dir().join("perehdytin-real-window.png");
        window.picture().save(&path).unwrap_or_default();
        panic!("the window never showed {what}; it shows {}", path.display())
    })
}

/// Letters on a light ground, neither empty nor black.
fn has_words(picture: &RgbImage) -> bool {
    (0.001..0.4).contains(&ink(picture))
}

fn is_black(picture: &RgbImage) -> bool {
    picture.pixels().all(|Rgb(point)| point.iter().all(|&part| part < 8))
}

fn tabs(window: &Window<'_>, count: usize) {
    window.keys(&vec!["Tab"; count]);
}

#[test]
#[expect(clippy::too_many_lines, reason = "one session from morning to evening")]
fn a_session_runs_in_real_windows_from_preparing_to_the_written_register() {
    let mut twin = Desk::new();
    twin.wait_for("Pidä perehdytys");
    twin.prepares();
    twin.wait_for("Levyllä on tilaa");
    let to_place = tabs_to(&mut twin, "Paikka");
    drop(twin);

    let folder = tempfile::tempdir().unwrap();
    let display = Display::start(2800, 1000);
    let said = folder.path().join("said.txt");
    let program = display
        .command(env!("CARGO_BIN_EXE_perehdytin"))
        .args(["--lang", "fi", "--data-dir"])
        .arg(folder.path().join("data"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdout(Stdio::null())
        .stderr(std::fs::File::create(&said).unwrap())
        .spawn()
        .unwrap();
    let mut program = Running(program);
    let console = display.window("^Perehdytin$").unwrap_or_else(|| {
        let ended = program.0.try_wait();
        panic!("the window does not open; {ended:?}: {}", std::fs::read_to_string(&said).unwrap_or_default())
    });
    console.resize(1366, 768);
    let home = shows(&console, "the first screen", has_words);
    console.focus();

    // Prepare. A window that has just been opened may miss its first key: a person then presses it again.
    let is_preparing = wait_for(Duration::from_mins(1), || {
        console.keys(&["ctrl+Return"]);
        let is_there = |picture: &RgbImage| has_words(picture) && *picture != home;
        wait_for(Duration::from_secs(6), || Some(console.picture()).filter(is_there))
    });
    assert!(is_preparing.is_some(), "the preparation never came");
    thread::sleep(Duration::from_secs(2));
    tabs(&console, to_place);
    console.types("Kerhotalo");
    console.keys(&["Tab"]);
    console.types("Taina Tarkka");
    let before = console.picture();
    console.keys(&["ctrl+Return"]);
    shows(&console, "the sign-in", |picture| has_words(picture) && *picture != before);
    thread::sleep(Duration::from_secs(2));

    // Sign in, with a signature drawn on the pad.
    console.types("Aino Laine");
    console.keys(&["Return"]);
    console.types("Kaivuu Oy");
    console.keys(&["Return"]);
    console.types("asentaja");
    let unsigned = console.picture();
    let pad = signature_pad(&unsigned).expect("the signature pad is on the screen");
    let (x, y) = pad;
    console.drags(&[(x, y), (x + 60, y - 40), (x + 120, y + 30), (x + 180, y - 30), (x + 240, y + 10)]);
    shows(&console, "the signature", |picture| ink(picture) > ink(&unsigned));
    console.keys(&["ctrl+Return"]);
    thread::sleep(Duration::from_secs(1));
    assert!(journals(folder.path()).len() == 1, "there is no session");

    // The course, on both windows.
    console.keys(&["Escape", "Next"]);
    thread::sleep(Duration::from_secs(1));
    console.keys(&["F6"]);
    let room = display.window("projektori").expect("the projector's window opens");
    room.place(1400, 0);
    console.focus();
    let first = shows(&room, "the first slide", has_words);
    let opened = shows(&console, "the console", has_words);
    console.keys(&["Next"]);
    let second = shows(&room, "the second slide", |picture| has_words(picture) && *picture != first);
    shows(&console, "the console's second step", |picture| has_words(picture) && *picture != opened);
    console.keys(&["b"]);
    shows(&room, "nothing but black", is_black);
    assert!(has_words(&console.picture()), "the console went dark with the room");
    console.keys(&["b"]);
    shows(&room, "the slide again", |picture| *picture == second);
    console.keys(&["f", "Next"]);
    thread::sleep(Duration::from_secs(1));
    assert!(room.picture() == second, "the frozen picture moved");
    console.keys(&["f"]);
    shows(&room, "the third slide", |picture| has_words(picture) && *picture != second);
    // A presenter remote is a keyboard of the room's window, too.
    room.focus();
    room.keys(&["Next"]);
    console.focus();
    thread::sleep(Duration::from_millis(500));
    let asked = shows(&room, "the question", has_words);
    console.keys(&["q", "h", "1", "Return", "Return", "Return"]);
    thread::sleep(Duration::from_millis(500));
    assert!(room.picture() == asked, "the room saw the count before the reveal");
    console.keys(&["Escape", "q"]);
    shows(&room, "the results", |picture| has_words(picture) && *picture != asked);

    // Straight to the sign-out, then close and sign.
    console.keys(&["g"]);
    thread::sleep(Duration::from_millis(500));
    console.types("kuittaus");
    console.keys(&["Return"]);
    thread::sleep(Duration::from_secs(1));
    console.keys(&["Escape", "Next"]);
    thread::sleep(Duration::from_secs(1));
    console.keys(&["ctrl+Return"]);
    thread::sleep(Duration::from_secs(1));
    console.keys(&["ctrl+Return"]);
    thread::sleep(Duration::from_secs(2));
    signs(&console);
    let sessions = journals(folder.path());
    let register = sessions[0].parent().expect("a folder").join("out/register.pdf");
    let written = wait_for(Duration::from_mins(1), || register.exists().then_some(()));
    if written.is_none() {
        shows(&console, "that the register is written", |_| false);
    }
    let trust = TrustList::load(&folder.path().join("data/trust.json")).unwrap();
    let options = verify::Options { trust: &trust, render: false, journal: None, now: jiff::Timestamp::now() };
    let verdict = verify::verify_file(&register, &options).unwrap();
    let facts = verdict.facts.as_ref().expect("the attached data");
    assert_eq!(verdict.integrity, verify::Integrity::Intact);
    assert_eq!(facts.place, "Kerhotalo");
    assert_eq!(facts.participants[0].name, "Aino Laine");
}

/// Makes a key on the spot and signs with it.
fn signs(console: &Window<'_>) {
    // Name and organisation are the trainer's already, so the passphrase has the keyboard.
    console.types(PASSPHRASE);
    console.keys(&["Tab"]);
    console.types(PASSPHRASE);
    console.keys(&["ctrl+Return"]);
}

/// The journals below a data folder.
fn journals(folder: &Path) -> Vec<std::path::PathBuf> {
    let sessions = std::fs::read_dir(folder.join("data/sessions")).into_iter().flatten().flatten();
    sessions.map(|entry| entry.path().join("journal.sqlite")).filter(|path| path.exists()).collect()
}

/// A place on the signature pad: left of the middle of the largest empty frame on the screen's left half.
fn signature_pad(picture: &RgbImage) -> Option<(i32, i32)> {
    let white = |x: u32, y: u32| picture.get_pixel(x, y).0.iter().all(|&part| part > 250);
    // The pad is the only field that is higher than 100 points.
    let column = 120;
    let mut from = None;
    let mut best: Option<(u32, u32)> = None;
    for y in 150..picture.height() {
        if white(column, y) {
            from.get_or_insert(y);
        } else if let Some(start) = from.take()
            && best.is_none_or(|(a, b)| y - start > b - a)
        {
            best = Some((start, y));
        }
    }
    let (top, bottom) = best?;
    i32::try_from(u32::midpoint(top, bottom)).ok().map(|y| (i32::try_from(column).unwrap_or(0), y))
}
