//! Passing on: whoever did the course and passed may hold it for their own team, on the ground of their own register.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use egui::Ui;

use crate::engine::Snapshot;
use crate::engine::layout;
use crate::i18n::Message;
use crate::i18n::day;
use crate::i18n::messages::alone as say;
use crate::i18n::messages::desk;
use crate::pack::CoursePack;
use crate::profile::Profile;
use crate::register::trust::TrustList;
use crate::register::verify::Trust;
use crate::session::Ground;
use crate::session::Script;
use crate::study::Asked;
use crate::study::pass_on::NotYet;
use crate::study::pass_on::PassOn;
use crate::study::pass_on::pass_on_from;
use crate::text::Id;
use crate::ui::Cx;
use crate::ui::pick::PathPicker;
use crate::ui::pick::Picked;
use crate::ui::pick::Wanted;
use crate::ui::prepare::Screen;
use crate::ui::prepare::Spot;
use crate::ui::prepare::time_zone;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// A self-study that is done, as its folder has it.
#[derive(Debug)]
pub(super) struct Done {
    pub(super) course: PathBuf,
    /// The themes that it was of, where they were not all.
    pub(super) part: Option<BTreeSet<Id>>,
    /// The subscriber's profile; none for the made-up one of the course itself.
    pub(super) profile: Option<PathBuf>,
    pub(super) register: PathBuf,
}

/// Whether the register lets its holder pass the course on.
#[derive(Debug, Default)]
pub(super) struct PassingOn {
    picker: PathPicker,
    /// A register is being looked for.
    is_open: bool,
    /// What was asked last.
    asked: Option<Question>,
    job: Option<Job<Result<PassOn, NotYet>>>,
    answer: Option<Answer>,
    /// The row that was chosen where several could be theirs.
    row: Option<u32>,
}

/// The register, the course with the themes of the session, the profile, and the row that was chosen.
type Question = (PathBuf, Option<PathBuf>, Vec<Id>, Option<PathBuf>, Option<u32>);

#[derive(Debug)]
enum Answer {
    Found(PassOn),
    /// They may not, with the themes that are due.
    Not(Message, Vec<(String, Message)>),
}

impl Screen {
    /// A preparation of the course that was done alone in the session of `done`, or of the same part of it, under the same
    /// subscriber's profile and on the ground of its register.
    pub fn passing_on(done: &Snapshot) -> Self {
        let (folder, script, themes) = (&done.folder, &done.state.script, &done.state.setup.themes);
        let is_own = script.profile != script.pack.example_profile;
        let mut screen = Self::default();
        screen.rests_on = Some(Done {
            course: layout::pack(folder),
            part: (!themes.is_empty()).then(|| themes.iter().cloned().collect()),
            profile: is_own.then(|| layout::profile_file(folder)),
            register: layout::register(folder),
        });
        screen
    }

    /// The ground of the session, once the register was found to be one.
    pub(super) fn ground(&self) -> Option<&Ground> {
        self.draft.register.as_ref()?;
        match &self.passing_on.answer {
            Some(Answer::Found(PassOn::Granted { ground, .. })) => Some(ground),
            _ => None,
        }
    }

