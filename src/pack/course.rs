//! `course.ron`, apart from its themes.

use std::collections::BTreeSet;

use crate::i18n::messages::check as say;
use crate::source::Fields;
use crate::source::Node;
use crate::source::Span;
use crate::source::Value;
use crate::source::quoted;
use crate::text::Id;
use crate::text::LangTag;
use crate::text::Text;

use super::context::Limit;
use super::context::PackReader;
use super::model::Checklist;
use super::model::ChecklistItem;
use super::model::CourseKind;
use super::model::Feedback;
use super::model::FeedbackKind;
use super::model::FeedbackQuestion;
use super::model::FinalTest;
use super::model::GuideSection;
use super::model::NewEmployer;
use super::model::ThemeOrder;

/// How many languages a pack may have.
const MAX_LANGUAGES: usize = 12;

/// What `course.ron` says about the course itself.
pub(super) struct ReadCourse {
    pub(super) id: Id,
    pub(super) kind: Option<CourseKind>,
    pub(super) kind_span: Span,
    pub(super) revision: u32,
    pub(super) title: Text,
    pub(super) summary: Text,
    pub(super) theme_order: ThemeOrder,
    pub(super) new_employer: NewEmployer,
    pub(super) attendance_percent: u8,
    pub(super) validity_months: Option<u32>,
    pub(super) final_test: Option<ReadTest>,
    pub(super) feedback: Option<Feedback>,
    pub(super) checklist: Checklist,
    pub(super) pocket_guide: Vec<GuideSection>,
}

/// The final test with the places that later checks point to.
#[derive(Clone, Copy)]
pub(super) struct ReadTest {
    pub(super) test: FinalTest,
    pub(super) draw_span: Span,
    pub(super) least_span: Span,
}

