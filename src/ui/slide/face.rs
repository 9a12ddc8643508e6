//! What the room is shown, in words alone: no sizes, no colours, nothing that only the trainer should see.

use std::path::PathBuf;

use crate::i18n::Lang;
use crate::i18n::messages::slides;
use crate::pack::Block;
use crate::pack::CalloutKind;
use crate::pack::Picture;
use crate::profile::Profile;
use crate::text::Id;
use crate::text::LangTag;
use crate::text::Text;

/// What the room is shown.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Face {
    /// The program's language nearest to the room's, for its own words.
    pub lang: Lang,
    /// The theme's name, small at the foot.
    pub foot: String,
    /// A line at the foot on the other side, such as how latecomers join; left out where there is no room.
    pub corner: String,
    /// The sentence at the top.
    pub title: String,
    /// Ways to arrange what stands below; the one that allows the largest text is taken, the first of equals.
    pub arrangements: Vec<Vec<Node>>,
    /// Whether title and text stand in the middle, as on breaks.
    pub is_centred: bool,
}

/// What a face is built of.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// Running text.
    Paragraph(String),
    /// Running text in the bold cut.
    Strong(String),
    /// Running text that stands back.
    Soft(String),
    /// A very large line, such as the time when a break ends.
    Big(String),
    /// A list with bullets.
    Bullets(Vec<String>),
    /// A list with numbers.
    Numbered(Vec<String>),
    /// Somebody's words.
    Quote {
        /// The words.
        text: String,
        /// Who said them.
        by: String,
    },
    /// A table.
    Table {
        /// The header's cells.
        header: Vec<String>,
        /// The rows' cells.
        rows: Vec<Vec<String>>,
    },
    /// Columns of equal width.
    Columns(Vec<Vec<Self>>),
    /// A picture.
    Picture {
        /// Its file.
        file: PathBuf,
        /// Width divided by height.
        aspect: f32,
        /// What it says.
        alt: String,
    },
    /// A sentence that stands out.
    Callout {
        /// How it stands out.
        kind: CalloutKind,
        /// The word for it.
        label: String,
        /// The sentence.
        text: String,
    },
    /// A list under a heading with ticks, or with crosses.
    Marked {
        /// Ticks, else crosses.
        is_good: bool,
        /// The heading.
        heading: String,
        /// The list.
        items: Vec<String>,
    },
    /// An option with its badge, and with its results once they are shown.
    Choice(OptionLine),
    /// What follows for whom: the party and the sentence.
    Consequences(Vec<(String, String)>),
    /// How phones join.
    Join(Box<Join>),
}

/// How phones join: codes to be read by a camera, words beside them, and what is typed without one.
#[derive(Clone, Debug, PartialEq)]
pub struct Join {
    /// The codes in the order in which they are read.
    pub codes: Vec<JoinCode>,
    /// What is typed to do without them: labels and values.
    pub values: Vec<(String, String)>,
    /// What stands beside them.
    pub aside: Vec<Node>,
    /// What is said of typing, in the room's language.
    pub typed: String,
    /// The same in the program's other language.
    pub typed_other: String,
    /// What is typed into a browser.
    pub address: String,
    /// The word before the short code.
    pub code_label: String,
    /// The short code.
    pub code: String,
}

/// A code to be read by a camera.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct JoinCode {
    /// What it says.
    pub content: String,
    /// What it is for, in the room's language.
    pub heading: String,
    /// The same in the program's other language.
    pub other: String,
}

impl std::fmt::Debug for JoinCode {
    /// Without what it says: that lets phones in.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("JoinCode").field("heading", &self.heading).finish_non_exhaustive()
    }
}

/// An option with its badge, and with its results once they are shown.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Default)]
pub struct OptionLine {
    /// Which letter, shape and colour: A is 0.
    pub index: usize,
    /// What the option says.
    pub text: String,
    /// Its place in the right order.
    pub place: Option<usize>,
    /// The word that marks it as right.
    pub right: Option<String>,
    /// Whether it is right or wrong, once that is shown.
    pub is_right: Option<bool>,
    /// How many chose it, round by round; empty before the reveal.
    pub counts: Vec<Count>,
}

