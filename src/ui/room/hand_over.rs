//! Screens for participants: the computer is handed over, shows only what is theirs, and gives the
//! console back only by a deliberate step.

use egui::RichText;
use egui::Ui;

use crate::i18n::messages::console;
use crate::session::Command;
use crate::session::Manner;
use crate::session::ParticipantId;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::room::feedback;
use crate::ui::room::test::model;
use crate::ui::room::test::sitting::Sitting;
use crate::ui::room::test::sitting::Taking;
use crate::ui::room::test::sitting::result;
use crate::ui::room::view::View;
use crate::ui::theme::regular;
use crate::ui::theme::size;
use crate::ui::widgets::Button;
use crate::ui::widgets::body;
use crate::ui::widgets::dialog;
use crate::ui::widgets::title;

/// What the computer was handed over for.
#[derive(Debug)]
pub(crate) struct HandOver {
    what: What,
    is_asking_back: bool,
}

#[derive(Debug)]
enum What {
    Test(Seat),
    Feedback(Box<feedback::Form>),
    FeedbackThanks,
}

/// Who sits at the computer for the test, and how far they are.
#[derive(Debug)]
enum Seat {
    /// The computer waits for this person.
    Waiting(ParticipantId),
    /// This person takes the attempt with this number.
    Taking(ParticipantId, u32, Box<Sitting>),
    /// Nobody: a neutral screen.
    Empty,
}

impl HandOver {
    /// For the final test of `participant`.
    pub(crate) fn test(participant: ParticipantId) -> Self {
        Self { what: What::Test(Seat::Waiting(participant)), is_asking_back: false }
    }

    /// For feedback of nobody in particular.
    pub(crate) fn feedback() -> Self {
        Self { what: What::Feedback(Box::default()), is_asking_back: false }
    }

    /// Asks, with the next frame, whether it is the trainer who wants the computer back.
    pub(crate) fn call_trainer(&mut self) {
        self.is_asking_back = true;
    }

    /// Draws the screen; true once the trainer has taken the computer back.
    pub(crate) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) -> bool {
        let theme = cx.theme;
        let back = view.say(console::hand_over_back());
        egui::Panel::bottom("hand over").frame(egui::Frame::new().inner_margin(8)).show(ui, |ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.add(Button::quiet(theme, back)).clicked() {
                    self.call_trainer();
                }
            });
        });
        let frame = egui::Frame::new().fill(theme.background).inner_margin(32);
        egui::CentralPanel::default().frame(frame).show(ui, |ui| {
            egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                let width = ui.available_width().min(920.0);
                ui.horizontal_top(|ui| {
                    ui.add_space((ui.available_width() - width) / 2.0);
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        self.contents(ui, cx, view, out);
                    });
                });
            });
        });
        self.is_asking_back && self.ask_back(ui, cx, view)
    }

    /// Asks whether it is the trainer who wants the console; true when it is.
    fn ask_back(&mut self, ui: &Ui, cx: &Cx<'_>, view: View<'_>) -> bool {
        let heading = view.say(console::back_heading());
        let is_half_done = matches!(&self.what, What::Feedback(form) if !form.is_blank());
        let response = dialog(ui.ctx(), cx.theme, "take back", &heading, 520.0, |ui| {
            body(ui, cx.theme, &view.say(console::back_text()));
            if is_half_done {
                body(ui, cx.theme, &view.say(console::back_feedback_lost()));
            }
            ui.add_space(cx.theme.grid);
            ui.horizontal_wrapped(|ui| {
                let stay = ui.add(Button::primary(cx.theme, view.say(console::back_no()))).clicked();
                let leave = ui.add(Button::plain(cx.theme, view.say(console::back_yes()))).clicked();
                (stay, leave)
            })
            .inner
        });
        let (stay, leave) = response.inner;
        if stay || response.should_close {
            self.is_asking_back = false;
        }
        leave
    }

    fn contents(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
        let lang = view.room_lang();
        match &mut self.what {
            What::Test(seat) => {
                if let Some(next) = seat.show(ui, cx, view, out) {
                    *seat = next;
                    ui.ctx().request_repaint();
                }
            }
            What::Feedback(form) => {
                let is_given = form.show(ui, cx, view, out);
                let words = console::feedback_none().text(lang);
                let can_leave = !is_given && !form.is_busy();
                if is_given || ui.add_enabled(can_leave, Button::quiet(cx.theme, words)).clicked() {
                    self.what = What::FeedbackThanks;
                }
            }
            What::FeedbackThanks => {
                title(ui, cx.theme, &console::feedback_thanks().text(lang));
                large(ui, cx, &console::feedback_thanks_text().text(lang));
                ui.add_space(cx.theme.grid * 2.0);
                if ui.add(Button::primary(cx.theme, console::feedback_next().text(lang)).large()).clicked() {
                    self.what = What::Feedback(Box::default());
                }
            }
        }
    }
}