impl PackReader<'_, '_> {
    /// The pack's languages, the main one first.
    pub(super) fn languages(&mut self, node: Option<&Node>) -> Vec<LangTag> {
        let mut found: Vec<LangTag> = Vec::new();
        for item in self.reader.filled_list(node, "languages") {
            let tag = self.reader.string(Some(item), "languages");
            let is_plain = !tag.is_empty()
                && tag.len() <= 20
                && tag.split('-').all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric()))
                && tag.split('-').next().is_some_and(|first| {
                    (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase())
                });
            let lang = LangTag(tag.into());
            if !is_plain {
                if !tag.is_empty() {
                    self.reader.error("bad-language", item.span, say::bad_language(quoted(tag)));
                }
            } else if found.contains(&lang) {
                self.reader.error("duplicate-language", item.span, say::duplicate_language(tag));
            } else if found.len() < MAX_LANGUAGES {
                found.push(lang);
            } else {
                self.reader.error("many-languages", item.span, say::many_languages(MAX_LANGUAGES));
                break;
            }
        }
        found
    }

    /// Everything of `course.ron` but languages, profile and themes.
    pub(super) fn course(&mut self, fields: &mut Fields<'_>) -> ReadCourse {
        let format = fields.required(&mut self.reader, "format");
        if let Some(format) = format
            && format.value != Value::Integer(1)
        {
            self.reader.error_with_hint("format", format.span, say::format(), say::format_hint());
        }
        let id = fields.required(&mut self.reader, "id");
        let kind_node = fields.required(&mut self.reader, "kind");
        let revision = fields.required(&mut self.reader, "revision");
        let title = fields.required(&mut self.reader, "title");
        let summary = fields.required(&mut self.reader, "summary");
        let order = fields.optional("theme_order");
        let order = order.and_then(|node| self.reader.bare(Some(node), "theme_order", &["any", "fixed"]));
        let employer = fields.optional("new_employer");
        let employer = employer.and_then(|node| self.reader.bare(Some(node), "new_employer", &["keep", "renew"]));
        let attendance = fields.optional("attendance_percent");
        let validity = fields.optional("validity_months");
        let attendance = self.reader.whole(attendance, "attendance_percent", 1..=100).unwrap_or(80);
        let kind = self.reader.bare(kind_node, "kind", &["induction", "training"]);
        let kind = kind.map(|index| if index == 0 { CourseKind::Induction } else { CourseKind::Training });
        let test = fields.optional("final_test");
        if let (None, Some(CourseKind::Induction)) = (test, kind) {
            fields.missing(&mut self.reader, "final_test");
        }
        ReadCourse {
            id: self.reader.id(id, "id", '-'),
            kind,
            kind_span: kind_node.map_or(fields.head, |node| node.span),
            revision: self.reader.whole(revision, "revision", 1..=9999).unwrap_or_default(),
            title: self.text(title, "title", Limit::None),
            summary: self.text(summary, "summary", Limit::None),
            theme_order: if order == Some(1) { ThemeOrder::Fixed } else { ThemeOrder::Any },
            new_employer: if employer == Some(1) { NewEmployer::Renew } else { NewEmployer::Keep },
            attendance_percent: u8::try_from(attendance).unwrap_or(80),
            validity_months: self.reader.whole(validity, "validity_months", 1..=120),
            final_test: test.and_then(|node| self.final_test(node)),
            feedback: fields.optional("feedback").and_then(|node| self.feedback(node)),
            checklist: fields.optional("checklist").map(|node| self.checklist(node)).unwrap_or_default(),
            pocket_guide: self.pocket_guide(fields.optional("pocket_guide")),
        }
    }

    fn final_test(&mut self, node: &Node) -> Option<ReadTest> {
        let mut fields = self.reader.fields(node, "final_test")?;
        let draw = fields.required(&mut self.reader, "draw");
        let pass = fields.required(&mut self.reader, "pass_percent");
        let attempts = fields.required(&mut self.reader, "attempts");
        let minutes = fields.required(&mut self.reader, "minutes");
        let least = fields.optional("at_least_per_theme");
        let draw_span = draw.map_or(fields.head, |node| node.span);
        let least_span = least.map_or(draw_span, |node| node.span);
        fields.finish(&mut self.reader);
        let draw = self.reader.whole(draw, "draw", 1..=200);
        let pass = self.reader.whole(pass, "pass_percent", 1..=100);
        let attempts = self.reader.whole(attempts, "attempts", 1..=10);
        let minutes = self.reader.whole(minutes, "minutes", 1..=240);
        let least = self.reader.whole(least, "at_least_per_theme", 0..=50).unwrap_or(0);
        self.shared.is_uncounted |= minutes.is_none();
        let test = FinalTest {
            draw: usize::try_from(draw?).ok()?,
            pass_percent: u8::try_from(pass?).ok()?,
            attempts: attempts?,
            minutes: minutes?,
            at_least_per_theme: usize::try_from(least).ok()?,
        };
        Some(ReadTest { test, draw_span, least_span })
    }

    fn feedback(&mut self, node: &Node) -> Option<Feedback> {
        let mut fields = self.reader.fields(node, "feedback")?;
        let minutes = fields.required(&mut self.reader, "minutes");
        let questions = fields.required(&mut self.reader, "questions");
        fields.finish(&mut self.reader);
        let minutes = self.reader.whole(minutes, "minutes", 1..=240);
        self.shared.is_uncounted |= minutes.is_none();
        let mut seen = BTreeSet::new();
        let items = self.reader.filled_list(questions, "questions");
        let questions = items.iter().filter_map(|item| self.feedback_question(item, &mut seen)).collect();
        Some(Feedback { minutes: minutes.unwrap_or_default(), questions })
    }

    fn feedback_question(&mut self, node: &Node, seen: &mut BTreeSet<Id>) -> Option<FeedbackQuestion> {
        let allowed = ["scale", "free_text"];
        let Some(variant) = node.variant() else {
            let message = say::no_kind("questions");
            self.reader.error_with_hint("no-kind", node.head(), message, say::allowed(allowed.join(", ")));
            return None;
        };
        if !allowed.contains(&variant) {
            self.reader.unknown_kind(node, "questions", variant, &allowed);
            return None;
        }
        let mut fields = self.reader.fields(node, variant)?;
        let id = self.id_of_its_own(&mut fields, seen);
        let text = fields.required(&mut self.reader, "text");
        let text = self.text(text, "text", Limit::Words(30));
        let kind = if variant == "scale" {
            let low = fields.required(&mut self.reader, "low");
            let high = fields.required(&mut self.reader, "high");
            FeedbackKind::Scale { low: self.text(low, "low", Limit::None), high: self.text(high, "high", Limit::None) }
        } else {
            FeedbackKind::FreeText
        };
        fields.finish(&mut self.reader);
        Some(FeedbackQuestion { id, text, kind })
    }

    /// An identifier that is unique among `seen` only.
    fn id_of_its_own(&mut self, fields: &mut Fields<'_>, seen: &mut BTreeSet<Id>) -> Id {
        let node = fields.required(&mut self.reader, "id");
        let id = self.reader.id(node, "id", '-');
        if let (false, Some(node)) = (id.as_str().is_empty() || seen.insert(id.clone()), node) {
            self.reader.error("duplicate-id", node.span, say::duplicate_id(id.as_str()));
        }
        id
    }

    fn checklist(&mut self, node: &Node) -> Checklist {
        let Some(mut fields) = self.reader.fields(node, "checklist") else { return Checklist::default() };
        let before = fields.optional("before");
        let after = fields.optional("after");
        fields.finish(&mut self.reader);
        let mut seen = BTreeSet::new();
        Checklist {
            before: self.checklist_items(before, "before", &mut seen),
            after: self.checklist_items(after, "after", &mut seen),
        }
    }

    fn checklist_items(&mut self, node: Option<&Node>, field: &str, seen: &mut BTreeSet<Id>) -> Vec<ChecklistItem> {
        let mut items = Vec::new();
        for item in self.reader.list(node, field) {
            let Some(mut fields) = self.reader.fields(item, field) else { continue };
            let id = self.id_of_its_own(&mut fields, seen);
            let text = fields.required(&mut self.reader, "text");
            items.push(ChecklistItem { id, text: self.text(text, "text", Limit::None) });
            fields.finish(&mut self.reader);
        }
        items
    }

    fn pocket_guide(&mut self, node: Option<&Node>) -> Vec<GuideSection> {
        let mut sections = Vec::new();
        for item in self.reader.list(node, "pocket_guide") {
            let Some(mut fields) = self.reader.fields(item, "pocket_guide") else { continue };
            let title = fields.required(&mut self.reader, "title");
            let lines = fields.required(&mut self.reader, "lines");
            sections.push(GuideSection {
                title: self.text(title, "title", Limit::None),
                lines: self.filled_texts(lines, "lines"),
            });
            fields.finish(&mut self.reader);
        }
        sections
    }
}
