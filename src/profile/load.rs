//! A profile read from its file and checked.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::Path;

use crate::files::CarefulFolder;
use crate::i18n::messages::check as say;
use crate::source::Fields;
use crate::source::Finding;
use crate::source::Findings;
use crate::source::Node;
use crate::source::Reader;
use crate::source::Report;
use crate::source::Spot;
use crate::source::Value as Source;
use crate::source::quoted;
use crate::text::Id;
use crate::text::LangTag;
use crate::text::Text;

use super::Contact;
use super::IdentifierKind;
use super::Profile;
use super::Promise;
use super::Value;

/// Reads and checks the profile at `path`.
///
/// Its languages are those of its name.
///
/// # Errors
/// Every mistake found, in the order of lines.
pub fn load(path: &Path) -> Result<Profile, Report> {
    let mut findings = Findings::default();
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let parent = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let folder = match CarefulFolder::open(parent) {
        Ok(folder) => folder,
        Err(error) => {
            let spot = Spot::unopened(&path.display().to_string(), 0);
            findings.push(Finding::error("file-unreadable", spot, say::file_unreadable(error.to_string(), name)));
            return Err(Report { is_unreadable: true, ..findings.into_report() });
        }
    };
    let profile = read(&folder, &name, 0, None, None, &mut findings);
    profile.ok_or_else(|| findings.into_report())
}

/// Reads the profile called `name` of `folder`, which must speak exactly `languages`, if they are given.
pub(crate) fn read(
    folder: &CarefulFolder,
    name: &str,
    order: usize,
    asked: Option<&Spot>,
    languages: Option<&[LangTag]>,
    findings: &mut Findings,
) -> Option<Profile> {
    let before = findings.errors();
    let file = crate::source::open(folder, name, order, asked, findings)?;
    let node = crate::source::parse(&file, findings)?;
    let mut reader = Reader { file, findings };
    let mut fields = reader.fields(&node, "profile")?;
    let own = own_languages(fields.optional("name"));
    let languages = languages.unwrap_or(&own);
    let mut reading = Reading { reader, languages, folder };
    let profile = reading.profile(&mut fields, name);
    fields.finish(&mut reading.reader);
    (findings.errors() == before).then_some(profile)
}

/// The path of a file named by the profile at `profile`, which stands beside it.
pub(crate) fn beside(profile: &str, file: &str) -> String {
    match profile.rsplit_once('/') {
        Some((folder, _)) => format!("{folder}/{file}"),
        None => file.to_owned(),
    }
}

/// The languages of a text as it stands.
fn own_languages(node: Option<&Node>) -> Vec<LangTag> {
    let Some(Source::Map(entries)) = node.map(|node| &node.value) else { return Vec::new() };
    let tags = entries.iter().filter_map(|(key, _)| match &key.value {
        Source::Str(tag) => Some(LangTag(tag.as_str().into())),
        _ => None,
    });
    tags.take(40).collect()
}

struct Reading<'a> {
    reader: Reader<'a>,
    languages: &'a [LangTag],
    folder: &'a CarefulFolder,
}

