//! A connection to the server, step by step, so that each failure is known for what it is.

use std::error::Error as _;
use std::io::ErrorKind;
use std::net::SocketAddr;
use std::net::ToSocketAddrs as _;
use std::time::Duration;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::authentication::DEFAULT_MECHANISMS;
use lettre::transport::smtp::client::SmtpConnection;
use lettre::transport::smtp::commands::Data;
use lettre::transport::smtp::commands::Mail;
use lettre::transport::smtp::commands::Rcpt;
use lettre::transport::smtp::commands::Rset;
use lettre::transport::smtp::extension::ClientId;
use lettre::transport::smtp::extension::Extension;
use lettre::transport::smtp::extension::MailParameter;
use lettre::transport::smtp::response::Severity;

use crate::mail::Account;
use crate::mail::Security;
use crate::mail::Trouble;
use crate::mail::authority;
use crate::mail::letter::address;

/// How much of a message is handed to the operating system at once, in bytes.
const PIECE: usize = 64 * 1024;

/// How long the server is waited for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// For the connection and the greeting.
    pub greeting: Duration,
    /// For the answer to a command.
    pub answer: Duration,
    /// For the word that a message was taken; servers that look for viruses need a while.
    pub taken: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { greeting: Duration::from_secs(15), answer: Duration::from_mins(1), taken: Duration::from_mins(4) }
    }
}

/// An open connection that takes messages.
pub(super) struct Connection<'a> {
    account: &'a Account,
    patience: Patience,
    smtp: SmtpConnection,
    /// Messages that the server has taken over it.
    pub(super) taken: u32,
}

/// Why one message was not taken, and what that means for the connection.
pub(super) struct Failure {
    pub(super) trouble: Trouble,
    /// The connection can be used no more.
    pub(super) is_broken: bool,
    /// The server may have taken the message all the same.
    pub(super) is_unsure: bool,
    /// Nothing of the message had been said yet.
    pub(super) is_at_start: bool,
}

impl<'a> Connection<'a> {
    /// Connects, encrypts and signs in.
    ///
    /// # Errors
    /// At the first step that does not succeed.
    pub(super) fn open(account: &'a Account, password: &str, patience: Patience) -> Result<Self, Trouble> {
        let (host, port) = (account.host.trim(), account.port());
        let not_found = || Trouble::HostNotFound { host: host.to_owned() };
        let places: Vec<SocketAddr> = (host, port).to_socket_addrs().map_err(|_unknown| not_found())?.collect();
        if places.is_empty() {
            return Err(not_found());
        }
        let tls = match account.security {
            Security::StartTls | Security::Tls => Some(authority::tls(account)?),
            Security::None => None,
        };
        let at_once = tls.as_ref().filter(|_| account.security == Security::Tls);
        let me = ClientId::default();
        let greeting = Some(patience.greeting);
        let fault = |error: Error| connecting(account, &error);
        let mut smtp = SmtpConnection::connect(places.as_slice(), greeting, &me, at_once, None).map_err(fault)?;
        if let Some(tls) = tls.as_ref().filter(|_| account.security == Security::StartTls) {
            if !smtp.can_starttls() {
                smtp.abort();
                return Err(Trouble::NoStartTls { host: host.to_owned() });
            }
            smtp.starttls(tls, &me).map_err(fault)?;
        }
        smtp.set_timeout(Some(patience.answer)).map_err(|_gone| Trouble::Lost { host: host.to_owned() })?;
        let mut connection = Self { account, patience, smtp, taken: 0 };
        if account.signs_in() {
            connection.sign_in(password)?;
        }
        Ok(connection)
    }

    fn sign_in(&mut self, password: &str) -> Result<(), Trouble> {
        let user = self.account.user.trim().to_owned();
        let credentials = Credentials::new(user.clone(), password.to_owned());
        let Err(error) = self.smtp.auth(DEFAULT_MECHANISMS, &credentials) else { return Ok(()) };
        self.smtp.abort();
        Err(match error.status().map(|code| code.severity) {
            Some(Severity::PermanentNegativeCompletion) => Trouble::WrongPassword { user, reply: reply(&error) },
            Some(_) => Trouble::Later { reply: reply(&error) },
            None if error.is_client() => Trouble::NoSignIn { host: self.host() },
            None => connecting(self.account, &error),
        })
    }

    /// Hands one message over and waits until the server has taken it.
    ///
    /// # Errors
    /// When the server has not, or has not said so.
    pub(super) fn deliver(&mut self, from: &str, to: &str, message: &[u8]) -> Result<(), Failure> {
        let failed = |trouble| Failure { trouble, is_broken: false, is_unsure: false, is_at_start: true };
        let (sender, recipient) = (address(from).map_err(failed)?, address(to).map_err(failed)?);
        let mut parameters = Vec::new();
        if let Some(foreign) = [&sender, &recipient].into_iter().find(|one| !one.to_string().is_ascii()) {
            if !self.smtp.server_info().supports_feature(Extension::SmtpUtfEight) {
                return Err(failed(Trouble::ForeignAddress { address: foreign.to_string() }));
            }
            parameters.push(MailParameter::SmtpUtfEight);
        }
        let begun = self.smtp.command(Mail::new(Some(sender), parameters));
        begun.map_err(|error| self.failure(&error, Step::Sender { address: from }))?;
        let named = self.smtp.command(Rcpt::new(recipient, Vec::new()));
        named.map_err(|error| self.failure(&error, Step::Recipient { address: to }))?;
        self.smtp.command(Data).map_err(|error| self.failure(&error, Step::Message { is_over: false }))?;
        self.wait_for(self.patience.taken);
        let mut is_over = false;
        let pieces = message.chunks(PIECE).map(Some).chain([None]).map_while(|piece| {
            // Asked for more after the last piece: all of it is on its way, and the final dot comes next.
            is_over |= piece.is_none();
            piece
        });
        let outcome = self.smtp.message_iter(pieces);
        self.wait_for(self.patience.answer);
        outcome.map_err(|error| self.failure(&error, Step::Message { is_over }))?;
        self.taken += 1;
        Ok(())
    }