/// How many chose an option in one round.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Count {
    /// The round, when there was more than one.
    pub label: String,
    /// How many chose it.
    pub count: u32,
    /// How many chose anything.
    pub total: u32,
}

impl std::hash::Hash for Face {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.lang.hash(state);
        self.foot.hash(state);
        self.corner.hash(state);
        self.title.hash(state);
        self.arrangements.hash(state);
        self.is_centred.hash(state);
    }
}

impl std::hash::Hash for Node {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        std::mem::discriminant(self).hash(state);
        match self {
            Self::Paragraph(text) | Self::Strong(text) | Self::Soft(text) | Self::Big(text) => text.hash(state),
            Self::Bullets(items) | Self::Numbered(items) => items.hash(state),
            Self::Quote { text, by } => (text, by).hash(state),
            Self::Table { header, rows } => (header, rows).hash(state),
            Self::Columns(columns) => columns.hash(state),
            Self::Picture { file, aspect, alt } => (file, aspect.to_bits(), alt).hash(state),
            Self::Callout { kind, label, text } => (std::mem::discriminant(kind), label, text).hash(state),
            Self::Marked { is_good, heading, items } => (is_good, heading, items).hash(state),
            Self::Choice(line) => line.hash(state),
            Self::Consequences(rows) => rows.hash(state),
            Self::Join(join) => {
                let Join { codes, values, aside, typed, typed_other, address, code_label, code } = &**join;
                (codes, values, aside, typed, typed_other, address, code_label, code).hash(state);
            }
        }
    }
}

impl Face {
    /// Everything the face says, for screen readers: title, then texts from top to bottom.
    pub fn speech(&self) -> String {
        let mut words = vec![self.title.clone()];
        if let Some(nodes) = self.arrangements.first() {
            for node in nodes {
                node.speak(&mut words);
            }
        }
        words.push(self.corner.clone());
        words.retain(|word| !word.is_empty());
        words.join("\n")
    }
}

impl Node {
    fn speak(&self, words: &mut Vec<String>) {
        match self {
            Self::Paragraph(text) | Self::Strong(text) | Self::Soft(text) | Self::Big(text) => words.push(text.clone()),
            Self::Bullets(items) | Self::Numbered(items) => words.extend(items.iter().cloned()),
            Self::Quote { text, by } => words.push(format!("{text} {by}")),
            Self::Table { header, rows } => {
                words.push(header.join("; "));
                words.extend(rows.iter().map(|row| row.join("; ")));
            }
            Self::Columns(columns) => columns.iter().flatten().for_each(|node| node.speak(words)),
            Self::Picture { alt, .. } => words.push(alt.clone()),
            Self::Callout { label, text, .. } => words.push(format!("{label}: {text}")),
            Self::Marked { heading, items, .. } => {
                words.push(heading.clone());
                words.extend(items.iter().cloned());
            }
            Self::Choice(line) => {
                let letter = crate::ui::widgets::option_letter(line.index);
                let mut said = vec![format!("{letter}: {}", line.text)];
                let counts = line.counts.iter();
                said.extend(
                    counts.map(|count| format!("{} {} / {}", count.label, count.count, count.total).trim().to_owned()),
                );
                said.extend(line.right.clone());
                words.push(said.join(" "));
            }
            Self::Consequences(rows) => words.extend(rows.iter().map(|(who, what)| format!("{who}: {what}"))),
            Self::Join(join) => {
                words.extend(join.codes.iter().flat_map(|code| [code.heading.clone(), code.other.clone()]));
                words.extend(join.values.iter().map(|(label, value)| format!("{label}: {value}")));
                join.aside.iter().for_each(|node| node.speak(words));
                words.extend([join.typed.clone(), join.typed_other.clone(), join.address.clone()]);
                words.push(format!("{} {}", join.code_label, join.code));
            }
        }
    }

