//! The slide the room sees, and the one that comes next, scaled down.

use egui::Ui;
use egui::Vec2;

use crate::i18n::messages::console;
use crate::session::Place;
use crate::ui::Cx;
use crate::ui::projector::Projector;
use crate::ui::room::navigation::next;
use crate::ui::room::view::View;
use crate::ui::slide::Face;
use crate::ui::slide::feedback_face;
use crate::ui::slide::room_face;
use crate::ui::slide::sign_out_face;
use crate::ui::slide::step_face;
use crate::ui::slide::test_face;
use crate::ui::slide::wording;
use crate::ui::widgets::caption;

/// Draws both, side by side, in at most `height` points.
pub(crate) fn show(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, height: f32) {
    let gap = cx.theme.grid;
    let label = 24.0;
    let width = ui.available_width() - gap;
    // The current slide takes five parts of eight, as far as the height allows.
    let current = (width * 0.625).min((height - label) * 16.0 / 9.0);
    let coming = (width - current).min(current * 0.6);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        frame(ui, cx, view, Some(&view.state.place), current, &view.say(console::preview_now()));
        let coming_place = next(view.state);
        frame(ui, cx, view, coming_place.as_ref(), coming, &view.say(console::preview_next()));
    });
}

fn frame(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, place: Option<&Place>, width: f32, label: &str) {
    let theme = cx.theme;
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
        caption(ui, theme, label);
        let (rect, _) = ui.allocate_exact_size(Vec2::new(width, width * 9.0 / 16.0), egui::Sense::hover());
        let theme = Projector::theme(cx.settings.look, view.state.script.profile.accent);
        if let Some(place) = place {
            cx.slides.show(ui, rect, &theme, cx.images, &face(cx, view, place));
        }
        ui.painter().rect_stroke(rect, 0.0, cx.theme.line(), egui::StrokeKind::Outside);
    });
}

/// What the room sees at `place`: as it stands now where the room is, as it begins elsewhere.
fn face(cx: &Cx<'_>, view: View<'_>, place: &Place) -> Face {
    let state = view.state;
    let pack = &state.script.pack;
    let wording = wording(state);
    if *place == state.place {
        let joining = cx.phones.joining(&cx.settings.phones);
        return room_face(state, cx.projector.explained.as_ref(), joining.as_ref(), cx.projector.is_joining, view.now);
    }
    match place {
        Place::Step(id) => {
            pack.step(id).map_or_else(Face::default, |(theme, step)| step_face(state, theme, step, None, view.now))
        }
        Place::FinalTest => pack.final_test.map_or_else(Face::default, |test| test_face(wording, &test)),
        Place::Feedback => feedback_face(wording),
        Place::SignOut | Place::Lobby => sign_out_face(wording),
    }
}
