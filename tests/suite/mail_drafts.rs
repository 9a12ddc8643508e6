//! Drafts: each opens in a mail program, goes to one address and carries the handout byte for byte.

use std::path::Path;
use std::path::PathBuf;

use perehdytin::clock::Clock as _;
use perehdytin::engine::layout;
use perehdytin::mail::Account;
use perehdytin::mail::Drafts;
use perehdytin::mail::Ledger;
use perehdytin::mail::Material;
use perehdytin::mail::Standing;
use perehdytin::mail::recipients;
use perehdytin::mail::write_drafts;

use crate::mail_support::Attached;
use crate::mail_support::Left;
use crate::mail_support::read;
use crate::mail_support::sha256;

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

fn names(folder: &Path) -> Vec<String> {
    files(folder).iter().map(|file| file.file_name().unwrap().to_string_lossy().into_owned()).collect()
}

fn written(left: &Left, account: &Account, material: &Material, into: &Path) -> Drafts {
    let recipients = recipients(&left.snapshot.state);
    write_drafts(into, &left.letter(account), material, &recipients, left.ledger(), left.clock.now()).unwrap()
}

fn account() -> Account {
    Account {
        from_name: "Taina Tarkka, Esimerkkilän Energia".to_owned(),
        from_address: "taina@esimerkki.example".to_owned(),
        ..Account::default()
    }
}

#[test]
fn every_address_gets_a_draft_of_its_own_with_the_handout_byte_for_byte() {
    let left = Left::by(&[
        ("Aino Aalto", "aino@kaivuu.example"),
        ("Ирина Õunapuu", "irina@sähkö.example"),
        ("Bertta Berg", "Talo@kaivuu.example"),
        ("Cecilia Cedercreutz", "talo@kaivuu.example"),
    ]);
    let material = Material::print(&left.snapshot.state, &left.snapshot.folder).unwrap();
    let Drafts { folder, count, left_out } = written(&left, &account(), &material, &left.beside("ulos"));
    assert_eq!((count, left_out.len()), (3, 0));
    assert_eq!(names(&folder), ["01 Aino Aalto.eml", "02 Ирина Õunapuu.eml", "03 Bertta Berg.eml"]);
    let drafts = read(&files(&folder));
    let to: Vec<&str> = drafts.iter().map(|draft| draft.headers["To"].as_str()).collect();
    assert_eq!(
        to,
        ["Aino Aalto <aino@kaivuu.example>", "Ирина Õunapuu <irina@xn--shk-qla6g.example>", "Talo@kaivuu.example"]
    );
    for draft in &drafts {
        assert_eq!(draft.defects, Vec::<String>::new());
        assert_eq!(draft.headers["X-Unsent"], "1");
        assert!(!draft.headers.contains_key("Cc") && !draft.headers.contains_key("Bcc"));
        assert_eq!(draft.headers["From"], "\"Taina Tarkka, Esimerkkilän Energia\" <taina@esimerkki.example>");
        assert!(draft.headers["Subject"].starts_with("Kotiin vietäväksi: "), "{}", draft.headers["Subject"]);
        let attached = Attached {
            name: material.file_name.clone(),
            r#type: "application/pdf".to_owned(),
            sha256: sha256(&material.pdf),
        };
        assert_eq!(draft.attachments, [attached]);
    }
    assert!(drafts[0].text.starts_with("Hei, Aino Aalto!\n"), "{}", drafts[0].text);
    assert!(
        drafts[0].text.contains("23.11.2026") && drafts[0].text.contains("\nTiina Trainer\nEsimerkkilän Verkko Oy\n")
    );
    // Whoever shares an address is not greeted by the other's name.
    assert!(drafts[2].text.starts_with("Hei!\n") && !drafts[2].text.contains("Berg"));
    assert!(!drafts[0].text.contains("Bertta") && !drafts[0].text.contains("irina"));
}

