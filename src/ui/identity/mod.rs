//! The signing keys of this computer: make, try, change, back up, restore, remove.

mod cards;
mod make;
mod other;
pub mod strength;

use std::path::PathBuf;
use std::sync::Arc;

use egui::Ui;

use crate::engine::file_message;
use crate::i18n::Message;
use crate::i18n::messages::common;
use crate::i18n::messages::desk as say;
use crate::register::identity;
use crate::register::identity::Card;
use crate::register::identity::IdentityError;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
pub(in crate::ui) use crate::ui::identity::cards::fingerprint;
pub use crate::ui::identity::make::Made;
pub use crate::ui::identity::make::MakeForm;
use crate::ui::identity::other::Form;
use crate::ui::screen_page;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// The screen's own state.
#[derive(Debug, Default)]
pub struct Screen {
    cards: Option<Vec<Card>>,
    listing: Option<Job<Result<Vec<Card>, IdentityError>>>,
    list_error: Option<Message>,
    task: Task,
    working: Option<Job<Result<Done, IdentityError>>>,
    error: Option<Message>,
    done: Option<Message>,
    has_begun: bool,
    leads_back: Back,
}

/// Where the screen leads back to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Back {
    /// The first screen, by the window's own button.
    #[default]
    Home,
    /// The session that is being prepared.
    Prepare,
    /// The session that is to be signed.
    Finish,
}

/// What is being done with the keys.
#[derive(Debug, Default)]
enum Task {
    /// Looking at the list.
    #[default]
    Nothing,
    /// Making one.
    Make(Box<MakeForm>),
    /// One of the others, with what it needs.
    Other(Box<Form>),
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Done {
    Opens,
    Changed,
    BackedUp(PathBuf),
    Imported(Box<Card>),
    Removed(String),
}

impl Screen {
    /// The screen as it is opened while a session is being prepared: it leads back there.
    pub fn back_to_prepare() -> Self {
        Self { leads_back: Back::Prepare, ..Self::default() }
    }

    /// The screen as it is opened while a session is to be signed: it leads back there.
    pub fn back_to_finish() -> Self {
        Self { leads_back: Back::Finish, ..Self::default() }
    }

    /// Draws the screen.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
        if !std::mem::replace(&mut self.has_begun, true) {
            self.list(ui.ctx(), cx);
        }
        self.take_results(ui.ctx(), cx);
        // A key that is dropped on the window is to be taken in.
        if let Some(path) = cx.dropped.first() {
            self.task = Task::Other(Box::new(Form::import(path.display().to_string())));
        }
        let (theme, lang) = (cx.theme, cx.lang);
        screen_page(ui, theme, "identity", 760.0, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 2.0;
            ui.vertical(|ui| {
                widgets::title(ui, theme, &say::identity_title().text(lang));
                widgets::soft(ui, theme, &say::identity_what_for().text(lang));
            });
            let back = match self.leads_back {
                Back::Home => None,
                Back::Prepare => Some((say::back_to_preparation(), Route::Prepare(Default::default()))),
                Back::Finish => Some((say::back_to_signing(), Route::Finish(Default::default()))),
            };
            if let Some((text, route)) = back
                && ui.add(Button::plain(theme, text.text(lang))).clicked()
            {
                out.push(Action::Go(Box::new(route)));
            }
            if let Some(done) = &self.done {
                widgets::toned(ui, theme, Tone::Good, |ui| widgets::marked(ui, theme, Tone::Good, &done.text(lang)));
            }
            if let Some(error) = &self.list_error {
                widgets::error_line(ui, theme, &error.text(lang));
            }
            self.task_ui(ui, cx);
            let Some(cards) = self.cards.clone() else {
                widgets::soft(ui, theme, &say::reading_keys().text(lang));
                return;
            };
            let is_busy = self.working.is_some();
            for card in &cards {
                if let Some(form) = cards::show(ui, cx, card, is_busy) {
                    self.done = None;
                    self.error = None;
                    self.task = Task::Other(Box::new(form));
                }
            }
            if matches!(self.task, Task::Nothing) {
                ui.horizontal_wrapped(|ui| {
                    if ui.add(Button::plain(theme, say::make_new_key().text(lang))).clicked() {
                        self.done = None;
                        self.task = Task::Make(Box::default());
                    }
                    if ui.add(Button::plain(theme, say::import_key().text(lang))).clicked() {
                        self.done = None;
                        self.task = Task::Other(Box::new(Form::import(String::new())));
                    }
                });
            }
        });
    }

    fn list(&mut self, context: &egui::Context, cx: &Cx<'_>) {
        let folder = cx.data.identity();
        self.listing = Some(Job::start(context, "list-keys", move |_| identity::list(&folder)));
    }

    fn take_results(&mut self, context: &egui::Context, cx: &Cx<'_>) {
        match finished(&mut self.listing) {
            Some(Ok(Ok(cards))) => {
                if cards.is_empty() && matches!(self.task, Task::Nothing) && self.cards.is_none() {
                    self.task = Task::Make(Box::default());
                }
                self.cards = Some(cards);
                self.list_error = None;
            }
            Some(Ok(Err(error))) => {
                self.list_error = Some(message_of(&error));
                self.cards.get_or_insert_default();
            }
            Some(Err(_stopped)) => self.list_error = Some(say::work_stopped()),
            None => {}
        }
        match finished(&mut self.working) {
            Some(Ok(Ok(done))) => {
                self.done = Some(match done {
                    Done::Opens => say::key_opens(),
                    Done::Changed => say::passphrase_changed(),
                    Done::BackedUp(path) => say::key_backed_up(path.display().to_string()),
                    Done::Imported(card) => say::key_imported(card.name.as_str()),
                    Done::Removed(name) => say::key_removed(name),
                });
                self.error = None;
                self.task = Task::Nothing;
                self.list(context, cx);
            }
            Some(Ok(Err(error))) => self.error = Some(message_of(&error)),
            Some(Err(_stopped)) => self.error = Some(say::work_stopped()),
            None => {}
        }
    }

    fn task_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let (theme, lang) = (cx.theme, cx.lang);
        let heading = match &self.task {
            Task::Nothing => return,
            Task::Make(_) => say::make_new_key(),
            Task::Other(form) => form.heading(),
        };
        let mut made = None;
        let mut command = None;
        let mut is_left = false;
        let is_busy = self.working.is_some();
        widgets::section(ui, theme, &heading.text(lang), |ui| {
            match &mut self.task {
                Task::Nothing => {}
                Task::Make(form) => made = form.show(ui, cx),
                Task::Other(form) => command = form.show(ui, cx, self.error.as_ref(), is_busy),
            }
            is_left = ui.add_enabled(!is_busy, Button::quiet(theme, common::cancel().text(lang))).clicked();
        });
        if let Some(made) = made {
            self.done = Some(say::key_made(made.card.name.as_str()));
            self.task = Task::Nothing;
            self.list(ui.ctx(), cx);
        } else if let Some(command) = command {
            self.error = None;
            let (folder, clock) = (cx.data.identity(), Arc::clone(cx.clock));
            self.working = Some(Job::start(ui.ctx(), "signing-key", move |_| command.carry_out(&folder, clock.now())));
        } else if is_left {
            self.task = Task::Nothing;
            self.error = None;
        }
    }
}

/// Why something could not be done with a key, with files worded as everywhere in the window.
pub(in crate::ui) fn message_of(error: &IdentityError) -> Message {
    match error {
        IdentityError::File(error) => file_message(error),
        error => error.message(),
    }
}
