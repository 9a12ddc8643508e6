//! Development items of all sessions: narrowed down, opened, and taken along as a table.

use egui::Ui;

use crate::i18n::messages::archive;
use crate::i18n::messages::trend as say;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::feedback::HeardCourse;
use crate::records::feedback::Item;
use crate::records::feedback::ItemFilter;
use crate::records::feedback::ItemState;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::records::asking::Asking;
use crate::ui::records::asking::answered;
use crate::ui::records::day_field::today;
use crate::ui::records::items_out::OutDialog;
use crate::ui::records::list::List;
use crate::ui::records::list::cell_text;
use crate::ui::records::list::room_below;
use crate::ui::records::words::day_words;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Column;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;

/// Which items are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    Open,
    Of(ItemState),
    All,
}

/// The list with what narrows it down.
#[derive(Debug)]
pub(super) struct Items {
    shown: Shown,
    words: String,
    course: Option<String>,
    asking: Asking<(u64, ItemFilter), (Vec<HeardCourse>, Vec<Item>)>,
    list: List,
    out: Option<OutDialog>,
}

impl Default for Items {
    fn default() -> Self {
        Self {
            shown: Shown::Open,
            words: String::new(),
            course: None,
            asking: Asking::default(),
            list: List::default(),
            out: None,
        }
    }
}

fn look(
    records: &Records,
    (_epoch, filter): &(u64, ItemFilter),
) -> Result<(Vec<HeardCourse>, Vec<Item>), RecordsError> {
    Ok((records.heard_courses()?, records.items(filter)?))
}

impl Items {
    /// Draws the part; returns the number of the item that was chosen. `top` is where the page begins.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, epoch: u64, top: f32, out: &mut Actions) -> Option<i64> {
        let (theme, lang) = (cx.theme, cx.lang);
        widgets::soft(ui, theme, &say::items_text().text(lang));
        let label = say::items_words().text(lang);
        let hint = say::items_words_hint().text(lang);
        Field::new(theme, &label).hint(&hint).width(520.0).limit(100).show(ui, &mut self.words);
        let named = [(Shown::Open, say::items_open()), (Shown::All, say::items_all())];
        let states = ItemState::ALL.map(|state| (Shown::Of(state), state.message()));
        let [open, all] = named;
        let options = std::iter::once(open).chain(states).chain([all]);
        let options: Vec<(Shown, String)> = options.map(|(shown, message)| (shown, message.text(lang))).collect();
        widgets::segments(ui, theme, &say::column_state().text(lang), &mut self.shown, &options);
        if let Some(Ok((courses, _))) = self.asking.newest() {
            course_choice(ui, cx, courses, true, &mut self.course);
        }
        let filter = ItemFilter {
            state: if let Shown::Of(state) = self.shown { Some(state) } else { None },
            open: self.shown == Shown::Open,
            course: self.course.clone(),
            words: self.words.trim().to_owned(),
            ..ItemFilter::default()
        };
        self.asking.ask(ui.ctx(), cx.data, look, (epoch, filter));
        let (courses, items) = answered(ui, cx, self.asking.newest())?;
        if items.is_empty() {
            let words = if courses.is_empty() { say::nothing_heard() } else { say::no_items() };
            widgets::card(ui, theme, |ui| widgets::body(ui, theme, &words.text(lang)));
            return None;
        }
        ui.horizontal(|ui| {
            widgets::caption(ui, theme, &say::items_count(items.len()).text(lang));
            if ui.add(Button::quiet(theme, say::items_out().text(lang))).clicked() {
                self.out = Some(OutDialog::new(items, lang));
            }
        });
        let chosen = list_ui(ui, cx, &mut self.list, items, top);
        let chosen = items.get(chosen.unwrap_or(usize::MAX)).map(|item| item.id);
        if self.out.as_mut().is_some_and(|dialog| dialog.show(ui, cx, out)) {
            self.out = None;
        }
        chosen
    }
}

fn list_ui(ui: &mut Ui, cx: &Cx<'_>, list: &mut List, items: &[Item], top: f32) -> Option<usize> {
    let (theme, lang) = (cx.theme, cx.lang);
    let today = today(cx);
    let columns = [
        Column::text(say::column_item().text(lang), 4.8),
        Column::text(say::column_state().text(lang), 1.4),
        Column::text(say::column_owner().text(lang), 1.7),
        Column::text(say::column_due().text(lang), 2.0),
        Column::text(say::column_day().text(lang), 1.8),
    ];
    let due = |item: &Item| item.due.map(|due| day_words(lang, due)).unwrap_or_default();
    let name = |row: usize| {
        let Some(item) = items.get(row) else { return String::new() };
        let parts = [item.text.clone(), item.state.message().text(lang), item.owner.clone(), due(item)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    let room = room_below(ui, top);
    list.show(ui, theme, "items", &columns, (items.len(), room), &name, |ui, row, column| {
        let Some(item) = items.get(row) else { return };
        match column {
            0 => cell_text(ui, theme, &item.text),
            1 => cell_text(ui, theme, &item.state.message().text(lang)),
            2 => cell_text(ui, theme, &item.owner),
            3 => {
                if item.is_late(today) {
                    widgets::mark(ui, theme, Tone::Caution).on_hover_text(say::item_late().text(lang));
                }
                cell_text(ui, theme, &due(item));
            }
            _ => cell_text(ui, theme, &day_words(lang, item.source.day)),
        }
    })
}

/// Draws the choice of a course where there are several; with `any`, of none in particular.
pub(super) fn course_choice(ui: &mut Ui, cx: &Cx<'_>, courses: &[HeardCourse], any: bool, course: &mut Option<String>) {
    let lang = cx.lang;
    if courses.len() < 2 {
        return;
    }
    let known = courses.iter().position(|known| Some(&known.id) == course.as_ref());
    let mut at = if any { known } else { Some(known.unwrap_or(0)) };
    let all = any.then(|| (None, say::all_courses().text(lang)));
    let options = courses.iter().enumerate().map(|(at, course)| (Some(at), course.title.clone()));
    let options: Vec<(Option<usize>, String)> = all.into_iter().chain(options).collect();
    if widgets::segments(ui, cx.theme, &archive::course_label().text(lang), &mut at, &options) {
        *course = at.and_then(|at| courses.get(at)).map(|course| course.id.clone());
    }
}
