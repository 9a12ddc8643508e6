//! How a course went over its sessions: which themes and questions are missed, and what a revision made better.

use egui::Ui;

use crate::i18n::Lang;
use crate::i18n::messages::archive;
use crate::i18n::messages::trend as say;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::feedback::About;
use crate::records::feedback::HeardCourse;
use crate::records::feedback::Kinds;
use crate::records::feedback::Trends;
use crate::ui::Cx;
use crate::ui::records::asking::Asking;
use crate::ui::records::asking::answered;
use crate::ui::records::items_ui::course_choice;
use crate::ui::records::list::List;
use crate::ui::records::list::cell_text;
use crate::ui::records::list::room_below;
use crate::ui::records::trend_words::Told;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Column;
use crate::ui::widgets::Tone;

/// How many more texts are shown at a time.
const STEP: usize = 40;

/// What is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum View {
    #[default]
    Themes,
    Questions,
    Test,
    Ratings,
    Said,
}

/// What was chosen on the part.
pub(super) enum Chosen {
    /// A trend, by what it is about and its identifier.
    Trend(About, String),
    /// The feedback files.
    Sources,
}

/// A course, and of which sessions.
type Question = (u64, Option<String>, Kinds);

/// The courses, and how the one that is asked about went.
type Answer = (Vec<HeardCourse>, Option<Trends>);

/// The part with what was chosen on it.
#[derive(Debug, Default)]
pub(super) struct TrendsPart {
    course: Option<String>,
    kinds: Kinds,
    view: View,
    asking: Asking<Question, Answer>,
    list: List,
    more: usize,
}

fn look(records: &Records, (_epoch, course, kinds): &Question) -> Result<Answer, RecordsError> {
    let courses = records.heard_courses()?;
    // The course may be gone: its only file was left out.
    let known = course.as_deref().filter(|course| courses.iter().any(|known| known.id == *course));
    let trends = if courses.is_empty() { None } else { Some(records.trends(known, *kinds)?) };
    Ok((courses, trends))
}

impl TrendsPart {
    /// How the course went, as far as it is read.
    pub(super) fn trends(&self) -> Option<&Trends> {
        self.asking.newest()?.as_ref().ok()?.1.as_ref()
    }

    /// Keeps what is shown up to date, also while something else is drawn over it.
    pub(super) fn ask(&mut self, ui: &Ui, cx: &Cx<'_>, epoch: u64) {
        self.asking.ask(ui.ctx(), cx.data, look, (epoch, self.course.clone(), self.kinds));
    }

    /// Draws the part; returns what was chosen. `top` is where the page begins.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, epoch: u64, top: f32) -> Option<Chosen> {
        let (theme, lang) = (cx.theme, cx.lang);
        self.ask(ui, cx, epoch);
        let (courses, trends) = answered(ui, cx, self.asking.newest())?;
        let Some(trends) = trends else {
            widgets::card(ui, theme, |ui| widgets::body(ui, theme, &say::nothing_heard().text(lang)));
            return None;
        };
        let mut chosen = None;
        course_choice(ui, cx, courses, false, &mut self.course);
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = theme.grid * 3.0;
            let kinds =
                [(Kinds::All, say::kinds_all()), (Kinds::Room, say::kinds_room()), (Kinds::Alone, say::kinds_alone())];
            let kinds = kinds.map(|(kinds, message)| (kinds, message.text(lang)));
            widgets::segments(ui, theme, &say::kinds().text(lang), &mut self.kinds, &kinds);
        });
        if ground_ui(ui, cx, trends) {
            chosen = Some(Chosen::Sources);
        }
        let views = [
            (View::Themes, say::view_themes()),
            (View::Questions, say::view_questions()),
            (View::Test, say::view_test()),
            (View::Ratings, say::view_ratings()),
            (View::Said, say::view_said(trends.said.len())),
        ];
        let views = views.map(|(view, message)| (view, message.text(lang)));
        if widgets::segments(ui, theme, &say::view().text(lang), &mut self.view, &views) {
            self.more = 0;
        }
        if self.view == View::Said {
            said_ui(ui, cx, trends, &mut self.more);
            return chosen;
        }
        let told = told(trends, self.view, lang);
        if told.is_empty() {
            widgets::card(ui, theme, |ui| widgets::body(ui, theme, &say::nothing_to_show().text(lang)));
            return chosen;
        }
        widgets::soft(ui, theme, &explained(self.view).text(lang));
        let row = list_ui(ui, cx, &mut self.list, &told, top);
        let trend = told.into_iter().nth(row.unwrap_or(usize::MAX)).map(|told| Chosen::Trend(told.about, told.id));
        trend.or(chosen)
    }
}

