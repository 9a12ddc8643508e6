//! The files of a closed session, written all or none.

use std::path::{Path, PathBuf};

use jiff::Timestamp;

use crate::engine::Snapshot;
use crate::files::FileError;
use crate::files::Operation;
use crate::files::at;
use crate::files::create_private_folder;
use crate::files::sync_folder;
use crate::files::write_atomically;
use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::register as say;
use crate::paper;
use crate::paper::PaperError;
use crate::register::facts::{Facts, MadeBy, NotClosed, Written, facts};
use crate::register::feedback_file::{FEEDBACK_NAME, REPORT_NAME, feedback_json};
use crate::register::sign::{SignError, Signer, Statement, sign};
use crate::register::table;
use crate::register::trust::Fingerprint;
use crate::session::State;

/// The name of the signed register.
pub const REGISTER_NAME: &str = "register.pdf";

/// What the files are written from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The closed session.
    pub state: &'a State,
    /// The journal's events (feedback forms apart).
    pub journal_length: u64,
    /// The head of its hash chain.
    pub journal_head: &'a str,
}

impl<'a> From<&'a Snapshot> for Source<'a> {
    fn from(snapshot: &'a Snapshot) -> Self {
        Self { state: &snapshot.state, journal_length: snapshot.journal_length, journal_head: &snapshot.journal_head }
    }
}

/// What is being done, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Facts are gathered and pages set.
    Pages,
    /// The register is being signed.
    Signature,
    /// The report is being set.
    Report,
    /// The tables are being made.
    Tables,
    /// Files are being written.
    Writing,
}

impl Stage {
    /// How many stages there are.
    pub const COUNT: usize = 5;

    /// The stage in words.
    pub fn message(self) -> Message {
        match self {
            Self::Pages => say::stage_pages(),
            Self::Signature => say::stage_signature(),
            Self::Report => say::stage_report(),
            Self::Tables => say::stage_tables(),
            Self::Writing => say::stage_writing(),
        }
    }
}

/// The written files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// The folder they lie in.
    pub folder: PathBuf,
    /// The signed register.
    pub register: PathBuf,
    /// The report, in which no person is named; `None` of a self-study, where the learner decides whether to give one.
    pub report: Option<PathBuf>,
    /// The report for machines; `None` of a self-study.
    pub feedback: Option<PathBuf>,
    /// The participants as an Excel workbook.
    pub xlsx: PathBuf,
    /// The participants as CSV.
    pub csv: PathBuf,
    /// Who signed.
    pub signer: Fingerprint,
}

