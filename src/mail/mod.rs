//! The handout by mail: drafts for the trainer's mail program, or sent through a configured SMTP server.
//!
//! Every message goes to one address alone. What the server has taken is remembered in the session's
//! folder before the next message is begun, so that nothing is sent twice; where the line broke after a
//! message was handed over, it counts as unsure, and only the trainer decides to send it again.
//!
//! The only module that names lettre.

mod account;
mod authority;
mod connection;
mod drafts;
mod ledger;
mod letter;
mod list;
mod recipients;
mod send;
mod trouble;

pub use account::Account;
pub use account::AccountFault;
pub use account::Security;
pub use account::is_address;
pub use connection::Patience;
pub use drafts::Drafts;
pub use drafts::write_drafts;
pub use ledger::Ledger;
pub use ledger::Standing;
pub use letter::Letter;
pub use letter::Material;
pub use list::Enclosed;
pub use list::list_draft;
pub use recipients::Recipient;
pub use recipients::recipients;
pub use send::Again;
pub use send::Mailing;
pub use send::Outcome;
pub use send::Progress;
pub use send::Report;
pub use send::send;
pub use send::send_test;
pub use trouble::Trouble;
