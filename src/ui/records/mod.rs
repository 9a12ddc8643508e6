//! The subscriber's records: who may be sent to a customer today, and what that rests on.

mod aside_ui;
mod asking;
mod assign_ui;
mod change;
mod check_ui;
mod contractor_ui;
mod contractors;
mod countersign_ui;
mod day_field;
mod doubts_ui;
mod due;
mod due_ui;
mod home_card;
mod importing;
mod item_ui;
mod items_out;
mod items_ui;
mod keeping;
mod list;
mod overview;
mod page;
mod parts;
mod person_ui;
mod places;
mod register_ui;
mod search;
mod signer_ui;
mod signers_ui;
mod sources_ui;
mod sums;
mod tabs;
mod trend_chart;
mod trend_ui;
mod trend_words;
mod trends_ui;
mod watching;
mod watching_ui;
mod what_if;
mod words;

pub(crate) use due::DueList;
pub(in crate::ui) use home_card::home_card;
pub use watching::Watcher;

use egui::Ui;

use crate::i18n::Message;
use crate::i18n::messages::archive as say;
use crate::i18n::messages::desk;
use crate::records::RecordsError;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::records::asking::Asking;
use crate::ui::records::change::Change;
use crate::ui::records::check_ui::CheckPart;
use crate::ui::records::contractors::Contractors;
use crate::ui::records::doubts_ui::Doubts;
use crate::ui::records::importing::Importing;
use crate::ui::records::items_ui::Items;
use crate::ui::records::keeping::Keeping;
use crate::ui::records::overview::Overview;
use crate::ui::records::page::Page;
use crate::ui::records::places::Places;
use crate::ui::records::search::Search;
use crate::ui::records::signers_ui::Decided;
use crate::ui::records::signers_ui::Deciding;
use crate::ui::records::tabs::Tab;
use crate::ui::records::trends_ui::TrendsPart;
use crate::ui::screen_page;
use crate::ui::widgets;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// How wide the screen's column gets, in points.
const WIDTH: f32 = 1360.0;
/// The room between the list of the parts and the part, in points.
const GAP: f32 = 24.0;

/// The screen's own state.
#[derive(Debug, Default)]
pub struct Screen {
    /// The part that was chosen; before that, what the records hold says where to begin.
    tab: Option<Tab>,
    /// What was opened on the part, the last on top.
    pages: Vec<Page>,
    /// Raised by every change, so that everything is asked anew.
    epoch: u64,
    /// How many changes of the watched folder are shown.
    watched: u64,
    /// Who sits here, as the log will tell it.
    who: Option<String>,
    overview: Asking<u64, Overview>,
    search: Search,
    contractors: Contractors,
    importing: Importing,
    items: Items,
    trends: TrendsPart,
    checking: CheckPart,
    keeping: Keeping,
    deciding: Option<Deciding>,
    changing: Option<Job<Result<Message, RecordsError>>>,
    more_aside: usize,
    doubts: Doubts,
    places: Places,
    /// How high the list of the parts is, in points.
    tabs_height: f32,
    error: Option<Message>,
}

