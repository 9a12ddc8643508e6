//! The message that brings the handout home, and its attachment.

use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use jiff::Timestamp;
use lettre::Address;
use lettre::Message;
use lettre::message::Attachment;
use lettre::message::Body;
use lettre::message::Mailbox;
use lettre::message::MultiPart;
use lettre::message::SinglePart;
use lettre::message::header::ContentTransferEncoding;
use lettre::message::header::ContentType;
use lettre::message::header::HeaderName;
use lettre::message::header::HeaderValue;

use crate::engine::layout;
use crate::i18n::Lang;
use crate::i18n::date;
use crate::i18n::local;
use crate::i18n::messages::mail as say;
use crate::mail::Account;
use crate::mail::Recipient;
use crate::mail::Trouble;
use crate::paper::course::Course;
use crate::paper::lang_of;
use crate::session::State;

/// The handout of a session, ready to be attached.
#[derive(Clone, Debug)]
pub struct Material {
    /// The PDF, in the room's language.
    pub pdf: Arc<[u8]>,
    /// What the attached file is called.
    pub file_name: String,
    /// The attachment's body in base64, made once for all messages.
    body: Body,
}

/// What every message of one session says; who it is for comes last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    lang: Lang,
    session: String,
    course: String,
    subscriber: String,
    organiser: String,
    trainer: String,
    day: String,
    /// Whether the handout opens with what to do at the door.
    has_guide: bool,
    /// The sender's name and address; the address is empty where the mail program is to choose.
    from_name: String,
    from_address: String,
}

/// Why the program writes a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To be opened in a mail program, looked at and sent from there.
    Draft,
    /// To be sent as it is.
    Send,
}

impl Material {
    /// Prints the handout of the session in `folder`.
    ///
    /// # Errors
    /// When the typesetter refuses.
    pub fn print(state: &State, folder: &Path) -> Result<Self, Trouble> {
        let course = Course {
            pack: &state.script.pack,
            profile: &state.script.profile,
            profile_folder: &layout::profile(folder),
            language: &state.setup.language,
        };
        let pdf = course.handout().map_err(|error| Trouble::Material { reason: error.to_string() })?;
        let lang = lang_of(state.setup.language.as_str());
        let file_name = format!("{}-{}.pdf", state.setup.course, say::file_word().text(lang));
        Self::new(pdf, file_name)
    }

    /// A file to attach.
    ///
    /// # Errors
    /// Never for what base64 can carry, which is everything.
    pub fn new(pdf: Vec<u8>, file_name: String) -> Result<Self, Trouble> {
        let body = Body::new_with_encoding(pdf.clone(), ContentTransferEncoding::Base64)
            .map_err(|_pdf| Trouble::Material { reason: "base64".to_owned() })?;
        Ok(Self { pdf: pdf.into(), file_name, body })
    }
}

impl Letter {
    /// The letter of the session in `state`, in the room's language, in the name of `account`.
    pub fn new(state: &State, account: &Account) -> Self {
        let setup = &state.setup;
        let lang = lang_of(setup.language.as_str());
        let held = local(state.started_at.unwrap_or(state.opened_at), &setup.time_zone);
        let given = account.from_name.trim();
        Self {
            lang,
            session: setup.session.clone(),
            course: setup.course_title.clone(),
            subscriber: setup.subscriber.clone(),
            organiser: setup.organiser.clone(),
            trainer: setup.trainer.clone(),
            day: date(lang, &held),
            has_guide: !state.script.pack.pocket_guide.is_empty(),
            from_name: if given.is_empty() { setup.trainer.clone() } else { given.to_owned() },
            from_address: account.from_address.trim().to_owned(),
        }
    }

    /// What the message is called in the reader's inbox.
    pub fn subject(&self) -> String {
        say::letter_subject(self.course.as_str()).text(self.lang)
    }

    /// What the message says.
    pub fn text(&self, recipient: &Recipient) -> String {
        let lang = self.lang;
        let greeting = match recipient.only_name() {
            Some(name) => say::letter_greeting(name),
            None => say::letter_greeting_all(),
        };
        let signed = if self.organiser == self.trainer {
            self.trainer.clone()
        } else {
            format!("{}\n{}", self.trainer, self.organiser)
        };
        [
            greeting.text(lang),
            say::letter_thanks(self.course.as_str(), self.day.as_str()).text(lang),
            if self.has_guide { say::letter_attached() } else { say::letter_attached_plain() }.text(lang),
            say::letter_face(self.subscriber.as_str()).text(lang),
            say::letter_questions().text(lang),
            format!("{}\n{signed}", say::letter_regards().text(lang)),
            format!("-- \n{}", say::letter_why().text(lang)),
        ]
        .join("\n\n")
            + "\n"
    }

