//! What the commands that sign a register anew share: the register that is read, on what the signature may rest, and the
//! file that is written.

use std::path::Path;
use std::path::PathBuf;

use crate::cli::Context;
use crate::cli::Format;
use crate::cli::Outcome;
use crate::cli::passphrase::KeyArgs;
use crate::cli::verify::trust;
use crate::files::FileError;
use crate::files::read_at_most;
use crate::files::write_atomically;
use crate::files::write_new_atomically;
use crate::i18n::Message;
use crate::i18n::messages::cli as say;
use crate::i18n::messages::register as say_of_files;
use crate::register::identity::Identity;
use crate::register::trust::TrustList;
use crate::register::verify::LARGEST_FILE;

/// The register at `path`.
///
/// # Errors
/// What to tell the person.
fn read_register(path: &Path) -> Result<Vec<u8>, Message> {
    read_at_most(path, LARGEST_FILE)
        .map_err(|error| say_of_files::file_error(error.source.to_string(), error.path.display().to_string()))
}

/// On what the signature may rest, and how the command answers.
#[derive(Debug, clap::Args)]
pub(super) struct SigningArgs {
    /// List of trusted signers; without it, the one in the data folder
    #[arg(long, value_name = "FILE")]
    trust: Option<PathBuf>,
    /// Sign also where nobody has accepted the register's signer here
    #[arg(long)]
    pub(super) unknown_signer: bool,
    /// How to answer
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(super) format: Format,
}

/// What is there before anything is signed.
pub(super) struct ToSign {
    /// The register's file.
    pub(super) register: Vec<u8>,
    /// Whom this computer trusts.
    pub(super) trust: TrustList,
    /// Who signs.
    pub(super) signer: Identity,
}

impl SigningArgs {
    /// Sees to the file to write, reads the register and the trusted signers, and unlocks the key last: nobody types a
    /// passphrase for what cannot be done.
    ///
    /// # Errors
    /// The command's answer.
    pub(super) fn to_sign(
        &self,
        register: &Path,
        key: &KeyArgs,
        out: &OutArgs,
        context: &Context,
    ) -> Result<ToSign, Outcome> {
        let failed = |message| Outcome::failed_with(&message, context.lang);
        out.check().map_err(failed)?;
        let register = read_register(register).map_err(failed)?;
        let trust = trust(self.trust.as_deref(), context).map_err(Outcome::failed)?;
        let signer = key.unlock(context).map_err(failed)?;
        Ok(ToSign { register, trust, signer })
    }
}

/// The file to write: one of its own, unless another is to be replaced.
#[derive(Debug, clap::Args)]
pub(super) struct OutArgs {
    /// The file to write
    #[arg(long, value_name = "FILE")]
    pub(super) out: PathBuf,
    /// Replace the file if it exists
    #[arg(long)]
    overwrite: bool,
}

impl OutArgs {
    /// Refuses a file that exists, unless it may be replaced: before anybody types a passphrase.
    ///
    /// # Errors
    /// What to tell the person.
    fn check(&self) -> Result<(), Message> {
        if !self.overwrite && self.out.symlink_metadata().is_ok() { Err(self.exists()) } else { Ok(()) }
    }

    /// Writes the file whole or not at all.
    ///
    /// # Errors
    /// What to tell the person; nothing was written then.
    pub(super) fn write(&self, bytes: &[u8]) -> Result<(), Message> {
        let written =
            if self.overwrite { write_atomically(&self.out, bytes) } else { write_new_atomically(&self.out, bytes) };
        written.map_err(|error: FileError| match error.source.kind() {
            std::io::ErrorKind::AlreadyExists => self.exists(),
            std::io::ErrorKind::StorageFull => say_of_files::disk_full(error.path.display().to_string()),
            _ => say_of_files::file_error(error.source.to_string(), error.path.display().to_string()),
        })
    }

    fn exists(&self) -> Message {
        say::out_exists(self.out.display().to_string())
    }
}
