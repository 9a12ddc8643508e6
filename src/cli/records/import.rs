//! `records import`: registers into the records.

use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use serde_json::{Value, json};

use crate::cli::Outcome;
use crate::cli::records::{Answering, Desk, Doer, Format, json as told, lines};
use crate::i18n::messages::records as say;
use crate::i18n::messages::trend;
use crate::records::{Became, Import, Imported, RecordsError, Taken, file_message};

/// Imports registers: exit 0 when all are in the records, 1 when one was set aside, 2 when one cannot be read
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Register files, and folders of them
    #[arg(required = true, value_name = "FILE")]
    paths: Vec<PathBuf>,
    /// Take rehearsals as well
    #[arg(long)]
    rehearsals: bool,
    #[command(flatten)]
    doer: Doer,
    #[command(flatten)]
    answering: Answering,
}

pub(super) fn run(args: &Args, desk: &mut Desk<'_>) -> Result<Outcome, RecordsError> {
    let name = args.doer.name();
    // The command line is stopped by a signal: what was imported until then stays.
    let cancel = AtomicBool::new(false);
    let import = Import { paths: &args.paths, rehearsals: args.rehearsals, by: desk.by(&name), cancel: &cancel };
    let imported = desk.records.import(&import, &mut |_| {})?;
    let errors: Vec<String> = imported.errors.iter().map(|error| file_message(error).text(desk.lang)).collect();
    let stdout = match args.answering.format {
        Format::Text => text(&imported, desk),
        Format::Json => told(&as_json(&imported, &errors, desk)),
    };
    Ok(Outcome { stdout, stderr: lines(&errors), exit: exit_of(&imported) })
}

/// 0 when all are in the records, 1 when one was set aside, 2 when one cannot be read.
pub(super) fn exit_of(imported: &Imported) -> u8 {
    exit(sums(imported), imported.errors.is_empty())
}

/// As [`exit_of`], for sums and whether all could be read.
pub(super) fn exit([_imported, _known, aside]: [usize; 3], is_readable: bool) -> u8 {
    if is_readable { u8::from(aside > 0) } else { 2 }
}

/// How many came in, were known, and were set aside.
pub(super) fn sums(imported: &Imported) -> [usize; 3] {
    let mut sums = [0; 3];
    for file in &imported.files {
        let at = match file.became {
            Became::Imported { .. } | Became::Heard { .. } | Became::Older => 0,
            Became::Known => 1,
            Became::Aside(_) => 2,
        };
        sums[at] += 1;
    }
    sums
}

/// What became of each file, in words.
pub(super) fn text(imported: &Imported, desk: &Desk<'_>) -> String {
    let lang = desk.lang;
    let mut text = Vec::new();
    let mut files: Vec<&Taken> = imported.files.iter().collect();
    files.sort_by(|one, other| one.path.cmp(&other.path));
    let mut is_any_waiting = false;
    for file in files {
        let path = file.path.display().to_string();
        match &file.became {
            Became::Imported { people, accepted, replacing } => {
                text.push(say::imported(path, *people).text(lang));
                if *replacing {
                    text.push(format!("    {}", say::replacing().text(lang)));
                }
                if !accepted {
                    is_any_waiting = true;
                    text.push(format!("    {}", say::not_accepted_yet().text(lang)));
                }
            }
            Became::Heard { items, tie } => {
                text.push(trend::heard(path, *items).text(lang));
                text.push(format!("    {}", tie.message().text(lang)));
            }
            Became::Older => text.push(say::older(path).text(lang)),
            Became::Known => text.push(say::known(path).text(lang)),
            Became::Aside(reason) => text.push(say::set_aside(path, reason.message().text(lang)).text(lang)),
        }
    }
    let [imported_files, known, aside] = sums(imported);
    text.push(say::import_sum(imported_files, known, aside).text(lang));
    if imported.left > 0 {
        text.push(say::import_left(imported.left).text(lang));
    }
    if imported.passed_over > 0 {
        text.push(say::passed_over(imported.passed_over).text(lang));
    }
    if is_any_waiting {
        text.push(say::accept_hint().text(lang));
    }
    lines(&text)
}

/// What became of each file, for machines.
pub(super) fn as_json(imported: &Imported, errors: &[String], desk: &Desk<'_>) -> Value {
    let files = imported.files.iter().map(|file| {
        let mut value = match &file.became {
            Became::Imported { people, accepted, replacing } => {
                json!({"became": "imported", "people": people, "accepted": accepted, "replacing": replacing})
            }
            Became::Heard { items, tie } => json!({"became": "heard", "items": items, "tie": tie}),
            Became::Older => json!({"became": "older"}),
            Became::Known => json!({"became": "known"}),
            Became::Aside(reason) => {
                json!({"became": "aside", "why": reason, "words": reason.message().text(desk.lang)})
            }
        };
        value["file"] = file.path.display().to_string().into();
        value["digest"] = file.digest.as_str().into();
        value
    });
    let files: Vec<Value> = files.collect();
    let [imported_files, known, aside] = sums(imported);
    json!({
        "version": 1,
        "imported": imported_files,
        "known": known,
        "aside": aside,
        "left": imported.left,
        "passed_over": imported.passed_over,
        "files": files,
        "errors": errors,
    })
}
