//! The subscriber's records: who may be sent to a customer today, and what that rests on.

mod aside_ui;
mod asking;
mod change;
mod contractor_ui;
mod contractors;
mod day_field;
mod doubts_ui;
mod due;
mod due_ui;
mod home_card;
mod importing;
mod list;
mod overview;
mod page;
mod person_ui;
mod search;
mod signers_ui;
mod what_if;
mod words;

pub(in crate::ui) use home_card::home_card;

use egui::Ui;

use crate::i18n::Message;
use crate::i18n::messages::archive as say;
use crate::i18n::messages::desk;
use crate::records::Hit;
use crate::records::RecordsError;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::records::asking::Asking;
use crate::ui::records::change::Change;
use crate::ui::records::contractor_ui::ContractorPage;
use crate::ui::records::contractors::Contractors;
use crate::ui::records::day_field::DayField;
use crate::ui::records::importing::Importing;
use crate::ui::records::overview::Overview;
use crate::ui::records::page::Page;
use crate::ui::records::search::Search;
use crate::ui::records::signers_ui::Decided;
use crate::ui::records::signers_ui::Deciding;
use crate::ui::screen_page;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// How wide the screen's column gets, in points.
const WIDTH: f32 = 1160.0;

/// The screen's own state.
#[derive(Debug, Default)]
pub struct Screen {
    /// The part that was chosen; before that, what the records hold says where to begin.
    tab: Option<Tab>,
    /// What was opened on the part, the last on top.
    pages: Vec<Page>,
    /// Raised by every change, so that everything is asked anew.
    epoch: u64,
    /// Who sits here, as the log will tell it.
    who: Option<String>,
    overview: Asking<u64, Overview>,
    search: Search,
    contractors: Contractors,
    importing: Importing,
    deciding: Option<Deciding>,
    changing: Option<Job<Result<Message, RecordsError>>>,
    more_aside: usize,
    more_doubts: usize,
    error: Option<Message>,
}

/// A part of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tab {
    Search,
    Contractors,
    Import,
    Signers,
    Doubts,
    Aside,
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
        self.take_change(cx, out);
        self.overview.ask(ui.ctx(), cx.data, Overview::read, self.epoch);
        let (theme, lang) = (cx.theme, cx.lang);
        screen_page(ui, theme, "records", WIDTH, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            let top = ui.cursor().top();
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
            let tab = self.tabs_ui(ui, cx);
            if self.pages.is_empty() {
                self.tab_ui(ui, cx, tab, &mut who, top);
            } else {
                self.page_ui(ui, cx, &mut who, top, out);
            }
        });
        self.dialogs(ui, cx, &mut who);
        self.who = Some(who);
    }

    /// Goes to the beginning of a part.
    fn go(&mut self, tab: Tab) {
        self.tab = Some(tab);
        self.pages.clear();
        self.search.begin();
    }

    /// Lets everything be asked anew.
    fn has_changed(&mut self) {
        self.epoch += 1;
        for page in &mut self.pages {
            page.forget();
        }
    }

    fn tabs_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) -> Tab {
        let Some(Ok(overview)) = self.overview.newest() else { return Tab::Import };
        let first = if overview.signers.is_empty() { Tab::Import } else { Tab::Search };
        let now = *self.tab.get_or_insert(first);
        let tabs = [
            (Tab::Search, say::tab_search()),
            (Tab::Contractors, say::tab_contractors()),
            (Tab::Import, say::tab_import()),
            (Tab::Signers, say::tab_signers(overview.undecided())),
            (Tab::Doubts, say::tab_doubts(overview.open_doubts())),
            (Tab::Aside, say::tab_aside(overview.aside.len())),
        ];
        let tabs = tabs.map(|(tab, message)| (tab, message.text(cx.lang)));
        let mut tab = now;
        if widgets::segments(ui, cx.theme, &say::tabs().text(cx.lang), &mut tab, &tabs) {
            self.error = None;
            self.go(tab);
        }
        tab
    }

    fn tab_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, tab: Tab, who: &mut String, top: f32) {
        let Some(Ok(overview)) = self.overview.newest() else { return };
        match tab {
            Tab::Search => match self.search.show(ui, cx, self.epoch, top) {
                Some(Hit::Person { id, .. }) => self.pages.push(Page::person(id, DayField::default())),
                Some(Hit::Company { name, .. }) => {
                    self.tab = Some(Tab::Contractors);
                    self.pages.push(Page::Contractor(Box::new(ContractorPage::new(name))));
                }
                None => {}
            },
            Tab::Contractors => {
                let wants_to_foresee = ui.add(Button::plain(cx.theme, say::what_if_open().text(cx.lang))).clicked();
                if let Some(name) = self.contractors.show(ui, cx, self.epoch, &overview.courses, top) {
                    self.pages.push(Page::Contractor(Box::new(ContractorPage::new(name))));
                }
                if wants_to_foresee {
                    self.pages.push(Page::WhatIf(Box::default()));
                }
            }
            Tab::Import => {
                if let Some(tab) = self.importing.show(ui, cx, who, overview.undecided()) {
                    self.go(tab);
                }
            }
            Tab::Signers => {
                if let Some(asked) = signers_ui::show(ui, cx, &overview.signers) {
                    self.deciding = Some(asked);
                }
            }
            Tab::Doubts => {
                let is_busy = self.changing.is_some();
                match doubts_ui::show(ui, cx, &overview.doubts, who, is_busy, &mut self.more_doubts) {
                    Some(doubts_ui::Asked::Change(change)) => self.change(ui.ctx(), cx, who, change),
                    Some(doubts_ui::Asked::Person(id)) => self.pages.push(Page::person(id, DayField::default())),
                    None => {}
                }
            }
            Tab::Aside => aside_ui::show(ui, cx, &overview.aside, &mut self.more_aside),
        }
    }

    /// Draws what was opened last.
    fn page_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, who: &mut String, top: f32, out: &mut Actions) {
        let is_busy = self.changing.is_some();
        let Some(Ok(overview)) = self.overview.newest() else { return };
        let Some(page) = self.pages.last_mut() else { return };
        let mut goes_back = ui.input_mut(|input| input.consume_key(egui::Modifiers::ALT, egui::Key::ArrowLeft));
        let mut opened = None;
        let mut changed = None;
        match page {
            Page::Person(page) => goes_back |= page.show(ui, cx, self.epoch, out),
            Page::Contractor(page) => {
                let courses = &overview.courses;
                let course = self.contractors.course(courses).map(|edition| edition.course.clone());
                match page.show(ui, cx, self.epoch, course.as_deref().unwrap_or_default(), top, out) {
                    Some(contractor_ui::Chosen::Back) => goes_back = true,
                    Some(contractor_ui::Chosen::Person(id, day)) => opened = Some(Page::person(id, day)),
                    None => {}
                }
            }
            Page::WhatIf(page) => {
                let (change, back) = page.show(ui, cx, who, is_busy);
                goes_back |= back;
                changed = change;
            }
        }
        if goes_back {
            self.pages.pop();
            self.search.begin();
        }
        self.pages.extend(opened);
        if let Some(change) = changed {
            self.change(ui.ctx(), cx, who, change);
        }
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
