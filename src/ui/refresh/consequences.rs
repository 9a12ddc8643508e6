//! What follows from an answer, for everybody concerned; after a wrong one also the slide that teaches it.

use egui::Ui;

use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::refresh as say;
use crate::i18n::messages::study;
use crate::pack::Question;
use crate::pack::QuestionBody;
use crate::pack::ScenarioOption;
use crate::pack::Step;
use crate::pack::Theme;
use crate::study::refresh::Asked;
use crate::study::refresh::Card;
use crate::study::refresh::Sure;
use crate::study::refresh::taught_on;
use crate::text::Id;
use crate::text::Text;
use crate::ui::Cx;
use crate::ui::projector::ASPECT;
use crate::ui::refresh::day_words;
use crate::ui::refresh::model::Current;
use crate::ui::refresh::sitting::Given;
use crate::ui::room::view::picked_of;
use crate::ui::screen_page;
use crate::ui::slide::Stage;
use crate::ui::slide::Wording;
use crate::ui::slide::plain_step_face;
use crate::ui::widgets;
use crate::ui::widgets::Tone;

/// From this width on the slide stands beside the consequences.
const WIDE: f32 = 1180.0;

/// Draws the verdict and what follows; `top` draws how far the sitting is.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    current: &Current,
    of: Asked<'_>,
    given: &Given,
    top: impl FnOnce(&mut Ui),
) {
    let theme = cx.theme;
    let slide = taught_on(&current.kept.pack, of).filter(|_| !given.is_right);
    let is_wide = slide.is_some() && ui.available_width() >= WIDE;
    let width = if is_wide { 1600.0 } else { 880.0 };
    screen_page(ui, theme, "refresh-consequences", width, |ui| {
        ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
        top(ui);
        match slide {
            Some((of_theme, step)) if is_wide => {
                let gap = theme.grid * 3.0;
                let width = (ui.available_width() - gap) / 2.0;
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = gap;
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        words_ui(ui, cx, current, of.question, given);
                    });
                    ui.vertical(|ui| {
                        ui.set_width(width);
                        slide_ui(ui, cx, current, of_theme, step);
                    });
                });
            }
            Some((of_theme, step)) => {
                words_ui(ui, cx, current, of.question, given);
                slide_ui(ui, cx, current, of_theme, step);
            }
            None => words_ui(ui, cx, current, of.question, given),
        }
    });
}

fn words_ui(ui: &mut Ui, cx: &Cx<'_>, current: &Current, question: &Question, given: &Given) {
    let (theme, lang) = (cx.theme, cx.lang);
    ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
    let (tone, verdict) = if given.is_right { (Tone::Good, say::right()) } else { (Tone::Bad, say::wrong()) };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = theme.grid;
        widgets::mark(ui, theme, tone);
        widgets::heading(ui, theme, &verdict.text(lang));
    });
    if !given.is_right && given.sure == Sure::Know {
        widgets::body(ui, theme, &say::wrong_but_sure().text(lang));
    }
    let picked = picked_of(&given.answer);
    match &question.body {
        QuestionBody::Scenario { options, .. } => {
            for option in options.iter().filter(|option| picked.contains(&option.id)) {
                let heading = if option.correct { say::you_did() } else { say::you_did_instead() };
                option_ui(ui, cx, current, option, &heading.text(lang));
            }
            let best = options.iter().filter(|option| option.correct && !picked.contains(&option.id));
            for option in best.take(usize::from(!given.is_right)) {
                option_ui(ui, cx, current, option, &say::better().text(lang));
            }
        }
        QuestionBody::Statement { text, is_true, explanation } => {
            widgets::soft(ui, theme, &current.fill(text));
            let verdict = if *is_true { say::it_is_true() } else { say::it_is_not_true() };
            widgets::strong(ui, theme, &verdict.text(lang));
            widgets::body(ui, theme, &current.fill(explanation));
        }
        QuestionBody::Choice { text, options } => {
            widgets::soft(ui, theme, &current.fill(text));
            for option in options {
                choice_ui(ui, cx, current, (&option.id, &option.text, &option.why, option.correct), &picked);
            }
        }
        QuestionBody::Order { text, items, explanation } => {
            widgets::soft(ui, theme, &current.fill(text));
            widgets::strong(ui, theme, &say::right_order().text(lang));
            for (index, item) in items.iter().enumerate() {
                widgets::body(ui, theme, &format!("{}. {}", index + 1, current.fill(&item.text)));
                if let Some(given) = picked.iter().position(|id| *id == item.id).filter(|given| *given != index) {
                    widgets::caption(ui, theme, &study::you_had_it(given + 1).text(lang));
                }
            }
            widgets::body(ui, theme, &current.fill(explanation));
        }
    }
}

fn option_ui(ui: &mut Ui, cx: &Cx<'_>, current: &Current, option: &ScenarioOption, heading: &str) {
    let (theme, lang) = (cx.theme, cx.lang);
    widgets::toned(ui, theme, if option.correct { Tone::Good } else { Tone::Bad }, |ui| {
        ui.spacing_mut().item_spacing.y = theme.grid;
        widgets::caption(ui, theme, heading);
        widgets::strong(ui, theme, &current.fill(&option.text));
        widgets::body(ui, theme, &current.fill(&option.why));
        for (who, what) in [
            (say::for_customer(), &option.customer),
            (say::for_subscriber(), &option.subscriber),
            (say::for_contractor(), &option.contractor),
        ] {
            let what = current.fill(what);
            if !what.is_empty() {
                widgets::caption(ui, theme, &who.text(lang));
                widgets::body(ui, theme, &what);
            }
        }
    });
}

fn choice_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    current: &Current,
    (id, text, why, is_correct): (&Id, &Text, &Text, bool),
    picked: &[Id],
) {
    let (theme, lang) = (cx.theme, cx.lang);
    let is_picked = picked.contains(id);
    widgets::toned(ui, theme, if is_correct { Tone::Good } else { Tone::Neutral }, |ui| {
        let words = match (is_correct, is_picked) {
            (true, true) => say::right_and_picked(),
            (true, false) => say::right_not_picked(),
            (false, true) => say::wrong_and_picked(),
            (false, false) => say::wrong_not_picked(),
        };
        widgets::caption(ui, theme, &words.text(lang));
        widgets::strong(ui, theme, &current.fill(text));
        widgets::body(ui, theme, &current.fill(why));
    });
}

fn slide_ui(ui: &mut Ui, cx: &Cx<'_>, current: &Current, of: &Theme, step: &Step) {
    let theme = cx.theme;
    widgets::subheading(ui, theme, &say::slide_again().text(cx.lang));
    let wording =
        Wording { profile: &current.kept.profile, language: &current.course.language, root: &current.kept.pack.root };
    let face = plain_step_face(wording, of, step, 0, &Stage::Asked, None, cx.clock.now());
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(egui::vec2(width, width / ASPECT), egui::Sense::hover());
    if ui.is_rect_visible(rect) {
        cx.slides.show(ui, rect, theme, cx.images, &face);
        ui.painter().rect_stroke(rect, theme.corner(), theme.line(), egui::StrokeKind::Inside);
    }
}

/// When the question comes back.
pub(super) fn when(lang: Lang, card: &Card, given: &Given) -> Message {
    match card.known {
        Some(known) if given.is_right => say::comes_back_on(day_words(lang, known.due).text(lang)),
        _ => say::comes_back_today(),
    }
}
