//! Contractors: each in numbers, today; and the way to one of them.

use egui::Ui;

use crate::i18n::messages::archive as say;
use crate::records::ContractorSum;
use crate::records::Day;
use crate::records::Edition;
use crate::records::PublishedCourse;
use crate::records::Records;
use crate::records::RecordsError;
use crate::ui::Cx;
use crate::ui::records::asking::Asking;
use crate::ui::records::asking::answered;
use crate::ui::records::day_field::DayField;
use crate::ui::records::day_field::today;
use crate::ui::records::list::List;
use crate::ui::records::list::cell_text;
use crate::ui::records::list::room_below;
use crate::ui::records::words::day_words;
use crate::ui::widgets;
use crate::ui::widgets::Column;

/// The list of contractors.
#[derive(Debug, Default)]
pub(super) struct Contractors {
    /// The course that was chosen; the first when none was.
    course: Option<String>,
    day: DayField,
    asking: Asking<Question, Vec<ContractorSum>>,
    list: List,
}

/// A course on a day.
#[derive(Clone, Debug, PartialEq)]
struct Question {
    epoch: u64,
    course: String,
    day: Day,
    /// The numbers of today are kept; those of another day are counted.
    is_today: bool,
}

fn look(records: &Records, question: &Question) -> Result<Vec<ContractorSum>, RecordsError> {
    let Question { epoch: _, course, day, is_today } = question;
    if *is_today { records.contractors(course, *day) } else { records.contractors_on(course, *day) }
}

impl Contractors {
    /// The course that is asked about.
    pub(super) fn course<'a>(&self, courses: &'a [PublishedCourse]) -> Option<&'a Edition> {
        let chosen = courses.iter().find(|course| Some(&course.edition.course) == self.course.as_ref());
        chosen.or(courses.first()).map(|course| &course.edition)
    }

    /// The day that is asked about.
    pub(super) fn day(&self) -> DayField {
        self.day.clone()
    }

    /// Draws the choice of a course, where there are several, and what is shown of it.
    fn course_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, courses: &[PublishedCourse], past: Option<Day>) {
        let (theme, lang) = (cx.theme, cx.lang);
        let at = self.course(courses).and_then(|edition| courses.iter().position(|one| one.edition == *edition));
        let Some(mut at) = at else { return };
        if courses.len() > 1 {
            let options: Vec<(usize, String)> =
                courses.iter().enumerate().map(|(at, course)| (at, course.edition.title(lang).to_owned())).collect();
            if widgets::choice(ui, theme, &say::course_label().text(lang), &mut at, &options) {
                self.course = courses.get(at).map(|course| course.edition.course.clone());
            }
        }
        if let Some(course) = courses.get(at) {
            let title = course.edition.title(lang);
            let words = match (past, course.since) {
                (Some(day), _) => say::contractors_then(title, day_words(lang, day)),
                (None, Some(since)) => say::course_since(title, course.edition.revision, day_words(lang, since)),
                (None, None) => say::course_from_registers(title, course.edition.revision),
            };
            widgets::soft(ui, theme, &words.text(lang));
        }
    }

    /// Draws the list; returns the name of the contractor that was chosen. `top` is where the page begins.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        epoch: u64,
        courses: &[PublishedCourse],
        top: f32,
    ) -> Option<String> {
        let (theme, lang) = (cx.theme, cx.lang);
        let Some(course) = self.course(courses).map(|edition| edition.course.clone()) else {
            widgets::body(ui, theme, &say::no_courses().text(lang));
            return None;
        };
        let today = today(cx);
        self.day.show(ui, cx, today);
        let day = self.day.day(today);
        let is_today = day == today;
        self.course_ui(ui, cx, courses, (!is_today).then_some(day));
        self.asking.ask(ui.ctx(), cx.data, look, Question { epoch, course, day, is_today });
        let sums = answered(ui, cx, self.asking.answer())?;
        if sums.is_empty() && !is_today {
            widgets::body(ui, theme, &say::course_unknown_then(day_words(lang, day)).text(lang));
            return None;
        }
        let columns = [
            Column::text(say::column_company().text(lang), 3.6),
            Column::text(say::column_valid().text(lang), 1.4),
            Column::text(say::column_alone().text(lang), 1.8),
            Column::text(say::column_due().text(lang), 1.6),
            Column::text(say::column_failed().text(lang), 1.8),
            Column::text(say::column_unaccepted().text(lang), 2.8),
        ];
        let name = |row: usize| match sums.get(row) {
            Some(sum) => {
                let words =
                    say::contractor_row(sum.name.as_str(), sum.valid, sum.alone, sum.due, sum.failed, sum.unaccepted);
                words.text(lang)
            }
            None => String::new(),
        };
        let room = room_below(ui, top);
        let chosen =
            self.list.show(ui, theme, "contractors", &columns, (sums.len(), room), &name, |ui, row, column| {
                let Some(sum) = sums.get(row) else { return };
                let number = match column {
                    0 => return cell_text(ui, theme, &sum.name),
                    1 => sum.valid,
                    2 => sum.alone,
                    3 => sum.due,
                    4 => sum.failed,
                    _ => sum.unaccepted,
                };
                cell_text(ui, theme, &number.to_string());
            });
        sums.get(chosen?).map(|sum| sum.name.clone())
    }
}