impl Seat {
    /// Draws the seat; the next one when it changes.
    fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) -> Option<Self> {
        match self {
            Self::Waiting(id) => waiting(ui, cx, view, *id, out),
            Self::Taking(id, number, sitting) => {
                let person = view.state.participants.get(id)?;
                let attempt = person.attempts.iter().find(|attempt| attempt.number == *number)?;
                if attempt.void.is_some() {
                    return Some(Self::Empty);
                }
                if attempt.result.is_none() {
                    sitting.show(ui, Taking { cx, view, participant: *id, attempt }, out);
                    return None;
                }
                result(ui, cx, view, attempt);
                ui.add_space(cx.theme.grid * 2.0);
                let lang = view.room_lang();
                body(ui, cx.theme, &console::test_result_private().text(lang));
                let done = Button::primary(cx.theme, console::test_done().text(lang)).large();
                ui.add(done).clicked().then_some(Self::Empty)
            }
            Self::Empty => empty(ui, cx, view),
        }
    }
}

/// The computer waits for somebody: only their name, and one button.
fn waiting(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, id: ParticipantId, out: &mut Actions) -> Option<Seat> {
    let lang = view.room_lang();
    let person = view.state.participants.get(&id)?;
    let open = person.open_attempt();
    if let Some(attempt) = open.filter(|attempt| !attempt.answers.is_empty()) {
        // Interrupted before, such as by a power cut: it goes on where it stood.
        return Some(Seat::Taking(id, attempt.number, Box::new(Sitting::resume(attempt))));
    }
    title(ui, cx.theme, &console::test_for(person.details.name.as_str()).text(lang));
    let rules = view.state.script.pack.final_test?;
    large(ui, cx, &console::test_rules(rules.draw, u32::from(rules.pass_percent)).text(lang));
    ui.add_space(cx.theme.grid * 2.0);
    let begin = Button::primary(cx.theme, console::test_begin().text(lang)).large();
    if ui.add(begin).clicked() && open.is_none() {
        out.session(Command::StartAttempt { participant: id, manner: Manner::Desk });
    }
    // Begun: the attempt is in the next snapshot.
    open.map(|attempt| Seat::Taking(id, attempt.number, Box::default()))
}

/// Nobody's screen between two people.
fn empty(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>) -> Option<Seat> {
    let lang = view.room_lang();
    let next = model::queue(view.state).first().and_then(|id| view.state.participants.get(id));
    title(ui, cx.theme, &console::test_thanks().text(lang));
    let Some(next) = next else {
        large(ui, cx, &console::test_nobody_left().text(lang));
        return None;
    };
    large(ui, cx, &console::test_pass_on(next.details.name.as_str()).text(lang));
    ui.add_space(cx.theme.grid * 2.0);
    let words = console::test_i_am(next.details.name.as_str()).text(lang);
    ui.add(Button::primary(cx.theme, words).large()).clicked().then_some(Seat::Waiting(next.id))
}

fn large(ui: &mut Ui, cx: &Cx<'_>, text: &str) {
    ui.label(RichText::new(text).font(regular(size::SUBHEADING)).color(cx.theme.ink));
}
