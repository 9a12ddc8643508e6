//! What an update of a file changes: nothing but a signature is allowed.

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::register::verify::Addition;

/// What `new` changes beside adding signatures; empty when it adds signatures alone.
pub(super) fn beside_signatures(old: &Document, new: &Document) -> Vec<Addition> {
    let mut found = Vec::new();
    let mut note = |addition: Addition| {
        if !found.contains(&addition) {
            found.push(addition);
        }
    };
    let roots = (root(old), root(new));
    if roots.0.is_none() || roots.0 != roots.1 || old.trailer.get(b"Info").ok() != new.trailer.get(b"Info").ok() {
        note(Addition::Other);
    }
    if old.objects.keys().any(|id| !new.objects.contains_key(id) && !is_bookkeeping(old, *id)) {
        note(Addition::Other);
    }
    for (id, object) in &new.objects {
        match old.objects.get(id) {
            Some(before) if before == object => {}
            Some(before) if is_bookkeeping(new, *id) && is_bookkeeping_object(before) => {}
            Some(before) => {
                if !is_allowed_change(*id, before, object, new, roots.0) {
                    note(kind(object, before));
                }
            }
            None if is_bookkeeping_object(object) || is_signature(object) || is_widget(object, new) => {}
            None => note(kind(object, object)),
        }
    }
    found
}

fn root(document: &Document) -> Option<ObjectId> {
    document.trailer.get(b"Root").ok()?.as_reference().ok()
}

/// Tables of cross-references and containers of objects: they hold nothing of their own.
fn is_bookkeeping(document: &Document, id: ObjectId) -> bool {
    document.objects.get(&id).is_some_and(is_bookkeeping_object)
}

fn is_bookkeeping_object(object: &Object) -> bool {
    let Object::Stream(stream) = object else { return false };
    stream.dict.has_type(b"XRef") || stream.dict.has_type(b"ObjStm")
}

/// What kind of thing was changed or added, in the reader's words.
fn kind(object: &Object, before: &Object) -> Addition {
    let dictionary = match object {
        Object::Stream(stream) => Some(&stream.dict),
        Object::Dictionary(dictionary) => Some(dictionary),
        _ => None,
    };
    let is = |name: &[u8]| dictionary.is_some_and(|dictionary| dictionary.has_type(name));
    if is(b"EmbeddedFile") || is(b"Filespec") || is(b"F") {
        Addition::Attachment
    } else if is(b"Page") || is(b"Pages") || is(b"Annot") || dictionary.is_some_and(|it| it.has(b"Subtype")) {
        Addition::Page
    } else if matches!((object, before), (Object::Stream(_), _)) {
        // Untyped streams are what pages draw.
        Addition::Page
    } else {
        Addition::Other
    }
}

/// The catalogue may gain a form, a page an annotation, a form a field; nothing else may change.
fn is_allowed_change(id: ObjectId, before: &Object, after: &Object, new: &Document, root: Option<ObjectId>) -> bool {
    let (Object::Dictionary(before), Object::Dictionary(after)) = (before, after) else {
        // Arrays that stand alone: a page's annotations or a form's fields.
        return match (before, after) {
            (Object::Array(before), Object::Array(after)) => grows_by_widgets(before, after, new),
            _ => false,
        };
    };
    if Some(id) == root {
        return same_but(before, after, &[b"AcroForm", b"Perms", b"Extensions"])
            && form_grows(before.get(b"AcroForm").ok(), after.get(b"AcroForm").ok(), new)
            && [&b"Perms"[..], b"Extensions"]
                .iter()
                .all(|key| before.get(key).is_err() || before.get(key).ok() == after.get(key).ok());
    }
    if after.has_type(b"Page") {
        return same_but(before, after, &[b"Annots"]) && list_grows(before, after, b"Annots", new);
    }
    // A form that is an object of its own.
    form_grows(Some(&Object::Dictionary(before.clone())), Some(&Object::Dictionary(after.clone())), new)
        && after.has(b"SigFlags")
}

