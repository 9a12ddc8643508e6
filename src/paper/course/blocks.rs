//! Slides' blocks and questions as data for templates.

use serde_json::{Value, json};

use crate::pack::Block;
use crate::pack::CalloutKind;
use crate::pack::Picture;
use crate::pack::Question;
use crate::pack::QuestionBody;
use crate::paper::course::Course;
use crate::paper::course::pictures::Pictures;
use crate::quiz;
use crate::text::Text;

impl Course<'_> {
    /// Blocks from top to bottom.
    pub(super) fn blocks(&self, blocks: &[Block], pictures: &mut Pictures) -> Vec<Value> {
        blocks.iter().map(|block| self.block(block, pictures)).collect()
    }

    fn texts(&self, texts: &[Text]) -> Vec<String> {
        texts.iter().map(|text| self.fill(text)).collect()
    }

    fn block(&self, block: &Block, pictures: &mut Pictures) -> Value {
        match block {
            Block::Paragraph(text) => json!({"kind": "paragraph", "text": self.fill(text)}),
            Block::Bullets(items) => json!({"kind": "bullets", "items": self.texts(items)}),
            Block::Numbered(items) => json!({"kind": "numbered", "items": self.texts(items)}),
            Block::Quote { text, by } => json!({"kind": "quote", "text": self.fill(text), "by": self.fill(by)}),
            Block::Table { header, rows } => json!({
                "kind": "table",
                "header": self.texts(header),
                "rows": rows.iter().map(|row| self.texts(row)).collect::<Vec<_>>(),
            }),
            Block::Columns { left, right } => {
                let (left, right) = (self.blocks(left, pictures), self.blocks(right, pictures));
                json!({"kind": "columns", "left": left, "right": right})
            }
            Block::Picture(picture) => self.picture(picture, pictures),
            Block::Callout { kind, text } => {
                let kind = match kind {
                    CalloutKind::Remember => "remember",
                    CalloutKind::Tip => "tip",
                    CalloutKind::Warning => "warning",
                };
                json!({"kind": "callout", "callout": kind, "text": self.fill(text)})
            }
            Block::Promises(ids) => {
                let rows = ids.iter().filter_map(|id| {
                    let promise = self.profile.promise(id.as_str())?;
                    let compensation = promise.compensation.as_ref().map(|text| self.fill(text));
                    Some(json!([self.fill(&promise.title), self.fill(&promise.value), compensation]))
                });
                json!({"kind": "promises", "rows": rows.collect::<Vec<_>>()})
            }
            Block::Answers => json!({
                "kind": "answers",
                "may": self.texts(&self.profile.may_answer),
                "must_not": self.texts(&self.profile.must_not_answer),
            }),
        }
    }

    /// A picture, or its description where it cannot be printed.
    pub(super) fn picture(&self, picture: &Picture, pictures: &mut Pictures) -> Value {
        let file = picture.files.get(self.language).or_else(|| picture.files.values().next());
        let path = file.and_then(|file| pictures.add(&self.pack.root, file));
        json!({"kind": "picture", "path": path, "alt": self.fill(&picture.alt), "aspect": picture.aspect})
    }

    /// A question with what is right and why; options in the author's order.
    pub(super) fn question(&self, question: &Question) -> Value {
        match &question.body {
            QuestionBody::Scenario { title, situation, question, picture: _, options } => {
                let options = options.iter().map(|option| {
                    json!({
                        "id": option.id.as_str(),
                        "text": self.fill(&option.text),
                        "correct": option.correct,
                        "why": self.fill(&option.why),
                        "customer": self.fill(&option.customer),
                        "subscriber": self.fill(&option.subscriber),
                        "contractor": self.fill(&option.contractor),
                    })
                });
                json!({
                    "kind": "scenario",
                    "title": self.fill(title),
                    "situation": self.fill(situation),
                    "text": self.fill(question),
                    "options": options.collect::<Vec<_>>(),
                })
            }
            QuestionBody::Statement { text, is_true, explanation } => json!({
                "kind": "statement",
                "text": self.fill(text),
                "is_true": is_true,
                "explanation": self.fill(explanation),
            }),
            QuestionBody::Choice { text, options } => {
                let worded = options.iter().map(|option| {
                    json!({
                        "id": option.id.as_str(),
                        "text": self.fill(&option.text),
                        "correct": option.correct,
                        "why": self.fill(&option.why),
                    })
                });
                json!({
                    "kind": "choice",
                    "text": self.fill(text),
                    "several": quiz::chooses_several(question),
                    "options": worded.collect::<Vec<_>>(),
                })
            }
            QuestionBody::Order { text, items, explanation } => {
                let items = items.iter().map(|item| json!({"id": item.id.as_str(), "text": self.fill(&item.text)}));
                json!({
                    "kind": "order",
                    "text": self.fill(text),
                    "options": items.collect::<Vec<_>>(),
                    "explanation": self.fill(explanation),
                })
            }
        }
    }
}
