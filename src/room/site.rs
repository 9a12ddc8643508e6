//! Where the room answers: its address, and the headers that follow from it.

use std::collections::BTreeMap;
use std::net::SocketAddr;

use crate::room::keys::Keys;
use crate::room::reach::Seen;
use crate::room::status::{Handout, Link, Network, Status};
use crate::session::ParticipantId;

/// Where the room answers.
#[derive(Clone, Debug)]
pub(super) struct Site {
    pub(super) address: SocketAddr,
    pub(super) network: Network,
    /// What the `Host` header must say: no other name may lead here (DNS rebinding).
    pub(super) host: String,
    /// What the `Origin` header of a socket or a post must say.
    pub(super) origin: String,
    /// The `Content-Security-Policy`.
    pub(super) policy: String,
}

impl Site {
    pub(super) fn new(address: SocketAddr, network: Network) -> Self {
        // A browser leaves the port out where it is the scheme's own.
        let host = match (address, address.port()) {
            (SocketAddr::V4(address), 80) => address.ip().to_string(),
            (SocketAddr::V6(address), 80) => format!("[{}]", address.ip()),
            (address, _) => address.to_string(),
        };
        let policy = format!(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self' \
             ws://{host}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        );
        Self { address, network, origin: format!("http://{host}"), host, policy }
    }

    pub(super) fn status(
        &self,
        keys: &Keys,
        seen: &Seen,
        links: BTreeMap<ParticipantId, Link>,
        not_signed_in: usize,
        handout: Handout,
    ) -> Status {
        Status {
            address: self.address,
            url: format!("{}/", self.origin),
            join_url: format!("{}/#{}", self.origin, keys.token),
            code: keys.code.clone(),
            network: self.network,
            reach: seen.reach(),
            links,
            not_signed_in,
            handout,
        }
    }
}
