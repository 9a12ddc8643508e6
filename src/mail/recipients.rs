//! To whom the handout goes: the addresses that participants have left.

use ring::digest::SHA256;
use ring::digest::digest;

use crate::session::ParticipantId;
use crate::session::State;
use crate::session::hex;

/// An address, and everybody who has left it: one message goes to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recipient {
    /// The address as it was first written.
    pub address: String,
    /// Who has left it, in the order of signing in.
    pub people: Vec<(ParticipantId, String)>,
}

impl Recipient {
    /// What stands for the address where it is remembered: SHA-256 of it, lower-case hexadecimal.
    pub fn key(&self) -> String {
        hex(digest(&SHA256, fold(&self.address).as_bytes()).as_ref())
    }

    /// The only person of this address; `None` where several share it.
    pub fn only_name(&self) -> Option<&str> {
        match &self.people[..] {
            [(_, name)] => Some(name),
            _ => None,
        }
    }

    /// Everybody's name in a row.
    pub fn names(&self) -> String {
        self.people.iter().map(|(_, name)| name.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// The addresses that stand in `state`, each once, in the order of signing in.
pub fn recipients(state: &State) -> Vec<Recipient> {
    let left = state.standing().filter_map(|row| Some((row.id, &row.details.name, row.handout_to.as_ref()?)));
    gather(left.map(|(id, name, address)| (id, name.clone(), address.clone())))
}

fn gather(left: impl Iterator<Item = (ParticipantId, String, String)>) -> Vec<Recipient> {
    let mut found: Vec<Recipient> = Vec::new();
    for (id, name, address) in left {
        match found.iter_mut().find(|known| fold(&known.address) == fold(&address)) {
            Some(known) => known.people.push((id, name)),
            None => found.push(Recipient { address, people: vec![(id, name)] }),
        }
    }
    found
}

/// Nobody means two mailboxes by `Aino@x.example` and `aino@x.example`.
fn fold(address: &str) -> String {
    address.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_two_share_gets_one_message() {
        let left = [(1, "Aino", "Talo@x.example"), (2, "Bertta", "b@x.example"), (3, "Cecilia", "talo@X.example ")];
        let left = left.map(|(id, name, address)| (ParticipantId(id), name.to_owned(), address.to_owned()));
        let found = gather(left.into_iter());
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].names(), "Aino, Cecilia");
        assert_eq!(found[0].only_name(), None);
        assert_eq!(found[1].only_name(), Some("Bertta"));
        assert_ne!(found[0].key(), found[1].key());
    }
}
