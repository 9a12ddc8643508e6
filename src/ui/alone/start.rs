//! Opening the self-study and signing its learner in.

use std::sync::Arc;

use egui::Ui;

use crate::engine::Engine;
use crate::engine::NewSession;
use crate::engine::Origin;
use crate::engine::first_state;
use crate::engine::start_message;
use crate::i18n::messages::desk;
use crate::session::Form;
use crate::session::Script;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::alone::Screen;
use crate::ui::prepare::Chosen;
use crate::ui::prepare::time_zone;
use crate::ui::prepare::waker;
use crate::ui::study;
use crate::ui::work::Job;
use crate::ui::work::finished;

impl Screen {
    /// Opens the self-study on a thread of its own, unless something typed stands against it.
    pub(super) fn start(&mut self, context: &egui::Context, cx: &Cx<'_>, chosen: &Chosen) {
        let Chosen { pack, profile, profile_folder, language, themes } = chosen;
        self.stops = self.choosing.stands_against(context, pack, profile);
        let new = NewSession {
            script: Script { pack: Arc::clone(pack), profile: Arc::clone(profile) },
            profile_folder: profile_folder.clone(),
            language: language.clone(),
            organiser: profile.name.get(language).to_owned(),
            place: String::new(),
            trainer: String::new(),
            time_zone: time_zone(),
            expected: Vec::new(),
            form: Form::SelfStudy,
            ground: None,
            themes: themes.clone(),
            origin: Origin::Random,
        };
        // Nothing is written before everything typed can be used.
        let is_filled = match first_state(&new, cx.clock.now()) {
            Ok(state) => self.details.is_filled(context, cx, &state),
            Err(error) => {
                self.stops.push(start_message(&error, cx.lang));
                false
            }
        };
        if !is_filled || !self.stops.is_empty() {
            return;
        }
        let sign_in = self.details.command(profile.identifier);
        let (data, clock, waker) = (cx.data.clone(), Arc::clone(cx.clock), waker(context));
        self.starting = Some(Job::start(context, "start-study", move |_| {
            let engine = Engine::create(&data, new, clock, waker)?;
            if let Err(error) = engine.client().ask(sign_in) {
                // The self-study is there all the same: it asks again who studies.
                tracing::warn!(%error, "the learner was not signed in");
            }
            Ok(engine)
        }));
    }

    pub(super) fn take_start(&mut self, ui: &Ui, cx: &Cx<'_>, out: &mut Actions) {
        match finished(&mut self.starting) {
            Some(Ok(Ok(engine))) => {
                out.push(Action::Adopt(engine));
                out.push(Action::Go(Box::new(Route::Study(study::Screen::begun(self.earlier.path())))));
                ui.ctx().request_repaint();
            }
            Some(Ok(Err(error))) => self.stops = vec![start_message(&error, cx.lang)],
            Some(Err(_stopped)) => self.stops = vec![desk::work_stopped()],
            None => {}
        }
    }
}
