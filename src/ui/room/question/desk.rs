//! Answers of single people entered at the trainer's computer.

use egui::Ui;

use crate::i18n::messages::console;
use crate::pack::Question;
use crate::session::Channel;
use crate::session::Command;
use crate::session::Participant;
use crate::session::ParticipantId;
use crate::text::Id;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::room::letters::Typed;
use crate::ui::room::letters::read;
use crate::ui::room::parts::Row;
use crate::ui::room::parts::entered;
use crate::ui::room::view::Choice;
use crate::ui::room::view::Picking;
use crate::ui::room::view::View;
use crate::ui::room::view::answer_from;
use crate::ui::room::view::pick;
use crate::ui::room::view::picking;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;
use crate::ui::widgets::caption;

/// Whose answer is being entered, and its letters.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    who: Option<ParticipantId>,
    typed: String,
    has_begun: bool,
}

impl Draft {
    /// Draws the entry; true once it is given up.
    pub(crate) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        view: View<'_>,
        question: &Question,
        choices: &[Choice],
        out: &mut Actions,
    ) -> bool {
        let theme = cx.theme;
        let mut here: Vec<&Participant> = view.state.present().collect();
        here.sort_by_cached_key(|one| one.details.name.to_lowercase());
        let has_answered =
            |id: ParticipantId| view.state.round(&question.id).is_some_and(|round| round.answers.contains_key(&id));
        let waiting = |after: Option<ParticipantId>| {
            let from = here.iter().position(|one| Some(one.id) == after).map_or(0, |at| at + 1);
            let turn = here[from..].iter().chain(&here[..from]);
            turn.map(|one| one.id).find(|id| Some(*id) != after && !has_answered(*id))
        };
        if self.who.is_none_or(|who| here.iter().all(|one| one.id != who)) {
            self.who = waiting(None).or_else(|| here.first().map(|one| one.id));
        }
        let Some(who) = here.iter().find(|one| Some(one.id) == self.who) else {
            caption(ui, theme, &view.say(console::desk_nobody()));
            return ui.add(Button::quiet(theme, view.say(console::done()))).clicked();
        };
        let mut is_whole = false;
        let label = view.say(console::desk_answer_of(who.details.name.as_str()));
        let help = view.say(match picking(question) {
            Picking::One => console::letters_one(),
            Picking::Several => console::letters_several(),
            Picking::InOrder => console::letters_in_order(),
        });
        let field = egui::Id::unique(("desk answer", question.id.as_str()));
        let typed = read(question, choices, &self.typed);
        let error = match &typed {
            Typed::Wrong(letter) => Some(view.say(console::letters_wrong(letter.to_string()))),
            _ => None,
        };
        let response =
            Field::new(theme, &label).help(&help).error(error.as_deref()).limit(12).id(field).show(ui, &mut self.typed);
        if !self.has_begun {
            self.has_begun = true;
            response.request_focus();
        }
        // Buttons do the same for those who point.
        ui.horizontal_wrapped(|ui| {
            for choice in choices {
                let name = view.say(console::desk_letter(choice.letter.to_string(), choice.text.as_str()));
                let button = Button::plain(theme, choice.letter.to_string());
                if ui.add(button).on_hover_text(&choice.text).accessible_name(name).clicked() {
                    let mut picked = match read(question, choices, &self.typed) {
                        Typed::Part(picked) | Typed::Whole(picked) => picked,
                        Typed::Nothing | Typed::Wrong(_) => Vec::new(),
                    };
                    pick(picking(question), &mut picked, &choice.id);
                    let letter = |id: &Id| choices.iter().find(|choice| choice.id == *id).map(|choice| choice.letter);
                    self.typed = picked.iter().filter_map(letter).collect();
                }
            }
        });
        let picked = match read(question, choices, &self.typed) {
            Typed::Whole(picked) => {
                is_whole = true;
                picked
            }
            Typed::Part(picked) => picked,
            Typed::Nothing | Typed::Wrong(_) => Vec::new(),
        };
        let is_entered = entered(&response);
        if let Some(answer) = answer_from(question, &picked)
            && (is_whole || is_entered)
        {
            out.session(Command::Answer {
                round: None,
                step: question.id.clone(),
                participant: who.id,
                answer,
                channel: Channel::Desk,
            });
            self.typed.clear();
            self.who = waiting(Some(who.id)).or(self.who);
            ui.memory_mut(|memory| memory.request_focus(field));
        } else if is_entered {
            // Enter on an empty field passes somebody over.
            self.who = waiting(Some(who.id)).or(self.who);
            ui.memory_mut(|memory| memory.request_focus(field));
        }
        let is_done = ui.add(Button::plain(theme, view.say(console::done()))).clicked();
        for one in &here {
            let state = has_answered(one.id).then(|| view.say(console::desk_has_answered()));
            let row = Row {
                name: &one.details.name,
                detail: "",
                state: state.as_deref().map(|word| (Tone::Good, word)),
                is_selected: Some(one.id) == self.who,
            };
            if row.show(ui, theme).clicked() {
                self.who = Some(one.id);
                self.typed.clear();
                ui.memory_mut(|memory| memory.request_focus(field));
            }
        }
        is_done
    }
}
