//! Every way to tamper with a register, and what the check must answer.

use std::collections::BTreeMap;
use std::process::Command;
use std::sync::LazyLock;

use jiff::Timestamp;
use perehdytin::paper;
use perehdytin::register::facts::{Facts, Journal};
use perehdytin::register::identity::{Identity, Subject, throw_away};
use perehdytin::register::sign::{Statement, sign};
use perehdytin::register::table;
use perehdytin::register::trust::TrustList;
use perehdytin::register::verify::{
    Addition, DataCheck, Difference, Fault, Integrity, NotCompared, Options, Trust, Verdict, verify,
};
use proptest::prelude::*;

use crate::register_look::gathered;
use crate::register_look::printed;
use crate::register_made::Made;

pub(crate) fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

pub(crate) fn signer(name: &str) -> Identity {
    throw_away(&Subject { name: name.to_owned(), organisation: "Esimerkkilän Energia Oy".to_owned() }, now()).unwrap()
}

pub(crate) fn statement(name: &str) -> Statement {
    Statement {
        name: name.to_owned(),
        reason: "Perehdytyksen osallistujarekisteri".to_owned(),
        place: "Esimerkkilä".to_owned(),
        at: now(),
    }
}

/// A signed register with the list that trusts its signer.
pub(crate) struct Signed {
    pub(crate) unsigned: Vec<u8>,
    pub(crate) bytes: Vec<u8>,
    pub(crate) trust: TrustList,
    pub(crate) identity: Identity,
}

pub(crate) static SIGNED: LazyLock<Signed> = LazyLock::new(|| {
    let identity = signer("Taina Tarkka");
    let unsigned = printed(&Made::of(5));
    let bytes = sign(&unsigned, &identity, &statement("Taina Tarkka")).unwrap();
    let mut trust = TrustList::default();
    trust.accept(identity.fingerprint(), "Taina Tarkka".to_owned(), now());
    Signed { unsigned, bytes, trust, identity }
});

pub(crate) fn check(bytes: &[u8]) -> Verdict {
    verify(bytes, &Options { trust: &SIGNED.trust, render: true, journal: None, now: now() })
}

/// As `check`, at another time.
pub(crate) fn check_at(bytes: &[u8], now: Timestamp) -> Verdict {
    verify(bytes, &Options { trust: &SIGNED.trust, render: true, journal: None, now })
}

/// As `check`, without setting pages: for the many.
fn check_quickly(bytes: &[u8]) -> Verdict {
    verify(bytes, &Options { trust: &SIGNED.trust, render: false, journal: None, now: now() })
}

fn find(bytes: &[u8], pattern: &[u8]) -> usize {
    bytes.windows(pattern.len()).position(|window| window == pattern).unwrap()
}

fn find_last(bytes: &[u8], pattern: &[u8]) -> usize {
    bytes.windows(pattern.len()).rposition(|window| window == pattern).unwrap()
}

/// The signed file with the byte at `at` turned into another.
fn flipped(at: usize) -> Vec<u8> {
    let mut bytes = SIGNED.bytes.clone();
    bytes[at] ^= 0x01;
    bytes
}

#[track_caller]
fn broken(bytes: &[u8]) -> Fault {
    let verdict = check(bytes);
    assert!(!verdict.is_fine());
    match verdict.integrity {
        Integrity::Broken(fault) => fault,
        Integrity::Intact => panic!("it was called intact: {verdict:?}"),
    }
}

#[test]
fn a_fresh_register_is_fine_in_all_four_answers() {
    let verdict = check(&SIGNED.bytes);
    assert_eq!(verdict.integrity, Integrity::Intact);
    assert_eq!(verdict.data, DataCheck::Same);
    assert_eq!(verdict.additions, []);
    let by = verdict.signer.as_ref().unwrap();
    assert_eq!((by.name.as_str(), by.organisation.as_str()), ("Taina Tarkka", "Esimerkkilän Energia Oy"));
    assert!(matches!(by.trust, Trust::Trusted { .. }));
    assert_eq!(by.signed_at, now());
    assert_eq!(verdict.facts.as_ref().unwrap().participants.len(), 5);
    assert!(verdict.is_fine());
}

