//! A row as it is being retyped, and the corrections that this comes to.

use egui::Ui;

use crate::i18n::messages::console;
use crate::profile::IdentifierKind;
use crate::session::Correction;
use crate::session::Details;
use crate::session::Participant;
use crate::session::ParticipantId;
use crate::ui::Cx;
use crate::ui::room::roster::time::on_day_of;
use crate::ui::room::view::View;
use crate::ui::widgets::Field;

/// A row as it is being retyped.
#[derive(Debug)]
pub(super) struct Fields {
    name: String,
    company: String,
    role: String,
    identifier: String,
    arrival: String,
    departure: String,
}

impl Fields {
    /// Begins with what stands.
    pub(super) fn of(view: View<'_>, person: &Participant) -> Self {
        let clock = |at: Option<jiff::Timestamp>| at.map(|at| view.clock(at)).unwrap_or_default();
        Self {
            name: person.details.name.clone(),
            company: person.details.company.clone(),
            role: person.details.role.clone(),
            identifier: person.details.identifier.clone().unwrap_or_default(),
            arrival: clock(person.stays.first().map(|stay| stay.from)),
            departure: clock(person.stays.last().and_then(|stay| stay.to)),
        }
    }

    /// Draws the fields; the first of them.
    pub(super) fn show(
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
    pub(super) fn corrections(&self, view: View<'_>, participant: ParticipantId) -> Option<Vec<Correction>> {
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
        let mut fields = Fields::of(view, person);
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
