//! A sitting: one question, what follows from the answer, the next; then the end and the next date.

use std::collections::VecDeque;
use std::sync::Arc;

use egui::Key;
use egui::Ui;

use crate::i18n::messages::refresh as say;
use crate::pack::Question;
use crate::quiz::Answer;
use crate::quiz::is_right;
use crate::study::refresh::Answered;
use crate::study::refresh::Asked;
use crate::study::refresh::Card;
use crate::study::refresh::CardId;
use crate::study::refresh::Sure;
use crate::study::refresh::asked as asked_by;
use crate::text::Id;
use crate::ui::Cx;
use crate::ui::command::UiCommand;
use crate::ui::refresh::Ask;
use crate::ui::refresh::Page;
use crate::ui::refresh::consequences;
use crate::ui::refresh::day_words;
use crate::ui::refresh::model::Current;
use crate::ui::refresh::model::Task;
use crate::ui::refresh::model::Trouble;
use crate::ui::refresh::question;
use crate::ui::refresh::sure;
use crate::ui::refresh::trouble_ui;
use crate::ui::room::view::answer_from;
use crate::ui::screen_page;
use crate::ui::study::is_free_key;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;

/// A sitting as it stands.
#[derive(Debug, Default)]
pub(super) struct Sitting {
    queue: VecDeque<CardId>,
    /// Questions of the sitting altogether.
    total: usize,
    /// Those that are answered rightly in the end.
    done: usize,
    /// Those that were right at once.
    right_at_once: usize,
    /// Those that went wrong here: they come again.
    missed: Vec<CardId>,
    picked: Vec<Id>,
    /// When the question appeared, in seconds of the window's time.
    since: Option<f64>,
    /// What was answered and waits to be taken.
    given: Option<Given>,
    /// What was taken: its consequences are shown.
    shown: Option<(Card, Given)>,
}

/// An answer.
#[derive(Clone, Debug)]
pub(super) struct Given {
    pub(super) answer: Answer,
    pub(super) is_right: bool,
    pub(super) sure: Sure,
}

impl Sitting {
    /// The sitting that the rhythm has for today.
    pub(super) fn of_rhythm(current: &Current) -> Self {
        let sitting = &current.sitting;
        let fresh = sitting.queue.len() - sitting.again;
        let missed = sitting.queue.iter().skip(fresh).copied().collect();
        let done = sitting.done.saturating_sub(sitting.again);
        Self { total: done + sitting.queue.len(), done, missed, queue: sitting.queue.clone().into(), ..Self::default() }
    }

    /// Questions that are due beside the rhythm.
    pub(super) fn beside_rhythm(current: &Current) -> Self {
        Self { total: current.extra.len(), queue: current.extra.clone().into(), ..Self::default() }
    }

