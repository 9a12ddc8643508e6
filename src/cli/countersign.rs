//! `perehdytin countersign`: the subscriber's own signature under a register.

use std::path::PathBuf;

use serde_json::json;

use crate::cli::Context;
use crate::cli::Format;
use crate::cli::Outcome;
use crate::cli::passphrase::KeyArgs;
use crate::cli::signed::{OutArgs, SigningArgs, ToSign};
use crate::cli::verify::json_of_signer;
use crate::clock::Clock as _;
use crate::clock::SystemClock;
use crate::i18n::messages::cli as say;
use crate::i18n::messages::register as say_of_files;
use crate::register::countersign::{CountersignError, Countersigning, Reason, countersign};
use crate::register::verify::{Options, Verdict, verify};

/// Add the subscriber's own signature to a register
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The register to countersign
    #[arg(value_name = "FILE")]
    register: PathBuf,
    #[command(flatten)]
    key: KeyArgs,
    #[command(flatten)]
    out: OutArgs,
    /// What the signature says
    #[arg(long, value_enum, default_value_t = Kind::Received)]
    reason: Kind,
    /// What it says instead, in your own words
    #[arg(long, value_name = "TEXT", conflicts_with = "reason")]
    reason_text: Option<String>,
    /// Where it is signed
    #[arg(long, value_name = "TEXT", default_value = "", hide_default_value = true)]
    place: String,
    #[command(flatten)]
    signing: SigningArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Kind {
    Received,
    Accepted,
}

/// Countersigns and writes.
pub(super) fn run(args: &Args, context: &Context) -> Outcome {
    signed(args, context).unwrap_or_else(|refusal| refusal)
}

fn signed(args: &Args, context: &Context) -> Result<Outcome, Outcome> {
    let lang = context.lang;
    let failed = |message| Outcome::failed_with(&message, lang);
    let ToSign { register, trust, signer } = args.signing.to_sign(&args.register, &args.key, &args.out, context)?;
    let now = SystemClock.now();
    let reason = match (&args.reason_text, args.reason) {
        (Some(text), _) => Reason::Other(text.clone()),
        (None, Kind::Received) => Reason::Received,
        (None, Kind::Accepted) => Reason::Accepted,
    };
    let countersigning = Countersigning {
        reason,
        place: &args.place,
        at: now,
        trust: &trust,
        unknown_signer: args.signing.unknown_signer,
    };
    let bytes = countersign(&register, &signer, &countersigning).map_err(|error| match error {
        CountersignError::Refused(_) | CountersignError::SignedAlready | CountersignError::Full => {
            Outcome::no(format!("{}\n{}\n", error.message().text(lang), args.register.display()))
        }
        CountersignError::BadReason | CountersignError::Sign(_) => failed(error.message()),
    })?;
    args.out.write(&bytes).map_err(failed)?;
    let verdict = verify(&bytes, &Options { trust: &trust, render: false, journal: None, now });
    Ok(Outcome::fine(match args.signing.format {
        Format::Text => text(args, &verdict, context),
        Format::Json => json_text(args, &verdict),
    }))
}

fn text(args: &Args, verdict: &Verdict, context: &Context) -> String {
    let Some(own) = verdict.countersigners().last() else { return String::new() };
    let path = args.out.out.display().to_string();
    let told = say::countersigned(own.name.as_str(), own.reason.as_str(), path);
    let fingerprint = say_of_files::fingerprint(own.fingerprint.in_groups());
    format!("{}\n{}\n", told.text(context.lang), fingerprint.text(context.lang))
}

fn json_text(args: &Args, verdict: &Verdict) -> String {
    let signers: Vec<_> = verdict.signer.iter().chain(verdict.countersigners()).map(json_of_signer).collect();
    let answer = json!({"version": 1, "register": args.register, "out": args.out.out, "signatures": signers});
    format!("{answer:#}\n")
}
