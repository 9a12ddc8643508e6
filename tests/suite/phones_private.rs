//! What phones leave behind stays off the register: addresses for the handout, and by what a phone is known.

use std::fmt::Write as _;
use std::path::Path;
use std::process::Command as Process;
use std::sync::Arc;

use calamine::Reader as _;
use perehdytin::clock::Clock as _;
use perehdytin::clock::SystemClock;
use perehdytin::engine::Engine;
use perehdytin::engine::layout;
use perehdytin::register::bundle;
use perehdytin::register::identity;
use perehdytin::session::{Channel, Command, Details, ParticipantId, PhoneKey};

use crate::register_look::text_of;
use crate::session_support::{bench, drawn, nobody};

const ADDRESS: &str = "aino.salainen@kaivuu.example";
const SECRET: [u8; 16] = [0xA7; 16];

/// Everything that anybody could read in the files of `folder`, the pages and attachments of its PDFs too.
fn words_in(folder: &Path) -> String {
    let mut words = String::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = std::fs::read(&path).unwrap();
        words += &String::from_utf8_lossy(&bytes);
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("pdf") => {
                words += &text_of(&bytes);
                let attached = tempfile::tempdir().unwrap();
                let mut detach = Process::new("pdfdetach");
                detach.arg("-saveall").arg("-o").arg(attached.path()).arg(&path);
                assert!(detach.status().expect("pdfdetach is missing: run tests/run").success());
                for file in std::fs::read_dir(attached.path()).unwrap() {
                    words += &std::fs::read_to_string(file.unwrap().path()).unwrap();
                }
            }
            Some("xlsx") => {
                let mut workbook = calamine::open_workbook_auto(&path).unwrap();
                for (name, sheet) in workbook.worksheets() {
                    words += &name;
                    for cell in sheet.rows().flatten() {
                        write!(words, " {cell}").unwrap();
                    }
                }
            }
            _ => {}
        }
    }
    words
}

#[test]
fn an_address_for_the_handout_is_in_nothing_that_the_session_gives_out() {
    let bench = bench();
    let engine = bench.create();
    let client = engine.client();
    let details = Details { name: "Aino Ahkera".to_owned(), company: "Kaivuu Oy".to_owned(), ..Details::default() };
    let phone = PhoneKey::of(&SECRET);
    let (signature, channel) = (drawn(), Channel::Phone);
    client.ask(Command::SignIn { details, signature, channel, phone: Some(phone.clone()) }).unwrap();
    let participant = ParticipantId(1);
    client.ask(Command::ReleaseHandout).unwrap();
    client.ask(Command::AskHandout { participant, address: Some(ADDRESS.to_owned()) }).unwrap();
    let snapshot = client.ask(Command::Close).unwrap();
    assert_eq!(snapshot.state.participants[&participant].handout_to.as_deref(), Some(ADDRESS));

    let subject = identity::Subject { name: "Taina Tarkka".to_owned(), organisation: "Esimerkki".to_owned() };
    let now = SystemClock.now();
    let signer = identity::throw_away(&subject, now).unwrap();
    let out = bench.root.path().join("out");
    bundle::write((&*snapshot).into(), &signer, &out, now, &mut |_| {}).unwrap();

    let words = words_in(&out);
    // Each kind of file is read: the name stands on page, in JSON, in CSV (twice: attached, too) and in the workbook.
    assert!(words.matches("Aino Ahkera").count() >= 5, "{}", words.matches("Aino Ahkera").count());
    assert!(words.contains("\"signed_in_by\": \"phone\""));
    for private in [ADDRESS, "aino.salainen", phone.0.as_str(), &"a7".repeat(16)] {
        assert!(!words.contains(private), "{private}");
    }
}

#[test]
fn the_secret_of_a_phone_is_nowhere_in_the_session_and_its_address_comes_back_with_it() {
    let bench = bench();
    let engine = bench.create();
    let folder = engine.client().snapshot().folder.to_path_buf();
    let details = Details { name: "Aino Ahkera".to_owned(), company: "Kaivuu Oy".to_owned(), ..Details::default() };
    let (signature, channel, phone) = (drawn(), Channel::Phone, Some(PhoneKey::of(&SECRET)));
    engine.client().ask(Command::SignIn { details, signature, channel, phone }).unwrap();
    let address = Some(ADDRESS.to_owned());
    engine.client().ask(Command::AskHandout { participant: ParticipantId(1), address }).unwrap();
    drop(engine);
    let has = |bytes: &[u8], part: &[u8]| bytes.windows(part.len()).any(|window| window == part);
    let journal = std::fs::read(layout::journal(&folder)).unwrap();
    assert!(has(&journal, ADDRESS.as_bytes()), "the journal is read");
    for file in std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
        let bytes = std::fs::read(&file).unwrap();
        assert!(!has(&bytes, &SECRET) && !has(&bytes, "a7".repeat(16).as_bytes()), "{}", file.display());
    }
    let engine = Engine::resume(&folder, Arc::new(SystemClock), nobody()).unwrap();
    let state = &engine.client().snapshot().state;
    let row = state.by_phone(&PhoneKey::of(&SECRET)).unwrap();
    assert_eq!((row.id, row.handout_to.as_deref()), (ParticipantId(1), Some(ADDRESS)));
}
