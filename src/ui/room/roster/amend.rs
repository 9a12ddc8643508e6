//! Putting a row right: a correction, a removal, a merge or a void attempt, each with its reason.

use egui::Ui;

use crate::i18n::messages::common;
use crate::i18n::messages::console;
use crate::session::Command;
use crate::session::Participant;
use crate::session::ParticipantId;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::room::parts::Asked;
use crate::ui::room::parts::Row;
use crate::ui::room::parts::entered;
use crate::ui::room::roster::fields::Fields;
use crate::ui::room::view::View;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::body;
use crate::ui::widgets::dialog;
use crate::ui::widgets::strong;

/// Something that is being put right in somebody's row.
#[derive(Debug)]
pub(crate) struct Amend {
    participant: ParticipantId,
    name: String,
    what: What,
    reason: String,
    asked: Asked,
    is_checked: bool,
    has_begun: bool,
}

#[derive(Debug)]
enum What {
    Correct(Box<Fields>),
    Remove,
    Restore,
    Merge { into: Option<ParticipantId> },
    Void,
}

impl Amend {
    fn new(person: &Participant, what: What) -> Self {
        Self {
            participant: person.id,
            name: person.details.name.clone(),
            what,
            reason: String::new(),
            asked: Asked::default(),
            is_checked: false,
            has_begun: false,
        }
    }

    /// Retypes a row, beginning with what stands.
    pub(crate) fn correct(view: View<'_>, person: &Participant) -> Self {
        Self::new(person, What::Correct(Box::new(Fields::of(view, person))))
    }

    /// Takes a row off the register.
    pub(crate) fn remove(person: &Participant) -> Self {
        Self::new(person, What::Remove)
    }

    /// Puts a removed row back.
    pub(crate) fn restore(person: &Participant) -> Self {
        Self::new(person, What::Restore)
    }

    /// Joins a row with another one.
    pub(crate) fn merge(person: &Participant) -> Self {
        Self::new(person, What::Merge { into: None })
    }

    /// Declares the last attempt at the final test void.
    pub(crate) fn void(person: &Participant) -> Self {
        Self::new(person, What::Void)
    }

    /// Draws the dialog over the window while there is one, and puts it away once it is done with.
    pub(crate) fn show_over(
        amend: &mut Option<Self>,
        ui: &Ui,
        cx: &Cx<'_>,
        view: View<'_>,
        version: u64,
        out: &mut Actions,
    ) {
        if let Some(shown) = amend
            && shown.show(ui, cx, view, version, out)
        {
            *amend = None;
            ui.ctx().request_repaint();
        }
    }

    /// Draws the dialog; true once it is done with.
    fn show(&mut self, ui: &Ui, cx: &Cx<'_>, view: View<'_>, version: u64, out: &mut Actions) -> bool {
        let name = self.name.as_str();
        let heading = view.say(match &self.what {
            What::Correct(_) => console::correct_heading(name),
            What::Remove => console::remove_heading(name),
            What::Restore => console::restore_heading(name),
            What::Merge { .. } => console::merge_heading(name),
            What::Void => console::void_heading(name),
        });
        let response = dialog(ui.ctx(), cx.theme, "amend", &heading, 560.0, |ui| self.contents(ui, cx, view));
        let (is_asking, is_given_up) = response.inner;
        if is_asking {
            self.is_checked = true;
            let commands = self.commands(view);
            if let Some(commands) = commands {
                self.asked = Asked::at(version);
                for command in commands {
                    out.session(command);
                }
            }
        }
        is_given_up || response.should_close || self.asked.is_done(version)
    }

    /// Draws fields and buttons: whether it is asked for, whether it is given up.
    fn contents(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>) -> (bool, bool) {
        let theme = cx.theme;
        let is_checked = self.is_checked;
        let must = |missing: bool, message| (is_checked && missing).then(|| view.say(message));
        match &mut self.what {
            What::Correct(fields) => {
                let first = fields.show(ui, cx, view, self.participant, is_checked);
                if !self.has_begun {
                    first.request_focus();
                }
            }
            What::Remove => {
                body(ui, theme, &view.say(console::remove_explained()));
            }
            What::Restore => {
                body(ui, theme, &view.say(console::restore_explained()));
            }
            What::Void => {
                body(ui, theme, &view.say(console::void_explained()));
            }
            What::Merge { into } => {
                body(ui, theme, &view.say(console::merge_explained()));
                strong(ui, theme, &view.say(console::merge_into()));
                let mut others: Vec<&Participant> =
                    view.state.standing().filter(|one| one.id != self.participant).collect();
                others.sort_by_cached_key(|one| one.details.name.to_lowercase());
                for one in others {
                    let is_selected = *into == Some(one.id);
                    let row = Row { name: &one.details.name, detail: &one.details.company, state: None, is_selected };
                    if row.show(ui, theme).clicked() {
                        *into = Some(one.id);
                    }
                }
                if let Some(error) = must(into.is_none(), console::merge_choose()) {
                    crate::ui::widgets::error_line(ui, theme, &error);
                }
            }
        }
        ui.add_space(theme.grid);
        let label = view.say(console::reason());
        let help = view.say(console::reason_help());
        let error = must(self.reason.trim().is_empty(), console::reason_missing());
        let response =
            Field::new(theme, &label).help(&help).error(error.as_deref()).limit(200).show(ui, &mut self.reason);
        if !self.has_begun {
            self.has_begun = true;
            if !matches!(self.what, What::Correct(_)) {
                response.request_focus();
            }
        }
        let mut is_asking = entered(&response);
        let mut is_given_up = false;
        ui.add_space(theme.grid);
        ui.horizontal(|ui| {
            let word = view.say(match self.what {
                What::Correct(_) => console::save(),
                What::Remove => console::remove_now(),
                What::Restore => console::restore_now(),
                What::Merge { .. } => console::merge_now(),
                What::Void => console::void_now(),
            });
            is_asking |= ui.add(Button::primary(theme, word)).clicked();
            is_given_up = ui.add(Button::plain(theme, view.say(common::cancel()))).clicked();
        });
        (is_asking, is_given_up)
    }

    /// What to ask of the session; `None` while something is missing.
    fn commands(&self, view: View<'_>) -> Option<Vec<Command>> {
        let participant = self.participant;
        let reason = self.reason.trim().to_owned();
        if reason.is_empty() {
            return None;
        }
        Some(match &self.what {
            What::Correct(fields) => {
                let corrections = fields.corrections(view, participant)?;
                corrections
                    .into_iter()
                    .map(|correction| Command::Correct { participant, correction, reason: reason.clone() })
                    .collect()
            }
            What::Remove => vec![Command::Remove { participant, reason }],
            What::Restore => vec![Command::Restore { participant, reason }],
            What::Merge { into } => vec![Command::Merge { from: participant, into: (*into)?, reason }],
            What::Void => vec![Command::VoidAttempt { participant, reason }],
        })
    }
}
