//! What the readers of a pack share: languages, profile, pictures and the places of identifiers.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::files::CarefulFolder;
use crate::i18n::messages::check as say;
use crate::profile::Piece;
use crate::profile::Profile;
use crate::profile::pieces;
use crate::source::Finding;
use crate::source::Node;
use crate::source::PlacedText;
use crate::source::Reader;
use crate::source::Span;
use crate::source::Spot;
use crate::source::Value;
use crate::source::nearest;
use crate::source::quoted;
use crate::source::read_picture;
use crate::text::Id;
use crate::text::LangTag;
use crate::text::Text;

use super::model::Picture;
use super::references::Known;
use super::references::References;

/// How many bytes all pictures of a pack may have together.
const MAX_MEDIA_BYTES: usize = 256 * 1024 * 1024;

/// How long a text may be.
#[derive(Clone, Copy, Debug)]
pub(super) enum Limit {
    /// As long as its author likes.
    None,
    /// So many words in each language.
    Words(usize),
    /// So many characters in each language.
    Characters(usize),
}

/// A picture that was read.
#[derive(Clone, Copy, Debug)]
pub(super) struct ReadPicture {
    /// Width divided by height.
    pub(super) aspect: f32,
    /// SHA-256 of its bytes.
    pub(super) digest: [u8; 32],
}

/// What the readers of a pack's files share.
pub(super) struct Shared<'a> {
    pub(super) folder: &'a CarefulFolder,
    pub(super) languages: Vec<LangTag>,
    pub(super) profile: Option<Arc<Profile>>,
    /// Every placeholder that the profile fills.
    pub(super) placeholders: Vec<String>,
    /// Pictures by their paths; `None` for those that were refused.
    pub(super) pictures: BTreeMap<String, Option<ReadPicture>>,
    media_bytes: usize,
    pub(super) references: References,
    /// The place of the one right option of each question that has one.
    pub(super) right_places: Vec<usize>,
    /// Whether a file is missing or unreadable, so that nobody knows which identifiers it holds.
    pub(super) is_partial: bool,
    /// Whether minutes or questions are missing, so that their sums mean nothing.
    pub(super) is_uncounted: bool,
}

impl<'a> Shared<'a> {
    pub(super) fn new(folder: &'a CarefulFolder) -> Self {
        Self {
            folder,
            languages: Vec::new(),
            profile: None,
            placeholders: Vec::new(),
            pictures: BTreeMap::new(),
            media_bytes: 0,
            references: References::default(),
            right_places: Vec::new(),
            is_partial: false,
            is_uncounted: false,
        }
    }
}

/// Reads one file of the pack.
pub(super) struct PackReader<'a, 's> {
    pub(super) reader: Reader<'a>,
    pub(super) shared: &'a mut Shared<'s>,
}

/// Words as people count them: dashes between blanks are none.
pub(super) fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

impl PackReader<'_, '_> {
    /// A text in every language of the pack, with its places.
    pub(super) fn placed(&mut self, node: Option<&Node>, field: &str, limit: Limit) -> PlacedText {
        let languages = std::mem::take(&mut self.shared.languages);
        let placed = self.reader.text(node, field, &languages);
        self.shared.languages = languages;
        for (tag, span) in &placed.spans {
            let text = &placed.text.0[tag];
            self.placeholders(text, *span);
            let (count, most) = match limit {
                Limit::None => continue,
                Limit::Words(most) => (words(text), most),
                Limit::Characters(most) => (text.chars().count(), most),
            };
            if count > most {
                let message = match limit {
                    Limit::Words(_) => say::too_many_words(field, tag.as_str(), count, most),
                    _ => say::too_many_characters(field, tag.as_str(), count, most),
                };
                self.reader.error_with_hint("too-long", *span, message, say::too_long_hint());
            }
        }
        placed
    }

    /// A text in every language of the pack.
    pub(super) fn text(&mut self, node: Option<&Node>, field: &str, limit: Limit) -> Text {
        self.placed(node, field, limit).text
    }

    /// Every item of a list of texts.
    pub(super) fn texts(&mut self, node: Option<&Node>, field: &str) -> Vec<Text> {
        self.reader.list(node, field).iter().map(|item| self.text(Some(item), field, Limit::None)).collect()
    }

