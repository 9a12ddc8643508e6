//! `records person` and `records search`: who somebody is, and whether they may be sent to a customer.

use serde_json::{Value, json};

use crate::cli::Outcome;
use crate::cli::records::{Answering, Desk, Format, OnDay, json as told, lack_json, lines, until_words};
use crate::i18n::Lang;
use crate::i18n::messages::records as say;
use crate::records::Written;
use crate::records::{CourseStanding, Day, Evidence, Form, Hit, Outcome as Test, Part, Person, RecordsError, State};

/// Tells whether somebody may be sent to a customer: exit 0 when yes, 1 when not
#[derive(Debug, clap::Args)]
pub(super) struct PersonArgs {
    /// A name, an identifier or the number that the search tells
    #[arg(value_name = "PERSON")]
    who: String,
    /// Only this course
    #[arg(long, value_name = "ID")]
    course: Option<String>,
    #[command(flatten)]
    day: OnDay,
    #[command(flatten)]
    answering: Answering,
}

/// Finds people and companies by the beginnings of words
#[derive(Debug, clap::Args)]
pub(super) struct SearchArgs {
    /// Words of a name, a company or an identifier
    #[arg(required = true, value_name = "WORD")]
    words: Vec<String>,
    #[command(flatten)]
    answering: Answering,
}

/// Most that a search tells.
const MOST_HITS: usize = 50;

pub(super) fn person(args: &PersonArgs, desk: &Desk<'_>) -> Result<Outcome, RecordsError> {
    let day = args.day.day(desk)?;
    let id = desk.records.find_person(&args.who)?;
    let mut person = desk.records.person(id, day)?;
    if let Some(course) = &args.course {
        person.courses.retain(|standing| standing.edition.course == *course);
        if person.courses.is_empty() {
            // A course that nobody knows is another thing than one that this person has not attended.
            desk.records.contractors(course, day)?;
        }
    }
    let is_valid = !person.courses.is_empty() && person.courses.iter().all(|course| course.state == State::Valid);
    let stdout = match args.answering.format {
        Format::Text => text(&person, day, desk.lang) + &lines(desk.of_past(day).as_slice()),
        Format::Json => told(&as_json(&person, is_valid, day, desk.lang)),
    };
    Ok(if is_valid { Outcome::fine(stdout) } else { Outcome::no(stdout) })
}

fn text(person: &Person, day: Day, lang: Lang) -> String {
    let mut text = vec![format!("{}, {} (#{})", person.name, person.company, person.id)];
    text.extend(person.written.iter().map(|written| format!("    {}", written.words(lang))));
    text.push(say::on_day(crate::i18n::day(lang, day.date())).text(lang));
    if person.courses.is_empty() {
        text.push(format!("  {}", say::no_courses().text(lang)));
    }
    for course in &person.courses {
        let title = course.edition.title(lang);
        text.push(format!("  {}", say::course(title, course.edition.revision).text(lang)));
        text.push(format!("    {}", state_words(course.state, course.since, course.until, course.alone, lang)));
        for theme in &course.themes {
            let known = course.edition.themes.get(theme.position);
            let title = known.map_or("", |known| known.title(lang));
            text.push(match theme.part {
                Part::Held { since, .. } => {
                    format!("      ✓ {}", say::theme_held(title, crate::i18n::day(lang, since.date())).text(lang))
                }
                Part::Lacking(lack) => format!("      ✗ {}: {}", title, lack.message(lang).text(lang)),
            });
        }
        for evidence in &course.evidence {
            text.push(format!("    {}", evidence_words(evidence, lang)));
            text.push(format!("      {}", evidence.file.display()));
        }
    }
    lines(&text)
}

/// How somebody stands, in one line.
pub(super) fn state_words(state: State, since: Option<Day>, until: Option<Day>, alone: bool, lang: Lang) -> String {
    let since = since.map(|day| crate::i18n::day(lang, day.date())).unwrap_or_default();
    let told = match state {
        State::Valid => say::valid(since, until_words(until, lang)),
        State::Due => say::due(),
        State::Failed => say::failed(),
        State::Unaccepted => say::unaccepted(),
    };
    let alone = if alone && state == State::Valid { format!(" {}", say::alone().text(lang)) } else { String::new() };
    format!("{}{alone}", told.text(lang))
}

