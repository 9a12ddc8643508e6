//! Answers of single people entered at the trainer's computer.

use egui::Ui;

use crate::i18n::messages::console;
use crate::pack::Question;
use crate::session::Channel;
use crate::session::Command;
use crate::session::Participant;
use crate::session::ParticipantId;
use crate::text::Id;
use crate::ui::Cx;
use crate::ui::room::asking::Asking;
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

/// Whose answer is being entered, and its letters until the session has them.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    who: Option<ParticipantId>,
    typed: String,
    /// The letters that the session is asked to take.
    sent: String,
    asking: Asking,
    has_begun: bool,
}

impl Draft {
    /// Whether letters are on their way into the session, or were refused and not dealt with yet.
    pub(crate) fn is_unsettled(&self) -> bool {
        self.asking.is_unsettled()
    }

    /// Draws the entry; true once it is given up.
    pub(crate) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        view: View<'_>,
        question: &Question,
        choices: &[Choice],
    ) -> bool {
        let theme = cx.theme;
        let is_stored = self.asking.is_stored(ui);
        let mut here: Vec<&Participant> = view.state.present().collect();
        here.sort_by_cached_key(|one| one.details.name.to_lowercase());
        let has_answered =
            |id: ParticipantId| view.state.round(&question.id).is_some_and(|round| round.answers.contains_key(&id));
        let waiting = |after: Option<ParticipantId>| {
            let from = here.iter().position(|one| Some(one.id) == after).map_or(0, |at| at + 1);
            let turn = here[from..].iter().chain(&here[..from]);
            turn.map(|one| one.id).find(|id| Some(*id) != after && !has_answered(*id))
        };
        if is_stored {
            // What was typed meanwhile belongs to the next person.
            self.typed = self.typed.strip_prefix(&self.sent).unwrap_or_default().to_owned();
            self.who = waiting(self.who).or(self.who);
        }
        let is_busy = self.asking.is_busy();
        if !self.is_unsettled() && self.who.is_none_or(|who| here.iter().all(|one| one.id != who)) {
            self.who = waiting(None).or_else(|| here.first().map(|one| one.id));
        }
        let Some(who) = self.who.and_then(|who| view.state.participants.get(&who)) else {
            caption(ui, theme, &view.say(console::desk_nobody()));
            return ui.add(Button::quiet(theme, view.say(console::done()))).clicked();
        };
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
        let mut is_new = response.changed() || (is_stored && !self.typed.is_empty());
        // Buttons do the same for those who point.
        ui.add_enabled_ui(!is_busy, |ui| {
            ui.horizontal_wrapped(|ui| {
                for choice in choices {
                    let name = view.say(console::desk_letter(choice.letter.to_string(), choice.text.as_str()));
                    let button = Button::plain(theme, choice.letter.to_string());
                    if ui.add(button).on_hover_text(&choice.text).accessible_name(name).clicked() {
                        self.press(question, choices, choice);
                        is_new = true;
                    }
                }
            });
        });
        self.asking.trouble(ui, cx, view.state, view.lang);
        let (picked, is_whole) = match read(question, choices, &self.typed) {
            Typed::Whole(picked) => (picked, true),
            Typed::Part(picked) => (picked, false),
            Typed::Nothing | Typed::Wrong(_) => (Vec::new(), false),
        };
        let is_entered = entered(&response) && !is_busy;
        // Refused letters stay and are sent again only when they are touched.
        let is_sent = is_entered || (is_new && is_whole && !is_busy);
        if let Some(answer) = answer_from(question, &picked).filter(|_| is_sent) {
            self.sent.clone_from(&self.typed);
            let (step, participant) = (question.id.clone(), who.id);
            self.asking.start(
                ui,
                cx,
                Command::Answer { step, round: None, participant, answer, channel: Channel::Desk },
            );
            ui.memory_mut(|memory| memory.request_focus(field));
        } else if is_entered && self.typed.trim().is_empty() {
            // Enter on an empty field passes somebody over.
            self.choose(waiting(Some(who.id)).or(self.who));
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
            // Nobody else's turn before the last answer is stored.
            if ui.add_enabled_ui(!is_busy, |ui| row.show(ui, theme).clicked()).inner {
                self.choose(Some(one.id));
                ui.memory_mut(|memory| memory.request_focus(field));
            }
        }
        is_done
    }

    /// Turns to somebody else, whose letters are not typed yet.
    fn choose(&mut self, who: Option<ParticipantId>) {
        self.who = who;
        self.typed.clear();
        self.asking.forgive();
    }

    /// Takes the letter of a pressed button into what is typed, as the kind of question has it.
    fn press(&mut self, question: &Question, choices: &[Choice], choice: &Choice) {
        let mut picked = match read(question, choices, &self.typed) {
            Typed::Part(picked) | Typed::Whole(picked) => picked,
            Typed::Nothing | Typed::Wrong(_) => Vec::new(),
        };
        pick(picking(question), &mut picked, &choice.id);
        let letter = |id: &Id| choices.iter().find(|choice| choice.id == *id).map(|choice| choice.letter);
        self.typed = picked.iter().filter_map(letter).collect();
    }
}
