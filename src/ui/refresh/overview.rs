//! What is due today, how much is known, and the way to everything else.

use std::sync::Arc;

use egui::Ui;

use crate::i18n::messages::refresh as say;
use crate::study::refresh::Course;
use crate::ui::Cx;
use crate::ui::refresh::Ask;
use crate::ui::refresh::Page;
use crate::ui::refresh::day_words;
use crate::ui::refresh::minutes;
use crate::ui::refresh::model::Current;
use crate::ui::refresh::model::Task;
use crate::ui::refresh::percent;
use crate::ui::refresh::sitting::Sitting;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;

/// Draws the heading, today's card and what is known.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    courses: &[Course],
    current: &Arc<Current>,
    is_busy: bool,
    asked: &mut Vec<Ask>,
) {
    let (theme, lang) = (cx.theme, cx.lang);
    ui.vertical(|ui| {
        widgets::title(ui, theme, &say::title().text(lang));
        widgets::soft(ui, theme, &current.course.title);
    });
    if courses.len() > 1 {
        let mut chosen = courses.iter().position(|course| course.id == current.course.id).unwrap_or(0);
        let options: Vec<(usize, String)> =
            courses.iter().enumerate().map(|(index, course)| (index, course.title.clone())).collect();
        if widgets::choice(ui, theme, &say::course().text(lang), &mut chosen, &options) {
            asked.push(Ask::Course(chosen));
        }
    }
    today_ui(ui, cx, current, is_busy, asked);
    known_ui(ui, cx, current, asked);
}

fn today_ui(ui: &mut Ui, cx: &Cx<'_>, current: &Arc<Current>, is_busy: bool, asked: &mut Vec<Ask>) {
    let (theme, lang) = (cx.theme, cx.lang);
    let queue = &current.sitting.queue;
    let is_due = !queue.is_empty();
    widgets::toned(ui, theme, if is_due { Tone::Accent } else { Tone::Good }, |ui| {
        ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
        if is_due {
            let about = minutes(queue.len(), current.seconds);
            widgets::heading(ui, theme, &say::due_now(queue.len()).text(lang));
            widgets::body(ui, theme, &say::due_takes(about).text(lang));
            let words = if current.sitting.done > 0 { say::go_on() } else { say::begin() }.text(lang);
            if widgets::main_button(ui, !is_busy, Button::primary(theme, words).large()) {
                asked.push(Ask::Page(Page::Sitting(Box::new(Sitting::of_rhythm(current)))));
            }
            return;
        }
        let is_past = current.course.plan.target.is_some_and(|target| current.today > target.last_day());
        let heading = if is_past { say::target_reached() } else { say::done_for_now() };
        widgets::heading(ui, theme, &heading.text(lang));
        let text = match current.forecast.sittings.first() {
            Some(next) => {
                let about = minutes(next.questions, current.seconds);
                say::next_on(day_words(lang, next.on).text(lang), next.questions, about)
            }
            None if is_past => say::nothing_after_target(),
            None => say::nothing_ahead(),
        };
        widgets::body(ui, theme, &text.text(lang));
        if !current.extra.is_empty() {
            let words = say::more_now(current.extra.len()).text(lang);
            if ui.add_enabled(!is_busy, Button::plain(theme, words)).clicked() {
                asked.push(Ask::Page(Page::Sitting(Box::new(Sitting::beside_rhythm(current)))));
            }
        }
    });
}

fn known_ui(ui: &mut Ui, cx: &Cx<'_>, current: &Arc<Current>, asked: &mut Vec<Ask>) {
    let (theme, lang) = (cx.theme, cx.lang);
    widgets::card(ui, theme, |ui| {
        let known = current.cards.iter().filter(|card| card.known.is_some()).count();
        let share = current.statistics.retention.known.last().map(|(_, share)| *share);
        let text = match share {
            Some(share) => say::known_now(percent(share), known, current.cards.len()),
            None => say::known_nothing(current.cards.len()),
        };
        widgets::body(ui, theme, &text.text(lang));
        ui.add_space(theme.grid);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = theme.grid;
            if ui.add(Button::plain(theme, say::to_statistics().text(lang))).clicked() {
                asked.push(Ask::Page(Page::Statistics));
            }
            if ui.add(Button::plain(theme, say::to_guide().text(lang))).clicked() {
                asked.push(Ask::Page(Page::Guide));
            }
        });
    });
}

/// The end of refreshers, at the foot of the page.
pub(super) fn stop_ui(ui: &mut Ui, cx: &Cx<'_>, is_busy: bool, asked: &mut Vec<Ask>) {
    let (theme, lang) = (cx.theme, cx.lang);
    ui.horizontal_wrapped(|ui| {
        if ui.add_enabled(!is_busy, Button::quiet(theme, say::stop().text(lang))).clicked() {
            asked.push(Ask::Task(Task::Stop));
        }
        widgets::caption(ui, theme, &say::stop_hint().text(lang));
    });
}
