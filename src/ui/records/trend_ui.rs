//! One trend: what became of it in a sentence, as a chart, and as tables for those who do not see the chart.

use egui::Ui;

use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::decimal;
use crate::i18n::messages::archive;
use crate::i18n::messages::trend as say;
use crate::records::feedback::About;
use crate::records::feedback::Measure;
use crate::records::feedback::Occasion;
use crate::records::feedback::Rated;
use crate::records::feedback::Share;
use crate::records::feedback::Trend;
use crate::records::feedback::Trends;
use crate::records::feedback::percent;
use crate::ui::Cx;
use crate::ui::records::trend_chart::Chart;
use crate::ui::records::trend_chart::Mark;
use crate::ui::records::trend_words::sentence;
use crate::ui::records::trend_words::short_rating;
use crate::ui::records::trend_words::short_share;
use crate::ui::records::words::day_words;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Column;

/// How many more sessions the table shows at a time.
const STEP: usize = 40;

/// A kind of measure as the page shows it.
struct Kind<M> {
    /// On the chart's axis.
    value: fn(M) -> f64,
    /// Between what the true value probably lies, on the chart's axis.
    between: fn(M) -> (f64, f64),
    short: fn(M, Lang) -> Message,
    /// Between what the true value probably lies, in words.
    between_words: fn(M, Lang) -> Message,
    axis: (f64, f64, f64),
    unit: &'static str,
    measure: fn() -> Message,
}

const SHARE: Kind<Share> = Kind {
    value: |share| share.wrong_share().unwrap_or_default() * 100.0,
    between: |share| {
        let (low, high) = share.interval();
        (low * 100.0, high * 100.0)
    },
    short: |share, _| short_share(share),
    between_words: |share, _| {
        let (low, high) = share.interval();
        say::between_percent(percent(low), percent(high))
    },
    axis: (0.0, 100.0, 25.0),
    unit: " %",
    measure: say::measure_share,
};

const RATED: Kind<Rated> = Kind {
    value: |rated| rated.mean().unwrap_or_default(),
    between: Rated::interval,
    short: short_rating,
    between_words: |rated, lang| {
        let (low, high) = rated.interval();
        say::between(decimal(lang, low, 1), decimal(lang, high, 1))
    },
    axis: (1.0, 5.0, 1.0),
    unit: "",
    measure: say::measure_rating,
};

/// Draws the page of the trend `about` with the identifier `id`; whether to go back.
pub(super) fn show(
    ui: &mut Ui,
    cx: &Cx<'_>,
    trends: Option<&Trends>,
    about: About,
    id: &str,
    more: &mut usize,
) -> bool {
    let (theme, lang) = (cx.theme, cx.lang);
    let goes_back = ui.add(Button::quiet(theme, say::back_to_trends().text(lang)).flush()).clicked();
    let Some(trends) = trends else { return goes_back };
    let share = trends.shares.iter().find(|trend| trend.about == about && trend.id == id);
    let rating = trends.ratings.iter().find(|trend| trend.about == about && trend.id == id);
    match (share, rating) {
        (Some(trend), _) => trend_ui(ui, cx, trends, trend, &SHARE, more),
        (None, Some(trend)) => trend_ui(ui, cx, trends, trend, &RATED, more),
        (None, None) => {
            widgets::body(ui, theme, &say::nothing_to_show().text(lang));
        }
    }
    goes_back
}

fn trend_ui<M: Measure>(ui: &mut Ui, cx: &Cx<'_>, trends: &Trends, trend: &Trend<M>, kind: &Kind<M>, more: &mut usize) {
    let (theme, lang) = (cx.theme, cx.lang);
    let title = if trend.about == About::Course { say::whole_course().text(lang) } else { trend.title.clone() };
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
        widgets::heading(ui, theme, &title);
        let theme_of = trends.themes.get(&trend.theme).filter(|_| trend.about != About::Theme);
        let what = [Some(about_words(trend.about).text(lang)), theme_of.cloned(), Some(trends.course.title.clone())];
        widgets::soft(ui, theme, &what.into_iter().flatten().collect::<Vec<_>>().join(" · "));
    });
    let (tone, words) = sentence(trend, |measured| (kind.short)(measured, lang), lang);
    widgets::toned(ui, theme, tone, |ui| widgets::marked(ui, theme, tone, &words));
    widgets::card(ui, theme, |ui| {
        ui.set_min_width(ui.available_width());
        chart(trends, trend, kind, &format!("{title} – {words}"), lang).show(ui, cx);
    });
    widgets::section(ui, theme, &say::by_revision().text(lang), |ui| revisions_ui(ui, cx, trend, kind));
    widgets::section(ui, theme, &say::by_session().text(lang), |ui| sessions_ui(ui, cx, trends, trend, kind, more));
}

