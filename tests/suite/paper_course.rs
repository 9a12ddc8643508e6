//! Everything that is printed from a course: the shipped course in every language, and a made-up one.

use std::collections::BTreeSet;

use perehdytin::pack;
use perehdytin::paper::course::{Card, Course, Sheet};
use perehdytin::quiz;
use perehdytin::text::LangTag;

use crate::new_session::shipped_course;
use crate::register_look::{keep, text_of};

fn with_shipped(check: impl Fn(&Course<'_>, &str)) {
    let folder = shipped_course();
    let loaded = pack::load(&folder).unwrap_or_else(|report| panic!("{report:?}"));
    for language in &loaded.pack.languages {
        let course =
            Course { pack: &loaded.pack, profile: &loaded.pack.example_profile, profile_folder: &folder, language };
        check(&course, language.as_str());
    }
}

fn words<'a>(language: &str, fi: &'a str, en: &'a str) -> &'a str {
    if language == "fi" { fi } else { en }
}

#[test]
fn the_handout_tells_every_step_to_who_reads_it_alone() {
    with_shipped(|course, language| {
        let pdf = course.handout().unwrap();
        keep(&format!("handout-{language}"), &pdf);
        let said: String = text_of(&pdf).split_whitespace().collect();
        let tag = LangTag(language.into());
        for (_, step) in course.pack.steps() {
            let text = course.profile.fill(step.reading(), &tag);
            let start: String = text.split_whitespace().take(4).collect();
            assert!(step.is_break() || said.contains(&start), "{}: {start}", step.id);
        }
    });
}

#[test]
fn cards_and_pocket_guide_carry_the_subscribers_numbers() {
    with_shipped(|course, language| {
        let phone = course.profile.contacts[0].phone.clone().unwrap();
        for (name, pdf, title) in [
            ("pocket-guide", course.pocket_guide(), words(language, "Taskuohje", "Pocket guide")),
            ("service-card", course.card(Card::Service), words(language, "Asiakaspalvelu", "Customer service")),
            ("contact-card", course.card(Card::Contact), words(language, "Kävin luonanne", "I called on you")),
            ("id-card", course.card(Card::Id), words(language, "Voimassa", "Valid until")),
        ] {
            let pdf = pdf.unwrap();
            keep(&format!("{name}-{language}"), &pdf);
            let said = text_of(&pdf);
            assert!(said.contains(&phone), "{name} in {language} lacks {phone}: {said}");
            assert!(said.contains(title), "{name} in {language} lacks {title}: {said}");
        }
    });
}

#[test]
fn a_test_sheet_does_not_hold_its_answers_and_the_key_does() {
    with_shipped(|course, language| {
        let papers: Vec<_> = (1..=3).map(|number| quiz::draw(course.pack, 7, number, 1, &BTreeSet::new())).collect();
        let sheets: Vec<Sheet<'_>> = papers
            .iter()
            .zip(1..)
            .map(|(paper, number)| Sheet {
                number,
                name: if number == 2 { String::new() } else { "Väinö Äyräväinen".to_owned() },
                company: String::new(),
                attempt: 1,
                paper,
            })
            .collect();
        let (test, key) = (course.test_sheets(&sheets).unwrap(), course.answer_key(&sheets).unwrap());
        keep(&format!("test-sheet-{language}"), &test);
        keep(&format!("answer-key-{language}"), &key);
        let (test, key) = (text_of(&test), text_of(&key));
        let warning = words(language, "Vain perehdyttäjälle", "For the trainer alone");
        assert!(key.contains(warning) && !test.contains(warning));
        let drawn = papers[0].questions.len();
        assert_eq!(drawn, course.pack.final_test.unwrap().draw);
        assert!(test.contains(&format!("{drawn}.")), "{test}");
    });
}
