//! The file: what is taken is kept, whatever happens to the process.

use std::path::Path;

use super::{MONDAY, course, day, new_cards, noon, right, store_with, wrong};
use crate::study::refresh::Answered;
use crate::study::refresh::CardId;
use crate::study::refresh::Plan;
use crate::study::refresh::RefreshError;
use crate::study::refresh::Source;
use crate::study::refresh::Store;
use crate::study::refresh::Sure;
use crate::study::refresh::Target;
use crate::study::refresh::Weekdays;
use crate::study::refresh::after;
use crate::study::refresh::store::NewCard;

#[test]
fn an_answer_is_in_the_log_and_its_card_due_again_when_fsrs_says_so() {
    let (_folder, mut store) = store_with(2);
    let first = store.cards(&course().id).unwrap()[0].id;
    let card = store.answer(first, &right(1)).unwrap();
    let known = card.known.unwrap();
    assert_eq!((known.last, known.due), (day(1), day(3)), "a first right answer holds two days");
    assert_eq!((known.answers, known.wrong), (1, 0));
    let later = store.answer(first, &Answered { sure: Sure::Know, ..wrong(3) }).unwrap().known.unwrap();
    assert_eq!((later.answers, later.wrong, later.was_right), (2, 1, false));
    let log = store.reviews(&course().id).unwrap();
    assert_eq!(log.len(), 2);
    assert_eq!(log[1].sure, Some(Sure::Know));
    assert!((log[1].expected.unwrap() - 0.9).abs() < 0.02, "{:?}", log[1].expected);
    assert_eq!(store.cards(&course().id).unwrap()[0].known, Some(later));
}

#[test]
fn first_answers_of_the_course_itself_count() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("refresh.sqlite")).unwrap();
    let mut cards = new_cards(3);
    cards[0].first = Some((noon(0), MONDAY, true));
    cards[1].first = Some((noon(0), MONDAY, false));
    store.take_up(&course(), &cards).unwrap();
    let due: Vec<_> = store.cards(&course().id).unwrap().iter().map(|card| Some(card.known?.due)).collect();
    assert_eq!(due, [Some(day(2)), Some(day(1)), None]);
    let log = store.reviews(&course().id).unwrap();
    assert!(log.iter().all(|review| review.source == Source::Course && review.sure.is_none()));
    assert_eq!(store.answered_since(&course().id, MONDAY).unwrap(), 0, "only refreshers count against a sitting");
}

#[test]
fn a_changed_question_is_a_new_card_and_an_unchanged_one_keeps_what_is_known() {
    let (_folder, mut store) = store_with(3);
    let before = store.cards(&course().id).unwrap();
    store.answer(before[0].id, &right(1)).unwrap();
    store.answer(before[1].id, &right(1)).unwrap();
    let mut cards = new_cards(3);
    cards[1].digest = "f".repeat(64);
    cards.remove(2);
    store.take_up(&course(), &cards).unwrap();
    let now = store.cards(&course().id).unwrap();
    assert_eq!(now.len(), 2);
    assert_eq!(now[0].id, before[0].id);
    assert!(now[0].known.is_some());
    assert_ne!(now[1].id, before[1].id);
    assert!(now[1].known.is_none());
    assert_eq!(store.reviews(&course().id).unwrap().len(), 2, "the log loses nothing");
    // Back to the wording before: what was known of it is known again.
    store.take_up(&course(), &new_cards(3)).unwrap();
    assert!(store.cards(&course().id).unwrap()[1].known.is_some());
}

#[test]
fn the_plan_is_kept_also_when_the_course_is_taken_up_anew() {
    let (_folder, mut store) = store_with(1);
    let target = Some(Target { on: day(90), set_on: MONDAY });
    let plan = Plan { minutes_per_week: 25, days: Weekdays::from_bits(0b1).unwrap(), target };
    store.set_plan(&course().id, &plan).unwrap();
    store.take_up(&course(), &new_cards(2)).unwrap();
    assert_eq!(store.course(&course().id).unwrap().unwrap().plan, plan);
    store.stop(&course().id).unwrap();
    assert!(store.courses().unwrap().is_empty());
}

#[test]
fn the_learner_s_own_pace_is_the_middle_of_their_last_answers() {
    let (_folder, mut store) = store_with(11);
    for card in 1..=11 {
        assert_eq!(store.seconds_per_question(day(9)).unwrap(), 30, "too few to tell");
        let seconds = match card {
            1..=5 => 12,
            6 => 44,
            _ => 100_000,
        };
        store.answer(CardId(card), &Answered { seconds, ..right(1) }).unwrap();
        if card == 9 {
            break;
        }
    }
    for (card, seconds) in [(10, 44), (11, 44)] {
        store.answer(CardId(card), &Answered { seconds, ..right(1) }).unwrap();
    }
    assert_eq!(store.seconds_per_question(day(2)).unwrap(), 44);
    assert_eq!(store.seconds_per_question(day(1)).unwrap(), 30, "a sitting does not change its own length");
}

