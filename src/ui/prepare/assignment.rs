//! An assignment that was opened: its course is found among those that are here, its themes and people are filled in.

use std::path::{Path, PathBuf};

use egui::Context;
use egui::Ui;

use crate::i18n::Message;
use crate::i18n::messages::assign as say;
use crate::i18n::messages::desk;
use crate::records::Assignment;
use crate::records::AssignmentError;
use crate::records::Misfit;
use crate::session::Expected;
use crate::text::Id;
use crate::ui::Cx;
use crate::ui::prepare::Screen;
use crate::ui::prepare::Spot;
use crate::ui::prepare::draft::is_blank;
use crate::ui::prepare::people;
use crate::ui::widgets;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// An assignment on its way into the preparation.
#[derive(Debug, Default)]
pub(super) struct Opening {
    path: Option<PathBuf>,
    reading: Option<Job<Result<Assignment, AssignmentError>>>,
    read: Option<Assignment>,
    is_filled_in: bool,
    error: Option<Message>,
}

impl Opening {
    fn name(&self) -> String {
        self.path
            .as_deref()
            .and_then(Path::file_name)
            .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    }
}

impl Screen {
    /// The preparation of what the assignment in the file asks.
    pub(in crate::ui) fn assigned(path: PathBuf) -> Self {
        let mut screen = Self::default();
        screen.assignment.path = Some(path);
        screen
    }

    /// As [`Screen::assigned`], for somebody who studies alone.
    pub(in crate::ui) fn assigned_to_one(path: PathBuf) -> Self {
        let mut screen = Self::for_one();
        screen.assignment.path = Some(path);
        screen
    }

    /// Whether an assignment was opened.
    pub(in crate::ui) fn has_assignment(&self) -> bool {
        self.assignment.path.is_some()
    }

    /// Opens an assignment, in the place of one that was opened before.
    pub(super) fn open_assignment(&mut self, context: &Context, path: PathBuf) {
        let file = path.clone();
        let reading = Job::start(context, "read-assignment", move |_| Assignment::read(&file));
        self.assignment = Opening { path: Some(path), reading: Some(reading), ..Opening::default() };
    }

    /// Opens the assignment with which the screen was opened.
    pub(super) fn begin_assignment(&mut self, context: &Context) {
        if let Some(path) = self.assignment.path.clone() {
            self.open_assignment(context, path);
        }
    }

    /// Takes what was read; fills it in once the courses are known.
    pub(super) fn take_assignment(&mut self, cx: &Cx<'_>) {
        match finished(&mut self.assignment.reading) {
            Some(Ok(Ok(assignment))) => self.assignment.read = Some(assignment),
            Some(Ok(Err(error))) => self.assignment.error = Some(error.message(&self.assignment.name())),
            Some(Err(_stopped)) => self.assignment.error = Some(desk::work_stopped()),
            None => {}
        }
        if self.assignment.is_filled_in || self.loading.is_some() {
            return;
        }
        let Some(assignment) = self.assignment.read.clone() else { return };
        match self.course_for(&assignment, cx) {
            Ok((folder, themes)) => {
                self.draft.course = Some(folder);
                self.draft.part = (!themes.is_empty()).then(|| themes.into_iter().collect());
                self.mended(Spot::Course);
                if !self.is_for_one {
                    self.expect(assignment.expected());
                }
                self.assignment.error = None;
                self.assignment.is_filled_in = true;
            }
            // Another course may be opened yet.
            Err(misfit) => self.assignment.error = Some(misfit.message(&self.assignment.name())),
        }
    }

    /// The course of the assignment: the chosen one if it fits, else any that does.
    fn course_for(&self, assignment: &Assignment, cx: &Cx<'_>) -> Result<(PathBuf, Vec<Id>), Misfit> {
        let mut misfit = Misfit::OtherCourse { asked: assignment.course.title(cx.lang).to_owned() };
        let courses = self.library.iter().flat_map(|library| &library.courses);
        let chosen = self.chosen_course();
        for course in chosen.into_iter().chain(courses) {
            let Ok((pack, _)) = &course.loaded else { continue };
            match assignment.fits(pack) {
                Ok(themes) => return Ok((course.folder.clone(), themes)),
                Err(Misfit::OtherCourse { .. }) => {}
                Err(nearer) => misfit = nearer,
            }
        }
        Err(misfit)
    }

    /// Puts people on the list who are not on it.
    fn expect(&mut self, people: Vec<Expected>) {
        self.draft.expected.retain(|known| !is_blank(known));
        for person in people {
            let key = people::key(&person);
            if self
                .draft
                .expected
                .iter()
                .all(|known| people::key(known) != key || known.identifier != person.identifier)
            {
                self.draft.expected.push(person);
            }
        }
    }

    /// The only person of the assignment, once it is filled in.
    pub(in crate::ui) fn assigned_person(&self) -> Option<Expected> {
        let assignment = self.assignment.read.as_ref().filter(|_| self.assignment.is_filled_in)?;
        match &assignment.expected()[..] {
            [person] => Some(person.clone()),
            _ => None,
        }
    }

    /// Draws what became of the assignment.
    pub(super) fn assignment_ui(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let (theme, lang) = (cx.theme, cx.lang);
        if let Some(error) = &self.assignment.error {
            widgets::toned(ui, theme, Tone::Bad, |ui| widgets::marked(ui, theme, Tone::Bad, &error.text(lang)));
        } else if let Some(assignment) = self.assignment.read.as_ref().filter(|_| self.assignment.is_filled_in) {
            let text = if self.is_for_one {
                say::filled_in_alone(self.assignment.name())
            } else {
                say::filled_in(assignment.people.len(), self.assignment.name())
            };
            let tested: Vec<&str> = assignment.only_tested().map(|theme| theme.title(lang)).collect();
            widgets::toned(ui, theme, Tone::Good, |ui| {
                widgets::marked(ui, theme, Tone::Good, &text.text(lang));
                if !tested.is_empty() {
                    let more = if self.is_for_one { say::tested_alone } else { say::tested_in_room };
                    widgets::body(ui, theme, &more(tested.join("; ")).text(lang));
                }
            });
        }
    }
}
