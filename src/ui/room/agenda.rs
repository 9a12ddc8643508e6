//! The agenda: every theme, break and part with its planned and actual minutes, and the pace in words.

use egui::RichText;
use egui::Sense;
use egui::Ui;
use egui::Vec2;
use jiff::SignedDuration;

use crate::i18n::Message;
use crate::i18n::messages::console;
use crate::pack::Step;
use crate::session::Command;
use crate::session::Pace;
use crate::session::Place;
use crate::session::Progress;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::room::navigation::parts;
use crate::ui::room::view::View;
use crate::ui::theme::bold;
use crate::ui::theme::regular;
use crate::ui::theme::size;
use crate::ui::widgets::Tone;
use crate::ui::widgets::caption;
use crate::ui::widgets::mark_shapes;
use crate::ui::widgets::subheading;

/// Up to here the room counts as keeping to the plan.
const ON_TIME: SignedDuration = SignedDuration::from_mins(2);

/// Whole minutes, rounded to the nearest.
fn minutes(duration: SignedDuration) -> i64 {
    let seconds = duration.as_secs();
    (seconds + 30 * seconds.signum()) / 60
}

/// The pace in words, such as "6 min behind, ends 15:36", with its tone.
pub(crate) fn pace_words(view: View<'_>, pace: &Pace) -> (Tone, Message) {
    let ends = view.clock(pace.expected_end);
    if view.state.closed_at.is_some() {
        (Tone::Neutral, console::pace_ended(ends))
    } else if pace.behind > ON_TIME {
        (Tone::Caution, console::pace_behind(minutes(pace.behind), ends))
    } else if pace.behind < -ON_TIME {
        (Tone::Good, console::pace_ahead(minutes(pace.behind.abs()), ends))
    } else {
        (Tone::Good, console::pace_on_time(ends))
    }
}

/// Draws the agenda; a theme, break or part can be gone to by its row.
pub(crate) fn show(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, pace: &Pace, out: &mut Actions) {
    let theme = cx.theme;
    subheading(ui, theme, &view.say(console::agenda()));
    caption(ui, theme, &view.say(console::agenda_columns()));
    ui.spacing_mut().item_spacing.y = 1.0;
    for (number, entry) in pace.themes.iter().enumerate() {
        let Some(course_theme) = view.state.script.pack.theme(&entry.theme) else { continue };
        let title = format!("{}. {}", number + 1, view.fill(&course_theme.title));
        let actual = minutes(entry.real);
        let line = Line {
            title: &title,
            state: progress_word(view, entry.progress),
            progress: entry.progress,
            planned: i64::from(entry.planned_minutes),
            actual: (entry.progress != Progress::Ahead).then_some(actual),
            // A break of the theme has a line of its own.
            is_current: entry.progress == Progress::Current && !view.step().is_some_and(Step::is_break),
        };
        if line.show(ui, cx, view) {
            let first = course_theme.steps.iter().find(|step| !step.branch_only);
            if let Some(step) = first {
                out.session(Command::Go { to: Place::Step(step.id.clone()) });
            }
        }
        for step in course_theme.steps.iter().filter(|step| step.is_break() && !step.branch_only) {
            place_line(ui, cx, view, Place::Step(step.id.clone()), step.minutes, out);
        }
    }
    for part in parts(view.state) {
        let pack = &view.state.script.pack;
        let planned = match part {
            Place::FinalTest => pack.final_test.map_or(0, |test| test.minutes),
            Place::Feedback => pack.feedback.as_ref().map_or(0, |form| form.minutes),
            Place::Lobby | Place::Step(_) | Place::SignOut => 0,
        };
        place_line(ui, cx, view, part, planned, out);
    }
}

/// Draws the line of a break or a part, with how long the room has been there.
fn place_line(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, place: Place, planned: u32, out: &mut Actions) {
    let is_current = view.state.place == place;
    // What has no planned length is the end, where minutes tell nothing.
    let actual = view.state.time_at(&place, view.now).filter(|_| planned > 0).map(minutes);
    let is_skipped = matches!(&place, Place::Step(id) if view.state.skipped.contains_key(id));
    let progress = match (is_current, actual) {
        (true, _) => Progress::Current,
        (false, Some(_)) => Progress::Done,
        (false, None) if is_skipped => Progress::Skipped,
        (false, None) => Progress::Ahead,
    };
    let line = Line {
        title: &view.place_title(&place),
        state: progress_word(view, progress),
        progress,
        planned: i64::from(planned),
        actual,
        is_current,
    };
    if line.show(ui, cx, view) {
        out.session(Command::Go { to: place });
    }
}

fn progress_word(view: View<'_>, progress: Progress) -> String {
    view.say(match progress {
        Progress::Ahead => console::progress_ahead(),
        Progress::Current => console::progress_current(),
        Progress::Begun => console::progress_begun(),
        Progress::Done => console::progress_done(),
        Progress::Skipped => console::progress_skipped(),
    })
}

