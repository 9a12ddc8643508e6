//! Making an assignment: what the people lack, its minutes, and where the file goes.

use std::path::PathBuf;

use egui::Ui;

use crate::files::DataFolder;
use crate::files::write_atomically;
use crate::i18n::Message;
use crate::i18n::messages::assign as say;
use crate::i18n::messages::common;
use crate::i18n::messages::desk;
use crate::records::{Assigned, Assignment, Day, For, Records, RecordsError, file_message};
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::pick::PathPicker;
use crate::ui::pick::Wanted;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// The longest part of a file's name that a name makes, in characters.
const LONGEST_NAME: usize = 60;

/// For whom it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Whom {
    /// A contractor's people.
    Contractor(String),
    /// One person, and their name.
    Person(i64, String),
}

impl Whom {
    fn name(&self) -> &str {
        match self {
            Self::Contractor(name) | Self::Person(_, name) => name,
        }
    }

    fn ask(&self, data: &DataFolder, course: &str, day: Day) -> Result<Option<Assigned>, RecordsError> {
        let records = Records::open(data)?;
        let whom = match self {
            Self::Contractor(name) => For::Contractor(records.company(name)?),
            Self::Person(id, _) => For::People(vec![*id]),
        };
        records.assignment(&whom, course, day)
    }
}

/// What the records say.
#[derive(Clone, Debug, Default)]
enum Found {
    /// They are being asked.
    #[default]
    Asking,
    /// Nobody lacks anything.
    Nothing,
    /// This, and what is to be done of it by whom.
    Assignment(Box<(Assignment, Assigned)>),
}

/// The dialog in which an assignment is made.
#[derive(Debug)]
pub(super) struct AssignDialog {
    whom: Whom,
    asking: Option<Job<Result<Option<Assigned>, RecordsError>>>,
    found: Found,
    file: PathPicker,
    writing: Option<Job<Result<PathBuf, Message>>>,
    error: Option<Message>,
}

impl AssignDialog {
    /// The dialog for what somebody lacks of a course on a day.
    pub(super) fn new(ui: &Ui, cx: &Cx<'_>, whom: Whom, course: &str, day: Day) -> Self {
        let (data, asked, course) = (cx.data.clone(), whom.clone(), course.to_owned());
        let asking = Job::start(ui.ctx(), "records-assign", move |_| asked.ask(&data, &course, day));
        Self {
            whom,
            asking: Some(asking),
            found: Found::Asking,
            file: PathPicker::default(),
            writing: None,
            error: None,
        }
    }

    /// Draws the dialog; whether it is over.
    pub(super) fn show(&mut self, ui: &Ui, cx: &Cx<'_>, out: &mut Actions) -> bool {
        match finished(&mut self.asking) {
            Some(Ok(Ok(assigned))) => {
                let found = assigned.and_then(|assigned| Some((assigned.assignment.clone()?, assigned)));
                self.found = found.map_or(Found::Nothing, |found| Found::Assignment(Box::new(found)));
            }
            Some(Ok(Err(error))) => self.error = Some(error.message(cx.lang)),
            Some(Err(_stopped)) => self.error = Some(desk::work_stopped()),
            None => {}
        }
        match finished(&mut self.writing) {
            Some(Ok(Ok(path))) => {
                out.push(Action::Notice(say::written(path.display().to_string())));
                if let Some(folder) = path.parent() {
                    out.push(Action::Reveal(folder.to_owned()));
                }
                return true;
            }
            Some(Ok(Err(message))) => self.error = Some(message),
            Some(Err(_stopped)) => self.error = Some(desk::work_stopped()),
            None => {}
        }
        let (theme, lang) = (cx.theme, cx.lang);
        let title = say::dialog_title(self.whom.name()).text(lang);
        let response = widgets::dialog(ui.ctx(), theme, "records-assign", &title, 720.0, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            match self.found.clone() {
                Found::Assignment(found) => self.assignment_ui(ui, cx, &found.0, &found.1),
                Found::Nothing => {
                    widgets::body(ui, theme, &say::nobody_lacks().text(lang));
                }
                Found::Asking if self.error.is_none() => {
                    widgets::soft(ui, theme, &say::dialog_reading().text(lang));
                }
                Found::Asking => {}
            }
            if let Some(error) = &self.error {
                widgets::marked(ui, theme, Tone::Bad, &error.text(lang));
            }
            ui.horizontal(|ui| {
                let assignment = if let Found::Assignment(found) = &self.found { Some(&found.0) } else { None };
                let path = self.file.path().map(with_ending);
                let may = self.writing.is_none() && path.is_some() && assignment.is_some();
                let write = Button::primary(theme, say::dialog_write().text(lang));
                if let (true, Some(path), Some(assignment)) = (ui.add_enabled(may, write).clicked(), path, assignment) {
                    self.error = None;
                    let bytes = assignment.to_json();
                    self.writing = Some(Job::start(ui.ctx(), "write-assignment", move |_| {
                        write_atomically(&path, &bytes).map_err(|error| file_message(&error))?;
                        Ok(path)
                    }));
                }
                ui.add(Button::plain(theme, common::close().text(lang))).clicked()
            })
            .inner
        });
        response.inner || (response.should_close && self.writing.is_none())
    }

    /// What the assignment asks of whom, and where it is to lie.
    fn assignment_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, assignment: &Assignment, assigned: &Assigned) {
        let (theme, lang) = (cx.theme, cx.lang);
        widgets::strong(ui, theme, &assignment.summary().text(lang));
        // What stands around it in the dialog has its room.
        let around = if assigned.has_retakes() { 510.0 } else { 430.0 };
        let room = (ui.ctx().content_rect().height() - around).max(160.0);
        egui::ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
            for line in assignment.theme_lines(lang) {
                widgets::body(ui, theme, &line.text(lang));
            }
            ui.add_space(theme.grid / 2.0);
            for line in &assigned.lacking {
                widgets::soft(ui, theme, &assigned.person_line(line, &line.name, lang).text(lang));
            }
        });
        if assigned.has_retakes() {
            widgets::body(ui, theme, &say::retake().text(lang));
        }
        widgets::soft(ui, theme, &say::dialog_text().text(lang));
        let label = say::dialog_file().text(lang);
        let wanted = Wanted::Save(self.suggested(assignment));
        self.file.show(ui, theme, lang, &label, &wanted, None);
    }

    /// A name that every file system takes.
    fn suggested(&self, assignment: &Assignment) -> String {
        let plain = |letter: char| if letter.is_alphanumeric() { letter } else { ' ' };
        let name: String = self.whom.name().chars().map(plain).collect();
        let name: String = name.split_whitespace().collect::<Vec<_>>().join("-").chars().take(LONGEST_NAME).collect();
        format!("{name}-{}.{}", assignment.made_on, Assignment::ENDING)
    }
}

/// The path with the ending by which the file is known when it is dropped on a window.
fn with_ending(path: PathBuf) -> PathBuf {
    if Assignment::is_named(&path) {
        return path;
    }
    let mut name = path.into_os_string();
    name.push(format!(".{}", Assignment::ENDING));
    name.into()
}