/// On what it rests; whether the files were asked for.
fn ground_ui(ui: &mut Ui, cx: &Cx<'_>, trends: &Trends) -> bool {
    let (theme, lang) = (cx.theme, cx.lang);
    widgets::well(ui, theme, |ui| {
        ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
        let mut lines = trends.ground.messages().into_iter().map(|message| message.text(lang));
        let first = lines.next().unwrap_or_default();
        widgets::marked(ui, theme, Tone::Caution, &first);
        let mut rest = vec![say::sessions(trends.occasions.len()).text(lang) + "."];
        rest.extend(lines);
        ui.horizontal_wrapped(|ui| {
            widgets::soft(ui, theme, &rest.join(" "));
            ui.add(Button::quiet(theme, say::sources_open().text(lang)).flush()).clicked()
        })
        .inner
    })
    .inner
}

fn explained(view: View) -> crate::i18n::Message {
    match view {
        View::Themes => say::explain_themes(),
        View::Questions => say::explain_questions(),
        View::Test => say::explain_test(),
        View::Ratings | View::Said => say::explain_ratings(),
    }
}

/// The rows of a view, in words.
fn told(trends: &Trends, view: View, lang: Lang) -> Vec<Told> {
    if view == View::Ratings {
        return trends.ratings.iter().map(|trend| Told::rating(trend, lang)).collect();
    }
    let is_wanted = |about: About| match view {
        View::Themes => about == About::Theme,
        View::Questions => about == About::Question,
        _ => about == About::TestQuestion,
    };
    // The course as a whole stands above its themes.
    let whole = trends.shares.iter().filter(|trend| view == View::Themes && trend.about == About::Course);
    let rows = whole.chain(trends.shares.iter().filter(|trend| is_wanted(trend.about)));
    rows.map(|trend| Told::share(trend, &trends.themes, lang)).collect()
}

fn list_ui(ui: &mut Ui, cx: &Cx<'_>, list: &mut List, told: &[Told], top: f32) -> Option<usize> {
    let (theme, lang) = (cx.theme, cx.lang);
    let columns = [
        Column::text(say::column_what().text(lang), 5.4),
        Column::text(say::column_before().text(lang), 2.1),
        Column::text(say::column_newest().text(lang), 2.1),
        Column::text(say::column_change().text(lang), 1.9),
    ];
    let name = |row: usize| told.get(row).map_or_else(String::new, Told::row);
    let room = room_below(ui, top);
    list.show(ui, theme, "trends", &columns, (told.len(), room), &name, |ui, row, column| {
        let Some(told) = told.get(row) else { return };
        match column {
            0 => cell_text(ui, theme, &told.title),
            1 => cell_text(ui, theme, &told.before),
            2 => cell_text(ui, theme, &told.newest),
            _ => {
                if let Some(tone) = told.tone {
                    widgets::mark(ui, theme, tone);
                }
                cell_text(ui, theme, &told.change);
            }
        }
    })
}

/// What was written in one's own words.
fn said_ui(ui: &mut Ui, cx: &Cx<'_>, trends: &Trends, more: &mut usize) {
    let (theme, lang) = (cx.theme, cx.lang);
    widgets::soft(ui, theme, &say::explain_said().text(lang));
    if trends.said.is_empty() {
        widgets::card(ui, theme, |ui| widgets::body(ui, theme, &say::nothing_to_show().text(lang)));
        return;
    }
    let shown = (*more + 1) * STEP;
    let mut group: Option<(usize, &str)> = None;
    for said in trends.said.iter().take(shown) {
        if group.map(|(occasion, _)| occasion) != Some(said.occasion)
            && let Some(occasion) = trends.occasions.get(said.occasion)
        {
            widgets::subheading(ui, theme, &occasion.words(lang));
            group = None;
        }
        if group.map(|(_, question)| question) != Some(said.question.as_str()) {
            widgets::caption(ui, theme, &said.question);
            group = Some((said.occasion, said.question.as_str()));
        }
        widgets::body(ui, theme, &format!("– {}", said.text));
    }
    if trends.said.len() > shown {
        let text = archive::show_more(trends.said.len() - shown).text(lang);
        if ui.add(Button::plain(theme, text)).clicked() {
            *more += 1;
        }
    }
}
