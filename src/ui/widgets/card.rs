//! Cards and rows that hold things together.

use egui::Color32;
use egui::Frame;
use egui::InnerResponse;
use egui::Margin;
use egui::Stroke;
use egui::Ui;

use crate::ui::theme::Theme;

/// What a thing says by its colour, always beside words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing in particular.
    Neutral,
    /// What the course or the subscriber stands for.
    Accent,
    /// Something is right.
    Good,
    /// Something needs care.
    Caution,
    /// Something is wrong.
    Bad,
}

impl Tone {
    /// Its colour.
    pub fn colour(self, theme: &Theme) -> Color32 {
        match self {
            Self::Neutral => theme.ink_soft,
            Self::Accent => theme.accent,
            Self::Good => theme.good,
            Self::Caution => theme.caution,
            Self::Bad => theme.bad,
        }
    }
}

/// A card: surface, hairline, room inside.
pub fn card<R>(ui: &mut Ui, theme: &Theme, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    frame(theme, theme.surface, theme.line()).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        contents(ui)
    })
}

/// A card with a heading.
pub fn section<R>(ui: &mut Ui, theme: &Theme, heading: &str, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    card(ui, theme, |ui| {
        super::subheading(ui, theme, heading);
        ui.add_space(theme.grid);
        contents(ui)
    })
}

/// A card with a bar of its tone on the left, for what needs to be seen.
pub fn toned<R>(ui: &mut Ui, theme: &Theme, tone: Tone, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let colour = tone.colour(theme);
    let inner = frame(theme, theme.surface.lerp_to_gamma(colour, 0.08), Stroke::new(1.0, colour)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        contents(ui)
    });
    let mut bar = inner.response.rect;
    bar.set_width(theme.grid / 2.0);
    ui.painter().rect_filled(bar, theme.corner(), colour);
    inner
}

/// A well: what stands back.
pub fn well<R>(ui: &mut Ui, theme: &Theme, contents: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    frame(theme, theme.sunken, Stroke::NONE).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        contents(ui)
    })
}

fn frame(theme: &Theme, fill: Color32, line: Stroke) -> Frame {
    Frame::new().fill(fill).stroke(line).corner_radius(theme.corner()).inner_margin(Margin::same(16))
}

/// A screen: its contents in a column of readable width in the middle, scrolling when they must.
///
/// `width` is the widest the column gets, in points.
pub fn page<R>(ui: &mut Ui, theme: &Theme, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    // In the middle of the window, with or without a scroll bar: else the page would jump when one appears.
    let side = ((ui.available_width() - width) / 2.0).max(theme.grid * 2.0);
    egui::ScrollArea::vertical()
        .auto_shrink([false, false])
        .show(ui, |ui| {
            let column = (ui.available_width() - side - theme.grid * 2.0).clamp(0.0, width);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                ui.add_space(side);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing = egui::Vec2::splat(theme.grid);
                    ui.set_width(column);
                    ui.add_space(theme.grid * 3.0);
                    let inner = contents(ui);
                    ui.add_space(theme.grid * 4.0);
                    inner
                })
                .inner
            })
            .inner
        })
        .inner
}
