//! Questions of the room and of the test bank.

use crate::source::Fields;
use crate::source::Node;
use crate::source::PlacedText;
use crate::text::Id;
use crate::text::Text;

use super::context::Limit;
use super::context::PackReader;
use super::model::ChoiceOption;
use super::model::OrderItem;
use super::model::Question;
use super::model::QuestionBody;
use super::model::ScenarioOption;
use super::options::Judged;
use super::references::Reference;

/// How many words a question or an option may have in one language.
const QUESTION: Limit = Limit::Words(30);
/// How many words the reason or a consequence of an option may have in one language.
const CONSEQUENCE: Limit = Limit::Words(40);
/// How many words a scenario's situation may have in one language.
const SITUATION: Limit = Limit::Words(75);

impl PackReader<'_, '_> {
    /// The question in `fields`, whose kind is one of the four.
    pub(super) fn question(
        &mut self,
        kind: &str,
        fields: &mut Fields<'_>,
        id: Id,
        theme: usize,
        in_test: bool,
    ) -> Question {
        // A scenario of the room teaches by what follows; every other answer must have been taught somewhere.
        let is_optional = kind == "scenario" && !in_test;
        let taught_by =
            if is_optional { fields.optional("taught_by") } else { fields.required(&mut self.reader, "taught_by") };
        let taught_by = self.reference(taught_by, "taught_by");
        if let Some((to, spot)) = &taught_by {
            let reference = Reference { to: to.clone(), spot: spot.clone(), theme };
            self.shared.references.taught_by.push(reference);
        }
        let body = match kind {
            "scenario" => self.scenario(fields, theme),
            "statement" => {
                let text = fields.required(&mut self.reader, "text");
                let is_true = fields.required(&mut self.reader, "is_true");
                QuestionBody::Statement {
                    text: self.text(text, "text", QUESTION),
                    is_true: self.reader.boolean(is_true, "is_true"),
                    explanation: self.explanation(fields),
                }
            }
            "choice" => self.choice(fields),
            _ => self.order(fields),
        };
        Question { id, body, taught_by: taught_by.map(|(to, _)| to) }
    }

    fn scenario(&mut self, fields: &mut Fields<'_>, theme: usize) -> QuestionBody {
        let title = fields.required(&mut self.reader, "title");
        let situation = fields.required(&mut self.reader, "situation");
        let question = fields.required(&mut self.reader, "question");
        let picture = fields.optional("picture");
        let alt = match picture {
            Some(_) => fields.required(&mut self.reader, "picture_alt"),
            None => fields.optional("picture_alt"),
        };
        let alt = self.text(alt, "picture_alt", Limit::None);
        let picture = picture.map(|file| self.picture(Some(file), alt));
        let options = fields.required(&mut self.reader, "options");
        let mut judged = Vec::new();
        let mut read = Vec::new();
        for node in self.reader.list(options, "options") {
            let Some(mut fields) = self.reader.fields(node, "options") else { continue };
            let (id, text, correct) = self.option_head(&mut fields, &mut judged);
            let why = fields.required(&mut self.reader, "why");
            let customer = fields.required(&mut self.reader, "customer");
            let subscriber = fields.required(&mut self.reader, "subscriber");
            let contractor = fields.required(&mut self.reader, "contractor");
            let leads_to = self.reference(fields.optional("leads_to"), "leads_to");
            if let Some((to, spot)) = &leads_to {
                let reference = Reference { to: to.clone(), spot: spot.clone(), theme };
                self.shared.references.leads_to.push(reference);
            }
            read.push(ScenarioOption {
                id,
                text,
                correct,
                why: self.text(why, "why", CONSEQUENCE),
                customer: self.text(customer, "customer", CONSEQUENCE),
                subscriber: self.text(subscriber, "subscriber", CONSEQUENCE),
                contractor: self.text(contractor, "contractor", CONSEQUENCE),
                leads_to: leads_to.map(|(to, _)| to),
            });
            fields.finish(&mut self.reader);
        }
        self.judge_options(options, &judged, 5);
        QuestionBody::Scenario {
            title: self.text(title, "title", Limit::None),
            situation: self.text(situation, "situation", SITUATION),
            question: self.text(question, "question", QUESTION),
            picture,
            options: read,
        }
    }

    fn choice(&mut self, fields: &mut Fields<'_>) -> QuestionBody {
        let text = fields.required(&mut self.reader, "text");
        let options = fields.required(&mut self.reader, "options");
        let text = self.text(text, "text", QUESTION);
        let mut judged = Vec::new();
        let mut read = Vec::new();
        for node in self.reader.list(options, "options") {
            let Some(mut fields) = self.reader.fields(node, "options") else { continue };
            let (id, text, correct) = self.option_head(&mut fields, &mut judged);
            let why = fields.required(&mut self.reader, "why");
            read.push(ChoiceOption { id, text, correct, why: self.text(why, "why", CONSEQUENCE) });
            fields.finish(&mut self.reader);
        }
        self.judge_options(options, &judged, 6);
        QuestionBody::Choice { text, options: read }
    }

    fn order(&mut self, fields: &mut Fields<'_>) -> QuestionBody {
        let text = fields.required(&mut self.reader, "text");
        let items = fields.required(&mut self.reader, "items");
        let text = self.text(text, "text", QUESTION);
        let mut judged = Vec::new();
        let mut read = Vec::new();
        for node in self.reader.list(items, "items") {
            let Some(mut fields) = self.reader.fields(node, "items") else { continue };
            let (id, placed) = self.option_id_and_text(&mut fields);
            judged.push(Judged { id: id.clone(), head: fields.head, placed: placed.clone(), correct: false });
            read.push(OrderItem { id, text: placed.text });
            fields.finish(&mut self.reader);
        }
        self.judge_items(items, "items", &judged, 6);
        QuestionBody::Order { text, items: read, explanation: self.explanation(fields) }
    }

    fn option_id_and_text(&mut self, fields: &mut Fields<'_>) -> (Id, PlacedText) {
        let id = fields.required(&mut self.reader, "id");
        let text = fields.required(&mut self.reader, "text");
        (self.reader.id(id, "id", '-'), self.placed(text, "text", QUESTION))
    }

    /// What every option of a scenario or choice has.
    fn option_head(&mut self, fields: &mut Fields<'_>, judged: &mut Vec<Judged>) -> (Id, Text, bool) {
        let (id, placed) = self.option_id_and_text(fields);
        let correct = fields.required(&mut self.reader, "correct");
        let is_correct = self.reader.boolean(correct, "correct");
        let text = placed.text.clone();
        judged.push(Judged { id: id.clone(), head: fields.head, placed, correct: is_correct });
        (id, text, is_correct)
    }
}

/// The number of items of a list, as far as it is one.
pub(super) fn length(node: &Node) -> usize {
    match &node.value {
        crate::source::Value::List(items) => items.len(),
        _ => 0,
    }
}
