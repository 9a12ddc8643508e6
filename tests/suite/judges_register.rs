//! Other people's tools judge a fresh register, and must agree with ours.

use std::path::{Path, PathBuf};
use std::process::Command;

use perehdytin::register::countersign::{Countersigning, Reason, countersign};
use perehdytin::register::sign::Signer as _;
use perehdytin::register::sign::sign;
use perehdytin::register::verify::Integrity;

use crate::register_alone::{Alone, facts_of, passed_on, signed};
use crate::register_look::printed;
use crate::register_made::Made;
use crate::verify_table::{SIGNED, check, now, signer, statement};

fn judges() -> PathBuf {
    let judges = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/judges");
    assert!(judges.join("installed").exists(), "the judges are missing: run tests/run");
    judges
}

/// Runs a judge; gives whether it succeeded and everything it said.
#[track_caller]
fn ask(command: &mut Command) -> (bool, String) {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command.output().unwrap_or_else(|error| panic!("{program} is missing ({error}): run tests/run"));
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    (output.status.success(), said)
}

/// What pdfsig says of the register in the folder.
#[track_caller]
fn pdfsig(folder: &Path) -> String {
    let (fine, said) = ask(Command::new("pdfsig").arg("-nocert").arg(folder.join("register.pdf")));
    assert!(fine, "{said}");
    said
}

/// What pyHanko says of it, with trust in these authorities.
#[track_caller]
fn pyhanko(folder: &Path, authorities: &[&str]) -> String {
    let mut pyhanko = Command::new(judges().join("venv/bin/pyhanko"));
    pyhanko.args(["sign", "validate", "--pretty-print", "--no-revocation-check"]);
    for file in authorities {
        pyhanko.arg("--trust").arg(folder.join(file));
    }
    let (fine, said) = ask(pyhanko.arg(folder.join("register.pdf")));
    assert!(fine, "{said}");
    said
}

#[track_caller]
fn pyhanko_trusts_all_of_it(folder: &Path) {
    let said = pyhanko(folder, &["authority.pem"]);
    says(&said, &["judged VALID", "cryptographically sound", "covers the entire file"]);
}

#[track_caller]
fn says(said: &str, phrases: &[&str]) {
    for phrase in phrases {
        assert!(said.contains(phrase), "{phrase} is not in: {said}");
    }
}

/// A fresh register in a folder of its own, with the signer's certificates as PEM.
fn fresh() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("register.pdf"), &SIGNED.bytes).unwrap();
    std::fs::write(folder.path().join("signer.pem"), pem(&SIGNED.identity.chain()[0])).unwrap();
    std::fs::write(folder.path().join("authority.pem"), pem(&SIGNED.identity.chain()[1])).unwrap();
    folder
}

fn pem(der: &[u8]) -> String {
    let text = base64(der);
    let lines: Vec<&str> = text.as_bytes().chunks(64).map(|line| std::str::from_utf8(line).unwrap()).collect();
    format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", lines.join("\n"))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for group in bytes.chunks(3) {
        let bits = group.iter().fold(0_usize, |bits, byte| bits << 8 | usize::from(*byte)) << (8 * (3 - group.len()));
        for digit in 0..4 {
            let value = bits >> (18 - 6 * digit) & 63;
            text.push(if digit > group.len() { '=' } else { char::from(DIGITS[value]) });
        }
    }
    text
}

#[test]
fn pdfsig_finds_the_signature_valid_and_over_the_whole_document() {
    let folder = fresh();
    let said = pdfsig(folder.path());
    says(&said, &["Signature is Valid", "Total document signed", "ETSI.CAdES.detached", "Taina Tarkka", "SHA-256"]);
}

#[test]
fn pyhanko_finds_the_signature_trusted_and_the_file_untouched() {
    let folder = fresh();
    pyhanko_trusts_all_of_it(folder.path());
}

/// The register with two countersignatures under it, and everybody's authority as PEM.
fn countersigned() -> tempfile::TempDir {
    let folder = fresh();
    let (tiina, olli) = (signer("Tilaaja Tiina"), signer("Olli Omistaja"));
    let mut bytes = SIGNED.bytes.clone();
    for (identity, file) in [(&tiina, "tiina.pem"), (&olli, "olli.pem")] {
        let asked = Countersigning {
            reason: Reason::Received,
            place: "",
            at: now(),
            trust: &SIGNED.trust,
            unknown_signer: false,
        };
        bytes = countersign(&bytes, identity, &asked).unwrap();
        std::fs::write(folder.path().join(file), pem(&identity.chain()[1])).unwrap();
    }
    std::fs::write(folder.path().join("register.pdf"), bytes).unwrap();
    folder
}

