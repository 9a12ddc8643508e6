//! Results of a question: bars, both rounds side by side, and what follows from each option.

use egui::Ui;

use crate::i18n::messages::console;
use crate::pack::Question;
use crate::pack::QuestionBody;
use crate::quiz::right_options;
use crate::session::Tally;
use crate::text::Id;
use crate::text::Text;
use crate::ui::Cx;
use crate::ui::room::view::Choice;
use crate::ui::room::view::View;
use crate::ui::room::view::verdict_id;
use crate::ui::widgets::Bar;
use crate::ui::widgets::bar;
use crate::ui::widgets::body;
use crate::ui::widgets::segments;
use crate::ui::widgets::strong;
use crate::ui::widgets::subheading;

/// Which option's consequences are looked at.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    option: Option<usize>,
}

/// Draws the bars; the last two rounds stand side by side, the older one first.
pub(crate) fn show(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, question: &Question, choices: &[Choice], rounds: usize) {
    let last = u32::try_from(rounds).unwrap_or(u32::MAX);
    let first = last.saturating_sub(1).max(1);
    let tallies: Vec<Tally> = (first..=last).filter_map(|round| view.state.tally(&question.id, round)).collect();
    match tallies.as_slice() {
        [only] => bars(ui, cx, view, question, choices, only, true),
        several => {
            ui.columns(several.len(), |columns| {
                for (offset, (ui, tally)) in columns.iter_mut().zip(several).enumerate() {
                    strong(ui, cx.theme, &view.say(console::question_round(first as usize + offset)));
                    bars(ui, cx, view, question, choices, tally, false);
                }
            });
            for choice in choices {
                body(ui, cx.theme, &format!("{}: {}", choice.letter, choice.text));
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
            right: is_right(question, &choice.id).then_some(right_word.as_str()),
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
    pub(crate) fn explanation(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        view: View<'_>,
        question: &Question,
        choices: &[Choice],
    ) {
        let theme = cx.theme;
        ui.add_space(theme.grid);
        subheading(ui, theme, &view.say(console::explanation()));
        let right = choices.iter().position(|choice| is_right(question, &choice.id)).unwrap_or(0);
        let mut at = self.option.unwrap_or(right).min(choices.len().saturating_sub(1));
        let letters: Vec<(usize, String)> =
            choices.iter().enumerate().map(|(index, choice)| (index, choice.letter.to_string())).collect();
        let chosen = |at: usize| choices.get(at).map(|choice| &choice.id);
        match &question.body {
            QuestionBody::Statement { explanation, .. } | QuestionBody::Order { explanation, .. } => {
                body(ui, theme, &view.fill(explanation));
            }
            QuestionBody::Choice { options, .. } => {
                segments(ui, theme, &view.say(console::explanation_of()), &mut at, &letters);
                if let Some(option) = options.iter().find(|option| Some(&option.id) == chosen(at)) {
                    body(ui, theme, &view.fill(&option.why));
                }
                self.option = Some(at);
            }
            QuestionBody::Scenario { options, .. } => {
                segments(ui, theme, &view.say(console::explanation_of()), &mut at, &letters);
                if let Some(option) = options.iter().find(|option| Some(&option.id) == chosen(at)) {
                    body(ui, theme, &view.fill(&option.why));
                    let mut consequence = |heading, text: &Text| {
                        strong(ui, theme, &view.say(heading));
                        body(ui, theme, &view.fill(text));
                    };
                    consequence(console::for_customer(), &option.customer);
                    consequence(console::for_subscriber(), &option.subscriber);
                    consequence(console::for_contractor(), &option.contractor);
                }
                self.option = Some(at);
            }
        }
    }
}
