//! A phone in a test: a WebSocket client of the real room, on a thread's own runtime.

use std::time::Duration;

use futures_util::SinkExt as _;
use futures_util::StreamExt as _;
use perehdytin::ui::slide::Joining;
use serde_json::Value;
use serde_json::json;
use tokio_tungstenite::MaybeTlsStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;

use crate::ui_support::Room;

const PATIENCE: Duration = Duration::from_secs(20);

type Socket = WebSocketStream<MaybeTlsStream<tokio::net::TcpStream>>;

/// A phone that is connected to the room.
pub(crate) struct Phone {
    runtime: tokio::runtime::Runtime,
    socket: Socket,
    next: u64,
    /// The newest view.
    pub(crate) view: Value,
    /// Nudges so far.
    pub(crate) nudges: usize,
}

impl Phone {
    /// Connects with a secret of its own and waits for its first view.
    pub(crate) fn join(joining: &Joining, secret: u8) -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (base, token) = joining.join_url.split_once('#').unwrap();
        let host = base.trim_start_matches("http://").trim_end_matches('/');
        let mut request = format!("ws://{host}/ws").into_client_request().unwrap();
        request.headers_mut().insert("Origin", format!("http://{host}").parse().unwrap());
        let connect = async { tokio::time::timeout(PATIENCE, tokio_tungstenite::connect_async(request)).await };
        let (socket, _) = runtime.block_on(connect).expect("the room does not answer").unwrap();
        let mut phone = Self { runtime, socket, next: 1, view: Value::Null, nudges: 0 };
        let secret = format!("{secret:02x}").repeat(16);
        phone.send(&json!({"hello": {"v": 1, "token": token, "secret": secret, "lang": "fi"}}));
        phone.hear(|phone, _| !phone.view.is_null());
        phone
    }

    fn send(&mut self, message: &Value) {
        let Self { runtime, socket, .. } = self;
        runtime.block_on(socket.send(Message::text(message.to_string()))).unwrap();
    }

    /// Takes messages in until one is as wanted.
    pub(crate) fn hear(&mut self, is_wanted: impl Fn(&Self, &Value) -> bool) -> Value {
        loop {
            let Self { runtime, socket, .. } = self;
            let next = runtime.block_on(async { tokio::time::timeout(PATIENCE, socket.next()).await });
            let message = next.expect("the room says nothing").expect("the room hung up").unwrap();
            let Message::Text(text) = message else { continue };
            let value: Value = serde_json::from_str(&text).unwrap();
            if let Some(view) = value.get("view") {
                self.view = view.clone();
            }
            self.nudges += usize::from(value.get("nudge").is_some());
            if is_wanted(self, &value) {
                return value;
            }
        }
    }

    /// Asks for something and returns what the room says to it.
    pub(crate) fn ask(&mut self, action: &Value) -> Value {
        let id = self.next;
        self.next += 1;
        self.send(&json!({"id": id, "do": action}));
        self.hear(|_, message| message.get("id").and_then(Value::as_u64) == Some(id))
    }

    /// Connects and signs in.
    pub(crate) fn signed_in(joining: &Joining, secret: u8, name: &str) -> Self {
        let mut phone = Self::join(joining, secret);
        phone.sign_in(name);
        phone
    }

    /// Signs in.
    pub(crate) fn sign_in(&mut self, name: &str) {
        let signature = json!({"width": 1200, "height": 600, "strokes": [[[100, 200], [400, 120], [700, 260]]]});
        let details = json!({"name": name, "company": "Kaivu Oy", "role": "asentaja"});
        let said = self.ask(&json!({"sign_in": {"details": details, "signature": signature}}));
        assert_eq!(said["ok"], true, "{said}");
    }

    /// Answers the question of a step in its first round with one option.
    pub(crate) fn answer(&mut self, step: &str, option: &str) {
        let said = self.ask(&json!({"answer": {"step": step, "round": 1, "answer": {"options": [option]}}}));
        assert_eq!(said["ok"], true, "{said}");
    }

    /// Hangs up.
    pub(crate) fn drop_off(self) {
        let Self { runtime, mut socket, .. } = self;
        drop(runtime.block_on(socket.close(None)));
    }
}

impl Room {
    /// Opens the room for phones as a trainer does, without naming a Wi-Fi.
    pub(crate) fn open_phones(&mut self) -> Joining {
        self.press(egui::Key::F7);
        self.until_shows_containing("127.0.0.1");
        self.click("Avaa huone");
        self.until_drawn("an open room", |room| room.joining().is_some());
        self.press(egui::Key::F7);
        self.joining().unwrap()
    }

    /// What is needed to join, while the room is open.
    pub(crate) fn joining(&self) -> Option<Joining> {
        let app = self.harness.state();
        app.phones().joining(&app.settings().phones)
    }
}
