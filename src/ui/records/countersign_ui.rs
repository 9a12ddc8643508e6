//! The subscriber's own signature under a register: with which key, saying what.

use egui::Ui;

use crate::i18n::Message;
use crate::i18n::messages::archive as say;
use crate::i18n::messages::common;
use crate::i18n::messages::desk;
use crate::records::By;
use crate::records::NotCountersigned;
use crate::records::Records;
use crate::register::countersign::Reason;
use crate::register::identity;
use crate::register::identity::Card;
use crate::register::identity::IdentityError;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::identity::message_of;
use crate::ui::records::aside_ui;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// The dialog in which a register is countersigned.
#[derive(Debug)]
pub(super) struct CountersignDialog {
    digest: String,
    listing: Option<Job<Result<Vec<Card>, IdentityError>>>,
    cards: Option<Vec<Card>>,
    chosen: usize,
    saying: Saying,
    place: String,
    passphrase: String,
    job: Option<Job<Result<String, Failed>>>,
    error: Option<Message>,
}

/// What the signature says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Saying {
    #[default]
    Received,
    Accepted,
}

#[derive(Debug)]
enum Failed {
    Key(IdentityError),
    Records(NotCountersigned),
}

impl Failed {
    fn message(&self, cx: &Cx<'_>) -> Message {
        match self {
            Self::Key(error) => message_of(error),
            Self::Records(NotCountersigned::Records(error)) => error.message(cx.lang),
            Self::Records(NotCountersigned::Countersign(error)) => error.message(),
            Self::Records(NotCountersigned::Aside(reason)) => aside_ui::reason(reason),
        }
    }
}

impl CountersignDialog {
    /// The dialog for the register with `digest`.
    pub(super) fn new(digest: String) -> Self {
        Self {
            digest,
            listing: None,
            cards: None,
            chosen: 0,
            saying: Saying::default(),
            place: String::new(),
            passphrase: String::new(),
            job: None,
            error: None,
        }
    }

    /// Draws the dialog; whether it is over, and the digest of the signed copy once there is one.
    pub(super) fn show(&mut self, ui: &Ui, cx: &Cx<'_>, who: &mut String, out: &mut Actions) -> (bool, Option<String>) {
        let (theme, lang) = (cx.theme, cx.lang);
        self.list_keys(ui.ctx(), cx);
        match finished(&mut self.job) {
            Some(Ok(Ok(digest))) => {
                out.push(Action::Notice(say::countersigned()));
                return (true, Some(digest));
            }
            Some(Ok(Err(failed))) => self.error = Some(failed.message(cx)),
            Some(Err(_stopped)) => self.error = Some(desk::work_stopped()),
            None => {}
        }
        let title = say::countersign_title().text(lang);
        let response = widgets::dialog(ui.ctx(), theme, "records-countersign", &title, 640.0, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            widgets::body(ui, theme, &say::countersign_text().text(lang));
            let cards = self.cards.clone().unwrap_or_default();
            if self.cards.is_none() {
                widgets::soft(ui, theme, &desk::reading_keys().text(lang));
            } else if cards.is_empty() {
                widgets::marked(ui, theme, Tone::Caution, &say::countersign_no_key().text(lang));
                if ui.add(Button::plain(theme, say::to_keys().text(lang))).clicked() {
                    out.push(Action::Go(Box::new(Route::Identity(Default::default()))));
                }
            } else {
                self.form_ui(ui, cx, &cards, who);
            }
            if let Some(error) = &self.error {
                widgets::marked(ui, theme, Tone::Bad, &error.text(lang));
            }
            if self.job.is_some() {
                widgets::soft(ui, theme, &say::countersigning().text(lang));
            }
            ui.horizontal(|ui| {
                let may = self.job.is_none() && !self.passphrase.is_empty() && !who.trim().is_empty();
                let sign = Button::primary(theme, say::countersign_now().text(lang));
                if let (true, Some(card)) = (ui.add_enabled(may, sign).clicked(), cards.get(self.chosen)) {
                    self.sign(ui.ctx(), cx, card.clone(), who.trim().to_owned());
                }
                ui.add(Button::plain(theme, common::cancel().text(lang))).clicked()
            })
            .inner
        });
        ((response.inner || response.should_close) && self.job.is_none(), None)
    }

    fn form_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, cards: &[Card], who: &mut String) {
        let (theme, lang) = (cx.theme, cx.lang);
        widgets::strong(ui, theme, &desk::sign_with().text(lang));
        for (at, card) in cards.iter().enumerate() {
            let parts = [card.name.as_str(), card.organisation.as_str()].into_iter().filter(|part| !part.is_empty());
            let text = parts.collect::<Vec<_>>().join(" · ");
            if ui.add(Button::plain(theme, text).selected(self.chosen == at).wide()).clicked() {
                self.chosen = at;
            }
        }
        let options =
            [(Saying::Received, say::countersign_received()), (Saying::Accepted, say::countersign_accepted())];
        let options = options.map(|(saying, message)| (saying, message.text(lang)));
        widgets::choice(ui, theme, &say::countersign_saying().text(lang), &mut self.saying, &options);
        Field::new(theme, &say::countersign_place().text(lang)).width(420.0).limit(80).show(ui, &mut self.place);
        Field::new(theme, &desk::passphrase().text(lang)).width(420.0).password().show(ui, &mut self.passphrase);
        Field::new(theme, &say::who().text(lang)).width(420.0).limit(80).show(ui, who);
    }

    fn list_keys(&mut self, context: &egui::Context, cx: &Cx<'_>) {
        if self.cards.is_none() && self.listing.is_none() {
            let folder = cx.data.identity();
            self.listing = Some(Job::start(context, "list-keys", move |_| identity::list(&folder)));
        }
        match finished(&mut self.listing) {
            Some(Ok(Ok(cards))) => self.cards = Some(cards),
            Some(Ok(Err(error))) => {
                self.cards = Some(Vec::new());
                self.error = Some(message_of(&error));
            }
            Some(Err(_stopped)) => {
                self.cards = Some(Vec::new());
                self.error = Some(desk::work_stopped());
            }
            None => {}
        }
    }

    fn sign(&mut self, context: &egui::Context, cx: &Cx<'_>, card: Card, who: String) {
        self.error = None;
        let (data, digest, passphrase) = (cx.data.clone(), self.digest.clone(), self.passphrase.clone());
        let (place, at) = (self.place.trim().to_owned(), cx.clock.now());
        let reason = match self.saying {
            Saying::Received => Reason::Received,
            Saying::Accepted => Reason::Accepted,
        };
        self.job = Some(Job::start(context, "records-countersign", move |_| {
            let key = identity::unlock(&card.file, &passphrase).map_err(Failed::Key)?;
            let in_records = |error| Failed::Records(NotCountersigned::Records(error));
            let mut records = Records::open(&data).map_err(in_records)?;
            let by = By { name: &who, at };
            records.countersign(&digest, &key, reason, &place, by).map_err(Failed::Records)
        }));
    }
}
