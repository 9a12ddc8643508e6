//! A draft that brings a list and its files to somebody, to be looked at and sent in a mail program.

use std::time::SystemTime;

use jiff::Timestamp;
use lettre::Message;
use lettre::message::Attachment;
use lettre::message::Mailbox;
use lettre::message::MultiPart;
use lettre::message::SinglePart;
use lettre::message::header::ContentType;
use lettre::message::header::HeaderName;
use lettre::message::header::HeaderValue;

use crate::mail::Trouble;
use crate::mail::letter::address;

/// A file that goes with the draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enclosed {
    /// What the file is called.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The draft as bytes of RFC 5322, without a sender: the mail program fills in its own. With `to` empty, it has no
/// recipient either.
///
/// # Errors
/// When `to` is neither empty nor an address.
pub fn list_draft(
    to: &str,
    subject: &str,
    text: &str,
    enclosed: &[Enclosed],
    at: Timestamp,
) -> Result<Vec<u8>, Trouble> {
    let is_addressed = !to.trim().is_empty();
    // The library wants an address in any case.
    let place = address(if is_addressed { to } else { "nobody@example.org" })?;
    let wrong = |error: String| Trouble::Material { reason: error };
    let mut parts = MultiPart::mixed().singlepart(SinglePart::plain(text.to_owned()));
    for Enclosed { name, media_type, bytes } in enclosed {
        let kind = ContentType::parse(media_type).map_err(|_invalid| wrong((*media_type).to_owned()))?;
        parts = parts.singlepart(Attachment::new(name.clone()).body(bytes.clone(), kind));
    }
    let unsent = HeaderValue::new(HeaderName::new_from_ascii_str("X-Unsent"), "1".to_owned());
    let mut message = Message::builder()
        .from(Mailbox::new(None, place.clone()))
        .to(Mailbox::new(None, place))
        .subject(subject)
        .date(SystemTime::try_from(at).unwrap_or(SystemTime::UNIX_EPOCH))
        .raw_header(unsent)
        .multipart(parts)
        .map_err(|error| wrong(error.to_string()))?;
    message.headers_mut().remove_raw("From");
    if !is_addressed {
        message.headers_mut().remove_raw("To");
    }
    Ok(message.formatted())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(to: &str) -> Result<String, Trouble> {
        let file = Enclosed { name: "lista.pdf".to_owned(), media_type: "application/pdf", bytes: vec![1, 2, 3] };
        list_draft(to, "Perehdytettävät", "Hei!", &[file], Timestamp::UNIX_EPOCH)
            .map(|bytes| String::from_utf8(bytes).unwrap())
    }

    #[test]
    fn a_draft_names_its_recipient_and_leaves_the_sender_to_the_mail_program() {
        let text = draft("tyonjohto@kaivuu.example").unwrap();
        assert!(text.contains("To: tyonjohto@kaivuu.example\r\n") && text.contains("X-Unsent: 1\r\n"), "{text}");
        assert!(!text.contains("From:") && text.contains("filename=\"lista.pdf\""), "{text}");
        let open = draft(" ").unwrap();
        assert!(!open.contains("nobody@") && !open.contains("\nTo:"), "{open}");
        assert!(draft("ei osoite").is_err());
    }
}
