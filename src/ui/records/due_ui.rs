//! Making a contractor's list: where to, for whom, and what came of it.

use std::path::PathBuf;

use egui::Ui;

use crate::i18n::Message;
use crate::i18n::messages::archive as say;
use crate::i18n::messages::common;
use crate::i18n::messages::desk;
use crate::records::Records;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::pick::PathPicker;
use crate::ui::pick::Wanted;
use crate::ui::records::due::DueList;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// The dialog in which a list is made.
#[derive(Debug)]
pub(super) struct DueDialog {
    list: DueList,
    folder: PathPicker,
    to: String,
    job: Option<Job<Result<Vec<PathBuf>, Message>>>,
    error: Option<Message>,
}

impl DueDialog {
    /// The dialog for `list`.
    pub(super) fn new(list: DueList) -> Self {
        Self { list, folder: PathPicker::default(), to: String::new(), job: None, error: None }
    }

    /// Draws the dialog; whether it is over.
    pub(super) fn show(&mut self, ui: &Ui, cx: &Cx<'_>, out: &mut Actions) -> bool {
        let (theme, lang) = (cx.theme, cx.lang);
        match finished(&mut self.job) {
            Some(Ok(Ok(files))) => {
                let folder = files.first().and_then(|file| file.parent()).unwrap_or(std::path::Path::new("."));
                out.push(Action::Notice(say::list_written(folder.display().to_string())));
                out.push(Action::Reveal(folder.to_owned()));
                return true;
            }
            Some(Ok(Err(message))) => self.error = Some(message),
            Some(Err(_stopped)) => self.error = Some(desk::work_stopped()),
            None => {}
        }
        let title = say::list_title().text(lang);
        let response = widgets::dialog(ui.ctx(), theme, "records-list", &title, 680.0, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            widgets::body(ui, theme, &say::list_text(self.list.len()).text(lang));
            self.folder.show(ui, theme, lang, &say::list_folder().text(lang), &Wanted::Folder, None);
            let to = say::list_to().text(lang);
            Field::new(theme, &to).width(460.0).limit(200).show(ui, &mut self.to);
            if let Some(error) = &self.error {
                widgets::marked(ui, theme, Tone::Bad, &error.text(lang));
            }
            if self.job.is_some() {
                widgets::soft(ui, theme, &say::list_writing().text(lang));
            }
            ui.horizontal(|ui| {
                let folder = self.folder.path();
                let may = self.job.is_none() && folder.is_some();
                let write = Button::primary(theme, say::list_write().text(lang));
                if let (true, Some(folder)) = (ui.add_enabled(may, write).clicked(), folder) {
                    self.error = None;
                    let (list, to, at) = (self.list.clone(), self.to.clone(), cx.clock.now());
                    let data = cx.data.clone();
                    let work = move |_: &_| {
                        let records = Records::open(&data).map_err(|error| error.message(lang))?;
                        list.write(&records, &folder, &to, at)
                    };
                    self.job = Some(Job::start(ui.ctx(), "records-list", work));
                }
                ui.add(Button::plain(theme, common::close().text(lang))).clicked()
            })
            .inner
        });
        response.inner || (response.should_close && self.job.is_none())
    }
}
