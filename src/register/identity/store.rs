//! Identities in their folder: one encrypted file and one public card each.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use p12_keystore::{
    Certificate, EncryptionAlgorithm, KeyStore, KeyStoreEntry, MacAlgorithm, Pkcs12Archive, PrivateKey, PrivateKeyChain,
};
use serde::{Deserialize, Serialize};

use crate::files::FileError;
use crate::files::Operation;
use crate::files::at;
use crate::files::create_private_folder;
use crate::files::read_at_most;
use crate::files::write_atomically;
use crate::register::certificate::describe;
use crate::register::identity::make::make;
use crate::register::identity::{Card, Identity, IdentityError, Origin, SHORTEST_PASSPHRASE, Subject};
use crate::register::sign::Signer as _;
use crate::register::trust::Fingerprint;

/// Largest identity file that is read, in bytes.
const LARGEST: u64 = 1024 * 1024;
/// Rounds of PBKDF2 with HMAC-SHA-256, and of the file's own check (OWASP 2023 asks for 600,000).
const ROUNDS: u32 = 600_000;

/// The public card as it lies on disk.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct CardFile {
    version: u32,
    name: String,
    organisation: String,
    fingerprint: Fingerprint,
    origin: Origin,
    added_at: Timestamp,
    not_after: Timestamp,
}

/// Every identity in `folder`, the newest first. A folder that does not exist yet holds none.
///
/// # Errors
/// When the folder cannot be listed.
pub fn list(folder: &Path) -> Result<Vec<Card>, IdentityError> {
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(source) => return Err(at(Operation::List, folder)(source).into()),
    };
    let mut cards = Vec::new();
    for entry in entries {
        let path = entry.map_err(at(Operation::List, folder))?.path();
        if path.extension().is_some_and(|extension| extension == "json")
            && let Ok(card) = read_card(&path)
            && card.file.exists()
        {
            cards.push(card);
        }
    }
    cards.sort_by(|a, b| b.added_at.cmp(&a.added_at).then_with(|| a.fingerprint.cmp(&b.fingerprint)));
    Ok(cards)
}

/// Makes an identity and keeps it in `folder`. Takes about a second: the passphrase is stretched.
///
/// # Errors
/// When the passphrase is too short, the name cannot stand in a certificate, or a file cannot be written.
pub fn create(folder: &Path, subject: &Subject, passphrase: &str, now: Timestamp) -> Result<Card, IdentityError> {
    long_enough(passphrase)?;
    let identity = make(subject, now)?;
    keep(folder, &identity, passphrase, Origin::Own, now)
}

/// Takes in an identity from a PKCS#12 file: a company's own, or a backup. It is kept under the same passphrase.
///
/// # Errors
/// When the file cannot be read, the passphrase is wrong, or its key cannot sign a register.
pub fn import(folder: &Path, file: &Path, passphrase: &str, now: Timestamp) -> Result<Card, IdentityError> {
    let identity = unlock(file, passphrase)?;
    keep(folder, &identity, passphrase, Origin::Imported, now)
}

/// Opens the identity in `file`. Takes about a second: the passphrase is stretched.
///
/// # Errors
/// When the file cannot be read, the passphrase is wrong, or its key cannot sign a register.
pub fn unlock(file: &Path, passphrase: &str) -> Result<Identity, IdentityError> {
    let bytes = read_at_most(file, LARGEST)?;
    let archive = Pkcs12Archive::from_pkcs12(&bytes, passphrase).map_err(|error| match error {
        p12_keystore::error::Error::MacError(_)
        | p12_keystore::error::Error::Pkcs5Error(_)
        | p12_keystore::error::Error::UnpadError => IdentityError::WrongPassphrase,
        error => IdentityError::NotAnIdentity(error.to_string()),
    })?;
    let certificates: Vec<Vec<u8>> = archive.certs.iter().map(|bag| bag.cert.as_der().to_vec()).collect();
    let mut reason = IdentityError::NoKey;
    for key in &archive.keys {
        match Identity::new(key.key.as_der(), &certificates) {
            Ok(identity) => return Ok(identity),
            Err(error) => reason = error,
        }
    }
    Err(reason)
}

