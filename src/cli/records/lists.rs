//! `records lists`: who is due at each contractor, as a sheet, a table, an assignment and a draft of the mail that brings
//! them.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::json;

use crate::cli::Outcome;
use crate::cli::records::{Answering, Desk, Format, OnDay, json as told, lines};
use crate::i18n::Message;
use crate::i18n::messages::records as say;
use crate::records::{Contractor, Day, Line, RecordsError};
use crate::ui::records::DueList;

/// Writes a list of who is due for each contractor into a folder: as PDF, XLSX, assignment and a mail draft
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The folder
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Only this contractor
    #[arg(long, value_name = "COMPANY")]
    contractor: Option<String>,
    /// Only this course
    #[arg(long, value_name = "ID")]
    course: Option<String>,
    /// To whom the draft of the one contractor goes
    #[arg(long, value_name = "ADDRESS", requires = "contractor")]
    to: Option<String>,
    #[command(flatten)]
    day: OnDay,
    #[command(flatten)]
    answering: Answering,
}

pub(super) fn run(args: &Args, desk: &Desk<'_>) -> Result<Outcome, RecordsError> {
    let day = args.day.day(desk)?;
    let lists = lists(args, day, desk)?;
    let to = args.to.as_deref().unwrap_or_default();
    let mut written = Vec::new();
    for list in &lists {
        match list.write(desk.records, &args.folder, to, desk.now) {
            Ok(files) => written.extend(files),
            Err(message) => return Ok(refused(&message, desk)),
        }
    }
    let files: Vec<String> = written.iter().map(|file| file.display().to_string()).collect();
    Ok(Outcome::fine(match args.answering.format {
        Format::Json => told(&json!({"version": 1, "on": day, "files": files})),
        Format::Text if files.is_empty() => lines(&[say::nobody_due().text(desk.lang)]),
        Format::Text => lines(&files),
    }))
}

fn refused(message: &Message, desk: &Desk<'_>) -> Outcome {
    Outcome::failed(lines(&[message.text(desk.lang)]))
}

/// A list for each contractor and course where somebody is due.
fn lists(args: &Args, day: Day, desk: &Desk<'_>) -> Result<Vec<DueList>, RecordsError> {
    let courses = match &args.course {
        Some(course) => vec![course.clone()],
        None => desk.records.courses()?.into_iter().map(|course| course.edition.course).collect(),
    };
    let mut contractors: Vec<Contractor> = Vec::new();
    for course in courses {
        if let Some(name) = &args.contractor {
            contractors.extend(desk.records.contractor(desk.records.company(name)?, &course, day)?);
            continue;
        }
        let Some((edition, people)) = desk.records.due(&course, day, None)? else { continue };
        let mut companies: BTreeMap<String, Vec<Line>> = BTreeMap::new();
        for line in people {
            companies.entry(line.company.clone()).or_default().push(line);
        }
        let contractor = |(name, people)| Contractor { name, edition: edition.clone(), people };
        contractors.extend(companies.into_iter().map(contractor));
    }
    let lists = contractors.iter().map(|contractor| DueList::of(contractor, day, desk.lang));
    Ok(lists.filter(|list| list.len() > 0).collect())
}
