//! Digests of checked content: they know neither comments nor formatting nor the order of fields.
//!
//! The form that is hashed is a promise: registers and `published.ron` carry its digests. It is a sequence of
//! tags and length-prefixed values, version 1.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use ring::digest::Context;
use ring::digest::SHA256;

use crate::profile::Piece;
use crate::profile::pieces;
use crate::text::Id;
use crate::text::Text;

use super::context::ReadPicture;
use super::course::ReadCourse;
use super::model::Block;
use super::model::CalloutKind;
use super::model::ChoiceOption;
use super::model::CourseKind;
use super::model::Discussion;
use super::model::Feedback;
use super::model::FeedbackKind;
use super::model::FeedbackQuestion;
use super::model::FinalTest;
use super::model::OrderItem;
use super::model::Picture;
use super::model::Question;
use super::model::QuestionBody;
use super::model::ScenarioOption;
use super::model::Slide;
use super::model::Step;
use super::model::StepBody;
use super::model::Theme;
use super::texts::each_text;

/// Pictures by their paths.
pub(super) type Pictures = BTreeMap<String, Option<ReadPicture>>;

/// SHA-256 of `bytes`.
pub(super) fn of_bytes(bytes: &[u8]) -> [u8; 32] {
    let mut digest = [0; 32];
    digest.copy_from_slice(ring::digest::digest(&SHA256, bytes).as_ref());
    digest
}

fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Hashes a sequence of tags and values.
struct Form<'a> {
    context: Context,
    pictures: &'a Pictures,
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

impl<'a> Form<'a> {
    fn new(version: &str, pictures: &'a Pictures) -> Self {
        let mut form = Self { context: Context::new(&SHA256), pictures };
        form.bytes(version.as_bytes());
        form
    }

    fn finish(self) -> String {
        hexadecimal(self.context.finish().as_ref())
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.context.update(&(bytes.len() as u64).to_be_bytes());
        self.context.update(bytes);
    }

    fn string(&mut self, tag: &str, value: &str) {
        self.bytes(tag.as_bytes());
        self.bytes(value.as_bytes());
    }

    fn number(&mut self, tag: &str, value: u64) {
        self.bytes(tag.as_bytes());
        self.bytes(&value.to_be_bytes());
    }

    fn count(&mut self, tag: &str, value: usize) {
        self.number(tag, value as u64);
    }

    fn flag(&mut self, tag: &str, value: bool) {
        self.number(tag, u64::from(value));
    }

    fn id(&mut self, tag: &str, id: &Id) {
        self.string(tag, id.as_str());
    }

    fn maybe_id(&mut self, tag: &str, id: Option<&Id>) {
        self.string(tag, id.map_or("", Id::as_str));
    }

    fn text(&mut self, tag: &str, text: &Text) {
        self.count(tag, text.0.len());
        text.0.iter().for_each(|(lang, text)| self.string(lang.as_str(), text));
    }

    fn texts(&mut self, tag: &str, texts: &[Text]) {
        self.count(tag, texts.len());
        for text in texts {
            self.text("text", text);
        }
    }

    fn answers<'i>(&mut self, tag: &str, options: impl Iterator<Item = (&'i Id, bool)>) {
        let mut options: Vec<(&Id, bool)> = options.collect();
        options.sort();
        self.count(tag, options.len());
        for (id, correct) in options {
            self.id("option", id);
            self.flag("correct", correct);
        }
    }

    fn picture(&mut self, picture: &Picture) {
        let Picture { files, alt, aspect: _ } = picture;
        self.count("picture", files.len());
        for (lang, file) in files {
            self.bytes(lang.as_str().as_bytes());
            // The bytes count, not the name; a picture that could not be read fails the check anyway.
            let digest = self.pictures.get(file).copied().flatten().map(|read| read.digest);
            self.bytes(&digest.unwrap_or_default());
        }
        self.text("alt", alt);
    }

    fn step(&mut self, step: &Step) {
        let Step { id, minutes, branch_only, notes, body } = step;
        self.id("step", id);
        self.number("minutes", u64::from(*minutes));
        self.flag("branch_only", *branch_only);
        self.text("notes", notes);
        match body {
            StepBody::Slide(Slide { title, blocks }) => {
                self.text("slide", title);
                self.blocks("blocks", blocks);
            }
            StepBody::Question(question) => self.question(question),
            StepBody::Discussion(Discussion { title, prompt, vote_again }) => {
                self.text("discussion", title);
                self.text("prompt", prompt);
                self.maybe_id("vote_again", vote_again.as_ref());
            }
            StepBody::Break { title } => self.text("break", title),
        }
    }

    fn blocks(&mut self, tag: &str, blocks: &[Block]) {
        self.count(tag, blocks.len());
        for block in blocks {
            match block {
                Block::Paragraph(text) => self.text("paragraph", text),
                Block::Bullets(items) => self.texts("bullets", items),
                Block::Numbered(items) => self.texts("numbered", items),
                Block::Quote { text, by } => {
                    self.text("quote", text);
                    self.text("by", by);
                }
                Block::Table { header, rows } => {
                    self.texts("table", header);
                    self.count("rows", rows.len());
                    for row in rows {
                        self.texts("row", row);
                    }
                }
                Block::Columns { left, right } => {
                    self.blocks("left", left);
                    self.blocks("right", right);
                }
                Block::Picture(picture) => self.picture(picture),
                Block::Callout { kind, text } => {
                    let kind = match kind {
                        CalloutKind::Remember => "remember",
                        CalloutKind::Tip => "tip",
                        CalloutKind::Warning => "warning",
                    };
                    self.string("callout", kind);
                    self.text("text", text);
                }
                Block::Promises(ids) => {
                    self.count("promises", ids.len());
                    for id in ids {
                        self.id("promise", id);
                    }
                }
                Block::Answers => self.string("answers", ""),
            }
        }
    }

    fn question(&mut self, question: &Question) {
        let Question { id, body, taught_by } = question;
        self.id("question", id);
        self.maybe_id("taught_by", taught_by.as_ref());
        match body {
            QuestionBody::Scenario { title, situation, question, picture, options } => {
                self.text("scenario", title);
                self.text("situation", situation);
                self.text("asked", question);
                self.flag("pictured", picture.is_some());
                if let Some(picture) = picture {
                    self.picture(picture);
                }
                self.count("options", options.len());
                for option in options {
                    let ScenarioOption { id, text, correct, why, customer, subscriber, contractor, leads_to } = option;
                    self.id("option", id);
                    self.flag("correct", *correct);
                    for text in [text, why, customer, subscriber, contractor] {
                        self.text("text", text);
                    }
                    self.maybe_id("leads_to", leads_to.as_ref());
                }
            }
            QuestionBody::Statement { text, is_true, explanation } => {
                self.text("statement", text);
                self.flag("is_true", *is_true);
                self.text("explanation", explanation);
            }
            QuestionBody::Choice { text, options } => {
                self.text("choice", text);
                self.count("options", options.len());
                for ChoiceOption { id, text, correct, why } in options {
                    self.id("option", id);
                    self.flag("correct", *correct);
                    self.text("text", text);
                    self.text("why", why);
                }
            }
            QuestionBody::Order { text, items, explanation } => {
                self.text("order", text);
                self.count("items", items.len());
                for OrderItem { id, text } in items {
                    self.id("item", id);
                    self.text("text", text);
                }
                self.text("explanation", explanation);
            }
        }
    }
}
