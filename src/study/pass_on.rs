//! Passing the induction on: whoever passed it may hold it for their own team, on the ground of their own register.

use std::path::Path;

use crate::i18n::Message;
use crate::i18n::messages::register as say;
use crate::register::facts::TestResult;
use crate::register::verify::Trust;
use crate::session::Ground;
use crate::study::earlier;
use crate::study::earlier::ThemeFound;
use crate::study::evidence;
use crate::study::evidence::{Asked, Candidate, Unusable};

/// What follows from the register of somebody who wants to pass the induction on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PassOn {
    /// They may.
    Granted {
        /// What goes into the setup of their session.
        ground: Box<Ground>,
        /// Whether the register's signer is trusted here; the subscriber decides what it is worth.
        trust: Trust,
    },
    /// Several rows may be theirs: ask which, and look again with [`Asked::row`].
    Choose(Vec<Candidate>),
}

/// Why somebody may not pass the induction on.
#[derive(Debug, thiserror::Error)]
pub enum NotYet {
    /// The register is no evidence.
    #[error(transparent)]
    Unusable(#[from] Unusable),
    /// They have not passed the final test.
    #[error("the final test is not passed")]
    NotPassed,
    /// They have not done all themes as these are now: those that are due, with the reason of each.
    #[error("{} themes are due", .0.len())]
    ThemesDue(Vec<ThemeFound>),
}

impl NotYet {
    /// The reason in words, with the mend; what is due of which theme is told by its own reason.
    pub fn message(&self) -> Message {
        match self {
            Self::Unusable(reason) => reason.message(),
            Self::NotPassed => say::pass_on_not_passed(),
            Self::ThemesDue(themes) => say::pass_on_themes_due(themes.len()),
        }
    }
}

/// Whether the person whose register this is may pass the course on as it is now; a part of it, when the script is of
/// that part. Without [`Asked::person`] the register's
/// only row is taken for theirs.
///
/// # Errors
/// When the register is no evidence, the final test not passed, or a theme due.
pub fn pass_on(bytes: &[u8], asked: &Asked<'_>) -> Result<PassOn, NotYet> {
    let evidence = evidence::read(bytes, asked)?;
    let row = match evidence.row(asked)? {
        Ok(row) => row,
        Err(candidates) => return Ok(PassOn::Choose(candidates)),
    };
    let result = row.test.as_ref().map(|test| test.result);
    if evidence.facts.final_test.is_some() && result != Some(TestResult::Passed) {
        return Err(NotYet::NotPassed);
    }
    let mut due = earlier::themes(&evidence, row, asked);
    due.retain(|found| found.reason.credited().is_none());
    if !due.is_empty() {
        return Err(NotYet::ThemesDue(due));
    }
    Ok(PassOn::Granted { ground: Box::new(evidence.ground(row)?), trust: evidence.trust.clone() })
}

/// As [`pass_on`], from a file.
///
/// # Errors
/// As [`pass_on`], and when the file cannot be read.
pub fn pass_on_from(path: &Path, asked: &Asked<'_>) -> Result<PassOn, NotYet> {
    pass_on(&evidence::register_file(path)?, asked)
}
