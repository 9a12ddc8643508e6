//! A question answered alone: chosen by letter, digit or pointer, then shown with what follows.

use egui::Key;
use egui::RichText;
use egui::Ui;
use egui::Vec2;

use crate::i18n::messages::study as say;
use crate::pack::Picture;
use crate::pack::Question;
use crate::pack::QuestionBody;
use crate::quiz::room_order;
use crate::session::Channel;
use crate::session::Command;
use crate::session::Place;
use crate::session::Round;
use crate::text::Id;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::images::Asked;
use crate::ui::room::notes::points;
use crate::ui::room::option::Picked;
use crate::ui::room::option::hint;
use crate::ui::room::option::option_button_at;
use crate::ui::room::option::option_pressed;
use crate::ui::room::view::Choice;
use crate::ui::room::view::Picking;
use crate::ui::room::view::View;
use crate::ui::room::view::answer_from;
use crate::ui::room::view::pick;
use crate::ui::room::view::picked_of;
use crate::ui::room::view::picking;
use crate::ui::slide::wording;
use crate::ui::study::columns::centred;
use crate::ui::study::columns::two_columns;
use crate::ui::study::consequences;
use crate::ui::study::frame::eyebrow;
use crate::ui::study::path;
use crate::ui::study::reading::Reading;
use crate::ui::study::reading::aside;
use crate::ui::study::reading::measure;
use crate::ui::study::reading::paragraphs;
use crate::ui::theme::bold;
use crate::ui::widgets::Button;

/// What is picked and not shown yet, and which option is looked at afterwards.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    /// The question and the number of its rounds for which the rest stands.
    of: Option<(Id, usize)>,
    picked: Option<Vec<Id>>,
    was_opened: bool,
    pub(super) looked_at: Option<Id>,
    wants_focus: bool,
}

/// The question's last round.
fn round<'a>(view: View<'a>, question: &Question) -> Option<&'a Round> {
    view.state.round(&question.id)
}

/// Whether the question waits for its answer.
pub(super) fn is_asking(view: View<'_>, question: &Question) -> bool {
    !round(view, question).is_some_and(|round| round.is_revealed)
}

/// Asks the session to take what is picked, once it is an answer.
fn send(view: View<'_>, question: &Question, picked: &[Id], out: &mut Actions) {
    if let (Some(answer), Some(learner)) = (answer_from(question, picked), view.state.learner()) {
        let (step, participant) = (question.id.clone(), learner.id);
        out.session(Command::Answer { step, round: None, participant, answer, channel: Channel::Desk });
    }
}

/// What can be chosen, in the order shown; another one each time the question is asked.
pub(super) fn choices(view: View<'_>, question: &Question) -> Vec<Choice> {
    let rounds = view.state.questions.get(&question.id).map_or(0, |question| question.rounds.len());
    let turn = u64::try_from(rounds.saturating_sub(1)).unwrap_or(0);
    view.choices(question, &room_order(question, view.state.setup.seed.wrapping_add(turn)))
}

impl Draft {
    /// Begins anew with another question or round, and opens a question that was never asked.
    pub(crate) fn open(&mut self, view: View<'_>, question: &Question, out: &mut Actions) {
        let rounds = view.state.questions.get(&question.id).map_or(0, |question| question.rounds.len());
        let of = Some((question.id.clone(), rounds));
        if self.of != of {
            *self = Self { of, ..Self::default() };
        }
        let is_open = round(view, question).is_some_and(|round| round.is_open || round.is_revealed);
        if !is_open && !std::mem::replace(&mut self.was_opened, true) {
            out.session(Command::OpenQuestion { step: question.id.clone() });
        }
    }

    /// Whether what is picked is an answer.
    pub(crate) fn is_answered(&self, view: View<'_>, question: &Question) -> bool {
        answer_from(question, &self.picked(view, question)).is_some()
    }

    /// Takes the answer and shows what follows.
    pub(crate) fn confirm(&self, view: View<'_>, question: &Question, out: &mut Actions) {
        send(view, question, &self.picked(view, question), out);
        out.session(Command::Reveal { step: question.id.clone() });
        out.session(Command::FinishStep { step: question.id.clone() });
    }

    /// Sends the keyboard to the first option: nothing is picked yet.
    pub(crate) fn ask_for_answer(&mut self, ui: &Ui) {
        self.wants_focus = true;
        ui.ctx().request_repaint();
    }

    /// What is picked here, else what was answered before an interruption.
    fn picked(&self, view: View<'_>, question: &Question) -> Vec<Id> {
        let stored = || {
            let learner = view.state.learner()?.id;
            round(view, question)?.answers.get(&learner).map(|(answer, _)| picked_of(answer))
        };
        self.picked.clone().or_else(stored).unwrap_or_default()
    }

