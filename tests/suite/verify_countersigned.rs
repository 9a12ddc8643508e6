//! Countersigned registers: every signer told apart, and nothing let through beside a signature.

use lopdf::{Dictionary, IncrementalDocument, Object, ObjectId, Stream};
use perehdytin::register::countersign::{CountersignError, Countersigning, Reason, Refused, countersign};
use perehdytin::register::identity::Identity;
use perehdytin::register::sign::sign;
use perehdytin::register::verify::{Addition, DataCheck, Fault, Integrity, Mark, Options, Trust, Verdict, verify};

use crate::verify_table::{SIGNED, check, now, signer, statement, updated};

fn by(identity: &Identity, bytes: &[u8], reason: Reason) -> Result<Vec<u8>, CountersignError> {
    let countersigning =
        Countersigning { reason, place: "Esimerkkilä", at: now(), trust: &SIGNED.trust, unknown_signer: false };
    countersign(bytes, identity, &countersigning)
}

#[test]
fn each_of_several_countersigners_is_told_with_reason_and_trust() {
    let (tiina, olli) = (signer("Tilaaja Tiina"), signer("Olli Omistaja"));
    let bytes = by(&tiina, &SIGNED.bytes, Reason::Received).unwrap();
    let bytes = by(&olli, &bytes, Reason::Other("Käyty läpi ”kokouksessa”".to_owned())).unwrap();
    let bytes = by(&tiina, &bytes, Reason::Accepted).unwrap();
    let mut trust = SIGNED.trust.clone();
    trust.accept(tiina.fingerprint(), "Tiina".to_owned(), now());
    let told = verify(&bytes, &Options { trust: &trust, render: true, journal: None, now: now() });
    assert_eq!((told.integrity.clone(), told.data.clone()), (Integrity::Intact, DataCheck::Same));
    assert!(told.is_fine());
    let who: Vec<(&str, &str, bool)> = told
        .signer
        .iter()
        .chain(told.countersigners())
        .map(|by| (by.name.as_str(), by.reason.as_str(), matches!(by.trust, Trust::Trusted { .. })))
        .collect();
    let expected = [
        ("Taina Tarkka", "Perehdytyksen osallistujarekisteri", true),
        ("Tilaaja Tiina", "Vastaanotettu", true),
        ("Olli Omistaja", "Käyty läpi ”kokouksessa”", false),
        ("Tilaaja Tiina", "Hyväksytty", true),
    ];
    assert_eq!(who, expected);
    // What was signed before is there byte for byte.
    assert!(bytes.starts_with(&SIGNED.bytes));
    // Somebody unknown among them is for a person to judge.
    assert_eq!(told.mark(), Mark::Caution);
    trust.accept(olli.fingerprint(), "Olli".to_owned(), now());
    let told = verify(&bytes, &Options { trust: &trust, render: false, journal: None, now: now() });
    assert_eq!(told.mark(), Mark::Good);
}

#[test]
fn who_bears_a_trusted_name_with_another_key_spoils_the_register() {
    let bytes = by(&signer("Taina Tarkka"), &SIGNED.bytes, Reason::Accepted).unwrap();
    let told = check(&bytes);
    assert_eq!(told.integrity, Integrity::Intact);
    assert_eq!((told.is_fine(), told.mark()), (false, Mark::Bad));
    let refused = by(&signer("Tilaaja"), &bytes, Reason::Received).unwrap_err();
    assert!(matches!(refused, CountersignError::Refused(Refused::OtherKey { .. })), "{refused:?}");
}

#[test]
fn nobody_countersigns_what_the_check_does_not_accept() {
    let tilaaja = signer("Tilaaja");
    let appended = [&SIGNED.bytes[..], b"\n"].concat();
    let refused = by(&tilaaja, &appended, Reason::Received).unwrap_err();
    assert!(matches!(refused, CountersignError::Refused(Refused::NotIntact(_))), "{refused:?}");
    let refused = by(&tilaaja, &SIGNED.unsigned, Reason::Received).unwrap_err();
    assert!(matches!(refused, CountersignError::Refused(Refused::NotIntact(_))), "{refused:?}");
    let vieras = sign(&SIGNED.unsigned, &signer("Vieras"), &statement("Vieras")).unwrap();
    let refused = by(&tilaaja, &vieras, Reason::Received).unwrap_err();
    assert!(matches!(refused, CountersignError::Refused(Refused::UnknownSigner(_))), "{refused:?}");
    let asked =
        Countersigning { reason: Reason::Received, place: "", at: now(), trust: &SIGNED.trust, unknown_signer: true };
    let bytes = countersign(&vieras, &tilaaja, &asked).unwrap();
    assert_eq!(check(&bytes).integrity, Integrity::Intact);
}

