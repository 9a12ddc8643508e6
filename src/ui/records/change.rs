//! What is changed in the records by hand, one change at a time, off the window's thread.

use jiff::Timestamp;

use crate::files::DataFolder;
use crate::i18n::Message;
use crate::i18n::messages::archive as say;
use crate::records::By;
use crate::records::Records;
use crate::records::RecordsError;
use crate::register::trust::Fingerprint;

/// Something to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// Let a signer count.
    Accept { fingerprint: Fingerprint },
    /// Let a signer count no longer.
    Revoke { fingerprint: Fingerprint, reason: String },
}

impl Change {
    /// Makes the change in the name of `who`; what became of it, in words.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(super) fn make(&self, data: &DataFolder, who: &str, at: Timestamp) -> Result<Message, RecordsError> {
        let mut records = Records::open(data)?;
        let by = By { name: who, at };
        match self {
            Self::Accept { fingerprint } => {
                let signer = records.accept(&fingerprint.0, by)?;
                Ok(say::accepted(signer.name, signer.registers, signer.people))
            }
            Self::Revoke { fingerprint, reason } => {
                let signer = records.revoke(&fingerprint.0, reason, by)?;
                Ok(say::revoked(signer.name, signer.registers, signer.people))
            }
        }
    }
}
