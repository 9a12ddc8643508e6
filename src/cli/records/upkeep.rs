//! `records check`, `records aside` and `records log`: what state the records are in, and how they got there.

use serde_json::{Value, json};

use crate::cli::Outcome;
use crate::cli::records::{Answering, Desk, Doer, Format, json as told, lines};
use crate::i18n::messages::records as say;
use crate::records::{Damage, RecordsError};

/// Reads every kept file anew and finishes interrupted imports: exit 0 when every byte is there, 1 when not
#[derive(Debug, clap::Args)]
pub(super) struct CheckArgs {
    #[command(flatten)]
    doer: Doer,
    #[command(flatten)]
    answering: Answering,
}

/// Lists the files that were set aside, with the reason of each
#[derive(Debug, clap::Args)]
pub(super) struct AsideArgs {
    #[command(flatten)]
    answering: Answering,
}

/// Tells who did what to the records, the newest first
#[derive(Debug, clap::Args)]
pub(super) struct LogArgs {
    /// How many lines
    #[arg(long, value_name = "N", default_value_t = 50)]
    most: usize,
    #[command(flatten)]
    answering: Answering,
}

pub(super) fn check(args: &CheckArgs, desk: &mut Desk<'_>) -> Result<Outcome, RecordsError> {
    let name = args.doer.name();
    let by = desk.by(&name);
    let sound = desk.records.check(by)?;
    let damages = sound.damages.iter().map(|(digest, damage)| match damage {
        Damage::Missing => say::check_missing(digest.as_str()),
        Damage::Changed => say::check_changed(digest.as_str()),
    });
    let damages: Vec<String> = damages.map(|message| message.text(desk.lang)).collect();
    let stdout = match args.answering.format {
        Format::Json => told(&json!({
            "version": 1,
            "registers": sound.registers,
            "recovered": sound.recovered,
            "clear": sound.is_clear,
            "missing": of_kind(&sound.damages, Damage::Missing),
            "changed": of_kind(&sound.damages, Damage::Changed),
        })),
        Format::Text => {
            let mut text = Vec::new();
            if sound.recovered > 0 {
                text.push(say::check_recovered(sound.recovered).text(desk.lang));
            }
            if damages.is_empty() {
                text.push(say::checked(sound.registers).text(desk.lang));
            }
            if !sound.is_clear {
                text.push(say::check_unclear().text(desk.lang));
            }
            text.extend(damages.clone());
            lines(&text)
        }
    };
    Ok(if damages.is_empty() { Outcome::fine(stdout) } else { Outcome::no(stdout) })
}

fn of_kind(damages: &[(String, Damage)], kind: Damage) -> Vec<&str> {
    damages.iter().filter(|(_, damage)| *damage == kind).map(|(digest, _)| digest.as_str()).collect()
}

pub(super) fn aside(args: &AsideArgs, desk: &Desk<'_>) -> Result<Outcome, RecordsError> {
    let files = desk.records.aside()?;
    let lang = desk.lang;
    Ok(Outcome::fine(match args.answering.format {
        Format::Json => {
            let files = files.iter().map(|file| {
                json!({
                    "name": file.name,
                    "digest": file.digest,
                    "bytes": file.bytes,
                    "why": file.reason,
                    "words": file.reason.message().text(lang),
                    "at": file.at.to_string(),
                    "by": file.by,
                })
            });
            told(&json!({"version": 1, "aside": files.collect::<Vec<Value>>()}))
        }
        Format::Text if files.is_empty() => lines(&[say::nothing_aside().text(lang)]),
        Format::Text => {
            let files = files.iter().flat_map(|file| {
                [
                    file.name.clone(),
                    format!("    {}", file.reason.message().text(lang)),
                    format!("    {}", say::aside_came(desk.moment(file.at), file.by.as_str()).text(lang)),
                ]
            });
            lines(&files.collect::<Vec<_>>())
        }
    }))
}

pub(super) fn log(args: &LogArgs, desk: &Desk<'_>) -> Result<Outcome, RecordsError> {
    let log = desk.records.log(args.most)?;
    Ok(Outcome::fine(match args.answering.format {
        Format::Json => {
            let log = log.iter().map(|line| {
                json!({
                    "at": line.at.to_string(),
                    "by": line.by,
                    "what": line.deed,
                    "words": line.deed.message(desk.lang).text(desk.lang),
                })
            });
            told(&json!({"version": 1, "log": log.collect::<Vec<Value>>()}))
        }
        Format::Text if log.is_empty() => lines(&[say::empty_log().text(desk.lang)]),
        Format::Text => {
            let log = log.iter().map(|line| {
                format!("{}  {}: {}", desk.moment(line.at), line.by, line.deed.message(desk.lang).text(desk.lang))
            });
            lines(&log.collect::<Vec<_>>())
        }
    }))
}
