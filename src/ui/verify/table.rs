//! The data attached to a register, as a table.

use egui::Ui;

use crate::i18n::date_and_time;
use crate::i18n::local;
use crate::i18n::messages::desk as say;
use crate::profile::IdentifierKind;
use crate::register::facts::Facts;
use crate::register::facts::Row;
use crate::register::facts::TestResult;
use crate::ui::Cx;
use crate::ui::widgets;
use crate::ui::widgets::Column;

/// Draws what the session was, and its participants.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, facts: &Facts) {
    let (theme, lang) = (cx.theme, cx.lang);
    let moment = |text: &str| match text.parse() {
        Ok(at) => date_and_time(lang, &local(at, &facts.time_zone)),
        // What cannot be understood is shown as it stands in the file.
        Err(_) => text.to_owned(),
    };
    widgets::well(ui, theme, |ui| {
        ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
        widgets::strong(ui, theme, &facts.course.title);
        let (from, to) = (moment(&facts.started_at), moment(&facts.ended_at));
        let (organiser, subscriber) = (facts.organiser.as_str(), facts.subscriber.as_str());
        let (held, people) = if facts.is_self_study() {
            (say::data_studied(from, to), say::data_subscriber(organiser, subscriber))
        } else {
            let people = say::data_people(facts.trainer.as_str(), organiser, subscriber);
            (say::data_held(facts.place.as_str(), from, to), people)
        };
        let lines = [
            match facts.part_of {
                None => say::data_course(facts.course.revision, facts.themes.len()),
                Some(whole) => say::data_course_part(facts.course.revision, facts.themes.len(), whole),
            },
            held,
            people,
            say::data_journal(facts.journal.length, facts.journal.head.as_str()),
        ];
        for line in lines {
            let text = egui::RichText::new(line.text(lang)).color(theme.ink_soft);
            ui.add(egui::Label::new(text).wrap().selectable(true));
        }
        let has_identifier = facts.identifier_kind != IdentifierKind::None;
        let mut columns = vec![
            Column::number(say::row().text(lang), 0.3),
            Column::text(say::name().text(lang), 1.2),
            Column::text(say::company().text(lang), 1.0),
            Column::text(say::role().text(lang), 0.8),
        ];
        if has_identifier {
            columns.push(Column::text(say::identifier().text(lang), 0.9));
        }
        columns.extend([
            Column::number(say::minutes_present().text(lang), 0.5),
            Column::number(say::themes_attended().text(lang), 0.5),
            Column::text(say::test_result().text(lang), 0.7),
        ]);
        let rows = &facts.participants;
        widgets::table(ui, theme, "data", &columns, rows.len(), None, |ui, row, column| {
            if let Some(row) = rows.get(row) {
                // Without identifiers the columns behind them move one to the left.
                let column = if !has_identifier && column >= 4 { column + 1 } else { column };
                let text = cell(cx, facts, row, column);
                widgets::caption(ui, theme, &text);
            }
        });
        if !facts.corrections.is_empty() {
            widgets::caption(ui, theme, &say::data_corrections(facts.corrections.len()).text(lang));
        }
    });
}

fn cell(cx: &Cx<'_>, facts: &Facts, row: &Row, column: usize) -> String {
    match column {
        0 => row.number.to_string(),
        1 => row.name.clone(),
        2 => row.company.clone(),
        3 => row.role.clone(),
        4 => row.identifier.as_ref().map_or_else(String::new, |identifier| identifier.value.clone()),
        5 => row.minutes.to_string(),
        6 => {
            let credited = Some(row.themes_credited.len()).filter(|count| *count > 0);
            let credited = credited.map_or_else(String::new, |count| format!(" + {count}"));
            format!("{}{credited}/{}", row.themes_attended.len(), facts.themes.len())
        }
        _ => match row.test.as_ref().map(|test| test.result) {
            Some(TestResult::Passed) => say::test_passed().text(cx.lang),
            Some(TestResult::Failed) => say::test_failed().text(cx.lang),
            Some(TestResult::NotTaken) => say::test_not_taken().text(cx.lang),
            None => "–".to_owned(),
        },
    }
}
