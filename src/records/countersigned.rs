//! The subscriber's own signature under a register that is kept: the signed copy takes its place.

use crate::files;
use crate::files::Operation;
use crate::files::read_at_most;
use crate::files::write_atomically;
use crate::records::Acceptance;
use crate::records::Became;
use crate::records::By;
use crate::records::Import;
use crate::records::Reason as AsideReason;
use crate::records::Records;
use crate::records::RecordsError;
use crate::register::countersign::CountersignError;
use crate::register::countersign::Countersigning;
use crate::register::countersign::Reason;
use crate::register::countersign::countersign;
use crate::register::sign::Signer;
use crate::register::trust::TrustList;
use crate::register::verify::LARGEST_FILE;

/// Why a register that is kept could not be countersigned.
#[derive(Debug, thiserror::Error)]
pub enum NotCountersigned {
    /// The records cannot be read or written.
    #[error(transparent)]
    Records(#[from] RecordsError),
    /// Nobody should sign it, or the signature cannot be made.
    #[error(transparent)]
    Countersign(#[from] CountersignError),
    /// The signed copy was set aside.
    #[error("the signed copy was set aside: {0:?}")]
    Aside(AsideReason),
}

impl Records {
    /// The signers that are accepted here, as a check of a register asks for them.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn trust(&self) -> Result<TrustList, RecordsError> {
        let mut trust = TrustList::default();
        for signer in self.signers()? {
            if let Acceptance::Accepted { at, .. } = signer.acceptance {
                trust.accept(signer.fingerprint, signer.name, at);
            }
        }
        Ok(trust)
    }

    /// Adds `signer`'s signature to the register with `digest`, and takes the signed copy in its place; the register as it
    /// came is kept as well. The digest of the copy.
    ///
    /// # Errors
    /// When there is no such register, it is refused (its own signer must be accepted here), or something cannot be
    /// written; then it stands as it was.
    pub fn countersign(
        &mut self,
        digest: &str,
        signer: &dyn Signer,
        reason: Reason,
        place: &str,
        by: By<'_>,
    ) -> Result<String, NotCountersigned> {
        let (kept, _) = self.register(digest)?;
        let bytes = read_at_most(&kept.file, LARGEST_FILE).map_err(RecordsError::from)?;
        let trust = self.trust()?;
        let countersigning = Countersigning { reason, place, at: by.at, trust: &trust, unknown_signer: false };
        let signed = countersign(&bytes, signer, &countersigning)?;
        // It comes in as any other file does, under the name of the first.
        let folder = tempfile::Builder::new()
            .prefix("countersigned-")
            .tempdir_in(&self.root)
            .map_err(files::at(Operation::CreateFolder, &self.root))
            .map_err(RecordsError::from)?;
        let name = if kept.source.is_empty() { "register.pdf" } else { &kept.source };
        let path = folder.path().join(name);
        write_atomically(&path, &signed).map_err(RecordsError::from)?;
        let paths = [path];
        let cancel = std::sync::atomic::AtomicBool::new(false);
        let import = Import { paths: &paths, rehearsals: kept.rehearsal, by, cancel: &cancel };
        let mut imported = self.import(&import, &mut |_| {})?;
        if let Some(error) = imported.errors.pop() {
            return Err(RecordsError::from(error).into());
        }
        match imported.files.pop() {
            Some(taken) => match taken.became {
                Became::Imported { .. } | Became::Heard { .. } | Became::Older | Became::Known => Ok(taken.digest),
                Became::Aside(reason) => Err(NotCountersigned::Aside(reason)),
            },
            None => Err(RecordsError::Unknown(digest.to_owned()).into()),
        }
    }
}
