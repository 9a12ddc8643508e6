//! Tickets for feedback: whoever holds one may give one form, and nothing ties it to who was given it.

use std::collections::HashMap;
use std::collections::HashSet;
use std::sync::Mutex;
use std::sync::PoisonError;

use crate::engine;
use crate::session::PhoneKey;

/// Tickets a phone may ask for: one, and two more should its answer get lost on the way.
const MOST_EACH: u8 = 3;

/// How a ticket is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// For the first time.
    First,
    /// For the form for which it was used before: its sender did not hear that it had arrived.
    Again,
}

/// The tickets of a room; they die with it.
#[derive(Default)]
pub(super) struct Tickets(Mutex<Known>);

#[derive(Default)]
struct Known {
    /// How many each phone has had; not which.
    given: HashMap<PhoneKey, u8>,
    /// Tickets that have not been used.
    open: HashSet<String>,
    /// Tickets that have been used, with the random key of the form, so that it may be sent again.
    used: HashMap<String, String>,
}

impl Tickets {
    /// A new ticket for a phone; `None` when it has had enough, or there is no randomness.
    pub(super) fn give(&self, phone: &PhoneKey) -> Option<String> {
        let ticket = engine::random_key().ok()?;
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let count = known.given.entry(phone.clone()).or_default();
        if *count >= MOST_EACH {
            return None;
        }
        *count += 1;
        known.open.insert(ticket.clone());
        Some(ticket)
    }

    /// Uses a ticket up for a form; `None` when it is not good for this form.
    pub(super) fn take(&self, ticket: &str, form: &str) -> Option<Use> {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.open.remove(ticket) {
            known.used.insert(ticket.to_owned(), form.to_owned());
            return Some(Use::First);
        }
        known.used.get(ticket).filter(|used| *used == form).map(|_| Use::Again)
    }

    /// Gives a ticket back whose form was not taken.
    pub(super) fn give_back(&self, ticket: &str) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.used.remove(ticket).is_some() {
            known.open.insert(ticket.to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ticket_is_good_for_one_form_which_may_be_sent_again() {
        let tickets = Tickets::default();
        let phone = PhoneKey("a".repeat(64));
        let ticket = tickets.give(&phone).unwrap();
        assert_eq!(tickets.take(&ticket, "one"), Some(Use::First));
        assert_eq!(tickets.take(&ticket, "one"), Some(Use::Again));
        assert_eq!(tickets.take(&ticket, "two"), None);
        tickets.give_back(&ticket);
        assert_eq!(tickets.take(&ticket, "two"), Some(Use::First));
        assert_eq!(tickets.take("unknown", "one"), None);
    }

    #[test]
    fn a_phone_that_lost_its_ticket_gets_another_but_not_for_ever() {
        let tickets = Tickets::default();
        let phone = PhoneKey("a".repeat(64));
        assert!((0..3).all(|_| tickets.give(&phone).is_some()));
        assert_eq!(tickets.give(&phone), None);
        assert!(tickets.give(&PhoneKey("b".repeat(64))).is_some());
    }
}
