//! Trusting a signer, and the list of those who are trusted here.

use egui::Ui;

use crate::i18n::date_and_time;
use crate::i18n::local;
use crate::i18n::messages::common;
use crate::i18n::messages::desk as say;
use crate::register::trust::Fingerprint;
use crate::register::trust::TrustList;
use crate::register::verify::Trust;
use crate::register::verify::Verdict;
use crate::ui::Cx;
use crate::ui::prepare::time_zone;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;

/// A signer who is about to be trusted.
#[derive(Clone, Debug)]
pub(super) struct Accepting {
    pub(super) fingerprint: Fingerprint,
    /// The name to keep; what the certificate says until it is changed.
    pub(super) name: String,
    says: String,
    has_compared: bool,
}

impl Accepting {
    /// The signer of `verdict`, if their signature holds and they are not trusted yet.
    pub(super) fn offered(verdict: &Verdict) -> Option<Self> {
        let signer = verdict.signer.as_ref()?;
        if matches!(signer.trust, Trust::Trusted { .. }) {
            return None;
        }
        let says = if signer.organisation.is_empty() {
            signer.name.clone()
        } else {
            format!("{}, {}", signer.name, signer.organisation)
        };
        Some(Self { fingerprint: signer.fingerprint.clone(), name: signer.name.clone(), says, has_compared: false })
    }
}

/// Draws the question; returns whether to trust or to leave it, once that is decided.
pub(super) fn accept_ui(ui: &Ui, cx: &Cx<'_>, accepting: &mut Accepting) -> Option<bool> {
    let (theme, lang) = (cx.theme, cx.lang);
    let title = say::trust_title().text(lang);
    let response = widgets::dialog(ui.ctx(), theme, "trust", &title, 640.0, |ui| {
        ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
        widgets::body(ui, theme, &say::trust_explained(accepting.says.as_str()).text(lang));
        crate::ui::identity::fingerprint(ui, cx, &say::fingerprint_label(), &accepting.fingerprint.in_groups());
        Field::new(theme, &say::trust_name().text(lang)).show(ui, &mut accepting.name);
        widgets::check(ui, theme, &mut accepting.has_compared, &say::trust_compared().text(lang));
        ui.horizontal(|ui| {
            let can = accepting.has_compared && !accepting.name.trim().is_empty();
            if ui.add_enabled(can, Button::primary(theme, say::trust_yes().text(lang))).clicked() {
                return Some(true);
            }
            ui.add(Button::plain(theme, common::cancel().text(lang))).clicked().then_some(false)
        })
        .inner
    });
    response.inner.or_else(|| response.should_close.then_some(false))
}

/// Draws the list; returns whom to trust no longer.
pub(super) fn list_ui(ui: &mut Ui, cx: &Cx<'_>, trust: &TrustList) -> Option<Fingerprint> {
    if trust.signers.is_empty() {
        return None;
    }
    let (theme, lang) = (cx.theme, cx.lang);
    let mut forgotten = None;
    let zone = time_zone();
    widgets::section(ui, theme, &say::trusted_title(trust.signers.len()).text(lang), |ui| {
        for signer in &trust.signers {
            ui.push_id(&signer.fingerprint.0, |ui| {
                ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
                widgets::strong(ui, theme, &signer.name);
                let at = date_and_time(lang, &local(signer.accepted_at, &zone));
                widgets::soft(ui, theme, &say::trusted_since(at).text(lang));
                let text = egui::RichText::new(signer.fingerprint.in_groups()).monospace().color(theme.ink_soft);
                ui.add(egui::Label::new(text).wrap().selectable(true));
                let text = say::trust_no_longer(signer.name.as_str()).text(lang);
                if ui.add(Button::quiet(theme, text)).clicked() {
                    forgotten = Some(signer.fingerprint.clone());
                }
            });
        }
    });
    forgotten
}
