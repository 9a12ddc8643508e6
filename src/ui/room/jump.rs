//! Jumping to any step by a searchable list, and leaving steps out with a reason.

use std::collections::BTreeSet;

use egui::Key;
use egui::Modifiers;
use egui::Ui;

use crate::i18n::messages::common;
use crate::i18n::messages::console;
use crate::session::Command;
use crate::session::Place;
use crate::text::Id;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::room::navigation::line;
use crate::ui::room::navigation::parts;
use crate::ui::room::parts::Asked;
use crate::ui::room::parts::Row;
use crate::ui::room::parts::move_with_arrows;
use crate::ui::room::view::View;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;
use crate::ui::widgets::body;
use crate::ui::widgets::caption;
use crate::ui::widgets::check;
use crate::ui::widgets::dialog;
use crate::ui::widgets::strong;

/// The list of places, as it is being searched.
#[derive(Debug, Default)]
pub(crate) struct Jump {
    search: String,
    selected: usize,
    has_begun: bool,
}

/// A place that can be jumped to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Target {
    /// Where.
    pub place: Place,
    /// Its name.
    pub title: String,
    /// The theme's name and the kind of step.
    pub detail: String,
}

/// Every place whose name, theme or kind has all the words of `search`: those whose name begins so first,
/// then in the course's order.
pub(crate) fn targets(view: View<'_>, search: &str) -> Vec<Target> {
    let steps = view.state.script.pack.steps().map(|(theme, step)| Target {
        place: Place::Step(step.id.clone()),
        title: view.step_title(step),
        detail: format!("{} · {}", view.fill(&theme.title), view.kind(step)),
    });
    let parts = parts(view.state).into_iter().map(|place| Target {
        title: view.place_title(&place),
        place,
        detail: String::new(),
    });
    let wanted = search.to_lowercase();
    let has = |target: &Target| {
        let words = format!("{} {}", target.title, target.detail).to_lowercase();
        wanted.split_whitespace().all(|word| words.contains(word))
    };
    let mut found: Vec<Target> = steps.chain(parts).filter(has).collect();
    // Who types the beginning of a name means that name, not a word that happens to hold it.
    let begins = |target: &Target| {
        let title = target.title.to_lowercase();
        title
            .split_whitespace()
            .any(|word| wanted.split_whitespace().next().is_some_and(|first| word.starts_with(first)))
    };
    found.sort_by_key(|target| !wanted.trim().is_empty() && !begins(target));
    found
}

impl Jump {
    /// Draws the dialog; true once it is done with.
    pub(crate) fn show(&mut self, ui: &Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) -> bool {
        let heading = view.say(console::jump_heading());
        let response = dialog(ui.ctx(), cx.theme, "jump", &heading, 640.0, |ui| self.contents(ui, cx, view, out));
        response.inner || response.should_close
    }

    fn contents(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) -> bool {
        let theme = cx.theme;
        let before = self.search.clone();
        let label = view.say(console::jump_search());
        let found = targets(view, &self.search).len();
        // The arrow keys walk the list while the keyboard is in the field.
        let has_moved = move_with_arrows(ui, &mut self.selected, found);
        let is_chosen = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
        let response = Field::new(theme, &label).show(ui, &mut self.search);
        if !self.has_begun {
            self.has_begun = true;
            response.request_focus();
        }
        if before != self.search {
            self.selected = 0;
        }
        let found = targets(view, &self.search);
        if found.is_empty() {
            caption(ui, theme, &view.say(console::jump_nothing()));
        }
        let mut chosen = if is_chosen { found.get(self.selected).cloned() } else { None };
        egui::ScrollArea::vertical().max_height(list_height(ui, 340.0)).show(ui, |ui| {
            for (index, target) in found.iter().enumerate() {
                let state = self.state_of(view, target);
                let row = Row {
                    name: &target.title,
                    detail: &target.detail,
                    state: state.as_ref().map(|(tone, word)| (*tone, word.as_str())),
                    is_selected: index == self.selected,
                };
                let response = row.show(ui, theme);
                if index == self.selected && (has_moved || before != self.search) {
                    response.scroll_to_me(None);
                }
                if response.clicked() {
                    chosen = Some(target.clone());
                }
            }
        });
        if let Some(target) = chosen {
            out.session(Command::Go { to: target.place });
            return true;
        }
        ui.add(Button::plain(theme, view.say(common::cancel()))).clicked()
    }

    #[expect(clippy::unused_self, reason = "reads as a part of the list")]
    fn state_of(&self, view: View<'_>, target: &Target) -> Option<(Tone, String)> {
        if target.place == view.state.place {
            return Some((Tone::Accent, view.say(console::progress_current())));
        }
        if let Place::Step(id) = &target.place
            && view.state.skipped.contains_key(id)
        {
            return Some((Tone::Caution, view.say(console::progress_skipped())));
        }
        let was_there = view.state.visits.iter().any(|visit| visit.place == target.place);
        was_there.then(|| (Tone::Good, view.say(console::progress_done())))
    }
}

