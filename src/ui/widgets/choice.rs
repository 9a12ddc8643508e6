//! A segmented choice: one of a few, all in sight.

use egui::Role;
use egui::Sense;
use egui::Stroke;
use egui::StrokeKind;
use egui::Ui;
use egui::Vec2;
use egui::WidgetInfo;

use crate::ui::theme::Theme;
use crate::ui::theme::bold;
use crate::ui::theme::regular;
use crate::ui::theme::size;

/// Lets one of `options` be chosen; the label above names the choice. Returns whether it changed.
pub fn choice<T: Copy + PartialEq>(
    ui: &mut Ui,
    theme: &Theme,
    label: &str,
    value: &mut T,
    options: &[(T, String)],
) -> bool {
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
        if !label.is_empty() {
            super::strong(ui, theme, label);
        }
        segments(ui, theme, label, value, options)
    })
    .inner
}

/// As [`choice`], without the label above; `label` is still told to screen readers.
pub fn segments<T: Copy + PartialEq>(
    ui: &mut Ui,
    theme: &Theme,
    label: &str,
    value: &mut T,
    options: &[(T, String)],
) -> bool {
    let mut changed = false;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::new(theme.grid / 2.0, theme.grid / 2.0);
        let galleys: Vec<_> = options
            .iter()
            .map(|(option, text)| {
                let is_chosen = *value == *option;
                let font = if is_chosen { bold(size::BODY) } else { regular(size::BODY) };
                let ink = if is_chosen { theme.on_accent } else { theme.ink };
                ui.painter().layout_no_wrap(text.clone(), font, ink)
            })
            .collect();
        // Closer together rather than in two rows.
        let width = |padding: f32| {
            galleys.iter().map(|galley| (galley.size().x + padding).max(size::CONTROL) + theme.grid / 2.0).sum::<f32>()
        };
        let is_tight = width(theme.grid * 4.0) > ui.available_width();
        let padding = theme.grid * if is_tight { 2.0 } else { 4.0 };
        for ((option, text), galley) in options.iter().zip(galleys) {
            let is_chosen = *value == *option;
            let wanted = Vec2::new((galley.size().x + padding).max(size::CONTROL), size::CONTROL);
            let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_chosen, text));
            if !label.is_empty() {
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(label));
            }
            let fill = match (is_chosen, response.hovered()) {
                (true, _) => theme.accent,
                (false, true) => theme.sunken,
                (false, false) => theme.surface,
            };
            let line = Stroke::new(1.0, if is_chosen { theme.accent } else { theme.outline_strong });
            ui.painter().rect(rect, theme.corner(), fill, line, StrokeKind::Inside);
            ui.painter().galley(rect.center() - galley.size() / 2.0, galley, theme.ink);
            if response.has_focus() {
                ui.painter().rect_stroke(rect.expand(1.0), theme.corner(), theme.focus_stroke(), StrokeKind::Outside);
            }
            if response.clicked() && !is_chosen {
                *value = *option;
                changed = true;
            }
        }
    });
    changed
}
