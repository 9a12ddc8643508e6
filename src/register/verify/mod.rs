//! Checking a register: four answers, kept apart.
//!
//! Is the file intact; who signed, and is that signer trusted here; do the attached data and the
//! pages agree; what was added after signing. Shares no code with [`crate::register::sign`]. Files
//! come from strangers: sizes are capped before and after unpacking, and nothing here panics.

mod certificate;
mod changes;
mod data;
mod excerpt;
mod lexer;
mod pdf;
mod scan;
mod signature;
mod update;
mod weight;
mod words;

use std::path::Path;

use jiff::Timestamp;

pub use data::{DataCheck, Difference, NotCompared};
pub use words::{Answer, Mark};

use crate::files::FileError;
use crate::files::read_at_most;
use crate::register::facts::Facts;
use crate::register::facts::Journal;
use crate::register::trust::Fingerprint;
use crate::register::trust::TrustList;

/// Largest file that is checked, in bytes.
pub const LARGEST_FILE: u64 = 64 * 1024 * 1024;

/// Most signatures a register may carry.
pub const MOST_SIGNATURES: usize = 16;
/// Longest reason of a signature that is told, in characters.
pub const LONGEST_REASON: usize = 200;

/// What to check against.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The signers that are trusted here.
    pub trust: &'a TrustList,
    /// Whether to set the pages again from the attached data and compare.
    pub render: bool,
    /// The session's own journal, where it is at hand.
    pub journal: Option<&'a Journal>,
    /// The time now: nothing can be signed later.
    pub now: Timestamp,
}

/// The four answers, as data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Is the file intact?
    pub integrity: Integrity,
    /// Who signed first; `None` when that cannot be told.
    pub signer: Option<SignedBy>,
    /// Do data and pages agree?
    pub data: DataCheck,
    /// What was added after the first signature.
    pub additions: Vec<Addition>,
    /// The attached data, if it could be read.
    pub facts: Option<Box<Facts>>,
}

/// Whether the file is as it was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Integrity {
    /// Every byte is as it was signed.
    Intact,
    /// It is not, or that cannot be told.
    Broken(Fault),
}

/// Why a file is not intact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is no PDF, or one that cannot be read.
    Unreadable(String),
    /// Nobody signed it, or the signature was taken off.
    Unsigned,
    /// The signature does not cover what it must: see the text.
    Coverage(&'static str),
    /// Something was appended after signing, that no signature covers.
    Appended {
        /// How many bytes.
        bytes: usize,
    },
    /// The covered bytes are not those that were signed.
    Changed,
    /// The signature itself is damaged, or not of the form that is allowed: see the text.
    Signature(&'static str),
    /// The certificate may not sign, or not at that time: see the text.
    Certificate(&'static str),
    /// An update after signing holds more than signatures.
    Update,
}

/// A signature's holder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedBy {
    /// Name in the certificate.
    pub name: String,
    /// Organisation in the certificate; may be empty.
    pub organisation: String,
    /// Who issued the certificate.
    pub issuer: String,
    /// The certificate's fingerprint.
    pub fingerprint: Fingerprint,
    /// When, by the signer's own clock.
    pub signed_at: Timestamp,
    /// What the signature says it was made for; may be empty, and no longer than [`LONGEST_REASON`] characters.
    pub reason: String,
    /// Whether the signer is trusted here.
    pub trust: Trust,
}

/// Whether a signer is trusted here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trust {
    /// Accepted here, under this name.
    Trusted {
        /// The name it was accepted under.
        name: String,
        /// When.
        accepted_at: Timestamp,
    },
    /// Nobody has accepted this signer here.
    Unknown,
    /// Somebody of this name is trusted, but with another key: take care.
    OtherKey,
}

/// Something that was added after the first signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Addition {
    /// A further signature over everything before it.
    Countersignature(SignedBy),
    /// Bytes that no signature covers.
    Bytes(usize),
    /// An attachment was replaced or added.
    Attachment,
    /// A page was changed: its content or its annotations.
    Page,
    /// Something else.
    Other,
}

impl Verdict {
    /// Whether all four answers are good: intact, trusted, agreeing, nothing but signatures added.
    ///
    /// A countersigner whom nobody has accepted here takes nothing from what the trusted first signature says. One who
    /// bears a trusted name with another key does: somebody pretends.
    pub fn is_fine(&self) -> bool {
        self.integrity == Integrity::Intact
            && self.signer.as_ref().is_some_and(|signer| matches!(signer.trust, Trust::Trusted { .. }))
            && self.data.is_fine()
            && self.additions.iter().all(|addition| match addition {
                Addition::Countersignature(signer) => signer.trust != Trust::OtherKey,
                Addition::Bytes(_) | Addition::Attachment | Addition::Page | Addition::Other => false,
            })
    }

    /// Who countersigned, in their order.
    pub fn countersigners(&self) -> impl Iterator<Item = &SignedBy> {
        self.additions.iter().filter_map(|addition| match addition {
            Addition::Countersignature(signer) => Some(signer),
            Addition::Bytes(_) | Addition::Attachment | Addition::Page | Addition::Other => None,
        })
    }
}

/// Checks the register in a file.
///
/// # Errors
/// When the file cannot be read or is larger than [`LARGEST_FILE`].
pub fn verify_file(path: &Path, options: &Options<'_>) -> Result<Verdict, FileError> {
    Ok(verify(&read_at_most(path, LARGEST_FILE)?, options))
}

