//! An unlocked identity: it can sign.

use der::Decode as _;
use ring::rand::SystemRandom;
use ring::rsa::KeyPair as RsaKeyPair;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _, RSA_PKCS1_SHA256};
use x509_cert::Certificate;

use crate::register::identity::IdentityError;
use crate::register::sign::Algorithm;
use crate::register::sign::SignError;
use crate::register::sign::Signer;
use crate::register::trust::Fingerprint;

/// A key with its certificates, ready to sign.
pub struct Identity {
    key: Key,
    pkcs8: Vec<u8>,
    chain: Vec<Vec<u8>>,
}

/// The private key.
enum Key {
    /// ECDSA on P-256.
    Ecdsa(Box<EcdsaKeyPair>),
    /// RSA.
    Rsa(Box<RsaKeyPair>),
}

impl std::fmt::Debug for Identity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Identity").field("fingerprint", &self.fingerprint()).finish_non_exhaustive()
    }
}

impl Identity {
    /// An identity from a private key in PKCS#8 and certificates in any order, its own among them.
    ///
    /// # Errors
    /// When the key cannot sign here, or no certificate is its own.
    pub fn new(pkcs8: &[u8], certificates: &[Vec<u8>]) -> Result<Self, IdentityError> {
        let key = Key::read(pkcs8)?;
        let parsed: Vec<(Certificate, &Vec<u8>)> =
            certificates.iter().filter_map(|bytes| Some((Certificate::from_der(bytes).ok()?, bytes))).collect();
        let public = key.public();
        let (mut last, own) = parsed
            .iter()
            .find(|(certificate, _)| {
                certificate.tbs_certificate.subject_public_key_info.subject_public_key.raw_bytes() == public
            })
            .map(|(certificate, bytes)| (certificate, (*bytes).clone()))
            .ok_or(IdentityError::NoKey)?;
        let mut chain = vec![own];
        while last.tbs_certificate.issuer != last.tbs_certificate.subject {
            let next = parsed
                .iter()
                .find(|(certificate, _)| certificate.tbs_certificate.subject == last.tbs_certificate.issuer);
            let Some((issuer, bytes)) = next else { break };
            if chain.contains(bytes) {
                break;
            }
            chain.push((*bytes).clone());
            last = issuer;
        }
        Ok(Self { key, pkcs8: pkcs8.to_vec(), chain })
    }

    /// The signing certificate's fingerprint.
    pub fn fingerprint(&self) -> Fingerprint {
        Fingerprint::of(&self.chain[0])
    }

    /// The private key in PKCS#8, for storing it encrypted.
    pub(super) fn pkcs8(&self) -> &[u8] {
        &self.pkcs8
    }
}

impl Key {
    fn read(pkcs8: &[u8]) -> Result<Self, IdentityError> {
        let random = SystemRandom::new();
        if let Ok(key) = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, pkcs8, &random) {
            return Ok(Self::Ecdsa(Box::new(key)));
        }
        RsaKeyPair::from_pkcs8(pkcs8)
            .map(|key| Self::Rsa(Box::new(key)))
            .map_err(|_rejected| IdentityError::UnsupportedKey)
    }

    /// The public key as it stands in a certificate.
    fn public(&self) -> &[u8] {
        match self {
            Self::Ecdsa(key) => key.public_key().as_ref(),
            Self::Rsa(key) => key.public_key().as_ref(),
        }
    }
}

impl Signer for Identity {
    fn chain(&self) -> &[Vec<u8>] {
        &self.chain
    }

    fn algorithm(&self) -> Algorithm {
        match &self.key {
            Key::Ecdsa(_) => Algorithm::EcdsaP256Sha256,
            Key::Rsa(_) => Algorithm::RsaSha256,
        }
    }

    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, SignError> {
        let random = SystemRandom::new();
        match &self.key {
            Key::Ecdsa(key) => key
                .sign(&random, message)
                .map(|signature| signature.as_ref().to_vec())
                .map_err(|_unspecified| SignError::Key),
            Key::Rsa(key) => {
                let mut signature = vec![0; key.public().modulus_len()];
                key.sign(&RSA_PKCS1_SHA256, &random, message, &mut signature).map_err(|_unspecified| SignError::Key)?;
                Ok(signature)
            }
        }
    }
}
