//! Feedback: the anonymous form that goes round, and the count that the trainer sees.

use std::collections::BTreeMap;

use egui::RichText;
use egui::Ui;

use crate::engine::random_key;
use crate::i18n::Lang;
use crate::i18n::messages::console;
use crate::pack::FeedbackKind;
use crate::pack::FeedbackQuestion;
use crate::session::Command;
use crate::session::FeedbackAnswer;
use crate::session::FeedbackForm;
use crate::session::LONGEST_TEXT;
use crate::text::Id;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::room::asking::Asking;
use crate::ui::room::view::View;
use crate::ui::theme::bold;
use crate::ui::theme::size;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::body;
use crate::ui::widgets::caption;
use crate::ui::widgets::heading;
use crate::ui::widgets::segments;
use crate::ui::widgets::title;

/// A form being filled by somebody who is not named.
#[derive(Debug, Default)]
pub(crate) struct Form {
    scales: BTreeMap<Id, u8>,
    texts: BTreeMap<Id, String>,
    asking: Asking,
}

impl Form {
    /// Whether the form is on its way into the session.
    pub(crate) fn is_busy(&self) -> bool {
        self.asking.is_busy()
    }

    /// Whether nothing has been filled.
    pub(crate) fn is_blank(&self) -> bool {
        self.scales.is_empty() && self.texts.values().all(|text| text.trim().is_empty())
    }

    /// What is filled, under `key`.
    fn filled(&self, key: String) -> FeedbackForm {
        let scales = self.scales.iter().map(|(id, value)| (id.clone(), FeedbackAnswer::Scale(*value)));
        let texts = self
            .texts
            .iter()
            .filter(|(_, text)| !text.trim().is_empty())
            .map(|(id, text)| (id.clone(), FeedbackAnswer::Text(text.trim().to_owned())));
        FeedbackForm { key, answers: scales.chain(texts).collect() }
    }

    /// Draws the form; true once it is stored. Until then everything filled stays.
    pub(crate) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) -> bool {
        if self.asking.is_stored(ui) {
            return true;
        }
        let theme = cx.theme;
        let lang = view.room_lang();
        title(ui, theme, &console::feedback_title().text(lang));
        body(ui, theme, &console::feedback_anonymous().text(lang));
        ui.add_space(theme.grid * 2.0);
        self.questions(ui, cx, view, &console::feedback_send().text(lang), out);
        false
    }

    /// As [`Form::show`], without a heading; `send` stands on the button that stores the form.
    pub(crate) fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, send: &str, out: &mut Actions) -> bool {
        if self.asking.is_stored(ui) {
            return true;
        }
        self.questions(ui, cx, view, send, out);
        false
    }

    fn questions(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, send: &str, out: &mut Actions) {
        let theme = cx.theme;
        let lang = view.room_lang();
        let Some(feedback) = &view.state.script.pack.feedback else { return };
        // What is on its way is not changed under the giver's hands.
        ui.add_enabled_ui(!self.is_busy(), |ui| {
            for question in &feedback.questions {
                self.question(ui, cx, view, lang, question);
                ui.add_space(theme.grid * 2.0);
            }
        });
        self.asking.trouble(ui, cx, view.state, lang);
        let send = Button::primary(theme, send).large();
        if !ui.add_enabled(!self.is_blank() && !self.is_busy(), send).clicked() {
            return;
        }
        let Ok(key) = random_key() else {
            out.push(Action::Problem(console::feedback_no_key()));
            return;
        };
        self.asking.start(ui, cx, Command::GiveFeedback(self.filled(key)));
    }

    fn question(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, lang: Lang, question: &FeedbackQuestion) {
        let theme = cx.theme;
        let text = view.fill(&question.text);
        match &question.kind {
            FeedbackKind::Scale { low, high } => {
                ui.label(RichText::new(&text).font(bold(size::SUBHEADING)).color(theme.ink));
                let (low, high) = (view.fill(low), view.fill(high));
                caption(ui, theme, &console::feedback_scale(low.as_str(), high.as_str()).text(lang));
                let options: Vec<(u8, String)> = (1..=5).map(|value| (value, value.to_string())).collect();
                let mut value = self.scales.get(&question.id).copied().unwrap_or(0);
                if segments(ui, theme, &text, &mut value, &options) {
                    self.scales.insert(question.id.clone(), value);
                }
            }
            FeedbackKind::FreeText => {
                let value = self.texts.entry(question.id.clone()).or_default();
                Field::new(theme, &text).rows(3).limit(LONGEST_TEXT).large().show(ui, value);
            }
        }
    }
}

/// The trainer's side: how many forms there are; true when the computer is to be handed over.
pub(crate) fn show(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>) -> bool {
    let theme = cx.theme;
    heading(ui, theme, &view.say(console::place_feedback()));
    body(ui, theme, &view.say(console::feedback_explained()));
    ui.add_space(theme.grid);
    let given = view.state.feedback.len();
    let people = view.state.standing().count();
    ui.label(RichText::new(view.say(console::feedback_count(given, people))).font(bold(size::SUBHEADING)));
    ui.add_space(theme.grid);
    ui.add(Button::primary(theme, view.say(console::feedback_hand_over())).large()).clicked()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_carries_what_was_filled_and_nothing_blank() {
        let mut form = Form::default();
        assert!(form.is_blank());
        form.texts.insert("better".into(), "  ".to_owned());
        assert!(form.is_blank());
        form.scales.insert("usefulness".into(), 4);
        form.texts.insert("worse".into(), " pidempi tauko ".to_owned());
        let filled = form.filled("key".to_owned());
        let wanted = [
            (Id::from("usefulness"), FeedbackAnswer::Scale(4)),
            (Id::from("worse"), FeedbackAnswer::Text("pidempi tauko".to_owned())),
        ];
        assert_eq!(filled.answers, wanted.into());
    }
}
