//! Fields with their label above and their error below.

use egui::Color32;
use egui::Response;
use egui::RichText;
use egui::Stroke;
use egui::TextEdit;
use egui::Ui;

use crate::ui::theme::Theme;
use crate::ui::theme::bold;
use crate::ui::theme::regular;
use crate::ui::theme::size;

/// A text field.
#[must_use = "show it with show"]
pub struct Field<'a> {
    theme: &'a Theme,
    label: &'a str,
    hint: Option<&'a str>,
    help: Option<&'a str>,
    error: Option<&'a str>,
    width: Option<f32>,
    rows: usize,
    limit: Option<usize>,
    is_password: bool,
    is_large: bool,
    id: Option<egui::Id>,
}

impl<'a> Field<'a> {
    /// A field called `label`.
    pub fn new(theme: &'a Theme, label: &'a str) -> Self {
        Self {
            theme,
            label,
            hint: None,
            help: None,
            error: None,
            width: None,
            rows: 1,
            limit: None,
            is_password: false,
            is_large: false,
            id: None,
        }
    }

    /// An example, shown while the field is empty.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = Some(hint);
        self
    }

    /// A sentence below the label.
    pub fn help(mut self, help: &'a str) -> Self {
        self.help = Some(help);
        self
    }

    /// What is wrong with the field and how to mend it.
    pub fn error(mut self, error: Option<&'a str>) -> Self {
        self.error = error;
        self
    }

    /// Width in points; all there is when not given.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Several rows; Enter begins a new line.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    /// The most characters that may be typed.
    pub fn limit(mut self, limit: usize) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Hides what is typed.
    pub fn password(mut self) -> Self {
        self.is_password = true;
        self
    }

    /// Larger text, for screens that are handed over.
    pub fn large(mut self) -> Self {
        self.is_large = true;
        self
    }

    /// A fixed identity, so that the keyboard can be sent here with `memory.request_focus`.
    pub fn id(mut self, id: egui::Id) -> Self {
        self.id = Some(id);
        self
    }

    /// Draws the field and edits `value`.
    pub fn show(self, ui: &mut Ui, value: &mut String) -> Response {
        let theme = self.theme;
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
            let width = self.width.unwrap_or_else(|| ui.available_width()).min(ui.available_width());
            ui.set_max_width(width);
            let label = ui.label(RichText::new(self.label).font(bold(size::BODY)).color(theme.ink));
            if let Some(help) = self.help {
                super::caption(ui, theme, help);
            }
            let points = if self.is_large { size::SUBHEADING } else { size::BODY };
            let mut edit = if self.rows > 1 {
                TextEdit::multiline(value).desired_rows(self.rows)
            } else {
                TextEdit::singleline(value)
            };
            edit = edit
                .font(regular(points))
                .text_color(theme.ink)
                .password(self.is_password)
                .desired_width(width)
                .min_size(egui::vec2(0.0, size::CONTROL))
                .align(if self.rows > 1 { egui::Align2::LEFT_TOP } else { egui::Align2::LEFT_CENTER })
                .margin(egui::Margin::symmetric(12, 8));
            if let Some(hint) = self.hint {
                edit = edit.hint_text(RichText::new(hint).color(theme.ink_soft));
            }
            if let Some(limit) = self.limit {
                edit = edit.char_limit(limit);
            }
            if let Some(id) = self.id {
                edit = edit.id(id);
            }
            if self.error.is_some() {
                let line = Stroke::new(2.0, theme.bad);
                ui.visuals_mut().widgets.inactive.bg_stroke = line;
                ui.visuals_mut().widgets.hovered.bg_stroke = line;
            }
            let response = ui.add(edit).labelled_by(label.id);
            if let Some(error) = self.error {
                error_line(ui, theme, error);
            }
            response
        })
        .inner
    }
}

/// A line that says what is wrong, with its mark.
pub fn error_line(ui: &mut Ui, theme: &Theme, text: &str) -> Response {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = theme.grid / 2.0;
        super::mark(ui, theme, super::Tone::Bad);
        // A long reason goes on in the next line rather than past the edge.
        ui.vertical(|ui| ui.label(RichText::new(text).font(regular(size::SMALL)).color(theme.bad))).inner
    })
    .inner
}

/// A check box with its words.
pub fn check(ui: &mut Ui, theme: &Theme, value: &mut bool, text: &str) -> Response {
    ui.scope(|ui| {
        // The fills of the theme's widgets are those of scroll bars; a box is as light as its button would be.
        let widgets = &mut ui.visuals_mut().widgets;
        for widget in [&mut widgets.inactive, &mut widgets.hovered, &mut widgets.active] {
            widget.bg_fill = widget.weak_bg_fill;
        }
        // Egui sizes the box's row by the interaction height; the ring shows where the keyboard is.
        let response = ui.checkbox(value, RichText::new(text).font(regular(size::BODY)).color(theme.ink));
        focus_ring(ui, theme, &response);
        response
    })
    .inner
}

/// The ring around what has the keyboard, for widgets that are egui's own.
pub fn focus_ring(ui: &Ui, theme: &Theme, response: &Response) {
    if response.has_focus() {
        ui.painter().rect(
            response.rect.expand(3.0),
            theme.corner(),
            Color32::TRANSPARENT,
            theme.focus_stroke(),
            egui::StrokeKind::Outside,
        );
    }
}