/// Puts the identity in `file` under another passphrase.
///
/// # Errors
/// As [`unlock`]; the old file stands until the new one is whole.
pub fn change_passphrase(file: &Path, old: &str, new: &str) -> Result<(), IdentityError> {
    long_enough(new)?;
    let identity = unlock(file, old)?;
    write_atomically(file, &encrypt(&identity, new)?)?;
    Ok(())
}

/// Copies the encrypted identity to `to`; [`import`] takes it in again, here or on another computer.
///
/// # Errors
/// When it cannot be read or written.
pub fn back_up(card: &Card, to: &Path) -> Result<(), IdentityError> {
    let bytes = read_at_most(&card.file, LARGEST)?;
    write_atomically(to, &bytes)?;
    Ok(())
}

/// Removes an identity from this computer: without a backup it is gone.
///
/// # Errors
/// When a file cannot be removed.
pub fn remove(card: &Card) -> Result<(), IdentityError> {
    // The key first: a card without a key is not listed.
    for file in [card.file.clone(), card_path(&card.file)] {
        std::fs::remove_file(&file).map_err(at(Operation::Remove, &file))?;
    }
    Ok(())
}

/// Writes key and card into `folder`.
fn keep(
    folder: &Path,
    identity: &Identity,
    passphrase: &str,
    origin: Origin,
    now: Timestamp,
) -> Result<Card, IdentityError> {
    create_private_folder(folder)?;
    let fingerprint = identity.fingerprint();
    let described = describe(&identity.chain()[0]).ok_or(IdentityError::NoKey)?;
    let file = folder.join(format!("{}.p12", &fingerprint.0[..16]));
    if file.exists() {
        return Err(IdentityError::Known);
    }
    let card = CardFile {
        version: 1,
        name: described.name,
        organisation: described.organisation,
        fingerprint,
        origin,
        added_at: now,
        not_after: described.not_after,
    };
    let mut json = serde_json::to_vec_pretty(&card).map_err(|error| IdentityError::Crypto(error.to_string()))?;
    json.push(b'\n');
    write_atomically(&file, &encrypt(identity, passphrase)?)?;
    write_atomically(&card_path(&file), &json)?;
    Ok(card.at(file))
}

impl CardFile {
    fn at(self, file: PathBuf) -> Card {
        let Self { version: _, name, organisation, fingerprint, origin, added_at, not_after } = self;
        Card { file, name, organisation, fingerprint, origin, added_at, not_after }
    }
}

/// The card beside an identity's file.
fn card_path(file: &Path) -> PathBuf {
    file.with_extension("json")
}

/// Reads a card.
fn read_card(path: &Path) -> Result<Card, IdentityError> {
    let bytes = read_at_most(path, LARGEST)?;
    let card: CardFile = serde_json::from_slice(&bytes).map_err(|error| FileError {
        operation: Operation::Read,
        path: path.to_owned(),
        source: error.into(),
    })?;
    Ok(card.at(path.with_extension("p12")))
}

/// The identity as an encrypted PKCS#12 file.
fn encrypt(identity: &Identity, passphrase: &str) -> Result<Vec<u8>, IdentityError> {
    let failed = |error: p12_keystore::error::Error| IdentityError::Crypto(error.to_string());
    let key = PrivateKey::from_der(identity.pkcs8()).map_err(failed)?;
    let certificates = identity
        .chain()
        .iter()
        .map(|bytes| Certificate::from_der(bytes))
        .collect::<Result<Vec<_>, _>>()
        .map_err(failed)?;
    let mut store = KeyStore::new();
    let chain = PrivateKeyChain::new(identity.fingerprint().0[..40].to_owned(), key, certificates);
    store.add_entry("perehdytin", KeyStoreEntry::PrivateKeyChain(chain));
    store
        .writer(passphrase)
        .encryption_algorithm(EncryptionAlgorithm::PbeWithHmacSha256AndAes256)
        .encryption_iterations(ROUNDS)
        .mac_algorithm(MacAlgorithm::HmacSha256)
        .mac_iterations(ROUNDS)
        .write()
        .map_err(failed)
}

/// Refuses a passphrase that protects nothing.
fn long_enough(passphrase: &str) -> Result<(), IdentityError> {
    if passphrase.chars().count() < SHORTEST_PASSPHRASE { Err(IdentityError::ShortPassphrase) } else { Ok(()) }
}
