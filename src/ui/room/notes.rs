//! The trainer's notes, at the size the trainer likes.

use egui::RichText;
use egui::Ui;

use crate::i18n::messages::console;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::command::UiCommand;
use crate::ui::room::view::View;
use crate::ui::settings::Settings;
use crate::ui::theme::regular;
use crate::ui::widgets::Button;
use crate::ui::widgets::caption;
use crate::ui::widgets::subheading;

/// The size while the trainer has chosen none, in points.
const USUAL: u8 = 18;
/// The smallest and the largest size, in points.
const RANGE: std::ops::RangeInclusive<u8> = 12..=40;

/// The size that the settings ask for.
pub(crate) fn points(settings: &Settings) -> u8 {
    match settings.notes_points {
        0 => USUAL,
        points => points.clamp(*RANGE.start(), *RANGE.end()),
    }
}

/// Asks for notes larger or smaller by `by` points; the settings keep it.
pub(crate) fn resize(cx: &Cx<'_>, by: i8, out: &mut Actions) {
    let wanted = points(cx.settings).saturating_add_signed(by).clamp(*RANGE.start(), *RANGE.end());
    if wanted != points(cx.settings) {
        out.push(Action::Settings(Settings { notes_points: wanted, ..cx.settings.clone() }));
    }
}

/// Draws the notes of the step the room is on.
pub(crate) fn show(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
    let theme = cx.theme;
    ui.horizontal(|ui| {
        subheading(ui, theme, &view.say(console::notes()));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            for (command, message, by) in [
                (UiCommand::NotesLarger, console::notes_larger(), 2),
                (UiCommand::NotesSmaller, console::notes_smaller(), -2),
            ] {
                let sign = if by > 0 { "A+" } else { "A\u{2212}" };
                let button = Button::quiet(theme, sign).key(command.key(view.lang));
                if ui.add(button).accessible_name(view.say(message)).clicked() {
                    resize(cx, by, out);
                }
            }
        });
    });
    let Some(step) = view.step() else { return };
    let notes = view.fill(&step.notes);
    let points = f32::from(points(cx.settings));
    egui::ScrollArea::vertical().id_salt(("notes", step.id.as_str())).auto_shrink(false).show(ui, |ui| {
        if notes.trim().is_empty() {
            caption(ui, theme, &view.say(console::notes_none()));
        }
        ui.spacing_mut().item_spacing.y = points * 0.7;
        for paragraph in notes.split("\n\n").map(str::trim).filter(|paragraph| !paragraph.is_empty()) {
            ui.label(RichText::new(paragraph).font(regular(points)).color(theme.ink).line_height(Some(points * 1.4)));
        }
    });
}
