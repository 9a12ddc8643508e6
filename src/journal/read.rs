//! Replaying a journal and checking its chain; a glance without replaying.

use std::path::Path;

use jiff::Timestamp;
use rusqlite::Connection;
use rusqlite::OpenFlags;
use rusqlite::OptionalExtension as _;

use crate::journal::Chain;
use crate::journal::Fault;
use crate::journal::JournalError;
use crate::journal::Stamped;
use crate::journal::error::in_sqlite;
use crate::journal::schema;
use crate::session::Event;
use crate::session::FeedbackForm;
use crate::session::ParticipantId;
use crate::session::Setup;
use crate::session::feedback_digest;

/// Everything in a journal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// The events in their order; the first opens the session.
    pub events: Vec<Stamped>,
    /// The feedback forms by their random keys.
    pub feedback: Vec<FeedbackForm>,
    /// The addresses for the handout as they stand, by participant.
    pub addresses: Vec<Address>,
    /// How many events there are (feedback forms and addresses apart).
    pub length: u64,
    /// The chain's head: SHA-256, lower-case hexadecimal.
    pub head: String,
}

/// An e-mail address that somebody left for the handout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// Who.
    pub participant: ParticipantId,
    /// Where it is to go.
    pub address: String,
}

impl Address {
    /// What it means for the session.
    pub fn event(&self) -> Event {
        Event::HandoutAsked { participant: self.participant, address: Some(self.address.clone()) }
    }
}

impl Record {
    /// Whether the session was closed.
    pub fn is_closed(&self) -> bool {
        matches!(self.events.last(), Some(Stamped { event: Event::Closed { .. }, .. }))
    }

    /// The setup with which the session was opened, and when.
    pub fn opening(&self) -> Option<(Timestamp, &Setup)> {
        match self.events.first() {
            Some(Stamped { at, event: Event::Opened(setup), .. }) => Some((*at, setup)),
            _ => None,
        }
    }
}

/// What a glance at a journal tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Peek {
    /// What the session is about.
    pub setup: Setup,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When the last event happened.
    pub last_at: Timestamp,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// How many have signed in, removed rows included.
    pub signed_in: u64,
}

/// Replays a journal that may be open elsewhere, without adding to it.
///
/// # Errors
/// When it is none of ours, its chain is broken, or it cannot be read.
pub fn read(path: &Path) -> Result<Record, JournalError> {
    let connection = open(path)?;
    schema::version(&connection, path)?;
    Ok(replay(&connection, path)?.0)
}

/// Looks at the first and last event only; the chain is not checked.
///
/// # Errors
/// When it is none of ours or cannot be read.
pub fn peek(path: &Path) -> Result<Peek, JournalError> {
    let connection = open(path)?;
    schema::version(&connection, path)?;
    let event = |order: &str| -> Result<Stamped, JournalError> {
        let sql = format!("SELECT seq, json FROM event ORDER BY seq {order} LIMIT 1");
        let row = connection.query_row(&sql, [], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)));
        let (seq, json) = row.optional().map_err(in_sqlite(path))?.unwrap_or_default();
        let seq = seq.unsigned_abs();
        serde_json::from_str(&json).map_err(|_unreadable| JournalError::Broken {
            path: path.to_owned(),
            seq,
            fault: Fault::Unreadable,
        })
    };
    let last = event("DESC")?;
    let first = event("ASC")?;
    let Event::Opened(setup) = first.event else {
        return Err(JournalError::Broken { path: path.to_owned(), seq: 1, fault: Fault::OutOfPlace });
    };
    let signed_in: i64 = connection
        .query_row("SELECT count(*) FROM event WHERE json -> '$.event.signed_in' IS NOT NULL", [], |row| row.get(0))
        .map_err(in_sqlite(path))?;
    Ok(Peek {
        setup,
        opened_at: first.at,
        last_at: last.at,
        closed_at: matches!(last.event, Event::Closed { .. }).then_some(last.at),
        signed_in: signed_in.unsigned_abs(),
    })
}

