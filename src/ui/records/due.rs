//! The list of a contractor's people whose induction is due: as a sheet to print, a table, and a mail that brings both.

use std::path::Path;
use std::path::PathBuf;

use jiff::Timestamp;
use rust_xlsxwriter::Format;
use rust_xlsxwriter::Workbook;
use rust_xlsxwriter::XlsxError;

use crate::files;
use crate::files::Operation;
use crate::files::write_atomically;
use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::archive as say;
use crate::i18n::messages::assign;
use crate::mail::Enclosed;
use crate::mail::list_draft;
use crate::paper::DueSheet;
use crate::paper::due_pdf;
use crate::records::Assignment;
use crate::records::Contractor;
use crate::records::Day;
use crate::records::For;
use crate::records::Line;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::State;
use crate::records::file_message;
use crate::ui::records::words::day_words;
use crate::ui::records::words::lacking_words;
use crate::ui::records::words::state_short;

/// The most lists of one contractor and day in one folder.
const MOST_LISTS: u32 = 1000;
/// The longest part of a file's name that the contractor's name makes, in characters.
const LONGEST_NAME: usize = 60;

/// The list, in words already.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DueList {
    lang: Lang,
    contractor: String,
    /// The course's identifier.
    course_id: String,
    course: String,
    day: Day,
    rows: Vec<Row>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    /// The person's number.
    id: i64,
    name: String,
    stands: String,
    lacking: String,
    minutes: u32,
    /// Whether there are themes of which only a passed test is missing.
    retakes: bool,
}

impl DueList {
    /// The list of `contractor` on `day`: who lacks themes or the test. Whoever waits for a signer to be accepted is not
    /// on it, for that is the subscriber's own matter.
    pub(crate) fn of(contractor: &Contractor, day: Day, lang: Lang) -> Self {
        let is_due = |line: &&Line| matches!(line.state, State::Due | State::Failed);
        let rows = contractor.people.iter().filter(is_due).map(|line| Row {
            id: line.id,
            name: line.name.clone(),
            stands: state_short(line.state).text(lang),
            lacking: lacking_words(lang, line, &contractor.edition),
            minutes: line.minutes_to_attend,
            retakes: !line.only_test.is_empty(),
        });
        Self {
            lang,
            contractor: contractor.name.clone(),
            course_id: contractor.edition.course.clone(),
            course: say::course(contractor.edition.title(lang), contractor.edition.revision).text(lang),
            day,
            rows: rows.collect(),
        }
    }

    /// How many people are on it.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Writes sheet, table and draft into `folder`, and the assignment of what these people lack, as the records have it
    /// now; nothing that lies there is touched. The files, the draft last, which brings the others.
    ///
    /// # Errors
    /// When the records cannot be read, or a file cannot be made or written, in words.
    pub(crate) fn write(
        &self,
        records: &Records,
        folder: &Path,
        to: &str,
        at: Timestamp,
    ) -> Result<Vec<PathBuf>, Message> {
        let assignment = self.assignment(records).map_err(|error| error.message(self.lang))?;
        let failed = |error: String| say::list_failed(error);
        let stem = self.stem(folder);
        let pdf = due_pdf(&self.sheet(), self.lang, at).map_err(|error| failed(error.to_string()))?;
        let xlsx = self.xlsx().map_err(|error| failed(error.to_string()))?;
        let has_assignment = assignment.is_some();
        let mut enclosed = vec![
            Enclosed { name: format!("{stem}.pdf"), media_type: "application/pdf", bytes: pdf },
            Enclosed {
                name: format!("{stem}.xlsx"),
                media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                bytes: xlsx,
            },
        ];
        enclosed.extend(assignment.map(|bytes| Enclosed {
            name: format!("{stem}.{}", Assignment::ENDING),
            media_type: "application/json",
            bytes,
        }));
        let subject = say::list_subject(self.course.as_str()).text(self.lang);
        let draft = list_draft(to, &subject, &self.letter(has_assignment), &enclosed, at)
            .map_err(|trouble| trouble.message())?;
        std::fs::create_dir_all(folder)
            .map_err(files::at(Operation::CreateFolder, folder))
            .map_err(|error| file_message(&error))?;
        let mut written = Vec::new();
        let all = enclosed.into_iter().map(|file| (file.name, file.bytes)).chain([(format!("{stem}.eml"), draft)]);
        for (name, bytes) in all {
            let path = folder.join(name);
            write_atomically(&path, &bytes).map_err(|error| file_message(&error))?;
            written.push(path);
        }
        Ok(written)
    }

