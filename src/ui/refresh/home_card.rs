//! The card on the first screen: what is due, and the way to it.

use egui::Ui;
use jiff::tz::TimeZone;

use crate::i18n::messages::refresh as say;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::refresh::Screen;
use crate::ui::refresh::day_words;
use crate::ui::refresh::minutes;
use crate::ui::refresh::model;
use crate::ui::refresh::model::Done;
use crate::ui::refresh::model::Task;
use crate::ui::refresh::model::Trouble;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// What the card shows, read once when the first screen opens.
#[derive(Debug, Default)]
pub struct HomeCard {
    has_begun: bool,
    reading: Option<Job<Result<Done, Trouble>>>,
    found: Option<Result<Done, Trouble>>,
}

impl HomeCard {
    /// Draws the card where a course is refreshed on this computer; nothing otherwise.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
        if !std::mem::replace(&mut self.has_begun, true) {
            let (data, now, lang) = (cx.data.clone(), cx.clock.now(), cx.lang);
            self.reading = Some(Job::start(ui.ctx(), "refresh-card", move |_| {
                model::run(&data, None, now, &TimeZone::system(), lang, Task::Read)
            }));
        }
        if let Some(Ok(found)) = finished(&mut self.reading) {
            self.found = Some(found);
        }
        let (theme, lang) = (cx.theme, cx.lang);
        let (tone, title, text) = match &self.found {
            Some(Ok(done)) => {
                let Some(current) = &done.model.current else { return };
                let title = current.course.title.as_str();
                let queue = &current.sitting.queue;
                if queue.is_empty() {
                    let next = current.forecast.sittings.first();
                    let text = next.map(|next| say::home_next(title, day_words(lang, next.on).text(lang)));
                    (Tone::Neutral, say::title(), text.unwrap_or_else(|| say::home_resting(title)))
                } else {
                    let about = minutes(queue.len(), current.seconds);
                    (Tone::Accent, say::title(), say::home_due(title, queue.len(), about))
                }
            }
            Some(Err(trouble)) => (Tone::Bad, say::title(), trouble.message.clone()),
            None => return,
        };
        let is_due = tone == Tone::Accent;
        let draw = |ui: &mut Ui| {
            widgets::subheading(ui, theme, &title.text(lang));
            widgets::body(ui, theme, &text.text(lang));
            let words = if is_due { say::begin() } else { say::open() };
            if ui.add(Button::plain(theme, words.text(lang))).clicked() {
                out.push(Action::Go(Box::new(Route::Refresh(Screen::new()))));
            }
        };
        if tone == Tone::Neutral {
            widgets::card(ui, theme, draw);
        } else {
            widgets::toned(ui, theme, tone, draw);
        }
    }
}
