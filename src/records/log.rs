//! Who did what to the records.

use jiff::Timestamp;
use jiff::civil::Date;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::records::By;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::feedback::ItemChange;
use crate::records::whole;

/// Something that was done to the records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "deed", rename_all = "snake_case", deny_unknown_fields)]
#[expect(missing_docs, reason = "the fields are the nouns of their variant")]
pub enum Deed {
    /// A register was imported.
    Imported { digest: String, people: usize },
    /// A register took the place of an earlier file of the same session.
    Replaced { digest: String, earlier: String },
    /// A file was set aside.
    SetAside { digest: String, name: String },
    /// A signer was accepted.
    Accepted { fingerprint: String, name: String },
    /// What a signer signed counts no longer.
    Revoked { fingerprint: String, name: String, reason: String },
    /// An edition of a course came into force.
    Published { course: String, revision: u32, since: Date },
    /// Two people were found to be one, or two; or that was taken back.
    Decided { doubt: i64, same: Option<bool> },
    /// A feedback file was taken, with its development items.
    Heard { digest: String, items: usize },
    /// A feedback file was left out, or taken back.
    LeftOut { digest: String, is_out: bool },
    /// A development item was changed.
    Developed { item: i64, change: ItemChange },
    /// Everything held on a person was written to a file.
    Exported { person: i64 },
    /// The records were copied, or brought back from a copy.
    BackedUp { registers: usize },
    /// The records were brought back from a copy.
    Restored { registers: usize },
    /// A person was erased: registers that were replaced by redacted ones, registers and files set aside that went.
    Erased { redacted: usize, removed: usize, asides: usize },
    /// How long registers are kept after they end, in years, of one course or of all others; or that it is not said.
    RetentionSet { course: Option<String>, years: Option<u32> },
    /// What was kept long enough was erased.
    Retained { registers: usize, people: usize, asides: usize },
}

impl Deed {
    /// The deed without the texts that name somebody; `None` when none does.
    pub(super) fn without(&self, names: &dyn Fn(&str) -> bool) -> Option<Self> {
        let mut changed = self.clone();
        let texts = match &mut changed {
            Self::SetAside { digest: _, name } | Self::Accepted { fingerprint: _, name } => vec![name],
            Self::Revoked { fingerprint: _, name, reason } => vec![name, reason],
            Self::Developed { item: _, change } => change.owner.iter_mut().chain([&mut change.note]).collect(),
            _ => Vec::new(),
        };
        for text in texts.into_iter().filter(|text| names(text)) {
            text.clear();
        }
        (changed != *self).then_some(changed)
    }
}

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logged {
    /// When.
    pub at: Timestamp,
    /// Who, as they named themselves.
    pub by: String,
    /// What.
    pub deed: Deed,
}

/// Adds a line to the log, in the transaction of what it tells.
pub(super) fn add(connection: &Connection, by: By<'_>, deed: &Deed) -> rusqlite::Result<()> {
    let json = serde_json::to_string(deed).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    let mut insert = connection.prepare_cached("INSERT INTO log (at, by, deed) VALUES (?1, ?2, ?3)")?;
    insert.execute((by.at.to_string(), by.name, json))?;
    Ok(())
}

impl Records {
    /// The newest `most` lines of the log, the newest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn log(&self, most: usize) -> Result<Vec<Logged>, RecordsError> {
        self.read(|connection| {
            let mut lines = connection.prepare("SELECT at, by, deed FROM log ORDER BY id DESC LIMIT ?1")?;
            let lines = lines.query_map([whole(most)], |row| {
                let (at, by, deed): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
                let deed = serde_json::from_str(&deed).map_err(not_ours)?;
                Ok(Logged { at: at.parse().map_err(not_ours)?, by, deed })
            })?;
            lines.collect()
        })
    }
}

/// Something in the tables that this program did not write.
pub(super) fn not_ours(error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(error))
}
