//! A person: whether they may be sent to a customer, theme by theme, and on which evidence.

use std::collections::BTreeMap;
use std::path::PathBuf;

use egui::Ui;

use crate::files::read_at_most;
use crate::i18n::messages::archive as say;
use crate::i18n::messages::assign;
use crate::i18n::messages::records;
use crate::records::CourseStanding;
use crate::records::Day;
use crate::records::Evidence;
use crate::records::Form;
use crate::records::Part;
use crate::records::Person;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::State;
use crate::register::row_pages::row_pages;
use crate::register::verify::LARGEST_FILE;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::records::asking::Asking;
use crate::ui::records::assign_ui::AssignDialog;
use crate::ui::records::assign_ui::Whom;
use crate::ui::records::day_field::DayField;
use crate::ui::records::day_field::today;
use crate::ui::records::page::Asked;
use crate::ui::records::page::Page;
use crate::ui::records::words::day_words;
use crate::ui::records::words::outcome_words;
use crate::ui::records::words::until_words;
use crate::ui::records::words::written_words;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;

/// The page of one person.
#[derive(Debug)]
pub(super) struct PersonPage {
    id: i64,
    day: DayField,
    asking: Asking<(u64, i64, Day), Person>,
    /// The page of each row they are on, by the row's number in the tables: read from the files, when there is time.
    pages: Asking<Rows, BTreeMap<i64, u32>>,
    assign: Option<AssignDialog>,
}

/// Rows whose pages are asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Rows(Vec<RowOf>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct RowOf {
    /// Its number in the tables.
    attendance: i64,
    file: PathBuf,
    row: u32,
}

fn look(records: &Records, (_epoch, id, day): &(u64, i64, Day)) -> Result<Person, RecordsError> {
    records.person(*id, *day)
}

#[expect(clippy::unnecessary_wraps, reason = "the shape of every question")]
fn look_for_pages(_: &Records, Rows(rows): &Rows) -> Result<BTreeMap<i64, u32>, RecordsError> {
    let page = |RowOf { attendance, file, row }: &RowOf| {
        let bytes = read_at_most(file, LARGEST_FILE).ok()?;
        Some((*attendance, *row_pages(&bytes).get(row)?))
    };
    Ok(rows.iter().filter_map(page).collect())
}

impl PersonPage {
    /// The page of the person with the number `id`, on the day that was asked about before.
    pub(super) fn new(id: i64, day: DayField) -> Self {
        Self { id, day, asking: Asking::default(), pages: Asking::default(), assign: None }
    }

    /// Draws the page.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, epoch: u64, out: &mut Actions) -> Option<Asked> {
        let (theme, lang) = (cx.theme, cx.lang);
        let today = today(cx);
        let day = self.day.day(today);
        self.asking.ask(ui.ctx(), cx.data, look, (epoch, self.id, day));
        let goes_back = ui.add(Button::quiet(theme, say::back().text(lang)).flush()).clicked();
        let mut asked = goes_back.then_some(Asked::Back);
        match self.asking.newest() {
            Some(Ok(person)) => {
                let rows = person.courses.iter().flat_map(|course| &course.evidence);
                let rows = rows.map(|one| RowOf { attendance: one.attendance, file: one.file.clone(), row: one.row });
                self.pages.ask(ui.ctx(), cx.data, look_for_pages, Rows(rows.collect()));
                let nothing = BTreeMap::new();
                let pages = self.pages.newest().and_then(|pages| pages.as_ref().ok()).unwrap_or(&nothing);
                ui.vertical(|ui| {
                    ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
                    widgets::heading(ui, theme, &person.name);
                    widgets::body(ui, theme, &person.company);
                    if person.written.len() > 1 || person.written.iter().any(|written| !written.kind.is_empty()) {
                        for written in &person.written {
                            widgets::caption(ui, theme, &written_words(lang, written));
                        }
                    }
                });
                self.day.show(ui, cx, today);
                if person.courses.is_empty() {
                    widgets::body(ui, theme, &say::person_nothing(day_words(lang, day)).text(lang));
                }
                for course in &person.courses {
                    let mut assigns = false;
                    ui.push_id(&course.edition.course, |ui| {
                        asked = course_ui(ui, cx, course, day, pages, out).or(asked.take());
                        assigns = assign_button(ui, cx, course);
                    });
                    if assigns {
                        let whom = Whom::Person(person.id, person.name.clone());
                        self.assign = Some(AssignDialog::new(ui, cx, whom, &course.edition.course, day));
                    }
                }
            }
            Some(Err(failed)) => {
                widgets::error_line(ui, theme, &failed.message(lang).text(lang));
            }
            None => {
                widgets::soft(ui, theme, &say::reading().text(lang));
            }
        }
        if self.assign.as_mut().is_some_and(|assign| assign.show(ui, cx, out)) {
            self.assign = None;
        }
        asked
    }
}

/// The button by which what somebody lacks is assigned, where they lack anything; whether it was pressed.
fn assign_button(ui: &mut Ui, cx: &Cx<'_>, course: &CourseStanding) -> bool {
    let lacks = course.themes.iter().any(|answer| matches!(answer.part, Part::Lacking(_)));
    // Whoever never attended the course takes the whole of it.
    let may = lacks && !course.evidence.is_empty();
    may && ui.add(Button::plain(cx.theme, assign::open().text(cx.lang))).clicked()
}

