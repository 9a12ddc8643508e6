//! What follows from an answer: whether it is good, why, and what it means for customer, subscriber and contractor.

use egui::Response;
use egui::RichText;
use egui::Sense;
use egui::Stroke;
use egui::StrokeKind;
use egui::Ui;
use egui::Vec2;
use egui::WidgetInfo;

use crate::i18n::messages::slides;
use crate::i18n::messages::study as say;
use crate::pack::Question;
use crate::pack::QuestionBody;
use crate::pack::ScenarioOption;
use crate::quiz;
use crate::session::Answer;
use crate::text::Id;
use crate::ui::Cx;
use crate::ui::room::notes::points;
use crate::ui::room::view::Choice;
use crate::ui::room::view::View;
use crate::ui::room::view::picked_of;
use crate::ui::study::columns::centred;
use crate::ui::study::columns::two_columns;
use crate::ui::study::frame::eyebrow;
use crate::ui::study::question::ask_ui;
use crate::ui::study::question::choices;
use crate::ui::study::question::situation_ui;
use crate::ui::study::reading::aside;
use crate::ui::study::reading::measure;
use crate::ui::study::reading::paragraphs;
use crate::ui::theme::Theme;
use crate::ui::theme::bold;
use crate::ui::theme::regular;
use crate::ui::theme::size;
use crate::ui::widgets::Tone;
use crate::ui::widgets::mark;
use crate::ui::widgets::mark_shapes;
use crate::ui::widgets::option_badge;
use crate::ui::widgets::option_letter;
use crate::ui::widgets::paint_option_badge;
use crate::ui::widgets::toned;

/// Draws what follows from the learner's answer; `looked_at` is the option whose consequences are shown, theirs when
/// none.
pub(crate) fn show(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, question: &Question, looked_at: &mut Option<Id>) {
    let Some(answer) = view.state.shown_answer(&question.id) else { return };
    let points = f32::from(points(cx.settings));
    let is_right = quiz::is_right(question, answer);
    let choices = choices(view, question);
    if let QuestionBody::Scenario { title, situation, picture, options, .. } = &question.body {
        let own = picked_of(answer).into_iter().next();
        two_columns(
            ui,
            cx,
            points,
            &mut *looked_at,
            |looked_at, ui| {
                let shown = looked_at.clone().or_else(|| own.clone());
                if let Some(option) = options.iter().find(|option| Some(&option.id) == shown.as_ref()) {
                    let index = choices.iter().position(|choice| choice.id == option.id).unwrap_or(0);
                    let is_own = own.as_ref() == Some(&option.id);
                    outcome(ui, cx, view, option, index, is_own, points);
                    if is_own && !is_right {
                        aside(ui, cx, &view.say(say::comes_back()), points);
                    }
                }
            },
            |looked_at, ui| {
                eyebrow(ui, cx, &view.say(say::other_options()));
                for (index, choice) in choices.iter().enumerate() {
                    let Some(option) = options.iter().find(|option| option.id == choice.id) else { continue };
                    let is_own = own.as_ref() == Some(&option.id);
                    let is_shown = looked_at.as_ref().or(own.as_ref()) == Some(&option.id);
                    let row = Row { index, choice, is_right: option.correct, is_own, shows: Some(is_shown) };
                    if row.show(ui, cx.theme, view, points - 1.0).clicked() {
                        *looked_at = Some(option.id.clone());
                    }
                }
                ui.add_space(cx.theme.grid * 2.0);
                situation_ui(ui, cx, view, (title, situation, picture.as_ref()), points - 2.0);
            },
        );
        return;
    }
    centred(ui, measure(ui, points).min(ui.available_width()), |ui| {
        eyebrow(ui, cx, &view.kind_of(question));
        ask_ui(ui, cx, &view.question_title(question), points + 2.0);
        ui.add_space(cx.theme.grid / 2.0);
        verdict(ui, cx, view, is_right, points);
        match &question.body {
            QuestionBody::Statement { is_true, explanation, .. } => {
                let truth = if *is_true { slides::statement_is_true() } else { slides::statement_is_false() };
                ask_ui(ui, cx, &truth.text(view.room_lang()), points);
                paragraphs(ui, cx, &view.fill(explanation), points);
            }
            QuestionBody::Choice { options, .. } => {
                let own = picked_of(answer);
                for (index, choice) in choices.iter().enumerate() {
                    let Some(option) = options.iter().find(|option| option.id == choice.id) else { continue };
                    let is_own = own.contains(&option.id);
                    let row = Row { index, choice, is_right: option.correct, is_own, shows: None };
                    row.show(ui, cx.theme, view, points);
                    indented(ui, |ui| paragraphs(ui, cx, &view.fill(&option.why), points - 1.0));
                    ui.add_space(cx.theme.grid / 2.0);
                }
            }
            QuestionBody::Order { items, explanation, .. } => {
                let Answer::Order(own) = answer else { return };
                aside(ui, cx, &slides::order_right().text(view.room_lang()), points);
                for (place, item) in items.iter().enumerate() {
                    let index = choices.iter().position(|choice| choice.id == item.id).unwrap_or(place);
                    let given = own.iter().position(|id| *id == item.id).unwrap_or(place);
                    in_order(ui, cx, view, (place, given, index), &view.fill(&item.text), points);
                }
                ui.add_space(cx.theme.grid);
                paragraphs(ui, cx, &view.fill(explanation), points);
            }
            QuestionBody::Scenario { .. } => {}
        }
        if !is_right {
            aside(ui, cx, &view.say(say::comes_back()), points);
        }
    });
}

