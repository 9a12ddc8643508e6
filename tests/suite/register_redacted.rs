//! A register with rows erased: what stays, what goes, what it says of itself, and what nobody may make of it.

use std::collections::BTreeSet;

use perehdytin::i18n::Lang;
use perehdytin::register::facts::Facts;
use perehdytin::register::identity::Identity;
use perehdytin::register::redact::{Mention, RedactError, Redacted, Redacting, redact};
use perehdytin::register::sign::{Signer as _, Statement, sign};
use perehdytin::register::table;
use perehdytin::register::trust::{Fingerprint, TrustList};
use perehdytin::register::verify::{DataCheck, Difference, Integrity, Mark, Options, verify};

use crate::register_alone::{Alone, facts_of, printed_facts, signed};
use crate::register_look::{gathered, keep};
use crate::register_made::Made;
use crate::verify_table::{SIGNED, check, now, signer, statement};

fn rows(rows: &[u32]) -> BTreeSet<u32> {
    rows.iter().copied().collect()
}

pub(crate) fn redacted(register: &[u8], erased: &[u32], by: &Identity) -> Result<Redacted, RedactError> {
    let rows = rows(erased);
    redact(register, by, &Redacting { rows: &rows, at: now(), trust: &SIGNED.trust, unknown_signer: false })
}

/// What trusts the first signer and whoever erased.
fn trusting(tilaaja: &Identity) -> TrustList {
    let mut trust = SIGNED.trust.clone();
    trust.accept(tilaaja.fingerprint(), "Tilaaja Tiina".to_owned(), now());
    trust
}

fn original() -> Facts {
    *check(&SIGNED.bytes).facts.unwrap()
}

#[test]
fn an_erased_row_is_gone_and_every_other_row_is_what_it_was() {
    let tilaaja = signer("Tilaaja Tiina");
    let original = original();
    let erased = original.participants[1].clone();
    let made = redacted(&SIGNED.bytes, &[erased.number], &tilaaja).unwrap();
    let told = verify(&made.register, &Options { trust: &trusting(&tilaaja), render: true, journal: None, now: now() });
    assert_eq!((told.integrity.clone(), told.data.clone()), (Integrity::Intact, DataCheck::Same));
    assert_eq!(told.mark(), Mark::Good);
    let facts = told.facts.unwrap();
    let others: Vec<_> = original.participants.iter().filter(|row| row.number != erased.number).collect();
    assert_eq!(facts.participants.iter().collect::<Vec<_>>(), others);
    let json = facts.to_json();
    let json = String::from_utf8_lossy(&json);
    let digest = erased.digest.clone();
    for gone in [&erased.name, &digest] {
        assert!(!json.contains(gone.as_str()), "{gone} is still there");
        let csv = table::csv(&facts);
        assert!(!String::from_utf8_lossy(&csv).contains(gone.as_str()), "{gone} is still in the table");
    }
    let redaction = facts.redaction().unwrap();
    assert_eq!(redaction.replaces, Fingerprint::of(&SIGNED.bytes).0);
    assert_eq!(redaction.rows, [erased.number]);
    assert_eq!(
        (redaction.by.as_str(), redaction.fingerprint.as_str()),
        ("Tilaaja Tiina", tilaaja.fingerprint().0.as_str())
    );
    let former: Vec<_> = redaction.signed_by.iter().map(|by| (by.name.as_str(), by.trusted)).collect();
    assert_eq!(former, [("Taina Tarkka", true)]);
    assert_eq!(redaction.signed_by[0].fingerprint, SIGNED.identity.fingerprint().0);
}

#[test]
fn the_check_tells_what_a_redacted_register_is_and_what_it_cannot_prove() {
    let tilaaja = signer("Tilaaja Tiina");
    let made = redacted(&SIGNED.bytes, &[2, 4], &tilaaja).unwrap();
    let told = verify(&made.register, &Options { trust: &trusting(&tilaaja), render: true, journal: None, now: now() });
    let answers = told.answers(Lang::En);
    let more = answers.iter().flat_map(|answer| &answer.more).map(|message| message.text(Lang::En));
    let words: Vec<String> = more.chain([told.summary().text(Lang::En)]).collect();
    let words = words.join("\n");
    let digest = Fingerprint::of(&SIGNED.bytes).0;
    for phrase in ["replaces an earlier one", "rows 2, 4", "Tilaaja Tiina", &digest, "does not prove", "Taina Tarkka"] {
        assert!(words.contains(phrase), "{phrase} is not in: {words}");
    }
    // Nobody here has accepted the subscriber: that is for a person to judge.
    assert_eq!(check(&made.register).mark(), Mark::Caution);
}

#[test]
fn who_signs_a_redacted_register_must_be_whom_it_names() {
    let tilaaja = signer("Tilaaja Tiina");
    let facts = redacted(&SIGNED.bytes, &[1], &tilaaja).unwrap().facts;
    let pages = printed_facts(&facts);
    let other = signer("Huijari");
    let forged = sign(&pages, &other, &statement("Huijari")).unwrap();
    let told = check(&forged);
    assert_eq!(told.data, DataCheck::Differs(vec![Difference::Redactor]));
    assert_eq!(told.mark(), Mark::Bad);
}

#[test]
fn an_erased_row_does_not_stand_again() {
    let tilaaja = signer("Tilaaja Tiina");
    let mut facts = redacted(&SIGNED.bytes, &[1], &tilaaja).unwrap().facts;
    facts.participants.push(original().participants[0].clone());
    let pages = printed_facts(&facts);
    let forged = sign(&pages, &tilaaja, &statement("Tilaaja Tiina")).unwrap();
    assert!(matches!(&check(&forged).data, DataCheck::Differs(all) if all.contains(&Difference::Twice(1))));
}

