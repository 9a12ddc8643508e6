//! What everything in the room shares: the engine's door, the connected phones, and how the room stands.

use std::collections::BTreeMap;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::sync::RwLock;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;
use std::time::Duration;
use std::time::Instant;

use jiff::Timestamp;
use tokio::sync::Notify;

use crate::clock::Clock as _;
use crate::clock::SystemClock;
use crate::engine::Client;
use crate::engine::Snapshot;
use crate::engine::Waker;
use crate::room::Plan;
use crate::room::feedback::Tickets;
use crate::room::handout::Shelf;
use crate::room::keys;
use crate::room::keys::Keys;
use crate::room::limits::Crowd;
use crate::room::limits::Failures;
use crate::room::page::Page;
use crate::room::phone::Outcome;
use crate::room::phone::Phone;
use crate::room::reach::Seen;
use crate::room::refusal::Hindrance;
use crate::room::site::Site;
use crate::room::status::{Handout, Link, Status};
use crate::room::view::{Common, Key, Wording};
use crate::session::Command;
use crate::session::ParticipantId;
use crate::session::PhoneKey;
use crate::session::Place;
use crate::text::LangTag;

/// Connections that have not said hello, in all and from one address: behind one address may be a whole room.
const MOST_STRANGERS: (usize, usize) = (1500, 1100);
/// Connections of one phone: its tabs, and those that were lost without a word.
const MOST_EACH: usize = 16;
/// Feedback forms that are being read, in all and from one address.
const MOST_FORMS: (usize, usize) = (128, 32);
/// Phones that have said hello.
pub(super) const MOST_PHONES: usize = 1500;
/// The status is published at most so often.
const STATUS_EVERY: Duration = Duration::from_millis(100);

/// What everything in the room shares.
pub(super) struct Hub {
    pub(super) client: Client,
    pub(super) plan: Plan,
    pub(super) keys: Keys,
    pub(super) page: Page,
    pub(super) shelf: Shelf,
    pub(super) tickets: Tickets,
    pub(super) strangers: Crowd,
    pub(super) forms: Crowd,
    pub(super) wrong_tokens: Failures,
    pub(super) wrong_codes: Failures,
    pub(super) seen: Seen,
    /// One for each language of the course.
    wordings: Vec<Wording>,
    commons: Vec<Mutex<Option<Arc<Common>>>>,
    site: RwLock<Arc<Site>>,
    phones: Mutex<Phones>,
    outcomes: Mutex<Vec<(Arc<Phone>, Outcome)>>,
    /// Rung when something was committed, or an outcome has come.
    pub(super) bell: Notify,
    /// Rung when the room is to close.
    pub(super) stop: Notify,
    status: RwLock<Arc<Status>>,
    is_status_stale: AtomicBool,
    waker: Waker,
}

#[derive(Default)]
struct Phones {
    connected: BTreeMap<u64, Arc<Phone>>,
    /// The connections of each phone, by their numbers.
    by_key: HashMap<PhoneKey, Vec<u64>>,
    next: u64,
    /// When the phones of those who are not connected now were last heard of.
    dropped: BTreeMap<ParticipantId, Timestamp>,
}

impl Hub {
    pub(super) fn new(client: Client, plan: Plan, keys: Keys, site: Site, waker: Waker) -> Self {
        let snapshot = client.snapshot();
        let script = &snapshot.state.script;
        let wordings: Vec<Wording> = script.pack.languages.iter().map(|tag| Wording::new(script, tag)).collect();
        let now = Instant::now();
        let seen = Seen::default();
        let status = site.status(&keys, &seen, BTreeMap::new(), 0, Handout::Held);
        Self {
            client,
            plan,
            page: Page::new(),
            shelf: Shelf::default(),
            tickets: Tickets::default(),
            strangers: Crowd::new(MOST_STRANGERS.0, MOST_STRANGERS.1),
            forms: Crowd::new(MOST_FORMS.0, MOST_FORMS.1),
            wrong_tokens: Failures::new(Duration::from_secs(10), 120, 2000, now),
            wrong_codes: Failures::new(Duration::from_mins(1), 30, 200, now),
            seen,
            commons: wordings.iter().map(|_| Mutex::default()).collect(),
            wordings,
            site: RwLock::new(Arc::new(site)),
            phones: Mutex::default(),
            outcomes: Mutex::default(),
            bell: Notify::new(),
            stop: Notify::new(),
            status: RwLock::new(Arc::new(status)),
            is_status_stale: AtomicBool::new(false),
            keys,
            waker,
        }
    }

