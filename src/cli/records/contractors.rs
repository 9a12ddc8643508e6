//! `records contractor` and `records due`: who at a contractor is valid, and who is due for which themes.

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::cli::Outcome;
use crate::cli::records::people::state_words;
use crate::cli::records::{Answering, Desk, Format, OnDay, json as told, lack_json, lines};
use crate::i18n::Lang;
use crate::i18n::messages::records as say;
use crate::records::{Contractor, Day, Edition, Line, RecordsError};

/// Lists a contractor's people and how each stands; without a name, every contractor in numbers
#[derive(Debug, clap::Args)]
pub(super) struct ContractorArgs {
    /// The contractor's name
    #[arg(value_name = "COMPANY")]
    name: Option<String>,
    /// Only this course
    #[arg(long, value_name = "ID")]
    course: Option<String>,
    #[command(flatten)]
    day: OnDay,
    #[command(flatten)]
    answering: Answering,
}

/// Lists everybody who is due, and for which themes
#[derive(Debug, clap::Args)]
pub(super) struct DueArgs {
    /// Only this course
    #[arg(long, value_name = "ID")]
    course: Option<String>,
    /// Those as well whose induction ends by this day
    #[arg(long, value_name = "DATE")]
    by_day: Option<Date>,
    #[command(flatten)]
    day: OnDay,
    #[command(flatten)]
    answering: Answering,
}

/// The courses to speak of.
fn courses(asked: Option<&String>, desk: &Desk<'_>) -> Result<Vec<String>, RecordsError> {
    match asked {
        Some(course) => Ok(vec![course.clone()]),
        None => Ok(desk.records.courses()?.into_iter().map(|course| course.edition.course).collect()),
    }
}

pub(super) fn contractor(args: &ContractorArgs, desk: &Desk<'_>) -> Result<Outcome, RecordsError> {
    let day = args.day.day(desk)?;
    let courses = courses(args.course.as_ref(), desk)?;
    let Some(name) = &args.name else { return all(&courses, args, desk) };
    let company = desk.records.company(name)?;
    let mut found: Vec<Contractor> = Vec::new();
    for course in &courses {
        found.extend(desk.records.contractor(company, course, day)?);
    }
    Ok(Outcome::fine(match args.answering.format {
        Format::Json => {
            let courses = found.iter().map(|found| {
                let mut value = edition_json(&found.edition, desk.lang);
                let people = found.people.iter().map(|line| line_json(line, &found.edition, desk.lang));
                value["people"] = people.collect::<Vec<_>>().into();
                value
            });
            let name = found.first().map_or(name.as_str(), |found| found.name.as_str());
            told(&json!({"version": 1, "on": day, "company": name, "courses": courses.collect::<Vec<_>>()}))
        }
        Format::Text => {
            let mut text = Vec::new();
            for found in &found {
                text.push(found.name.clone());
                text.push(heading(&found.edition, day, desk.lang));
                for line in &found.people {
                    text.extend(line_words(line, &found.edition, false, desk.lang));
                }
            }
            text.extend(desk.of_past(day));
            lines(&text)
        }
    }))
}

/// Every contractor in numbers.
fn all(courses: &[String], args: &ContractorArgs, desk: &Desk<'_>) -> Result<Outcome, RecordsError> {
    let day = args.day.day(desk)?;
    let mut text = Vec::new();
    let mut values = Vec::new();
    for course in courses {
        // The numbers of today are kept; a past day is counted person by person.
        let sums = if day == desk.today() {
            desk.records.contractors(course, day)?
        } else {
            desk.records.contractors_on(course, day)?
        };
        text.push(course.clone());
        for sum in &sums {
            let numbers = say::contractor_sum(sum.valid, sum.due, sum.failed, sum.unaccepted, sum.alone);
            text.push(format!("  {}: {}", sum.name, numbers.text(desk.lang)));
        }
        let contractors = sums.iter().map(|sum| {
            json!({
                "company": sum.name,
                "valid": sum.valid,
                "self_study_only": sum.alone,
                "due": sum.due,
                "failed": sum.failed,
                "unaccepted": sum.unaccepted,
            })
        });
        values.push(json!({"course": course, "contractors": contractors.collect::<Vec<_>>()}));
    }
    text.extend(desk.of_past(day));
    Ok(Outcome::fine(match args.answering.format {
        Format::Json => told(&json!({"version": 1, "on": day, "courses": values})),
        Format::Text => lines(&text),
    }))
}

