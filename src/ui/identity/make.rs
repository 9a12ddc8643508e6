//! The form that makes a signing key; on the identity screen, and where a session is signed.

use std::sync::Arc;

use egui::Response;
use egui::Ui;

use crate::i18n::Message;
use crate::i18n::messages::desk as say;
use crate::register::identity;
use crate::register::identity::Card;
use crate::register::identity::IdentityError;
use crate::register::identity::SHORTEST_PASSPHRASE;
use crate::register::identity::Subject;
use crate::ui::Cx;
use crate::ui::identity::message_of;
use crate::ui::identity::strength::Strength;
use crate::ui::identity::strength::strength;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// Name, organisation and a passphrase twice.
#[derive(Debug, Default)]
pub struct MakeForm {
    name: String,
    organisation: String,
    passphrase: String,
    again: String,
    has_begun: bool,
    error: Option<Message>,
    shows_missing: bool,
    making: Option<Job<Result<Card, IdentityError>>>,
}

/// A key that has just been made, with what opens it.
#[derive(Clone, Debug)]
pub struct Made {
    /// The key's card.
    pub card: Card,
    /// Its passphrase, for signing right away.
    pub passphrase: String,
}

impl MakeForm {
    /// The form for somebody whose name is known.
    pub fn of(name: &str, organisation: &str) -> Self {
        Self { name: name.to_owned(), organisation: organisation.to_owned(), ..Self::default() }
    }

    /// Draws the form; returns the key once it is made.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Option<Made> {
        let (theme, lang) = (cx.theme, cx.lang);
        let is_new = !std::mem::replace(&mut self.has_begun, true);
        if is_new && self.name.is_empty() {
            self.name.clone_from(&cx.settings.trainer);
            self.organisation.clone_from(&cx.settings.organiser);
        }
        let made = self.take_result();
        ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
        let name_error = (self.shows_missing && self.name.trim().is_empty()).then(|| say::signer_empty().text(lang));
        let (label, help) = (say::signer_name().text(lang), say::signer_name_help().text(lang));
        let name_field = Field::new(theme, &label).help(&help).limit(64).error(name_error.as_deref());
        let name = name_field.show(ui, &mut self.name);
        Field::new(theme, &say::signer_organisation().text(lang)).limit(64).show(ui, &mut self.organisation);
        let passphrase = passphrase_twice(ui, cx, &mut self.passphrase, &mut self.again, self.shows_missing);
        if is_new {
            // The organisation may stay empty; a passphrase typed on arrival must not be shown there.
            let first = if self.name.trim().is_empty() { name } else { passphrase };
            first.request_focus();
        }
        widgets::toned(ui, theme, Tone::Caution, |ui| {
            widgets::body(ui, theme, &say::passphrase_cannot_be_recovered().text(lang));
        });
        if let Some(error) = &self.error {
            widgets::error_line(ui, theme, &error.text(lang));
        }
        if self.making.is_some() {
            widgets::progress(ui, theme, 0.5, &say::making_key().text(lang));
        }
        let button = Button::primary(theme, say::make_key().text(lang));
        if widgets::main_button(ui, self.making.is_none(), button) {
            self.shows_missing = true;
            self.error = None;
            if !self.name.trim().is_empty() && is_usable(&self.passphrase, &self.again) {
                self.start(ui, cx);
            }
        }
        made
    }

    fn start(&mut self, ui: &Ui, cx: &Cx<'_>) {
        let subject = Subject { name: self.name.clone(), organisation: self.organisation.clone() };
        let (folder, passphrase, clock) = (cx.data.identity(), self.passphrase.clone(), Arc::clone(cx.clock));
        self.making = Some(Job::start(ui.ctx(), "make-key", move |_| {
            identity::create(&folder, &subject, &passphrase, clock.now())
        }));
    }

    fn take_result(&mut self) -> Option<Made> {
        match finished(&mut self.making)? {
            Ok(Ok(card)) => {
                self.again.clear();
                self.shows_missing = false;
                Some(Made { card, passphrase: std::mem::take(&mut self.passphrase) })
            }
            Ok(Err(error)) => {
                self.error = Some(message_of(&error));
                None
            }
            Err(_stopped) => {
                self.error = Some(say::work_stopped());
                None
            }
        }
    }
}

/// Whether a new passphrase can be taken.
pub(super) fn is_usable(passphrase: &str, again: &str) -> bool {
    passphrase == again && passphrase.chars().count() >= SHORTEST_PASSPHRASE
}

/// The two fields of a new passphrase with a hint of its strength; returns the first.
pub(super) fn passphrase_twice(
    ui: &mut Ui,
    cx: &Cx<'_>,
    passphrase: &mut String,
    again: &mut String,
    shows_missing: bool,
) -> Response {
    let (theme, lang) = (cx.theme, cx.lang);
    let is_short = strength(passphrase) == Strength::TooShort;
    let error = (shows_missing && is_short).then(|| say::passphrase_too_short(SHORTEST_PASSPHRASE).text(lang));
    let (label, help) = (say::new_passphrase().text(lang), say::passphrase_help().text(lang));
    let first = Field::new(theme, &label).help(&help).password().error(error.as_deref()).show(ui, passphrase);
    if !passphrase.is_empty() {
        let (tone, message) = match strength(passphrase) {
            Strength::TooShort => (Tone::Caution, say::strength_short(SHORTEST_PASSPHRASE)),
            Strength::Weak => (Tone::Caution, say::strength_weak()),
            Strength::Fair => (Tone::Good, say::strength_fair()),
            Strength::Good => (Tone::Good, say::strength_good()),
        };
        widgets::marked(ui, theme, tone, &message.text(lang));
    }
    let differs = passphrase != again && (shows_missing || !again.is_empty());
    let error = differs.then(|| say::passphrases_differ().text(lang));
    Field::new(theme, &say::passphrase_again().text(lang)).password().error(error.as_deref()).show(ui, again);
    first
}