#[test]
fn equal_facts_give_equal_pages() {
    assert_eq!(printed(&Made::of(5)), SIGNED.unsigned);
}

#[test]
fn an_unsigned_register_is_not_called_intact() {
    assert_eq!(broken(&SIGNED.unsigned), Fault::Unsigned);
}

#[test]
fn a_byte_changed_in_a_page_is_seen() {
    let at = find(&SIGNED.bytes, b"stream\n") + 40;
    assert_eq!(broken(&flipped(at)), Fault::Changed);
}

#[test]
fn a_byte_changed_in_an_attachment_is_seen() {
    let at = find(&SIGNED.bytes, b"/EmbeddedFile");
    let at = at + find(&SIGNED.bytes[at..], b"stream") + 60;
    assert_eq!(broken(&flipped(at)), Fault::Changed);
}

#[test]
fn a_changed_time_of_signing_is_seen() {
    let at = find(&SIGNED.bytes, b"D:20261123120000Z") + 10;
    assert_eq!(broken(&flipped(at)), Fault::Changed);
}

#[test]
fn a_changed_signature_is_seen() {
    let start = find(&SIGNED.bytes, b"/Contents<") + 10;
    for digit in [4, 200, 900, 1_700, 2_000] {
        let mut bytes = SIGNED.bytes.clone();
        bytes[start + digit] = if bytes[start + digit] == b'5' { b'6' } else { b'5' };
        assert!(matches!(broken(&bytes), Fault::Signature(_) | Fault::Certificate(_) | Fault::Changed), "{digit}");
    }
}

#[test]
fn junk_in_the_padding_is_seen() {
    let start = find(&SIGNED.bytes, b"/Contents<") + 10;
    let mut bytes = SIGNED.bytes.clone();
    bytes[start + 30_000] = b'7';
    assert_eq!(broken(&bytes), Fault::Signature("something is hidden behind it"));
}

#[test]
fn an_appended_newline_is_seen() {
    let mut bytes = SIGNED.bytes.clone();
    bytes.push(b'\n');
    assert_eq!(broken(&bytes), Fault::Appended { bytes: 1 });
    assert_eq!(check(&bytes).additions, [Addition::Bytes(1)]);
}

/// Appends an update that changes objects, as anybody may with a PDF library.
pub(crate) fn updated(bytes: &[u8], change: impl FnOnce(&mut lopdf::IncrementalDocument)) -> Vec<u8> {
    let document = lopdf::Document::load_mem(bytes).unwrap();
    let mut update = lopdf::IncrementalDocument::create_from(bytes.to_vec(), document);
    change(&mut update);
    let mut out = Vec::new();
    update.save_to(&mut out).unwrap();
    out.push(b'\n');
    out
}

/// Replaces the attached JSON by one with another name in it.
fn other_json(update: &mut lopdf::IncrementalDocument) {
    let id = update
        .get_prev_documents()
        .objects
        .iter()
        .find(|(_, object)| {
            object.as_stream().is_ok_and(|stream| {
                stream.dict.has_type(b"EmbeddedFile")
                    && stream.decompressed_content().unwrap_or(stream.content.clone()).starts_with(b"{\n")
            })
        })
        .map(|(id, _)| *id)
        .unwrap();
    update.opt_clone_object_to_new_document(id).unwrap();
    let stream = update.new_document.get_object_mut(id).unwrap().as_stream_mut().unwrap();
    let json = String::from_utf8(stream.decompressed_content().unwrap_or(stream.content.clone())).unwrap();
    stream.dict.remove(b"Filter");
    stream.set_content(json.replace("Väinö", "Virva").into_bytes());
}

