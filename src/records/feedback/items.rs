//! Development items of all sessions: listed, taken on, and what became of each.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use rusqlite::Connection;
use rusqlite::OptionalExtension as _;

use crate::records::By;
use crate::records::Day;
use crate::records::Deed;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::feedback::change::{Changed, Due, ItemChange, ItemState};
use crate::records::feedback::sources;
use crate::records::feedback::sources::Source;
use crate::records::log;
use crate::records::log::not_ours;
use crate::records::matching;

/// A development item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its number.
    pub id: i64,
    /// What was said.
    pub text: String,
    /// The name of the theme it belongs to; may be empty.
    pub theme: String,
    /// How far it is.
    pub state: ItemState,
    /// Who sees to it; empty for nobody.
    pub owner: String,
    /// By when it is to be done.
    pub due: Option<Day>,
    /// The newest note; may be empty.
    pub note: String,
    /// The feedback file it came in.
    pub source: Source,
}

impl Item {
    /// Whether its day has passed and it is not done.
    pub fn is_late(&self, today: Day) -> bool {
        self.state.is_open() && self.due.is_some_and(|due| due < today)
    }
}

/// Which development items are wanted; what is `None` or empty does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ItemFilter {
    /// Those in this state.
    pub state: Option<ItemState>,
    /// Those on which something is left to do.
    pub open: bool,
    /// Those of this course, by its identifier.
    pub course: Option<String>,
    /// Those of this session; enough of its identifier's beginning.
    pub session: Option<String>,
    /// Those of sessions in which people of this contractor took part, however it is spelt.
    pub contractor: Option<String>,
    /// Those with all of these words in text, theme, owner, place or contractor.
    pub words: String,
}

impl ItemFilter {
    /// Whether an item is wanted.
    pub fn takes(&self, item: &Item) -> bool {
        let source = &item.source;
        let is_of = |contractor: &String| {
            let key = matching::key(contractor);
            source.contractors.iter().any(|name| matching::key(name) == key)
        };
        self.state.is_none_or(|state| item.state == state)
            && (!self.open || item.state.is_open())
            && self.course.as_ref().is_none_or(|course| source.course == *course)
            && self
                .session
                .as_ref()
                .is_none_or(|wanted| source.session.as_ref().is_some_and(|of| of.starts_with(wanted)))
            && self.contractor.as_ref().is_none_or(is_of)
            && self.has_words(item)
    }

    fn has_words(&self, item: &Item) -> bool {
        if self.words.trim().is_empty() {
            return true;
        }
        let texts = [&item.text, &item.theme, &item.owner, &item.note, &item.source.place].into_iter();
        let all = texts.chain(&item.source.contractors).map(|text| text.to_lowercase()).collect::<Vec<_>>().join("\n");
        self.words.to_lowercase().split_whitespace().all(|word| all.contains(word))
    }
}

impl Records {
    /// The development items that `filter` takes, those of the newest session first.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn items(&self, filter: &ItemFilter) -> Result<Vec<Item>, RecordsError> {
        let mut items = self.read(|connection| all(connection, None))?;
        items.retain(|item| filter.takes(item));
        Ok(items)
    }

    /// On how many development items something is left to do.
    ///
    /// # Errors
    /// When they cannot be read.
    pub fn open_items(&self) -> Result<usize, RecordsError> {
        let open = ItemState::ALL.into_iter().filter(|state| state.is_open()).map(|state| state.code().to_string());
        let open = open.collect::<Vec<_>>().join(", ");
        self.read(|connection| {
            let count = format!(
                "SELECT count(*) FROM item i JOIN feedback f ON f.id = i.feedback
                 WHERE f.left_out = 0 AND i.state IN ({open})"
            );
            let count: i64 = connection.query_row(&count, [], |row| row.get(0))?;
            Ok(usize::try_from(count).unwrap_or(0))
        })
    }

    /// Changes a development item; nothing is written when nothing changes.
    ///
    /// # Errors
    /// When there is none of this number, a text is too long, or it cannot be written.
    pub fn change_item(&mut self, id: i64, change: &ItemChange, by: By<'_>) -> Result<Item, RecordsError> {
        let change = change.cleaned().map_err(|limit| RecordsError::TooLong { limit })?;
        let found = self.write(|connection| {
            let Some(item) = all(connection, Some(id))?.pop() else { return Ok(None) };
            let change = news(&item, change);
            if change.is_empty() {
                return Ok(Some(item));
            }
            let state = change.state.unwrap_or(item.state);
            let owner = change.owner.clone().unwrap_or_else(|| item.owner.clone());
            let due = match change.due {
                None => item.due,
                Some(Due::Open) => None,
                Some(Due::By(date)) => Some(Day::of(date)),
            };
            let mut update =
                connection.prepare_cached("UPDATE item SET state = ?2, owner = ?3, due = ?4 WHERE id = ?1")?;
            update.execute((id, state.code(), owner, due))?;
            let json = serde_json::to_string(&change).map_err(not_ours)?;
            let mut insert = connection
                .prepare_cached("INSERT INTO item_change (item, at, by, change, note) VALUES (?1, ?2, ?3, ?4, ?5)")?;
            insert.execute((id, by.at.to_string(), by.name, json, &change.note))?;
            log::add(connection, by, &Deed::Developed { item: id, change })?;
            Ok(all(connection, Some(id))?.pop())
        })?;
        found.ok_or_else(|| RecordsError::Unknown(id.to_string()))
    }

    /// What was changed of a development item, the oldest first.
    ///
    /// # Errors
    /// When there is none of this number, or it cannot be read.
    pub fn item_history(&self, id: i64) -> Result<(Item, Vec<Changed>), RecordsError> {
        let found = self.read(|connection| {
            let Some(item) = all(connection, Some(id))?.pop() else { return Ok(None) };
            let mut changes =
                connection.prepare_cached("SELECT at, by, change FROM item_change WHERE item = ?1 ORDER BY id")?;
            let changes = changes.query_map([id], |row| {
                Ok(Changed {
                    at: row.get::<_, String>(0)?.parse().map_err(not_ours)?,
                    by: row.get(1)?,
                    change: serde_json::from_str(&row.get::<_, String>(2)?).map_err(not_ours)?,
                })
            })?;
            Ok(Some((item, changes.collect::<rusqlite::Result<_>>()?)))
        })?;
        found.ok_or_else(|| RecordsError::Unknown(id.to_string()))
    }
}

