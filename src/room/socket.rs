//! One phone's WebSocket: says hello, asks, is answered, and is shown its view whenever that has changed.

use std::collections::hash_map::DefaultHasher;
use std::hash::Hash as _;
use std::hash::Hasher as _;
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;
use std::time::Instant;

use axum::body::Bytes;
use axum::extract::ws::CloseFrame;
use axum::extract::ws::Message;
use axum::extract::ws::WebSocket;
use futures_util::SinkExt as _;

use crate::profile::Profile;
use crate::room::ask;
use crate::room::ask::Asked;
use crate::room::hub;
use crate::room::hub::Hub;
use crate::room::keys::phone_key;
use crate::room::limits::Bucket;
use crate::room::phone::Outcome;
use crate::room::phone::Phone;
use crate::room::phone::row_of;
use crate::room::protocol;
use crate::room::protocol::{Done, FromPhone, Hello, Part, Refused, ToPhone, Welcome};
use crate::room::refusal::Hindrance;
use crate::room::view;

/// Largest message: a signature of the most points, or a form in many words.
pub(super) const LARGEST_MESSAGE: usize = 64 * 1024;
/// A phone says hello within this time.
const HELLO_WITHIN: Duration = Duration::from_secs(5);
/// A silent phone is asked for a sign of life after this time,
const ASK_AFTER: Duration = Duration::from_secs(10);
/// and has dropped after this.
const DROPPED_AFTER: Duration = Duration::from_secs(15);
/// What is written has left within this time.
const WRITE_WITHIN: Duration = Duration::from_secs(10);
/// Commands on their way for one phone; until an outcome comes, nothing more is read from it.
const MOST_ASKED: usize = 8;
/// Messages a phone may send at once, and each second after that: a phone that comes back resends what it kept.
const MESSAGES: (f32, f32) = (200.0, 20.0);

/// Why the room closes a connection.
#[derive(Clone, Copy)]
enum Close {
    NoHello,
    NotUnderstood,
    WrongVersion,
    WrongToken,
    WrongSecret,
    TooMuch,
    TooLarge,
    Full,
    Dropped,
    Over,
}

impl Close {
    /// What a hello that is refused is told before the connection is closed: whether to ask for the code again.
    fn told(self) -> Option<&'static str> {
        match self {
            Self::WrongToken => Some("bad_token"),
            Self::NotUnderstood | Self::WrongVersion | Self::WrongSecret | Self::NoHello => Some("bad_hello"),
            Self::Full => Some("busy"),
            Self::TooMuch | Self::TooLarge | Self::Dropped | Self::Over => None,
        }
    }

    /// Code (RFC 6455, section 7.4) and reason.
    fn frame(self) -> CloseFrame {
        let (code, reason) = match self {
            Self::NoHello => (1008, "no hello"),
            Self::NotUnderstood => (1008, "not understood"),
            Self::WrongVersion => (1008, "another version of the page"),
            Self::WrongToken => (1008, "wrong token"),
            Self::WrongSecret => (1008, "wrong secret"),
            Self::TooMuch => (1008, "too many messages"),
            Self::TooLarge => (1009, "the message is too large"),
            Self::Full => (1013, "the room is full"),
            Self::Dropped => (1001, "nothing was heard"),
            Self::Over => (1001, "the room closes"),
        };
        CloseFrame { code, reason: reason.into() }
    }
}

/// Serves one phone until it is gone. `is_known` is called once it has proved that it belongs here.
pub(super) async fn serve(mut socket: WebSocket, hub: Arc<Hub>, from: IpAddr, is_known: impl FnOnce()) {
    let hello = tokio::time::timeout(HELLO_WITHIN, hello(&mut socket, &hub)).await;
    let (hello, phone) = match hello.unwrap_or(Err(Some(Close::NoHello))) {
        Ok(said) => said,
        Err(why) => {
            if matches!(why, Some(Close::WrongToken)) {
                hub.wrong_tokens.count(from, Instant::now());
            }
            return refuse(&mut socket, why).await;
        }
    };
    let Some(number) = hub.enters(&phone) else {
        return refuse(&mut socket, Some(Close::Full)).await;
    };
    // Whatever ends this, also the end of the room, the phone leaves.
    let _leaving = Leaving { hub: Arc::clone(&hub), number };
    is_known();
    // A phone that finds the room again does not fetch the page anew.
    hub.is_visited(from);
    let language = hub.language(&hello.lang);
    let bucket = Bucket::new(MESSAGES.0, MESSAGES.1, Instant::now());
    let mut line = Line { socket, hub, phone, language, bucket, shown: None, doubts: 0, is_doubted: false };
    let why = line.talk().await;
    close(&mut line.socket, why).await;
}

struct Leaving {
    hub: Arc<Hub>,
    number: u64,
}

impl Drop for Leaving {
    fn drop(&mut self) {
        self.hub.leaves(self.number);
    }
}

