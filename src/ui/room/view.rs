//! What every part of the room reads: the frame's snapshot, its time, and texts in the room's language.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::local;
use crate::i18n::messages::console;
use crate::i18n::time_of_day;
use crate::pack::Question;
use crate::pack::QuestionBody;
use crate::pack::Step;
use crate::pack::StepBody;
use crate::quiz::chooses_several;
use crate::session::Answer;
use crate::session::Place;
use crate::session::State;
use crate::text::Id;
use crate::text::LangTag;
use crate::text::Text;

/// The session as one frame sees it.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// Where the session stands.
    pub state: &'a State,
    /// The time of the frame.
    pub now: Timestamp,
    /// The program's language, for the trainer.
    pub lang: Lang,
}

/// Something that can be chosen, as the room sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The option, item or verdict.
    pub id: Id,
    /// What stands on it: `A`, `B` and so on in the order shown.
    pub letter: char,
    /// Its words in the room's language.
    pub text: String,
}

impl<'a> View<'a> {
    /// The language the room is held in.
    pub fn tag(self) -> &'a LangTag {
        &self.state.setup.language
    }

    /// The language of what the program itself says to participants: the course's in a room; who studies alone has chosen
    /// theirs.
    pub fn room_lang(self) -> Lang {
        if self.state.setup.form.is_room() { self.course_lang() } else { self.lang }
    }

    /// The course's language as far as the program speaks it, else the trainer's.
    fn course_lang(self) -> Lang {
        Lang::ALL.into_iter().find(|lang| lang.tag() == self.tag().as_str()).unwrap_or(self.lang)
    }

    /// A text of the course in the room's language, filled from the profile.
    pub fn fill(self, text: &Text) -> String {
        self.state.script.profile.fill(text, self.tag())
    }

    /// A message in the trainer's language.
    #[expect(clippy::needless_pass_by_value, reason = "a message is made where it is used and nowhere else")]
    pub fn say(self, message: Message) -> String {
        message.text(self.lang)
    }

    /// The time of day of `at` where the session is held.
    pub fn clock(self, at: Timestamp) -> String {
        time_of_day(self.lang, &local(at, &self.state.setup.time_zone))
    }

    /// The step the room is on.
    pub fn step(self) -> Option<&'a Step> {
        match &self.state.place {
            Place::Step(id) => self.step_called(id),
            _ => None,
        }
    }

    /// The step called `id`.
    pub fn step_called(self, id: &Id) -> Option<&'a Step> {
        self.state.script.pack.step(id).map(|(_, step)| step)
    }

    /// One line that names a step.
    pub fn step_title(self, step: &Step) -> String {
        match &step.body {
            StepBody::Slide(slide) => self.fill(&slide.title),
            StepBody::Question(question) => self.question_title(question),
            StepBody::Discussion(discussion) => self.fill(&discussion.title),
            StepBody::Break { title } => self.fill(title),
        }
    }

    /// One line that names a question.
    pub fn question_title(self, question: &Question) -> String {
        match &question.body {
            QuestionBody::Scenario { title, .. } => self.fill(title),
            QuestionBody::Statement { text, .. }
            | QuestionBody::Choice { text, .. }
            | QuestionBody::Order { text, .. } => self.fill(text),
        }
    }

    /// What kind of step it is, in a word.
    pub fn kind(self, step: &Step) -> String {
        self.say(match &step.body {
            StepBody::Slide(_) => console::kind_slide(),
            StepBody::Discussion(_) => console::kind_discussion(),
            StepBody::Break { .. } => console::kind_break(),
            StepBody::Question(question) => return self.kind_of(question),
        })
    }

    /// What kind of question it is, in a word.
    pub fn kind_of(self, question: &Question) -> String {
        self.say(match &question.body {
            QuestionBody::Scenario { .. } => console::kind_scenario(),
            QuestionBody::Statement { .. } => console::kind_statement(),
            QuestionBody::Choice { .. } => console::kind_choice(),
            QuestionBody::Order { .. } => console::kind_order(),
        })
    }

    /// What a place is called.
    pub fn place_title(self, place: &Place) -> String {
        match place {
            Place::Lobby => self.say(console::place_lobby()),
            Place::Step(id) => self.step_called(id).map(|step| self.step_title(step)).unwrap_or_default(),
            Place::FinalTest => self.say(console::place_final_test()),
            Place::Feedback => self.say(console::place_feedback()),
            Place::SignOut => self.say(console::place_sign_out()),
        }
    }

    /// What can be chosen for `question`, in `order` where it names identifiers, else in the author's order.
    pub fn choices(self, question: &Question, order: &[Id]) -> Vec<Choice> {
        let mut texts: Vec<(Id, String)> = match &question.body {
            QuestionBody::Scenario { options, .. } => {
                options.iter().map(|option| (option.id.clone(), self.fill(&option.text))).collect()
            }
            QuestionBody::Choice { options, .. } => {
                options.iter().map(|option| (option.id.clone(), self.fill(&option.text))).collect()
            }
            QuestionBody::Order { items, .. } => {
                items.iter().map(|item| (item.id.clone(), self.fill(&item.text))).collect()
            }
            QuestionBody::Statement { .. } => [(true, console::verdict_true()), (false, console::verdict_false())]
                .map(|(verdict, message)| (verdict_id(verdict), message.text(self.course_lang())))
                .to_vec(),
        };
        let place = |id: &Id| order.iter().position(|other| other == id).unwrap_or(usize::MAX);
        texts.sort_by_key(|(id, _)| place(id));
        ('A'..='Z').zip(texts).map(|(letter, (id, text))| Choice { id, letter, text }).collect()
    }
}

/// The identifier under which hands for a statement are counted.
pub fn verdict_id(verdict: bool) -> Id {
    Id::from(if verdict { "true" } else { "false" })
}

