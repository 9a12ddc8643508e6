//! Counting raised hands with the number keys, letter by letter.

use std::collections::BTreeMap;

use egui::Ui;

use crate::i18n::messages::common;
use crate::i18n::messages::console;
use crate::i18n::messages::phones;
use crate::pack::Question;
use crate::session::Command;
use crate::session::Round;
use crate::text::Id;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::room::asking::Asking;
use crate::ui::room::hand_check::HandCheck;
use crate::ui::room::parts::entered;
use crate::ui::room::view::Choice;
use crate::ui::room::view::View;
use crate::ui::theme::bold;
use crate::ui::theme::size;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::widgets::body;
use crate::ui::widgets::caption;
use crate::ui::widgets::marked;
use crate::ui::widgets::option_badge;

/// Counts as they are typed.
#[derive(Debug)]
pub(crate) struct Draft {
    typed: BTreeMap<Id, String>,
    before: BTreeMap<Id, u32>,
    focus: Option<usize>,
    asking: Asking,
}

impl Draft {
    /// Begins with what was counted before in this round.
    pub(crate) fn new(round: Option<&Round>) -> Self {
        let before = round.map(|round| round.hands.clone()).unwrap_or_default();
        let typed = before.iter().map(|(id, count)| (id.clone(), count.to_string())).collect();
        Self { typed, before, focus: Some(0), asking: Asking::default() }
    }

    /// Whether counts are on their way into the session, or were refused and not dealt with yet.
    pub(crate) fn is_unsettled(&self) -> bool {
        self.asking.is_unsettled()
    }

    /// The counts; what is not typed counts as none.
    fn counts(&self, choices: &[Id]) -> BTreeMap<Id, u32> {
        let number = |id: &Id| self.typed.get(id).and_then(|typed| typed.parse().ok()).unwrap_or(0);
        choices.iter().map(|id| (id.clone(), number(id))).collect()
    }

    /// Sends the counts when something was typed that has not been saved and can be true.
    pub(crate) fn save_if_changed(&self, view: View<'_>, question: &Question, step: &Id, out: &mut Actions) {
        let counts = self.counts(&crate::quiz::countable(question));
        let is_new = self.typed.values().any(|typed| !typed.is_empty()) && counts != self.before;
        if is_new && !check(view, question, &counts).is_over() {
            out.session(Command::CountHands { step: step.clone(), counts });
        }
    }

    /// Draws the fields; true once the counts are stored or given up.
    pub(crate) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        view: View<'_>,
        question: &Question,
        choices: &[Choice],
    ) -> bool {
        if self.asking.is_stored(ui) {
            return true;
        }
        let theme = cx.theme;
        body(ui, theme, &view.say(console::hands_how()));
        let answered = view.state.round(&question.id).map_or(0, |round| round.answers.len());
        if answered > 0 {
            // A phone's answer and a raised hand of the same person would count twice.
            let left = view.state.present().count().saturating_sub(answered);
            caption(ui, theme, &view.say(phones::hands_rest(answered, left)));
        }
        let field = |index: usize| egui::Id::unique(("hands", question.id.as_str(), index));
        let mut jump = self.focus.take();
        let mut is_saving = false;
        for (index, choice) in choices.iter().enumerate() {
            ui.horizontal(|ui| {
                option_badge(ui, theme, index, 32.0);
                let typed = self.typed.entry(choice.id.clone()).or_default();
                let edit = egui::TextEdit::singleline(typed)
                    .id(field(index))
                    .desired_width(56.0)
                    .min_size(egui::vec2(56.0, size::CONTROL))
                    .align(egui::Align2::RIGHT_CENTER)
                    .font(bold(size::SUBHEADING))
                    .char_limit(4);
                let name = view.say(console::hands_field(choice.letter.to_string()));
                let response = ui.add(edit).accessible_name(name);
                if let Some(letter) = typed.chars().find(char::is_ascii_alphabetic) {
                    let letter = letter.to_ascii_uppercase();
                    jump = choices.iter().position(|choice| choice.letter == letter).or(jump);
                }
                typed.retain(|digit| digit.is_ascii_digit());
                if entered(&response) {
                    if index + 1 < choices.len() {
                        jump = Some(index + 1);
                    } else {
                        is_saving = true;
                    }
                }
                ui.vertical(|ui| caption(ui, theme, &choice.text));
            });
        }
        let ids: Vec<Id> = choices.iter().map(|choice| choice.id.clone()).collect();
        let counts = self.counts(&ids);
        let check = check(view, question, &counts);
        let (tone, words) = if check.is_over() {
            (Tone::Bad, console::hands_over(check.total, check.most))
        } else if check.silent() > 0 {
            (Tone::Neutral, console::hands_silent(check.total, check.most, check.silent()))
        } else {
            (Tone::Good, console::hands_all(check.total))
        };
        marked(ui, theme, tone, &view.say(words));
        self.asking.trouble(ui, cx, view.state, view.lang);
        let mut is_done = false;
        ui.horizontal(|ui| {
            let save = Button::primary(theme, view.say(console::hands_save())).key("Enter");
            is_saving |= ui.add_enabled(!check.is_over() && !self.asking.is_busy(), save).clicked();
            is_done = ui.add(Button::quiet(theme, view.say(common::cancel()))).clicked();
        });
        if is_saving && check.is_over() {
            jump = Some(choices.len().saturating_sub(1));
        } else if is_saving {
            self.asking.start(ui, cx, Command::CountHands { step: question.id.clone(), counts });
        }
        if let Some(index) = jump {
            ui.memory_mut(|memory| memory.request_focus(field(index)));
        }
        is_done
    }
}

fn check(view: View<'_>, question: &Question, counts: &BTreeMap<Id, u32>) -> HandCheck {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let answered = view.state.round(&question.id).map_or(0, |round| round.answers.len());
    HandCheck::new(question, counts, count(view.state.present().count()), count(answered))
}
