//! `perehdytin records`: what the subscriber keeps, asked and told on the command line.

mod assign;
mod contractors;
mod courses;
mod decisions;
mod development;
mod erase;
mod heard;
mod import;
mod interrupt;
mod keeping;
mod lists;
mod people;
mod retention;
mod signers;
mod trends;
mod upkeep;
mod watch;

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::Value;

use crate::cli::Context;
use crate::cli::Format;
use crate::cli::Outcome;
use crate::clock::Clock as _;
use crate::clock::SystemClock;
use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::records as say;
use crate::records::By;
use crate::records::Day;
use crate::records::Lack;
use crate::records::Records;
use crate::records::RecordsError;

/// The subscriber's records: import registers, and ask who may be sent to a customer
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Import(import::Args),
    Watch(watch::Args),
    Check(upkeep::CheckArgs),
    Signers(signers::ListArgs),
    Accept(signers::AcceptArgs),
    Revoke(signers::RevokeArgs),
    Person(people::PersonArgs),
    Contractor(contractors::ContractorArgs),
    Due(contractors::DueArgs),
    Lists(lists::Args),
    Assign(assign::AssignArgs),
    Search(people::SearchArgs),
    Course(courses::Args),
    Doubts(decisions::DoubtsArgs),
    Decide(decisions::DecideArgs),
    Join(decisions::JoinArgs),
    Undo(decisions::UndoArgs),
    Development(development::Args),
    Feedback(heard::Args),
    Trends(trends::Args),
    Export(keeping::ExportArgs),
    Erase(erase::Args),
    Retention(retention::Args),
    Backup(keeping::BackupArgs),
    Restore(keeping::RestoreArgs),
    Aside(upkeep::AsideArgs),
    Log(upkeep::LogArgs),
}

/// What every command here has: how to answer.
#[derive(Clone, Copy, Debug, clap::Args)]
struct Answering {
    /// How to answer
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Who does it.
#[derive(Clone, Debug, clap::Args)]
struct Doer {
    /// The name that the log tells; without it, the computer's user
    #[arg(long, value_name = "NAME")]
    by: Option<String>,
}

impl Doer {
    fn name(&self) -> String {
        let of_computer = || ["USER", "LOGNAME", "USERNAME"].into_iter().find_map(|name| std::env::var(name).ok());
        self.by.clone().or_else(of_computer).filter(|name| !name.is_empty()).unwrap_or_else(|| "?".to_owned())
    }
}

/// On which day.
#[derive(Clone, Copy, Debug, clap::Args)]
struct OnDay {
    /// On this day, which may have passed; without it, today
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,
}

impl OnDay {
    fn day(self, desk: &Desk<'_>) -> Result<Day, RecordsError> {
        match self.on {
            Some(date) if Day::of(date) > desk.today() => Err(RecordsError::NotYet(date)),
            Some(date) => Ok(Day::of(date)),
            None => Ok(desk.today()),
        }
    }
}

/// Does what was asked.
pub(super) fn run(args: &Args, context: &Context) -> Outcome {
    match answer(args, context) {
        Ok(outcome) => outcome,
        Err(message) => Outcome::failed(message.text(context.lang) + "\n"),
    }
}

fn answer(args: &Args, context: &Context) -> Result<Outcome, Message> {
    let data = context.data()?;
    let in_words = |error: RecordsError| error.message(context.lang);
    if let Command::Restore(args) = &args.command {
        // What is there may be what cannot be opened.
        return keeping::restore(args, &data, SystemClock.now(), context.lang).map_err(in_words);
    }
    let mut records = Records::open(&data).map_err(in_words)?;
    let mut desk = Desk { records: &mut records, lang: context.lang, now: SystemClock.now() };
    let done = match &args.command {
        Command::Restore(_) => Ok(Outcome::fine("")),
        Command::Erase(args) => return erase::run(args, &mut desk, context),
        Command::Retention(args) => retention::run(args, &mut desk),
        Command::Import(args) => import::run(args, &mut desk),
        Command::Watch(args) => watch::run(args, &data, &desk),
        Command::Check(args) => upkeep::check(args, &mut desk),
        Command::Signers(args) => signers::list(args, &desk),
        Command::Accept(args) => signers::accept(args, &mut desk),
        Command::Revoke(args) => signers::revoke(args, &mut desk),
        Command::Person(args) => people::person(args, &desk),
        Command::Contractor(args) => contractors::contractor(args, &desk),
        Command::Due(args) => contractors::due(args, &desk),
        Command::Lists(args) => lists::run(args, &desk),
        Command::Assign(args) => assign::run(args, &desk),
        Command::Search(args) => people::search(args, &desk),
        Command::Course(args) => courses::run(args, &mut desk),
        Command::Doubts(args) => decisions::doubts(args, &desk),
        Command::Decide(args) => decisions::decide(args, &mut desk),
        Command::Join(args) => decisions::join(args, &mut desk),
        Command::Undo(args) => decisions::undo(args, &mut desk),
        Command::Development(args) => development::run(args, &mut desk),
        Command::Feedback(args) => heard::run(args, &mut desk),
        Command::Trends(args) => trends::run(args, &desk),
        Command::Export(args) => keeping::export(args, &mut desk),
        Command::Backup(args) => keeping::backup(args, &mut desk),
        Command::Aside(args) => upkeep::aside(args, &desk),
        Command::Log(args) => upkeep::log(args, &desk),
    };
    done.map_err(in_words)
}

/// What a command works with.
struct Desk<'a> {
    records: &'a mut Records,
    lang: Lang,
    now: Timestamp,
}

impl Desk<'_> {
    fn by<'a>(&self, name: &'a str) -> By<'a> {
        By { name, at: self.now }
    }

    /// Today, on this computer's clock.
    fn today(&self) -> Day {
        Day::of(self.now.to_zoned_datetime(jiff::tz::TimeZone::system()).date())
    }

    /// What an answer about a past day takes in, for those who read it.
    fn of_past(&self, day: Day) -> Option<String> {
        (day < self.today()).then(|| say::past_day().text(self.lang))
    }

    /// A moment on this computer's clock.
    fn moment(&self, at: Timestamp) -> String {
        crate::i18n::date_and_time(self.lang, &at.to_zoned_datetime(jiff::tz::TimeZone::system()))
    }
}

/// How long something lasts.
fn until_words(until: Option<Day>, lang: Lang) -> String {
    match until.and_then(Day::known) {
        Some(day) => say::until(crate::i18n::day(lang, day.date())).text(lang),
        None => say::no_end().text(lang),
    }
}

/// Why a theme is lacking, for machines.
fn lack_json(lack: Lack) -> Value {
    serde_json::to_value(lack).unwrap_or_default()
}

/// A JSON answer.
fn json(value: &Value) -> String {
    format!("{value:#}\n")
}

/// Lines with an end each.
fn lines(lines: &[String]) -> String {
    lines.iter().flat_map(|line| [line.trim_end(), "\n"]).collect()
}
