//! A command that the room waits for: what was typed is let go of only once the session has it.

use egui::Ui;

use crate::engine::AskError;
use crate::engine::ask_message;
use crate::i18n::Lang;
use crate::i18n::messages::desk;
use crate::session::Command;
use crate::session::State;
use crate::ui::Cx;
use crate::ui::widgets::error_line;
use crate::ui::work::Job;
use crate::ui::work::Stopped;
use crate::ui::work::finished;

/// A command under way, and why the last one did not happen.
#[derive(Debug, Default)]
pub(crate) struct Asking {
    job: Option<Job<Result<(), AskError>>>,
    trouble: Option<Trouble>,
}

#[derive(Debug)]
enum Trouble {
    Asked(AskError),
    Stopped,
}

impl Asking {
    /// Asks the running session for `command`; one at a time, so that nothing is stored twice.
    pub(crate) fn start(&mut self, ui: &Ui, cx: &Cx<'_>, command: Command) {
        self.start_all(ui, cx, vec![command]);
    }

    /// Asks for several things in their order; the first that does not happen ends it.
    pub(crate) fn start_all(&mut self, ui: &Ui, cx: &Cx<'_>, commands: Vec<Command>) {
        let Some(running) = cx.session.filter(|_| self.job.is_none()) else { return };
        let client = running.client.clone();
        self.trouble = None;
        self.job = Some(Job::start(ui.ctx(), "room-ask", move |_| {
            commands.into_iter().try_for_each(|command| client.ask(command).map(|_stored| ()))
        }));
    }

    /// Whether the session is still being asked.
    pub(crate) fn is_busy(&self) -> bool {
        self.job.is_some()
    }

    /// Whether the session is still being asked, or said no and was not asked again.
    pub(crate) fn is_unsettled(&self) -> bool {
        self.is_busy() || self.trouble.is_some()
    }

    /// True once, when the command is stored; to be looked at in every frame before anything is drawn.
    pub(crate) fn is_stored(&mut self, ui: &Ui) -> bool {
        let Some(outcome) = finished(&mut self.job) else { return false };
        // The frame's snapshot may be older than the outcome.
        ui.ctx().request_repaint();
        self.trouble = match outcome {
            Ok(Ok(())) => return true,
            Ok(Err(error)) => Some(Trouble::Asked(error)),
            Err(Stopped) => Some(Trouble::Stopped),
        };
        false
    }

    /// Forgets why the last command did not happen.
    pub(crate) fn forgive(&mut self) {
        self.trouble = None;
    }

    /// Says why the last command did not happen, if it did not.
    pub(crate) fn trouble(&self, ui: &mut Ui, cx: &Cx<'_>, state: &State, lang: Lang) {
        let message = match &self.trouble {
            None => return,
            Some(Trouble::Asked(error)) => ask_message(error, Some(state), lang),
            Some(Trouble::Stopped) => desk::work_stopped(),
        };
        error_line(ui, cx.theme, &message.text(lang));
    }
}
