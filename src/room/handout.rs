//! The handout to take home: made once per language on a thread of its own when it is released, and kept in memory.

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::sync::Weak;
use std::time::Duration;

use axum::body::Bytes;
use tokio::sync::Notify;

use crate::engine::Snapshot;
use crate::engine::layout;
use crate::paper::course::Course;
use crate::room::hub::Hub;
use crate::room::status::Handout;
use crate::session::Script;
use crate::text::LangTag;

/// How long somebody waits for a handout that is being made.
const PATIENCE: Duration = Duration::from_secs(30);

/// The handouts that have been made.
#[derive(Default)]
pub(super) struct Shelf {
    kept: Mutex<Kept>,
    /// Rung when one has been made.
    bell: Notify,
}

#[derive(Default)]
struct Kept {
    is_begun: bool,
    is_done: bool,
    made: BTreeMap<LangTag, Option<Bytes>>,
}

impl Shelf {
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn state(&self) -> Handout {
        let kept = self.kept();
        match (kept.is_begun, kept.is_done) {
            (false, _) => Handout::Held,
            (true, false) => Handout::Making,
            (true, true) if kept.made.values().all(Option::is_some) => Handout::Ready,
            (true, true) => Handout::Failed,
        }
    }

    /// Begins to make the handouts, once.
    pub(super) fn fill(&self, hub: &Arc<Hub>, snapshot: &Snapshot) {
        if std::mem::replace(&mut self.kept().is_begun, true) {
            return;
        }
        let (room, script) = (Arc::downgrade(hub), snapshot.state.script.clone());
        let first = snapshot.state.setup.language.clone();
        let profile_folder = layout::profile(&snapshot.folder);
        let started = std::thread::Builder::new()
            .name("handout".to_owned())
            .spawn(move || make_all(&room, &script, &first, &profile_folder));
        if let Err(error) = started {
            tracing::error!(%error, "no thread for the handout could be started");
            let mut kept = self.kept();
            kept.made.insert(snapshot.state.setup.language.clone(), None);
            kept.is_done = true;
        }
        hub.status_changes();
    }

    /// The handout in this language; waits while it is being made. `None` when there is none.
    pub(super) async fn get(&self, language: &LangTag) -> Option<Bytes> {
        let made = async {
            loop {
                let rung = self.bell.notified();
                let (made, is_done) = {
                    let kept = self.kept();
                    (kept.made.get(language).cloned(), kept.is_done || !kept.is_begun)
                };
                match made {
                    Some(made) => return made,
                    None if is_done => return None,
                    None => rung.await,
                }
            }
        };
        tokio::time::timeout(PATIENCE, made).await.ok().flatten()
    }

    fn put(&self, language: &LangTag, made: Option<Bytes>) {
        self.kept().made.insert(language.clone(), made);
        self.bell.notify_waiters();
    }
}

/// Makes the handout in every language, the room's own first; ends early when the room has closed.
fn make_all(room: &Weak<Hub>, script: &Script, first: &LangTag, profile_folder: &Path) {
    let mut languages: Vec<&LangTag> = script.pack.languages.iter().collect();
    languages.sort_by_key(|language| *language != first);
    for language in languages {
        if room.strong_count() == 0 {
            return;
        }
        let course = Course { pack: &script.pack, profile: &script.profile, profile_folder, language };
        let made = course.handout();
        let Some(hub) = room.upgrade() else { return };
        if let Err(error) = &made {
            tracing::error!(%error, %language, "the handout could not be made");
        }
        hub.shelf.put(language, made.ok().map(Bytes::from));
    }
    if let Some(hub) = room.upgrade() {
        hub.shelf.kept().is_done = true;
        hub.shelf.bell.notify_waiters();
        hub.status_changes();
    }
}

/// The name under which it is saved.
pub(super) fn file_name(course: &str, language: &LangTag) -> PathBuf {
    PathBuf::from(format!("{course}-{language}.pdf"))
}