    /// The whole message to `recipient` alone, as bytes of RFC 5322.
    ///
    /// # Errors
    /// When the sender's or the recipient's address is none.
    pub(super) fn message(
        &self,
        recipient: &Recipient,
        material: &Material,
        at: Timestamp,
        purpose: Purpose,
    ) -> Result<Vec<u8>, Trouble> {
        let to = Mailbox::new(recipient.only_name().map(str::to_owned), address(&recipient.address)?);
        let has_from = !self.from_address.is_empty();
        // Without an address the mail program fills in its own; the library wants one all the same.
        let from = if has_from { address(&self.from_address)? } else { to.email.clone() };
        let from = Mailbox::new(Some(self.from_name.clone()), from);
        let pdf = ContentType::parse("application/pdf")
            .map_err(|_invalid| Trouble::Material { reason: "application/pdf".to_owned() })?;
        let parts = MultiPart::mixed()
            .singlepart(SinglePart::plain(self.text(recipient)))
            .singlepart(Attachment::new(material.file_name.clone()).body(material.body.clone(), pdf));
        let mut builder = Message::builder().from(from).to(to).subject(self.subject()).date(system_time(at));
        match purpose {
            Purpose::Draft => {
                let name = HeaderName::new_from_ascii_str("X-Unsent");
                builder = builder.raw_header(HeaderValue::new(name, "1".to_owned()));
            }
            // The same message keeps its name however often it is sent: mailboxes then show it once.
            Purpose::Send => builder = builder.message_id(Some(self.message_id(recipient))),
        }
        let mut message = builder.multipart(parts).map_err(|error| Trouble::Material { reason: error.to_string() })?;
        if !has_from {
            message.headers_mut().remove_raw("From");
        }
        Ok(message.formatted())
    }

    fn message_id(&self, recipient: &Recipient) -> String {
        let domain = self.from_address.rsplit('@').next().filter(|domain| domain.is_ascii()).unwrap_or("localhost");
        let session: String = self.session.chars().take(16).collect();
        let key: String = recipient.key().chars().take(16).collect();
        format!("<{session}.{key}@{domain}>")
    }

    /// The language it is written in.
    pub(super) fn lang(&self) -> Lang {
        self.lang
    }

    /// The sender's address.
    pub(super) fn sender_address(&self) -> &str {
        &self.from_address
    }
}

/// A message to the sender alone, to see whether the account works.
///
/// # Errors
/// When the sender's address is none.
pub(super) fn test_message(account: &Account, lang: Lang, at: Timestamp) -> Result<Vec<u8>, Trouble> {
    let own = address(&account.from_address)?;
    let name = Some(account.from_name.trim().to_owned()).filter(|name| !name.is_empty());
    let message = Message::builder()
        .from(Mailbox::new(name.clone(), own.clone()))
        .to(Mailbox::new(name, own))
        .subject(say::test_subject().text(lang))
        .date(system_time(at))
        .message_id(None)
        .singlepart(SinglePart::plain(say::test_text(account.host.trim()).text(lang) + "\n"))
        .map_err(|error| Trouble::Material { reason: error.to_string() })?;
    Ok(message.formatted())
}

/// An address that mail can be sent to; a domain with letters beyond ASCII is written as servers know it.
///
/// # Errors
/// When it is none.
pub(super) fn address(text: &str) -> Result<Address, Trouble> {
    let text = text.trim();
    let bad = || Trouble::BadAddress { address: text.to_owned() };
    let (user, domain) = text.rsplit_once('@').ok_or_else(bad)?;
    let domain = idna::domain_to_ascii(domain).map_err(|_invalid| bad())?;
    Address::new(user, domain).map_err(|_invalid| bad())
}

fn system_time(at: Timestamp) -> SystemTime {
    SystemTime::try_from(at).unwrap_or(SystemTime::UNIX_EPOCH)
}
