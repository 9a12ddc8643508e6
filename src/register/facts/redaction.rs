//! What was erased from a register, and which register the redacted one replaces.
//!
//! What stays of an erased row is its number, in [`Redaction::rows`]: the row itself is gone from `participants`. Of a
//! correction that tells of it stay time, number and kind, marked `erased`. Nothing else does. A row's times and results
//! single a person out in a room of a dozen even without the name, and prove nothing for anybody once the name is gone,
//! so the GDPR gives no reason to keep them (article 5(1)(c)). Its digest goes too: where no signature was drawn, it could
//! be guessed from a list of names. An auditor still sees that there was a row, who erased it and when, and every other
//! row with the digest that binds it to its session; the digest of the replaced file tells whether somebody else's copy
//! is that file. It cannot be guessed: the drawn signatures and the digital one are in it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::register::facts::Facts;

/// An erasure: the register it is in replaces another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Redaction {
    /// SHA-256 of the file of the register that was replaced; its session is the register's own.
    pub replaces: String,
    /// Who had signed that file, the first signer first. Their signatures are not on the file that replaces it.
    pub signed_by: Vec<FormerSigner>,
    /// Numbers of the erased rows, ascending.
    pub rows: Vec<u32>,
    /// When it was erased.
    pub at: String,
    /// Who erased it, by the name in the certificate: the register's first signature is theirs.
    pub by: String,
    /// Their organisation in the certificate; may be empty.
    pub organisation: String,
    /// The SHA-256 of that certificate.
    pub fingerprint: String,
}

/// Somebody whose signature is on a file that was replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormerSigner {
    /// Name in the certificate.
    pub name: String,
    /// Organisation in the certificate; may be empty.
    pub organisation: String,
    /// The SHA-256 of the certificate.
    pub fingerprint: String,
    /// When, by the signer's own clock.
    pub signed_at: String,
    /// Whether the signer was trusted on the computer where it was replaced.
    pub trusted: bool,
}

impl Facts {
    /// Numbers of the rows that were erased, by this redaction or an earlier one.
    pub fn erased_rows(&self) -> BTreeSet<u32> {
        self.redactions.iter().flat_map(|redaction| &redaction.rows).copied().collect()
    }

    /// The redaction by which the register came to be; `None` when it is not a redacted one.
    pub fn redaction(&self) -> Option<&Redaction> {
        self.redactions.last()
    }
}
