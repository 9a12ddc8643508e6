//! Rows of cells from a CSV or XLSX file.

use std::io::Cursor;
use std::path::Path;

use calamine::DataRef;
use calamine::Reader as _;
use calamine::Xlsx;

use crate::files::FileError;
use crate::files::read_at_most;
use crate::ui::prepare::people::cells_of_text;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 8 * 1024 * 1024;
/// The most rows and columns that are read: many times what a room holds.
const MOST_ROWS: u32 = 2_000;
const MOST_COLUMNS: u32 = 64;

/// Why a list could not be read.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// The file could not be read, or is larger than a list of participants is.
    #[error(transparent)]
    File(#[from] FileError),
    /// It is called a workbook but is none, or is damaged or locked.
    #[error("not a workbook: {0}")]
    NotAWorkbook(String),
    /// It has more rows than a room holds.
    #[error("more than {MOST_ROWS} rows")]
    TooManyRows,
    /// There is nothing in it.
    #[error("the list is empty")]
    Empty,
}

/// Reads the rows of a CSV file, or of the first sheet with anything in it of an XLSX workbook.
///
/// # Errors
/// When the file cannot be read or is no list.
pub fn read(path: &Path) -> Result<Vec<Vec<String>>, SheetError> {
    let bytes = read_at_most(path, LARGEST)?;
    let rows = if bytes.starts_with(b"PK") { workbook(bytes)? } else { cells_of_text(&decoded(&bytes)) };
    if rows.iter().flatten().all(|cell| cell.trim().is_empty()) {
        return Err(SheetError::Empty);
    }
    if rows.len() > MOST_ROWS as usize {
        return Err(SheetError::TooManyRows);
    }
    Ok(rows)
}

fn workbook(bytes: Vec<u8>) -> Result<Vec<Vec<String>>, SheetError> {
    let broken = |error: calamine::XlsxError| SheetError::NotAWorkbook(error.to_string());
    let mut workbook = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    for sheet in workbook.sheet_names() {
        let mut rows: Vec<Vec<String>> = Vec::new();
        // Cell by cell: a workbook may claim a sheet of a million columns and hold two names.
        let mut cells = workbook.worksheet_cells_reader(&sheet).map_err(broken)?;
        while let Some(cell) = cells.next_cell().map_err(broken)? {
            let text = text_of(cell.get_value());
            let (row, column) = cell.get_position();
            if text.is_empty() || column >= MOST_COLUMNS {
                continue;
            }
            if row >= MOST_ROWS {
                return Err(SheetError::TooManyRows);
            }
            let (row, column) = (row as usize, column as usize);
            if rows.len() <= row {
                rows.resize(row + 1, Vec::new());
            }
            if rows[row].len() <= column {
                rows[row].resize(column + 1, String::new());
            }
            rows[row][column] = text;
        }
        if !rows.is_empty() {
            return Ok(rows);
        }
    }
    Err(SheetError::Empty)
}

fn text_of(value: &DataRef<'_>) -> String {
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        // A tax number typed as a number comes as a float; twelve digits are exact in one.
        DataRef::Float(number) => number.to_string(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::DateTime(_) | DataRef::Error(_) | DataRef::Empty => String::new(),
    }
}

/// Text of a CSV file: UTF-8, UTF-16 with its mark, else Windows-1252 as older programs write.
fn decoded(bytes: &[u8]) -> String {
    let pairs = |make: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| make([pair[0], pair[1]])).collect();
        String::from_utf16_lossy(&units)
    };
    if bytes.starts_with(&[0xFF, 0xFE]) {
        return pairs(u16::from_le_bytes);
    }
    if bytes.starts_with(&[0xFE, 0xFF]) {
        return pairs(u16::from_be_bytes);
    }
    std::str::from_utf8(bytes).map_or_else(|_| bytes.iter().map(|byte| windows_1252(*byte)).collect(), str::to_owned)
}

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80 => '€',
        0x8A => 'Š',
        0x8E => 'Ž',
        0x92 => '\u{2019}',
        0x96 => '\u{2013}',
        0x9A => 'š',
        0x9E => 'ž',
        _ => char::from(byte),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::prepare::people::understand;

    fn file(name: &str, bytes: &[u8]) -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        crate::files::write_atomically(&path, bytes).unwrap();
        (folder, path)
    }

    fn names(bytes: &[u8]) -> Vec<String> {
        let (_folder, path) = file("list.csv", bytes);
        understand(&read(&path).unwrap(), &[]).people().map(|person| person.name.clone()).collect()
    }

    #[test]
    fn a_list_is_read_whatever_program_saved_it() {
        assert_eq!(names("\u{feff}Nimi;Yritys\nÄijö Šepp;A".as_bytes()), ["Äijö Šepp"]);
        assert_eq!(names(b"Nimi;Yritys\n\xC4ij\xF6 \x8Aepp;A"), ["Äijö Šepp"]);
        let wide: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain("Nimi\nÄijö Šepp".encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(names(&wide), ["Äijö Šepp"]);
    }

    #[test]
    fn a_workbook_is_read_with_numbers_as_they_are_shown() {
        let mut workbook = rust_xlsxwriter::Workbook::new();
        workbook.add_worksheet();
        let sheet = workbook.add_worksheet();
        sheet.write_row(1, 0, ["Nimi", "Yritys", "Veronumero"]).unwrap();
        sheet.write_row(3, 0, ["Aino Laine", "Verkko Oy"]).unwrap();
        sheet.write_number(3, 2, 100_000_000_001.0).unwrap();
        let (_folder, path) = file("list.xlsx", &workbook.save_to_buffer().unwrap());
        let reading = understand(&read(&path).unwrap(), &[]);
        let person = reading.people().next().unwrap();
        assert_eq!((person.name.as_str(), person.identifier.as_deref()), ("Aino Laine", Some("100000000001")));
        assert_eq!(reading.rows[0].number, 4);
    }

    #[test]
    fn what_is_no_list_is_told_and_crashes_nothing() {
        let (_folder, path) = file("list.xlsx", b"PK\x03\x04 not really");
        assert!(matches!(read(&path), Err(SheetError::NotAWorkbook(_))));
        let (_folder, path) = file("empty.csv", b" \n;;\n");
        assert!(matches!(read(&path), Err(SheetError::Empty)));
        let (_folder, path) = file("long.csv", "Aino\n".repeat(2_001).as_bytes());
        assert!(matches!(read(&path), Err(SheetError::TooManyRows)));
        assert!(matches!(read(std::path::Path::new("/nowhere/list.csv")), Err(SheetError::File(_))));
    }
}
