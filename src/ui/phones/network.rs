//! The computer's networks, so that a trainer knows which one the phones are in.

use std::net::IpAddr;
use std::path::Path;

use crate::i18n::Message;
use crate::i18n::messages::phones as say;
use crate::room::Interface;

/// A network that phones may be in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Network {
    /// The computer's place in it.
    pub interface: Interface,
    /// What it is.
    pub kind: Kind,
}

/// What a network is, as far as its name and address tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// This computer's own hotspot.
    Hotspot,
    /// A Wi-Fi.
    Wifi,
    /// A cable.
    Cable,
    /// A phone on a USB cable.
    Usb,
    /// Made by containers, virtual machines or a private network: no phone is there.
    Virtual,
    /// Not known.
    Other,
}

impl Network {
    /// The network in words: what it is, what the system calls it, the address there.
    pub fn message(&self) -> Message {
        let (name, address) = (self.interface.name.as_str(), self.interface.address.to_string());
        match self.kind {
            Kind::Hotspot => say::network_hotspot(name, address),
            Kind::Wifi => say::network_wifi(name, address),
            Kind::Cable => say::network_cable(name, address),
            Kind::Usb => say::network_usb(name, address),
            Kind::Virtual => say::network_virtual(name, address),
            Kind::Other => say::network_other(name, address),
        }
    }
}

/// The networks of `interfaces` in their order, those that phones cannot be in last. An IPv6 address is left out
/// where the interface has an IPv4 one: it would have to be typed.
pub fn networks(interfaces: &[Interface]) -> Vec<Network> {
    let has_short = |name: &str| interfaces.iter().any(|other| other.name == name && other.address.is_ipv4());
    let mut networks: Vec<Network> = interfaces
        .iter()
        .filter(|interface| interface.address.is_ipv4() || !has_short(&interface.name))
        .map(|interface| Network { interface: interface.clone(), kind: kind(interface, is_wireless(&interface.name)) })
        .collect();
    networks.sort_by_key(|network| network.kind == Kind::Virtual);
    networks
}

/// Whether the system itself says that an interface is wireless; only Linux tells in a file.
fn is_wireless(name: &str) -> bool {
    cfg!(target_os = "linux") && !name.contains('/') && Path::new("/sys/class/net").join(name).join("wireless").exists()
}

fn kind(interface: &Interface, is_wireless: bool) -> Kind {
    let name = interface.name.to_lowercase();
    let begins = |beginnings: &[&str]| beginnings.iter().any(|beginning| name.starts_with(beginning));
    // Windows, NetworkManager and macOS share a connection from these addresses.
    let shares = match interface.address {
        IpAddr::V4(address) => {
            matches!(address.octets(), [192, 168, 137, 1] | [10, 42, _, 1]) || name.starts_with("bridge100")
        }
        IpAddr::V6(_) => false,
    };
    if shares {
        Kind::Hotspot
    } else if begins(&[
        "docker",
        "br-",
        "veth",
        "virbr",
        "vmnet",
        "vboxnet",
        "tun",
        "tap",
        "wg",
        "zt",
        "tailscale",
        "utun",
    ]) || name.contains("vethernet")
    {
        Kind::Virtual
    } else if is_wireless || begins(&["wl", "wi-fi", "wifi"]) || name.contains("wi-fi") {
        Kind::Wifi
    } else if begins(&["usb", "rndis", "enx"]) {
        Kind::Usb
    } else if begins(&["eth", "ethernet"]) || (name.starts_with("en") && !cfg!(target_os = "macos")) {
        Kind::Cable
    } else {
        Kind::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn interface(name: &str, address: &str) -> Interface {
        Interface { name: name.to_owned(), address: address.parse().unwrap() }
    }

    #[test]
    fn a_network_is_known_by_its_name_and_address() {
        for (name, address, expected) in [
            ("wlp3s0", "192.168.1.5", Kind::Wifi),
            ("Wi-Fi", "10.0.0.7", Kind::Wifi),
            ("eth0", "10.0.0.7", Kind::Cable),
            ("Ethernet 2", "10.0.0.7", Kind::Cable),
            ("Local Area Connection* 2", "192.168.137.1", Kind::Hotspot),
            ("wlan0", "10.42.0.1", Kind::Hotspot),
            ("usb0", "192.168.42.10", Kind::Usb),
            ("docker0", "172.17.0.1", Kind::Virtual),
            ("vEthernet (WSL)", "172.20.0.1", Kind::Virtual),
            ("ppp0", "10.1.1.1", Kind::Other),
        ] {
            assert_eq!(kind(&interface(name, address), false), expected, "{name} {address}");
        }
        assert_eq!(kind(&interface("mystery", "10.0.0.7"), true), Kind::Wifi);
    }

    #[test]
    fn an_address_that_is_long_to_type_is_offered_only_where_there_is_no_short_one() {
        let offered = networks(&[
            interface("docker0", "172.17.0.1"),
            interface("wlan0", "192.168.1.5"),
            interface("wlan0", "2001:db8::5"),
            interface("eth0", "2001:db8::6"),
        ]);
        let names: Vec<String> = offered.iter().map(|network| network.interface.address.to_string()).collect();
        assert_eq!(names, ["192.168.1.5", "2001:db8::6", "172.17.0.1"]);
    }
}
