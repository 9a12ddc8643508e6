//! Taking a passed course up: a copy of it is kept, so that refreshers need nothing else, and its questions become cards.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use crate::engine::layout;
use crate::engine::read_session;
use crate::files;
use crate::files::CarefulFolder;
use crate::files::DataFolder;
use crate::files::Operation;
use crate::files::create_private_folder;
use crate::i18n::time_zone;
use crate::pack;
use crate::pack::CoursePack;
use crate::profile::Profile;
use crate::quiz::is_right;
use crate::session::Participant;
use crate::session::Place;
use crate::session::State;
use crate::study::refresh::Asked;
use crate::study::refresh::Course;
use crate::study::refresh::Plan;
use crate::study::refresh::RefreshError;
use crate::study::refresh::Store;
use crate::study::refresh::day_of;
use crate::study::refresh::questions;
use crate::study::refresh::store::NewCard;
use crate::text::Id;

/// Most bytes of a file that is copied.
const LARGEST_FILE: u64 = 16 * 1024 * 1024;
/// Most bytes of a stored profile.
const LARGEST_PROFILE: u64 = 4 * 1024 * 1024;

/// The course as refreshers keep it.
#[derive(Clone, Debug)]
pub struct Kept {
    /// The course.
    pub pack: Arc<CoursePack>,
    /// The subscriber's profile.
    pub profile: Arc<Profile>,
    /// The folder of the profile, where its logo lies.
    pub profile_folder: PathBuf,
}

/// Whether who studied alone has passed: the final test, where there is one, and every theme done or credited.
pub fn is_passed(state: &State) -> bool {
    let passed = |learner: &Participant| state.script.pack.final_test.is_none() || learner.has_passed();
    state.learner().is_some_and(passed) && state.themes_left().next().is_none()
}

/// Takes up the course of the passed self-study in the folder `session`. A course that is refreshed already is brought to
/// the content of this one, and keeps its plan and what is remembered.
///
/// # Errors
/// When the session is not passed or cannot be read, or the course cannot be kept.
pub fn enrol(data: &DataFolder, session: &Path, now: Timestamp) -> Result<Course, RefreshError> {
    let snapshot = read_session(session)?;
    let state = &snapshot.state;
    if !is_passed(state) {
        return Err(RefreshError::NotPassed);
    }
    keep(data, state, &layout::profile(session))?;
    let setup = &state.setup;
    let zone = time_zone(&setup.time_zone);
    let course = Course {
        id: setup.course.clone(),
        title: setup.course_title.clone(),
        language: setup.language.clone(),
        revision: setup.course_revision,
        digest: setup.course_digest.clone(),
        enrolled: day_of(now, &zone),
        plan: Plan::default(),
    };
    let cards = |asked: Asked<'_>| {
        let first = first_answer(state, &asked).map(|(at, is_right)| (at, day_of(at, &zone), is_right));
        let digest = pack::question_digest(asked.question);
        NewCard { question: asked.question.id.clone(), digest, theme: asked.theme.id.clone(), first }
    };
    // Who takes a part has had the rest before: it is the whole course that is refreshed.
    let pack = &state.script.pack;
    let whole = match pack.part_of {
        None => Arc::clone(pack),
        Some(_) => Arc::new(
            pack::load_kept(&pack.root, &setup.course_digest)
                .map_err(|_not_kept| RefreshError::CourseChanged { folder: pack.root.clone() })?,
        ),
    };
    let cards: Vec<NewCard> = questions(&whole).map(cards).collect();
    let mut store = Store::open(&Store::path_in(data))?;
    store.take_up(&course, &cards)?;
    sweep(data, &store.courses()?);
    // What was kept of an earlier plan counts.
    Ok(store.course(&course.id)?.unwrap_or(course))
}

/// The first answer that the learner gave in the course, when, and whether it was right.
fn first_answer(state: &State, asked: &Asked<'_>) -> Option<(Timestamp, bool)> {
    let learner = state.learner()?;
    let question = asked.question;
    if asked.step.is_some() {
        let rounds = &state.questions.get(&question.id)?.rounds;
        let (answer, _) = rounds.iter().find_map(|round| round.answers.get(&learner.id))?;
        return Some((first_visit(state, &question.id), is_right(question, answer)));
    }
    let attempts = learner.attempts.iter().filter(|attempt| attempt.void.is_none());
    attempts
        .filter_map(|attempt| Some((attempt.result?.at, attempt.answers.get(&question.id)?)))
        .map(|(at, answer)| (at, is_right(question, answer)))
        .next()
}

