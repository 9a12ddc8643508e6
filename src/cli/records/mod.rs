//! `perehdytin records`: what the subscriber keeps, asked and told on the command line.

mod import;
mod signers;
mod upkeep;

use jiff::Timestamp;
use serde_json::Value;

use crate::cli::Context;
use crate::cli::Outcome;
use crate::clock::Clock as _;
use crate::clock::SystemClock;
use crate::i18n::Lang;
use crate::records::By;
use crate::records::Records;

/// The subscriber's records: import registers, and ask who may be sent to a customer
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    Import(import::Args),
    Check(upkeep::CheckArgs),
    Signers(signers::ListArgs),
    Accept(signers::AcceptArgs),
    Revoke(signers::RevokeArgs),
    Aside(upkeep::AsideArgs),
    Log(upkeep::LogArgs),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
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

/// Does what was asked.
pub(super) fn run(args: &Args, context: &Context) -> Outcome {
    let opened = context.data().and_then(|data| Records::open(&data).map_err(|error| error.message(context.lang)));
    let mut records = match opened {
        Ok(records) => records,
        Err(message) => return Outcome::failed(message.text(context.lang) + "\n"),
    };
    let desk = Desk { records: &mut records, lang: context.lang, now: SystemClock.now() };
    let done = match &args.command {
        Command::Import(args) => import::run(args, desk),
        Command::Check(args) => upkeep::check(args, desk),
        Command::Signers(args) => signers::list(args, desk),
        Command::Accept(args) => signers::accept(args, desk),
        Command::Revoke(args) => signers::revoke(args, desk),
        Command::Aside(args) => upkeep::aside(args, desk),
        Command::Log(args) => upkeep::log(args, desk),
    };
    done.unwrap_or_else(|error| Outcome::failed(error.message(context.lang).text(context.lang) + "\n"))
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

    /// A moment on this computer's clock.
    fn moment(&self, at: Timestamp) -> String {
        crate::i18n::date_and_time(self.lang, &at.to_zoned_datetime(jiff::tz::TimeZone::system()))
    }
}

/// A JSON answer.
fn json(value: &Value) -> String {
    format!("{value:#}\n")
}

/// Lines with an end each.
fn lines(lines: &[String]) -> String {
    lines.iter().map(|line| format!("{}\n", line.trim_end())).collect()
}
