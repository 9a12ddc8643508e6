//! The form that is hashed: a sequence of tags and length-prefixed values.

use ring::digest::Context;
use ring::digest::SHA256;

use crate::text::Id;
use crate::text::Text;

use crate::pack::model::Block;
use crate::pack::model::CalloutKind;
use crate::pack::model::ChoiceOption;
use crate::pack::model::Discussion;
use crate::pack::model::OrderItem;
use crate::pack::model::Picture;
use crate::pack::model::Question;
use crate::pack::model::QuestionBody;
use crate::pack::model::ScenarioOption;
use crate::pack::model::Slide;
use crate::pack::model::Step;
use crate::pack::model::StepBody;

use super::Pictures;

fn hexadecimal(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or_default();
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// Hashes a sequence of tags and values.
pub(super) struct Form<'a> {
    context: Context,
    pictures: &'a Pictures,
}

impl<'a> Form<'a> {
    pub(super) fn new(version: &str, pictures: &'a Pictures) -> Self {
        let mut form = Self { context: Context::new(&SHA256), pictures };
        form.bytes(version.as_bytes());
        form
    }

    pub(super) fn finish(self) -> String {
        hexadecimal(self.context.finish().as_ref())
    }

    fn bytes(&mut self, bytes: &[u8]) {
        self.context.update(&(bytes.len() as u64).to_be_bytes());
        self.context.update(bytes);
    }

    pub(super) fn string(&mut self, tag: &str, value: &str) {
        self.bytes(tag.as_bytes());
        self.bytes(value.as_bytes());
    }

    pub(super) fn number(&mut self, tag: &str, value: u64) {
        self.bytes(tag.as_bytes());
        self.bytes(&value.to_be_bytes());
    }

    pub(super) fn count(&mut self, tag: &str, value: usize) {
        self.number(tag, value as u64);
    }

    pub(super) fn flag(&mut self, tag: &str, value: bool) {
        self.number(tag, u64::from(value));
    }

    pub(super) fn id(&mut self, tag: &str, id: &Id) {
        self.string(tag, id.as_str());
    }

    fn maybe_id(&mut self, tag: &str, id: Option<&Id>) {
        self.string(tag, id.map_or("", Id::as_str));
    }

    pub(super) fn text(&mut self, tag: &str, text: &Text) {
        self.count(tag, text.0.len());
        text.0.iter().for_each(|(lang, text)| self.string(lang.as_str(), text));
    }

    pub(super) fn texts(&mut self, tag: &str, texts: &[Text]) {
        self.count(tag, texts.len());
        for text in texts {
            self.text("text", text);
        }
    }

    pub(super) fn answers<'i>(&mut self, tag: &str, options: impl Iterator<Item = (&'i Id, bool)>) {
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

    pub(super) fn step(&mut self, step: &Step) {
        let Step { id, minutes, branch_only, notes, reading, body } = step;
        self.id("step", id);
        self.number("minutes", u64::from(*minutes));
        self.flag("branch_only", *branch_only);
        self.text("notes", notes);
        // A step without one keeps the digest that it had before there could be one.
        if let Some(reading) = reading {
            self.text("reading", reading);
        }
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

    pub(super) fn question(&mut self, question: &Question) {
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