    /// Draws the question, or what follows from the answer.
    #[expect(clippy::too_many_arguments, reason = "one call from one place")]
    pub(crate) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        view: View<'_>,
        question: &Question,
        reading: &mut Reading,
        place: &Place,
        out: &mut Actions,
    ) {
        if is_asking(view, question) {
            let pressed = option_pressed(ui, choices(view, question).len());
            reading.show(ui, place, |ui| self.asking(ui, cx, view, question, pressed, out));
        } else {
            let looked_at = &mut self.looked_at;
            reading.show(ui, place, |ui| consequences::show(ui, cx, view, question, looked_at));
        }
    }

    fn asking(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        view: View<'_>,
        question: &Question,
        pressed: Option<usize>,
        out: &mut Actions,
    ) {
        let points = f32::from(points(cx.settings));
        let again = path::is_asked_again(view.state, &question.id);
        let kind = if again { view.say(say::asked_again()) } else { view.kind_of(question) };
        if let QuestionBody::Scenario { title, situation, question: ask, picture, .. } = &question.body {
            two_columns(
                ui,
                cx,
                points,
                self,
                |_, ui| {
                    eyebrow(ui, cx, &kind);
                    situation_ui(ui, cx, view, (title, situation, picture.as_ref()), points);
                },
                |this, ui| {
                    ask_ui(ui, cx, &view.fill(ask), points);
                    this.options(ui, cx, view, question, pressed, out);
                },
            );
            return;
        }
        let width = measure(ui, points).min(ui.available_width());
        centred(ui, width, |ui| {
            eyebrow(ui, cx, &kind);
            ask_ui(ui, cx, &view.question_title(question), points + 4.0);
            ui.add_space(cx.theme.grid);
            self.options(ui, cx, view, question, pressed, out);
        });
    }

    fn options(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        view: View<'_>,
        question: &Question,
        pressed: Option<usize>,
        out: &mut Actions,
    ) {
        let theme = cx.theme;
        let how = picking(question);
        let text = f32::from(points(cx.settings));
        aside(ui, cx, &view.say(hint(question)), text);
        let mut picked = self.picked(view, question);
        for (index, choice) in choices(view, question).iter().enumerate() {
            let state = match (how, picked.iter().position(|id| *id == choice.id)) {
                (Picking::InOrder, Some(place)) => Picked::Place(place + 1),
                (_, Some(_)) => Picked::Yes,
                (_, None) => Picked::No,
            };
            let response = option_button_at(ui, theme, index, &choice.text, state, text);
            if index == 0 && std::mem::take(&mut self.wants_focus) {
                response.request_focus();
            }
            if response.gained_focus() {
                response.scroll_to_me(None);
            }
            if pressed == Some(index) && ui.memory(|memory| memory.focused().is_some()) {
                // Enter is meant for what was picked last.
                response.request_focus();
            }
            let is_entered = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            if is_entered && how == Picking::One && state == Picked::Yes {
                // A second Enter on what is picked takes it.
                self.confirm(view, question, out);
            } else if response.clicked() || pressed == Some(index) {
                pick(how, &mut picked, &choice.id);
                send(view, question, &picked, out);
                self.picked = Some(picked.clone());
            }
        }
        if how == Picking::InOrder && !picked.is_empty() {
            let again = Button::quiet(theme, view.say(say::order_again()));
            if ui.add(again).clicked() {
                self.picked = Some(Vec::new());
            }
        }
    }
}

/// What is asked.
pub(super) fn ask_ui(ui: &mut Ui, cx: &Cx<'_>, text: &str, points: f32) {
    let words = RichText::new(text).font(bold(points)).color(cx.theme.ink).line_height(Some((points * 1.35).round()));
    let response = ui.label(words);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::Heading);
        node.set_label(text.to_owned());
    });
}

/// A scenario's situation: its title, picture and text.
pub(super) fn situation_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: View<'_>,
    (title, situation, picture): (&crate::text::Text, &crate::text::Text, Option<&Picture>),
    points: f32,
) {
    ask_ui(ui, cx, &view.fill(title), points + 4.0);
    if let Some(picture) = picture {
        picture_ui(ui, cx, view, picture);
    }
    paragraphs(ui, cx, &view.fill(situation), points);
}

fn picture_ui(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, picture: &Picture) {
    let wording = wording(view.state);
    let Some(file) = picture.files.get(wording.language).or_else(|| picture.files.values().next()) else { return };
    let width = ui.available_width().min(260.0 * picture.aspect);
    let (place, response) =
        ui.allocate_exact_size(Vec2::new(width, width / picture.aspect.max(0.1)), egui::Sense::hover());
    let alt = view.fill(&picture.alt);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &alt));
    let file = wording.root.join(file);
    cx.images.paint(ui, ui.painter(), cx.theme, view.room_lang(), &Asked { place, file: &file, alt: &alt });
}