#[test]
fn a_register_is_redacted_again_and_tells_of_both() {
    let tilaaja = signer("Tilaaja Tiina");
    let first = redacted(&SIGNED.bytes, &[1], &tilaaja).unwrap();
    let trust = trusting(&tilaaja);
    let again = rows(&[3]);
    let asked = Redacting { rows: &again, at: now(), trust: &trust, unknown_signer: false };
    let second = redact(&first.register, &tilaaja, &asked).unwrap();
    let told = verify(&second.register, &Options { trust: &trust, render: true, journal: None, now: now() });
    assert_eq!((told.integrity, told.data), (Integrity::Intact, DataCheck::Same));
    assert_eq!(second.facts.erased_rows(), rows(&[1, 3]));
    let replaces: Vec<_> = second.facts.redactions.iter().map(|one| one.replaces.clone()).collect();
    assert_eq!(replaces, [Fingerprint::of(&SIGNED.bytes).0, Fingerprint::of(&first.register).0]);
    let refused = redact(&first.register, &tilaaja, &Redacting { rows: &rows(&[1]), ..asked }).unwrap_err();
    assert!(matches!(refused, RedactError::ErasedAlready(1)), "{refused:?}");
}

#[test]
fn what_a_correction_tells_of_an_erased_person_goes_as_well() {
    let mut facts = gathered(&Made::of(5));
    let correction = facts.corrections.iter().find(|one| !one.changes.is_empty()).unwrap().clone();
    let number = correction.participant;
    // Another row's correction names them in its reason.
    let name = facts.participants.iter().find(|row| row.number == number).unwrap().name.clone();
    let mut other = correction.clone();
    other.participant = facts.participants.iter().map(|row| row.number).find(|one| *one != number).unwrap();
    other.reason = format!("Sekoittui: {name}");
    facts.corrections.push(other.clone());
    let pages = printed_facts(&facts);
    let register = sign(&pages, &SIGNED.identity, &statement("Taina Tarkka")).unwrap();
    let made = redacted(&register, &[number], &signer("Tilaaja")).unwrap();
    let gone: Vec<_> =
        made.facts.corrections.iter().filter(|one| one.participant == number || one.at == other.at).collect();
    assert!(gone.len() >= 2);
    for correction in gone {
        assert!(correction.erased && correction.changes.is_empty() && correction.reason.is_empty());
    }
    assert!(!String::from_utf8_lossy(&made.facts.to_json()).contains(&name));
}

#[test]
fn who_is_named_elsewhere_is_told_to_whoever_erases() {
    let mut facts = gathered(&Made::of(4));
    facts.corrections.clear();
    facts.participants[3].role = format!("ohjaaja: {}", facts.participants[0].name);
    facts.participants[3].digest = perehdytin::register::facts::row_digest(&facts.session, &facts.participants[3]);
    facts.organiser = facts.participants[0].name.to_uppercase();
    let pages = printed_facts(&facts);
    let register = sign(&pages, &SIGNED.identity, &statement("Taina Tarkka")).unwrap();
    let number = facts.participants[0].number;
    let made = redacted(&register, &[number], &signer("Tilaaja")).unwrap();
    assert_eq!(made.mentions, [Mention::Row(facts.participants[3].number), Mention::Session]);
}

#[test]
fn nothing_is_erased_from_what_should_not_be_signed_or_has_no_such_row() {
    let tilaaja = signer("Tilaaja Tiina");
    let refused = redacted(&SIGNED.bytes, &[99], &tilaaja).unwrap_err();
    assert!(matches!(refused, RedactError::NoSuchRow(99)), "{refused:?}");
    assert!(matches!(redacted(&SIGNED.bytes, &[], &tilaaja).unwrap_err(), RedactError::NoRows));
    let broken = [&SIGNED.bytes[..], b"\n"].concat();
    assert!(matches!(redacted(&broken, &[1], &tilaaja).unwrap_err(), RedactError::Refused(_)));
    let vieras = signer("Vieras");
    let unknown =
        sign(&SIGNED.unsigned, &vieras, &Statement { name: "Vieras".to_owned(), ..statement("Vieras") }).unwrap();
    assert!(matches!(redacted(&unknown, &[1], &tilaaja).unwrap_err(), RedactError::Refused(_)));
    let alone = signed(&facts_of(&Alone::new().state()));
    assert!(matches!(redacted(&alone, &[1], &tilaaja).unwrap_err(), RedactError::SelfStudy));
    assert!(!tilaaja.chain().is_empty());
}

/// Writes pages for looking at: `PEREHDYTIN_LOOK=folder cargo test redacted`.
#[test]
fn the_pages_of_a_redacted_register_come_out_in_both_languages_even_when_nobody_is_left() {
    let tilaaja = signer("Tilaaja Tiina");
    for (name, made, erased) in [
        ("redacted-fi", Made::of(5), &[2, 4][..]),
        ("redacted-en", Made::of(30).in_language("en").with_tax_numbers(), &[7][..]),
        ("redacted-all", Made::of(2), &[1, 2][..]),
    ] {
        let register =
            sign(&crate::register_look::printed(&made), &SIGNED.identity, &statement("Taina Tarkka")).unwrap();
        let made = redacted(&register, erased, &tilaaja).unwrap();
        assert_eq!(check(&made.register).data, DataCheck::Same, "{name}");
        keep(name, &made.register);
    }
}
