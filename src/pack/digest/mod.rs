//! Digests of checked content: they know neither comments nor formatting nor the order of fields.
//!
//! The form that is hashed is a promise: registers and `published.ron` carry its digests. It is a sequence of
//! tags and length-prefixed values, version 1.

mod form;

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use ring::digest::SHA256;

use crate::profile::Piece;
use crate::profile::pieces;

use crate::pack::context::ReadPicture;
use crate::pack::course::ReadCourse;
use crate::pack::model::Block;
use crate::pack::model::CourseKind;
use crate::pack::model::Feedback;
use crate::pack::model::FeedbackKind;
use crate::pack::model::FeedbackQuestion;
use crate::pack::model::FinalTest;
use crate::pack::model::NewEmployer;
use crate::pack::model::Question;
use crate::pack::model::QuestionBody;
use crate::pack::model::Step;
use crate::pack::model::StepBody;
use crate::pack::model::Theme;
use crate::pack::model::ThemeOrder;
use crate::pack::texts::each_text;

use form::Form;

/// Pictures by their paths.
pub(super) type Pictures = BTreeMap<String, Option<ReadPicture>>;

/// SHA-256 of `bytes`.
pub(super) fn of_bytes(bytes: &[u8]) -> [u8; 32] {
    let mut digest = [0; 32];
    digest.copy_from_slice(ring::digest::digest(&SHA256, bytes).as_ref());
    digest
}

/// The digest of a theme's content and pictures; its revision is no part of it.
pub(super) fn of_theme(theme: &Theme, pictures: &Pictures) -> String {
    let Theme { id, file: _, revision: _, digest: _, title, takeaway, steps, test } = theme;
    let mut form = Form::new("perehdytin theme 1", pictures);
    form.id("id", id);
    form.text("title", title);
    form.text("takeaway", takeaway);
    form.count("steps", steps.len());
    for step in steps {
        form.step(step);
    }
    form.count("test", test.len());
    for question in test {
        form.question(question);
    }
    form.finish()
}

/// The digest of one question's content: wording, options, what is right. Of a picture its words count, not its bytes.
pub fn question_digest(question: &Question) -> String {
    let pictures = Pictures::new();
    let mut form = Form::new("perehdytin question 1", &pictures);
    form.question(question);
    form.finish()
}

/// The digest of what people must know of a theme: which questions, which options are right, which promises are named.
///
/// Wording, order of questions and options, slides and minutes are no part of it.
pub(super) fn core_of_theme(theme: &Theme) -> String {
    let pictures = Pictures::new();
    let mut form = Form::new("perehdytin core 1", &pictures);
    form.id("id", &theme.id);
    let mut questions: Vec<&Question> = theme.steps.iter().filter_map(Step::question).chain(&theme.test).collect();
    questions.sort_by(|a, b| a.id.cmp(&b.id));
    form.count("questions", questions.len());
    for question in questions {
        form.id("question", &question.id);
        match &question.body {
            QuestionBody::Scenario { options, .. } => {
                form.answers("scenario", options.iter().map(|option| (&option.id, option.correct)));
            }
            QuestionBody::Choice { options, .. } => {
                form.answers("choice", options.iter().map(|option| (&option.id, option.correct)));
            }
            QuestionBody::Statement { is_true, .. } => form.flag("statement", *is_true),
            QuestionBody::Order { items, .. } => {
                form.count("order", items.len());
                for item in items {
                    form.id("item", &item.id);
                }
            }
        }
    }
    let promises = promises_of(theme);
    form.count("promises", promises.len());
    for promise in &promises {
        form.string("promise", promise);
    }
    form.finish()
}

/// The promises that a theme names, in blocks or placeholders.
fn promises_of(theme: &Theme) -> BTreeSet<String> {
    let mut named = BTreeSet::new();
    each_text(theme, &mut |text| {
        for piece in text.0.values().flat_map(|text| pieces(text)) {
            if let Piece::Placeholder(name, _) = piece
                && let Some(rest) = name.strip_prefix("promise.")
            {
                named.extend(rest.split('.').next().map(str::to_owned));
            }
        }
    });
    for step in &theme.steps {
        if let StepBody::Slide(slide) = &step.body {
            slide.blocks.iter().for_each(|block| promises_of_block(block, &mut named));
        }
    }
    named
}

fn promises_of_block(block: &Block, named: &mut BTreeSet<String>) {
    match block {
        Block::Promises(ids) => named.extend(ids.iter().map(|id| id.as_str().to_owned())),
        Block::Columns { left, right } => {
            left.iter().chain(right).for_each(|block| promises_of_block(block, named));
        }
        _ => {}
    }
}

/// The digest of the whole course; its themes come in by their own digests and revisions.
pub(super) fn of_course(course: &ReadCourse, languages: &[crate::text::LangTag], themes: &[Theme]) -> String {
    let ReadCourse {
        id,
        kind,
        kind_span: _,
        revision,
        title,
        summary,
        theme_order,
        new_employer,
        attendance_percent,
        validity_months,
        final_test,
        feedback,
        checklist,
        pocket_guide,
    } = course;
    let pictures = Pictures::new();
    let mut form = Form::new("perehdytin course 1", &pictures);
    form.id("id", id);
    form.string("kind", if *kind == Some(CourseKind::Induction) { "induction" } else { "training" });
    form.number("revision", u64::from(*revision));
    form.count("languages", languages.len());
    for lang in languages {
        form.string("language", lang.as_str());
    }
    form.text("title", title);
    form.text("summary", summary);
    // Courses that ask for no order keep the digest that they had before one could be asked for.
    if *theme_order == ThemeOrder::Fixed {
        form.string("theme order", "fixed");
    }
    // As do those whose inductions go along.
    if *new_employer == NewEmployer::Renew {
        form.string("new employer", "renew");
    }
    form.number("attendance", u64::from(*attendance_percent));
    form.number("validity", u64::from(validity_months.unwrap_or_default()));
    if let Some(read) = final_test {
        let FinalTest { draw, pass_percent, attempts, minutes, at_least_per_theme } = read.test;
        form.count("draw", draw);
        form.number("pass", u64::from(pass_percent));
        form.number("attempts", u64::from(attempts));
        form.number("minutes", u64::from(minutes));
        form.count("least", at_least_per_theme);
    }
    if let Some(Feedback { minutes, questions }) = feedback {
        form.number("feedback", u64::from(*minutes));
        form.count("questions", questions.len());
        for FeedbackQuestion { id, text, kind } in questions {
            form.id("id", id);
            form.text("text", text);
            match kind {
                FeedbackKind::Scale { low, high } => {
                    form.text("low", low);
                    form.text("high", high);
                }
                FeedbackKind::FreeText => form.string("free", ""),
            }
        }
    }
    for (tag, items) in [("before", &checklist.before), ("after", &checklist.after)] {
        form.count(tag, items.len());
        for item in items {
            form.id("id", &item.id);
            form.text("text", &item.text);
        }
    }
    form.count("guide", pocket_guide.len());
    for section in pocket_guide {
        form.text("title", &section.title);
        form.texts("lines", &section.lines);
    }
    form.count("themes", themes.len());
    for theme in themes {
        form.id("theme", &theme.id);
        form.number("revision", u64::from(theme.revision));
        form.string("digest", &theme.digest);
    }
    form.finish()
}
