//! `perehdytin verify`: is a register intact, who signed it, does it agree with itself, what was added.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::cli::Context;
use crate::cli::Format;
use crate::cli::Outcome;
use crate::clock::Clock as _;
use crate::clock::SystemClock;
use crate::files::FileError;
use crate::i18n::Lang;
use crate::i18n::messages::register as say;
use crate::register::trust::TrustList;
use crate::register::verify;
use crate::register::verify::{Mark, Options, SignedBy, Verdict};

/// Checks signed registers: exit 0 when all are fine, 1 when one is not, 2 when one cannot be read
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Register files
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How to answer
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// List of trusted signers; without it, the one in the data folder
    #[arg(long, value_name = "FILE")]
    trust: Option<PathBuf>,
    /// Leave out setting the pages again from the attached data
    #[arg(long)]
    no_render: bool,
}

/// What became of one file.
type Checked<'a> = (&'a Path, Result<Verdict, FileError>);

/// Checks every file that was named.
pub(super) fn run(args: &Args, context: &Context) -> Outcome {
    let lang = context.lang;
    let trust = match trust(args.trust.as_deref(), context) {
        Ok(trust) => trust,
        Err(text) => return Outcome::failed(text),
    };
    let now = SystemClock.now();
    let options = Options { trust: &trust, render: !args.no_render, journal: None, now };
    let checked: Vec<Checked<'_>> =
        args.files.iter().map(|file| (file.as_path(), verify::verify_file(file, &options))).collect();
    let stdout = match args.format {
        Format::Text => {
            checked.iter().filter_map(|(file, result)| Some(text(file, result.as_ref().ok()?, lang))).collect()
        }
        Format::Json => json_text(&checked, now, lang),
    };
    let stderr: Vec<String> = checked
        .iter()
        .filter_map(|(_, result)| result.as_ref().err())
        .map(|error| {
            let message = say::file_error(error.source.to_string(), error.path.display().to_string());
            message.text(lang) + "\n"
        })
        .collect();
    let stderr = stderr.concat();
    let is_unreadable = checked.iter().any(|(_, result)| result.is_err());
    let is_fine = checked.iter().all(|(_, result)| result.as_ref().is_ok_and(Verdict::is_fine));
    let exit = match (is_unreadable, is_fine) {
        (true, _) => 2,
        (false, false) => 1,
        (false, true) => 0,
    };
    Outcome { stdout, stderr, exit }
}

/// The signers to trust: the named list, which must exist, else the one in the data folder.
pub(super) fn trust(named: Option<&Path>, context: &Context) -> Result<TrustList, String> {
    let lang = context.lang;
    let (path, is_named) = match named {
        Some(path) => (path.to_owned(), true),
        None => match context.data() {
            Ok(data) => (TrustList::path(&data), false),
            Err(message) => return Err(format!("{}\n", message.text(lang))),
        },
    };
    if is_named && !path.exists() {
        return Err(format!("{}\n", say::no_trust_list(path.display().to_string()).text(lang)));
    }
    TrustList::load(&path)
        .map_err(|error| format!("{}\n", say::bad_trust_list(error.to_string(), path.display().to_string()).text(lang)))
}

/// A verdict in words.
fn text(file: &Path, verdict: &Verdict, lang: Lang) -> String {
    let mut lines = vec![file.display().to_string(), format!("  {}", verdict.summary().text(lang))];
    for answer in verdict.answers(lang) {
        let mark = match answer.mark {
            Mark::Good => '✓',
            Mark::Caution => '?',
            Mark::Bad => '✗',
        };
        lines.push(format!("  {mark} {} {}", answer.question.text(lang), answer.told.text(lang)));
        lines.extend(answer.more.iter().map(|more| format!("      {}", more.text(lang))));
    }
    lines.push(String::new());
    lines.join("\n")
}

/// Everything as JSON.
fn json_text(checked: &[Checked<'_>], now: Timestamp, lang: Lang) -> String {
    let files: Vec<Value> = checked
        .iter()
        .map(|(file, result)| match result {
            Ok(verdict) => json_of(file, verdict, lang),
            Err(error) => {
                json!({"file": file.display().to_string(), "readable": false, "error": error.source.to_string()})
            }
        })
        .collect();
    let mut text =
        serde_json::to_string_pretty(&json!({"checked_at": now.to_string(), "files": files})).unwrap_or_default();
    text.push('\n');
    text
}

fn json_of(file: &Path, verdict: &Verdict, lang: Lang) -> Value {
    let mark = |mark: Mark| match mark {
        Mark::Good => "good",
        Mark::Caution => "caution",
        Mark::Bad => "bad",
    };
    let [intact, signer, data, added] = verdict.answers(lang).map(|answer| {
        let more: Vec<String> = answer.more.iter().map(|more| more.text(lang)).collect();
        json!({"mark": mark(answer.mark), "answer": answer.told.text(lang), "more": more})
    });
    let by = verdict.signer.as_ref().map(json_of_signer);
    let countersigned: Vec<Value> = verdict.countersigners().map(json_of_signer).collect();
    let facts = verdict.facts.as_ref().map(|facts| {
        json!({
            "session": facts.session,
            "form": facts.form,
            "ground": facts.ground,
            "credits_rest_on": facts.grounds_of_credits(),
            "redactions": facts.redactions,
            "rehearsal": facts.rehearsal,
            "course": facts.course.id,
            "revision": facts.course.revision,
            "part_of_themes": facts.part_of,
            "themes": facts.themes.iter().map(|theme| &theme.id).collect::<Vec<_>>(),
            "participants": facts.participants.len(),
            "journal": {"length": facts.journal.length, "head": facts.journal.head},
        })
    });
    json!({
        "file": file.display().to_string(),
        "readable": true,
        "fine": verdict.is_fine(),
        "summary": verdict.summary().text(lang),
        "intact": intact,
        "signer": signer,
        "data": data,
        "added": added,
        "signed_by": by,
        "countersigned_by": countersigned,
        "register": facts,
    })
}

pub(super) fn json_of_signer(by: &SignedBy) -> Value {
    let trust = match by.trust {
        verify::Trust::Trusted { .. } => "trusted",
        verify::Trust::Unknown => "unknown",
        verify::Trust::OtherKey => "other_key",
    };
    json!({
        "name": by.name,
        "organisation": by.organisation,
        "issuer": by.issuer,
        "fingerprint": by.fingerprint.0,
        "signed_at": by.signed_at.to_string(),
        "reason": by.reason,
        "trusted": trust == "trusted",
        "trust": trust,
    })
}