#[test]
fn a_countersignature_says_something_and_nothing_twice() {
    let tilaaja = signer("Tilaaja");
    for reason in [String::new(), "  ".to_owned(), "x".repeat(201), "a\nb".to_owned()] {
        let refused = by(&tilaaja, &SIGNED.bytes, Reason::Other(reason)).unwrap_err();
        assert!(matches!(refused, CountersignError::BadReason), "{refused:?}");
    }
    let bytes = by(&tilaaja, &SIGNED.bytes, Reason::Received).unwrap();
    let refused = by(&tilaaja, &bytes, Reason::Received).unwrap_err();
    assert!(matches!(refused, CountersignError::SignedAlready), "{refused:?}");
}

#[test]
fn the_seventeenth_signature_finds_no_room() {
    let tilaaja = signer("Tilaaja");
    let mut bytes = SIGNED.bytes.clone();
    for number in 2..=16 {
        let told = perehdytin::register::sign::Statement { reason: number.to_string(), ..statement("Tilaaja") };
        bytes = sign(&bytes, &tilaaja, &told).unwrap();
    }
    assert_eq!(check(&bytes).countersigners().count(), 15);
    let refused = by(&tilaaja, &bytes, Reason::Received).unwrap_err();
    assert!(matches!(refused, CountersignError::Full), "{refused:?}");
}

/// The register with `change` in an update, and a valid countersignature over all of it.
fn changed(base: &[u8], change: impl FnOnce(&mut IncrementalDocument)) -> Verdict {
    check(&sign(&updated(base, change), &signer("Huijari"), &statement("Huijari")).unwrap())
}

#[track_caller]
fn refused(verdict: &Verdict, addition: &Addition) {
    assert_eq!(verdict.integrity, Integrity::Broken(Fault::Update));
    assert!(verdict.additions.contains(addition), "{:?}", verdict.additions);
    assert!(!verdict.is_fine());
}

fn name(text: &str) -> Object {
    Object::Name(text.as_bytes().to_vec())
}

fn first_page(update: &IncrementalDocument) -> ObjectId {
    update.get_prev_documents().page_iter().next().unwrap()
}

/// Changes a copy of an object of the file.
fn edit(update: &mut IncrementalDocument, id: ObjectId, change: impl FnOnce(&mut Dictionary)) {
    update.opt_clone_object_to_new_document(id).unwrap();
    change(update.new_document.get_dictionary_mut(id).unwrap());
}

fn root(update: &IncrementalDocument) -> ObjectId {
    update.get_prev_documents().trailer.get(b"Root").unwrap().as_reference().unwrap()
}

/// A square that covers what lies under it.
fn cover(update: &mut IncrementalDocument) -> Object {
    let mut form = Dictionary::new();
    form.set("Type", name("XObject"));
    form.set("Subtype", name("Form"));
    form.set("BBox", vec![0.into(), 0.into(), 300.into(), 300.into()]);
    let drawn = Stream::new(form, b"1 g 0 0 300 300 re f".to_vec());
    update.new_document.add_object(drawn).into()
}

/// A signature field that shows `shown` over the page; it need not even be signed.
fn field(update: &mut IncrementalDocument, value: Option<ObjectId>) {
    let page = first_page(update);
    let mut widget = Dictionary::new();
    widget.set("Type", name("Annot"));
    widget.set("Subtype", name("Widget"));
    widget.set("FT", name("Sig"));
    widget.set("T", Object::string_literal("Signature9"));
    widget.set("Rect", vec![100.into(), 100.into(), 400.into(), 400.into()]);
    widget.set("F", 132);
    widget.set("P", page);
    if let Some(value) = value {
        widget.set("V", value);
    }
    let mut shown = Dictionary::new();
    shown.set("N", cover(update));
    widget.set("AP", shown);
    let widget = update.new_document.add_object(widget);
    edit(update, page, |page| {
        page.get_mut(b"Annots").unwrap().as_array_mut().unwrap().push(widget.into());
    });
    let root = root(update);
    edit(update, root, |catalogue| {
        let form = catalogue.get_mut(b"AcroForm").unwrap().as_dict_mut().unwrap();
        form.get_mut(b"Fields").unwrap().as_array_mut().unwrap().push(widget.into());
    });
}

