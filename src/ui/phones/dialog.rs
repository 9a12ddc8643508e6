//! Opening and closing the room: which network, which Wi-Fi for the first code, and whether phones get through.

use std::sync::Arc;

use egui::Ui;

use crate::i18n::Lang;
use crate::i18n::messages::common;
use crate::i18n::messages::phones as say;
use crate::room::Interface;
use crate::room::Status;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::command::UiCommand;
use crate::ui::phones::Ask;
use crate::ui::phones::Network;
use crate::ui::phones::Phones;
use crate::ui::phones::networks;
use crate::ui::phones::reach_words;
use crate::ui::projector;
use crate::ui::projector::Control;
use crate::ui::room::parts::Row;
use crate::ui::settings::Settings;
use crate::ui::slide::spaced;
use crate::ui::theme::Theme;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// Most bytes of a Wi-Fi's name.
const LONGEST_NAME: usize = 32;
/// How long a Wi-Fi's password may be, in characters.
const PASSWORD: std::ops::RangeInclusive<usize> = 8..=63;

/// The dialog while it is open.
#[derive(Debug)]
pub struct Dialog {
    looking: Option<Job<Vec<Interface>>>,
    networks: Option<Vec<Network>>,
    chosen: Option<Interface>,
    wifi_name: String,
    wifi_password: String,
    shows_password: bool,
    has_begun: bool,
}

/// What the dialog reads.
pub(in crate::ui) struct Around<'a> {
    pub(in crate::ui) theme: &'a Theme,
    pub(in crate::ui) lang: Lang,
    pub(in crate::ui) settings: &'a Settings,
    pub(in crate::ui) phones: &'a Phones,
    pub(in crate::ui) projector: &'a projector::Status,
}

impl Dialog {
    /// Opens the dialog with what was typed the last time.
    pub fn new(settings: &Settings) -> Self {
        Self {
            looking: None,
            networks: None,
            chosen: None,
            wifi_name: settings.phones.wifi_name.clone(),
            wifi_password: settings.phones.wifi_password.clone(),
            shows_password: false,
            has_begun: false,
        }
    }

