//! What the second window is told, and which displays there are.

use crate::i18n::messages::slides;
use crate::session::Place;
use crate::ui::app::App;
use crate::ui::projector::Projector;
use crate::ui::projector::second_display;
use crate::ui::slide::Face;
use crate::ui::slide::break_end;
use crate::ui::slide::room_face;
use crate::ui::theme::DEFAULT_ACCENT;

impl App {
    /// Tells the second window what the room should see, and asks to be called when a break's countdown moves on.
    pub(super) fn update_projector(&mut self, context: &egui::Context) {
        let Some((_, running)) = &self.session else {
            let title = slides::projector_waiting().text(self.settings.lang);
            let face = Face { title, is_centred: true, lang: self.settings.lang, ..Face::default() };
            let theme = Projector::theme(self.settings.look, DEFAULT_ACCENT);
            self.second_window.update(context, &self.projector, face, &theme);
            return;
        };
        let state = &running.snapshot.state;
        if self.place.as_ref() != Some(&state.place) {
            self.place = Some(state.place.clone());
            self.projector.explained = None;
            self.projector.is_joining = false;
        }
        let now = self.clock.now();
        let joining = self.phones.joining(&self.settings.phones);
        let face =
            room_face(state, self.projector.explained.as_ref(), joining.as_ref(), self.projector.is_joining, now);
        let theme = Projector::theme(self.settings.look, state.script.profile.accent);
        self.second_window.update(context, &self.projector, face, &theme);
        let step = match &state.place {
            Place::Step(id) => state.script.pack.step(id).map(|(_, step)| step),
            _ => None,
        };
        if let Some(end) = step.and_then(|step| break_end(state, step))
            && end > now
        {
            // The countdown shows whole minutes: it moves on when the last of this one is over.
            let left = end.duration_since(now).as_millis();
            let wait = u64::try_from((left - 1) % 60_000).unwrap_or(0) + 20;
            context.request_repaint_after(std::time::Duration::from_millis(wait));
        }
    }

    /// Asks the window system for its displays, at most every two seconds.
    pub(super) fn look_at_displays(&mut self, frame: &eframe::Frame) {
        let is_due = self.displays_asked.is_none_or(|asked| asked.elapsed().as_secs() >= 2);
        if let Some(window) = frame.winit_window().filter(|_| is_due) {
            self.displays_asked = Some(std::time::Instant::now());
            let here = window.current_monitor();
            let displays: Vec<_> = window.available_monitors().collect();
            self.projector.found(displays.len(), second_display(&displays, here.as_ref()));
        }
    }
}
