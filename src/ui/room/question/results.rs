//! Results of a question: bars, both rounds side by side, and what follows from each option.

use egui::Ui;

use crate::i18n::messages::console;
use crate::pack::Question;
use crate::pack::QuestionBody;
use crate::quiz::right_options;
use crate::session::Tally;
use crate::text::Id;
use crate::text::Text;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::projector::Control;
use crate::ui::room::view::Choice;
use crate::ui::room::view::View;
use crate::ui::room::view::verdict_id;
use crate::ui::slide::explained_ids;
use crate::ui::widgets::Bar;
use crate::ui::widgets::Tone;
use crate::ui::widgets::bar;
use crate::ui::widgets::body;
use crate::ui::widgets::caption;
use crate::ui::widgets::marked;
use crate::ui::widgets::segments;
use crate::ui::widgets::strong;
use crate::ui::widgets::subheading;
use crate::ui::widgets::two_columns;

/// Which option's consequences the trainer peeks at before the reveal.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    option: Option<Id>,
}

/// Draws the bars; the last two rounds stand side by side, the older one first.
pub(crate) fn show(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, question: &Question, choices: &[Choice], rounds: usize) {
    let last = u32::try_from(rounds).unwrap_or(u32::MAX);
    let first = last.saturating_sub(1).max(1);
    let tallies: Vec<Tally> = (first..=last).filter_map(|round| view.state.tally(&question.id, round)).collect();
    match tallies.as_slice() {
        [only] => bars(ui, cx, view, question, choices, only, true),
        several => {
            two_columns(ui, |left, right| {
                for (offset, (ui, tally)) in [left, right].into_iter().zip(several).enumerate() {
                    strong(ui, cx.theme, &view.say(console::question_round(first as usize + offset)));
                    bars(ui, cx, view, question, choices, tally, false);
                }
            });
            for choice in choices {
                let words = format!("{}: {}", choice.letter, choice.text);
                if is_right(question, &choice.id) {
                    marked(ui, cx.theme, Tone::Good, &format!("{words} ({})", view.say(console::right())));
                } else {
                    body(ui, cx.theme, &words);
                }
            }
        }
    }
}

fn bars(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: View<'_>,
    question: &Question,
    choices: &[Choice],
    tally: &Tally,
    has_texts: bool,
) {
    if let QuestionBody::Order { items, .. } = &question.body {
        body(ui, cx.theme, &view.say(console::order_right(tally.individual_right, tally.individual)));
        for (number, item) in items.iter().enumerate() {
            let letter = choices.iter().find(|choice| choice.id == item.id).map_or(' ', |choice| choice.letter);
            body(ui, cx.theme, &format!("{}. {letter}: {}", number + 1, view.fill(&item.text)));
        }
        return;
    }
    let right_word = view.say(console::right());
    for (index, choice) in choices.iter().enumerate() {
        let count = tally.counts.get(&choice.id).copied().unwrap_or(0);
        let mut shown = Bar {
            index,
            text: "",
            count,
            total: tally.answered,
            right: (has_texts && is_right(question, &choice.id)).then_some(right_word.as_str()),
        };
        let percent = view.say(console::percent(shown.percent()));
        shown.text = if has_texts { &choice.text } else { &percent };
        bar(ui, cx.theme, &shown);
    }
}

fn is_right(question: &Question, id: &Id) -> bool {
    match &question.body {
        QuestionBody::Statement { is_true, .. } => *id == verdict_id(*is_true),
        _ => right_options(question).contains(id),
    }
}

impl Draft {
    /// Draws why, and what follows for customer, subscriber and contractor, one option at a time.
    ///
    /// Once revealed, the option looked at is the one that the projector explains.
    #[expect(clippy::too_many_arguments, reason = "what a frame reads, and the question it is about")]
    pub(crate) fn explanation(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        view: View<'_>,
        question: &Question,
        choices: &[Choice],
        is_revealed: bool,
        out: &mut Actions,
    ) {
        let theme = cx.theme;
        ui.add_space(theme.grid);
        subheading(ui, theme, &view.say(console::explanation()));
        let explained = explained_ids(question, view.state.setup.seed);
        let before = if is_revealed { cx.projector.explained.clone() } else { self.option.clone() };
        let mut at = before.as_ref().and_then(|id| explained.iter().position(|other| other == id));
        let name = |id: &Id| {
            let letter = choices.iter().find(|choice| choice.id == *id).map(|choice| choice.letter.to_string());
            letter.filter(|_| explained.len() > 1).unwrap_or_else(|| view.say(console::explanation_show()))
        };
        let results = is_revealed.then(|| (None, view.say(console::explanation_results())));
        let options: Vec<(Option<usize>, String)> =
            results.into_iter().chain(explained.iter().enumerate().map(|(at, id)| (Some(at), name(id)))).collect();
        let label = if is_revealed { console::explanation_in_room() } else { console::explanation_of() };
        caption(ui, theme, &view.say(label.clone()));
        if segments(ui, theme, &view.say(label), &mut at, &options) {
            let wanted = at.and_then(|at| explained.get(at).cloned());
            if is_revealed {
                out.push(Action::Projector(Control::Explain(wanted)));
            } else {
                self.option = wanted;
            }
        }
        let right = explained.iter().position(|id| is_right(question, id)).unwrap_or(0);
        if let Some(id) = explained.get(at.unwrap_or(right)) {
            words(ui, cx, view, question, choices, id);
        }
    }
}

/// Shows the next explanation to the room, the right option's first, and after the last the results again.
pub(crate) fn show_next(cx: &Cx<'_>, view: View<'_>, question: &Question, out: &mut Actions) {
    let mut explained = explained_ids(question, view.state.setup.seed);
    explained.sort_by_key(|id| !is_right(question, id));
    let next = match &cx.projector.explained {
        None => explained.first(),
        Some(shown) => explained.iter().skip_while(|id| *id != shown).nth(1),
    };
    out.push(Action::Projector(Control::Explain(next.cloned())));
}

/// Why an option is right or wrong, and what follows from it.
fn words(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, question: &Question, choices: &[Choice], id: &Id) {
    let theme = cx.theme;
    if let Some(choice) = choices.iter().find(|choice| choice.id == *id) {
        strong(ui, theme, &format!("{}: {}", choice.letter, choice.text));
    }
    match &question.body {
        QuestionBody::Statement { explanation, .. } | QuestionBody::Order { explanation, .. } => {
            body(ui, theme, &view.fill(explanation));
        }
        QuestionBody::Choice { options, .. } => {
            if let Some(option) = options.iter().find(|option| option.id == *id) {
                body(ui, theme, &view.fill(&option.why));
            }
        }
        QuestionBody::Scenario { options, .. } => {
            let Some(option) = options.iter().find(|option| option.id == *id) else { return };
            body(ui, theme, &view.fill(&option.why));
            let mut consequence = |heading, text: &Text| {
                strong(ui, theme, &view.say(heading));
                body(ui, theme, &view.fill(text));
            };
            consequence(console::for_customer(), &option.customer);
            consequence(console::for_subscriber(), &option.subscriber);
            consequence(console::for_contractor(), &option.contractor);
        }
    }
}
