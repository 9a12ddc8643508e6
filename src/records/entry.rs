//! A register as the records keep it.

use jiff::Timestamp;

use crate::profile::IdentifierKind;
use crate::records::Day;
use crate::records::Edition;
use crate::register::trust::Fingerprint;

/// A register as the records keep it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// SHA-256 of the file.
    pub digest: String,
    /// The session's identifier.
    pub session: String,
    /// How the course was taken.
    pub form: Form,
    /// Whether the people in it are made up.
    pub rehearsal: bool,
    /// The course as it was then.
    pub edition: Edition,
    /// Who signed first.
    pub signer: SignerOf,
    /// When, by the signer's own clock.
    pub signed_at: Timestamp,
    /// How many signatures the file has.
    pub signatures: usize,
    /// When the session began.
    pub started_at: Timestamp,
    /// When it ended.
    pub ended_at: Timestamp,
    /// The day on which it ended, at its place.
    pub day: Day,
    /// The subscriber named in it.
    pub subscriber: String,
    /// Who arranged the session.
    pub organiser: String,
    /// Who held it; empty for studying alone.
    pub trainer: String,
    /// Where it was held; empty for studying alone.
    pub place: String,
    /// Events of the session's journal.
    pub journal_length: u64,
    /// Its rows.
    pub rows: Vec<EntryRow>,
}

/// How a course was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// In a room, with a trainer.
    Room,
    /// Alone.
    Alone,
}

/// The holder of a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignerOf {
    /// The certificate's fingerprint.
    pub fingerprint: Fingerprint,
    /// The name in it.
    pub name: String,
    /// The organisation in it; may be empty.
    pub organisation: String,
    /// Who issued it.
    pub issuer: String,
}

/// A participant's row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryRow {
    /// Its number in the session.
    pub number: u32,
    /// The name written in it.
    pub name: String,
    /// The contractor.
    pub company: String,
    /// The identifier, if one was given.
    pub identifier: Option<(IdentifierKind, String)>,
    /// Minutes they were there.
    pub minutes: u32,
    /// How the final test ended.
    pub outcome: Outcome,
    /// Themes attended, by their place in the edition; ascending.
    pub themes: Vec<usize>,
    /// Themes that an earlier register vouches for.
    pub credited: Vec<Credited>,
}

/// A theme that was attended earlier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credited {
    /// The theme's identifier.
    pub theme: String,
    /// Its revision then.
    pub revision: u32,
    /// The day on which it was really attended.
    pub day: Day,
    /// Who signed the register that says so: the credit counts only while they do.
    pub signer: SignerOf,
    /// The session of that register: where the records have it, its row tells the employer.
    pub session: String,
}

/// How somebody's final test ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The course has none.
    NoTest,
    /// It was passed.
    Passed,
    /// It was handed in, and not passed.
    Failed,
    /// Nothing was handed in.
    NotTaken,
}

impl Outcome {
    /// Its number in the tables.
    pub(super) fn code(self) -> i64 {
        match self {
            Self::NoTest => 0,
            Self::Passed => 1,
            Self::Failed => 2,
            Self::NotTaken => 3,
        }
    }

    /// What a number in the tables means.
    pub(super) fn of(code: i64) -> Self {
        match code {
            0 => Self::NoTest,
            1 => Self::Passed,
            2 => Self::Failed,
            _ => Self::NotTaken,
        }
    }
}

/// The name of a kind of identifier as registers write it; empty for none.
pub fn written_identifier(code: i64) -> &'static str {
    match code {
        1 => "tax_number",
        2 => "employee_number",
        3 => "email",
        _ => "",
    }
}

/// The number of a kind of identifier in the tables.
pub(super) fn kind_code(kind: IdentifierKind) -> i64 {
    match kind {
        IdentifierKind::None => 0,
        IdentifierKind::TaxNumber => 1,
        IdentifierKind::EmployeeNumber => 2,
        IdentifierKind::Email => 3,
    }
}
