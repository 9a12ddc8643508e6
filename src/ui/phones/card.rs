//! The phones in short: a card beside the lists, and a strip in the console's line.

use egui::Ui;

use crate::i18n::messages::phones as say;
use crate::room::Network;
use crate::room::Reach;
use crate::room::Status;
use crate::session::State;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::command::UiCommand;
use crate::ui::phones::line;
use crate::ui::phones::reach_words;
use crate::ui::projector::Control;
use crate::ui::slide::spaced;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;

/// How many phones there are.
struct Counts {
    connected: usize,
    dropped: usize,
    not_signed_in: usize,
}

fn counts(state: &State, status: &Status) -> Counts {
    let mut counts = Counts { connected: 0, dropped: 0, not_signed_in: status.not_signed_in };
    for one in state.present() {
        let line = line(status, one);
        counts.dropped += usize::from(line.is_dropped());
        counts.connected += usize::from(line == super::Line::Connected);
    }
    counts
}

/// Draws the card: closed with the way to open it, or open with address, code, reach and counts.
pub fn card(ui: &mut Ui, cx: &Cx<'_>, state: &State, out: &mut Actions) {
    let (theme, lang) = (cx.theme, cx.lang);
    widgets::card(ui, theme, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = theme.grid * 2.0;
            widgets::subheading(ui, theme, &say::title().text(lang));
            if let Some(status) = cx.phones.status() {
                let words = say::card_open(status.address.to_string(), spaced(&status.code));
                widgets::strong(ui, theme, &words.text(lang));
            }
        });
        let key = UiCommand::Phones.key(lang);
        let Some(status) = cx.phones.status() else {
            let words = if cx.phones.is_busy() { say::opening() } else { say::card_closed() };
            widgets::soft(ui, theme, &words.text(lang));
            if let Some(trouble) = cx.phones.trouble() {
                widgets::error_line(ui, theme, &trouble.text(lang));
            }
            if ui.add(Button::plain(theme, say::open_dialog().text(lang)).key(key)).clicked() {
                out.push(Action::Ui(UiCommand::Phones));
            }
            return;
        };
        let Counts { connected, dropped, not_signed_in } = counts(state, status);
        let (tone, words, _) = reach_words(status);
        // Where phones are there, the way is open.
        if connected + not_signed_in == 0 || matches!(tone, Tone::Caution | Tone::Bad) {
            widgets::marked(ui, theme, tone, &words.text(lang));
        }
        if connected + dropped + not_signed_in > 0 {
            let words = say::card_counts(connected, dropped, not_signed_in);
            widgets::body(ui, theme, &words.text(lang));
        }
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::plain(theme, say::settings().text(lang)).key(key)).clicked() {
                out.push(Action::Ui(UiCommand::Phones));
            }
            let is_joining = cx.projector.is_joining;
            let key = UiCommand::ShowJoining.key(lang);
            let show = Button::plain(theme, say::show_joining().text(lang)).key(key).selected(is_joining);
            if ui.add(show).clicked() {
                out.push(Action::Projector(Control::Joining(!is_joining)));
            }
        });
    });
    ui.add_space(theme.grid);
}

/// Draws the console's button: the counts, and the way to the room's settings.
pub fn strip(ui: &mut Ui, cx: &Cx<'_>, state: &State, is_narrow: bool, out: &mut Actions) {
    let (theme, lang) = (cx.theme, cx.lang);
    let words = match cx.phones.status() {
        None if cx.phones.is_busy() => say::opening(),
        None => say::title(),
        Some(status) => {
            let Counts { connected, dropped, .. } = counts(state, status);
            say::strip(connected, dropped)
        }
    };
    let key = if is_narrow { String::new() } else { UiCommand::Phones.key(lang) };
    if ui.add(Button::plain(theme, words.text(lang)).key(key)).clicked() {
        out.push(Action::Ui(UiCommand::Phones));
    }
}

/// Draws a badge for each thing about the phones that needs the trainer.
pub fn badges(ui: &mut Ui, cx: &Cx<'_>) {
    let (theme, lang) = (cx.theme, cx.lang);
    let Some(status) = cx.phones.status() else { return };
    let trouble = match (status.network, status.reach) {
        (Network::Lost, _) => Some((Tone::Bad, say::strip_lost())),
        (Network::Moved { .. }, _) => Some((Tone::Caution, say::strip_moved())),
        (Network::Same, Reach::Blocked) => Some((Tone::Bad, say::strip_blocked())),
        (Network::Same, _) => None,
    };
    if let Some((tone, words)) = trouble {
        widgets::badge(ui, theme, tone, &words.text(lang));
    }
    if let doubles @ 1.. = cx.phones.doubles().count() {
        widgets::badge(ui, theme, Tone::Caution, &say::strip_doubles(doubles).text(lang));
    }
    if cx.projector.is_joining {
        widgets::badge(ui, theme, Tone::Caution, &say::is_joining().text(lang));
    }
}
