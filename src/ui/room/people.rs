//! Who is here, who has gone and who is missing, as rows of the roster.

use crate::session::Expected;
use crate::session::Participant;
use crate::session::ParticipantId;
use crate::session::State;

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
    let mut rows: Vec<_> = state.participants.values().map(|one| (one, standing(one))).collect();
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::room::sample;

    #[test]
    fn those_here_come_first_and_each_group_is_in_the_order_of_names() {
        let mut state = sample::state();
        state.participants.get_mut(&ParticipantId(1)).unwrap().stays[0].to = Some(sample::start());
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
    fn a_removed_row_leaves_the_expected_person_missing_again() {
        let mut state = sample::state();
        state.participants.get_mut(&ParticipantId(1)).unwrap().removed = Some("mistake".to_owned());
        assert_eq!(missing(&state).len(), 2);
    }
}
