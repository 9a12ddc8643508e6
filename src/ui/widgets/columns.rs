//! Two columns side by side.

use egui::Ui;

/// Two columns of equal width, each with its text set as everywhere else.
pub fn two_columns(ui: &mut Ui, contents: impl FnOnce(&mut Ui, &mut Ui)) {
    ui.columns(2, |columns| {
        let [left, right] = columns else { return };
        let plain = egui::Layout::top_down(egui::Align::Min);
        let mut left = left.new_child(egui::UiBuilder::new().layout(plain));
        let mut inner = right.new_child(egui::UiBuilder::new().layout(plain));
        contents(&mut left, &mut inner);
        right.expand_to_include_rect(left.min_rect().union(inner.min_rect()).intersect(right.max_rect()));
    });
}