    /// The assignment of exactly the people on the list; `None` when nobody lacks anything any more.
    fn assignment(&self, records: &Records) -> Result<Option<Vec<u8>>, RecordsError> {
        let people = For::People(self.rows.iter().map(|row| row.id).collect());
        let assigned = records.assignment(&people, &self.course_id, self.day)?;
        Ok(assigned.and_then(|assigned| assigned.assignment).map(|assignment| assignment.to_json()))
    }

    /// What the files are called, but for their endings: a name that every file system takes and that is free.
    fn stem(&self, folder: &Path) -> String {
        let plain = |letter: char| if letter.is_alphanumeric() { letter } else { ' ' };
        let name: String = self.contractor.chars().map(plain).collect();
        let name: String = name.split_whitespace().collect::<Vec<_>>().join("-").chars().take(LONGEST_NAME).collect();
        let stem = format!("{}-{name}-{}", say::list_file().text(self.lang), self.day);
        let is_free = |stem: &str| {
            ["pdf", "xlsx", "eml", Assignment::ENDING].iter().all(|end| !folder.join(format!("{stem}.{end}")).exists())
        };
        let numbered = (2..MOST_LISTS).map(|number| format!("{stem}-{number}"));
        std::iter::once(stem.clone()).chain(numbered).find(|stem| is_free(stem)).unwrap_or(stem)
    }

    fn headings(&self) -> [String; 4] {
        [say::column_name(), say::column_stands(), say::column_lacking(), say::list_minutes()]
            .map(|message| message.text(self.lang))
    }

    fn sheet(&self) -> DueSheet {
        let lang = self.lang;
        let day = day_words(lang, self.day);
        DueSheet {
            title: say::list_title().text(lang),
            head: format!("{} · {} · {day}", self.contractor, self.course),
            lines: [
                self.contractor.clone(),
                say::contractor_on(self.course.as_str(), day).text(lang),
                say::list_why(self.rows.len()).text(lang),
            ]
            .into_iter()
            .chain(self.retake())
            .collect(),
            headings: self.headings(),
            rows: self
                .rows
                .iter()
                .map(|row| [row.name.clone(), row.stands.clone(), row.lacking.clone(), row.minutes.to_string()])
                .collect(),
        }
    }

    /// That whoever lacks only the test need not sit through the themes, where it is so of anybody.
    fn retake(&self) -> Option<String> {
        self.rows.iter().any(|row| row.retakes).then(|| assign::retake().text(self.lang))
    }

    fn letter(&self, has_assignment: bool) -> String {
        let lang = self.lang;
        let people = self.rows.iter().map(|row| format!("- {}: {}", row.name, row.lacking));
        [
            say::letter_greeting().text(lang),
            say::letter_text(self.rows.len(), self.course.as_str(), day_words(lang, self.day)).text(lang),
            people.collect::<Vec<_>>().join("\n"),
        ]
        .into_iter()
        .chain(self.retake())
        .chain([say::letter_attached().text(lang)])
        .chain(has_assignment.then(|| assign::letter_attached().text(lang)))
        .collect::<Vec<_>>()
        .join("\n\n")
            + "\n"
    }

    /// Every text is written as text: none can be a formula.
    fn xlsx(&self) -> Result<Vec<u8>, XlsxError> {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        sheet.set_name(say::list_file().text(self.lang))?;
        let bold = Format::new().set_bold();
        let mut below = 1;
        for (line, text) in (0_u32..).zip(self.sheet().lines) {
            sheet.write_string(line, 0, text)?;
            below = line + 2;
        }
        for (column, heading) in (0_u16..).zip(self.headings()) {
            sheet.write_string_with_format(below, column, heading, &bold)?;
        }
        for (line, row) in (below + 1..).zip(&self.rows) {
            sheet.write_string(line, 0, &row.name)?;
            sheet.write_string(line, 1, &row.stands)?;
            sheet.write_string(line, 2, &row.lacking)?;
            sheet.write_number(line, 3, f64::from(row.minutes))?;
        }
        for (column, width) in [(0, 32), (1, 22), (2, 70), (3, 10)] {
            sheet.set_column_width(column, width)?;
        }
        sheet.set_freeze_panes(below + 1, 0)?;
        workbook.save_to_buffer()
    }
}
