//! A small good pack in a temporary folder, and changes to it.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::path::Path;
use std::path::PathBuf;

use perehdytin::i18n::Lang;
use perehdytin::pack;
use perehdytin::pack::Loaded;
use perehdytin::pack::Report;

/// A change to the good pack.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Edit {
    /// In the file, the first of these words becomes the second.
    Change(&'static str, &'static str, &'static str),
    /// A file with this text comes in addition.
    Add(&'static str, &'static str),
}

/// A pack in a temporary folder.
pub(crate) struct TestPack {
    folder: tempfile::TempDir,
}

impl TestPack {
    /// The small pack without blemish.
    pub(crate) fn good() -> Self {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pack");
        let pack = Self { folder: tempfile::tempdir().unwrap() };
        std::fs::create_dir(pack.path("media")).unwrap();
        for file in ["course.ron", "profile.ron", "ovella.ron", "palaute.ron", "media/kuva.svg"] {
            std::fs::copy(source.join(file), pack.path(file)).unwrap();
        }
        pack
    }

    /// The folder itself.
    pub(crate) fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Where the file `name` stands.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Puts a file into the pack.
    pub(crate) fn put(&self, name: &str, bytes: impl AsRef<[u8]>) -> &Self {
        perehdytin::files::write_for_everyone(&self.path(name), bytes.as_ref()).unwrap();
        self
    }

    /// Changes the first `from` of the file `name` to `to`.
    pub(crate) fn change(&self, name: &str, from: &str, to: &str) -> &Self {
        let text = std::fs::read_to_string(self.path(name)).unwrap();
        assert!(text.contains(from), "{name} does not hold {from}");
        self.put(name, text.replacen(from, to, 1))
    }

    /// Makes the changes.
    pub(crate) fn edit(&self, edits: &[Edit]) -> &Self {
        for edit in edits {
            match *edit {
                Edit::Change(file, from, to) => self.change(file, from, to),
                Edit::Add(file, text) => self.put(file, text),
            };
        }
        self
    }

    /// Loads the pack.
    pub(crate) fn load(&self) -> Result<Loaded, Report> {
        pack::load(self.root())
    }

    /// Everything the check says, whether the pack may be used or not.
    pub(crate) fn report(&self) -> Report {
        match self.load() {
            Ok(loaded) => loaded.report,
            Err(report) => report,
        }
    }

    /// Everything the check says, in words.
    pub(crate) fn says(&self, lang: Lang) -> String {
        self.report().text(lang)
    }

    /// The codes of everything the check says.
    pub(crate) fn codes(&self) -> Vec<&'static str> {
        self.report().diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
    }
}
