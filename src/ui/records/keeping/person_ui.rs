//! One person's own data: written to a file when they ask to see it, and erased when they ask for that.

use egui::Ui;

use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::desk;
use crate::i18n::messages::keeping as say;
use crate::i18n::messages::records;
use crate::records::Erased;
use crate::records::Erasure;
use crate::records::Fate;
use crate::records::Hit;
use crate::records::Records;
use crate::records::RecordsError;
use crate::register::identity::IdentityError;
use crate::register::redact::Mention;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::identity::message_of;
use crate::ui::pick::PathPicker;
use crate::ui::pick::Wanted;
use crate::ui::records::asking::Asking;
use crate::ui::records::asking::answered;
use crate::ui::records::day_field::today;
use crate::ui::records::keeping::erasing::{Export, Failed, Order};
use crate::ui::records::keeping::key::KeyChoice;
use crate::ui::records::keeping::who_ui;
use crate::ui::records::search::Search;
use crate::ui::records::words::day_words;
use crate::ui::records::words::written_words;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// Who was chosen, and what is being done.
#[derive(Debug, Default)]
pub(in crate::ui::records) struct PersonData {
    search: Search,
    chosen: Option<i64>,
    plan: Asking<(u64, i64), Erasure>,
    target: PathPicker,
    key: KeyChoice,
    is_sure: bool,
    exporting: Option<Job<Result<Message, RecordsError>>>,
    erasing: Option<Job<Result<Box<Erased>, Failed>>>,
    done: Option<Box<Erased>>,
    error: Option<Message>,
}

fn look(records: &Records, (_epoch, person): &(u64, i64)) -> Result<Erasure, RecordsError> {
    records.erasure(*person)
}

impl PersonData {
    /// Gives the keyboard to the search the next time it is drawn.
    pub(super) fn begin(&mut self) {
        self.search.begin();
    }

    /// Takes in what is done; whether the records have changed.
    pub(in crate::ui::records) fn take_results(&mut self, cx: &Cx<'_>, out: &mut Actions) -> bool {
        match finished(&mut self.exporting) {
            Some(Ok(Ok(message))) => out.push(Action::Notice(message)),
            Some(Ok(Err(error))) => self.error = Some(error.message(cx.lang)),
            Some(Err(_stopped)) => self.error = Some(desk::work_stopped()),
            None => {}
        }
        match finished(&mut self.erasing) {
            Some(Ok(Ok(erased))) => {
                self.key.forget(None);
                (self.chosen, self.is_sure, self.done) = (None, false, Some(erased));
                return true;
            }
            Some(Ok(Err(Failed::Key(error @ IdentityError::WrongPassphrase)))) => {
                self.key.forget(Some(error.message()));
            }
            Some(Ok(Err(Failed::Key(error)))) => self.error = Some(message_of(&error)),
            Some(Ok(Err(Failed::Records(error)))) => self.error = Some(error.message(cx.lang)),
            Some(Err(_stopped)) => self.error = Some(desk::work_stopped()),
            None => {}
        }
        false
    }

