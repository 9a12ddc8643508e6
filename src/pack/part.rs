//! Part of a course: only some of its themes, for people who lack no others.
//!
//! A part is the same course in the same revision: its identifier, digest, profile, feedback form, trainer's list and
//! pocket guide stay. What follows from the themes follows from those that are left:
//!
//! - **Test.** As many questions are drawn as the part has of the course's bank, rounded up, but no fewer than
//!   [`FEWEST_QUESTIONS`], or as the course asks of each theme, and no more than the part's bank holds, or the whole
//!   course draws. Its minutes shrink with its questions; pass mark and attempts stay. Themes without a question in the
//!   bank end without a test.
//! - **Breaks.** A part of less than [`MINUTES_WITHOUT_BREAK`] has none.
//!
//! Journals tell only which themes a session has: what is computed here must stay as it is, or old papers change.

use std::collections::BTreeSet;

use super::model::CoursePack;
use super::model::FinalTest;
use super::model::Theme;
use crate::text::Id;

/// Fewest questions of a part's test, as far as there are so many: at the usual pass mark of 80 per cent one slip is
/// forgiven.
pub const FEWEST_QUESTIONS: usize = 5;

/// Minutes of themes that a room sits without a break.
pub const MINUTES_WITHOUT_BREAK: u32 = 90;

impl CoursePack {
    /// The course with only these of its themes, in the course's order; all of them, or none, give the whole course.
    #[must_use]
    pub fn part(&self, themes: &[Id]) -> Self {
        let is_chosen = |theme: &&Theme| themes.contains(&theme.id);
        let mut chosen: Vec<Theme> = self.themes.iter().filter(is_chosen).cloned().collect();
        if themes.is_empty() || chosen.len() == self.themes.len() {
            return self.clone();
        }
        if chosen.iter().map(Theme::planned_minutes).sum::<u32>() < MINUTES_WITHOUT_BREAK {
            for theme in &mut chosen {
                theme.steps.retain(|step| !step.is_break());
            }
        }
        let final_test = self.final_test.and_then(|test| smaller(test, &self.themes, &chosen));
        let part_of = Some(self.part_of.unwrap_or(self.themes.len()));
        Self { themes: chosen, final_test, part_of, ..self.clone() }
    }

    /// These themes in the course's order, each once, and none where they are all of the course: what a session keeps.
    ///
    /// # Errors
    /// The first that the course does not have.
    pub fn chosen(&self, themes: &[Id]) -> Result<Vec<Id>, Id> {
        if let Some(unknown) = themes.iter().find(|theme| self.theme(theme).is_none()) {
            return Err(unknown.clone());
        }
        let wanted: BTreeSet<&Id> = themes.iter().collect();
        if wanted.len() == self.themes.len() {
            return Ok(Vec::new());
        }
        Ok(self.themes.iter().map(|theme| &theme.id).filter(|id| wanted.contains(id)).cloned().collect())
    }
}

/// The test over `part`; none where nothing of it is asked.
fn smaller(test: FinalTest, whole: &[Theme], part: &[Theme]) -> Option<FinalTest> {
    let bank = |themes: &[Theme]| themes.iter().map(|theme| theme.test.len()).collect::<Vec<_>>();
    test_of_part(test, bank(whole).iter().sum(), &bank(part))
}

/// The test over a part with so many questions in the bank of each of its themes, where the course has `of_whole`; none
/// where nothing of the part is asked.
pub fn test_of_part(test: FinalTest, of_whole: usize, banks: &[usize]) -> Option<FinalTest> {
    let of_part: usize = banks.iter().sum();
    if of_part == 0 {
        return None;
    }
    let asked = banks.iter().filter(|questions| **questions > 0).count();
    let fewest = FEWEST_QUESTIONS.max(test.at_least_per_theme * asked);
    let draw = (test.draw * of_part).div_ceil(of_whole.max(1)).max(fewest).min(of_part).min(test.draw);
    let minutes = (u64::from(test.minutes) * draw as u64).div_ceil(test.draw.max(1) as u64);
    Some(FinalTest { draw, minutes: u32::try_from(minutes).unwrap_or(test.minutes), ..test })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quiz::testing;

    fn part(themes: &[&str]) -> CoursePack {
        testing::pack().part(&themes.iter().map(|id| (*id).into()).collect::<Vec<_>>())
    }

    fn ids(pack: &CoursePack) -> Vec<&str> {
        pack.themes.iter().map(|theme| theme.id.as_str()).collect()
    }

    #[test]
    fn a_part_has_only_its_themes_in_the_courses_order() {
        let part = part(&["lopuksi", "palvelu"]);
        assert_eq!((ids(&part), part.part_of), (vec!["palvelu", "lopuksi"], Some(3)));
        assert_eq!(part.digest, testing::pack().digest);
        assert!(part.step(&"ovella".into()).is_none() && part.test_question(&"t5".into()).is_none());
    }

    #[test]
    fn all_themes_or_none_are_the_whole_course() {
        assert_eq!(part(&[]), testing::pack());
        assert_eq!(part(&["palvelu", "lopuksi", "ovella-teema"]), testing::pack());
    }

    #[test]
    fn the_test_of_a_part_shrinks_with_its_bank_and_never_below_what_is_there() {
        let drawn = |themes: &[&str]| part(themes).final_test.map(|test| (test.draw, test.minutes));
        // Five of ten are drawn in ten minutes; the bank of the themes is 4, 4 and 2.
        assert_eq!(drawn(&["palvelu", "ovella-teema"]), Some((5, 10)));
        assert_eq!(drawn(&["palvelu"]), Some((4, 8)));
        assert_eq!(drawn(&["lopuksi"]), Some((2, 4)));
        let mut pack = testing::pack();
        pack.themes[2].test.clear();
        assert_eq!(pack.part(&["lopuksi".into()]).final_test, None);
        let mut long = testing::pack();
        let test = FinalTest { draw: 8, pass_percent: 70, attempts: 2, minutes: 20, at_least_per_theme: 1 };
        long.final_test = Some(test);
        let half = long.part(&["palvelu".into(), "lopuksi".into()]).final_test;
        assert_eq!(half, Some(FinalTest { draw: 5, minutes: 13, ..test }));
    }

    #[test]
    fn a_short_part_has_no_break_and_a_long_one_keeps_its_own() {
        assert!(part(&["palvelu"]).steps().all(|(_, step)| !step.is_break()));
        assert_eq!(part(&["palvelu"]).planned_minutes(), 10 + 8 + 5);
        let mut long = testing::pack();
        long.themes[0].steps[0].minutes = 90;
        assert_eq!(long.part(&["palvelu".into()]).steps().filter(|(_, step)| step.is_break()).count(), 1);
    }

    #[test]
    fn what_a_session_keeps_is_in_order_and_known() {
        let chosen =
            |themes: &[&str]| testing::pack().chosen(&themes.iter().map(|id| (*id).into()).collect::<Vec<Id>>());
        assert_eq!(chosen(&["lopuksi", "palvelu", "lopuksi"]), Ok(vec!["palvelu".into(), "lopuksi".into()]));
        assert_eq!(chosen(&["palvelu", "ovella-teema", "lopuksi"]), Ok(Vec::new()));
        assert_eq!(chosen(&["palvelu", "toinen"]), Err("toinen".into()));
    }
}
