//! A real session on disk for tests: the small course, a data folder, an engine with a clock that is set.

use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::SignedDuration;
use jiff::Timestamp;
use perehdytin::clock::Clock;
use perehdytin::clock::SetClock;
use perehdytin::engine::Engine;
use perehdytin::engine::Waker;
use perehdytin::files::DataFolder;
use perehdytin::session::Channel;
use perehdytin::session::Command;
use perehdytin::session::Details;
use perehdytin::session::Signature;

pub(crate) use crate::new_session::{new_session, script};

/// The small course of the tests.
pub(crate) fn small_course() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/pieni")
}

pub(crate) fn nobody() -> Waker {
    Arc::new(|| {})
}

/// 09:00 in Helsinki, and `minutes` more.
pub(crate) fn minute(minutes: i64) -> Timestamp {
    Timestamp::from_second(1_795_417_200).unwrap() + SignedDuration::from_mins(minutes)
}

pub(crate) fn drawn() -> Signature {
    Signature { width: 300, height: 100, strokes: vec![vec![[10, 50], [60, 20], [120, 80]]] }
}

pub(crate) fn sign_in(name: &str) -> Command {
    let details = Details {
        name: name.to_owned(),
        company: "Kaivuu Oy".to_owned(),
        role: "asentaja".to_owned(),
        identifier: None,
    };
    Command::SignIn { details, signature: drawn(), channel: Channel::Desk, phone: None }
}

/// A data folder with one session in it.
pub(crate) struct Bench {
    pub(crate) root: tempfile::TempDir,
    pub(crate) data: DataFolder,
    pub(crate) clock: Arc<SetClock>,
}

pub(crate) fn bench() -> Bench {
    let root = tempfile::tempdir().unwrap();
    let data = DataFolder::open(root.path().join("data")).unwrap();
    Bench { root, data, clock: SetClock::new(minute(0)) }
}

impl Bench {
    pub(crate) fn clock(&self) -> Arc<dyn Clock> {
        Arc::clone(&self.clock) as Arc<dyn Clock>
    }

    pub(crate) fn create(&self) -> Engine {
        let new = new_session(script(&small_course()));
        Engine::create(&self.data, new, self.clock(), nobody()).unwrap()
    }
}
