//! Notices: a line at the foot of the window that says what happened or why something did not.

use egui::Align2;
use egui::Frame;
use egui::Margin;
use egui::Ui;

use crate::ui::theme::Theme;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;

/// Shows a notice at the foot of the window; returns whether it was dismissed.
pub fn notice(ui: &Ui, theme: &Theme, tone: Tone, text: &str, dismiss: &str) -> bool {
    let mut is_dismissed = false;
    egui::Area::new(egui::Id::unique("notice"))
        .anchor(Align2::CENTER_BOTTOM, [0.0, -24.0])
        .order(egui::Order::Foreground)
        .show(ui.ctx(), |ui| {
            Frame::new()
                .fill(theme.surface.lerp_to_gamma(tone.colour(theme), 0.12))
                .stroke(egui::Stroke::new(2.0, tone.colour(theme)))
                .corner_radius(theme.corner())
                .inner_margin(Margin::symmetric(16, 8))
                .show(ui, |ui| {
                    ui.horizontal(|ui| {
                        ui.set_max_width(720.0);
                        super::mark(ui, theme, tone);
                        let label = super::body(ui, theme, text);
                        ui.ctx().accesskit_node_builder(label.id, |node| {
                            node.set_role(egui::accesskit::Role::Alert);
                            node.set_label(text);
                            node.set_live(egui::accesskit::Live::Polite);
                        });
                        is_dismissed = ui.add(Button::quiet(theme, dismiss)).clicked();
                    });
                });
        });
    is_dismissed
}
