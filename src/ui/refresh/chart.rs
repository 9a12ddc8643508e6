//! Retention over time, plotted.

use std::sync::Arc;

use egui::Ui;
use egui_plot::HLine;
use egui_plot::HoverPosition;
use egui_plot::Line;
use egui_plot::LineStyle;
use egui_plot::MarkerShape;
use egui_plot::PlotPoints;
use egui_plot::Points;
use jiff::civil::Date;

use crate::i18n::Lang;
use crate::i18n::messages::refresh as say;
use crate::study::refresh::RETENTION;
use crate::study::refresh::Retention;
use crate::ui::Cx;
use crate::ui::widgets;

/// Height of the chart in points.
const HEIGHT: f32 = 240.0;

/// Draws what is known as a line, the weeks' share of right answers as marks, and the aim as a dashed line.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, retention: &Retention) {
    let (theme, lang) = (cx.theme, cx.lang);
    let Some(first) = retention.known.first().map(|(day, _)| *day) else { return };
    let at = |day: Date| (day.duration_since(first).as_hours() / 24) as f64;
    let known: Vec<[f64; 2]> =
        retention.known.iter().map(|(day, share)| [at(*day), f64::from(*share) * 100.0]).collect();
    let weeks: Vec<[f64; 2]> = retention
        .weeks
        .iter()
        // A week's mark stands in its middle.
        .map(|week| [(at(week.from) + 3.0).max(0.0), f64::from(week.right) / f64::from(week.answers.max(1)) * 100.0])
        .collect();
    let last = known.last().map_or(0.0, |point| point[0]).max(weeks.last().map_or(0.0, |point| point[0])).max(7.0);
    let margin = (last * 0.02).max(0.5);
    legend(ui, cx, !weeks.is_empty());
    let (line, marks, aim) = (theme.option(0), theme.option(1), theme.ink_soft);
    let name: Arc<str> = say::chart_known().text(lang).into();
    let marks_name = say::chart_weeks().text(lang);
    let plot = widgets::still_plot(ui, theme, "refresh-retention", HEIGHT)
        // Room for a mark that stands on the edge, and for the letters in the corner.
        .default_x_bounds(-margin, last + margin)
        .default_y_bounds(-6.0, 106.0)
        .y_grid_spacer(egui_plot::uniform_grid_spacer(|_| [50.0, 25.0, 25.0]))
        .x_grid_spacer(move |_| {
            let step = (last / 6.0 / 7.0).ceil().max(1.0) * 7.0;
            let marks = (0..=6).map(|index| f64::from(index) * step).take_while(|value| *value <= last);
            marks.map(|value| egui_plot::GridMark { value, step_size: step }).collect()
        })
        .x_axis_formatter(move |mark, _| short_date(lang, first, mark.value))
        .y_axis_formatter(move |mark, _| percent(lang, mark.value))
        .label_formatter(move |position| match position {
            HoverPosition::NearDataPoint { plot_name, position, .. } => {
                let (day, share) = (short_date(lang, first, position.x), percent(lang, position.y));
                Some(format!("{plot_name}\n{day}: {share}"))
            }
            HoverPosition::Elsewhere { .. } => None,
        });
    let response = plot.show(ui, |plot| {
        let wanted = f64::from(RETENTION) * 100.0;
        plot.hline(HLine::new("", wanted).color(aim).width(1.0).style(LineStyle::dashed_loose()).allow_hover(false));
        plot.line(Line::new(name.as_ref(), PlotPoints::from(known)).color(line).width(2.5));
        plot.points(
            Points::new(marks_name, PlotPoints::from(weeks)).color(marks).radius(6.0).shape(MarkerShape::Diamond),
        );
    });
    let spoken = spoken(lang, retention);
    ui.ctx().accesskit_node_builder(response.response.id, |node| {
        node.set_role(egui::accesskit::Role::Image);
        node.set_label(spoken);
    });
}

/// What the line, the marks and the dashes are.
fn legend(ui: &mut Ui, cx: &Cx<'_>, has_weeks: bool) {
    let (theme, lang) = (cx.theme, cx.lang);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme.grid;
        let key = |ui: &mut Ui| ui.allocate_exact_size(egui::vec2(24.0, 16.0), egui::Sense::hover()).0;
        let rect = key(ui);
        ui.painter().hline(rect.x_range(), rect.center().y, egui::Stroke::new(2.5, theme.option(0)));
        widgets::caption(ui, theme, &say::chart_known().text(lang));
        if has_weeks {
            let rect = key(ui);
            let (centre, radius) = (rect.center(), 6.0);
            let corners = [(0.0, -radius), (radius, 0.0), (0.0, radius), (-radius, 0.0)];
            let corners = corners.map(|(x, y)| centre + egui::vec2(x, y)).to_vec();
            ui.painter().add(egui::Shape::convex_polygon(corners, theme.option(1), egui::Stroke::NONE));
            widgets::caption(ui, theme, &say::chart_weeks().text(lang));
        }
        let rect = key(ui);
        let line = egui::Stroke::new(1.0, theme.ink_soft);
        ui.painter().extend(egui::Shape::dashed_line(&[rect.left_center(), rect.right_center()], line, 5.0, 4.0));
        widgets::caption(ui, theme, &say::chart_aim().text(lang));
    });
}

/// A share of a hundred in words.
fn percent(lang: Lang, share: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "a share lies between 0 and 100")]
    let whole = share.round() as i64;
    say::percent(whole).text(lang)
}

/// The day `days` after `first`, without its year.
fn short_date(lang: Lang, first: Date, days: f64) -> String {
    #[expect(clippy::cast_possible_truncation, reason = "days of a chart are few")]
    let hours = (days.round() as i64) * 24;
    let day = first.saturating_add(jiff::SignedDuration::from_hours(hours));
    match lang {
        Lang::Fi => format!("{}.{}.", day.day(), day.month()),
        Lang::En => day.strftime("%-d %b").to_string(),
    }
}

/// The chart in words.
fn spoken(lang: Lang, retention: &Retention) -> String {
    let ends = retention.known.first().zip(retention.known.last());
    let Some(((_, first), (_, last))) = ends else { return String::new() };
    say::chart_spoken(super::percent(*first), super::percent(*last)).text(lang)
}
