//! One signing key with what can be done with it.

use egui::Ui;

use crate::i18n::Message;
use crate::i18n::date;
use crate::i18n::local;
use crate::i18n::messages::desk as say;
use crate::register::identity::Card;
use crate::register::identity::Origin;
use crate::ui::Cx;
use crate::ui::identity::other::Form;
use crate::ui::prepare::time_zone;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;

/// Draws the key; returns the form that was asked for.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, card: &Card, is_busy: bool) -> Option<Form> {
    let (theme, lang) = (cx.theme, cx.lang);
    let mut asked = None;
    ui.push_id(&card.fingerprint.0, |ui| {
        widgets::card(ui, theme, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
            ui.horizontal_wrapped(|ui| {
                widgets::subheading(ui, theme, &card.name);
                if !card.organisation.is_empty() {
                    widgets::soft(ui, theme, &card.organisation);
                }
                let origin = match card.origin {
                    Origin::Own => say::key_own(),
                    Origin::Imported => say::key_from_file(),
                };
                widgets::badge(ui, theme, Tone::Neutral, &origin.text(lang));
                if card.not_after < cx.clock.now() {
                    widgets::badge(ui, theme, Tone::Bad, &say::key_expired().text(lang));
                }
            });
            let zone = time_zone();
            let day = |at| date(lang, &local(at, &zone));
            widgets::soft(ui, theme, &say::key_dates(day(card.added_at), day(card.not_after)).text(lang));
            fingerprint(ui, cx, &say::fingerprint_to_tell(), &card.fingerprint.in_groups());
            ui.horizontal_wrapped(|ui| {
                let buttons = [
                    (say::try_passphrase(), Form::unlock as fn(&Card) -> Form),
                    (say::change_passphrase(), Form::change),
                    (say::back_up_key(), Form::back_up),
                ];
                for (text, form) in buttons {
                    if ui.add_enabled(!is_busy, Button::plain(theme, text.text(lang))).clicked() {
                        asked = Some(form(card));
                    }
                }
                if ui.add_enabled(!is_busy, Button::danger(theme, say::remove_key().text(lang))).clicked() {
                    asked = Some(Form::remove(card));
                }
            });
        });
    });
    asked
}

/// A fingerprint in groups, for reading aloud and comparing, with a button that copies it.
pub(in crate::ui) fn fingerprint(ui: &mut Ui, cx: &Cx<'_>, label: &Message, groups: &str) {
    let (theme, lang) = (cx.theme, cx.lang);
    widgets::caption(ui, theme, &label.text(lang));
    let text = egui::RichText::new(groups).monospace().color(theme.ink);
    ui.add(egui::Label::new(text).selectable(true).wrap());
    if ui.add(Button::quiet(theme, say::copy_fingerprint().text(lang))).clicked() {
        ui.ctx().copy_text(groups.to_owned());
    }
}
