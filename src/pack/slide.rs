//! A slide and its blocks.

use crate::i18n::messages::check as say;
use crate::source::Fields;
use crate::source::Node;
use crate::source::Span;
use crate::source::Value;
use crate::source::nearest;
use crate::text::Id;
use crate::text::Text;

use super::context::Limit;
use super::context::PackReader;
use super::context::words;
use super::model::Block;
use super::model::CalloutKind;
use super::model::Slide;
use super::texts::each_of_block;

/// How many characters a slide's title may have.
const TITLE_CHARACTERS: usize = 90;
/// How many words a slide's body may have in one language; tables, promises and answers are not counted.
const BODY_WORDS: usize = 45;
/// How many items a list on a slide may have.
const BULLETS: usize = 6;
const BLOCKS: [&str; 10] =
    ["paragraph", "bullets", "numbered", "quote", "table", "columns", "picture", "callout", "promises", "answers"];

impl PackReader<'_, '_> {
    pub(super) fn slide(&mut self, fields: &mut Fields<'_>) -> Slide {
        let title = fields.required(&mut self.reader, "title");
        let blocks = fields.required(&mut self.reader, "blocks");
        let slide = Slide {
            title: self.text(title, "title", Limit::Characters(TITLE_CHARACTERS)),
            blocks: self.blocks(blocks, "blocks", false),
        };
        self.body_length(&slide, fields.head);
        slide
    }

    /// Tells when the body has more words than a room reads from the last row.
    fn body_length(&mut self, slide: &Slide, head: Span) {
        for lang in self.shared.languages.clone() {
            let mut count = 0;
            for block in &slide.blocks {
                each_body_text(block, &mut |text| count += text.0.get(&lang).map_or(0, |text| words(text)));
            }
            if count > BODY_WORDS {
                let message = say::body_too_long(lang.as_str(), count, BODY_WORDS);
                self.reader.error_with_hint("too-long", head, message, say::body_too_long_hint());
            }
        }
    }

    fn blocks(&mut self, node: Option<&Node>, field: &str, in_columns: bool) -> Vec<Block> {
        let items = self.reader.list(node, field);
        items.iter().filter_map(|item| self.block(item, in_columns)).collect()
    }

    fn block(&mut self, node: &Node, in_columns: bool) -> Option<Block> {
        let Some(variant) = node.variant() else {
            self.reader.wrong_type(node, "blocks", "block");
            return None;
        };
        let block = match variant {
            "paragraph" => Block::Paragraph(self.only(node, "paragraph", Self::plain_text)?),
            "bullets" => Block::Bullets(self.only(node, "bullets", Self::items)?),
            "numbered" => Block::Numbered(self.only(node, "numbered", Self::items)?),
            "promises" => Block::Promises(self.only(node, "promises", Self::promises)?),
            "answers" => {
                if !matches!(node.value, Value::Bare(_)) {
                    self.reader.error("wrong-type", node.span, say::answers_is_bare());
                }
                Block::Answers
            }
            "columns" if in_columns => {
                self.reader.error("nested-columns", node.head(), say::nested_columns());
                return None;
            }
            "quote" | "table" | "columns" | "picture" | "callout" => {
                let mut fields = self.reader.fields(node, variant)?;
                let block = self.struct_block(variant, &mut fields);
                fields.finish(&mut self.reader);
                block?
            }
            _ => {
                self.reader.unknown_kind(node, "blocks", variant, &BLOCKS);
                return None;
            }
        };
        Some(block)
    }

    fn struct_block(&mut self, variant: &str, fields: &mut Fields<'_>) -> Option<Block> {
        Some(match variant {
            "quote" => {
                let text = fields.required(&mut self.reader, "text");
                let by = fields.required(&mut self.reader, "by");
                Block::Quote { text: self.text(text, "text", Limit::None), by: self.text(by, "by", Limit::None) }
            }
            "table" => self.table(fields),
            "columns" => {
                let left = fields.required(&mut self.reader, "left");
                let right = fields.required(&mut self.reader, "right");
                Block::Columns { left: self.blocks(left, "left", true), right: self.blocks(right, "right", true) }
            }
            "picture" => {
                let file = fields.required(&mut self.reader, "file");
                let alt = fields.required(&mut self.reader, "alt");
                let alt = self.text(alt, "alt", Limit::None);
                Block::Picture(self.picture(file, alt))
            }
            _ => {
                let kind = fields.required(&mut self.reader, "kind");
                let text = fields.required(&mut self.reader, "text");
                let text = self.text(text, "text", Limit::None);
                let kind = match self.reader.bare(kind, "kind", &["remember", "tip", "warning"])? {
                    0 => CalloutKind::Remember,
                    1 => CalloutKind::Tip,
                    _ => CalloutKind::Warning,
                };
                Block::Callout { kind, text }
            }
        })
    }

    fn table(&mut self, fields: &mut Fields<'_>) -> Block {
        let header = fields.required(&mut self.reader, "header");
        let rows = fields.required(&mut self.reader, "rows");
        let header = self.filled_texts(header, "header");
        let mut read = Vec::new();
        for row in self.reader.filled_list(rows, "rows") {
            let cells = self.texts(Some(row), "rows");
            if cells.len() != header.len() && matches!(row.value, Value::List(_)) {
                self.reader.error("table-row", row.head(), say::table_row(cells.len(), header.len()));
            }
            read.push(cells);
        }
        Block::Table { header, rows: read }
    }

    /// The only content of `name(content)`.
    fn only<T>(&mut self, node: &Node, name: &str, read: impl Fn(&mut Self, &Node) -> T) -> Option<T> {
        match &node.value {
            Value::Tuple { items, .. } if items.len() == 1 => Some(read(self, &items[0])),
            _ => {
                self.reader.error("wrong-type", node.head(), say::one_content(name));
                None
            }
        }
    }

    fn plain_text(&mut self, node: &Node) -> Text {
        self.text(Some(node), "paragraph", Limit::None)
    }

    fn items(&mut self, node: &Node) -> Vec<Text> {
        let items = self.filled_texts(Some(node), "bullets");
        if items.len() > BULLETS {
            let message = say::too_many_bullets(items.len(), BULLETS);
            self.reader.error_with_hint("too-many-bullets", node.head(), message, say::too_many_bullets_hint());
        }
        items
    }

    fn promises(&mut self, node: &Node) -> Vec<Id> {
        let mut ids = Vec::new();
        for item in self.reader.filled_list(Some(node), "promises") {
            let id = self.reader.id(Some(item), "promises", '_');
            let profile = self.shared.profile.clone();
            if let Some(profile) = profile.filter(|_| !id.as_str().is_empty())
                && profile.promise(id.as_str()).is_none()
            {
                let known = profile.promises.iter().map(|promise| promise.id.as_str());
                let hint = nearest(id.as_str(), known).map_or_else(say::unknown_promise_hint, say::did_you_mean);
                let message = say::unknown_promise(id.as_str());
                self.reader.error_with_hint("unknown-promise", item.span, message, hint);
            }
            ids.push(id);
        }
        ids
    }
}

/// The texts of a block that count as the slide's body.
fn each_body_text(block: &Block, each: &mut dyn FnMut(&Text)) {
    match block {
        Block::Columns { left, right } => left.iter().chain(right).for_each(|block| each_body_text(block, each)),
        Block::Table { .. } | Block::Picture(_) => {}
        Block::Paragraph(_)
        | Block::Callout { .. }
        | Block::Bullets(_)
        | Block::Numbered(_)
        | Block::Quote { .. }
        | Block::Promises(_)
        | Block::Answers => each_of_block(block, each),
    }
}