/// Puts a note on the first page.
fn note(update: &mut lopdf::IncrementalDocument) {
    let page = update.get_prev_documents().page_iter().next().unwrap();
    let mut note = lopdf::Dictionary::new();
    note.set("Type", lopdf::Object::Name(b"Annot".to_vec()));
    note.set("Subtype", lopdf::Object::Name(b"FreeText".to_vec()));
    note.set("Rect", vec![100.into(), 100.into(), 300.into(), 200.into()]);
    note.set("Contents", lopdf::Object::string_literal("Kaikki hyvin"));
    let note = update.new_document.add_object(note);
    update.opt_clone_object_to_new_document(page).unwrap();
    let page = update.new_document.get_dictionary_mut(page).unwrap();
    let mut annotations = page.get(b"Annots").unwrap().as_array().unwrap().clone();
    annotations.push(note.into());
    page.set("Annots", annotations);
}

#[test]
fn an_update_that_replaces_the_data_is_seen_and_told() {
    let bytes = updated(&SIGNED.bytes, other_json);
    assert!(matches!(broken(&bytes), Fault::Appended { .. }));
    let verdict = check(&bytes);
    assert!(verdict.additions.contains(&Addition::Attachment), "{:?}", verdict.additions);
    assert!(!verdict.data.is_fine());
}

#[test]
fn an_update_that_adds_a_note_is_seen_and_told() {
    let bytes = updated(&SIGNED.bytes, note);
    assert!(matches!(broken(&bytes), Fault::Appended { .. }));
    assert!(check(&bytes).additions.contains(&Addition::Page));
}

#[test]
fn an_update_that_is_signed_by_somebody_else_is_no_better() {
    for change in [other_json, note] {
        let bytes = updated(&SIGNED.bytes, change);
        let bytes = sign(&bytes, &signer("Huijari"), &statement("Huijari")).unwrap();
        assert_eq!(broken(&bytes), Fault::Update);
    }
}

#[test]
fn a_countersignature_is_told_and_harms_nothing() {
    let bytes = sign(&SIGNED.bytes, &signer("Tilaaja"), &statement("Tilaaja")).unwrap();
    let verdict = check(&bytes);
    assert_eq!(verdict.integrity, Integrity::Intact);
    assert_eq!(verdict.data, DataCheck::Same);
    assert_eq!(verdict.signer.as_ref().unwrap().name, "Taina Tarkka");
    let [Addition::Countersignature(by)] = verdict.additions.as_slice() else { panic!("{:?}", verdict.additions) };
    assert_eq!((by.name.as_str(), &by.trust), ("Tilaaja", &Trust::Unknown));
    assert!(verdict.is_fine());
    // A third one on top still covers everything before it.
    let bytes = sign(&bytes, &signer("Toinen"), &statement("Toinen")).unwrap();
    assert!(check(&bytes).is_fine());
    assert_eq!(check(&bytes).additions.len(), 2);
}

#[test]
fn a_cut_off_signature_is_seen() {
    let bytes = &SIGNED.bytes[..SIGNED.unsigned.len()];
    assert_eq!(broken(bytes), Fault::Unsigned);
}

#[test]
fn a_truncated_file_is_seen_wherever_it_ends() {
    let length = SIGNED.bytes.len();
    for keep in [0, 1, 9, 100, length / 2, length - 20_000, length - 500, length - 7, length - 1] {
        let fault = broken(&SIGNED.bytes[..keep]);
        assert!(matches!(fault, Fault::Unreadable(_) | Fault::Unsigned | Fault::Coverage(_)), "{keep}: {fault:?}");
    }
}

#[test]
fn the_same_name_with_another_key_is_not_trusted() {
    let bytes = sign(&SIGNED.unsigned, &signer("Taina Tarkka"), &statement("Taina Tarkka")).unwrap();
    let verdict = check(&bytes);
    assert_eq!(verdict.integrity, Integrity::Intact);
    assert_eq!(verdict.signer.as_ref().unwrap().trust, Trust::OtherKey);
    assert!(!verdict.is_fine());
}

