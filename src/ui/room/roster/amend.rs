//! Putting a row right: a correction, a removal, a merge or a void attempt, each with its reason.

use egui::Ui;

use crate::i18n::messages::common;
use crate::i18n::messages::console;
use crate::profile::IdentifierKind;
use crate::session::Command;
use crate::session::Correction;
use crate::session::Details;
use crate::session::Participant;
use crate::session::ParticipantId;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::room::parts::Asked;
use crate::ui::room::parts::Row;
use crate::ui::room::parts::entered;
use crate::ui::room::roster::time::on_day_of;
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

/// A row as it is being retyped.
#[derive(Debug)]
struct Fields {
    name: String,
    company: String,
    role: String,
    identifier: String,
    arrival: String,
    departure: String,
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
        let clock = |at: Option<jiff::Timestamp>| at.map(|at| view.clock(at)).unwrap_or_default();
        let fields = Fields {
            name: person.details.name.clone(),
            company: person.details.company.clone(),
            role: person.details.role.clone(),
            identifier: person.details.identifier.clone().unwrap_or_default(),
            arrival: clock(person.stays.first().map(|stay| stay.from)),
            departure: clock(person.stays.last().and_then(|stay| stay.to)),
        };
        Self::new(person, What::Correct(Box::new(fields)))
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

    /// Draws the dialog; true once it is done with.
    pub(crate) fn show(&mut self, ui: &Ui, cx: &Cx<'_>, view: View<'_>, version: u64, out: &mut Actions) -> bool {
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

impl Fields {
    /// Draws the fields; the first of them.
    fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        view: View<'_>,
        participant: ParticipantId,
        is_checked: bool,
    ) -> egui::Response {
        let theme = cx.theme;
        let missing = |value: &str| (is_checked && value.trim().is_empty()).then(|| view.say(console::field_missing()));
        let (label, error) = (view.say(console::field_name()), missing(&self.name));
        let first = Field::new(theme, &label).error(error.as_deref()).show(ui, &mut self.name);
        let (label, error) = (view.say(console::field_company()), missing(&self.company));
        Field::new(theme, &label).error(error.as_deref()).show(ui, &mut self.company);
        let label = view.say(console::field_role());
        Field::new(theme, &label).show(ui, &mut self.role);
        if let Some(label) = identifier_label(view) {
            Field::new(theme, &label).show(ui, &mut self.identifier);
        }
        let Some(person) = view.state.participants.get(&participant) else { return first };
        // Somebody here has no departure; one may be given for who left unnoticed.
        let wrong = |typed: &str| {
            let is_wrong = super::time::read(typed).is_none();
            (is_checked && is_wrong).then(|| view.say(console::time_wrong()))
        };
        ui.horizontal_top(|ui| {
            let (label, error) = (view.say(console::field_arrival()), wrong(&self.arrival));
            Field::new(theme, &label).error(error.as_deref()).width(160.0).show(ui, &mut self.arrival);
            let is_here = person.is_present();
            let (label, error) = (view.say(console::field_departure()), wrong(&self.departure));
            let error = error.filter(|_| !is_here || !self.departure.trim().is_empty());
            Field::new(theme, &label).error(error.as_deref()).width(160.0).show(ui, &mut self.departure);
        });
        first
    }

    /// What differs from the row as it stands; `None` when a time cannot be read or nothing differs.
    fn corrections(&self, view: View<'_>, participant: ParticipantId) -> Option<Vec<Correction>> {
        let person = view.state.participants.get(&participant)?;
        let zone = &view.state.setup.time_zone;
        let identifier = self.identifier.trim();
        let details = Details {
            name: self.name.trim().to_owned(),
            company: self.company.trim().to_owned(),
            role: self.role.trim().to_owned(),
            identifier: (!identifier.is_empty()).then(|| identifier.to_owned()),
        };
        let mut corrections = Vec::new();
        if details != person.details {
            corrections.push(Correction::Details(details));
        }
        let (first, last) = (person.stays.first()?, person.stays.last()?);
        // A time that reads as before is left alone: retyping it would lose its seconds.
        if self.arrival.trim() != view.clock(first.from) {
            corrections.push(Correction::Arrival(on_day_of(&self.arrival, first.from, zone)?));
        }
        let stands = last.to.map(|to| view.clock(to)).unwrap_or_default();
        if self.departure.trim() != stands {
            corrections.push(Correction::Departure(on_day_of(&self.departure, last.to.unwrap_or(last.from), zone)?));
        }
        (!corrections.is_empty()).then_some(corrections)
    }
}

fn identifier_label(view: View<'_>) -> Option<String> {
    let message = match view.state.setup.identifier {
        IdentifierKind::None => return None,
        IdentifierKind::TaxNumber => console::field_tax_number(),
        IdentifierKind::EmployeeNumber => console::field_employee_number(),
        IdentifierKind::Email => console::field_email(),
    };
    Some(view.say(message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::ui::room::sample;

    fn corrected(change: impl FnOnce(&mut Fields)) -> Option<Vec<Correction>> {
        let state = sample::state();
        let view = View { state: &state, now: sample::start(), lang: Lang::Fi };
        let person = &state.participants[&ParticipantId(1)];
        let Amend { what: What::Correct(mut fields), .. } = Amend::correct(view, person) else {
            panic!("a correction")
        };
        change(&mut fields);
        fields.corrections(view, person.id)
    }

    #[test]
    fn only_what_was_changed_is_corrected() {
        let arrival = corrected(|fields| fields.arrival = "9.10".to_owned());
        assert_eq!(arrival, Some(vec![Correction::Arrival("2026-11-23T07:10:00Z".parse().unwrap())]));
        let name = corrected(|fields| fields.name = " Aino Alto ".to_owned()).unwrap();
        assert!(matches!(name.as_slice(), [Correction::Details(details)] if details.name == "Aino Alto"));
    }

    #[test]
    fn somebody_who_left_unnoticed_is_given_a_departure() {
        let departure = corrected(|fields| fields.departure = "10.30".to_owned());
        assert_eq!(departure, Some(vec![Correction::Departure("2026-11-23T08:30:00Z".parse().unwrap())]));
    }

    #[test]
    fn a_row_that_was_not_changed_needs_no_correction() {
        assert_eq!(corrected(|_| ()), None);
    }

    #[test]
    fn a_time_that_cannot_be_read_corrects_nothing() {
        assert_eq!(corrected(|fields| fields.arrival = "kohta".to_owned()), None);
    }
}
