//! What each part of the screen shows, and what is opened over it.

use egui::Ui;

use crate::i18n::messages::archive as say;
use crate::records::Hit;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::records::Screen;
use crate::ui::records::aside_ui;
use crate::ui::records::contractor_ui::Chosen;
use crate::ui::records::contractor_ui::ContractorPage;
use crate::ui::records::day_field::DayField;
use crate::ui::records::doubts_ui;
use crate::ui::records::item_ui::ItemPage;
use crate::ui::records::page::Asked;
use crate::ui::records::page::Page;
use crate::ui::records::signers_ui;
use crate::ui::records::tabs::Tab;
use crate::ui::records::trend_ui;
use crate::ui::records::trends_ui;
use crate::ui::study::is_free_key;
use crate::ui::widgets::Button;

impl Screen {
    /// Draws a part from its beginning; `top` is where the screen's page begins.
    pub(super) fn tab_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, tab: Tab, who: &mut String, top: f32, out: &mut Actions) {
        let Some(Ok(overview)) = self.overview.newest() else { return };
        match tab {
            Tab::Search => match self.search.show(ui, cx, self.epoch, top) {
                Some(Hit::Person { id, .. }) => self.pages.push(Page::person(id, DayField::default())),
                Some(Hit::Company { name, .. }) => {
                    self.tab = Some(Tab::Contractors);
                    self.pages.push(Page::Contractor(Box::new(ContractorPage::new(name, DayField::default()))));
                }
                None => {}
            },
            Tab::Contractors => {
                let wants_to_foresee = ui.add(Button::plain(cx.theme, say::what_if_open().text(cx.lang))).clicked();
                if let Some(name) = self.contractors.show(ui, cx, self.epoch, &overview.courses, top) {
                    self.pages.push(Page::Contractor(Box::new(ContractorPage::new(name, self.contractors.day()))));
                }
                if wants_to_foresee {
                    self.pages.push(Page::WhatIf(Box::default()));
                }
            }
            Tab::Import => {
                if let Some(tab) = self.importing.show(ui, cx, who, overview.undecided(), out) {
                    self.go(tab);
                }
            }
            Tab::Signers => match signers_ui::show(ui, cx, &overview.signers) {
                Some(signers_ui::Asked::Decide(deciding)) => self.deciding = Some(deciding),
                Some(signers_ui::Asked::Open(page)) => self.pages.push(Page::Signer(Box::new(page))),
                None => {}
            },
            Tab::Doubts => {
                let is_busy = self.changing.is_some();
                match self.doubts.show(ui, cx, &overview.doubts, who, is_busy) {
                    Some(doubts_ui::Asked::Change(change)) => self.change(ui.ctx(), cx, who, change),
                    Some(doubts_ui::Asked::Person(id)) => self.pages.push(Page::person(id, DayField::default())),
                    None => {}
                }
            }
            Tab::Items => {
                let chosen = self.items.show(ui, cx, self.epoch, top, out);
                self.pages.extend(chosen.map(|id| Page::Item(Box::new(ItemPage::new(id)))));
            }
            Tab::Trends => match self.trends.show(ui, cx, self.epoch, top) {
                Some(trends_ui::Chosen::Trend(about, id)) => self.pages.push(Page::Trend(about, id, 0)),
                Some(trends_ui::Chosen::Sources) => self.pages.push(Page::Sources(Box::default())),
                None => {}
            },
            Tab::Check => self.checking.show(ui, cx, who.trim()),
            Tab::Aside => aside_ui::show(ui, cx, &overview.aside, &mut self.more_aside),
            Tab::PersonData => self.keeping.person.show(ui, cx, (self.epoch, top), who, out),
            Tab::Retention => self.keeping.retaining.show(ui, cx, self.epoch, overview, who),
            Tab::Copies => self.keeping.copies.show(ui, cx, who),
            Tab::Log => self.keeping.log.show(ui, cx, self.epoch),
        }
    }

    /// Draws what was opened last.
    pub(super) fn page_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, who: &mut String, top: f32, out: &mut Actions) {
        let is_busy = self.changing.is_some();
        let Some(Ok(overview)) = self.overview.newest() else { return };
        let Some(page) = self.pages.last_mut() else { return };
        let mut goes_back = ui.input_mut(|input| input.consume_key(egui::Modifiers::ALT, egui::Key::ArrowLeft));
        // A dialog that lies over the page has the key first.
        let is_covered = ui.memory(|memory| memory.top_modal_layer().is_some());
        goes_back |= !is_covered && is_free_key(ui, cx, egui::Key::Escape);
        let (mut asked, mut opened) = (None, None);
        let mut changed = None;
        match page {
            Page::Person(page) => asked = page.show(ui, cx, self.epoch, out),
            Page::Register(page) => asked = page.show(ui, cx, self.epoch, who, top, out),
            Page::Signer(page) => asked = page.show(ui, cx, self.epoch, &overview.signers, top),
            Page::Contractor(page) => {
                let courses = &overview.courses;
                let course = self.contractors.course(courses).map(|edition| edition.course.clone());
                match page.show(ui, cx, self.epoch, course.as_deref().unwrap_or_default(), top, out) {
                    Some(Chosen::Back) => goes_back = true,
                    Some(Chosen::Person(id, day)) => opened = Some(Page::person(id, day)),
                    None => {}
                }
            }
            Page::Item(page) => {
                let (change, back) = page.show(ui, cx, self.epoch, who, is_busy);
                goes_back |= back;
                changed = change;
            }
            Page::Trend(about, id, more) => {
                self.trends.ask(ui, cx, self.epoch);
                goes_back |= trend_ui::show(ui, cx, self.trends.trends(), *about, id, more);
            }
            Page::Sources(page) => {
                let (change, back) = page.show(ui, cx, self.epoch, who, is_busy);
                goes_back |= back;
                changed = change;
            }
            Page::WhatIf(page) => {
                let (change, back) = page.show(ui, cx, who, is_busy);
                goes_back |= back;
                changed = change;
            }
        }
        let mut has_changed = false;
        match asked {
            Some(Asked::Back) => goes_back = true,
            Some(Asked::Open(page)) => opened = Some(page),
            Some(Asked::Decide(deciding)) => self.deciding = Some(deciding),
            Some(Asked::Changed) => has_changed = true,
            None => {}
        }
        if goes_back {
            self.pages.pop();
            self.search.begin();
        }
        self.pages.extend(opened);
        if has_changed {
            self.has_changed();
        }
        if let Some(change) = changed {
            self.change(ui.ctx(), cx, who, change);
        }
    }
}
