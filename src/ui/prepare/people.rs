//! Expected participants from rows of cells: which column says what, and what is wrong with which row.

use std::collections::BTreeSet;

use crate::session::Expected;
use crate::session::LONGEST_NAME;
use crate::ui::prepare::headings::BY_POSITION;
use crate::ui::prepare::headings::Column;
use crate::ui::prepare::headings::headings;

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// Nobody is named in it.
    NoName,
    /// Something in it is longer than it may be.
    TooLong {
        /// The beginning of what is too long.
        beginning: String,
    },
    /// The same person stands above already.
    Twice {
        /// The person's name.
        name: String,
    },
    /// Cells that belong to no column; they are shown so that nothing is lost unseen.
    Unused {
        /// The cells' texts.
        cells: Vec<String>,
    },
}

impl Trouble {
    /// Whether the row is left out because of it.
    pub fn leaves_out(&self) -> bool {
        !matches!(self, Self::Unused { .. })
    }
}

/// A row as it was understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The row's number in its source, from 1.
    pub number: usize,
    /// The row as it stood there, cells joined.
    pub source: String,
    /// Who it names.
    pub person: Expected,
    /// What is wrong with it.
    pub troubles: Vec<Trouble>,
}

impl Row {
    /// Whether the person is taken.
    pub fn is_taken(&self) -> bool {
        !self.troubles.iter().any(Trouble::leaves_out)
    }
}

/// What was read from pasted text or a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// Every row that is not empty, in order.
    pub rows: Vec<Row>,
    /// Whether the first row was understood as headings.
    pub has_headings: bool,
    /// Headings that are not understood; their cells stand in the rows' troubles.
    pub unknown_headings: Vec<String>,
}

impl Reading {
    /// The people who are taken.
    pub fn people(&self) -> impl Iterator<Item = &Expected> {
        self.rows.iter().filter(|row| row.is_taken()).map(|row| &row.person)
    }

    /// How many rows are left out.
    pub fn left_out(&self) -> usize {
        self.rows.iter().filter(|row| !row.is_taken()).count()
    }
}

/// Understands rows of cells; people who stand in `known` already are told as named twice.
pub fn understand(cells: &[Vec<String>], known: &[Expected]) -> Reading {
    let headings = cells.iter().find(|row| !is_empty(row)).and_then(|row| headings(row));
    let has_headings = headings.is_some();
    let mut reading = Reading { has_headings, ..Reading::default() };
    let columns: Vec<Option<Column>> = headings.unwrap_or_else(|| BY_POSITION.map(Some).to_vec());
    let mut seen: BTreeSet<(String, String)> = known.iter().map(key).collect();
    let mut is_first = true;
    for (index, row) in cells.iter().enumerate().filter(|(_, row)| !is_empty(row)) {
        if std::mem::take(&mut is_first) && has_headings {
            let unknown = row.iter().zip(&columns).filter(|(cell, column)| column.is_none() && !cell.trim().is_empty());
            reading.unknown_headings = unknown.map(|(cell, _)| cell.trim().to_owned()).collect();
            continue;
        }
        let mut row = understand_row(index + 1, row, &columns);
        if row.is_taken() && !seen.insert(key(&row.person)) {
            row.troubles.push(Trouble::Twice { name: row.person.name.clone() });
        }
        reading.rows.push(row);
    }
    reading
}

fn understand_row(number: usize, cells: &[String], columns: &[Option<Column>]) -> Row {
    let (mut first, mut last, mut unused, mut troubles) = (String::new(), String::new(), Vec::new(), Vec::new());
    let mut person = Expected::default();
    for (index, cell) in cells.iter().enumerate() {
        let text = spaced_once(cell);
        if text.is_empty() {
            continue;
        }
        if text.chars().count() > LONGEST_NAME {
            troubles.push(Trouble::TooLong { beginning: text.chars().take(24).collect() });
        }
        let target = match columns.get(index).copied().flatten() {
            Some(Column::Name) => &mut person.name,
            Some(Column::FirstName) => &mut first,
            Some(Column::LastName) => &mut last,
            Some(Column::Company) => &mut person.company,
            Some(Column::Role) => &mut person.role,
            Some(Column::Identifier) => person.identifier.get_or_insert_default(),
            None => {
                unused.push(text);
                continue;
            }
        };
        if target.is_empty() {
            *target = text;
        } else {
            // Two columns of one meaning: the second is not thrown away unseen.
            unused.push(text);
        }
    }
    if person.name.is_empty() {
        person.name = spaced_once(&format!("{first} {last}"));
    }
    if person.name.is_empty() {
        troubles.push(Trouble::NoName);
    }
    if !unused.is_empty() {
        troubles.push(Trouble::Unused { cells: unused });
    }
    let filled = cells.iter().map(|cell| spaced_once(cell)).filter(|cell| !cell.is_empty());
    Row { number, source: filled.collect::<Vec<_>>().join(" · "), person, troubles }
}

/// By what two rows are the same person.
pub fn key(person: &Expected) -> (String, String) {
    (person.name.to_lowercase(), person.company.to_lowercase())
}

fn is_empty(row: &[String]) -> bool {
    row.iter().all(|cell| cell.trim().is_empty())
}