/// Checks the bytes of a register.
pub fn verify(bytes: &[u8], options: &Options<'_>) -> Verdict {
    // What one signature covers to the last byte need not be compared with anything before it.
    let is_covered_at_once = |document: &lopdf::Document| {
        pdf::signatures(bytes, document).is_ok_and(|found| matches!(&found[..], [only] if only.end == bytes.len()))
    };
    let document = match excerpt::open(bytes).filter(is_covered_at_once).map_or_else(|| pdf::open(bytes), Ok) {
        Ok(document) => document,
        Err(fault) => return Verdict::unreadable(fault),
    };
    let (mut told, read) = both("attachments", || signatures(bytes, &document, options), || data::read(&document));
    let first_revision = (told.integrity == Integrity::Intact).then(|| &bytes[..told.first_end]);
    let signer = told.signers.first().map(|signer| &signer.fingerprint);
    let (data, facts) = data::check(read, first_revision, options.render, options.journal, signer);
    Verdict { integrity: told.integrity, signer: told.signers.drain(..).next(), data, additions: told.additions, facts }
}

/// What the signatures of a file say.
struct Signatures {
    integrity: Integrity,
    /// Whoever signed validly, the first one first; only if the first signature holds.
    signers: Vec<SignedBy>,
    additions: Vec<Addition>,
    /// Where what the first signature covers ends.
    first_end: usize,
}

/// Checks every signature and what came between them.
fn signatures(bytes: &[u8], document: &lopdf::Document, options: &Options<'_>) -> Signatures {
    let mut told =
        Signatures { integrity: Integrity::Intact, signers: Vec::new(), additions: Vec::new(), first_end: bytes.len() };
    let found = match pdf::signatures(bytes, document) {
        Ok(found) => found,
        Err(fault) => {
            told.integrity = Integrity::Broken(fault);
            return told;
        }
    };
    let break_with = |told: &mut Signatures, fault: Fault| {
        if told.integrity == Integrity::Intact {
            told.integrity = Integrity::Broken(fault);
        }
    };
    let mut before: Option<(lopdf::Document, usize)> = None;
    for (at, signature) in found.iter().enumerate() {
        match signed_by(bytes, signature, options) {
            Ok(signer) if at == 0 => {
                told.first_end = signature.end;
                told.signers.push(signer);
            }
            Ok(signer) => told.additions.push(Addition::Countersignature(signer)),
            Err(fault) => break_with(&mut told, fault),
        }
        // Each signature covers a whole file of its own: the next one's update stands behind it.
        let is_last = at + 1 == found.len();
        if is_last && signature.end == bytes.len() && before.is_none() {
            continue;
        }
        let revision = match pdf::open(&bytes[..signature.end]) {
            Ok(revision) => revision,
            Err(_fault) => {
                break_with(&mut told, Fault::Coverage("a signature does not cover a whole file"));
                continue;
            }
        };
        if let Some((before, end)) = &before {
            let mut beside = changes::beside_signature(before, &revision);
            if beside.is_empty() && !update::is_plain(bytes, *end, signature.end) {
                beside.push(Addition::Other);
            }
            if !beside.is_empty() {
                break_with(&mut told, Fault::Update);
                told.additions.extend(beside);
            }
        }
        before = Some((revision, signature.end));
    }
    let covered = found.last().map_or(0, |last| last.end);
    if covered < bytes.len() {
        break_with(&mut told, Fault::Appended { bytes: bytes.len() - covered });
        told.additions.push(Addition::Bytes(bytes.len() - covered));
        if let Some((before, _)) = &before {
            told.additions.extend(changes::beside_signature(before, document));
        }
    }
    told
}

/// Checks one signature.
fn signed_by(bytes: &[u8], found: &pdf::Found, options: &Options<'_>) -> Result<SignedBy, Fault> {
    if found.at.duration_since(options.now) > jiff::SignedDuration::from_hours(24) {
        return Err(Fault::Signature("it was made in the future"));
    }
    let mut covered = ring::digest::Context::new(&ring::digest::SHA256);
    covered.update(&bytes[..found.gap.start]);
    covered.update(&bytes[found.gap.end..found.end]);
    let certificate = signature::check(&found.contents, covered.finish().as_ref(), found.at)?;
    let described =
        crate::register::certificate::describe(&certificate).ok_or(Fault::Certificate("it cannot be read"))?;
    let fingerprint = Fingerprint::of(&certificate);
    let trust = match options.trust.get(&fingerprint) {
        Some(trusted) => Trust::Trusted { name: trusted.name.clone(), accepted_at: trusted.accepted_at },
        None if options.trust.signers.iter().any(|trusted| trusted.name == described.name) => Trust::OtherKey,
        None => Trust::Unknown,
    };
    Ok(SignedBy {
        name: described.name,
        organisation: described.organisation,
        issuer: described.issuer,
        fingerprint,
        signed_at: found.at,
        reason: found.reason.clone(),
        trust,
    })
}

/// Does two things at once: the second on a thread called `name`, or after the first when there is none to be had.
fn both<A, B: Send>(name: &str, first: impl FnOnce() -> A, second: impl Fn() -> B + Sync) -> (A, B) {
    std::thread::scope(|scope| {
        let other = std::thread::Builder::new().name(name.to_owned()).spawn_scoped(scope, &second);
        let first = first();
        let second = match other.map(std::thread::ScopedJoinHandle::join) {
            Ok(Ok(done)) => done,
            Ok(Err(panic)) => std::panic::resume_unwind(panic),
            Err(_no_thread) => second(),
        };
        (first, second)
    })
}

impl Verdict {
    /// Nothing can be told but why.
    fn unreadable(fault: Fault) -> Self {
        Self {
            integrity: Integrity::Broken(fault),
            signer: None,
            data: DataCheck::NotCompared(NotCompared::NotIntact),
            additions: Vec::new(),
            facts: None,
        }
    }
}
