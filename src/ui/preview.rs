//! A course as the room will see it, for its author: no session, nothing is stored.

use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::i18n::Lang;
use crate::i18n::messages::preview as say;
use crate::pack;
use crate::pack::CoursePack;
use crate::pack::Report;
use crate::pack::Step;
use crate::session::Round;
use crate::text::Id;
use crate::text::LangTag;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::command::UiCommand;
use crate::ui::projector::ASPECT;
use crate::ui::slide::Face;
use crate::ui::slide::Stage;
use crate::ui::slide::Wording;
use crate::ui::slide::explained_ids;
use crate::ui::slide::plain_step_face;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::work::Job;

/// The seed by which options are shuffled here: an author should see the same picture each time.
const SEED: u64 = 1;

/// How long the first frame waits for the pack.
const FIRST_FRAME_WAITS: Duration = Duration::from_millis(150);

/// The screen's own state.
#[derive(Debug)]
pub struct Screen {
    folder: PathBuf,
    step: Option<Id>,
    stage: usize,
    reading: Option<Job<Result<Arc<CoursePack>, Report>>>,
    pack: Option<Arc<CoursePack>>,
    mistakes: Option<Report>,
    is_asked: bool,
    /// There has been a frame.
    was_drawn: bool,
    /// A slide has been shown.
    was_shown: bool,
}

impl Screen {
    /// The pack in `folder`, from the step called `step` or from its beginning.
    pub fn new(folder: PathBuf, step: Option<Id>) -> Self {
        Self {
            folder,
            step,
            stage: 0,
            reading: None,
            pack: None,
            mistakes: None,
            is_asked: false,
            was_drawn: false,
            was_shown: false,
        }
    }

    /// Starts reading the pack, if it has not been asked for yet.
    pub fn begin(&mut self, context: &egui::Context) {
        if !std::mem::replace(&mut self.is_asked, true) {
            let folder = self.folder.clone();
            self.reading = Some(Job::start(context, "read the pack", move |_| {
                pack::load(&folder).map(|loaded| Arc::new(loaded.pack))
            }));
        }
    }

    /// Draws the screen.
    pub fn show(&mut self, ui: &mut egui::Ui, cx: &Cx<'_>, out: &mut Actions) {
        let _ = out;
        self.read(ui.ctx());
        let theme = cx.theme;
        let frame = egui::Frame::new().fill(theme.surface).inner_margin(egui::Margin::symmetric(16, 8));
        egui::Panel::bottom("preview").frame(frame).show_separator_line(false).show(ui, |ui| {
            ui.horizontal(|ui| self.controls(ui, cx));
        });
        match (&self.pack, &self.mistakes) {
            (_, Some(report)) => {
                widgets::page(ui, theme, 960.0, |ui| {
                    widgets::title(ui, theme, &say::mistakes().text(cx.lang));
                    egui::ScrollArea::vertical().show(ui, |ui| {
                        ui.add(
                            egui::Label::new(egui::RichText::new(report.text(cx.lang)).monospace()).selectable(true),
                        );
                    });
                });
            }
            (Some(pack), None) => {
                let pack = Arc::clone(pack);
                self.slide(ui, cx, &pack);
            }
            (None, None) => {
                widgets::page(ui, theme, 960.0, |ui| widgets::body(ui, theme, &say::reading().text(cx.lang)));
            }
        }
    }

    /// Reads the pack off this thread, the first time and whenever it is asked for again.
    fn read(&mut self, context: &egui::Context) {
        self.begin(context);
        // The window appears with its first frame: a moment's patience spares one that says only that the pack is read.
        let is_first = !std::mem::replace(&mut self.was_drawn, true);
        let patience = if is_first { FIRST_FRAME_WAITS } else { Duration::ZERO };
        let result = self.reading.as_ref().and_then(|job| job.wait(patience));
        if result.is_some() {
            self.reading = None;
        }
        match result {
            Some(Ok(Ok(pack))) => {
                self.pack = Some(pack);
                self.mistakes = None;
            }
            Some(Ok(Err(report))) => self.mistakes = Some(report),
            Some(Err(_)) | None => {}
        }
    }

