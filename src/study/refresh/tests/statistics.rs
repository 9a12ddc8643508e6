//! What helps to see.

use super::{course, day, right, store_with, wrong};
use crate::study::refresh::Answered;
use crate::study::refresh::CardId;
use crate::study::refresh::Statistics;
use crate::study::refresh::Store;
use crate::study::refresh::Sure;
use crate::study::refresh::statistics;

fn of(store: &Store, days: u32) -> Statistics {
    let id = course().id;
    statistics(&store.cards(&id).unwrap(), &store.reviews(&id).unwrap(), day(days))
}

#[test]
fn before_the_first_answer_there_is_nothing_to_tell() {
    let (_folder, store) = store_with(4);
    let told = of(&store, 3);
    assert_eq!((told.answers, told.forgotten.len(), told.retention.known.len()), (0, 0, 0));
    assert_eq!(told.themes.iter().map(|theme| theme.cards).collect::<Vec<_>>(), [2, 2]);
    assert!(told.themes.iter().all(|theme| theme.known.is_none()));
}

#[test]
fn what_is_forgotten_again_and_again_comes_first() {
    let (_folder, mut store) = store_with(4);
    for days in [1, 3, 5] {
        store.answer(CardId(2), &wrong(days)).unwrap();
        store.answer(CardId(1), &right(days)).unwrap();
    }
    store.answer(CardId(3), &Answered { sure: Sure::Know, ..wrong(5) }).unwrap();
    let told = of(&store, 6);
    let worst: Vec<_> = told.forgotten.iter().map(|card| (card.card.0, card.wrong, card.answers)).collect();
    assert_eq!(worst, [(2, 3, 3), (3, 1, 1)]);
    assert_eq!((told.answers, told.right, told.sure_but_wrong), (7, 3, 1));
    assert_eq!((told.themes[0].answers, told.themes[0].right), (4, 3));
    assert_eq!((told.themes[1].answers, told.themes[1].right), (3, 0));
}

#[test]
fn an_answer_again_on_the_same_day_tells_nothing_of_what_was_remembered() {
    let (_folder, mut store) = store_with(1);
    store.answer(CardId(1), &wrong(1)).unwrap();
    store.answer(CardId(1), &right(1)).unwrap();
    let told = of(&store, 1);
    assert_eq!((told.answers, told.right), (1, 0));
}

#[test]
fn weeks_begin_on_mondays_and_tell_what_was_expected() {
    let (_folder, mut store) = store_with(2);
    store.answer(CardId(1), &right(1)).unwrap();
    store.answer(CardId(1), &right(3)).unwrap();
    store.answer(CardId(2), &wrong(8)).unwrap();
    let weeks = of(&store, 9).retention.weeks;
    assert_eq!(
        weeks.iter().map(|week| (week.from, week.answers, week.right)).collect::<Vec<_>>(),
        [(day(0), 2, 2), (day(7), 1, 0)]
    );
    assert!((weeks[0].expected - 0.91).abs() < 0.02, "{}", weeks[0].expected);
}

#[test]
fn what_is_known_falls_with_time_and_rises_with_every_right_answer() {
    let (_folder, mut store) = store_with(1);
    store.answer(CardId(1), &right(0)).unwrap();
    let falling = of(&store, 30).retention.known;
    assert_eq!(falling.first().unwrap().0, day(0));
    assert_eq!(falling.last().unwrap().0, day(30));
    assert!(falling.windows(2).all(|pair| pair[0].1 > pair[1].1), "{falling:?}");
    store.answer(CardId(1), &right(30)).unwrap();
    assert!((of(&store, 30).retention.known.last().unwrap().1 - 1.0).abs() < 1e-6);
}