fn course_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    course: &CourseStanding,
    day: Day,
    pages: &BTreeMap<i64, u32>,
    out: &mut Actions,
) -> Option<Asked> {
    let mut asked = None;
    let (theme, lang) = (cx.theme, cx.lang);
    let title = say::course(course.edition.title(lang), course.edition.revision).text(lang);
    let on = day_words(lang, day);
    let (tone, answer) = match course.state {
        State::Valid => (Tone::Good, say::person_valid(on)),
        State::Due => (Tone::Bad, say::person_due(on)),
        State::Failed => (Tone::Bad, say::person_failed(on)),
        State::Unaccepted => (Tone::Caution, say::person_unaccepted(on)),
    };
    widgets::toned(ui, theme, tone, |ui| {
        ui.spacing_mut().item_spacing.y = theme.grid;
        widgets::subheading(ui, theme, &title);
        ui.horizontal_top(|ui| {
            widgets::mark(ui, theme, tone);
            ui.vertical(|ui| widgets::strong(ui, theme, &answer.text(lang)));
        });
        if let (State::Valid, Some(since)) = (course.state, course.since) {
            let since = day_words(lang, since);
            let term = match course.until.and_then(Day::known) {
                Some(until) => say::person_term(since, day_words(lang, until)),
                None => say::person_term_open(since),
            };
            widgets::body(ui, theme, &term.text(lang));
        }
        if course.alone {
            widgets::body(ui, theme, &say::person_alone().text(lang));
        }
        themes_ui(ui, cx, course);
        widgets::strong(ui, theme, &say::evidence_title().text(lang));
        if course.evidence.is_empty() {
            widgets::soft(ui, theme, &say::evidence_none().text(lang));
        }
        for evidence in &course.evidence {
            ui.push_id(evidence.attendance, |ui| {
                let page = pages.get(&evidence.attendance).copied();
                asked = evidence_ui(ui, cx, evidence, page, out).or(asked.take());
            });
        }
    });
    asked
}

fn themes_ui(ui: &mut Ui, cx: &Cx<'_>, course: &CourseStanding) {
    let (theme, lang) = (cx.theme, cx.lang);
    let columns = [
        widgets::Column::text(say::column_theme().text(lang), 5.0),
        widgets::Column::text(say::column_stands().text(lang), 5.0),
        widgets::Column::text(say::column_until().text(lang), 2.2),
    ];
    widgets::table(ui, theme, "themes", &columns, course.themes.len(), None, |ui, row, column| {
        let Some(answer) = course.themes.get(row) else { return };
        match (column, answer.part) {
            (0, part) => {
                let tone = match part {
                    Part::Held { evidence, .. } if counts(course, evidence) => Tone::Good,
                    Part::Held { .. } => Tone::Caution,
                    Part::Lacking(_) => Tone::Bad,
                };
                widgets::mark(ui, theme, tone);
                let known = course.edition.themes.get(answer.position);
                widgets::body_beside(ui, theme, known.map_or("", |known| known.title(lang)));
            }
            (1, Part::Held { since, evidence, .. }) => {
                let register = course.evidence.iter().find(|one| one.attendance == evidence);
                let words = match register {
                    Some(register) if !register.accepted => say::theme_unaccepted(day_words(lang, register.day)),
                    Some(register) if register.day != since => {
                        say::theme_held_by(day_words(lang, since), day_words(lang, register.day))
                    }
                    Some(_) | None => say::theme_held(day_words(lang, since)),
                };
                widgets::body(ui, theme, &words.text(lang));
            }
            (1, Part::Lacking(lack)) => {
                widgets::body(ui, theme, &lack.message(lang).text(lang));
            }
            (_, Part::Held { until, evidence, .. }) if counts(course, evidence) => {
                widgets::body(ui, theme, &until_words(lang, Some(until)));
            }
            (_, Part::Held { .. } | Part::Lacking(_)) => {}
        }
    });
}

/// Whether an attendance is of a register whose signer is accepted.
fn counts(course: &CourseStanding, attendance: i64) -> bool {
    course.evidence.iter().all(|one| one.attendance != attendance || one.accepted)
}

fn evidence_ui(ui: &mut Ui, cx: &Cx<'_>, evidence: &Evidence, page: Option<u32>, out: &mut Actions) -> Option<Asked> {
    let mut asked = None;
    let (theme, lang) = (cx.theme, cx.lang);
    let form = match evidence.form {
        Form::Room => say::form_room(),
        Form::Alone => say::form_alone(),
    };
    let test = outcome_words(evidence.outcome);
    let rehearsal = evidence.rehearsal.then(say::evidence_rehearsal);
    let signed = if evidence.accepted {
        say::evidence_signed(evidence.signer.as_str())
    } else {
        say::evidence_unaccepted(evidence.signer.as_str())
    };
    let redacted =
        evidence.original.as_ref().map(|digest| records::evidence_redacted(digest.get(..12).unwrap_or(digest)));
    let parts = [
        Some(form),
        test,
        rehearsal,
        page.map(say::evidence_page),
        Some(say::evidence_row(evidence.row)),
        Some(signed),
        redacted,
    ];
    let parts: Vec<String> = parts.into_iter().flatten().map(|message| message.text(lang)).collect();
    let date = day_words(lang, evidence.day);
    let parts = parts.join(" · ");
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
        ui.horizontal_wrapped(|ui| {
            if ui.add(Button::plain(theme, say::open_register(date.as_str()).text(lang))).clicked() {
                out.push(Action::ShowPage(evidence.file.clone(), page));
            }
            let text = say::about_register().text(lang);
            let about = ui.add(Button::quiet(theme, text.as_str()));
            ui.ctx().accesskit_node_builder(about.id, |node| node.set_label(format!("{text}: {date}")));
            if about.clicked() {
                asked = Some(Asked::Open(Page::register(evidence.digest.clone())));
            }
        });
        if evidence.accepted {
            widgets::body(ui, theme, &parts);
        } else {
            widgets::marked(ui, theme, Tone::Caution, &parts);
        }
    });
    asked
}
