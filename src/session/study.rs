//! Studying alone: what is done, what is left, and the active time.

use jiff::SignedDuration;
use jiff::Timestamp;

use crate::pack::Step;
use crate::pack::StepBody;
use crate::pack::Theme;
use crate::pack::{QuestionBody, ThemeOrder};
use crate::quiz;
use crate::quiz::Answer;
use crate::session::Participant;
use crate::session::Place;
use crate::session::Round;
use crate::session::State;
use crate::session::Stretch;
use crate::session::Study;
use crate::session::attendance::total;
use crate::text::Id;

/// A pause between two beats of activity that is shorter than this begins no new sitting.
pub const SITTING_GAP: SignedDuration = SignedDuration::from_mins(3);

impl Study {
    /// Active time altogether, on the course's home and in its test, too.
    pub fn active_altogether(&self) -> SignedDuration {
        self.active.values().fold(SignedDuration::ZERO, |sum, time| sum + *time)
    }

    /// Active time at `place`.
    pub fn active_at(&self, place: &Place) -> SignedDuration {
        self.active.get(place).copied().unwrap_or_default()
    }

    pub(super) fn count(&mut self, at: Timestamp, place: &Place, seconds: u32) {
        let time = SignedDuration::from_secs(i64::from(seconds));
        *self.active.entry(place.clone()).or_default() += time;
        match self.sittings.last_mut() {
            Some(last) if (at - time).duration_since(last.to) < SITTING_GAP => last.to = last.to.max(at),
            _ => self.sittings.push(Stretch { from: at - time, to: at }),
        }
    }
}

impl State {
    /// Who studies alone, once they have signed in.
    pub fn learner(&self) -> Option<&Participant> {
        self.standing().next().filter(|_| !self.setup.form.is_room())
    }

    /// The learner's last answer to the question on `step`, once it was shown whether it is right.
    pub fn shown_answer(&self, step: &Id) -> Option<&Answer> {
        let learner = self.learner()?.id;
        let is_shown = |round: &&Round| round.is_revealed && round.answers.contains_key(&learner);
        let round = self.questions.get(step)?.rounds.iter().rev().find(is_shown)?;
        round.answers.get(&learner).map(|(answer, _)| answer)
    }

    /// The steps of `theme` that are to be done: all but its breaks and the branches to which no answer led.
    pub fn due_steps<'a>(&'a self, theme: &'a Theme) -> impl Iterator<Item = &'a Step> {
        let entered = move |step: &Step| !step.branch_only || theme.steps.iter().any(|from| self.leads_to(from, step));
        theme.steps.iter().filter(move |step| !step.is_break() && entered(step))
    }

    /// Whether some answer of the learner's led from the scenario `from` to `to`.
    fn leads_to(&self, from: &Step, to: &Step) -> bool {
        let StepBody::Question(question) = &from.body else { return false };
        let QuestionBody::Scenario { options, .. } = &question.body else { return false };
        let leading = options.iter().filter(|option| option.leads_to.as_ref() == Some(&to.id));
        let rounds = self.questions.get(&from.id).map_or(&[][..], |question| &question.rounds);
        let learner = self.learner().map(|row| row.id);
        let mut answers =
            rounds.iter().filter(|round| round.is_revealed).filter_map(|round| round.answers.get(&learner?));
        let ids: Vec<&Id> = leading.map(|option| &option.id).collect();
        answers.any(|(answer, _)| match answer {
            Answer::Options(chosen) => chosen.iter().any(|id| ids.contains(&id)),
            Answer::Truth(_) | Answer::Order(_) => false,
        })
    }

    /// Questions of `theme` that come back at its end: their last answer was wrong.
    pub fn to_repeat<'a>(&'a self, theme: &'a Theme) -> impl Iterator<Item = &'a Step> {
        self.due_steps(theme).filter(|step| {
            let asked = step.question().zip(self.shown_answer(&step.id));
            asked.is_some_and(|(question, answer)| !quiz::is_right(question, answer))
        })
    }

    /// Whether the learner need not study the theme: an earlier register says that they did.
    pub fn is_credited(&self, theme: &Theme) -> bool {
        self.study.credits.contains_key(&theme.id)
    }

    /// Whether every step of the theme is done and every question was answered rightly in the end.
    pub fn is_theme_done(&self, theme: &Theme) -> bool {
        let mut due = self.due_steps(theme).peekable();
        due.peek().is_some()
            && due.all(|step| self.study.finished.contains(&step.id))
            && self.to_repeat(theme).next().is_none()
    }

    /// Themes that are neither done nor credited, in the course's order. One without steps of its own is never left.
    pub fn themes_left(&self) -> impl Iterator<Item = &Theme> {
        let has_steps = |theme: &&Theme| self.due_steps(theme).next().is_some();
        self.script
            .pack
            .themes
            .iter()
            .filter(has_steps)
            .filter(|theme| !self.is_theme_done(theme) && !self.is_credited(theme))
    }

    /// The theme that must be done before `theme`, where the course asks for an order.
    pub fn theme_before(&self, theme: &Id) -> Option<&Theme> {
        let is_ordered = self.script.pack.theme_order == ThemeOrder::Fixed;
        let first = self.themes_left().next().filter(|_| is_ordered)?;
        let place = |id: &Id| self.script.pack.themes.iter().position(|theme| theme.id == *id);
        (place(&first.id) < place(theme)).then_some(first)
    }

    /// Planned minutes of what is left of `theme`; none once it is done or credited.
    pub fn minutes_left(&self, theme: &Theme) -> u32 {
        if self.is_credited(theme) {
            return 0;
        }
        let is_open = |step: &&Step| !self.study.finished.contains(&step.id);
        self.due_steps(theme).filter(is_open).map(|step| step.minutes).sum()
    }

    /// Active time on the steps of `theme`.
    pub fn active_in(&self, theme: &Theme) -> SignedDuration {
        let steps = theme.steps.iter().map(|step| self.study.active_at(&Place::Step(step.id.clone())));
        steps.fold(SignedDuration::ZERO, |sum, time| sum + time)
    }

    /// How long the learner's sittings lasted altogether, short pauses included.
    pub fn time_in_sittings(&self) -> SignedDuration {
        total(&self.study.sittings)
    }
}
