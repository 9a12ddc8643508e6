//! A contractor's people with a course: who is valid and who is due, for which themes, on any day.

use egui::Ui;

use crate::i18n::messages::archive as say;
use crate::i18n::messages::assign;
use crate::records::Contractor;
use crate::records::Day;
use crate::records::Line;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::State;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::records::asking::Asking;
use crate::ui::records::asking::answered;
use crate::ui::records::assign_ui::AssignDialog;
use crate::ui::records::assign_ui::Whom;
use crate::ui::records::day_field::DayField;
use crate::ui::records::day_field::today;
use crate::ui::records::due::DueList;
use crate::ui::records::due_ui::DueDialog;
use crate::ui::records::list::List;
use crate::ui::records::list::cell_text;
use crate::ui::records::list::room_below;
use crate::ui::records::words::day_words;
use crate::ui::records::words::lacking_words;
use crate::ui::records::words::state_short;
use crate::ui::records::words::state_tone;
use crate::ui::records::words::until_words;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Column;

/// The page of one contractor.
#[derive(Debug)]
pub(super) struct ContractorPage {
    name: String,
    day: DayField,
    shown: Shown,
    asking: Asking<Question, Option<Contractor>>,
    list: List,
    due: Option<DueDialog>,
    assign: Option<AssignDialog>,
}

/// Contractor and course by name, on a day.
#[derive(Clone, Debug, PartialEq)]
struct Question {
    epoch: u64,
    name: String,
    course: String,
    day: Day,
}

/// Which of the people are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shown {
    #[default]
    Everybody,
    State(State),
    Alone,
}

impl Shown {
    fn takes(self, line: &Line) -> bool {
        match self {
            Self::Everybody => true,
            Self::State(state) => line.state == state,
            Self::Alone => line.state == State::Valid && line.alone,
        }
    }
}

/// What was chosen on the page.
pub(super) enum Chosen {
    Back,
    Person(i64, DayField),
}

fn look(records: &Records, question: &Question) -> Result<Option<Contractor>, RecordsError> {
    records.contractor(records.company(&question.name)?, &question.course, question.day)
}

impl ContractorPage {
    /// The page of the contractor called `name`, on the day that was asked about before.
    pub(super) fn new(name: String, day: DayField) -> Self {
        Self {
            name,
            day,
            shown: Shown::default(),
            asking: Asking::default(),
            list: List::default(),
            due: None,
            assign: None,
        }
    }

    /// Draws the page with the course called `course`; `top` is where the screen's page begins.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        epoch: u64,
        course: &str,
        top: f32,
        out: &mut Actions,
    ) -> Option<Chosen> {
        let (theme, lang) = (cx.theme, cx.lang);
        let today = today(cx);
        let day = self.day.day(today);
        let question = Question { epoch, name: self.name.clone(), course: course.to_owned(), day };
        self.asking.ask(ui.ctx(), cx.data, look, question);
        if ui.add(Button::quiet(theme, say::back_to_contractors().text(lang)).flush()).clicked() {
            return Some(Chosen::Back);
        }
        ui.columns(2, |columns| {
            let [left, right] = columns else { return };
            // A column would stretch its lines.
            left.vertical(|ui| widgets::heading(ui, theme, &self.name));
            self.day.show(right, cx, today);
        });
        let contractor = answered(ui, cx, self.asking.newest())?;
        let Some(contractor) = contractor else {
            widgets::body(ui, theme, &say::course_unknown_then(day_words(lang, day)).text(lang));
            return None;
        };
        let edition = say::course(contractor.edition.title(lang), contractor.edition.revision).text(lang);
        widgets::soft(ui, theme, &say::contractor_on(edition, day_words(lang, day)).text(lang));
        shown_ui(ui, cx, contractor, &mut self.shown);
        let list = DueList::of(contractor, day, lang);
        let is_current = self.asking.answer().is_some();
        ui.horizontal_wrapped(|ui| {
            let words = Button::plain(theme, say::list_open().text(lang));
            if list.len() > 0 && ui.add_enabled(is_current, words).clicked() {
                self.due = Some(DueDialog::new(list));
            }
            let lacks = contractor.people.iter().any(|line| !line.lacking.is_empty());
            let words = Button::plain(theme, assign::open().text(lang));
            if lacks && ui.add_enabled(is_current, words).clicked() {
                let whom = Whom::Contractor(contractor.name.clone());
                self.assign = Some(AssignDialog::new(ui, cx, whom, &contractor.edition.course, day));
            }
        });
        if self.assign.as_mut().is_some_and(|assign| assign.show(ui, cx, out)) {
            self.assign = None;
        }
        if self.due.as_mut().is_some_and(|due| due.show(ui, cx, out)) {
            self.due = None;
        }
        let people: Vec<&Line> = contractor.people.iter().filter(|line| self.shown.takes(line)).collect();
        if people.is_empty() {
            widgets::body(ui, theme, &say::nobody_here().text(lang));
            return None;
        }
        let columns = [
            Column::text(say::column_name().text(lang), 3.0),
            Column::text(say::column_stands().text(lang), 3.4),
            Column::text(say::column_until().text(lang), 2.2),
            Column::text(say::column_lacking().text(lang), 4.2),
        ];
        let name = |row: usize| {
            people.get(row).map_or_else(String::new, |line| format!("{}, {}", line.name, stands(cx, line)))
        };
        let room = room_below(ui, top);
        let chosen = self.list.show(ui, theme, "people", &columns, (people.len(), room), &name, |ui, row, column| {
            let Some(line) = people.get(row) else { return };
            match column {
                0 => cell_text(ui, theme, &line.name),
                1 => {
                    widgets::mark(ui, theme, state_tone(line.state));
                    cell_text(ui, theme, &stands(cx, line));
                }
                2 if line.state == State::Valid => cell_text(ui, theme, &until_words(lang, line.until)),
                2 => {}
                _ => cell_text(ui, theme, &lacking_words(lang, line, &contractor.edition)),
            }
        });
        let line = people.get(chosen?)?;
        Some(Chosen::Person(line.id, self.day.clone()))
    }
}

/// A standing in a word or two, with what was studied alone told.
fn stands(cx: &Cx<'_>, line: &Line) -> String {
    if line.state == State::Valid && line.alone {
        return say::state_valid_alone().text(cx.lang);
    }
    state_short(line.state).text(cx.lang)
}

/// The choice of whom to show, each with how many they are.
fn shown_ui(ui: &mut Ui, cx: &Cx<'_>, contractor: &Contractor, shown: &mut Shown) {
    let lang = cx.lang;
    let count = |shown: Shown| contractor.people.iter().filter(|line| shown.takes(line)).count();
    let options = [
        (Shown::Everybody, say::shown_all(count(Shown::Everybody))),
        (Shown::State(State::Valid), say::shown_valid(count(Shown::State(State::Valid)))),
        (Shown::State(State::Due), say::shown_due(count(Shown::State(State::Due)))),
        (Shown::State(State::Failed), say::shown_failed(count(Shown::State(State::Failed)))),
        (Shown::Alone, say::shown_alone(count(Shown::Alone))),
        (Shown::State(State::Unaccepted), say::shown_unaccepted(count(Shown::State(State::Unaccepted)))),
    ];
    let options = options.map(|(shown, message)| (shown, message.text(lang)));
    widgets::segments(ui, cx.theme, &say::shown_label().text(lang), shown, &options);
}
