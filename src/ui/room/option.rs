//! A large option to choose: badge, words, and a sign that it is chosen.

use egui::Response;
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
use crate::ui::widgets::Tone;
use crate::ui::widgets::mark_shapes;
use crate::ui::widgets::option_letter;
use crate::ui::widgets::paint_option_badge;

/// Whether an option is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Picked {
    /// It is not.
    No,
    /// It is.
    Yes,
    /// It has this place in an order, from 1.
    Place(usize),
}

/// Draws an option as wide as there is room.
pub(crate) fn option_button(ui: &mut Ui, theme: &Theme, index: usize, text: &str, picked: Picked) -> Response {
    option_button_at(ui, theme, index, text, picked, size::SUBHEADING)
}

/// As [`option_button`], with text of `points`.
pub(crate) fn option_button_at(
    ui: &mut Ui,
    theme: &Theme,
    index: usize,
    text: &str,
    picked: Picked,
    points: f32,
) -> Response {
    let width = ui.available_width();
    let side = 36.0;
    let gap = theme.grid * 1.5;
    let sign = 40.0;
    let room = (width - side - gap * 3.0 - sign).max(80.0);
    let galley = ui.painter().layout(text.to_owned(), regular(points), theme.ink, room);
    let height = (galley.size().y + theme.grid * 2.5).max(side + theme.grid * 2.0);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::click());
    let is_picked = picked != Picked::No;
    response.widget_info(|| {
        let place = if let Picked::Place(place) = picked { format!(" ({place}.)") } else { String::new() };
        let label = format!("{}: {text}{place}", option_letter(index));
        WidgetInfo::selected(Role::Button, ui.is_enabled(), is_picked, label)
    });
    if ui.is_rect_visible(rect) {
        let fill = match (is_picked, response.hovered()) {
            (true, _) => theme.accent_soft,
            (false, true) => theme.sunken,
            (false, false) => theme.surface,
        };
        let line = if is_picked { Stroke::new(3.0, theme.accent) } else { Stroke::new(1.0, theme.outline_strong) };
        ui.painter().rect(rect, theme.corner(), fill, line, StrokeKind::Inside);
        if response.has_focus() {
            ui.painter().rect_stroke(rect.expand(2.0), theme.corner(), theme.focus_stroke(), StrokeKind::Outside);
        }
        let badge =
            egui::Rect::from_min_size(egui::pos2(rect.left() + gap, rect.center().y - side / 2.0), Vec2::splat(side));
        paint_option_badge(ui.painter(), theme, badge, index);
        let at = egui::pos2(badge.right() + gap, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, theme.ink);
        let centre = egui::pos2(rect.right() - gap - sign / 2.0, rect.center().y);
        match picked {
            Picked::No => {}
            Picked::Yes => {
                let place = egui::Rect::from_center_size(centre, Vec2::splat(24.0));
                ui.painter().extend(mark_shapes(place, Tone::Good, theme.accent, theme.surface));
            }
            Picked::Place(place) => {
                let number = format!("{place}.");
                let number = ui.painter().layout_no_wrap(number, bold(size::HEADING), theme.accent);
                ui.painter().galley(centre - number.size() / 2.0, number, theme.accent);
            }
        }
    }
    response
}
