//! The checked course pack: what the rest of the program may rely on.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::profile::Profile;
use crate::text::{Id, LangTag, Text};

/// What a course is for; an induction has rules of its own for its length and breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CourseKind {
    /// The subscriber's induction: 180 to 240 planned minutes with at least two breaks.
    Induction,
    /// Any other course, of any length.
    Training,
}

/// In which order somebody who studies alone takes the themes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ThemeOrder {
    /// In any order.
    #[default]
    Any,
    /// In the course's order: a theme opens when those before it are done.
    Fixed,
}

/// What becomes of an induction when somebody changes employer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NewEmployer {
    /// It goes along.
    #[default]
    Keep,
    /// It ends: the new employer's people are inducted as its own.
    Renew,
}

/// A course pack that passed the check, with everything in it resolved.
#[derive(Clone, Debug, PartialEq)]
pub struct CoursePack {
    /// The folder the pack was read from.
    pub root: PathBuf,
    /// The course's stable identifier.
    pub id: Id,
    /// What the course is for.
    pub kind: CourseKind,
    /// Raised by the author when the course as a whole has changed materially.
    pub revision: u32,
    /// SHA-256 over the checked content and its media, lower-case hexadecimal.
    pub digest: String,
    /// The pack's languages, the main one first.
    pub languages: Vec<LangTag>,
    /// The course's name.
    pub title: Text,
    /// A few sentences on what the course is for.
    pub summary: Text,
    /// The neutral example profile that the pack carries.
    pub example_profile: Arc<Profile>,
    /// The themes in their order.
    pub themes: Vec<Theme>,
    /// Whether somebody who studies alone takes the themes in their order.
    pub theme_order: ThemeOrder,
    /// Whether an induction goes along to a new employer.
    pub new_employer: NewEmployer,
    /// Share of a theme's real minutes that counts as attended, in per cent.
    pub attendance_percent: u8,
    /// Longest age of an induction in months; `None` means valid by revision alone.
    pub validity_months: Option<u32>,
    /// The final test, if the course has one.
    pub final_test: Option<FinalTest>,
    /// The feedback form, if the course has one.
    pub feedback: Option<Feedback>,
    /// The trainer's list before and after.
    pub checklist: Checklist,
    /// What fits in a pocket.
    pub pocket_guide: Vec<GuideSection>,
    /// How many themes the whole course has, where this is a part of it: see [`CoursePack::part`].
    pub part_of: Option<usize>,
}

/// One theme: the unit of attendance, revision and partial induction.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Stable identifier, unique in the pack.
    pub id: Id,
    /// The file it was read from, relative to the pack's folder.
    pub file: String,
    /// Raised by the author when what people must know has changed.
    pub revision: u32,
    /// SHA-256 over the theme's checked content and its media, lower-case hexadecimal.
    pub digest: String,
    /// The theme's name.
    pub title: Text,
    /// The one sentence to take along.
    pub takeaway: Text,
    /// The steps in their order.
    pub steps: Vec<Step>,
    /// This theme's questions in the test bank.
    pub test: Vec<Question>,
}

impl Theme {
    /// Minutes planned for the theme without its breaks and branch-only steps.
    pub fn planned_minutes(&self) -> u32 {
        self.steps.iter().filter(|step| !step.branch_only && !step.is_break()).map(|step| step.minutes).sum()
    }
}

/// One step of a theme.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// Stable identifier, unique in the pack.
    pub id: Id,
    /// Planned length in minutes.
    pub minutes: u32,
    /// Shown only when an option leads to it; its minutes are not in the plan.
    pub branch_only: bool,
    /// What the trainer says; paragraphs are separated by an empty line. Empty for a break without notes.
    pub notes: Text,
    /// What somebody who studies alone, or takes the handout home, reads instead of the notes; `None` where the notes
    /// speak to them as well.
    pub reading: Option<Text>,
    /// What the step is.
    pub body: StepBody,
}

impl Step {
    /// The text for somebody who has no trainer beside them.
    pub fn reading(&self) -> &Text {
        self.reading.as_ref().unwrap_or(&self.notes)
    }

    /// Whether the step is a break.
    pub fn is_break(&self) -> bool {
        matches!(self.body, StepBody::Break { .. })
    }

