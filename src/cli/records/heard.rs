//! `records feedback …`: the feedback files that were taken, and leaving one out.

use serde_json::{Value, json};

use crate::cli::Outcome;
use crate::cli::records::{Answering, Desk, Doer, Format, json as told, lines};
use crate::i18n::Lang;
use crate::i18n::messages::{records, trend as say};
use crate::records::RecordsError;
use crate::records::feedback::Source;

/// The feedback files that were taken, and to which registers they are tied
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    List(ListArgs),
    LeaveOut(OneArgs),
    TakeBack(OneArgs),
}

/// Lists the feedback files
#[derive(Debug, clap::Args)]
struct ListArgs {
    #[command(flatten)]
    answering: Answering,
}

/// Lets a feedback file count no more, or again
#[derive(Debug, clap::Args)]
struct OneArgs {
    /// The number that the list tells
    #[arg(value_name = "N")]
    feedback: i64,
    #[command(flatten)]
    doer: Doer,
    #[command(flatten)]
    answering: Answering,
}

pub(super) fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome, RecordsError> {
    match &args.command {
        Command::List(args) => list(args, desk),
        Command::LeaveOut(args) => leave_out(args, true, desk),
        Command::TakeBack(args) => leave_out(args, false, desk),
    }
}

fn list(args: &ListArgs, desk: &Desk<'_>) -> Result<Outcome, RecordsError> {
    let sources = desk.records.feedback_sources()?;
    Ok(Outcome::fine(match args.answering.format {
        Format::Json => told(&json!({"version": 1, "feedback": sources.iter().map(as_json).collect::<Vec<_>>()})),
        Format::Text if sources.is_empty() => lines(&[say::nothing_heard().text(desk.lang)]),
        Format::Text => {
            let mut text = vec![say::unsigned().text(desk.lang)];
            text.extend(sources.iter().flat_map(|source| words(source, desk.lang)));
            lines(&text)
        }
    }))
}

fn leave_out(args: &OneArgs, is_out: bool, desk: &mut Desk<'_>) -> Result<Outcome, RecordsError> {
    let name = args.doer.name();
    let by = desk.by(&name);
    let source = desk.records.leave_feedback_out(args.feedback, is_out, by)?;
    Ok(Outcome::fine(match args.answering.format {
        Format::Json => told(&as_json(&source)),
        Format::Text => lines(&words(&source, desk.lang)),
    }))
}

fn words(source: &Source, lang: Lang) -> Vec<String> {
    let course = records::course(source.title.as_str(), source.revision).text(lang);
    let mut text = vec![
        format!("#{} {} · {course}", source.id, crate::i18n::day(lang, source.day.date())),
        format!("    {}", source.tie.message().text(lang)),
    ];
    if source.left_out {
        text.push(format!("    {}", say::left_out().text(lang)));
    }
    text
}

fn as_json(source: &Source) -> Value {
    json!({
        "feedback": source.id,
        "digest": source.digest,
        "session": source.session,
        "course": source.course,
        "revision": source.revision,
        "day": source.day,
        "place": source.place,
        "contractors": source.contractors,
        "items": source.items,
        "tie": source.tie,
        "rehearsal": source.rehearsal,
        "left_out": source.left_out,
        "at": source.at.to_string(),
        "by": source.by,
        "name": source.name,
    })
}
