//! Whose signature: one of the keys of this computer, with its passphrase.

use egui::Ui;

use crate::i18n::Message;
use crate::i18n::messages::desk;
use crate::i18n::messages::keeping as say;
use crate::register::identity;
use crate::register::identity::Card;
use crate::register::identity::IdentityError;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::identity::message_of;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// The keys that there are, the one that was chosen, and what was typed for it.
#[derive(Debug, Default)]
pub(super) struct KeyChoice {
    cards: Option<Vec<Card>>,
    listing: Option<Job<Result<Vec<Card>, IdentityError>>>,
    chosen: usize,
    passphrase: String,
    error: Option<Message>,
}

impl KeyChoice {
    /// The key and the passphrase, once both are there.
    pub(super) fn ready(&self) -> Option<(Card, String)> {
        let card = self.cards.as_ref()?.get(self.chosen)?;
        (!self.passphrase.is_empty()).then(|| (card.clone(), self.passphrase.clone()))
    }

    /// The passphrase has served, or did not.
    pub(super) fn forget(&mut self, error: Option<Message>) {
        self.passphrase.clear();
        self.error = error;
    }

    /// Draws the choice.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
        let (theme, lang) = (cx.theme, cx.lang);
        self.list(ui.ctx(), cx);
        widgets::strong(ui, theme, &say::sign_with().text(lang));
        let Some(cards) = &self.cards else {
            widgets::soft(ui, theme, &desk::reading_keys().text(lang));
            return;
        };
        if cards.is_empty() {
            widgets::body(ui, theme, &say::no_key().text(lang));
            if ui.add(Button::plain(theme, say::make_key().text(lang))).clicked() {
                out.push(Action::Go(Box::new(Route::Identity(Default::default()))));
            }
            return;
        }
        for (index, card) in cards.iter().enumerate() {
            let text = match card.organisation.as_str() {
                "" => card.name.clone(),
                organisation => format!("{} · {organisation}", card.name),
            };
            if ui.add(Button::plain(theme, text).selected(self.chosen == index)).clicked() {
                self.chosen = index;
                self.error = None;
            }
        }
        let error = self.error.as_ref().map(|error| error.text(lang));
        let label = desk::passphrase().text(lang);
        Field::new(theme, &label).password().width(420.0).error(error.as_deref()).show(ui, &mut self.passphrase);
    }

    fn list(&mut self, context: &egui::Context, cx: &Cx<'_>) {
        match finished(&mut self.listing) {
            Some(Ok(Ok(cards))) => self.cards = Some(cards),
            Some(Ok(Err(error))) => {
                self.error = Some(message_of(&error));
                self.cards = Some(Vec::new());
            }
            Some(Err(_stopped)) => self.cards = Some(Vec::new()),
            None => {}
        }
        if self.cards.is_none() && self.listing.is_none() {
            let folder = cx.data.identity();
            self.listing = Some(Job::start(context, "list-keys", move |_| identity::list(&folder)));
        }
    }
}