/// Waits for the hello. An error without a reason means that the phone has gone.
async fn hello(socket: &mut WebSocket, hub: &Hub) -> Result<(Hello, Arc<Phone>), Option<Close>> {
    let text = loop {
        match socket.recv().await {
            Some(Ok(Message::Text(text))) => break text,
            Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
            Some(Ok(Message::Binary(_))) => return Err(Some(Close::NotUnderstood)),
            Some(Ok(Message::Close(_))) | None => return Err(None),
            Some(Err(error)) => return Err(why_broken(error)),
        }
    };
    let Some(FromPhone::Hello(hello)) = FromPhone::read(&text) else { return Err(Some(Close::NotUnderstood)) };
    if !hub.keys.opens(&hello.token) {
        return Err(Some(Close::WrongToken));
    }
    if hello.v != protocol::VERSION {
        return Err(Some(Close::WrongVersion));
    }
    let Some(key) = phone_key(&hello.secret) else { return Err(Some(Close::WrongSecret)) };
    Ok((hello, Phone::new(key, hub::now())))
}

/// What to say to a phone whose connection broke with this.
fn why_broken(error: axum::Error) -> Option<Close> {
    use tokio_tungstenite::tungstenite::Error;
    match error.into_inner().downcast_ref::<Error>() {
        Some(Error::Capacity(_)) => Some(Close::TooLarge),
        Some(Error::Protocol(_) | Error::Utf8(_)) => Some(Close::NotUnderstood),
        _ => None,
    }
}

/// Refuses a hello.
async fn refuse(socket: &mut WebSocket, why: Option<Close>) {
    if let Some((why, code)) = why.and_then(|why| Some((why, why.told()?))) {
        let refused = Refused { code, text: why.frame().reason.to_string(), field: None };
        let told = socket.send(Message::Text(protocol::text(&ToPhone::Refused(&refused)).into()));
        // Whoever does not hear it is closed all the same.
        drop(tokio::time::timeout(Duration::from_secs(1), told).await);
    }
    close(socket, why).await;
}

async fn close(socket: &mut WebSocket, why: Option<Close>) {
    let Some(why) = why else { return };
    let said = async {
        socket.send(Message::Close(Some(why.frame()))).await?;
        // The phone says goodbye in its turn; what it still had on its way is dropped.
        while let Some(Ok(_)) = socket.recv().await {}
        Ok::<(), axum::Error>(())
    };
    // A phone that has gone hears nothing.
    drop(tokio::time::timeout(Duration::from_secs(1), said).await);
}

/// The connection to a phone that has said hello.
struct Line {
    socket: WebSocket,
    hub: Arc<Hub>,
    phone: Arc<Phone>,
    language: usize,
    bucket: Bucket,
    /// A digest of the view that it is shown.
    shown: Option<u64>,
    /// How often it was asked whether it is still there, since the phone had come in anew,
    doubts: u32,
    /// and whether it has not answered the last time yet.
    is_doubted: bool,
}

/// The phone has gone, or what is said to it no longer leaves.
struct Gone;

impl From<axum::Error> for Gone {
    fn from(_: axum::Error) -> Self {
        Self
    }
}

impl Line {
    /// Talks until the end, and returns what is to be said in closing.
    async fn talk(&mut self) -> Option<Close> {
        self.welcome_in_time().await.ok()?;
        let mut heard = tokio::time::Instant::now();
        let mut is_asked = false;
        loop {
            let may_ask = self.phone.asked() < MOST_ASKED;
            let deadline = heard + if is_asked { DROPPED_AFTER } else { ASK_AFTER };
            tokio::select! {
                biased;
                () = self.phone.bell.notified() => match tokio::time::timeout(WRITE_WITHIN, self.tell()).await {
                    Ok(Ok(false)) => {}
                    Ok(Ok(true)) => return Some(Close::Over),
                    Ok(Err(Gone)) | Err(_) => return None,
                },
                message = self.socket.recv(), if may_ask => {
                    let message = match message {
                        Some(Ok(message)) => message,
                        Some(Err(error)) => return why_broken(error),
                        None => return None,
                    };
                    heard = tokio::time::Instant::now();
                    is_asked = false;
                    if let Err(why) = self.hear(message).await {
                        return why;
                    }
                }
                () = tokio::time::sleep_until(deadline) => {
                    if is_asked {
                        return Some(Close::Dropped);
                    }
                    is_asked = true;
                    let ping = self.socket.send(Message::Ping(Bytes::new()));
                    if !matches!(tokio::time::timeout(WRITE_WITHIN, ping).await, Ok(Ok(()))) {
                        return None;
                    }
                }
            }
        }
    }

    async fn welcome_in_time(&mut self) -> Result<(), Gone> {
        tokio::time::timeout(WRITE_WITHIN, self.welcome()).await.map_err(|_elapsed| Gone)?
    }

    async fn welcome(&mut self) -> Result<(), Gone> {
        let snapshot = self.hub.client.snapshot();
        let (setup, script) = (&snapshot.state.setup, &snapshot.state.script);
        let wording = self.hub.wording(self.language);
        let welcome = ToPhone::Welcome(Welcome {
            session: &setup.session,
            course: wording.fill(&script.pack.title),
            part: script.pack.part_of.map(|whole| Part { count: script.pack.themes.len(), whole }),
            languages: &script.pack.languages,
            identifier: setup.identifier,
            subscriber: wording.fill(&script.profile.name),
            accent: accent(&script.profile),
            now: hub::now(),
        });
        Ok(self.socket.feed(Message::Text(protocol::text(&welcome).into())).await?)
    }

