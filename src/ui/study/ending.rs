//! The end of a self-study: what goes into the register, the learner's signature, and the closing.

use egui::Ui;

use crate::i18n::Message;
use crate::i18n::messages::alone as say;
use crate::i18n::messages::desk;
use crate::session::Channel;
use crate::session::Command;
use crate::session::Participant;
use crate::session::State;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::room::Asking;
use crate::ui::room::view::View;
use crate::ui::study::frame;
use crate::ui::study::test::attempts_left;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::SignaturePad;
use crate::ui::widgets::Tone;

/// What is drawn, and the closing under way.
#[derive(Debug, Default)]
pub(crate) struct Part {
    pad: SignaturePad,
    asking: Asking,
}

impl Part {
    /// Draws the learner's sign-out, at `Place::SignOut`.
    pub(crate) fn sign_out(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
        self.show(ui, cx, view, out);
    }

    /// Draws the end: the sign-out, or only the closing where that came before an interruption.
    pub(crate) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
        if self.asking.is_stored(ui) || view.state.closed_at.is_some() {
            out.push(Action::Go(Box::new(Route::Finish(Default::default()))));
        }
        frame::page(ui, cx, |ui| self.contents(ui, cx, view));
    }

    fn contents(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>) {
        let theme = cx.theme;
        let lang = view.room_lang();
        let Some(learner) = view.state.learner() else { return };
        ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
        ui.vertical(|ui| {
            widgets::title(ui, theme, &say::end_title().text(lang));
            widgets::soft(ui, theme, &say::end_text().text(lang));
        });
        widgets::section(ui, theme, &say::end_register().text(lang), |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
            for (tone, line) in lines(view.state, learner) {
                widgets::marked(ui, theme, tone, &line.text(lang));
            }
        });
        let is_busy = self.asking.is_busy();
        widgets::card(ui, theme, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid;
            // Signed out and not closed: a power cut came between.
            if learner.signed_out {
                self.closing_ui(ui, cx, view, vec![Command::Close]);
                return;
            }
            let label = desk::signature().text(lang);
            ui.add_enabled_ui(!is_busy, |ui| self.pad.show(ui, theme, lang, &label, 400.0));
            widgets::body(ui, theme, &say::end_is_final().text(lang));
            let signature = self.pad.signature();
            // Who signs a print draws nothing here either.
            let can = signature.is_some() || learner.channel == Channel::Paper;
            let sign_out = Command::SignOut { participant: learner.id, signature, channel: Channel::Desk };
            ui.add_enabled_ui(can, |ui| {
                self.closing_ui(ui, cx, view, vec![sign_out, Command::Close]);
            });
            if !can {
                widgets::caption(ui, theme, &say::end_draw_first().text(lang));
            }
        });
    }

    fn closing_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, commands: Vec<Command>) {
        let lang = view.room_lang();
        self.asking.trouble(ui, cx, view.state, lang);
        let button = Button::primary(cx.theme, say::end_sign().text(lang)).large();
        if widgets::main_button(ui, !self.asking.is_busy(), button) {
            self.asking.start_all(ui, cx, commands);
        }
    }
}

/// What the register will say, and what is still open.
fn lines(state: &State, learner: &Participant) -> Vec<(Tone, Message)> {
    let themes = &state.script.pack.themes;
    let credited = themes.iter().filter(|theme| state.is_credited(theme) && !state.is_theme_done(theme)).count();
    let left = state.themes_left().count();
    let done = themes.len().saturating_sub(credited + left);
    let mut lines = vec![(Tone::Good, say::end_minutes(state.study.active_altogether().as_mins()))];
    let tone = if left == 0 { Tone::Good } else { Tone::Caution };
    lines.push((tone, say::end_themes(done, themes.len())));
    if credited > 0 {
        lines.push((Tone::Neutral, say::end_credited(credited)));
    }
    if state.script.pack.final_test.is_some() {
        let best =
            learner.attempts.iter().filter(|attempt| attempt.void.is_none()).filter_map(|attempt| attempt.result);
        lines.push(match best.max_by_key(|result| result.correct) {
            Some(result) if result.passed => (Tone::Good, say::end_passed(result.correct, result.total)),
            Some(result) => (Tone::Caution, say::end_failed(result.correct, result.total, attempts_left(state))),
            None => (Tone::Caution, say::end_untested()),
        });
    }
    lines
}
