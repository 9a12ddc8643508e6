//! Taking up refreshers from a self-study that was really held.

use std::sync::Arc;
use std::sync::LazyLock;

use jiff::SignedDuration;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use perehdytin::clock::SetClock;
use perehdytin::engine::Engine;
use perehdytin::engine::Snapshot;
use perehdytin::engine::read_session;
use perehdytin::files::DataFolder;
use perehdytin::rehearse::Rehearsal;
use perehdytin::rehearse::rehearse;
use perehdytin::session::Form;
use perehdytin::session::Script;
use perehdytin::study::refresh::Answered;
use perehdytin::study::refresh::RefreshError;
use perehdytin::study::refresh::Source;
use perehdytin::study::refresh::Store;
use perehdytin::study::refresh::Sure;
use perehdytin::study::refresh::day_of;
use perehdytin::study::refresh::enrol;
use perehdytin::study::refresh::is_passed;
use perehdytin::study::refresh::open_kept;
use perehdytin::study::refresh::questions;
use perehdytin::study::refresh::taught_on;

use crate::folder_support::copy_folder;
use crate::new_session;
use crate::new_session::{new_study, rehearsal, shipped_course};

fn script() -> Script {
    new_session::script(&shipped_course())
}

/// The shipped course, studied alone and passed in `data`. It is studied once: the others get copies.
pub(crate) fn studied(data: &DataFolder) -> Snapshot {
    static ONCE: LazyLock<(tempfile::TempDir, Arc<Snapshot>)> = LazyLock::new(|| {
        let (folder, data) = self::data();
        let snapshot = study(&data);
        (folder, snapshot)
    });
    let from = &ONCE.1.folder;
    let to = data.sessions().join(from.file_name().unwrap());
    copy_folder(from, &to);
    read_session(&to).unwrap()
}

fn study(data: &DataFolder) -> Arc<Snapshot> {
    let rehearsal = Rehearsal { form: Form::SelfStudy, ..rehearsal(script(), 1, 3) };
    let snapshot = rehearse(data, rehearsal).unwrap();
    assert!(is_passed(&snapshot.state), "the made-up learner did not pass");
    snapshot
}

fn data() -> (tempfile::TempDir, DataFolder) {
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::open(folder.path().join("data")).unwrap();
    (folder, data)
}

/// A Saturday after the made-up learner was done.
fn saturday() -> Timestamp {
    "2026-09-05T09:00:00Z".parse().unwrap()
}

#[test]
fn a_passed_self_study_gives_a_card_for_every_question_and_counts_the_answers_given_in_it() {
    let (_folder, data) = data();
    let snapshot = studied(&data);
    let course = enrol(&data, &snapshot.folder, saturday()).unwrap();
    let store = Store::open(&Store::path_in(&data)).unwrap();
    let cards = store.cards(&course.id).unwrap();
    assert_eq!(cards.len(), questions(&snapshot.state.script.pack).count());
    let log = store.reviews(&course.id).unwrap();
    assert!(log.iter().all(|review| review.source == Source::Course));
    let learner = snapshot.state.learner().unwrap();
    let in_test: usize = learner.attempts.iter().map(|attempt| attempt.answers.len()).max().unwrap_or_default();
    assert!(log.len() > in_test && log.len() < cards.len(), "{} of {}", log.len(), cards.len());
    let first_wrong = log.iter().filter(|review| !review.is_right).count();
    assert!(first_wrong > 0, "what was wrong at first counts as wrong, also when it was put right later");
}

#[test]
fn refreshers_need_nothing_of_the_session_and_taking_up_again_loses_nothing() {
    let (_folder, data) = data();
    let snapshot = studied(&data);
    let course = enrol(&data, &snapshot.folder, saturday()).unwrap();
    let mut store = Store::open(&Store::path_in(&data)).unwrap();
    let first = store.cards(&course.id).unwrap()[0].id;
    let at = saturday() + SignedDuration::from_hours(24 * 3);
    let day = day_of(at, &TimeZone::UTC);
    store.answer(first, &Answered { at, day, is_right: true, sure: Sure::Know, seconds: 9 }).unwrap();
    let before = (store.cards(&course.id).unwrap(), store.reviews(&course.id).unwrap());
    let again = enrol(&data, &snapshot.folder, at).unwrap();
    assert_eq!(again, course, "the day of the first time stands");
    assert_eq!((store.cards(&course.id).unwrap(), store.reviews(&course.id).unwrap()), before);
    std::fs::remove_dir_all(&*snapshot.folder).unwrap();
    let kept = open_kept(&data, &course).unwrap();
    assert_eq!(kept.pack.digest, course.digest);
    assert_eq!(kept.pack.pocket_guide, snapshot.state.script.pack.pocket_guide);
    assert_eq!(kept.profile, snapshot.state.script.profile);
}

#[test]
fn a_course_that_is_not_finished_cannot_be_refreshed() {
    let (_folder, data) = data();
    let new = new_study(script());
    let engine = Engine::create(&data, new, SetClock::new(saturday()), Arc::new(|| ())).unwrap();
    let folder = engine.client().snapshot().folder.to_path_buf();
    drop(engine);
    assert!(matches!(enrol(&data, &folder, saturday()), Err(RefreshError::NotPassed)));
    assert!(!Store::path_in(&data).exists());
}

#[test]
fn a_kept_course_that_was_changed_or_taken_away_is_said_to_be() {
    let (_folder, data) = data();
    let snapshot = studied(&data);
    let course = enrol(&data, &snapshot.folder, saturday()).unwrap();
    let kept = data.path().join("refresh").join(&course.digest);
    let main = kept.join("pack/course.ron");
    let text = std::fs::read_to_string(&main).unwrap();
    std::fs::write(&main, format!("{text} )")).unwrap();
    assert!(matches!(open_kept(&data, &course), Err(RefreshError::CourseChanged { .. })));
    std::fs::remove_dir_all(&kept).unwrap();
    assert!(matches!(open_kept(&data, &course), Err(RefreshError::CourseChanged { .. })));
    enrol(&data, &snapshot.folder, saturday()).unwrap();
    assert!(open_kept(&data, &course).is_ok(), "taking it up again mends it");
}

#[test]
fn every_question_of_the_shipped_course_has_a_slide_to_bring_along() {
    let script = script();
    let without: Vec<_> = questions(&script.pack)
        .filter(|asked| taught_on(&script.pack, *asked).is_none())
        .map(|asked| asked.question.id.to_string())
        .collect();
    assert!(without.is_empty(), "{without:?}");
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_what_a_learner_forgets() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_folder, data) = data();
    let snapshot = studied(&data);
    enrol(&data, &snapshot.folder, saturday()).unwrap();
    let mode = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&Store::path_in(&data)), 0o600);
    assert_eq!(mode(&data.path().join("refresh")), 0o700);
}
