//! `records course …`: which edition of a course is in force, and what a new one would make due.

use std::path::PathBuf;

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::cli::Outcome;
use crate::cli::records::contractors::{edition_json, grouped, line_json};
use crate::cli::records::{Answering, Desk, Doer, Format, json as told, lines};
use crate::i18n::messages::records as say;
use crate::pack;
use crate::records::{Day, Edition, RecordsError};

/// The courses that are asked of people, in the editions that are in force
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Add(AddArgs),
    List(ListArgs),
    Preview(PreviewArgs),
}

/// Puts a course pack's edition into force
#[derive(Debug, clap::Args)]
struct AddArgs {
    /// Folder of the course pack
    pack: PathBuf,
    /// Since when it is in force; without it, today
    #[arg(long, value_name = "DATE")]
    since: Option<Date>,
    #[command(flatten)]
    doer: Doer,
    #[command(flatten)]
    answering: Answering,
}

/// Lists the courses with the editions that are in force
#[derive(Debug, clap::Args)]
struct ListArgs {
    #[command(flatten)]
    answering: Answering,
}

/// Tells whom a course pack's edition would make due, before it is in force
#[derive(Debug, clap::Args)]
struct PreviewArgs {
    /// Folder of the course pack
    pack: PathBuf,
    #[command(flatten)]
    answering: Answering,
}

pub(super) fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome, RecordsError> {
    match &args.command {
        Command::Add(args) => add(args, desk),
        Command::List(args) => list(args, desk),
        Command::Preview(args) => preview(args, desk),
    }
}

/// The edition of a pack, or what is wrong with it.
fn edition(folder: &std::path::Path, desk: &Desk<'_>) -> Result<Edition, Outcome> {
    match pack::load(folder) {
        Ok(loaded) => Ok(Edition::of(&loaded.pack)),
        Err(report) => Err(Outcome::failed(report.text(desk.lang))),
    }
}

fn add(args: &AddArgs, desk: &mut Desk<'_>) -> Result<Outcome, RecordsError> {
    let edition = match edition(&args.pack, desk) {
        Ok(edition) => edition,
        Err(outcome) => return Ok(outcome),
    };
    let today = desk.today().date();
    let since = args.since.unwrap_or(today);
    let name = args.doer.name();
    let by = desk.by(&name);
    desk.records.publish(&edition, since, today, by)?;
    let mut value = edition_json(&edition, desk.lang);
    value["version"] = 1.into();
    value["since"] = since.to_string().into();
    let words = say::published(edition.title(desk.lang), edition.revision, crate::i18n::day(desk.lang, since));
    Ok(Outcome::fine(match args.answering.format {
        Format::Json => told(&value),
        Format::Text => lines(&[words.text(desk.lang)]),
    }))
}

fn list(args: &ListArgs, desk: &Desk<'_>) -> Result<Outcome, RecordsError> {
    let courses = desk.records.courses()?;
    let lang = desk.lang;
    Ok(Outcome::fine(match args.answering.format {
        Format::Json => {
            let courses = courses.iter().map(|course| {
                let mut value = edition_json(&course.edition, lang);
                value["digest"] = course.edition.digest.as_str().into();
                value["since"] = json!(course.since);
                value["validity_months"] = json!(course.edition.validity_months);
                value
            });
            told(&json!({"version": 1, "courses": courses.collect::<Vec<Value>>()}))
        }
        Format::Text if courses.is_empty() => lines(&[say::no_courses_known().text(lang)]),
        Format::Text => {
            let courses = courses.iter().map(|course| {
                let edition = say::course(course.edition.title(lang), course.edition.revision).text(lang);
                let since = match course.since {
                    Some(since) => say::in_force_since(crate::i18n::day(lang, since.date())),
                    None => say::from_registers(),
                };
                format!("{} ({}): {}", edition, course.edition.course, since.text(lang))
            });
            lines(&courses.collect::<Vec<_>>())
        }
    }))
}

fn preview(args: &PreviewArgs, desk: &Desk<'_>) -> Result<Outcome, RecordsError> {
    let edition = match edition(&args.pack, desk) {
        Ok(edition) => edition,
        Err(outcome) => return Ok(outcome),
    };
    let today: Day = desk.today();
    let what_if = desk.records.what_if(&edition, today)?;
    Ok(Outcome::fine(match args.answering.format {
        Format::Json => {
            let people = what_if.people.iter().map(|line| line_json(line, &edition, desk.lang));
            let mut value = edition_json(&edition, desk.lang);
            value["version"] = 1.into();
            value["stay_valid"] = what_if.stay.into();
            value["due_already"] = what_if.due_already.into();
            value["would_be_due"] = people.collect::<Vec<_>>().into();
            told(&value)
        }
        Format::Text => {
            let sum = say::what_if(what_if.people.len(), what_if.stay, what_if.due_already);
            let mut text = vec![sum.text(desk.lang)];
            text.extend(grouped(&what_if.people, &edition, desk.lang));
            lines(&text)
        }
    }))
}
