//! Answers typed as letters: `B`, `AC`, `CAB`.

use crate::pack::Question;
use crate::pack::QuestionBody;
use crate::text::Id;
use crate::ui::room::view::Choice;
use crate::ui::room::view::Picking;
use crate::ui::room::view::picking;

/// What typed letters mean for a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Typed {
    /// Nothing is typed.
    Nothing,
    /// A sound beginning; more may follow.
    Part(Vec<Id>),
    /// An answer that nothing can follow: it may be taken at once.
    Whole(Vec<Id>),
    /// A letter that stands for nothing here, or twice the same.
    Wrong(char),
}

/// Reads letters, in either case and with any spaces, as picks among `choices`.
///
/// Verdicts on a statement are also read by their own first letters, as a printed sheet has no others.
pub(crate) fn read(question: &Question, choices: &[Choice], typed: &str) -> Typed {
    let is_verdict = matches!(question.body, QuestionBody::Statement { .. });
    let mut picked: Vec<Id> = Vec::new();
    for letter in typed.chars().filter(|letter| !letter.is_whitespace() && !matches!(letter, ',' | '.')) {
        let wanted = letter.to_ascii_uppercase();
        let is_meant = |choice: &&Choice| choice.letter == wanted || (is_verdict && begins_with(&choice.text, letter));
        let Some(choice) = choices.iter().find(is_meant) else { return Typed::Wrong(letter) };
        if picked.contains(&choice.id) {
            return Typed::Wrong(letter);
        }
        picked.push(choice.id.clone());
    }
    match (picking(question), picked.len()) {
        (_, 0) => Typed::Nothing,
        (Picking::One, 1) => Typed::Whole(picked),
        (Picking::One, _) => Typed::Wrong(typed.trim().chars().next_back().unwrap_or(' ')),
        (_, count) if count == choices.len() => Typed::Whole(picked),
        (Picking::Several | Picking::InOrder, _) => Typed::Part(picked),
    }
}

fn begins_with(text: &str, letter: char) -> bool {
    text.chars().next().is_some_and(|first| first.to_lowercase().eq(letter.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::ui::room::sample;
    use crate::ui::room::view::View;

    fn typed(question: &Question, letters: &str) -> Typed {
        let state = sample::state();
        let view = View { state: &state, now: sample::start(), lang: Lang::Fi };
        read(question, &view.choices(question, &["c", "b", "a"].map(Id::from)), letters)
    }

    #[test]
    fn one_letter_answers_a_scenario_at_once() {
        assert_eq!(typed(&sample::scenario("s"), "a"), Typed::Whole(vec!["c".into()]));
        assert_eq!(typed(&sample::scenario("s"), "ab"), Typed::Wrong('b'));
        assert_eq!(typed(&sample::scenario("s"), "x"), Typed::Wrong('x'));
    }

    #[test]
    fn several_letters_wait_for_more_until_all_are_typed() {
        assert_eq!(typed(&sample::several("s"), "C B"), Typed::Part(vec!["a".into(), "b".into()]));
        assert_eq!(typed(&sample::several("s"), "cc"), Typed::Wrong('c'));
    }

    #[test]
    fn a_verdict_is_typed_by_its_letter_or_its_words_first_letter() {
        for letter in ["b", "e", "E"] {
            assert_eq!(typed(&sample::statement("s"), letter), Typed::Whole(vec!["false".into()]), "{letter}");
        }
        assert_eq!(typed(&sample::statement("s"), "t"), Typed::Whole(vec!["true".into()]));
        assert_eq!(typed(&sample::scenario("s"), "e"), Typed::Wrong('e'));
    }

    #[test]
    fn an_order_is_whole_when_every_item_has_its_place() {
        let question = sample::order("o");
        assert_eq!(typed(&question, "ca"), Typed::Part(vec!["z".into(), "x".into()]));
        assert_eq!(typed(&question, "c,a,b"), Typed::Whole(["z", "x", "y"].map(Id::from).to_vec()));
        assert_eq!(typed(&question, " "), Typed::Nothing);
    }
}