impl Screen {
    /// Draws the screen.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
        let mut who = self.who.take().unwrap_or_else(|| somebody(cx));
        if !cx.dropped.is_empty() {
            self.go(Tab::Import);
            self.importing.start(ui.ctx(), cx, who.trim(), cx.dropped.to_vec());
        }
        if self.importing.take_result(ui.ctx(), cx, who.trim()) {
            self.has_changed();
        }
        if self.keeping.take_results(cx, out) {
            self.has_changed();
        }
        if self.checking.take_result(cx) {
            self.has_changed();
        }
        self.take_change(cx, out);
        let watched = cx.watcher.told().map_or(0, |told| told.changes);
        if std::mem::replace(&mut self.watched, watched) != watched {
            self.has_changed();
        }
        self.overview.ask(ui.ctx(), cx.data, Overview::read, self.epoch);
        let (theme, lang) = (cx.theme, cx.lang);
        screen_page(ui, theme, "records", WIDTH, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            let top = ui.cursor().top();
            self.places.keep(ui, self.tab, self.pages.len(), top);
            widgets::title(ui, theme, &say::title().text(lang));
            if let Some(error) = &self.error {
                widgets::toned(ui, theme, Tone::Bad, |ui| widgets::marked(ui, theme, Tone::Bad, &error.text(lang)));
            }
            match self.overview.newest() {
                Some(Ok(_)) => {}
                Some(Err(failed)) => {
                    let error = failed.message(lang).text(lang);
                    widgets::toned(ui, theme, Tone::Bad, |ui| widgets::marked(ui, theme, Tone::Bad, &error));
                    return;
                }
                None => {
                    widgets::soft(ui, theme, &say::reading().text(lang));
                    return;
                }
            }
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                let list = ui.vertical(|ui| {
                    ui.set_width(tabs::WIDTH);
                    ui.add_space(tabs::sunk(ui, theme, self.tabs_height));
                    let top = ui.cursor().top();
                    let tab = self.tabs_ui(ui, cx);
                    self.tabs_height = ui.min_rect().bottom() - top;
                    tab
                });
                let tab = list.inner;
                ui.add_space(GAP);
                ui.vertical(|ui| {
                    ui.set_width(ui.available_width());
                    ui.spacing_mut().item_spacing = egui::vec2(theme.grid, theme.grid * 1.5);
                    if self.pages.is_empty() {
                        self.tab_ui(ui, cx, tab, &mut who, top, out);
                    } else {
                        self.page_ui(ui, cx, &mut who, top, out);
                    }
                });
            });
        });
        self.dialogs(ui, cx, &mut who);
        self.who = Some(who);
    }

    /// Goes to the beginning of a part.
    fn go(&mut self, tab: Tab) {
        self.tab = Some(tab);
        self.pages.clear();
        self.search.begin();
        self.keeping.begin();
        self.doubts.begin();
    }

    /// Lets everything be asked anew.
    fn has_changed(&mut self) {
        self.epoch += 1;
        for page in &mut self.pages {
            page.forget();
        }
    }

    /// Draws the list of the parts; the one that is open.
    fn tabs_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Tab {
        let Some(Ok(overview)) = self.overview.newest() else { return Tab::Import };
        let now = *self.tab.get_or_insert(Tab::first(overview));
        let chosen = tabs::show(ui, cx, overview, now);
        if let Some(tab) = chosen {
            self.error = None;
            self.go(tab);
        }
        chosen.unwrap_or(now)
    }

    fn dialogs(&mut self, ui: &Ui, cx: &Cx<'_>, who: &mut String) {
        if let Some(deciding) = &mut self.deciding
            && let Some(decided) = signers_ui::dialog(ui, cx, deciding, who)
        {
            self.deciding = None;
            if let Decided::Change(change) = decided {
                self.change(ui.ctx(), cx, who, change);
            }
        }
    }

    /// Makes a change, unless one is being made.
    fn change(&mut self, context: &egui::Context, cx: &Cx<'_>, who: &str, change: Change) {
        if self.changing.is_some() {
            return;
        }
        self.error = None;
        let (data, who, at, lang) = (cx.data.clone(), who.trim().to_owned(), cx.clock.now(), cx.lang);
        self.changing = Some(Job::start(context, "records-change", move |_| change.make(&data, &who, at, lang)));
    }

    fn take_change(&mut self, cx: &Cx<'_>, out: &mut Actions) {
        match finished(&mut self.changing) {
            Some(Ok(Ok(message))) => {
                self.has_changed();
                out.push(Action::Notice(message));
            }
            Some(Ok(Err(error))) => {
                // Somebody else may have changed the same.
                self.has_changed();
                self.error = Some(error.message(cx.lang));
            }
            Some(Err(_stopped)) => self.error = Some(desk::work_stopped()),
            None => {}
        }
    }
}

/// Who probably sits here: the trainer of the settings, else the computer's user.
fn somebody(cx: &Cx<'_>) -> String {
    let of_computer = || ["USER", "LOGNAME", "USERNAME"].into_iter().find_map(|name| std::env::var(name).ok());
    let trainer = cx.settings.trainer.trim();
    if trainer.is_empty() { of_computer().unwrap_or_default() } else { trainer.to_owned() }
}
