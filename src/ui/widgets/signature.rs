//! The signature pad: mouse, pen or finger.

use egui::Pos2;
use egui::Rect;
use egui::Response;
use egui::Sense;
use egui::Shape;
use egui::Stroke;
use egui::StrokeKind;
use egui::Ui;
use egui::Vec2;

use crate::i18n::Lang;
use crate::i18n::messages::common;
use crate::session::Signature;
use crate::ui::theme::Theme;
use crate::ui::widgets::Button;

/// Width of the pad in the units of a [`Signature`]; the same on every screen.
pub const PAD_WIDTH: u16 = 1200;
/// Height of the pad in the units of a [`Signature`].
pub const PAD_HEIGHT: u16 = 400;
/// The most points a signature gets; the pad says so then.
const MOST_POINTS: usize = 4000;
/// Points nearer to each other than this, in pad units, are one.
const LEAST_STEP: u16 = 3;

/// What is drawn on a pad so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignaturePad {
    strokes: Vec<Vec<[u16; 2]>>,
    is_drawing: bool,
}

impl SignaturePad {
    /// Whether nothing has been drawn.
    pub fn is_empty(&self) -> bool {
        self.strokes.is_empty()
    }

    /// Takes everything away.
    pub fn clear(&mut self) {
        self.strokes.clear();
        self.is_drawing = false;
    }

    /// Takes the last stroke away.
    pub fn undo(&mut self) {
        self.strokes.pop();
        self.is_drawing = false;
    }

    /// Whether no more ink is taken.
    pub fn is_full(&self) -> bool {
        self.strokes.iter().map(Vec::len).sum::<usize>() >= MOST_POINTS
    }

    /// The signature, unless the pad is empty.
    pub fn signature(&self) -> Option<Signature> {
        (!self.is_empty()).then(|| Signature { width: PAD_WIDTH, height: PAD_HEIGHT, strokes: self.strokes.clone() })
    }

    /// Puts the pen down at a place of the pad, or moves it there.
    pub fn pen(&mut self, at: [u16; 2]) {
        if self.is_full() {
            return;
        }
        if !self.is_drawing {
            self.is_drawing = true;
            self.strokes.push(vec![at]);
        } else if let Some(stroke) = self.strokes.last_mut()
            && stroke.last().is_none_or(|last| last[0].abs_diff(at[0]).max(last[1].abs_diff(at[1])) >= LEAST_STEP)
        {
            stroke.push(at);
        }
    }

    /// Lifts the pen.
    pub fn lift(&mut self) {
        self.is_drawing = false;
    }

    /// Draws the pad, at most `width` points wide, with its label above and undo and clear below.
    pub fn show(&mut self, ui: &mut Ui, theme: &Theme, lang: Lang, label: &str, width: f32) -> Response {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
            super::strong(ui, theme, label);
            let width = width.min(ui.available_width());
            let wanted = Vec2::new(width, width * f32::from(PAD_HEIGHT) / f32::from(PAD_WIDTH));
            let (rect, response) = ui.allocate_exact_size(wanted, Sense::drag());
            let state = if self.is_empty() { common::signature_empty() } else { common::signature_drawn() };
            let name = format!("{label}: {}", state.text(lang));
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Canvas, ui.is_enabled(), &name));
            if response.is_pointer_button_down_on()
                && let Some(at) = response.interact_pointer_pos()
            {
                self.pen(to_pad(rect, at));
            } else {
                self.lift();
            }
            self.paint(ui, theme, rect);
            if self.is_empty() {
                let hint = common::signature_hint().text(lang);
                let galley = ui.painter().layout_no_wrap(
                    hint,
                    crate::ui::theme::regular(crate::ui::theme::size::BODY),
                    theme.ink_soft,
                );
                ui.painter().galley(rect.center() - galley.size() / 2.0, galley, theme.ink_soft);
            }
            ui.horizontal(|ui| {
                let has_ink = !self.is_empty();
                if ui.add_enabled(has_ink, Button::quiet(theme, common::signature_undo().text(lang))).clicked() {
                    self.undo();
                }
                if ui.add_enabled(has_ink, Button::quiet(theme, common::signature_clear().text(lang))).clicked() {
                    self.clear();
                }
            });
            if self.is_full() {
                super::marked(ui, theme, super::Tone::Caution, &common::signature_full().text(lang));
            }
            response
        })
        .inner
    }

    fn paint(&self, ui: &Ui, theme: &Theme, rect: Rect) {
        let line = Stroke::new(1.0, theme.outline_strong);
        ui.painter().rect(rect, theme.corner(), theme.surface, line, StrokeKind::Inside);
        let base = rect.top() + rect.height() * 0.76;
        let line = egui::Rangef::new(rect.left() + theme.grid * 2.0, rect.right() - theme.grid * 2.0);
        ui.painter().hline(line, base, Stroke::new(1.0, theme.outline));
        paint_strokes(ui.painter(), rect, &self.strokes, [PAD_WIDTH, PAD_HEIGHT], theme.ink);
    }
}