pub(super) fn due(args: &DueArgs, desk: &Desk<'_>) -> Result<Outcome, RecordsError> {
    let day = args.day.day(desk)?;
    let within = args.by_day.map(Day::of);
    let mut found = Vec::new();
    for course in courses(args.course.as_ref(), desk)? {
        found.extend(desk.records.due(&course, day, within)?);
    }
    Ok(Outcome::fine(match args.answering.format {
        Format::Json => {
            let courses = found.iter().map(|(edition, people)| {
                let mut value = edition_json(edition, desk.lang);
                value["due"] = people.iter().map(|line| line_json(line, edition, desk.lang)).collect::<Vec<_>>().into();
                value
            });
            told(&json!({"version": 1, "on": day, "courses": courses.collect::<Vec<_>>()}))
        }
        Format::Text => {
            let mut text = Vec::new();
            for (edition, people) in &found {
                text.push(heading(edition, day, desk.lang));
                if people.is_empty() {
                    text.push(format!("  {}", say::nobody_due().text(desk.lang)));
                }
                text.extend(grouped(people, edition, desk.lang));
            }
            text.extend(desk.of_past(day));
            lines(&text)
        }
    }))
}

/// People under their companies.
pub(super) fn grouped(people: &[Line], edition: &Edition, lang: Lang) -> Vec<String> {
    let mut text = Vec::new();
    let mut company = "";
    for line in people {
        if line.company != company {
            company = &line.company;
            text.push(format!("  {company}"));
        }
        text.extend(line_words(line, edition, true, lang));
    }
    text
}

fn heading(edition: &Edition, day: Day, lang: Lang) -> String {
    let course = say::course(edition.title(lang), edition.revision).text(lang);
    format!("{course} · {}", say::on_day(crate::i18n::day(lang, day.date())).text(lang))
}

fn line_words(line: &Line, edition: &Edition, deeper: bool, lang: Lang) -> Vec<String> {
    let indent = if deeper { "    " } else { "  " };
    let state = state_words(line.state, line.since, line.until, line.alone, lang);
    let mut text = vec![format!("{indent}{} (#{}): {state}", line.name, line.id)];
    if line.lacks_only_the_test() {
        text.push(format!("{indent}    {}", say::lacking_test().text(lang)));
    } else if !line.lacking.is_empty() {
        text.push(format!("{indent}    {}", say::lacking(line.to_attend().count(), line.minutes_to_attend).text(lang)));
    }
    for (at, lack) in &line.lacking {
        let title = edition.themes.get(*at).map_or("", |theme| theme.title(lang));
        text.push(format!("{indent}    ✗ {title}: {}", lack.message(lang).text(lang)));
    }
    text
}

/// A course, for machines.
pub(super) fn edition_json(edition: &Edition, lang: Lang) -> Value {
    json!({"course": edition.course, "title": edition.title(lang), "revision": edition.revision})
}

/// A person on a list, for machines.
pub(super) fn line_json(line: &Line, edition: &Edition, lang: Lang) -> Value {
    let lacking = line.lacking.iter().filter_map(|(at, lack)| {
        let theme = edition.themes.get(*at)?;
        let mut value = lack_json(*lack);
        value["theme"] = theme.theme.as_str().into();
        value["title"] = theme.title(lang).into();
        value["minutes"] = theme.minutes.into();
        Some(value)
    });
    json!({
        "person": line.id,
        "name": line.name,
        "company": line.company,
        "state": line.state,
        "since": line.since,
        "until": line.until,
        "self_study_only": line.alone,
        "lacking": lacking.collect::<Vec<_>>(),
        "minutes": line.minutes,
        "minutes_to_attend": line.minutes_to_attend,
    })
}
