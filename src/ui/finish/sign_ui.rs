//! Choosing the key, its passphrase and the folder; every way out when one of them fails.

use std::sync::Arc;

use egui::Ui;

use crate::engine::file_message;
use crate::i18n::Message;
use crate::i18n::date_and_time;
use crate::i18n::local;
use crate::i18n::messages::alone;
use crate::i18n::messages::common;
use crate::i18n::messages::desk as say;
use crate::register::bundle::BundleError;
use crate::register::identity;
use crate::register::identity::Card;
use crate::register::identity::IdentityError;
use crate::session::State;
use crate::session::folds_alike;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::Running;
use crate::ui::finish::Screen;
use crate::ui::finish::SignTrouble;
use crate::ui::finish::TroubleKind;
use crate::ui::finish::signing;
use crate::ui::finish::signing::Order;
use crate::ui::finish::signing::SigningError;
use crate::ui::identity as identity_screen;
use crate::ui::identity::Made;
use crate::ui::identity::MakeForm;
use crate::ui::identity::message_of;
use crate::ui::pick::Wanted;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

impl Screen {
    pub(super) fn take_results(&mut self, context: &egui::Context, cx: &Cx<'_>, running: &Running) {
        self.take_closing(cx, running);
        if self.cards.is_none() && self.listing.is_none() {
            self.list_keys(context, cx);
        }
        let is_closed = running.snapshot.state.closed_at.is_some();
        if is_closed && !std::mem::replace(&mut self.has_looked, is_closed) {
            let (snapshot, data) = (Arc::clone(&running.snapshot), cx.data.clone());
            let now = cx.clock.now();
            self.looking = Some(Job::start(context, "look", move |_| signing::look(&snapshot, &data, now)));
        }
        if let Some(Ok(Some(signed))) = finished(&mut self.looking)
            && self.signing.is_none()
            && self.signed.is_none()
        {
            self.signed = Some(signed);
        }
        match finished(&mut self.listing) {
            Some(Ok(Ok(cards))) => self.cards = Some(cards),
            Some(Ok(Err(error))) => {
                self.sign_error = Some(SignTrouble { message: message_of(&error), kind: TroubleKind::Other });
                self.cards = Some(Vec::new());
            }
            Some(Err(_stopped)) => self.cards = Some(Vec::new()),
            None => {}
        }
        match finished(&mut self.signing) {
            Some(Ok(Ok(signed))) => {
                self.signed = Some(signed);
                self.sign_error = None;
                self.passphrase.clear();
            }
            Some(Ok(Err(error))) => self.sign_error = Some(trouble(&error)),
            Some(Err(_stopped)) => {
                self.sign_error = Some(SignTrouble { message: say::work_stopped(), kind: TroubleKind::Other });
            }
            None => {}
        }
    }

    fn list_keys(&mut self, context: &egui::Context, cx: &Cx<'_>) {
        let folder = cx.data.identity();
        self.listing = Some(Job::start(context, "list-keys", move |_| identity::list(&folder)));
    }

