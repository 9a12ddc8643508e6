//! The room's phones in the shell: opening, closing and reopening, joins as they come, the dialog.

use std::sync::Arc;

use crate::i18n::messages::phones as say;
use crate::room::Interface;
use crate::room::Interfaces;
use crate::room::Plan;
use crate::room::Room;
use crate::room::open_message;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Route;
use crate::ui::app::App;
use crate::ui::app::NOTICE_SECONDS;
use crate::ui::app::Notice;
use crate::ui::phones::Around;
use crate::ui::phones::Ask;
use crate::ui::phones::CannotOpen;
use crate::ui::phones::Dialog;
use crate::ui::phones::Stage;
use crate::ui::phones::networks;
use crate::ui::prepare::waker;
use crate::ui::projector::Control;
use crate::ui::settings::Settings;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;

/// Where the room is opened.
enum Where {
    /// On this interface.
    At(Interface),
    /// On the interface of this name, else on the likeliest.
    Named(String),
}

impl App {
    /// Looks for networks with `find` instead of asking the operating system, as tests do.
    pub fn find_networks_with(&mut self, find: Interfaces) {
        self.phones.find = find;
    }

    /// The room's phones.
    pub fn phones(&self) -> &crate::ui::phones::Phones {
        &self.phones
    }

    /// The name of the running session's folder, by which an open room is remembered.
    fn session_name(&self) -> Option<String> {
        let (_, running) = self.session.as_ref()?;
        Some(running.snapshot.folder.file_name()?.to_string_lossy().into_owned())
    }

    /// A session comes into the window: its room is opened again if it was open when the program ended.
    pub(super) fn adopt_phones(&mut self) {
        self.phones.forget();
        let is_running = self.session().is_some_and(|running| running.snapshot.state.closed_at.is_none());
        self.phones.is_to_reopen =
            is_running && self.session_name().is_some_and(|name| name == self.settings.phones.open_for);
    }

    /// Takes in what became of the room since the last frame.
    pub(super) fn look_at_phones(&mut self, context: &egui::Context) {
        if std::mem::take(&mut self.phones.is_to_reopen) {
            self.open_room(context, Where::Named(self.settings.phones.interface.clone()));
        }
        match &mut self.phones.stage {
            Stage::Opening(job) => {
                if let Some(outcome) = job.poll() {
                    self.phones.stage = Stage::Closed;
                    match outcome {
                        Ok(Ok((room, interface))) => self.opened(room, &interface),
                        Ok(Err(error)) => self.not_opened(cannot_open(&error)),
                        Err(_stopped) => self.not_opened(crate::i18n::messages::desk::work_stopped()),
                    }
                    context.request_repaint();
                }
            }
            Stage::Closing(job) => {
                if job.poll().is_some() {
                    self.phones.stage = Stage::Closed;
                }
            }
            Stage::Closed | Stage::Open(_) => {}
        }
        let Some((_, running)) = &self.session else { return };
        let new = self.phones.look(&running.snapshot.state);
        self.tell_of(context, &new);
    }

    fn opened(&mut self, room: Room, interface: &Interface) {
        self.phones.stage = Stage::Open(room);
        self.phones.trouble = None;
        let open_for = self.session_name().unwrap_or_default();
        let phones =
            crate::ui::settings::Phones { interface: interface.name.clone(), open_for, ..self.settings.phones.clone() };
        self.change_settings(Settings { phones, ..self.settings.clone() });
    }

    /// The reason stands where the room is opened, and at the foot of the window when it was opened by itself.
    fn not_opened(&mut self, message: crate::i18n::Message) {
        if self.phones.dialog.is_none() {
            self.notice = Some(Notice { message: message.clone(), tone: Tone::Bad, until: None });
        }
        self.phones.trouble = Some(message);
    }

