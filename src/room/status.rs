//! How the room stands, for the console and the projector.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::net::SocketAddr;

use jiff::Timestamp;

use crate::session::ParticipantId;

/// How the room stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// Where it answers.
    pub address: SocketAddr,
    /// What is typed into a phone's browser: `http://192.168.1.5:40123/`.
    pub url: String,
    /// What the QR code says: the address with the room's token, which a browser never sends over HTTP.
    pub join_url: String,
    /// What is typed on the page by those who came without the QR code.
    pub code: String,
    /// Whether the address is still there.
    pub network: Network,
    /// Whether phones get through.
    pub reach: Reach,
    /// Participants whose phones have been here since the room was opened.
    pub links: BTreeMap<ParticipantId, Link>,
    /// Phones that are connected and have not signed in.
    pub not_signed_in: usize,
    /// How the handout stands.
    pub handout: Handout,
}

/// A participant's phones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// How many are connected now; 0 when they have dropped.
    pub connections: usize,
    /// When one was last heard of.
    pub last_seen: Timestamp,
}

/// Whether the room's address is still there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    /// It is as it was when the room was opened.
    Same,
    /// The interface has no address any more: no phone gets through.
    Lost,
    /// The interface has another address than the room began with: phones must be told the new one.
    Moved {
        /// Where the room answered before.
        from: IpAddr,
    },
}

/// Whether phones get through, as far as can be known from here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Not tested yet.
    Untested,
    /// Not even this computer gets through to the address: something on it, such as a firewall, blocks the room.
    Blocked,
    /// This computer gets through; no other device has been seen. When phones cannot join though they are in
    /// the same Wi-Fi, a firewall or a Wi-Fi that keeps its clients apart is in the way.
    OnlyUs,
    /// Other devices have fetched the page, or come in with a page that they had.
    Reached {
        /// How many.
        devices: usize,
    },
}

/// How the handout stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handout {
    /// It is not released.
    Held,
    /// It is being made.
    Making,
    /// It can be downloaded in every language of the course.
    Ready,
    /// It could not be made in every language; the log says why.
    Failed,
}

impl Status {
    /// Whether nothing but the times of the last signs of life has changed.
    pub(super) fn is_same_but_for_times(&self, other: &Self) -> bool {
        let connections = |status: &Self| {
            status.links.iter().map(|(participant, link)| (*participant, link.connections)).collect::<Vec<_>>()
        };
        connections(self) == connections(other) && Self { links: other.links.clone(), ..self.clone() } == *other
    }
}
