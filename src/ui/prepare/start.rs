//! Starting the session that was prepared.

use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use crate::engine::Engine;
use crate::engine::NewSession;
use crate::engine::Origin;
use crate::engine::StartError;
use crate::engine::start_message;
use crate::i18n::Message;
use crate::i18n::messages::assign;
use crate::i18n::messages::desk as say;
use crate::pack::CoursePack;
use crate::profile::Profile;
use crate::session::Command;
use crate::session::Field;
use crate::session::Refusal;
use crate::session::Script;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::prepare::Screen;
use crate::ui::prepare::Spot;
use crate::ui::prepare::draft::Draft;
use crate::ui::prepare::draft::Turn;
use crate::ui::prepare::draft::is_blank;
use crate::ui::settings::Settings;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// What became of the start.
pub(super) type Started = Result<Engine, StartError>;

impl Screen {
    /// Starts the session on a thread of its own, unless something typed stands against it.
    pub(super) fn start(
        &mut self,
        context: &egui::Context,
        cx: &Cx<'_>,
        pack: &Arc<CoursePack>,
        profile: &Arc<Profile>,
    ) {
        let mut troubles = self.what_is_missing();
        if !self.unfilled(pack, profile).is_empty() {
            troubles.insert(0, (Spot::Profile, say::profile_unfit()));
        }
        if self.lacks_themes(pack) {
            troubles.insert(0, (Spot::Themes, assign::no_theme_chosen()));
        }
        if !self.can_start() {
            troubles.push((Spot::Computer, say::cannot_start()));
        }
        troubles.extend(self.ground_trouble());
        let is_stopped = !troubles.is_empty();
        self.stop_at(context, troubles);
        if is_stopped {
            return;
        }
        let new = NewSession {
            script: Script { pack: Arc::clone(pack), profile: Arc::clone(profile) },
            profile_folder: self.profile_folder(),
            language: self.language(pack),
            organiser: self.draft.organiser.clone(),
            place: self.draft.place.clone(),
            trainer: self.draft.trainer.clone(),
            time_zone: time_zone(),
            expected: self.draft.people(),
            form: crate::session::Form::Room,
            ground: self.ground().cloned(),
            themes: self.themes(pack),
            origin: Origin::Random,
        };
        let before = pack.checklist.before.iter().map(|item| &item.id);
        let ticked: Vec<_> = before.filter(|id| self.draft.ticked.contains(*id)).cloned().collect();
        let (data, clock, draft) = (cx.data.clone(), Arc::clone(cx.clock), Draft::path(cx.data));
        let waker = waker(context);
        // From here on the session has it; the draft is written again only if nothing comes of the start.
        self.kept = self.draft.clone();
        self.starting = Some(Job::start(context, "start-session", move |handle| {
            handle.report(0.3, say::starting());
            let engine = Engine::create(&data, new, clock, waker)?;
            let client = engine.client();
            for item in ticked {
                // A tick that is not taken can be made on the console; the session has begun all the same.
                if let Err(error) = client.ask(Command::Tick { item, done: true }) {
                    tracing::warn!(%error, "an item of the trainer's list was not ticked");
                }
            }
            if let Err(error) = Draft::forget(&draft, Turn::next()) {
                tracing::warn!(%error, "the draft was not removed");
            }
            Ok(engine)
        }));
    }

    pub(super) fn take_start(&mut self, context: &egui::Context, cx: &Cx<'_>, out: &mut Actions) {
        match finished(&mut self.starting) {
            Some(Ok(Ok(engine))) => {
                let (trainer, organiser) =
                    (self.draft.trainer.trim().to_owned(), self.draft.organiser.trim().to_owned());
                out.push(Action::Settings(Settings { trainer, organiser, ..cx.settings.clone() }));
                out.push(Action::Adopt(engine));
                out.push(Action::Go(Box::new(Route::Lobby(Default::default()))));
                context.request_repaint();
            }
            Some(Ok(Err(error))) => {
                self.kept = Draft::default();
                let spot = match &error {
                    StartError::Setup(refusal) => spot_of(refusal),
                    StartError::BadPack { .. } | StartError::PackChanged { .. } | StartError::NotCopied { .. } => {
                        Spot::Course
                    }
                    _ => Spot::Start,
                };
                self.stop_at(context, vec![(spot, start_message(&error, cx.lang))]);
            }
            Some(Err(_stopped)) => self.troubles = vec![(Spot::Start, say::work_stopped())],
            None => {}
        }
    }

    /// The folder that the profile's logo is relative to; none for a pack's own example.
    pub(super) fn profile_folder(&self) -> Option<PathBuf> {
        self.draft.profile.as_deref().and_then(Path::parent).map(Path::to_owned)
    }

    /// Whether a profile was chosen whose file has mistakes.
    pub(super) fn has_unusable_profile(&self) -> bool {
        self.draft.profile.is_some() && self.chosen_profile().is_none_or(|profile| profile.loaded.is_err())
    }

    /// Whether nothing of the computer stands against a session, as far as is known.
    pub(super) fn can_start(&self) -> bool {
        self.readiness.as_ref().is_none_or(|readiness| readiness.can_start())
    }

    fn what_is_missing(&self) -> Vec<(Spot, Message)> {
        let mut missing = Vec::new();
        if self.has_unusable_profile() {
            missing.push((Spot::Profile, say::profile_unusable()));
        }
        for (spot, text, message) in [
            (Spot::Place, &self.draft.place, say::place_empty()),
            (Spot::Trainer, &self.draft.trainer, say::trainer_empty()),
            (Spot::Organiser, &self.draft.organiser, say::organiser_empty()),
        ] {
            if text.trim().is_empty() {
                missing.push((spot, message));
            }
        }
        if let Some(waiting) = self.waiting() {
            missing.push((Spot::People, say::list_not_added(waiting)));
        }
        let nameless = self
            .draft
            .expected
            .iter()
            .enumerate()
            .find(|(_, person)| person.name.trim().is_empty() && !is_blank(person));
        if let Some((index, _)) = nameless {
            missing.push((Spot::People, say::expected_without_name(index + 1)));
        }
        missing
    }
}

fn spot_of(refusal: &Refusal) -> Spot {
    match refusal {
        Refusal::Empty { field } | Refusal::TooLong { field, .. } | Refusal::BadCharacter { field, .. } => {
            match field {
                Field::Place => Spot::Place,
                Field::Trainer => Spot::Trainer,
                Field::Organiser => Spot::Organiser,
                Field::Name | Field::Company | Field::Role | Field::Identifier => Spot::People,
                _ => Spot::Start,
            }
        }
        _ => Spot::Start,
    }
}

/// What the engine calls after every commit: the window is drawn again.
pub fn waker(context: &egui::Context) -> crate::engine::Waker {
    let context = context.clone();
    Arc::new(move || context.request_repaint())
}

/// The computer's time zone by its IANA name; UTC when it has none.
pub fn time_zone() -> String {
    jiff::tz::TimeZone::system().iana_name().unwrap_or("UTC").to_owned()
}