#[test]
fn an_unknown_signer_is_told_apart_from_a_trusted_one() {
    let bytes = sign(&SIGNED.unsigned, &signer("Vieras"), &statement("Vieras")).unwrap();
    let verdict = check(&bytes);
    assert_eq!(verdict.integrity, Integrity::Intact);
    assert_eq!(verdict.signer.as_ref().unwrap().trust, Trust::Unknown);
    assert!(!verdict.is_fine());
}

#[test]
fn a_file_rewritten_by_qpdf_is_seen() {
    let folder = tempfile::tempdir().unwrap();
    let (from, to) = (folder.path().join("a.pdf"), folder.path().join("b.pdf"));
    std::fs::write(&from, &SIGNED.bytes).unwrap();
    let status = Command::new("qpdf").arg(&from).arg(&to).status().expect("qpdf is missing: run tests/run");
    assert!(status.success());
    let fault = broken(&std::fs::read(&to).unwrap());
    assert!(matches!(fault, Fault::Coverage(_) | Fault::Signature(_)), "{fault:?}");
}

/// Facts that were changed, printed anew and signed by the trusted signer: what the pages say is what the data says.
fn resigned(json: &[u8], csv: &[u8], pages: &Facts) -> Vec<u8> {
    let honest = pages.to_json();
    let pdf =
        paper::register_pdf(&paper::Register { json: &honest, csv: &table::csv(pages), lang: pages.lang() }).unwrap();
    // Swap the attachments below the pages: streams are written anew by lopdf, the pages stay.
    let mut document = lopdf::Document::load_mem(&pdf).unwrap();
    for object in document.objects.values_mut() {
        let Ok(stream) = object.as_stream_mut() else { continue };
        if !stream.dict.has_type(b"EmbeddedFile") {
            continue;
        }
        let is_json = stream.decompressed_content().unwrap_or(stream.content.clone()).starts_with(b"{\n");
        stream.dict.remove(b"Filter");
        stream.set_content(if is_json { json.to_vec() } else { csv.to_vec() });
    }
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    sign(&bytes, &SIGNED.identity, &statement("Taina Tarkka")).unwrap()
}

#[test]
fn pages_that_say_something_else_than_the_data_are_seen() {
    let honest = gathered(&Made::of(5));
    let mut other = gathered(&Made::of(5));
    "Sami Satunnainen".clone_into(&mut other.trainer);
    let verdict = check(&resigned(&other.to_json(), &table::csv(&other), &honest));
    assert_eq!(verdict.integrity, Integrity::Intact);
    assert_eq!(verdict.data, DataCheck::Differs(vec![Difference::Pages]));
    assert!(!verdict.is_fine());
}

#[test]
fn a_table_that_says_something_else_than_the_data_is_seen() {
    let honest = gathered(&Made::of(5));
    let verdict = check(&resigned(&honest.to_json(), "\u{feff}Nro;Nimi\r\n1;Joku Muu\r\n".as_bytes(), &honest));
    let DataCheck::Differs(differences) = verdict.data else { panic!("{:?}", verdict.data) };
    assert!(differences.contains(&Difference::Table));
}

#[test]
fn a_signature_moved_to_another_row_is_seen() {
    let mut facts = gathered(&Made::of(5));
    facts.participants[0].signature = facts.participants[1].signature.clone();
    let json = facts.to_json();
    let csv = table::csv(&facts);
    let pdf = paper::register_pdf(&paper::Register { json: &json, csv: &csv, lang: facts.lang() }).unwrap();
    let bytes = sign(&pdf, &SIGNED.identity, &statement("Taina Tarkka")).unwrap();
    assert_eq!(check(&bytes).data, DataCheck::Differs(vec![Difference::Row(1)]));
}

#[test]
fn the_journal_at_hand_must_be_the_one_the_register_names() {
    let facts = gathered(&Made::of(5));
    let mut other = facts.journal.clone();
    other.length += 1;
    let with = |journal: &Journal| {
        let options = Options { trust: &SIGNED.trust, render: false, journal: Some(journal), now: now() };
        verify(&SIGNED.bytes, &options)
    };
    assert_eq!(with(&facts.journal).data, DataCheck::NotCompared(NotCompared::NotAsked));
    assert_eq!(with(&other).data, DataCheck::Differs(vec![Difference::Journal]));
}

