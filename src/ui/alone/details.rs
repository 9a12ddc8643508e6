//! The learner's own details and their drawn signature.

use egui::Id;
use egui::Key;
use egui::Ui;

use crate::i18n::Message;
use crate::i18n::messages::alone as say;
use crate::i18n::messages::desk;
use crate::profile::IdentifierKind;
use crate::session::Command;
use crate::session::Expected;
use crate::session::State;
use crate::ui::Cx;
use crate::ui::lobby::form::Form;
use crate::ui::lobby::form::Spot;
use crate::ui::lobby::form::Trouble;
use crate::ui::lobby::form::Way;
use crate::ui::lobby::identifier_label;
use crate::ui::widgets;
use crate::ui::widgets::Field;

fn id_of(spot: Spot) -> Id {
    Id::unique(("alone", spot as u8))
}

/// What the learner says of themselves, and what is wrong with it.
#[derive(Debug, Default)]
pub(in crate::ui) struct Details {
    form: Form,
    trouble: Option<Trouble>,
    /// Where the keyboard goes in the next frame.
    sends_focus: Option<Spot>,
}

impl Details {
    /// The command that signs the learner in.
    pub(in crate::ui) fn command(&self, kind: IdentifierKind) -> Command {
        self.form.command(kind)
    }

    /// Fills in what an assignment tells of the learner, where nothing is written yet.
    pub(in crate::ui) fn fill(&mut self, person: &Expected) {
        if self.form.is_empty() {
            self.form.fill(person);
        }
    }

    /// Whether the learner can be signed in like this; else says what is wrong, and goes there.
    pub(in crate::ui) fn is_filled(&mut self, context: &egui::Context, cx: &Cx<'_>, state: &State) -> bool {
        self.trouble = self.form.trouble(state, cx.clock.now(), cx.lang);
        self.sends_focus = self.trouble.as_ref().map(|trouble| trouble.spot);
        context.request_repaint();
        self.trouble.is_none()
    }

    /// Takes what was drawn away.
    pub(in crate::ui) fn take_signature_away(&mut self) {
        self.form.pad.clear();
    }

    /// Draws the fields and the pad.
    pub(in crate::ui) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, kind: IdentifierKind, title: &Message) {
        let (theme, lang) = (cx.theme, cx.lang);
        let sent_to = self.sends_focus.take();
        if let Some(spot) = sent_to {
            ui.memory_mut(|memory| memory.request_focus(id_of(spot)));
            ui.ctx().request_repaint();
        }
        widgets::section(ui, theme, &title.text(lang), |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            let half = (ui.available_width() - theme.grid * 2.0) / 2.0;
            self.field(ui, cx, kind, Spot::Name, sent_to);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = theme.grid * 2.0;
                for spot in [Spot::Company, Spot::Role] {
                    ui.vertical(|ui| {
                        ui.set_width(half);
                        self.field(ui, cx, kind, spot, sent_to);
                    });
                }
            });
            if kind != IdentifierKind::None {
                self.field(ui, cx, kind, Spot::Identifier, sent_to);
            }
            self.signature_ui(ui, cx, sent_to);
            widgets::caption(ui, theme, &desk::signature_proves_nothing().text(lang));
        });
    }

    /// What is wrong beside the fields, for where the button is.
    pub(in crate::ui) fn button_trouble(&self, ui: &mut Ui, cx: &Cx<'_>) {
        if let Some(error) = self.error(Spot::Button, cx) {
            widgets::error_line(ui, cx.theme, &error);
        }
    }

    fn field(&mut self, ui: &mut Ui, cx: &Cx<'_>, kind: IdentifierKind, spot: Spot, sent_to: Option<Spot>) {
        let (label, value) = match spot {
            Spot::Company => (desk::company(), &mut self.form.company),
            Spot::Role => (desk::role(), &mut self.form.role),
            Spot::Identifier => (identifier_label(kind).unwrap_or_else(desk::name), &mut self.form.identifier),
            Spot::Name | Spot::Signature | Spot::Button => (desk::name(), &mut self.form.name),
        };
        let label = label.text(cx.lang);
        let trouble = self.trouble.as_ref().filter(|trouble| trouble.spot == spot);
        let error = trouble.map(|trouble| trouble.message.text(cx.lang));
        let response = Field::new(cx.theme, &label).id(id_of(spot)).error(error.as_deref()).show(ui, value);
        if sent_to == Some(spot) {
            response.scroll_to_me(Some(egui::Align::Center));
        }
        if response.changed() {
            self.mended(spot);
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            self.sends_focus = match spot {
                Spot::Name => Some(Spot::Company),
                Spot::Company => Some(Spot::Role),
                Spot::Role if kind != IdentifierKind::None => Some(Spot::Identifier),
                _ => None,
            };
            ui.ctx().request_repaint();
        }
    }

    fn signature_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, sent_to: Option<Spot>) {
        let (theme, lang) = (cx.theme, cx.lang);
        if self.form.way == Way::Drawn {
            let label = desk::signature().text(lang);
            let pad = self.form.pad.show(ui, theme, lang, &label, 480.0);
            if sent_to == Some(Spot::Signature) {
                pad.scroll_to_me(Some(egui::Align::Center));
            }
        }
        if let Some(error) = self.error(Spot::Signature, cx) {
            widgets::error_line(ui, theme, &error);
        }
        // Who cannot draw with a mouse, or sees nothing to draw on, signs a print of the register.
        let mut on_paper = self.form.way == Way::Paper;
        if widgets::check(ui, theme, &mut on_paper, &say::signs_print().text(lang)).changed() {
            self.form.way = if on_paper { Way::Paper } else { Way::Drawn };
        }
        if !self.form.pad.is_empty() || on_paper {
            self.mended(Spot::Signature);
        }
    }

    fn error(&self, spot: Spot, cx: &Cx<'_>) -> Option<String> {
        let trouble = self.trouble.as_ref().filter(|trouble| trouble.spot == spot)?;
        Some(trouble.message.text(cx.lang))
    }

    fn mended(&mut self, spot: Spot) {
        if self.trouble.as_ref().is_some_and(|trouble| trouble.spot == spot) {
            self.trouble = None;
        }
    }
}
