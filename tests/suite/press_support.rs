//! The pointer, in one frame.

use egui::Event;
use egui::Modifiers;
use egui::PointerButton;
use egui_kittest::Harness;

/// Presses and lets go where `rect` was drawn, in the next frame. Over several frames, what comes from another thread
/// meanwhile could move the widget away, as it seldom does under a hand and often on a busy machine.
pub(crate) fn press_at<S>(harness: &mut Harness<'_, S>, rect: egui::Rect) {
    let pos = rect.center();
    let button = |pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::default(),
    };
    harness.input_mut().events.extend([Event::PointerMoved(pos), button(true), button(false)]);
}
