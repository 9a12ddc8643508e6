//! Typed values out of a tree: each reader tells what is wrong and then gives a harmless value, so that the
//! rest of the file can still be judged.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::i18n::Message;
use crate::i18n::messages::check as say;
use crate::text::Id;
use crate::text::LangTag;
use crate::text::Text;

use super::diagnostic::Finding;
use super::diagnostic::Findings;
use super::diagnostic::Spot;
use super::file::SourceFile;
use super::file::has_treacherous;
use super::file::is_treacherous;
use super::file::quoted;
use super::near::nearest;
use super::tree::Field;
use super::tree::Name;
use super::tree::Node;
use super::tree::Span;
use super::tree::Value;

/// The longest identifier, in characters.
const MAX_ID: usize = 60;

/// Reads typed values from the tree of one file.
pub struct Reader<'a> {
    /// The file.
    pub file: Arc<SourceFile>,
    /// Where findings go.
    pub findings: &'a mut Findings,
}

/// A text and where each of its languages stands.
#[derive(Clone, Debug, Default)]
pub struct PlacedText {
    /// The text.
    pub text: Text,
    /// The place of each language's string.
    pub spans: BTreeMap<LangTag, Span>,
}

/// The fields of a struct; [`Fields::finish`] tells those that nobody asked for.
pub struct Fields<'n> {
    /// The struct's name, or its opening parenthesis.
    pub head: Span,
    by_name: BTreeMap<&'n str, &'n Field>,
    names: Vec<&'n Name>,
    asked: Vec<&'static str>,
}

