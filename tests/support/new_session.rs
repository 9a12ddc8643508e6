//! The sessions, self-studies and rehearsals that tests and benchmarks begin; what matters to one, it sets itself.

use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use perehdytin::engine::NewSession;
use perehdytin::engine::Origin;
use perehdytin::pack;
use perehdytin::rehearse::Rehearsal;
use perehdytin::session::Form;
use perehdytin::session::Script;
use perehdytin::text::LangTag;

/// The folder of the course that is shipped.
pub(crate) fn shipped_course() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("courses/laadukas-asiakaspalvelu")
}

/// The course in `folder` with its example profile.
pub(crate) fn script(folder: &Path) -> Script {
    let loaded = pack::load(folder).unwrap_or_else(|report| panic!("{report:?}"));
    let profile = Arc::clone(&loaded.pack.example_profile);
    Script { pack: Arc::new(loaded.pack), profile }
}

/// A session in a room to which anybody may come, held in Finnish.
pub(crate) fn new_session(script: Script) -> NewSession {
    NewSession {
        script,
        profile_folder: None,
        language: LangTag("fi".into()),
        organiser: "Esimerkkilän Energia".to_owned(),
        place: "Kerhotalo".to_owned(),
        trainer: "Taina Tarkka".to_owned(),
        time_zone: "Europe/Helsinki".to_owned(),
        expected: Vec::new(),
        form: Form::Room,
        ground: None,
        themes: Vec::new(),
        origin: Origin::Random,
    }
}

/// A self-study, which has neither a place nor a trainer.
pub(crate) fn new_study(script: Script) -> NewSession {
    NewSession { form: Form::SelfStudy, place: String::new(), trainer: String::new(), ..new_session(script) }
}

/// A rehearsal in a room of so many made-up people without phones, held in Finnish.
pub(crate) fn rehearsal(script: Script, participants: u32, seed: u64) -> Rehearsal {
    Rehearsal {
        script,
        profile_folder: None,
        language: LangTag("fi".into()),
        form: Form::Room,
        themes: Vec::new(),
        people: Vec::new(),
        participants,
        seed,
        with_phones: false,
    }
}
