//! Signing identities: made, kept, opened, moved, and a company's own.

use std::path::Path;
use std::process::Command;

use jiff::Timestamp;
use perehdytin::register::identity::{
    IdentityError, Origin, Subject, back_up, change_passphrase, create, import, list, remove, unlock,
};
use perehdytin::register::sign::{Algorithm, Signer as _, sign};
use perehdytin::register::verify::{Fault, Integrity};

use crate::register_look::printed;
use crate::register_made::Made;
use crate::verify_table::{check, statement};

const PASSPHRASE: &str = "kesäyön valo 7";

fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

fn subject(name: &str) -> Subject {
    Subject { name: name.to_owned(), organisation: "Esimerkkilän Energia Oy".to_owned() }
}

fn openssl(folder: &Path, arguments: &str) {
    let output = Command::new("openssl")
        .current_dir(folder)
        .args(arguments.split_whitespace())
        .output()
        .expect("openssl is missing: run tests/run");
    assert!(output.status.success(), "{arguments}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn an_identity_is_made_listed_opened_and_signs() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(list(&folder.path().join("none yet")).unwrap(), []);
    let card = create(folder.path(), &subject("Väinö Äyräväinen"), PASSPHRASE, now()).unwrap();
    assert_eq!((card.name.as_str(), card.origin), ("Väinö Äyräväinen", Origin::Own));
    assert_eq!(list(folder.path()).unwrap(), std::slice::from_ref(&card));
    let identity = unlock(&card.file, PASSPHRASE).unwrap();
    assert_eq!(identity.fingerprint(), card.fingerprint);
    assert_eq!(identity.chain().len(), 2);
    let bytes = sign(&printed(&Made::of(1)), &identity, &statement("Väinö Äyräväinen")).unwrap();
    let verdict = check(&bytes);
    assert_eq!(verdict.integrity, Integrity::Intact);
    assert_eq!(verdict.signer.unwrap().fingerprint, card.fingerprint);
}

#[test]
fn the_key_lies_encrypted_and_readable_by_its_owner_alone() {
    let folder = tempfile::tempdir().unwrap();
    let card = create(folder.path(), &subject("Aino"), PASSPHRASE, now()).unwrap();
    let bytes = std::fs::read(&card.file).unwrap();
    // The algorithm of an unencrypted P-256 key: present in every plain PKCS #8 file.
    let plain = [0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];
    assert!(!bytes.windows(plain.len()).any(|window| window == plain));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(folder.path()), 0o700);
        assert_eq!(mode(&card.file), 0o600);
    }
}

#[test]
fn a_wrong_passphrase_says_so_and_opens_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let card = create(folder.path(), &subject("Aino"), PASSPHRASE, now()).unwrap();
    for wrong in ["", "kesäyön valo 8", "KESÄYÖN VALO 7"] {
        assert!(matches!(unlock(&card.file, wrong), Err(IdentityError::WrongPassphrase)), "{wrong}");
    }
}

#[test]
fn short_passphrases_and_impossible_names_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let long = "x".repeat(65);
    assert!(matches!(create(folder.path(), &subject("Aino"), "lyhyt", now()), Err(IdentityError::ShortPassphrase)));
    for name in ["", "  ", "a\u{0}b", &long] {
        assert!(
            matches!(create(folder.path(), &subject(name), PASSPHRASE, now()), Err(IdentityError::BadName)),
            "{name}"
        );
    }
    assert_eq!(list(folder.path()).unwrap(), []);
}

#[test]
fn the_passphrase_can_be_changed_and_the_old_one_opens_nothing_any_more() {
    let folder = tempfile::tempdir().unwrap();
    let card = create(folder.path(), &subject("Aino"), PASSPHRASE, now()).unwrap();
    let new = "talviaamun pakkanen";
    assert!(matches!(change_passphrase(&card.file, "väärä", new), Err(IdentityError::WrongPassphrase)));
    change_passphrase(&card.file, PASSPHRASE, new).unwrap();
    assert!(matches!(unlock(&card.file, PASSPHRASE), Err(IdentityError::WrongPassphrase)));
    assert_eq!(unlock(&card.file, new).unwrap().fingerprint(), card.fingerprint);
}

#[test]
fn an_identity_moves_to_another_computer_through_its_backup() {
    let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let card = create(here.path(), &subject("Aino"), PASSPHRASE, now()).unwrap();
    let copy = there.path().join("backup.p12");
    back_up(&card, &copy).unwrap();
    let folder = there.path().join("identity");
    let moved = import(&folder, &copy, PASSPHRASE, now()).unwrap();
    assert_eq!((&moved.fingerprint, moved.origin), (&card.fingerprint, Origin::Imported));
    assert!(matches!(import(&folder, &copy, PASSPHRASE, now()), Err(IdentityError::Known)));
    remove(&moved).unwrap();
    assert_eq!(list(&folder).unwrap(), []);
    // openssl reads it too: nobody is locked in.
    std::fs::write(there.path().join("pass"), PASSPHRASE).unwrap();
    openssl(there.path(), "pkcs12 -in backup.p12 -passin file:pass -nodes -out plain.pem");
}

