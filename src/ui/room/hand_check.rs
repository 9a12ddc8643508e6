//! Hands as they are typed in, checked against the people who can have raised them.

use std::collections::BTreeMap;

use crate::pack::Question;
use crate::quiz::chooses_several;
use crate::text::Id;

/// Hands being counted, letter by letter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct HandCheck {
    /// Hands counted so far.
    pub total: u32,
    /// Hands there can be: those present who have not answered one by one.
    pub most: u32,
}

impl HandCheck {
    /// Checks counts against the people who can have raised a hand.
    ///
    /// Where several options may be chosen, a person may raise a hand for each.
    pub(crate) fn new(question: &Question, counts: &BTreeMap<Id, u32>, present: u32, answered: u32) -> Self {
        let counts = counts.values().copied();
        let total = if chooses_several(question) { counts.max().unwrap_or(0) } else { counts.sum() };
        Self { total, most: present.saturating_sub(answered) }
    }

    /// Whether there are more hands than people.
    pub(crate) fn is_over(&self) -> bool {
        self.total > self.most
    }

    /// How many people have raised no hand.
    pub(crate) fn silent(&self) -> u32 {
        self.most.saturating_sub(self.total)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::room::sample;

    #[test]
    fn more_hands_than_people_without_an_answer_of_their_own_are_noticed() {
        let counts = BTreeMap::from([("a".into(), 6), ("b".into(), 4)]);
        let check = HandCheck::new(&sample::scenario("s"), &counts, 12, 3);
        assert!(check.is_over());
        let check = HandCheck::new(&sample::scenario("s"), &counts, 14, 3);
        assert_eq!((check.is_over(), check.silent()), (false, 1));
    }

    #[test]
    fn where_several_may_be_chosen_one_person_may_raise_a_hand_for_each() {
        let counts = BTreeMap::from([("a".into(), 10), ("b".into(), 9)]);
        assert!(!HandCheck::new(&sample::several("s"), &counts, 10, 0).is_over());
    }
}
