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
        let (read, judged) = self.each(options, "options", |reader, fields| {
            let (judged, text) = reader.judged(fields);
            let why = fields.required(&mut reader.reader, "why");
            let customer = fields.required(&mut reader.reader, "customer");
            let subscriber = fields.required(&mut reader.reader, "subscriber");
            let contractor = fields.required(&mut reader.reader, "contractor");
            let leads_to = reader.reference(fields.optional("leads_to"), "leads_to");
            if let Some((to, spot)) = &leads_to {
                let reference = Reference { to: to.clone(), spot: spot.clone(), theme };
                reader.shared.references.leads_to.push(reference);
            }
            let option = ScenarioOption {
                id: judged.id.clone(),
                text,
                correct: judged.correct,
                why: reader.text(why, "why", CONSEQUENCE),
                customer: reader.text(customer, "customer", CONSEQUENCE),
                subscriber: reader.text(subscriber, "subscriber", CONSEQUENCE),
                contractor: reader.text(contractor, "contractor", CONSEQUENCE),
                leads_to: leads_to.map(|(to, _)| to),
            };
            (option, judged)
        });
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
        let (read, judged) = self.each(options, "options", |reader, fields| {
            let (judged, text) = reader.judged(fields);
            let why = fields.required(&mut reader.reader, "why");
            let (id, correct) = (judged.id.clone(), judged.correct);
            (ChoiceOption { id, text, correct, why: reader.text(why, "why", CONSEQUENCE) }, judged)
        });
        self.judge_options(options, &judged, 6);
        QuestionBody::Choice { text, options: read }
    }

    fn order(&mut self, fields: &mut Fields<'_>) -> QuestionBody {
        let text = fields.required(&mut self.reader, "text");
        let items = fields.required(&mut self.reader, "items");
        let text = self.text(text, "text", QUESTION);
        let (read, judged) = self.each(items, "items", |reader, fields| {
            let (id, placed) = reader.option_id_and_text(fields);
            let item = OrderItem { id: id.clone(), text: placed.text.clone() };
            (item, Judged { id, head: fields.head, placed, correct: false })
        });
        self.judge_items(items, "items", &judged, 6);
        QuestionBody::Order { text, items: read, explanation: self.explanation(fields) }
    }

    /// What `read` makes of every structure of a list, and what is judged of them together.
    fn each<'n, T>(
        &mut self,
        list: Option<&'n Node>,
        name: &str,
        mut read: impl FnMut(&mut Self, &mut Fields<'n>) -> (T, Judged),
    ) -> (Vec<T>, Vec<Judged>) {
        let mut all = Vec::new();
        for node in self.reader.list(list, name) {
            let Some(mut fields) = self.reader.fields(node, name) else { continue };
            all.push(read(self, &mut fields));
            fields.finish(&mut self.reader);
        }
        all.into_iter().unzip()
    }

    fn option_id_and_text(&mut self, fields: &mut Fields<'_>) -> (Id, PlacedText) {
        let id = fields.required(&mut self.reader, "id");
        let text = fields.required(&mut self.reader, "text");
        (self.reader.id(id, "id", '-'), self.placed(text, "text", QUESTION))
    }

    /// What every option of a scenario or choice has, with its text.
    fn judged(&mut self, fields: &mut Fields<'_>) -> (Judged, Text) {
        let (id, placed) = self.option_id_and_text(fields);
        let correct = fields.required(&mut self.reader, "correct");
        let correct = self.reader.boolean(correct, "correct");
        let text = placed.text.clone();
        (Judged { id, head: fields.head, placed, correct }, text)
    }
}

/// The number of items of a list, as far as it is one.
pub(super) fn length(node: &Node) -> usize {
    match &node.value {
        crate::source::Value::List(items) => items.len(),
        _ => 0,
    }
}
