//! Statistics that help: how much is known, what is forgotten again and again, and how that has gone.

use std::sync::Arc;

use egui::Ui;

use crate::i18n::messages::refresh as say;
use crate::study::refresh::Forgotten;
use crate::study::refresh::asked as asked_by;
use crate::ui::Cx;
use crate::ui::refresh::Ask;
use crate::ui::refresh::chart;
use crate::ui::refresh::model::Current;
use crate::ui::refresh::page_head;
use crate::ui::refresh::percent;
use crate::ui::refresh::question::title;
use crate::ui::widgets;
use crate::ui::widgets::Column;
use crate::ui::widgets::Tone;

/// Most questions that are listed.
const MOST: usize = 8;

/// Draws the page.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, current: &Arc<Current>, asked: &mut Vec<Ask>) {
    let (theme, lang) = (cx.theme, cx.lang);
    let statistics = &current.statistics;
    page_head(ui, cx, current, &say::statistics_title().text(lang), asked);
    if statistics.retention.known.is_empty() {
        widgets::body(ui, theme, &say::statistics_empty().text(lang));
        return;
    }
    widgets::section(ui, theme, &say::over_time().text(lang), |ui| {
        let known = statistics.retention.known.last().map_or(0, |(_, share)| percent(*share));
        widgets::body(ui, theme, &say::over_time_text(known, statistics.right, statistics.answers).text(lang));
        chart::show(ui, cx, &statistics.retention);
    });
    forgotten_ui(ui, cx, current);
    themes_ui(ui, cx, current);
}

fn forgotten_ui(ui: &mut Ui, cx: &Cx<'_>, current: &Current) {
    let (theme, lang) = (cx.theme, cx.lang);
    let statistics = &current.statistics;
    widgets::section(ui, theme, &say::forgotten_title().text(lang), |ui| {
        ui.spacing_mut().item_spacing.y = theme.grid;
        if statistics.forgotten.is_empty() {
            widgets::marked(ui, theme, Tone::Good, &say::forgotten_nothing().text(lang));
            return;
        }
        if statistics.sure_but_wrong > 0 {
            widgets::marked(ui, theme, Tone::Caution, &say::sure_but_wrong(statistics.sure_but_wrong).text(lang));
        }
        for forgotten in statistics.forgotten.iter().take(MOST) {
            let Forgotten { digest, answers, wrong, .. } = forgotten;
            let Some(of) = asked_by(&current.kept.pack, digest) else { continue };
            ui.separator();
            widgets::strong(ui, theme, &title(current, of.question));
            let theme_title = current.fill(&of.theme.title);
            widgets::soft(ui, theme, &say::forgotten_line(*wrong, *answers, theme_title).text(lang));
        }
    });
}

fn themes_ui(ui: &mut Ui, cx: &Cx<'_>, current: &Current) {
    let (theme, lang) = (cx.theme, cx.lang);
    let themes = &current.statistics.themes;
    widgets::section(ui, theme, &say::by_theme().text(lang), |ui| {
        let columns = [
            Column::text(say::column_theme().text(lang), 5.0),
            Column::number(say::column_questions().text(lang), 1.6),
            Column::number(say::column_right().text(lang), 2.0),
            Column::number(say::column_known().text(lang), 2.0),
        ];
        widgets::table(ui, theme, "refresh-themes", &columns, themes.len(), None, |ui, row, column| {
            let Some(of) = themes.get(row) else { return };
            let text = match column {
                0 => current.kept.pack.theme(&of.theme).map(|theme| current.fill(&theme.title)).unwrap_or_default(),
                1 => of.cards.to_string(),
                2 if of.answers == 0 => "–".to_owned(),
                2 => say::right_of(of.right, of.answers).text(lang),
                _ => of.known.map_or_else(|| "–".to_owned(), |share| say::percent(percent(share)).text(lang)),
            };
            widgets::body(ui, theme, &text);
        });
    });
}