impl Reader<'_> {
    /// The spot of `span` in this file.
    pub fn spot(&self, span: Span) -> Spot {
        Spot::new(&self.file, span)
    }

    /// Tells a mistake.
    pub fn error(&mut self, code: &'static str, span: Span, message: Message) {
        let spot = self.spot(span);
        self.findings.push(Finding::error(code, spot, message));
    }

    /// Tells a mistake and its mend.
    pub fn error_with_hint(&mut self, code: &'static str, span: Span, message: Message, hint: Message) {
        let spot = self.spot(span);
        self.findings.push(Finding::error(code, spot, message).hint(hint));
    }

    /// Tells something the author should look at, and its mend.
    pub fn warning(&mut self, code: &'static str, span: Span, message: Message, hint: Message) {
        let spot = self.spot(span);
        self.findings.push(Finding::warning(code, spot, message).hint(hint));
    }

    /// Tells that `node` is of the wrong kind; `expected` is selected by the wordings.
    pub fn wrong_type(&mut self, node: &Node, field: &str, expected: &'static str) {
        self.error("wrong-type", node.head(), say::wrong_type(field, expected, node.kind()));
    }

    /// The fields of a struct, whatever its name.
    pub fn fields<'n>(&mut self, node: &'n Node, field: &str) -> Option<Fields<'n>> {
        let (fields, is_empty): (&[Field], bool) = match &node.value {
            Value::Struct { fields, .. } => (fields, false),
            Value::Tuple { items, .. } => (&[], items.is_empty()),
            _ => (&[], false),
        };
        if fields.is_empty() && !is_empty {
            self.wrong_type(node, field, "struct");
            return None;
        }
        let mut found = Fields { head: node.head(), by_name: BTreeMap::new(), names: Vec::new(), asked: Vec::new() };
        for field in fields {
            if found.by_name.contains_key(field.name.text.as_str()) {
                self.error("duplicate-field", field.name.span, say::duplicate_field(quoted(&field.name.text)));
            } else {
                found.by_name.insert(&field.name.text, field);
                found.names.push(&field.name);
            }
        }
        Some(found)
    }

    /// The items of a list.
    pub fn list<'n>(&mut self, node: Option<&'n Node>, field: &str) -> &'n [Node] {
        match node.map(|node| (node, &node.value)) {
            None => &[],
            Some((_, Value::List(items))) => items,
            Some((node, _)) => {
                self.wrong_type(node, field, "list");
                &[]
            }
        }
    }

    /// The items of a list that must not be empty.
    pub fn filled_list<'n>(&mut self, node: Option<&'n Node>, field: &str) -> &'n [Node] {
        let items = self.list(node, field);
        if let Some(Node { value: Value::List(items), span }) = node
            && items.is_empty()
        {
            self.error("empty-list", *span, say::empty_list(field));
        }
        items
    }

    /// A string as it stands.
    pub fn string<'n>(&mut self, node: Option<&'n Node>, field: &str) -> &'n str {
        let Some(node) = node else { return "" };
        let Value::Str(text) = &node.value else {
            self.wrong_type(node, field, "string");
            return "";
        };
        if text.trim().is_empty() {
            self.error("empty-text", node.span, say::empty_string(field));
        } else if text.chars().any(is_treacherous) {
            self.error("control-character", node.span, say::control_character());
        }
        text
    }

    /// `true` or `false`; false when there is none.
    pub fn boolean(&mut self, node: Option<&Node>, field: &str) -> bool {
        match node.map(|node| (node, &node.value)) {
            None => false,
            Some((_, Value::Bool(value))) => *value,
            Some((node, _)) => {
                self.wrong_type(node, field, "bool");
                false
            }
        }
    }

    /// A whole number within `range`.
    pub fn whole(&mut self, node: Option<&Node>, field: &str, range: RangeInclusive<u32>) -> Option<u32> {
        let node = node?;
        let Value::Integer(value) = node.value else {
            self.wrong_type(node, field, "number");
            return None;
        };
        let fitting = u32::try_from(value).ok().filter(|value| range.contains(value));
        if fitting.is_none() {
            let message = say::number_range(field, value.to_string(), *range.start(), *range.end());
            self.error("number-range", node.span, message);
        }
        fitting
    }

    /// One of the bare names `allowed`, by its index.
    pub fn bare(&mut self, node: Option<&Node>, field: &str, allowed: &[&'static str]) -> Option<usize> {
        let node = node?;
        let Value::Bare(name) = &node.value else {
            self.wrong_type(node, field, "name");
            return None;
        };
        let found = allowed.iter().position(|allowed| allowed == name);
        if found.is_none() {
            self.unknown_kind(node, field, name, allowed);
        }
        found
    }

    /// Tells that `name` is none of `allowed`.
    pub fn unknown_kind(&mut self, node: &Node, field: &str, name: &str, allowed: &[&'static str]) {
        let hint = match nearest(name, allowed.iter().copied()) {
            Some(near) => say::did_you_mean(near),
            None => say::allowed(allowed.join(", ")),
        };
        self.error_with_hint("unknown-kind", node.head(), say::unknown_kind(field, quoted(name)), hint);
    }

    /// An identifier of lower-case letters, digits and `joint`; empty when there is none.
    pub fn id(&mut self, node: Option<&Node>, field: &str, joint: char) -> Id {
        let Some(node) = node else { return Id::from("") };
        let Value::Str(text) = &node.value else {
            self.wrong_type(node, field, "string");
            return Id::from("");
        };
        let is_fit = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == joint;
        if text.is_empty() || text.chars().count() > MAX_ID || !text.chars().all(is_fit) {
            let message = say::bad_id(quoted(text));
            self.error_with_hint("bad-id", node.span, message, say::bad_id_hint(joint.to_string(), MAX_ID));
            return Id::from("");
        }
        Id::from(text.as_str())
    }

    /// A text in each of `languages` and in no other.
    pub fn text(&mut self, node: Option<&Node>, field: &str, languages: &[LangTag]) -> PlacedText {
        let mut placed = PlacedText::default();
        let Some(node) = node else { return placed };
        let entries = match &node.value {
            Value::Map(entries) => entries,
            Value::Str(_) => {
                let example: Vec<String> = languages.iter().take(4).map(|tag| format!("\"{tag}\": \"…\"")).collect();
                let hint = say::bare_text_hint(format!("{{{}}}", example.join(", ")));
                self.error_with_hint("bare-text", node.span, say::bare_text(field), hint);
                return placed;
            }
            _ => {
                self.wrong_type(node, field, "text");
                return placed;
            }
        };
        for (key, value) in entries {
            let Value::Str(tag) = &key.value else {
                self.wrong_type(key, field, "language");
                continue;
            };
            let tag = LangTag(tag.as_str().into());
            if placed.text.0.contains_key(&tag) {
                self.error("duplicate-language", key.span, say::duplicate_language(quoted(tag.as_str())));
                continue;
            }
            // Without any languages of the pack that mistake alone is told, where they should be.
            if !languages.is_empty() && !languages.contains(&tag) {
                let names: Vec<&str> = languages.iter().map(LangTag::as_str).collect();
                let message = say::unknown_language(quoted(tag.as_str()));
                self.error_with_hint("unknown-language", key.span, message, say::allowed(names.join(", ")));
                continue;
            }
            let Value::Str(text) = &value.value else {
                self.wrong_type(value, field, "string");
                placed.text.0.insert(tag, String::new());
                continue;
            };
            if text.trim().is_empty() {
                self.error("empty-text", value.span, say::empty_text(field, tag.as_str()));
            } else if has_treacherous(text) {
                self.error("control-character", value.span, say::control_character());
            }
            placed.spans.insert(tag.clone(), value.span);
            placed.text.0.insert(tag, text.clone());
        }
        for tag in languages.iter().filter(|tag| !placed.text.0.contains_key(*tag)) {
            self.error("missing-language", node.head(), say::missing_language(field, tag.as_str()));
        }
        placed
    }

    /// An optional text.
    pub fn optional_text(&mut self, node: Option<&Node>, field: &str, languages: &[LangTag]) -> Option<PlacedText> {
        node.map(|node| self.text(Some(node), field, languages))
    }
}

impl<'n> Fields<'n> {
    /// The value of a field that may be left out.
    pub fn optional(&mut self, name: &'static str) -> Option<&'n Node> {
        self.asked.push(name);
        self.by_name.get(name).map(|field| &field.value)
    }

    /// The value of a field that must be there.
    pub fn required(&mut self, reader: &mut Reader<'_>, name: &'static str) -> Option<&'n Node> {
        let found = self.optional(name);
        if found.is_none() {
            self.missing(reader, name);
        }
        found
    }

    /// Tells that the field `name` is missing.
    pub fn missing(&self, reader: &mut Reader<'_>, name: &'static str) {
        reader.error("missing-field", self.head, say::missing_field(name));
    }

    /// Tells the fields that nobody asked for.
    pub fn finish(self, reader: &mut Reader<'_>) {
        for name in self.names.iter().filter(|name| !self.asked.contains(&name.text.as_str())) {
            if reader.findings.is_overfull() {
                return;
            }
            let hint = match nearest(&name.text, self.asked.iter().copied()) {
                Some(near) => say::did_you_mean(near),
                None => say::allowed(self.asked.join(", ")),
            };
            reader.error_with_hint("unknown-field", name.span, say::unknown_field(quoted(&name.text)), hint);
        }
    }
}
