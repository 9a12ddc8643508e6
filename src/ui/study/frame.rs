//! What frames every screen of the self-study: the strip with the way and the time, the strip with the one thing to do
//! next, and the page between them.

use egui::Align;
use egui::Frame;
use egui::Key;
use egui::Layout;
use egui::Margin;
use egui::Modifiers;
use egui::Rect;
use egui::RichText;
use egui::Sense;
use egui::StrokeKind;
use egui::Ui;
use egui::Vec2;

use crate::i18n::messages::study as say;
use crate::pack::Theme;
use crate::session::Place;
use crate::text::Id;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::command::UiCommand;
use crate::ui::room::notes::resize;
use crate::ui::room::view::View;
use crate::ui::study::go;
use crate::ui::study::path;
use crate::ui::study::time;
use crate::ui::study::time::Meter;
use crate::ui::theme::bold;
use crate::ui::theme::regular;
use crate::ui::theme::size;
use crate::ui::widgets;
use crate::ui::widgets::Button;

/// The widest page of running text and forms, in points.
const PAGE: f32 = 760.0;

/// A page of readable width that scrolls when it must.
pub(crate) fn page<R>(ui: &mut Ui, cx: &Cx<'_>, contents: impl FnOnce(&mut Ui) -> R) -> R {
    crate::ui::screen_page(ui, cx.theme, "study page", PAGE, contents)
}

/// What a part after the themes is called.
pub(crate) fn part_title(view: View<'_>, part: &Place) -> String {
    match part {
        Place::FinalTest => view.say(say::part_test()),
        Place::Feedback => view.say(say::part_feedback()),
        Place::SignOut => view.say(say::part_register()),
        Place::Lobby | Place::Step(_) => view.place_title(part),
    }
}

/// The strip at the top: the way back, the theme with its steps, the time, the size of text.
pub(crate) fn bar(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, meter: &Meter, out: &mut Actions) {
    let theme = cx.theme;
    let frame = Frame::new().fill(theme.surface).inner_margin(Margin::symmetric(16, 4));
    let panel = egui::Panel::top("study bar").frame(frame).show_separator_line(false).show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.set_min_height(size::CONTROL);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                // The other places have no text to read at length.
                if matches!(view.state.place, Place::Step(_)) {
                    text_size(ui, cx, view, out);
                }
                clock(ui, cx, view, meter);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| way(ui, cx, view, out));
            });
        });
    });
    ui.painter().hline(panel.response.rect.x_range(), panel.response.rect.bottom(), theme.line());
}

fn text_size(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
    for (command, message, by) in
        [(UiCommand::NotesLarger, say::text_larger(), 2), (UiCommand::NotesSmaller, say::text_smaller(), -2)]
    {
        let sign = if by > 0 { "A+" } else { "A\u{2212}" };
        if ui
            .add(Button::quiet(cx.theme, sign).key(command.key(view.lang)))
            .accessible_name(view.say(message))
            .clicked()
        {
            resize(cx, by, out);
        }
    }
}

/// The active time, and whether it runs.
fn clock(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, meter: &Meter) {
    let theme = cx.theme;
    let minutes = time::minutes(view.lang, meter.altogether(view).as_mins());
    let is_running = meter.is_running(view);
    let words = if is_running { say::time_runs(minutes) } else { say::time_stands(minutes) };
    let words = view.say(words);
    let colour = if is_running { theme.ink_soft } else { theme.caution };
    let label = ui.label(RichText::new(&words).font(regular(size::SMALL)).color(colour));
    label.on_hover_text(view.say(say::time_explained()));
    ui.add_space(theme.grid);
}

fn way(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
    let theme = cx.theme;
    let place = &view.state.place;
    if *place == Place::Lobby {
        ui.label(RichText::new(view.say(say::home_name())).font(bold(size::BODY)).color(theme.ink));
        return;
    }
    if ui.add(Button::quiet(theme, view.say(say::to_course())).key("Esc")).clicked() {
        go(Place::Lobby, out);
    }
    let Place::Step(id) = place else {
        ui.label(RichText::new(part_title(view, place)).font(bold(size::BODY)).color(theme.ink));
        return;
    };
    let Some((of, _)) = view.state.script.pack.step(id) else { return };
    steps(ui, cx, view, of, id);
    let title = RichText::new(view.fill(&of.title)).font(bold(size::BODY)).color(theme.ink);
    ui.add(egui::Label::new(title).truncate());
}