/// Steps being chosen to be left out.
#[derive(Debug, Default)]
pub(crate) struct Skip {
    chosen: BTreeSet<Id>,
    reason: String,
    is_checked: bool,
    asked: Asked,
}

impl Skip {
    /// Draws the dialog; true once it is done with.
    pub(crate) fn show(&mut self, ui: &Ui, cx: &Cx<'_>, view: View<'_>, version: u64, out: &mut Actions) -> bool {
        let heading = view.say(console::skip_heading());
        let response =
            dialog(ui.ctx(), cx.theme, "skip", &heading, 640.0, |ui| self.contents(ui, cx, view, version, out));
        response.inner || response.should_close || self.asked.is_done(version)
    }

    fn contents(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, version: u64, out: &mut Actions) -> bool {
        let theme = cx.theme;
        body(ui, theme, &view.say(console::skip_explained()));
        let ahead = ahead(view);
        egui::ScrollArea::vertical().max_height(list_height(ui, 460.0)).show(ui, |ui| {
            let mut theme_before = None;
            for id in &ahead {
                let Some((of, step)) = view.state.script.pack.step(id) else { continue };
                if theme_before != Some(&of.id) {
                    theme_before = Some(&of.id);
                    strong(ui, theme, &view.fill(&of.title));
                }
                let mut is_chosen = self.chosen.contains(id);
                let words = view.say(console::skip_step(view.kind(step), view.step_title(step), step.minutes));
                if check(ui, theme, &mut is_chosen, &words).changed() {
                    if is_chosen {
                        self.chosen.insert(id.clone());
                    } else {
                        self.chosen.remove(id);
                    }
                }
            }
            if ahead.is_empty() {
                caption(ui, theme, &view.say(console::skip_nothing()));
            }
        });
        let saved: u32 = self.chosen.iter().filter_map(|id| view.step_called(id)).map(|step| step.minutes).sum();
        caption(ui, theme, &view.say(console::skip_saves(self.chosen.len(), saved)));
        let label = view.say(console::reason());
        let help = view.say(console::reason_help());
        let is_missing = self.is_checked && self.reason.trim().is_empty();
        let error = is_missing.then(|| view.say(console::reason_missing()));
        Field::new(theme, &label).help(&help).error(error.as_deref()).limit(200).show(ui, &mut self.reason);
        ui.add_space(theme.grid);
        let mut is_given_up = false;
        ui.horizontal(|ui| {
            let button = Button::primary(theme, view.say(console::skip_now()));
            if ui.add_enabled(!self.chosen.is_empty(), button).clicked() {
                self.is_checked = true;
                let reason = self.reason.trim().to_owned();
                if !reason.is_empty() {
                    out.session(Command::Skip { steps: self.chosen.iter().cloned().collect(), reason });
                    self.asked = Asked::at(version);
                }
            }
            is_given_up = ui.add(Button::plain(theme, view.say(common::cancel()))).clicked();
        });
        is_given_up
    }
}

/// The height a list in a dialog may take so that what stands around it, `other` points high, is in sight.
fn list_height(ui: &Ui, other: f32) -> f32 {
    (ui.ctx().content_rect().height() - other).clamp(120.0, 520.0)
}

/// Steps of the line that the room has not been on and that are not left out yet.
fn ahead(view: View<'_>) -> Vec<Id> {
    let was_there =
        |id: &Id| view.state.visits.iter().any(|visit| matches!(&visit.place, Place::Step(visited) if visited == id));
    line(view.state).map(|step| step.id.clone()).filter(|id| !was_there(id)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::session::Visit;
    use crate::ui::room::sample;

    fn found(search: &str) -> Vec<String> {
        let state = sample::state();
        let view = View { state: &state, now: sample::start(), lang: Lang::Fi };
        targets(view, search).into_iter().map(|target| target.title).collect()
    }

    #[test]
    fn every_step_and_part_can_be_jumped_to_branches_too() {
        let all = found("");
        assert_eq!(all.len(), 8 + 3);
        assert!(all.contains(&"angry".to_owned()));
    }

    #[test]
    fn the_search_takes_words_of_title_theme_and_kind_in_any_case() {
        assert_eq!(found("KAHVI"), ["Kahvitauko"]);
        assert_eq!(found("second järjestä"), ["Järjestä."]);
        assert!(found("qwerty").is_empty());
    }

    #[test]
    fn only_steps_that_were_not_shown_can_be_left_out() {
        let mut state = sample::state();
        state.visits.push(Visit { place: Place::Step("welcome".into()), from: sample::start() });
        state.skipped.insert("talk".into(), "no time".to_owned());
        let view = View { state: &state, now: sample::start(), lang: Lang::Fi };
        let ahead = ahead(view);
        let ahead: Vec<&str> = ahead.iter().map(|id| id.as_str()).collect();
        assert_eq!(ahead, ["at-the-door", "is-it-true", "pause", "put-in-order", "several"]);
    }
}
