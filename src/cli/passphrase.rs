//! Where a passphrase comes from: the terminal, a file, or standard input. Never an argument, which others could see.

use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::cli::Context;
use crate::files::FileError;
use crate::files::Operation;
use crate::files::at;
use crate::files::read_at_most;
use crate::i18n::Message;
use crate::i18n::messages::cli as say;
use crate::i18n::messages::register as say_of_files;
use crate::register::identity;
use crate::register::identity::Identity;

/// Largest file that holds a passphrase, in bytes.
const LARGEST: u64 = 64 * 1024;

/// Which key signs, and where its passphrase comes from.
#[derive(Debug, clap::Args)]
pub(super) struct KeyArgs {
    /// Signing key, as a PKCS#12 file
    #[arg(long, value_name = "FILE")]
    identity: PathBuf,
    /// File whose first line is the passphrase, or - for standard input; without it, the terminal asks
    #[arg(long, value_name = "FILE")]
    passphrase_file: Option<PathBuf>,
}

impl KeyArgs {
    /// Opens the key.
    ///
    /// # Errors
    /// What to tell the person when there is no passphrase, or it opens nothing.
    pub(super) fn unlock(&self, context: &Context) -> Result<Identity, Message> {
        opened(&self.identity, self.passphrase_file.as_deref(), context)
    }
}

/// A key that need not be given.
#[derive(Debug, clap::Args)]
pub(super) struct MaybeKeyArgs {
    /// Signing key, as a PKCS#12 file; without it, nothing is signed
    #[arg(long, value_name = "FILE")]
    identity: Option<PathBuf>,
    /// File whose first line is the passphrase, or - for standard input; without it, the terminal asks
    #[arg(long, value_name = "FILE", requires = "identity")]
    passphrase_file: Option<PathBuf>,
}

impl MaybeKeyArgs {
    /// Opens the key; `None` when none was given.
    ///
    /// # Errors
    /// What to tell the person when there is no passphrase, or it opens nothing.
    pub(super) fn unlock(&self, context: &Context) -> Option<Result<Identity, Message>> {
        self.identity.as_deref().map(|identity| opened(identity, self.passphrase_file.as_deref(), context))
    }
}

fn opened(identity: &Path, passphrase_file: Option<&Path>, context: &Context) -> Result<Identity, Message> {
    if !identity.exists() {
        let reason = std::io::Error::from(std::io::ErrorKind::NotFound);
        return Err(say_of_files::file_error(reason.to_string(), identity.display().to_string()));
    }
    let passphrase = match passphrase_file {
        Some(file) => first_line(file)?,
        None => asked(&format!("{} ", say::passphrase_prompt(identity.display().to_string()).text(context.lang)))?,
    };
    identity::unlock(identity, &passphrase).map_err(|error| error.message())
}

/// The first line of a file, or of standard input.
fn first_line(file: &Path) -> Result<String, Message> {
    let read = if file == Path::new("-") {
        let mut bytes = Vec::new();
        let input = std::io::stdin().lock();
        input.take(LARGEST).read_to_end(&mut bytes).map(|_length| bytes).map_err(at(Operation::Read, file))
    } else {
        read_at_most(file, LARGEST)
    };
    let in_words =
        |error: &FileError| say_of_files::file_error(error.source.to_string(), error.path.display().to_string());
    let bytes = read.map_err(|error| in_words(&error))?;
    let line = bytes.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    std::str::from_utf8(line).map(str::to_owned).map_err(|_text| say::passphrase_not_text(file.display().to_string()))
}

/// Asks at the terminal, which does not show what is typed.
#[cfg(unix)]
fn asked(question: &str) -> Result<String, Message> {
    use std::io::{BufRead as _, BufReader, Write as _};

    use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};

    /// Shows again what is typed, however the asking ends.
    struct Echo<'a>(&'a std::fs::File, Termios);

    impl Drop for Echo<'_> {
        fn drop(&mut self) {
            // A terminal that is gone shows nothing anyway.
            tcsetattr(self.0, OptionalActions::Now, &self.1).unwrap_or_default();
        }
    }

    let no_terminal = |_error| say::passphrase_no_terminal();
    let terminal = std::fs::File::options().read(true).write(true).open("/dev/tty").map_err(no_terminal)?;
    let before = tcgetattr(&terminal).map_err(|_error| say::passphrase_no_terminal())?;
    let mut silent = before.clone();
    silent.local_modes.remove(LocalModes::ECHO);
    let mut line = String::new();
    {
        let _echo = Echo(&terminal, before);
        tcsetattr(&terminal, OptionalActions::Flush, &silent).map_err(|_error| say::passphrase_no_terminal())?;
        (&terminal).write_all(question.as_bytes()).map_err(no_terminal)?;
        BufReader::new(&terminal).read_line(&mut line).map_err(no_terminal)?;
    }
    (&terminal).write_all(b"\n").map_err(no_terminal)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

/// There is no way here to ask without showing what is typed.
#[cfg(not(unix))]
fn asked(_question: &str) -> Result<String, Message> {
    Err(say::passphrase_no_terminal())
}