    /// Draws the part; `top` is where the screen's page begins.
    pub(in crate::ui::records) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        (epoch, top): (u64, f32),
        who: &mut String,
        out: &mut Actions,
    ) {
        let (theme, lang) = (cx.theme, cx.lang);
        if let Some(error) = &self.error {
            widgets::toned(ui, theme, Tone::Bad, |ui| widgets::marked(ui, theme, Tone::Bad, &error.text(lang)));
        }
        if let Some(done) = &self.done {
            done_ui(ui, cx, done, out);
        }
        let Some(person) = self.chosen else {
            widgets::soft(ui, theme, &say::person_text().text(lang));
            if let Some(Hit::Person { id, .. }) = self.search.show(ui, cx, epoch, top) {
                (self.chosen, self.done, self.error, self.is_sure) = (Some(id), None, None, false);
            }
            return;
        };
        if ui.add(Button::quiet(theme, say::another_person().text(lang)).flush()).clicked() {
            self.chosen = None;
            self.search.begin();
            return;
        }
        self.plan.ask(ui.ctx(), cx.data, look, (epoch, person));
        let Some(plan) = answered(ui, cx, self.plan.answer()).cloned() else { return };
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
            widgets::heading(ui, theme, &name_of(&plan));
            for written in &plan.person.written {
                widgets::caption(ui, theme, &written_words(lang, written));
            }
        });
        who_ui(ui, cx, who);
        self.export_ui(ui, cx, person, who);
        self.erase_ui(ui, cx, &plan, who, out);
    }

    fn export_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, person: i64, who: &str) {
        let (theme, lang) = (cx.theme, cx.lang);
        let mut wants = false;
        widgets::section(ui, theme, &say::export_title().text(lang), |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            widgets::soft(ui, theme, &say::export_text().text(lang));
            let wanted = Wanted::Save(say::export_name().text(lang));
            wants = self.target.show(ui, theme, lang, &say::export_file().text(lang), &wanted, None).is_some();
            let may = self.exporting.is_none() && self.target.path().is_some() && !who.trim().is_empty();
            wants |= ui.add_enabled(may, Button::plain(theme, say::export_now().text(lang))).clicked();
            wants &= may;
        });
        if let (true, Some(to)) = (wants, self.target.path()) {
            self.error = None;
            let (data, at, today) = (cx.data.clone(), cx.clock.now(), today(cx));
            let export = Export { data, person, to, who: who.trim().to_owned(), at, today, lang };
            self.exporting = Some(Job::start(ui.ctx(), "records-export", move |_| export.carry_out()));
        }
    }

    fn erase_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, plan: &Erasure, who: &str, out: &mut Actions) {
        let (theme, lang) = (cx.theme, cx.lang);
        let is_busy = self.erasing.is_some();
        let mut wants = false;
        widgets::section(ui, theme, &say::erase_title().text(lang), |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            widgets::soft(ui, theme, &say::erase_text().text(lang));
            for line in plan_words(plan, lang) {
                widgets::body(ui, theme, &line);
            }
            for path in &plan.untouched {
                let text = say::erase_untouched(path.display().to_string()).text(lang);
                widgets::marked(ui, theme, Tone::Caution, &text);
            }
            widgets::marked(ui, theme, Tone::Caution, &say::erase_copies().text(lang));
            ui.add_enabled_ui(!is_busy, |ui| {
                self.key.show(ui, cx, out);
                widgets::check(ui, theme, &mut self.is_sure, &say::erase_sure().text(lang));
                let may = self.is_sure && self.key.ready().is_some() && !who.trim().is_empty();
                let text = say::erase_now(name_of(plan)).text(lang);
                wants = ui.add_enabled(may, Button::danger(theme, text)).clicked();
            });
            if is_busy {
                widgets::soft(ui, theme, &say::erase_working().text(lang));
            }
        });
        if let (true, Some((card, passphrase))) = (wants, self.key.ready()) {
            self.error = None;
            let (data, who, at) = (cx.data.clone(), who.trim().to_owned(), cx.clock.now());
            let order = Order { data, person: plan.person.id, card, passphrase, who, at };
            self.erasing = Some(Job::start(ui.ctx(), "records-erase", move |_| order.carry_out()));
        }
    }
}

/// The newest name that a register writes.
fn name_of(plan: &Erasure) -> String {
    plan.person.written.last().map_or_else(String::new, |written| written.name.clone())
}

/// What becomes of each register and file.
fn plan_words(plan: &Erasure, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for register in &plan.registers {
        let (course, day) = (register.edition.title(lang), day_words(lang, register.day));
        let words = match register.fate {
            Fate::Redacted => say::erase_redacted(course, day, register.others),
            Fate::Removed => say::erase_removed(course, day),
        };
        lines.push(words.text(lang));
    }
    lines.extend(plan.asides.iter().map(|(_, name)| say::erase_aside(name.as_str()).text(lang)));
    if plan.texts > 0 {
        lines.push(records::erase_texts(plan.texts).text(lang));
    }
    if plan.doubts > 0 {
        lines.push(say::erase_doubts(plan.doubts).text(lang));
    }
    lines
}

/// What was done, and what a person must still look at.
fn done_ui(ui: &mut Ui, cx: &Cx<'_>, done: &Erased, out: &mut Actions) {
    let (theme, lang) = (cx.theme, cx.lang);
    widgets::toned(ui, theme, Tone::Good, |ui| {
        ui.spacing_mut().item_spacing.y = theme.grid;
        let of = |fate| done.plan.registers.iter().filter(|register| register.fate == fate).count();
        let text = say::erased(of(Fate::Redacted), of(Fate::Removed)).text(lang);
        widgets::marked(ui, theme, Tone::Good, &text);
        for path in &done.plan.untouched {
            let text = say::erase_untouched(path.display().to_string()).text(lang);
            widgets::marked(ui, theme, Tone::Caution, &text);
        }
        if !done.is_clear {
            widgets::marked(ui, theme, Tone::Caution, &say::unclear().text(lang));
        }
        for (digest, mention) in &done.mentions {
            let place = match mention {
                Mention::Row(row) => say::mention_row(*row),
                Mention::Session => say::mention_session(),
            };
            ui.horizontal_wrapped(|ui| {
                widgets::mark(ui, theme, Tone::Caution);
                widgets::body(ui, theme, &place.text(lang));
                if ui
                    .add(Button::plain(theme, say::open_redacted(digest.get(..8).unwrap_or(digest)).text(lang)))
                    .clicked()
                {
                    out.push(Action::Reveal(Records::kept(cx.data, digest)));
                }
            });
        }
    });
}
