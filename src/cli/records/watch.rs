//! `records watch`: registers are imported as they come into a folder.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use serde_json::json;

use crate::cli::Outcome;
use crate::cli::records::import::{as_json, exit, exit_of, sums, text};
use crate::cli::records::interrupt::Interrupt;
use crate::cli::records::{Answering, Desk, Doer, Format, json as told, lines};
use crate::clock::Clock as _;
use crate::clock::SystemClock;
use crate::files::DataFolder;
use crate::i18n::messages::records as say;
use crate::records::{By, Imported, RecordsError, Watch, Watched, file_message};

/// How long to wait between two looks.
const PAUSE: Duration = Duration::from_secs(3);
/// How many looks `--once` takes: a file must be found unchanged.
const LOOKS_ONCE: usize = 2;

/// Imports registers as they come into a folder, until interrupted; exit as `import`, over all that came
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The folder
    #[arg(value_name = "DIR")]
    folder: PathBuf,
    /// Import what is there and end, as `import` does; what is still being written stays
    #[arg(long)]
    once: bool,
    /// Take rehearsals as well
    #[arg(long)]
    rehearsals: bool,
    #[command(flatten)]
    doer: Doer,
    #[command(flatten)]
    answering: Answering,
}

pub(super) fn run(args: &Args, data: &DataFolder, desk: &Desk<'_>) -> Result<Outcome, RecordsError> {
    let mut watch = Watch::new(data, &args.folder);
    let name = args.doer.name();
    if args.once {
        return once(args, &mut watch, &name, desk);
    }
    let interrupt = Interrupt::listen().map_err(RecordsError::Thread)?;
    if args.answering.format == Format::Text {
        tell(&lines(&[say::watching(args.folder.display().to_string()).text(desk.lang)]), &mut std::io::stdout());
    }
    let (mut trouble, mut told, mut waiting) = (None, [0; 3], 0);
    loop {
        let (errors, is_heard) = match look(args, &mut watch, &name, interrupt.flag()) {
            Ok(Watched { imported, waiting: still }) => {
                let errors: Vec<String> = error_words(&imported, desk);
                let is_heard = imported.files.is_empty() || {
                    let words = match args.answering.format {
                        Format::Text => text(&imported, desk),
                        Format::Json => format!("{}\n", as_json(&imported, &errors, desk)),
                    };
                    tell(&words, &mut std::io::stdout())
                };
                waiting = still + imported.left;
                for (sum, more) in told.iter_mut().zip(sums(&imported)) {
                    *sum += more;
                }
                (errors, is_heard)
            }
            Err(error) => (vec![error.message(desk.lang).text(desk.lang)], true),
        };
        // The same trouble is told once.
        let new = (!errors.is_empty()).then(|| lines(&errors));
        if trouble != new {
            tell(new.as_deref().unwrap_or_default(), &mut std::io::stderr());
            trouble = new;
        }
        if !is_heard {
            return Ok(Outcome::fine(""));
        }
        if interrupt.is_asked_within(PAUSE) {
            let exit = exit(told, trouble.is_none());
            return Ok(Outcome { stdout: ended(args, told, waiting, desk), stderr: String::new(), exit });
        }
    }
}

/// What came of all the watching.
fn ended(args: &Args, [imported, known, aside]: [usize; 3], waiting: usize, desk: &Desk<'_>) -> String {
    match args.answering.format {
        Format::Text => {
            let mut text = vec![say::watch_ended(imported, known, aside).text(desk.lang)];
            text.extend((waiting > 0).then(|| say::watch_waiting(waiting).text(desk.lang)));
            lines(&text)
        }
        Format::Json => {
            let sums = json!({
                "version": 1, "ended": true, "imported": imported, "known": known, "aside": aside, "waiting": waiting,
            });
            format!("{sums}\n")
        }
    }
}

/// Imports what is there and no longer being written.
fn once(args: &Args, watch: &mut Watch, name: &str, desk: &Desk<'_>) -> Result<Outcome, RecordsError> {
    let (mut all, mut waiting) = (Imported::default(), 0);
    for number in 0..LOOKS_ONCE {
        if number > 0 {
            std::thread::sleep(PAUSE);
        }
        let watched = look(args, watch, name, &AtomicBool::new(false))?;
        all.files.extend(watched.imported.files);
        all.errors = watched.imported.errors;
        waiting = watched.waiting;
    }
    let errors = error_words(&all, desk);
    let stdout = match args.answering.format {
        Format::Text => {
            let more = if waiting > 0 { lines(&[say::watch_waiting(waiting).text(desk.lang)]) } else { String::new() };
            text(&all, desk) + &more
        }
        Format::Json => {
            let mut value = as_json(&all, &errors, desk);
            value["waiting"] = waiting.into();
            told(&value)
        }
    };
    Ok(Outcome { stdout, stderr: lines(&errors), exit: exit_of(&all) })
}

fn look(args: &Args, watch: &mut Watch, name: &str, cancel: &AtomicBool) -> Result<Watched, RecordsError> {
    let by = By { name, at: SystemClock.now() };
    watch.import(args.rehearsals, by, cancel)
}

fn error_words(imported: &Imported, desk: &Desk<'_>) -> Vec<String> {
    imported.errors.iter().map(|error| file_message(error).text(desk.lang)).collect()
}

/// Says something at once; whether anybody listens.
fn tell(words: &str, to: &mut impl std::io::Write) -> bool {
    to.write_all(words.as_bytes()).and_then(|()| to.flush()).is_ok()
}
