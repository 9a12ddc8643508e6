//! The roster: who is here, gone or missing, and what can be put right in a row.

mod amend;
mod fields;
mod history;
mod time;

use egui::Ui;

use crate::i18n::messages::console;
use crate::session::Command;
use crate::session::Participant;
use crate::session::ParticipantId;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::lobby;
use crate::ui::phones::Line;
use crate::ui::phones::doubles;
use crate::ui::phones::line;
use crate::ui::phones::line_words;
use crate::ui::room::parts::Row;
use crate::ui::room::people::Search;
use crate::ui::room::people::Standing;
use crate::ui::room::people::missing;
use crate::ui::room::people::rows;
use crate::ui::room::view::View;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::widgets::body;
use crate::ui::widgets::strong;

pub(crate) use amend::Amend;

/// Which row is chosen, and what is being put right.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    search: Search,
    selected: Option<ParticipantId>,
    amend: Option<Amend>,
}

/// How somebody stands, as a tone and a word.
pub(crate) fn standing_word(view: View<'_>, standing: Standing) -> (Tone, String) {
    let (tone, message) = match standing {
        Standing::Here => (Tone::Good, console::standing_here()),
        Standing::Gone => (Tone::Caution, console::standing_gone()),
        Standing::SignedOut => (Tone::Neutral, console::standing_signed_out()),
        Standing::Removed => (Tone::Bad, console::standing_removed()),
        Standing::Merged(_) => (Tone::Bad, console::standing_merged()),
    };
    (tone, view.say(message))
}

impl Draft {
    /// Draws the roster.
    pub(crate) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
        let theme = cx.theme;
        let people = rows(view.state);
        let missing = missing(view.state);
        let count = |wanted: fn(Standing) -> bool| people.iter().filter(|(_, standing)| wanted(*standing)).count();
        let here = count(|standing| standing == Standing::Here);
        let gone = count(|standing| matches!(standing, Standing::Gone | Standing::SignedOut));
        body(ui, theme, &view.say(console::roster_counts(here, gone, missing.len())));
        if ui.add(Button::plain(theme, view.say(console::roster_sign_in()))).clicked() {
            out.push(Action::Go(Box::new(Route::Lobby(lobby::Screen::default()))));
        }
        doubles(ui, cx, view, out);
        self.search.show(ui, theme, view, people.len());
        for (person, standing) in people {
            if !self.search.keeps(person) {
                continue;
            }
            let (tone, word) = standing_word(view, standing);
            let is_selected = self.selected == Some(person.id);
            let on_line = cx.phones.status().filter(|_| standing == Standing::Here).map(|status| line(status, person));
            let (tone, word) = match on_line {
                // Who is here and whose phone is not is looked for first.
                Some(line) if line.is_dropped() => line_words(view, line),
                _ => (tone, word),
            };
            let detail = detail(view, person, on_line);
            let row = Row { name: &person.details.name, detail: &detail, state: Some((tone, &word)), is_selected };
            if row.show(ui, theme).clicked() {
                self.selected = (!is_selected).then_some(person.id);
            }
            if is_selected {
                self.row_actions(ui, cx, view, person, standing, out);
            }
        }
        if !missing.is_empty() {
            ui.add_space(theme.grid);
            strong(ui, theme, &view.say(console::roster_missing()));
            for expected in missing {
                let words = if expected.company.is_empty() {
                    expected.name.clone()
                } else {
                    format!("{}, {}", expected.name, expected.company)
                };
                body(ui, theme, &words);
            }
        }
        history::show(ui, cx, view);
    }

    /// Whether something is being put right in a dialog.
    pub(crate) fn has_dialog(&self) -> bool {
        self.amend.is_some()
    }

    /// Draws the dialog over the window while something is being put right.
    pub(crate) fn dialog(&mut self, ui: &Ui, cx: &Cx<'_>, view: View<'_>, version: u64, out: &mut Actions) {
        Amend::show_over(&mut self.amend, ui, cx, view, version, out);
    }

    fn row_actions(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        view: View<'_>,
        person: &Participant,
        standing: Standing,
        out: &mut Actions,
    ) {
        let theme = cx.theme;
        let participant = person.id;
        ui.horizontal_wrapped(|ui| {
            let mut button = |message, is_danger: bool| {
                let words = view.say(message);
                let button = if is_danger { Button::danger(theme, words) } else { Button::plain(theme, words) };
                ui.add(button).clicked()
            };
            match standing {
                Standing::Here => {
                    if button(console::mark_left(), false) {
                        out.session(Command::Depart { participant });
                    }
                }
                Standing::Gone | Standing::SignedOut => {
                    if button(console::mark_returned(), false) {
                        out.session(Command::Return { participant });
                    }
                }
                Standing::Removed => {
                    if button(console::restore_row(), false) {
                        self.amend = Some(Amend::restore(person));
                    }
                }
                Standing::Merged(_) => {}
            }
            if matches!(standing, Standing::Here | Standing::Gone | Standing::SignedOut) {
                if button(console::correct_row(), false) {
                    self.amend = Some(Amend::correct(view, person));
                }
                if button(console::merge_row(), false) {
                    self.amend = Some(Amend::merge(person));
                }
                if button(console::remove_row(), true) {
                    self.amend = Some(Amend::remove(person));
                }
            }
        });
    }
}

/// Company, times and why a row was removed.
fn detail(view: View<'_>, person: &Participant, on_line: Option<Line>) -> String {
    let stay = person.stays.first().zip(person.stays.last()).map(|(first, last)| {
        let until = last.to.map(|to| view.clock(to)).unwrap_or_default();
        format!("{}–{until}", view.clock(first.from))
    });
    let phone = on_line.filter(|line| !line.is_dropped()).map(|line| line_words(view, line).1);
    [Some(person.details.company.clone()), stay, phone, person.removed.clone()]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" · ")
}