    /// Says goodbye; the server may have gone already.
    pub(super) fn close(mut self) {
        self.smtp.abort();
    }

    fn host(&self) -> String {
        self.account.host.trim().to_owned()
    }

    fn wait_for(&mut self, time: Duration) {
        // Where it cannot be set the connection is gone, and the next step says so.
        drop(self.smtp.set_timeout(Some(time)));
    }

    /// What a failed step means; the connection is made ready for the next message where it can be.
    fn failure(&mut self, error: &Error, step: Step<'_>) -> Failure {
        let is_at_start = matches!(step, Step::Sender { .. });
        let Some(code) = error.status() else {
            let is_unsure = matches!(step, Step::Message { is_over: true });
            let host = self.host();
            self.smtp.abort();
            let trouble = match connecting(self.account, error) {
                _ if is_unsure => Trouble::Unconfirmed { host },
                // It has answered before: it is not the settings that are wrong.
                Trouble::NoConnection { .. } | Trouble::WrongProtection { .. } | Trouble::TimedOut { .. } => {
                    Trouble::Lost { host }
                }
                other => other,
            };
            return Failure { trouble, is_broken: true, is_unsure, is_at_start };
        };
        let reply = reply(error);
        let code = code.to_string();
        let is_for_good = error.is_permanent();
        let trouble = match step {
            _ if code == "530" => Trouble::WantsSignIn { host: self.host(), reply },
            _ if code == "552" => Trouble::TooLarge { reply },
            _ if !is_for_good => Trouble::Later { reply },
            Step::Sender { address } => Trouble::SenderRefused { address: address.to_owned(), reply },
            Step::Recipient { address } => Trouble::RecipientRefused { address: address.to_owned(), reply },
            Step::Message { .. } => Trouble::Refused { reply },
        };
        // 421 says that the server hangs up; else what was begun is taken back.
        let is_broken = code == "421" || self.smtp.command(Rset).is_err();
        if is_broken {
            self.smtp.abort();
        }
        Failure { trouble, is_broken, is_unsure: false, is_at_start }
    }
}

/// Which step of a message failed.
#[derive(Clone, Copy)]
enum Step<'a> {
    Sender { address: &'a str },
    Recipient { address: &'a str },
    Message { is_over: bool },
}

/// What the server has said, in its own words.
fn reply(error: &Error) -> String {
    let words = error.source().map(ToString::to_string).unwrap_or_default();
    match error.status() {
        Some(code) => format!("{code} {words}").trim().to_owned(),
        None => words,
    }
}

/// What a failure while connecting means.
fn connecting(account: &Account, error: &Error) -> Trouble {
    let (host, port) = (account.host.trim().to_owned(), account.port());
    if error.status().is_some() {
        return if error.is_transient() {
            Trouble::Later { reply: reply(error) }
        } else {
            Trouble::Refused { reply: reply(error) }
        };
    }
    let mut source = error.source();
    while let Some(cause) = source {
        if let Some(io) = cause.downcast_ref::<std::io::Error>() {
            if let Some(tls) = io.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>()) {
                return of_tls(host, port, tls);
            }
            return match io.kind() {
                ErrorKind::TimedOut | ErrorKind::WouldBlock => Trouble::TimedOut { host, port },
                // Hung up in the middle.
                ErrorKind::UnexpectedEof | ErrorKind::BrokenPipe | ErrorKind::ConnectionReset => Trouble::Lost { host },
                _ => Trouble::NoConnection { host, port, reason: io.to_string() },
            };
        }
        source = cause.source();
    }
    let reason = reply(error);
    // The library's words for an end of the stream.
    if reason == "incomplete response" {
        Trouble::Lost { host }
    } else {
        Trouble::WrongProtection { host, port, reason }
    }
}

fn of_tls(host: String, port: u16, error: &rustls::Error) -> Trouble {
    use rustls::CertificateError as Fault;
    let rustls::Error::InvalidCertificate(fault) = error else {
        return Trouble::WrongProtection { host, port, reason: error.to_string() };
    };
    match fault {
        Fault::NotValidForName | Fault::NotValidForNameContext { .. } => Trouble::CertificateName { host },
        Fault::Expired | Fault::ExpiredContext { .. } | Fault::NotValidYet | Fault::NotValidYetContext { .. } => {
            Trouble::CertificateTime { host }
        }
        other => Trouble::CertificateUntrusted { host, reason: other.to_string() },
    }
}