    /// Draws the trainer's own register: a quiet button until there is one.
    pub(super) fn passing_on_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, pack: &Arc<CoursePack>, profile: &Arc<Profile>) {
        let (theme, lang) = (cx.theme, cx.lang);
        if self.draft.register.is_none() && !self.passing_on.is_open {
            if ui.add(Button::quiet(theme, say::pass_on_open().text(lang))).clicked() {
                self.passing_on.is_open = true;
            }
            return;
        }
        self.ask_for_ground(ui, cx, pack, profile);
        widgets::section(ui, theme, &say::pass_on_title().text(lang), |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            widgets::soft(ui, theme, &say::pass_on_explained().text(lang));
            let error = self.error(Spot::Ground, cx);
            let label = say::pass_on_register().text(lang);
            let wanted = Wanted::File(vec!["pdf"]);
            let picked = self.passing_on.picker.show(ui, theme, lang, &label, &wanted, error.as_deref());
            if let Some(Picked(paths)) = picked
                && let Some(path) = paths.into_iter().next()
            {
                self.rest_on(path);
            }
            let row = self.answer_ui(ui, cx);
            if row.is_some() {
                self.passing_on.row = row;
            }
            let without = ui.add(Button::quiet(theme, say::pass_on_without().text(lang)));
            self.reach(Spot::Ground, &without);
            if without.clicked() {
                self.draft.register = None;
                self.passing_on = PassingOn::default();
                self.mended(Spot::Ground);
            }
        });
    }

    /// Lets the session rest on the register at `path`.
    pub(super) fn rest_on(&mut self, path: PathBuf) {
        self.passing_on.picker.text = path.display().to_string();
        self.passing_on.row = None;
        self.passing_on.asked = None;
        self.draft.register = Some(path);
        self.mended(Spot::Ground);
    }

    /// What stands against the start, where the session is to rest on a register.
    pub(super) fn ground_trouble(&self) -> Option<(Spot, Message)> {
        let is_missing = self.draft.register.is_some() && self.ground().is_none();
        is_missing.then(|| (Spot::Ground, say::pass_on_not_clear()))
    }

    /// Looks into the register, again when the course, its themes, the profile or the row is another. Of a session of only
    /// some themes, these alone are asked.
    fn ask_for_ground(&mut self, ui: &Ui, cx: &Cx<'_>, pack: &Arc<CoursePack>, profile: &Arc<Profile>) {
        match finished(&mut self.passing_on.job) {
            Some(Ok(Ok(found))) => {
                if let PassOn::Granted { ground, .. } = &found
                    && self.draft.trainer.trim().is_empty()
                {
                    self.draft.trainer.clone_from(&ground.name);
                }
                self.passing_on.answer = Some(Answer::Found(found));
                self.mended(Spot::Ground);
            }
            Some(Ok(Err(error))) => {
                let due = match &error {
                    NotYet::ThemesDue(themes) => themes
                        .iter()
                        .filter_map(|found| {
                            let theme = pack.theme(&found.theme)?;
                            Some((profile.fill(&theme.title, &self.language(pack)), found.reason.message(cx.lang)))
                        })
                        .collect(),
                    NotYet::Unusable(_) | NotYet::NotPassed => Vec::new(),
                };
                self.passing_on.answer = Some(Answer::Not(error.message(), due));
            }
            Some(Err(_stopped)) => self.passing_on.answer = Some(Answer::Not(desk::work_stopped(), Vec::new())),
            None => {}
        }
        let Some(path) = self.draft.register.clone() else { return };
        let (themes, row) = (self.themes(pack), self.passing_on.row);
        let question = (path.clone(), self.draft.course.clone(), themes.clone(), self.draft.profile.clone(), row);
        if self.passing_on.asked.as_ref() == Some(&question) {
            return;
        }
        self.passing_on.asked = Some(question);
        self.passing_on.answer = None;
        let script = Script { pack: Arc::new(pack.part(&themes)), profile: Arc::clone(profile) };
        let (trust, now) = (TrustList::path(cx.data), cx.clock.now());
        self.passing_on.job = Some(Job::start(ui.ctx(), "pass-on", move |_| {
            let trust = TrustList::load(&trust).unwrap_or_default();
            let zone = time_zone();
            let asked = Asked { script: &script, person: None, row, trust: &trust, now, time_zone: &zone };
            pass_on_from(&path, &asked)
        }));
    }

    /// What the register says; the row that was chosen now, if there were several.
    fn answer_ui(&self, ui: &mut Ui, cx: &Cx<'_>) -> Option<u32> {
        let (theme, lang) = (cx.theme, cx.lang);
        let mut chosen = None;
        match &self.passing_on.answer {
            None if self.passing_on.job.is_some() => {
                widgets::progress(ui, theme, 0.5, &say::pass_on_looking().text(lang));
            }
            None => {}
            Some(Answer::Found(PassOn::Granted { ground, trust })) => {
                let text = say::pass_on_granted(ground.name.as_str(), day(lang, ground.ended_on));
                widgets::marked(ui, theme, Tone::Good, &text.text(lang));
                if !matches!(trust, Trust::Trusted { .. }) {
                    widgets::marked(ui, theme, Tone::Caution, &say::pass_on_untrusted().text(lang));
                }
            }
            Some(Answer::Found(PassOn::Choose(rows))) => {
                widgets::body(ui, theme, &say::pass_on_whose().text(lang));
                for row in rows {
                    let text = format!("{} · {}", row.name, row.company);
                    if ui.add(Button::plain(theme, text).wide()).clicked() {
                        chosen = Some(row.number);
                    }
                }
            }
            Some(Answer::Not(message, due)) => {
                widgets::marked(ui, theme, Tone::Bad, &message.text(lang));
                for (title, reason) in due {
                    widgets::soft(ui, theme, &format!("{title}: {}", reason.text(lang)));
                }
            }
        }
        chosen
    }
}
