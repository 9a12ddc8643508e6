//! `records export`, `records backup` and `records restore`: a person's own data, and copies of everything.

use std::path::PathBuf;

use crate::cli::Outcome;
use crate::cli::records::{Desk, Doer, json as told, lines};
use crate::files::DataFolder;
use crate::files::write_atomically;
use crate::i18n::Lang;
use crate::i18n::messages::records as say;
use crate::records::{By, Records, RecordsError};

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
    let written = if is_json { told(&held.json()) } else { held.text(desk.lang) };
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
    let mut text = vec![say::restored(restored.registers).text(lang)];
    if restored.erased_since > 0 {
        text.push(say::restored_erased(restored.erased_since).text(lang));
    }
    Ok(Outcome::fine(lines(&text)))
}
