//! People who may be one: side by side, decided by a person, and undone by one.

use std::collections::BTreeSet;

use egui::Ui;

use crate::i18n::date_and_time;
use crate::i18n::local;
use crate::i18n::messages::archive as say;
use crate::i18n::messages::records;
use crate::records::Brief;
use crate::records::Doubt;
use crate::records::Likeness;
use crate::ui::Cx;
use crate::ui::prepare::time_zone;
use crate::ui::records::change::Change;
use crate::ui::records::words::written_words;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;

/// How many more are shown at a time.
const STEP: usize = 30;

/// What was asked for.
pub(super) enum Asked {
    Change(Change),
    /// The page of a person.
    Person(i64),
}

/// Which doubts are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Shown {
    #[default]
    Waiting,
    Decided,
}

/// What is shown of the doubts.
#[derive(Debug, Default)]
pub(super) struct Doubts {
    shown: Shown,
    /// How often more of them was asked for.
    more: usize,
    /// Those decided here since the part was opened. They stay where they are: the decision can be undone at once, and
    /// no other question comes under the pointer that has just decided.
    here: BTreeSet<i64>,
}

impl Doubts {
    /// Lets those go that have been decided, now that the part is opened again.
    pub(super) fn begin(&mut self) {
        *self = Self::default();
    }

    /// Draws the part.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        doubts: &[Doubt],
        who: &mut String,
        is_busy: bool,
    ) -> Option<Asked> {
        let (theme, lang) = (cx.theme, cx.lang);
        widgets::soft(ui, theme, &say::doubts_text().text(lang));
        if doubts.is_empty() {
            widgets::card(ui, theme, |ui| widgets::body(ui, theme, &say::doubts_none().text(lang)));
            return None;
        }
        let decided = doubts.iter().filter(|doubt| doubt.decision.is_some()).count();
        let options = [
            (Shown::Waiting, say::doubts_waiting(doubts.len() - decided).text(lang)),
            (Shown::Decided, say::doubts_decided(decided).text(lang)),
        ];
        if widgets::segments(ui, theme, &say::doubts_shown().text(lang), &mut self.shown, &options) {
            (self.more, self.here) = (0, BTreeSet::new());
        }
        let mut found: Vec<&Doubt> = doubts.iter().filter(|doubt| self.takes(doubt)).collect();
        if found.is_empty() {
            let none = if self.shown == Shown::Waiting { say::doubts_none() } else { say::doubts_none_decided() };
            widgets::card(ui, theme, |ui| widgets::body(ui, theme, &none.text(lang)));
            return None;
        }
        found.sort_by_key(|doubt| doubt.id);
        Field::new(theme, &say::who().text(lang)).width(420.0).limit(80).show(ui, who);
        if who.trim().is_empty() {
            widgets::caption(ui, theme, &say::who_first().text(lang));
        }
        let may = !is_busy && !who.trim().is_empty();
        let mut asked = None;
        let shown = (self.more + 1) * STEP;
        for doubt in found.iter().take(shown) {
            ui.push_id(doubt.id, |ui| {
                widgets::card(ui, theme, |ui| {
                    asked = doubt_ui(ui, cx, doubt, may).or(asked.take());
                });
            });
        }
        if found.len() > shown {
            let text = say::show_more(found.len() - shown).text(lang);
            if ui.add(Button::plain(theme, text)).clicked() {
                self.more += 1;
            }
        }
        if let Some(Asked::Change(Change::Decide { doubt, .. } | Change::Undo { doubt })) = &asked {
            self.here.insert(*doubt);
        }
        asked
    }

    fn takes(&self, doubt: &Doubt) -> bool {
        self.here.contains(&doubt.id) || doubt.decision.is_some() == (self.shown == Shown::Decided)
    }
}

fn doubt_ui(ui: &mut Ui, cx: &Cx<'_>, doubt: &Doubt, may: bool) -> Option<Asked> {
    let (theme, lang) = (cx.theme, cx.lang);
    let mut asked = None;
    let like = match doubt.likeness {
        Likeness::OtherCompany => records::like_other_company(),
        Likeness::NearName => records::like_near_name(),
        Likeness::Namesakes => records::like_namesakes(),
        Likeness::OtherName => records::like_other_name(),
        Likeness::Asked => records::like_asked(),
    };
    widgets::subheading(ui, theme, &like.text(lang));
    ui.columns(2, |columns| {
        for (ui, brief) in columns.iter_mut().zip([&doubt.one, &doubt.other]) {
            if brief_ui(ui, cx, brief) {
                asked = Some(Asked::Person(brief.id));
            }
        }
    });
    let change = |change| Some(Asked::Change(change));
    match &doubt.decision {
        None => {
            ui.horizontal_wrapped(|ui| {
                for (same, text) in [(true, say::same_person()), (false, say::other_person())] {
                    let text = text.text(lang);
                    let name = format!("{text}: {} / {}", name_of(&doubt.one), name_of(&doubt.other));
                    let button = ui.add_enabled(may, Button::plain(theme, text));
                    ui.ctx().accesskit_node_builder(button.id, |node| node.set_label(name));
                    if button.clicked() {
                        asked = change(Change::Decide { doubt: doubt.id, same });
                    }
                }
            });
        }
        Some(decision) => {
            let at = date_and_time(lang, &local(decision.at, &time_zone()));
            let by = decision.by.as_str();
            let words = if decision.same { say::decided_same(by, at) } else { say::decided_other(by, at) };
            widgets::body(ui, theme, &words.text(lang));
            let text = say::undo_decision().text(lang);
            let name = format!("{text}: {} / {}", name_of(&doubt.one), name_of(&doubt.other));
            let button = ui.add_enabled(may, Button::quiet(theme, text).flush());
            ui.ctx().accesskit_node_builder(button.id, |node| node.set_label(name));
            if button.clicked() {
                asked = change(Change::Undo { doubt: doubt.id });
            }
        }
    }
    asked
}

/// One of the two; whether their page was asked for.
fn brief_ui(ui: &mut Ui, cx: &Cx<'_>, brief: &Brief) -> bool {
    let (theme, lang) = (cx.theme, cx.lang);
    let contents = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
        for written in &brief.written {
            widgets::body(ui, theme, &written_words(lang, written));
        }
        if brief.written.is_empty() {
            widgets::soft(ui, theme, &say::joined_already().text(lang));
            return false;
        }
        let text = say::open_person().text(lang);
        let name = format!("{text}: {}", name_of(brief));
        let button = ui.add(Button::quiet(theme, text).flush());
        ui.ctx().accesskit_node_builder(button.id, |node| node.set_label(name));
        button.clicked()
    };
    // A column would stretch its lines.
    widgets::well(ui, theme, |ui| ui.vertical(contents).inner).inner
}

fn name_of(brief: &Brief) -> String {
    brief.written.first().map_or_else(String::new, |written| format!("{}, {}", written.name, written.company))
}