/// A line of the agenda.
struct Line<'a> {
    title: &'a str,
    state: String,
    progress: Progress,
    planned: i64,
    actual: Option<i64>,
    is_current: bool,
}

impl Line<'_> {
    /// Draws the line; whether it was clicked.
    fn show(&self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>) -> bool {
        let theme = cx.theme;
        let width = ui.available_width();
        let is_over = self.actual.is_some_and(|actual| actual > self.planned);
        let numbers = match self.actual {
            Some(actual) => format!("{actual} / {}", self.planned),
            None if self.planned > 0 => self.planned.to_string(),
            None => String::new(),
        };
        let font = if self.is_current { bold(size::SMALL) } else { regular(size::SMALL) };
        let ink = if is_over { theme.caution } else { theme.ink_soft };
        let numbers = ui.painter().layout_no_wrap(numbers, if is_over { bold(size::SMALL) } else { font.clone() }, ink);
        let left = 22.0;
        let room = (width - left - numbers.size().x - theme.grid * 2.0).max(60.0);
        let title = ui.painter().layout(self.title.to_owned(), font, theme.ink, room);
        let height = (title.size().y + theme.grid * 0.75).max(24.0);
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), Sense::click());
        response.widget_info(|| {
            let minutes = match self.actual {
                Some(actual) => Some(console::agenda_minutes(actual, self.planned)),
                None => (self.planned > 0).then(|| console::agenda_planned(self.planned)),
            };
            let minutes = minutes.map(|words| view.say(words));
            let words: Vec<&str> =
                [Some(self.title), minutes.as_deref(), Some(&self.state)].into_iter().flatten().collect();
            let label = words.join(", ");
            egui::WidgetInfo::selected(egui::Role::Button, true, self.is_current, label)
        });
        if self.is_current {
            ui.painter().rect_filled(rect, theme.corner(), theme.accent_soft);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, theme.corner(), theme.sunken);
        }
        if response.has_focus() {
            ui.painter().rect_stroke(rect, theme.corner(), theme.focus_stroke(), egui::StrokeKind::Inside);
        }
        let place = egui::Rect::from_min_size(rect.min + Vec2::new(3.0, theme.grid / 2.0 + 1.0), Vec2::splat(14.0));
        paint_progress(ui, cx, place, self.progress);
        ui.painter().galley(rect.min + Vec2::new(left, theme.grid / 2.0), title, theme.ink);
        let at = egui::pos2(rect.right() - theme.grid / 2.0 - numbers.size().x, rect.top() + theme.grid / 2.0);
        ui.painter().galley(at, numbers, ink);
        response.on_hover_text(RichText::new(&self.state)).clicked()
    }
}

/// A tick for what is done, an arrow for where the room is, a dash for what was left out.
fn paint_progress(ui: &Ui, cx: &Cx<'_>, place: egui::Rect, progress: Progress) {
    let theme = cx.theme;
    let line = egui::Stroke::new(2.0, theme.ink_soft);
    match progress {
        Progress::Ahead => {}
        Progress::Current => {
            let points = vec![place.left_top(), place.right_center(), place.left_bottom()];
            ui.painter().add(egui::Shape::convex_polygon(points, theme.accent, egui::Stroke::NONE));
        }
        Progress::Begun => {
            ui.painter().circle_stroke(place.center(), 5.0, line);
        }
        Progress::Done => {
            ui.painter().extend(mark_shapes(place, Tone::Good, theme.good, theme.surface));
        }
        Progress::Skipped => {
            ui.painter().line_segment([place.left_center(), place.right_center()], line);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::session::Visit;
    use crate::ui::room::sample;

    fn words(lang: Lang, minutes_gone: i64) -> String {
        let mut state = sample::state();
        let start = sample::start();
        let welcome = Place::Step("welcome".into());
        state.started_at = Some(start);
        state.place = welcome.clone();
        state.visits.push(Visit { place: welcome, from: start });
        let view = View { state: &state, now: start + SignedDuration::from_mins(minutes_gone), lang };
        let pace = state.pace(view.now);
        pace_words(view, &pace).1.text(lang)
    }

    #[test]
    fn the_pace_is_said_in_words_with_the_time_it_ends() {
        // Planned: 75 minutes from 9.30; the first step takes 5.
        assert_eq!(words(Lang::Fi, 11), "6 min jäljessä, loppuu 10.51");
        assert_eq!(words(Lang::En, 11), "6 min behind, ends 10:51");
    }

    #[test]
    fn up_to_two_minutes_either_way_are_on_time() {
        assert_eq!(words(Lang::Fi, 7), "aikataulussa, loppuu 10.47");
    }

    #[test]
    fn minutes_are_rounded_to_the_nearest() {
        assert_eq!(minutes(SignedDuration::from_secs(329)), 5);
        assert_eq!(minutes(SignedDuration::from_secs(330)), 6);
        assert_eq!(minutes(SignedDuration::from_secs(-330)), -6);
    }
}