/// Why the files could not be written. The session is closed all the same and can be signed later.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// The session is still open.
    #[error(transparent)]
    NotClosed(#[from] NotClosed),
    /// A page could not be set.
    #[error(transparent)]
    Paper(#[from] PaperError),
    /// The signature could not be made.
    #[error(transparent)]
    Sign(#[from] SignError),
    /// A table could not be made.
    #[error("the table could not be made: {0}")]
    Table(String),
    /// A file could not be written; nothing was left behind.
    #[error(transparent)]
    File(#[from] FileError),
}

impl BundleError {
    /// The error in words.
    pub fn message(&self) -> Message {
        match self {
            Self::NotClosed(_) => say::not_closed(),
            Self::Paper(error) => say::not_printed(error.to_string()),
            Self::Sign(error) => say::not_signed(error.to_string()),
            Self::Table(reason) => say::not_printed(reason.as_str()),
            Self::File(error) if error.source.kind() == std::io::ErrorKind::StorageFull => {
                say::disk_full(error.path.display().to_string())
            }
            Self::File(error) => say::file_error(error.source.to_string(), error.path.display().to_string()),
        }
    }
}

/// Writes the register and its tables into `out`, and of a room the report as well, for people and for machines.
///
/// What a learner said alone is written for nobody here: see [`feedback_file`](crate::register::feedback_file). Files of an earlier signing are replaced. Everything is made in memory first and put in place last: when this
/// fails, what stood in the folder before still stands, and it can be tried again with another folder
/// or signer.
///
/// # Errors
/// When the session is open, the signer does not sign, or a file cannot be written.
pub fn write(
    source: Source<'_>,
    signer: &dyn Signer,
    out: &Path,
    now: Timestamp,
    progress: &mut dyn FnMut(Stage),
) -> Result<Bundle, BundleError> {
    progress(Stage::Pages);
    let Source { state, journal_length, journal_head } = source;
    let facts = facts(
        state,
        Written { journal_length, journal_head: journal_head.to_owned(), made_by: MadeBy::this_program() },
    )?;
    let csv = table::csv(&facts);
    let lang = facts.lang();
    let unsigned = paper::register_pdf(&paper::Register { json: &facts.to_json(), csv: &csv, lang })?;

    progress(Stage::Signature);
    let register = sign(&unsigned, signer, &statement(&facts, signer, lang, now))?;

    let mut said = Vec::new();
    if !facts.is_self_study() {
        progress(Stage::Report);
        said = vec![(REPORT_NAME, paper::report_pdf(state, lang)?), (FEEDBACK_NAME, feedback_json(state)?)];
    }

    progress(Stage::Tables);
    let xlsx = table::xlsx(&facts).map_err(|error| BundleError::Table(error.to_string()))?;

    progress(Stage::Writing);
    let mut files = vec![(REGISTER_NAME, register), ("participants.xlsx", xlsx), ("participants.csv", csv)];
    files.extend(said);
    put_in_place(out, &files, &mut |from, to| std::fs::rename(from, to))?;
    let of_room = |name: &str| (!facts.is_self_study()).then(|| out.join(name));
    let own = signer.chain().first().map_or(&[][..], Vec::as_slice);
    Ok(Bundle {
        folder: out.to_owned(),
        register: out.join(REGISTER_NAME),
        report: of_room(REPORT_NAME),
        feedback: of_room(FEEDBACK_NAME),
        xlsx: out.join("participants.xlsx"),
        csv: out.join("participants.csv"),
        signer: Fingerprint::of(own),
    })
}

/// What the signature says.
fn statement(facts: &Facts, signer: &dyn Signer, lang: Lang, now: Timestamp) -> Statement {
    let name = signer
        .chain()
        .first()
        .and_then(|own| crate::register::certificate::describe(own))
        .map_or_else(|| held_by(facts), |described| described.name);
    Statement { name, reason: say::signing_reason().text(lang), place: facts.place.clone(), at: now }
}

/// Who held the session: alone, that is the learner.
fn held_by(facts: &Facts) -> String {
    let learner = facts.participants.first().filter(|_| facts.is_self_study());
    learner.map_or(&facts.trainer, |row| &row.name).clone()
}

/// Begins the name of the folder in which the files of a bundle are made ready.
const BESIDE: &str = ".perehdytin-bundle-";

/// Moves a file.
pub(super) type Move<'a> = &'a mut dyn FnMut(&Path, &Path) -> std::io::Result<()>;

/// Writes every file beside its place, then moves all of them in, the first one last.
pub(super) fn put_in_place(out: &Path, files: &[(&str, Vec<u8>)], move_file: Move<'_>) -> Result<(), FileError> {
    let is_new = !out.exists();
    if is_new {
        create_private_folder(out)?;
    }
    take_away_unfinished(out);
    let written = (|| {
        let beside =
            tempfile::Builder::new().prefix(BESIDE).tempdir_in(out).map_err(at(Operation::CreateFolder, out))?;
        for (name, bytes) in files {
            write_atomically(&beside.path().join(name), bytes)
                .map_err(|error| FileError { path: out.join(name), ..error })?;
        }
        // Renaming needs no space, so from here on only a broken disk can stop it.
        // The register comes first in the list and last into place: where it lies, all the others do.
        for (index, (name, _)) in files.iter().enumerate().rev() {
            let path = out.join(name);
            if index == 0 {
                // The disk, too, must know of the others first.
                sync_folder(out)?;
            }
            move_file(&beside.path().join(name), &path).map_err(at(Operation::Rename, &path))?;
        }
        sync_folder(out)
    })();
    if written.is_err() && is_new {
        // Only an empty folder goes; whatever else came into it meanwhile stays.
        std::fs::remove_dir(out).unwrap_or_default();
    }
    written
}

/// Takes away what a crash left of an earlier try: names and signatures must not lie about.
fn take_away_unfinished(out: &Path) {
    for entry in std::fs::read_dir(out).into_iter().flatten().flatten() {
        if entry.file_name().to_string_lossy().starts_with(BESIDE) {
            // What cannot be taken away is in nobody's way.
            std::fs::remove_dir_all(entry.path()).unwrap_or_default();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NAMES: [&str; 4] = ["register.pdf", "report.pdf", "participants.xlsx", "participants.csv"];

    /// The files of a try, each saying which try it is of.
    fn files(of: &str) -> [(&'static str, Vec<u8>); 4] {
        NAMES.map(|name| (name, format!("{name} {of}").into_bytes()))
    }

    /// Which try each file in `out` is of, in the order of [`NAMES`].
    fn standing(out: &Path) -> Vec<Option<String>> {
        let read = |name: &&str| std::fs::read_to_string(out.join(name)).ok();
        NAMES.iter().map(|name| read(name)?.split(' ').nth(1).map(str::to_owned)).collect()
    }

    /// Stops before the move with this number.
    fn stopping_at(number: usize) -> impl FnMut(&Path, &Path) -> std::io::Result<()> {
        let mut moves = 0..;
        move |from, to| {
            if moves.next() == Some(number) { Err(std::io::Error::other("stopped")) } else { std::fs::rename(from, to) }
        }
    }

    #[test]
    fn a_first_bundle_stopped_between_its_files_has_no_register() {
        for number in 0..NAMES.len() {
            let folder = tempfile::tempdir().unwrap();
            let out = folder.path().join("out");
            put_in_place(&out, &files("first"), &mut stopping_at(number)).unwrap_err();
            assert_eq!(standing(&out)[0], None, "stopped at move {number}");
            put_in_place(&out, &files("second"), &mut |from, to| std::fs::rename(from, to)).unwrap();
            assert_eq!(standing(&out), vec![Some("second".to_owned()); 4]);
        }
    }

    #[test]
    fn a_further_bundle_stopped_between_its_files_leaves_every_file_and_the_earlier_register() {
        for number in 0..NAMES.len() {
            let out = tempfile::tempdir().unwrap();
            put_in_place(out.path(), &files("first"), &mut |from, to| std::fs::rename(from, to)).unwrap();
            put_in_place(out.path(), &files("second"), &mut stopping_at(number)).unwrap_err();
            let standing = standing(out.path());
            assert_eq!(standing[0].as_deref(), Some("first"), "stopped at move {number}");
            assert!(standing.iter().all(Option::is_some), "stopped at move {number}: {standing:?}");
        }
    }

    #[test]
    fn what_a_crash_left_of_an_earlier_try_is_taken_away() {
        let out = tempfile::tempdir().unwrap();
        let left = out.path().join(format!("{BESIDE}x"));
        std::fs::create_dir(&left).unwrap();
        write_atomically(&left.join("participants.csv"), b"Aino").unwrap();
        put_in_place(out.path(), &files("new"), &mut |from, to| std::fs::rename(from, to)).unwrap();
        assert!(!left.exists());
        assert_eq!(std::fs::read_dir(out.path()).unwrap().count(), 4);
    }
}
