//! The course's home: the one thing to do next, every theme with how far it is, and what is left.

use egui::Key;
use egui::Ui;

use crate::i18n::messages::study as say;
use crate::pack::Theme;
use crate::session::Place;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::command::UiCommand;
use crate::ui::room::view::View;
use crate::ui::study::columns::narrowed;
use crate::ui::study::earlier;
use crate::ui::study::frame::eyebrow;
use crate::ui::study::frame::part_state;
use crate::ui::study::frame::part_title;
use crate::ui::study::go;
use crate::ui::study::is_free_key;
use crate::ui::study::path;
use crate::ui::study::path::Next;
use crate::ui::study::theme_end::ask_first;
use crate::ui::study::theme_row::Row;
use crate::ui::study::time;
use crate::ui::study::time::Meter;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::widgets::body;
use crate::ui::widgets::card;
use crate::ui::widgets::heading;
use crate::ui::widgets::progress;
use crate::ui::widgets::soft;
use crate::ui::widgets::subheading;
use crate::ui::widgets::title;
use crate::ui::widgets::toned;

/// The widest the home gets, in points.
const WIDTH: f32 = 1120.0;
/// The column beside the themes.
const SIDE: f32 = 340.0;

/// Draws the home.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: View<'_>,
    meter: &Meter,
    earlier: &mut earlier::Draft,
    out: &mut Actions,
) {
    let theme = cx.theme;
    let next = path::next(view.state);
    crate::ui::screen_page(ui, theme, "study home", WIDTH, |ui| {
        title(ui, theme, &view.fill(&view.state.script.pack.title));
        if let Some(next) = &next {
            go_on(ui, cx, view, next, out);
        }
        ui.add_space(theme.grid);
        let room = ui.available_width();
        if room < 860.0 {
            left_ui(ui, cx, view, meter);
            ui.add_space(theme.grid);
            themes(ui, cx, view, next.as_ref(), earlier, out);
            ui.add_space(theme.grid);
            earlier.card(ui, cx, view);
            return;
        }
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let gap = theme.grid * 3.0;
            narrowed(ui, cx, room - SIDE - gap, |ui| themes(ui, cx, view, next.as_ref(), earlier, out));
            ui.add_space(gap);
            narrowed(ui, cx, SIDE, |ui| {
                left_ui(ui, cx, view, meter);
                ui.add_space(theme.grid);
                earlier.card(ui, cx, view);
            });
        });
    });
}

/// The one thing to do next.
fn go_on(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, next: &Next<'_>, out: &mut Actions) {
    let theme = cx.theme;
    let has_begun = view.state.started_at.is_some();
    let (what, name, detail, words) = match next {
        Next::Theme { theme, step, is_begun } => {
            let minutes = time::minutes(view.lang, i64::from(view.state.minutes_left(theme)));
            let detail = if *is_begun {
                view.say(say::theme_left(view.step_title(step), minutes))
            } else {
                view.say(say::theme_takes(minutes))
            };
            let words = if has_begun { say::go_on_here() } else { say::begin() };
            let what = if *is_begun { say::where_you_were() } else { say::next_up() };
            (what, view.fill(&theme.title), detail, words)
        }
        Next::Questions { theme } => {
            let count = view.state.to_repeat(theme).count();
            (say::next_up(), view.fill(&theme.title), view.say(say::questions_back(count)), say::go_on_here())
        }
        Next::Part(part) => {
            let (_, detail) = part_state(view, part, false);
            (say::next_up(), part_title(view, part), detail, say::go_on_here())
        }
    };
    toned(ui, theme, Tone::Accent, |ui| {
        ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
        eyebrow(ui, cx, &view.say(what));
        heading(ui, theme, &name);
        if !detail.is_empty() {
            body(ui, theme, &detail);
        }
        ui.add_space(theme.grid);
        let is_clicked = ui.add(Button::primary(theme, view.say(words)).large().key("Enter")).clicked();
        let is_entered = is_free_key(ui, cx, Key::Enter) || cx.is_pressed(UiCommand::NextStep);
        if is_clicked || is_entered {
            match next {
                Next::Theme { step, .. } => go(Place::Step(step.id.clone()), out),
                Next::Questions { theme } => ask_first(view.state, theme, out),
                Next::Part(part) => go(part.clone(), out),
            }
        }
    });
}

