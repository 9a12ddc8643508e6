//! Creating a session's folder, and resuming from it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::SignedDuration;
use jiff::Timestamp;

use crate::clock::Clock;
use crate::engine::Engine;
use crate::engine::Snapshot;
use crate::engine::StartError;
use crate::engine::Waker;
use crate::engine::layout;
use crate::engine::owner;
use crate::engine::random_bytes;
use crate::engine::random_key;
use crate::files;
use crate::files::CarefulFolder;
use crate::files::DataFolder;
use crate::files::Operation;
use crate::files::create_private_folder;
use crate::journal;
use crate::journal::Fault;
use crate::journal::Journal;
use crate::journal::JournalError;
use crate::journal::Record;
use crate::journal::Stamped;
use crate::pack;
use crate::pack::CoursePack;
use crate::pack::NotKept;
use crate::profile::Profile;
use crate::quiz::Random;
use crate::session::Event;
use crate::session::Expected;
use crate::session::Form;
use crate::session::Ground;
use crate::session::Script;
use crate::session::Setup;
use crate::session::State;
use crate::session::clean_setup;
use crate::session::hex;
use crate::text::{Id, LangTag};

/// Most bytes of a file that is copied into a session.
const LARGEST_FILE: u64 = 16 * 1024 * 1024;
/// Most bytes of a stored profile.
const LARGEST_PROFILE: u64 = 4 * 1024 * 1024;

/// What a new session is to be.
#[derive(Clone, Debug)]
pub struct NewSession {
    /// The course (read from its folder) and the profile.
    pub script: Script,
    /// The folder that the profile's logo is relative to; `None` for the pack's own example profile.
    pub profile_folder: Option<PathBuf>,
    /// The language the room is held in.
    pub language: LangTag,
    /// Who arranges the session.
    pub organiser: String,
    /// Where it is held.
    pub place: String,
    /// Who holds it.
    pub trainer: String,
    /// IANA name of the time zone in which times are written.
    pub time_zone: String,
    /// Who is expected.
    pub expected: Vec<Expected>,
    /// How the course is taken. Alone, the place and the trainer stay empty.
    pub form: Form,
    /// The trainer's own register, where somebody who passed passes the induction on to their team.
    pub ground: Option<Ground>,
    /// The themes to be gone through; empty for the whole course.
    pub themes: Vec<Id>,
    /// Where its identifier and draws come from.
    pub origin: Origin,
}

/// Where a session's identifier and draws come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The operating system's randomness: every real session.
    Random,
    /// A number: a rehearsal, which can be repeated to the byte.
    Rehearsal(u64),
}

impl Engine {
    /// Sets a session up in a folder of its own and starts it.
    ///
    /// # Errors
    /// When something typed cannot be used, or the folder cannot be written; nothing is left then.
    pub fn create(data: &DataFolder, new: NewSession, clock: Arc<dyn Clock>, waker: Waker) -> Result<Self, StartError> {
        let (setup, script, profile_folder) = set_up(new)?;
        let sessions = data.sessions();
        create_private_folder(&sessions)?;
        sweep(&sessions, clock.as_ref());
        let folder = sessions.join(&setup.session);
        let unfinished = sessions.join(format!(".new-{}", setup.session));
        let logo = script.profile.logo.as_deref();
        let logo = logo.map(|file| (profile_folder.as_deref().unwrap_or(&script.pack.root), file));
        let written = write_folder(&unfinished, &setup, &script, logo, clock.as_ref()).and_then(|()| {
            std::fs::rename(&unfinished, &folder).map_err(files::at(Operation::Rename, &folder))?;
            files::sync_folder(&sessions)?;
            Ok(())
        });
        if let Err(error) = written {
            // The folder is of no use, and the first error is the one to tell.
            drop(std::fs::remove_dir_all(&unfinished));
            return Err(error);
        }
        Self::resume(&folder, clock, waker)
    }

