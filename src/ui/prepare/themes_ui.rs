//! Which themes are gone through: the whole course, or only those that are chosen or assigned.

use std::collections::BTreeSet;

use egui::Ui;

use crate::i18n::messages::assign as say;
use crate::pack::CoursePack;
use crate::profile::Profile;
use crate::text::Id;
use crate::ui::Cx;
use crate::ui::prepare::Screen;
use crate::ui::prepare::Spot;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;

impl Screen {
    /// The themes that are chosen, as a session keeps them; none for the whole course.
    pub(super) fn themes(&self, pack: &CoursePack) -> Vec<Id> {
        let Some(part) = &self.draft.part else { return Vec::new() };
        let known: Vec<Id> =
            pack.themes.iter().map(|theme| &theme.id).filter(|id| part.contains(*id)).cloned().collect();
        pack.chosen(&known).unwrap_or_default()
    }

    /// Whether only a part is wanted, and none of its themes is chosen.
    pub(super) fn lacks_themes(&self, pack: &CoursePack) -> bool {
        self.draft.part.as_ref().is_some_and(|part| !pack.themes.iter().any(|theme| part.contains(&theme.id)))
    }

    /// Draws the choice of themes.
    pub(super) fn themes_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, pack: &CoursePack, profile: &Profile) {
        let (theme, lang) = (cx.theme, cx.lang);
        widgets::card(ui, theme, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            let mut is_part = self.draft.part.is_some();
            let options =
                [(false, say::whole_course(pack.themes.len()).text(lang)), (true, say::part_of_course().text(lang))];
            if widgets::segments(ui, theme, &say::themes_title().text(lang), &mut is_part, &options) {
                self.draft.part = is_part.then(BTreeSet::new);
                self.mended(Spot::Themes);
            }
            let Some(mut part) = self.draft.part.clone() else { return };
            let tag = self.language(pack);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
                for known in &pack.themes {
                    let mut is_chosen = part.contains(&known.id);
                    let title = profile.fill(&known.title, &tag);
                    let text = say::theme_choice(title, known.planned_minutes()).text(lang);
                    let line = widgets::check(ui, theme, &mut is_chosen, &text);
                    self.reach(Spot::Themes, &line);
                    if line.changed() {
                        if is_chosen {
                            part.insert(known.id.clone());
                        } else {
                            part.remove(&known.id);
                        }
                        self.mended(Spot::Themes);
                    }
                }
            });
            self.draft.part = Some(part);
            if let Some(error) = self.error(Spot::Themes, cx) {
                widgets::error_line(ui, theme, &error);
            } else if !self.lacks_themes(pack) {
                widgets::strong(ui, theme, &length(pack, &self.themes(pack)).text(lang));
                widgets::soft(ui, theme, &say::part_explained().text(lang));
            }
        });
    }

    /// Draws what an assignment asks of somebody who studies alone, and the way out of it.
    pub(super) fn assigned_themes_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, pack: &CoursePack, profile: &Profile) {
        let themes = self.themes(pack);
        if themes.is_empty() {
            return;
        }
        let (theme, lang) = (cx.theme, cx.lang);
        let tag = self.language(pack);
        widgets::toned(ui, theme, Tone::Accent, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid;
            widgets::subheading(ui, theme, &say::alone_title().text(lang));
            widgets::strong(ui, theme, &length(pack, &themes).text(lang));
            for known in pack.themes.iter().filter(|known| themes.contains(&known.id)) {
                let title = profile.fill(&known.title, &tag);
                widgets::body(ui, theme, &say::theme_choice(title, known.planned_minutes()).text(lang));
            }
            if ui.add(Button::plain(theme, say::take_whole().text(lang))).clicked() {
                self.draft.part = None;
            }
        });
    }
}

/// How many themes, and how long they take with their test.
fn length(pack: &CoursePack, themes: &[Id]) -> crate::i18n::Message {
    let chosen = || pack.themes.iter().filter(|theme| themes.is_empty() || themes.contains(&theme.id));
    let minutes: u32 = chosen().map(|theme| theme.planned_minutes()).sum();
    let whole: Vec<usize> = pack.themes.iter().map(|theme| theme.test.len()).collect();
    let banks: Vec<usize> = chosen().map(|theme| theme.test.len()).collect();
    let test = pack.final_test.and_then(|test| {
        if banks.len() == whole.len() {
            Some(test)
        } else {
            crate::pack::test_of_part(test, whole.iter().sum(), &banks)
        }
    });
    let test_minutes = test.map_or(0, |test| test.minutes);
    say::length(chosen().count(), pack.themes.len(), minutes + test_minutes, test.map_or(0, |test| test.draw))
}
