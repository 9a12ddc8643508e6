//! The room's thread: answers at its address, and moves along when the network gives it another one.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use axum::body::Body;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use hyper_util::rt::TokioTimer;
use tokio::net::TcpListener;
use tokio::net::TcpSocket;
use tokio::net::TcpStream;
use tokio::runtime::Runtime;

use crate::engine::Client;
use crate::engine::Waker;
use crate::room::OpenError;
use crate::room::Plan;
use crate::room::http;
use crate::room::http::Guest;
use crate::room::hub::Hub;
use crate::room::keys::Keys;
use crate::room::reach;
use crate::room::site::Site;
use crate::room::status::Network;

/// Connections that wait to be taken in: a whole room scans its code at once.
const BACKLOG: u32 = 4096;
/// Descriptors for every connection that is let in, and for everything else.
#[cfg(unix)]
const ENOUGH_DESCRIPTORS: u64 = 4096;
/// A request's head has come within this time.
const HEAD_WITHIN: Duration = Duration::from_secs(5);
/// A connection that does not become a socket has gone within this time.
const REQUESTS_WITHIN: Duration = Duration::from_mins(5);
/// Most bytes of a request's head.
const LARGEST_HEAD: usize = 8 * 1024;
/// How long phones may take to hear that the room closes.
const FAREWELL: Duration = Duration::from_millis(300);

/// Opens the room, and starts its thread.
pub(super) fn open(client: Client, plan: Plan, waker: Waker) -> Result<(Arc<Hub>, JoinHandle<()>), OpenError> {
    let snapshot = client.snapshot();
    if snapshot.state.closed_at.is_some() {
        return Err(OpenError::Closed);
    }
    let mut keys = Keys::of(&snapshot.folder)?;
    #[cfg(unix)]
    allow_many_connections();
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build().map_err(OpenError::NoThread)?;
    let entered = runtime.enter();
    let listener = first_listener(&plan, &keys)?;
    drop(entered);
    let address = listener.local_addr().map_err(OpenError::NoThread)?;
    keys.port = address.port();
    keys.keep(&snapshot.folder)?;
    let hub = Arc::new(Hub::new(client, plan, keys, Site::new(address, Network::Same), waker));
    let shared = Arc::clone(&hub);
    let thread = std::thread::Builder::new()
        .name("room".to_owned())
        .spawn(move || run(&shared, listener, runtime))
        .map_err(OpenError::NoThread)?;
    Ok((hub, thread))
}

/// A thousand phones are a thousand descriptors, more than many systems allow a program at first.
#[cfg(unix)]
fn allow_many_connections() {
    use rustix::process::Resource;
    use rustix::process::Rlimit;
    let limit = rustix::process::getrlimit(Resource::Nofile);
    let wanted = limit.maximum.unwrap_or(u64::MAX).min(ENOUGH_DESCRIPTORS);
    if limit.current.is_some_and(|current| current < wanted)
        && let Err(error) = rustix::process::setrlimit(Resource::Nofile, Rlimit { current: Some(wanted), ..limit })
    {
        tracing::warn!(%error, "the room has to do with fewer connections");
    }
}

/// Listens at the port that was asked for, else at that of the last time, else at any that is free.
fn first_listener(plan: &Plan, keys: &Keys) -> Result<TcpListener, OpenError> {
    let listen_at = |port| {
        let address = SocketAddr::new(plan.interface.address, port);
        listen(address).map_err(|source| OpenError::NoAddress { address, source })
    };
    match (plan.port, keys.port) {
        (Some(port), _) => listen_at(port),
        (None, 0) => listen_at(0),
        // Another program may have taken the port since; then phones are told a new address.
        (None, kept) => listen_at(kept).or_else(|_taken| listen_at(0)),
    }
}

fn listen(address: SocketAddr) -> std::io::Result<TcpListener> {
    let socket = if address.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
    // The port of a room that was killed may still be cooling down. On Windows this would share it with others.
    #[cfg(unix)]
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    socket.listen(BACKLOG)
}