    /// Goes on with the session in `folder`, or opens a closed one for its results.
    ///
    /// # Errors
    /// When another process runs it, its journal is broken, or its pack or profile was changed.
    pub fn resume(folder: &Path, clock: Arc<dyn Clock>, waker: Waker) -> Result<Self, StartError> {
        let (journal, record) = Journal::open(&layout::journal(folder))?;
        let (state, last_at) = replay(folder, &record)?;
        owner::start(folder, journal, state, last_at, clock, waker)
    }
}

/// The session in `folder` as its journal has it, without owning it: a closed one for signing or
/// looking at, also while it is open elsewhere.
///
/// # Errors
/// As [`Engine::resume`].
pub fn read_session(folder: &Path) -> Result<Snapshot, StartError> {
    let record = journal::read(&layout::journal(folder))?;
    let (state, _) = replay(folder, &record)?;
    Ok(Snapshot {
        state,
        version: 0,
        journal_length: record.length,
        journal_head: record.head,
        folder: Arc::from(folder),
    })
}

/// The state with which such a session would begin, to ask beforehand what it would refuse; nothing is written.
///
/// # Errors
/// When something typed cannot be used.
pub fn first_state(new: &NewSession, at: Timestamp) -> Result<State, StartError> {
    let (setup, script, _) = set_up(new.clone())?;
    Ok(State::open(script, at, setup))
}

fn rehearsed(seed: u64) -> (String, u64) {
    let mut random = Random::new("perehdytin rehearsal v1", &[&seed.to_le_bytes()]);
    let session = [random.next_u64().to_le_bytes(), random.next_u64().to_le_bytes()].concat();
    (hex(&session), random.next_u64())
}

/// Fills in what the session is about, cleaned.
fn set_up(new: NewSession) -> Result<(Setup, Script, Option<PathBuf>), StartError> {
    let NewSession {
        script,
        profile_folder,
        language,
        organiser,
        place,
        trainer,
        time_zone,
        expected,
        form,
        ground,
        themes,
        origin,
    } = new;
    if !script.pack.languages.contains(&language) {
        return Err(StartError::NoLanguage(language.to_string()));
    }
    let themes = script.pack.chosen(&themes).map_err(|unknown| StartError::NoTheme(unknown.to_string()))?;
    let (session, seed) = match origin {
        Origin::Random => (random_key()?, u64::from_le_bytes(random_bytes()?)),
        Origin::Rehearsal(seed) => rehearsed(seed),
    };
    let setup = Setup {
        session,
        rehearsal: matches!(origin, Origin::Rehearsal(_)),
        course: script.pack.id.clone(),
        course_title: script.profile.fill(&script.pack.title, &language),
        course_revision: script.pack.revision,
        course_digest: script.pack.digest.clone(),
        subscriber: script.profile.name.get(&language).to_owned(),
        language,
        organiser,
        place,
        trainer,
        time_zone,
        identifier: script.profile.identifier,
        seed,
        expected,
        form,
        ground,
        themes,
    };
    Ok((clean_setup(&setup)?, script, profile_folder))
}

/// Takes away what a crash left half made or half removed, once it is an hour old and nobody is still at it.
fn sweep(sessions: &Path, clock: &dyn Clock) {
    let Ok(entries) = std::fs::read_dir(sessions) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name();
        let is_left = name.to_string_lossy().starts_with(".new-") || name.to_string_lossy().starts_with(".removed-");
        let changed = entry.metadata().and_then(|metadata| metadata.modified()).ok();
        let changed = changed.and_then(|changed| Timestamp::try_from(changed).ok());
        let is_old = changed.is_some_and(|changed| clock.now().duration_since(changed) > SignedDuration::from_hours(1));
        if is_left && is_old {
            // It is in nobody's way; the next session tries again.
            drop(std::fs::remove_dir_all(entry.path()));
        }
    }
}

