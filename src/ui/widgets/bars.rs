//! Bars of results: letter, shape, bar, count; what is right is marked by sign and word.

use egui::Rect;
use egui::Response;
use egui::Sense;
use egui::Ui;
use egui::Vec2;

use crate::ui::theme::Theme;
use crate::ui::theme::bold;
use crate::ui::theme::size;

/// A column narrower than this has no room for words side by side, in points.
const NARROW: f32 = 440.0;

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar<'a> {
    /// Which letter, shape and colour.
    pub index: usize,
    /// What the option says.
    pub text: &'a str,
    /// How many chose it.
    pub count: u32,
    /// How many chose anything; the full length of a bar.
    pub total: u32,
    /// The word that marks a right option, such as "oikein".
    pub right: Option<&'a str>,
}

impl Bar<'_> {
    /// The share of all in per cent, rounded; 0 while nobody has chosen.
    pub fn percent(&self) -> u32 {
        (self.count * 100 + self.total / 2).checked_div(self.total).unwrap_or(0)
    }
}

/// Draws one bar as wide as there is room.
pub fn bar(ui: &mut Ui, theme: &Theme, bar: &Bar<'_>) -> Response {
    let side = 32.0;
    let room = ui.available_width();
    let left = side + theme.grid * 1.5;
    let ink = theme.ink;
    let number = ui.painter().layout_no_wrap(bar.count.to_string(), bold(size::SUBHEADING), ink);
    let right = bar.right.map(|word| ui.painter().layout_no_wrap(word.to_owned(), bold(size::BODY), theme.good));
    // In a narrow column the mark stands below the text instead of squeezing it.
    let below = if room < NARROW { right.as_ref().map_or(0.0, |word| word.size().y) } else { 0.0 };
    let right_width = match &right {
        Some(word) if room >= NARROW => word.size().x + 20.0 + theme.grid * 1.5,
        _ => 0.0,
    };
    let numbers = (number.size().x + theme.grid).max(40.0);
    let text = ui.painter().layout(
        bar.text.to_owned(),
        crate::ui::theme::regular(size::BODY),
        ink,
        (room - left - numbers - right_width).max(80.0),
    );
    let thickness = theme.grid * 1.5;
    let height = (text.size().y + below + thickness + theme.grid / 2.0).max(side);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(room, height), Sense::hover());
    response.widget_info(|| {
        let mark = bar.right.map(|word| format!(", {word}")).unwrap_or_default();
        let letter = super::option_letter(bar.index);
        let name = format!("{letter}: {}: {} / {}{mark}", bar.text, bar.count, bar.total);
        egui::WidgetInfo::labeled(egui::Role::Label, true, name)
    });
    let painter = ui.painter();
    super::paint_option_badge(painter, theme, Rect::from_min_size(rect.min, Vec2::splat(side)), bar.index);
    painter.galley(rect.min + Vec2::new(left, 0.0), std::sync::Arc::clone(&text), ink);
    painter.galley(egui::pos2(rect.right() - number.size().x, rect.top()), number, ink);
    if let Some(word) = right {
        let at = if below > 0.0 {
            egui::pos2(rect.left() + left + 24.0, rect.top() + text.size().y)
        } else {
            egui::pos2(rect.right() - numbers - word.size().x, rect.top())
        };
        let tick = Rect::from_min_size(at - Vec2::new(24.0, 0.0), Vec2::splat(18.0));
        painter.extend(super::mark_shapes(tick, super::Tone::Good, theme.good, theme.surface));
        painter.galley(at, word, theme.good);
    }
    let track = Rect::from_min_size(
        egui::pos2(rect.left() + left, rect.bottom() - thickness),
        Vec2::new(room - left, thickness),
    );
    painter.rect_filled(track, 2.0, theme.sunken);
    if bar.total > 0 && bar.count > 0 {
        let share = (bar.count as f32 / bar.total as f32).min(1.0);
        painter.rect_filled(track.with_max_x(track.left() + track.width() * share), 2.0, theme.option(bar.index));
    }
    response
}
