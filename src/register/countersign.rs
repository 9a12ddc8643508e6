//! The subscriber's own signature under a register that somebody else signed.

use jiff::Timestamp;

use crate::i18n::Message;
use crate::i18n::messages::register as say;
use crate::register::certificate;
use crate::register::sign::{SignError, Signer, Statement, sign};
use crate::register::trust::Fingerprint;
use crate::register::trust::TrustList;
use crate::register::verify;
use crate::register::verify::{DataCheck, Integrity, MOST_SIGNATURES, Options, Trust, Verdict};

/// What a countersignature says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The subscriber has received the register.
    Received,
    /// The subscriber accepts what the register states.
    Accepted,
    /// In the signer's own words.
    Other(String),
}

/// How a register is countersigned.
#[derive(Clone, Debug)]
pub struct Countersigning<'a> {
    /// What the signature says.
    pub reason: Reason,
    /// Where it is signed; may be empty.
    pub place: &'a str,
    /// When, by the signer's own clock.
    pub at: Timestamp,
    /// The signers that are trusted here.
    pub trust: &'a TrustList,
    /// Whether to sign also where nobody has accepted the first signer here.
    pub unknown_signer: bool,
}

/// Why a register is not put one's name to.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// It is not intact.
    #[error("the register is not intact")]
    NotIntact(Box<Verdict>),
    /// Its data and pages disagree, or cannot be read.
    #[error("the register contradicts itself or cannot be read")]
    Contradictory(Box<Verdict>),
    /// Nobody has accepted its first signer here.
    #[error("the signer is not known here")]
    UnknownSigner(Box<Verdict>),
    /// A signer bears the name of a trusted one, and has another key.
    #[error("a signer has the name of a trusted one, and another key")]
    OtherKey {
        /// The name.
        name: String,
    },
}

impl Refused {
    /// The reason in words.
    pub fn message(&self) -> Message {
        match self {
            Self::NotIntact(_) => say::refused_not_intact(),
            Self::Contradictory(_) => say::refused_contradictory(),
            Self::UnknownSigner(verdict) => {
                let name = verdict.signer.as_ref().map_or("", |signer| signer.name.as_str());
                say::refused_unknown_signer(name)
            }
            Self::OtherKey { name } => say::signer_other_key(name.as_str()),
        }
    }
}

/// Why a register could not be countersigned.
#[derive(Debug, thiserror::Error)]
pub enum CountersignError {
    /// Nobody should put their name to it.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// The same signer has signed it with the same reason.
    #[error("it is signed by the same signer for the same reason")]
    SignedAlready,
    /// It carries as many signatures as it may.
    #[error("it carries {MOST_SIGNATURES} signatures")]
    Full,
    /// The signature says nothing.
    #[error("the reason is empty, or longer than {} characters", verify::LONGEST_REASON)]
    BadReason,
    /// The signature could not be made.
    #[error(transparent)]
    Sign(#[from] SignError),
}

impl CountersignError {
    /// The error in words.
    pub fn message(&self) -> Message {
        match self {
            Self::Refused(refused) => refused.message(),
            Self::SignedAlready => say::countersigned_already(),
            Self::Full => say::countersign_full(MOST_SIGNATURES),
            Self::BadReason => say::countersign_bad_reason(verify::LONGEST_REASON),
            Self::Sign(error) => say::not_signed(error.to_string()),
        }
    }
}

/// Adds `signer`'s signature to a register, over everything before it. What was signed stays byte for byte what it was,
/// so every earlier signature holds.
///
/// The register is checked first, pages included: nobody puts their name to what they would not accept.
///
/// # Errors
/// When the register is refused, is full, is signed by the same signer for the same reason, or the signer does not sign.
pub fn countersign(
    register: &[u8],
    signer: &dyn Signer,
    countersigning: &Countersigning<'_>,
) -> Result<Vec<u8>, CountersignError> {
    let Countersigning { reason, place, at, trust, unknown_signer } = countersigning;
    let verdict = accepted(register, trust, *unknown_signer, *at)?;
    let lang = verdict.facts.as_ref().map_or_else(Default::default, |facts| facts.lang());
    let reason = match reason {
        Reason::Received => say::countersigned_received().text(lang),
        Reason::Accepted => say::countersigned_accepted().text(lang),
        Reason::Other(text) => text.trim().to_owned(),
    };
    let is_sayable =
        !reason.is_empty() && reason.chars().count() <= verify::LONGEST_REASON && !reason.chars().any(char::is_control);
    if !is_sayable {
        return Err(CountersignError::BadReason);
    }
    let own = signer.chain().first().map_or(&[][..], Vec::as_slice);
    let fingerprint = Fingerprint::of(own);
    let mut signed = verdict.signer.iter().chain(verdict.countersigners());
    if signed.any(|other| other.fingerprint == fingerprint && other.reason == reason) {
        return Err(CountersignError::SignedAlready);
    }
    if 1 + verdict.countersigners().count() >= MOST_SIGNATURES {
        return Err(CountersignError::Full);
    }
    let name = certificate::describe(own).map_or_else(String::new, |described| described.name);
    let statement = Statement { name, reason, place: (*place).to_owned(), at: *at };
    Ok(sign(register, signer, &statement)?)
}

/// What the check says of a register that one may put one's name to.
///
/// # Errors
/// When one had better not: see [`Refused`].
pub(super) fn accepted(
    register: &[u8],
    trust: &TrustList,
    unknown_signer: bool,
    now: Timestamp,
) -> Result<Verdict, Refused> {
    let verdict = verify::verify(register, &Options { trust, render: true, journal: None, now });
    let pretender = verdict.signer.iter().chain(verdict.countersigners()).find(|by| by.trust == Trust::OtherKey);
    if let Some(name) = pretender.map(|by| by.name.clone()) {
        return Err(Refused::OtherKey { name });
    }
    if verdict.integrity != Integrity::Intact {
        return Err(Refused::NotIntact(Box::new(verdict)));
    }
    if !verdict.data.is_fine() || matches!(verdict.data, DataCheck::Newer(_)) || verdict.facts.is_none() {
        return Err(Refused::Contradictory(Box::new(verdict)));
    }
    let is_trusted = verdict.signer.as_ref().is_some_and(|signer| matches!(signer.trust, Trust::Trusted { .. }));
    if is_trusted || unknown_signer { Ok(verdict) } else { Err(Refused::UnknownSigner(Box::new(verdict))) }
}