    /// Draws what is to be done now.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        current: &Arc<Current>,
        is_busy: bool,
        trouble: Option<&Trouble>,
        asked: &mut Vec<Ask>,
    ) {
        if let Some((card, given)) = self.shown.clone() {
            self.consequences(ui, cx, current, &card, &given, asked);
            return;
        }
        let next = self.queue.front().and_then(|id| current.card(*id));
        let found = next.and_then(|card| Some((card, asked_by(&current.kept.pack, &card.digest)?)));
        match found {
            Some((card, of)) => self.question(ui, cx, current, (card, of), is_busy, trouble, asked),
            // A card without a question in the kept course cannot be asked.
            None if self.queue.pop_front().is_some() => ui.ctx().request_repaint(),
            None => self.end(ui, cx, current, asked),
        }
    }

    /// An answer is in the log: its consequences are shown.
    pub(super) fn taken(&mut self, card: &Card) {
        let Some(given) = self.given.take() else { return };
        self.queue.retain(|id| *id != card.id);
        let is_again = self.missed.contains(&card.id);
        if given.is_right {
            self.done += 1;
            self.right_at_once += usize::from(!is_again);
        } else {
            self.queue.push_back(card.id);
            if !is_again {
                self.missed.push(card.id);
            }
        }
        self.shown = Some((card.clone(), given));
        self.picked.clear();
        self.since = None;
    }

    #[expect(clippy::too_many_arguments, reason = "what a frame reads, as everywhere, and the question")]
    fn question(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        current: &Current,
        (card, of): (&Card, Asked<'_>),
        is_busy: bool,
        trouble: Option<&Trouble>,
        asked: &mut Vec<Ask>,
    ) {
        let (theme, lang) = (cx.theme, cx.lang);
        let now = ui.input(|input| input.time);
        let since = *self.since.get_or_insert(now);
        let answer = answer_from(of.question, &self.picked);
        let stage = match &answer {
            None => sure::Stage::Open,
            Some(_) if is_busy => sure::Stage::Busy,
            Some(_) => sure::Stage::Ready,
        };
        let sure = sure::ask(ui, cx, stage);
        screen_page(ui, theme, "refresh-question", 880.0, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            if let Some(trouble) = trouble {
                trouble_ui(ui, cx, trouble, asked);
            }
            self.top(ui, cx, self.done + 1, asked);
            widgets::caption(ui, theme, &current.fill(&of.theme.title));
            if self.missed.contains(&card.id) {
                widgets::marked(ui, theme, Tone::Caution, &say::comes_again().text(lang));
            }
            question::show(ui, cx, current, card, of.question, &mut self.picked);
        });
        if let (Some(sure), Some(answer)) = (sure, answer) {
            let is_right = is_right(of.question, &answer);
            let seconds = whole_seconds(now - since);
            let taken = Answered { at: cx.clock.now(), day: current.today, is_right, sure, seconds };
            self.given = Some(Given { answer, is_right, sure });
            asked.push(Ask::Task(Task::Answer(card.id, taken)));
        }
    }

    /// How far the sitting is, and the way out: what is answered stays answered.
    fn top(&self, ui: &mut Ui, cx: &Cx<'_>, number: usize, asked: &mut Vec<Ask>) {
        let (theme, lang) = (cx.theme, cx.lang);
        let number = number.min(self.total.max(1));
        let share = self.done as f32 / self.total.max(1) as f32;
        ui.horizontal(|ui| {
            let leave = Button::quiet(theme, say::leave().text(lang)).key("Esc");
            let width = ui.available_width() - 190.0;
            ui.vertical(|ui| {
                ui.set_width(width);
                widgets::progress(ui, theme, share, &say::question_of(number, self.total).text(lang));
            });
            if ui.add(leave).clicked() {
                asked.push(Ask::Page(Page::Overview));
            }
        });
    }

    fn consequences(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        current: &Current,
        card: &Card,
        given: &Given,
        asked: &mut Vec<Ask>,
    ) {
        let (theme, lang) = (cx.theme, cx.lang);
        let is_last = self.queue.is_empty();
        let mut goes_on = false;
        sure::foot(ui, cx, "refresh-next", |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = theme.grid * 2.0;
                let words = if is_last { say::to_end() } else { say::next() }.text(lang);
                goes_on = ui.add(Button::primary(theme, words).large().key("Enter")).clicked();
                widgets::soft(ui, theme, &consequences::when(lang, card, given).text(lang));
            });
        });
        // Enter operates what has the keyboard; when nothing has, it goes on.
        goes_on |= cx.is_pressed(UiCommand::NextStep);
        goes_on |= is_free_key(ui, cx, Key::Enter);
        if let Some(of) = asked_by(&current.kept.pack, &card.digest) {
            // A right answer counts as done already, and its question is still on the screen.
            let number = self.done + usize::from(!given.is_right);
            consequences::show(ui, cx, current, of, given, |ui| self.top(ui, cx, number, asked));
        }
        if goes_on {
            self.shown = None;
            ui.ctx().request_repaint();
        }
    }

    fn end(&self, ui: &mut Ui, cx: &Cx<'_>, current: &Current, asked: &mut Vec<Ask>) {
        let (theme, lang) = (cx.theme, cx.lang);
        screen_page(ui, theme, "refresh-end", 720.0, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 2.0;
            ui.add_space(theme.grid * 4.0);
            widgets::title(ui, theme, &say::end_title().text(lang));
            let answered = self.right_at_once + self.missed.len();
            if answered > 0 {
                widgets::body(ui, theme, &say::end_score(self.right_at_once, answered).text(lang));
            }
            widgets::toned(ui, theme, Tone::Good, |ui| {
                let text = match current.forecast.sittings.first() {
                    Some(next) => say::end_next(day_words(lang, next.on).text(lang)),
                    None => say::nothing_ahead(),
                };
                widgets::strong(ui, theme, &text.text(lang));
            });
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = theme.grid * 1.5;
                if widgets::main_button(ui, true, Button::primary(theme, say::to_home().text(lang)).large()) {
                    asked.push(Ask::Home);
                }
                if ui.add(Button::plain(theme, say::back().text(lang)).large().key("Esc")).clicked() {
                    asked.push(Ask::Page(Page::Overview));
                }
            });
        });
    }
}

fn whole_seconds(seconds: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
    let whole = seconds.clamp(1.0, 3600.0) as u32;
    whole
}

/// The order in which the options of a question are shown: another one each time it comes, so that no place is learnt by
/// heart.
pub(super) fn order(card: &Card, question: &Question) -> Vec<Id> {
    let times = card.known.map_or(0, |known| known.answers);
    crate::quiz::room_order(question, (card.id.0.unsigned_abs() << 16) + u64::from(times))
}