/// Paints a signature that was drawn before into `rect`, without distorting it.
pub fn paint_signature(painter: &egui::Painter, rect: Rect, signature: &Signature, ink: egui::Color32) {
    let aspect = f32::from(signature.width.max(1)) / f32::from(signature.height.max(1));
    let width = rect.width().min(rect.height() * aspect);
    let place = Rect::from_center_size(rect.center(), Vec2::new(width, width / aspect));
    paint_strokes(painter, place, &signature.strokes, [signature.width, signature.height], ink);
}

fn paint_strokes(painter: &egui::Painter, rect: Rect, strokes: &[Vec<[u16; 2]>], size: [u16; 2], ink: egui::Color32) {
    let scale = rect.size() / Vec2::new(f32::from(size[0].max(1)), f32::from(size[1].max(1)));
    let thickness = (rect.width() / 240.0).clamp(1.0, 4.0);
    for stroke in strokes {
        let points: Vec<Pos2> =
            stroke.iter().map(|point| rect.min + Vec2::new(f32::from(point[0]), f32::from(point[1])) * scale).collect();
        match points.as_slice() {
            [] => {}
            [dot] => {
                painter.circle_filled(*dot, thickness, ink);
            }
            _ => {
                painter.add(Shape::line(points, Stroke::new(thickness, ink)));
            }
        }
    }
}

/// A place on the screen in the pad's units, kept inside the pad.
fn to_pad(rect: Rect, at: Pos2) -> [u16; 2] {
    let share = (at - rect.min) / rect.size();
    let unit = |share: f32, length: u16| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the pad before")]
        let unit = (share.clamp(0.0, 1.0) * f32::from(length)).round() as u16;
        unit
    };
    [unit(share.x, PAD_WIDTH), unit(share.y, PAD_HEIGHT)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stroke_is_what_lies_between_pen_down_and_pen_up() {
        let mut pad = SignaturePad::default();
        assert_eq!(pad.signature(), None);
        pad.pen([10, 10]);
        pad.pen([11, 10]);
        pad.pen([40, 60]);
        pad.lift();
        pad.pen([100, 100]);
        assert_eq!(pad.signature().unwrap().strokes, vec![vec![[10, 10], [40, 60]], vec![[100, 100]]]);
        pad.undo();
        assert_eq!(pad.signature().unwrap().strokes.len(), 1);
        pad.clear();
        assert!(pad.is_empty());
    }

    #[test]
    fn a_pen_that_leaves_the_pad_stays_on_its_edge() {
        let rect = Rect::from_min_size(egui::pos2(10.0, 10.0), Vec2::new(300.0, 100.0));
        assert_eq!(to_pad(rect, egui::pos2(-5.0, 500.0)), [0, PAD_HEIGHT]);
        assert_eq!(to_pad(rect, rect.center()), [PAD_WIDTH / 2, PAD_HEIGHT / 2]);
    }

    #[test]
    fn a_signature_never_grows_without_end() {
        let mut pad = SignaturePad::default();
        for step in 0..20_000u16 {
            pad.pen([step.wrapping_mul(7) % PAD_WIDTH, step % PAD_HEIGHT]);
        }
        assert_eq!(pad.signature().unwrap().strokes[0].len(), MOST_POINTS);
    }
}
