//! The typesetter's world: templates, fonts and data, all from memory.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;
use std::sync::LazyLock;

use jiff::Timestamp;
use ring::digest::{Context, SHA256};
use typst::diag::{FileError, FileResult, SourceDiagnostic};
use typst::foundations::{Bytes, Datetime, Duration, Smart};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::i18n::Lang;
use crate::paper::fonts::{BOOK, FONTS};
use crate::paper::register;
use crate::paper::words::words;

/// What every template builds on.
const COMMON: &str = include_str!("../../assets/templates/common.typ");

/// The printed things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// The register of participants.
    Register,
    /// The report of a session.
    Report,
    /// Slides with what the trainer says.
    Handout,
    /// What fits in a pocket.
    PocketGuide,
    /// Cards to cut.
    Cards,
    /// The final test on paper, or its key.
    Test,
    /// Whose induction is due, for their contractor.
    Due,
}

impl Template {
    /// The template's text.
    fn text(self) -> &'static str {
        match self {
            Self::Register => include_str!("../../assets/templates/register.typ"),
            Self::Report => include_str!("../../assets/templates/report.typ"),
            Self::Handout => include_str!("../../assets/templates/handout.typ"),
            Self::PocketGuide => include_str!("../../assets/templates/pocket-guide.typ"),
            Self::Cards => include_str!("../../assets/templates/cards.typ"),
            Self::Test => include_str!("../../assets/templates/test.typ"),
            Self::Due => include_str!("../../assets/templates/due.typ"),
        }
    }
}

/// SHA-256 over a template, what it builds on and its wording in every language, lower-case hexadecimal.
pub fn template_digest(template: Template) -> String {
    let words: Vec<Vec<u8>> = Lang::ALL.into_iter().map(words).collect();
    let layout = match template {
        Template::Register => register::LAYOUT.to_le_bytes(),
        Template::Report
        | Template::Handout
        | Template::PocketGuide
        | Template::Cards
        | Template::Test
        | Template::Due => [0; 4],
    };
    let mut parts: Vec<&[u8]> = vec![COMMON.as_bytes(), template.text().as_bytes(), &layout];
    parts.extend(words.iter().map(Vec::as_slice));
    sha_256(&parts)
}

/// SHA-256 over parts with their lengths, lower-case hexadecimal.
pub(super) fn sha_256(parts: &[&[u8]]) -> String {
    let mut context = Context::new(&SHA256);
    for part in parts {
        context.update(&part.len().to_le_bytes());
        context.update(part);
    }
    context.finish().as_ref().iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        write!(text, "{byte:02x}").unwrap_or_default();
        text
    })
}

/// Why something could not be printed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PaperError {
    /// The typesetter refused.
    #[error("the page could not be set: {0}")]
    Typesetting(String),
    /// The data is not of the form that the page needs.
    #[error("the data cannot be printed: {0}")]
    Data(String),
}

/// One thing to print.
pub(super) struct Job {
    /// Which.
    pub template: Template,
    /// In which language.
    pub lang: Lang,
    /// What the template reads, by path.
    pub files: BTreeMap<String, Vec<u8>>,
    /// Identifies the document; the same for every printing of it.
    pub ident: String,
    /// When it was made; `None` writes no time.
    pub made_at: Option<Timestamp>,
    /// Whether it must satisfy PDF/A-3a besides PDF/UA-1, and may carry attachments.
    pub archival: bool,
}

impl Job {
    /// Sets the pages.
    ///
    /// # Errors
    /// When the typesetter refuses.
    pub(super) fn pdf(self) -> Result<Vec<u8>, PaperError> {
        let Self { template, lang, mut files, ident, made_at, archival } = self;
        files.insert("common.typ".to_owned(), COMMON.as_bytes().to_vec());
        files.insert("words.json".to_owned(), words(lang));
        let world = Memory::new(template.text(), files);
        let document = typst::compile::<PagedDocument>(&world).output.map_err(|errors| wording(&world, &errors))?;
        let standards: &[PdfStandard] =
            if archival { &[PdfStandard::A_3a, PdfStandard::Ua_1] } else { &[PdfStandard::Ua_1] };
        let options = PdfOptions {
            ident: Smart::Custom(ident),
            // Without its version: a new release sets the same pages.
            creator: Smart::Custom(Some("Perehdytin".to_owned())),
            timestamp: made_at.and_then(timestamp),
            standards: PdfStandards::new(standards)
                .map_err(|error| PaperError::Typesetting(error.message().to_string()))?,
            ..PdfOptions::default()
        };
        let pdf = typst_pdf::pdf(&document, &options).map_err(|errors| wording(&world, &errors));
        // What typst remembers of one document is of no use to the next.
        comemo::evict(0);
        pdf
    }
}

/// The moment as typst writes it, in UTC.
fn timestamp(at: Timestamp) -> Option<typst_pdf::Timestamp> {
    let at = at.to_zoned_datetime(jiff::tz::TimeZone::UTC);
    let part = |value: i8| u8::try_from(value).ok();
    let datetime = Datetime::from_ymd_hms(
        i32::from(at.year()),
        part(at.month())?,
        part(at.day())?,
        part(at.hour())?,
        part(at.minute())?,
        part(at.second())?,
    )?;
    Some(typst_pdf::Timestamp::new_utc(datetime))
}

/// The typesetter's errors as one text.
fn wording(world: &Memory, errors: &[SourceDiagnostic]) -> PaperError {
    let told = |error: &SourceDiagnostic| {
        let place = typst::WorldExt::range(world, error.span)
            .map(|range| {
                let before = world.main.text().get(..range.start).unwrap_or_default();
                format!(" (line {})", before.lines().count())
            })
            .unwrap_or_default();
        let hints: Vec<&str> = error.hints.iter().map(|hint| hint.v.as_str()).collect();
        format!("{}{place} {}", error.message, hints.join(", "))
    };
    let told: Vec<String> = errors.iter().map(told).collect();
    PaperError::Typesetting(told.join("; "))
}

static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| LazyHash::new(Library::default()));

/// A world that knows only what it was given.
struct Memory {
    main: Source,
    files: HashMap<FileId, Bytes>,
}

impl Memory {
    fn new(main: &str, files: BTreeMap<String, Vec<u8>>) -> Self {
        let files = files.into_iter().filter_map(|(path, bytes)| Some((file_id(&path)?, Bytes::new(bytes)))).collect();
        // The name is constant, so it always makes an identifier.
        let main = match file_id("main.typ") {
            Some(id) => Source::new(id, main.to_owned()),
            None => Source::detached(main),
        };
        Self { main, files }
    }
}

/// The identifier of a path within the world.
fn file_id(path: &str) -> Option<FileId> {
    Some(FileId::new(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?)))
}

impl World for Memory {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &BOOK
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        let bytes = self.file(id)?;
        let text = std::str::from_utf8(&bytes).map_err(|_not_text| FileError::InvalidUtf8)?;
        Ok(Source::new(id, text.to_owned()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        self.files.get(&id).cloned().ok_or_else(|| FileError::NotFound(id.vpath().get_without_slash().into()))
    }

    fn font(&self, index: usize) -> Option<Font> {
        FONTS.get(index).cloned()
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
