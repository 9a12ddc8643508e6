//! Writing drafts for the trainer's own mail program.

use egui::Ui;

use crate::i18n::messages::mail as say;
use crate::mail::Recipient;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Running;
use crate::ui::handout::Panel;
use crate::ui::pick::Wanted;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;

impl Panel {
    pub(super) fn drafts_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        running: &Running,
        list: &[Recipient],
        out: &mut Actions,
    ) {
        let (theme, lang) = (cx.theme, cx.lang);
        widgets::section(ui, theme, &say::drafts_title().text(lang), |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid;
            widgets::soft(ui, theme, &say::drafts_text().text(lang));
            let label = say::drafts_folder_label().text(lang);
            self.folder.show(ui, theme, lang, &label, &Wanted::Folder, None);
            if let Some(progress) = self.writing.as_ref().and_then(|job| job.progress()) {
                widgets::progress(ui, theme, progress.share, &progress.text.text(lang));
            }
            // Who has got the message needs no draft.
            let unsent = self.unsent(list);
            let can = !self.is_busy() && !unsent.is_empty() && self.folder.path().is_some();
            if ui.add_enabled(can, Button::plain(theme, say::drafts_write(unsent.len()).text(lang))).clicked() {
                self.write(ui.ctx(), cx, running, unsent);
            }
            let drafts = match &self.drafts {
                Some(Ok(drafts)) => drafts,
                Some(Err(message)) => {
                    widgets::error_line(ui, theme, &message.text(lang));
                    return;
                }
                None => return,
            };
            let written = say::drafts_written(drafts.count, drafts.folder.display().to_string());
            widgets::marked(ui, theme, Tone::Good, &written.text(lang));
            for recipient in &drafts.left_out {
                let left_out = say::drafts_left_out(recipient.names(), recipient.address.as_str());
                widgets::marked(ui, theme, Tone::Bad, &left_out.text(lang));
            }
            if ui.add(Button::plain(theme, say::drafts_open().text(lang))).clicked() {
                out.push(Action::Reveal(drafts.folder.clone()));
            }
        });
    }
}