    fn controls(&mut self, ui: &mut egui::Ui, cx: &Cx<'_>) {
        let theme = cx.theme;
        let lang = cx.lang;
        if ui.add(Button::plain(theme, say::read_again().text(lang))).clicked() {
            self.is_asked = false;
            ui.ctx().request_repaint();
        }
        let Some(pack) = self.pack.clone() else { return };
        let Some(index) = self.index(&pack) else { return };
        let back = Button::plain(theme, say::previous().text(lang)).key(UiCommand::PreviousStep.key(lang));
        if ui.add(back).clicked() || cx.is_pressed(UiCommand::PreviousStep) {
            self.turn(&pack, index.saturating_sub(1));
        }
        let next = Button::plain(theme, say::next().text(lang)).key(UiCommand::NextStep.key(lang));
        if ui.add(next).clicked() || cx.is_pressed(UiCommand::NextStep) {
            self.turn(&pack, index + 1);
        }
        let Some((of, step)) = pack.steps().nth(self.index(&pack).unwrap_or(index)) else { return };
        if let Some(question) = step.question() {
            let stages = 2 + explained_ids(question, SEED).len();
            let more = Button::plain(theme, say::reveal().text(lang)).key(UiCommand::OpenOrRevealQuestion.key(lang));
            if ui.add(more).clicked() || cx.is_pressed(UiCommand::OpenOrRevealQuestion) {
                self.stage = (self.stage + 1) % stages;
            }
        }
        let number = pack.steps().position(|(_, other)| other.id == step.id).unwrap_or(0) + 1;
        let place = say::place(number, pack.steps().count(), step.id.as_str(), of.file.as_str(), step.minutes);
        widgets::soft(ui, theme, &place.text(lang));
    }

    /// Where the step shown stands among all steps; a step that is no longer there gives way to the first.
    fn index(&self, pack: &CoursePack) -> Option<usize> {
        let wanted = self.step.as_ref();
        let found = pack.steps().position(|(_, step)| Some(&step.id) == wanted);
        found.or_else(|| pack.steps().next().map(|_| 0))
    }

    fn turn(&mut self, pack: &CoursePack, index: usize) {
        if let Some((_, step)) = pack.steps().nth(index) {
            self.step = Some(step.id.clone());
            self.stage = 0;
        }
    }

    fn slide(&mut self, ui: &egui::Ui, cx: &Cx<'_>, pack: &CoursePack) {
        let Some((theme, step)) = self.index(pack).and_then(|index| pack.steps().nth(index)) else { return };
        let language = language(pack, cx.lang);
        let wording = Wording { profile: &pack.example_profile, language: &language, root: Path::new(&pack.root) };
        let face = self.face(wording, theme, step, cx);
        let room = ui.available_rect_before_wrap();
        let width = room.width().min(room.height() * ASPECT);
        let rect = egui::Rect::from_center_size(room.center(), egui::vec2(width, width / ASPECT));
        cx.slides.show(ui, rect, cx.theme, cx.images, &face);
        if !self.was_shown {
            self.was_shown = true;
            tracing::info!(step = step.id.as_str(), "slide shown");
        }
    }

    fn face(&self, wording: Wording<'_>, theme: &pack::Theme, step: &Step, cx: &Cx<'_>) -> Face {
        let explained = step.question().map(|question| explained_ids(question, SEED)).unwrap_or_default();
        let nobody = [Round { is_revealed: true, ..Round::default() }];
        let stage = match self.stage {
            0 => Stage::Asked,
            1 => Stage::Results(&nobody),
            more => explained.get(more - 2).map_or(Stage::Asked, Stage::Explained),
        };
        plain_step_face(wording, theme, step, SEED, &stage, None, cx.clock.now())
    }
}

/// The pack's language nearest to the program's: the same one, else the pack's main one.
fn language(pack: &CoursePack, lang: Lang) -> LangTag {
    let same = pack.languages.iter().find(|language| language.as_str() == lang.tag());
    same.or_else(|| pack.languages.first()).cloned().unwrap_or_else(|| LangTag(lang.tag().into()))
}
