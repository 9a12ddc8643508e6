//! `records export`, `records backup` and `records restore`: a person's own data, and copies of everything.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::cli::Outcome;
use crate::cli::records::people::{written_json, written_words};
use crate::cli::records::{Desk, Doer, json as told, lines};
use crate::files::DataFolder;
use crate::files::write_atomically;
use crate::i18n::Lang;
use crate::i18n::messages::records as say;
use crate::records::{By, Held, HeldRow, Records, RecordsError};

/// Writes everything that is held on one person to a file: as text, or as JSON when its name ends in .json
#[derive(Debug, clap::Args)]
pub(super) struct ExportArgs {
    /// A name, an identifier or the number that the search tells
    #[arg(value_name = "PERSON")]
    who: String,
    /// The file to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[command(flatten)]
    doer: Doer,
}

/// Copies the records into an empty folder
#[derive(Debug, clap::Args)]
pub(super) struct BackupArgs {
    /// The folder
    #[arg(value_name = "DIR")]
    to: PathBuf,
    #[command(flatten)]
    doer: Doer,
}

/// Brings the records back from a copy
#[derive(Debug, clap::Args)]
pub(super) struct RestoreArgs {
    /// The folder of the copy
    #[arg(value_name = "DIR")]
    from: PathBuf,
    /// Even though there are registers; they are kept in a folder beside
    #[arg(long)]
    replace: bool,
    #[command(flatten)]
    doer: Doer,
}

pub(super) fn export(args: &ExportArgs, desk: &mut Desk<'_>) -> Result<Outcome, RecordsError> {
    let name = args.doer.name();
    let by = desk.by(&name);
    let person = desk.records.find_person(&args.who)?;
    let today = desk.today();
    let held = desk.records.held(person, today, by)?;
    let is_json = args.out.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    let written = if is_json { told(&as_json(&held)) } else { text(&held, desk.lang) };
    write_atomically(&args.out, written.as_bytes())?;
    let words = say::exported(held.person.name.as_str(), held.rows.len(), args.out.display().to_string());
    Ok(Outcome::fine(lines(&[words.text(desk.lang)])))
}

pub(super) fn backup(args: &BackupArgs, desk: &mut Desk<'_>) -> Result<Outcome, RecordsError> {
    let name = args.doer.name();
    let by = desk.by(&name);
    let copied = desk.records.back_up(&args.to, by)?;
    let words = say::backed_up(copied, args.to.display().to_string());
    Ok(Outcome::fine(lines(&[words.text(desk.lang)])))
}

pub(super) fn restore(
    args: &RestoreArgs,
    data: &DataFolder,
    now: jiff::Timestamp,
    lang: Lang,
) -> Result<Outcome, RecordsError> {
    let name = args.doer.name();
    let restored = Records::restore(data, &args.from, args.replace, By { name: &name, at: now })?;
    Ok(Outcome::fine(lines(&[say::restored(restored).text(lang)])))
}

fn text(held: &Held, lang: Lang) -> String {
    let mut text = vec![say::held_heading(held.person.name.as_str(), held.person.id).text(lang), String::new()];
    text.extend(held.person.written.iter().map(|written| format!("  {}", written_words(written, lang))));
    for row in &held.rows {
        text.push(String::new());
        text.push(say::held_row(row.number, row.digest.as_str()).text(lang));
        let imported = say::held_imported(row.source.as_str(), row.imported_at.as_str(), row.imported_by.as_str());
        text.push(format!("  {}", imported.text(lang)));
        if row.replaced {
            text.push(format!("  {}", say::held_replaced().text(lang)));
        }
        match &row.stated {
            None => text.push(format!("  {}", say::held_unreadable().text(lang))),
            // Whatever the row says, field by field, as the register writes it.
            Some(stated) => {
                text.push(format!("  {}", stated.course));
                text.push(format!("  {}", stated.held_by.join(" · ")));
                text.push(format!("  {} – {}", stated.times[0], stated.times[1]));
                fields(&serde_json::to_value(&stated.row).unwrap_or_default(), "  ", &mut text);
                for correction in &stated.corrections {
                    fields(&serde_json::to_value(correction).unwrap_or_default(), "    ", &mut text);
                }
            }
        }
    }
    if !held.doubts.is_empty() {
        text.push(String::new());
        text.push(say::held_doubts().text(lang));
        let others = held.doubts.iter().flat_map(|doubt| [&doubt.one, &doubt.other]);
        for other in others.filter(|other| other.id != held.person.id) {
            text.extend(other.written.iter().map(|written| format!("  {}", written_words(written, lang))));
        }
    }
    lines(&text)
}

/// A value field by field; a list of numbers on one line.
fn fields(value: &Value, indent: &str, text: &mut Vec<String>) {
    let Value::Object(object) = value else { return };
    for (name, value) in object {
        match value {
            Value::Null => {}
            Value::Object(_) => {
                text.push(format!("{indent}{name}:"));
                fields(value, &format!("{indent}  "), text);
            }
            Value::String(words) => text.push(format!("{indent}{name}: {words}")),
            other => text.push(format!("{indent}{name}: {other}")),
        }
    }
}

fn as_json(held: &Held) -> Value {
    let row = |row: &HeldRow| {
        let stated = row.stated.as_ref().map(|stated| {
            json!({
                "course": stated.course,
                "subscriber": stated.held_by[0],
                "organiser": stated.held_by[1],
                "trainer": stated.held_by[2],
                "place": stated.held_by[3],
                "started_at": stated.times[0],
                "ended_at": stated.times[1],
                "row": stated.row,
                "corrections": stated.corrections,
            })
        });
        json!({
            "register": row.digest,
            "number": row.number,
            "imported_as": row.source,
            "imported_at": row.imported_at,
            "imported_by": row.imported_by,
            "replaced": row.replaced,
            "stated": stated,
        })
    };
    let doubts = held.doubts.iter().map(|doubt| {
        json!({
            "doubt": doubt.id,
            "why": doubt.likeness,
            "people": [doubt.one.id, doubt.other.id],
            "same": doubt.decision.as_ref().map(|decision| decision.same),
        })
    });
    json!({
        "version": 1,
        "person": held.person.id,
        "name": held.person.name,
        "company": held.person.company,
        "written": held.person.written.iter().map(written_json).collect::<Vec<_>>(),
        "rows": held.rows.iter().map(row).collect::<Vec<_>>(),
        "doubts": doubts.collect::<Vec<_>>(),
    })
}