#[test]
fn without_a_sender_in_the_settings_the_mail_program_fills_in_its_own() {
    let left = Left::in_language("en", &[("Aino Aalto", "aino@kaivuu.example")]);
    let material = Material::new(b"%PDF".to_vec(), "handout.pdf".to_owned()).unwrap();
    let drafts = written(&left, &Account::default(), &material, &left.beside("out"));
    let read = read(&files(&drafts.folder));
    assert!(!read[0].headers.contains_key("From"), "{:?}", read[0].headers);
    assert!(read[0].text.starts_with("Hello Aino Aalto,\n") && read[0].text.contains("23 November 2026"));
}

#[test]
fn a_second_writing_leaves_the_first_alone_and_only_the_owner_may_read_either() {
    let left = Left::by(&[("Aino Aalto", "aino@kaivuu.example")]);
    let material = Material::new(b"%PDF".to_vec(), "aineisto.pdf".to_owned()).unwrap();
    let out = left.beside("ulos");
    let first = written(&left, &account(), &material, &out);
    std::fs::write(first.folder.join("01 Aino Aalto.eml"), "edited").unwrap();
    let second = written(&left, &account(), &material, &out);
    assert_eq!(names(&out), ["Sähköpostiluonnokset", "Sähköpostiluonnokset 2"]);
    assert_eq!(std::fs::read_to_string(first.folder.join("01 Aino Aalto.eml")).unwrap(), "edited");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&second.folder), 0o700);
        assert_eq!(mode(&second.folder.join("01 Aino Aalto.eml")), 0o600);
    }
}

#[test]
fn it_is_remembered_for_whom_a_draft_was_written() {
    let left = Left::by(&[("Aino Aalto", "aino@kaivuu.example")]);
    let material = Material::new(b"%PDF".to_vec(), "aineisto.pdf".to_owned()).unwrap();
    written(&left, &account(), &material, &left.beside("ulos"));
    let ledger = Ledger::load(left.ledger()).unwrap();
    let key = recipients(&left.snapshot.state)[0].key();
    assert_eq!(ledger.standing(&key), Some(Standing::Drafted(left.clock.now())));
    let kept = std::fs::read_to_string(left.ledger()).unwrap();
    assert!(!kept.contains('@'), "no address lies about: {kept}");
}

#[test]
fn drafts_that_cannot_be_written_leave_nothing_behind() {
    let left = Left::by(&[("Aino Aalto", "aino@kaivuu.example")]);
    let material = Material::new(b"%PDF".to_vec(), "aineisto.pdf".to_owned()).unwrap();
    let file = left.beside("file");
    std::fs::write(&file, "in the way").unwrap();
    let recipients = recipients(&left.snapshot.state);
    let outcome =
        write_drafts(&file, &left.letter(&account()), &material, &recipients, left.ledger(), left.clock.now());
    assert!(outcome.is_err());
    assert!(!left.ledger().exists(), "what was not written is not remembered");
}

#[test]
fn drafts_in_the_sessions_own_folder_stay_behind_when_it_is_exported() {
    fn has_address(folder: &Path) -> bool {
        files(folder).iter().any(|path| {
            let holds = |bytes: Vec<u8>| bytes.windows(19).any(|part| part == b"aino@kaivuu.example");
            if path.is_dir() { has_address(path) } else { holds(std::fs::read(path).unwrap()) }
        })
    }
    let left = Left::by(&[("Aino Aalto", "aino@kaivuu.example")]);
    let material = Material::new(b"%PDF".to_vec(), "aineisto.pdf".to_owned()).unwrap();
    let own = layout::mail(&left.snapshot.folder);
    written(&left, &account(), &material, &own);
    assert!(has_address(&own));
    let (_folder, copy) = left.exported();
    assert!(layout::journal(&copy).is_file() && !layout::mail(&copy).exists());
    assert!(!has_address(&copy), "an address has gone along");
}