#[test]
fn a_countersignature_carries_no_other_content_for_a_page() {
    let verdict = changed(&SIGNED.bytes, |update| {
        let page = first_page(update);
        let drawn = update.new_document.add_object(Stream::new(Dictionary::new(), b"BT ET".to_vec()));
        edit(update, page, |page| page.set("Contents", drawn));
    });
    refused(&verdict, &Addition::Page);
    // Nor one of another page, which is there already.
    let verdict = changed(&SIGNED.bytes, |update| {
        let pages: Vec<ObjectId> = update.get_prev_documents().page_iter().collect();
        let other = update.get_prev_documents().get_dictionary(pages[1]).unwrap().get(b"Contents").unwrap().clone();
        edit(update, pages[0], |page| page.set("Contents", other));
    });
    refused(&verdict, &Addition::Page);
}

#[test]
fn a_countersignature_carries_no_page_layer_or_action() {
    let verdict = changed(&SIGNED.bytes, |update| {
        let pages: Vec<ObjectId> = update.get_prev_documents().page_iter().collect();
        let parent = update.get_prev_documents().get_dictionary(pages[0]).unwrap().get(b"Parent").unwrap();
        let parent = parent.as_reference().unwrap();
        edit(update, parent, |tree| {
            tree.get_mut(b"Kids").unwrap().as_array_mut().unwrap().reverse();
        });
    });
    refused(&verdict, &Addition::Page);
    for key in ["OCProperties", "OpenAction", "AA", "Names", "Dests"] {
        let verdict = changed(&SIGNED.bytes, |update| {
            let root = root(update);
            edit(update, root, |catalogue| catalogue.set(key, Dictionary::new()));
        });
        assert!(!verdict.is_fine() && matches!(verdict.integrity, Integrity::Broken(_)), "{key}: {verdict:?}");
    }
    for key in ["NeedAppearances", "XFA", "DA", "DR", "CO"] {
        let verdict = changed(&SIGNED.bytes, |update| {
            let root = root(update);
            edit(update, root, |catalogue| catalogue.get_mut(b"AcroForm").unwrap().as_dict_mut().unwrap().set(key, 1));
        });
        assert_eq!(verdict.integrity, Integrity::Broken(Fault::Update), "{key}");
    }
}

#[test]
fn a_signature_field_that_hides_content_is_refused() {
    // Unsigned, with the first signature in it, and with one of its own.
    refused(&changed(&SIGNED.bytes, |update| field(update, None)), &Addition::Page);
    let first = |update: &IncrementalDocument| {
        let document = update.get_prev_documents();
        document.objects.iter().find(|(_, object)| object.as_dict().is_ok_and(|it| it.has_type(b"Sig"))).map(|it| *it.0)
    };
    let verdict = changed(&SIGNED.bytes, |update| field(update, first(update)));
    assert!(matches!(verdict.integrity, Integrity::Broken(_)), "{verdict:?}");
    // The field of the honest countersignature, made visible and covering.
    let honest = sign(&SIGNED.bytes, &signer("Tilaaja"), &statement("Tilaaja")).unwrap();
    let verdict = changed(&honest, |update| {
        let shown = cover(update);
        let document = update.get_prev_documents();
        let is_second = |object: &Object| {
            let title = object.as_dict().and_then(|it| it.get(b"T")).and_then(|title| title.as_str());
            title.is_ok_and(|title| title == b"Signature2")
        };
        let id = document.objects.iter().find(|(_, object)| is_second(object)).map(|it| *it.0).unwrap();
        edit(update, id, |widget| {
            let mut appearance = Dictionary::new();
            appearance.set("N", shown);
            widget.set("AP", appearance);
            widget.set("Rect", vec![0.into(), 0.into(), 500.into(), 500.into()]);
        });
    });
    refused(&verdict, &Addition::Page);
}

