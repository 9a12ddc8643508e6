//! Signing in at the desk: the form, who has come and who is still missing.

pub(in crate::ui) mod form;
mod form_ui;
pub mod matching;
mod roster;
mod rows;

pub(in crate::ui) use form_ui::identifier_label;

use std::sync::Arc;

use crate::engine::AskError;
use crate::engine::Snapshot;
use crate::engine::ask_message;
use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::desk as say;
use crate::session::Command;
use crate::session::Place;
use crate::session::State;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::Running;
use crate::ui::command::UiCommand;
use crate::ui::lobby::form::Form;
use crate::ui::lobby::form::Spot;
use crate::ui::lobby::form::Trouble;
use crate::ui::phones;
use crate::ui::projector::Control;
use crate::ui::room::view::View;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// The screen's own state.
#[derive(Debug, Default)]
pub struct Screen {
    form: Form,
    trouble: Option<Trouble>,
    signing: Option<Job<Result<Arc<Snapshot>, AskError>>>,
    welcomed: Option<Message>,
    /// Where the keyboard goes in the next frame.
    send_focus: Option<Spot>,
    /// Which suggestion is marked; 0 is none.
    marked: usize,
    has_begun: bool,
    rows: rows::Rows,
}

impl Screen {
    /// Draws the screen.
    pub fn show(&mut self, ui: &mut egui::Ui, cx: &Cx<'_>, out: &mut Actions) {
        let Some(running) = cx.session else {
            widgets::page(ui, cx.theme, 720.0, |ui| {
                widgets::body(ui, cx.theme, &say::no_session().text(cx.lang));
            });
            return;
        };
        if !std::mem::replace(&mut self.has_begun, true) {
            self.send_focus = Some(Spot::Name);
        }
        self.take_outcome(running, cx.lang);
        let state = &running.snapshot.state;
        let theme = cx.theme;
        let missing = matching::missing(state);
        let view = View { state, now: cx.clock.now(), lang: cx.lang };
        let margin = egui::Margin::symmetric(24, 16);
        egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            head(ui, cx, state, missing.len(), self.rows.has_dialog(), out);
            ui.add_space(theme.grid);
            let room = ui.available_size();
            let left = (room.x * 0.56).clamp(420.0, 760.0);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = theme.grid * 2.0;
                ui.allocate_ui_with_layout(egui::vec2(left, room.y), egui::Layout::top_down(egui::Align::Min), |ui| {
                    egui::ScrollArea::vertical().id_salt("sign-in").auto_shrink([false, false]).show(ui, |ui| {
                        self.form_ui(ui, cx, running, &missing);
                    });
                });
                let width = ui.available_width();
                ui.allocate_ui_with_layout(egui::vec2(width, room.y), egui::Layout::top_down(egui::Align::Min), |ui| {
                    egui::ScrollArea::vertical().id_salt("roster").auto_shrink([false, false]).show(ui, |ui| {
                        phones::card(ui, cx, state, out);
                        phones::doubles(ui, cx, view, out);
                        if let Some(person) = roster::show(ui, cx, view, &missing, &mut self.rows) {
                            self.choose(person, state);
                        }
                    });
                });
            });
        });
        self.rows.dialog(ui, cx, view, running.snapshot.version, out);
    }

    /// Takes in what became of the last sign-in; the form is emptied only once it is on the register.
    fn take_outcome(&mut self, running: &Running, lang: Lang) {
        let Some(outcome) = finished(&mut self.signing) else { return };
        let whole = |message| Trouble { spot: Spot::Button, message };
        match outcome {
            Ok(Ok(snapshot)) => {
                let number = snapshot.state.standing().count();
                self.welcomed = Some(say::welcome(self.form.name.trim(), number));
                self.form = Form::default();
                self.trouble = None;
                self.marked = 0;
                self.send_focus = Some(Spot::Name);
            }
            Ok(Err(AskError::Refused(refusal))) => {
                let trouble = form::trouble_of(&refusal, &running.snapshot.state, lang);
                self.send_focus = Some(trouble.spot);
                self.trouble = Some(trouble);
            }
            Ok(Err(error)) => self.trouble = Some(whole(ask_message(&error, Some(&running.snapshot.state), lang))),
            Err(_stopped) => self.trouble = Some(whole(say::work_stopped())),
        }
    }
}

/// The screen's name, what is known of the room, and the step into the course.
fn head(ui: &mut egui::Ui, cx: &Cx<'_>, state: &State, missing: usize, is_covered: bool, out: &mut Actions) {
    let (theme, lang) = (cx.theme, cx.lang);
    let present = state.present().count();
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            widgets::title(ui, theme, &say::sign_in_title().text(lang));
            widgets::soft(ui, theme, &say::sign_in_count(present, missing).text(lang));
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if state.place == Place::Lobby {
                let first = state.script.pack.steps().find(|(_, step)| !step.branch_only).map(|(_, step)| &step.id);
                let start = Button::plain(theme, say::start_course().text(lang)).large();
                let can_start = present > 0 && first.is_some();
                let response = ui.add_enabled(can_start, start.key(UiCommand::NextStep.key(lang)));
                let response = response.on_disabled_hover_text(say::start_needs_people().text(lang));
                // A presenter remote starts the course as it goes on in it.
                if (response.clicked() || (can_start && !is_covered && cx.is_pressed(UiCommand::NextStep)))
                    && let Some(first) = first
                {
                    out.session(Command::Go { to: Place::Step(first.clone()) });
                    out.push(Action::Go(Box::new(Route::Room(Default::default()))));
                }
            } else if ui.add(Button::plain(theme, say::back_to_room().text(lang)).large()).clicked() {
                out.push(Action::Go(Box::new(Route::Room(Default::default()))));
            }
            let is_shown = cx.projector.is_shown;
            let projector = Button::quiet(theme, say::show_projector().text(lang)).selected(is_shown);
            if ui.add(projector).clicked() {
                out.push(Action::Projector(Control::Show(!is_shown)));
            }
        });
    });
}
