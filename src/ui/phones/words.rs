//! How the room stands, in plain words, and what to do about it.

use crate::i18n::Message;
use crate::i18n::messages::phones as say;
use crate::room::Network;
use crate::room::Reach;
use crate::room::Status;
use crate::ui::phones::Line;
use crate::ui::room::view::View;
use crate::ui::widgets::Tone;

/// How well phones get through, and what to do where they do not.
pub fn reach_words(status: &Status) -> (Tone, Message, Vec<Message>) {
    let address = status.address.to_string();
    match (status.network, status.reach) {
        (Network::Lost, _) => (Tone::Bad, say::network_lost(address), vec![say::network_lost_help()]),
        (Network::Moved { from }, reach) => {
            let mut help = vec![say::network_moved_help()];
            if reach == Reach::Blocked {
                help.extend(firewall(status));
            }
            (Tone::Caution, say::network_moved(address, from.to_string()), help)
        }
        (Network::Same, Reach::Untested) => (Tone::Neutral, say::reach_untested(), Vec::new()),
        (Network::Same, Reach::Blocked) => (Tone::Bad, say::reach_blocked(address), firewall(status)),
        (Network::Same, Reach::OnlyUs) => {
            let mut help = vec![say::reach_only_us_help()];
            help.extend(firewall(status));
            help.push(say::reach_apart());
            (Tone::Neutral, say::reach_only_us(), help)
        }
        (Network::Same, Reach::Reached { devices }) => (Tone::Good, say::reach_reached(devices), Vec::new()),
    }
}

/// How a firewall is told to let phones in.
fn firewall(status: &Status) -> Vec<Message> {
    let port = status.address.port().to_string();
    let windows = say::firewall_windows();
    let linux = say::firewall_linux(port);
    let mac = say::firewall_mac();
    if cfg!(windows) {
        vec![windows]
    } else if cfg!(target_os = "macos") {
        vec![mac]
    } else {
        vec![linux]
    }
}

/// How somebody takes part, as a tone and a word or two for a narrow column.
pub fn short_line_words(view: View<'_>, line: Line) -> (Tone, String) {
    let (tone, message) = match line {
        Line::Connected => (Tone::Good, say::short_connected()),
        Line::Dropped { since } => (Tone::Caution, say::short_dropped(view.clock(since))),
        Line::NotBack => (Tone::Caution, say::short_not_back()),
        Line::Desk => (Tone::Neutral, say::short_desk()),
    };
    (tone, view.say(message))
}

/// How somebody takes part, as a tone and words.
pub fn line_words(view: View<'_>, line: Line) -> (Tone, String) {
    let (tone, message) = match line {
        Line::Connected => (Tone::Good, say::line_connected()),
        Line::Dropped { since } => (Tone::Caution, say::line_dropped(view.clock(since))),
        Line::NotBack => (Tone::Caution, say::line_not_back()),
        Line::Desk => (Tone::Neutral, say::line_desk()),
    };
    (tone, view.say(message))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::room::Handout;

    fn told(network: Network, reach: Reach) -> (Tone, String) {
        let status = Status {
            address: "192.168.1.5:40123".parse().unwrap(),
            url: "http://192.168.1.5:40123/".to_owned(),
            join_url: "http://192.168.1.5:40123/#0".to_owned(),
            code: "A3C4D7".to_owned(),
            network,
            reach,
            links: std::collections::BTreeMap::new(),
            not_signed_in: 0,
            handout: Handout::Held,
        };
        let (tone, words, help) = reach_words(&status);
        let lines: Vec<String> = std::iter::once(words).chain(help).map(|line| line.text(Lang::Fi)).collect();
        (tone, lines.join("\n"))
    }

    #[test]
    fn a_blocked_room_names_its_address_and_how_the_firewall_is_opened() {
        let (tone, words) = told(Network::Same, Reach::Blocked);
        assert_eq!(tone, Tone::Bad);
        assert!(words.contains("192.168.1.5:40123") && words.contains("Palomuuri:"), "{words}");
    }

    #[test]
    fn a_room_that_no_phone_has_found_names_the_firewall_then_the_network_that_keeps_devices_apart() {
        let (tone, words) = told(Network::Same, Reach::OnlyUs);
        assert_eq!(tone, Tone::Neutral);
        assert!(words.find("Palomuuri:") < words.find("vierasverkko"), "{words}");
        assert!(words.contains("oma hotspot"), "{words}");
    }

    #[test]
    fn a_room_that_phones_have_found_gives_no_advice() {
        let (tone, words) = told(Network::Same, Reach::Reached { devices: 12 });
        assert_eq!((tone, words.as_str()), (Tone::Good, "Huone on auki. 12 laitetta on avannut sivun."));
    }

    #[test]
    fn a_lost_or_changed_address_comes_before_everything_else() {
        let (tone, words) = told(Network::Lost, Reach::Reached { devices: 3 });
        assert_eq!(tone, Tone::Bad);
        assert!(words.contains("Verkko katosi"), "{words}");
        let (tone, words) = told(Network::Moved { from: "192.168.1.9".parse().unwrap() }, Reach::OnlyUs);
        assert_eq!(tone, Tone::Caution);
        assert!(words.contains("192.168.1.9") && words.contains("Näytä liittymisohje"), "{words}");
    }
}
