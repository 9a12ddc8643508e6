//! Item analysis: how hard a question was, and whether it told those who know from those who do not.
//!
//! Difficulty is the share of right answers (Crocker and Algina, *Introduction to Classical and
//! Modern Test Theory*, 1986, chapter 14). Discrimination is the corrected item–rest point-biserial
//! correlation: Pearson's r between the item (0 or 1) and the score on the *other* items, so that the
//! item is not correlated with itself (Henrysson, "Correction of item-total correlations in item
//! analysis", *Psychometrika* 28, 1963, 211–218). As papers are drawn, the rest score is the share of
//! right answers among the other questions of the same paper.

use std::collections::BTreeMap;

use crate::text::Id;

/// Fewest answers from which a difficulty is told.
pub const FEWEST_FOR_DIFFICULTY: usize = 5;

/// Fewest answers from which a discrimination is told: below it, chance alone moves r by more than 0.2.
pub const FEWEST_FOR_DISCRIMINATION: usize = 20;

/// How a question of the test bank did.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemStatistics {
    /// The question.
    pub question: Id,
    /// On how many papers it was.
    pub asked: usize,
    /// How many answered it rightly.
    pub correct: usize,
    /// Share of right answers, from 0 (hard) to 1 (easy), where the number of answers allows it.
    pub difficulty: Option<f64>,
    /// Item–rest correlation, from −1 to 1, where the numbers allow it.
    pub discrimination: Option<f64>,
}

/// Analyses graded papers: for each, which of its questions were answered rightly.
pub fn analyse(papers: &[BTreeMap<Id, bool>]) -> Vec<ItemStatistics> {
    let mut items: BTreeMap<&Id, Vec<(bool, Option<f64>)>> = BTreeMap::new();
    for paper in papers {
        let right = paper.values().filter(|right| **right).count();
        let others = paper.len().saturating_sub(1);
        for (question, is_right) in paper {
            let rest = (others > 0).then(|| (right - usize::from(*is_right)) as f64 / others as f64);
            items.entry(question).or_default().push((*is_right, rest));
        }
    }
    items
        .into_iter()
        .map(|(question, answers)| {
            let asked = answers.len();
            let correct = answers.iter().filter(|(right, _)| *right).count();
            ItemStatistics {
                question: question.clone(),
                asked,
                correct,
                difficulty: (asked >= FEWEST_FOR_DIFFICULTY).then(|| correct as f64 / asked as f64),
                discrimination: if asked >= FEWEST_FOR_DISCRIMINATION { point_biserial(&answers) } else { None },
            }
        })
        .collect()
}

/// Pearson's r between a 0/1 item and a score; `None` where either does not vary.
fn point_biserial(answers: &[(bool, Option<f64>)]) -> Option<f64> {
    let pairs: Vec<(f64, f64)> =
        answers.iter().filter_map(|(right, rest)| Some((if *right { 1.0 } else { 0.0 }, (*rest)?))).collect();
    let count = pairs.len() as f64;
    let mean_x = pairs.iter().map(|(x, _)| x).sum::<f64>() / count;
    let mean_y = pairs.iter().map(|(_, y)| y).sum::<f64>() / count;
    let covariance: f64 = pairs.iter().map(|(x, y)| (x - mean_x) * (y - mean_y)).sum();
    let variance_x: f64 = pairs.iter().map(|(x, _)| (x - mean_x).powi(2)).sum();
    let variance_y: f64 = pairs.iter().map(|(_, y)| (y - mean_y).powi(2)).sum();
    let scale = (variance_x * variance_y).sqrt();
    (scale > 1e-9).then(|| covariance / scale)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paper(marks: &str) -> BTreeMap<Id, bool> {
        marks.chars().enumerate().map(|(at, mark)| (Id::from(format!("q{at}").as_str()), mark == '1')).collect()
    }

    #[test]
    fn discrimination_correlates_an_item_with_the_rest_alone() {
        // r of x = 1,1,0,0 (five times over) with the share of the other two: 1, ½, ½, 0.
        let papers: Vec<_> = ["111", "101", "010", "000"].iter().cycle().take(20).map(|marks| paper(marks)).collect();
        let items = analyse(&papers);
        assert_eq!((items[0].asked, items[0].correct), (20, 10));
        assert_eq!(items[0].difficulty, Some(0.5));
        // Sums per four: covariance ½, variances 1 and ½, so r = ½ / √½.
        let expected = 0.5 / 0.5_f64.sqrt();
        assert!((items[0].discrimination.unwrap() - expected).abs() < 1e-12, "{items:?}");
    }

    #[test]
    fn few_answers_tell_neither_difficulty_nor_discrimination() {
        let few: Vec<_> = ["10", "01", "11", "00"].iter().map(|marks| paper(marks)).collect();
        assert!(analyse(&few).iter().all(|item| item.difficulty.is_none() && item.discrimination.is_none()));
        let some: Vec<_> = ["10", "01"].iter().cycle().take(19).map(|marks| paper(marks)).collect();
        assert!(analyse(&some).iter().all(|item| item.difficulty.is_some() && item.discrimination.is_none()));
    }

    #[test]
    fn an_item_that_everybody_answers_rightly_discriminates_nobody() {
        let papers: Vec<_> = ["11", "10"].iter().cycle().take(40).map(|marks| paper(marks)).collect();
        let items = analyse(&papers);
        assert_eq!(items[0].difficulty, Some(1.0));
        assert_eq!(items[0].discrimination, None);
    }
}
