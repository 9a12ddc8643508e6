//! Signing on a thread of its own: open the key, write the files, check what was written.

use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;

use crate::engine::Snapshot;
use crate::engine::layout;
use crate::files::DataFolder;
use crate::files::read_at_most;
use crate::files::write_atomically;
use crate::i18n::messages::desk as say;
use crate::register::bundle;
use crate::register::bundle::Bundle;
use crate::register::bundle::BundleError;
use crate::register::bundle::Source;
use crate::register::bundle::Stage;
use crate::register::facts::Journal;
use crate::register::feedback_file::FEEDBACK_NAME;
use crate::register::identity;
use crate::register::identity::Card;
use crate::register::identity::IdentityError;
use crate::register::trust::TrustList;
use crate::register::verify;
use crate::register::verify::Options;
use crate::register::verify::Verdict;
use crate::ui::verify::changed_trust;
use crate::ui::work::Handle;

/// The largest result that is copied, in bytes.
const LARGEST: u64 = 64 * 1024 * 1024;

/// What was written, and what our own check says of it.
#[derive(Debug)]
pub(super) struct Signed {
    pub(super) folder: PathBuf,
    /// The check of the fresh file, read back from the disk; the reason when it could not be read.
    pub(super) verdict: Result<Verdict, String>,
    /// Whether the files lie in the session's own folder too.
    pub(super) is_at_home: bool,
    /// Whether the feedback lies beside them in a form for machines; files of older programs have none.
    pub(super) has_feedback: bool,
}

impl Signed {
    pub(super) fn file(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }
}

/// Why nothing was signed. The session stays closed and can be signed later.
#[derive(Debug, thiserror::Error)]
pub(super) enum SigningError {
    /// The key could not be opened.
    #[error(transparent)]
    Key(#[from] IdentityError),
    /// The files could not be made or written.
    #[error(transparent)]
    Bundle(#[from] BundleError),
}

/// Everything that signing needs.
#[derive(Debug)]
pub(super) struct Order {
    pub(super) snapshot: Arc<Snapshot>,
    pub(super) data: DataFolder,
    pub(super) card: Card,
    pub(super) passphrase: String,
    pub(super) folder: PathBuf,
    pub(super) now: Timestamp,
}

/// Signs and writes. What lay in the folder before stands until the new files are whole.
///
/// # Errors
/// When the key does not open, or the files cannot be written.
pub(super) fn carry_out(order: &Order, handle: &Handle) -> Result<Box<Signed>, SigningError> {
    let Order { snapshot, data, card, passphrase, folder, now } = order;
    handle.report(0.05, say::opening_key());
    let key = identity::unlock(&card.file, passphrase)?;
    let mut stages = 0_u8;
    let mut progress = |stage: Stage| {
        handle.report(0.2 + 0.6 * f32::from(stages) / Stage::COUNT as f32, stage.message());
        stages = stages.saturating_add(1);
    };
    let written = bundle::write(Source::from(&**snapshot), &key, folder, *now, &mut progress)?;
    // Who signs here with their own key trusts it here.
    let name = card.name.clone();
    if let Err(error) = changed_trust(data, |trust| trust.accept(written.signer.clone(), name, *now)) {
        tracing::warn!(%error, "the own key was not put on the list of trusted signers");
    }
    let own = layout::out(&snapshot.folder);
    let is_at_home = *folder == own || bring_home(&written, &own).is_ok();
    handle.report(0.85, say::checking_own());
    let verdict = check(snapshot, data, folder, *now);
    Ok(Box::new(Signed { verdict, folder: folder.clone(), is_at_home, has_feedback: written.feedback.is_some() }))
}

/// What lies in the session's own folder already, if it was signed before.
pub(super) fn look(snapshot: &Snapshot, data: &DataFolder, now: Timestamp) -> Option<Box<Signed>> {
    if !layout::register(&snapshot.folder).is_file() {
        return None;
    }
    let folder = layout::out(&snapshot.folder);
    let has_feedback = folder.join(FEEDBACK_NAME).is_file();
    Some(Box::new(Signed { verdict: check(snapshot, data, &folder, now), folder, is_at_home: true, has_feedback }))
}

fn check(snapshot: &Snapshot, data: &DataFolder, folder: &Path, now: Timestamp) -> Result<Verdict, String> {
    let trust = TrustList::load(&TrustList::path(data)).unwrap_or_default();
    let journal = Journal { length: snapshot.journal_length, head: snapshot.journal_head.clone() };
    let options = Options { trust: &trust, render: true, journal: Some(&journal), now };
    verify::verify_file(&folder.join("register.pdf"), &options).map_err(|error| error.to_string())
}

/// Copies the files into the session's own folder too; the first screen knows by them that it is signed.
fn bring_home(written: &Bundle, to: &Path) -> Result<(), crate::files::FileError> {
    let Bundle { folder: _, register, report, feedback, xlsx, csv, signer: _ } = written;
    crate::files::create_private_folder(to)?;
    // The register last: only with it the session counts as signed.
    for from in report.iter().chain(feedback).chain([csv, xlsx, register]) {
        let Some(name) = from.file_name() else { continue };
        write_atomically(&to.join(name), &read_at_most(from, LARGEST)?)?;
    }
    Ok(())
}
