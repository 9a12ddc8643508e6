//! What the pages draw, read and changed off the window's thread.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::engine::file_message;
use crate::files;
use crate::files::DataFolder;
use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::refresh as say;
use crate::paper::course::Course as Printed;
use crate::study::refresh::Answered;
use crate::study::refresh::Card;
use crate::study::refresh::CardId;
use crate::study::refresh::Course;
use crate::study::refresh::Forecast;
use crate::study::refresh::Kept;
use crate::study::refresh::Plan;
use crate::study::refresh::RefreshError;
use crate::study::refresh::Sitting;
use crate::study::refresh::Statistics;
use crate::study::refresh::Store;
use crate::study::refresh::choose;
use crate::study::refresh::day_of;
use crate::study::refresh::enrol;
use crate::study::refresh::forecast;
use crate::study::refresh::open_kept;
use crate::study::refresh::refresh_message;
use crate::study::refresh::set_aside;
use crate::study::refresh::sitting;
use crate::study::refresh::statistics;
use crate::text::Id;
use crate::text::Text;

/// Everything that is drawn.
#[derive(Clone, Debug)]
pub(super) struct Model {
    /// The courses that are refreshed.
    pub(super) courses: Vec<Course>,
    /// The one that is shown.
    pub(super) current: Option<Arc<Current>>,
    chosen: Option<Id>,
}

/// The course that is shown.
#[derive(Debug)]
pub(super) struct Current {
    /// The day for which this was read.
    pub(super) today: Date,
    pub(super) course: Course,
    pub(super) kept: Kept,
    pub(super) cards: Vec<Card>,
    /// What is left of the sitting of the rhythm.
    pub(super) sitting: Sitting,
    /// What can be refreshed beside the rhythm.
    pub(super) extra: Vec<CardId>,
    /// How many questions fit into a sitting.
    pub(super) limit: usize,
    /// How long a question takes, in seconds.
    pub(super) seconds: u32,
    pub(super) forecast: Forecast,
    pub(super) statistics: Statistics,
}

/// Something to be done with the disk.
#[derive(Debug)]
pub(super) enum Task {
    /// Read anew.
    Read,
    /// Take up the course of the closed self-study in this folder.
    TakeUp(PathBuf),
    /// Take an answer.
    Answer(CardId, Answered),
    /// Change when and how much.
    Plan(Plan),
    /// End the refreshers of the course that is shown.
    Stop,
    /// Move a file that cannot be read out of the way.
    SetAside,
    /// Write the calendar.
    Calendar(PathBuf, String),
    /// Print the pocket guide.
    Guide(PathBuf),
}

/// What came of a task.
#[derive(Debug)]
pub(super) struct Done {
    pub(super) model: Model,
    /// What is told for a few seconds.
    pub(super) told: Option<Message>,
    /// The card whose answer was taken.
    pub(super) answered: Option<Card>,
}

/// What went wrong.
#[derive(Clone, Debug)]
pub(super) struct Trouble {
    pub(super) message: Message,
    /// Whether moving the file aside would mend it.
    pub(super) may_set_aside: bool,
}

impl Trouble {
    pub(super) fn plain(message: Message) -> Self {
        Self { message, may_set_aside: false }
    }

    fn of(error: &RefreshError, lang: Lang) -> Self {
        let may_set_aside = matches!(error, RefreshError::NotOurs { .. } | RefreshError::Damaged { .. });
        Self { message: refresh_message(error, lang), may_set_aside }
    }
}

impl Model {
    /// Has another course shown when the model is read next.
    pub(super) fn choose(&mut self, index: usize) {
        self.chosen = self.courses.get(index).map(|course| course.id.clone());
        self.current = None;
    }
}

impl Current {
    /// A text of the course in the language in which it was studied, filled from the profile.
    pub(super) fn fill(&self, text: &Text) -> String {
        self.kept.profile.fill(text, &self.course.language)
    }

    /// The language of the course as far as the program speaks it, else `lang`.
    pub(super) fn lang(&self, lang: Lang) -> Lang {
        Lang::ALL.into_iter().find(|own| own.tag() == self.course.language.as_str()).unwrap_or(lang)
    }

    /// The card called `id`.
    pub(super) fn card(&self, id: CardId) -> Option<&Card> {
        self.cards.iter().find(|card| card.id == id)
    }
}

