//! An open room on loopback, and phones that talk to it over real sockets.

use std::io::Read as _;
use std::io::Write as _;
use std::net::SocketAddr;
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::Mutex;
use std::time::Duration;
use std::time::Instant;

use perehdytin::engine::Client;
use perehdytin::engine::Engine;
use perehdytin::engine::layout;
use perehdytin::journal;
use perehdytin::journal::Record;
use perehdytin::room::Interface;
use perehdytin::room::Plan;
use perehdytin::room::Room;
use perehdytin::session::Command;
use perehdytin::session::Place;
use serde_json::Value;
use serde_json::json;
use tokio_tungstenite::tungstenite::Error;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::WebSocket;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;

use crate::session_support::{Bench, bench, nobody};

/// Nothing here takes longer, unless something is wrong.
const PATIENCE: Duration = Duration::from_secs(20);

/// A session with its room open.
pub(crate) struct Hall {
    // Dropped in this order: the room first, the files last.
    pub(crate) room: Option<Room>,
    pub(crate) engine: Option<Engine>,
    pub(crate) bench: Bench,
}

pub(crate) fn hall() -> Hall {
    hall_with(Plan::loopback())
}

pub(crate) fn hall_with(plan: Plan) -> Hall {
    let bench = bench();
    let engine = bench.create();
    let room = Room::open(engine.client(), plan, nobody()).unwrap();
    Hall { room: Some(room), engine: Some(engine), bench }
}

/// The computer's one network at this address.
pub(crate) fn interface(address: &str) -> Interface {
    Interface { name: "wlan0".to_owned(), address: address.parse().unwrap() }
}

/// A room on a computer whose networks change when what is returned beside it does.
pub(crate) fn wandering() -> (Plan, Arc<Mutex<Vec<Interface>>>) {
    let there = Arc::new(Mutex::new(vec![interface("127.0.0.1")]));
    let seen = Arc::clone(&there);
    let plan = Plan {
        interfaces: Arc::new(move || seen.lock().unwrap().clone()),
        look_every: Duration::from_millis(50),
        ..Plan::new(interface("127.0.0.1"))
    };
    (plan, there)
}

impl Hall {
    pub(crate) fn client(&self) -> Client {
        self.engine.as_ref().unwrap().client()
    }

    pub(crate) fn room(&self) -> &Room {
        self.room.as_ref().unwrap()
    }

    /// The trainer asks for what must not be refused.
    #[track_caller]
    pub(crate) fn does(&self, command: Command) -> &Self {
        self.client().ask(command).unwrap();
        self
    }

    /// The trainer goes to a step and asks its question.
    #[track_caller]
    pub(crate) fn asks(&self, step: &str) -> &Self {
        self.does(Command::Go { to: Place::Step(step.into()) }).does(Command::OpenQuestion { step: step.into() })
    }

    pub(crate) fn folder(&self) -> PathBuf {
        self.client().snapshot().folder.to_path_buf()
    }

    pub(crate) fn record(&self) -> Record {
        journal::read(&layout::journal(&self.folder())).unwrap()
    }

    pub(crate) fn door(&self) -> Door {
        let status = self.room().status();
        let token = status.join_url.split('#').next_back().unwrap().to_owned();
        Door { address: status.address, token }
    }

    /// A phone that has come in and was shown its view.
    #[track_caller]
    pub(crate) fn phone(&self, number: u32) -> Phone {
        self.door().phone(number)
    }

    /// A phone whose owner has signed in.
    #[track_caller]
    pub(crate) fn signed_in(&self, number: u32, name: &str) -> Phone {
        let mut phone = self.phone(number);
        phone.does(&signing_in(name));
        phone.until(|view| view["me"]["name"] == name);
        phone
    }

    /// Waits until the room's status is as it should be.
    #[track_caller]
    pub(crate) fn waits_for(&self, is_so: impl Fn(&perehdytin::room::Status) -> bool) {
        let start = Instant::now();
        while !is_so(&self.room().status()) {
            assert!(start.elapsed() < PATIENCE, "{:?}", self.room().status());
            std::thread::sleep(Duration::from_millis(10));
        }
    }
}

