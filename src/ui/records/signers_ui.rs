//! Whose signatures count here: accepting and revoking, by name and fingerprint.

use egui::Ui;

use crate::i18n::date_and_time;
use crate::i18n::local;
use crate::i18n::messages::archive as say;
use crate::i18n::messages::common;
use crate::i18n::messages::desk;
use crate::records::Acceptance;
use crate::records::Signer;
use crate::register::trust::Fingerprint;
use crate::ui::Cx;
use crate::ui::identity::fingerprint;
use crate::ui::prepare::time_zone;
use crate::ui::records::change::Change;
use crate::ui::records::signer_ui::SignerPage;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;

/// The question that is asked before a signer is accepted or revoked.
#[derive(Debug)]
pub(super) struct Deciding {
    signer: Signer,
    is_accepting: bool,
    has_compared: bool,
    reason: String,
}

/// What was asked for.
pub(super) enum Asked {
    /// The question whether to accept or revoke somebody.
    Decide(Deciding),
    /// What rests on somebody.
    Open(SignerPage),
}

/// Draws the list; returns what was asked for.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, signers: &[Signer]) -> Option<Asked> {
    let (theme, lang) = (cx.theme, cx.lang);
    widgets::soft(ui, theme, &say::signers_text().text(lang));
    if signers.is_empty() {
        widgets::card(ui, theme, |ui| widgets::body(ui, theme, &say::signers_none().text(lang)));
    }
    let mut asked = None;
    for signer in signers {
        ui.push_id(&signer.fingerprint.0, |ui| {
            if signer.acceptance == Acceptance::Undecided {
                widgets::toned(ui, theme, Tone::Caution, |ui| signer_ui(ui, cx, signer, &mut asked));
            } else {
                widgets::card(ui, theme, |ui| signer_ui(ui, cx, signer, &mut asked));
            }
        });
    }
    asked
}

fn signer_ui(ui: &mut Ui, cx: &Cx<'_>, signer: &Signer, asked: &mut Option<Asked>) {
    let (theme, lang) = (cx.theme, cx.lang);
    ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
    widgets::subheading(ui, theme, &whole_name(signer));
    stands_ui(ui, cx, signer);
    widgets::body(ui, theme, &say::signer_rests(signer.registers, signer.people).text(lang));
    if signer.has_accepted_namesake {
        widgets::marked(ui, theme, Tone::Bad, &say::signer_namesake().text(lang));
    }
    widgets::caption(ui, theme, &desk::fingerprint_label().text(lang));
    let groups = egui::RichText::new(signer.fingerprint.in_groups()).monospace().color(theme.ink_soft);
    ui.add(egui::Label::new(groups).selectable(true).wrap());
    ui.add_space(theme.grid / 2.0);
    ui.horizontal_wrapped(|ui| {
        if let Some(deciding) = decide_button(ui, cx, signer) {
            *asked = Some(Asked::Decide(deciding));
        }
        let text = say::rests_open().text(lang);
        let rests = ui.add(Button::quiet(theme, text.as_str()));
        ui.ctx().accesskit_node_builder(rests.id, |node| node.set_label(format!("{text}: {}", signer.name)));
        if rests.clicked() {
            *asked = Some(Asked::Open(SignerPage::new(signer.name.clone(), signer.fingerprint.clone())));
        }
    });
}

/// Whether a signer counts here, since when, and who said so.
pub(super) fn stands_ui(ui: &mut Ui, cx: &Cx<'_>, signer: &Signer) {
    let lang = cx.lang;
    let zone = time_zone();
    let moment = |at| date_and_time(lang, &local(at, &zone));
    let (tone, stands) = match &signer.acceptance {
        Acceptance::Undecided => (Tone::Caution, say::signer_undecided()),
        Acceptance::Accepted { at, by } => (Tone::Good, say::signer_accepted(moment(*at), by.as_str())),
        Acceptance::Revoked { at, by, reason } => {
            (Tone::Bad, say::signer_revoked(moment(*at), by.as_str(), reason.as_str()))
        }
    };
    widgets::marked(ui, cx.theme, tone, &stands.text(lang));
}

