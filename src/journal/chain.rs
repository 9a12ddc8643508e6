//! The hash chain over a journal's events.

use ring::digest;

use crate::session::hex;

/// How far the chain has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    length: u64,
    head: [u8; 32],
}

impl Chain {
    /// The chain of an empty journal of `session`.
    pub fn new(session: &str) -> Self {
        Self { length: 0, head: sha256(&[b"perehdytin journal v1\n", session.as_bytes()]) }
    }

    /// Takes the next event as it is stored; returns its hash.
    pub fn extend(&mut self, json: &str) -> [u8; 32] {
        self.length += 1;
        self.head = sha256(&[&self.head, json.as_bytes()]);
        self.head
    }

    /// How many events it spans.
    pub fn length(&self) -> u64 {
        self.length
    }

    /// The last event's hash, lower-case hexadecimal.
    pub fn head(&self) -> String {
        hex(&self.head)
    }
}

fn sha256(parts: &[&[u8]]) -> [u8; 32] {
    let mut context = digest::Context::new(&digest::SHA256);
    for part in parts {
        context.update(part);
    }
    let mut hash = [0; 32];
    hash.copy_from_slice(context.finish().as_ref());
    hash
}