    pub(super) fn sign_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, running: &Running, out: &mut Actions) {
        let (theme, lang) = (cx.theme, cx.lang);
        let state = &running.snapshot.state;
        let is_room = state.setup.form.is_room();
        let closed_at = state.closed_at.map(|at| date_and_time(lang, &local(at, &state.setup.time_zone)));
        ui.vertical(|ui| {
            widgets::title(ui, theme, &say::sign_title().text(lang));
            let closed_at = closed_at.unwrap_or_default();
            let is_closed = if is_room { say::is_closed(closed_at) } else { alone::is_closed(closed_at) };
            widgets::marked(ui, theme, Tone::Good, &is_closed.text(lang));
            widgets::soft(ui, theme, &say::sign_text().text(lang));
        });
        let Some(cards) = self.cards.clone() else {
            widgets::soft(ui, theme, &say::reading_keys().text(lang));
            return;
        };
        let is_busy = self.signing.is_some();
        if self.making.is_none() && needs_own_key(state, &cards, &mut self.has_asked_for_own) {
            self.making = Some(own_form(state));
        }
        let mut made = None;
        if let Some(form) = &mut self.making {
            let is_first = cards.is_empty();
            let mut is_left = false;
            widgets::section(ui, theme, &say::make_new_key().text(lang), |ui| {
                let text = match (is_first, is_room) {
                    (true, _) => say::first_key_text(),
                    (false, true) => say::other_key_text(),
                    (false, false) => alone::own_key_text(),
                };
                widgets::soft(ui, theme, &text.text(lang));
                made = form.show(ui, cx);
                if !is_first {
                    is_left = ui.add(Button::quiet(theme, common::cancel().text(lang))).clicked();
                }
            });
            if is_left {
                self.making = None;
            }
            self.has_keyboard = false;
        } else {
            self.key_ui(ui, cx, running, &cards, is_busy);
        }
        if let Some(Made { card, passphrase }) = made {
            self.making = None;
            self.chosen = 0;
            self.cards = None;
            self.list_keys(ui.ctx(), cx);
            self.passphrase.clear();
            self.sign(ui.ctx(), cx, running, card, passphrase);
        }
        if let Some(job) = &self.signing {
            let progress = job.progress();
            let (share, text) = progress.map_or((0.0, say::opening_key()), |now| (now.share, now.text));
            widgets::progress(ui, theme, share, &text.text(lang));
        }
        ui.horizontal_wrapped(|ui| {
            let import = Button::quiet(theme, say::import_key().text(lang));
            if ui.add_enabled(!is_busy, import).clicked() {
                out.push(Action::Go(Box::new(Route::Identity(identity_screen::Screen::back_to_finish()))));
            }
            let later = Button::quiet(theme, say::sign_later().text(lang));
            if ui.add_enabled(!is_busy, later).clicked() {
                out.push(Action::Release);
                out.push(Action::Go(Box::new(Route::Home(Default::default()))));
            }
            let hint = if is_room { say::sign_later_hint() } else { alone::sign_later_hint() };
            widgets::caption(ui, theme, &hint.text(lang));
        });
    }

    fn key_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, running: &Running, cards: &[Card], is_busy: bool) {
        let (theme, lang) = (cx.theme, cx.lang);
        let mut wants_sign = false;
        let mut wants_key = false;
        widgets::section(ui, theme, &say::sign_with().text(lang), |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            for (index, card) in cards.iter().enumerate() {
                let mut text = card.name.clone();
                if !card.organisation.is_empty() {
                    text = format!("{text} · {}", card.organisation);
                }
                let button = Button::plain(theme, text).selected(self.chosen == index).wide();
                if ui.add_enabled(!is_busy, button).clicked() {
                    self.chosen = index;
                    self.sign_error = None;
                }
            }
            let at = |kind| self.sign_error.as_ref().filter(|trouble| trouble.kind == kind);
            let error = at(TroubleKind::Passphrase).map(|trouble| trouble.message.text(lang));
            let folder_error = at(TroubleKind::Folder).map(|trouble| trouble.message.text(lang));
            let other_error = at(TroubleKind::Other).map(|trouble| trouble.message.text(lang));
            let label = say::passphrase().text(lang);
            let field = Field::new(theme, &label).password().error(error.as_deref());
            let response = field.show(ui, &mut self.passphrase);
            if !std::mem::replace(&mut self.has_keyboard, true) {
                response.request_focus();
            }
            wants_sign = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
            if error.is_some() {
                widgets::soft(ui, theme, &say::passphrase_ways_out().text(lang));
            }
            let target = self.target(running);
            widgets::caption(ui, theme, &say::files_go_to(target.display().to_string()).text(lang));
            if let Some(error) = &folder_error {
                widgets::error_line(ui, theme, error);
                widgets::soft(ui, theme, &say::folder_ways_out().text(lang));
            }
            widgets::check(ui, theme, &mut self.other_folder, &say::other_folder().text(lang));
            if self.other_folder {
                self.folder.show(ui, theme, lang, &say::folder_for_files().text(lang), &Wanted::Folder, None);
            }
            if let Some(error) = &other_error {
                widgets::error_line(ui, theme, error);
            }
            ui.horizontal_wrapped(|ui| {
                let text = if folder_error.is_some() { say::try_again() } else { say::sign_now() };
                let can = !is_busy && !self.passphrase.is_empty();
                wants_sign |= widgets::main_button(ui, can, Button::primary(theme, text.text(lang)).large());
                let other = Button::plain(theme, say::sign_with_new_key().text(lang));
                wants_key = ui.add_enabled(!is_busy, other).clicked();
            });
        });
        if wants_key {
            self.making = Some(own_form(&running.snapshot.state));
            self.sign_error = None;
        } else if wants_sign
            && !is_busy
            && !self.passphrase.is_empty()
            && let Some(card) = cards.get(self.chosen).or(cards.first())
        {
            let passphrase = self.passphrase.clone();
            self.sign(ui.ctx(), cx, running, card.clone(), passphrase);
        }
    }

    fn sign(&mut self, context: &egui::Context, cx: &Cx<'_>, running: &Running, card: Card, passphrase: String) {
        self.sign_error = None;
        let order = Order {
            snapshot: Arc::clone(&running.snapshot),
            data: cx.data.clone(),
            card,
            passphrase,
            folder: self.target(running),
            now: cx.clock.now(),
        };
        self.signing = Some(Job::start(context, "sign", move |handle| signing::carry_out(&order, handle)));
    }
}

/// Whether a key is to be made before anything else: there is none, or, alone, none in the learner's own name. A learner
/// may choose another all the same.
fn needs_own_key(state: &State, cards: &[Card], has_asked: &mut bool) -> bool {
    if cards.is_empty() {
        return true;
    }
    let Some(learner) = state.learner() else { return false };
    let is_own = |card: &Card| folds_alike(&card.name, &learner.details.name);
    !std::mem::replace(has_asked, true) && !cards.iter().any(is_own)
}

/// The form for a key of the signer's own; a learner's name is known.
fn own_form(state: &State) -> Box<MakeForm> {
    let form = state.learner().map(|learner| MakeForm::of(&learner.details.name, &learner.details.company));
    Box::new(form.unwrap_or_default())
}

fn trouble(error: &SigningError) -> SignTrouble {
    let (kind, message): (TroubleKind, Message) = match error {
        SigningError::Key(error @ IdentityError::WrongPassphrase) => (TroubleKind::Passphrase, error.message()),
        SigningError::Key(error) => (TroubleKind::Other, message_of(error)),
        SigningError::Bundle(BundleError::File(error)) => (TroubleKind::Folder, file_message(error)),
        SigningError::Bundle(error) => (TroubleKind::Other, error.message()),
    };
    SignTrouble { message, kind }
}
