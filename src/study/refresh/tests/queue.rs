//! What is asked first.

use super::{MONDAY, day, known, unknown};
use crate::study::refresh::Card;
use crate::study::refresh::CardId;
use crate::study::refresh::Plan;
use crate::study::refresh::choose;
use crate::study::refresh::sitting;

fn ids(cards: &[CardId]) -> Vec<i64> {
    cards.iter().map(|card| card.0).collect()
}

#[test]
fn what_is_most_likely_forgotten_comes_first_and_what_is_not_due_not_at_all() {
    let cards = [known(1, 0, 10), known(2, 0, 2), known(3, 0, 5), known(4, 0, 40)];
    let chosen = choose(&cards, &Plan::default(), day(12), 10);
    assert_eq!(ids(&chosen), [2, 3, 1]);
}

#[test]
fn a_share_of_the_sitting_goes_to_questions_never_answered_in_the_course_s_order() {
    let mut cards: Vec<Card> = (1..=6).map(|id| known(id, 0, 3)).collect();
    cards.extend([unknown(9), unknown(8), unknown(7)]);
    let chosen = ids(&choose(&cards, &Plan::default(), day(10), 6));
    assert_eq!(chosen.iter().filter(|id| **id <= 6).count(), 4);
    assert_eq!(chosen[4..], [7, 8]);
}

#[test]
fn where_little_is_due_new_questions_fill_the_sitting() {
    let cards = [known(1, 0, 3), unknown(2), unknown(3), unknown(4)];
    assert_eq!(ids(&choose(&cards, &Plan::default(), day(10), 3)), [1, 2, 3]);
}

#[test]
fn a_sitting_waits_for_its_day_and_stays_open_until_it_is_held() {
    let cards: Vec<Card> = (1..=5).map(unknown).collect();
    let left = |today, answered| sitting(&cards, &Plan::default(), (MONDAY, today), answered, 3).queue.len();
    assert_eq!(left(MONDAY, 0), 0, "the course was passed today");
    assert_eq!(left(day(1), 0), 3, "Tuesday");
    assert_eq!(left(day(2), 0), 3, "Wednesday, and Tuesday was missed");
    assert_eq!(left(day(2), 3), 0, "Wednesday, and Tuesday was held");
    assert_eq!(left(day(1), 2), 1, "in the middle of it");
}

#[test]
fn what_went_wrong_today_comes_again_at_the_end_of_the_sitting() {
    let mut cards: Vec<Card> = (1..=3).map(unknown).collect();
    let mut lapsed = known(4, 1, 1);
    lapsed.known.as_mut().unwrap().was_right = false;
    cards.push(lapsed);
    let today = sitting(&cards, &Plan::default(), (MONDAY, day(1)), 1, 3);
    assert_eq!(ids(&today.queue), [1, 2, 4]);
    assert_eq!((today.done, today.again), (1, 1));
    let tomorrow = sitting(&cards, &Plan::default(), (MONDAY, day(2)), 1, 3);
    assert_eq!(ids(&tomorrow.queue), [4, 1], "the next day it is due as any other");
}
