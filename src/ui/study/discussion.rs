//! A discussion, alone: a question to think about, a note that stays here, and what is sent as a development item.

use egui::Ui;

use crate::i18n::messages::study as say;
use crate::pack::Discussion;
use crate::pack::Step;
use crate::session::Command;
use crate::session::Place;
use crate::study::notes::LONGEST;
use crate::text::Id;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::room::asking::Asking;
use crate::ui::room::notes::points;
use crate::ui::room::view::View;
use crate::ui::study::columns::two_columns;
use crate::ui::study::frame::eyebrow;
use crate::ui::study::keep::Keep;
use crate::ui::study::question::ask_ui;
use crate::ui::study::reading::Reading;
use crate::ui::study::reading::paragraphs;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;
use crate::ui::widgets::body;
use crate::ui::widgets::caption;
use crate::ui::widgets::card;
use crate::ui::widgets::marked;

/// The note being written.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    /// On which step, and whether its note was read.
    of: Option<Id>,
    text: String,
    sending: Asking,
}

/// The discussion with its step.
#[derive(Clone, Copy)]
pub(crate) struct This<'a> {
    pub(crate) step: &'a Step,
    pub(crate) discussion: &'a Discussion,
}

impl Draft {
    /// Draws the question, the note and what was sent.
    #[expect(clippy::too_many_arguments, reason = "one call from one place")]
    pub(crate) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        view: View<'_>,
        this: This<'_>,
        reading: &mut Reading,
        keep: &mut Keep,
        out: &mut Actions,
    ) {
        let This { step, discussion } = this;
        if self.of.as_ref() != Some(&step.id)
            && let Some(note) = keep.on(&step.id)
        {
            *self = Self { of: Some(step.id.clone()), text: note.to_owned(), sending: Asking::default() };
        }
        // The item shows below once it is stored.
        self.sending.is_stored(ui);
        let points = f32::from(points(cx.settings));
        let place = Place::Step(step.id.clone());
        reading.show(ui, &place, |ui| {
            two_columns(
                ui,
                cx,
                points,
                &mut (self, keep),
                |_, ui| {
                    eyebrow(ui, cx, &view.say(say::think()));
                    ask_ui(ui, cx, &view.fill(&discussion.title), points + 4.0);
                    ask_ui(ui, cx, &view.fill(&discussion.prompt), points);
                    ui.add_space(cx.theme.grid);
                    paragraphs(ui, cx, &view.fill(step.reading()), points);
                },
                |(this, keep), ui| {
                    this.note(ui, cx, view, step, keep);
                    sent(ui, cx, view, step, out);
                },
            );
        });
    }

    fn note(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, step: &Step, keep: &mut Keep) {
        let theme = cx.theme;
        if keep.is_broken() {
            marked(ui, theme, Tone::Caution, &view.say(say::notes_broken()));
        }
        let is_ready = self.of.as_ref() == Some(&step.id) || keep.is_broken();
        let (label, help) = (view.say(say::note_label()), view.say(say::note_help()));
        let field = Field::new(theme, &label).help(&help).rows(7).limit(LONGEST);
        let field = field.id(egui::Id::unique(("study note", step.id.as_str())));
        let response = ui.add_enabled_ui(is_ready, |ui| field.show(ui, &mut self.text)).inner;
        if response.changed() {
            keep.put(ui, &step.id, &self.text);
            self.sending.forgive();
        }
        let text = self.text.trim();
        let is_sent = view.state.items.values().any(|item| item.step.as_ref() == Some(&step.id) && item.text == text);
        ui.add_space(theme.grid / 2.0);
        let button = Button::plain(theme, view.say(say::send_item()));
        let can_send = is_ready && !text.is_empty() && !is_sent && !self.sending.is_busy();
        if ui.add_enabled(can_send, button).clicked() {
            let command = Command::NoteItem { text: text.to_owned(), step: Some(step.id.clone()) };
            self.sending.start(ui, cx, command);
        }
        caption(ui, theme, &view.say(say::send_item_help()));
        self.sending.trouble(ui, cx, view.state, view.lang);
    }
}

/// What was sent from this step, and taking it back.
fn sent(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, step: &Step, out: &mut Actions) {
    for item in view.state.items.values().filter(|item| item.step.as_ref() == Some(&step.id)) {
        card(ui, cx.theme, |ui| {
            eyebrow(ui, cx, &view.say(say::item_goes_along()));
            body(ui, cx.theme, &item.text);
            let words = view.say(say::item_take_back());
            let name = format!("{words}: {}", item.text);
            if ui.add(Button::quiet(cx.theme, words)).accessible_name(name).clicked() {
                out.session(Command::DropItem { item: item.id });
            }
        });
    }
}