    /// Whether it takes what height there is, as pictures do.
    pub(super) fn is_elastic(&self) -> bool {
        match self {
            Self::Picture { .. } | Self::Join(_) => true,
            Self::Columns(columns) => columns.iter().flatten().any(Self::is_elastic),
            _ => false,
        }
    }
}

/// Puts a pack's texts into one language with the profile's values.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    /// Whose values fill the placeholders.
    pub profile: &'a Profile,
    /// The room's language.
    pub language: &'a LangTag,
    /// The folder of the pack.
    pub root: &'a std::path::Path,
}

impl Wording<'_> {
    /// `text` in the room's language, placeholders filled.
    pub fn fill(&self, text: &Text) -> String {
        self.profile.fill(text, self.language)
    }

    /// The program's own language that is nearest to the room's.
    pub fn lang(&self) -> Lang {
        if self.language.as_str().starts_with("fi") { Lang::Fi } else { Lang::En }
    }

    fn fill_all(&self, texts: &[Text]) -> Vec<String> {
        texts.iter().map(|text| self.fill(text)).collect()
    }

    /// A picture in the room's language.
    pub(super) fn picture(&self, picture: &Picture) -> Option<Node> {
        let file = picture.files.get(self.language).or_else(|| picture.files.values().next())?;
        Some(Node::Picture { file: self.root.join(file), aspect: picture.aspect, alt: self.fill(&picture.alt) })
    }

    /// A slide's blocks.
    pub(super) fn blocks(&self, blocks: &[Block]) -> Vec<Node> {
        blocks.iter().filter_map(|block| self.block(block)).collect()
    }

    fn block(&self, block: &Block) -> Option<Node> {
        Some(match block {
            Block::Paragraph(text) => Node::Paragraph(self.fill(text)),
            Block::Bullets(items) => Node::Bullets(self.fill_all(items)),
            Block::Numbered(items) => Node::Numbered(self.fill_all(items)),
            Block::Quote { text, by } => Node::Quote { text: self.fill(text), by: self.fill(by) },
            Block::Table { header, rows } => {
                Node::Table { header: self.fill_all(header), rows: rows.iter().map(|row| self.fill_all(row)).collect() }
            }
            Block::Columns { left, right } => Node::Columns(vec![self.blocks(left), self.blocks(right)]),
            Block::Picture(picture) => self.picture(picture)?,
            Block::Callout { kind, text } => {
                let label = match kind {
                    CalloutKind::Remember => slides::remember(),
                    CalloutKind::Tip => slides::tip(),
                    CalloutKind::Warning => slides::warning(),
                };
                Node::Callout { kind: *kind, label: label.text(self.lang()), text: self.fill(text) }
            }
            Block::Promises(ids) => self.promises(ids),
            Block::Answers => self.answers(),
        })
    }

    fn promises(&self, ids: &[Id]) -> Node {
        let promises: Vec<_> =
            ids.iter().filter_map(|id| self.profile.promises.iter().find(|promise| promise.id == *id)).collect();
        let is_compensated = promises.iter().any(|promise| promise.compensation.is_some());
        let lang = self.lang();
        let mut header = vec![slides::promise_title().text(lang), slides::promise_value().text(lang)];
        if is_compensated {
            header.push(slides::promise_compensation().text(lang));
        }
        let rows = promises
            .into_iter()
            .map(|promise| {
                let mut row = vec![self.fill(&promise.title), self.fill(&promise.value)];
                if is_compensated {
                    row.push(promise.compensation.as_ref().map_or_else(|| "–".to_owned(), |text| self.fill(text)));
                }
                row
            })
            .collect();
        Node::Table { header, rows }
    }

    fn answers(&self) -> Node {
        let list = |is_good: bool, texts: &[Text]| {
            let heading = if is_good { slides::may_answer() } else { slides::must_not_answer() };
            vec![Node::Marked { is_good, heading: heading.text(self.lang()), items: self.fill_all(texts) }]
        };
        Node::Columns(vec![list(true, &self.profile.may_answer), list(false, &self.profile.must_not_answer)])
    }
}
