//! Findings of a check, gathered from all files, and how they are shown.

use std::sync::Arc;

use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::check as say;

use super::file::Place;
use super::file::SourceFile;
use super::tree::Span;

/// How many findings are kept; a hostile file could make any number of them.
const KEPT: usize = 500;

/// How many findings are counted before reading may end early.
const COUNTED: usize = 1_500;

/// Whether a finding keeps a pack from being used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The pack cannot be used.
    Error,
    /// The author should look at it.
    Warning,
}

/// One finding of a check.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// A stable name of the kind of finding, such as `missing-field`.
    pub code: &'static str,
    /// The file, relative to the pack's folder.
    pub file: String,
    /// Where in the file; `None` when the file as a whole is meant.
    pub place: Option<Place>,
    /// What is wrong.
    pub message: Message,
    /// The mend.
    pub hint: Option<Message>,
}

/// Everything a check has to say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// The findings, in the order of files and lines.
    pub diagnostics: Vec<Diagnostic>,
    /// How many more there were at least than are kept.
    pub suppressed: usize,
    /// Whether nothing could be judged, because the folder or its main file cannot be read.
    pub is_unreadable: bool,
}

impl Report {
    /// How many findings are errors, those not kept included.
    pub fn errors(&self) -> usize {
        self.count(Severity::Error) + self.suppressed
    }

    /// How many findings are warnings.
    pub fn warnings(&self) -> usize {
        self.count(Severity::Warning)
    }

    fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// The whole report in words.
    pub fn text(&self, lang: Lang) -> String {
        let told = self.diagnostics.iter().map(|diagnostic| diagnostic.text(lang) + "\n");
        let more = (self.suppressed > 0).then(|| say::suppressed(self.suppressed).text(lang) + "\n");
        told.chain(more).collect()
    }
}

impl Diagnostic {
    /// The finding as a compiler would show it, with a line end after each of its lines.
    pub fn text(&self, lang: Lang) -> String {
        let severity = match self.severity {
            Severity::Error => say::error(),
            Severity::Warning => say::warning(),
        };
        let mut lines = vec![format!("{}[{}]: {}", severity.text(lang), self.code, self.message.text(lang))];
        let gutter = " ".repeat(self.place.as_ref().map_or(0, |place| place.line.to_string().len()));
        match &self.place {
            None => lines.push(format!("--> {}", self.file)),
            Some(Place { line, column, source_line, caret }) => {
                let (pad, carets) = (" ".repeat(caret.start), "^".repeat(caret.len()));
                lines.extend([
                    format!("{gutter}--> {}:{line}:{column}", self.file),
                    format!("{gutter} |"),
                    format!("{line} | {source_line}"),
                    format!("{gutter} | {pad}{carets}"),
                ]);
            }
        }
        if let Some(hint) = &self.hint {
            lines.push(format!("{gutter} = {}: {}", say::hint().text(lang), hint.text(lang)));
        }
        lines.into_iter().map(|line| line + "\n").collect()
    }

    /// The finding for machines.
    pub fn json(&self, lang: Lang) -> serde_json::Value {
        serde_json::json!({
            "severity": match self.severity { Severity::Error => "error", Severity::Warning => "warning" },
            "code": self.code,
            "file": self.file,
            "line": self.place.as_ref().map(|place| place.line),
            "column": self.place.as_ref().map(|place| place.column),
            "length": self.place.as_ref().map(|place| place.caret.len()),
            "source_line": self.place.as_ref().map(|place| &place.source_line),
            "message": self.message.text(lang),
            "hint": self.hint.as_ref().map(|hint| hint.text(lang)),
        })
    }
}

/// A place in a file that a finding may point to.
#[derive(Clone, Debug)]
pub struct Spot {
    /// The file.
    pub file: Arc<SourceFile>,
    /// Where in it; `None` when the file as a whole is meant.
    pub span: Option<Span>,
}

impl Spot {
    /// `span` in `file`.
    pub fn new(file: &Arc<SourceFile>, span: Span) -> Self {
        Self { file: Arc::clone(file), span: Some(span) }
    }

    /// `file` as a whole.
    pub fn whole(file: &Arc<SourceFile>) -> Self {
        Self { file: Arc::clone(file), span: None }
    }

    /// A file that could not be opened, so that nothing but its name is known.
    pub fn unopened(name: &str, order: usize) -> Self {
        Self { file: Arc::new(SourceFile::new(name, "", order)), span: None }
    }
}

/// A finding before its place is worked out.
#[derive(Clone, Debug)]
pub struct Finding {
    severity: Severity,
    code: &'static str,
    spot: Spot,
    message: Message,
    hint: Option<Message>,
}

impl Finding {
    /// Something that keeps the pack from being used.
    pub fn error(code: &'static str, spot: Spot, message: Message) -> Self {
        Self { severity: Severity::Error, code, spot, message, hint: None }
    }

    /// Something the author should look at.
    pub fn warning(code: &'static str, spot: Spot, message: Message) -> Self {
        Self { severity: Severity::Warning, code, spot, message, hint: None }
    }

    /// With the mend.
    pub fn hint(mut self, hint: Message) -> Self {
        self.hint = Some(hint);
        self
    }

    /// With the mend, if there is one.
    pub fn maybe_hint(mut self, hint: Option<Message>) -> Self {
        self.hint = hint;
        self
    }
}

/// Where the findings of all files are gathered.
#[derive(Debug, Default)]
pub struct Findings {
    kept: Vec<((usize, usize), Diagnostic)>,
    suppressed: usize,
    errors: usize,
    /// Nobody is to be told of anything.
    is_unheeded: bool,
}

impl Findings {
    /// Findings that nobody is told of, and that stop nothing: for what was checked long ago.
    pub fn unheeded() -> Self {
        Self { is_unheeded: true, ..Self::default() }
    }

    /// Adds a finding.
    pub fn push(&mut self, finding: Finding) {
        if self.is_unheeded {
            return;
        }
        let Finding { severity, code, spot, message, hint } = finding;
        self.errors += usize::from(severity == Severity::Error);
        if self.kept.len() >= KEPT {
            self.suppressed += 1;
            return;
        }
        let key = (spot.file.order, spot.span.map_or(0, |span| span.start));
        let place = spot.span.map(|span| spot.file.place(span));
        self.kept.push((key, Diagnostic { severity, code, file: spot.file.name.clone(), place, message, hint }));
    }

    /// How many errors there are so far.
    pub fn errors(&self) -> usize {
        self.errors
    }

    /// Whether there are so many findings that reading further tells nobody anything.
    pub fn is_overfull(&self) -> bool {
        self.suppressed >= COUNTED
    }

    /// The report, in the order of files and lines.
    pub fn into_report(mut self) -> Report {
        self.kept.sort_by_key(|(key, _)| *key);
        let diagnostics = self.kept.into_iter().map(|(_, diagnostic)| diagnostic).collect();
        Report { diagnostics, suppressed: self.suppressed, is_unreadable: false }
    }
}