#[test]
fn what_the_first_signature_left_open_may_not_be_filled_later() {
    // The pages name an object that is not there: nothing is shown, and the trainer signs.
    let mut document = lopdf::Document::load_mem(&SIGNED.unsigned).unwrap();
    let page = document.page_iter().next().unwrap();
    let shadow: ObjectId = (document.max_id + 5, 0);
    let contents = document.get_dictionary(page).unwrap().get(b"Contents").unwrap().clone();
    document.get_dictionary_mut(page).unwrap().set("Contents", vec![contents, shadow.into()]);
    let mut prepared = Vec::new();
    document.save_to(&mut prepared).unwrap();
    prepared.push(b'\n');
    let prepared = sign(&prepared, &SIGNED.identity, &statement("Taina Tarkka")).unwrap();
    assert_eq!(check(&prepared).integrity, Integrity::Intact);
    // An honest countersignature must not happen to become it either, so any of these is fine or refused, never shown.
    for kind in ["ObjStm", "XRef", "Page", "Sig"] {
        let verdict = changed(&prepared, |update| {
            let mut told = Dictionary::new();
            told.set("Type", name(kind));
            if kind == "ObjStm" {
                told.set("N", 0);
                told.set("First", 0);
            }
            update
                .new_document
                .objects
                .insert(shadow, Stream::new(told, b"BT (Kaikki paikalla) Tj ET".to_vec()).into());
            update.new_document.max_id = update.new_document.max_id.max(shadow.0);
        });
        assert!(!verdict.is_fine(), "{kind}");
    }
    let verdict = changed(&prepared, |update| {
        update.new_document.objects.insert(shadow, Stream::new(Dictionary::new(), b"BT ET".to_vec()).into());
        update.new_document.max_id = update.new_document.max_id.max(shadow.0);
    });
    refused(&verdict, &Addition::Page);
}

/// The register with a table of objects appended that says other things of objects that are there.
fn with_table(runs: &str) -> Vec<u8> {
    let bytes = &SIGNED.bytes;
    let text = String::from_utf8_lossy(&bytes[bytes.len() - 600..]).into_owned();
    let trailer = &text[text.rfind("trailer").unwrap()..text.rfind("/Prev").unwrap()];
    let before = text[text.rfind("startxref\n").unwrap() + 10..].split('\n').next().unwrap();
    let at = bytes.len();
    let update = format!("xref\n{runs}{trailer}/Prev {before}>>\nstartxref\n{at}\n%%EOF\n");
    [bytes, update.as_bytes()].concat()
}

#[test]
fn a_table_that_redirects_or_deletes_objects_is_refused() {
    let document = lopdf::Document::load_mem(&SIGNED.bytes).unwrap();
    let streams: Vec<ObjectId> = document
        .page_iter()
        .map(|page| document.get_dictionary(page).unwrap().get(b"Contents").unwrap().as_reference().unwrap())
        .collect();
    let place = |id: ObjectId| match document.reference_table.get(id.0) {
        Some(lopdf::xref::XrefEntry::Normal { offset, .. }) => *offset,
        other => panic!("{other:?}"),
    };
    let redirected = with_table(&format!("{} 1\n{:010} 00000 n \n", streams[0].0, place(streams[1])));
    let deleted = with_table(&format!("{} 1\n0000000000 00001 f \n", streams[0].0));
    for bytes in [redirected, deleted] {
        assert!(matches!(check(&bytes).integrity, Integrity::Broken(_)));
        // A reader that mends files may sign it all the same.
        if let Ok(signed) = sign(&bytes, &signer("Huijari"), &statement("Huijari")) {
            assert!(matches!(check(&signed).integrity, Integrity::Broken(_)), "{:?}", check(&signed));
        }
    }
    // Even a table that says nothing new is no signature.
    let idle = with_table(&format!("{} 1\n{:010} 00000 n \n", streams[0].0, place(streams[0])));
    let signed = sign(&idle, &signer("Huijari"), &statement("Huijari")).unwrap();
    assert_eq!(check(&signed).integrity, Integrity::Broken(Fault::Update));
}
