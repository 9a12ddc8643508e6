//! A self-study by one made-up learner: theme after theme in several sittings, wrong answers again, test, feedback.

use std::sync::Arc;

use crate::pack::Step;
use crate::pack::StepBody;
use crate::pack::Theme;
use crate::pack::ThemeOrder;
use crate::rehearse::RehearseError;
use crate::rehearse::play::Play;
use crate::session::Command;
use crate::session::Place;

/// After so many themes the learner leaves it for another day.
const THEMES_A_SITTING: usize = 4;

impl Play {
    pub(super) fn self_study(&mut self) -> Result<(), RehearseError> {
        self.wait_about(30, 90)?;
        self.sign_in(0)?;
        let pack = Arc::clone(&self.snapshot().state.script.pack);
        let mut themes: Vec<&Theme> = pack.themes.iter().collect();
        if pack.theme_order == ThemeOrder::Any && themes.len() > 2 {
            // Somebody who may choose does not begin with the foreword.
            themes.swap(0, 1);
        }
        let mut items = 0;
        for (count, theme) in themes.into_iter().enumerate() {
            self.studies = None;
            if count > 0 && count % THEMES_A_SITTING == 0 {
                self.wait_about(20 * 60 * 60, 28 * 60 * 60)?;
            }
            self.be_at(Place::Lobby)?;
            self.wait_about(10, 40)?;
            self.study_theme(theme, &mut items)?;
        }
        if let Some(rules) = pack.final_test {
            self.be_at(Place::FinalTest)?;
            for _ in 0..rules.attempts {
                if !self.snapshot().state.learner().is_some_and(|row| row.has_passed()) {
                    self.final_test()?;
                }
            }
        }
        if pack.feedback.is_some() {
            self.be_at(Place::Feedback)?;
            self.feedback()?;
        }
        self.be_at(Place::SignOut)?;
        self.sign_out()?;
        self.studies = None;
        self.wait_about(5, 20)?;
        self.ask(Command::Close)
    }

    fn be_at(&mut self, place: Place) -> Result<(), RehearseError> {
        self.studies = Some(place.clone());
        self.ask(Command::Go { to: place })
    }

    /// Does what is open of the theme, and then what was answered wrongly, until nothing is left.
    fn study_theme(&mut self, theme: &Theme, items: &mut usize) -> Result<(), RehearseError> {
        loop {
            let snapshot = self.snapshot();
            let state = &snapshot.state;
            let open = state.due_steps(theme).find(|step| !state.study.finished.contains(&step.id));
            let (step, right_percent) = match open {
                Some(step) => (step, 70),
                None => match state.to_repeat(theme).next() {
                    Some(step) => (step, 95),
                    None => return Ok(()),
                },
            };
            self.be_at(Place::Step(step.id.clone()))?;
            self.study_step(step, right_percent, items)?;
            self.ask(Command::FinishStep { step: step.id.clone() })?;
        }
    }

    fn study_step(&mut self, step: &Step, right_percent: usize, items: &mut usize) -> Result<(), RehearseError> {
        match &step.body {
            StepBody::Slide(_) | StepBody::Break { .. } => self.spend(step, 90),
            StepBody::Question(question) => {
                self.spend(step, 30)?;
                self.question(step, question, right_percent)
            }
            StepBody::Discussion(_) => {
                self.spend(step, 40)?;
                if self.random.chance(50) { self.note(&step.id, items) } else { Ok(()) }
            }
        }
    }
}
