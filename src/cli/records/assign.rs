//! `records assign`: an assignment of only the themes that people lack.

use std::path::PathBuf;

use serde_json::{Value, json};

use crate::cli::Outcome;
use crate::cli::records::contractors::edition_json;
use crate::cli::records::{Answering, Desk, Format, OnDay, json as told, lines};
use crate::files::write_atomically;
use crate::i18n::Lang;
use crate::i18n::messages::assign as say;
use crate::records::{Assigned, Assignment, For, RecordsError};

/// Makes an assignment of only the themes that the chosen people lack
///
/// Send the file to the trainer, or to the fitter themselves.
#[derive(Debug, clap::Args)]
#[command(group(clap::ArgGroup::new("whom").required(true).args(["person", "contractor"])))]
pub(super) struct AssignArgs {
    /// Somebody to assign it to; may be given several times
    #[arg(long, value_name = "PERSON")]
    person: Vec<String>,
    /// A company to whose people it is assigned
    #[arg(long, value_name = "COMPANY")]
    contractor: Option<String>,
    /// Only this course
    #[arg(long, value_name = "ID")]
    course: Option<String>,
    /// File to write
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[command(flatten)]
    day: OnDay,
    #[command(flatten)]
    answering: Answering,
}

pub(super) fn run(args: &AssignArgs, desk: &Desk<'_>) -> Result<Outcome, RecordsError> {
    let day = args.day.day(desk)?;
    let whom = if let Some(name) = &args.contractor {
        For::Contractor(desk.records.company(name)?)
    } else {
        let people = args.person.iter().map(|who| desk.records.find_person(who));
        For::People(people.collect::<Result<_, _>>()?)
    };
    let courses = match &args.course {
        Some(course) => vec![course.clone()],
        None => desk.records.courses()?.into_iter().map(|course| course.edition.course).collect(),
    };
    let mut found = Vec::new();
    for course in &courses {
        found.extend(desk.records.assignment(&whom, course, day)?);
    }
    let lacking: Vec<&Assigned> = found.iter().filter(|assigned| assigned.assignment.is_some()).collect();
    let assigned = match lacking[..] {
        [one] => one,
        [] => return Ok(Outcome::no(format!("{}\n", say::nobody_lacks().text(desk.lang)))),
        [..] => {
            let ids: Vec<&str> = lacking.iter().map(|assigned| assigned.edition.course.as_str()).collect();
            return Ok(Outcome::failed(format!("{}\n", say::choose_course(ids.join(", ")).text(desk.lang))));
        }
    };
    let Some(assignment) = &assigned.assignment else { return Ok(Outcome::no("")) };
    write_atomically(&args.out, &assignment.to_json())?;
    Ok(Outcome::fine(match args.answering.format {
        Format::Text => text(assigned, assignment, args, desk.lang),
        Format::Json => {
            let mut value = edition_json(&assigned.edition, desk.lang);
            value["version"] = 1.into();
            value["out"] = json!(args.out);
            value["themes"] = assignment.themes.iter().map(|theme| theme.id.as_str()).collect::<Vec<_>>().into();
            value["minutes"] = assignment.minutes.into();
            value["test_minutes"] = assignment.test_minutes.into();
            value["people"] = people_json(assigned, assignment);
            value["need_none"] = assigned.need_none.iter().map(|line| line.name.as_str()).collect::<Vec<_>>().into();
            told(&value)
        }
    }))
}

fn text(assigned: &Assigned, assignment: &Assignment, args: &AssignArgs, lang: Lang) -> String {
    let mut text = vec![say::written(args.out.display().to_string()).text(lang), assignment.summary().text(lang)];
    text.extend(assignment.theme_lines(lang).map(|line| format!("    {}", line.text(lang))));
    for line in &assigned.lacking {
        let name = format!("{}, {}", line.name, line.company);
        text.push(format!("  {}", assigned.person_line(line, &name, lang).text(lang)));
    }
    if assigned.has_retakes() {
        text.push(say::retake().text(lang));
    }
    if !assigned.need_none.is_empty() {
        let names: Vec<&str> = assigned.need_none.iter().map(|line| line.name.as_str()).collect();
        text.push(say::need_none(names.len(), names.join(", ")).text(lang));
    }
    text.push(say::proves_nothing().text(lang));
    lines(&text)
}

/// The assignment's people for machines, each with the themes of which only a passed test is missing.
fn people_json(assigned: &Assigned, assignment: &Assignment) -> Value {
    let people = assignment.people.iter().zip(&assigned.lacking).map(|(person, line)| {
        let mut value = json!(person);
        let untested = line.only_test.iter().filter_map(|at| assigned.edition.themes.get(*at));
        value["only_test"] = untested.map(|theme| theme.theme.as_str()).collect::<Vec<_>>().into();
        value
    });
    people.collect()
}