fn about_words(about: About) -> Message {
    match about {
        About::Course => say::heading_course(),
        About::Theme => say::heading_themes(),
        About::Question => say::heading_questions(),
        About::TestQuestion => say::heading_test(),
        About::Rating => say::heading_ratings(),
    }
}

fn chart<'a, M: Measure>(trends: &'a Trends, trend: &Trend<M>, kind: &Kind<M>, spoken: &str, lang: Lang) -> Chart<'a> {
    let marks = trend.points.iter().filter_map(|point| {
        let occasion = trends.occasions.get(point.occasion)?;
        let measured = (kind.short)(point.measured, lang).text(lang);
        Some(Mark {
            occasion: point.occasion,
            value: (kind.value)(point.measured),
            between: (kind.between)(point.measured),
            answers: point.measured.answers(),
            words: format!("{}\n{measured}", where_words(occasion, lang)),
        })
    });
    Chart {
        occasions: &trends.occasions,
        marks: marks.collect(),
        levels: trend.stretches.iter().map(|stretch| (stretch.revision, (kind.value)(stretch.measured))).collect(),
        axis: kind.axis,
        unit: kind.unit,
        measure: (kind.measure)().text(lang),
        spoken: spoken.to_owned(),
    }
}

/// Which occasion, with the revision.
fn where_words(occasion: &Occasion, lang: Lang) -> String {
    format!("{} · {}", occasion.words(lang), say::revision(occasion.revision).text(lang))
}

fn revisions_ui<M: Measure>(ui: &mut Ui, cx: &Cx<'_>, trend: &Trend<M>, kind: &Kind<M>) {
    let (theme, lang) = (cx.theme, cx.lang);
    let columns = [
        Column::text(say::column_revision().text(lang), 1.6),
        Column::text(say::column_time().text(lang), 3.0),
        Column::text(say::column_sessions().text(lang), 1.2),
        Column::text(say::column_measured().text(lang), 2.0),
        Column::text(say::column_between().text(lang), 2.0),
    ];
    let cells: Vec<[String; 5]> = trend
        .stretches
        .iter()
        .map(|stretch| {
            let revision = match stretch.theme_revision {
                Some(theme) => say::revision_of_theme(stretch.revision, theme),
                None => say::revision(stretch.revision),
            };
            let (from, to) = (day_words(lang, stretch.from), day_words(lang, stretch.to));
            [
                revision.text(lang),
                if from == to { from } else { format!("{from} – {to}") },
                stretch.occasions.to_string(),
                (kind.short)(stretch.measured, lang).text(lang),
                (kind.between_words)(stretch.measured, lang).text(lang),
            ]
        })
        .collect();
    table_ui(ui, cx, "revisions", &columns, &cells);
    widgets::caption(ui, theme, &say::between_explained().text(lang));
}

fn sessions_ui<M: Measure>(
    ui: &mut Ui,
    cx: &Cx<'_>,
    trends: &Trends,
    trend: &Trend<M>,
    kind: &Kind<M>,
    more: &mut usize,
) {
    let lang = cx.lang;
    let shown = (*more + 1) * STEP;
    let columns = [
        Column::text(say::column_day().text(lang), 4.0),
        Column::text(say::column_revision().text(lang), 1.6),
        Column::text(say::column_measured().text(lang), 2.0),
    ];
    let cells: Vec<[String; 3]> = trend
        .points
        .iter()
        .rev()
        .take(shown)
        .filter_map(|point| {
            let occasion = trends.occasions.get(point.occasion)?;
            let measured = (kind.short)(point.measured, lang).text(lang);
            Some([occasion.words(lang), say::revision(occasion.revision).text(lang), measured])
        })
        .collect();
    table_ui(ui, cx, "sessions", &columns, &cells);
    if trend.points.len() > shown {
        let text = archive::show_more(trend.points.len() - shown).text(lang);
        if ui.add(Button::plain(cx.theme, text)).clicked() {
            *more += 1;
        }
    }
}

/// A table whose rows are told to screen readers.
fn table_ui<const N: usize>(ui: &mut Ui, cx: &Cx<'_>, id: &str, columns: &[Column; N], cells: &[[String; N]]) {
    let theme = cx.theme;
    let name = |row: usize| cells.get(row).map_or_else(String::new, |row| row.join(", "));
    widgets::table(ui, theme, id, columns, cells.len(), Some(&name), |ui, row, column| {
        if let Some(text) = cells.get(row).and_then(|row| row.get(column)) {
            widgets::body(ui, theme, text);
        }
    });
}
