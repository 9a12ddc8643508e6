//! The final test on paper: sheets for participants, and the key apart from them.

use serde_json::{Value, json};

use crate::paper::course::Course;
use crate::paper::course::pictures::Pictures;
use crate::paper::world::{PaperError, Template};
use crate::quiz::TestPaper;
use crate::quiz::passes;

/// One participant's sheet.
#[derive(Clone, Debug)]
pub struct Sheet<'a> {
    /// The participant's number; joins sheet and key.
    pub number: u32,
    /// Their name; empty to be filled in by hand.
    pub name: String,
    /// Their company; empty to be filled in by hand.
    pub company: String,
    /// Which attempt it is, from 1.
    pub attempt: u32,
    /// The questions drawn and shuffled for them.
    pub paper: &'a TestPaper,
}

impl Course<'_> {
    /// A sheet each, every one beginning on a page of its own.
    ///
    /// # Errors
    /// When the typesetter refuses.
    pub fn test_sheets(&self, sheets: &[Sheet<'_>]) -> Result<Vec<u8>, PaperError> {
        self.tests(sheets, false)
    }

    /// The key to the same sheets, for the trainer alone.
    ///
    /// # Errors
    /// When the typesetter refuses.
    pub fn answer_key(&self, sheets: &[Sheet<'_>]) -> Result<Vec<u8>, PaperError> {
        self.tests(sheets, true)
    }

    fn tests(&self, sheets: &[Sheet<'_>], is_key: bool) -> Result<Vec<u8>, PaperError> {
        let sheets: Vec<Value> = sheets.iter().map(|sheet| self.sheet(sheet, is_key)).collect();
        self.print(Template::Test, json!({"sheets": sheets, "is_key": is_key}), Pictures::default())
    }

    fn sheet(&self, sheet: &Sheet<'_>, is_key: bool) -> Value {
        let Sheet { number, name, company, attempt, paper } = sheet;
        let questions: Vec<Value> = paper
            .questions
            .iter()
            .filter_map(|drawn| {
                let (_, question) = self.pack.test_question(&drawn.question)?;
                let mut told = self.question(question);
                let known = told["options"].as_array().cloned().unwrap_or_default();
                let place = |id: &str| known.iter().position(|option| option["id"] == id);
                let mut shown: Vec<Value> =
                    drawn.options.iter().filter_map(|id| known.get(place(id.as_str())?).cloned()).collect();
                for option in &mut shown {
                    // The place in the right order, for the key of an order.
                    let right = option["id"].as_str().and_then(place).map(|at| at + 1);
                    option["place"] = json!(right);
                    if !is_key && let Some(fields) = option.as_object_mut() {
                        // What is right must not lie hidden in a file that may be handed out.
                        fields.retain(|key, _| key == "text");
                    }
                }
                if !is_key && let Some(fields) = told.as_object_mut() {
                    fields.remove("is_true");
                    fields.remove("explanation");
                }
                told["options"] = json!(shown);
                Some(told)
            })
            .collect();
        let total = questions.len();
        let percent = self.pack.final_test.map_or(100, |rules| rules.pass_percent);
        let passing = (0..=total).find(|correct| passes(*correct, total, percent)).unwrap_or(total);
        json!({
            "number": number,
            "name": name,
            "company": company,
            "attempt": attempt,
            "passing": passing,
            "questions": questions,
        })
    }
}
