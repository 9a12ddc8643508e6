//! Signing identities: a key with its certificates, kept encrypted under a passphrase.
//!
//! An identity is one PKCS#12 file (AES-256, PBKDF2) with a small public card beside it, so that a
//! list of identities needs no passphrase. Our own identities are a P-256 key whose certificate is
//! issued by an authority that exists for that one moment only: its key is never stored. A company's
//! own identity is imported as it is. Several are kept side by side: who forgot a passphrase makes
//! another identity.

mod key;
mod make;
mod store;

pub use key::Identity;
pub use make::{Subject, throw_away};
pub use store::{back_up, change_passphrase, create, import, list, remove, unlock};

use std::path::PathBuf;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::files::FileError;
use crate::i18n::Message;
use crate::i18n::messages::register as say;
use crate::register::trust::Fingerprint;

/// Fewest characters of a passphrase.
pub const SHORTEST_PASSPHRASE: usize = 10;

/// The public side of an identity.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The file with the encrypted key.
    pub file: PathBuf,
    /// The holder's name.
    pub name: String,
    /// The holder's organisation; may be empty.
    pub organisation: String,
    /// The signing certificate's fingerprint.
    pub fingerprint: Fingerprint,
    /// Where it comes from.
    pub origin: Origin,
    /// When it was made or imported here.
    pub added_at: Timestamp,
    /// The certificate's last moment.
    pub not_after: Timestamp,
}

/// Where an identity comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Made by this program.
    Own,
    /// Imported: a company's own, or moved from another computer.
    Imported,
}

/// Why an identity cannot be made, kept or used.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    /// A file could not be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The passphrase opens nothing.
    #[error("the passphrase is wrong")]
    WrongPassphrase,
    /// The passphrase is too short to protect a key.
    #[error("the passphrase is shorter than {SHORTEST_PASSPHRASE} characters")]
    ShortPassphrase,
    /// The name is empty, or longer than a certificate may say.
    #[error("the name cannot stand in a certificate")]
    BadName,
    /// The file is no PKCS#12 file, or a damaged one.
    #[error("not a PKCS#12 file: {0}")]
    NotAnIdentity(String),
    /// No key in the file has its certificate there.
    #[error("the file holds no key with its certificate")]
    NoKey,
    /// The key is of a kind that cannot sign a register.
    #[error("the key is neither P-256 nor RSA of 2048 to 4096 bits")]
    UnsupportedKey,
    /// The identity is kept here already.
    #[error("the identity is kept here already")]
    Known,
    /// The system's source of randomness, or the cryptography, failed.
    #[error("the key could not be made: {0}")]
    Crypto(String),
}

impl IdentityError {
    /// The error in words.
    pub fn message(&self) -> Message {
        match self {
            Self::File(error) => say::file_error(error.source.to_string(), error.path.display().to_string()),
            Self::WrongPassphrase => say::wrong_passphrase(),
            Self::ShortPassphrase => say::short_passphrase(SHORTEST_PASSPHRASE),
            Self::BadName => say::bad_signer_name(),
            Self::NotAnIdentity(_) => say::not_an_identity(),
            Self::NoKey => say::no_key(),
            Self::UnsupportedKey => say::unsupported_key(),
            Self::Known => say::identity_known(),
            Self::Crypto(reason) => say::key_not_made(reason.as_str()),
        }
    }
}
