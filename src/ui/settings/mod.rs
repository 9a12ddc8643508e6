//! Settings of the person at this computer, and About.

mod mail_ui;
mod screen;

pub use screen::Screen;

use std::thread::JoinHandle;

use crate::files::DataFolder;

/// What the person at this computer has chosen.
#[derive(Clone, Debug, Default, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The program's language.
    pub lang: crate::i18n::Lang,
    /// Light, dark or high contrast.
    pub look: crate::ui::theme::Look,
    /// Size of the trainer's notes in points; 0 means the default.
    pub notes_points: u8,
    /// The trainer's name, offered when a session is prepared.
    pub trainer: String,
    /// The organiser's name, offered when a session is prepared.
    pub organiser: String,
    /// Through which server mail is sent; without its password.
    pub mail: crate::mail::Account,
    /// How phones came last.
    pub phones: Phones,
    /// The folder whose registers are imported as they come.
    pub watching: Watching,
}

/// A folder whose registers are imported as they come.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Watching {
    /// The folder; empty for none.
    pub folder: String,
    /// Who asked for it: in whose name registers are taken.
    pub by: String,
}

/// How phones came last, offered the next time.
#[derive(Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Phones {
    /// The name of the Wi-Fi that the first QR code joins; empty for no such code.
    pub wifi_name: String,
    /// Its password; empty for an open network. The file of the settings is readable by its owner alone.
    pub wifi_password: String,
    /// What the operating system calls the network through which phones came.
    pub interface: String,
    /// The folder's name of the session whose room is open; empty once the trainer has closed the room.
    pub open_for: String,
}

impl std::fmt::Debug for Phones {
    /// Without the password.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Phones")
            .field("interface", &self.interface)
            .field("open_for", &self.open_for)
            .finish_non_exhaustive()
    }
}

/// The largest settings file that is read, in bytes.
const LARGEST: u64 = 64 * 1024;

impl Settings {
    /// The settings kept in the data folder; `None` when there are none or they cannot be read.
    pub fn load(data: &DataFolder) -> Option<Self> {
        let bytes = crate::files::read_at_most(&data.settings(), LARGEST).ok()?;
        serde_json::from_slice(&bytes).ok()
    }

    /// Writes the settings on a thread of its own; the window does not wait for the disk.
    ///
    /// # Errors
    /// What kept the thread from starting, in the operating system's words.
    pub fn save(&self, data: &DataFolder) -> Result<JoinHandle<Result<(), String>>, String> {
        let bytes = serde_json::to_vec_pretty(self).map_err(|error| error.to_string())?;
        let path = data.settings();
        std::thread::Builder::new()
            .name("settings".to_owned())
            .spawn(move || crate::files::write_atomically(&path, &bytes).map_err(|error| error.to_string()))
            .map_err(|error| error.to_string())
    }
}
