//! `records retention`: how long registers are kept, what that would erase, and erasing it.

use serde_json::{Value, json};

use crate::cli::Outcome;
use crate::cli::records::{Answering, Desk, Doer, Format, json as told, lines};
use crate::i18n::Lang;
use crate::i18n::messages::records as say;
use crate::records::{LONGEST_YEARS, RecordsError, Retention, Sweep};

/// How long registers are kept after they end
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Set(SetArgs),
    Clear(ClearArgs),
    Show(ShowArgs),
    Preview(PreviewArgs),
    Apply(ApplyArgs),
}

/// Sets how many years registers are kept after they end
#[derive(Debug, clap::Args)]
struct SetArgs {
    /// Years
    #[arg(value_name = "N", value_parser = clap::value_parser!(u32).range(0..=i64::from(LONGEST_YEARS)))]
    years: u32,
    /// This course alone; without it, all that have no time of their own
    #[arg(long, value_name = "ID")]
    course: Option<String>,
    #[command(flatten)]
    doer: Doer,
}

/// Takes a retention time away
#[derive(Debug, clap::Args)]
struct ClearArgs {
    /// This course alone; without it, all that have no time of their own
    #[arg(long, value_name = "ID")]
    course: Option<String>,
    #[command(flatten)]
    doer: Doer,
}

/// Shows the retention times
#[derive(Debug, clap::Args)]
struct ShowArgs {
    #[command(flatten)]
    answering: Answering,
}

/// Shows what has been kept long enough
#[derive(Debug, clap::Args)]
struct PreviewArgs {
    #[command(flatten)]
    answering: Answering,
}

/// Erases what has been kept long enough
#[derive(Debug, clap::Args)]
struct ApplyArgs {
    #[command(flatten)]
    doer: Doer,
    #[command(flatten)]
    answering: Answering,
}

pub(super) fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome, RecordsError> {
    match &args.command {
        Command::Set(SetArgs { years, course, doer }) => set(desk, course.as_deref(), Some(*years), doer),
        Command::Clear(ClearArgs { course, doer }) => set(desk, course.as_deref(), None, doer),
        Command::Show(args) => {
            let rules = desk.records.retention()?;
            Ok(Outcome::fine(rules_told(&rules, desk, args.answering.format)))
        }
        Command::Preview(args) => {
            let sweep = desk.records.sweep(desk.today())?;
            Ok(Outcome::fine(match args.answering.format {
                Format::Json => told(&sweep_json(&sweep, false)),
                Format::Text => lines(&preview_words(&sweep, desk.lang)),
            }))
        }
        Command::Apply(args) => apply(args, desk),
    }
}

fn set(desk: &mut Desk<'_>, course: Option<&str>, years: Option<u32>, doer: &Doer) -> Result<Outcome, RecordsError> {
    let name = doer.name();
    let by = desk.by(&name);
    desk.records.set_retention(course, years, by)?;
    let rules = desk.records.retention()?;
    Ok(Outcome::fine(rules_told(&rules, desk, Format::Text)))
}

fn apply(args: &ApplyArgs, desk: &mut Desk<'_>) -> Result<Outcome, RecordsError> {
    let today = desk.today();
    let name = args.doer.name();
    let by = desk.by(&name);
    let sweep = desk.records.sweep(today)?;
    let Some(is_clear) = desk.records.carry_out(&sweep, today, by)? else {
        return Ok(Outcome::no(lines(&[say::sweep_changed().text(desk.lang)])));
    };
    Ok(Outcome::fine(match args.answering.format {
        Format::Json => {
            let mut answer = sweep_json(&sweep, true);
            answer["clear"] = is_clear.into();
            told(&answer)
        }
        Format::Text => {
            let swept = say::swept(sweep.registers.len(), sweep.people.len(), sweep.asides.len());
            let mut text = vec![swept.text(desk.lang)];
            if !is_clear {
                text.push(say::check_unclear().text(desk.lang));
            }
            lines(&text)
        }
    }))
}

fn rules_told(rules: &[Retention], desk: &Desk<'_>, format: Format) -> String {
    if format == Format::Json {
        let rule = |rule: &Retention| json!({"course": rule.course, "years": rule.years, "at": rule.at.to_string(), "by": rule.by});
        return told(&json!({"version": 1, "rules": rules.iter().map(rule).collect::<Vec<_>>()}));
    }
    if rules.is_empty() {
        return lines(&[say::retention_none().text(desk.lang)]);
    }
    let rule = |rule: &Retention| {
        let at = desk.moment(rule.at);
        match &rule.course {
            None => say::retention_all(rule.years, rule.by.as_str(), at).text(desk.lang),
            Some(course) => say::retention_course(course.as_str(), rule.years, rule.by.as_str(), at).text(desk.lang),
        }
    };
    lines(&rules.iter().map(rule).collect::<Vec<_>>())
}

fn preview_words(sweep: &Sweep, lang: Lang) -> Vec<String> {
    if *sweep == Sweep::default() {
        return vec![say::sweep_nothing().text(lang)];
    }
    let registers = sweep.registers.iter().map(|register| {
        let (day, ended) = (crate::i18n::day(lang, register.day.date()), crate::i18n::day(lang, register.ended.date()));
        let title = register.edition.title(lang);
        say::sweep_register(title, day, ended, register.people, register.digest.as_str())
    });
    let people = sweep.people.iter().map(|(id, name)| say::sweep_person(name.as_str(), *id));
    let asides = sweep.asides.iter().map(|(_, name)| say::sweep_aside(name.as_str()));
    let total = say::sweep_total(sweep.registers.len(), sweep.people.len(), sweep.asides.len());
    registers.chain(people).chain(asides).chain([total]).map(|message| message.text(lang)).collect()
}

fn sweep_json(sweep: &Sweep, done: bool) -> Value {
    let registers = sweep.registers.iter().map(|register| {
        json!({
            "register": register.digest,
            "day": register.day,
            "ended": register.ended,
            "course": register.edition.course,
            "people": register.people,
        })
    });
    json!({
        "version": 1,
        "erased": done,
        "registers": registers.collect::<Vec<_>>(),
        "people": sweep.people.iter().map(|(id, _)| id).collect::<Vec<_>>(),
        "aside": sweep.asides.iter().map(|(digest, _)| digest).collect::<Vec<_>>(),
    })
}