    /// On the console, who joins late is told in a line; while people sign in, the list shows it.
    fn tell_of(&mut self, context: &egui::Context, new: &[crate::session::ParticipantId]) {
        let Some((_, running)) = &self.session else { return };
        let state = &running.snapshot.state;
        let is_free = self.notice.as_ref().is_none_or(|notice| notice.tone == Tone::Accent);
        let Some(row) = new.last().and_then(|id| state.participants.get(id)) else { return };
        if !matches!(self.route, Route::Room(_)) || !is_free {
            return;
        }
        let message = match new {
            [_] => say::joined(row.details.name.as_str(), row.details.company.as_str()),
            _ => say::joined_several(new.len()),
        };
        let until = context.input(|input| input.time) + NOTICE_SECONDS;
        self.notice = Some(Notice { message, tone: Tone::Accent, until: Some(until) });
    }

    fn open_room(&mut self, context: &egui::Context, place: Where) {
        let Some((_, running)) = &self.session else { return };
        if !matches!(self.phones.stage, Stage::Closed) {
            return;
        }
        self.phones.trouble = None;
        let (client, find, waker) = (running.client.clone(), Arc::clone(&self.phones.find), waker(context));
        let job = Job::start(context, "room-open", move |_| {
            let interface = match place {
                Where::At(interface) => interface,
                Where::Named(name) => {
                    let networks = networks(&find());
                    let kept = networks.iter().find(|network| network.interface.name == name);
                    kept.or(networks.first()).ok_or(CannotOpen::NoNetwork)?.interface.clone()
                }
            };
            let plan = Plan { interfaces: find, ..Plan::new(interface.clone()) };
            let room = Room::open(client, plan, waker).map_err(CannotOpen::Room)?;
            Ok((room, interface))
        });
        self.phones.stage = Stage::Opening(job);
    }

    /// Does what a screen asks of the phones.
    pub(super) fn act_phones(&mut self, context: &egui::Context, ask: Ask) {
        match ask {
            Ask::Open(interface) => self.open_room(context, Where::At(interface)),
            Ask::Close => {
                if let Stage::Open(room) = std::mem::take(&mut self.phones.stage) {
                    // Phones that are connected are told goodbye, which may take a moment.
                    self.phones.stage = Stage::Closing(Job::start(context, "room-close", move |_| drop(room)));
                    let phones =
                        crate::ui::settings::Phones { open_for: String::new(), ..self.settings.phones.clone() };
                    self.change_settings(Settings { phones, ..self.settings.clone() });
                }
            }
            Ask::Nudge(who) => {
                if let Stage::Open(room) = &self.phones.stage {
                    room.nudge(&who);
                    self.act(context, Action::Notice(say::nudged(who.len())));
                }
            }
            Ask::TwoPeople(double) => self.phones.are_two(double),
        }
    }

    /// Opens the dialog, or closes it; without a running session there is no room.
    pub(super) fn toggle_phones(&mut self) {
        let is_running = self.session().is_some_and(|running| running.snapshot.state.closed_at.is_none());
        match self.phones.dialog.take() {
            Some(dialog) => {
                if let Some(kept) = dialog.kept(&self.settings) {
                    self.change_settings(kept);
                }
            }
            None if is_running => self.phones.dialog = Some(Dialog::new(&self.settings)),
            None => {}
        }
    }

    /// Shows how to join on the projector, or what the room is at; with the room closed there is nothing to show.
    pub(super) fn toggle_joining(&mut self) {
        let is_joining = self.phones.status().is_some() && !self.projector.is_joining;
        self.control(Control::Joining(is_joining));
        if self.phones.status().is_none() && self.session.is_some() {
            self.toggle_phones();
        }
    }

    /// Draws the dialog while it is open.
    pub(super) fn phones_dialog(&mut self, ui: &egui::Ui, out: &mut Actions) {
        let Some(mut dialog) = self.phones.dialog.take() else { return };
        let around = Around {
            theme: &self.theme,
            lang: self.settings.lang,
            settings: &self.settings,
            phones: &self.phones,
            projector: &self.projector,
        };
        if dialog.show(ui, &around, out) {
            ui.ctx().request_repaint();
        } else {
            self.phones.dialog = Some(dialog);
        }
    }
}

fn cannot_open(error: &CannotOpen) -> crate::i18n::Message {
    match error {
        CannotOpen::NoNetwork => say::network_none(),
        CannotOpen::Room(error) => open_message(error),
    }
}
