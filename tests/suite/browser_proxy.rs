//! The network between a phone and the room, which a test can cut, silence and slow down.

use std::future::pending;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::mpsc as blocking;
use std::thread::JoinHandle;
use std::time::Duration;
use std::time::SystemTime;

use tokio::io::AsyncReadExt as _;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpListener;
use tokio::net::TcpStream;
use tokio::net::tcp::OwnedReadHalf;
use tokio::net::tcp::OwnedWriteHalf;
use tokio::sync::mpsc;
use tokio::sync::watch;
use tokio::time::Instant;

/// How the network is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Open,
    /// Every connection is dropped, and none is taken.
    Cut,
    /// Connections stand and are taken, but nothing gets through; what is on its way arrives later.
    Silent,
    /// Bytes a second each way, and how long each byte is on its way.
    Slow(u32, Duration),
}

/// A network for one phone; it goes when this is dropped.
pub(crate) struct Proxy {
    /// Where the phone finds the room.
    pub(crate) address: SocketAddr,
    orders: Option<mpsc::UnboundedSender<(Way, blocking::Sender<()>)>>,
    taken: Arc<Mutex<Vec<SystemTime>>>,
    thread: Option<JoinHandle<()>>,
}

impl Proxy {
    /// A network that leads to `room`.
    pub(crate) fn to(room: SocketAddr) -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let (orders, received) = mpsc::unbounded_channel();
        let taken = Arc::new(Mutex::new(Vec::new()));
        let network = Network { address, room, taken: Arc::clone(&taken) };
        let thread = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                let listener = TcpListener::from_std(listener).unwrap();
                network.run(listener, received).await;
            });
        });
        Self { address, orders: Some(orders), taken, thread: Some(thread) }
    }

    /// Makes the network so, and tells when it was.
    pub(crate) fn becomes(&self, way: Way) -> SystemTime {
        let (done, is_done) = blocking::channel();
        self.orders.as_ref().unwrap().send((way, done)).unwrap();
        is_done.recv().unwrap();
        SystemTime::now()
    }

    /// When the first connection was taken after `moment`.
    pub(crate) fn first_taken_after(&self, moment: SystemTime) -> Option<SystemTime> {
        self.taken.lock().unwrap().iter().copied().find(|taken| *taken >= moment)
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        drop(self.orders.take());
        if let Some(thread) = self.thread.take() {
            drop(thread.join());
        }
    }
}

struct Network {
    address: SocketAddr,
    room: SocketAddr,
    taken: Arc<Mutex<Vec<SystemTime>>>,
}

impl Network {
    async fn run(self, listener: TcpListener, mut orders: mpsc::UnboundedReceiver<(Way, blocking::Sender<()>)>) {
        let mut listener = Some(listener);
        let (ways, way) = watch::channel(Way::Open);
        loop {
            tokio::select! {
                order = orders.recv() => {
                    let Some((new, done)) = order else { return };
                    if new == Way::Cut {
                        listener = None;
                    } else if listener.is_none() {
                        listener = Some(self.listens_again().await);
                    }
                    ways.send_replace(new);
                    done.send(()).unwrap();
                }
                stream = accepted(listener.as_ref()) => {
                    self.taken.lock().unwrap().push(SystemTime::now());
                    tokio::spawn(connection(stream, self.address, self.room, way.clone()));
                }
            }
        }
    }

    /// Another program may have the port for a moment.
    async fn listens_again(&self) -> TcpListener {
        loop {
            match TcpListener::bind(self.address).await {
                Ok(listener) => return listener,
                Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
            }
        }
    }
}

async fn accepted(listener: Option<&TcpListener>) -> TcpStream {
    match listener {
        Some(listener) => listener.accept().await.unwrap().0,
        None => pending().await,
    }
}

/// Carries a connection until it ends or is cut.
async fn connection(phone: TcpStream, own: SocketAddr, room: SocketAddr, way: watch::Receiver<Way>) {
    let mut until_cut = way.clone();
    let mut until_heard = way.clone();
    let carried = async {
        drop(until_heard.wait_for(|way| *way != Way::Silent).await);
        let Ok(server) = TcpStream::connect(room).await else { return };
        drop(phone.set_nodelay(true));
        drop(server.set_nodelay(true));
        let (from_phone, to_phone) = phone.into_split();
        let (from_server, to_server) = server.into_split();
        // The room answers to its own name alone.
        let (own, room) = (own.to_string(), room.to_string());
        tokio::join!(
            direction(from_phone, to_server, (&own, &room), way.clone()),
            direction(from_server, to_phone, (&room, &own), way.clone()),
        );
    };
    tokio::select! {
        () = carried => {}
        _ = until_cut.wait_for(|way| *way == Way::Cut) => {}
    }
}

/// Carries bytes one way, each when it is due, with one name for another of the same length.
async fn direction(
    mut from: OwnedReadHalf,
    mut to: OwnedWriteHalf,
    names: (&str, &str),
    mut way: watch::Receiver<Way>,
) {
    assert_eq!(names.0.len(), names.1.len(), "{names:?}");
    let (queue, mut queued) = mpsc::channel::<(Instant, Vec<u8>)>(1024);
    let now = way.clone();
    let reading = async move {
        let mut buffer = vec![0; 4096];
        let mut last = Instant::now();
        while let Ok(read @ 1..) = from.read(&mut buffer).await {
            let bytes = renamed(&buffer[..read], names);
            let due = match *now.borrow() {
                Way::Slow(rate, delay) => {
                    let sending = Duration::from_secs_f64(read as f64 / f64::from(rate));
                    last.max(Instant::now() + delay) + sending
                }
                Way::Open | Way::Cut | Way::Silent => Instant::now(),
            };
            last = due;
            if queue.send((due, bytes)).await.is_err() {
                return;
            }
        }
    };
    let writing = async move {
        while let Some((due, bytes)) = queued.recv().await {
            tokio::time::sleep_until(due).await;
            drop(way.wait_for(|way| *way != Way::Silent).await);
            if to.write_all(&bytes).await.is_err() {
                return;
            }
        }
        drop(to.shutdown().await);
    };
    tokio::join!(reading, writing);
}

fn renamed(bytes: &[u8], (old, new): (&str, &str)) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    let mut at = 0;
    while at + old.len() <= bytes.len() {
        if bytes[at..].starts_with(old.as_bytes()) {
            bytes[at..at + old.len()].copy_from_slice(new.as_bytes());
        }
        at += 1;
    }
    bytes
}
