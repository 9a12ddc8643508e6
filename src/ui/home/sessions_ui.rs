//! The sessions on this computer: unfinished, unsigned, signed, unreadable.

use egui::Ui;

use crate::engine::SessionGist;
use crate::engine::SessionSummary;
use crate::engine::journal_message;
use crate::engine::layout;
use crate::i18n::date_and_time;
use crate::i18n::local;
use crate::i18n::messages::assign;
use crate::i18n::messages::home as say;
use crate::session::Form;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::home::doing::Doing;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;

/// Says why nothing can be done with a session now.
fn in_use_ui(ui: &mut Ui, cx: &Cx<'_>, summary: &SessionSummary) {
    if summary.is_in_use {
        widgets::marked(ui, cx.theme, Tone::Caution, &say::in_use().text(cx.lang));
    }
}

/// Sessions that can be continued, first and largest. Returns whether there are any.
pub(super) fn unfinished(ui: &mut Ui, cx: &Cx<'_>, sessions: &[SessionSummary], doing: &mut Doing) -> bool {
    let (theme, lang) = (cx.theme, cx.lang);
    let mut is_first = true;
    for (summary, gist) in known(sessions).filter(|(_, gist)| gist.closed_at.is_none()) {
        let (title, go_on) = if gist.setup.form.is_room() {
            (say::unfinished_title(), say::continue_session())
        } else {
            (say::unfinished_study(), say::continue_study())
        };
        ui.push_id(&summary.folder, |ui| {
            widgets::toned(ui, theme, Tone::Accent, |ui| {
                ui.spacing_mut().item_spacing.y = theme.grid;
                widgets::caption(ui, theme, &title.text(lang));
                widgets::heading(ui, theme, &gist.setup.course_title);
                part_ui(ui, cx, gist);
                widgets::body(ui, theme, &where_and_when(cx, gist));
                widgets::soft(ui, theme, &say::last_event(when(cx, gist, gist.last_at)).text(lang));
                in_use_ui(ui, cx, summary);
                ui.horizontal_wrapped(|ui| {
                    let text = go_on.text(lang);
                    let can_resume = doing.is_idle() && !summary.is_in_use;
                    let wants_to_resume = if is_first {
                        widgets::main_button(ui, can_resume, Button::primary(theme, text).large())
                    } else {
                        ui.add_enabled(can_resume, Button::plain(theme, text).large()).clicked()
                    };
                    if wants_to_resume {
                        doing.resume(ui.ctx(), cx, &summary.folder);
                    }
                    // Nothing is lost with a session that nobody has come to.
                    if gist.signed_in == 0 && !summary.is_in_use {
                        let remove = Button::quiet(theme, say::remove().text(lang));
                        if ui.add_enabled(doing.is_idle(), remove).clicked() {
                            doing.ask_to_remove(summary, gist);
                        }
                    }
                });
                doing.progress_ui(ui, cx, &summary.folder);
            });
        });
        is_first = false;
    }
    !is_first
}

/// Closed sessions whose register is not signed yet.
pub(super) fn unsigned(ui: &mut Ui, cx: &Cx<'_>, sessions: &[SessionSummary], doing: &mut Doing) {
    let (theme, lang) = (cx.theme, cx.lang);
    for (summary, gist) in known(sessions).filter(|(_, gist)| gist.closed_at.is_some() && !gist.has_register) {
        ui.push_id(&summary.folder, |ui| {
            widgets::toned(ui, theme, Tone::Caution, |ui| {
                let title = if gist.setup.form.is_room() { say::unsigned_title() } else { say::unsigned_study_title() };
                widgets::caption(ui, theme, &title.text(lang));
                widgets::subheading(ui, theme, &gist.setup.course_title);
                part_ui(ui, cx, gist);
                widgets::body(ui, theme, &where_and_when(cx, gist));
                in_use_ui(ui, cx, summary);
                let button = Button::plain(theme, say::sign().text(lang));
                if ui.add_enabled(doing.is_idle() && !summary.is_in_use, button).clicked() {
                    doing.resume(ui.ctx(), cx, &summary.folder);
                }
                doing.progress_ui(ui, cx, &summary.folder);
            });
        });
    }
}

