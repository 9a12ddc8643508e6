//! What helps: what is forgotten again and again, how much is known, and how that has gone over time.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::study::refresh::Card;
use crate::study::refresh::CardId;
use crate::study::refresh::Memory;
use crate::study::refresh::Review;
use crate::study::refresh::Source;
use crate::study::refresh::Sure;
use crate::study::refresh::after;
use crate::study::refresh::days_between;
use crate::text::Id;

/// Statistics of one course. Answers are the refreshers' own, of each question the first on each day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statistics {
    /// Answers.
    pub answers: u32,
    /// Right ones.
    pub right: u32,
    /// Wrong ones that the learner was sure of: what they would do wrong at the customer's without a thought.
    pub sure_but_wrong: u32,
    /// By theme, in the course's order.
    pub themes: Vec<OfTheme>,
    /// Questions that went wrong, the worst first.
    pub forgotten: Vec<Forgotten>,
    /// Over time.
    pub retention: Retention,
}

/// A theme's part.
#[derive(Clone, Debug, PartialEq)]
pub struct OfTheme {
    /// The theme.
    pub theme: Id,
    /// Its questions.
    pub cards: u32,
    /// Answers.
    pub answers: u32,
    /// Right ones.
    pub right: u32,
    /// The mean chance of knowing its answered questions today; `None` while none is answered.
    pub known: Option<f32>,
}

/// A question that went wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Forgotten {
    /// Its card.
    pub card: CardId,
    /// The question.
    pub question: Id,
    /// The digest of its content.
    pub digest: String,
    /// Its theme.
    pub theme: Id,
    /// Answers.
    pub answers: u32,
    /// Wrong ones.
    pub wrong: u32,
    /// Wrong ones that the learner was sure of.
    pub sure_but_wrong: u32,
}

/// Retention over time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Retention {
    /// By week, beginning on Mondays; weeks without answers are left out.
    pub weeks: Vec<Week>,
    /// The mean chance of knowing the answered questions, week by week from the first answer to today.
    pub known: Vec<(Date, f32)>,
}

/// A week's answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Week {
    /// Its Monday.
    pub from: Date,
    /// Answers.
    pub answers: u32,
    /// Right ones.
    pub right: u32,
    /// The share that was expected to be right.
    pub expected: f32,
}

/// The statistics of a course on `today`; `cards` are those asked now, `reviews` the whole log in its order.
pub fn statistics(cards: &[Card], reviews: &[Review], today: Date) -> Statistics {
    let mut seen = BTreeSet::new();
    let counted: Vec<&Review> = reviews
        .iter()
        .filter(|review| review.source == Source::Refresher && seen.insert((review.card, review.day)))
        .collect();
    let mut by_card: BTreeMap<CardId, Vec<&Review>> = BTreeMap::new();
    for review in &counted {
        by_card.entry(review.card).or_default().push(review);
    }
    let of = |card: &Card| by_card.get(&card.id).map_or(&[][..], Vec::as_slice);
    let mut forgotten: Vec<Forgotten> = cards
        .iter()
        .map(|card| Forgotten {
            card: card.id,
            question: card.question.clone(),
            digest: card.digest.clone(),
            theme: card.theme.clone(),
            answers: count(of(card)),
            wrong: count(of(card).iter().filter(|review| !review.is_right)),
            sure_but_wrong: count(of(card).iter().filter(|review| is_sure_but_wrong(review))),
        })
        .filter(|forgotten| forgotten.wrong > 0)
        .collect();
    forgotten.sort_by(|a, b| (b.wrong, b.sure_but_wrong, a.answers).cmp(&(a.wrong, a.sure_but_wrong, b.answers)));
    Statistics {
        answers: count(&counted),
        right: count(counted.iter().filter(|review| review.is_right)),
        sure_but_wrong: count(counted.iter().filter(|review| is_sure_but_wrong(review))),
        themes: themes(cards, &of, today),
        forgotten,
        retention: Retention { weeks: weeks(&counted), known: known(cards, reviews, today) },
    }
}

fn is_sure_but_wrong(review: &Review) -> bool {
    !review.is_right && review.sure == Some(Sure::Know)
}

fn count<T>(items: impl IntoIterator<Item = T>) -> u32 {
    u32::try_from(items.into_iter().count()).unwrap_or(u32::MAX)
}

fn themes<'r>(cards: &[Card], of: &dyn Fn(&Card) -> &'r [&'r Review], today: Date) -> Vec<OfTheme> {
    let mut themes: Vec<OfTheme> = Vec::new();
    let mut chances: Vec<Vec<f32>> = Vec::new();
    for card in cards {
        let index = themes.iter().position(|theme| theme.theme == card.theme).unwrap_or_else(|| {
            themes.push(OfTheme { theme: card.theme.clone(), cards: 0, answers: 0, right: 0, known: None });
            chances.push(Vec::new());
            themes.len() - 1
        });
        let theme = &mut themes[index];
        theme.cards += 1;
        theme.answers += count(of(card));
        theme.right += count(of(card).iter().filter(|review| review.is_right));
        chances[index].extend(card.retrievability(today));
    }
    for (theme, chances) in themes.iter_mut().zip(&chances) {
        theme.known = mean(chances);
    }
    themes
}

fn mean(values: &[f32]) -> Option<f32> {
    (!values.is_empty()).then(|| values.iter().sum::<f32>() / values.len() as f32)
}

fn weeks(counted: &[&Review]) -> Vec<Week> {
    let mut weeks: BTreeMap<Date, (u32, u32, Vec<f32>)> = BTreeMap::new();
    for review in counted {
        let back = jiff::SignedDuration::from_hours(24 * i64::from(review.day.weekday().to_monday_zero_offset()));
        let week = weeks.entry(review.day.saturating_sub(back)).or_default();
        week.0 += 1;
        week.1 += u32::from(review.is_right);
        week.2.extend(review.expected);
    }
    let week = |(from, (answers, right, expected)): (Date, (u32, u32, Vec<f32>))| Week {
        from,
        answers,
        right,
        expected: mean(&expected).unwrap_or(0.0),
    };
    weeks.into_iter().map(week).collect()
}

/// Samples by the week, the last of them today.
fn known(cards: &[Card], reviews: &[Review], today: Date) -> Vec<(Date, f32)> {
    let active: BTreeSet<CardId> = cards.iter().map(|card| card.id).collect();
    let mut log: Vec<&Review> =
        reviews.iter().filter(|review| active.contains(&review.card) && review.day <= today).collect();
    log.sort_by_key(|review| review.day);
    let Some(first) = log.first().map(|review| review.day) else { return Vec::new() };
    let weeks = days_between(first, today) / 7;
    let mut days: Vec<Date> = (0..=weeks).map(|week| after(first, week * 7)).collect();
    if days.last() != Some(&today) {
        days.push(today);
    }
    let mut memories: BTreeMap<CardId, (Date, Memory)> = BTreeMap::new();
    let mut log = log.into_iter().peekable();
    let mut samples = Vec::new();
    for day in days {
        while let Some(review) = log.next_if(|review| review.day <= day) {
            memories.insert(review.card, (review.day, review.memory));
        }
        let chances: Vec<f32> =
            memories.values().map(|(last, memory)| memory.retrievability(days_between(*last, day))).collect();
        samples.extend(mean(&chances).map(|mean| (day, mean)));
    }
    samples
}