fn run(hub: &Arc<Hub>, listener: TcpListener, runtime: Runtime) {
    let bell = Arc::clone(hub);
    let watch = hub.client.watch(Arc::new(move || bell.bell.notify_one()));
    runtime.block_on(async {
        tokio::select! {
            () = hub.run() => {}
            () = serve(hub, listener) => {}
            () = test(hub) => {}
            () = hub.stop.notified() => {}
        }
        hub.dismiss_all();
        let all_gone = async {
            while hub.count() > 0 {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
        };
        // Whoever has not heard by then notices that the connection is gone.
        drop(tokio::time::timeout(FAREWELL, all_gone).await);
    });
    drop(watch);
    runtime.shutdown_background();
}

#[expect(clippy::infinite_loop, reason = "it is dropped when the room closes")]
async fn test(hub: &Arc<Hub>) {
    loop {
        reach::test(Arc::clone(hub)).await;
        tokio::time::sleep(hub.plan.test_every).await;
    }
}

/// Takes connections in, and looks now and then whether the address is still there.
async fn serve(hub: &Arc<Hub>, mut listener: TcpListener) {
    let first = hub.site().address;
    let mut next_look = tokio::time::Instant::now() + hub.plan.look_every;
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, from)) => take_in(hub, stream, from),
                Err(error) => {
                    // Out of descriptors, or the peer has gone already: neither may keep this thread busy.
                    tracing::warn!(%error, "a connection could not be taken in");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            },
            () = tokio::time::sleep_until(next_look) => {
                next_look = tokio::time::Instant::now() + hub.plan.look_every;
                let before = hub.site().network;
                if let Some(moved) = look_around(hub, first) {
                    listener = moved;
                }
                let network = hub.site().network;
                if network != before && network != Network::Lost {
                    // Beside the taking in of connections, of which it is one.
                    tokio::spawn(reach::test(Arc::clone(hub)));
                }
            }
        }
    }
}

/// Moves to the interface's new address when the old one is gone. Returns the listener there.
fn look_around(hub: &Arc<Hub>, first: SocketAddr) -> Option<TcpListener> {
    let site = hub.site();
    let there = (hub.plan.interfaces)();
    let is_here = there.iter().any(|interface| interface.address == site.address.ip());
    let network = if site.address == first { Network::Same } else { Network::Moved { from: first.ip() } };
    if is_here {
        if site.network != network {
            hub.moves(Site { network, ..Site::clone(&site) });
        }
        return None;
    }
    let same = there.iter().find(|interface| {
        interface.name == hub.plan.interface.name && interface.address.is_ipv4() == site.address.is_ipv4()
    });
    let moved = same.and_then(|interface| {
        let address = SocketAddr::new(interface.address, site.address.port());
        listen(address).inspect_err(|error| tracing::warn!(%error, %address, "the room could not move")).ok()
    });
    let Some(listener) = moved else {
        if site.network != Network::Lost {
            hub.moves(Site { network: Network::Lost, ..Site::clone(&site) });
        }
        return None;
    };
    let address = listener.local_addr().ok()?;
    let network = if address == first { Network::Same } else { Network::Moved { from: first.ip() } };
    hub.seen.forget();
    hub.moves(Site::new(address, network));
    // Their packets no longer arrive: better they notice at once.
    hub.dismiss_all();
    Some(listener)
}

fn take_in(hub: &Arc<Hub>, stream: TcpStream, from: SocketAddr) {
    let Some(guest) = Guest::enter(hub, from.ip()) else {
        // Dropping the stream closes it; a phone tries again.
        return;
    };
    // Small messages are not to wait for each other; where that cannot be had, they do.
    drop(stream.set_nodelay(true));
    let hub = Arc::clone(hub);
    tokio::spawn(async move {
        let service = service_fn(|request: hyper::Request<hyper::body::Incoming>| {
            let (hub, guest) = (Arc::clone(&hub), Arc::clone(&guest));
            async move {
                let (parts, body) = request.into_parts();
                Ok::<_, Infallible>(http::answer(&hub, &guest, parts, Body::new(body)).await)
            }
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(HEAD_WITHIN)
            .max_buf_size(LARGEST_HEAD)
            .max_headers(64)
            .serve_connection(TokioIo::new(stream), service)
            .with_upgrades();
        // What is wrong with a connection concerns whoever made it alone.
        drop(tokio::time::timeout(REQUESTS_WITHIN, connection).await);
    });
}
