//! The shipped course, without error and without warning.

use std::collections::BTreeSet;

use perehdytin::i18n::Lang;
use perehdytin::pack;
use perehdytin::pack::CourseKind;
use perehdytin::pack::QuestionBody;
use perehdytin::pack::StepBody;

use crate::new_session::shipped_course;

#[test]
fn the_induction_is_whole() {
    let loaded = pack::load(&shipped_course()).map_err(|report| report.text(Lang::Fi)).unwrap();
    assert_eq!(loaded.report.text(Lang::Fi), "");
    let course = loaded.pack;
    assert_eq!(course.kind, CourseKind::Induction);
    let languages: Vec<&str> = course.languages.iter().map(|lang| lang.as_str()).collect();
    assert_eq!(languages, ["fi", "en"]);

    let count = |is_wanted: fn(&StepBody) -> bool| course.steps().filter(|(_, step)| is_wanted(&step.body)).count();
    let slides = count(|body| matches!(body, StepBody::Slide(_)));
    let questions = count(|body| matches!(body, StepBody::Question(_)));
    let discussions = count(|body| matches!(body, StepBody::Discussion(_)));
    let breaks = count(|body| matches!(body, StepBody::Break { .. }));
    let bank: usize = course.themes.iter().map(|theme| theme.test.len()).sum();
    assert!(slides >= 45, "{slides} slides");
    let asked = count(|body| {
        let StepBody::Question(question) = body else { return false };
        !matches!(question.body, QuestionBody::Order { .. })
    });
    assert!(asked >= 25, "{asked} scenarios and statements in the room");
    assert!(questions > asked, "nothing is put in order");
    assert!(discussions >= 4, "{discussions} discussions");
    assert!(breaks >= 2, "{breaks} breaks");
    assert!(bank >= 40, "{bank} test questions");
    let minutes = course.planned_minutes();
    assert!((180..=240).contains(&minutes), "{minutes} minutes");
    assert!(course.themes.iter().all(|theme| !theme.test.is_empty()), "a theme without test questions");
    let test = course.final_test.unwrap();
    assert_eq!((test.draw, test.pass_percent, test.attempts), (15, 80, 2));
    assert!(course.feedback.is_some() && !course.pocket_guide.is_empty());
    assert!(!course.checklist.before.is_empty() && !course.checklist.after.is_empty());
}

#[test]
fn the_room_does_something_at_least_every_twelve_minutes() {
    let course = pack::load(&shipped_course()).map_err(|report| report.text(Lang::Fi)).unwrap().pack;
    let mut listening = 0;
    for (theme, step) in course.steps().filter(|(_, step)| !step.branch_only) {
        if matches!(step.body, StepBody::Slide(_)) {
            listening += step.minutes;
        } else {
            listening = 0;
        }
        assert!(listening <= 12, "{listening} minutes of listening before {}/{}", theme.id, step.id);
    }
}

#[test]
fn no_question_of_the_test_repeats_one_of_the_room() {
    let course = pack::load(&shipped_course()).map_err(|report| report.text(Lang::Fi)).unwrap().pack;
    let room = course.steps().filter_map(|(_, step)| step.question());
    let bank = course.themes.iter().flat_map(|theme| &theme.test);
    let mut seen = BTreeSet::new();
    for question in room.chain(bank) {
        let asked = match &question.body {
            QuestionBody::Scenario { situation, .. } => situation,
            QuestionBody::Statement { text, .. }
            | QuestionBody::Choice { text, .. }
            | QuestionBody::Order { text, .. } => text,
        };
        for lang in &course.languages {
            assert!(seen.insert(asked.get(lang).to_owned()), "{} asks again: {}", question.id, asked.get(lang));
        }
    }
}
