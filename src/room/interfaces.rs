//! The network interfaces of this computer through which phones may come.

use std::net::IpAddr;
use std::net::Ipv4Addr;
use std::sync::Arc;

/// A network interface with one of its addresses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interface {
    /// What the operating system calls it, such as `wlan0`.
    pub name: String,
    /// Its address in that network.
    pub address: IpAddr,
}

impl Interface {
    /// The interface that only this computer itself can reach: for rehearsals and tests.
    pub fn loopback() -> Self {
        Self { name: "lo".to_owned(), address: IpAddr::V4(Ipv4Addr::LOCALHOST) }
    }

    /// Interfaces made by containers, virtual machines and private networks: phones seldom come through them.
    fn is_virtual(&self) -> bool {
        let made =
            ["docker", "br-", "veth", "virbr", "vmnet", "vboxnet", "tun", "tap", "wg", "zt", "tailscale", "utun"];
        let name = self.name.to_lowercase();
        made.iter().any(|prefix| name.starts_with(prefix)) || name.contains("vethernet")
    }

    /// How unlikely it is that the room's phones are there: a home or office network first.
    fn rank(&self) -> (bool, u8) {
        let rank = match self.address {
            IpAddr::V4(address) if address.is_private() => 0,
            IpAddr::V4(address) if address.is_link_local() => 3,
            IpAddr::V4(_) => 1,
            IpAddr::V6(_) => 2,
        };
        (self.is_virtual(), rank)
    }
}

/// Where the interfaces are read from: the operating system, or a test.
pub type Interfaces = Arc<dyn Fn() -> Vec<Interface> + Send + Sync>;

/// The interfaces through which phones may come, the likeliest first; empty without any network.
pub fn interfaces() -> Vec<Interface> {
    let mut found: Vec<Interface> = if_addrs::get_if_addrs()
        .unwrap_or_default()
        .into_iter()
        // A link-local IPv6 address needs a zone, which no browser takes.
        .filter(|interface| !(interface.is_loopback() || (interface.ip().is_ipv6() && interface.is_link_local())))
        .map(|interface| Interface { address: interface.ip(), name: interface.name })
        .collect();
    found.sort_by_key(|interface| (interface.rank(), interface.name.clone(), interface.address));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wifi_stands_before_what_containers_made() {
        let interface =
            |name: &str, address: &str| Interface { name: name.to_owned(), address: address.parse().unwrap() };
        let mut all = [
            interface("docker0", "172.17.0.1"),
            interface("eth0", "2001:db8::1"),
            interface("wlan0", "192.168.1.5"),
            interface("usb0", "169.254.3.4"),
        ];
        all.sort_by_key(Interface::rank);
        assert_eq!(all.map(|interface| interface.name), ["wlan0", "eth0", "usb0", "docker0"]);
    }
}
