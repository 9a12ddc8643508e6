//! The first screen: continue a session, prepare one, sign one, check a register.

mod assignment;
mod doing;
mod sessions_ui;

use egui::Ui;

use crate::engine::SessionSummary;
use crate::engine::file_message;
use crate::engine::list_sessions;
use crate::files::FileError;
use crate::i18n::Message;
use crate::i18n::messages::assign;
use crate::i18n::messages::home as say;
use crate::session::Form;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::home::doing::Doing;
use crate::ui::prepare::draft::Draft;
use crate::ui::records::home_card;
use crate::ui::refresh::HomeCard;
use crate::ui::screen_page;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// How long until sessions are looked for again while another program has one of them open, in seconds.
const LOOK_AGAIN: f64 = 2.0;

/// The screen's own state.
#[derive(Debug, Default)]
pub struct Screen {
    sessions: Option<Vec<SessionSummary>>,
    listing: Option<Job<Result<Vec<SessionSummary>, FileError>>>,
    /// When they were listed, in the window's seconds.
    listed_at: f64,
    error: Option<Message>,
    doing: Doing,
    has_begun: bool,
    refresh: HomeCard,
    /// Where the session is to be held whose preparation was left; empty when that is not written yet.
    draft: Option<String>,
    assignment: assignment::Card,
}

impl Screen {
    /// Draws the screen.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
        if !std::mem::replace(&mut self.has_begun, true) {
            self.list(ui.ctx(), cx);
            self.draft = Draft::load(cx.data).filter(Draft::is_begun).map(|draft| draft.place);
        }
        match finished(&mut self.listing) {
            Some(Ok(Ok(sessions))) => self.sessions = Some(sessions),
            Some(Ok(Err(error))) => self.error = Some(file_message(&error)),
            Some(Err(_stopped)) => self.error = Some(crate::i18n::messages::desk::work_stopped()),
            None => {}
        }
        if self.doing.take_results(cx, out) {
            self.list(ui.ctx(), cx);
        }
        self.look_again(ui.ctx(), cx);
        self.assignment.take(ui.ctx(), cx);
        let (theme, lang) = (cx.theme, cx.lang);
        screen_page(ui, theme, "home", 960.0, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 2.0;
            widgets::title(ui, theme, &say::title().text(lang));
            for error in self.error.iter().chain(self.doing.error()) {
                widgets::toned(ui, theme, Tone::Bad, |ui| {
                    widgets::marked(ui, theme, Tone::Bad, &error.text(lang));
                });
            }
            self.assignment.show(ui, cx, out);
            let sessions = self.sessions.as_deref().unwrap_or_default();
            let has_unfinished = sessions_ui::unfinished(ui, cx, sessions, &mut self.doing);
            if begin_ui(ui, cx, !has_unfinished, self.draft.as_deref(), out) {
                self.assignment.open();
            }
            self.refresh.show(ui, cx, out);
            home_card(ui, cx, out);
            sessions_ui::unsigned(ui, cx, sessions, &mut self.doing);
            sessions_ui::signed(ui, cx, sessions, Form::Room, &mut self.doing, out);
            sessions_ui::signed(ui, cx, sessions, Form::SelfStudy, &mut self.doing, out);
            sessions_ui::unreadable(ui, cx, sessions, out);
            if self.sessions.is_none() && self.error.is_none() {
                widgets::soft(ui, theme, &say::listing().text(lang));
            }
        });
        self.doing.dialogs(ui, cx);
    }

    /// Lists the sessions again after a while as long as one of them is in use: it may have become free.
    fn look_again(&mut self, context: &egui::Context, cx: &Cx<'_>) {
        let is_any_in_use = self.sessions.iter().flatten().any(|summary| summary.is_in_use);
        if !is_any_in_use || self.listing.is_some() {
            return;
        }
        let left = self.listed_at + LOOK_AGAIN - context.input(|input| input.time);
        if left <= 0.0 {
            self.list(context, cx);
        } else {
            context.request_repaint_after(std::time::Duration::from_secs_f64(left));
        }
    }

    fn list(&mut self, context: &egui::Context, cx: &Cx<'_>) {
        let data = cx.data.clone();
        self.error = None;
        self.listed_at = context.input(|input| input.time);
        self.listing = Some(Job::start(context, "list-sessions", move |_| list_sessions(&data)));
    }
}

/// Where the other work begins; whether an assignment is to be opened.
fn begin_ui(ui: &mut Ui, cx: &Cx<'_>, is_first: bool, draft: Option<&str>, out: &mut Actions) -> bool {
    let (theme, lang) = (cx.theme, cx.lang);
    let gap = theme.grid * 2.0;
    let half = (ui.available_width() - gap) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        half_card(ui, cx, half, true, |ui| {
            widgets::subheading(ui, theme, &say::begin_title().text(lang));
            let text = match draft {
                None => say::begin_text(),
                Some("") => say::draft_text(),
                Some(place) => say::draft_text_for(place),
            };
            widgets::soft(ui, theme, &text.text(lang));
            ui.add_space(theme.grid);
            let text = if draft.is_some() { say::prepare_on() } else { say::prepare() }.text(lang);
            let wants_to_prepare = if is_first {
                widgets::main_button(ui, true, Button::primary(theme, text).large())
            } else {
                ui.add(Button::plain(theme, text).large()).clicked()
            };
            if wants_to_prepare {
                out.push(Action::Go(Box::new(Route::Prepare(Default::default()))));
            }
        });
        half_card(ui, cx, half, false, |ui| {
            widgets::subheading(ui, theme, &say::alone_title().text(lang));
            widgets::soft(ui, theme, &say::alone_text().text(lang));
            ui.add_space(theme.grid);
            if ui.add(Button::plain(theme, say::study_alone().text(lang)).large()).clicked() {
                out.push(Action::Go(Box::new(Route::Alone(Default::default()))));
            }
        });
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme.grid * 2.0;
        if ui.add(Button::plain(theme, say::verify().text(lang)).large()).clicked() {
            out.push(Action::Go(Box::new(Route::Verify(Default::default()))));
        }
        if ui.add(Button::plain(theme, say::identity().text(lang)).large()).clicked() {
            out.push(Action::Go(Box::new(Route::Identity(Default::default()))));
        }
        ui.add(Button::plain(theme, assign::open_assignment().text(lang)).large()).clicked()
    })
    .inner
}

/// A card beside another of the same width, and as high as the higher of the two was in the frame before.
fn half_card(ui: &mut Ui, cx: &Cx<'_>, width: f32, is_left: bool, contents: impl FnOnce(&mut Ui)) {
    let id = |is_left: bool| egui::Id::unique(("home half", is_left));
    let height = |ui: &Ui, is_left| ui.data(|data| data.get_temp::<f32>(id(is_left))).unwrap_or_default();
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.x = cx.theme.grid;
        widgets::card(ui, cx.theme, |ui| {
            ui.set_min_height(height(ui, true).max(height(ui, false)));
            let own = ui.vertical(contents).response.rect.height();
            if (own - height(ui, is_left)).abs() > 0.5 {
                ui.data_mut(|data| data.insert_temp(id(is_left), own));
                ui.ctx().request_repaint();
            }
        });
    });
}
