//! A large option to choose: badge, words, and a sign that it is chosen.

use egui::Key;
use egui::Modifiers;
use egui::Pos2;
use egui::Response;
use egui::Role;
use egui::Sense;
use egui::Shape;
use egui::Stroke;
use egui::StrokeKind;
use egui::Ui;
use egui::Vec2;
use egui::WidgetInfo;

use crate::i18n::Message;
use crate::i18n::messages::study;
use crate::pack::Question;
use crate::pack::QuestionBody;
use crate::ui::room::view::Picking;
use crate::ui::room::view::picking;
use crate::ui::theme::Theme;
use crate::ui::theme::bold;
use crate::ui::theme::regular;
use crate::ui::theme::size;
use crate::ui::widgets::option_letter;
use crate::ui::widgets::paint_option_badge;

/// Whether an option is chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Picked {
    /// It is not.
    No,
    /// It is.
    Yes,
    /// It has this place in an order, from 1.
    Place(usize),
}

/// Draws an option as wide as there is room.
pub(crate) fn option_button(ui: &mut Ui, theme: &Theme, index: usize, text: &str, picked: Picked) -> Response {
    option_button_at(ui, theme, index, text, picked, size::SUBHEADING)
}

/// As [`option_button`], with text of `points`.
pub(crate) fn option_button_at(
    ui: &mut Ui,
    theme: &Theme,
    index: usize,
    text: &str,
    picked: Picked,
    points: f32,
) -> Response {
    let width = ui.available_width();
    let side = 36.0;
    let gap = theme.grid * 1.5;
    let sign = 40.0;
    let room = (width - side - gap * 3.0 - sign).max(80.0);
    let galley = ui.painter().layout(text.to_owned(), regular(points), theme.ink, room);
    let height = (galley.size().y + theme.grid * 2.5).max(side + theme.grid * 2.0);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::click());
    let is_picked = picked != Picked::No;
    response.widget_info(|| {
        let place = if let Picked::Place(place) = picked { format!(" ({place}.)") } else { String::new() };
        let label = format!("{}: {text}{place}", option_letter(index));
        WidgetInfo::selected(Role::Button, ui.is_enabled(), is_picked, label)
    });
    if ui.is_rect_visible(rect) {
        let fill = match (is_picked, response.hovered()) {
            (true, _) => theme.accent_soft,
            (false, true) => theme.sunken,
            (false, false) => theme.surface,
        };
        let line = if is_picked { Stroke::new(3.0, theme.accent) } else { Stroke::new(1.0, theme.outline_strong) };
        ui.painter().rect(rect, theme.corner(), fill, line, StrokeKind::Inside);
        if response.has_focus() {
            ui.painter().rect_stroke(rect.expand(2.0), theme.corner(), theme.focus_stroke(), StrokeKind::Outside);
        }
        let badge =
            egui::Rect::from_min_size(egui::pos2(rect.left() + gap, rect.center().y - side / 2.0), Vec2::splat(side));
        paint_option_badge(ui.painter(), theme, badge, index);
        let at = egui::pos2(badge.right() + gap, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, theme.ink);
        let centre = egui::pos2(rect.right() - gap - sign / 2.0, rect.center().y);
        match picked {
            Picked::No => {}
            Picked::Yes => ui.painter().extend(chosen(theme, centre)),
            Picked::Place(place) => {
                let number = format!("{place}.");
                let number = ui.painter().layout_no_wrap(number, bold(size::HEADING), theme.accent);
                ui.painter().galley(centre - number.size() / 2.0, number, theme.accent);
            }
        }
    }
    response
}

/// The sign of what is chosen: a dot in a ring, which says nothing of right and wrong as a tick would.
fn chosen(theme: &Theme, centre: Pos2) -> [Shape; 2] {
    [
        Shape::circle_stroke(centre, 10.5, Stroke::new(2.5, theme.accent)),
        Shape::circle_filled(centre, 5.5, theme.accent),
    ]
}

/// How the question is answered, in words.
pub(crate) fn hint(question: &Question) -> Message {
    match (&question.body, picking(question)) {
        (QuestionBody::Statement { .. }, _) => study::hint_statement(),
        (_, Picking::One) => study::hint_one(),
        (_, Picking::Several) => study::hint_several(),
        (_, Picking::InOrder) => study::hint_order(),
    }
}

/// The option whose letter or number was pressed, among the first `options`.
pub(crate) fn option_pressed(ui: &Ui, options: usize) -> Option<usize> {
    const KEYS: [[Key; 2]; 6] = [
        [Key::A, Key::Num1],
        [Key::B, Key::Num2],
        [Key::C, Key::Num3],
        [Key::D, Key::Num4],
        [Key::E, Key::Num5],
        [Key::F, Key::Num6],
    ];
    ui.input_mut(|input| {
        let mut is_pressed = |keys: [Key; 2]| keys.into_iter().any(|key| input.consume_key(Modifiers::NONE, key));
        KEYS.into_iter().take(options).position(&mut is_pressed)
    })
}
