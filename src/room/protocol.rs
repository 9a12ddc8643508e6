//! What phones and the room say to each other: JSON texts over a WebSocket, one object a message.

use serde::{Deserialize, Serialize};

use crate::session::Answer;
use crate::session::Details;
use crate::session::FeedbackForm;
use crate::session::Signature;
use crate::text::Id;
use crate::text::LangTag;

/// The version of the protocol that this room speaks.
pub(super) const VERSION: u32 = 1;

/// A message of a phone.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum FromPhone {
    /// Who it is; always first.
    Hello(Hello),
    /// Something to be done, under the phone's own number.
    Do(u64, Action),
    /// Another language from now on.
    Lang(String),
    /// Is anybody there?
    Ping(u64),
}

#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Hello {
    pub(super) v: u32,
    pub(super) token: String,
    pub(super) secret: String,
    pub(super) lang: String,
}

/// What a phone may ask for.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(super) enum Action {
    SignIn { details: PhoneDetails, signature: Signature },
    ComeBack {},
    Answer { step: Id, round: u32, answer: Answer },
    StartTest {},
    AnswerTest { attempt: u32, question: Id, answer: Answer },
    SubmitTest { attempt: u32 },
    FeedbackTicket {},
    AskHandout { address: Option<String> },
    SignOut { signature: Option<Signature> },
}

/// As [`Details`], with what is not asked for left out.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PhoneDetails {
    name: String,
    company: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    identifier: Option<String>,
}

impl From<PhoneDetails> for Details {
    fn from(PhoneDetails { name, company, role, identifier }: PhoneDetails) -> Self {
        Self { name, company, role, identifier }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawMessage {
    hello: Option<Hello>,
    id: Option<u64>,
    #[serde(rename = "do")]
    action: Option<Action>,
    lang: Option<String>,
    ping: Option<u64>,
}

impl FromPhone {
    /// The message in `text`; `None` when it is none.
    pub(super) fn read(text: &str) -> Option<Self> {
        match serde_json::from_str(text).ok()? {
            RawMessage { hello: Some(hello), id: None, action: None, lang: None, ping: None } => {
                Some(Self::Hello(hello))
            }
            RawMessage { hello: None, id: Some(id), action: Some(action), lang: None, ping: None } => {
                Some(Self::Do(id, action))
            }
            RawMessage { hello: None, id: None, action: None, lang: Some(lang), ping: None } => Some(Self::Lang(lang)),
            RawMessage { hello: None, id: None, action: None, lang: None, ping: Some(ping) } => Some(Self::Ping(ping)),
            RawMessage { .. } => None,
        }
    }
}

/// What everybody who comes in is told.
#[derive(Debug, Serialize)]
pub(super) struct Welcome<'a> {
    /// By which the page tells this session's drafts from another's.
    pub(super) session: &'a str,
    pub(super) course: String,
    /// Which part of the course the session is of; left out where it is the whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) part: Option<Part>,
    pub(super) languages: &'a [LangTag],
    pub(super) identifier: crate::profile::IdentifierKind,
    pub(super) subscriber: String,
    pub(super) accent: String,
    /// By which the page counts a break down, whatever the phone's own clock says.
    pub(super) now: jiff::Timestamp,
}

/// A part of a course.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Part {
    /// How many themes are gone through.
    pub(super) count: usize,
    /// How many the course has.
    pub(super) whole: usize,
}

/// A message to a phone.
#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum ToPhone<'a> {
    Welcome(Welcome<'a>),
    Nudge {
        step: &'a Id,
    },
    Pong(u64),
    /// The hello was refused; the connection is closed after it.
    Refused(&'a Refused),
}

/// What became of something a phone asked for.
#[derive(Debug, Serialize)]
pub(super) struct Done<'a> {
    pub(super) id: u64,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub(super) ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ticket: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) refused: Option<&'a Refused>,
}

/// Why something was not done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Refused {
    pub(super) code: &'static str,
    pub(super) text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) field: Option<&'static str>,
}

/// A feedback form as it is posted; nothing in it tells whose it is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PostedFeedback {
    pub(super) ticket: String,
    pub(super) form: FeedbackForm,
}

/// A typed short code as it is posted.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PostedCode {
    pub(super) code: String,
}

/// A message as text; these types can always be written.
pub(super) fn text(message: &impl Serialize) -> String {
    serde_json::to_string(message).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_are_read_as_they_are_written_in_the_design() {
        let answer = r#"{"id":7,"do":{"answer":{"step":"vaite","round":2,"answer":{"truth":true}}}}"#;
        let read = Action::Answer { step: "vaite".into(), round: 2, answer: Answer::Truth(true) };
        assert_eq!(FromPhone::read(answer), Some(FromPhone::Do(7, read)));
        for (text, action) in [
            (r#"{"id":1,"do":{"come_back":{}}}"#, Action::ComeBack {}),
            (r#"{"id":1,"do":{"feedback_ticket":{}}}"#, Action::FeedbackTicket {}),
            (r#"{"id":1,"do":{"ask_handout":{"address":null}}}"#, Action::AskHandout { address: None }),
            (r#"{"id":1,"do":{"sign_out":{"signature":null}}}"#, Action::SignOut { signature: None }),
            (r#"{"id":1,"do":{"submit_test":{"attempt":3}}}"#, Action::SubmitTest { attempt: 3 }),
        ] {
            assert_eq!(FromPhone::read(text), Some(FromPhone::Do(1, action)), "{text}");
        }
        assert_eq!(FromPhone::read(r#"{"lang":"en"}"#), Some(FromPhone::Lang("en".to_owned())));
        assert_eq!(FromPhone::read(r#"{"ping":5}"#), Some(FromPhone::Ping(5)));
    }

    #[test]
    fn what_is_none_of_the_messages_is_none() {
        for text in [
            "",
            "x",
            "null",
            "[]",
            "{}",
            r#"{"id":1}"#,
            r#"{"do":{"come_back":{}}}"#,
            r#"{"id":1,"do":{"come_back":{}},"ping":1}"#,
            r#"{"id":-1,"do":{"come_back":{}}}"#,
            r#"{"id":1,"do":{"close":{}}}"#,
            r#"{"id":1,"do":{"come_back":{"participant":3}}}"#,
            r#"{"ping":1,"more":2}"#,
        ] {
            assert_eq!(FromPhone::read(text), None, "{text}");
        }
        assert_eq!(FromPhone::read(&"[".repeat(60_000)), None);
    }

    #[test]
    fn outcomes_are_written_as_in_the_design() {
        let ok = Done { id: 3, ok: true, ticket: None, refused: None };
        assert_eq!(text(&ok), r#"{"id":3,"ok":true}"#);
        let refused = Refused { code: "not_open", text: "Ei.".to_owned(), field: None };
        let done = Done { id: 4, ok: false, ticket: None, refused: Some(&refused) };
        assert_eq!(text(&done), r#"{"id":4,"refused":{"code":"not_open","text":"Ei."}}"#);
        assert_eq!(text(&ToPhone::Nudge { step: &"vaite".into() }), r#"{"nudge":{"step":"vaite"}}"#);
        assert_eq!(text(&ToPhone::Pong(9)), r#"{"pong":9}"#);
    }
}
