//! A register with rows erased: a new document that replaces the old one and says so.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::i18n::Message;
use crate::i18n::messages::register as say;
use crate::paper;
use crate::paper::PaperError;
use crate::register::certificate;
use crate::register::countersign::{Refused, accepted};
use crate::register::facts::{ChangedField, Correction, CorrectionKind, Facts, FormerSigner, MadeBy, Redaction, Row};
use crate::register::sign::{SignError, Signer, Statement, sign};
use crate::register::table;
use crate::register::trust::Fingerprint;
use crate::register::trust::TrustList;
use crate::register::verify::{SignedBy, Trust};

/// Shortest text that is looked for elsewhere in the register, in characters: shorter ones stand in any text.
const SHORTEST_TELLING: usize = 4;

/// What is erased, and how.
#[derive(Clone, Debug)]
pub struct Redacting<'a> {
    /// Numbers of the rows.
    pub rows: &'a BTreeSet<u32>,
    /// When, by the signer's own clock.
    pub at: Timestamp,
    /// The signers that are trusted here.
    pub trust: &'a TrustList,
    /// Whether to redact also where nobody has accepted the first signer here.
    pub unknown_signer: bool,
}

/// A redacted register.
#[derive(Clone, Debug)]
pub struct Redacted {
    /// The signed document.
    pub register: Vec<u8>,
    /// What it states.
    pub facts: Facts,
    /// Where a person who was erased is still named.
    pub mentions: Vec<Mention>,
}

/// Where a person who was erased is still named, or somebody of the same name is.
///
/// Another person's row is bound to the signature they drew: it is not changed on somebody else's request without a
/// human's decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mention {
    /// In another person's row.
    Row(u32),
    /// In what the register says of the session.
    Session,
}

