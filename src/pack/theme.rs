//! A theme's file read into a [`Theme`].

use crate::i18n::messages::check as say;
use crate::source::Fields;
use crate::source::Node;
use crate::source::Span;
use crate::source::Value;
use crate::text::Id;
use crate::text::Text;

use super::context::Limit;
use super::context::PackReader;
use super::model::Discussion;
use super::model::Step;
use super::model::StepBody;
use super::model::Theme;
use super::references::Known;
use super::references::Reference;

/// How many minutes a step may take.
const MINUTES: std::ops::RangeInclusive<u32> = 1..=240;
const STEPS: [&str; 7] = ["slide", "scenario", "statement", "choice", "order", "discussion", "break"];
const QUESTIONS: [&str; 4] = ["scenario", "statement", "choice", "order"];

/// A theme as far as it could be read, with the places that later checks point to.
pub(super) struct ReadTheme {
    pub(super) theme: Theme,
    pub(super) id_span: Span,
    pub(super) revision_span: Span,
    /// The place of each step's identifier.
    pub(super) step_spans: Vec<Span>,
}

impl PackReader<'_, '_> {
    /// The theme whose file holds `node`.
    pub(super) fn theme(&mut self, node: &Node, file: &str, index: usize) -> Option<ReadTheme> {
        let mut fields = self.reader.fields(node, "theme")?;
        let id = fields.required(&mut self.reader, "id");
        let revision = fields.required(&mut self.reader, "revision");
        let title = fields.required(&mut self.reader, "title");
        let takeaway = fields.required(&mut self.reader, "takeaway");
        let steps = fields.required(&mut self.reader, "steps");
        let test = fields.optional("test");
        let id_span = id.map_or(fields.head, |node| node.span);
        let revision_span = revision.map_or(fields.head, |node| node.span);
        let mut theme = Theme {
            id: self.new_id(id, Known::Theme),
            file: file.to_owned(),
            revision: self.reader.whole(revision, "revision", 1..=9999).unwrap_or_default(),
            digest: String::new(),
            title: self.text(title, "title", Limit::None),
            takeaway: self.text(takeaway, "takeaway", Limit::Words(20)),
            steps: Vec::new(),
            test: Vec::new(),
        };
        let mut step_spans = Vec::new();
        let items = self.reader.filled_list(steps, "steps");
        for item in items {
            if self.is_hopeless() {
                break;
            }
            if let Some((step, span)) = self.step(item, index) {
                theme.steps.push(step);
                step_spans.push(span);
            } else {
                self.shared.is_uncounted = true;
            }
        }
        for item in self.reader.list(test, "test") {
            if self.is_hopeless() {
                break;
            }
            let question = self.test_question(item, index);
            self.shared.is_uncounted |= question.is_none();
            theme.test.extend(question);
        }
        fields.finish(&mut self.reader);
        Some(ReadTheme { theme, id_span, revision_span, step_spans })
    }

    /// Whether the file is so full of mistakes that the rest of it need not be read.
    fn is_hopeless(&mut self) -> bool {
        let is_overfull = self.reader.findings.is_overfull();
        self.shared.is_partial |= is_overfull;
        is_overfull
    }