fn indented(ui: &mut Ui, contents: impl FnOnce(&mut Ui)) {
    ui.horizontal_top(|ui| {
        ui.add_space(52.0);
        ui.vertical(contents);
    });
}

/// An item at its right place, and where the learner had it.
fn in_order(
    ui: &mut Ui,
    cx: &Cx<'_>,
    view: View<'_>,
    (place, given, index): (usize, usize, usize),
    text: &str,
    points: f32,
) {
    ui.horizontal_top(|ui| {
        // Number and badge stand on the first line of the text.
        let line = (points * 1.5).round();
        let number = RichText::new(format!("{}.", place + 1)).font(bold(points)).color(cx.theme.ink);
        ui.label(number.line_height(Some(line)));
        let (rect, response) = ui.allocate_exact_size(Vec2::splat(line), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Label, true, option_letter(index)));
        paint_option_badge(ui.painter(), cx.theme, rect.shrink(1.0), index);
        ui.vertical(|ui| {
            paragraphs(ui, cx, text, points);
            if given != place {
                aside(ui, cx, &view.say(say::you_had_it(given + 1)), points);
            }
        });
    });
}

/// Whether the answer was right, by sign and word.
fn verdict(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, is_right: bool, points: f32) {
    let (tone, words) = if is_right { (Tone::Good, say::right()) } else { (Tone::Caution, say::not_right()) };
    ui.horizontal(|ui| {
        mark(ui, cx.theme, tone);
        let words = view.say(words);
        let label = ui.label(RichText::new(&words).font(bold(points + 2.0)).color(tone.colour(cx.theme)));
        ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(egui::accesskit::Live::Polite));
    });
}

/// An option of a scenario: why it is good or bad, and what follows for whom.
fn outcome(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, option: &ScenarioOption, index: usize, is_own: bool, points: f32) {
    let theme = cx.theme;
    let lang = view.room_lang();
    let (tone, words) = match (is_own, option.correct) {
        (true, true) => (Tone::Good, say::good_choice()),
        (true, false) => (Tone::Caution, say::not_best_choice()),
        (false, true) => (Tone::Good, say::would_be_good()),
        (false, false) => (Tone::Caution, say::would_not_be_best()),
    };
    toned(ui, theme, tone, |ui| {
        ui.spacing_mut().item_spacing.y = theme.grid;
        ui.horizontal(|ui| {
            mark(ui, theme, tone);
            let words = view.say(words);
            let label = ui.label(RichText::new(&words).font(bold(points + 2.0)).color(tone.colour(theme)));
            ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(egui::accesskit::Live::Polite));
        });
        ui.horizontal_top(|ui| {
            option_badge(ui, theme, index, 28.0);
            ui.vertical(|ui| ask_ui(ui, cx, &view.fill(&option.text), points));
        });
        paragraphs(ui, cx, &view.fill(&option.why), points);
    });
    ui.add_space(theme.grid);
    eyebrow(ui, cx, &view.say(say::what_follows()));
    for (who, what) in [
        (slides::for_customer(), &option.customer),
        (slides::for_subscriber(), &option.subscriber),
        (slides::for_contractor(), &option.contractor),
    ] {
        party(ui, cx, &who.text(lang), &view.fill(what), points);
    }
}