fn open(path: &Path) -> Result<Connection, JournalError> {
    if !path.is_file() {
        return Err(JournalError::Missing { path: path.to_owned() });
    }
    // For writing too, because a process killed on the way may have left something to be rolled back.
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(in_sqlite(path))?;
    connection.busy_timeout(std::time::Duration::from_secs(2)).map_err(in_sqlite(path))?;
    Ok(connection)
}

/// Reads everything and checks the chain link by link.
pub(super) fn replay(connection: &Connection, path: &Path) -> Result<(Record, Chain), JournalError> {
    let broken = |seq, fault| JournalError::Broken { path: path.to_owned(), seq, fault };
    let mut chain = Chain::new(&schema::session(connection).map_err(in_sqlite(path))?);
    let mut events: Vec<Stamped> = Vec::new();
    let mut statement =
        connection.prepare("SELECT seq, at, json, hash FROM event ORDER BY seq").map_err(in_sqlite(path))?;
    let mut rows = statement.query([]).map_err(in_sqlite(path))?;
    while let Some(row) = rows.next().map_err(in_sqlite(path))? {
        let (seq, at, json, hash) = row.try_into().map_err(in_sqlite(path))?;
        let (seq, at, json, hash): (i64, String, String, Vec<u8>) = (seq, at, json, hash);
        let expected = chain.length() + 1;
        if u64::try_from(seq) != Ok(expected) {
            return Err(broken(expected, Fault::Gap));
        }
        if chain.extend(&json)[..] != hash[..] {
            return Err(broken(expected, Fault::Changed));
        }
        let entry: Stamped = serde_json::from_str(&json).map_err(|_unreadable| broken(expected, Fault::Unreadable))?;
        if entry.at.to_string() != at {
            return Err(broken(expected, Fault::Changed));
        }
        let is_first = events.is_empty();
        let goes_on = !matches!(events.last(), Some(Stamped { event: Event::Closed { .. }, .. }));
        if is_first != matches!(entry.event, Event::Opened(_)) || !goes_on {
            return Err(broken(expected, Fault::OutOfPlace));
        }
        events.push(entry);
    }
    let Some(last) = events.last() else {
        return Err(broken(1, Fault::Gap));
    };
    let feedback = forms(connection, path)?;
    if let Event::Closed { feedback_digest: vouched } = &last.event
        && *vouched != feedback_digest(feedback.iter())
    {
        return Err(broken(chain.length(), Fault::Feedback));
    }
    let addresses = if schema::keeps_addresses(schema::version(connection, path)?) {
        addresses(connection).map_err(in_sqlite(path))?
    } else {
        Vec::new()
    };
    let record = Record { events, feedback, addresses, length: chain.length(), head: chain.head() };
    Ok((record, chain))
}

fn addresses(connection: &Connection) -> rusqlite::Result<Vec<Address>> {
    let mut statement = connection.prepare("SELECT participant, address FROM handout ORDER BY participant")?;
    let rows =
        statement.query_map([], |row| Ok(Address { participant: ParticipantId(row.get(0)?), address: row.get(1)? }))?;
    rows.collect()
}

fn forms(connection: &Connection, path: &Path) -> Result<Vec<FeedbackForm>, JournalError> {
    let mut statement = connection.prepare("SELECT json FROM feedback ORDER BY key").map_err(in_sqlite(path))?;
    let rows = statement.query_map([], |row| row.get::<_, String>(0)).map_err(in_sqlite(path))?;
    let mut forms = Vec::new();
    for json in rows {
        let form = serde_json::from_str(&json.map_err(in_sqlite(path))?);
        let unreadable = JournalError::Broken { path: path.to_owned(), seq: 0, fault: Fault::Feedback };
        forms.push(form.map_err(|_unreadable| unreadable)?);
    }
    Ok(forms)
}