    /// One step, with the place of its identifier.
    fn step(&mut self, node: &Node, theme: usize) -> Option<(Step, Span)> {
        let kind = self.kind(node, "steps", &STEPS, theme)?;
        let is_question = QUESTIONS.contains(&kind);
        let mut fields = self.reader.fields(node, kind)?;
        let id_node = fields.required(&mut self.reader, "id");
        let id = self.new_id(id_node, Known::Step { theme, is_question });
        let minutes = fields.required(&mut self.reader, "minutes");
        let minutes = self.reader.whole(minutes, "minutes", MINUTES);
        // Without every step's minutes their sum means nothing.
        self.shared.is_uncounted |= minutes.is_none();
        let branch_only = self.reader.boolean(fields.optional("branch_only"), "branch_only");
        let notes = match kind {
            "break" => fields.optional("notes"),
            _ => fields.required(&mut self.reader, "notes"),
        };
        let notes = self.text(notes, "notes", Limit::None);
        let reading = fields.optional("reading").map(|node| self.text(Some(node), "reading", Limit::None));
        let body = match kind {
            "slide" => StepBody::Slide(self.slide(&mut fields)),
            "discussion" => StepBody::Discussion(self.discussion(&mut fields, theme)),
            "break" => {
                let title = fields.required(&mut self.reader, "title");
                StepBody::Break { title: self.text(title, "title", Limit::None) }
            }
            _ => StepBody::Question(self.question(kind, &mut fields, id.clone(), theme, false)),
        };
        let span = id_node.map_or(fields.head, |node| node.span);
        fields.finish(&mut self.reader);
        Some((Step { id, minutes: minutes.unwrap_or_default(), branch_only, notes, reading, body }, span))
    }

    fn test_question(&mut self, node: &Node, theme: usize) -> Option<super::model::Question> {
        let kind = self.kind(node, "test", &QUESTIONS, theme)?;
        let mut fields = self.reader.fields(node, kind)?;
        let id = fields.required(&mut self.reader, "id");
        let id = self.new_id(id, Known::TestQuestion);
        for step_only in ["minutes", "notes", "reading", "branch_only"] {
            if let Some(node) = fields.optional(step_only) {
                let message = say::not_in_test(step_only);
                self.reader.error_with_hint("not-in-test", node.span, message, say::leave_out_hint());
            }
        }
        let question = self.question(kind, &mut fields, id, theme, true);
        fields.finish(&mut self.reader);
        Some(question)
    }

    /// The kind of a step or question, one of `allowed`.
    fn kind(&mut self, node: &Node, field: &str, allowed: &[&'static str], theme: usize) -> Option<&'static str> {
        let (Value::Struct { .. } | Value::Tuple { .. } | Value::Bare(_)) = &node.value else {
            self.reader.wrong_type(node, field, "step");
            return None;
        };
        let Some(variant) = node.variant() else {
            let message = say::no_kind(field);
            self.reader.error_with_hint("no-kind", node.head(), message, say::allowed(allowed.join(", ")));
            return None;
        };
        let found = allowed.iter().find(|allowed| **allowed == variant).copied();
        if found.is_none() {
            self.reader.unknown_kind(node, field, variant, allowed);
            // Others may refer to it all the same.
            if let Value::Struct { fields, .. } = &node.value
                && let Some(id) = fields.iter().find(|field| field.name.text == "id")
                && let Value::Str(text) = &id.value.value
            {
                let spot = self.reader.spot(id.value.span);
                let known = Known::Step { theme, is_question: true };
                self.shared.references.note(&Id::from(text.as_str()), spot, known);
            }
        }
        found
    }

    fn discussion(&mut self, fields: &mut Fields<'_>, theme: usize) -> Discussion {
        let title = fields.required(&mut self.reader, "title");
        let prompt = fields.required(&mut self.reader, "prompt");
        let vote_again = self.reference(fields.optional("vote_again"), "vote_again");
        if let Some((to, spot)) = &vote_again {
            let reference = Reference { to: to.clone(), spot: spot.clone(), theme };
            self.shared.references.vote_again.push(reference);
        }
        Discussion {
            title: self.text(title, "title", Limit::None),
            prompt: self.text(prompt, "prompt", Limit::None),
            vote_again: vote_again.map(|(to, _)| to),
        }
    }

    /// The explanation of a question: it teaches why the answer is what it is.
    pub(super) fn explanation(&mut self, fields: &mut Fields<'_>) -> Text {
        let explanation = fields.optional("explanation");
        if explanation.is_none() {
            let (head, message) = (fields.head, say::missing_field("explanation"));
            self.reader.error_with_hint("missing-field", head, message, say::explanation_hint());
        }
        self.text(explanation, "explanation", Limit::None)
    }
}
