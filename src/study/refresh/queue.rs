//! Choosing what is asked: first what is most likely forgotten, some of what was never asked, and again what went wrong.

use std::cmp::Ordering;

use jiff::civil::Date;

use crate::study::refresh::Card;
use crate::study::refresh::CardId;
use crate::study::refresh::Plan;

/// One share in so many of a sitting is for questions that were never answered, while there are any.
const NEW_SHARE: usize = 3;

/// A sitting of the rhythm: what is left of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sitting {
    /// The questions in the order in which they are asked.
    pub queue: Vec<CardId>,
    /// Questions of this sitting that were answered already.
    pub done: usize,
    /// Of the queue, how many come again because they went wrong today.
    pub again: usize,
}

impl Sitting {
    /// Whether nothing is left.
    pub fn is_over(&self) -> bool {
        self.queue.is_empty()
    }
}

/// What is due by `today`: at most `limit` cards.
///
/// Cards that were answered come first, the one most likely forgotten before the others; a share of the sitting, and what
/// they leave of it, goes to cards that were never answered, in the course's order.
pub fn choose(cards: &[Card], plan: &Plan, today: Date, limit: usize) -> Vec<CardId> {
    if !plan.is_open(today) {
        return Vec::new();
    }
    let mut due: Vec<(f32, &Card)> = cards
        .iter()
        .filter(|card| plan.due(card).is_some_and(|due| due <= today))
        .filter_map(|card| Some((card.retrievability(today)?, card)))
        .collect();
    let by_chance = |a: &(f32, &Card), b: &(f32, &Card)| match a.0.total_cmp(&b.0) {
        Ordering::Equal => a.1.place.cmp(&b.1.place),
        other => other,
    };
    due.sort_unstable_by(by_chance);
    let mut new: Vec<&Card> = cards.iter().filter(|card| card.known.is_none()).collect();
    new.sort_unstable_by_key(|card| card.place);
    let share = new_share(new.len(), plan, today, limit);
    let old = due.len().min(limit - share.min(limit));
    let due = due.into_iter().map(|(_, card)| card.id).take(old);
    let new = new.into_iter().map(|card| card.id);
    due.chain(new).take(limit).collect()
}

/// How many of the never answered are asked in this sitting: a share of it, or as many as must be so that all have been
/// seen before the target.
fn new_share(new: usize, plan: &Plan, today: Date, limit: usize) -> usize {
    let usual = limit.div_ceil(NEW_SHARE);
    let needed = plan.target.map_or(0, |_| {
        let sittings = 1 + std::iter::successors(plan.day_after(today), |day| plan.day_after(*day)).count();
        new.div_ceil(sittings)
    });
    usual.max(needed).min(new).min(limit)
}

/// What is left of the sitting that `today` belongs to.
///
/// `since_enrolled` is the day on which the course was taken up, `answered` how many cards were answered in refreshers
/// since the sitting's day, `limit` how many fit into a sitting. What went wrong today comes again at the end.
pub fn sitting(cards: &[Card], plan: &Plan, (enrolled, today): (Date, Date), answered: usize, limit: usize) -> Sitting {
    let begun = plan.day_up_to(today);
    let left = if begun > enrolled { limit.saturating_sub(answered) } else { 0 };
    let mut queue = choose(cards, plan, today, left);
    let again: Vec<CardId> = wrong_today(cards, today).filter(|id| !queue.contains(id)).collect();
    queue.extend(&again);
    Sitting { queue, done: answered, again: again.len() }
}

/// Cards whose last answer is of today and was wrong.
fn wrong_today(cards: &[Card], today: Date) -> impl Iterator<Item = CardId> {
    let is_wrong = move |card: &&Card| card.known.is_some_and(|known| known.last == today && !known.was_right);
    cards.iter().filter(is_wrong).map(|card| card.id)
}
