//! The packs and profiles to choose from, read and checked.

use std::path::PathBuf;
use std::sync::Arc;

use crate::engine::kept_profile;
use crate::files::DataFolder;
use crate::i18n::messages::desk as say;
use crate::pack;
use crate::pack::CoursePack;
use crate::pack::Report;
use crate::profile;
use crate::profile::Profile;
use crate::ui::prepare::courses;
use crate::ui::work::Handle;

/// A pack that was found, with what its check says.
#[derive(Debug)]
pub(super) struct Course {
    /// Its folder.
    pub(super) folder: PathBuf,
    /// The pack with its warnings, or its mistakes.
    pub(super) loaded: Result<(Arc<CoursePack>, Report), Report>,
}

impl Course {
    /// Whether both are the same course with the same content.
    fn is_same(&self, other: &Self) -> bool {
        match (&self.loaded, &other.loaded) {
            (Ok((one, _)), Ok((two, _))) => (&one.id, &one.digest) == (&two.id, &two.digest),
            _ => false,
        }
    }
}

/// A subscriber's own profile.
#[derive(Debug)]
pub(super) struct OwnProfile {
    /// Its file.
    pub(super) file: PathBuf,
    /// The profile, or its mistakes.
    pub(super) loaded: Result<Arc<Profile>, Report>,
}

/// Everything to choose from.
#[derive(Debug, Default)]
pub(super) struct Library {
    pub(super) courses: Vec<Course>,
    pub(super) profiles: Vec<OwnProfile>,
}

impl Library {
    /// Reads what lies in the usual places, and what was chosen by hand.
    pub(super) fn read(data: &DataFolder, course: Option<&PathBuf>, profile: Option<PathBuf>, handle: &Handle) -> Self {
        let mut folders = courses::find(data);
        folders.extend(course.filter(|chosen| !folders.contains(chosen)).cloned());
        let mut files = courses::profiles(data);
        files.extend(profile.filter(|chosen| !files.contains(chosen)));
        let total = folders.len();
        let mut library = Self::default();
        for (index, folder) in folders.into_iter().enumerate() {
            if handle.is_cancelled() {
                return library;
            }
            handle.report(index as f32 / total as f32, say::reading_pack(folder.display().to_string()));
            let loaded = pack::load(&folder).map(|loaded| (Arc::new(loaded.pack), loaded.report));
            let found = Course { folder, loaded };
            // The same course may lie in several places: it is offered once, where it was chosen.
            match library.courses.iter_mut().find(|known| known.is_same(&found)) {
                Some(known) if course == Some(&found.folder) => *known = found,
                Some(_) => {}
                None => library.courses.push(found),
            }
        }
        for file in files {
            // A session that is passed on keeps its profile in a form of its own; without that there is none to choose.
            let loaded = if file.extension().is_some_and(|ending| ending == "json") {
                let Ok(kept) = kept_profile(&file) else { continue };
                Ok(kept)
            } else {
                profile::load(&file)
            };
            library.profiles.push(OwnProfile { file, loaded: loaded.map(Arc::new) });
        }
        library
    }
}
