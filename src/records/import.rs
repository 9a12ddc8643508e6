//! Importing files: checked on all cores, kept, and put into the tables by one writer.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;

use crate::files::FileError;
use crate::records::By;
use crate::records::Reason;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::aside;
use crate::records::begin;
use crate::records::checked;
use crate::records::checked::{Checked, Digests, Found};
use crate::records::database;
use crate::records::error::{in_sqlite, takes_no_more};
use crate::records::feedback::Tie;
use crate::records::gone::Gone;
use crate::records::store;
use crate::records::walk;

/// Most registers that go into the tables in one transaction.
const MOST_AT_ONCE: usize = 32;

/// What to import.
#[derive(Clone, Copy, Debug)]
pub struct Import<'a> {
    /// Files and folders.
    pub paths: &'a [PathBuf],
    /// Whether to take rehearsals as well.
    pub rehearsals: bool,
    /// Who imports.
    pub by: By<'a>,
    /// Set to stop: what was imported until then stays.
    pub cancel: &'a AtomicBool,
}

/// How far an import has come.
#[derive(Clone, Copy, Debug)]
pub struct Progress<'a> {
    /// Files that are done.
    pub done: usize,
    /// All files.
    pub total: usize,
    /// The last one that was done.
    pub last: &'a Taken,
}

/// What came of an import.
#[derive(Debug, Default)]
pub struct Imported {
    /// Each file, in the order in which they were done.
    pub files: Vec<Taken>,
    /// What could not be looked at.
    pub errors: Vec<FileError>,
    /// Files in folders that are plainly neither registers nor feedback files.
    pub passed_over: usize,
    /// Whether it was stopped.
    pub cancelled: bool,
    /// Files that were not looked at any more, because it was stopped or the disk took no more.
    pub left: usize,
}

/// What became of one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Where it lies.
    pub path: PathBuf,
    /// SHA-256 of its bytes.
    pub digest: String,
    /// What became of it.
    pub became: Became,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Became {
    /// It is in the records.
    Imported {
        /// How many people are on it.
        people: usize,
        /// Whether its signer is accepted: if not, it counts once they are.
        accepted: bool,
        /// Whether it took the place of an earlier file of the same session.
        replacing: bool,
    },
    /// It is kept, but a later file of the same session stands.
    Older,
    /// It is a feedback file, and in the records.
    Heard {
        /// How many development items it brought.
        items: usize,
        /// To what it is tied.
        tie: Tie,
    },
    /// It was there already.
    Known,
    /// It was set aside.
    Aside(Reason),
}

impl Records {
    /// Imports files and folders. Each file is imported whole or not at all, whatever happens.
    ///
    /// When the disk takes no more, it ends: that is the last of its errors, and what was imported until then stays.
    ///
    /// # Errors
    /// When the records cannot be written otherwise; what was imported until then stays.
    pub fn import(
        &mut self,
        import: &Import<'_>,
        progress: &mut dyn FnMut(Progress<'_>),
    ) -> Result<Imported, RecordsError> {
        let walk::Found { files, errors, passed_over } = walk::walk(import.paths);
        let mut imported = Imported { errors, passed_over, ..Imported::default() };
        let known = Digests { kept: self.digests()?, gone: self.read(Gone::read)? };
        let root = self.root.clone();
        let (next, full) = (AtomicUsize::new(0), AtomicBool::new(false));
        let threads = std::thread::available_parallelism().map_or(2, usize::from).min(files.len().max(1));
        let (send, receive) = mpsc::sync_channel(threads * 2);
        std::thread::scope(|scope| {
            // It goes when this ends, also by an error: then nobody waits for the writer any more.
            let receive = receive;
            let (files, next, full, known, root) = (&files, &next, &full, &known, &root);
            for number in 0..threads {
                let send = send.clone();
                let work = move || {
                    while let Some(path) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                        if import.cancel.load(Ordering::Relaxed) || full.load(Ordering::Relaxed) {
                            break;
                        }
                        let checked = checked::check(path, root, known, import.rehearsals, import.by.at);
                        if send.send(checked).is_err() {
                            break;
                        }
                    }
                };
                let named = std::thread::Builder::new().name(format!("import {number}"));
                named.spawn_scoped(scope, work).map_err(RecordsError::Thread)?;
            }
            drop(send);
            while let Ok(first) = receive.recv() {
                // Those that are ready go together: one transaction costs one wait for the disk.
                let batch: Vec<_> = std::iter::once(first).chain(receive.try_iter().take(MOST_AT_ONCE - 1)).collect();
                let mut checked = Vec::new();
                for one in batch {
                    match one {
                        Ok(one) => checked.push(one),
                        // The other threads found the same disk full.
                        Err(error) if takes_no_more(&error) && full.swap(true, Ordering::Relaxed) => {}
                        Err(error) => imported.errors.push(error),
                    }
                }
                let taken = match self.take(checked, import.by).map_err(RecordsError::of_disk) {
                    Ok(taken) => taken,
                    Err(Ok(error)) => {
                        if !full.swap(true, Ordering::Relaxed) {
                            imported.errors.push(error);
                        }
                        continue;
                    }
                    Err(Err(error)) => return Err(error),
                };
                for last in taken {
                    let done = imported.files.len() + 1;
                    progress(Progress { done, total: files.len(), last: &last });
                    imported.files.push(last);
                }
            }
            Ok::<(), RecordsError>(())
        })?;
        imported.cancelled = import.cancel.load(Ordering::Relaxed);
        if imported.cancelled || full.load(Ordering::Relaxed) {
            imported.left = files.len() - imported.files.len();
        }
        let is_erased = |file: &Taken| matches!(file.became, Became::Aside(Reason::Erased));
        if imported.files.iter().any(is_erased) {
            // Somebody was erased while their register was checked: its file must not wait for the next check.
            self.clear_leftovers()?;
        }
        Ok(imported)
    }

    /// Puts checked files into the tables in one transaction.
    fn take(&mut self, batch: Vec<Checked>, by: By<'_>) -> Result<Vec<Taken>, RecordsError> {
        let path = database(&self.root);
        let transaction = begin(&mut self.connection).map_err(in_sqlite(&path))?;
        let mut taken = Vec::new();
        let mut welcome = Vec::new();
        for Checked { path: file, digest, found } in batch {
            let heard = if let Found::Heard { bytes, .. } = &found { Some(bytes.clone()) } else { None };
            let became = checked::into_tables(&transaction, &file, &digest, found, by).map_err(in_sqlite(&path))?;
            if !matches!(became, Became::Aside(_)) && aside::forget(&transaction, &digest).map_err(in_sqlite(&path))? {
                welcome.push(digest.clone());
            }
            if let (Some(bytes), Became::Aside(_)) = (heard, &became) {
                // Only beside what is in the tables already could be seen that it may not come in.
                store::put(&store::aside(&self.root, &digest), &bytes)?;
            }
            taken.push(Taken { path: file, digest, became });
        }
        transaction.commit().map_err(in_sqlite(&path))?;
        for digest in welcome {
            // Its copy is of no use any more; one that stays behind does no harm.
            std::fs::remove_file(store::aside(&self.root, &digest)).unwrap_or_default();
        }
        Ok(taken)
    }
}
