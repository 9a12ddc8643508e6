//! `records doubts`, `decide`, `join` and `undo`: who is who, decided by a person.

use serde_json::{Value, json};

use crate::cli::Outcome;
use crate::cli::records::{Answering, Desk, Doer, Format, json as told, lines};
use crate::i18n::Lang;
use crate::i18n::messages::records as say;
use crate::records::{Brief, Doubt, Likeness, RecordsError, Written};

/// Lists people who may be one, side by side
#[derive(Debug, clap::Args)]
pub(super) struct DoubtsArgs {
    /// Those as well that were decided
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    answering: Answering,
}

/// Decides whether two people are one
#[derive(Debug, clap::Args)]
pub(super) struct DecideArgs {
    /// The number of the doubt
    #[arg(value_name = "N")]
    doubt: i64,
    /// What is so
    #[arg(value_enum, value_name = "VERDICT")]
    verdict: Verdict,
    #[command(flatten)]
    doer: Doer,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Verdict {
    Same,
    Different,
}

/// Says that two people are one whom nothing makes alike
#[derive(Debug, clap::Args)]
pub(super) struct JoinArgs {
    /// A name, an identifier or the number that the search tells
    #[arg(value_name = "PERSON")]
    one: String,
    /// The other one
    #[arg(value_name = "PERSON")]
    other: String,
    #[command(flatten)]
    doer: Doer,
}

/// Takes a decision back
#[derive(Debug, clap::Args)]
pub(super) struct UndoArgs {
    /// The number of the doubt
    #[arg(value_name = "N")]
    doubt: i64,
    #[command(flatten)]
    doer: Doer,
}

pub(super) fn doubts(args: &DoubtsArgs, desk: &Desk<'_>) -> Result<Outcome, RecordsError> {
    let doubts = desk.records.doubts(args.all)?;
    Ok(Outcome::fine(match args.answering.format {
        Format::Json => {
            let doubts: Vec<Value> = doubts.iter().map(as_json).collect();
            told(&json!({"version": 1, "doubts": doubts}))
        }
        Format::Text if doubts.is_empty() => lines(&[say::no_doubts().text(desk.lang)]),
        Format::Text => lines(&doubts.iter().flat_map(|doubt| text(doubt, desk)).collect::<Vec<_>>()),
    }))
}

pub(super) fn decide(args: &DecideArgs, desk: &mut Desk<'_>) -> Result<Outcome, RecordsError> {
    let name = args.doer.name();
    let by = desk.by(&name);
    desk.records.decide_doubt(args.doubt, args.verdict == Verdict::Same, by)?;
    let words = match args.verdict {
        Verdict::Same => say::decided_same(args.doubt),
        Verdict::Different => say::decided_different(args.doubt),
    };
    Ok(Outcome::fine(lines(&[words.text(desk.lang)])))
}

pub(super) fn join(args: &JoinArgs, desk: &mut Desk<'_>) -> Result<Outcome, RecordsError> {
    let (one, other) = (desk.records.find_person(&args.one)?, desk.records.find_person(&args.other)?);
    let name = args.doer.name();
    let by = desk.by(&name);
    let doubt = desk.records.join(one, other, by)?;
    Ok(Outcome::fine(lines(&[say::decided_same(doubt).text(desk.lang)])))
}

pub(super) fn undo(args: &UndoArgs, desk: &mut Desk<'_>) -> Result<Outcome, RecordsError> {
    let name = args.doer.name();
    let by = desk.by(&name);
    desk.records.undo_decision(args.doubt, by)?;
    Ok(Outcome::fine(lines(&[say::undone(args.doubt).text(desk.lang)])))
}

fn text(doubt: &Doubt, desk: &Desk<'_>) -> Vec<String> {
    let lang = desk.lang;
    let likeness = match doubt.likeness {
        Likeness::OtherCompany => say::like_other_company(),
        Likeness::NearName => say::like_near_name(),
        Likeness::Namesakes => say::like_namesakes(),
        Likeness::OtherName => say::like_other_name(),
        Likeness::Asked => say::like_asked(),
    };
    let mut text = vec![format!("{}. {}", doubt.id, likeness.text(lang))];
    text.extend(written(&doubt.one, lang));
    text.extend(written(&doubt.other, lang));
    if let Some(decision) = &doubt.decision {
        let (at, by) = (desk.moment(decision.at), decision.by.as_str());
        let words = if decision.same { say::was_same(at, by) } else { say::was_different(at, by) };
        text.push(format!("    {}", words.text(lang)));
    }
    text
}

fn written(brief: &Brief, lang: Lang) -> impl Iterator<Item = String> {
    brief.written.iter().map(move |written| format!("    #{} {}", brief.id, written.words(lang)))
}

fn as_json(doubt: &Doubt) -> Value {
    let person = |brief: &Brief| json!({"person": brief.id, "written": brief.written.iter().map(Written::json).collect::<Vec<_>>()});
    let decision = doubt
        .decision
        .as_ref()
        .map(|decision| json!({"same": decision.same, "at": decision.at.to_string(), "by": decision.by}));
    json!({
        "doubt": doubt.id,
        "why": doubt.likeness,
        "one": person(&doubt.one),
        "other": person(&doubt.other),
        "decision": decision,
    })
}
