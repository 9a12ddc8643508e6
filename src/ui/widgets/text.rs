//! Headings and running text in the house's sizes.

use egui::Response;
use egui::RichText;
use egui::Ui;

use crate::ui::theme::Theme;
use crate::ui::theme::bold;
use crate::ui::theme::regular;
use crate::ui::theme::size;

/// The name of a screen.
pub fn title(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    heading_of(ui, theme, text, size::TITLE)
}

/// The heading of a part of the screen.
pub fn heading(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    heading_of(ui, theme, text, size::HEADING)
}

/// A heading inside a card.
pub fn subheading(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    heading_of(ui, theme, text, size::SUBHEADING)
}

fn heading_of(ui: &mut Ui, theme: &Theme, text: &str, points: f32) -> Response {
    let response = ui.label(RichText::new(text).font(bold(points)).color(theme.ink));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Heading);
        // A heading is named by its label; only plain text is read from its value.
        node.set_label(text.to_owned());
    });
    response
}

/// Running text.
pub fn body(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    ui.label(RichText::new(text).font(regular(size::BODY)).color(theme.ink))
}

/// Running text beside what stands before it in a line: what does not fit goes on below its own beginning.
pub fn body_beside(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    // Before the line breaks: a text wider than this would begin a line of its own.
    let room = ui.available_size_before_wrap().x.max(size::CONTROL);
    let galley = ui.painter().layout(text.to_owned(), regular(size::BODY), theme.ink, room);
    ui.add(egui::Label::new(galley))
}

/// Running text in the bold cut.
pub fn strong(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    ui.label(RichText::new(text).font(bold(size::BODY)).color(theme.ink))
}

/// Secondary text.
pub fn soft(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    ui.label(RichText::new(text).font(regular(size::BODY)).color(theme.ink_soft))
}

/// A hint or caption.
pub fn caption(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    ui.label(RichText::new(text).font(regular(size::SMALL)).color(theme.ink_soft))
}

/// A number that is read from afar.
pub fn display(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    ui.label(RichText::new(text).font(bold(size::DISPLAY)).color(theme.ink))
}
