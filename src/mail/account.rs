//! Through which server mail is sent, and in whose name.

use std::path::PathBuf;

use serde::Deserialize;
use serde::Serialize;

/// Through which server mail is sent, and in whose name. The password is never part of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Account {
    /// The server's name; empty while none is configured.
    pub host: String,
    /// The server's port; `None` for the usual one of its [`Security`].
    pub port: Option<u16>,
    /// How the connection is protected.
    pub security: Security,
    /// The name that signs in at the server; empty where the server asks for none.
    pub user: String,
    /// The sender's name; empty for the session's trainer.
    pub from_name: String,
    /// The sender's address.
    pub from_address: String,
    /// A file of certificates (PEM or DER) that are trusted besides the system's: a company's own authority.
    pub authority: Option<PathBuf>,
}

/// How the connection to the server is protected.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Security {
    /// The connection begins in the open and is encrypted before anything is said; demanded, not merely tried.
    #[default]
    StartTls,
    /// Encrypted from the first byte.
    Tls,
    /// Not at all: everybody on the way can read everything, the password too.
    None,
}

/// What keeps an account from being used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccountFault {
    /// No server is named.
    NoHost,
    /// The server's name has characters that no name has.
    BadHost,
    /// No sender's address is given.
    NoFrom,
    /// The sender's address is none.
    BadFrom,
}

impl Security {
    /// Every kind, the usual one first.
    pub const ALL: [Self; 3] = [Self::StartTls, Self::Tls, Self::None];

    /// The port that servers usually have for it.
    pub fn usual_port(self) -> u16 {
        match self {
            Self::StartTls => 587,
            Self::Tls => 465,
            Self::None => 25,
        }
    }
}

impl Account {
    /// The port that is used.
    pub fn port(&self) -> u16 {
        self.port.unwrap_or_else(|| self.security.usual_port())
    }

    /// Whether the server asks who sends.
    pub fn signs_in(&self) -> bool {
        !self.user.trim().is_empty()
    }

    /// The first thing that keeps the account from being used.
    pub fn fault(&self) -> Option<AccountFault> {
        let host = self.host.trim();
        if host.is_empty() {
            Some(AccountFault::NoHost)
        } else if !host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-:".contains(&byte)) {
            Some(AccountFault::BadHost)
        } else if self.from_address.trim().is_empty() {
            Some(AccountFault::NoFrom)
        } else if !is_address(&self.from_address) {
            Some(AccountFault::BadFrom)
        } else {
            None
        }
    }
}

/// Whether mail can be addressed to `text` at all.
pub fn is_address(text: &str) -> bool {
    text.trim().parse::<lettre::Address>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(host: &str, from: &str) -> Account {
        Account { host: host.to_owned(), from_address: from.to_owned(), ..Account::default() }
    }

    #[test]
    fn an_account_names_the_first_thing_it_lacks() {
        assert_eq!(account("", "").fault(), Some(AccountFault::NoHost));
        assert_eq!(account("https://posti.example/", "a@b.example").fault(), Some(AccountFault::BadHost));
        assert_eq!(account("posti.example", " ").fault(), Some(AccountFault::NoFrom));
        assert_eq!(account("posti.example", "taina").fault(), Some(AccountFault::BadFrom));
        assert_eq!(account(" posti.example ", "taina@esimerkki.example").fault(), None);
    }

    #[test]
    fn each_protection_has_its_usual_port_unless_another_is_given() {
        let ports = Security::ALL.map(|security| Account { security, ..Account::default() }.port());
        assert_eq!(ports, [587, 465, 25]);
        assert_eq!(Account { port: Some(2525), ..Account::default() }.port(), 2525);
    }

    #[test]
    fn settings_of_an_older_version_read_as_no_account() {
        assert_eq!(serde_json::from_str::<Account>("{}").unwrap(), Account::default());
    }
}
