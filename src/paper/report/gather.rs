//! Gathering what the report says from a session.

use std::collections::BTreeMap;

use jiff::SignedDuration;

use crate::i18n;
use crate::i18n::Lang;
use crate::i18n::messages::paper as say;
use crate::pack::FeedbackKind;
use crate::pack::Question;
use crate::pack::QuestionBody;
use crate::pack::Step;
use crate::pack::StepBody;
use crate::paper::report::{FeedbackResult, Noted, Report, RoomOption, RoomQuestion, RoomRound, Test, TestItem, Theme};
use crate::quiz;
use crate::session::Attempt;
use crate::session::FeedbackAnswer;
use crate::session::Participant;
use crate::session::State;
use crate::session::Tally;
use crate::text::Id;
use crate::text::LangTag;
use crate::text::Text;

/// Below this correlation a question hardly tells those who know from those who do not.
const WEAK: f64 = 0.1;

/// Everything the report says.
pub(super) fn gather(state: &State, lang: Lang) -> Report {
    Gather { state, lang, tag: &state.setup.language }.report()
}

struct Gather<'a> {
    state: &'a State,
    lang: Lang,
    tag: &'a LangTag,
}

impl Gather<'_> {
    fn report(&self) -> Report {
        let (state, setup) = (self.state, &self.state.setup);
        let end = state.closed_at.unwrap_or(state.opened_at);
        let from = i18n::local(state.started_at.unwrap_or(state.opened_at), &setup.time_zone);
        let to = i18n::local(end, &setup.time_zone);
        let is_alone = !setup.form.is_room();
        let real = if is_alone {
            state.study.active_altogether()
        } else {
            end.duration_since(state.started_at.unwrap_or(state.opened_at))
        };
        Report {
            lang: self.lang.tag(),
            alone: is_alone,
            rehearsal: setup.rehearsal,
            subscriber: setup.subscriber.clone(),
            course: setup.course_title.clone(),
            revision: setup.course_revision,
            part_of: state.script.pack.part_of,
            place: setup.place.clone(),
            time: if is_alone {
                // The day is enough: nobody is to be found by the hour.
                i18n::date(self.lang, &to)
            } else {
                format!("{}–{}", i18n::date_and_time(self.lang, &from), i18n::time_of_day(self.lang, &to))
            },
            people: state.standing().count(),
            planned_minutes: state.script.pack.planned_minutes(),
            real_minutes: minutes(real),
            test: self.test(),
            themes: self.themes(),
            feedback: self.feedback(),
            feedback_forms: state.feedback.len(),
            items: self.items(),
            skipped: self.skipped(),
        }
    }

    fn fill(&self, text: &Text) -> String {
        self.state.script.profile.fill(text, self.tag)
    }

    /// The attempt of a participant that counts: the passing one, else the last handed in.
    fn counted(participant: &Participant) -> Option<&Attempt> {
        let handed_in =
            || participant.attempts.iter().filter(|attempt| attempt.void.is_none() && attempt.result.is_some());
        handed_in()
            .find(|attempt| attempt.result.is_some_and(|result| result.passed))
            .or_else(|| handed_in().next_back())
    }

    /// Which questions of each handed-in paper were answered rightly.
    fn graded(&self) -> Vec<BTreeMap<Id, bool>> {
        let pack = &self.state.script.pack;
        let attempts = self.state.standing().flat_map(|participant| &participant.attempts);
        attempts
            .filter(|attempt| attempt.void.is_none() && attempt.result.is_some())
            .map(|attempt| {
                let drawn = attempt.paper.questions.iter();
                drawn
                    .filter_map(|drawn| {
                        let (_, question) = pack.test_question(&drawn.question)?;
                        let right =
                            attempt.answers.get(&drawn.question).is_some_and(|answer| quiz::is_right(question, answer));
                        Some((drawn.question.clone(), right))
                    })
                    .collect()
            })
            .collect()
    }

    fn test(&self) -> Option<Test> {
        let pack = &self.state.script.pack;
        let rules = pack.final_test?;
        let counted: Vec<_> =
            self.state.standing().filter_map(Self::counted).filter_map(|attempt| attempt.result).collect();
        let mut scores = vec![0_u32; rules.draw + 1];
        for result in &counted {
            scores[result.correct.min(rules.draw)] += 1;
        }
        let (correct, total) =
            counted.iter().fold((0, 0), |(correct, total), one| (correct + one.correct, total + one.total));
        let mut items: Vec<TestItem> = quiz::analyse(&self.graded())
            .into_iter()
            .filter_map(|item| {
                let (theme, question) = pack.test_question(&item.question)?;
                Some(TestItem {
                    theme: pack.themes.iter().position(|other| other.id == theme.id)? + 1,
                    text: self.asked(question),
                    asked: item.asked,
                    correct: item.correct,
                    difficulty: item.difficulty,
                    discrimination: item.discrimination.map(|value| i18n::decimal(self.lang, value, 2)),
                    is_weak: item.discrimination.is_some_and(|value| value < WEAK),
                })
            })
            .collect();
        items.sort_by(|a, b| a.theme.cmp(&b.theme).then_with(|| a.text.cmp(&b.text)));
        Some(Test {
            taken: counted.len(),
            passed: counted.iter().filter(|result| result.passed).count(),
            mean_percent: percent(correct, total),
            pass_percent: rules.pass_percent,
            scores,
            passing: (0..=rules.draw)
                .find(|correct| quiz::passes(*correct, rules.draw, rules.pass_percent))
                .unwrap_or(rules.draw),
            items,
            fewest_for_difficulty: quiz::FEWEST_FOR_DIFFICULTY,
            fewest_for_discrimination: quiz::FEWEST_FOR_DISCRIMINATION,
        })
    }

    fn themes(&self) -> Vec<Theme> {
        let end = self.state.closed_at.unwrap_or(self.state.opened_at);
        let times = self.state.theme_times(end);
        let presences: Vec<_> =
            self.state.standing().map(|participant| self.state.presence_in(&times, participant, end)).collect();
        let graded = self.graded();
        self.state
            .script
            .pack
            .themes
            .iter()
            .enumerate()
            .map(|(at, theme)| {
                let questions: Vec<RoomQuestion> =
                    theme.steps.iter().filter_map(|step| self.room_question(step)).collect();
                // The first vote: what the room knew before it talked.
                let first = questions.iter().filter_map(|question| question.rounds.first());
                let (right, judged) =
                    first.fold((0, 0), |(right, all), round| (right + round.right, all + round.judged));
                let test: Vec<bool> = graded
                    .iter()
                    .flatten()
                    .filter(|(id, _)| theme.test.iter().any(|question| question.id == **id))
                    .map(|(_, right)| *right)
                    .collect();
                Theme {
                    title: self.fill(&theme.title),
                    planned_minutes: theme.planned_minutes(),
                    real_minutes: times.get(at).map_or(0, |time| minutes(time.real)),
                    attended: presences
                        .iter()
                        .filter(|presence| presence.themes.get(at).is_some_and(|theme| theme.attended))
                        .count(),
                    room_percent: percent(to_usize(right), to_usize(judged)),
                    test_percent: percent(test.iter().filter(|right| **right).count(), test.len()),
                    questions,
                }
            })
            .collect()
    }

    /// A question of the room with its rounds; `None` when it was not asked.
    fn room_question(&self, step: &Step) -> Option<RoomQuestion> {
        let question = step.question()?;
        let asked = self.state.questions.get(&step.id)?;
        let options = self.options(question);
        let rounds: Vec<RoomRound> = (1..=u32::try_from(asked.rounds.len()).ok()?)
            .filter_map(|round| {
                let tally = self.state.tally(&step.id, round)?;
                let counts: Vec<u32> = options.iter().filter_map(|(id, _)| tally.counts.get(id).copied()).collect();
                let Tally { answered, right, judged, .. } = tally;
                Some(RoomRound {
                    answered,
                    counts,
                    right_percent: percent(to_usize(right), to_usize(judged)),
                    right,
                    judged,
                })
            })
            .collect();
        Some(RoomQuestion {
            text: self.asked(question),
            options: options.into_iter().map(|(_, option)| option).collect(),
            rounds,
        })
    }

    /// The options with the letters the room saw.
    fn options(&self, question: &Question) -> Vec<(Id, RoomOption)> {
        let worded: Vec<(Id, String, bool)> = match &question.body {
            QuestionBody::Scenario { options, .. } => {
                options.iter().map(|option| (option.id.clone(), self.fill(&option.text), option.correct)).collect()
            }
            QuestionBody::Choice { options, .. } => {
                options.iter().map(|option| (option.id.clone(), self.fill(&option.text), option.correct)).collect()
            }
            QuestionBody::Statement { is_true, .. } => {
                return vec![
                    verdict("true", say::verdict_true().text(self.lang), *is_true),
                    verdict("false", say::verdict_false().text(self.lang), !*is_true),
                ];
            }
            QuestionBody::Order { .. } => return Vec::new(),
        };
        quiz::room_order(question, self.state.setup.seed)
            .into_iter()
            .zip('A'..)
            .filter_map(|(id, letter)| {
                let (id, text, correct) = worded.iter().find(|(known, _, _)| *known == id)?.clone();
                Some((id, RoomOption { letter: letter.to_string(), text, correct }))
            })
            .collect()
    }

    /// What a question asks, in one line.
    fn asked(&self, question: &Question) -> String {
        match &question.body {
            QuestionBody::Scenario { title, question, .. } => format!("{}: {}", self.fill(title), self.fill(question)),
            QuestionBody::Statement { text, .. }
            | QuestionBody::Choice { text, .. }
            | QuestionBody::Order { text, .. } => self.fill(text),
        }
    }

    fn feedback(&self) -> Vec<FeedbackResult> {
        let Some(form) = &self.state.script.pack.feedback else { return Vec::new() };
        form.questions
            .iter()
            .map(|question| {
                let answers = self.state.feedback.values().filter_map(|form| form.answers.get(&question.id));
                let mut result = FeedbackResult {
                    text: self.fill(&question.text),
                    low: String::new(),
                    high: String::new(),
                    counts: Vec::new(),
                    mean: None,
                    texts: Vec::new(),
                };
                if let FeedbackKind::Scale { low, high } = &question.kind {
                    result.low = self.fill(low);
                    result.high = self.fill(high);
                    result.counts = vec![0; 5];
                }
                for answer in answers {
                    match answer {
                        FeedbackAnswer::Scale(value) => {
                            if let Some(count) = result.counts.get_mut(usize::from(*value).wrapping_sub(1)) {
                                *count += 1;
                            }
                        }
                        FeedbackAnswer::Text(text) => result.texts.push(text.clone()),
                    }
                }
                // Their order tells nothing: neither who wrote first nor what else they answered.
                result.texts.sort();
                let given: u32 = result.counts.iter().sum();
                let sum: u32 = result.counts.iter().zip(1..).map(|(count, value)| count * value).sum();
                result.mean = (given > 0).then(|| i18n::decimal(self.lang, f64::from(sum) / f64::from(given), 1));
                result
            })
            .collect()
    }

    fn items(&self) -> Vec<Noted> {
        let items = self.state.items.values();
        items
            .map(|item| Noted {
                text: item.text.clone(),
                at: item.step.as_ref().map(|step| self.place(step)).unwrap_or_default(),
            })
            .collect()
    }

    fn skipped(&self) -> Vec<Noted> {
        self.state.skipped.iter().map(|(step, reason)| Noted { text: reason.clone(), at: self.place(step) }).collect()
    }

    /// Where a step stands: its theme and its own title.
    fn place(&self, id: &Id) -> String {
        let Some((theme, step)) = self.state.script.pack.step(id) else { return id.to_string() };
        let title = match &step.body {
            StepBody::Slide(slide) => self.fill(&slide.title),
            StepBody::Question(question) => self.asked(question),
            StepBody::Discussion(discussion) => self.fill(&discussion.title),
            StepBody::Break { title } => self.fill(title),
        };
        format!("{} – {title}", self.fill(&theme.title))
    }
}

/// `part` of `whole` in per cent, rounded; `None` of nothing.
fn percent(part: usize, whole: usize) -> Option<u32> {
    let rounded = (part * 200 + whole).checked_div(whole * 2)?;
    u32::try_from(rounded).ok()
}

/// An answer to a statement, which has no letter.
fn verdict(id: &str, text: String, correct: bool) -> (Id, RoomOption) {
    (Id::from(id), RoomOption { letter: String::new(), text, correct })
}

fn to_usize(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

/// Whole minutes, rounded to the nearest.
fn minutes(duration: SignedDuration) -> u32 {
    u32::try_from((duration.as_secs() + 30) / 60).unwrap_or(0)
}
