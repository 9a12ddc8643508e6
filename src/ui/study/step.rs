//! A step of the course, read alone: a slide with its text, a question, a discussion to think about.

use egui::Frame;
use egui::Margin;
use egui::Ui;
use egui::Vec2;

use crate::i18n::messages::study as say;
use crate::pack::Step;
use crate::pack::StepBody;
use crate::pack::Theme;
use crate::session::Command;
use crate::session::Place;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::command::UiCommand;
use crate::ui::projector::Projector;
use crate::ui::room::notes::points;
use crate::ui::room::view::View;
use crate::ui::slide::Face;
use crate::ui::slide::Stage;
use crate::ui::slide::plain_step_face;
use crate::ui::slide::wording;
use crate::ui::study::Screen;
use crate::ui::study::columns::centred;
use crate::ui::study::discussion;
use crate::ui::study::frame::Strip;
use crate::ui::study::go;
use crate::ui::study::path;
use crate::ui::study::path::Onward;
use crate::ui::study::question;
use crate::ui::study::reading::Shape;
use crate::ui::study::reading::measure;
use crate::ui::study::reading::paragraphs;
use crate::ui::study::reading::shape;
use crate::ui::study::time;

/// Space around what is read, in points.
const MARGIN: f32 = 24.0;

impl Screen {
    /// Draws the step the learner is on.
    pub(super) fn step(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        view: View<'_>,
        theme: &Theme,
        step: &Step,
        out: &mut Actions,
    ) {
        if let Some(question) = step.question() {
            self.question.open(view, question, out);
        }
        let asked = self.strip(view, theme, step).show(ui, cx);
        let mut on = asked.on;
        let mut back = asked.back;
        for command in cx.pressed {
            match command {
                UiCommand::NextStep if self.wants_answer(view, step) => self.question.ask_for_answer(ui),
                UiCommand::NextStep => on |= !self.reading.page_down(),
                UiCommand::PreviousStep => back |= !self.reading.page_up(),
                _ => {}
            }
        }
        let place = Place::Step(step.id.clone());
        let frame = Frame::new().inner_margin(Margin::same(24));
        egui::CentralPanel::default().frame(frame).show(ui, |ui| match &step.body {
            StepBody::Slide(_) => self.slide(ui, cx, view, theme, step),
            StepBody::Question(question) => {
                self.question.show(ui, cx, view, question, &mut self.reading, &place, out);
            }
            StepBody::Discussion(discussion) => {
                let this = discussion::This { step, discussion };
                self.discussion.show(ui, cx, view, this, &mut self.reading, &mut self.keep, out);
            }
            StepBody::Break { title } => {
                crate::ui::widgets::heading(ui, cx.theme, &view.fill(title));
            }
        });
        if back {
            match path::before(view.state, theme, &step.id) {
                Some(before) => go(Place::Step(before), out),
                None => go(Place::Lobby, out),
            }
        } else if on {
            self.go_on(view, theme, step, out);
        }
    }

    fn strip(&self, view: View<'_>, theme: &Theme, step: &Step) -> Strip {
        let asks = step.question().filter(|question| question::is_asking(view, question));
        let on = match (asks, path::after(view.state, theme, &step.id)) {
            (Some(_), _) => view.say(say::answer()),
            (None, Onward::Step(next)) if is_branch_of(view, step, &next) => view.say(say::see_on()),
            (None, Onward::Step(_)) => view.say(say::go_on()),
            (None, Onward::Again(_)) => view.say(say::next_again()),
            (None, Onward::End) => view.say(say::to_end()),
        };
        let back = if path::before(view.state, theme, &step.id).is_some() { say::back() } else { say::to_course() };
        let left = view.state.minutes_left(theme);
        let aside = match (self.reading.has_more(), left) {
            (true, _) => view.say(say::more_below()),
            (false, 0) => String::new(),
            (false, left) => view.say(say::of_theme_left(time::minutes(view.lang, i64::from(left)))),
        };
        let can_go_on = asks.is_none_or(|question| self.question.is_answered(view, question));
        Strip { back: Some(view.say(back)), aside, on, can_go_on }
    }

    /// Whether the step has a question for which nothing is picked yet.
    fn wants_answer(&self, view: View<'_>, step: &Step) -> bool {
        let asks = step.question().filter(|question| question::is_asking(view, question));
        asks.is_some_and(|question| !self.question.is_answered(view, question))
    }

    /// Answers the question, or marks the step as done and goes on.
    fn go_on(&mut self, view: View<'_>, theme: &Theme, step: &Step, out: &mut Actions) {
        if let Some(question) = step.question().filter(|question| question::is_asking(view, question)) {
            // Enter alone picks nothing, however often it is pressed.
            if self.question.is_answered(view, question) {
                self.question.confirm(view, question, out);
                self.reading.begin_anew();
            }
            return;
        }
        out.session(Command::FinishStep { step: step.id.clone() });
        match path::after(view.state, theme, &step.id) {
            Onward::Step(next) => go(Place::Step(next), out),
            Onward::Again(next) => {
                go(Place::Step(next.clone()), out);
                out.session(Command::OpenQuestion { step: next });
            }
            Onward::End => self.end = Some((view.state.place.clone(), theme.id.clone())),
        }
    }

    fn slide(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, theme: &Theme, step: &Step) {
        let room = ui.available_size();
        let points = f32::from(points(cx.settings));
        let text = view.fill(step.reading());
        let place = Place::Step(step.id.clone());
        match shape(room, measure(ui, points), MARGIN) {
            Shape::Beside(picture, measure) => {
                let side = ((room.x - picture - MARGIN - measure) / 2.0).max(0.0);
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = 0.0;
                    ui.add_space(side);
                    ui.vertical(|ui| {
                        ui.set_width(picture);
                        slide_picture(ui, cx, view, theme, step, picture);
                    });
                    ui.add_space(MARGIN);
                    ui.vertical(|ui| {
                        // The bar of what scrolls stands outside the lines.
                        ui.set_width(measure + 14.0);
                        self.reading.show(ui, &place, |ui| {
                            ui.set_max_width(measure);
                            paragraphs(ui, cx, &text, points);
                        });
                    });
                });
            }
            Shape::Above(picture, measure) => self.reading.show(ui, &place, |ui| {
                centred(ui, picture, |ui| slide_picture(ui, cx, view, theme, step, picture));
                ui.add_space(MARGIN);
                centred(ui, measure.min(ui.available_width()), |ui| paragraphs(ui, cx, &text, points));
            }),
        }
    }
}

/// Whether `next` is a branch that an answer to `step` led to.
fn is_branch_of(view: View<'_>, step: &Step, next: &crate::text::Id) -> bool {
    step.question().is_some() && view.step_called(next).is_some_and(|next| next.branch_only)
}

fn slide_picture(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, theme: &Theme, step: &Step, width: f32) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(width, width * 9.0 / 16.0), egui::Sense::hover());
    let state = view.state;
    let look = Projector::theme(cx.settings.look, state.script.profile.accent);
    let face = plain_step_face(wording(state), theme, step, state.setup.seed, &Stage::Asked, None, view.now);
    // The strip above names the theme already.
    let face = Face { foot: String::new(), ..face };
    cx.slides.show(ui, rect, &look, cx.images, &face);
    ui.painter().rect_stroke(rect, 0.0, cx.theme.line(), egui::StrokeKind::Inside);
}
