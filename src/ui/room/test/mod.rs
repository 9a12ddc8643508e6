//! The final test as the trainer sees it: who has passed, failed or not taken it, and how it is taken.

mod entry;
pub(super) mod model;
mod sheets;
pub(in crate::ui) mod sitting;

use egui::Ui;

use crate::i18n::Message;
use crate::i18n::messages::console;
use crate::session::Command;
use crate::session::Manner;
use crate::session::Participant;
use crate::session::ParticipantId;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::room::parts::Row;
use crate::ui::room::parts::entered;
use crate::ui::room::people::Search;
use crate::ui::room::roster::Amend;
use crate::ui::room::test::model::Standing;
use crate::ui::room::view::View;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;
use crate::ui::widgets::body;
use crate::ui::widgets::caption;
use crate::ui::widgets::heading;
use crate::ui::widgets::marked;
use crate::ui::widgets::subheading;
use crate::ui::widgets::two_columns;

/// Who is chosen, and what is being entered for them.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    selected: Option<ParticipantId>,
    search: Search,
    entry: Option<entry::Entry>,
    witness: Option<String>,
    void: Option<Amend>,
    sheets: sheets::Sheets,
}

/// How a test was taken, in words.
pub(crate) fn manner_word(manner: &Manner) -> Message {
    match manner {
        Manner::Desk => console::manner_desk(),
        Manner::Phone => console::manner_phone(),
        Manner::Paper => console::manner_paper(),
        Manner::Oral { witness } => console::manner_oral(witness.as_str()),
    }
}

