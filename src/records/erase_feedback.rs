//! What was said of an erased person in the sessions' feedback: a text that names them goes, and its place stays.
//!
//! A feedback file carries no signature and names no participant; only what people wrote freely can name somebody.

use rusqlite::Connection;

use crate::i18n::messages::records as say;
use crate::paper;
use crate::records::erase_plan::Telling;
use crate::records::feedback::ItemChange;
use crate::records::log::not_ours;
use crate::register::feedback_file::FeedbackFile;

/// Erases every text that names the person; how many there are. With `only_count` nothing is changed.
pub(super) fn scrub(connection: &Connection, telling: &Telling, only_count: bool) -> rusqlite::Result<usize> {
    let files = files(connection, telling, only_count)?;
    Ok(files + items(connection, telling, only_count)? + changes(connection, telling, only_count)?)
}

/// The texts of a file; the items among them are in a table of their own as well, and are counted there.
fn files(connection: &Connection, telling: &Telling, only_count: bool) -> rusqlite::Result<usize> {
    let mut rows = connection.prepare("SELECT id, source, json FROM feedback")?;
    let mut rows = rows.query([])?;
    let mut count = 0;
    let mut changed = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, source, json): (i64, String, Vec<u8>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let mut file = FeedbackFile::from_json(&json).map_err(not_ours)?;
        let instead = say::erased_text().text(paper::lang_of(&file.language));
        let comments = file.feedback.iter_mut().flat_map(|asked| &mut asked.texts);
        let mut is_changed = false;
        for text in comments.filter(|text| telling.is_in(text)) {
            text.clone_from(&instead);
            is_changed = true;
            count += 1;
        }
        for item in file.items.iter_mut().filter(|item| telling.is_in(&item.text)) {
            item.text.clone_from(&instead);
            is_changed = true;
        }
        if is_changed || telling.is_in(&source) {
            let source = if telling.is_in(&source) { String::new() } else { source };
            changed.push((id, source, file.to_json()));
        }
    }
    if !only_count {
        for (id, source, json) in changed {
            connection.execute("UPDATE feedback SET source = ?2, json = ?3 WHERE id = ?1", (id, source, json))?;
        }
    }
    Ok(count)
}

fn items(connection: &Connection, telling: &Telling, only_count: bool) -> rusqlite::Result<usize> {
    let mut rows =
        connection.prepare("SELECT i.id, i.text, i.owner, f.json FROM item i JOIN feedback f ON f.id = i.feedback")?;
    let mut rows = rows.query([])?;
    let mut changed = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, text, owner): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        if telling.is_in(&text) || telling.is_in(&owner) {
            let lang = FeedbackFile::from_json(&row.get::<_, Vec<u8>>(3)?).map_err(not_ours)?.language;
            let instead = say::erased_text().text(paper::lang_of(&lang));
            let text = if telling.is_in(&text) { instead } else { text };
            let owner = if telling.is_in(&owner) { String::new() } else { owner };
            changed.push((id, text, owner));
        }
    }
    let count = changed.len();
    if !only_count {
        for changed in changed {
            connection.execute("UPDATE item SET text = ?2, owner = ?3 WHERE id = ?1", changed)?;
        }
    }
    Ok(count)
}

fn changes(connection: &Connection, telling: &Telling, only_count: bool) -> rusqlite::Result<usize> {
    let mut rows = connection.prepare("SELECT id, change FROM item_change")?;
    let mut rows = rows.query([])?;
    let mut changed = Vec::new();
    while let Some(row) = rows.next()? {
        let mut change: ItemChange = serde_json::from_str(&row.get::<_, String>(1)?).map_err(not_ours)?;
        let texts = change.owner.iter_mut().chain([&mut change.note]);
        let mut is_changed = false;
        for text in texts.filter(|text| telling.is_in(text)) {
            text.clear();
            is_changed = true;
        }
        if is_changed {
            let json = serde_json::to_string(&change).map_err(not_ours)?;
            changed.push((row.get::<_, i64>(0)?, json, change.note));
        }
    }
    let count = changed.len();
    if !only_count {
        for changed in changed {
            connection.execute("UPDATE item_change SET change = ?2, note = ?3 WHERE id = ?1", changed)?;
        }
    }
    Ok(count)
}
