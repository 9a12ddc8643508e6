//! What an update of a file changes: nothing but one signature is allowed.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

use crate::register::verify::Addition;

/// The keys that a further signature's field may have: it shows nothing and does nothing.
const FIELD_KEYS: [&[u8]; 10] = [b"Type", b"Subtype", b"FT", b"T", b"TU", b"V", b"P", b"Rect", b"F", b"Ff"];
/// The keys that a signature may have. `Reference` is the first one's alone: it says what may follow.
const SIGNATURE_KEYS: [&[u8]; 11] = [
    b"Type",
    b"Filter",
    b"SubFilter",
    b"ByteRange",
    b"M",
    b"Name",
    b"Reason",
    b"Location",
    b"ContactInfo",
    b"Contents",
    b"Reference",
];

/// What `new` changes beside adding one signature; empty when it adds one signature and nothing else, or nothing.
///
/// What a document looks like may hang on objects that it names and that are not there: who adds them later changes
/// what was signed without touching a single one of its objects. So no added object may have been named before.
pub(super) fn beside_signature(old: &Document, new: &Document) -> Vec<Addition> {
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
    let added = || new.objects.iter().filter(|(id, _)| !old.objects.contains_key(id));
    let widgets: Vec<ObjectId> = added().filter(|(_, object)| is_widget(object, new)).map(|(id, _)| *id).collect();
    let widget = match &widgets[..] {
        [widget] if !forbids_signatures(old) => Some(*widget),
        _ => None,
    };
    let growth = Growth { widget, new, form: form_of(new), root: roots.0, is_first: form_of(old) == Form::None };
    let named = named(old);
    for (id, object) in added() {
        if named.contains(id) || !growth.expects(*id, object) {
            note(kind(object));
        }
    }
    for (id, object) in &new.objects {
        match old.objects.get(id) {
            Some(before) if before == object => {}
            Some(before) if is_bookkeeping_object(object) && is_bookkeeping_object(before) => {}
            Some(before) if !growth.allows(*id, before, object) => note(kind(object)),
            Some(_) | None => {}
        }
    }
    let is_as_before = old.objects.len() == new.objects.len() && old.objects == new.objects;
    if found.is_empty() && !is_as_before && !growth.is_shown_once(old) {
        found.push(Addition::Other);
    }
    found
}

fn root(document: &Document) -> Option<ObjectId> {
    document.trailer.get(b"Root").ok()?.as_reference().ok()
}

/// Where the form stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    None,
    InCatalogue,
    Apart(ObjectId),
}

fn form_of(document: &Document) -> Form {
    match document.catalog().and_then(|catalog| catalog.get(b"AcroForm")) {
        Ok(Object::Reference(id)) => Form::Apart(*id),
        Ok(_) => Form::InCatalogue,
        Err(_absent) => Form::None,
    }
}

/// Tables of cross-references and containers of objects: they hold nothing of their own.
fn is_bookkeeping(document: &Document, id: ObjectId) -> bool {
    document.objects.get(&id).is_some_and(is_bookkeeping_object)
}

fn is_bookkeeping_object(object: &Object) -> bool {
    let Object::Stream(stream) = object else { return false };
    stream.dict.has_type(b"XRef") || stream.dict.has_type(b"ObjStm")
}

/// Every object that the document names, whether it is there or not.
fn named(document: &Document) -> BTreeSet<ObjectId> {
    fn follow(object: &Object, named: &mut BTreeSet<ObjectId>) {
        match object {
            Object::Reference(id) => {
                named.insert(*id);
            }
            Object::Array(items) => items.iter().for_each(|item| follow(item, named)),
            Object::Dictionary(dictionary) => dictionary.iter().for_each(|(_, value)| follow(value, named)),
            Object::Stream(stream) => stream.dict.iter().for_each(|(_, value)| follow(value, named)),
            _ => {}
        }
    }
    let mut found = BTreeSet::new();
    document.objects.values().for_each(|object| follow(object, &mut found));
    document.trailer.iter().for_each(|(_, value)| follow(value, &mut found));
    found
}

/// Whether the first signature says that nothing may follow, not even signatures.
fn forbids_signatures(document: &Document) -> bool {
    let permission = || {
        let permissions = document.catalog().ok()?.get_deref(b"Perms", document).ok()?.as_dict().ok()?;
        let signature = permissions.get_deref(b"DocMDP", document).ok()?.as_dict().ok()?;
        let reference = signature.get_deref(b"Reference", document).ok()?.as_array().ok()?.first()?;
        let reference = document.dereference(reference).ok()?.1.as_dict().ok()?;
        let rules = reference.get_deref(b"TransformParams", document).ok()?.as_dict().ok()?;
        rules.get_deref(b"P", document).ok()?.as_i64().ok()
    };
    permission() == Some(1)
}

/// What kind of thing was changed or added, in the reader's words.
fn kind(object: &Object) -> Addition {
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
    } else if matches!(object, Object::Stream(_)) {
        // Untyped streams are what pages draw.
        Addition::Page
    } else {
        Addition::Other
    }
}

/// The one way in which a document may grow: by this widget in its form and on one page.
struct Growth<'a> {
    /// The only added widget; `None` when there is none, or another number, or none may be.
    widget: Option<ObjectId>,
    new: &'a Document,
    form: Form,
    root: Option<ObjectId>,
    is_first: bool,
}

