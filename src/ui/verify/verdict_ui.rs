//! The four answers, each with its mark, and the verdict in one sentence above them.

use egui::Ui;

use crate::register::verify::Mark;
use crate::register::verify::Verdict;
use crate::ui::Cx;
use crate::ui::widgets;
use crate::ui::widgets::Tone;

/// Draws the verdict.
pub fn answers_ui(ui: &mut Ui, cx: &Cx<'_>, verdict: &Verdict) {
    let (theme, lang) = (cx.theme, cx.lang);
    let tone = tone_of(verdict.mark());
    widgets::toned(ui, theme, tone, |ui| {
        ui.horizontal_top(|ui| {
            widgets::mark(ui, theme, tone);
            widgets::strong(ui, theme, &verdict.summary().text(lang));
        });
    });
    for answer in verdict.answers(lang) {
        ui.horizontal_top(|ui| {
            widgets::mark(ui, theme, tone_of(answer.mark));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
                widgets::strong(ui, theme, &answer.question.text(lang));
                widgets::body(ui, theme, &answer.told.text(lang));
                for more in &answer.more {
                    let text = egui::RichText::new(more.text(lang)).color(theme.ink_soft);
                    ui.add(egui::Label::new(text).wrap().selectable(true));
                }
            });
        });
    }
}

fn tone_of(mark: Mark) -> Tone {
    match mark {
        Mark::Good => Tone::Good,
        Mark::Caution => Tone::Caution,
        Mark::Bad => Tone::Bad,
    }
}