    /// The question the room answers on this step, if it has one.
    pub fn question(&self) -> Option<&Question> {
        match &self.body {
            StepBody::Question(question) => Some(question),
            StepBody::Slide(_) | StepBody::Discussion(_) | StepBody::Break { .. } => None,
        }
    }
}

/// The kinds of step.
#[derive(Clone, Debug, PartialEq)]
pub enum StepBody {
    /// Something to show and talk about.
    Slide(Slide),
    /// A scenario, statement, choice or order that the room answers.
    Question(Question),
    /// The room talks; what it says is written down.
    Discussion(Discussion),
    /// A pause.
    Break {
        /// What the projector says during it.
        title: Text,
    },
}

/// A slide.
#[derive(Clone, Debug, PartialEq)]
pub struct Slide {
    /// A sentence that says the point.
    pub title: Text,
    /// What stands below it, from top to bottom.
    pub blocks: Vec<Block>,
}

/// What a slide is built of.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// One paragraph.
    Paragraph(Text),
    /// A list with bullets.
    Bullets(Vec<Text>),
    /// A list with numbers.
    Numbered(Vec<Text>),
    /// Somebody's words.
    Quote {
        /// The words.
        text: Text,
        /// Who said them.
        by: Text,
    },
    /// A table; every row has as many cells as the header.
    Table {
        /// The header's cells.
        header: Vec<Text>,
        /// The rows' cells.
        rows: Vec<Vec<Text>>,
    },
    /// Two columns of equal width; columns do not nest.
    Columns {
        /// Blocks of the left column.
        left: Vec<Self>,
        /// Blocks of the right column.
        right: Vec<Self>,
    },
    /// A picture.
    Picture(Picture),
    /// A sentence that stands out.
    Callout {
        /// How it stands out.
        kind: CalloutKind,
        /// The sentence.
        text: Text,
    },
    /// Rows from the profile: title, value and compensation of each promise named.
    Promises(Vec<Id>),
    /// The profile's two lists: what a fitter may answer and what not.
    Answers,
}

/// How a call-out stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CalloutKind {
    /// Something to take along.
    Remember,
    /// Something that helps.
    Tip,
    /// Something that goes wrong easily.
    Warning,
}

/// A picture, resolved to one file per language, relative to the pack's folder.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The file for each language; the same file where it has no words.
    pub files: BTreeMap<LangTag, String>,
    /// What the picture says, for those who cannot see it.
    pub alt: Text,
    /// Width divided by height of the main language's picture.
    pub aspect: f32,
}

/// A question of the room or of the test bank.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Stable identifier; a step's question has its step's identifier.
    pub id: Id,
    /// What is asked.
    pub body: QuestionBody,
    /// The slide or step that teaches the answer.
    pub taught_by: Option<Id>,
}

/// The kinds of question.
#[derive(Clone, Debug, PartialEq)]
pub enum QuestionBody {
    /// A situation at the customer's, with options and what follows from each.
    Scenario {
        /// A short name.
        title: Text,
        /// Place, time, customer, reason, constraint.
        situation: Text,
        /// What is asked of the fitter.
        question: Text,
        /// A picture of the situation.
        picture: Option<Picture>,
        /// Two to five options, in the author's order.
        options: Vec<ScenarioOption>,
    },
    /// A sentence that is true or false.
    Statement {
        /// The sentence.
        text: Text,
        /// Whether it is true.
        is_true: bool,
        /// Why.
        explanation: Text,
    },
    /// One or several correct options; several are to be chosen when more than one is correct.
    Choice {
        /// What is asked.
        text: Text,
        /// Two to six options, in the author's order.
        options: Vec<ChoiceOption>,
    },
    /// Things to put in the right order.
    Order {
        /// What is asked.
        text: Text,
        /// Two to six items, in the right order.
        items: Vec<OrderItem>,
        /// Why this is the order.
        explanation: Text,
    },
}