/// What follows for one party: the party on the left, the sentence on the right.
fn party(ui: &mut Ui, cx: &Cx<'_>, who: &str, what: &str, points: f32) {
    let theme = cx.theme;
    let column = (points * 6.4).max(110.0);
    let inner = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        ui.vertical(|ui| {
            ui.set_width(column);
            ui.label(RichText::new(who).font(bold(points)).color(theme.ink).line_height(Some((points * 1.5).round())));
        });
        ui.vertical(|ui| {
            ui.set_width(ui.available_width());
            paragraphs(ui, cx, what, points);
        });
    });
    let rect = inner.response.rect;
    ui.add_space(theme.grid / 4.0);
    ui.painter().hline(rect.x_range(), rect.bottom() + theme.grid / 2.0, theme.line());
    ui.add_space(theme.grid / 2.0);
}

/// An option once answers are shown.
struct Row<'a> {
    index: usize,
    choice: &'a Choice,
    is_right: bool,
    is_own: bool,
    /// Whether it is the one whose consequences are shown; `None` where a click shows nothing.
    shows: Option<bool>,
}

impl Row<'_> {
    fn show(&self, ui: &mut Ui, theme: &Theme, view: View<'_>, points: f32) -> Response {
        let gap = theme.grid * 1.5;
        let side = 30.0;
        let width = ui.available_width();
        let room = (width - side - gap * 4.0 - 22.0).max(80.0);
        let text = ui.painter().layout(self.choice.text.clone(), regular(points), theme.ink, room);
        let own = view.say(say::your_answer());
        let own_galley =
            self.is_own.then(|| ui.painter().layout_no_wrap(own.clone(), bold(size::SMALL), theme.ink_soft));
        let below = own_galley.as_ref().map_or(0.0, |galley| galley.size().y);
        let height = (text.size().y + below + theme.grid * 1.5).max(side + theme.grid);
        let (opens, is_shown) = (self.shows.is_some(), self.shows.unwrap_or(self.is_own));
        let sense = if opens { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, height), sense);
        let mark = if self.is_right { say::is_right() } else { say::is_not_best() };
        response.widget_info(|| {
            let mut words =
                vec![format!("{}: {}", option_letter(self.index), self.choice.text), view.say(mark.clone())];
            words.extend(self.is_own.then(|| own.clone()));
            if opens {
                WidgetInfo::selected(egui::Role::Button, ui.is_enabled(), is_shown, words.join(", "))
            } else {
                WidgetInfo::labeled(egui::Role::Label, true, words.join(", "))
            }
        });
        if ui.is_rect_visible(rect) {
            let fill = match (is_shown, opens && response.hovered()) {
                (true, _) => theme.accent_soft,
                (false, true) => theme.sunken,
                (false, false) => theme.surface,
            };
            let line = if is_shown { Stroke::new(2.0, theme.accent) } else { theme.line() };
            ui.painter().rect(rect, theme.corner(), fill, line, StrokeKind::Inside);
            if response.has_focus() {
                ui.painter().rect_stroke(rect.expand(1.0), theme.corner(), theme.focus_stroke(), StrokeKind::Outside);
            }
            let badge = egui::Rect::from_min_size(
                egui::pos2(rect.left() + gap, rect.center().y - side / 2.0),
                Vec2::splat(side),
            );
            paint_option_badge(ui.painter(), theme, badge, self.index);
            let top = rect.center().y - f32::midpoint(text.size().y, below);
            let at = egui::pos2(badge.right() + gap, top);
            let under = at + Vec2::new(0.0, text.size().y);
            ui.painter().galley(at, text, theme.ink);
            if let Some(own) = own_galley {
                ui.painter().galley(under, own, theme.ink_soft);
            }
            let tone = if self.is_right { Tone::Good } else { Tone::Caution };
            let place =
                egui::Rect::from_center_size(egui::pos2(rect.right() - gap - 11.0, rect.center().y), Vec2::splat(22.0));
            ui.painter().extend(mark_shapes(place, tone, tone.colour(theme), theme.surface));
        }
        response
    }
}
