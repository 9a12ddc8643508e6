//! Sending to every address in turn, remembering each before the next.

use std::collections::BTreeSet;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::PoisonError;

use crate::clock::Clock;
use crate::i18n::Lang;
use crate::mail::Account;
use crate::mail::Ledger;
use crate::mail::Letter;
use crate::mail::Material;
use crate::mail::Patience;
use crate::mail::Recipient;
use crate::mail::Standing;
use crate::mail::Trouble;
use crate::mail::connection::Connection;
use crate::mail::connection::Failure;
use crate::mail::letter;
use crate::mail::letter::Purpose;

/// The ledgers of sendings under way: two of one session would not know of each other's messages.
static UNDER_WAY: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

/// The only sending of its session, as long as it lives.
struct Alone<'a>(&'a Path);

impl<'a> Alone<'a> {
    fn with(ledger: &'a Path) -> Option<Self> {
        let is_first = UNDER_WAY.lock().unwrap_or_else(PoisonError::into_inner).insert(ledger.to_owned());
        is_first.then_some(Self(ledger))
    }
}

impl Drop for Alone<'_> {
    fn drop(&mut self) {
        UNDER_WAY.lock().unwrap_or_else(PoisonError::into_inner).remove(self.0);
    }
}

/// What is to be sent, and how.
#[derive(Clone, Debug)]
pub struct Mailing {
    /// Through which server, in whose name.
    pub account: Account,
    /// The server's password; kept no longer than the sending.
    pub password: String,
    /// What every message says.
    pub letter: Letter,
    /// What is attached.
    pub material: Material,
    /// To whom.
    pub recipients: Vec<Recipient>,
    /// Where it is remembered what was sent: [`Ledger::path`] of the session.
    pub ledger: PathBuf,
    /// Whether addresses are written to of which it is not known that nothing has arrived.
    pub again: Again,
    /// How long the server is waited for.
    pub patience: Patience,
}

/// Whether to write to those who may have got the message already. Nobody gets it again who surely has it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Again {
    /// Not to those of whom it is unsure, nor to those for whom a draft was written.
    #[default]
    No,
    /// To them too: the trainer has said so.
    Unsure,
}

/// How far a sending is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress<'a> {
    /// Whose turn it is, from 1.
    pub number: usize,
    /// Of how many.
    pub of: usize,
    /// To whom.
    pub address: &'a str,
}

/// What became of one address.
#[derive(Debug)]
pub enum Outcome {
    /// The server has taken the message.
    Sent,
    /// The server had taken it before, or it is unsure whether it had and nobody asked for another.
    Left,
    /// Nothing was sent.
    Failed(Trouble),
    /// The line broke before the server said that it took it.
    Unsure(Trouble),
    /// Its turn never came.
    NotTried,
}

/// What became of a sending.
#[derive(Debug)]
pub struct Report {
    /// What became of each address, in their order.
    pub outcomes: Vec<(Recipient, Outcome)>,
    /// Why it ended before its end; `None` when it did not, or was given up.
    pub stopped: Option<Trouble>,
}

impl Report {
    /// How many messages the server has taken.
    pub fn sent(&self) -> usize {
        self.outcomes.iter().filter(|(_, outcome)| matches!(outcome, Outcome::Sent)).count()
    }
}

/// Sends to every address in turn; blocks until it is over.
///
/// `is_given_up` is asked before each message: one that is under way is brought to its end.
pub fn send(
    mailing: &Mailing,
    clock: &dyn Clock,
    progress: &mut dyn FnMut(Progress<'_>),
    is_given_up: &dyn Fn() -> bool,
) -> Report {
    let outcomes = mailing.recipients.iter().map(|recipient| (recipient.clone(), Outcome::NotTried)).collect();
    let mut report = Report { outcomes, stopped: None };
    let Some(_alone) = Alone::with(&mailing.ledger) else {
        report.stopped = Some(Trouble::Busy);
        return report;
    };
    let mut line = Line { mailing, clock, connection: None };
    report.stopped = line.go_through(&mut report.outcomes, progress, is_given_up).err();
    if let Some(connection) = line.connection.take() {
        connection.close();
    }
    report
}

struct Line<'a> {
    mailing: &'a Mailing,
    clock: &'a dyn Clock,
    connection: Option<Connection<'a>>,
}