#[test]
fn a_clock_that_is_put_back_makes_nothing_due_before_it_was_answered() {
    let (_folder, mut store) = store_with(1);
    store.answer(CardId(1), &right(10)).unwrap();
    let known = store.answer(CardId(1), &right(2)).unwrap().known.unwrap();
    assert_eq!(known.last, day(10));
    assert!(known.due > day(10));
}

#[test]
fn a_card_that_is_not_there_is_said_to_be_gone() {
    let (_folder, mut store) = store_with(1);
    assert!(matches!(store.answer(CardId(77), &right(1)), Err(RefreshError::NoCard { .. })));
    assert!(store.reviews(&course().id).unwrap().is_empty());
}

#[cfg(unix)]
#[test]
fn the_file_is_readable_by_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let (folder, mut store) = store_with(1);
    store.answer(CardId(1), &right(1)).unwrap();
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let entry = entry.unwrap();
        assert_eq!(entry.metadata().unwrap().permissions().mode() & 0o777, 0o600, "{:?}", entry.path());
    }
}

/// Copies the file and its log as a killed process leaves them, with the log cut after `length` bytes.
fn left_behind(from: &Path, to: &Path, length: usize) {
    for ending in ["", "-wal"] {
        let name = |path: &Path| std::path::PathBuf::from(format!("{}{ending}", path.display()));
        let bytes = std::fs::read(name(from)).unwrap();
        let kept = if ending.is_empty() { bytes.len() } else { length.min(bytes.len()) };
        crate::files::write_atomically(&name(to), &bytes[..kept]).unwrap();
    }
}

#[test]
fn after_a_kill_every_answer_that_was_taken_is_there() {
    let (folder, mut store) = store_with(10);
    for round in 0..30 {
        store.answer(CardId(1 + i64::from(round % 10)), &right(1 + round)).unwrap();
    }
    let copy = tempfile::tempdir().unwrap();
    left_behind(&folder.path().join("refresh.sqlite"), &copy.path().join("refresh.sqlite"), usize::MAX);
    let found = Store::open(&copy.path().join("refresh.sqlite")).unwrap();
    assert_eq!(found.reviews(&course().id).unwrap(), store.reviews(&course().id).unwrap());
    assert_eq!(found.cards(&course().id).unwrap(), store.cards(&course().id).unwrap());
}

/// Power that fails while a page is written: what is left is the beginning of the log, and every card fits its part of it.
#[test]
fn wherever_the_write_ahead_log_breaks_off_cards_and_log_agree() {
    let (folder, mut store) = store_with(10);
    for round in 0..40 {
        let answered = if round % 3 == 0 { wrong(1 + round) } else { right(1 + round) };
        store.answer(CardId(1 + i64::from(round % 10)), &answered).unwrap();
    }
    let all = store.reviews(&course().id).unwrap();
    let from = folder.path().join("refresh.sqlite");
    let length = std::fs::metadata(format!("{}-wal", from.display())).unwrap().len();
    let length = usize::try_from(length).unwrap();
    let mut lengths = std::collections::BTreeSet::new();
    for cut in 0..60 {
        let copy = tempfile::tempdir().unwrap();
        let to = copy.path().join("refresh.sqlite");
        left_behind(&from, &to, length * cut / 59 + cut % 7);
        let Ok(found) = Store::open(&to) else { panic!("cut {cut}: the file is lost") };
        let log = found.reviews(&course().id).unwrap();
        assert_eq!(log, all[..log.len()], "cut {cut}");
        for card in found.cards(&course().id).unwrap() {
            let last = log.iter().rev().find(|review| review.card == card.id);
            assert_eq!(card.known.map(|known| known.memory), last.map(|review| review.memory), "cut {cut}");
        }
        lengths.insert(log.len());
    }
    assert!(lengths.len() > 10 && lengths.contains(&40), "{lengths:?}");
}

#[test]
fn two_windows_may_answer_at_once() {
    let (folder, mut one) = store_with(2);
    let mut two = Store::open(&folder.path().join("refresh.sqlite")).unwrap();
    for days in 1..20 {
        one.answer(CardId(1), &right(days)).unwrap();
        two.answer(CardId(1), &right(days)).unwrap();
    }
    assert_eq!(one.reviews(&course().id).unwrap().len(), 38);
    assert_eq!(two.cards(&course().id).unwrap()[0].known.unwrap().answers, 38);
}

#[test]
fn the_log_can_be_neither_changed_nor_shortened() {
    let (folder, mut store) = store_with(1);
    store.answer(CardId(1), &right(1)).unwrap();
    let connection = rusqlite::Connection::open(folder.path().join("refresh.sqlite")).unwrap();
    assert!(connection.execute("UPDATE review SET is_right = 0", []).is_err());
    assert!(connection.execute("DELETE FROM review", []).is_err());
}

#[test]
fn a_course_has_room_for_a_thousand_questions() {
    let (_folder, mut store) = store_with(1000);
    let cards: Vec<NewCard> = new_cards(1000);
    store.take_up(&course(), &cards).unwrap();
    assert_eq!(store.cards(&course().id).unwrap().len(), 1000);
    assert_eq!(after(MONDAY, 1), day(1));
}