/// Why a register could not be redacted.
#[derive(Debug, thiserror::Error)]
pub enum RedactError {
    /// Nobody should put their name to it.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// No row was named.
    #[error("no row was named")]
    NoRows,
    /// The register has no such row.
    #[error("there is no row {0}")]
    NoSuchRow(u32),
    /// The row was erased before.
    #[error("row {0} is erased already")]
    ErasedAlready(u32),
    /// The register is one person's own: without them nothing is left, and they signed it themselves.
    #[error("the register of a self-study is about one person alone")]
    SelfStudy,
    /// The pages could not be set.
    #[error(transparent)]
    Paper(#[from] PaperError),
    /// The signature could not be made.
    #[error(transparent)]
    Sign(#[from] SignError),
}

impl RedactError {
    /// The error in words.
    pub fn message(&self) -> Message {
        match self {
            Self::Refused(refused) => refused.message(),
            Self::NoRows => say::redact_no_rows(),
            Self::NoSuchRow(row) => say::redact_no_such_row(*row),
            Self::ErasedAlready(row) => say::redact_erased_already(*row),
            Self::SelfStudy => say::redact_self_study(),
            Self::Paper(error) => say::not_printed(error.to_string()),
            Self::Sign(error) => say::not_signed(error.to_string()),
        }
    }
}

/// Makes the register that replaces `register`, without the rows that are to be erased, signed by `signer`.
///
/// Rows that were merged into an erased one are the same person's: the corrections that tell of them are erased too.
/// Every other row stays as it was, digest and all.
///
/// # Errors
/// When the register is refused, a row cannot be erased, or pages or signature cannot be made.
pub fn redact(register: &[u8], signer: &dyn Signer, redacting: &Redacting<'_>) -> Result<Redacted, RedactError> {
    let Redacting { rows, at, trust, unknown_signer } = redacting;
    let verdict = accepted(register, trust, *unknown_signer, *at)?;
    let signers: Vec<FormerSigner> = verdict.signer.iter().chain(verdict.countersigners()).map(former).collect();
    // A register that was accepted has facts.
    let mut facts = *verdict.facts.ok_or(RedactError::NoRows)?;
    check(&facts, rows)?;
    let erased = with_merged(&facts, rows);
    let telling = telling(&facts, &erased);
    let standing: Vec<u32> =
        facts.participants.iter().map(|row| row.number).filter(|number| erased.contains(number)).collect();
    facts.participants.retain(|row| !erased.contains(&row.number));
    for correction in &mut facts.corrections {
        if erased.contains(&correction.participant) || names(correction, &telling) {
            erase(correction);
        }
    }
    let own = signer.chain().first().map_or(&[][..], Vec::as_slice);
    let (name, organisation) =
        certificate::describe(own).map_or_else(Default::default, |described| (described.name, described.organisation));
    let zone = crate::i18n::time_zone(&facts.time_zone);
    facts.version = facts.fitting_version();
    facts.made_by = MadeBy::this_program();
    facts.redactions.push(Redaction {
        replaces: Fingerprint::of(register).0,
        signed_by: signers,
        rows: standing.into_iter().collect::<BTreeSet<u32>>().into_iter().collect(),
        at: at.to_zoned_datetime(zone).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
        by: name.clone(),
        organisation,
        fingerprint: Fingerprint::of(own).0,
    });
    let (json, csv, lang) = (facts.to_json(), table::csv(&facts), facts.lang());
    let unsigned = paper::register_pdf(&paper::Register { json: &json, csv: &csv, lang })?;
    let statement = Statement { name, reason: say::redaction_reason().text(lang), place: String::new(), at: *at };
    let register = sign(&unsigned, signer, &statement)?;
    let mentions = mentions(&facts, &telling);
    Ok(Redacted { register, facts, mentions })
}

/// Whether every row can be erased.
fn check(facts: &Facts, rows: &BTreeSet<u32>) -> Result<(), RedactError> {
    if facts.is_self_study() {
        return Err(RedactError::SelfStudy);
    }
    if rows.is_empty() {
        return Err(RedactError::NoRows);
    }
    let erased = facts.erased_rows();
    for number in rows {
        let is_standing = facts.participants.iter().any(|row| row.number == *number);
        let told = || facts.corrections.iter().filter(|correction| correction.participant == *number);
        if !is_standing && told().all(|correction| correction.erased) {
            let is_known = erased.contains(number) || told().next().is_some();
            return Err(if is_known { RedactError::ErasedAlready(*number) } else { RedactError::NoSuchRow(*number) });
        }
    }
    Ok(())
}

/// The rows, with those that were merged into them.
fn with_merged(facts: &Facts, rows: &BTreeSet<u32>) -> BTreeSet<u32> {
    let mut all = rows.clone();
    loop {
        let merged = facts.corrections.iter().filter(|correction| correction.kind == CorrectionKind::Merged);
        let more: BTreeSet<u32> = merged
            .filter(|correction| correction.into.is_some_and(|into| all.contains(&into)))
            .map(|correction| correction.participant)
            .filter(|number| !all.contains(number))
            .collect();
        if more.is_empty() {
            return all;
        }
        all.extend(more);
    }
}

/// The names and identifiers of those who are erased, as they stood and stand, in small letters.
fn telling(facts: &Facts, erased: &BTreeSet<u32>) -> BTreeSet<String> {
    let rows = facts.participants.iter().filter(|row| erased.contains(&row.number));
    let standing = rows.flat_map(|row| {
        let identifier = row.identifier.as_ref().map(|identifier| &identifier.value);
        std::iter::once(&row.name).chain(identifier)
    });
    let corrections = facts.corrections.iter().filter(|correction| erased.contains(&correction.participant));
    let changes = corrections.flat_map(|correction| &correction.changes);
    let changes = changes.filter(|change| matches!(change.field, ChangedField::Name | ChangedField::Identifier));
    let earlier = changes.flat_map(|change| [&change.before, &change.after]);
    standing
        .chain(earlier)
        .map(|text| text.trim().to_lowercase())
        .filter(|text| text.chars().count() >= SHORTEST_TELLING)
        .collect()
}

/// Whether a correction of another row names somebody who is erased.
fn names(correction: &Correction, telling: &BTreeSet<String>) -> bool {
    let changes = correction.changes.iter().flat_map(|change| [&change.before, &change.after]);
    changes.chain([&correction.reason]).any(|text| tells(text, telling))
}

fn tells(text: &str, telling: &BTreeSet<String>) -> bool {
    let text = text.to_lowercase();
    telling.iter().any(|telling| text.contains(telling.as_str()))
}

/// Leaves of a correction that there was one.
fn erase(correction: &mut Correction) {
    let Correction { at: _, participant: _, kind: _, changes, into, attempt, reason, erased } = correction;
    changes.clear();
    reason.clear();
    *into = None;
    *attempt = None;
    *erased = true;
}

/// Where somebody who was erased is still named.
fn mentions(facts: &Facts, telling: &BTreeSet<String>) -> Vec<Mention> {
    let in_row = |row: &Row| {
        let identifier = row.identifier.iter().map(|identifier| &identifier.value);
        let attempts = row.test.iter().flat_map(|test| &test.attempts);
        let attempts = attempts.flat_map(|attempt| attempt.witness.iter().chain(&attempt.void));
        let mut texts = [&row.name, &row.company, &row.role].into_iter().chain(identifier).chain(attempts);
        texts.any(|text| tells(text, telling))
    };
    let rows = facts.participants.iter().filter(|row| in_row(row)).map(|row| Mention::Row(row.number));
    let skipped = facts.themes.iter().flat_map(|theme| &theme.skipped_steps).map(|step| &step.reason);
    let mut of_session = [&facts.organiser, &facts.trainer, &facts.place].into_iter().chain(skipped);
    let session = of_session.any(|text| tells(text, telling)).then_some(Mention::Session);
    rows.chain(session).collect()
}

/// A signer of the register that is replaced.
fn former(by: &SignedBy) -> FormerSigner {
    FormerSigner {
        name: by.name.clone(),
        organisation: by.organisation.clone(),
        fingerprint: by.fingerprint.0.clone(),
        signed_at: by.signed_at.to_string(),
        trusted: matches!(by.trust, Trust::Trusted { .. }),
    }
}
