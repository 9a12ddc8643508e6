//! Rows that may be one person, side by side: merge them, or say that they are two.

use egui::Ui;

use crate::i18n::messages::phones as say;
use crate::session::Command;
use crate::session::Participant;
use crate::session::PossibleDouble;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::phones::Ask;
use crate::ui::phones::line;
use crate::ui::phones::line_words;
use crate::ui::room::view::View;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::widgets::body;
use crate::ui::widgets::caption;
use crate::ui::widgets::soft;
use crate::ui::widgets::strong;
use crate::ui::widgets::subheading;
use crate::ui::widgets::toned;
use crate::ui::widgets::two_columns;

/// Draws every pair.
pub fn doubles(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
    for double in cx.phones.doubles() {
        let of = |id| view.state.participants.get(&id);
        let (Some(first), Some(later)) = (of(double.first), of(double.later)) else { continue };
        pair(ui, cx, view, double, first, later, out);
        ui.add_space(cx.theme.grid);
    }
}

fn pair(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: View<'_>,
    double: PossibleDouble,
    first: &Participant,
    later: &Participant,
    out: &mut Actions,
) {
    let theme = cx.theme;
    toned(ui, theme, Tone::Caution, |ui| {
        subheading(ui, theme, &view.say(say::doubles_title()));
        two_columns(ui, |left, right| {
            row(left, cx, view, first);
            row(right, cx, view, later);
        });
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::plain(theme, view.say(say::doubles_merge()))).clicked() {
                // The reason stands in the register, in the language of the session.
                let reason = say::doubles_reason().text(view.room_lang());
                out.session(Command::Merge { from: double.later, into: double.first, reason });
            }
            if ui.add(Button::plain(theme, view.say(say::doubles_two()))).clicked() {
                out.push(Action::Phones(Ask::TwoPeople(double)));
            }
        });
        caption(ui, theme, &view.say(say::doubles_explained()));
    });
}

fn row(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, one: &Participant) {
    let theme = cx.theme;
    strong(ui, theme, &one.details.name);
    let details = [&one.details.company, &one.details.role].into_iter().chain(&one.details.identifier);
    let details: Vec<&str> = details.map(String::as_str).filter(|detail| !detail.is_empty()).collect();
    soft(ui, theme, &details.join(" · "));
    let arrived = one.stays.first().map(|stay| view.say(say::doubles_arrived(view.clock(stay.from))));
    let phone = cx.phones.status().map(|status| line_words(view, line(status, one)).1);
    let words: Vec<String> = arrived.into_iter().chain(phone).collect();
    body(ui, theme, &words.join(", "));
}
