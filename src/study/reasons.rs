//! What an earlier register said of each theme, kept so that it can be told again after a restart.
//!
//! Credits are events of the journal; this only explains: one file in the session's folder, which its owner alone can
//! read.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::engine::layout;
use crate::files;
use crate::files::FileError;
use crate::study::earlier::Earlier;
use crate::study::earlier::Reason;
use crate::text::Id;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 1024 * 1024;
/// The version of the file's format.
const VERSION: u32 = 1;

/// Why each theme is credited or due, as far as an earlier register was looked into.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reasons(BTreeMap<Id, Reason>);

/// The file as it is written.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Stored {
    version: u32,
    themes: BTreeMap<Id, Reason>,
}

impl Reasons {
    /// What was found in the register.
    pub fn of(earlier: &Earlier) -> Self {
        Self(earlier.themes.iter().map(|found| (found.theme.clone(), found.reason)).collect())
    }

    /// Why `theme` is credited or due; `None` where no register said anything of it.
    pub fn on(&self, theme: &Id) -> Option<Reason> {
        self.0.get(theme).copied()
    }

    /// The reasons of the session in `folder`. A file that cannot be read tells none: nothing depends on it.
    pub fn load(folder: &Path) -> Self {
        let stored = || {
            let bytes = files::read_at_most(&layout::reasons(folder), LARGEST).ok()?;
            serde_json::from_slice::<Stored>(&bytes).ok().filter(|stored| stored.version == VERSION)
        };
        Self(stored().map(|stored| stored.themes).unwrap_or_default())
    }

    /// Writes the reasons of the session in `folder`: whole, or not at all.
    ///
    /// # Errors
    /// When the file cannot be written; what stood there before is untouched.
    pub fn save(&self, folder: &Path) -> Result<(), FileError> {
        let path = layout::reasons(folder);
        let stored = Stored { version: VERSION, themes: self.0.clone() };
        let unwritable = |error| files::at(files::Operation::Write, &path)(std::io::Error::other(error));
        let bytes = serde_json::to_vec_pretty(&stored).map_err(unwritable)?;
        files::write_atomically(&path, &bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_told_again_from_the_file_and_a_strange_file_tells_none() {
        let folder = tempfile::tempdir().unwrap();
        let attended_on = "2025-11-23".parse().unwrap();
        let all = [
            Reason::Credited { attended_on },
            Reason::Edited { attended_on },
            Reason::Revised { then: 1, now: 2 },
            Reason::Outdated { then: 2, now: 1 },
            Reason::NotAttended,
            Reason::TooOld { attended_on, months: 24 },
            Reason::New,
        ];
        let themes = all.iter().enumerate().map(|(index, reason)| (Id::from(format!("t{index}").as_str()), *reason));
        let reasons = Reasons(themes.collect());
        assert_eq!(Reasons::load(folder.path()), Reasons::default());
        reasons.save(folder.path()).unwrap();
        assert_eq!(Reasons::load(folder.path()), reasons);
        assert_eq!(reasons.on(&"t4".into()), Some(Reason::NotAttended));
        files::write_atomically(&layout::reasons(folder.path()), b"{\"version\": 9, \"themes\": {}}").unwrap();
        assert_eq!(Reasons::load(folder.path()), Reasons::default());
    }
}
