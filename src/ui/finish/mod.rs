//! Closing a session, signing its register, and what was written.

mod alone_ui;
mod close_ui;
mod done_ui;
pub mod open_ends;
mod sign_ui;
mod signing;

use std::path::PathBuf;
use std::sync::Arc;

use egui::Ui;

use crate::engine::AskError;
use crate::engine::Snapshot;
use crate::i18n::Message;
use crate::i18n::messages::desk as say;
use crate::i18n::messages::mail;
use crate::register::identity::Card;
use crate::register::identity::IdentityError;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::Running;
use crate::ui::finish::alone_ui::Afterwards;
use crate::ui::finish::signing::Signed;
use crate::ui::finish::signing::SigningError;
use crate::ui::handout;
use crate::ui::identity::MakeForm;
use crate::ui::pick::PathPicker;
use crate::ui::screen_page;
use crate::ui::widgets;
use crate::ui::work::Job;

/// The screen's own state.
#[derive(Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "five switches, independent of each other")]
pub struct Screen {
    asks_to_close: bool,
    closing: Option<Job<Result<Arc<Snapshot>, AskError>>>,
    close_error: Option<Message>,
    cards: Option<Vec<Card>>,
    listing: Option<Job<Result<Vec<Card>, IdentityError>>>,
    /// Which of the keys signs.
    chosen: usize,
    passphrase: String,
    /// The passphrase's field has taken the keyboard since it appeared.
    has_keyboard: bool,
    making: Option<Box<MakeForm>>,
    /// The learner of a self-study has been offered a key in their own name.
    has_asked_for_own: bool,
    other_folder: bool,
    folder: PathPicker,
    signing: Option<Job<Result<Box<Signed>, SigningError>>>,
    sign_error: Option<SignTrouble>,
    signed: Option<Box<Signed>>,
    looking: Option<Job<Option<Box<Signed>>>>,
    has_looked: bool,
    handout: handout::Panel,
    afterwards: Afterwards,
}

/// Why signing did not happen, and what the person can do about it.
#[derive(Clone, Debug)]
struct SignTrouble {
    message: Message,
    kind: TroubleKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TroubleKind {
    /// The passphrase does not open the key.
    Passphrase,
    /// The files could not be written where they should be.
    Folder,
    /// Anything else.
    Other,
}

impl Screen {
    /// Draws the screen.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
        let Some(running) = cx.session else {
            widgets::page(ui, cx.theme, 720.0, |ui| {
                widgets::body(ui, cx.theme, &say::no_session().text(cx.lang));
            });
            return;
        };
        self.take_results(ui.ctx(), cx, running);
        let theme = cx.theme;
        let state = &running.snapshot.state;
        let is_closed = state.closed_at.is_some();
        let is_room = state.setup.form.is_room();
        if !is_room && !is_closed {
            // The end of a self-study is a part of it.
            out.push(Action::Go(Box::new(Route::Study(Default::default()))));
            return;
        }
        let part = if !is_closed {
            "close"
        } else if self.signed.is_none() {
            "sign"
        } else {
            "done"
        };
        screen_page(ui, theme, part, 820.0, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 2.0;
            if !is_closed {
                self.close_ui(ui, cx, running, out);
            } else if self.signed.is_some() && is_room {
                self.done_ui(ui, cx, running, out);
            } else if self.signed.is_some() {
                self.alone_ui(ui, cx, running, out);
            } else {
                self.sign_ui(ui, cx, running, out);
            }
        });
        if !is_closed {
            self.close_dialog(ui, cx, running);
        }
        self.handout.dialog(ui, cx, running, out);
    }

    /// How the material stands that participants take home.
    fn handout_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, running: &Running, out: &mut Actions) {
        widgets::section(ui, cx.theme, &mail::panel_title().text(cx.lang), |ui| {
            self.handout.show(ui, cx, running, out);
        });
    }

    /// The folder that the files go to: the session's own, or the one chosen instead.
    fn target(&self, running: &Running) -> PathBuf {
        let own = crate::engine::layout::out(&running.snapshot.folder);
        if self.other_folder { self.folder.path().unwrap_or(own) } else { own }
    }
}
