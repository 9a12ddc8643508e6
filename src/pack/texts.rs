//! Every text of a theme or pack, for whoever looks for something in all of them.

use std::collections::BTreeSet;

use crate::profile::Piece;
use crate::profile::Profile;
use crate::profile::pieces;
use crate::text::Text;

use super::model::Block;
use super::model::CoursePack;
use super::model::Discussion;
use super::model::FeedbackKind;
use super::model::Question;
use super::model::QuestionBody;
use super::model::StepBody;
use super::model::Theme;

/// Calls `each` for every text of the theme.
pub(super) fn each_text(theme: &Theme, each: &mut dyn FnMut(&Text)) {
    each(&theme.title);
    each(&theme.takeaway);
    for step in &theme.steps {
        each(&step.notes);
        step.reading.iter().for_each(&mut *each);
        match &step.body {
            StepBody::Slide(slide) => {
                each(&slide.title);
                slide.blocks.iter().for_each(|block| each_of_block(block, each));
            }
            StepBody::Question(question) => each_of_question(question, each),
            StepBody::Discussion(Discussion { title, prompt, vote_again: _ }) => {
                each(title);
                each(prompt);
            }
            StepBody::Break { title } => each(title),
        }
    }
    theme.test.iter().for_each(|question| each_of_question(question, each));
}

/// Calls `each` for every text of the block.
pub(super) fn each_of_block(block: &Block, each: &mut dyn FnMut(&Text)) {
    match block {
        Block::Paragraph(text) | Block::Callout { kind: _, text } => each(text),
        Block::Bullets(items) | Block::Numbered(items) => items.iter().for_each(each),
        Block::Quote { text, by } => {
            each(text);
            each(by);
        }
        Block::Table { header, rows } => header.iter().chain(rows.iter().flatten()).for_each(each),
        Block::Columns { left, right } => left.iter().chain(right).for_each(|block| each_of_block(block, each)),
        Block::Picture(picture) => each(&picture.alt),
        Block::Promises(_) | Block::Answers => {}
    }
}

fn each_of_question(question: &Question, each: &mut dyn FnMut(&Text)) {
    match &question.body {
        QuestionBody::Scenario { title, situation, question, picture, options } => {
            [title, situation, question].into_iter().for_each(&mut *each);
            if let Some(picture) = picture {
                each(&picture.alt);
            }
            for option in options {
                let texts = [&option.text, &option.why, &option.customer, &option.subscriber, &option.contractor];
                texts.into_iter().for_each(&mut *each);
            }
        }
        QuestionBody::Statement { text, is_true: _, explanation } => {
            each(text);
            each(explanation);
        }
        QuestionBody::Choice { text, options } => {
            each(text);
            for option in options {
                each(&option.text);
                each(&option.why);
            }
        }
        QuestionBody::Order { text, items, explanation } => {
            each(text);
            for item in items {
                each(&item.text);
            }
            each(explanation);
        }
    }
}

impl CoursePack {
    /// The placeholders of the pack's texts and the promises of its slides that `profile` cannot fill, in the
    /// order of their names, without braces.
    ///
    /// The pack's own profile fills them all; another subscriber's may not.
    pub fn not_filled_by(&self, profile: &Profile) -> BTreeSet<String> {
        let mut missing = BTreeSet::new();
        let mut each = |text: &Text| {
            for (lang, text) in &text.0 {
                for piece in pieces(text) {
                    if let Piece::Placeholder(name, _) = piece
                        && profile.value_of(name, lang).is_none()
                    {
                        missing.insert(name.to_owned());
                    }
                }
            }
        };
        for text in [&self.title, &self.summary] {
            each(text);
        }
        for question in self.feedback.iter().flat_map(|form| &form.questions) {
            each(&question.text);
            if let FeedbackKind::Scale { low, high } = &question.kind {
                each(low);
                each(high);
            }
        }
        self.checklist.before.iter().chain(&self.checklist.after).for_each(|item| each(&item.text));
        for section in &self.pocket_guide {
            each(&section.title);
            section.lines.iter().for_each(&mut each);
        }
        self.themes.iter().for_each(|theme| each_text(theme, &mut each));
        for (_, step) in self.steps() {
            if let StepBody::Slide(slide) = &step.body {
                slide.blocks.iter().for_each(|block| missing_promises(block, profile, &mut missing));
            }
        }
        missing
    }
}

fn missing_promises(block: &Block, profile: &Profile, missing: &mut BTreeSet<String>) {
    match block {
        Block::Promises(ids) => {
            let unknown = ids.iter().filter(|id| profile.promise(id.as_str()).is_none());
            missing.extend(unknown.map(|id| format!("promise.{id}")));
        }
        Block::Columns { left, right } => {
            left.iter().chain(right).for_each(|block| missing_promises(block, profile, missing));
        }
        _ => {}
    }
}
