//! Handing the material out: to phones, as drafts, by mail.

mod direct_ui;
mod drafts_ui;
mod list_ui;
mod work;

use egui::Ui;

use crate::i18n::Message;
use crate::i18n::messages::common;
use crate::i18n::messages::mail as say;
use crate::mail::Drafts;
use crate::mail::Ledger;
use crate::mail::Recipient;
use crate::mail::Report;
use crate::mail::Standing;
use crate::mail::Trouble;
use crate::mail::recipients;
use crate::session::Command;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Running;
use crate::ui::handout::list_ui::Amending;
use crate::ui::pick::PathPicker;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;

/// What is under way with the material, and what was typed for it.
///
/// Letting go of it gives up a sending after the message that is under way; what was sent is remembered.
#[derive(Debug, Default)]
pub struct Panel {
    is_open: bool,
    /// What was sent before; read when the dialog is opened and after all work.
    ledger: Option<Ledger>,
    reading: Option<Job<Result<Ledger, Trouble>>>,
    amending: Option<Amending>,
    folder: PathPicker,
    /// Why it is not known what was sent before.
    unread: Option<Message>,
    writing: Option<Job<Result<Drafts, Trouble>>>,
    drafts: Option<Result<Drafts, Message>>,
    /// The mail server's password: nowhere but here.
    password: String,
    /// Whether those are written to who may have got the message already.
    again: bool,
    sending: Option<Job<Report>>,
    report: Option<Report>,
    /// The sending ended without a word.
    has_stopped: bool,
}

/// How an address stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Waiting,
    /// Nothing was sent in the last sending.
    Failed,
    Known(Standing),
}

impl Panel {
    /// Draws how the material stands, with the way to hand it out.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, running: &Running, out: &mut Actions) {
        let (theme, lang) = (cx.theme, cx.lang);
        let state = &running.snapshot.state;
        if state.handout_released {
            widgets::marked(ui, theme, Tone::Good, &say::released().text(lang));
        } else if state.closed_at.is_none() {
            widgets::soft(ui, theme, &say::not_released().text(lang));
        }
        let count = recipients(state).len();
        if count == 0 {
            widgets::soft(ui, theme, &say::nobody().text(lang));
        } else {
            widgets::body(ui, theme, &say::addresses(count).text(lang));
        }
        ui.horizontal_wrapped(|ui| {
            if !state.handout_released && state.closed_at.is_none() {
                let release = Button::plain(theme, say::release().text(lang));
                if ui.add(release).clicked() {
                    out.session(Command::ReleaseHandout);
                }
            }
            if count > 0 && ui.add(Button::plain(theme, say::open().text(lang))).clicked() {
                self.open(ui.ctx(), running);
            }
        });
    }

    /// Draws the dialog, if it is open; to be called once a frame beside [`Self::show`].
    pub fn dialog(&mut self, ui: &Ui, cx: &Cx<'_>, running: &Running, out: &mut Actions) {
        self.take_results(ui.ctx(), running);
        if !self.is_open {
            return;
        }
        let (theme, lang) = (cx.theme, cx.lang);
        let list = recipients(&running.snapshot.state);
        let title = say::dialog_title().text(lang);
        let response = widgets::dialog(ui.ctx(), theme, "handout", &title, 860.0, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            self.list_ui(ui, cx, running, &list);
            if let Some(trouble) = &self.unread {
                widgets::error_line(ui, theme, &trouble.text(lang));
            }
            // Until it is known what was sent before, nothing may be.
            if self.ledger.is_some() {
                self.drafts_ui(ui, cx, running, &list, out);
                self.direct_ui(ui, cx, running, &list, out);
            }
            // A sending is given up by its own button, so that it is seen what became of it.
            let close = Button::plain(theme, common::close().text(lang));
            ui.add_enabled(self.sending.is_none(), close).clicked()
        });
        let may_close = self.sending.is_none() && self.amending.is_none();
        if response.inner || (response.should_close && may_close) {
            *self = Self::default();
        }
    }

    /// Who surely has nothing yet, or may have nothing.
    fn unsent(&self, list: &[Recipient]) -> Vec<Recipient> {
        let is_unsent = |one: &&Recipient| !matches!(self.shown(one), Shown::Known(Standing::Sent(_)));
        list.iter().filter(is_unsent).cloned().collect()
    }

    /// Whether its dialog has the keyboard.
    pub fn has_dialog(&self) -> bool {
        self.is_open
    }

    fn is_busy(&self) -> bool {
        self.writing.is_some() || self.sending.is_some() || self.reading.is_some()
    }

    fn shown(&self, recipient: &Recipient) -> Shown {
        let known = self.ledger.as_ref().and_then(|ledger| ledger.standing(&recipient.key()));
        let has_failed = self.report.as_ref().is_some_and(|report| {
            report.outcomes.iter().any(|(other, outcome)| {
                other.address == recipient.address && matches!(outcome, crate::mail::Outcome::Failed(_))
            })
        });
        match known {
            Some(standing) => Shown::Known(standing),
            None if has_failed => Shown::Failed,
            None => Shown::Waiting,
        }
    }
}