/// Writes everything a session starts from; a resumed session never looks elsewhere.
fn write_folder(
    folder: &Path,
    setup: &Setup,
    script: &Script,
    logo: Option<(&Path, &str)>,
    clock: &dyn Clock,
) -> Result<(), StartError> {
    create_private_folder(folder)?;
    copy_pack(&script.pack.root, &script.pack.digest, &layout::pack(folder))?;
    let profile_folder = layout::profile(folder);
    create_private_folder(&profile_folder)?;
    let profile_path = profile_folder.join("profile.json");
    let profile = serde_json::to_vec_pretty(&*script.profile)
        .map_err(|_unwritable| StartError::BadProfile { path: profile_path.clone() })?;
    files::write_atomically(&profile_path, &profile)?;
    if let Some((from, file)) = logo {
        copy_file(from, file, &profile_folder)?;
    }
    create_private_folder(&layout::out(folder))?;
    let opened = Stamped { at: start_of(clock), clock: None, event: Event::Opened(setup.clone()) };
    Journal::create(&layout::journal(folder), &setup.session, &opened)?;
    Ok(())
}

fn start_of(clock: &dyn Clock) -> Timestamp {
    let now = clock.now();
    Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
}

/// Copies the files of the pack that the check has read, and nothing else that lies in the folder.
fn copy_pack(from: &Path, digest: &str, to: &Path) -> Result<(), StartError> {
    let loaded = pack::load(from).map_err(|_report| StartError::BadPack { folder: from.to_owned() })?;
    for file in &loaded.files {
        copy_file(from, file, to)?;
    }
    // Either may have been changed since the course was chosen.
    if loaded.pack.digest == digest && load_pack(to)?.digest == digest {
        Ok(())
    } else {
        Err(StartError::PackChanged { folder: from.to_owned() })
    }
}

/// Copies one file of a folder; nothing outside of it, and no link, is followed.
fn copy_file(from: &Path, file: &str, to: &Path) -> Result<(), StartError> {
    let not_copied = || StartError::NotCopied { path: from.join(file) };
    let folder = CarefulFolder::open(from).map_err(files::at(Operation::Read, from))?;
    let bytes = folder.read(file, LARGEST_FILE).map_err(|_refused| not_copied())?;
    let target = to.join(file);
    create_private_folder(target.parent().unwrap_or(to))?;
    files::write_atomically(&target, &bytes)?;
    Ok(())
}

fn load_pack(folder: &Path) -> Result<CoursePack, StartError> {
    match pack::load(folder) {
        Ok(loaded) => Ok(loaded.pack),
        Err(_report) => Err(StartError::BadPack { folder: folder.to_owned() }),
    }
}

fn replay(folder: &Path, record: &Record) -> Result<(State, Timestamp), StartError> {
    let (Some((opened_at, setup)), Some(last)) = (record.opening(), record.events.last()) else {
        let (path, fault) = (layout::journal(folder), Fault::OutOfPlace);
        return Err(JournalError::Broken { path, seq: 1, fault }.into());
    };
    let pack_folder = layout::pack(folder);
    let pack = match pack::load_kept(&pack_folder, &setup.course_digest) {
        Ok(pack) => pack,
        Err(NotKept::Unreadable | NotKept::Changed { .. }) => {
            return Err(StartError::PackChanged { folder: pack_folder });
        }
    };
    let profile = kept_profile(&layout::profile_file(folder))?;
    let script = Script { pack: Arc::new(pack), profile: Arc::new(profile) };
    Ok((replay_state(script, opened_at, setup, record), last.at))
}

/// The profile that a session keeps in the file `path`.
///
/// # Errors
/// When it cannot be read.
pub fn kept_profile(path: &Path) -> Result<Profile, StartError> {
    let bytes = files::read_at_most(path, LARGEST_PROFILE)?;
    serde_json::from_slice(&bytes).map_err(|_unreadable| StartError::BadProfile { path: path.to_owned() })
}

/// The state to which the record leads.
pub(super) fn replay_state(script: Script, opened_at: Timestamp, setup: &Setup, record: &Record) -> State {
    let mut state = State::open(script, opened_at, setup.clone());
    for entry in record.events.iter().skip(1) {
        state.apply(entry.at, &entry.event);
    }
    for form in &record.feedback {
        state.apply(opened_at, &Event::FeedbackGiven(form.clone()));
    }
    for address in &record.addresses {
        state.apply(opened_at, &address.event());
    }
    state
}
