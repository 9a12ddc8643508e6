//! A whole session through the real engine with made-up people.
//!
//! Everything follows from the seed: two rehearsals of one course with one seed have the same journal
//! to the byte; with phones, which answer at once, the same people, answers and results. People and companies are plainly made up, and the register says that it is a rehearsal.

mod alone;
mod cast;
mod hand;
mod phones;
mod play;
mod room;
mod test;
mod words;

pub use phones::PhoneError;

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;

use crate::clock::Clock;
use crate::clock::SetClock;
use crate::engine::AskError;
use crate::engine::Engine;
use crate::engine::NewSession;
use crate::engine::Origin;
use crate::engine::Snapshot;
use crate::engine::StartError;
use crate::files::DataFolder;
use crate::i18n::Lang;
use crate::quiz::Random;
use crate::rehearse::cast::Cast;
use crate::rehearse::phones::Phones;
use crate::rehearse::play::Play;
use crate::session::Expected;
use crate::session::Form;
use crate::session::Script;
use crate::text::{Id, LangTag};

/// Most people that take part.
pub const MOST_PARTICIPANTS: u32 = 1000;

/// When every rehearsal is opened, in UTC seconds: 1 September 2026, 8:40 in Helsinki.
const OPENED_AT: i64 = 1_788_241_200;

/// What is rehearsed.
#[derive(Clone, Debug)]
pub struct Rehearsal {
    /// The course (read from its folder) and the profile.
    pub script: Script,
    /// The folder that the profile's logo is relative to; `None` for the pack's own example profile.
    pub profile_folder: Option<PathBuf>,
    /// The language the room is held in.
    pub language: LangTag,
    /// Held in a room, or studied alone by one made-up learner.
    pub form: Form,
    /// The themes that are gone through; empty for the whole course.
    pub themes: Vec<Id>,
    /// Who comes, of an assignment; empty for made-up people.
    pub people: Vec<Expected>,
    /// How many people's rows stand at the end, from 1 to [`MOST_PARTICIPANTS`]; alone, it is one.
    pub participants: u32,
    /// From which everything follows.
    pub seed: u64,
    /// Whether most of them come in with phones of their own: real `WebSocket`s to the real room, on loopback.
    pub with_phones: bool,
}

/// Why a rehearsal could not be held.
#[derive(Debug, thiserror::Error)]
pub enum RehearseError {
    /// Its session could not be started.
    #[error(transparent)]
    Start(#[from] StartError),
    /// Something that it asked for did not happen.
    #[error(transparent)]
    Ask(#[from] AskError),
    /// A phone did not get done what it was to do.
    #[error(transparent)]
    Phone(#[from] PhoneError),
}

/// Holds a whole session, or a self-study, in the data folder and closes it; its folder is in the snapshot.
///
/// # Errors
/// When the session could not be started or its journal not be written.
pub fn rehearse(data: &DataFolder, rehearsal: Rehearsal) -> Result<Arc<Snapshot>, RehearseError> {
    let Rehearsal { script, profile_folder, language, form, themes, people, participants, seed, with_phones } =
        rehearsal;
    let is_room = form.is_room();
    let mut random = Random::new("perehdytin rehearsal play v1", &[&seed.to_le_bytes()]);
    let lang = if language.as_str() == Lang::En.tag() { Lang::En } else { Lang::Fi };
    let words = words::of(lang);
    let count = if is_room { participants.clamp(1, MOST_PARTICIPANTS) } else { 1 };
    let mut cast = Cast::new(if people.is_empty() { count } else { 0 }, script.profile.identifier, lang, &mut random);
    if !people.is_empty() {
        cast.assigned(people.into_iter().take(if is_room { MOST_PARTICIPANTS as usize } else { 1 }), &mut random);
    }
    let start = Timestamp::from_second(OPENED_AT).unwrap_or_default();
    let clock = SetClock::new(start);
    let new = NewSession {
        organiser: script.profile.name.get(&language).to_owned(),
        place: words.place.to_owned(),
        trainer: words.trainer.to_owned(),
        time_zone: "Europe/Helsinki".to_owned(),
        expected: if is_room { cast.expected() } else { Vec::new() },
        form,
        ground: None,
        themes,
        origin: Origin::Rehearsal(seed),
        script,
        profile_folder,
        language,
    };
    let engine = Engine::create(data, new, Arc::clone(&clock) as Arc<dyn Clock>, Arc::new(|| {}))?;
    let phones = if with_phones && is_room { Some(Phones::new(engine.client(), lang.tag())?) } else { None };
    let mut play = Play::new(engine.client(), clock, start, random, cast, words, phones);
    if is_room { play.whole_session() } else { play.self_study() }?;
    drop(play);
    Ok(engine.client().snapshot())
}
