//! One development item: what was said and where, who sees to it by when, and what became of it.

use egui::Ui;

use crate::i18n::date_and_time;
use crate::i18n::local;
use crate::i18n::messages::archive;
use crate::i18n::messages::trend as say;
use crate::records::Day;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::feedback::Changed;
use crate::records::feedback::Due;
use crate::records::feedback::Item;
use crate::records::feedback::ItemChange;
use crate::records::feedback::ItemState;
use crate::ui::Cx;
use crate::ui::prepare::time_zone;
use crate::ui::records::asking::Asking;
use crate::ui::records::asking::answered;
use crate::ui::records::change::Change;
use crate::ui::records::day_field::Read;
use crate::ui::records::day_field::parsed;
use crate::ui::records::day_field::today;
use crate::ui::records::words::day_words;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;

/// The page of one item.
#[derive(Debug)]
pub(super) struct ItemPage {
    id: i64,
    asking: Asking<(u64, i64), (Item, Vec<Changed>)>,
    draft: Option<Draft>,
}

/// What is to be changed, as it stands in the fields.
#[derive(Debug)]
struct Draft {
    /// As of which state of the records.
    epoch: u64,
    state: ItemState,
    owner: String,
    due: String,
    note: String,
}

fn look(records: &Records, (_epoch, id): &(u64, i64)) -> Result<(Item, Vec<Changed>), RecordsError> {
    records.item_history(*id)
}

impl ItemPage {
    /// The page of the item with the number `id`.
    pub(super) fn new(id: i64) -> Self {
        Self { id, asking: Asking::default(), draft: None }
    }

    /// Draws the page; returns what to change, and whether to go back.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        epoch: u64,
        who: &mut String,
        is_busy: bool,
    ) -> (Option<Change>, bool) {
        let (theme, lang) = (cx.theme, cx.lang);
        self.asking.ask(ui.ctx(), cx.data, look, (epoch, self.id));
        let goes_back = ui.add(Button::quiet(theme, say::back_to_items().text(lang)).flush()).clicked();
        let is_current = self.asking.answer().is_some();
        let Some((item, history)) = answered(ui, cx, self.asking.newest()) else { return (None, goes_back) };
        let is_old = self.draft.as_ref().is_none_or(|draft| draft.epoch != epoch && draft.is_done(item, history));
        if is_current && is_old {
            self.draft = Some(Draft::of(item, epoch, cx));
        }
        head_ui(ui, cx, item);
        let change = self.draft.as_mut().and_then(|draft| draft.show(ui, cx, item, who, is_busy));
        history_ui(ui, cx, history);
        (change.map(|change| Change::Item { item: self.id, change }), goes_back)
    }
}

fn head_ui(ui: &mut Ui, cx: &Cx<'_>, item: &Item) {
    let (theme, lang) = (cx.theme, cx.lang);
    let source = &item.source;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
        widgets::heading(ui, theme, &item.text);
        let course = archive::course(source.title.as_str(), source.revision).text(lang);
        let place = [item.theme.clone(), course, source.place.clone(), day_words(lang, source.day)];
        let place: Vec<String> = place.into_iter().filter(|part| !part.is_empty()).collect();
        widgets::body(ui, theme, &place.join(" · "));
        if !source.contractors.is_empty() {
            widgets::soft(ui, theme, &source.contractors.join(", "));
        }
        widgets::caption(ui, theme, &source.tie.message().text(lang));
    });
}

fn history_ui(ui: &mut Ui, cx: &Cx<'_>, history: &[Changed]) {
    let (theme, lang) = (cx.theme, cx.lang);
    widgets::section(ui, theme, &say::history().text(lang), |ui| {
        if history.is_empty() {
            widgets::soft(ui, theme, &say::no_changes().text(lang));
        }
        for changed in history.iter().rev() {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                widgets::body(ui, theme, &changed.change.words(lang));
                let at = date_and_time(lang, &local(changed.at, &time_zone()));
                widgets::caption(ui, theme, &format!("{at}, {}", changed.by));
            });
        }
    });
}

impl Draft {
    fn of(item: &Item, epoch: u64, cx: &Cx<'_>) -> Self {
        Self {
            epoch,
            state: item.state,
            owner: item.owner.clone(),
            due: item.due.map(|due| day_words(cx.lang, due)).unwrap_or_default(),
            note: String::new(),
        }
    }

    /// Whether what it asks for is so by now.
    fn is_done(&self, item: &Item, history: &[Changed]) -> bool {
        let note = self.note.trim();
        self.change(item).is_some_and(|change| change.state.is_none() && change.owner.is_none() && change.due.is_none())
            && (note.is_empty() || history.last().is_some_and(|last| last.change.note == note))
    }

    /// What is to be changed; `None` while the day cannot be read.
    fn change(&self, item: &Item) -> Option<ItemChange> {
        let due = match parsed(&self.due) {
            Read::Empty => Due::Open,
            Read::Day(day) => Due::By(day.date()),
            Read::Nothing => return None,
        };
        let known = item.due.map_or(Due::Open, |due| Due::By(due.date()));
        let owner = self.owner.trim();
        Some(ItemChange {
            state: (self.state != item.state).then_some(self.state),
            owner: (owner != item.owner).then(|| owner.to_owned()),
            due: (due != known).then_some(due),
            note: self.note.trim().to_owned(),
        })
    }

    fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, item: &Item, who: &mut String, is_busy: bool) -> Option<ItemChange> {
        let (theme, lang) = (cx.theme, cx.lang);
        let mut asked = None;
        widgets::section(ui, theme, &say::item_set().text(lang), |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            let states = ItemState::ALL.map(|state| (state, state.message().text(lang)));
            widgets::choice(ui, theme, &say::column_state().text(lang), &mut self.state, &states);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = theme.grid * 2.0;
                let label = say::column_owner().text(lang);
                ui.vertical(|ui| Field::new(theme, &label).width(380.0).limit(120).show(ui, &mut self.owner));
                let label = say::item_due().text(lang);
                let unreadable = archive::day_unreadable().text(lang);
                let error = (parsed(&self.due) == Read::Nothing).then_some(unreadable.as_str());
                let hint = day_words(lang, Day::of(in_a_month(cx)));
                let field = Field::new(theme, &label).hint(&hint).width(240.0).limit(20).error(error);
                ui.vertical(|ui| field.show(ui, &mut self.due));
            });
            let label = say::item_note().text(lang);
            Field::new(theme, &label).rows(2).limit(2000).show(ui, &mut self.note);
            Field::new(theme, &archive::who().text(lang)).width(380.0).limit(80).show(ui, who);
            if who.trim().is_empty() {
                widgets::caption(ui, theme, &archive::who_first().text(lang));
            }
            let change = self.change(item).filter(|change| !change.is_empty());
            let may = !is_busy && change.is_some() && !who.trim().is_empty();
            if widgets::main_button(ui, may, Button::primary(theme, say::save().text(lang))) {
                asked = change;
            }
        });
        asked
    }
}

/// An example of a day that is to come.
fn in_a_month(cx: &Cx<'_>) -> jiff::civil::Date {
    let today = today(cx).date();
    today.checked_add(jiff::Span::new().months(1)).unwrap_or(today)
}