/// What is left, and the time so far.
fn left_ui(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, meter: &Meter) {
    let theme = cx.theme;
    card(ui, theme, |ui| {
        ui.spacing_mut().item_spacing.y = theme.grid;
        let all =
            view.state.script.pack.themes.iter().filter(|theme| view.state.due_steps(theme).next().is_some()).count();
        let done = all - view.state.themes_left().count();
        subheading(ui, theme, &view.say(say::left_title()));
        let share = if all == 0 { 1.0 } else { done as f32 / all as f32 };
        progress(ui, theme, share, &view.say(say::themes_done(done, all)));
        let left = time::minutes(view.lang, i64::from(path::minutes_left(view.state)));
        body(ui, theme, &view.say(say::course_left(left)));
        ui.add_space(theme.grid);
        body(ui, theme, &view.say(say::studied(time::minutes(view.lang, meter.altogether(view).as_mins()))));
        soft(ui, theme, &view.say(say::time_explained()));
    });
}

/// The themes, then the parts after them.
fn themes(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: View<'_>,
    next: Option<&Next<'_>>,
    earlier: &earlier::Draft,
    out: &mut Actions,
) {
    let theme = cx.theme;
    card(ui, theme, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        let pack = &view.state.script.pack;
        let with_steps = pack.themes.iter().filter(|theme| view.state.due_steps(theme).next().is_some());
        for (index, of) in with_steps.enumerate() {
            let why = why(view, of, earlier);
            theme_row(ui, cx, view, (of, index + 1, &why), next, out);
        }
        ui.add_space(theme.grid);
        for (part, is_done) in path::parts(view.state) {
            let (tone, state) = part_state(view, &part, is_done);
            let is_open = view.state.themes_left().next().is_none();
            let is_next = matches!(next, Some(Next::Part(next)) if *next == part);
            let name = part_title(view, &part);
            let row = Row { number: "", name: &name, why: "", state: &state, tone, share: 0.0, is_next, is_open };
            if row.show(ui, theme).clicked() {
                go(part, out);
            }
        }
    });
}

fn theme_row(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: View<'_>,
    (of, number, why): (&Theme, usize, &str),
    next: Option<&Next<'_>>,
    out: &mut Actions,
) {
    let state = view.state;
    let line = path::line(state, of);
    let finished = line.iter().filter(|step| state.study.finished.contains(&step.id)).count();
    let is_done = state.is_theme_done(of);
    let is_credited = state.is_credited(of);
    let minutes = time::minutes(view.lang, i64::from(state.minutes_left(of)));
    let repeated = state.to_repeat(of).count();
    let words = if is_done {
        view.say(say::done())
    } else if is_credited {
        view.say(say::credited())
    } else if finished == 0 {
        view.say(say::takes(minutes))
    } else if finished == line.len() && repeated > 0 {
        view.say(say::questions_left(repeated))
    } else {
        view.say(say::left(minutes))
    };
    let is_next = matches!(next, Some(Next::Theme { theme, .. } | Next::Questions { theme }) if theme.id == of.id);
    let tone = if is_done || is_credited { Tone::Good } else { Tone::Neutral };
    let share = if line.is_empty() { 0.0 } else { finished as f32 / line.len() as f32 };
    let (number, name) = (number.to_string(), view.fill(&of.title));
    let is_open = is_done || is_credited || state.theme_before(&of.id).is_none();
    let row = Row { number: &number, name: &name, why, state: &words, tone, share, is_next, is_open };
    if row.show(ui, cx.theme).clicked() {
        match path::first_open(state, of).or_else(|| line.first().copied()) {
            Some(_) if finished == line.len() && repeated > 0 => ask_first(state, of, out),
            Some(step) => go(Place::Step(step.id.clone()), out),
            None => {}
        }
    }
}

/// Why a theme is due or credited, where there is something to say.
fn why(view: View<'_>, of: &Theme, earlier: &earlier::Draft) -> String {
    let state = view.state;
    if state.is_theme_done(of) {
        return String::new();
    }
    if let Some((credit, _)) = state.study.credits.get(&of.id) {
        return view.say(say::credited_from(crate::i18n::day(view.lang, credit.attended_on)));
    }
    if let Some(before) = state.theme_before(&of.id) {
        return view.say(say::after_theme(view.fill(&before.title)));
    }
    match earlier.reason(&of.id).filter(|reason| reason.credited().is_none()) {
        Some(reason) => view.say(reason.message(view.lang)),
        // Looked into before the program was started again: what is not credited has changed or was not attended.
        None if !state.study.credits.is_empty() => view.say(say::not_credited()),
        None => String::new(),
    }
}