    /// Tells everything that waits, in one write. Returns whether that was the last.
    async fn tell(&mut self) -> Result<bool, Gone> {
        let waiting = self.phone.take();
        if waiting.is_doubted {
            self.is_doubted = true;
            self.doubts = self.doubts.wrapping_add(1);
            self.socket.feed(Message::Ping(Bytes::copy_from_slice(&self.doubts.to_be_bytes()))).await?;
        }
        if !waiting.outcomes.is_empty() {
            let snapshot = self.hub.client.snapshot();
            for outcome in &waiting.outcomes {
                self.tell_outcome(outcome, &snapshot.state).await?;
            }
        }
        if waiting.is_stale {
            self.show().await?;
        }
        if let Some(step) = &waiting.nudge {
            self.say(protocol::text(&ToPhone::Nudge { step })).await?;
        }
        self.socket.flush().await?;
        Ok(waiting.is_over)
    }

    async fn tell_outcome(&mut self, outcome: &Outcome, state: &crate::session::State) -> Result<(), Gone> {
        let lang = self.hub.wording(self.language).lang;
        let refused = outcome.result.as_ref().err().map(|why| why.told(state, lang));
        let done = Done { id: outcome.id, ok: refused.is_none(), ticket: None, refused: refused.as_ref() };
        self.say(protocol::text(&done)).await
    }

    /// Shows the view, unless it is the one that is shown already.
    async fn show(&mut self) -> Result<(), Gone> {
        let snapshot = self.hub.client.snapshot();
        let state = &snapshot.state;
        let row = row_of(state, &self.phone.key);
        let text = {
            let common = self.hub.common(self.language, &snapshot);
            view::message(state, &common, self.hub.wording(self.language), row.map(Arc::as_ref))
        };
        if self.phone.is_shown(row, view::mine(state, row.map(Arc::as_ref))) {
            self.hub.status_changes();
        }
        let mut hasher = DefaultHasher::new();
        text.hash(&mut hasher);
        let digest = Some(hasher.finish());
        if self.shown == digest {
            return Ok(());
        }
        self.shown = digest;
        self.say(text).await
    }

    async fn say(&mut self, text: String) -> Result<(), Gone> {
        Ok(self.socket.feed(Message::Text(text.into())).await?)
    }

    /// Does what a message asks; an error ends the connection.
    async fn hear(&mut self, message: Message) -> Result<(), Option<Close>> {
        self.phone.speaks(hub::now());
        if !self.bucket.take(Instant::now()) {
            return Err(Some(Close::TooMuch));
        }
        let text = match message {
            Message::Text(text) => text,
            Message::Pong(echo) => {
                // What it says from here on, it says after the phone came in anew.
                self.is_doubted &= echo.as_ref() != self.doubts.to_be_bytes();
                return Ok(());
            }
            Message::Ping(_) => return Ok(()),
            Message::Binary(_) => return Err(Some(Close::NotUnderstood)),
            Message::Close(_) => return Err(None),
        };
        match FromPhone::read(&text) {
            Some(FromPhone::Do(id, _)) if self.is_doubted => {
                // Another tab asks again in a moment; a connection that was lost had this on its way for long.
                self.phone.is_told(Outcome { id, result: Err(Hindrance::Busy) });
                Ok(())
            }
            Some(FromPhone::Do(id, action)) => {
                let snapshot = self.hub.client.snapshot();
                match ask::ask(action, &self.phone.key, &snapshot.state, &self.hub.tickets) {
                    Ok(Asked::Command(command)) => self.hub.ask(&self.phone, id, *command),
                    Ok(Asked::Ticket(ticket)) => self.hand_over(id, &ticket).await?,
                    Err(why) => self.phone.is_told(Outcome { id, result: Err(why) }),
                }
                Ok(())
            }
            Some(FromPhone::Lang(tag)) => {
                self.language = self.hub.language(&tag);
                self.phone.goes_stale();
                self.welcome_in_time().await.map_err(|Gone| None)
            }
            Some(FromPhone::Ping(ping)) => self.answer(protocol::text(&ToPhone::Pong(ping))).await,
            Some(FromPhone::Hello(_)) | None => Err(Some(Close::NotUnderstood)),
        }
    }

    async fn hand_over(&mut self, id: u64, ticket: &str) -> Result<(), Option<Close>> {
        self.answer(protocol::text(&Done { id, ok: true, ticket: Some(ticket), refused: None })).await
    }

    /// Says something at once.
    async fn answer(&mut self, text: String) -> Result<(), Option<Close>> {
        let said = self.socket.send(Message::Text(text.into()));
        match tokio::time::timeout(WRITE_WITHIN, said).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(None),
        }
    }
}

fn accent(profile: &Profile) -> String {
    let [red, green, blue] = profile.accent;
    format!("#{red:02x}{green:02x}{blue:02x}")
}
