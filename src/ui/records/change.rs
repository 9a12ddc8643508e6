//! What is changed in the records by hand, one change at a time, off the window's thread.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::files::DataFolder;
use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::archive as say;
use crate::i18n::messages::trend;
use crate::records::By;
use crate::records::Edition;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::feedback::ItemChange;
use crate::register::trust::Fingerprint;

/// Something to change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Change {
    /// Let a signer count.
    Accept { fingerprint: Fingerprint },
    /// Let a signer count no longer.
    Revoke { fingerprint: Fingerprint, reason: String },
    /// Say whether two people are one.
    Decide { doubt: i64, same: bool },
    /// Take a decision on two people back.
    Undo { doubt: i64 },
    /// Put an edition of a course into force from today.
    Publish { edition: Box<Edition>, today: Date },
    /// Change a development item.
    Item { item: i64, change: ItemChange },
    /// Leave a feedback file out, or take it back.
    LeaveOut { feedback: i64, is_out: bool },
}

impl Change {
    /// Makes the change in the name of `who`; what became of it, in words.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(super) fn make(
        &self,
        data: &DataFolder,
        who: &str,
        at: Timestamp,
        lang: Lang,
    ) -> Result<Message, RecordsError> {
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
            Self::Decide { doubt, same } => {
                records.decide_doubt(*doubt, *same, by)?;
                Ok(if *same { say::joined() } else { say::kept_apart() })
            }
            Self::Undo { doubt } => {
                records.undo_decision(*doubt, by)?;
                Ok(say::undone())
            }
            Self::Item { item, change } => {
                records.change_item(*item, change, by)?;
                Ok(trend::saved())
            }
            Self::LeaveOut { feedback, is_out } => {
                records.leave_feedback_out(*feedback, *is_out, by)?;
                Ok(if *is_out { trend::was_left_out() } else { trend::was_taken_back() })
            }
            Self::Publish { edition, today } => {
                records.publish(edition, *today, *today, by)?;
                Ok(say::published(edition.title(lang), edition.revision))
            }
        }
    }
}