pub(crate) fn signing_in(name: &str) -> Value {
    let signature = json!({"width": 300, "height": 100, "strokes": [[[10, 50], [60, 20], [120, 80]]]});
    json!({"sign_in": {"details": {"name": name, "company": "Kaivuu Oy", "role": "asentaja"}, "signature": signature}})
}

pub(crate) fn answering(step: &str, round: u32, option: &str) -> Value {
    json!({"answer": {"step": step, "round": round, "answer": {"options": [option]}}})
}

/// What the QR code says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Door {
    pub(crate) address: SocketAddr,
    pub(crate) token: String,
}

impl Door {
    #[track_caller]
    pub(crate) fn phone(&self, number: u32) -> Phone {
        let mut phone = self.silent();
        phone.hello(&self.token, number, "fi");
        phone.expects("welcome");
        phone.view = phone.expects("view");
        phone
    }

    /// A socket on which nothing has been said yet.
    #[track_caller]
    pub(crate) fn silent(&self) -> Phone {
        Phone::on(self.socket(&format!("http://{}", self.address)).unwrap())
    }

    /// A socket opened from a page of this origin, or the status with which it was refused.
    pub(crate) fn socket(&self, origin: &str) -> Result<WebSocket<TcpStream>, u16> {
        self.socket_from("127.0.0.1", origin)
    }

    /// As [`Door::socket`], from another device: one more address of the loopback.
    pub(crate) fn socket_from(&self, device: &str, origin: &str) -> Result<WebSocket<TcpStream>, u16> {
        let stream = self.connect_from(device);
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_nodelay(true).unwrap();
        let mut request = format!("ws://{}/ws", self.address).into_client_request().unwrap();
        request.headers_mut().insert("origin", origin.parse().unwrap());
        match tokio_tungstenite::tungstenite::client(request, stream) {
            Ok((socket, _)) => Ok(socket),
            Err(tokio_tungstenite::tungstenite::HandshakeError::Failure(Error::Http(response))) => {
                Err(response.status().as_u16())
            }
            Err(error) => panic!("{error}"),
        }
    }

    /// A connection from another device.
    pub(crate) fn connect_from(&self, device: &str) -> TcpStream {
        let from = SocketAddr::new(device.parse().unwrap(), 0);
        let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build().unwrap();
        let stream = runtime.block_on(async {
            let socket = tokio::net::TcpSocket::new_v4().unwrap();
            socket.bind(from).unwrap();
            socket.connect(self.address).await.unwrap().into_std().unwrap()
        });
        stream.set_nonblocking(false).unwrap();
        stream
    }

    /// Sends bytes over a connection of their own and reads the answer to its end.
    pub(crate) fn raw(&self, request: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        // The room may close before everything was sent.
        drop(stream.write_all(request));
        let mut bytes = Vec::new();
        drop(stream.read_to_end(&mut bytes));
        Answer::of(&bytes)
    }

    /// A request as the page makes it.
    pub(crate) fn request(&self, method: &str, path: &str, headers: &str, body: &str) -> Answer {
        let host = self.address;
        let length = body.len();
        self.raw(
            format!(
                "{method} {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nConnection: close\r\n\
                 Content-Length: {length}\r\n{headers}\r\n{body}"
            )
            .as_bytes(),
        )
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.request("GET", path, "", "")
    }

    pub(crate) fn post(&self, path: &str, body: &Value) -> Answer {
        self.request("POST", path, "Content-Type: application/json\r\n", &body.to_string())
    }
}

/// An answer over HTTP.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// Names in lower case.
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    fn of(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|window| window == b"\r\n\r\n").map_or(bytes.len(), |at| at + 4);
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        let head = head
            .lines()
            .map(|line| {
                line.split_once(':').map_or(line.to_owned(), |(name, value)| format!("{}:{value}", name.to_lowercase()))
            })
            .collect::<Vec<_>>()
            .join("\n");
        Self { status, head, body: bytes[end..].to_vec() }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(&format!("{name}: ")))
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }
}

