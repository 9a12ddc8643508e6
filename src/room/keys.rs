//! What opens the room: its token, its short code and its port, kept with the session until it closes.

use std::path::Path;
use std::path::PathBuf;

use ring::digest;
use serde::{Deserialize, Serialize};

use crate::engine;
use crate::engine::layout;
use crate::files;
use crate::files::FileError;
use crate::files::Operation;
use crate::room::OpenError;
use crate::session::PhoneKey;

/// Signs that nobody takes for another, read aloud or from the last row.
const ALPHABET: &[u8; 22] = b"34679ACDEFGHJKMNPRTWXY";
/// Signs of a short code.
const CODE_LENGTH: usize = 6;
/// The file's version.
const VERSION: u32 = 1;
/// Most bytes of the file.
const LARGEST: u64 = 4096;

/// What opens the room.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Keys {
    /// 128 random bits, lower-case hexadecimal.
    pub(super) token: String,
    /// What is typed by those who cannot read a QR code.
    pub(super) code: String,
    /// Where the room answered last; 0 before it ever did.
    pub(super) port: u16,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    version: u32,
    port: u16,
    token: String,
    code: String,
}

fn path(folder: &Path) -> PathBuf {
    layout::room(folder)
}

impl Keys {
    /// The keys kept in the session's folder, or new ones where there are none that can be used.
    pub(super) fn of(folder: &Path) -> Result<Self, OpenError> {
        let kept = files::read_at_most(&path(folder), LARGEST).ok();
        let kept = kept.and_then(|bytes| serde_json::from_slice::<Stored>(&bytes).ok());
        if let Some(Stored { version: VERSION, port, token, code }) = kept
            && is_token(&token)
            && code.len() == CODE_LENGTH
        {
            return Ok(Self { token, code, port });
        }
        let token = engine::random_key().map_err(|_error| OpenError::NoRandomness)?;
        Ok(Self { token, code: new_code()?, port: 0 })
    }

    /// Keeps the keys for a restart, readable by the owner alone.
    pub(super) fn keep(&self, folder: &Path) -> Result<(), FileError> {
        let Self { token, code, port } = self.clone();
        let stored = Stored { version: VERSION, port, token, code };
        // A struct of numbers and strings can always be written.
        files::write_atomically(&path(folder), &serde_json::to_vec(&stored).unwrap_or_default())
    }

    /// Whether `token` is the room's. Digests are compared, so that time tells nothing of it.
    pub(super) fn opens(&self, token: &str) -> bool {
        is_same(&self.token, token)
    }

    /// Whether `code` is the room's, however it was typed.
    pub(super) fn is_code(&self, code: &str) -> bool {
        let typed: String = code.chars().filter(char::is_ascii_alphanumeric).take(CODE_LENGTH + 1).collect();
        is_same(&self.code, &typed.to_ascii_uppercase())
    }
}

/// Takes the kept keys away: the room dies with its session.
pub(super) fn forget(folder: &Path) -> Result<(), FileError> {
    let path = path(folder);
    match std::fs::remove_file(&path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(files::at(Operation::Remove, &path)(error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

/// Whether `text` is 128 bits in lower-case hexadecimal.
pub(super) fn is_token(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// The key of the phone that keeps `secret`; `None` when that is not 128 bits in lower-case hexadecimal.
pub(super) fn phone_key(secret: &str) -> Option<PhoneKey> {
    if !is_token(secret) {
        return None;
    }
    let number = u128::from_str_radix(secret, 16).ok()?;
    Some(PhoneKey::of(&number.to_be_bytes()))
}

fn is_same(one: &str, other: &str) -> bool {
    let of = |text: &str| digest::digest(&digest::SHA256, text.as_bytes());
    of(one).as_ref() == of(other).as_ref()
}

fn new_code() -> Result<String, OpenError> {
    let mut code = String::new();
    while code.len() < CODE_LENGTH {
        let key = engine::random_key().map_err(|_error| OpenError::NoRandomness)?;
        for pair in key.as_bytes().chunks(2) {
            let byte = std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok());
            // Bytes beyond the last whole alphabet would make its first signs likelier.
            let sign = byte.filter(|byte| *byte < 242).map(|byte| ALPHABET[usize::from(byte) % ALPHABET.len()]);
            code.extend(sign.filter(|_| code.len() < CODE_LENGTH).map(char::from));
        }
    }
    Ok(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_restarted_room_has_the_same_keys_and_a_closed_one_none() {
        let folder = tempfile::tempdir().unwrap();
        let mut keys = Keys::of(folder.path()).unwrap();
        keys.port = 40_123;
        keys.keep(folder.path()).unwrap();
        assert!(Keys::of(folder.path()).unwrap() == keys);
        forget(folder.path()).unwrap();
        assert!(!layout::room(folder.path()).exists());
        assert!(Keys::of(folder.path()).unwrap().token != keys.token);
        forget(folder.path()).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn the_keys_are_readable_by_their_owner_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        Keys::of(folder.path()).unwrap().keep(folder.path()).unwrap();
        let mode = std::fs::metadata(layout::room(folder.path())).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }

    #[test]
    fn a_code_may_be_typed_in_small_letters_and_with_spaces() {
        let keys = Keys { token: "0".repeat(32), code: "A3C4D7".to_owned(), port: 0 };
        assert!(keys.is_code("a3c 4d7"));
        assert!(keys.is_code("A3C-4D7"));
        assert!(!keys.is_code("A3C4D"));
        assert!(!keys.is_code("A3C4D7A"));
        assert!(!keys.is_code(""));
    }

    #[test]
    fn codes_have_six_signs_that_look_like_no_other() {
        for _ in 0..50 {
            let code = new_code().unwrap();
            assert_eq!(code.len(), 6);
            assert!(code.bytes().all(|sign| ALPHABET.contains(&sign)), "{code}");
        }
    }

    #[test]
    fn a_phone_is_known_by_the_digest_of_its_secret() {
        let secret = "000102030405060708090a0b0c0d0e0f";
        let digest = "be45cb2605bf36bebde684841a28f0fd43c69850a3dce5fedba69928ee3a8991";
        assert_eq!(phone_key(secret), Some(PhoneKey(digest.to_owned())));
        for bad in ["", "00", "000102030405060708090A0B0C0D0E0F", "+00102030405060708090a0b0c0d0e0f"] {
            assert_eq!(phone_key(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_file_that_says_nonsense_is_passed_over() {
        let folder = tempfile::tempdir().unwrap();
        files::write_atomically(&layout::room(folder.path()), br#"{"version":1,"port":1,"token":"x","code":"y"}"#)
            .unwrap();
        assert!(is_token(&Keys::of(folder.path()).unwrap().token));
    }
}
