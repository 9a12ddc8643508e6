//! Rows that may be one person.

use std::collections::BTreeMap;

use crate::session::Details;
use crate::session::Participant;
use crate::session::ParticipantId;
use crate::session::PhoneKey;
use crate::session::State;
use crate::session::clean::fold;
use crate::session::clean::folds_alike;

/// Two rows on the register that may be one person: the trainer looks, and merges them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PossibleDouble {
    /// The row that came first.
    pub first: ParticipantId,
    /// The row that came later.
    pub later: ParticipantId,
}

/// Whether these are one person as far as they tell: the same identifier, and, where no identifiers tell namesakes
/// apart, the same name and company.
pub(super) fn is_double(one: &Details, other: &Details) -> bool {
    match (&one.identifier, &other.identifier) {
        (Some(one), Some(other)) => folds_alike(one, other),
        _ => folds_alike(&one.name, &other.name) && folds_alike(&one.company, &other.company),
    }
}

impl State {
    /// The row that `phone` stands for: the one with which it signed in last, or the row into which that was merged.
    /// It may have been removed; then the phone may sign in anew.
    pub fn by_phone(&self, phone: &PhoneKey) -> Option<&Participant> {
        let mut row = self.participants.get(self.phones.get(phone)?)?;
        // In no journal of ours do merges lead in a circle; a foreign one must not stall us.
        for _ in 0..self.participants.len() {
            let Some(into) = row.merged_into else { break };
            row = self.participants.get(&into)?;
        }
        Some(row)
    }

    /// Rows on the register that may be one person, in the order in which the later ones signed in. Everybody at the
    /// desk is asked about; a phone is not, since it would learn who is here.
    pub fn possible_doubles(&self) -> Vec<PossibleDouble> {
        let mut seen: BTreeMap<(bool, String, String), ParticipantId> = BTreeMap::new();
        let mut doubles = Vec::new();
        for row in self.standing() {
            let Details { name, company, role: _, identifier } = &row.details;
            // A session asks everybody for an identifier or nobody.
            let key = match identifier {
                Some(identifier) => (true, fold(identifier), String::new()),
                None => (false, fold(name), fold(company)),
            };
            match seen.get(&key) {
                Some(first) => doubles.push(PossibleDouble { first: *first, later: row.id }),
                None => drop(seen.insert(key, row.id)),
            }
        }
        doubles
    }
}