#[test]
fn pages_of_another_release_are_not_compared_and_not_blamed() {
    let mut facts = gathered(&Made::of(3));
    "0.0.9".clone_into(&mut facts.made_by.program);
    facts.made_by.template = "00".repeat(32);
    let (json, csv) = (facts.to_json(), table::csv(&facts));
    let pdf = paper::register_pdf(&paper::Register { json: &json, csv: &csv, lang: facts.lang() }).unwrap();
    let bytes = sign(&pdf, &SIGNED.identity, &statement("Taina Tarkka")).unwrap();
    let verdict = check(&bytes);
    assert_eq!(verdict.data, DataCheck::NotCompared(NotCompared::OtherVersion("0.0.9".to_owned())));
    assert!(verdict.is_fine());
}

#[test]
fn a_signature_from_the_future_or_outside_the_certificate_is_refused() {
    for (at, fault) in [
        ("2026-12-01T00:00:00Z", Fault::Signature("it was made in the future")),
        ("2020-01-01T00:00:00Z", Fault::Certificate("it was not valid when the file was signed")),
    ] {
        let told = Statement { at: at.parse().unwrap(), ..statement("Taina Tarkka") };
        let bytes = sign(&SIGNED.unsigned, &SIGNED.identity, &told).unwrap();
        assert_eq!(broken(&bytes), fault);
    }
}

#[test]
fn files_that_are_no_registers_are_refused_in_words() {
    let mut files: BTreeMap<&str, Vec<u8>> = BTreeMap::new();
    files.insert("empty", Vec::new());
    files.insert("text", b"Hei maailma\n".to_vec());
    files.insert("header alone", b"%PDF-1.7\n".to_vec());
    files.insert("zeros", vec![0; 100_000]);
    files.insert("nested", [b"%PDF-1.7\n1 0 obj\n".to_vec(), vec![b'['; 200_000]].concat());
    for (name, bytes) in files {
        assert!(matches!(broken(&bytes), Fault::Unreadable(_) | Fault::Unsigned), "{name}");
    }
}

#[test]
fn a_name_that_is_markup_or_a_formula_is_printed_and_checked_like_any_other() {
    let made = Made::names(&["#panic() *x* $y$", "=cmd|' /C calc'!A0", "\\ \" ` ~ @<a>", "محمد 🦊", ""]);
    let bytes = sign(&printed(&made), &SIGNED.identity, &statement("Taina Tarkka")).unwrap();
    let verdict = check(&bytes);
    assert!(verdict.is_fine(), "{verdict:?}");
    let names: Vec<_> = verdict.facts.unwrap().participants.into_iter().map(|row| row.name).collect();
    assert_eq!(names[3], "محمد 🦊");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_flipped_byte_goes_unseen(at in 0..SIGNED.bytes.len(), mask in 1_u8..) {
        let mut bytes = SIGNED.bytes.clone();
        bytes[at] ^= mask;
        prop_assert!(check_quickly(&bytes).integrity != Integrity::Intact);
    }

    #[test]
    fn no_flipped_byte_of_the_signature_goes_unseen(at in 0..3_000_usize, digit in 0..16_u8) {
        let start = find_last(&SIGNED.bytes, b"/Contents<") + 10;
        let mut bytes = SIGNED.bytes.clone();
        let new = b"0123456789abcdef"[usize::from(digit)];
        prop_assume!(bytes[start + at] != new);
        bytes[start + at] = new;
        prop_assert!(check_quickly(&bytes).integrity != Integrity::Intact);
    }

    #[test]
    fn no_heap_of_bytes_makes_the_check_panic(junk in prop::collection::vec(any::<u8>(), 0..2_000), at in 0..SIGNED.bytes.len()) {
        let mut bytes = SIGNED.bytes[..at].to_vec();
        bytes.extend(junk);
        prop_assert!(check_quickly(&bytes).integrity != Integrity::Intact);
    }
}