/// What of a change is new.
fn news(item: &Item, change: ItemChange) -> ItemChange {
    let due = item.due.map_or(Due::Open, |day| Due::By(day.date()));
    ItemChange {
        state: change.state.filter(|state| *state != item.state),
        owner: change.owner.filter(|owner| *owner != item.owner),
        due: change.due.filter(|new| *new != due),
        note: change.note,
    }
}

/// The items, or the one of a number; none of a file that was left out.
fn all(connection: &Connection, only: Option<i64>) -> rusqlite::Result<Vec<Item>> {
    let mut items = connection.prepare_cached(
        "SELECT i.id, i.text, i.theme, i.theme_title, i.state, i.owner, i.due,
            coalesce((SELECT note FROM item_change WHERE item = i.id AND note <> '' ORDER BY id DESC LIMIT 1), '')
         FROM item i WHERE i.feedback = ?1 AND (?2 IS NULL OR i.id = ?2) ORDER BY i.number",
    )?;
    let mut titles = Titles { connection, known: BTreeMap::new() };
    let mut found = Vec::new();
    for (source, _) in sources::all(connection, only)? {
        if source.left_out {
            continue;
        }
        let mut rows = items.query((source.id, only))?;
        while let Some(row) = rows.next()? {
            let (theme, told): (Option<String>, String) = (row.get(2)?, row.get(3)?);
            let theme = match theme {
                Some(theme) if told.is_empty() => titles.of(&source.course, theme)?,
                _ => told,
            };
            found.push(Item {
                id: row.get(0)?,
                text: row.get(1)?,
                theme,
                state: ItemState::of(row.get(4)?),
                owner: row.get(5)?,
                due: row.get(6)?,
                note: row.get(7)?,
                source: source.clone(),
            });
        }
    }
    Ok(found)
}

/// Names of themes that a file did not tell, as the newest register does.
struct Titles<'a> {
    connection: &'a Connection,
    known: BTreeMap<(String, String), String>,
}

impl Titles<'_> {
    fn of(&mut self, course: &str, theme: String) -> rusqlite::Result<String> {
        match self.known.entry((course.to_owned(), theme)) {
            Entry::Occupied(known) => Ok(known.get().clone()),
            Entry::Vacant(unknown) => {
                let mut find = self.connection.prepare_cached(
                    "SELECT e.title FROM edition_theme e JOIN theme t ON t.id = e.theme JOIN course c ON c.id = t.course
                     WHERE c.key = ?1 AND t.key = ?2 ORDER BY e.revision DESC LIMIT 1",
                )?;
                let titles: Option<String> = find.query_row((course, &unknown.key().1), |row| row.get(0)).optional()?;
                let titles: BTreeMap<String, String> = match titles {
                    Some(json) => serde_json::from_str(&json).map_err(not_ours)?,
                    None => BTreeMap::new(),
                };
                let title = titles.into_values().next().unwrap_or_else(|| unknown.key().1.clone());
                Ok(unknown.insert(title).clone())
            }
        }
    }
}