/// The button by which a signer is accepted or revoked; the question that follows, once it was pressed.
pub(super) fn decide_button(ui: &mut Ui, cx: &Cx<'_>, signer: &Signer) -> Option<Deciding> {
    let (theme, lang) = (cx.theme, cx.lang);
    let is_accepting = !matches!(signer.acceptance, Acceptance::Accepted { .. });
    let button = if is_accepting {
        Button::plain(theme, say::accept_signer(signer.name.as_str()).text(lang))
    } else {
        Button::quiet(theme, say::revoke_signer(signer.name.as_str()).text(lang)).flush()
    };
    let (signer, reason) = (signer.clone(), String::new());
    ui.add(button).clicked().then_some(Deciding { signer, is_accepting, has_compared: false, reason })
}

/// A signer's name, with whom they sign for.
pub(super) fn whole_name(signer: &Signer) -> String {
    if signer.organisation.is_empty() {
        signer.name.clone()
    } else {
        format!("{}, {}", signer.name, signer.organisation)
    }
}

/// How the question ended.
#[derive(Debug)]
pub(super) enum Decided {
    /// Nothing is to be done.
    Nothing,
    /// This is.
    Change(Change),
}

/// Draws the question; returns how it ended, once it has.
pub(super) fn dialog(ui: &Ui, cx: &Cx<'_>, deciding: &mut Deciding, who: &mut String) -> Option<Decided> {
    if deciding.is_accepting { accept_dialog(ui, cx, deciding, who) } else { revoke_dialog(ui, cx, deciding, who) }
}

fn accept_dialog(ui: &Ui, cx: &Cx<'_>, deciding: &mut Deciding, who: &mut String) -> Option<Decided> {
    let (theme, lang) = (cx.theme, cx.lang);
    let Deciding { signer, has_compared, .. } = deciding;
    let title = say::accept_title().text(lang);
    let response = widgets::dialog(ui.ctx(), theme, "records-accept", &title, 640.0, |ui| {
        ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
        widgets::body(ui, theme, &say::accept_explained(whole_name(signer)).text(lang));
        fingerprint(ui, cx, &desk::fingerprint_label(), &signer.fingerprint.in_groups());
        if signer.has_accepted_namesake {
            widgets::marked(ui, theme, Tone::Bad, &say::signer_namesake().text(lang));
        }
        widgets::body(ui, theme, &say::accept_what_follows(signer.registers, signer.people).text(lang));
        widgets::check(ui, theme, has_compared, &say::accept_compared().text(lang));
        Field::new(theme, &say::who().text(lang)).width(420.0).limit(80).show(ui, who);
        ui.horizontal(|ui| {
            let may = *has_compared && !who.trim().is_empty();
            if ui.add_enabled(may, Button::primary(theme, say::accept().text(lang))).clicked() {
                let fingerprint: Fingerprint = signer.fingerprint.clone();
                return Some(Decided::Change(Change::Accept { fingerprint }));
            }
            ui.add(Button::plain(theme, common::cancel().text(lang))).clicked().then_some(Decided::Nothing)
        })
        .inner
    });
    response.inner.or_else(|| response.should_close.then_some(Decided::Nothing))
}

fn revoke_dialog(ui: &Ui, cx: &Cx<'_>, deciding: &mut Deciding, who: &mut String) -> Option<Decided> {
    let (theme, lang) = (cx.theme, cx.lang);
    let Deciding { signer, reason, .. } = deciding;
    let title = say::revoke_title().text(lang);
    let response = widgets::dialog(ui.ctx(), theme, "records-revoke", &title, 640.0, |ui| {
        ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
        widgets::strong(ui, theme, &whole_name(signer));
        widgets::toned(ui, theme, Tone::Bad, |ui| {
            let text = say::revoke_what_follows(signer.registers, signer.people);
            widgets::marked(ui, theme, Tone::Bad, &text.text(lang));
        });
        Field::new(theme, &say::revoke_reason().text(lang)).limit(200).show(ui, reason);
        Field::new(theme, &say::who().text(lang)).width(420.0).limit(80).show(ui, who);
        ui.horizontal(|ui| {
            let may = !reason.trim().is_empty() && !who.trim().is_empty();
            if ui.add_enabled(may, Button::danger(theme, say::revoke().text(lang))).clicked() {
                let fingerprint = signer.fingerprint.clone();
                return Some(Decided::Change(Change::Revoke { fingerprint, reason: reason.trim().to_owned() }));
            }
            ui.add(Button::plain(theme, common::cancel().text(lang))).clicked().then_some(Decided::Nothing)
        })
        .inner
    });
    response.inner.or_else(|| response.should_close.then_some(Decided::Nothing))
}
