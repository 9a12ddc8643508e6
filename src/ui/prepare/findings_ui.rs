//! What the check found in a pack or profile: the mistake, its place with the source line, and the mend.

use egui::Ui;
use egui::text::LayoutJob;
use egui::text::TextFormat;

use crate::pack::Diagnostic;
use crate::pack::Report;
use crate::source::Place;
use crate::source::Severity;
use crate::ui::Cx;
use crate::ui::theme::regular;
use crate::ui::theme::size;
use crate::ui::widgets;
use crate::ui::widgets::Tone;

/// Draws every finding of `report`, scrolling when there are many.
pub(super) fn findings(ui: &mut Ui, cx: &Cx<'_>, report: &Report) {
    let (theme, lang) = (cx.theme, cx.lang);
    widgets::well(ui, theme, |ui| {
        let height = 360.0;
        egui::ScrollArea::vertical()
            .auto_shrink([false, true])
            .max_height(height)
            .min_scrolled_height(height)
            .id_salt("findings")
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
                for finding in &report.diagnostics {
                    one(ui, cx, finding);
                    ui.add_space(theme.grid);
                }
                if report.suppressed > 0 {
                    let more = crate::i18n::messages::check::suppressed(report.suppressed);
                    widgets::soft(ui, theme, &more.text(lang));
                }
            });
    });
}

fn one(ui: &mut Ui, cx: &Cx<'_>, finding: &Diagnostic) {
    let (theme, lang) = (cx.theme, cx.lang);
    let tone = match finding.severity {
        Severity::Error => Tone::Bad,
        Severity::Warning => Tone::Caution,
    };
    ui.horizontal_top(|ui| {
        widgets::mark(ui, theme, tone);
        ui.vertical(|ui| {
            widgets::strong(ui, theme, &finding.message.text(lang));
            match &finding.place {
                None => {
                    widgets::caption(ui, theme, &finding.file);
                }
                Some(place) => {
                    let at = format!("{}:{}:{}", finding.file, place.line, place.column);
                    widgets::caption(ui, theme, &at);
                    ui.add(egui::Label::new(source_line(cx, place, tone)).wrap().selectable(true));
                }
            }
            if let Some(hint) = &finding.hint {
                widgets::soft(ui, theme, &hint.text(lang));
            }
        });
    });
}

/// The source line with the part that is meant underlined in the tone's colour.
fn source_line(cx: &Cx<'_>, place: &Place, tone: Tone) -> LayoutJob {
    let theme = cx.theme;
    let plain = TextFormat::simple(regular(size::BODY), theme.ink_soft);
    let colour = tone.colour(theme);
    let meant =
        TextFormat { underline: egui::Stroke::new(2.0, colour), ..TextFormat::simple(regular(size::BODY), theme.ink) };
    let part = |from: usize, count: usize| place.source_line.chars().skip(from).take(count).collect::<String>();
    let mut job = LayoutJob::default();
    job.append(&part(0, place.caret.start), 0.0, plain.clone());
    job.append(&part(place.caret.start, place.caret.len()), 0.0, meant);
    job.append(&part(place.caret.end, usize::MAX), 0.0, plain);
    job
}
