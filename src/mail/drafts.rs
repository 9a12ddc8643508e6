//! Drafts: one `.eml` file an address, which mail programs open ready to be sent.

use std::path::Path;
use std::path::PathBuf;

use jiff::Timestamp;

use crate::files;
use crate::files::Operation;
use crate::files::create_private_folder;
use crate::files::write_atomically;
use crate::i18n::messages::mail as say;
use crate::mail::Ledger;
use crate::mail::Letter;
use crate::mail::Material;
use crate::mail::Recipient;
use crate::mail::Standing;
use crate::mail::Trouble;
use crate::mail::letter::Purpose;

/// The longest part of a file's name that a person's name makes, in characters.
const LONGEST_NAME: usize = 60;
/// The most folders of the same name that are tried.
const MOST_FOLDERS: u32 = 1000;

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drafts {
    /// The folder that holds the drafts and nothing else.
    pub folder: PathBuf,
    /// How many there are.
    pub count: usize,
    /// Addresses that no message can go to, each with its people.
    pub left_out: Vec<Recipient>,
}

/// Writes one draft for each of `recipients` into a new folder within `parent`: all of them, or none.
///
/// Nothing that lies there is touched. An address that mail cannot be sent to is left out and told.
///
/// # Errors
/// When a folder or file cannot be written; nothing is left then.
pub fn write_drafts(
    parent: &Path,
    letter: &Letter,
    material: &Material,
    recipients: &[Recipient],
    ledger: PathBuf,
    now: Timestamp,
) -> Result<Drafts, Trouble> {
    let mut ledger = Ledger::load(ledger)?;
    let folder = new_folder(parent, letter)?;
    let written = write_all(&folder, letter, material, recipients, now);
    if written.is_err() {
        // Half the drafts are worse than none, and the first error is the one to tell.
        drop(std::fs::remove_dir_all(&folder));
    }
    let left_out = written?;
    for recipient in recipients.iter().filter(|recipient| !left_out.contains(recipient)) {
        let key = recipient.key();
        if ledger.standing(&key).is_none() {
            ledger.set(&key, Standing::Drafted(now))?;
        }
    }
    Ok(Drafts { folder, count: recipients.len() - left_out.len(), left_out })
}

fn write_all(
    folder: &Path,
    letter: &Letter,
    material: &Material,
    recipients: &[Recipient],
    now: Timestamp,
) -> Result<Vec<Recipient>, Trouble> {
    let mut left_out = Vec::new();
    for (index, recipient) in recipients.iter().enumerate() {
        match letter.message(recipient, material, now, Purpose::Draft) {
            Ok(bytes) => write_atomically(&folder.join(file_name(index + 1, recipient)), &bytes)?,
            Err(Trouble::BadAddress { .. }) => left_out.push(recipient.clone()),
            Err(trouble) => return Err(trouble),
        }
    }
    Ok(left_out)
}

/// A folder of its own for these drafts: a second writing does not overwrite the first.
fn new_folder(parent: &Path, letter: &Letter) -> Result<PathBuf, Trouble> {
    std::fs::create_dir_all(parent).map_err(files::at(Operation::CreateFolder, parent))?;
    let name = say::drafts_folder().text(letter.lang());
    for number in 1..=MOST_FOLDERS {
        let folder = parent.join(if number == 1 { name.clone() } else { format!("{name} {number}") });
        match std::fs::create_dir(&folder) {
            Ok(()) => {
                create_private_folder(&folder)?;
                return Ok(folder);
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(files::at(Operation::CreateFolder, &folder)(error).into()),
        }
    }
    let exists = std::io::Error::from(std::io::ErrorKind::AlreadyExists);
    Err(files::at(Operation::CreateFolder, &parent.join(name))(exists).into())
}

/// `07 Aino Aalto.eml`: a name that every file system takes.
fn file_name(number: usize, recipient: &Recipient) -> String {
    let (_, first) = recipient.people.first().map_or((0, ""), |(id, name)| (id.0, name.as_str()));
    let plain = |letter: char| if letter.is_alphanumeric() || letter == '-' { letter } else { ' ' };
    let name: String = first.chars().map(plain).collect();
    let name: String = name.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST_NAME).collect();
    format!("{number:02} {name}").trim().to_owned() + ".eml"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::ParticipantId;

    #[test]
    fn a_name_makes_a_file_name_whatever_is_in_it() {
        let named = |name: &str| {
            let people = vec![(ParticipantId(1), name.to_owned())];
            file_name(3, &Recipient { address: String::new(), people })
        };
        assert_eq!(named("Äija Mäkelä-Õun"), "03 Äija Mäkelä-Õun.eml");
        assert_eq!(named("../..\\C:\"con\" <x>|?*"), "03 C con x.eml");
        assert_eq!(named("..."), "03.eml");
        assert!(named(&"ä".repeat(400)).len() < 255);
    }
}