impl Draft {
    /// Draws the overview or an entry; the one to hand the computer to, once chosen.
    pub(crate) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        view: View<'_>,
        out: &mut Actions,
    ) -> Option<ParticipantId> {
        if let Some(entry) = &mut self.entry {
            if entry.show(ui, cx, view, out) {
                self.entry = None;
                ui.ctx().request_repaint();
            }
            return None;
        }
        let theme = cx.theme;
        heading(ui, theme, &view.say(console::place_final_test()));
        let (passed, failed, open) = model::counts(view.state);
        body(ui, theme, &view.say(console::test_counts(passed, failed, open)));
        ui.add_space(theme.grid);
        let mut hand_to = None;
        let next = model::queue(view.state).first().and_then(|id| view.state.participants.get(id));
        ui.horizontal_wrapped(|ui| {
            if let Some(next) = next {
                let words = view.say(console::test_hand_over(next.details.name.as_str()));
                if ui.add(Button::primary(theme, words)).clicked() {
                    hand_to = Some(next.id);
                }
            } else {
                marked(ui, theme, Tone::Good, &view.say(console::test_everybody()));
            }
            if let Some(running) = cx.session {
                self.sheets.show(ui, cx, view, &running.snapshot.folder, out);
            }
        });
        ui.add_space(theme.grid);
        two_columns(ui, |left, right| {
            self.list(left, cx, view);
            let chosen = self.selected.and_then(|id| view.state.participants.get(&id)).filter(|one| one.stands());
            match chosen {
                Some(person) => {
                    let wanted = self.person(right, cx, view, person, out);
                    hand_to = hand_to.or(wanted);
                }
                None => {
                    caption(right, theme, &view.say(console::test_choose_person()));
                }
            }
        });
        hand_to
    }

    /// Whether an attempt is being declared void in a dialog.
    pub(crate) fn has_dialog(&self) -> bool {
        self.void.is_some()
    }

    /// Draws the dialog over the window while an attempt is being declared void.
    pub(crate) fn dialog(&mut self, ui: &Ui, cx: &Cx<'_>, view: View<'_>, version: u64, out: &mut Actions) {
        Amend::show_over(&mut self.void, ui, cx, view, version, out);
    }

    fn list(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>) {
        let mut people: Vec<&Participant> = view.state.standing().collect();
        people.sort_by_cached_key(|one| one.details.name.to_lowercase());
        self.search.show(ui, cx.theme, view, people.len());
        people.retain(|one| self.search.keeps(one));
        egui::ScrollArea::vertical().id_salt("test people").auto_shrink(false).show(ui, |ui| {
            for one in people {
                let (tone, word) = standing_word(view, model::standing(view.state, one));
                let detail = match model::shown_attempt(one) {
                    Some(attempt) => format!("{} · {}", one.details.company, view.say(manner_word(&attempt.manner))),
                    None => one.details.company.clone(),
                };
                let is_selected = self.selected == Some(one.id);
                let row = Row { name: &one.details.name, detail: &detail, state: Some((tone, &word)), is_selected };
                if row.show(ui, cx.theme).clicked() {
                    self.selected = Some(one.id);
                    self.witness = None;
                }
            }
        });
    }

    /// Draws the chosen one's attempts and what can be done; who to hand the computer to, once asked.
    fn person(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        view: View<'_>,
        person: &Participant,
        out: &mut Actions,
    ) -> Option<ParticipantId> {
        let theme = cx.theme;
        subheading(ui, theme, &person.details.name);
        for attempt in &person.attempts {
            let state = match (&attempt.void, attempt.result) {
                (Some(reason), _) => console::attempt_void(reason.as_str()),
                (None, Some(result)) if result.passed => console::attempt_passed(result.correct, result.total),
                (None, Some(result)) => console::attempt_failed(result.correct, result.total),
                (None, None) => console::attempt_open(attempt.answers.len(), attempt.paper.questions.len()),
            };
            let manner = view.say(manner_word(&attempt.manner));
            body(ui, theme, &view.say(console::attempt_line(attempt.number, manner, view.say(state))));
        }
        let left = model::attempts_left(view.state, person);
        if !person.has_passed() {
            caption(ui, theme, &view.say(console::attempts_left(left)));
        }
        let mut hand_to = None;
        if let Some(attempt) = person.open_attempt() {
            let is_entered_here = matches!(attempt.manner, Manner::Paper | Manner::Oral { .. });
            let words = view.say(console::attempt_go_on());
            if ui.add(Button::primary(theme, words)).clicked() {
                if is_entered_here {
                    self.entry = Some(entry::Entry::new(person.id));
                } else {
                    hand_to = Some(person.id);
                }
            }
        } else if model::may_begin(view.state, person) {
            hand_to = self.begin(ui, cx, view, person, out);
        }
        let last = person.attempts.last().filter(|attempt| attempt.void.is_none());
        if last.is_some() {
            ui.add_space(theme.grid);
            if ui.add(Button::danger(theme, view.say(console::attempt_void_button()))).clicked() {
                self.void = Some(Amend::void(person));
            }
        }
        hand_to
    }

    fn begin(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        view: View<'_>,
        person: &Participant,
        out: &mut Actions,
    ) -> Option<ParticipantId> {
        let theme = cx.theme;
        let participant = person.id;
        let is_here = person.is_present();
        if !is_here {
            caption(ui, theme, &view.say(console::begin_only_paper()));
        }
        let mut hand_to = None;
        ui.horizontal_wrapped(|ui| {
            if ui.add_enabled(is_here, Button::plain(theme, view.say(console::begin_desk()))).clicked() {
                hand_to = Some(participant);
            }
            if ui.add(Button::plain(theme, view.say(console::begin_paper()))).clicked() {
                out.session(Command::StartAttempt { participant, manner: Manner::Paper });
                self.entry = Some(entry::Entry::new(participant));
            }
            let is_asking = self.witness.is_some();
            let oral = Button::plain(theme, view.say(console::begin_oral())).selected(is_asking);
            if ui.add_enabled(is_here, oral).clicked() {
                self.witness = if is_asking { None } else { Some(view.state.setup.trainer.clone()) };
            }
        });
        if let Some(witness) = &mut self.witness {
            let label = view.say(console::witness());
            let response = Field::new(theme, &label).limit(120).show(ui, witness);
            let begin = Button::primary(theme, view.say(console::begin_oral_now()));
            let has_witness = !witness.trim().is_empty();
            if (ui.add_enabled(has_witness, begin).clicked() || entered(&response)) && has_witness {
                let manner = Manner::Oral { witness: witness.trim().to_owned() };
                out.session(Command::StartAttempt { participant, manner });
                self.entry = Some(entry::Entry::new(participant));
                self.witness = None;
            }
        }
        hand_to
    }
}

fn standing_word(view: View<'_>, standing: Standing) -> (Tone, String) {
    let (tone, message) = match standing {
        Standing::NotTaken => (Tone::Neutral, console::test_not_taken()),
        Standing::Open => (Tone::Accent, console::test_is_open()),
        Standing::Passed(result) => (Tone::Good, console::test_passed(result.correct, result.total)),
        Standing::Failed(result, _) => (Tone::Bad, console::test_failed(result.correct, result.total)),
    };
    (tone, view.say(message))
}