    /// As [`PackReader::texts`], for a list that must not be empty.
    pub(super) fn filled_texts(&mut self, node: Option<&Node>, field: &str) -> Vec<Text> {
        self.reader.filled_list(node, field).iter().map(|item| self.text(Some(item), field, Limit::None)).collect()
    }

    /// Tells the placeholders of `text` that the profile cannot fill.
    fn placeholders(&mut self, text: &str, span: Span) {
        // The text's source: escapes make it differ from the text, so that places are looked for by their words.
        let mut from = span.start;
        for piece in pieces(text) {
            let (written, name) = match piece {
                Piece::Plain(_) => continue,
                Piece::Placeholder(name, range) => (&text[range], Some(name)),
                Piece::Stray(range) => (&text[range], None),
            };
            let found = self.reader.file.text[from..span.end].find(written);
            let place = found.map_or(span, |at| Span::new(from + at, from + at + written.len()));
            from = if found.is_some() { place.end } else { from };
            match name {
                None => self.reader.error_with_hint("brace", place, say::brace(written), say::brace_hint()),
                Some(name) => self.placeholder(name, place),
            }
        }
    }

    fn placeholder(&mut self, name: &str, place: Span) {
        let Some(profile) = &self.shared.profile else { return };
        let is_known = self.shared.languages.iter().all(|lang| profile.value_of(name, lang).is_some());
        if !is_known {
            let near = nearest(name, self.shared.placeholders.iter().map(String::as_str));
            let hint = near.map_or_else(say::unknown_placeholder_hint, |near| say::did_you_mean(format!("{{{near}}}")));
            let message = say::unknown_placeholder(quoted(&format!("{{{name}}}")));
            self.reader.error_with_hint("unknown-placeholder", place, message, hint);
        }
    }

    /// A required identifier, noted so that others may refer to it.
    pub(super) fn new_id(&mut self, node: Option<&Node>, known: Known) -> Id {
        let id = self.reader.id(node, "id", '-');
        if let (Some(node), false) = (node, id.as_str().is_empty()) {
            let spot = self.reader.spot(node.span);
            if let Some(earlier) = self.shared.references.note(&id, spot, known) {
                let place =
                    format!("{}:{}", earlier.file.name, earlier.span.map_or(1, |span| earlier.file.line(span.start)));
                let message = say::duplicate_id(id.as_str());
                self.reader.error_with_hint("duplicate-id", node.span, message, say::duplicate_id_hint(place));
            }
        }
        id
    }

    /// An identifier of something else, with its place.
    pub(super) fn reference(&mut self, node: Option<&Node>, field: &str) -> Option<(Id, Spot)> {
        let node = node?;
        let id = self.reader.id(Some(node), field, '-');
        (!id.as_str().is_empty()).then(|| (id, self.reader.spot(node.span)))
    }

    /// A picture with one file per language, or one for all.
    pub(super) fn picture(&mut self, node: Option<&Node>, alt: Text) -> Picture {
        let mut picture = Picture { files: BTreeMap::new(), alt, aspect: 1.0 };
        let Some(node) = node else { return picture };
        let written = self.reader.string(Some(node), "file").to_owned();
        if !matches!(node.value, Value::Str(_)) || written.is_empty() {
            return picture;
        }
        for (index, lang) in self.shared.languages.clone().into_iter().enumerate() {
            let path = written.replace("{lang}", lang.as_str());
            let read = self.read_picture(&path, node.span);
            if let (0, Some(read)) = (index, read) {
                picture.aspect = read.aspect;
            }
            picture.files.insert(lang, path);
        }
        picture
    }

    fn read_picture(&mut self, path: &str, span: Span) -> Option<ReadPicture> {
        if let Some(known) = self.shared.pictures.get(path) {
            return *known;
        }
        let spot = self.reader.spot(span);
        let read = match read_picture(self.shared.folder, path, &spot) {
            Ok(file) => {
                self.shared.media_bytes += file.bytes.len();
                if self.shared.media_bytes > MAX_MEDIA_BYTES {
                    let message = say::media_too_large(MAX_MEDIA_BYTES / 1024 / 1024);
                    self.reader.findings.push(Finding::error("media-too-large", spot, message));
                    None
                } else {
                    Some(ReadPicture { aspect: file.aspect, digest: super::digest::of_bytes(&file.bytes) })
                }
            }
            Err(finding) => {
                self.reader.findings.push(*finding);
                None
            }
        };
        self.shared.pictures.insert(path.to_owned(), read);
        read
    }
}
