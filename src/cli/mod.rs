//! The command line: the only owner of standard output.

mod check;
mod countersign;
mod paper;
mod passphrase;
mod records;
mod redact;
mod refusal;
mod rehearse;
mod signed;
mod verify;
mod words;

use std::ffi::OsString;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::CommandFactory as _;
use clap::FromArgMatches as _;
use clap::Parser;
use clap::ValueEnum as _;

use crate::files::DataFolder;
use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::cli as say;
use crate::text::Id;
use crate::ui::app::Options;

/// What a command has to say, and with which exit code it ends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// For standard output.
    pub stdout: String,
    /// For standard error.
    pub stderr: String,
    /// 0 fine, 1 the answer is no, 2 wrong use or unreadable.
    pub exit: u8,
}

impl Outcome {
    /// Fine, with this to say.
    pub fn fine(stdout: impl Into<String>) -> Self {
        Self { stdout: stdout.into(), stderr: String::new(), exit: 0 }
    }

    /// The answer is no.
    pub fn no(stdout: impl Into<String>) -> Self {
        Self { stdout: stdout.into(), stderr: String::new(), exit: 1 }
    }

    /// Wrong use, or something could not be read.
    pub fn failed(stderr: impl Into<String>) -> Self {
        Self { stdout: String::new(), stderr: stderr.into(), exit: 2 }
    }

    /// The same, with a message.
    fn failed_with(message: &Message, lang: Lang) -> Self {
        Self::failed(format!("{}\n", message.text(lang)))
    }
}

/// How a command answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
}

/// What every command may need.
#[derive(Clone, Debug)]
pub struct Context {
    /// The language of messages.
    pub lang: Lang,
    /// Where personal data lies, if it was named.
    pub data_dir: Option<PathBuf>,
}

impl Context {
    /// Opens the folder of personal data: the named one, else the desktop's usual place.
    ///
    /// # Errors
    /// What to tell the person when it cannot be opened.
    pub fn data(&self) -> Result<DataFolder, Message> {
        let path = match &self.data_dir {
            Some(path) => path.clone(),
            None => directories::ProjectDirs::from("", "", "perehdytin")
                .map(|dirs| dirs.data_dir().to_owned())
                .ok_or_else(say::no_home)?,
        };
        DataFolder::open(path.clone())
            .map_err(|error| say::data_folder(error.source.to_string(), path.display().to_string()))
    }
}

/// Runs inductions and keeps a register that anybody can check. Without a command it opens the window.
#[derive(Debug, Parser)]
#[command(name = "perehdytin", version, max_term_width = 100)]
struct Arguments {
    /// Folder of everything personal (sessions, identity, settings)
    #[arg(long, global = true, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// Language of messages and of the window: fi or en
    #[arg(long, global = true, value_enum)]
    lang: Option<LangArgument>,
    #[command(subcommand)]
    command: Option<Subcommand>,
}

#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum LangArgument {
    Fi,
    En,
}

impl From<LangArgument> for Lang {
    fn from(argument: LangArgument) -> Self {
        match argument {
            LangArgument::Fi => Self::Fi,
            LangArgument::En => Self::En,
        }
    }
}

#[derive(Debug, clap::Subcommand)]
enum Subcommand {
    /// Show a course as the room will see it
    Preview(PreviewArguments),
    Check(check::Args),
    Rehearse(rehearse::Args),
    Verify(verify::Args),
    Paper(paper::Args),
    Countersign(countersign::Args),
    Redact(redact::Args),
    Records(records::Args),
}

#[derive(Debug, clap::Args)]
struct PreviewArguments {
    /// Folder of the course pack
    pack: PathBuf,
    /// The step to begin with, by its id
    #[arg(long, value_name = "ID")]
    step: Option<String>,
}

/// Runs the program with the process's arguments.
pub fn main() -> ExitCode {
    log_as_asked();
    let outcome = run(std::env::args_os());
    // A closed pipe is the reader's choice, not a fault of ours.
    std::io::stdout().write_all(outcome.stdout.as_bytes()).unwrap_or_default();
    std::io::stderr().write_all(outcome.stderr.as_bytes()).unwrap_or_default();
    ExitCode::from(outcome.exit)
}

/// Writes to standard error what `RUST_LOG` asks for; nothing when it is not set.
fn log_as_asked() {
    if std::env::var_os("RUST_LOG").is_some() {
        let filter = tracing_subscriber::EnvFilter::from_default_env();
        tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    }
}

/// Runs the program with `arguments`, the program's name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Outcome {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    // Help and refusals speak before the arguments are understood, so the language is looked for first.
    let lang = asked_lang(&arguments).unwrap_or_else(lang_of_environment);
    let mut command = words::worded(Arguments::command(), lang);
    let parsed =
        command.try_get_matches_from_mut(arguments).and_then(|mut found| Arguments::from_arg_matches_mut(&mut found));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) => return refusal::outcome(&error, command, lang),
    };
    let lang_is_asked = arguments.lang.is_some();
    let context = Context { lang, data_dir: arguments.data_dir };
    match arguments.command {
        None => window(&context, Options { lang, lang_is_asked, ..Options::default() }),
        Some(Subcommand::Preview(args)) => {
            let preview = Some((args.pack, args.step.as_deref().map(Id::from)));
            window(&context, Options { lang, lang_is_asked, preview, ..Options::default() })
        }
        Some(Subcommand::Check(args)) => check::run(&args, &context),
        Some(Subcommand::Rehearse(args)) => rehearse::run(&args, &context),
        Some(Subcommand::Verify(args)) => verify::run(&args, &context),
        Some(Subcommand::Paper(args)) => paper::run(&args, &context),
        Some(Subcommand::Countersign(args)) => countersign::run(&args, &context),
        Some(Subcommand::Redact(args)) => redact::run(&args, &context),
        Some(Subcommand::Records(args)) => records::run(&args, &context),
    }
}

/// The language that `--lang` asks for, wherever it stands.
fn asked_lang(arguments: &[OsString]) -> Option<Lang> {
    let mut words = arguments.iter().skip(1).map(|word| word.to_string_lossy()).take_while(|word| word != "--");
    while let Some(word) = words.next() {
        let value = match word.strip_prefix("--lang") {
            Some("") => words.next(),
            Some(rest) => rest.strip_prefix('=').map(|value| value.to_owned().into()),
            None => None,
        };
        if let Some(lang) = value.and_then(|value| LangArgument::from_str(&value, false).ok()) {
            return Some(lang.into());
        }
    }
    None
}

/// The language that the environment asks for; Finnish unless it plainly asks for another.
fn lang_of_environment() -> Lang {
    let asked = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty());
    match asked.as_deref() {
        Some(value) if value.starts_with("en") => Lang::En,
        _ => Lang::Fi,
    }
}

/// Opens the window, or says why it cannot.
fn window(context: &Context, options: Options) -> Outcome {
    let result =
        context.data().and_then(|data| crate::ui::window::open(options, data).map_err(|error| error.message()));
    match result {
        Ok(()) => Outcome::fine(""),
        Err(message) => Outcome::failed_with(&message, context.lang),
    }
}
