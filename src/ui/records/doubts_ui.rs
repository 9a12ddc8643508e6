//! People who may be one: side by side, decided by a person, and undone by one.

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

/// Draws the doubts, those that wait first; `more` counts how often more of them was asked for.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    doubts: &[Doubt],
    who: &mut String,
    is_busy: bool,
    more: &mut usize,
) -> Option<Asked> {
    let (theme, lang) = (cx.theme, cx.lang);
    widgets::soft(ui, theme, &say::doubts_text().text(lang));
    if doubts.is_empty() {
        widgets::card(ui, theme, |ui| widgets::body(ui, theme, &say::doubts_none().text(lang)));
        return None;
    }
    Field::new(theme, &say::who().text(lang)).width(420.0).limit(80).show(ui, who);
    if who.trim().is_empty() {
        widgets::caption(ui, theme, &say::who_first().text(lang));
    }
    let may = !is_busy && !who.trim().is_empty();
    let mut asked = None;
    let shown = (*more + 1) * STEP;
    for doubt in doubts.iter().take(shown) {
        ui.push_id(doubt.id, |ui| {
            widgets::card(ui, theme, |ui| {
                asked = doubt_ui(ui, cx, doubt, may).or(asked.take());
            });
        });
    }
    if doubts.len() > shown {
        let text = say::show_more(doubts.len() - shown).text(lang);
        if ui.add(Button::plain(theme, text)).clicked() {
            *more += 1;
        }
    }
    asked
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
            let button = ui.add_enabled(may, Button::quiet(theme, text));
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
        let button = ui.add(Button::quiet(theme, text));
        ui.ctx().accesskit_node_builder(button.id, |node| node.set_label(name));
        button.clicked()
    };
    // A column would stretch its lines.
    widgets::well(ui, theme, |ui| ui.vertical(contents).inner).inner
}

fn name_of(brief: &Brief) -> String {
    brief.written.first().map_or_else(String::new, |written| format!("{}, {}", written.name, written.company))
}
