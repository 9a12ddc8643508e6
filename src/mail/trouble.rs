//! Why a message was not sent, and what the trainer can do about it.

use std::path::PathBuf;

use crate::engine::file_message;
use crate::files::FileError;
use crate::i18n::Message;
use crate::i18n::messages::mail as say;

/// Why a message was not sent. What a server has said comes last, in its own words.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the fields are the nouns of their variant")]
pub enum Trouble {
    /// Nobody knows a server of this name.
    #[error("no server is called {host}")]
    HostNotFound { host: String },
    /// Nobody answers there.
    #[error("{host}:{port} does not answer: {reason}")]
    NoConnection { host: String, port: u16, reason: String },
    /// No answer came in time.
    #[error("{host}:{port} did not answer in time")]
    TimedOut { host: String, port: u16 },
    /// What answers does not speak as a mail server with this protection does.
    #[error("{host}:{port} speaks otherwise: {reason}")]
    WrongProtection { host: String, port: u16, reason: String },
    /// The server cannot encrypt a connection that begins in the open.
    #[error("{host} offers no STARTTLS")]
    NoStartTls { host: String },
    /// The server's certificate comes from an authority that is not trusted here.
    #[error("the certificate of {host} is not trusted: {reason}")]
    CertificateUntrusted { host: String, reason: String },
    /// The certificate is another server's.
    #[error("the certificate of {host} is for another name")]
    CertificateName { host: String },
    /// The certificate has expired or is not valid yet.
    #[error("the certificate of {host} is not valid now")]
    CertificateTime { host: String },
    /// The file of trusted certificates has none in it.
    #[error("there is no certificate in {}", path.display())]
    NoCertificate { path: PathBuf },
    /// The server takes no sign-in that we know: none at all, or only after encryption.
    #[error("{host} takes no password")]
    NoSignIn { host: String },
    /// User name or password is wrong.
    #[error("{user} could not sign in: {reply}")]
    WrongPassword { user: String, reply: String },
    /// The server demands a sign-in before it takes anything.
    #[error("{host} wants a sign-in: {reply}")]
    WantsSignIn { host: String, reply: String },
    /// The server takes nothing from this sender.
    #[error("the sender {address} was refused: {reply}")]
    SenderRefused { address: String, reply: String },
    /// The server does not take this recipient.
    #[error("{address} was refused: {reply}")]
    RecipientRefused { address: String, reply: String },
    /// No mail can be addressed so.
    #[error("{address} is no address")]
    BadAddress { address: String },
    /// The address has letters that this server cannot handle.
    #[error("the server cannot write to {address}")]
    ForeignAddress { address: String },
    /// The message is larger than the server takes.
    #[error("the message is too large: {reply}")]
    TooLarge { reply: String },
    /// The server refused the message.
    #[error("the message was refused: {reply}")]
    Refused { reply: String },
    /// The server asks to try later.
    #[error("the server asks to wait: {reply}")]
    Later { reply: String },
    /// The line broke before the message was handed over.
    #[error("the line to {host} broke")]
    Lost { host: String },
    /// The line broke after the message was handed over: it may have arrived.
    #[error("{host} did not confirm the message")]
    Unconfirmed { host: String },
    /// Another sending is still at its last message.
    #[error("another sending is under way")]
    Busy,
    /// The handout could not be made.
    #[error("the handout could not be made: {reason}")]
    Material { reason: String },
    /// A file could not be read or written.
    #[error(transparent)]
    File(#[from] FileError),
}

impl Trouble {
    /// Whether every other message would meet it too.
    pub fn concerns_all(&self) -> bool {
        match self {
            Self::RecipientRefused { .. }
            | Self::BadAddress { .. }
            | Self::ForeignAddress { .. }
            | Self::Refused { .. }
            | Self::Later { .. }
            | Self::Lost { .. }
            | Self::Unconfirmed { .. } => false,
            Self::HostNotFound { .. }
            | Self::NoConnection { .. }
            | Self::TimedOut { .. }
            | Self::WrongProtection { .. }
            | Self::NoStartTls { .. }
            | Self::CertificateUntrusted { .. }
            | Self::CertificateName { .. }
            | Self::CertificateTime { .. }
            | Self::NoCertificate { .. }
            | Self::NoSignIn { .. }
            | Self::WrongPassword { .. }
            | Self::WantsSignIn { .. }
            | Self::SenderRefused { .. }
            | Self::TooLarge { .. }
            | Self::Busy
            | Self::Material { .. }
            | Self::File(_) => true,
        }
    }

    /// What is wrong and the mend, in words.
    pub fn message(&self) -> Message {
        match self {
            Self::HostNotFound { host } => say::host_not_found(host.as_str()),
            Self::NoConnection { host, port, reason } => {
                say::no_connection(host.as_str(), port.to_string(), reason.as_str())
            }
            Self::TimedOut { host, port } => say::timed_out(host.as_str(), port.to_string()),
            Self::WrongProtection { host, port, reason } => {
                say::wrong_protection(host.as_str(), port.to_string(), reason.as_str())
            }
            Self::NoStartTls { host } => say::no_starttls(host.as_str()),
            Self::CertificateUntrusted { host, reason } => say::certificate_untrusted(host.as_str(), reason.as_str()),
            Self::CertificateName { host } => say::certificate_name(host.as_str()),
            Self::CertificateTime { host } => say::certificate_time(host.as_str()),
            Self::NoCertificate { path } => say::no_certificate(path.display().to_string()),
            Self::NoSignIn { host } => say::no_sign_in(host.as_str()),
            Self::WrongPassword { user, reply } => say::wrong_password(user.as_str(), reply.as_str()),
            Self::WantsSignIn { host, reply } => say::wants_sign_in(host.as_str(), reply.as_str()),
            Self::SenderRefused { address, reply } => say::sender_refused(address.as_str(), reply.as_str()),
            Self::RecipientRefused { address, reply } => say::recipient_refused(address.as_str(), reply.as_str()),
            Self::BadAddress { address } => say::bad_address(address.as_str()),
            Self::ForeignAddress { address } => say::foreign_address(address.as_str()),
            Self::TooLarge { reply } => say::too_large(reply.as_str()),
            Self::Refused { reply } => say::refused(reply.as_str()),
            Self::Later { reply } => say::later(reply.as_str()),
            Self::Lost { host } => say::lost(host.as_str()),
            Self::Unconfirmed { host } => say::unconfirmed(host.as_str()),
            Self::Busy => say::another_runs(),
            Self::Material { reason } => say::no_material(reason.as_str()),
            Self::File(error) => file_message(error),
        }
    }
}