fn evidence_words(evidence: &Evidence, lang: Lang) -> String {
    let form = match evidence.form {
        Form::Room => say::in_room(),
        Form::Alone => say::studied_alone(),
    };
    let test = match evidence.outcome {
        Test::NoTest => None,
        Test::Passed => Some(say::test_passed()),
        Test::Failed => Some(say::test_failed()),
        Test::NotTaken => Some(say::test_not_taken()),
    };
    let rehearsal = evidence.rehearsal.then(say::rehearsal);
    let waiting = (!evidence.accepted).then(|| say::signer_does_not_count(evidence.signer.as_str()));
    let redacted = evidence.original.as_ref().map(|digest| say::evidence_redacted(digest.as_str()));
    let more = [Some(form), test, rehearsal, waiting, redacted].into_iter().flatten().map(|message| message.text(lang));
    let more: Vec<String> = more.collect();
    say::row_of(crate::i18n::day(lang, evidence.day.date()), evidence.row, more.join(", ")).text(lang)
}

fn as_json(person: &Person, is_valid: bool, day: Day, lang: Lang) -> Value {
    let courses: Vec<Value> = person.courses.iter().map(|course| course_json(course, lang)).collect();
    json!({
        "version": 1,
        "on": day,
        "id": person.id,
        "name": person.name,
        "company": person.company,
        "written": person.written.iter().map(Written::json).collect::<Vec<_>>(),
        "valid": is_valid,
        "courses": courses,
    })
}

fn course_json(course: &CourseStanding, lang: Lang) -> Value {
    let evidence = |attendance: i64| course.evidence.iter().find(|one| one.attendance == attendance).map(row_json);
    let themes = course.themes.iter().filter_map(|theme| {
        let known = course.edition.themes.get(theme.position)?;
        let mut value = match theme.part {
            Part::Held { since, until, evidence: on } => {
                json!({"held": true, "since": since, "until": until, "evidence": evidence(on)})
            }
            Part::Lacking(lack) => {
                let mut value = lack_json(lack);
                value["held"] = false.into();
                value["minutes"] = known.minutes.into();
                value
            }
        };
        value["theme"] = known.theme.as_str().into();
        value["title"] = known.title(lang).into();
        value["revision"] = known.revision.into();
        Some(value)
    });
    let themes: Vec<Value> = themes.collect();
    json!({
        "course": course.edition.course,
        "title": course.edition.title(lang),
        "revision": course.edition.revision,
        "state": course.state,
        "since": course.since,
        "until": course.until,
        "self_study_only": course.alone,
        "themes": themes,
        "evidence": course.evidence.iter().map(row_json).collect::<Vec<_>>(),
    })
}

fn row_json(evidence: &Evidence) -> Value {
    json!({
        "register": evidence.digest,
        "file": evidence.file.display().to_string(),
        "row": evidence.row,
        "day": evidence.day,
        "self_study": evidence.form == Form::Alone,
        "rehearsal": evidence.rehearsal,
        "test": match evidence.outcome {
            Test::NoTest => "none",
            Test::Passed => "passed",
            Test::Failed => "failed",
            Test::NotTaken => "not_taken",
        },
        "signer": evidence.signer,
        "accepted": evidence.accepted,
        "replaces": evidence.original,
    })
}

pub(super) fn search(args: &SearchArgs, desk: &Desk<'_>) -> Result<Outcome, RecordsError> {
    let hits = desk.records.search(&args.words.join(" "), MOST_HITS)?;
    let stdout = match args.answering.format {
        Format::Json => {
            let hits = hits.iter().map(|hit| match hit {
                Hit::Person { id, name, company, identifier } => {
                    json!({"person": id, "name": name, "company": company, "identifier": identifier})
                }
                Hit::Company { id: _, name } => json!({"company": name}),
            });
            told(&json!({"version": 1, "found": hits.collect::<Vec<Value>>()}))
        }
        Format::Text if hits.is_empty() => lines(&[say::unknown(args.words.join(" ")).text(desk.lang)]),
        Format::Text => {
            let hits = hits.iter().map(|hit| match hit {
                Hit::Person { id, name, company, identifier } => {
                    format!("#{id}  {name}, {company}  {identifier}")
                }
                Hit::Company { id: _, name } => name.clone(),
            });
            lines(&hits.collect::<Vec<_>>())
        }
    };
    Ok(if hits.is_empty() { Outcome::no(stdout) } else { Outcome::fine(stdout) })
}