/// How a question is answered by pressing letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picking {
    /// One letter is the answer.
    One,
    /// Letters are switched on and off.
    Several,
    /// Letters are lined up, first to last.
    InOrder,
}

/// How `question` is answered.
pub fn picking(question: &Question) -> Picking {
    match &question.body {
        QuestionBody::Order { .. } => Picking::InOrder,
        QuestionBody::Choice { .. } if chooses_several(question) => Picking::Several,
        // A scenario may have several best options, but one answers it by doing one of them.
        QuestionBody::Scenario { .. } | QuestionBody::Statement { .. } | QuestionBody::Choice { .. } => Picking::One,
    }
}

/// The picked identifiers as an answer to `question`; `None` while they are too few.
pub fn answer_from(question: &Question, picked: &[Id]) -> Option<Answer> {
    match &question.body {
        QuestionBody::Statement { .. } => picked.first().map(|id| Answer::Truth(id.as_str() == "true")),
        QuestionBody::Order { items, .. } => (picked.len() == items.len()).then(|| Answer::Order(picked.to_vec())),
        QuestionBody::Scenario { .. } | QuestionBody::Choice { .. } => {
            (!picked.is_empty()).then(|| Answer::Options(picked.iter().cloned().collect::<BTreeSet<_>>()))
        }
    }
}

/// The identifiers that an answer names, in its order.
pub fn picked_of(answer: &Answer) -> Vec<Id> {
    match answer {
        Answer::Options(ids) => ids.iter().cloned().collect(),
        Answer::Truth(verdict) => vec![verdict_id(*verdict)],
        Answer::Order(ids) => ids.clone(),
    }
}

/// An answer as the letters of `choices`, such as `B` or `CAB`.
pub fn letters(choices: &[Choice], answer: &Answer) -> String {
    let letter: BTreeMap<&Id, char> = choices.iter().map(|choice| (&choice.id, choice.letter)).collect();
    let mut letters: Vec<char> = picked_of(answer).iter().filter_map(|id| letter.get(id).copied()).collect();
    if matches!(answer, Answer::Options(_)) {
        letters.sort_unstable();
    }
    letters.into_iter().collect()
}

/// Takes the letter of a choice into what is picked, as the kind of question has it.
pub fn pick(picking: Picking, picked: &mut Vec<Id>, id: &Id) {
    match picking {
        Picking::One => *picked = vec![id.clone()],
        Picking::Several | Picking::InOrder => match picked.iter().position(|other| other == id) {
            Some(at) => {
                picked.remove(at);
            }
            None => picked.push(id.clone()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::room::sample;

    fn view(state: &State) -> View<'_> {
        View { state, now: sample::start(), lang: Lang::Fi }
    }

    #[test]
    fn choices_stand_in_the_order_that_is_asked_for_and_get_their_letters_from_it() {
        let state = sample::state();
        let order = ["c", "a", "b"].map(Id::from);
        let choices = view(&state).choices(&sample::scenario("s"), &order);
        let seen: Vec<(char, &str)> = choices.iter().map(|choice| (choice.letter, choice.id.as_str())).collect();
        assert_eq!(seen, [('A', "c"), ('B', "a"), ('C', "b")]);
    }

    #[test]
    fn a_statement_offers_its_two_verdicts_in_the_rooms_language() {
        let state = sample::state();
        let choices = View { lang: Lang::En, ..view(&state) }.choices(&sample::statement("s"), &[]);
        let seen: Vec<(char, &str)> = choices.iter().map(|choice| (choice.letter, choice.text.as_str())).collect();
        assert_eq!(seen, [('A', "Totta"), ('B', "Ei totta")]);
    }

    #[test]
    fn a_picked_letter_replaces_toggles_or_lines_up_as_the_question_asks() {
        let [a, b] = ["a", "b"].map(Id::from);
        let mut picked = Vec::new();
        pick(Picking::One, &mut picked, &a);
        pick(Picking::One, &mut picked, &b);
        assert_eq!(picked, std::slice::from_ref(&b));
        pick(Picking::Several, &mut picked, &a);
        pick(Picking::Several, &mut picked, &b);
        assert_eq!(picked, std::slice::from_ref(&a));
        pick(Picking::InOrder, &mut picked, &b);
        assert_eq!(picked, [a, b]);
    }

    #[test]
    fn an_answer_exists_only_when_enough_is_picked() {
        let order = sample::order("o");
        assert_eq!(answer_from(&order, &["x", "z"].map(Id::from)), None);
        let all = ["x", "z", "y"].map(Id::from);
        assert_eq!(answer_from(&order, &all), Some(Answer::Order(all.to_vec())));
        assert_eq!(answer_from(&sample::several("c"), &[]), None);
        assert_eq!(answer_from(&sample::statement("s"), &[verdict_id(false)]), Some(Answer::Truth(false)));
    }

    #[test]
    fn an_answer_reads_as_the_letters_the_room_sees() {
        let state = sample::state();
        let choices = view(&state).choices(&sample::several("s"), &["c", "b", "a"].map(Id::from));
        let answer = Answer::Options(["a", "c"].map(Id::from).into());
        assert_eq!(letters(&choices, &answer), "AC");
        let order = view(&state).choices(&sample::order("o"), &[]);
        assert_eq!(letters(&order, &Answer::Order(["z", "x", "y"].map(Id::from).to_vec())), "CAB");
    }

    #[test]
    fn several_right_options_are_chosen_together_only_in_a_choice() {
        assert_eq!(picking(&sample::several("s")), Picking::Several);
        assert_eq!(picking(&sample::scenario("s")), Picking::One);
        assert_eq!(picking(&sample::order("s")), Picking::InOrder);
    }
}
