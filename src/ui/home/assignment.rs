//! An assignment that was dropped on the first screen, or chosen there: what it asks, and how it is to be done.

use std::path::{Path, PathBuf};

use egui::Ui;

use crate::i18n::Message;
use crate::i18n::messages::assign as say;
use crate::i18n::messages::common;
use crate::i18n::messages::desk;
use crate::records::Assignment;
use crate::records::AssignmentError;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::alone;
use crate::ui::pick::PathPicker;
use crate::ui::pick::Picked;
use crate::ui::pick::Wanted;
use crate::ui::prepare;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// Most people who are named; of more, their number says enough.
const MOST_NAMES: usize = 6;

/// The assignment's card.
#[derive(Debug, Default)]
pub(super) struct Card {
    is_open: bool,
    picker: PathPicker,
    path: PathBuf,
    reading: Option<Job<Result<Assignment, AssignmentError>>>,
    read: Option<Assignment>,
    error: Option<Message>,
}

impl Card {
    /// Opens the card, to choose a file.
    pub(super) fn open(&mut self) {
        *self = Self { is_open: true, ..Self::default() };
    }

    /// Takes what was dropped and what was read.
    pub(super) fn take(&mut self, context: &egui::Context, cx: &Cx<'_>) {
        if let Some(path) = cx.dropped.iter().find(|path| Assignment::is_named(path)) {
            self.read(context, path.clone());
        }
        let name = self.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
        match finished(&mut self.reading) {
            Some(Ok(Ok(assignment))) => self.read = Some(assignment),
            Some(Ok(Err(error))) => self.error = Some(error.message(&name)),
            Some(Err(_stopped)) => self.error = Some(desk::work_stopped()),
            None => {}
        }
    }

    fn read(&mut self, context: &egui::Context, path: PathBuf) {
        let file = path.clone();
        let reading = Job::start(context, "read-assignment", move |_| Assignment::read(&file));
        let picker = PathPicker::at(path.display().to_string());
        *self = Self { is_open: true, picker, path, reading: Some(reading), ..Self::default() };
    }

    /// Draws the card, if there is anything to show.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
        if !self.is_open {
            return;
        }
        let (theme, lang) = (cx.theme, cx.lang);
        let mut closes = false;
        widgets::toned(ui, theme, Tone::Accent, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid;
            widgets::caption(ui, theme, &say::card_title().text(lang));
            if let Some(assignment) = &self.read {
                assignment_ui(ui, cx, assignment);
                closes = doing_ui(ui, cx, &self.path, assignment, out);
            } else {
                closes = self.choosing_ui(ui, cx);
            }
        });
        if closes {
            *self = Self::default();
        }
    }

    /// Draws the choice of a file; whether the card is closed.
    fn choosing_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> bool {
        let (theme, lang) = (cx.theme, cx.lang);
        widgets::soft(ui, theme, &say::card_text().text(lang));
        let error = self.error.as_ref().map(|error| error.text(lang));
        let label = say::card_file().text(lang);
        let wanted = Wanted::File(vec![Assignment::ENDING]);
        let picked = self.picker.show(ui, theme, lang, &label, &wanted, error.as_deref());
        if let Some(Picked(paths)) = picked
            && let Some(path) = paths.into_iter().next()
        {
            self.read(ui.ctx(), path);
        }
        ui.add(Button::plain(theme, common::close().text(lang))).clicked()
    }
}

/// The course, its themes, the minutes and the people.
fn assignment_ui(ui: &mut Ui, cx: &Cx<'_>, assignment: &Assignment) {
    let (theme, lang) = (cx.theme, cx.lang);
    widgets::heading(ui, theme, assignment.course.title(lang));
    widgets::strong(ui, theme, &assignment.summary().text(lang));
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
        for line in assignment.theme_lines(lang) {
            widgets::body(ui, theme, &line.text(lang));
        }
    });
    let names: Vec<&str> = assignment.people.iter().take(MOST_NAMES).map(|person| person.name.as_str()).collect();
    let more = assignment.people.len().saturating_sub(names.len());
    widgets::soft(ui, theme, &say::card_people(names.join(", "), more).text(lang));
}

/// How it is to be done; whether the card is closed.
fn doing_ui(ui: &mut Ui, cx: &Cx<'_>, path: &Path, assignment: &Assignment, out: &mut Actions) -> bool {
    let (theme, lang) = (cx.theme, cx.lang);
    // One person is most often the one who sits here.
    let is_for_one = assignment.people.len() == 1;
    ui.horizontal_wrapped(|ui| {
        let goes = |ui: &mut Ui, first: bool, text: Message| {
            let text = text.text(lang);
            let button = if first { Button::primary(theme, text) } else { Button::plain(theme, text) };
            ui.add(button.large()).clicked()
        };
        let alone_first = is_for_one.then(|| goes(ui, true, say::do_alone()));
        if goes(ui, !is_for_one, say::do_room()) {
            out.push(Action::Go(Box::new(Route::Prepare(prepare::Screen::assigned(path.to_owned())))));
        }
        if alone_first.unwrap_or_else(|| goes(ui, false, say::do_alone())) {
            out.push(Action::Go(Box::new(Route::Alone(alone::Screen::assigned(path.to_owned())))));
        }
        ui.add(Button::quiet(theme, common::close().text(lang)).large()).clicked()
    })
    .inner
}