/// Does `task`, then reads everything that is drawn.
pub(super) fn run(
    data: &DataFolder,
    before: Option<Model>,
    now: Timestamp,
    zone: &TimeZone,
    lang: Lang,
    task: Task,
) -> Result<Done, Trouble> {
    let fault = |error: RefreshError| Trouble::of(&error, lang);
    let path = Store::path_in(data);
    let mut chosen = before.as_ref().and_then(|before| before.chosen.clone());
    let mut current = before.and_then(|before| before.current);
    let (mut told, mut answered) = (None, None);
    match task {
        Task::Read => {}
        Task::TakeUp(session) => {
            chosen = Some(enrol(data, &session, now).map_err(fault)?.id);
            current = None;
        }
        Task::Answer(card, answer) => {
            answered = Some(Store::open(&path).and_then(|mut store| store.answer(card, &answer)).map_err(fault)?);
        }
        Task::Plan(plan) => {
            if let Some(current) = &current {
                let id = &current.course.id;
                Store::open(&path).and_then(|mut store| store.set_plan(id, &plan)).map_err(fault)?;
            }
        }
        Task::Stop => {
            if let Some(stopped) = current.take() {
                let id = &stopped.course.id;
                Store::open(&path).and_then(|mut store| store.stop(id)).map_err(fault)?;
                chosen = None;
                told = Some(say::stopped());
            }
        }
        Task::SetAside => {
            let aside = set_aside(&path, now).map_err(fault)?;
            told = Some(say::was_set_aside(aside.display().to_string()));
        }
        Task::Calendar(to, text) => {
            write(&to, text.as_bytes())?;
            told = Some(say::calendar_saved(to.display().to_string()));
        }
        Task::Guide(to) => {
            if let Some(current) = &current {
                let printed = Printed {
                    pack: &current.kept.pack,
                    profile: &current.kept.profile,
                    profile_folder: &current.kept.profile_folder,
                    language: &current.course.language,
                };
                let pdf =
                    printed.pocket_guide().map_err(|error| Trouble::plain(say::not_printed(error.to_string())))?;
                write(&to, &pdf)?;
                told = Some(say::guide_saved(to.display().to_string()));
            }
        }
    }
    let model = read(data, chosen, current.as_deref(), day_of(now, zone)).map_err(fault)?;
    Ok(Done { model, told, answered })
}

fn write(to: &std::path::Path, bytes: &[u8]) -> Result<(), Trouble> {
    files::write_for_everyone(to, bytes).map_err(|error| Trouble::plain(file_message(&error)))
}

/// Reads everything; the copy of the course is read anew only when it is another than `before`.
fn read(data: &DataFolder, chosen: Option<Id>, before: Option<&Current>, today: Date) -> Result<Model, RefreshError> {
    let Some(store) = Store::open_existing(&Store::path_in(data))? else {
        return Ok(Model { courses: Vec::new(), current: None, chosen });
    };
    let courses = store.courses()?;
    let of_choice = courses.iter().find(|course| Some(&course.id) == chosen.as_ref());
    let Some(course) = of_choice.or(courses.first()) else {
        return Ok(Model { courses, current: None, chosen });
    };
    let kept = match before.filter(|before| before.course.digest == course.digest) {
        Some(before) => before.kept.clone(),
        None => open_kept(data, course)?,
    };
    let current = current(&store, course, kept, today)?;
    Ok(Model { chosen: Some(course.id.clone()), current: Some(Arc::new(current)), courses })
}

fn current(store: &Store, course: &Course, kept: Kept, today: Date) -> Result<Current, RefreshError> {
    let plan = course.plan;
    let cards = store.cards(&course.id)?;
    let begun = plan.day_up_to(today);
    let seconds = store.seconds_per_question(begun)?;
    let limit = plan.questions_per_sitting(seconds);
    let answered = store.answered_since(&course.id, begun)?;
    let sitting = sitting(&cards, &plan, (course.enrolled, today), answered, limit);
    let extra = choose(&cards, &plan, today, limit);
    let forecast = forecast(&cards, &plan, today, limit);
    let statistics = statistics(&cards, &store.reviews(&course.id)?, today);
    Ok(Current { today, course: course.clone(), kept, cards, sitting, extra, limit, seconds, forecast, statistics })
}
