//! Buttons: primary, plain, quiet and danger, with the key that does the same.

use egui::Color32;
use egui::Key;
use egui::Modifiers;
use egui::Response;
use egui::Role;
use egui::Sense;
use egui::Stroke;
use egui::StrokeKind;
use egui::Ui;
use egui::Vec2;
use egui::Widget;
use egui::WidgetInfo;

use crate::ui::theme::Theme;
use crate::ui::theme::bold;
use crate::ui::theme::regular;
use crate::ui::theme::size;

/// How much a button stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Primary,
    Plain,
    Quiet,
    Danger,
}

/// A button; add it with `ui.add` or `ui.add_enabled`.
#[must_use = "add it with ui.add"]
pub struct Button<'a> {
    theme: &'a Theme,
    kind: Kind,
    text: String,
    key: Option<String>,
    is_selected: Option<bool>,
    is_wide: bool,
    is_large: bool,
    is_flush: bool,
}

impl<'a> Button<'a> {
    fn new(theme: &'a Theme, kind: Kind, text: impl Into<String>) -> Self {
        let text = text.into();
        Self { theme, kind, text, key: None, is_selected: None, is_wide: false, is_large: false, is_flush: false }
    }

    /// The one thing to do next; at most one on a screen.
    pub fn primary(theme: &'a Theme, text: impl Into<String>) -> Self {
        Self::new(theme, Kind::Primary, text)
    }

    /// Something that can be done.
    pub fn plain(theme: &'a Theme, text: impl Into<String>) -> Self {
        Self::new(theme, Kind::Plain, text)
    }

    /// Something beside the matter: no outline until it is pointed at.
    pub fn quiet(theme: &'a Theme, text: impl Into<String>) -> Self {
        Self::new(theme, Kind::Quiet, text)
    }

    /// Something that takes away.
    pub fn danger(theme: &'a Theme, text: impl Into<String>) -> Self {
        Self::new(theme, Kind::Danger, text)
    }

    /// Shows the key that does the same.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        let key = key.into();
        self.key = (!key.is_empty()).then_some(key);
        self
    }

    /// Shows and tells that it is on or off.
    pub fn selected(mut self, is_selected: bool) -> Self {
        self.is_selected = Some(is_selected);
        self
    }

    /// As wide as there is room.
    pub fn wide(mut self) -> Self {
        self.is_wide = true;
        self
    }

    /// Taller and with larger text, for screens that are handed over.
    pub fn large(mut self) -> Self {
        self.is_large = true;
        self
    }

    /// With its words level with what stands above and below: only they take room to its sides. For a quiet button at
    /// the beginning of a line.
    pub fn flush(mut self) -> Self {
        self.is_flush = true;
        self
    }

    fn colours(&self, response: &Response) -> (Color32, Stroke, Color32) {
        let theme = self.theme;
        if !response.enabled() {
            let line = if self.kind == Kind::Quiet { Stroke::NONE } else { theme.line() };
            return (Color32::TRANSPARENT, line, theme.ink_soft);
        }
        let is_down = response.is_pointer_button_down_on();
        let lift = if is_down {
            0.18
        } else if response.hovered() {
            0.09
        } else {
            0.0
        };
        if self.is_selected == Some(true) {
            return (theme.accent_soft.lerp_to_gamma(theme.ink, lift), Stroke::new(2.0, theme.accent), theme.ink);
        }
        let pressed = theme.surface.lerp_to_gamma(theme.ink, lift);
        match self.kind {
            Kind::Primary => (theme.accent.lerp_to_gamma(theme.ink, lift), Stroke::NONE, theme.on_accent),
            Kind::Plain => (pressed, Stroke::new(1.0, theme.outline_strong), theme.ink),
            Kind::Quiet if lift > 0.0 => (pressed, Stroke::NONE, theme.accent),
            Kind::Quiet => (Color32::TRANSPARENT, Stroke::NONE, theme.accent),
            Kind::Danger => (pressed, Stroke::new(1.0, theme.bad), theme.bad),
        }
    }
}

/// Adds the one thing to do next on a screen; `Ctrl Enter` does it too, whatever has the keyboard. Neither does anything
/// where all of `ui` is disabled.
pub fn main_button(ui: &mut Ui, is_enabled: bool, button: Button<'_>) -> bool {
    let is_enabled = is_enabled && ui.is_enabled();
    let is_clicked = ui.add_enabled(is_enabled, button.key("Ctrl Enter")).clicked();
    is_clicked || (is_enabled && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter)))
}

impl Widget for Button<'_> {
    fn ui(self, ui: &mut Ui) -> Response {
        let theme = self.theme;
        let points = if self.is_large { size::SUBHEADING } else { size::BODY };
        let font = if self.kind == Kind::Primary { bold(points) } else { regular(points) };
        let around = theme.grid * if self.is_large { 3.0 } else { 2.0 };
        let padding = Vec2::new(if self.is_flush { 0.0 } else { around }, theme.grid);
        let gap = theme.grid * 1.5;
        let key = self
            .key
            .as_ref()
            .map(|key| ui.painter().layout_no_wrap(key.clone(), regular(size::SMALL), Color32::PLACEHOLDER));
        let key_width = key.as_ref().map_or(0.0, |key| key.size().x + gap);
        let room = (ui.available_width() - padding.x * 2.0 - key_width).max(48.0);
        let text = ui.painter().layout(self.text.clone(), font, Color32::PLACEHOLDER, room);
        let least = if self.is_large { size::CONTROL * 1.4 } else { size::CONTROL };
        let mut wanted =
            Vec2::new(text.size().x + key_width + padding.x * 2.0, (text.size().y + padding.y * 2.0).max(least));
        if self.is_wide {
            wanted.x = wanted.x.max(ui.available_width());
        }
        let (rect, response) = ui.allocate_exact_size(wanted, Sense::click());
        let (label, is_selected) = (self.text.clone(), self.is_selected);
        response.widget_info(|| match is_selected {
            Some(is_selected) => WidgetInfo::selected(Role::Button, ui.is_enabled(), is_selected, &label),
            None => WidgetInfo::labeled(Role::Button, ui.is_enabled(), &label),
        });
        if let (Some(key), Some(_)) = (&self.key, &key) {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_keyboard_shortcut(key.clone()));
        }
        if ui.is_rect_visible(rect) {
            let (fill, line, ink) = self.colours(&response);
            // As wide as ever where it is pointed at.
            let face = if self.is_flush { rect.expand2(Vec2::new(theme.grid, 0.0)) } else { rect };
            ui.painter().rect(face, theme.corner(), fill, line, StrokeKind::Inside);
            if response.has_focus() {
                ui.painter().rect_stroke(face.expand(1.0), theme.corner(), theme.focus_stroke(), StrokeKind::Outside);
            }
            let content = text.size().x + key_width;
            let left =
                if self.is_wide && key.is_none() { rect.center().x - content / 2.0 } else { rect.left() + padding.x };
            ui.painter().galley(egui::pos2(left, rect.center().y - text.size().y / 2.0), text, ink);
            if let Some(key) = key {
                let at = egui::pos2(rect.right() - padding.x - key.size().x, rect.center().y - key.size().y / 2.0);
                let frame = egui::Rect::from_min_size(at, key.size()).expand2(Vec2::new(4.0, 1.0));
                let line = Stroke::new(1.0, ink.gamma_multiply(0.5));
                ui.painter().rect_stroke(frame, egui::CornerRadius::same(3), line, StrokeKind::Inside);
                ui.painter().galley(at, key, ink);
            }
        }
        response
    }
}