impl Growth<'_> {
    /// The widget and its signature may be added, and what only holds objects together.
    fn expects(&self, id: ObjectId, object: &Object) -> bool {
        let Some(widget) = self.widget else { return false };
        let holds = |id| {
            let field = self.new.get_dictionary(widget);
            field.and_then(|field| field.get(b"V")).is_ok_and(|value| *value == Object::Reference(id))
        };
        let speaks_of_others = object.as_dict().is_ok_and(|dictionary| dictionary.has(b"Reference"));
        id == widget || holds(id) && (self.is_first || !speaks_of_others) || is_bookkeeping_object(object)
    }

    /// The catalogue may gain a form, a page the widget, a form the field; nothing else may change.
    fn allows(&self, id: ObjectId, before: &Object, after: &Object) -> bool {
        let (Object::Dictionary(before), Object::Dictionary(after)) = (before, after) else {
            // Arrays that stand alone: a page's annotations or a form's fields.
            return match (before, after) {
                (Object::Array(before), Object::Array(after)) => self.grows(before, after),
                _ => false,
            };
        };
        if Some(id) == self.root {
            return same_but(before, after, &[b"AcroForm", b"Perms", b"Extensions"])
                && self.form_grows(before.get(b"AcroForm").ok(), after.get(b"AcroForm").ok())
                && [&b"Perms"[..], b"Extensions"]
                    .iter()
                    .all(|key| before.get(key).is_err() || before.get(key).ok() == after.get(key).ok());
        }
        if after.has_type(b"Page") {
            return same_but(before, after, &[b"Annots"]) && self.list_grows(before, after, b"Annots");
        }
        // A form that is an object of its own.
        self.form == Form::Apart(id) && self.fields_grow(before, after)
    }

    /// Whether a form gains the field and nothing else.
    fn form_grows(&self, before: Option<&Object>, after: Option<&Object>) -> bool {
        let empty = Dictionary::new();
        match (before, after) {
            (None, None) => true,
            // What the reference leads to is compared as an object of its own.
            (Some(before), Some(after @ Object::Reference(_))) => before == after,
            (Some(Object::Dictionary(before)), Some(Object::Dictionary(after))) => self.fields_grow(before, after),
            (None, Some(Object::Dictionary(after))) => self.fields_grow(&empty, after),
            _ => false,
        }
    }

    fn fields_grow(&self, before: &Dictionary, after: &Dictionary) -> bool {
        same_but(before, after, &[b"Fields", b"SigFlags"])
            && after.get(b"SigFlags").and_then(|flags| flags.as_i64()).is_ok_and(|flags| flags == 3)
            && self.list_grows(before, after, b"Fields")
    }

    /// Whether the list under `key` gains the widget at its end and nothing else.
    fn list_grows(&self, before: &Dictionary, after: &Dictionary, key: &[u8]) -> bool {
        match (before.get(key).ok(), after.get(key).ok()) {
            (None, None) => true,
            (Some(before), Some(after)) if before == after => true,
            (None, Some(Object::Array(after))) => self.grows(&[], after),
            (Some(Object::Array(before)), Some(Object::Array(after))) => self.grows(before, after),
            // The list stood alone before and stands inside now.
            (Some(Object::Reference(list)), Some(Object::Array(after))) => match self.new.get_object(*list) {
                Ok(Object::Array(before)) => self.grows(before, after),
                _ => false,
            },
            _ => false,
        }
    }

    fn grows(&self, before: &[Object], after: &[Object]) -> bool {
        self.widget.is_some()
            && after
                .split_last()
                .is_some_and(|(added, others)| others == before && added.as_reference().ok() == self.widget)
    }

    /// Whether the widget is the form's newest field, and stands on one page alone, which it had not stood on before.
    ///
    /// A field that only some readers find would be a signature that only some readers check.
    fn is_shown_once(&self, old: &Document) -> bool {
        let Some(widget) = self.widget else { return false };
        let here = Object::Reference(widget);
        let list = |dictionary: &Dictionary, key: &[u8]| -> Vec<Object> {
            let found = dictionary.get_deref(key, self.new).and_then(|list| list.as_array());
            found.map(|list| list.iter().filter(|item| **item == here).cloned().collect()).unwrap_or_default()
        };
        let form = self.new.catalog().and_then(|catalog| catalog.get_deref(b"AcroForm", self.new));
        let fields = form.and_then(|form| form.as_dict()).map_or(0, |form| list(form, b"Fields").len());
        let pages = self.new.page_iter().filter_map(|page| self.new.get_dictionary(page).ok());
        let shown: usize = pages.map(|page| list(page, b"Annots").len()).sum();
        fields == 1 && shown == 1 && old.page_iter().eq(self.new.page_iter())
    }
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

/// A signature dictionary.
fn is_signature(object: &Object) -> bool {
    let Object::Dictionary(dictionary) = object else { return false };
    dictionary.has_type(b"Sig")
        && dictionary.has(b"ByteRange")
        && dictionary.has(b"Contents")
        && dictionary.iter().all(|(key, _)| SIGNATURE_KEYS.contains(&key.as_slice()))
}

/// A signature field whose widget shows nothing and does nothing.
fn is_widget(object: &Object, document: &Document) -> bool {
    let Object::Dictionary(dictionary) = object else { return false };
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
        && dictionary.iter().all(|(key, _)| FIELD_KEYS.contains(&key.as_slice()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_first_signature_may_forbid_every_other() {
        let bytes = include_bytes!("../../../tests/fixtures/registers/version-1.pdf");
        let mut document = Document::load_mem(bytes).unwrap();
        assert!(!forbids_signatures(&document));
        let signature = document.catalog().unwrap().get(b"Perms").unwrap().as_dict().unwrap();
        let signature = signature.get(b"DocMDP").unwrap().as_reference().unwrap();
        let signature = document.get_dictionary_mut(signature).unwrap();
        let reference = signature.get_mut(b"Reference").unwrap().as_array_mut().unwrap()[0].as_dict_mut().unwrap();
        reference.get_mut(b"TransformParams").unwrap().as_dict_mut().unwrap().set("P", 1);
        assert!(forbids_signatures(&document));
    }
}
