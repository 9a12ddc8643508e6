//! The handout: what fits in a pocket, then the slides with what the trainer says; and the pocket guide.

use serde_json::{Value, json};

use crate::pack::GuideSection;
use crate::pack::QuestionBody;
use crate::pack::Step;
use crate::pack::StepBody;
use crate::paper::course::Course;
use crate::paper::course::pictures::Pictures;
use crate::paper::world::{PaperError, Template};

impl Course<'_> {
    /// The whole course to take home: first what to do and whom to call, then every slide with its notes and every
    /// question with its answer.
    ///
    /// # Errors
    /// When the typesetter refuses.
    pub fn handout(&self) -> Result<Vec<u8>, PaperError> {
        let mut pictures = Pictures::default();
        let themes: Vec<Value> = self
            .pack
            .themes
            .iter()
            .map(|theme| {
                let steps: Vec<Value> = theme.steps.iter().filter_map(|step| self.step(step, &mut pictures)).collect();
                json!({"title": self.fill(&theme.title), "takeaway": self.fill(&theme.takeaway), "steps": steps})
            })
            .collect();
        let data = json!({"summary": self.fill(&self.pack.summary), "guide": self.guide(), "themes": themes});
        self.print(Template::Handout, data, pictures)
    }

    /// A step; breaks are not printed.
    fn step(&self, step: &Step, pictures: &mut Pictures) -> Option<Value> {
        let notes = self.fill(step.reading());
        let notes: Vec<&str> = notes.split("\n\n").map(str::trim).filter(|text| !text.is_empty()).collect();
        let mut told = match &step.body {
            StepBody::Slide(slide) => json!({
                "kind": "slide",
                "title": self.fill(&slide.title),
                "blocks": self.blocks(&slide.blocks, pictures),
            }),
            StepBody::Question(question) => {
                let picture = match &question.body {
                    QuestionBody::Scenario { picture, .. } => picture.as_ref(),
                    QuestionBody::Statement { .. } | QuestionBody::Choice { .. } | QuestionBody::Order { .. } => None,
                };
                let picture = picture.map(|picture| self.picture(picture, pictures));
                json!({"kind": "question", "question": self.question(question), "picture": picture})
            }
            StepBody::Discussion(discussion) => json!({
                "kind": "discussion",
                "title": self.fill(&discussion.title),
                "prompt": self.fill(&discussion.prompt),
            }),
            StepBody::Break { .. } => return None,
        };
        told["notes"] = json!(notes);
        Some(told)
    }

    /// What fits in a pocket: the course's sections and whom to call, to be cut and folded.
    ///
    /// # Errors
    /// When the typesetter refuses.
    pub fn pocket_guide(&self) -> Result<Vec<u8>, PaperError> {
        self.print(Template::PocketGuide, json!({"sections": self.guide()}), Pictures::default())
    }

    /// The sections of the pocket guide.
    fn guide(&self) -> Vec<Value> {
        let section = |section: &GuideSection| {
            let lines: Vec<String> = section.lines.iter().map(|line| self.fill(line)).collect();
            json!({"title": self.fill(&section.title), "lines": lines})
        };
        self.pack.pocket_guide.iter().map(section).collect()
    }
}
