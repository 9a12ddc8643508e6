//! The window around a self-study: where it is shown, which keys count, and taking leave of it.

use crate::ui::Route;
use crate::ui::app::App;
use crate::ui::command::UiCommand;
use crate::ui::study;

impl App {
    /// Whether the running session is a self-study.
    fn is_study(&self) -> bool {
        self.session().is_some_and(|running| !running.snapshot.state.setup.form.is_room())
    }

    /// The screen of a self-study in place of the room's.
    pub(super) fn as_studied(&self, route: Route) -> Route {
        match route {
            Route::Lobby(_) | Route::Room(_) if self.is_study() => Route::Study(study::Screen::default()),
            route => route,
        }
    }

    /// What can be asked by key here.
    pub(super) fn commands(&self) -> &'static [UiCommand] {
        if matches!(self.route, Route::Study(_) | Route::Refresh(_)) || self.is_study() {
            &UiCommand::ALONE
        } else {
            &UiCommand::ALL
        }
    }

    /// Before a self-study is left, also with the program: what counts and what was written goes where it belongs.
    pub(super) fn leave_study(&mut self) {
        let now = self.clock.now();
        if let (Route::Study(screen), Some((_, running))) = (&mut self.route, &self.session) {
            screen.leave(running, now);
        }
    }
}
