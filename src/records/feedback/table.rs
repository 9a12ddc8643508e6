//! Development items as a table for spreadsheets: XLSX and CSV.

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::trend as say;
use crate::records::feedback::items::Item;
use crate::register::table::csv_cell;

/// A form of table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableFormat {
    /// A workbook.
    Xlsx,
    /// Text with `;` between cells, as Finnish Excel reads it.
    Csv,
}

impl TableFormat {
    /// The form that a file's name asks for.
    pub fn of(path: &std::path::Path) -> Option<Self> {
        let extension = path.extension()?.to_str()?.to_ascii_lowercase();
        match extension.as_str() {
            "xlsx" => Some(Self::Xlsx),
            "csv" => Some(Self::Csv),
            _ => None,
        }
    }
}

/// Development items, in words already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemTable {
    name: String,
    heading: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// How wide the columns of a workbook are, in characters.
const WIDTHS: [f64; 12] = [8.0, 60.0, 16.0, 24.0, 14.0, 40.0, 30.0, 30.0, 14.0, 24.0, 40.0, 34.0];

impl ItemTable {
    /// The table of `items`.
    pub fn of(items: &[Item], lang: Lang) -> Self {
        let headings = [
            say::column_number(),
            say::column_item(),
            say::column_state(),
            say::column_owner(),
            say::column_due(),
            say::column_note(),
            say::column_theme(),
            say::column_course(),
            say::column_day(),
            say::column_place(),
            say::column_contractors(),
            say::column_session(),
        ];
        let date = |day: crate::records::Day| crate::i18n::day(lang, day.date());
        let rows = items.iter().map(|item| {
            let source = &item.source;
            vec![
                item.id.to_string(),
                item.text.clone(),
                item.state.message().text(lang),
                item.owner.clone(),
                item.due.map(date).unwrap_or_default(),
                item.note.clone(),
                item.theme.clone(),
                format!("{} ({})", source.title, source.revision),
                date(source.day),
                source.place.clone(),
                source.contractors.join(", "),
                source.session.clone().unwrap_or_else(|| say::studied_alone().text(lang)),
            ]
        });
        let text = |message: Message| message.text(lang);
        Self { name: text(say::items_file()), heading: headings.map(text).to_vec(), rows: rows.collect() }
    }

    /// The file's bytes.
    ///
    /// # Errors
    /// When a workbook cannot be put together.
    pub fn bytes(&self, format: TableFormat) -> Result<Vec<u8>, XlsxError> {
        match format {
            TableFormat::Xlsx => self.xlsx(),
            TableFormat::Csv => Ok(self.csv()),
        }
    }

    /// Every text is written as text: none can be a formula.
    fn xlsx(&self) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.set_name(&self.name)?;
        let (bold, wrapped) = (Format::new().set_bold(), Format::new().set_text_wrap());
        for (column, heading) in (0_u16..).zip(&self.heading) {
            sheet.write_string_with_format(0, column, heading, &bold)?;
        }
        for (line, row) in (1_u32..).zip(&self.rows) {
            for (column, cell) in (0_u16..).zip(row) {
                match cell.parse::<u32>() {
                    Ok(number) if column == 0 => sheet.write_number(line, column, f64::from(number))?,
                    _ => sheet.write_string_with_format(line, column, cell, &wrapped)?,
                };
            }
        }
        for (column, width) in (0_u16..).zip(WIDTHS) {
            sheet.set_column_width(column, width)?;
        }
        sheet.set_freeze_panes(1, 0)?;
        workbook.save_to_buffer()
    }

    /// UTF-8 with its mark, CRLF, as registers write theirs.
    fn csv(&self) -> Vec<u8> {
        let mut text = String::from("\u{feff}");
        for row in std::iter::once(&self.heading).chain(&self.rows) {
            let cells: Vec<String> = row.iter().map(|cell| csv_cell(cell)).collect();
            text.push_str(&cells.join(";"));
            text.push_str("\r\n");
        }
        text.into_bytes()
    }
}
