//! What was written, with its verdict and what to do with it.

use egui::Ui;

use crate::i18n::messages::desk as say;
use crate::register::feedback_file::FEEDBACK_NAME;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::Running;
use crate::ui::finish::Screen;
use crate::ui::verify::answers_ui;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;

impl Screen {
    pub(super) fn done_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, running: &Running, out: &mut Actions) {
        let (theme, lang) = (cx.theme, cx.lang);
        let Some(signed) = &self.signed else { return };
        let may_leave = !self.handout.has_dialog();
        ui.vertical(|ui| {
            widgets::title(ui, theme, &say::done_title().text(lang));
            widgets::soft(ui, theme, &running.snapshot.state.setup.course_title);
        });
        widgets::section(ui, theme, &say::files_title().text(lang), |ui| {
            widgets::caption(ui, theme, &signed.folder.display().to_string());
            let files = [
                ("register.pdf", say::show_register(), say::register_is()),
                ("report.pdf", say::show_report(), say::report_is()),
                ("participants.xlsx", say::show_workbook(), say::workbook_is()),
                ("participants.csv", say::show_csv(), say::csv_is()),
                (FEEDBACK_NAME, say::show_feedback_file(), say::feedback_file_is()),
            ];
            egui::Grid::new("files").num_columns(2).spacing([theme.grid * 2.0, theme.grid]).show(ui, |ui| {
                for (name, text, what) in files {
                    if name == FEEDBACK_NAME && !signed.has_feedback {
                        continue;
                    }
                    ui.vertical(|ui| {
                        ui.set_width(248.0);
                        if ui.add(Button::plain(theme, text.text(lang)).wide()).clicked() {
                            out.push(Action::Reveal(signed.file(name)));
                        }
                    });
                    widgets::soft(ui, theme, &what.text(lang));
                    ui.end_row();
                }
            });
            ui.add_space(theme.grid);
            if ui.add(Button::plain(theme, say::open_folder().text(lang))).clicked() {
                out.push(Action::Reveal(signed.folder.clone()));
            }
            if !signed.is_at_home {
                widgets::marked(ui, theme, Tone::Caution, &say::not_at_home().text(lang));
            }
        });
        widgets::section(ui, theme, &say::own_check().text(lang), |ui| match &signed.verdict {
            Ok(verdict) => answers_ui(ui, cx, verdict),
            Err(reason) => {
                widgets::marked(ui, theme, Tone::Bad, &say::own_check_failed(reason.as_str()).text(lang));
            }
        });
        self.handout_ui(ui, cx, running, out);
        let mut signs_again = false;
        ui.horizontal_wrapped(|ui| {
            if widgets::main_button(ui, may_leave, Button::primary(theme, say::done().text(lang)).large()) {
                out.push(Action::Release);
                out.push(Action::Go(Box::new(Route::Home(Default::default()))));
            }
            signs_again = ui.add(Button::quiet(theme, say::sign_again().text(lang))).clicked();
        });
        if signs_again {
            self.signed = None;
            self.has_keyboard = false;
        }
    }
}