/// The theme's steps as segments: done, here, ahead; what is wrong so far is marked.
fn steps(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, of: &Theme, here: &Id) {
    let theme = cx.theme;
    let line = path::line(view.state, of);
    let at = line.iter().position(|step| step.id == *here).map_or(0, |at| at + 1);
    let side = if line.len() > 12 { 8.0 } else { 14.0 };
    let gap = 3.0;
    let size = Vec2::new((side + gap) * line.len() as f32, 12.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let words = view.say(say::step_of(at, line.len()));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::ProgressIndicator, true, &words));
    let response = response.on_hover_text(&words);
    for (index, step) in line.iter().enumerate() {
        let left = response.rect.left() + (side + gap) * index as f32;
        let segment = Rect::from_min_size(egui::pos2(left, rect.top()), Vec2::new(side, rect.height()));
        let is_done = view.state.study.finished.contains(&step.id);
        let fill = if is_done { theme.accent } else { theme.sunken };
        ui.painter().rect_filled(segment.shrink2(Vec2::new(0.0, 2.0)), 2.0, fill);
        if step.id == *here {
            let line = egui::Stroke::new(2.0, theme.ink);
            ui.painter().rect_stroke(segment.expand(1.0), 2.0, line, StrokeKind::Inside);
        }
    }
    ui.label(RichText::new(words).font(regular(crate::ui::theme::size::SMALL)).color(theme.ink_soft));
}

/// The one thing to do next, and the way back.
pub(crate) struct Strip {
    /// What going back leads to; `None` where there is nothing to go back to.
    pub back: Option<String>,
    /// What is said between the two.
    pub aside: String,
    /// What going on does.
    pub on: String,
    /// Whether it can be done now.
    pub can_go_on: bool,
}

/// What was asked on the strip.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Asked {
    /// Back, by button.
    pub back: bool,
    /// On, by button or Enter.
    pub on: bool,
}

impl Strip {
    /// Draws the strip at the foot of the window.
    pub(crate) fn show(self, ui: &mut Ui, cx: &Cx<'_>) -> Asked {
        let theme = cx.theme;
        let frame = Frame::new().fill(theme.surface).inner_margin(Margin::symmetric(24, 10));
        let mut asked = Asked::default();
        let panel = egui::Panel::bottom("study strip").frame(frame).show_separator_line(false).show(ui, |ui| {
            ui.horizontal(|ui| {
                if let Some(back) = self.back {
                    asked.back = ui.add(Button::plain(theme, back).large().key("Page Up")).clicked();
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let button = Button::primary(theme, self.on).large().key("Enter");
                    asked.on = ui.add_enabled(self.can_go_on, button).clicked();
                    ui.add_space(theme.grid);
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        ui.add_space(theme.grid);
                        let words = RichText::new(self.aside).font(regular(size::SMALL)).color(theme.ink_soft);
                        ui.add(egui::Label::new(words).truncate());
                    });
                });
            });
        });
        ui.painter().hline(panel.response.rect.x_range(), panel.response.rect.top(), theme.line());
        asked.on |= super::is_free_key(ui, cx, Key::Enter);
        asked.on |= !cx.has_dialog && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        asked
    }
}

/// A line that says what something is, before it: a small heading in the accent's colour.
pub(crate) fn eyebrow(ui: &mut Ui, cx: &Cx<'_>, text: &str) {
    let mut letters = text.chars();
    let text: String = letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
    ui.label(RichText::new(text).font(bold(size::SMALL)).color(cx.theme.accent));
}

/// A mark with words for how far a part after the themes is.
pub(crate) fn part_state(view: View<'_>, part: &Place, is_done: bool) -> (widgets::Tone, String) {
    let left = view.state.themes_left().count();
    if is_done {
        (widgets::Tone::Good, view.say(say::done()))
    } else if left > 0 && *part != Place::Feedback {
        (widgets::Tone::Neutral, view.say(say::waits_for_themes(left)))
    } else {
        let minutes = match part {
            Place::FinalTest => view.state.script.pack.final_test.map_or(0, |test| test.minutes),
            Place::Feedback => view.state.script.pack.feedback.as_ref().map_or(0, |form| form.minutes),
            Place::Lobby | Place::Step(_) | Place::SignOut => 0,
        };
        let takes = || view.say(say::takes(time::minutes(view.lang, i64::from(minutes))));
        (widgets::Tone::Neutral, if minutes == 0 { String::new() } else { takes() })
    }
}
