//! A person: whether they may be sent to a customer, theme by theme, and on which evidence.

use egui::Ui;

use crate::i18n::messages::archive as say;
use crate::i18n::messages::records;
use crate::records::CourseStanding;
use crate::records::Day;
use crate::records::Evidence;
use crate::records::Form;
use crate::records::Outcome;
use crate::records::Part;
use crate::records::Person;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::State;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::records::asking::Asking;
use crate::ui::records::day_field::DayField;
use crate::ui::records::day_field::today;
use crate::ui::records::words::day_words;
use crate::ui::records::words::lack_words;
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
}

fn look(records: &Records, (_epoch, id, day): &(u64, i64, Day)) -> Result<Person, RecordsError> {
    records.person(*id, *day)
}

impl PersonPage {
    /// The page of the person with the number `id`, on the day that was asked about before.
    pub(super) fn new(id: i64, day: DayField) -> Self {
        Self { id, day, asking: Asking::default() }
    }

    /// Draws the page; whether to go back.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, epoch: u64, out: &mut Actions) -> bool {
        let (theme, lang) = (cx.theme, cx.lang);
        let today = today(cx);
        let day = self.day.day(today);
        self.asking.ask(ui.ctx(), cx.data, look, (epoch, self.id, day));
        let goes_back = ui.add(Button::quiet(theme, say::back().text(lang))).clicked();
        match self.asking.newest() {
            Some(Ok(person)) => {
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
                    ui.push_id(&course.edition.course, |ui| course_ui(ui, cx, course, day, out));
                }
            }
            Some(Err(failed)) => {
                widgets::error_line(ui, theme, &failed.message(lang).text(lang));
            }
            None => {
                widgets::soft(ui, theme, &say::reading().text(lang));
            }
        }
        goes_back
    }
}

fn course_ui(ui: &mut Ui, cx: &Cx<'_>, course: &CourseStanding, day: Day, out: &mut Actions) {
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
            ui.push_id(evidence.attendance, |ui| evidence_ui(ui, cx, evidence, out));
        }
    });
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
                let tone = if matches!(part, Part::Held { .. }) { Tone::Good } else { Tone::Bad };
                widgets::mark(ui, theme, tone);
                let known = course.edition.themes.get(answer.position);
                widgets::body(ui, theme, known.map_or("", |known| known.title(lang)));
            }
            (1, Part::Held { since, evidence, .. }) => {
                let register = course.evidence.iter().find(|one| one.attendance == evidence);
                let words = match register {
                    Some(register) if register.day != since => {
                        say::theme_held_by(day_words(lang, since), day_words(lang, register.day))
                    }
                    Some(_) | None => say::theme_held(day_words(lang, since)),
                };
                widgets::body(ui, theme, &words.text(lang));
            }
            (1, Part::Lacking(lack)) => {
                widgets::body(ui, theme, &lack_words(lang, lack));
            }
            (_, Part::Held { until, .. }) => {
                widgets::body(ui, theme, &until_words(lang, Some(until)));
            }
            (_, Part::Lacking(_)) => {}
        }
    });
}

fn evidence_ui(ui: &mut Ui, cx: &Cx<'_>, evidence: &Evidence, out: &mut Actions) {
    let (theme, lang) = (cx.theme, cx.lang);
    let form = match evidence.form {
        Form::Room => say::form_room(),
        Form::Alone => say::form_alone(),
    };
    let test = match evidence.outcome {
        Outcome::NoTest => None,
        Outcome::Passed => Some(say::test_passed()),
        Outcome::Failed => Some(say::test_failed()),
        Outcome::NotTaken => Some(say::test_not_taken()),
    };
    let rehearsal = evidence.rehearsal.then(say::evidence_rehearsal);
    let signed = if evidence.accepted {
        say::evidence_signed(evidence.signer.as_str())
    } else {
        say::evidence_unaccepted(evidence.signer.as_str())
    };
    let redacted =
        evidence.original.as_ref().map(|digest| records::evidence_redacted(digest.get(..12).unwrap_or(digest)));
    let parts = [Some(form), test, rehearsal, Some(say::evidence_row(evidence.row)), Some(signed), redacted];
    let parts: Vec<String> = parts.into_iter().flatten().map(|message| message.text(lang)).collect();
    let date = day_words(lang, evidence.day);
    ui.horizontal_wrapped(|ui| {
        if ui.add(Button::plain(theme, say::open_register(date.as_str()).text(lang))).clicked() {
            out.push(Action::Reveal(evidence.file.clone()));
        }
        if !evidence.accepted {
            widgets::mark(ui, theme, Tone::Caution);
        }
        widgets::body(ui, theme, &parts.join(" · "));
    });
}