/// `text` without spaces around it and with single ones inside.
pub fn spaced_once(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Rows of cells from text that was pasted: tabs, else semicolons, else commas part the cells.
pub fn cells_of_text(text: &str) -> Vec<Vec<String>> {
    let text = text.trim_start_matches('\u{feff}');
    let delimiter = [b'\t', b';', b','].into_iter().find(|mark| text.as_bytes().contains(mark)).unwrap_or(b'\t');
    let quoting = balanced_quotes(text);
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .quoting(quoting)
        .from_reader(std::io::Cursor::new(with_empty_rows(text, char::from(delimiter), quoting)));
    reader.records().map_while(Result::ok).map(|record| record.iter().map(str::to_owned).collect()).collect()
}

/// `text` with empty lines made into empty rows, which the reader would leave out: rows keep their numbers.
fn with_empty_rows(text: &str, delimiter: char, quoting: bool) -> String {
    let mut rows = String::with_capacity(text.len());
    let mut is_quoted = false;
    for line in text.lines() {
        if line.trim().is_empty() && !is_quoted {
            rows.push(delimiter);
        } else {
            rows.push_str(line);
        }
        rows.push('\n');
        is_quoted ^= quoting && line.matches('"').count() % 2 == 1;
    }
    rows
}

/// Whether quotation marks come in pairs; a lone one is part of a name and must not swallow what follows.
fn balanced_quotes(text: &str) -> bool {
    text.bytes().filter(|byte| *byte == b'"').count() % 2 == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Reading {
        understand(&cells_of_text(text), &[])
    }

    fn person(name: &str, company: &str, role: &str, identifier: Option<&str>) -> Expected {
        Expected {
            name: name.to_owned(),
            company: company.to_owned(),
            role: role.to_owned(),
            identifier: identifier.map(str::to_owned),
        }
    }

    #[test]
    fn names_alone_one_a_line_are_enough() {
        let reading = read("Aino Laine\n\n  Õie   Kask \n");
        assert_eq!(
            reading.people().cloned().collect::<Vec<_>>(),
            [person("Aino Laine", "", "", None), person("Õie Kask", "", "", None)]
        );
        assert_eq!(reading.rows[1].number, 3, "rows keep the numbers they had");
    }

    #[test]
    fn cells_are_parted_by_tabs_else_semicolons_else_commas() {
        for text in ["Aino Laine\tVerkko Oy, Turku\tasentaja\t123", "Aino Laine;Verkko Oy, Turku;asentaja;123"] {
            let reading = read(text);
            let expected = person("Aino Laine", "Verkko Oy, Turku", "asentaja", Some("123"));
            assert_eq!(reading.people().cloned().collect::<Vec<_>>(), [expected], "{text}");
        }
        let reading = read("Aino Laine, Verkko Oy, asentaja");
        assert_eq!(reading.rows[0].person, person("Aino Laine", "Verkko Oy", "asentaja", None));
    }

    #[test]
    fn headings_are_understood_in_both_languages_and_any_order() {
        let finnish = read("Yritys;Sukunimi;Etunimi;Veronumero\nVerkko Oy;Laine;Aino;100000000001");
        assert!(finnish.has_headings);
        assert_eq!(finnish.rows[0].person, person("Aino Laine", "Verkko Oy", "", Some("100000000001")));
        let english = read("Role\tFull name:\tContractor\nfitter\tAino Laine\tGrid Ltd");
        assert_eq!(english.rows[0].person, person("Aino Laine", "Grid Ltd", "fitter", None));
    }

    #[test]
    fn what_is_not_understood_is_shown_and_not_lost() {
        let reading = read("Nimi;Puhelin\nAino Laine;040 123");
        assert_eq!(reading.unknown_headings, ["Puhelin"]);
        assert_eq!(reading.rows[0].troubles, [Trouble::Unused { cells: vec!["040 123".to_owned()] }]);
        assert!(reading.rows[0].is_taken());
    }

    #[test]
    fn a_row_without_a_name_a_repeated_one_and_an_overlong_one_are_left_out_and_told() {
        let long = "x".repeat(LONGEST_NAME + 1);
        let reading = read(&format!("Nimi;Yritys\n;Verkko Oy\nAino Laine;Verkko Oy\naino laine;VERKKO OY\n{long};A"));
        assert_eq!(reading.left_out(), 3);
        assert_eq!(reading.people().count(), 1);
        assert_eq!(reading.rows[0].troubles, [Trouble::NoName]);
        assert_eq!(reading.rows[0].source, "Verkko Oy");
        assert_eq!(reading.rows[2].troubles, [Trouble::Twice { name: "aino laine".to_owned() }]);
        assert!(matches!(&reading.rows[3].troubles[..], [Trouble::TooLong { .. }]));
    }

    #[test]
    fn somebody_who_is_on_the_list_already_is_told() {
        let known = [person("Aino Laine", "", "", None)];
        let reading = understand(&cells_of_text("Aino Laine"), &known);
        assert_eq!(reading.left_out(), 1);
    }

    #[test]
    fn a_lone_quotation_mark_swallows_nobody() {
        let reading = read("Aino \"Pika Laine;A\nOtto Koski;B");
        assert_eq!(reading.people().count(), 2);
        let quoted = read("\"Laine; Aino\";Verkko Oy");
        assert_eq!(quoted.rows[0].person.name, "Laine; Aino");
    }
}
