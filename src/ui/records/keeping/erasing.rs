//! What is done to one person's data, off the window's thread: writing it out, and erasing it.

use std::path::PathBuf;

use jiff::Timestamp;

use crate::files::DataFolder;
use crate::files::write_atomically;
use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::keeping as say;
use crate::records::By;
use crate::records::Day;
use crate::records::Erased;
use crate::records::Records;
use crate::records::RecordsError;
use crate::register::identity;
use crate::register::identity::Card;
use crate::register::identity::IdentityError;

/// Everything that writing a person's data out needs.
#[derive(Debug)]
pub(super) struct Export {
    pub(super) data: DataFolder,
    pub(super) person: i64,
    pub(super) to: PathBuf,
    pub(super) who: String,
    pub(super) at: Timestamp,
    pub(super) today: Day,
    pub(super) lang: Lang,
}

impl Export {
    /// Writes everything that is held on the person to the file.
    ///
    /// # Errors
    /// When it cannot be read or written.
    pub(super) fn carry_out(&self) -> Result<Message, RecordsError> {
        let by = By { name: &self.who, at: self.at };
        let held = Records::open(&self.data)?.held(self.person, self.today, by)?;
        let is_json = self.to.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
        let written = if is_json { format!("{:#}\n", held.json()) } else { held.text(self.lang) };
        write_atomically(&self.to, written.as_bytes())?;
        Ok(say::exported(self.to.display().to_string()))
    }
}

/// Everything that erasing a person needs.
#[derive(Debug)]
pub(super) struct Order {
    pub(super) data: DataFolder,
    pub(super) person: i64,
    pub(super) card: Card,
    pub(super) passphrase: String,
    pub(super) who: String,
    pub(super) at: Timestamp,
}

/// Why nobody was erased.
#[derive(Debug, thiserror::Error)]
pub(super) enum Failed {
    /// The key could not be opened.
    #[error(transparent)]
    Key(#[from] IdentityError),
    /// The records say why.
    #[error(transparent)]
    Records(#[from] RecordsError),
}

impl Order {
    /// Erases the person.
    ///
    /// # Errors
    /// When the key does not open, or the records cannot be changed: then everything is as it was.
    pub(super) fn carry_out(&self) -> Result<Box<Erased>, Failed> {
        let signer = identity::unlock(&self.card.file, &self.passphrase)?;
        let by = By { name: &self.who, at: self.at };
        Ok(Box::new(Records::open(&self.data)?.erase(self.person, &signer, by)?))
    }
}