/// An option of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScenarioOption {
    /// Identifier, unique in its question.
    pub id: Id,
    /// What the fitter does or says.
    pub text: Text,
    /// Whether it is (one of) the best.
    pub correct: bool,
    /// Why it is good or bad.
    pub why: Text,
    /// What follows for the customer.
    pub customer: Text,
    /// What follows for the subscriber.
    pub subscriber: Text,
    /// What follows for the contractor.
    pub contractor: Text,
    /// The step of the same theme that it leads on to.
    pub leads_to: Option<Id>,
}

/// An option of a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceOption {
    /// Identifier, unique in its question.
    pub id: Id,
    /// The option.
    pub text: Text,
    /// Whether it is correct.
    pub correct: bool,
    /// Why.
    pub why: Text,
}

/// An item of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderItem {
    /// Identifier, unique in its question.
    pub id: Id,
    /// The item.
    pub text: Text,
}

/// A discussion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discussion {
    /// A short name.
    pub title: Text,
    /// What the room is asked.
    pub prompt: Text,
    /// A question of the same theme on which the room may vote again afterwards.
    pub vote_again: Option<Id>,
}

/// How the final test is drawn and passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FinalTest {
    /// How many questions are drawn.
    pub draw: usize,
    /// Share of right answers that passes, in per cent.
    pub pass_percent: u8,
    /// How often one may try.
    pub attempts: u32,
    /// Planned length in minutes.
    pub minutes: u32,
    /// How many are drawn at least from every theme that has test questions.
    pub at_least_per_theme: usize,
}

/// The feedback form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feedback {
    /// Planned length in minutes.
    pub minutes: u32,
    /// The questions in their order.
    pub questions: Vec<FeedbackQuestion>,
}

/// A question of the feedback form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedbackQuestion {
    /// Identifier, unique in the form.
    pub id: Id,
    /// What is asked.
    pub text: Text,
    /// How it is answered.
    pub kind: FeedbackKind,
}

/// How a feedback question is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeedbackKind {
    /// From 1 to 5.
    Scale {
        /// What 1 means.
        low: Text,
        /// What 5 means.
        high: Text,
    },
    /// In one's own words.
    FreeText,
}

/// The trainer's list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checklist {
    /// To do before the session.
    pub before: Vec<ChecklistItem>,
    /// To do after the session.
    pub after: Vec<ChecklistItem>,
}

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChecklistItem {
    /// Identifier, unique in the list.
    pub id: Id,
    /// What to do.
    pub text: Text,
}

/// A section of the pocket guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GuideSection {
    /// The situation.
    pub title: Text,
    /// What to do in it.
    pub lines: Vec<Text>,
}

impl CoursePack {
    /// The step called `id` with its theme.
    pub fn step(&self, id: &Id) -> Option<(&Theme, &Step)> {
        self.themes.iter().find_map(|theme| Some((theme, theme.steps.iter().find(|step| step.id == *id)?)))
    }

    /// The theme called `id`.
    pub fn theme(&self, id: &Id) -> Option<&Theme> {
        self.themes.iter().find(|theme| theme.id == *id)
    }

    /// The test-bank question called `id` with its theme.
    pub fn test_question(&self, id: &Id) -> Option<(&Theme, &Question)> {
        self.themes.iter().find_map(|theme| Some((theme, theme.test.iter().find(|question| question.id == *id)?)))
    }

    /// Every step in the order in which the room meets them, branch-only steps included.
    pub fn steps(&self) -> impl Iterator<Item = (&Theme, &Step)> {
        self.themes.iter().flat_map(|theme| theme.steps.iter().map(move |step| (theme, step)))
    }

    /// Minutes planned for the whole course: themes, breaks, final test and feedback.
    pub fn planned_minutes(&self) -> u32 {
        let steps: u32 = self.steps().filter(|(_, step)| !step.branch_only).map(|(_, step)| step.minutes).sum();
        steps + self.final_test.map_or(0, |test| test.minutes) + self.feedback.as_ref().map_or(0, |form| form.minutes)
    }

    /// As [`Self::planned_minutes`], for somebody who studies alone: breaks are theirs to take.
    pub fn planned_minutes_alone(&self) -> u32 {
        let breaks: u32 =
            self.steps().filter(|(_, step)| step.is_break() && !step.branch_only).map(|(_, step)| step.minutes).sum();
        self.planned_minutes() - breaks
    }
}
