//! The sittings ahead, as they will be if every question is answered rightly: for the calendar and the next date.

use jiff::civil::Date;

use crate::study::refresh::Card;
use crate::study::refresh::Plan;
use crate::study::refresh::Rating;
use crate::study::refresh::Scheduler;
use crate::study::refresh::after;
use crate::study::refresh::card::Known;
use crate::study::refresh::choose;
use crate::study::refresh::days_between;

/// How far is looked ahead where there is no target, in days.
const HORIZON: u32 = 182;

/// A sitting ahead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The day.
    pub on: Date,
    /// How many questions there will be.
    pub questions: usize,
}

/// The sittings ahead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forecast {
    /// Those in which something is asked.
    pub sittings: Vec<Planned>,
    /// Questions that would not be asked at all before the target: the minutes a week are too few.
    pub unseen: usize,
}

/// The sittings after `today`, up to the target or for half a year, with at most `limit` questions each.
pub fn forecast(cards: &[Card], plan: &Plan, today: Date, limit: usize) -> Forecast {
    let scheduler = Scheduler::default();
    let mut cards = cards.to_vec();
    let horizon = after(today, HORIZON);
    let mut sittings = Vec::new();
    let mut next = plan.day_after(today);
    while let Some(day) = next.filter(|day| plan.target.is_some() || *day <= horizon) {
        let asked = choose(&cards, plan, day, limit);
        for card in cards.iter_mut().filter(|card| asked.contains(&card.id)) {
            answer_rightly(card, day, &scheduler);
        }
        if !asked.is_empty() {
            sittings.push(Planned { on: day, questions: asked.len() });
        }
        next = plan.day_after(day);
    }
    let unseen = plan.target.map_or(0, |_| cards.iter().filter(|card| card.known.is_none()).count());
    Forecast { sittings, unseen }
}

fn answer_rightly(card: &mut Card, day: Date, scheduler: &Scheduler) {
    let days = card.known.map_or(0, |known| days_between(known.last, day));
    let Some(learned) = scheduler.learn(card.known.map(|known| known.memory), days, Rating::Good) else { return };
    let (answers, wrong) = card.known.map_or((0, 0), |known| (known.answers, known.wrong));
    let due = after(day, learned.interval);
    card.known = Some(Known { memory: learned.memory, last: day, due, answers: answers + 1, wrong, was_right: true });
}
