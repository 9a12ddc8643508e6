//! The line above the console: where the room is, the time, the pace, the next break, and what is switched.

use egui::Ui;
use jiff::SignedDuration;

use crate::i18n::countdown;
use crate::i18n::messages::console;
use crate::session::Pace;
use crate::ui::Cx;
use crate::ui::phones;
use crate::ui::room::agenda::pace_words;
use crate::ui::room::navigation::progress;
use crate::ui::room::view::View;
use crate::ui::theme::bold;
use crate::ui::theme::size;
use crate::ui::widgets::Tone;
use crate::ui::widgets::badge;
use crate::ui::widgets::caption;
use crate::ui::widgets::mark;
use crate::ui::widgets::strong;

/// Draws the line.
pub(crate) fn show(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, pace: &Pace) {
    let theme = cx.theme;
    ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
    ui.spacing_mut().interact_size.y = size::HEADING;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme.grid * 2.0;
        let clock = egui::RichText::new(view.clock(view.now)).font(bold(size::HEADING)).color(theme.ink);
        ui.label(clock);
        let (tone, words) = pace_words(view, pace);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = theme.grid * 0.75;
            mark(ui, theme, tone);
            strong(ui, theme, &view.say(words));
        });
        if let Some(current) = &pace.current_break {
            let left = current.left.as_secs();
            let words = if left >= 0 {
                view.say(console::break_left(countdown(left), view.clock(current.until)))
            } else {
                view.say(console::break_over(countdown(-left)))
            };
            badge(ui, theme, if left >= 0 { Tone::Accent } else { Tone::Bad }, &words);
        } else if let Some(next) = &pace.next_break {
            let minutes = next.expected_at.duration_since(view.now).as_secs().max(0) / 60;
            caption(ui, theme, &view.say(console::break_next(minutes, view.clock(next.expected_at))));
        }
        let here = view.state.present().count();
        caption(ui, theme, &view.say(console::people_here(here)));
        if view.state.is_paused() {
            badge(ui, theme, Tone::Caution, &view.say(console::is_paused()));
        }
        if cx.projector.is_black {
            badge(ui, theme, Tone::Caution, &view.say(console::is_black()));
        }
        if cx.projector.is_frozen {
            badge(ui, theme, Tone::Caution, &view.say(console::is_frozen()));
        }
        phones::badges(ui, cx);
    });
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme.grid * 2.0;
        strong(ui, theme, &view.place_title(&view.state.place));
        if let Some((step, theme_of)) = view.step().and_then(|step| {
            let (of, _) = view.state.script.pack.step(&step.id)?;
            Some((step, of))
        }) {
            let at = progress(view.state).map(|(at, all)| view.say(console::step_of(at, all))).unwrap_or_default();
            caption(ui, theme, &format!("{} · {} · {at}", view.fill(&theme_of.title), view.kind(step)));
            if let Some(planned) = pace.step_planned.filter(|planned| !planned.is_zero()) {
                let is_over = pace.step_spent >= planned + SignedDuration::from_mins(1);
                let minutes = |time: SignedDuration| time.as_secs() / 60;
                let words = view.say(console::step_time(minutes(pace.step_spent), minutes(planned)));
                if is_over {
                    badge(ui, theme, Tone::Caution, &words);
                } else {
                    caption(ui, theme, &words);
                }
            }
        }
    });
}

/// How long until something on the console reads differently: the next second while a break counts
/// down, else the next full minute of the clock or of the step.
pub(crate) fn next_tick(view: View<'_>, pace: &Pace) -> SignedDuration {
    const MINUTE: i64 = 60_000_000_000;
    let part_of_minute = |nanos: i128| i64::try_from(nanos.rem_euclid(i128::from(MINUTE))).unwrap_or(0);
    let of_clock = MINUTE - part_of_minute(view.now.as_nanosecond());
    if pace.current_break.is_some() {
        return SignedDuration::from_nanos(1_000_000_000 - i64::from(view.now.subsec_nanosecond()));
    }
    if view.state.is_paused() {
        return SignedDuration::from_nanos(of_clock);
    }
    let of_step = MINUTE - part_of_minute(pace.step_spent.as_nanos());
    SignedDuration::from_nanos(of_clock.min(of_step))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::session::Place;
    use crate::session::Visit;
    use crate::ui::room::sample;

    #[test]
    fn without_a_countdown_the_line_is_drawn_anew_at_the_next_full_minute() {
        let state = sample::state();
        let now = sample::start() + SignedDuration::from_millis(12_250);
        let view = View { state: &state, now, lang: Lang::Fi };
        assert_eq!(next_tick(view, &state.pace(now)), SignedDuration::from_millis(47_750));
    }

    #[test]
    fn on_a_step_the_line_is_drawn_anew_when_the_clock_or_the_steps_minutes_move_on() {
        let mut state = sample::state();
        let start = sample::start() + SignedDuration::from_secs(20);
        state.started_at = Some(start);
        state.place = Place::Step("welcome".into());
        state.visits.push(Visit { place: state.place.clone(), from: start });
        let tick = |after: i64| {
            let now = start + SignedDuration::from_secs(after);
            next_tick(View { state: &state, now, lang: Lang::Fi }, &state.pace(now)).as_secs()
        };
        assert_eq!((tick(30), tick(45)), (10, 15));
    }

    #[test]
    fn while_a_break_counts_down_the_line_is_drawn_anew_each_second() {
        let mut state = sample::state();
        let start = sample::start();
        state.started_at = Some(start);
        state.place = Place::Step("pause".into());
        state.visits.push(Visit { place: state.place.clone(), from: start });
        let now = start + SignedDuration::from_millis(12_250);
        let view = View { state: &state, now, lang: Lang::Fi };
        assert_eq!(next_tick(view, &state.pace(now)), SignedDuration::from_millis(750));
    }
}
