//! What has been put right so far, as the register will tell it.

use egui::Ui;

use crate::i18n::messages::console;
use crate::session::Amendment;
use crate::session::Change;
use crate::session::Correction;
use crate::session::ParticipantId;
use crate::ui::Cx;
use crate::ui::room::view::View;
use crate::ui::widgets::body;
use crate::ui::widgets::caption;
use crate::ui::widgets::strong;

/// Draws every amendment, the newest first; nothing while there is none.
pub(crate) fn show(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>) {
    if view.state.amendments.is_empty() {
        return;
    }
    ui.add_space(cx.theme.grid);
    strong(ui, cx.theme, &view.say(console::amendments()));
    for amendment in view.state.amendments.iter().rev() {
        body(ui, cx.theme, &words(view, amendment));
        caption(ui, cx.theme, &format!("{} · {}", view.clock(amendment.at), amendment.reason));
    }
}

/// An amendment in a sentence.
fn words(view: View<'_>, amendment: &Amendment) -> String {
    let name_of =
        |id: ParticipantId| view.state.participants.get(&id).map(|one| one.details.name.clone()).unwrap_or_default();
    let name = name_of(amendment.participant);
    view.say(match &amendment.change {
        Change::Corrected { before, after } => match (before, after) {
            (Correction::Details(before), Correction::Details(after)) if before.name != after.name => {
                console::amended_name(before.name.as_str(), after.name.as_str())
            }
            (Correction::Arrival(before), Correction::Arrival(after)) => {
                console::amended_arrival(name, view.clock(*before), view.clock(*after))
            }
            (Correction::Departure(before), Correction::Departure(after)) => {
                console::amended_departure(name, view.clock(*before), view.clock(*after))
            }
            _ => console::amended_details(name),
        },
        Change::Removed => console::amended_removed(name),
        Change::Restored => console::amended_restored(name),
        Change::Merged { into } => console::amended_merged(name, name_of(*into)),
        Change::AttemptVoided { attempt } => console::amended_void(name, *attempt),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::ui::room::sample;

    #[test]
    fn an_amendment_tells_what_stood_before_and_what_stands_now() {
        let state = sample::state();
        let view = View { state: &state, now: sample::start(), lang: Lang::Fi };
        let at = |text: &str| Correction::Arrival(text.parse().unwrap());
        let amendment = Amendment {
            at: sample::start(),
            participant: ParticipantId(1),
            change: Change::Corrected { before: at("2026-11-23T07:30:00Z"), after: at("2026-11-23T07:10:00Z") },
            reason: "kello".to_owned(),
        };
        assert_eq!(words(view, &amendment), "Aino Aalto: saapui 9.10, ei 9.30");
    }
}