impl Reading<'_> {
    fn profile(&mut self, fields: &mut Fields<'_>, name: &str) -> Profile {
        let format = fields.required(&mut self.reader, "format");
        if let Some(format) = format
            && format.value != Source::Integer(1)
        {
            self.reader.error_with_hint("format", format.span, say::format(), say::format_hint());
        }
        let id = fields.required(&mut self.reader, "id");
        let named = fields.required(&mut self.reader, "name");
        let logo = fields.optional("logo");
        let accent = fields.required(&mut self.reader, "accent");
        let identifier = fields.required(&mut self.reader, "identifier");
        let kinds = ["none", "tax_number", "employee_number", "email"];
        let identifier = self.reader.bare(identifier, "identifier", &kinds);
        Profile {
            id: self.profile_id(id),
            example: self.reader.boolean(fields.optional("example"), "example"),
            name: self.text(named, "name"),
            forms: self.forms(fields.optional("forms")),
            logo: logo.and_then(|logo| self.logo(logo, name)),
            accent: self.accent(accent),
            identifier: match identifier {
                Some(1) => IdentifierKind::TaxNumber,
                Some(2) => IdentifierKind::EmployeeNumber,
                Some(3) => IdentifierKind::Email,
                _ => IdentifierKind::None,
            },
            contacts: self.each(fields.optional("contacts"), "contacts", Self::contact),
            promises: self.each(fields.optional("promises"), "promises", Self::promise),
            values: self.each(fields.optional("values"), "values", Self::value),
            may_answer: self.texts(fields.optional("may_answer"), "may_answer"),
            must_not_answer: self.texts(fields.optional("must_not_answer"), "must_not_answer"),
        }
    }

    /// The profile's own identifier may carry hyphens as a pack's does.
    fn profile_id(&mut self, node: Option<&Node>) -> Id {
        let joint = match node.map(|node| &node.value) {
            Some(Source::Str(text)) if text.contains('_') => '_',
            _ => '-',
        };
        self.reader.id(node, "id", joint)
    }

    fn text(&mut self, node: Option<&Node>, field: &str) -> Text {
        let placed = self.reader.text(node, field, self.languages);
        for (tag, text) in &placed.text.0 {
            if let Some(span) = placed.spans.get(tag).filter(|_| text.contains(['{', '}'])) {
                self.reader.error("placeholder-in-profile", *span, say::placeholder_in_profile());
            }
        }
        placed.text
    }

    fn texts(&mut self, node: Option<&Node>, field: &str) -> Vec<Text> {
        self.reader.list(node, field).iter().map(|item| self.text(Some(item), field)).collect()
    }

    fn optional_text(&mut self, node: Option<&Node>, field: &str) -> Option<Text> {
        node.map(|node| self.text(Some(node), field))
    }

    fn optional_string(&mut self, node: Option<&Node>, field: &str) -> Option<String> {
        node.map(|node| self.reader.string(Some(node), field).to_owned())
    }

    fn forms(&mut self, node: Option<&Node>) -> BTreeMap<String, Text> {
        let mut forms = BTreeMap::new();
        let Some(node) = node else { return forms };
        let Source::Map(entries) = &node.value else {
            self.reader.wrong_type(node, "forms", "map");
            return forms;
        };
        for (key, value) in entries {
            let Source::Str(form) = &key.value else {
                self.reader.wrong_type(key, "forms", "string");
                continue;
            };
            let is_fit = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
            let is_taken = matches!(form.as_str(), "name" | "title" | "compensation");
            if form.is_empty() || is_taken || !form.chars().all(is_fit) {
                self.reader.error("bad-form", key.span, say::bad_form(quoted(form)));
                continue;
            }
            let text = self.text(Some(value), "forms");
            if forms.insert(form.clone(), text).is_some() {
                self.reader.error("duplicate-field", key.span, say::duplicate_field(quoted(form)));
            }
        }
        forms
    }

    fn logo(&mut self, node: &Node, profile: &str) -> Option<String> {
        let logo = self.reader.string(Some(node), "logo").to_owned();
        if logo.is_empty() {
            return None;
        }
        let path = beside(profile, &logo);
        let spot = self.reader.spot(node.span);
        match crate::source::read_picture(self.folder, &path, &spot) {
            Ok(_) => Some(logo),
            Err(finding) => {
                self.reader.findings.push(*finding);
                None
            }
        }
    }

    fn accent(&mut self, node: Option<&Node>) -> [u8; 3] {
        let text = self.reader.string(node, "accent");
        let channel = |at: usize| u8::from_str_radix(text.get(at..at + 2)?, 16).ok();
        let is_plain = text.len() == 7 && text.starts_with('#') && text[1..].bytes().all(|b| b.is_ascii_hexdigit());
        let colour = is_plain.then(|| Some([channel(1)?, channel(3)?, channel(5)?])).flatten();
        if let (None, Some(node), false) = (colour, node, text.is_empty()) {
            self.reader.error("bad-colour", node.span, say::bad_colour(quoted(text)));
        }
        colour.unwrap_or_default()
    }

    /// The items of a list of structs with identifiers of their own.
    fn each<T>(
        &mut self,
        node: Option<&Node>,
        field: &'static str,
        read: impl Fn(&mut Self, &mut Fields<'_>, Id) -> T,
    ) -> Vec<T> {
        let mut seen = BTreeSet::new();
        let mut items = Vec::new();
        for item in self.reader.list(node, field) {
            let Some(mut fields) = self.reader.fields(item, field) else { continue };
            let id_node = fields.required(&mut self.reader, "id");
            let id = self.reader.id(id_node, "id", '_');
            if let (false, Some(node)) = (id.as_str().is_empty() || seen.insert(id.clone()), id_node) {
                self.reader.error("duplicate-id", node.span, say::duplicate_id(id.as_str()));
            }
            items.push(read(self, &mut fields, id));
            fields.finish(&mut self.reader);
        }
        items
    }

    fn contact(&mut self, fields: &mut Fields<'_>, id: Id) -> Contact {
        let name = fields.required(&mut self.reader, "name");
        Contact {
            id,
            name: self.text(name, "name"),
            phone: self.optional_string(fields.optional("phone"), "phone"),
            email: self.optional_string(fields.optional("email"), "email"),
            web: self.optional_string(fields.optional("web"), "web"),
            hours: self.optional_text(fields.optional("hours"), "hours"),
            address: self.optional_text(fields.optional("address"), "address"),
        }
    }

    fn promise(&mut self, fields: &mut Fields<'_>, id: Id) -> Promise {
        let title = fields.required(&mut self.reader, "title");
        let value = fields.required(&mut self.reader, "value");
        Promise {
            id,
            title: self.text(title, "title"),
            value: self.text(value, "value"),
            forms: self.forms(fields.optional("forms")),
            compensation: self.optional_text(fields.optional("compensation"), "compensation"),
        }
    }

    fn value(&mut self, fields: &mut Fields<'_>, id: Id) -> Value {
        let text = fields.required(&mut self.reader, "text");
        Value { id, text: self.text(text, "text"), forms: self.forms(fields.optional("forms")) }
    }
}
