//! The subscriber's records: who may be sent to a customer today, and what that rests on.

mod aside_ui;
mod asking;
mod change;
mod home_card;
mod importing;
mod signers_ui;

pub(in crate::ui) use home_card::home_card;

use egui::Ui;

use crate::i18n::Message;
use crate::i18n::messages::archive as say;
use crate::i18n::messages::desk;
use crate::records::Aside;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::Signer;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::records::asking::Asking;
use crate::ui::records::change::Change;
use crate::ui::records::importing::Importing;
use crate::ui::records::signers_ui::Deciding;
use crate::ui::screen_page;
use crate::ui::widgets;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// How wide the screen's column gets, in points.
const WIDTH: f32 = 1120.0;

/// The screen's own state.
#[derive(Debug, Default)]
pub struct Screen {
    /// The part that was chosen; before that, what the records hold says where to begin.
    tab: Option<Tab>,
    /// Raised by every change, so that everything is asked anew.
    epoch: u64,
    /// Who sits here, as the log will tell it.
    who: Option<String>,
    overview: Asking<u64, Overview>,
    importing: Importing,
    deciding: Option<Deciding>,
    changing: Option<Job<Result<Message, RecordsError>>>,
    more_aside: usize,
    error: Option<Message>,
}

/// A part of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tab {
    Import,
    Signers,
    Aside,
}

/// What the records hold, in short.
#[derive(Debug)]
struct Overview {
    signers: Vec<Signer>,
    aside: Vec<Aside>,
}

impl Overview {
    fn read(records: &Records, _epoch: &u64) -> Result<Self, RecordsError> {
        Ok(Self { signers: records.signers()?, aside: records.aside()? })
    }

    /// Signers nobody has decided on.
    fn undecided(&self) -> usize {
        let is_undecided = |signer: &&Signer| signer.acceptance == crate::records::Acceptance::Undecided;
        self.signers.iter().filter(is_undecided).count()
    }
}

impl Screen {
    /// Draws the screen.
    pub fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, out: &mut Actions) {
        let mut who = self.who.take().unwrap_or_else(|| somebody(cx));
        if !cx.dropped.is_empty() {
            self.tab = Some(Tab::Import);
            self.importing.start(ui.ctx(), cx, who.trim(), cx.dropped.to_vec());
        }
        if self.importing.take_result(ui.ctx(), cx, who.trim()) {
            self.epoch += 1;
        }
        self.take_change(cx, out);
        self.overview.ask(ui.ctx(), cx.data, Overview::read, self.epoch);
        let (theme, lang) = (cx.theme, cx.lang);
        screen_page(ui, theme, "records", WIDTH, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 2.0;
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
            self.tabs_ui(ui, cx);
            self.tab_ui(ui, cx, &mut who);
        });
        self.dialogs(ui, cx, &mut who);
        self.who = Some(who);
    }

    fn tabs_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let lang = cx.lang;
        let Some(Ok(overview)) = self.overview.newest() else { return };
        let mut tab = self.tab.unwrap_or(Tab::Import);
        let tabs = [
            (Tab::Import, say::tab_import()),
            (Tab::Signers, say::tab_signers(overview.undecided())),
            (Tab::Aside, say::tab_aside(overview.aside.len())),
        ];
        let tabs = tabs.map(|(tab, message)| (tab, message.text(lang)));
        if widgets::segments(ui, cx.theme, &say::tabs().text(lang), &mut tab, &tabs) {
            self.error = None;
        }
        self.tab = Some(tab);
    }

    fn tab_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, who: &mut String) {
        let Some(Ok(overview)) = self.overview.newest() else { return };
        match self.tab.unwrap_or(Tab::Import) {
            Tab::Import => {
                if let Some(tab) = self.importing.show(ui, cx, who, overview.undecided()) {
                    self.tab = Some(tab);
                }
            }
            Tab::Signers => {
                if let Some(asked) = signers_ui::show(ui, cx, &overview.signers) {
                    self.deciding = Some(asked);
                }
            }
            Tab::Aside => aside_ui::show(ui, cx, &overview.aside, &mut self.more_aside),
        }
    }

    fn dialogs(&mut self, ui: &Ui, cx: &Cx<'_>, who: &mut String) {
        if let Some(deciding) = &mut self.deciding
            && let Some(decided) = signers_ui::dialog(ui, cx, deciding, who)
        {
            self.deciding = None;
            if let Some(change) = decided {
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
        let (data, who, at) = (cx.data.clone(), who.trim().to_owned(), cx.clock.now());
        self.changing = Some(Job::start(context, "records-change", move |_| change.make(&data, &who, at)));
    }

    fn take_change(&mut self, cx: &Cx<'_>, out: &mut Actions) {
        match finished(&mut self.changing) {
            Some(Ok(Ok(message))) => {
                self.epoch += 1;
                out.push(Action::Notice(message));
            }
            Some(Ok(Err(error))) => {
                // Somebody else may have changed the same.
                self.epoch += 1;
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
