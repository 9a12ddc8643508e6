//! What the records hold, in short: what every part of the screen needs to know.

use crate::records::Acceptance;
use crate::records::Aside;
use crate::records::Doubt;
use crate::records::PublishedCourse;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::Signer;

/// What the records hold, in short.
#[derive(Debug)]
pub(super) struct Overview {
    /// Every signer, those nobody has decided on first.
    pub(super) signers: Vec<Signer>,
    /// Every file that was set aside, the newest first.
    pub(super) aside: Vec<Aside>,
    /// Every doubt about people, those that wait first.
    pub(super) doubts: Vec<Doubt>,
    /// Every course with the edition in force.
    pub(super) courses: Vec<PublishedCourse>,
    /// On how many development items something is left to do.
    pub(super) open_items: usize,
}

impl Overview {
    /// Reads it; asked anew with every `_epoch`.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "questions of every size come by reference")]
    pub(super) fn read(records: &Records, _epoch: &u64) -> Result<Self, RecordsError> {
        Ok(Self {
            signers: records.signers()?,
            aside: records.aside()?,
            doubts: records.doubts(true)?,
            courses: records.courses()?,
            open_items: records.open_items()?,
        })
    }

    /// How many signers nobody has decided on.
    pub(super) fn undecided(&self) -> usize {
        self.signers.iter().filter(|signer| signer.acceptance == Acceptance::Undecided).count()
    }

    /// How many doubts wait for a decision.
    pub(super) fn open_doubts(&self) -> usize {
        self.doubts.iter().filter(|doubt| doubt.decision.is_none()).count()
    }
}
