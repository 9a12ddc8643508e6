//! A theme in the list of the course's home: how far it is, how long it takes, and why it is due or not.

use egui::Rect;
use egui::Response;
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

/// What a row says.
pub(crate) struct Row<'a> {
    /// Its number; empty for the parts after the themes.
    pub number: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Why it is due or not; empty for nothing to say.
    pub why: &'a str,
    /// How far it is, in words.
    pub state: &'a str,
    /// Done, or not.
    pub tone: Tone,
    /// The share that is done, from 0 to 1.
    pub share: f32,
    /// Whether it is the one to go on with.
    pub is_next: bool,
    /// Whether it can be opened.
    pub is_open: bool,
}

impl Row<'_> {
    /// Draws the row as wide as there is room.
    pub(crate) fn show(&self, ui: &mut Ui, theme: &Theme) -> Response {
        let width = ui.available_width();
        let pad = Vec2::new(theme.grid * 1.5, theme.grid);
        let ring = 26.0;
        let ink = if self.is_open { theme.ink } else { theme.ink_soft };
        let state = ui.painter().layout_no_wrap(self.state.to_owned(), regular(size::SMALL), theme.ink_soft);
        let left = ring + pad.x * 2.0;
        let room = (width - left - state.size().x - pad.x * 2.0).max(80.0);
        let font = if self.is_next { bold(size::BODY) } else { regular(size::BODY) };
        let name = ui.painter().layout(self.name.to_owned(), font, ink, room);
        let why = (!self.why.is_empty())
            .then(|| ui.painter().layout(self.why.to_owned(), regular(size::SMALL), theme.ink_soft, room));
        let lines = name.size().y + why.as_ref().map_or(0.0, |why| why.size().y);
        let wanted = Vec2::new(width, (lines + pad.y * 2.0).max(size::CONTROL + 4.0));
        let sense = if self.is_open { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(wanted, sense);
        response.widget_info(|| {
            let words = [self.number, self.name, self.state, self.why];
            let label = words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ");
            WidgetInfo::labeled(egui::Role::Button, self.is_open, label)
        });
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let fill = match (self.is_next, self.is_open && response.hovered()) {
            (true, _) => theme.accent_soft,
            (false, true) => theme.sunken,
            (false, false) => theme.surface,
        };
        ui.painter().rect(rect, theme.corner(), fill, Stroke::NONE, StrokeKind::Inside);
        if response.has_focus() {
            ui.painter().rect_stroke(rect, theme.corner(), theme.focus_stroke(), StrokeKind::Inside);
        }
        let centre = egui::pos2(rect.left() + pad.x + ring / 2.0, rect.center().y);
        self.ring(ui, theme, Rect::from_center_size(centre, Vec2::splat(ring)));
        let at = egui::pos2(rect.left() + left, rect.center().y - lines / 2.0);
        let below = at + Vec2::new(0.0, name.size().y);
        ui.painter().galley(at, name, ink);
        if let Some(why) = why {
            ui.painter().galley(below, why, theme.ink_soft);
        }
        let at = egui::pos2(rect.right() - pad.x - state.size().x, rect.center().y - state.size().y / 2.0);
        ui.painter().galley(at, state, theme.ink_soft);
        response
    }

    /// The number in a ring that fills as the theme is done; a tick once it is.
    fn ring(&self, ui: &Ui, theme: &Theme, place: Rect) {
        let painter = ui.painter();
        if self.tone == Tone::Good {
            painter.extend(mark_shapes(place.shrink(1.0), Tone::Good, theme.good, theme.surface));
            return;
        }
        let radius = place.width() / 2.0 - 1.5;
        painter.circle_stroke(place.center(), radius, Stroke::new(2.0, theme.outline));
        if self.share > 0.0 {
            let points: Vec<egui::Pos2> = (0..=32u8)
                .map(|part| {
                    let turn = std::f32::consts::TAU * self.share.min(1.0) * f32::from(part) / 32.0;
                    place.center() + radius * Vec2::angled(turn - std::f32::consts::FRAC_PI_2)
                })
                .collect();
            painter.add(egui::Shape::line(points, Stroke::new(3.0, theme.accent)));
        }
        let ink = if self.is_open { theme.ink } else { theme.ink_soft };
        let number = painter.layout_no_wrap(self.number.to_owned(), bold(size::SMALL), ink);
        painter.galley(place.center() - number.size() / 2.0, number, ink);
    }
}
