//! A trend over sessions, plotted: each with how certain it is, each revision's own level, and where a revision came in.

use egui::Align2;
use egui::RichText;
use egui::Stroke;
use egui::Ui;
use egui::Vec2;
use egui_plot::HoverPosition;
use egui_plot::Line;
use egui_plot::LineStyle;
use egui_plot::PlotPoint;
use egui_plot::PlotPoints;
use egui_plot::Points;
use egui_plot::Text;
use egui_plot::VLine;

use crate::i18n::Lang;
use crate::i18n::messages::trend as say;
use crate::records::feedback::Occasion;
use crate::ui::Cx;
use crate::ui::theme::bold;
use crate::ui::theme::size;
use crate::ui::widgets;

/// Height of the chart in points.
const HEIGHT: f32 = 300.0;
/// Most dates that stand below it.
const MOST_DATES: usize = 14;

/// A session in the chart.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Mark {
    /// Which occasion.
    pub(super) occasion: usize,
    /// What was measured.
    pub(super) value: f64,
    /// Between what the true value probably lies.
    pub(super) between: (f64, f64),
    /// On how many answers it rests.
    pub(super) answers: u32,
    /// All of it in words, for the pointer.
    pub(super) words: String,
}

/// What a chart shows.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Chart<'a> {
    pub(super) occasions: &'a [Occasion],
    pub(super) marks: Vec<Mark>,
    /// The level of each revision.
    pub(super) levels: Vec<(u32, f64)>,
    /// The axis: from, to, and the step of its grid.
    pub(super) axis: (f64, f64, f64),
    /// What stands behind a number on the axis.
    pub(super) unit: &'static str,
    /// What the axis measures.
    pub(super) measure: String,
    /// All of it in words.
    pub(super) spoken: String,
}

impl Chart<'_> {
    /// Where each stretch of one revision begins and ends; one that comes back has several.
    fn runs(&self) -> Vec<(u32, usize, usize)> {
        let mut runs: Vec<(u32, usize, usize)> = Vec::new();
        for (at, occasion) in self.occasions.iter().enumerate() {
            match runs.last_mut() {
                Some((revision, _, last)) if *revision == occasion.revision => *last = at,
                _ => runs.push((occasion.revision, at, at)),
            }
        }
        runs
    }

    /// Draws the chart with its legend.
    pub(super) fn show(&self, ui: &mut Ui, cx: &Cx<'_>) {
        let (theme, lang) = (cx.theme, cx.lang);
        widgets::strong(ui, theme, &self.measure);
        legend(ui, cx);
        let most = self.marks.iter().map(|mark| mark.answers).max().unwrap_or(1);
        let count = self.occasions.len();
        let (low, high, step) = self.axis;
        // Names of the revisions stand above everything that is plotted.
        let top = high + (high - low) * 0.12;
        let dates: Vec<String> = self.occasions.iter().map(|occasion| short_date(lang, occasion)).collect();
        let words: Vec<(f64, f64, String)> =
            self.marks.iter().map(|mark| (x(mark.occasion), mark.value, mark.words.clone())).collect();
        let (unit, every) = (self.unit, count.div_ceil(MOST_DATES).max(1));
        let plot = widgets::still_plot(ui, theme, "records-trend", HEIGHT)
            .default_x_bounds(-0.6, x(count.max(2)) - 0.4)
            .default_y_bounds(low - (high - low) * 0.03, top)
            .y_grid_spacer(move |_| grid(low, high, step))
            .x_grid_spacer(move |_| {
                let marks = (0..count).step_by(every);
                marks.map(|at| egui_plot::GridMark { value: x(at), step_size: every as f64 }).collect()
            })
            .x_axis_formatter(move |mark, _| {
                index(mark.value).and_then(|at| dates.get(at)).cloned().unwrap_or_default()
            })
            .y_axis_formatter(move |mark, _| format!("{:.0}{unit}", mark.value))
            .label_formatter(move |position| match position {
                HoverPosition::NearDataPoint { position, .. } => {
                    let near =
                        |(x, y, _): &&(f64, f64, String)| (x - position.x).abs() < 0.3 && (y - position.y).abs() < 1e-6;
                    words.iter().find(near).map(|(_, _, words)| words.clone())
                }
                HoverPosition::Elsewhere { .. } => None,
            });
        let response = plot.show(ui, |plot| {
            let (ink, soft) = (theme.option(0), theme.ink_soft);
            for (nth, (revision, first, last)) in self.runs().into_iter().enumerate() {
                let (from, to) = (x(first) - 0.5, x(last) + 0.5);
                if nth > 0 {
                    let line = VLine::new("", from).color(soft).width(1.0).style(LineStyle::dashed_loose());
                    plot.vline(line.allow_hover(false));
                }
                let name = RichText::new(say::revision(revision).text(lang)).font(bold(size::SMALL)).color(theme.ink);
                let at = PlotPoint::new(from + 0.06, top);
                plot.text(Text::new("", at, name).anchor(Align2::LEFT_TOP).allow_hover(false));
                if let Some((_, level)) = self.levels.iter().find(|(of, _)| *of == revision) {
                    let level = PlotPoints::from(vec![[from, *level], [to, *level]]);
                    plot.line(Line::new("", level).color(theme.option(1)).width(2.5).allow_hover(false));
                }
            }
            for mark in &self.marks {
                let (low, high) = mark.between;
                let whisker = PlotPoints::from(vec![[x(mark.occasion), low], [x(mark.occasion), high]]);
                plot.line(Line::new("", whisker).color(ink.gamma_multiply(0.45)).width(2.0).allow_hover(false));
            }
            for mark in &self.marks {
                let at = PlotPoints::from(vec![[x(mark.occasion), mark.value]]);
                plot.points(Points::new("", at).color(ink).radius(radius(mark.answers, most)));
            }
        });
        let spoken = self.spoken.clone();
        ui.ctx().accesskit_node_builder(response.response.id, |node| {
            node.set_role(egui::accesskit::Role::Image);
            node.set_label(spoken);
        });
    }
}

