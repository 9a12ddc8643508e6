//! What most questions need and seldom changes, read once: what editions ask, and the themes that were attended together.

use std::collections::BTreeMap;
use std::sync::Arc;

use rusqlite::Connection;

use crate::records::Day;
use crate::records::evidence;
use crate::records::evidence::{Force, Sets};

/// Kept while nobody writes into the records.
#[derive(Debug, Default)]
pub(super) struct Remembered {
    /// The commits of other connections and the changes of this one, when it was read.
    state: Option<(i64, u64)>,
    in_force: BTreeMap<(i64, Day), Option<Arc<Force>>>,
    /// Sets of themes.
    pub(super) sets: Sets,
}

impl Remembered {
    /// Forgets everything if the records have changed. To be called first in the view that is asked.
    pub(super) fn refresh(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        let mut others = connection.prepare_cached("PRAGMA data_version")?;
        let state = Some((others.query_row([], |row| row.get(0))?, connection.total_changes()));
        if self.state != state {
            *self = Self { state, ..Self::default() };
        }
        Ok(())
    }

    /// What the edition of a course asks that is in force on `day`.
    pub(super) fn in_force(
        &mut self,
        connection: &Connection,
        course: i64,
        day: Day,
    ) -> rusqlite::Result<Option<Arc<Force>>> {
        if let Some(force) = self.in_force.get(&(course, day)) {
            return Ok(force.clone());
        }
        let edition = evidence::edition_on(connection, course, day)?;
        let force = edition.map(|edition| evidence::force(connection, edition)).transpose()?.map(Arc::new);
        self.in_force.insert((course, day), force.clone());
        Ok(force)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_remembered_is_forgotten_when_this_or_another_connection_writes() {
        let folder = tempfile::tempdir().unwrap();
        let open = || Connection::open(folder.path().join("one.sqlite")).unwrap();
        let (own, other) = (open(), open());
        own.execute_batch("PRAGMA journal_mode = wal; CREATE TABLE t (n INTEGER)").unwrap();
        let mut remembered = Remembered::default();
        let mut keeps = |connection: &Connection| {
            remembered.refresh(connection).unwrap();
            let kept = remembered.sets.contains_key(&1);
            remembered.sets.insert(1, evidence::Set::default());
            kept
        };
        assert!(!keeps(&own) && keeps(&own));
        other.execute("INSERT INTO t VALUES (1)", []).unwrap();
        assert!(!keeps(&own) && keeps(&own), "another connection wrote");
        own.execute("INSERT INTO t VALUES (2)", []).unwrap();
        assert!(!keeps(&own) && keeps(&own), "this connection wrote");
        let seen = own.unchecked_transaction().unwrap();
        assert!(keeps(&seen));
        other.execute("INSERT INTO t VALUES (3)", []).unwrap();
        assert!(keeps(&seen), "the view is still the one that was read");
        drop(seen);
        assert!(!keeps(&own));
    }
}