    /// Draws the dialog; true once it is to be closed.
    pub(in crate::ui) fn show(&mut self, ui: &Ui, around: &Around<'_>, out: &mut Actions) -> bool {
        let (theme, lang) = (around.theme, around.lang);
        if !std::mem::replace(&mut self.has_begun, true) {
            self.look(ui, around);
        }
        if let Some(Ok(found)) = finished(&mut self.looking) {
            self.found(&networks(&found), &around.settings.phones.interface);
        }
        let title = say::title().text(lang);
        let response = widgets::dialog(ui.ctx(), theme, "phones", &title, 640.0, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid;
            match around.phones.status() {
                Some(status) => self.open_ui(ui, around, status, out),
                None => self.closed_ui(ui, around, out),
            }
        });
        let is_over = response.inner || response.should_close;
        if is_over {
            self.keep(around, out);
        }
        is_over
    }

    fn look(&mut self, ui: &Ui, around: &Around<'_>) {
        let find = Arc::clone(&around.phones.find);
        self.looking = Some(Job::start(ui.ctx(), "room-networks", move |_| find()));
    }

    /// Takes the networks that were found; the one of the last time is chosen, else the likeliest.
    fn found(&mut self, networks: &[Network], last: &str) {
        let is_there = |interface: &Interface| networks.iter().any(|network| network.interface == *interface);
        if !self.chosen.as_ref().is_some_and(is_there) {
            let kept = networks.iter().find(|network| network.interface.name == last);
            self.chosen = kept.or(networks.first()).map(|network| network.interface.clone());
        }
        self.networks = Some(networks.to_vec());
    }

    fn closed_ui(&mut self, ui: &mut Ui, around: &Around<'_>, out: &mut Actions) -> bool {
        let (theme, lang) = (around.theme, around.lang);
        widgets::body(ui, theme, &say::explained().text(lang));
        widgets::subheading(ui, theme, &say::which_network().text(lang));
        match &self.networks {
            None => {
                widgets::soft(ui, theme, &say::looking().text(lang));
            }
            Some(networks) if networks.is_empty() => {
                widgets::marked(ui, theme, Tone::Caution, &say::network_none().text(lang));
            }
            Some(networks) => {
                for network in networks {
                    let is_selected = self.chosen.as_ref() == Some(&network.interface);
                    let name = network.message().text(lang);
                    let row = Row { name: &name, detail: "", state: None, is_selected };
                    if row.show(ui, theme).clicked() {
                        self.chosen = Some(network.interface.clone());
                    }
                }
            }
        }
        let again = Button::quiet(theme, say::look_again().text(lang));
        if ui.add_enabled(self.looking.is_none(), again).clicked() {
            self.look(ui, around);
        }
        self.wifi_ui(ui, around, out);
        if let Some(trouble) = around.phones.trouble() {
            widgets::error_line(ui, theme, &trouble.text(lang));
        }
        let is_busy = around.phones.is_busy();
        if is_busy {
            widgets::soft(ui, theme, &say::opening().text(lang));
        }
        ui.horizontal(|ui| {
            let open = Button::primary(theme, say::open().text(lang));
            let can_open = !is_busy && self.chosen.is_some() && self.wifi_error(lang).is_none();
            if widgets::main_button(ui, can_open, open)
                && let Some(interface) = &self.chosen
            {
                self.keep(around, out);
                out.push(Action::Phones(Ask::Open(interface.clone())));
            }
            ui.add(Button::plain(theme, common::close().text(lang))).clicked()
        })
        .inner
    }

    fn open_ui(&mut self, ui: &mut Ui, around: &Around<'_>, status: &Status, out: &mut Actions) -> bool {
        let (theme, lang) = (around.theme, around.lang);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = theme.grid * 3.0;
            for (label, value) in [(say::address(), status.address.to_string()), (say::code(), spaced(&status.code))] {
                ui.vertical(|ui| {
                    widgets::caption(ui, theme, &label.text(lang));
                    widgets::heading(ui, theme, &value);
                });
            }
        });
        let (tone, words, help) = reach_words(status);
        widgets::marked(ui, theme, tone, &words.text(lang));
        for line in help {
            widgets::body(ui, theme, &line.text(lang));
        }
        let key = UiCommand::ShowJoining.key(lang);
        let is_joining = around.projector.is_joining;
        let show = Button::plain(theme, say::show_joining().text(lang)).key(key).selected(is_joining);
        if ui.add(show).clicked() {
            out.push(Action::Projector(Control::Joining(!is_joining)));
        }
        self.wifi_ui(ui, around, out);
        widgets::caption(ui, theme, &say::close_explained().text(lang));
        ui.horizontal(|ui| {
            let is_done = ui.add(Button::primary(theme, common::close().text(lang))).clicked();
            if ui.add(Button::danger(theme, say::close().text(lang))).clicked() {
                out.push(Action::Phones(Ask::Close));
            }
            is_done
        })
        .inner
    }

    fn wifi_ui(&mut self, ui: &mut Ui, around: &Around<'_>, out: &mut Actions) {
        let (theme, lang) = (around.theme, around.lang);
        ui.add_space(theme.grid);
        widgets::subheading(ui, theme, &say::wifi().text(lang));
        widgets::caption(ui, theme, &say::wifi_help().text(lang));
        let error = self.wifi_error(lang);
        let mut is_left = false;
        let half = (ui.available_width() - theme.grid * 2.0) / 2.0;
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = theme.grid * 2.0;
            ui.vertical(|ui| {
                ui.set_width(half);
                let label = say::wifi_name().text(lang);
                let field = Field::new(theme, &label).limit(LONGEST_NAME);
                is_left |= field.show(ui, &mut self.wifi_name).lost_focus();
            });
            ui.vertical(|ui| {
                ui.set_width(half);
                let label = say::wifi_password().text(lang);
                let mut field = Field::new(theme, &label).limit(*PASSWORD.end()).error(error.as_deref());
                if !self.shows_password {
                    field = field.password();
                }
                is_left |= field.show(ui, &mut self.wifi_password).lost_focus();
                widgets::check(ui, theme, &mut self.shows_password, &say::wifi_show().text(lang));
            });
        });
        if is_left {
            self.keep(around, out);
        }
    }

    /// What is wrong with the Wi-Fi as typed.
    fn wifi_error(&self, lang: Lang) -> Option<String> {
        let password = self.wifi_password.chars().count();
        if self.wifi_name.trim().is_empty() {
            return (password > 0).then(|| say::wifi_name_missing().text(lang));
        }
        (password > 0 && !PASSWORD.contains(&password)).then(|| say::wifi_password_wrong().text(lang))
    }

    fn keep(&self, around: &Around<'_>, out: &mut Actions) {
        if let Some(settings) = self.kept(around.settings) {
            out.push(Action::Settings(settings));
        }
    }

    /// The settings with what was typed, for the next time and for the projector; `None` when nothing has changed or
    /// it cannot be right.
    pub(in crate::ui) fn kept(&self, settings: &Settings) -> Option<Settings> {
        if self.wifi_error(settings.lang).is_some() {
            return None;
        }
        let mut kept = settings.clone();
        self.wifi_name.trim().clone_into(&mut kept.phones.wifi_name);
        kept.phones.wifi_password.clone_from(&self.wifi_password);
        if let Some(interface) = &self.chosen {
            kept.phones.interface.clone_from(&interface.name);
        }
        (kept != *settings).then_some(kept)
    }
}
