//! Place, trainer and organiser, and the trainer's list of things to do before.

use egui::Ui;

use crate::i18n::messages::desk as say;
use crate::pack::CoursePack;
use crate::profile::Profile;
use crate::ui::Cx;
use crate::ui::prepare::Screen;
use crate::ui::prepare::Spot;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;

impl Screen {
    pub(super) fn details_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, profile: &Profile) {
        let (theme, lang) = (cx.theme, cx.lang);
        widgets::section(ui, theme, &say::details_title().text(lang), |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            let error = self.error(Spot::Place, cx);
            let label = say::place().text(lang);
            let hint = say::place_hint().text(lang);
            let field = Field::new(theme, &label).hint(&hint).error(error.as_deref());
            let response = field.show(ui, &mut self.draft.place);
            self.typed(Spot::Place, &response);
            let error = self.error(Spot::Trainer, cx);
            let label = say::trainer().text(lang);
            let response = Field::new(theme, &label).error(error.as_deref()).show(ui, &mut self.draft.trainer);
            self.typed(Spot::Trainer, &response);
            let subscriber = self.subscriber(profile);
            self.offer_organiser(&subscriber, cx.settings.organiser.trim());
            let error = self.error(Spot::Organiser, cx);
            let label = say::organiser().text(lang);
            let help = say::organiser_help().text(lang);
            let field = Field::new(theme, &label).help(&help).error(error.as_deref());
            let response = field.show(ui, &mut self.draft.organiser);
            self.typed(Spot::Organiser, &response);
            if self.draft.organiser.trim().is_empty()
                && ui.add(Button::plain(theme, say::organiser_is(subscriber.as_str()).text(lang))).clicked()
            {
                self.draft.organiser = subscriber;
                self.mended(Spot::Organiser);
            }
        });
    }

    fn typed(&mut self, spot: Spot, response: &egui::Response) {
        self.reach(spot, response);
        if response.changed() {
            self.mended(spot);
        }
    }

    /// The subscriber's name in the language of the room.
    fn subscriber(&self, profile: &Profile) -> String {
        let pack = self.chosen_course().and_then(|course| Some(&course.loaded.as_ref().ok()?.0));
        pack.map(|pack| profile.name.get(&self.language(pack)).to_owned()).unwrap_or_default()
    }

    /// The subscriber is the organiser until somebody writes another, and follows the chosen profile. Who
    /// organised the last time does so again, unless that was but another subscriber.
    fn offer_organiser(&mut self, subscriber: &str, remembered: &str) {
        let offered = self.offered.replace(subscriber.to_owned());
        if offered.as_deref() == Some(subscriber) {
            return;
        }
        let organiser = self.draft.organiser.trim();
        if offered.is_none() && organiser.is_empty() && !remembered.is_empty() && !self.is_subscriber(remembered) {
            remembered.clone_into(&mut self.draft.organiser);
        } else if organiser.is_empty() || offered.as_deref() == Some(organiser) {
            subscriber.clone_into(&mut self.draft.organiser);
        }
    }

    /// Whether a profile to choose from is called `name`.
    fn is_subscriber(&self, name: &str) -> bool {
        let Some(library) = &self.library else { return false };
        let examples =
            library.courses.iter().filter_map(|course| Some(&course.loaded.as_ref().ok()?.0.example_profile));
        let own = library.profiles.iter().filter_map(|own| own.loaded.as_ref().ok());
        examples.chain(own).any(|profile| profile.name.0.values().any(|known| known == name))
    }

    pub(super) fn checklist_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, pack: &CoursePack, profile: &Profile) {
        let items = &pack.checklist.before;
        if items.is_empty() {
            return;
        }
        let (theme, lang) = (cx.theme, cx.lang);
        let tag = pack.languages.iter().find(|tag| tag.as_str() == lang.tag());
        let tag = tag.cloned().unwrap_or_else(|| self.language(pack));
        let done = items.iter().filter(|item| self.draft.ticked.contains(&item.id)).count();
        widgets::section(ui, theme, &say::checklist_title(done, items.len()).text(lang), |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
            for item in items {
                let mut is_done = self.draft.ticked.contains(&item.id);
                if widgets::check(ui, theme, &mut is_done, &profile.fill(&item.text, &tag)).changed() {
                    if is_done {
                        self.draft.ticked.insert(item.id.clone());
                    } else {
                        self.draft.ticked.remove(&item.id);
                    }
                }
            }
        });
    }
}
