//! The other things that are done with keys: try, change the passphrase, back up, import, remove.

use std::path::Path;
use std::path::PathBuf;

use egui::Ui;
use jiff::Timestamp;

use crate::i18n::Message;
use crate::i18n::messages::desk as say;
use crate::register::identity;
use crate::register::identity::Card;
use crate::register::identity::IdentityError;
use crate::ui::Cx;
use crate::ui::identity::Done;
use crate::ui::identity::cards::fingerprint;
use crate::ui::identity::make::is_usable;
use crate::ui::identity::make::passphrase_twice;
use crate::ui::pick::PathPicker;
use crate::ui::pick::Wanted;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;

/// A form with what it is about.
#[derive(Debug)]
pub(super) struct Form {
    kind: Kind,
    passphrase: String,
    new: String,
    again: String,
    shows_missing: bool,
    is_sure: bool,
}

#[derive(Debug)]
enum Kind {
    Unlock(Card),
    Change(Card),
    BackUp(Card, PathPicker),
    Import(PathPicker),
    Remove(Card),
}

/// What is to be done, away from the UI thread.
#[derive(Debug)]
pub(super) enum Command {
    Unlock { card: Card, passphrase: String },
    Change { card: Card, old: String, new: String },
    BackUp { card: Card, to: PathBuf },
    Import { file: PathBuf, passphrase: String },
    Remove { card: Card },
}

impl Command {
    /// Does it. Takes about a second where a passphrase is stretched.
    pub(super) fn carry_out(self, folder: &Path, now: Timestamp) -> Result<Done, IdentityError> {
        match self {
            Self::Unlock { card, passphrase } => identity::unlock(&card.file, &passphrase).map(|_key| Done::Opens),
            Self::Change { card, old, new } => {
                identity::change_passphrase(&card.file, &old, &new).map(|()| Done::Changed)
            }
            Self::BackUp { card, to } => identity::back_up(&card, &to).map(|()| Done::BackedUp(to)),
            Self::Import { file, passphrase } => {
                identity::import(folder, &file, &passphrase, now).map(|card| Done::Imported(Box::new(card)))
            }
            Self::Remove { card } => identity::remove(&card).map(|()| Done::Removed(card.name)),
        }
    }
}

impl Form {
    fn new(kind: Kind) -> Self {
        let empty = String::new;
        Self { kind, passphrase: empty(), new: empty(), again: empty(), shows_missing: false, is_sure: false }
    }

    pub(super) fn unlock(card: &Card) -> Self {
        Self::new(Kind::Unlock(card.clone()))
    }

    pub(super) fn change(card: &Card) -> Self {
        Self::new(Kind::Change(card.clone()))
    }

    pub(super) fn back_up(card: &Card) -> Self {
        Self::new(Kind::BackUp(card.clone(), PathPicker::default()))
    }

    pub(super) fn import(path: String) -> Self {
        Self::new(Kind::Import(PathPicker::at(path)))
    }

    pub(super) fn remove(card: &Card) -> Self {
        Self::new(Kind::Remove(card.clone()))
    }

    pub(super) fn heading(&self) -> Message {
        match &self.kind {
            Kind::Unlock(_) => say::try_passphrase(),
            Kind::Change(_) => say::change_passphrase(),
            Kind::BackUp(..) => say::back_up_key(),
            Kind::Import(_) => say::import_key(),
            Kind::Remove(_) => say::remove_key(),
        }
    }

    /// Draws the form; returns what is to be done once it is asked for and complete.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, error: Option<&Message>, is_busy: bool) -> Option<Command> {
        let (theme, lang) = (cx.theme, cx.lang);
        ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
        let name = match &self.kind {
            Kind::Unlock(card) | Kind::Change(card) | Kind::BackUp(card, _) | Kind::Remove(card) => Some(&card.name),
            Kind::Import(_) => None,
        };
        if let Some(name) = name {
            widgets::strong(ui, theme, name);
        }
        self.fields(ui, cx);
        if let Some(error) = error {
            widgets::error_line(ui, theme, &error.text(lang));
        }
        if is_busy {
            widgets::progress(ui, theme, 0.5, &say::opening_key().text(lang));
        }
        let text = self.heading().text(lang);
        let button = match &self.kind {
            Kind::Remove(_) => Button::danger(theme, say::remove_key_now().text(lang)),
            _ => Button::primary(theme, text),
        };
        let can_go = !is_busy && (self.is_sure || !matches!(self.kind, Kind::Remove(_)));
        // Two buttons may say the same on this screen: this one is the form's.
        let is_asked = ui.push_id("go", |ui| ui.add_enabled(can_go, button).clicked()).inner;
        is_asked.then(|| self.command()).flatten()
    }

    fn fields(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let (theme, lang) = (cx.theme, cx.lang);
        let label = say::passphrase().text(lang);
        match &mut self.kind {
            Kind::Unlock(_) => {
                widgets::soft(ui, theme, &say::try_passphrase_help().text(lang));
                Field::new(theme, &label).password().show(ui, &mut self.passphrase);
            }
            Kind::Change(_) => {
                let label = say::old_passphrase().text(lang);
                Field::new(theme, &label).password().show(ui, &mut self.passphrase);
                passphrase_twice(ui, cx, &mut self.new, &mut self.again, self.shows_missing);
            }
            Kind::BackUp(card, picker) => {
                widgets::body(ui, theme, &say::back_up_help().text(lang));
                let suggested = format!("{}.p12", file_name(&card.name));
                picker.show(ui, theme, lang, &say::back_up_to().text(lang), &Wanted::Save(suggested.clone()), None);
                if picker.path().is_some_and(|path| path.is_dir()) {
                    picker.text = picker.path().unwrap_or_default().join(suggested).display().to_string();
                }
            }
            Kind::Import(picker) => {
                widgets::body(ui, theme, &say::import_help().text(lang));
                let wanted = Wanted::File(vec!["p12", "pfx"]);
                picker.show(ui, theme, lang, &say::key_file().text(lang), &wanted, None);
                let help = say::import_passphrase_help().text(lang);
                Field::new(theme, &label).help(&help).password().show(ui, &mut self.passphrase);
            }
            Kind::Remove(card) => {
                widgets::toned(ui, theme, Tone::Bad, |ui| {
                    widgets::body(ui, theme, &say::remove_key_warning().text(lang));
                });
                fingerprint(ui, cx, &say::fingerprint_label(), &card.fingerprint.in_groups());
                widgets::check(ui, theme, &mut self.is_sure, &say::remove_key_sure().text(lang));
            }
        }
    }

    fn command(&mut self) -> Option<Command> {
        self.shows_missing = true;
        match &self.kind {
            Kind::Unlock(card) => {
                Some(Command::Unlock { card: card.clone(), passphrase: std::mem::take(&mut self.passphrase) })
            }
            Kind::Change(card) => is_usable(&self.new, &self.again).then(|| Command::Change {
                card: card.clone(),
                old: self.passphrase.clone(),
                new: self.new.clone(),
            }),
            Kind::BackUp(card, picker) => picker.path().map(|to| Command::BackUp { card: card.clone(), to }),
            Kind::Import(picker) => {
                picker.path().map(|file| Command::Import { file, passphrase: self.passphrase.clone() })
            }
            Kind::Remove(card) => Some(Command::Remove { card: card.clone() }),
        }
    }
}

/// A name that every file system takes.
fn file_name(name: &str) -> String {
    let name = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect::<String>().to_lowercase();
    let name = name.trim_matches('-');
    if name.is_empty() { "perehdytin".to_owned() } else { name.to_owned() }
}
