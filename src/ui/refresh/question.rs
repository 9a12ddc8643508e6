//! A question with what can be chosen.

use egui::RichText;
use egui::Ui;

use crate::i18n::Lang;
use crate::i18n::messages::console;
use crate::pack::Question;
use crate::pack::QuestionBody;
use crate::study::refresh::Card;
use crate::text::Id;
use crate::ui::Cx;
use crate::ui::images::Asked;
use crate::ui::refresh::model::Current;
use crate::ui::refresh::sitting::order;
use crate::ui::room::option::Picked;
use crate::ui::room::option::hint;
use crate::ui::room::option::option_button;
use crate::ui::room::option::option_pressed;
use crate::ui::room::view::Picking;
use crate::ui::room::view::pick;
use crate::ui::room::view::picking;
use crate::ui::room::view::verdict_id;
use crate::ui::theme::bold;
use crate::ui::theme::regular;
use crate::ui::theme::size;
use crate::ui::widgets;
use crate::ui::widgets::Button;

/// Draws the question; letters and clicks pick.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    current: &Current,
    card: &Card,
    question: &Question,
    picked: &mut Vec<Id>,
) {
    let (theme, lang) = (cx.theme, cx.lang);
    words_ui(ui, cx, current, question, lang);
    widgets::caption(ui, theme, &hint(question).text(lang));
    let choices = choices(current, question, &order(card, question), current.lang(lang));
    let pressed = option_pressed(ui, choices.len());
    for (index, (id, text)) in choices.iter().enumerate() {
        let state = match (picking(question), picked.iter().position(|other| other == id)) {
            (Picking::InOrder, Some(place)) => Picked::Place(place + 1),
            (_, Some(_)) => Picked::Yes,
            (_, None) => Picked::No,
        };
        if option_button(ui, theme, index, text, state).clicked() || pressed == Some(index) {
            pick(picking(question), picked, id);
            // What it is good for shows at the foot, which is drawn before.
            ui.ctx().request_repaint();
        }
    }
    if picking(question) == Picking::InOrder && !picked.is_empty() {
        let again = Button::quiet(theme, console::test_order_again().text(lang));
        if ui.add(again).clicked() {
            picked.clear();
            ui.ctx().request_repaint();
        }
    }
}

fn words_ui(ui: &mut Ui, cx: &Cx<'_>, current: &Current, question: &Question, lang: Lang) {
    let theme = cx.theme;
    let large = |ui: &mut Ui, text: String| ui.label(RichText::new(text).font(bold(size::HEADING)).color(theme.ink));
    match &question.body {
        QuestionBody::Scenario { title: _, situation, question, picture, options: _ } => {
            let words = RichText::new(current.fill(situation)).font(regular(size::SUBHEADING)).color(theme.ink);
            ui.label(words);
            if let Some(picture) = picture {
                let file = picture.files.get(&current.course.language).or_else(|| picture.files.values().next());
                if let Some(file) = file {
                    let width = ui.available_width().min(220.0 * picture.aspect);
                    let (place, _) =
                        ui.allocate_exact_size(egui::vec2(width, width / picture.aspect), egui::Sense::hover());
                    let (file, alt) = (current.kept.pack.root.join(file), current.fill(&picture.alt));
                    let painter = ui.painter().clone();
                    cx.images.paint(ui, &painter, theme, lang, &Asked { place, file: &file, alt: &alt });
                }
            }
            large(ui, current.fill(question));
        }
        QuestionBody::Statement { text, .. } | QuestionBody::Choice { text, .. } | QuestionBody::Order { text, .. } => {
            large(ui, current.fill(text));
        }
    }
}

/// What can be chosen, in `order` where it names identifiers.
pub(super) fn choices(current: &Current, question: &Question, order: &[Id], lang: Lang) -> Vec<(Id, String)> {
    let mut choices: Vec<(Id, String)> = match &question.body {
        QuestionBody::Scenario { options, .. } => {
            options.iter().map(|option| (option.id.clone(), current.fill(&option.text))).collect()
        }
        QuestionBody::Choice { options, .. } => {
            options.iter().map(|option| (option.id.clone(), current.fill(&option.text))).collect()
        }
        QuestionBody::Order { items, .. } => {
            items.iter().map(|item| (item.id.clone(), current.fill(&item.text))).collect()
        }
        QuestionBody::Statement { .. } => [(true, console::verdict_true()), (false, console::verdict_false())]
            .map(|(verdict, message)| (verdict_id(verdict), message.text(lang)))
            .to_vec(),
    };
    choices.sort_by_key(|(id, _)| order.iter().position(|other| other == id).unwrap_or(usize::MAX));
    choices
}

/// One line that names a question.
pub(super) fn title(current: &Current, question: &Question) -> String {
    match &question.body {
        QuestionBody::Scenario { title, .. } => current.fill(title),
        QuestionBody::Statement { text, .. } | QuestionBody::Choice { text, .. } | QuestionBody::Order { text, .. } => {
            current.fill(text)
        }
    }
}