/// A phone in the room.
pub(crate) struct Phone {
    pub(crate) socket: WebSocket<TcpStream>,
    last_id: u64,
    /// The view that it shows.
    pub(crate) view: Value,
    /// Everything that was ever said to it.
    pub(crate) heard: String,
}

impl Phone {
    pub(crate) fn on(socket: WebSocket<TcpStream>) -> Self {
        Self { socket, last_id: 0, view: Value::Null, heard: String::new() }
    }

    pub(crate) fn says(&mut self, text: &str) {
        // The room may have hung up already, which is heard next.
        drop(self.socket.send(Message::text(text)));
    }

    pub(crate) fn hello(&mut self, token: &str, number: u32, lang: &str) {
        let hello = json!({"v": 1, "token": token, "secret": secret(number), "lang": lang});
        self.says(&json!({"hello": hello}).to_string());
    }

    /// The next message; a close as `{"close": [code, reason]}`, a broken connection as `{"close": null}`.
    pub(crate) fn next(&mut self) -> Value {
        loop {
            match self.socket.read() {
                Ok(Message::Text(text)) => {
                    self.heard.push_str(&text);
                    self.heard.push('\n');
                    return serde_json::from_str(&text).unwrap();
                }
                Ok(Message::Close(Some(frame))) => {
                    return json!({"close": [u16::from(frame.code), frame.reason.as_str()]});
                }
                Ok(Message::Close(None)) => return json!({"close": null}),
                Ok(_) => {}
                Err(Error::Io(error)) if error.kind() == std::io::ErrorKind::WouldBlock => panic!("nothing came"),
                Err(_) => return json!({"close": null}),
            }
        }
    }

    /// The next message, which must be of this kind.
    #[track_caller]
    pub(crate) fn expects(&mut self, kind: &str) -> Value {
        let mut message = self.next();
        assert!(message.get(kind).is_some(), "expected {kind}, heard {message}");
        message[kind].take()
    }

    /// Asks, and waits for what becomes of it; views on the way are shown.
    pub(crate) fn asks(&mut self, what: &Value) -> Value {
        self.last_id += 1;
        let id = self.last_id;
        self.asks_as(id, what)
    }

    pub(crate) fn asks_as(&mut self, id: u64, what: &Value) -> Value {
        self.says(&json!({"id": id, "do": what}).to_string());
        loop {
            let mut message = self.next();
            if message["id"] == id || message.get("close").is_some() {
                return message;
            }
            if message.get("view").is_some() {
                self.view = message["view"].take();
            }
        }
    }

    /// Asks for what must not be refused.
    #[track_caller]
    pub(crate) fn does(&mut self, what: &Value) -> Value {
        let done = self.asks(what);
        assert_eq!(done["ok"], true, "{what}: {done}");
        done
    }

    /// Asks for what must be refused, and returns the code.
    #[track_caller]
    pub(crate) fn is_refused(&mut self, what: &Value) -> String {
        let done = self.asks(what);
        assert!(!done["refused"]["text"].as_str().unwrap_or_default().is_empty(), "{what}: {done}");
        done["refused"]["code"].as_str().unwrap().to_owned()
    }

    /// Waits until its view is as it should be.
    #[track_caller]
    pub(crate) fn until(&mut self, is_so: impl Fn(&Value) -> bool) -> &Value {
        while !is_so(&self.view) {
            let mut message = self.next();
            assert!(message.get("close").is_none(), "{message}, still showing {}", self.view);
            if message.get("view").is_some() {
                self.view = message["view"].take();
            }
        }
        &self.view
    }

    /// Holds that nothing has been said to it: what it is told next is the answer to its own ping.
    #[track_caller]
    pub(crate) fn hears_nothing(&mut self) {
        self.last_id += 1;
        let ping = self.last_id;
        self.says(&json!({"ping": ping}).to_string());
        assert_eq!(self.next(), json!({"pong": ping}));
    }

    /// Goes without a word.
    pub(crate) fn cut(self) {
        drop(self.socket);
    }
}

/// The secret of phone `number`.
pub(crate) fn secret(number: u32) -> String {
    format!("{number:032x}")
}
