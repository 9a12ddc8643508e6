//! The beginning of a self-study: which course, who studies, and their drawn signature.

mod details;
mod start;

pub(in crate::ui) use details::Details;

use std::path::PathBuf;

use egui::Ui;

use crate::engine::Engine;
use crate::engine::StartError;
use crate::i18n::Message;
use crate::i18n::messages::alone as say;
use crate::i18n::messages::desk;
use crate::register::identity;
use crate::register::identity::Card;
use crate::register::identity::IdentityError;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::pick::PathPicker;
use crate::ui::pick::Wanted;
use crate::ui::prepare;
use crate::ui::screen_page;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// The beginning: which course, who studies, and their drawn signature.
#[derive(Debug)]
pub struct Screen {
    choosing: prepare::Screen,
    details: Details,
    /// The learner's earlier register, if they have one.
    earlier: PathPicker,
    keys: Option<Job<Result<Vec<Card>, IdentityError>>>,
    /// The names on the keys of this computer, once they are read.
    holders: Option<Vec<String>>,
    starting: Option<Job<Result<Engine, StartError>>>,
    /// What stands against the beginning, apart from the learner's own details.
    stops: Vec<Message>,
    has_begun: bool,
    /// Whether the person of an assignment was filled in.
    is_named: bool,
}

impl Default for Screen {
    fn default() -> Self {
        Self {
            choosing: prepare::Screen::for_one(),
            details: Details::default(),
            earlier: PathPicker::default(),
            keys: None,
            holders: None,
            starting: None,
            stops: Vec::new(),
            has_begun: false,
            is_named: false,
        }
    }
}

impl Screen {
    /// The beginning of what the assignment in the file asks.
    pub(in crate::ui) fn assigned(path: PathBuf) -> Self {
        Self { choosing: prepare::Screen::assigned_to_one(path), ..Self::default() }
    }

    /// Whether it was opened with an assignment.
    pub fn is_assigned(&self) -> bool {
        self.choosing.has_assignment()
    }

    /// What stays of the screen while somebody is elsewhere: all that was chosen and typed. A signature is drawn anew, for
    /// another person may come back.
    pub fn left(mut self) -> Self {
        self.details.take_signature_away();
        // A key may have been made meanwhile.
        self.has_begun = false;
        self
    }

    /// Draws the screen.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
        if !std::mem::replace(&mut self.has_begun, true) {
            let folder = cx.data.identity();
            self.keys = Some(Job::start(ui.ctx(), "list-keys", move |_| identity::list(&folder)));
        }
        if let Some(read) = finished(&mut self.keys) {
            // Keys that cannot be read are told where one is needed.
            let cards = read.ok().and_then(Result::ok).unwrap_or_default();
            self.holders = Some(cards.into_iter().map(|card| card.name).collect());
        }
        self.take_start(ui, cx, out);
        let (theme, lang) = (cx.theme, cx.lang);
        screen_page(ui, theme, "alone", 880.0, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 2.0;
            ui.vertical(|ui| {
                widgets::title(ui, theme, &say::title().text(lang));
                widgets::soft(ui, theme, &say::text().text(lang));
            });
            self.begin_ui(ui, cx, out);
        });
    }

    /// Everything from the choice of the course on.
    fn begin_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
        let (theme, lang) = (cx.theme, cx.lang);
        let Some(chosen) = self.choosing.choose(ui, cx, out) else { return };
        if !self.is_named
            && let Some(person) = self.choosing.assigned_person()
        {
            self.is_named = true;
            self.details.fill(&person);
        }
        self.details.show(ui, cx, chosen.profile.identifier, &say::details_title());
        self.earlier_ui(ui, cx);
        widgets::section(ui, theme, &say::proof_title().text(lang), |ui| {
            widgets::body(ui, theme, &say::proof_text(chosen.profile.name.get(&chosen.language)).text(lang));
            match self.holders.as_deref() {
                Some([name, ..]) => {
                    widgets::marked(ui, theme, Tone::Good, &say::key_is_there(name.as_str()).text(lang));
                }
                Some([]) => {
                    widgets::soft(ui, theme, &say::key_comes_later().text(lang));
                }
                None => {
                    widgets::soft(ui, theme, &desk::reading_keys().text(lang));
                }
            }
        });
        widgets::card(ui, theme, |ui| {
            for stop in &self.stops {
                widgets::error_line(ui, theme, &stop.text(lang));
            }
            self.details.button_trouble(ui, cx);
            if self.starting.is_some() {
                widgets::progress(ui, theme, 0.5, &say::starting().text(lang));
            }
            let button = Button::primary(theme, say::begin().text(lang)).large();
            if widgets::main_button(ui, self.starting.is_none(), button) {
                self.start(ui.ctx(), cx, &chosen);
            }
            widgets::caption(ui, theme, &say::begin_hint().text(lang));
        });
    }

    /// Who has taken the course before need not take it all again.
    fn earlier_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let (theme, lang) = (cx.theme, cx.lang);
        let is_register = |path: &&PathBuf| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("pdf"));
        if let Some(path) = cx.dropped.iter().find(is_register) {
            self.earlier.text = path.display().to_string();
        }
        widgets::section(ui, theme, &say::earlier_title().text(lang), |ui| {
            widgets::soft(ui, theme, &say::earlier_text().text(lang));
            let label = say::earlier_label().text(lang);
            self.earlier.show(ui, theme, lang, &label, &Wanted::File(vec!["pdf"]), None);
        });
    }
}
