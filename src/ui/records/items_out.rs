//! Writing the development items that are shown into a table.

use std::path::Path;
use std::path::PathBuf;

use egui::Ui;

use crate::files::write_atomically;
use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::common;
use crate::i18n::messages::desk;
use crate::i18n::messages::trend as say;
use crate::records::feedback::Item;
use crate::records::feedback::ItemTable;
use crate::records::feedback::TableFormat;
use crate::records::file_message;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::pick::PathPicker;
use crate::ui::pick::Picked;
use crate::ui::pick::Wanted;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// The dialog in which a table is made.
#[derive(Debug)]
pub(super) struct OutDialog {
    table: ItemTable,
    count: usize,
    file: PathPicker,
    /// What the desktop's dialog chose: there the person has agreed to replace it.
    picked: Option<PathBuf>,
    job: Option<Job<Result<PathBuf, Message>>>,
    error: Option<Message>,
}

impl OutDialog {
    /// The dialog for `items`.
    pub(super) fn new(items: &[Item], lang: Lang) -> Self {
        let (table, count) = (ItemTable::of(items, lang), items.len());
        Self { table, count, file: PathPicker::default(), picked: None, job: None, error: None }
    }

    /// Draws the dialog; whether it is over.
    pub(super) fn show(&mut self, ui: &Ui, cx: &Cx<'_>, out: &mut Actions) -> bool {
        let (theme, lang) = (cx.theme, cx.lang);
        match finished(&mut self.job) {
            Some(Ok(Ok(path))) => {
                out.push(Action::Notice(say::table_written(self.count, path.display().to_string())));
                return true;
            }
            Some(Ok(Err(message))) => self.error = Some(message),
            Some(Err(_stopped)) => self.error = Some(desk::work_stopped()),
            None => {}
        }
        let title = say::items_out_title().text(lang);
        let response = widgets::dialog(ui.ctx(), theme, "records-items-out", &title, 680.0, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            widgets::body(ui, theme, &say::items_out_text(self.count).text(lang));
            let wanted = Wanted::Save(format!("{}.xlsx", say::items_file().text(lang)));
            let label = say::items_out_file().text(lang);
            if let Some(Picked(paths)) = self.file.show(ui, theme, lang, &label, &wanted, None) {
                self.picked = paths.into_iter().next();
            }
            if let Some(error) = &self.error {
                widgets::marked(ui, theme, Tone::Bad, &error.text(lang));
            }
            ui.horizontal(|ui| {
                let path = self.file.path();
                let may = self.job.is_none() && path.is_some();
                let write = Button::primary(theme, say::save().text(lang));
                if let (true, Some(path)) = (ui.add_enabled(may, write).clicked(), path) {
                    self.error = None;
                    let may_replace = self.picked.as_ref() == Some(&path);
                    let table = self.table.clone();
                    self.job = Some(Job::start(ui.ctx(), "records-items-out", move |_| {
                        written(&table, &path, may_replace).map(|()| path.clone())
                    }));
                }
                ui.add(Button::plain(theme, common::close().text(lang))).clicked()
            })
            .inner
        });
        response.inner || (response.should_close && self.job.is_none())
    }
}

fn written(table: &ItemTable, path: &Path, may_replace: bool) -> Result<(), Message> {
    let shown = || path.display().to_string();
    let format = TableFormat::of(path).ok_or_else(|| say::table_format(shown()))?;
    if path.exists() && !may_replace {
        return Err(say::table_exists(shown()));
    }
    let bytes = table.bytes(format).map_err(|error| say::no_table(error.to_string()))?;
    write_atomically(path, &bytes).map_err(|error| file_message(&error))
}