#[test]
fn a_company_signs_with_its_own_certificate_of_either_kind() {
    let folder = tempfile::tempdir().unwrap();
    let extensions = "keyUsage=critical,digitalSignature,nonRepudiation\nextendedKeyUsage=emailProtection\n";
    std::fs::write(folder.path().join("leaf.ext"), extensions).unwrap();
    openssl(
        folder.path(),
        "req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 900 -subj /CN=Esimerkkila-CA",
    );
    for (kind, algorithm, expected) in [
        ("rsa", "rsa:2048", Algorithm::RsaSha256),
        ("ec", "ec -pkeyopt ec_paramgen_curve:P-256", Algorithm::EcdsaP256Sha256),
    ] {
        openssl(
            folder.path(),
            &format!("req -newkey {algorithm} -nodes -keyout {kind}.key -out {kind}.csr -subj /O=Esimerkkila/CN=Leima"),
        );
        openssl(
            folder.path(),
            &format!(
                "x509 -req -in {kind}.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 800 -extfile leaf.ext -out {kind}.pem"
            ),
        );
        openssl(
            folder.path(),
            &format!(
                "pkcs12 -export -inkey {kind}.key -in {kind}.pem -certfile ca.pem -passout pass:yrityksen-salasana -out {kind}.p12"
            ),
        );
        let card = import(
            &folder.path().join("identity"),
            &folder.path().join(format!("{kind}.p12")),
            "yrityksen-salasana",
            now(),
        )
        .unwrap();
        assert_eq!((card.name.as_str(), card.organisation.as_str()), ("Leima", "Esimerkkila"));
        let identity = unlock(&card.file, "yrityksen-salasana").unwrap();
        assert_eq!((identity.algorithm(), identity.chain().len()), (expected, 2));
        // The certificates were made a moment ago by the real clock.
        let mut told = statement("Leima");
        told.at = identity_start(identity.chain()[0].as_slice());
        let bytes = sign(&printed(&Made::of(1)), &identity, &told).unwrap();
        let verdict = crate::verify_table::check_at(&bytes, told.at);
        assert_eq!(verdict.integrity, Integrity::Intact, "{kind}");
        assert_eq!(verdict.signer.unwrap().issuer, "Esimerkkila-CA");
    }
}

fn identity_start(certificate: &[u8]) -> Timestamp {
    perehdytin::register::certificate::describe(certificate).unwrap().not_before
}

#[test]
fn a_certificate_for_web_servers_cannot_sign_registers() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("pass"), "salasana-tähän").unwrap();
    openssl(
        folder.path(),
        "req -x509 -newkey rsa:2048 -nodes -keyout a.key -out a.pem -days 900 -subj /CN=palvelin -addext extendedKeyUsage=serverAuth",
    );
    openssl(folder.path(), "pkcs12 -export -inkey a.key -in a.pem -passout file:pass -out a.p12");
    let identity = unlock(&folder.path().join("a.p12"), "salasana-tähän").unwrap();
    let mut told = statement("palvelin");
    told.at = identity_start(&identity.chain()[0]);
    let bytes = sign(&printed(&Made::of(1)), &identity, &told).unwrap();
    let verdict = crate::verify_table::check_at(&bytes, told.at);
    assert!(matches!(verdict.integrity, Integrity::Broken(Fault::Certificate(_))), "{:?}", verdict.integrity);
}

#[test]
fn other_files_and_other_keys_are_refused_in_words() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("text.p12"), "hei").unwrap();
    let text = unlock(&folder.path().join("text.p12"), PASSPHRASE);
    assert!(matches!(text, Err(IdentityError::NotAnIdentity(_))), "{text:?}");
    assert!(matches!(unlock(&folder.path().join("missing.p12"), PASSPHRASE), Err(IdentityError::File(_))));
    openssl(folder.path(), "req -x509 -newkey ed25519 -nodes -keyout e.key -out e.pem -days 9 -subj /CN=e");
    openssl(folder.path(), "pkcs12 -export -inkey e.key -in e.pem -passout pass:abcdefghij -out e.p12");
    let other = unlock(&folder.path().join("e.p12"), "abcdefghij");
    assert!(matches!(other, Err(IdentityError::UnsupportedKey)), "{other:?}");
}
