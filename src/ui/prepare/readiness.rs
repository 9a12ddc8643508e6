//! Whether this computer is ready: room on the disk, a folder that can be written, a key, a projector.

use std::path::Path;

use crate::files::DataFolder;
use crate::i18n::Message;
use crate::i18n::decimal;
use crate::i18n::messages::desk as say;
use crate::register::identity;
use crate::ui::widgets::Tone;

/// A session with its register takes a few megabytes; a pack may have pictures.
const LEAST_FREE: u64 = 100 * 1024 * 1024;
/// Below this the disk is nearly full, and other programs may fill it during the session.
const COMFORTABLE_FREE: u64 = 1024 * 1024 * 1024;

/// What was found out about this computer; asked off the UI thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readiness {
    /// Free bytes on the disk of the data folder.
    pub free: Result<u64, String>,
    /// Whether a file could be written to the data folder.
    pub writes: Result<(), String>,
    /// The names on the signing keys of this computer.
    pub keys: Result<Vec<String>, String>,
}

impl Readiness {
    /// Asks the operating system. May take a while on a slow disk.
    pub fn ask(data: &DataFolder) -> Self {
        Self {
            free: fs4::available_space(data.path()).map_err(|error| error.to_string()),
            writes: try_to_write(data.path()).map_err(|error| error.to_string()),
            keys: identity::list(&data.identity())
                .map(|cards| cards.into_iter().map(|card| card.name).collect())
                .map_err(|error| error.to_string()),
        }
    }

    /// The plain answers, each with its tone.
    pub fn answers(&self, displays: usize, lang: crate::i18n::Lang) -> Vec<(Tone, Message)> {
        let disk = match &self.free {
            Ok(free) => {
                let tone = match *free {
                    free if free >= COMFORTABLE_FREE => Tone::Good,
                    free if free >= LEAST_FREE => Tone::Caution,
                    _ => Tone::Bad,
                };
                let amount = gigabytes(*free, lang);
                match tone {
                    Tone::Good => (tone, say::disk_good(amount)),
                    Tone::Caution => (tone, say::disk_caution(amount)),
                    _ => (tone, say::disk_bad(amount)),
                }
            }
            Err(reason) => (Tone::Caution, say::disk_unknown(reason.as_str())),
        };
        let mut answers = vec![disk];
        if let Err(reason) = &self.writes {
            answers.push((Tone::Bad, say::folder_not_writable(reason.as_str())));
        }
        answers.push(match &self.keys {
            Ok(names) => match names.first() {
                Some(name) => (Tone::Good, say::key_good(name.as_str())),
                None => (Tone::Caution, say::key_missing()),
            },
            Err(reason) => (Tone::Caution, say::key_unknown(reason.as_str())),
        });
        answers.push(match displays {
            0 => (Tone::Neutral, say::displays_unknown()),
            1 => (Tone::Caution, say::displays_one()),
            more => (Tone::Good, say::displays_several(more)),
        });
        answers
    }

    /// Whether a session can be kept here at all.
    pub fn can_start(&self) -> bool {
        self.writes.is_ok() && self.free.as_ref().map_or(true, |free| *free >= LEAST_FREE)
    }

    /// Whether a key is ready.
    pub fn has_key(&self) -> bool {
        self.keys.as_ref().is_ok_and(|names| !names.is_empty())
    }
}

fn try_to_write(folder: &Path) -> std::io::Result<()> {
    use std::io::Write as _;
    let mut file = tempfile::tempfile_in(folder)?;
    file.write_all(b"can this be written?")?;
    file.sync_all()
}

fn gigabytes(bytes: u64, lang: crate::i18n::Lang) -> String {
    let gigabytes = bytes as f64 / f64::from(1024 * 1024 * 1024);
    decimal(lang, gigabytes, usize::from(gigabytes < 10.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    fn readiness(free: u64, keys: &[&str]) -> Readiness {
        let keys = keys.iter().map(|&key| key.to_owned()).collect();
        Readiness { free: Ok(free), writes: Ok(()), keys: Ok(keys) }
    }

    #[test]
    fn a_full_disk_stands_against_the_start_and_a_missing_key_does_not() {
        let full = readiness(10 * 1024 * 1024, &["Aino"]);
        assert!(!full.can_start());
        assert_eq!(full.answers(2, Lang::Fi)[0].0, Tone::Bad);
        let keyless = readiness(COMFORTABLE_FREE, &[]);
        assert!(keyless.can_start() && !keyless.has_key());
        let tones: Vec<Tone> = keyless.answers(1, Lang::Fi).into_iter().map(|(tone, _)| tone).collect();
        assert_eq!(tones, [Tone::Good, Tone::Caution, Tone::Caution]);
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_told() {
        let mut broken = readiness(COMFORTABLE_FREE, &["Aino"]);
        broken.writes = Err("read-only".to_owned());
        assert!(!broken.can_start());
        assert!(broken.answers(2, Lang::En).contains(&(Tone::Bad, say::folder_not_writable("read-only"))));
    }

    #[test]
    fn this_computer_answers() {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::open(folder.path().join("data")).unwrap();
        let readiness = Readiness::ask(&data);
        assert!(readiness.free.is_ok() && readiness.writes.is_ok());
        assert_eq!(readiness.keys, Ok(Vec::new()));
    }
}
