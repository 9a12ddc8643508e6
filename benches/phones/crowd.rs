//! The phones: each a WebSocket of its own, all on one thread beside the server's.

use std::sync::Arc;
use std::time::Duration;
use std::time::Instant;

use futures_util::SinkExt as _;
use futures_util::StreamExt as _;
use perehdytin::clock::Clock as _;
use perehdytin::clock::SystemClock;
use serde_json::Value;
use serde_json::json;
use tokio::net::TcpStream;
use tokio::sync::Barrier;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::client_async_with_config;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest as _;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;

use crate::child::Child;
use crate::figures::ms;

/// Nothing here takes longer, unless something is wrong.
const PATIENCE: Duration = Duration::from_mins(1);

pub(crate) struct Crowd {
    phones: Vec<Phone>,
}

struct Phone {
    socket: WebSocketStream<TcpStream>,
    number: u32,
}

impl Crowd {
    /// Lets so many phones come in at once, until each is shown its view.
    pub(crate) async fn join(child: &Child, count: usize, first: u32) -> Self {
        let (address, token) = (child.address, child.token.clone());
        let joining = (first..).take(count).map(|number| {
            let token = token.clone();
            async move {
                let mut phone = Phone::connect(address, number).await;
                let secret = format!("{number:032x}");
                let hello = json!({"hello": {"v": 1, "token": token, "secret": secret, "lang": "fi"}});
                phone.say(hello.to_string()).await;
                phone.until("\"view\":").await;
                phone
            }
        });
        Self { phones: all(joining).await }
    }

    /// Lets so many phones connect to the floor at once.
    pub(crate) async fn connect(child: &Child, count: usize) -> Self {
        let address = child.address;
        Self { phones: all((1..).take(count).map(|number| Phone::connect(address, number))).await }
    }

    /// Everybody signs in at once.
    pub(crate) async fn sign_in(&mut self) {
        let stroke: Vec<[u16; 2]> = (0..60).map(|point| [10 + point * 4, 50 + point % 40]).collect();
        let signature = json!({"width": 300, "height": 100, "strokes": [stroke, stroke]});
        let phones = std::mem::take(&mut self.phones);
        self.phones = all(phones.into_iter().map(|mut phone| {
            let details =
                json!({"name": format!("Osallistuja {}", phone.number), "company": "Esimerkki Oy", "role": "asentaja", "identifier": format!("{:012}", phone.number)});
            let message = json!({"id": 1, "do": {"sign_in": {"details": details, "signature": signature}}}).to_string();
            async move {
                phone.say(message).await;
                phone.until("\"state\":\"present\"").await;
                phone
            }
        }))
        .await;
    }

    /// Waits until every phone shows this.
    pub(crate) async fn see(&mut self, what: String) {
        let what: Arc<str> = what.into();
        let phones = std::mem::take(&mut self.phones);
        self.phones = all(phones.into_iter().map(|mut phone| {
            let what = Arc::clone(&what);
            async move {
                phone.until(&what).await;
                phone
            }
        }))
        .await;
    }

    /// Everybody answers at once. Returns when each phone sent theirs, in nanoseconds since 1970, and how many
    /// milliseconds each acknowledgement took.
    pub(crate) async fn answer(&mut self, step: &Value, option: &Value) -> (Vec<(u32, i128)>, Vec<f64>) {
        let answer = json!({"step": step, "round": 1, "answer": {"options": [option]}});
        let message: Arc<str> = json!({"id": 2, "do": {"answer": answer}}).to_string().into();
        let times = self.all_at_once(message, "\"ok\":true").await;
        let sent = self.phones.iter().zip(&times).map(|(phone, (sent, _))| (phone.number, *sent)).collect();
        (sent, times.into_iter().map(|(_, took)| took).collect())
    }

    /// Everybody sends something and waits for it to come back. Returns how many milliseconds each took.
    pub(crate) async fn echo(&mut self) -> Vec<f64> {
        let answer = json!({"id": 1, "do": {"answer": {"step": "ovi-auki", "round": 1, "answer": {"options": ["a"]}}}});
        let times = self.all_at_once(answer.to_string().into(), "\"do\":").await;
        times.into_iter().map(|(_, took)| took).collect()
    }

    async fn all_at_once(&mut self, message: Arc<str>, reply: &'static str) -> Vec<(i128, f64)> {
        let barrier = Arc::new(Barrier::new(self.phones.len()));
        let phones = std::mem::take(&mut self.phones);
        let done = all(phones.into_iter().map(|mut phone| {
            let (barrier, message) = (Arc::clone(&barrier), Arc::clone(&message));
            async move {
                let message = message.to_string();
                barrier.wait().await;
                let (sent, start) = (SystemClock.now().as_nanosecond(), Instant::now());
                phone.say(message).await;
                phone.until(reply).await;
                (phone, (sent, ms(start.elapsed())))
            }
        }))
        .await;
        let (phones, times) = done.into_iter().unzip();
        self.phones = phones;
        times
    }

    /// Everybody goes.
    pub(crate) async fn leave(self) {
        drop(self.phones);
        tokio::time::sleep(Duration::from_millis(200)).await;
    }
}

/// Runs all of them at once and waits for the last; the results stand in their order.
async fn all<T: Send + 'static>(each: impl Iterator<Item = impl Future<Output = T> + Send + 'static>) -> Vec<T> {
    let tasks: Vec<_> = each.map(tokio::spawn).collect();
    let mut done = Vec::with_capacity(tasks.len());
    for task in tasks {
        done.push(tokio::time::timeout(PATIENCE, task).await.unwrap().unwrap());
    }
    done
}

impl Phone {
    async fn connect(address: std::net::SocketAddr, number: u32) -> Self {
        let stream = TcpStream::connect(address).await.unwrap();
        stream.set_nodelay(true).unwrap();
        let mut request = format!("ws://{address}/ws").into_client_request().unwrap();
        request.headers_mut().insert("origin", format!("http://{address}").parse().unwrap());
        let config = WebSocketConfig::default().read_buffer_size(4096).write_buffer_size(0);
        let (socket, _) = client_async_with_config(request, stream, Some(config)).await.unwrap();
        Self { socket, number }
    }

    async fn say(&mut self, text: String) {
        self.socket.send(Message::text(text)).await.unwrap();
    }

    /// The first message that holds this.
    async fn until(&mut self, what: &str) -> String {
        loop {
            match self.socket.next().await.unwrap().unwrap() {
                Message::Text(text) if text.contains("\"refused\"") => panic!("{text}"),
                Message::Text(text) if text.contains(what) => return text.to_string(),
                _ => {}
            }
        }
    }
}