    /// Where the room answers now.
    pub(super) fn site(&self) -> Arc<Site> {
        Arc::clone(&self.site.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The room answers elsewhere, or nowhere, from now on.
    pub(super) fn moves(&self, site: Site) {
        *self.site.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(site);
        self.status_changes();
    }

    pub(super) fn status(&self) -> Arc<Status> {
        Arc::clone(&self.status.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Something that the status tells has changed.
    pub(super) fn status_changes(&self) {
        if !self.is_status_stale.swap(true, Ordering::Relaxed) {
            self.bell.notify_one();
        }
    }

    /// Closes the room.
    pub(super) fn stop(&self) {
        self.stop.notify_one();
    }

    fn phones(&self) -> MutexGuard<'_, Phones> {
        self.phones.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a phone in, unless the room is full. Returns its number.
    ///
    /// Its earlier connections may be of another tab, or lost with something still on its way.
    pub(super) fn enters(&self, phone: &Arc<Phone>) -> Option<u64> {
        let mut guard = self.phones();
        let phones = &mut *guard;
        if phones.connected.len() >= MOST_PHONES {
            return None;
        }
        let number = phones.next;
        phones.next += 1;
        let earlier = phones.by_key.entry(phone.key.clone()).or_default();
        for other in earlier.iter().filter_map(|number| phones.connected.get(number)) {
            other.is_doubted();
        }
        if earlier.len() >= MOST_EACH
            && let Some(oldest) = phones.connected.get(&earlier.remove(0))
        {
            oldest.is_dismissed();
        }
        earlier.push(number);
        phones.connected.insert(number, Arc::clone(phone));
        drop(guard);
        self.status_changes();
        Some(number)
    }

    pub(super) fn leaves(&self, number: u64) {
        let mut phones = self.phones();
        if let Some(phone) = phones.connected.remove(&number) {
            if let Some(numbers) = phones.by_key.get_mut(&phone.key) {
                numbers.retain(|other| *other != number);
                if numbers.is_empty() {
                    phones.by_key.remove(&phone.key);
                }
            }
            if let Some(participant) = phone.participant() {
                phones.dropped.insert(participant, phone.heard_at());
            }
        }
        drop(phones);
        self.status_changes();
    }

    fn connected(&self) -> Vec<Arc<Phone>> {
        self.phones().connected.values().cloned().collect()
    }

    /// How many phones are connected.
    pub(super) fn count(&self) -> usize {
        self.phones().connected.len()
    }

    /// Ends every connection: the room closes, or answers elsewhere.
    pub(super) fn dismiss_all(&self) {
        for phone in self.connected() {
            phone.is_dismissed();
        }
    }

    pub(super) fn nudge(&self, participants: &[ParticipantId]) {
        let snapshot = self.client.snapshot();
        let Place::Step(step) = &snapshot.state.place else { return };
        for phone in self.connected() {
            if phone.participant().is_some_and(|participant| participants.contains(&participant)) {
                phone.is_nudged(step);
            }
        }
    }

    /// The language of the course nearest to `tag`, as an index: the room's own where it has no such language.
    pub(super) fn language(&self, tag: &str) -> usize {
        let of = |tag: &str| self.wordings.iter().position(|wording| wording.tag.as_str() == tag);
        of(tag).or_else(|| of(self.client.snapshot().state.setup.language.as_str())).unwrap_or(0)
    }

    pub(super) fn wording(&self, language: usize) -> &Wording {
        &self.wordings[language.min(self.wordings.len() - 1)]
    }

    /// Whether the course speaks this language.
    pub(super) fn has_language(&self, tag: &LangTag) -> bool {
        self.wordings.iter().any(|wording| wording.tag == *tag)
    }

    /// What every phone of this language is shown alike; made once for all of them.
    pub(super) fn common(&self, language: usize, snapshot: &Snapshot) -> Arc<Common> {
        let language = language.min(self.wordings.len() - 1);
        let mut kept = self.commons[language].lock().unwrap_or_else(PoisonError::into_inner);
        let key = Key::of(&snapshot.state);
        match &*kept {
            Some(common) if common.key == key => Arc::clone(common),
            _ => {
                let common = Arc::new(Common::of(&snapshot.state, &self.wordings[language]));
                *kept = Some(Arc::clone(&common));
                common
            }
        }
    }

    /// Puts what a phone asks for before the engine; the outcome comes back to the phone.
    pub(super) fn ask(self: &Arc<Self>, phone: &Arc<Phone>, id: u64, command: Command) {
        phone.asks();
        let (hub, asker) = (Arc::clone(self), Arc::clone(phone));
        let sent = self.client.send_with(command, move |outcome| {
            let result = outcome.map(|_snapshot| ()).map_err(Hindrance::Ask);
            hub.comes_back(asker, Outcome { id, result });
        });
        if sent.is_err() {
            phone.hears(Outcome { id, result: Err(Hindrance::Busy) });
        }
    }

    /// Called from the engine's thread: one bell for all outcomes of a commit.
    fn comes_back(&self, phone: Arc<Phone>, outcome: Outcome) {
        let mut outcomes = self.outcomes.lock().unwrap_or_else(PoisonError::into_inner);
        outcomes.push((phone, outcome));
        let is_first = outcomes.len() == 1;
        drop(outcomes);
        if is_first {
            self.bell.notify_one();
        }
    }

    /// Hands out outcomes, shows changes, and publishes the status, until the room closes.
    #[expect(clippy::infinite_loop, reason = "it is dropped when the room closes")]
    pub(super) async fn run(self: &Arc<Self>) {
        let mut known = Known { version: None, key: None, is_forgotten: false };
        let mut published_at = Instant::now();
        loop {
            let outcomes = std::mem::take(&mut *self.outcomes.lock().unwrap_or_else(PoisonError::into_inner));
            for (phone, outcome) in outcomes {
                phone.hears(outcome);
            }
            self.look(&mut known);
            let since = published_at.elapsed();
            let is_stale = self.is_status_stale.load(Ordering::Relaxed);
            if is_stale && since >= STATUS_EVERY {
                self.publish();
                published_at = Instant::now();
            }
            let rest = if is_stale { STATUS_EVERY.saturating_sub(since) } else { self.plan.look_every };
            // Nobody rings for the time that passes: it is what ages the last sign of life.
            if tokio::time::timeout(rest, self.bell.notified()).await.is_err() {
                self.is_status_stale.store(true, Ordering::Relaxed);
            }
        }
    }

    /// Has those phones shown the new snapshot that it concerns.
    fn look(self: &Arc<Self>, known: &mut Known) {
        let snapshot = self.client.snapshot();
        if known.version == Some(snapshot.version) {
            return;
        }
        known.version = Some(snapshot.version);
        let state = &snapshot.state;
        if state.handout_released {
            self.shelf.fill(self, &snapshot);
        }
        if state.closed_at.is_some() && !known.is_forgotten {
            known.is_forgotten = true;
            if let Err(error) = keys::forget(&snapshot.folder) {
                tracing::warn!(%error, "the keys of the closed room could not be removed");
            }
        }
        let key = Key::of(state);
        let is_for_all = known.key.as_ref() != Some(&key);
        known.key = Some(key);
        let mut is_row_new = false;
        for phone in self.connected() {
            if is_for_all {
                phone.goes_stale();
            } else {
                is_row_new |= phone.looks(state);
            }
        }
        if is_row_new {
            self.status_changes();
        }
    }

    fn publish(&self) {
        self.is_status_stale.store(false, Ordering::Relaxed);
        let mut links: BTreeMap<ParticipantId, Link> = BTreeMap::new();
        let mut not_signed_in = 0;
        let phones = self.phones();
        for (participant, last_seen) in &phones.dropped {
            links.insert(*participant, Link { connections: 0, last_seen: *last_seen });
        }
        for phone in phones.connected.values() {
            let Some(participant) = phone.participant() else {
                not_signed_in += 1;
                continue;
            };
            let heard_at = phone.heard_at();
            let link = links.entry(participant).or_insert(Link { connections: 0, last_seen: heard_at });
            link.connections += 1;
            link.last_seen = link.last_seen.max(heard_at);
        }
        drop(phones);
        let status = self.site().status(&self.keys, &self.seen, links, not_signed_in, self.shelf.state());
        let before = {
            let mut kept = self.status.write().unwrap_or_else(PoisonError::into_inner);
            std::mem::replace(&mut *kept, Arc::new(status.clone()))
        };
        if !before.is_same_but_for_times(&status) {
            (self.waker)();
        }
    }

    /// A device got through to the room: the page was fetched, or a phone came in, from here.
    pub(super) fn is_visited(&self, from: IpAddr) {
        if from != self.site().address.ip() && self.seen.is_new(from) {
            self.status_changes();
        }
    }
}

/// What the hub has looked at last.
struct Known {
    version: Option<u64>,
    key: Option<Key>,
    is_forgotten: bool,
}

/// The time now.
pub(super) fn now() -> Timestamp {
    SystemClock.now()
}