/// Whether two dictionaries agree in every key but these.
fn same_but(before: &Dictionary, after: &Dictionary, but: &[&[u8]]) -> bool {
    let relevant = |dictionary: &Dictionary| -> Vec<(Vec<u8>, Object)> {
        let mut entries: Vec<_> = dictionary
            .iter()
            .filter(|(key, _)| !but.contains(&key.as_slice()))
            .map(|(key, value)| (key.clone(), value.clone()))
            .collect();
        entries.sort_by(|a, b| a.0.cmp(&b.0));
        entries
    };
    relevant(before) == relevant(after)
}

/// Whether a form gains signature fields and nothing else.
fn form_grows(before: Option<&Object>, after: Option<&Object>, new: &Document) -> bool {
    let Some(after) = after else { return before.is_none() };
    if let (Object::Reference(_), Some(before)) = (after, before) {
        // What the reference leads to is compared as an object of its own.
        return before == after;
    }
    let Ok((_, Object::Dictionary(after))) = new.dereference(after) else { return false };
    let empty = Dictionary::new();
    let before = match before {
        None => &empty,
        Some(Object::Dictionary(before)) => before,
        Some(_) => return false,
    };
    let knows_only = after.iter().all(|(key, _)| before.has(key) || key == b"Fields" || key == b"SigFlags");
    knows_only && same_but(before, after, &[b"Fields", b"SigFlags"]) && list_grows(before, after, b"Fields", new)
}

/// Whether the list under `key` gains signature widgets at its end and nothing else.
fn list_grows(before: &Dictionary, after: &Dictionary, key: &[u8], new: &Document) -> bool {
    let (before, after) = (before.get(key).ok(), after.get(key).ok());
    match (before, after) {
        (None, None) => true,
        (Some(before), Some(after)) if before == after => true,
        (None, Some(Object::Array(after))) => grows_by_widgets(&[], after, new),
        (Some(Object::Array(before)), Some(Object::Array(after))) => grows_by_widgets(before, after, new),
        (Some(Object::Reference(list)), Some(Object::Array(after))) => {
            // The list stood alone before and stands inside now.
            match new.get_object(*list) {
                Ok(Object::Array(before)) => grows_by_widgets(before, after, new),
                _ => false,
            }
        }
        _ => false,
    }
}

fn grows_by_widgets(before: &[Object], after: &[Object], new: &Document) -> bool {
    after.len() >= before.len()
        && after[..before.len()] == *before
        && after[before.len()..].iter().all(|added| match new.dereference(added) {
            Ok((_, object)) => is_widget(object, new),
            Err(_) => false,
        })
}

/// A signature dictionary.
fn is_signature(object: &Object) -> bool {
    let Object::Dictionary(dictionary) = object else { return false };
    dictionary.has_type(b"Sig") && dictionary.has(b"ByteRange") && dictionary.has(b"Contents")
}

/// A signature field whose widget shows nothing and does nothing.
fn is_widget(object: &Object, document: &Document) -> bool {
    let Object::Dictionary(dictionary) = object else { return false };
    const KNOWN: [&[u8]; 10] = [b"Type", b"Subtype", b"FT", b"T", b"TU", b"V", b"P", b"Rect", b"F", b"Ff"];
    let is_name = |key: &[u8], name: &[u8]| {
        dictionary.get(key).and_then(|value| value.as_name()).is_ok_and(|value| value == name)
    };
    let is_empty = dictionary.get(b"Rect").and_then(|rect| rect.as_array()).is_ok_and(|rect| {
        rect.len() == 4 && rect.iter().all(|side| side.as_float().is_ok_and(|side| side.abs() < f32::EPSILON))
    });
    let signs = dictionary.get_deref(b"V", document).is_ok_and(is_signature);
    is_name(b"Subtype", b"Widget")
        && is_name(b"FT", b"Sig")
        && is_empty
        && signs
        && dictionary.iter().all(|(key, _)| KNOWN.contains(&key.as_slice()))
}
