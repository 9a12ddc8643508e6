//! The questions of a course that can be refreshed, and the slide that teaches each.

use crate::pack;
use crate::pack::CoursePack;
use crate::pack::Question;
use crate::pack::Step;
use crate::pack::StepBody;
use crate::pack::Theme;

/// A question with where it stands.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Its theme.
    pub theme: &'a Theme,
    /// The question.
    pub question: &'a Question,
    /// Its step; `None` for one of the test bank.
    pub step: Option<&'a Step>,
}

/// Every question of `pack` in its order, the test bank's after its theme's own. Steps to which only a branch leads are
/// left out: without what leads there they make no sense.
pub fn questions(pack: &CoursePack) -> impl Iterator<Item = Asked<'_>> {
    pack.themes.iter().flat_map(|theme| {
        let steps = theme.steps.iter().filter(|step| !step.branch_only);
        let own = steps.filter_map(move |step| Some(Asked { theme, question: step.question()?, step: Some(step) }));
        let bank = theme.test.iter().map(move |question| Asked { theme, question, step: None });
        own.chain(bank)
    })
}

/// The question of `pack` whose content has this digest.
pub fn asked<'a>(pack: &'a CoursePack, digest: &str) -> Option<Asked<'a>> {
    questions(pack).find(|asked| pack::question_digest(asked.question) == digest)
}

/// The slide that teaches the answer: the one the question names, else the one before it in its theme. Where it names
/// another step, the slide before that.
pub fn taught_on<'a>(pack: &'a CoursePack, asked: Asked<'a>) -> Option<(&'a Theme, &'a Step)> {
    let named = asked.question.taught_by.as_ref().and_then(|id| pack.step(id));
    let (theme, step) = named.or_else(|| Some((asked.theme, asked.step?)))?;
    let place = theme.steps.iter().position(|other| other.id == step.id)?;
    let is_slide = |step: &&Step| matches!(step.body, StepBody::Slide(_));
    theme.steps.get(..=place)?.iter().rev().find(is_slide).map(|step| (theme, step))
}
