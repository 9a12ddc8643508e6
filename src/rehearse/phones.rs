//! Phones of the made-up people: real `WebSocket`s to the real room, over loopback.

use std::collections::BTreeMap;
use std::future::Future;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use futures_util::SinkExt as _;
use futures_util::StreamExt as _;
use serde_json::Value;
use serde_json::json;
use tokio::io::AsyncReadExt as _;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;
use tokio::runtime::Runtime;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::sync::mpsc::UnboundedSender;
use tokio::sync::mpsc::unbounded_channel;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::http::HeaderValue;

use crate::engine::Client;
use crate::quiz::Random;
use crate::room::OpenError;
use crate::room::Plan;
use crate::room::Room;
use crate::session::Details;
use crate::session::FeedbackForm;
use crate::session::PhoneKey;
use crate::session::Signature;
use crate::session::hex;

/// The room answers within this time, or something is wrong.
const PATIENCE: Duration = Duration::from_secs(30);

/// Why a phone did not get done what it was to do.
#[derive(Debug, thiserror::Error)]
#[expect(missing_docs, reason = "the fields are the nouns of their variant")]
pub enum PhoneError {
    /// The room could not be opened.
    #[error(transparent)]
    Room(#[from] OpenError),
    /// No runtime for the phones' sockets.
    #[error("the phones' sockets could not be set up: {0}")]
    NoRuntime(std::io::Error),
    /// The room could not be reached, or did not speak as a room does.
    #[error("the room could not be reached: {0}")]
    Unreachable(String),
    /// The room did not answer in time, or hung up.
    #[error("the room hung up or did not answer in time")]
    Silent,
    /// The room refused what the phone asked for.
    #[error("the room refused {code}: {text}")]
    Refused { code: String, text: String },
}

/// Everybody's phones, and the room they are in. Nothing moves but while one of the functions runs.
pub(super) struct Phones {
    // Dropped first: the sockets are gone when the room closes.
    lines: BTreeMap<usize, Line>,
    runtime: Runtime,
    address: SocketAddr,
    token: String,
    lang: &'static str,
    secrets: BTreeMap<usize, [u8; 16]>,
    _room: Room,
}

/// One phone's socket: what it says, and the answers to it.
struct Line {
    says: UnboundedSender<Message>,
    answers: UnboundedReceiver<Value>,
    last_id: u64,
}

impl Phones {
    /// Opens the room on loopback.
    pub(super) fn new(client: Client, lang: &'static str) -> Result<Self, PhoneError> {
        let room = Room::open(client, Plan::loopback(), Arc::new(|| {}))?;
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_io()
            .enable_time()
            .build()
            .map_err(PhoneError::NoRuntime)?;
        let status = room.status();
        let token = status.join_url.rsplit('#').next().unwrap_or_default().to_owned();
        Ok(Self {
            lines: BTreeMap::new(),
            runtime,
            address: status.address,
            token,
            lang,
            secrets: BTreeMap::new(),
            _room: room,
        })
    }

    /// Gives person `index` a phone and lets it come in and sign in; tells the phone's key.
    pub(super) fn sign_in(
        &mut self,
        index: usize,
        details: &Details,
        signature: &Signature,
        random: &mut Random,
    ) -> Result<PhoneKey, PhoneError> {
        let mut secret = [0; 16];
        for half in secret.chunks_mut(8) {
            half.copy_from_slice(&random.next_u64().to_be_bytes());
        }
        self.secrets.insert(index, secret);
        self.come_in(index)?;
        self.ask(index, &json!({"sign_in": {"details": details, "signature": signature}}))?;
        Ok(PhoneKey::of(&secret))
    }

    /// Whether the person has a phone that is in the room.
    pub(super) fn is_here(&self, index: usize) -> bool {
        self.lines.contains_key(&index)
    }

    /// Whether the person has a phone, here or away.
    pub(super) fn is_known(&self, index: usize) -> bool {
        self.secrets.contains_key(&index)
    }

    /// The phone's network is gone.
    pub(super) fn is_cut(&mut self, index: usize) {
        self.lines.remove(&index);
    }

    /// The phone comes in with the secret that it kept.
    pub(super) fn come_in(&mut self, index: usize) -> Result<(), PhoneError> {
        let secret = self.secrets.get(&index).copied().unwrap_or_default();
        let hello = json!({"hello": {"v": 1, "token": self.token, "secret": hex(&secret), "lang": self.lang}});
        let address = self.address;
        let line = self.wait(async move {
            let mut line = connect(address).await?;
            line.send(&hello)?;
            let welcome = line.answers.recv().await.ok_or(PhoneError::Silent)?;
            refusal(&welcome)?;
            Ok(line)
        })?;
        self.lines.insert(index, line);
        Ok(())
    }

    /// Asks for something, and waits until it is stored.
    pub(super) fn ask(&mut self, index: usize, what: &Value) -> Result<Value, PhoneError> {
        let answers = self.ask_all(vec![(index, what.clone())])?;
        Ok(answers.into_iter().next().unwrap_or_default())
    }