#[test]
fn pdfsig_and_pyhanko_find_every_signature_of_a_countersigned_register_valid() {
    let folder = countersigned();
    let said = pdfsig(folder.path());
    assert_eq!(said.matches("Signature is Valid").count(), 3, "{said}");
    assert_eq!(said.matches("- Total document signed").count(), 1, "{said}");
    says(&said, &["Taina Tarkka", "Tilaaja Tiina", "Olli Omistaja"]);
    let said = pyhanko(folder.path(), &["authority.pem", "tiina.pem", "olli.pem"]);
    assert_eq!(said.matches("judged VALID").count(), 3, "{said}");
    assert_eq!(said.matches("covers the entire file").count(), 1, "{said}");
}

/// The register with a row erased, signed by the subscriber, and the subscriber's authority as PEM.
fn redacted() -> tempfile::TempDir {
    let folder = fresh();
    let tilaaja = signer("Tilaaja Tiina");
    let made = crate::register_redacted::redacted(&SIGNED.bytes, &[2], &tilaaja).unwrap();
    std::fs::write(folder.path().join("register.pdf"), made.register).unwrap();
    std::fs::write(folder.path().join("authority.pem"), pem(&tilaaja.chain()[1])).unwrap();
    folder
}

#[test]
fn pdfsig_and_pyhanko_find_the_subscribers_signature_on_a_redacted_register_valid() {
    let folder = redacted();
    let said = pdfsig(folder.path());
    says(&said, &["Signature is Valid", "Total document signed", "ETSI.CAdES.detached", "Tilaaja Tiina"]);
    assert!(!said.contains("Taina Tarkka"), "the former signer has not signed this: {said}");
    pyhanko_trusts_all_of_it(folder.path());
}

#[test]
fn openssl_verifies_the_signature_as_cades() {
    let folder = fresh();
    let bytes = &SIGNED.bytes;
    let start = bytes.windows(10).rposition(|window| window == b"/Contents<").unwrap() + 9;
    let end = start + bytes[start..].iter().position(|byte| *byte == b'>').unwrap() + 1;
    let digits = std::str::from_utf8(&bytes[start + 1..end - 1]).unwrap();
    let cms: Vec<u8> =
        (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).unwrap()).collect();
    let covered = [&bytes[..start], &bytes[end..]].concat();
    let (cms_file, covered_file) = (folder.path().join("signature.der"), folder.path().join("covered"));
    std::fs::write(&cms_file, cms).unwrap();
    std::fs::write(&covered_file, covered).unwrap();
    let verify = |content: &Path| {
        ask(Command::new("openssl")
            .args(["cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in"])
            .arg(&cms_file)
            .arg("-content")
            .arg(content)
            .arg("-CAfile")
            .arg(folder.path().join("authority.pem"))
            .args(["-out", "/dev/null"]))
    };
    let (fine, said) = verify(&covered_file);
    assert!(fine && said.contains("successful"), "{said}");
    let (fine, said) = verify(&folder.path().join("register.pdf"));
    assert!(!fine, "another content was accepted: {said}");
}

#[test]
fn the_verapdf_engine_finds_every_kind_of_register_to_be_pdf_a_and_pdf_ua() {
    let judges = judges();
    let folder = fresh();
    let countersigned = std::fs::read(countersigned().path().join("register.pdf")).unwrap();
    let redacted = std::fs::read(redacted().path().join("register.pdf")).unwrap();
    let odd = Made::names(&["Ж Öö", "محمد 🦊", "#panic()", "a\u{301}\u{323}"]).in_language("en").rehearsal();
    let odd = sign(&printed(&odd), &SIGNED.identity, &statement("Taina Tarkka")).unwrap();
    let big = sign(&printed(&Made::of(60).with_tax_numbers()), &SIGNED.identity, &statement("Taina Tarkka")).unwrap();
    let credits = ["teema-2", "teema-5"];
    let alone = signed(&facts_of(&Alone::new().with_credits(&credits, jiff::civil::date(2025, 10, 1)).state()));
    let on = signed(&facts_of(&passed_on(&Made::of(4).in_language("en"))));
    let mut files = vec![folder.path().join("register.pdf")];
    let kinds = [("countersigned", countersigned), ("redacted", redacted), ("odd", odd), ("big", big)];
    for (name, bytes) in kinds.into_iter().chain([("alone", alone), ("on", on)]) {
        assert_eq!(check(&bytes).integrity, Integrity::Intact);
        files.push(folder.path().join(format!("{name}.pdf")));
        std::fs::write(files.last().unwrap(), bytes).unwrap();
    }
    let jars = ["verapdf.jar", "classes"].map(|name| judges.join(name).display().to_string()).join(":");
    let jars = format!(
        "{jars}:/usr/share/java/jaxb-api.jar:/usr/share/java/jaxb-runtime.jar:/usr/share/java/jaxb-impl.jar:/usr/share/java/jaxb-core.jar:/usr/share/java/javax.activation.jar"
    );
    let (fine, said) = ask(Command::new("java").args(["-cp", &jars, "Verapdf"]).args(&files));
    assert!(fine, "{said}");
    assert_eq!(said.matches(" compliant").count(), 2 * files.len(), "{said}");
}
