//! The end of a theme: questions that come back, else the one sentence to take along and what is next.

use egui::RichText;
use egui::Ui;

use crate::i18n::messages::study as say;
use crate::pack::Step;
use crate::pack::Theme;
use crate::session::Command;
use crate::session::Place;
use crate::session::State;
use crate::study::refresh::Asked;
use crate::study::refresh::taught_on;
use crate::text::Id;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::command::UiCommand;
use crate::ui::room::notes::points;
use crate::ui::room::view::View;
use crate::ui::study::Screen;
use crate::ui::study::frame;
use crate::ui::study::frame::Strip;
use crate::ui::study::frame::eyebrow;
use crate::ui::study::go;
use crate::ui::study::path;
use crate::ui::study::path::Next;
use crate::ui::study::question::ask_ui;
use crate::ui::study::time;
use crate::ui::theme::bold;
use crate::ui::theme::regular;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::widgets::body;
use crate::ui::widgets::card;
use crate::ui::widgets::mark;
use crate::ui::widgets::soft;
use crate::ui::widgets::toned;

impl Screen {
    /// Draws the end of `theme`.
    pub(super) fn theme_end(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, theme: &Theme, out: &mut Actions) {
        let repeated: Vec<&Step> = view.state.to_repeat(theme).collect();
        let next = path::next(view.state);
        let on = match (repeated.first(), &next) {
            (Some(_), _) => view.say(say::ask_again(repeated.len())),
            (None, Some(Next::Theme { theme, .. } | Next::Questions { theme })) => {
                view.say(say::next_theme(view.fill(&theme.title)))
            }
            (None, Some(Next::Part(part))) => frame::part_title(view, part),
            (None, None) => view.say(say::to_course()),
        };
        let strip = Strip { back: Some(view.say(say::back())), aside: String::new(), on, can_go_on: true };
        let mut asked = strip.show(ui, cx);
        for command in cx.pressed {
            match command {
                UiCommand::NextStep => asked.on = true,
                UiCommand::PreviousStep => asked.back = true,
                _ => {}
            }
        }
        let mut reread = None;
        frame::page(ui, cx, |ui| {
            if repeated.is_empty() {
                done(ui, cx, view, theme);
            } else {
                reread = questions(ui, cx, view, theme, &repeated);
            }
        });
        if let Some(step) = reread {
            go(Place::Step(step), out);
        } else if asked.back {
            self.end = None;
        } else if asked.on {
            match (repeated.first(), next) {
                (Some(first), _) => ask(view.state, &first.id, out),
                (None, Some(Next::Theme { step, .. })) => go(Place::Step(step.id.clone()), out),
                (None, Some(Next::Questions { theme })) => ask_first(view.state, theme, out),
                (None, Some(Next::Part(part))) => go(part, out),
                (None, None) => go(Place::Lobby, out),
            }
            // Another place ends it by itself; until then the last step would flash up.
            if repeated.first().is_some_and(|first| view.state.place == Place::Step(first.id.clone())) {
                self.end = None;
            }
        }
    }
}

/// Goes to a question and asks it again.
fn ask(state: &State, question: &Id, out: &mut Actions) {
    go(Place::Step(question.clone()), out);
    if state.round(question).is_some_and(|round| round.is_revealed) {
        out.session(Command::OpenQuestion { step: question.clone() });
    }
}

/// Asks the first question of `theme` that comes back.
pub(super) fn ask_first(state: &State, theme: &Theme, out: &mut Actions) {
    if let Some(first) = state.to_repeat(theme).next() {
        ask(state, &first.id, out);
    }
}

/// The theme is done.
fn done(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, of: &Theme) {
    let points = f32::from(points(cx.settings));
    let theme = cx.theme;
    ui.horizontal(|ui| {
        mark(ui, theme, Tone::Good);
        eyebrow(ui, cx, &view.say(say::theme_done()));
    });
    ask_ui(ui, cx, &view.fill(&of.title), points + 8.0);
    let minutes = time::minutes(view.lang, view.state.active_in(of).as_mins());
    let mut words = view.say(say::theme_took(minutes));
    let (right, asked) = at_once(view.state, of);
    if asked > 0 {
        words = format!("{words} {}", view.say(say::right_at_once(right, asked)));
    }
    soft(ui, theme, &words);
    ui.add_space(theme.grid * 2.0);
    toned(ui, theme, Tone::Accent, |ui| {
        ui.spacing_mut().item_spacing.y = theme.grid;
        eyebrow(ui, cx, &view.say(say::take_along()));
        let large = points + 6.0;
        let words = RichText::new(view.fill(&of.takeaway)).font(bold(large)).color(theme.ink);
        ui.label(words.line_height(Some((large * 1.4).round())));
    });
    ui.add_space(theme.grid);
    let left = i64::from(path::minutes_left(view.state));
    if left > 0 {
        soft(ui, theme, &view.say(say::course_left(time::minutes(view.lang, left))));
    }
}

/// How many questions of `theme` were right at the first try, and how many were asked.
fn at_once(state: &State, theme: &Theme) -> (usize, usize) {
    let Some(learner) = state.learner() else { return (0, 0) };
    let firsts = theme.steps.iter().filter_map(|step| {
        let round = state.questions.get(&step.id)?.rounds.first()?;
        let (answer, _) = round.answers.get(&learner.id).filter(|_| round.is_revealed)?;
        Some(crate::quiz::is_right(step.question()?, answer))
    });
    firsts.fold((0, 0), |(right, asked), is_right| (right + usize::from(is_right), asked + 1))
}

/// Questions come back; returns the step that is to be read again.
fn questions(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, of: &Theme, repeated: &[&Step]) -> Option<Id> {
    let points = f32::from(points(cx.settings));
    let theme = cx.theme;
    let mut reread = None;
    eyebrow(ui, cx, &view.fill(&of.title));
    ask_ui(ui, cx, &view.say(say::questions_back(repeated.len())), points + 8.0);
    let help = RichText::new(view.say(say::questions_back_help(repeated.len()))).font(regular(points)).color(theme.ink);
    ui.label(help.line_height(Some((points * 1.5).round())));
    ui.add_space(theme.grid);
    for step in repeated {
        card(ui, theme, |ui| {
            body(ui, theme, &view.step_title(step));
            let asked = step.question().map(|question| Asked { theme: of, question, step: Some(step) });
            if let Some((_, slide)) = asked.and_then(|asked| taught_on(&view.state.script.pack, asked)) {
                let words = view.say(say::read_again(view.step_title(slide)));
                if ui.add(Button::quiet(theme, words)).clicked() {
                    reread = Some(slide.id.clone());
                }
            }
        });
    }
    reread
}