impl<'a> Line<'a> {
    /// Goes through the addresses.
    ///
    /// # Errors
    /// At what concerns all of them.
    fn go_through(
        &mut self,
        outcomes: &mut [(Recipient, Outcome)],
        progress: &mut dyn FnMut(Progress<'_>),
        is_given_up: &dyn Fn() -> bool,
    ) -> Result<(), Trouble> {
        let mailing = self.mailing;
        let mut ledger = Ledger::load(mailing.ledger.clone())?;
        let of = outcomes.len();
        for (index, (recipient, outcome)) in outcomes.iter_mut().enumerate() {
            let key = recipient.key();
            let is_left = match ledger.standing(&key) {
                Some(Standing::Sent(_)) => true,
                Some(Standing::Begun(_) | Standing::Drafted(_)) => mailing.again == Again::No,
                None => false,
            };
            if is_left {
                *outcome = Outcome::Left;
                continue;
            }
            if is_given_up() {
                return Ok(());
            }
            progress(Progress { number: index + 1, of, address: &recipient.address });
            match self.send_one(recipient, &key, &mut ledger) {
                Ok(()) => *outcome = Outcome::Sent,
                Err(Stop::Here(trouble)) => *outcome = Outcome::Failed(trouble),
                Err(Stop::Unsure(trouble)) => *outcome = Outcome::Unsure(trouble),
                Err(Stop::All(trouble)) => return Err(trouble),
            }
        }
        Ok(())
    }

    fn send_one(&mut self, recipient: &Recipient, key: &str, ledger: &mut Ledger) -> Result<(), Stop> {
        let mailing = self.mailing;
        let now = self.clock.now();
        let made = mailing.letter.message(recipient, &mailing.material, now, Purpose::Send);
        let message = made.map_err(Stop::of)?;
        let before = ledger.standing(key);
        loop {
            let connection = self.connected()?;
            let is_used = connection.taken > 0;
            // What a crash leaves here counts as unsure.
            ledger.set(key, Standing::Begun(now)).map_err(|error| Stop::All(error.into()))?;
            let outcome = connection.deliver(mailing.letter.sender_address(), recipient.address.trim(), &message);
            let Err(Failure { trouble, is_broken, is_unsure, is_at_start }) = outcome else {
                return ledger.set(key, Standing::Sent(self.clock.now())).map_err(|error| Stop::All(error.into()));
            };
            if is_broken {
                self.connection = None;
            }
            if is_unsure {
                return Err(Stop::Unsure(trouble));
            }
            ledger.restore(key, before).map_err(|error| Stop::All(error.into()))?;
            // Servers hang up after so many messages: over a new connection they go on.
            if !(is_used && is_broken && is_at_start) {
                return Err(Stop::of(trouble));
            }
        }
    }

    fn connected(&mut self) -> Result<&mut Connection<'a>, Stop> {
        let connection = match self.connection.take() {
            Some(connection) => connection,
            None => Connection::open(&self.mailing.account, &self.mailing.password, self.mailing.patience)
                .map_err(Stop::All)?,
        };
        Ok(self.connection.insert(connection))
    }
}

/// Why a message was not sent, and whether that is the end of all.
enum Stop {
    Here(Trouble),
    Unsure(Trouble),
    All(Trouble),
}

impl Stop {
    fn of(trouble: Trouble) -> Self {
        if trouble.concerns_all() { Self::All(trouble) } else { Self::Here(trouble) }
    }
}

/// Sends a short message to the sender alone, to see whether the account works; blocks until it is over.
///
/// # Errors
/// At the first step that does not succeed.
pub fn send_test(
    account: &Account,
    password: &str,
    lang: Lang,
    clock: &dyn Clock,
    patience: Patience,
) -> Result<(), Trouble> {
    let message = letter::test_message(account, lang, clock.now())?;
    let mut connection = Connection::open(account, password, patience)?;
    let own = account.from_address.trim();
    connection.deliver(own, own, &message).map_err(|failure| failure.trouble)?;
    connection.close();
    Ok(())
}
