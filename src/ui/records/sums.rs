//! Imported files, by what became of them.

use crate::records::Became;

/// How many files were taken, known and set aside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Sums {
    /// They are in the records now.
    pub(super) taken: usize,
    /// They were there before.
    pub(super) known: usize,
    /// They were set aside.
    pub(super) aside: usize,
}

impl Sums {
    /// Counts one more.
    pub(super) fn add(&mut self, became: &Became) {
        match became {
            Became::Imported { .. } | Became::Heard { .. } | Became::Older => self.taken += 1,
            Became::Known => self.known += 1,
            Became::Aside(_) => self.aside += 1,
        }
    }
}