fn x(at: usize) -> f64 {
    at as f64
}

/// Which occasion stands at a place on the axis.
fn index(value: f64) -> Option<usize> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "occasions are few")]
    (value > -0.5 && (value - value.round()).abs() < 0.01).then(|| value.round().max(0.0) as usize)
}

fn grid(low: f64, high: f64, step: f64) -> Vec<egui_plot::GridMark> {
    let marks = (0..100_u32).map(|nth| low + f64::from(nth) * step).take_while(|value| *value <= high + 1e-9);
    marks.map(|value| egui_plot::GridMark { value, step_size: step }).collect()
}

/// More answers, a larger mark: by its area, beside the largest of the chart.
fn radius(answers: u32, most: u32) -> f32 {
    let number = |answers: u32| f32::from(u16::try_from(answers).unwrap_or(u16::MAX));
    (number(answers) / number(most).max(1.0)).sqrt().clamp(0.35, 1.0) * 8.0
}

/// The day without its year; of a month alone, the month.
fn short_date(lang: Lang, occasion: &Occasion) -> String {
    let date = occasion.day.date();
    match (lang, occasion.alone) {
        (_, true) => format!("{}/{}", date.month(), date.year() % 100),
        (Lang::Fi, false) => format!("{}.{}.", date.day(), date.month()),
        (Lang::En, false) => date.strftime("%-d %b").to_string(),
    }
}

/// What the marks and lines are.
fn legend(ui: &mut Ui, cx: &Cx<'_>) {
    let (theme, lang) = (cx.theme, cx.lang);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme.grid;
        let key = |ui: &mut Ui| ui.allocate_exact_size(Vec2::new(24.0, 16.0), egui::Sense::hover()).0;
        let rect = key(ui);
        ui.painter().circle_filled(rect.center(), 5.0, theme.option(0));
        widgets::caption(ui, theme, &say::legend_session().text(lang));
        let rect = key(ui);
        let line = Stroke::new(2.0, theme.option(0).gamma_multiply(0.45));
        ui.painter().vline(rect.center().x, rect.y_range(), line);
        widgets::caption(ui, theme, &say::legend_between().text(lang));
        let rect = key(ui);
        ui.painter().hline(rect.x_range(), rect.center().y, Stroke::new(2.5, theme.option(1)));
        widgets::caption(ui, theme, &say::legend_level().text(lang));
        let rect = key(ui);
        let line = Stroke::new(1.0, theme.ink_soft);
        let ends = [rect.center_top(), rect.center_bottom()];
        ui.painter().extend(egui::Shape::dashed_line(&ends, line, 4.0, 3.0));
        widgets::caption(ui, theme, &say::legend_revision().text(lang));
    });
}
