//! Printed test sheets and their key, written into the session's folder off the UI thread.

use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use egui::Ui;

use crate::engine::file_message;
use crate::engine::layout;
use crate::files::FileError;
use crate::files::create_private_folder;
use crate::files::write_atomically;
use crate::i18n::Message;
use crate::i18n::messages::console;
use crate::paper::PaperError;
use crate::paper::course::Course;
use crate::paper::course::Sheet;
use crate::quiz::TestPaper;
use crate::session::Manner;
use crate::session::Participant;
use crate::session::Script;
use crate::session::State;
use crate::text::LangTag;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::room::test::model::may_begin;
use crate::ui::room::view::View;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::widgets::marked;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// Whose sheet it is, and what stands on it.
#[derive(Clone, Debug)]
struct Own {
    number: u32,
    name: String,
    company: String,
    attempt: u32,
    paper: Arc<TestPaper>,
}

/// Why there are no sheets.
#[derive(Debug)]
enum Trouble {
    Paper(PaperError),
    File(FileError),
}

impl Trouble {
    fn message(&self) -> Message {
        match self {
            Self::Paper(error) => console::sheets_not_set(error.to_string()),
            Self::File(error) => file_message(error),
        }
    }
}

/// The printing of sheets: running, done, or not asked for.
#[derive(Debug, Default)]
pub(crate) struct Sheets {
    job: Option<Job<Result<PathBuf, Trouble>>>,
    written: Option<(usize, PathBuf)>,
    count: usize,
}

impl Sheets {
    /// Draws the button, and where the sheets are once they are written.
    pub(crate) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, folder: &Path, out: &mut Actions) {
        let theme = cx.theme;
        let own = needed(view.state);
        match finished(&mut self.job) {
            Some(Ok(Ok(folder))) => self.written = Some((self.count, folder)),
            Some(Ok(Err(trouble))) => out.push(Action::Problem(trouble.message())),
            Some(Err(_)) => out.push(Action::Problem(console::sheets_stopped())),
            None => {}
        }
        ui.horizontal_wrapped(|ui| {
            if self.job.is_some() {
                marked(ui, theme, Tone::Accent, &view.say(console::sheets_writing()));
                return;
            }
            let button = Button::plain(theme, view.say(console::sheets_write(own.len())));
            if ui.add_enabled(!own.is_empty(), button).clicked() {
                self.count = own.len();
                self.written = None;
                let script = view.state.script.clone();
                let language = view.tag().clone();
                let session = folder.to_owned();
                let work = move |_: &_| write(&script, &language, &session, &own);
                self.job = Some(Job::start(ui.ctx(), "test-sheets", work));
            }
            if let Some((count, folder)) = &self.written {
                marked(ui, theme, Tone::Good, &view.say(console::sheets_written(*count)));
                if ui.add(Button::quiet(theme, view.say(console::sheets_reveal()))).clicked() {
                    out.push(Action::Reveal(folder.clone()));
                }
            }
        });
    }
}

/// A sheet for everybody on the register who may begin an attempt, or has one open on paper.
fn needed(state: &State) -> Vec<Own> {
    let own = |one: &Participant| {
        let open = one.open_attempt().filter(|attempt| attempt.manner == Manner::Paper);
        let (attempt, paper) = match open {
            Some(attempt) => (attempt.number, Arc::clone(&attempt.paper)),
            None if may_begin(state, one) => (one.next_attempt(), Arc::new(state.next_paper(one.id)?)),
            None => return None,
        };
        Some(Own {
            number: one.id.0,
            name: one.details.name.clone(),
            company: one.details.company.clone(),
            attempt,
            paper,
        })
    };
    state.standing().filter_map(own).collect()
}

/// Writes `sheets.pdf` and, apart from it, `key.pdf`; returns their folder.
fn write(script: &Script, language: &LangTag, session: &Path, own: &[Own]) -> Result<PathBuf, Trouble> {
    let profile_folder = layout::profile(session);
    let course = Course { pack: &script.pack, profile: &script.profile, profile_folder: &profile_folder, language };
    let sheets: Vec<Sheet<'_>> = own
        .iter()
        .map(|own| Sheet {
            number: own.number,
            name: own.name.clone(),
            company: own.company.clone(),
            attempt: own.attempt,
            paper: &own.paper,
        })
        .collect();
    let folder = session.join("test");
    create_private_folder(&folder).map_err(Trouble::File)?;
    let printed = course.test_sheets(&sheets).map_err(Trouble::Paper)?;
    write_atomically(&folder.join("sheets.pdf"), &printed).map_err(Trouble::File)?;
    let key = course.answer_key(&sheets).map_err(Trouble::Paper)?;
    write_atomically(&folder.join("key.pdf"), &key).map_err(Trouble::File)?;
    Ok(folder)
}
