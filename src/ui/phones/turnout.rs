//! Who has answered the open question, who is still missing, and calling their phones.

use egui::Ui;

use crate::i18n::messages::phones as say;
use crate::room::Status;
use crate::session::Participant;
use crate::session::ParticipantId;
use crate::session::Round;
use crate::session::State;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::command::UiCommand;
use crate::ui::phones::Ask;
use crate::ui::phones::Line;
use crate::ui::phones::line;
use crate::ui::phones::line_words;
use crate::ui::room::view::View;
use crate::ui::widgets::Button;
use crate::ui::widgets::body;
use crate::ui::widgets::caption;
use crate::ui::widgets::mark;
use crate::ui::widgets::progress;
use crate::ui::widgets::strong;

/// The most names that are listed.
const MOST_NAMES: usize = 24;

/// Who has answered a round, and who has not.
#[derive(Clone, Debug, PartialEq)]
pub struct Turnout<'a> {
    /// Those who are here.
    pub present: usize,
    /// Those of them who have answered one by one, with a phone or at the desk.
    pub answered: usize,
    /// Hands that were counted; nobody knows whose.
    pub hands: u32,
    /// Those who are here and have not answered one by one, dropped phones first.
    pub missing: Vec<(&'a Participant, Line)>,
}

impl<'a> Turnout<'a> {
    /// How far `round` is.
    pub fn of(state: &'a State, status: &Status, round: &Round) -> Self {
        let mut missing: Vec<(&Participant, Line)> = state
            .present()
            .filter(|one| !round.answers.contains_key(&one.id))
            .map(|one| (one, line(status, one)))
            .collect();
        missing.sort_by_cached_key(|(one, line)| (*line, one.details.name.to_lowercase()));
        let present = state.present().count();
        Self { present, answered: present - missing.len(), hands: round.hands.values().sum(), missing }
    }

    /// How many of the missing have a phone that hears nothing.
    pub fn dropped(&self) -> usize {
        self.missing.iter().filter(|(_, line)| line.is_dropped()).count()
    }

    /// The missing whose phones are connected.
    pub fn reachable(&self) -> Vec<ParticipantId> {
        self.missing.iter().filter(|(_, line)| *line == Line::Connected).map(|(one, _)| one.id).collect()
    }
}

/// The turnout of the question the room is on, while it is open and the room is, too.
fn current<'a>(cx: &Cx<'_>, view: View<'a>) -> Option<Turnout<'a>> {
    let status = cx.phones.status()?;
    let step = view.step().filter(|step| step.question().is_some())?;
    let round = view.state.round(&step.id).filter(|round| round.is_open)?;
    Some(Turnout::of(view.state, status, round))
}

/// Calls the phones of those who have not answered.
pub fn nudge(cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
    let who = current(cx, view).map(|turnout| turnout.reachable()).unwrap_or_default();
    if !who.is_empty() {
        out.push(Action::Phones(Ask::Nudge(who)));
    }
}

/// Draws how many have answered while the question is open and the room is, too.
pub fn turnout(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>) {
    let Some(turnout) = current(cx, view) else { return };
    let theme = cx.theme;
    let counted = view.say(say::turnout(turnout.answered, turnout.present, turnout.dropped()));
    let share = turnout.answered as f32 / turnout.present.max(1) as f32;
    progress(ui, theme, share, &counted);
    if turnout.hands > 0 {
        caption(ui, theme, &view.say(say::turnout_hands(turnout.hands)));
    }
}

/// Draws the button that calls the phones of those who have not answered.
pub fn nudge_button(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
    let Some(turnout) = current(cx, view) else { return };
    let reachable = turnout.reachable();
    let words = view.say(say::nudge(reachable.len()));
    let button = Button::plain(cx.theme, words).key(UiCommand::Nudge.key(view.lang));
    if ui.add_enabled(!reachable.is_empty(), button).clicked() {
        out.push(Action::Phones(Ask::Nudge(reachable)));
    }
}

/// Draws who has not answered, and whether their phones are there.
pub fn missing(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>) {
    let Some(turnout) = current(cx, view).filter(|turnout| !turnout.missing.is_empty()) else { return };
    let theme = cx.theme;
    ui.add_space(theme.grid);
    strong(ui, theme, &view.say(say::turnout_missing()));
    // Nothing in these lines is clicked: they may stand as close as text.
    ui.spacing_mut().interact_size.y = theme.grid * 2.5;
    for (one, line) in turnout.missing.iter().take(MOST_NAMES) {
        let (tone, words) = line_words(view, *line);
        ui.horizontal_wrapped(|ui| {
            mark(ui, theme, tone);
            body(ui, theme, &one.details.name);
            caption(ui, theme, &words);
        });
    }
    if let more @ 1.. = turnout.missing.len().saturating_sub(MOST_NAMES) {
        caption(ui, theme, &view.say(say::turnout_more(more)));
    }
}
