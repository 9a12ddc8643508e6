//! Small pieces that several parts of the room share.

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

/// A row of a list that can be chosen: a name, a line below it, and how it stands in a word.
pub(crate) struct Row<'a> {
    /// The first line.
    pub name: &'a str,
    /// The second line; empty for none.
    pub detail: &'a str,
    /// How it stands.
    pub state: Option<(Tone, &'a str)>,
    /// Whether it is chosen.
    pub is_selected: bool,
}

impl Row<'_> {
    /// Draws the row as wide as there is room; told to screen readers with all its words.
    pub(crate) fn show(&self, ui: &mut Ui, theme: &Theme) -> Response {
        let width = ui.available_width();
        let padding = Vec2::new(theme.grid * 1.5, theme.grid * 0.75);
        let word = self.state.map(|(tone, word)| {
            let ink = tone.colour(theme);
            (ui.painter().layout_no_wrap(word.to_owned(), bold(size::SMALL), ink), ink, tone)
        });
        let word_width = word.as_ref().map_or(0.0, |(word, ..)| word.size().x + 22.0 + theme.grid);
        let room = (width - padding.x * 2.0 - word_width).max(60.0);
        let name = ui.painter().layout(self.name.to_owned(), bold(size::BODY), theme.ink, room);
        let detail = (!self.detail.is_empty())
            .then(|| ui.painter().layout(self.detail.to_owned(), regular(size::SMALL), theme.ink_soft, room));
        let height = name.size().y + detail.as_ref().map_or(0.0, |detail| detail.size().y) + padding.y * 2.0;
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height.max(size::CONTROL)), Sense::click());
        response.widget_info(|| {
            let words = [self.name, self.detail, self.state.map_or("", |(_, word)| word)];
            let label = words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ");
            WidgetInfo::selected(Role::Button, ui.is_enabled(), self.is_selected, label)
        });
        if ui.is_rect_visible(rect) {
            let fill = match (self.is_selected, response.hovered()) {
                (true, _) => theme.accent_soft,
                (false, true) => theme.sunken,
                (false, false) => theme.surface,
            };
            let line = if self.is_selected { Stroke::new(2.0, theme.accent) } else { Stroke::NONE };
            ui.painter().rect(rect, theme.corner(), fill, line, StrokeKind::Inside);
            if response.has_focus() {
                ui.painter().rect_stroke(rect, theme.corner(), theme.focus_stroke(), StrokeKind::Inside);
            }
            let below = name.size().y;
            let lines = below + detail.as_ref().map_or(0.0, |detail| detail.size().y);
            let at = rect.min + Vec2::new(padding.x, (rect.height() - lines) / 2.0);
            ui.painter().galley(at, name, theme.ink);
            if let Some(detail) = detail {
                ui.painter().galley(at + Vec2::new(0.0, below), detail, theme.ink_soft);
            }
            if let Some((word, ink, tone)) = word {
                let at = egui::pos2(rect.right() - padding.x - word.size().x, rect.top() + padding.y);
                let mark = egui::Rect::from_min_size(at - Vec2::new(20.0, -1.0), Vec2::splat(16.0));
                ui.painter().extend(crate::ui::widgets::mark_shapes(mark, tone, ink, theme.surface));
                ui.painter().galley(at, word, ink);
            }
        }
        response
    }
}

/// Remembers at which version of the session something was asked, so that its dialog may close once
/// the session has moved on, and stays with what was typed when the session refused.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked(Option<u64>);

impl Asked {
    /// Asked while the session stood at `version`.
    pub(crate) fn at(version: u64) -> Self {
        Self(Some(version))
    }

    /// Whether the session has moved on since.
    pub(crate) fn is_done(self, version: u64) -> bool {
        self.0.is_some_and(|asked| version > asked)
    }
}

/// Whether Enter was pressed in a field that has just lost the keyboard by it.
pub(crate) fn entered(response: &Response) -> bool {
    response.lost_focus() && response.ctx.input(|input| input.key_pressed(egui::Key::Enter))
}

/// Moves `selected` among `count` rows with the arrow keys; returns whether it moved.
pub(crate) fn move_with_arrows(ui: &Ui, selected: &mut usize, count: usize) -> bool {
    use egui::Key;
    use egui::Modifiers;
    let before = *selected;
    ui.input_mut(|input| {
        *selected += input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown);
        *selected = selected.saturating_sub(input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp));
    });
    *selected = (*selected).min(count.saturating_sub(1));
    *selected != before
}
