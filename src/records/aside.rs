//! Files that were set aside, each with its reason.

use jiff::Timestamp;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::records::By;
use crate::records::Deed;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::log;
use crate::records::log::not_ours;

/// Why a file was not taken into the records.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "snake_case", deny_unknown_fields)]
pub enum Reason {
    /// It is no PDF, or one that cannot be read: another program's file, a torn one.
    NotARegister,
    /// Nobody signed it, or the signature was taken off.
    Unsigned,
    /// The signature does not cover what it must.
    Coverage,
    /// Something was appended after signing.
    Appended {
        /// How many bytes.
        bytes: usize,
    },
    /// What was signed was changed.
    Changed,
    /// The signature is damaged or forged.
    Signature,
    /// The certificate may not sign, or not at that time.
    Certificate,
    /// An update after signing holds more than signatures.
    Update,
    /// It is signed, but carries no data of a register.
    NoData,
    /// A newer version of the program wrote it.
    Newer {
        /// The version of the register's form.
        version: u32,
    },
    /// Data and pages say different things.
    Contradicts {
        /// Rows that are not those their signatures were drawn for; empty when pages or table differ.
        rows: Vec<u32>,
    },
    /// The people in it are made up.
    Rehearsal,
    /// It ended later than now.
    Future {
        /// When it says it ended.
        ended_at: String,
    },
    /// Something in it cannot be: see the field.
    Unfit {
        /// The field of the register's data.
        field: String,
    },
    /// Somebody was erased from it, or it was kept long enough: no copy is kept, and nothing is noted.
    Erased,
    /// It calls itself a feedback file, and is not of that form.
    NotFeedback,
    /// A newer version of the program wrote the feedback file.
    NewerFeedback {
        /// The version of the file's form.
        version: u32,
    },
    /// Something in a feedback file cannot be: see the field.
    UnfitFeedback {
        /// The field of the file.
        field: String,
    },
    /// A feedback file names a session of which an accepted register says otherwise.
    OtherThanRegister,
    /// Another feedback file speaks for the session already, and says something else.
    OtherFeedback,
    /// It is larger than any register.
    TooLarge {
        /// The largest size, in megabytes.
        limit: u64,
    },
}

/// A file that was set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// SHA-256 of its bytes; of the name's bytes for a file that was too large to be read.
    pub digest: String,
    /// The name it came under.
    pub name: String,
    /// Its size.
    pub bytes: u64,
    /// Why it was set aside.
    pub reason: Reason,
    /// When.
    pub at: Timestamp,
    /// Who brought it.
    pub by: String,
}

/// Notes a file that was set aside; one that was known keeps its first date.
pub(super) fn note(
    connection: &Connection,
    digest: &str,
    name: &str,
    bytes: u64,
    reason: &Reason,
    by: By<'_>,
) -> rusqlite::Result<()> {
    let json =
        serde_json::to_string(reason).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))?;
    let mut known = connection.prepare_cached("SELECT 1 FROM aside WHERE digest = ?1")?;
    if known.exists([digest])? {
        // Another version of the program may see another reason.
        connection.execute("UPDATE aside SET reason = ?1 WHERE digest = ?2", (json, digest))?;
        return Ok(());
    }
    connection.execute(
        "INSERT INTO aside (digest, name, bytes, reason, at, by) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        (digest, name, i64::try_from(bytes).unwrap_or(i64::MAX), json, by.at.to_string(), by.name),
    )?;
    log::add(connection, by, &Deed::SetAside { digest: digest.to_owned(), name: name.to_owned() })
}

/// Notes that a file is set aside no longer; whether it was.
pub(super) fn forget(connection: &Connection, digest: &str) -> rusqlite::Result<bool> {
    connection.prepare_cached("DELETE FROM aside WHERE digest = ?1")?.execute([digest]).map(|gone| gone > 0)
}

impl Records {
    /// The files that were set aside, the newest first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn aside(&self) -> Result<Vec<Aside>, RecordsError> {
        self.read(|connection| {
            let mut rows =
                connection.prepare("SELECT digest, name, bytes, reason, at, by FROM aside ORDER BY id DESC")?;
            let rows = rows.query_map([], |row| {
                Ok(Aside {
                    digest: row.get(0)?,
                    name: row.get(1)?,
                    bytes: row.get::<_, i64>(2)?.unsigned_abs(),
                    reason: serde_json::from_str(&row.get::<_, String>(3)?).map_err(not_ours)?,
                    at: row.get::<_, String>(4)?.parse().map_err(not_ours)?,
                    by: row.get(5)?,
                })
            })?;
            rows.collect()
        })
    }
}
