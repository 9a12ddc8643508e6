//! How far the page is scrolled: what is opened begins at its top, and going back finds the place that was left.

use egui::Ui;
use egui::Vec2;
use egui::style::ScrollAnimation;

use crate::ui::records::tabs::Tab;

/// The places that were left, of the part and of what was opened over it.
#[derive(Debug, Default)]
pub(super) struct Places {
    tab: Option<Tab>,
    /// How far the page was scrolled where something was opened, in points.
    left: Vec<f32>,
    now: f32,
}

impl Places {
    /// Keeps the place where the page stands, and moves it when something else is shown: `depth` is how much is opened
    /// over the part, and `top` is where the page begins.
    pub(super) fn keep(&mut self, ui: &Ui, tab: Option<Tab>, depth: usize, top: f32) {
        let scrolled = ui.clip_rect().top() - top;
        let wanted = if tab != self.tab {
            self.left = vec![f32::MIN; depth];
            f32::MIN
        } else if depth > self.left.len() {
            self.left.resize(depth, self.now);
            f32::MIN
        } else if depth < self.left.len() {
            let wanted = self.left[depth];
            self.left.truncate(depth);
            wanted
        } else {
            self.now = scrolled;
            return;
        };
        (self.tab, self.now) = (tab, wanted);
        // The page itself goes no further up than to its top.
        let up = (scrolled - wanted).min(1.0e6);
        ui.scroll_with_delta_animation(Vec2::new(0.0, up), ScrollAnimation::none());
    }
}
