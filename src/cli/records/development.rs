//! `records development …`: development items of all sessions, who sees to them, and what became of them.

use std::path::PathBuf;

use jiff::civil::Date;
use serde_json::{Value, json};

use crate::cli::Outcome;
use crate::cli::records::{Answering, Desk, Doer, Format, json as told, lines};
use crate::files::write_atomically;
use crate::i18n::Lang;
use crate::i18n::messages::trend as say;
use crate::records::RecordsError;
use crate::records::feedback::{Due, Item, ItemChange, ItemFilter, ItemState, ItemTable, TableFormat};

/// Development items of all sessions
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    List(ListArgs),
    Set(SetArgs),
    History(HistoryArgs),
}

/// Lists development items; with --out, into a table
#[derive(Debug, clap::Args)]
struct ListArgs {
    /// Only those in this state
    #[arg(long, value_enum, value_name = "STATE")]
    state: Option<StateArg>,
    /// Only those on which something is left to do
    #[arg(long)]
    open: bool,
    /// Only this course
    #[arg(long, value_name = "ID")]
    course: Option<String>,
    /// Only this session, by the beginning of its identifier
    #[arg(long, value_name = "ID")]
    session: Option<String>,
    /// Only sessions in which people of this contractor took part
    #[arg(long, value_name = "COMPANY")]
    contractor: Option<String>,
    /// Only those with all of these words
    #[arg(long, value_name = "WORD", default_value = "")]
    words: String,
    /// Write them into this file, whose name ends in .xlsx or .csv
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    answering: Answering,
}

/// Sets state, owner, day or a note of a development item
#[derive(Debug, clap::Args)]
struct SetArgs {
    /// The number that the list tells
    #[arg(value_name = "N")]
    item: i64,
    /// How far it is
    #[arg(long, value_enum, value_name = "STATE")]
    state: Option<StateArg>,
    /// Who sees to it; empty for nobody
    #[arg(long, value_name = "NAME")]
    owner: Option<String>,
    /// By when it is to be done
    #[arg(long, value_name = "DATE", conflicts_with = "no_due")]
    due: Option<Date>,
    /// No day is set any more
    #[arg(long)]
    no_due: bool,
    /// Why, or what was said
    #[arg(long, value_name = "TEXT", default_value = "")]
    note: String,
    #[command(flatten)]
    doer: Doer,
    #[command(flatten)]
    answering: Answering,
}

/// Tells what was changed of a development item, by whom and when
#[derive(Debug, clap::Args)]
struct HistoryArgs {
    /// The number that the list tells
    #[arg(value_name = "N")]
    item: i64,
    #[command(flatten)]
    answering: Answering,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum StateArg {
    New,
    Agreed,
    InWork,
    Done,
    Rejected,
}

impl From<StateArg> for ItemState {
    fn from(state: StateArg) -> Self {
        match state {
            StateArg::New => Self::New,
            StateArg::Agreed => Self::Agreed,
            StateArg::InWork => Self::InWork,
            StateArg::Done => Self::Done,
            StateArg::Rejected => Self::Rejected,
        }
    }
}

pub(super) fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome, RecordsError> {
    match &args.command {
        Command::List(args) => list(args, desk),
        Command::Set(args) => set(args, desk),
        Command::History(args) => history(args, desk),
    }
}

fn list(args: &ListArgs, desk: &Desk<'_>) -> Result<Outcome, RecordsError> {
    let filter = ItemFilter {
        state: args.state.map(ItemState::from),
        open: args.open,
        course: args.course.clone(),
        session: args.session.clone(),
        contractor: args.contractor.clone(),
        words: args.words.clone(),
    };
    let items = desk.records.items(&filter)?;
    if let Some(out) = &args.out {
        let Some(format) = TableFormat::of(out) else {
            return Ok(Outcome::failed(lines(&[say::table_format(out.display().to_string()).text(desk.lang)])));
        };
        let table = ItemTable::of(&items, desk.lang).bytes(format);
        write_atomically(out, &table.map_err(|error| RecordsError::Table(error.to_string()))?)?;
    }
    Ok(Outcome::fine(match args.answering.format {
        Format::Json => told(&json!({"version": 1, "items": items.iter().map(as_json).collect::<Vec<_>>()})),
        Format::Text => match &args.out {
            Some(out) => lines(&[say::table_written(items.len(), out.display().to_string()).text(desk.lang)]),
            None if items.is_empty() => lines(&[say::no_items().text(desk.lang)]),
            None => lines(&items.iter().flat_map(|item| words(item, desk.lang)).collect::<Vec<_>>()),
        },
    }))
}

fn set(args: &SetArgs, desk: &mut Desk<'_>) -> Result<Outcome, RecordsError> {
    let change = ItemChange {
        state: args.state.map(ItemState::from),
        owner: args.owner.clone(),
        due: if args.no_due { Some(Due::Open) } else { args.due.map(Due::By) },
        note: args.note.clone(),
    };
    if change.is_empty() {
        return Ok(Outcome::failed(lines(&[say::nothing_to_set().text(desk.lang)])));
    }
    let name = args.doer.name();
    let by = desk.by(&name);
    let item = desk.records.change_item(args.item, &change, by)?;
    Ok(Outcome::fine(match args.answering.format {
        Format::Json => told(&as_json(&item)),
        Format::Text => lines(&words(&item, desk.lang)),
    }))
}

fn history(args: &HistoryArgs, desk: &Desk<'_>) -> Result<Outcome, RecordsError> {
    let (item, changes) = desk.records.item_history(args.item)?;
    let lang = desk.lang;
    Ok(Outcome::fine(match args.answering.format {
        Format::Json => {
            let changes = changes.iter().map(|changed| {
                json!({
                    "at": changed.at.to_string(),
                    "by": changed.by,
                    "change": changed.change,
                    "words": changed.change.words(lang),
                })
            });
            let mut value = as_json(&item);
            value["version"] = 1.into();
            value["changes"] = changes.collect::<Vec<Value>>().into();
            told(&value)
        }
        Format::Text => {
            let mut text = words(&item, lang);
            if changes.is_empty() {
                text.push(format!("    {}", say::no_changes().text(lang)));
            }
            text.extend(changes.iter().map(|changed| {
                format!("    {}  {}: {}", desk.moment(changed.at), changed.by, changed.change.words(lang))
            }));
            lines(&text)
        }
    }))
}

fn words(item: &Item, lang: Lang) -> Vec<String> {
    let source = &item.source;
    let day = crate::i18n::day(lang, source.day.date());
    let place = [item.theme.as_str(), source.title.as_str(), source.place.as_str(), day.as_str()];
    let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
    let mut state = item.state.message().text(lang);
    if !item.owner.is_empty() {
        state = format!("{state} · {}", item.owner);
    }
    if let Some(due) = item.due {
        state = format!("{state} · {}", say::until_day(crate::i18n::day(lang, due.date())).text(lang));
    }
    vec![format!("#{} {}", item.id, item.text), format!("    {state}"), format!("    {}", place.join(" · "))]
}

fn as_json(item: &Item) -> Value {
    let source = &item.source;
    json!({
        "item": item.id,
        "text": item.text,
        "theme": item.theme,
        "state": item.state,
        "owner": item.owner,
        "due": item.due,
        "note": item.note,
        "course": source.course,
        "revision": source.revision,
        "session": source.session,
        "day": source.day,
        "place": source.place,
        "contractors": source.contractors,
        "feedback": source.id,
        "tie": source.tie,
        "rehearsal": source.rehearsal,
    })
}
