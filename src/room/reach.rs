//! The room tests itself: whether the page can be fetched through its address, and who else has fetched it.

use std::collections::HashSet;
use std::io::ErrorKind;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::time::Duration;

use tokio::io::AsyncReadExt as _;
use tokio::io::AsyncWriteExt as _;
use tokio::net::TcpStream;

use crate::room::hub::Hub;
use crate::room::site::Site;
use crate::room::status::Reach;

/// Most devices that are counted.
const MOST_DEVICES: usize = 2000;
/// How long the page may take on its way back to this computer.
const PATIENCE: Duration = Duration::from_secs(3);

/// What is known of who gets through.
#[derive(Default)]
pub(super) struct Seen(Mutex<Known>);

#[derive(Default)]
struct Known {
    /// Whether this computer got through at the last test.
    by_us: Option<bool>,
    devices: HashSet<IpAddr>,
}

impl Seen {
    pub(super) fn reach(&self) -> Reach {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match (known.devices.len(), known.by_us) {
            (0, None) => Reach::Untested,
            (0, Some(false)) => Reach::Blocked,
            (0, Some(true)) => Reach::OnlyUs,
            (devices, _) => Reach::Reached { devices },
        }
    }

    /// Another device has fetched the page; whether it is one more.
    pub(super) fn is_new(&self, device: IpAddr) -> bool {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.devices.len() < MOST_DEVICES && known.devices.insert(device)
    }

    /// Nobody has come through a new address yet.
    pub(super) fn forget(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Known::default();
    }

    fn test(&self, is_through: bool) -> bool {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        known.by_us.replace(is_through) != Some(is_through)
    }
}

/// Fetches the page through the room's own address.
pub(super) async fn test(hub: Arc<Hub>) {
    let site = hub.site();
    let fetched = tokio::time::timeout(PATIENCE, fetch(&site)).await;
    let is_through = matches!(fetched, Ok(Ok(())));
    if hub.site().address != site.address {
        // The room has moved meanwhile, and is tested there.
        return;
    }
    if !is_through {
        tracing::warn!(address = %site.address, ?fetched, "the room cannot be reached through its own address");
    }
    if hub.seen.test(is_through) {
        hub.status_changes();
    }
}

async fn fetch(site: &Site) -> std::io::Result<()> {
    let mut stream = TcpStream::connect(site.address).await?;
    let request = format!("GET / HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", site.host);
    stream.write_all(request.as_bytes()).await?;
    let mut start = [0; 12];
    stream.read_exact(&mut start).await?;
    if start == *b"HTTP/1.1 200" { Ok(()) } else { Err(std::io::Error::from(ErrorKind::InvalidData)) }
}
