//! Choosing a course and a profile alone, as somebody does who studies by themselves.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Ui;

use crate::i18n::Message;
use crate::i18n::messages::desk as say;
use crate::pack::CoursePack;
use crate::profile::Profile;
use crate::text::{Id, LangTag};
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::prepare::Screen;
use crate::ui::prepare::Spot;

/// What is chosen.
#[derive(Clone, Debug)]
pub(in crate::ui) struct Chosen {
    pub(in crate::ui) pack: Arc<CoursePack>,
    pub(in crate::ui) profile: Arc<Profile>,
    /// The folder that the profile's logo is relative to; none for a pack's own example.
    pub(in crate::ui) profile_folder: Option<PathBuf>,
    pub(in crate::ui) language: LangTag,
    /// The themes of an assignment; none for the whole course.
    pub(in crate::ui) themes: Vec<Id>,
}

impl Screen {
    /// For somebody who studies alone: what is chosen here is kept nowhere.
    pub(in crate::ui) fn for_one() -> Self {
        let mut screen = Self::default();
        screen.is_for_one = true;
        screen
    }

    /// Draws the choice of course, language and profile; what is chosen, once there is a course without mistakes.
    pub(in crate::ui) fn choose(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) -> Option<Chosen> {
        if !std::mem::replace(&mut self.has_begun, true) {
            if self.draft.language.is_none() {
                // Who studies alone reads the course in the language of the program, if it speaks it.
                self.draft.language = Some(cx.lang.tag().to_owned());
            }
            self.begin_assignment(ui.ctx());
            self.reload(ui.ctx(), cx);
            self.ask_readiness(ui.ctx(), cx);
        }
        self.take_results(ui.ctx(), cx, out);
        self.take_dropped(ui.ctx(), cx);
        self.assignment_ui(ui, cx);
        self.course_ui(ui, cx);
        let (pack, profile) = self.script()?;
        self.assigned_themes_ui(ui, cx, &pack, &profile);
        self.profile_ui(ui, cx, &pack, &profile);
        let (pack, profile) = self.script()?;
        let language = self.language(&pack);
        let themes = self.themes(&pack);
        Some(Chosen { pack, profile, profile_folder: self.profile_folder(), language, themes })
    }

    /// What stands against beginning with the choice; the first of it that can be mended here gets the keyboard.
    pub(in crate::ui) fn stands_against(
        &mut self,
        context: &egui::Context,
        pack: &CoursePack,
        profile: &Profile,
    ) -> Vec<Message> {
        let mut troubles = Vec::new();
        if self.has_unusable_profile() {
            troubles.push((Spot::Profile, say::profile_unusable()));
        }
        if !self.unfilled(pack, profile).is_empty() {
            troubles.push((Spot::Profile, say::profile_unfit()));
        }
        let mut stops: Vec<Message> = troubles.iter().map(|(_, message)| message.clone()).collect();
        if !self.can_start() {
            stops.push(say::cannot_start());
        }
        self.stop_at(context, troubles);
        stops
    }
}