/// Finished sessions: look at them, export them, then remove them.
pub(super) fn signed(
    ui: &mut Ui,
    cx: &Cx<'_>,
    sessions: &[SessionSummary],
    form: Form,
    doing: &mut Doing,
    out: &mut Actions,
) {
    let (theme, lang) = (cx.theme, cx.lang);
    let finished: Vec<_> = known(sessions).filter(|(_, gist)| gist.has_register && gist.setup.form == form).collect();
    if finished.is_empty() {
        return;
    }
    let (title, results) = match form {
        Form::Room => (say::signed_title(finished.len()), say::results()),
        Form::SelfStudy => (say::studied_title(finished.len()), say::open_study()),
    };
    widgets::section(ui, theme, &title.text(lang), |ui| {
        for (summary, gist) in finished {
            ui.push_id(&summary.folder, |ui| {
                ui.separator();
                widgets::strong(ui, theme, &gist.setup.course_title);
                part_ui(ui, cx, gist);
                widgets::soft(ui, theme, &where_and_when(cx, gist));
                in_use_ui(ui, cx, summary);
                ui.horizontal_wrapped(|ui| {
                    if ui.add(Button::plain(theme, say::open_folder().text(lang))).clicked() {
                        out.push(Action::Reveal(layout::out(&summary.folder)));
                    }
                    let is_free = doing.is_idle() && !summary.is_in_use;
                    let results = Button::plain(theme, results.text(lang));
                    if ui.add_enabled(is_free, results).clicked() {
                        doing.resume(ui.ctx(), cx, &summary.folder);
                    }
                    if ui.add_enabled(is_free, Button::plain(theme, say::export().text(lang))).clicked() {
                        doing.ask_to_export(summary, gist);
                    }
                    if ui.add_enabled(is_free, Button::danger(theme, say::remove().text(lang))).clicked() {
                        doing.ask_to_remove(summary, gist);
                    }
                });
                doing.progress_ui(ui, cx, &summary.folder);
            });
        }
    });
}

/// Sessions whose journal cannot be read: they are told, never hidden.
pub(super) fn unreadable(ui: &mut Ui, cx: &Cx<'_>, sessions: &[SessionSummary], out: &mut Actions) {
    let (theme, lang) = (cx.theme, cx.lang);
    for summary in sessions {
        let Err(error) = &summary.gist else { continue };
        ui.push_id(&summary.folder, |ui| {
            widgets::toned(ui, theme, Tone::Bad, |ui| {
                widgets::strong(ui, theme, &say::unreadable_title().text(lang));
                widgets::body(ui, theme, &journal_message(error).text(lang));
                if ui.add(Button::plain(theme, say::open_folder().text(lang))).clicked() {
                    out.push(Action::Reveal(summary.folder.clone()));
                }
            });
        });
    }
}

/// Says of a session of only some themes that it is one.
fn part_ui(ui: &mut Ui, cx: &Cx<'_>, gist: &SessionGist) {
    let themes = gist.setup.themes.len();
    if themes > 0 {
        widgets::soft(ui, cx.theme, &assign::part_long(themes).text(cx.lang));
    }
}

fn known(sessions: &[SessionSummary]) -> impl Iterator<Item = (&SessionSummary, &SessionGist)> {
    sessions.iter().filter_map(|summary| Some((summary, summary.gist.as_ref().ok()?)))
}

fn when(cx: &Cx<'_>, gist: &SessionGist, at: jiff::Timestamp) -> String {
    date_and_time(cx.lang, &local(at, &gist.setup.time_zone))
}

/// Place, day and number of people; of a self-study, that it is one and its day.
pub(super) fn where_and_when(cx: &Cx<'_>, gist: &SessionGist) -> String {
    let at = when(cx, gist, gist.opened_at);
    if !gist.setup.form.is_room() {
        return say::alone_when(at).text(cx.lang);
    }
    say::where_and_when(gist.setup.place.as_str(), at, gist.signed_in).text(cx.lang)
}
