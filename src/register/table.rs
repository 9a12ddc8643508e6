//! The participants as a table: CSV and XLSX for spreadsheets.

use jiff::Timestamp;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use crate::i18n::Lang;
use crate::i18n::messages::paper as say;
use crate::register::facts::{Attempt, Facts, Manner, Row, TestResult};

/// One cell.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Cell {
    Text(String),
    Number(u32),
}

/// The table as CSV: UTF-8 with its mark, `;` between cells (as Finnish Excel reads it), CRLF.
pub fn csv(facts: &Facts) -> Vec<u8> {
    let mut text = String::from("\u{feff}");
    for row in rows(facts) {
        let line: Vec<String> = row
            .into_iter()
            .map(|cell| match cell {
                Cell::Text(text) => csv_cell(&text),
                Cell::Number(number) => number.to_string(),
            })
            .collect();
        text.push_str(&line.join(";"));
        text.push_str("\r\n");
    }
    text.into_bytes()
}

/// The table as an Excel workbook. Every text is written as text: none can be a formula.
///
/// # Errors
/// When the workbook cannot be put together.
pub fn xlsx(facts: &Facts) -> Result<Vec<u8>, XlsxError> {
    let lang = facts.lang();
    let mut workbook = Workbook::new();
    let mut properties = DocProperties::new().set_title(&facts.course.title).set_company(&facts.subscriber);
    if let Some(at) = facts.ended_at.parse::<Timestamp>().ok().and_then(|at| i64_date(at.as_second())) {
        properties = properties.set_creation_datetime(&at);
    }
    workbook.set_properties(&properties);
    let sheet = workbook.add_worksheet();
    sheet.set_name(say::participants().text(lang))?;
    let bold = Format::new().set_bold();
    for (line, row) in (0_u32..).zip(rows(facts)) {
        for (column, cell) in (0_u16..).zip(row) {
            match cell {
                Cell::Text(text) if line == 0 => sheet.write_string_with_format(line, column, text, &bold)?,
                Cell::Text(text) => sheet.write_string(line, column, text)?,
                Cell::Number(number) => sheet.write_number(line, column, f64::from(number))?,
            };
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofit();
    workbook.save_to_buffer()
}

/// The moment as Excel keeps it.
fn i64_date(seconds: i64) -> Option<ExcelDateTime> {
    ExcelDateTime::from_timestamp(seconds).ok()
}

/// The table: a heading, then one row a participant.
fn rows(facts: &Facts) -> Vec<Vec<Cell>> {
    let lang = facts.lang();
    let text = |message: crate::i18n::Message| Cell::Text(message.text(lang));
    let mut heading = vec![
        text(say::number()),
        text(say::name()),
        text(say::company()),
        text(say::role()),
        text(say::identifier()),
        text(say::arrived()),
        text(say::departed()),
        text(say::minutes_heading()),
        text(say::test()),
        text(say::result()),
        text(say::manner()),
        text(say::signed_out_heading()),
    ];
    heading.extend(facts.themes.iter().map(|theme| Cell::Text(theme.title.clone())));
    heading.push(text(say::row_digest()));
    if has_form(facts) {
        heading.extend([text(say::form_heading()), text(say::earlier_register())]);
    }
    let mut rows = vec![heading];
    if facts.rehearsal {
        rows.insert(0, vec![text(say::rehearsal())]);
    }
    let width = rows.last().map_or(0, Vec::len);
    let mut numbered: Vec<(u32, Vec<Cell>)> =
        facts.participants.iter().map(|row| (row.number, cells(facts, row, lang))).collect();
    let erased = facts.erased_rows();
    if !erased.is_empty() {
        numbered.extend(erased.into_iter().map(|number| (number, erased_cells(number, width, lang))));
        numbered.sort_by_key(|(number, _)| *number);
    }
    rows.extend(numbered.into_iter().map(|(_, cells)| cells));
    rows
}

/// Whether the table tells how the course was taken, as it does since version 2.
fn has_form(facts: &Facts) -> bool {
    facts.version > 1
}

/// How the course was taken, and whether only in part.
fn form(facts: &Facts, lang: Lang) -> String {
    let form = whole_form(facts).text(lang);
    match facts.part_of {
        None => form,
        Some(whole) => say::form_part(form, facts.themes.len(), whole).text(lang),
    }
}

fn whole_form(facts: &Facts) -> crate::i18n::Message {
    if facts.is_self_study() {
        say::form_self_study()
    } else if facts.ground.is_some() {
        say::form_passed_on()
    } else {
        say::form_room()
    }
}

/// The digests of the earlier registers on which the row rests.
fn grounds(facts: &Facts, row: &Row) -> String {
    let credits = row.themes_credited.iter().map(|credited| &credited.ground);
    let mut digests: Vec<&str> = facts.ground.iter().chain(credits).map(|ground| ground.register.as_str()).collect();
    digests.dedup();
    digests.join(" ")
}

/// Whether the theme was attended, or when that was, if an earlier register says so.
fn attended(row: &Row, theme: &str, lang: Lang) -> String {
    if row.themes_attended.iter().any(|attended| attended == theme) {
        return say::yes().text(lang);
    }
    match row.themes_credited.iter().find(|credited| credited.theme == theme) {
        Some(credited) => say::credited_on(credited.attended_on.to_string()).text(lang),
        None => say::no().text(lang),
    }
}

/// How an attempt was taken.
fn manner(facts: &Facts, attempt: &Attempt) -> crate::i18n::Message {
    match attempt.manner {
        Manner::Desk if facts.is_self_study() => say::manner_alone(),
        Manner::Desk => say::manner_desk(),
        Manner::Phone => say::manner_phone(),
        Manner::Paper => say::manner_paper(),
        Manner::Oral => say::manner_oral(attempt.witness.clone().unwrap_or_default()),
    }
}

/// One participant's cells.
fn cells(facts: &Facts, row: &Row, lang: Lang) -> Vec<Cell> {
    let (test, result, how) = match &row.test {
        None => (String::new(), String::new(), String::new()),
        Some(test) => {
            let told = match test.result {
                TestResult::Passed => say::test_passed(),
                TestResult::Failed => say::test_failed(),
                TestResult::NotTaken => say::test_not_taken(),
            };
            let best = test
                .attempts
                .iter()
                .filter(|attempt| attempt.void.is_none() && attempt.correct.is_some())
                .max_by_key(|attempt| (attempt.passed, attempt.correct));
            let points = best.and_then(|best| Some(format!("{}/{}", best.correct?, best.questions)));
            let how = best.map(|best| manner(facts, best).text(lang));
            (told.text(lang), points.unwrap_or_default(), how.unwrap_or_default())
        }
    };
    let mut cells = vec![
        Cell::Number(row.number),
        Cell::Text(row.name.clone()),
        Cell::Text(row.company.clone()),
        Cell::Text(row.role.clone()),
        Cell::Text(row.identifier.as_ref().map(|identifier| identifier.value.clone()).unwrap_or_default()),
        Cell::Text(row.stays.first().map(|stay| stay.from.clone()).unwrap_or_default()),
        Cell::Text(row.stays.last().map(|stay| stay.to.clone()).unwrap_or_default()),
        Cell::Number(row.minutes),
        Cell::Text(test),
        Cell::Text(result),
        Cell::Text(how),
        Cell::Text(if row.signed_out { say::yes() } else { say::no() }.text(lang)),
    ];
    cells.extend(facts.themes.iter().map(|theme| Cell::Text(attended(row, &theme.id, lang))));
    cells.push(Cell::Text(row.digest.clone()));
    if has_form(facts) {
        cells.extend([Cell::Text(form(facts, lang)), Cell::Text(grounds(facts, row))]);
    }
    cells
}

/// What is left of an erased row.
fn erased_cells(number: u32, width: usize, lang: Lang) -> Vec<Cell> {
    let mut cells = vec![Cell::Number(number), Cell::Text(say::erased_on_request().text(lang))];
    cells.resize(width, Cell::Text(String::new()));
    cells
}

/// A text that no spreadsheet takes for a formula.
fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) { format!("'{text}") } else { text.to_owned() }
}

/// A text as a cell of a CSV file: no formula, and in quotes where it needs them.
pub(crate) fn csv_cell(text: &str) -> String {
    quoted(&harmless(text))
}

/// A cell in quotes where it needs them.
fn quoted(text: &str) -> String {
    if text.contains([';', '"', '\n', '\r', ',', '\t']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_start_a_formula() {
        assert_eq!(harmless("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0");
        assert_eq!(harmless("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(harmless("Aino"), "Aino");
    }

    #[test]
    fn separators_and_quotes_stay_inside_their_cell() {
        assert_eq!(quoted("Oy; Ab"), "\"Oy; Ab\"");
        assert_eq!(quoted("\"Sähkö\" Oy"), "\"\"\"Sähkö\"\" Oy\"");
    }
}
