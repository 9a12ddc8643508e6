//! Who is here, who has gone and who is missing, as rows of the roster.

use egui::Ui;

use crate::i18n::messages::console;
use crate::session::Expected;
use crate::session::Participant;
use crate::session::ParticipantId;
use crate::session::State;
use crate::ui::room::view::View;
use crate::ui::theme::Theme;
use crate::ui::widgets::Field;

/// Where somebody stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing {
    /// In the room.
    Here,
    /// Marked as gone; may come back.
    Gone,
    /// Signed out.
    SignedOut,
    /// Taken off the register.
    Removed,
    /// Merged into another row.
    Merged(ParticipantId),
}

/// Where `participant` stands.
pub(crate) fn standing(participant: &Participant) -> Standing {
    if let Some(into) = participant.merged_into {
        Standing::Merged(into)
    } else if participant.removed.is_some() {
        Standing::Removed
    } else if participant.is_present() {
        Standing::Here
    } else if participant.signed_out {
        Standing::SignedOut
    } else {
        Standing::Gone
    }
}

/// Everybody who has signed in: those here first, then by name.
pub(crate) fn rows(state: &State) -> Vec<(&Participant, Standing)> {
    let mut rows: Vec<_> = state.participants.values().map(|one| (one.as_ref(), standing(one))).collect();
    rows.sort_by_cached_key(|(one, standing)| (*standing, one.details.name.to_lowercase(), one.id));
    rows
}

/// Those who are expected and have not signed in.
pub(crate) fn missing(state: &State) -> Vec<&Expected> {
    let has_come = |expected: &&Expected| {
        let same = |one: &str, other: &str| key(one) == key(other);
        let is_them = |one: &Participant| {
            let identifiers = (&expected.identifier, &one.details.identifier);
            matches!(identifiers, (Some(left), Some(right)) if same(left, right))
                || same(&expected.name, &one.details.name)
                    && (expected.company.is_empty() || same(&expected.company, &one.details.company))
        };
        !state.standing().any(is_them)
    };
    state.setup.expected.iter().filter(has_come).collect()
}

/// Names are compared without regard to case and spacing.
fn key(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// More people than this are searched by name.
const SEARCHED: usize = 12;

/// The search over a list of people, there only when the list is long.
#[derive(Debug, Default)]
pub(crate) struct Search {
    typed: String,
}

impl Search {
    /// Draws the field above a list of `count` people.
    pub(crate) fn show(&mut self, ui: &mut Ui, theme: &Theme, view: View<'_>, count: usize) {
        if count > SEARCHED {
            Field::new(theme, &view.say(console::roster_search())).show(ui, &mut self.typed);
        } else {
            self.typed.clear();
        }
    }

    /// Whether the search lets somebody stand in the list.
    pub(crate) fn keeps(&self, participant: &Participant) -> bool {
        let words = format!("{} {}", participant.details.name, participant.details.company);
        key(&words).contains(&key(&self.typed))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::ui::room::sample;

    #[test]
    fn those_here_come_first_and_each_group_is_in_the_order_of_names() {
        let mut state = sample::state();
        Arc::make_mut(state.participants.get_mut(&ParticipantId(1)).unwrap()).stays[0].to = Some(sample::start());
        let seen: Vec<(u32, Standing)> = rows(&state).into_iter().map(|(one, standing)| (one.id.0, standing)).collect();
        assert_eq!(seen, [(2, Standing::Here), (3, Standing::Here), (1, Standing::Gone)]);
    }

    #[test]
    fn somebody_expected_is_missing_until_they_sign_in_however_their_name_is_typed() {
        let state = sample::state();
        let missing: Vec<&str> = missing(&state).into_iter().map(|one| one.name.as_str()).collect();
        assert_eq!(missing, ["Daavid Dahl"]);
    }

    #[test]
    fn people_are_found_by_any_part_of_name_or_company_in_any_case() {
        let state = sample::state();
        let found = |typed: &str| {
            let search = Search { typed: typed.to_owned() };
            state.participants.values().filter(|one| search.keeps(one)).count()
        };
        assert_eq!((found(""), found("BERG"), found("kaivu"), found("xyz")), (3, 1, 3, 0));
    }

    #[test]
    fn a_removed_row_leaves_the_expected_person_missing_again() {
        let mut state = sample::state();
        Arc::make_mut(state.participants.get_mut(&ParticipantId(1)).unwrap()).removed = Some("mistake".to_owned());
        assert_eq!(missing(&state).len(), 2);
    }
}
