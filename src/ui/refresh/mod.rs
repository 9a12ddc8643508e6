//! Refreshers on screen: what is due today, one question at a time, what is forgotten, the rhythm, the pocket guide.
//!
//! Everything that touches the disk runs as one [`Task`](model::Task) on a thread of its own and brings a whole new
//! [`Model`](model::Model) back; the pages only draw it.

mod chart;
mod consequences;
mod guide;
mod home_card;
mod model;
mod overview;
mod plan_ui;
mod question;
mod sitting;
mod statistics_ui;
mod sure;

use std::path::PathBuf;
use std::sync::Arc;

use egui::Key;
use egui::Ui;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::desk;
use crate::i18n::messages::refresh as say;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::pick::PathPicker;
use crate::ui::refresh::model::Current;
use crate::ui::refresh::model::Done;
use crate::ui::refresh::model::Model;
use crate::ui::refresh::model::Task;
use crate::ui::refresh::model::Trouble;
use crate::ui::refresh::plan_ui::Draft;
use crate::ui::refresh::sitting::Sitting;
use crate::ui::screen_page;
use crate::ui::study::is_free_key;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

pub use home_card::HomeCard;

/// The screen's own state.
#[derive(Debug, Default)]
pub struct Screen {
    /// The closed self-study whose course is taken up first.
    session: Option<PathBuf>,
    has_begun: bool,
    work: Option<Job<Result<Done, Trouble>>>,
    model: Option<Model>,
    trouble: Option<Trouble>,
    page: Page,
    plan: Draft,
    calendar: PathPicker,
    guide: PathPicker,
}

/// What is shown.
#[derive(Debug, Default)]
enum Page {
    #[default]
    Overview,
    Sitting(Box<Sitting>),
    Statistics,
    Guide,
}

/// What a page asks for once it is drawn.
enum Ask {
    Task(Task),
    /// Another course, by its place in the list.
    Course(usize),
    Page(Page),
    Home,
}

impl Screen {
    /// The refreshers of whatever is due on this computer.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes up the course of the closed, passed self-study in the folder `session`, then shows its refreshers.
    pub fn after(session: PathBuf) -> Self {
        Self { session: Some(session), ..Self::default() }
    }

    /// Draws the screen.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
        if !std::mem::replace(&mut self.has_begun, true) {
            let task = self.session.take().map_or(Task::Read, Task::TakeUp);
            self.start(ui.ctx(), cx, task);
        }
        self.take_result(out);
        let mut asked = Vec::new();
        if !matches!(self.page, Page::Overview) && is_free_key(ui, cx, Key::Escape) {
            asked.push(Ask::Page(Page::Overview));
        }
        match (&mut self.page, self.model.as_ref().and_then(|model| model.current.clone())) {
            (Page::Sitting(sitting), Some(current)) => {
                let is_busy = self.work.is_some();
                sitting.show(ui, cx, &current, is_busy, self.trouble.as_ref(), &mut asked);
            }
            (page, current) => {
                let (name, width) = match page {
                    Page::Statistics => ("refresh-statistics", 960.0),
                    Page::Guide => ("refresh-guide", 800.0),
                    Page::Overview | Page::Sitting(_) => ("refresh", 880.0),
                };
                let is_overview = matches!(page, Page::Overview | Page::Sitting(_));
                let is_statistics = matches!(page, Page::Statistics);
                screen_page(ui, cx.theme, name, width, |ui| {
                    ui.spacing_mut().item_spacing.y = cx.theme.grid * 2.0;
                    self.trouble_ui(ui, cx, &mut asked);
                    match current {
                        Some(current) if is_overview => self.overview(ui, cx, &current, &mut asked),
                        Some(current) if is_statistics => statistics_ui::show(ui, cx, &current, &mut asked),
                        Some(current) => {
                            guide::show(ui, cx, &current, &mut self.guide, self.work.is_some(), &mut asked);
                        }
                        None => self.nothing_ui(ui, cx, &mut asked),
                    }
                });
            }
        }
        for ask in asked {
            self.act(ui.ctx(), cx, ask, out);
        }
    }

    fn act(&mut self, context: &egui::Context, cx: &Cx<'_>, ask: Ask, out: &mut Actions) {
        context.request_repaint();
        match ask {
            Ask::Task(task) => self.start(context, cx, task),
            Ask::Course(index) => {
                if let Some(model) = &mut self.model {
                    model.choose(index);
                }
                self.plan = Draft::default();
                self.start(context, cx, Task::Read);
            }
            Ask::Page(page) => {
                self.trouble = None;
                self.page = page;
            }
            Ask::Home => out.push(Action::Go(Box::new(crate::ui::Route::Home(Default::default())))),
        }
    }

    /// Starts a task, unless one is at work.
    fn start(&mut self, context: &egui::Context, cx: &Cx<'_>, task: Task) {
        if self.work.is_some() {
            return;
        }
        self.trouble = None;
        let (data, now, lang) = (cx.data.clone(), cx.clock.now(), cx.lang);
        let before = self.model.clone();
        self.work = Some(Job::start(context, "refresh", move |_| {
            model::run(&data, before, now, &TimeZone::system(), lang, task)
        }));
    }

    fn take_result(&mut self, out: &mut Actions) {
        match finished(&mut self.work) {
            Some(Ok(Ok(done))) => {
                if let (Page::Sitting(sitting), Some(card)) = (&mut self.page, &done.answered) {
                    sitting.taken(card);
                }
                if let Some(told) = done.told {
                    out.push(Action::Notice(told));
                }
                self.model = Some(done.model);
            }
            Some(Ok(Err(trouble))) => self.trouble = Some(trouble),
            Some(Err(_stopped)) => self.trouble = Some(Trouble::plain(desk::work_stopped())),
            None => {}
        }
    }

    fn trouble_ui(&self, ui: &mut Ui, cx: &Cx<'_>, asked: &mut Vec<Ask>) {
        let Some(trouble) = &self.trouble else { return };
        trouble_ui(ui, cx, trouble, asked);
    }

    fn overview(&mut self, ui: &mut Ui, cx: &Cx<'_>, current: &Arc<Current>, asked: &mut Vec<Ask>) {
        let courses = self.model.as_ref().map(|model| model.courses.as_slice()).unwrap_or_default();
        let is_busy = self.work.is_some();
        overview::show(ui, cx, courses, current, is_busy, asked);
        plan_ui::show(ui, cx, current, &mut self.plan, &mut self.calendar, is_busy, asked);
        overview::stop_ui(ui, cx, is_busy, asked);
    }

    /// Before anything is read, and where no course was passed here yet.
    fn nothing_ui(&self, ui: &mut Ui, cx: &Cx<'_>, asked: &mut Vec<Ask>) {
        let (theme, lang) = (cx.theme, cx.lang);
        widgets::title(ui, theme, &say::title().text(lang));
        if self.model.is_some() {
            widgets::body(ui, theme, &say::no_courses().text(lang));
        } else if self.work.is_some() {
            widgets::soft(ui, theme, &say::reading().text(lang));
        }
        if ui.add(Button::plain(theme, say::to_home().text(lang))).clicked() {
            asked.push(Ask::Home);
        }
    }
}

