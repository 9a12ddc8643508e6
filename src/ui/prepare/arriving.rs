//! What arrives at the preparation: packs, profiles and lists that were read, and files that are dropped.

use crate::i18n::messages::desk as say;
use crate::records::Assignment;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::prepare::Screen;
use crate::ui::prepare::Spot;
use crate::ui::prepare::library::Course;
use crate::ui::prepare::library::Library;
use crate::ui::prepare::readiness::Readiness;
use crate::ui::work::Job;
use crate::ui::work::finished;

impl Screen {
    /// Reads packs and profiles again, those that were chosen by hand among them.
    pub(super) fn reload(&mut self, context: &egui::Context, cx: &Cx<'_>) {
        let data = cx.data.clone();
        let (course, profile) = (self.draft.course.clone(), self.draft.profile.clone());
        self.loading = Some(Job::start(context, "load-packs", move |handle| {
            Library::read(&data, course.as_ref(), profile, handle)
        }));
    }

    pub(super) fn ask_readiness(&mut self, context: &egui::Context, cx: &Cx<'_>) {
        let data = cx.data.clone();
        self.asking = Some(Job::start(context, "readiness", move |_| Readiness::ask(&data)));
    }

    pub(super) fn take_results(&mut self, context: &egui::Context, cx: &Cx<'_>, out: &mut Actions) {
        match finished(&mut self.loading) {
            Some(Ok(library)) => {
                let good: Vec<&Course> = library.courses.iter().filter(|course| course.loaded.is_ok()).collect();
                if self.draft.course.is_none()
                    && let [only] = good[..]
                {
                    self.draft.course = Some(only.folder.clone());
                }
                self.library = Some(library);
                self.fit = None;
            }
            Some(Err(_stopped)) => self.troubles = vec![(Spot::Course, say::work_stopped())],
            None => {}
        }
        if let Some(readiness) = finished(&mut self.asking) {
            self.readiness = readiness.ok();
        }
        self.take_assignment(cx);
        self.take_list();
        self.take_start(context, cx, out);
    }

    /// Files dropped on the window: packs, profiles and lists find their own place.
    pub(super) fn take_dropped(&mut self, context: &egui::Context, cx: &Cx<'_>) {
        for path in cx.dropped {
            let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default().to_lowercase();
            if Assignment::is_named(path) {
                self.open_assignment(context, path.clone());
            } else if path.is_dir() {
                self.draft.course = Some(path.clone());
                self.reload(context, cx);
            } else if ending == "ron" {
                self.draft.profile = Some(path.clone());
                self.reload(context, cx);
            } else if self.is_for_one {
                // An earlier register, which is taken elsewhere.
            } else if ending == "pdf" {
                self.rest_on(path.clone());
            } else {
                self.read_list(context, path.clone());
            }
        }
    }
}
