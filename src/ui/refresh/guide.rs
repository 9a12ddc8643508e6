//! The pocket guide on screen, and as a file to print.

use std::sync::Arc;

use egui::Ui;

use crate::i18n::messages::refresh as say;
use crate::ui::Cx;
use crate::ui::pick::PathPicker;
use crate::ui::pick::Picked;
use crate::ui::pick::Wanted;
use crate::ui::refresh::Ask;
use crate::ui::refresh::model::Current;
use crate::ui::refresh::model::Task;
use crate::ui::refresh::page_head;
use crate::ui::widgets;
use crate::ui::widgets::Button;

/// Draws the guide.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    current: &Arc<Current>,
    picker: &mut PathPicker,
    is_busy: bool,
    asked: &mut Vec<Ask>,
) {
    let (theme, lang) = (cx.theme, cx.lang);
    page_head(ui, cx, current, &say::guide_title().text(lang), asked);
    for section in &current.kept.pack.pocket_guide {
        widgets::section(ui, theme, &current.fill(&section.title), |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid;
            for line in &section.lines {
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = theme.grid;
                    widgets::body(ui, theme, "•");
                    ui.vertical(|ui| widgets::body(ui, theme, &current.fill(line)));
                });
            }
        });
    }
    contacts_ui(ui, cx, current);
    widgets::card(ui, theme, |ui| {
        ui.spacing_mut().item_spacing.y = theme.grid;
        let label = say::guide_file().text(lang);
        let picked = picker.show(ui, theme, lang, &label, &Wanted::Save("taskuohje.pdf".to_owned()), None);
        let save = Button::plain(theme, say::guide_save().text(lang));
        let is_asked = ui.add_enabled(!is_busy && picker.path().is_some(), save).clicked();
        let chosen = picked.and_then(|Picked(paths)| paths.into_iter().next());
        if let Some(to) = chosen.or(is_asked.then(|| picker.path()).flatten()) {
            asked.push(Ask::Task(Task::Guide(to)));
        }
    });
}

/// Whom to call, as the printed guide has it.
fn contacts_ui(ui: &mut Ui, cx: &Cx<'_>, current: &Current) {
    let (theme, lang) = (cx.theme, cx.lang);
    let contacts = &current.kept.profile.contacts;
    if contacts.is_empty() {
        return;
    }
    widgets::section(ui, theme, &say::guide_contacts().text(lang), |ui| {
        for contact in contacts {
            let ways: Vec<&str> =
                [&contact.phone, &contact.email, &contact.web].into_iter().flatten().map(|way| way.as_ref()).collect();
            widgets::body(ui, theme, &format!("{}: {}", current.fill(&contact.name), ways.join(" · ")));
        }
    });
}