    /// Lets many phones ask at once, and waits until all of it is stored.
    pub(super) fn ask_all(&mut self, asked: Vec<(usize, Value)>) -> Result<Vec<Value>, PhoneError> {
        let mut waiting = Vec::with_capacity(asked.len());
        for (index, what) in asked {
            let line = self.lines.get_mut(&index).ok_or(PhoneError::Silent)?;
            line.last_id += 1;
            let id = line.last_id;
            line.send(&json!({"id": id, "do": what}))?;
            waiting.push((index, id));
        }
        let mut lines = std::mem::take(&mut self.lines);
        let answered = self.wait(async {
            let mut answers = Vec::with_capacity(waiting.len());
            for (index, id) in waiting {
                let line = lines.get_mut(&index).ok_or(PhoneError::Silent)?;
                let answer = line.answer_to(id).await?;
                refusal(&answer)?;
                answers.push(answer);
            }
            Ok(answers)
        });
        self.lines = lines;
        answered
    }

    /// Gives feedback: a ticket over the person's socket, and the form in a request that nothing ties to it.
    pub(super) fn give_feedback(&mut self, index: usize, form: &FeedbackForm) -> Result<(), PhoneError> {
        let answer = self.ask(index, &json!({"feedback_ticket": {}}))?;
        let body = json!({"ticket": answer["ticket"], "form": form}).to_string();
        let address = self.address;
        self.wait(post(address, "/feedback", body))
    }

    fn wait<T>(&self, work: impl Future<Output = Result<T, PhoneError>>) -> Result<T, PhoneError> {
        let patient = async { tokio::time::timeout(PATIENCE, work).await.unwrap_or(Err(PhoneError::Silent)) };
        self.runtime.block_on(patient)
    }
}

impl Line {
    fn send(&self, message: &Value) -> Result<(), PhoneError> {
        self.says.send(Message::text(message.to_string())).map_err(|_gone| PhoneError::Silent)
    }

    async fn answer_to(&mut self, id: u64) -> Result<Value, PhoneError> {
        loop {
            let answer = self.answers.recv().await.ok_or(PhoneError::Silent)?;
            if answer["id"] == id {
                return Ok(answer);
            }
        }
    }
}

/// Connects a socket; what comes in is read as it comes, so that the room never waits for a phone.
async fn connect(address: SocketAddr) -> Result<Line, PhoneError> {
    let unreachable = |error: &dyn std::fmt::Display| PhoneError::Unreachable(error.to_string());
    let stream = TcpStream::connect(address).await.map_err(|error| unreachable(&error))?;
    stream.set_nodelay(true).map_err(|error| unreachable(&error))?;
    let mut request = format!("ws://{address}/ws").into_client_request().map_err(|error| unreachable(&error))?;
    let origin = HeaderValue::from_str(&format!("http://{address}")).map_err(|error| unreachable(&error))?;
    request.headers_mut().insert("origin", origin);
    let (socket, _) = tokio_tungstenite::client_async(request, stream).await.map_err(|error| unreachable(&error))?;
    let (mut sink, mut stream) = socket.split();
    let (says, mut said) = unbounded_channel();
    let (heard, answers) = unbounded_channel();
    tokio::spawn(async move {
        while let Some(message) = said.recv().await {
            if sink.send(message).await.is_err() {
                return;
            }
        }
        // The phone is gone, and takes its leave if the room still listens.
        drop(sink.close().await);
    });
    tokio::spawn(async move {
        while let Some(Ok(message)) = stream.next().await {
            let Message::Text(text) = message else { continue };
            let Ok(message) = serde_json::from_str::<Value>(&text) else { return };
            // Views and nudges are for the eye.
            let is_answer = ["id", "welcome", "refused"].iter().any(|kind| message.get(kind).is_some());
            if is_answer && heard.send(message).is_err() {
                return;
            }
        }
    });
    Ok(Line { says, answers, last_id: 0 })
}

fn refusal(answer: &Value) -> Result<(), PhoneError> {
    let Some(refused) = answer.get("refused") else { return Ok(()) };
    let said = |key: &str| refused[key].as_str().unwrap_or_default().to_owned();
    Err(PhoneError::Refused { code: said("code"), text: said("text") })
}

/// One request on a connection of its own.
async fn post(address: SocketAddr, path: &str, body: String) -> Result<(), PhoneError> {
    let unreachable = |error: std::io::Error| PhoneError::Unreachable(error.to_string());
    let mut stream = TcpStream::connect(address).await.map_err(unreachable)?;
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: {address}\r\nOrigin: http://{address}\r\nConnection: close\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    stream.write_all(request.as_bytes()).await.map_err(unreachable)?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.map_err(unreachable)?;
    let status = answer.split(' ').nth(1).unwrap_or_default();
    if status == "200" {
        return Ok(());
    }
    let text = answer.split("\r\n\r\n").nth(1).unwrap_or_default().trim().to_owned();
    Err(PhoneError::Refused { code: status.to_owned(), text })
}
