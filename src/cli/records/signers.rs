//! `records signers`, `records accept` and `records revoke`: whose signatures count here.

use serde_json::{Value, json};

use crate::cli::Outcome;
use crate::cli::records::{Answering, Desk, Doer, Format, json as told, lines};
use crate::i18n::messages::records as say;
use crate::records::{Acceptance, RecordsError, Signer};

/// Lists the signers of imported registers with their fingerprints, and whether they count here
#[derive(Debug, clap::Args)]
pub(super) struct ListArgs {
    #[command(flatten)]
    answering: Answering,
}

/// Lets a signer count: what they signed is valid at once
#[derive(Debug, clap::Args)]
pub(super) struct AcceptArgs {
    /// The fingerprint, or as many of its first characters as tell it apart
    #[arg(value_name = "FINGERPRINT")]
    fingerprint: String,
    #[command(flatten)]
    doer: Doer,
    #[command(flatten)]
    answering: Answering,
}

/// Lets a signer count no longer: what rests on them is due at once
#[derive(Debug, clap::Args)]
pub(super) struct RevokeArgs {
    /// The fingerprint, or as many of its first characters as tell it apart
    #[arg(value_name = "FINGERPRINT")]
    fingerprint: String,
    /// Why, for the log
    #[arg(long, value_name = "WHY")]
    reason: String,
    #[command(flatten)]
    doer: Doer,
    #[command(flatten)]
    answering: Answering,
}

pub(super) fn list(args: &ListArgs, desk: &Desk<'_>) -> Result<Outcome, RecordsError> {
    let signers = desk.records.signers()?;
    Ok(Outcome::fine(match args.answering.format {
        Format::Json => {
            let signers: Vec<Value> = signers.iter().map(as_json).collect();
            told(&json!({"version": 1, "signers": signers}))
        }
        Format::Text if signers.is_empty() => lines(&[say::no_signers().text(desk.lang)]),
        Format::Text => {
            let blocks: Vec<String> = signers.iter().map(|signer| text(signer, desk)).collect();
            blocks.join("\n")
        }
    }))
}

pub(super) fn accept(args: &AcceptArgs, desk: &mut Desk<'_>) -> Result<Outcome, RecordsError> {
    let name = args.doer.name();
    let by = desk.by(&name);
    let signer = desk.records.accept(&args.fingerprint, by)?;
    let words = say::accepted(signer.name.as_str(), signer.registers, signer.people);
    Ok(Outcome::fine(match args.answering.format {
        Format::Json => told(&as_json(&signer)),
        Format::Text => lines(&[words.text(desk.lang)]),
    }))
}

pub(super) fn revoke(args: &RevokeArgs, desk: &mut Desk<'_>) -> Result<Outcome, RecordsError> {
    let name = args.doer.name();
    let by = desk.by(&name);
    let signer = desk.records.revoke(&args.fingerprint, &args.reason, by)?;
    let words = say::revoked(signer.name.as_str(), signer.registers, signer.people);
    Ok(Outcome::fine(match args.answering.format {
        Format::Json => told(&as_json(&signer)),
        Format::Text => lines(&[words.text(desk.lang)]),
    }))
}

fn text(signer: &Signer, desk: &Desk<'_>) -> String {
    let lang = desk.lang;
    let whole = if signer.organisation.is_empty() {
        signer.name.clone()
    } else {
        format!("{}, {}", signer.name, signer.organisation)
    };
    let decided = match &signer.acceptance {
        Acceptance::Undecided => say::signer_undecided(),
        Acceptance::Accepted { at, by } => say::signer_accepted(desk.moment(*at), by.as_str()),
        Acceptance::Revoked { at, by, reason } => say::signer_revoked(desk.moment(*at), by.as_str(), reason.as_str()),
    };
    let mut told = vec![
        whole,
        format!("    {}", signer.fingerprint.in_groups()),
        format!("    {}", decided.text(lang)),
        format!("    {}", say::signer_rests(signer.registers, signer.people).text(lang)),
    ];
    if signer.has_accepted_namesake {
        told.push(format!("    {}", say::signer_namesake().text(lang)));
    }
    lines(&told)
}

fn as_json(signer: &Signer) -> Value {
    let mut value = match &signer.acceptance {
        Acceptance::Undecided => json!({"state": "undecided"}),
        Acceptance::Accepted { at, by } => json!({"state": "accepted", "at": at.to_string(), "by": by}),
        Acceptance::Revoked { at, by, reason } => {
            json!({"state": "revoked", "at": at.to_string(), "by": by, "reason": reason})
        }
    };
    value["fingerprint"] = signer.fingerprint.0.as_str().into();
    value["name"] = signer.name.as_str().into();
    value["organisation"] = signer.organisation.as_str().into();
    value["registers"] = signer.registers.into();
    value["people"] = signer.people.into();
    value["accepted_namesake"] = signer.has_accepted_namesake.into();
    value
}
