//! The signers that are trusted here: a small JSON file in the data folder.

use std::path::Path;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::files::DataFolder;
use crate::files::FileError;
use crate::files::read_at_most;
use crate::files::write_atomically;

/// Largest trust list that is read, in bytes.
const LARGEST: u64 = 4 * 1024 * 1024;

/// The SHA-256 of a certificate, lower-case hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Fingerprint(pub String);

impl Fingerprint {
    /// The fingerprint of a certificate in DER.
    pub fn of(certificate: &[u8]) -> Self {
        Self(super::facts::hex(ring::digest::digest(&ring::digest::SHA256, certificate).as_ref()))
    }

    /// In groups of four, for reading aloud.
    pub fn in_groups(&self) -> String {
        self.0.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
    }
}

/// A signer that is trusted here.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trusted {
    /// The signing certificate's fingerprint.
    pub fingerprint: Fingerprint,
    /// The name it was accepted under.
    pub name: String,
    /// When it was accepted.
    pub accepted_at: Timestamp,
}

/// The signers that are trusted here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TrustList {
    /// One a fingerprint.
    pub signers: Vec<Trusted>,
}

/// Why a trust list cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TrustError {
    /// The file could not be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The file is not a trust list.
    #[error("not a list of trusted signers: {0}")]
    Form(String),
}

impl TrustList {
    /// Where the list lies in a data folder.
    pub fn path(data: &DataFolder) -> std::path::PathBuf {
        data.path().join("trusted-signers.json")
    }

    /// Reads the list; a missing file is an empty list.
    ///
    /// # Errors
    /// When the file cannot be read or is not a trust list.
    pub fn load(path: &Path) -> Result<Self, TrustError> {
        match read_at_most(path, LARGEST) {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|error| TrustError::Form(error.to_string())),
            Err(error) if error.source.kind() == std::io::ErrorKind::NotFound => Ok(Self::default()),
            Err(error) => Err(error.into()),
        }
    }

    /// Writes the list.
    ///
    /// # Errors
    /// When it cannot be written; the old list then stands.
    pub fn save(&self, path: &Path) -> Result<(), TrustError> {
        let mut json = serde_json::to_vec_pretty(self).map_err(|error| TrustError::Form(error.to_string()))?;
        json.push(b'\n');
        Ok(write_atomically(path, &json)?)
    }

    /// Whether the signer is trusted, and since when under which name.
    pub fn get(&self, fingerprint: &Fingerprint) -> Option<&Trusted> {
        self.signers.iter().find(|signer| signer.fingerprint == *fingerprint)
    }

    /// Trusts a signer; a known one keeps its first date.
    pub fn accept(&mut self, fingerprint: Fingerprint, name: String, at: Timestamp) {
        if self.get(&fingerprint).is_none() {
            self.signers.push(Trusted { fingerprint, name, accepted_at: at });
        }
    }

    /// Trusts a signer no longer.
    pub fn forget(&mut self, fingerprint: &Fingerprint) {
        self.signers.retain(|signer| signer.fingerprint != *fingerprint);
    }
}