/// The head of a page beside the overview: the way back, what the page is, and the course it is about.
fn page_head(ui: &mut Ui, cx: &Cx<'_>, current: &Current, title: &str, asked: &mut Vec<Ask>) {
    let (theme, lang) = (cx.theme, cx.lang);
    ui.horizontal(|ui| {
        if ui.add(Button::plain(theme, say::back().text(lang)).key("Esc")).clicked() {
            asked.push(Ask::Page(Page::Overview));
        }
    });
    ui.vertical(|ui| {
        widgets::title(ui, theme, title);
        widgets::soft(ui, theme, &current.course.title);
    });
}

/// What went wrong, with the mend that the program can do.
fn trouble_ui(ui: &mut Ui, cx: &Cx<'_>, trouble: &Trouble, asked: &mut Vec<Ask>) {
    let (theme, lang) = (cx.theme, cx.lang);
    widgets::toned(ui, theme, Tone::Bad, |ui| {
        widgets::marked(ui, theme, Tone::Bad, &trouble.message.text(lang));
        ui.horizontal(|ui| {
            if ui.add(Button::plain(theme, say::again().text(lang))).clicked() {
                asked.push(Ask::Task(Task::Read));
            }
            if trouble.may_set_aside && ui.add(Button::plain(theme, say::set_aside().text(lang))).clicked() {
                asked.push(Ask::Task(Task::SetAside));
            }
        });
    });
}

/// A day in words: "tiistai 24.11.2026", "Tuesday 24 November 2026".
fn day_words(lang: Lang, day: Date) -> Message {
    let date = day.to_zoned_datetime(TimeZone::UTC).map(|at| crate::i18n::date(lang, &at)).unwrap_or_default();
    say::day(weekday_key(day), date)
}

/// The key of a weekday in the wording.
fn weekday_key(day: Date) -> &'static str {
    ["mo", "tu", "we", "th", "fr", "sa", "su"][usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0)]
}

/// A share in per cent, rounded.
fn percent(share: f32) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share is from 0 to 1")]
    let percent = (share.clamp(0.0, 1.0) * 100.0).round() as u32;
    percent
}

/// Minutes that so many questions take, at least one.
fn minutes(questions: usize, seconds: u32) -> usize {
    (questions * seconds as usize).div_ceil(60).max(1)
}
