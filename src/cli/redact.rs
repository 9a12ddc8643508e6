//! `perehdytin redact`: a register made anew with rows erased, signed by the subscriber.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::json;

use crate::cli::Context;
use crate::cli::Format;
use crate::cli::Outcome;
use crate::cli::passphrase::KeyArgs;
use crate::cli::signed::{OutArgs, SigningArgs, ToSign};
use crate::clock::Clock as _;
use crate::clock::SystemClock;
use crate::i18n::Lang;
use crate::i18n::messages::cli as say;
use crate::register::redact::{Mention, RedactError, Redacted, Redacting, redact};

/// Make a register anew, with rows erased on request
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The register to replace
    #[arg(value_name = "FILE")]
    register: PathBuf,
    /// Number of a row to erase; may be given many times
    #[arg(long, value_name = "N", required = true)]
    row: Vec<u32>,
    #[command(flatten)]
    key: KeyArgs,
    #[command(flatten)]
    out: OutArgs,
    #[command(flatten)]
    signing: SigningArgs,
}

/// Redacts and writes.
pub(super) fn run(args: &Args, context: &Context) -> Outcome {
    redacted(args, context).unwrap_or_else(|refusal| refusal)
}

fn redacted(args: &Args, context: &Context) -> Result<Outcome, Outcome> {
    let lang = context.lang;
    let failed = |message| Outcome::failed_with(&message, lang);
    let ToSign { register, trust, signer } = args.signing.to_sign(&args.register, &args.key, &args.out, context)?;
    let rows: BTreeSet<u32> = args.row.iter().copied().collect();
    let redacting =
        Redacting { rows: &rows, at: SystemClock.now(), trust: &trust, unknown_signer: args.signing.unknown_signer };
    let redacted = redact(&register, &signer, &redacting).map_err(|error| match error {
        RedactError::Paper(_) | RedactError::Sign(_) | RedactError::NoSuchRow(_) => failed(error.message()),
        _ => Outcome::no(format!("{}\n{}\n", error.message().text(lang), args.register.display())),
    })?;
    args.out.write(&redacted.register).map_err(failed)?;
    Ok(Outcome::fine(match args.signing.format {
        Format::Text => text(args, &redacted, lang),
        Format::Json => json_text(args, &redacted),
    }))
}

fn text(args: &Args, redacted: &Redacted, lang: Lang) -> String {
    let Some(redaction) = redacted.facts.redaction() else { return String::new() };
    let rows: Vec<String> = redaction.rows.iter().map(ToString::to_string).collect();
    let path = args.out.out.display().to_string();
    let mut told = vec![say::redacted(rows.join(", "), path, redaction.replaces.as_str())];
    told.extend(redacted.mentions.iter().map(|mention| match mention {
        Mention::Row(row) => say::redacted_mention_row(*row),
        Mention::Session => say::redacted_mention_session(),
    }));
    told.push(say::redacted_original(args.register.display().to_string()));
    told.iter().map(|message| message.text(lang) + "\n").collect()
}

fn json_text(args: &Args, redacted: &Redacted) -> String {
    let rows = redacted.mentions.iter().filter_map(|mention| match mention {
        Mention::Row(row) => Some(*row),
        Mention::Session => None,
    });
    let answer = json!({
        "version": 1,
        "register": args.register,
        "out": args.out.out,
        "redaction": redacted.facts.redaction(),
        "mentioned_in_rows": rows.collect::<Vec<u32>>(),
        "mentioned_in_session": redacted.mentions.contains(&Mention::Session),
    });
    format!("{answer:#}\n")
}
