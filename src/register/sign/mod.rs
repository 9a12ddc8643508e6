//! Putting a signature on a register: one incremental update, `PAdES` baseline B.

mod cms;
mod der;
mod pdf;

use jiff::Timestamp;

pub use pdf::sign;

/// Whatever can sign: an unlocked identity, and later key stores and cards.
pub trait Signer {
    /// The certificates in DER: its own first, then those above it.
    fn chain(&self) -> &[Vec<u8>];

    /// How it signs.
    fn algorithm(&self) -> Algorithm;

    /// Signs a message (not its digest).
    ///
    /// # Errors
    /// When the key cannot be used.
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignError>;
}

/// How a signature is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Algorithm {
    /// ECDSA on P-256 with SHA-256, in ASN.1.
    EcdsaP256Sha256,
    /// RSA (PKCS #1 v1.5) with SHA-256.
    RsaSha256,
}

/// What the signature says besides who signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// The signer's name, for readers that show it.
    pub name: String,
    /// Why it is signed.
    pub reason: String,
    /// Where it is signed.
    pub place: String,
    /// When, by the signer's own clock.
    pub at: Timestamp,
}

/// Why a file could not be signed.
#[derive(Debug, thiserror::Error)]
pub enum SignError {
    /// The file is no PDF that can be extended.
    #[error("the document cannot be extended: {0}")]
    Document(String),
    /// The signer has no usable certificate.
    #[error("the certificate cannot be used: {0}")]
    Certificate(String),
    /// The key did not sign.
    #[error("the key did not sign")]
    Key,
    /// The signature with its certificates does not fit into the space kept for it.
    #[error("the certificates are too large: {0} bytes")]
    TooLarge(usize),
}
