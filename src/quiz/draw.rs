//! Drawing the final test and shuffling options, reproducibly from the session's seed.

use std::collections::BTreeSet;

use crate::pack::CoursePack;
use crate::pack::Question;
use crate::pack::QuestionBody;
use crate::quiz::DrawnQuestion;
use crate::quiz::Random;
use crate::quiz::TestPaper;
use crate::text::Id;

/// Draws the paper of one attempt.
///
/// `participant` and `attempt` count from 1. Every theme gives at least as many questions as the
/// course demands (or all it has), the rest come from the whole bank; questions in `earlier`, drawn for
/// this participant before, are taken only when the fresh ones run out. A course without a final test
/// gives an empty paper.
pub fn draw(pack: &CoursePack, seed: u64, participant: u32, attempt: u32, earlier: &BTreeSet<Id>) -> TestPaper {
    let Some(rules) = pack.final_test else {
        return TestPaper { questions: Vec::new() };
    };
    let mut random = Random::new(
        "perehdytin test paper v1",
        &[&seed.to_le_bytes(), &participant.to_le_bytes(), &attempt.to_le_bytes()],
    );
    let mut drawn: Vec<&Question> = Vec::new();
    let mut rest: Vec<&Question> = Vec::new();
    for theme in &pack.themes {
        let mut bank: Vec<&Question> = theme.test.iter().collect();
        random.shuffle(&mut bank);
        bank.sort_by_key(|question| earlier.contains(&question.id));
        let share = rules.at_least_per_theme.min(bank.len()).min(rules.draw.saturating_sub(drawn.len()));
        rest.extend(bank.split_off(share));
        drawn.append(&mut bank);
    }
    random.shuffle(&mut rest);
    rest.sort_by_key(|question| earlier.contains(&question.id));
    rest.truncate(rules.draw.saturating_sub(drawn.len()));
    drawn.append(&mut rest);
    random.shuffle(&mut drawn);
    let questions = drawn
        .into_iter()
        .map(|question| DrawnQuestion {
            question: question.id.clone(),
            options: shuffled_options(question, &mut random),
        })
        .collect();
    TestPaper { questions }
}

/// The order in which the room sees the options of a question, the same for the whole session.
///
/// Empty for a statement.
pub fn room_order(question: &Question, seed: u64) -> Vec<Id> {
    let id = question.id.as_str().as_bytes();
    shuffled_options(question, &mut Random::new("perehdytin room order v1", &[&seed.to_le_bytes(), id]))
}

/// The option or item ids of a question in the author's order; empty for a statement.
pub fn options(question: &Question) -> Vec<Id> {
    match &question.body {
        QuestionBody::Scenario { options, .. } => options.iter().map(|option| option.id.clone()).collect(),
        QuestionBody::Choice { options, .. } => options.iter().map(|option| option.id.clone()).collect(),
        QuestionBody::Order { items, .. } => items.iter().map(|item| item.id.clone()).collect(),
        QuestionBody::Statement { .. } => Vec::new(),
    }
}

fn shuffled_options(question: &Question, random: &mut Random) -> Vec<Id> {
    let authored = options(question);
    let mut shuffled = authored.clone();
    random.shuffle(&mut shuffled);
    // An order that is right already asks nothing.
    if matches!(question.body, QuestionBody::Order { .. }) && shuffled == authored && shuffled.len() > 1 {
        shuffled.rotate_left(1);
    }
    shuffled
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::testing;

    fn ids(paper: &TestPaper) -> BTreeSet<Id> {
        paper.questions.iter().map(|drawn| drawn.question.clone()).collect()
    }

    #[test]
    fn a_paper_has_as_many_different_questions_as_the_course_draws() {
        let pack = testing::pack();
        for participant in 1..50 {
            let paper = draw(&pack, 7, participant, 1, &BTreeSet::new());
            assert_eq!(paper.questions.len(), pack.final_test.unwrap().draw);
            assert_eq!(ids(&paper).len(), paper.questions.len());
        }
    }

    #[test]
    fn every_theme_with_test_questions_is_on_every_paper() {
        let pack = testing::pack();
        for participant in 1..50 {
            let paper = ids(&draw(&pack, 7, participant, 1, &BTreeSet::new()));
            for theme in pack.themes.iter().filter(|theme| !theme.test.is_empty()) {
                assert!(theme.test.iter().any(|question| paper.contains(&question.id)), "{}", theme.id);
            }
        }
    }

    #[test]
    fn a_paper_follows_from_seed_participant_and_attempt() {
        let pack = testing::pack();
        let paper = |seed, participant, attempt| draw(&pack, seed, participant, attempt, &BTreeSet::new());
        assert_eq!(paper(7, 1, 1), paper(7, 1, 1));
        assert_ne!(paper(7, 1, 1), paper(8, 1, 1));
        assert_ne!(paper(7, 1, 1), paper(7, 2, 1));
        assert_ne!(paper(7, 1, 1), paper(7, 1, 2));
    }

    #[test]
    fn a_second_attempt_prefers_questions_not_drawn_before() {
        let pack = testing::pack();
        for participant in 1..50 {
            let first = ids(&draw(&pack, 7, participant, 1, &BTreeSet::new()));
            let second = ids(&draw(&pack, 7, participant, 2, &first));
            for repeated in first.intersection(&second) {
                let (theme, _) = pack.test_question(repeated).unwrap();
                let mut fresh = theme.test.iter().filter(|question| !first.contains(&question.id));
                assert!(fresh.all(|question| second.contains(&question.id)), "{repeated} of {}", theme.id);
            }
        }
    }

    #[test]
    fn a_draw_of_an_old_journal_never_changes() {
        let paper = draw(&testing::pack(), 7, 1, 1, &BTreeSet::new());
        let written: Vec<String> = paper
            .questions
            .iter()
            .map(|drawn| {
                let options: Vec<&str> = drawn.options.iter().map(Id::as_str).collect();
                format!("{}:{}", drawn.question, options.join(""))
            })
            .collect();
        assert_eq!(written, ["t9:", "t8:acb", "t6:bca", "t7:abc", "t1:"]);
    }

    #[test]
    fn an_order_is_never_shown_solved() {
        let pack = testing::pack();
        let (_, step) = pack.step(&"ovella".into()).unwrap();
        let question = step.question().unwrap();
        for seed in 0..200 {
            let shown = room_order(question, seed);
            assert_ne!(shown, options(question));
            assert_eq!(shown, room_order(question, seed));
        }
    }
}
