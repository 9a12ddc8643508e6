//! What is still open, and the one deliberate step that closes the session.

use egui::Ui;

use crate::engine::ask_message;
use crate::i18n::Message;
use crate::i18n::messages::common;
use crate::i18n::messages::desk as say;
use crate::session::Command;
use crate::session::State;
use crate::text::Id;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::Running;
use crate::ui::finish::Screen;
use crate::ui::finish::open_ends::OpenEnds;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// The most names that are listed in a sentence.
const MOST_NAMES: usize = 8;

impl Screen {
    pub(super) fn close_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, running: &Running, out: &mut Actions) {
        let (theme, lang) = (cx.theme, cx.lang);
        let state = &running.snapshot.state;
        let ends = OpenEnds::of(state);
        ui.vertical(|ui| {
            widgets::title(ui, theme, &say::finish_title().text(lang));
            widgets::soft(ui, theme, &say::finish_text().text(lang));
        });
        widgets::section(ui, theme, &say::open_ends_title().text(lang), |ui| {
            for (tone, line) in lines(&ends, state, cx) {
                widgets::marked(ui, theme, tone, &line.text(lang));
            }
            ui.add_space(theme.grid);
            if ui.add(Button::plain(theme, say::back_to_room().text(lang))).clicked() {
                out.push(Action::Go(Box::new(Route::Room(Default::default()))));
            }
        });
        after_ui(ui, cx, state, out);
        self.handout_ui(ui, cx, running, out);
        widgets::card(ui, theme, |ui| {
            widgets::body(ui, theme, &say::closing_explained().text(lang));
            if let Some(error) = &self.close_error {
                widgets::error_line(ui, theme, &error.text(lang));
                widgets::soft(ui, theme, &say::close_try_again().text(lang));
            }
            if self.closing.is_some() {
                widgets::progress(ui, theme, 0.5, &say::closing().text(lang));
            }
            let has_people = state.standing().next().is_some();
            if !has_people {
                widgets::marked(ui, theme, Tone::Caution, &say::nobody_to_register().text(lang));
            }
            let close = Button::primary(theme, say::close_session().text(lang)).large();
            let can_close = self.closing.is_none() && has_people && !self.asks_to_close && !self.handout.has_dialog();
            if widgets::main_button(ui, can_close, close) {
                self.asks_to_close = true;
            }
        });
    }

    pub(super) fn close_dialog(&mut self, ui: &Ui, cx: &Cx<'_>, running: &Running) {
        if !self.asks_to_close {
            return;
        }
        let (theme, lang) = (cx.theme, cx.lang);
        let state = &running.snapshot.state;
        let (present, people) = (state.present().count(), state.standing().count());
        let title = say::close_title().text(lang);
        let response = widgets::dialog(ui.ctx(), theme, "close", &title, 560.0, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            widgets::body(ui, theme, &say::close_people(people).text(lang));
            if present > 0 {
                widgets::marked(ui, theme, Tone::Caution, &say::close_present(present).text(lang));
            }
            widgets::body(ui, theme, &say::close_is_final().text(lang));
            ui.horizontal(|ui| {
                let yes = widgets::main_button(ui, true, Button::primary(theme, say::close_now().text(lang)));
                let no = ui.add(Button::plain(theme, common::cancel().text(lang))).clicked();
                (yes, no)
            })
            .inner
        });
        let (yes, no) = response.inner;
        if yes {
            self.close_error = None;
            let client = running.client.clone();
            self.closing = Some(Job::start(ui.ctx(), "close", move |_| client.ask(Command::Close)));
        }
        self.asks_to_close = !(yes || no || response.should_close);
    }

    pub(super) fn take_closing(&mut self, cx: &Cx<'_>, running: &Running) {
        match finished(&mut self.closing) {
            Some(Ok(Err(error))) => {
                self.close_error = Some(ask_message(&error, Some(&running.snapshot.state), cx.lang));
            }
            Some(Err(_stopped)) => self.close_error = Some(say::work_stopped()),
            // The next snapshot is a closed one.
            Some(Ok(Ok(_))) | None => {}
        }
    }
}

/// The trainer's list of things to do after.
fn after_ui(ui: &mut Ui, cx: &Cx<'_>, state: &State, out: &mut Actions) {
    let items = &state.script.pack.checklist.after;
    if items.is_empty() {
        return;
    }
    widgets::section(ui, cx.theme, &say::after_title().text(cx.lang), |ui| {
        ui.spacing_mut().item_spacing.y = cx.theme.grid / 2.0;
        for item in items {
            let mut is_done = state.ticked.contains(&item.id);
            let text = state.script.profile.fill(&item.text, &state.setup.language);
            if widgets::check(ui, cx.theme, &mut is_done, &text).changed() {
                out.session(Command::Tick { item: item.id.clone(), done: is_done });
            }
        }
    });
}

fn lines(ends: &OpenEnds, state: &State, cx: &Cx<'_>) -> Vec<(Tone, Message)> {
    let OpenEnds { still_here, untested, may_try_again, in_attempt, open_questions, unseen_themes, feedback, to_do } =
        ends;
    if ends.is_empty() {
        return vec![(Tone::Good, say::nothing_open())];
    }
    let mut lines = Vec::new();
    let mut people = |list: &[String], message: fn(usize, String) -> Message| {
        if !list.is_empty() {
            lines.push((Tone::Caution, message(list.len(), names(list, cx))));
        }
    };
    people(still_here, say::open_still_here);
    people(in_attempt, say::open_in_attempt);
    people(untested, say::open_untested);
    people(may_try_again, say::open_may_try_again);
    if !open_questions.is_empty() {
        lines.push((Tone::Caution, say::open_questions(open_questions.len())));
    }
    if !unseen_themes.is_empty() {
        let title = |id: &Id| {
            let theme = state.script.pack.theme(id)?;
            Some(state.script.profile.fill(&theme.title, &state.setup.language))
        };
        let titles: Vec<String> = unseen_themes.iter().filter_map(title).collect();
        lines.push((Tone::Caution, say::open_themes(titles.len(), titles.join(", "))));
    }
    if let Some((given, people)) = feedback {
        lines.push((Tone::Neutral, say::open_feedback(*given, *people)));
    }
    if !to_do.is_empty() {
        lines.push((Tone::Neutral, say::open_to_do(to_do.len())));
    }
    lines
}

/// Names in a row; of many the first ones and how many more.
fn names(list: &[String], cx: &Cx<'_>) -> String {
    let shown = list.iter().take(MOST_NAMES).cloned().collect::<Vec<_>>().join(", ");
    let more = list.len().saturating_sub(MOST_NAMES);
    if more == 0 { shown } else { say::names_and_more(shown, more).text(cx.lang) }
}
