//! The rhythm of the week, the target date and the calendar.

use std::sync::Arc;

use egui::Ui;
use jiff::civil::Date;
use jiff::civil::Weekday;

use crate::i18n::Lang;
use crate::i18n::messages::refresh as say;
use crate::study::refresh::CalendarWords;
use crate::study::refresh::Plan;
use crate::study::refresh::Target;
use crate::study::refresh::calendar;
use crate::ui::Cx;
use crate::ui::pick::PathPicker;
use crate::ui::pick::Picked;
use crate::ui::pick::Wanted;
use crate::ui::refresh::Ask;
use crate::ui::refresh::day_words;
use crate::ui::refresh::minutes;
use crate::ui::refresh::model::Current;
use crate::ui::refresh::model::Task;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;

/// Minutes a week that are offered.
const MINUTES: [u32; 5] = [5, 10, 15, 20, 30];

/// The days of the week with their keys in the wording.
const DAYS: [(Weekday, &str); 7] = [
    (Weekday::Monday, "mo"),
    (Weekday::Tuesday, "tu"),
    (Weekday::Wednesday, "we"),
    (Weekday::Thursday, "th"),
    (Weekday::Friday, "fr"),
    (Weekday::Saturday, "sa"),
    (Weekday::Sunday, "su"),
];

/// What is typed and not yet part of the plan.
#[derive(Debug, Default)]
pub(super) struct Draft {
    target: String,
    is_wrong: bool,
}

/// Draws the plan; what is changed is kept at once.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    current: &Arc<Current>,
    draft: &mut Draft,
    picker: &mut PathPicker,
    is_busy: bool,
    asked: &mut Vec<Ask>,
) {
    let (theme, lang) = (cx.theme, cx.lang);
    let plan = current.course.plan;
    let mut wanted = plan;
    widgets::section(ui, theme, &say::rhythm().text(lang), |ui| {
        ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
        let minutes_words = |minutes: u32| (minutes, say::minutes_a_week(minutes).text(lang));
        let options: Vec<(u32, String)> = MINUTES.into_iter().map(minutes_words).collect();
        widgets::choice(ui, theme, &say::minutes_label().text(lang), &mut wanted.minutes_per_week, &options);
        days_ui(ui, cx, &mut wanted);
        let about = minutes(current.limit, current.seconds);
        widgets::soft(ui, theme, &say::per_sitting(current.limit, about).text(lang));
        ui.separator();
        target_ui(ui, cx, current, draft, &mut wanted);
        ui.separator();
        calendar_ui(ui, cx, current, picker, is_busy, asked);
    });
    if wanted != plan && !is_busy {
        asked.push(Ask::Task(Task::Plan(wanted)));
    }
}

fn days_ui(ui: &mut Ui, cx: &Cx<'_>, wanted: &mut Plan) {
    let (theme, lang) = (cx.theme, cx.lang);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
        widgets::strong(ui, theme, &say::days_label().text(lang));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = theme.grid / 2.0;
            for (day, key) in DAYS {
                let button = Button::plain(theme, say::weekday_short(key).text(lang));
                let response = ui.add(button.selected(wanted.days.contains(day)));
                let name = say::weekday(key).text(lang);
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
                if response.clicked() {
                    wanted.days = wanted.days.toggled(day);
                }
            }
        });
    });
}

fn target_ui(ui: &mut Ui, cx: &Cx<'_>, current: &Current, draft: &mut Draft, wanted: &mut Plan) {
    let (theme, lang) = (cx.theme, cx.lang);
    if let Some(target) = current.course.plan.target {
        widgets::strong(ui, theme, &say::target_is(day_words(lang, target.on).text(lang)).text(lang));
        widgets::soft(ui, theme, &say::target_last(day_words(lang, target.last_day()).text(lang)).text(lang));
        if current.forecast.unseen > 0 {
            widgets::marked(ui, theme, Tone::Caution, &say::target_too_near(current.forecast.unseen).text(lang));
        }
        if ui.add(Button::plain(theme, say::target_remove().text(lang))).clicked() {
            wanted.target = None;
        }
        return;
    }
    ui.horizontal_top(|ui| {
        let wrong = say::target_wrong().text(lang);
        let label = say::target_label().text(lang);
        let help = say::target_help().text(lang);
        let hint = say::target_hint().text(lang);
        let field = Field::new(theme, &label).help(&help).hint(&hint).limit(32).width(560.0);
        let response = field.error(draft.is_wrong.then_some(wrong.as_str())).show(ui, &mut draft.target);
        if response.changed() {
            draft.is_wrong = false;
        }
        let is_confirmed = response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let is_set = ui
            .vertical(|ui| {
                // Level with the field, below its label and help.
                ui.add_space(theme.grid * 5.8);
                ui.add(Button::plain(theme, say::target_set().text(lang))).clicked()
            })
            .inner;
        if is_set || is_confirmed {
            let on = typed_date(&draft.target).filter(|on| *on > current.today);
            draft.is_wrong = on.is_none();
            wanted.target = on.map(|on| Target { on, set_on: current.today });
        }
    });
}

fn calendar_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    current: &Current,
    picker: &mut PathPicker,
    is_busy: bool,
    asked: &mut Vec<Ask>,
) {
    let (theme, lang) = (cx.theme, cx.lang);
    widgets::strong(ui, theme, &say::calendar_title().text(lang));
    widgets::soft(ui, theme, &say::calendar_text(current.forecast.sittings.len()).text(lang));
    let label = say::calendar_file().text(lang);
    let picked = picker.show(ui, theme, lang, &label, &Wanted::Save("kertaus.ics".to_owned()), None);
    let save = Button::plain(theme, say::calendar_save().text(lang));
    let is_asked = ui.add_enabled(!is_busy && picker.path().is_some(), save).clicked();
    let to = picked.and_then(|Picked(paths)| paths.into_iter().next()).or(is_asked.then(|| picker.path()).flatten());
    if let Some(to) = to {
        asked.push(Ask::Task(Task::Calendar(to, calendar_of(cx, current, lang))));
    }
}

fn calendar_of(cx: &Cx<'_>, current: &Current, lang: Lang) -> String {
    let title = current.course.title.as_str();
    let words = CalendarWords {
        sitting: &say::calendar_sitting(title).text(lang),
        task: &|questions| say::calendar_task(questions, minutes(questions, current.seconds)).text(lang),
        target: &say::calendar_target(title).text(lang),
    };
    calendar(&current.course, &current.forecast.sittings, cx.clock.now(), words)
}

/// A date as people type it: day, month and year with points, or year, month and day with hyphens.
fn typed_date(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Ok(date) = text.parse::<Date>() {
        return Some(date);
    }
    let parts: Vec<&str> = text.split(['.', '/', ' ']).filter(|part| !part.is_empty()).collect();
    let [day, month, year] = parts[..] else { return None };
    Date::new(year.parse().ok().filter(|year| *year > 1999)?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_understood_as_people_type_them() {
        let wanted = jiff::civil::date(2027, 3, 5);
        for text in ["5.3.2027", " 05.03.2027 ", "2027-03-05", "5/3/2027", "5. 3. 2027"] {
            assert_eq!(typed_date(text), Some(wanted), "{text}");
        }
        for text in ["", "5.3.", "5.3.27", "31.2.2027", "huomenna", "2027"] {
            assert_eq!(typed_date(text), None, "{text}");
        }
    }
}