fn first_visit(state: &State, step: &Id) -> Timestamp {
    let is_there = |place: &Place| matches!(place, Place::Step(id) if id == step);
    state.visits.iter().find(|visit| is_there(&visit.place)).map_or(state.opened_at, |visit| visit.from)
}

/// Keeps a copy of a session's course and profile in the data folder, so that it may be removed.
///
/// # Errors
/// When it cannot be copied; nothing is left then.
pub fn keep(data: &DataFolder, state: &State, profile_folder: &Path) -> Result<(), RefreshError> {
    let all = kept_courses(data);
    let folder = all.join(&state.setup.course_digest);
    let unfinished = all.join(format!(".new-{}", state.setup.session));
    create_private_folder(&all)?;
    let copied = copy(state, profile_folder, &unfinished).and_then(|()| {
        if folder.exists() {
            // The same course under a profile that may be newer.
            std::fs::remove_dir_all(&folder).map_err(files::at(Operation::Remove, &folder))?;
        }
        std::fs::rename(&unfinished, &folder).map_err(files::at(Operation::Rename, &folder))?;
        Ok(files::sync_folder(&all)?)
    });
    if copied.is_err() {
        // It is of no use, and the first error is the one to tell.
        drop(std::fs::remove_dir_all(&unfinished));
    }
    copied
}

fn copy(state: &State, profile_folder: &Path, to: &Path) -> Result<(), RefreshError> {
    let from = &state.script.pack.root;
    let changed = || RefreshError::CourseChanged { folder: from.clone() };
    let loaded = pack::load(from).map_err(|_report| changed())?;
    if loaded.pack.digest != state.setup.course_digest {
        return Err(changed());
    }
    for file in &loaded.files {
        copy_file(from, file, &to.join("pack"))?;
    }
    let profile = to.join("profile");
    create_private_folder(&profile)?;
    let json = serde_json::to_vec(&*state.script.profile).map_err(|_unwritable| changed())?;
    files::write_atomically(&profile.join("profile.json"), &json)?;
    if let Some(logo) = &state.script.profile.logo {
        copy_file(profile_folder, logo, &profile)?;
    }
    Ok(())
}

fn copy_file(from: &Path, file: &str, to: &Path) -> Result<(), RefreshError> {
    let folder = CarefulFolder::open(from).map_err(files::at(Operation::Read, from))?;
    let refused = |_refused| RefreshError::CourseChanged { folder: from.to_owned() };
    let bytes = folder.read(file, LARGEST_FILE).map_err(refused)?;
    let target = to.join(file);
    create_private_folder(target.parent().unwrap_or(to))?;
    Ok(files::write_atomically(&target, &bytes)?)
}

/// Opens the copy of a course.
///
/// # Errors
/// When it is gone or was changed: the course can be taken up again from its session.
pub fn open_kept(data: &DataFolder, course: &Course) -> Result<Kept, RefreshError> {
    let folder = kept_courses(data).join(&course.digest);
    let changed = || RefreshError::CourseChanged { folder: folder.clone() };
    let pack = pack::load_kept(&folder.join("pack"), &course.digest).map_err(|_not_kept| changed())?;
    let profile_folder = folder.join("profile");
    let bytes = files::read_at_most(&profile_folder.join("profile.json"), LARGEST_PROFILE)?;
    let profile: Profile = serde_json::from_slice(&bytes).map_err(|_unreadable| changed())?;
    Ok(Kept { pack: Arc::new(pack), profile: Arc::new(profile), profile_folder })
}

fn kept_courses(data: &DataFolder) -> PathBuf {
    data.path().join("refresh")
}

/// Takes away copies that no course needs any more.
fn sweep(data: &DataFolder, courses: &[Course]) {
    let needed: BTreeSet<&str> = courses.iter().map(|course| course.digest.as_str()).collect();
    let entries = std::fs::read_dir(kept_courses(data)).into_iter().flatten().flatten();
    for entry in entries {
        if !needed.contains(entry.file_name().to_string_lossy().as_ref()) {
            // It is in nobody's way; the next enrolment tries again.
            drop(std::fs::remove_dir_all(entry.path()));
        }
    }
}
