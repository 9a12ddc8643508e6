//! Naming the watched folder, and what has come into it.

use egui::Ui;

use crate::i18n::date_and_time;
use crate::i18n::local;
use crate::i18n::messages::archive as say;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::pick::PathPicker;
use crate::ui::pick::Wanted;
use crate::ui::prepare::time_zone;
use crate::ui::settings::Settings;
use crate::ui::settings::Watching;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;

/// Draws the card. `who` is in whose name registers are taken, as the log will tell it.
pub(super) fn show(ui: &mut Ui, cx: &Cx<'_>, picker: &mut PathPicker, who: &str, out: &mut Actions) {
    let (theme, lang) = (cx.theme, cx.lang);
    let mut wanted = None;
    widgets::section(ui, theme, &say::watch_title().text(lang), |ui| {
        widgets::soft(ui, theme, &say::watch_text().text(lang));
        ui.add_space(theme.grid);
        if let Some(folder) = cx.watcher.folder() {
            let tone = told_ui(ui, cx, &folder.display().to_string());
            if tone == Tone::Bad {
                widgets::soft(ui, theme, &say::watch_again().text(lang));
            }
            if ui.add(Button::plain(theme, say::watch_stop().text(lang))).clicked() {
                wanted = Some(Watching::default());
            }
            return;
        }
        picker.show(ui, theme, lang, &say::watch_folder().text(lang), &Wanted::Folder, None);
        let folder = picker.path();
        let begin = Button::plain(theme, say::watch_begin().text(lang));
        if let (true, Some(folder)) = (ui.add_enabled(folder.is_some(), begin).clicked(), folder) {
            // The program may be started elsewhere the next time.
            let folder = std::path::absolute(&folder).unwrap_or(folder).to_string_lossy().into_owned();
            let by = if who.is_empty() { "?" } else { who }.to_owned();
            wanted = Some(Watching { folder, by });
        }
    });
    if let Some(watching) = wanted {
        out.push(Action::Settings(Settings { watching, ..cx.settings.clone() }));
    }
}

/// What has come of watching; in which tone it was told.
fn told_ui(ui: &mut Ui, cx: &Cx<'_>, folder: &str) -> Tone {
    let (theme, lang) = (cx.theme, cx.lang);
    let told = cx.watcher.told().unwrap_or_default();
    let tone = if told.trouble.is_some() { Tone::Bad } else { Tone::Good };
    let words = match &told.trouble {
        Some(error) => error.message(lang),
        None => say::watching(folder),
    };
    widgets::marked(ui, theme, tone, &words.text(lang));
    if let Some((at, sums)) = told.last {
        let at = date_and_time(lang, &local(at, &time_zone()));
        widgets::body(ui, theme, &say::watch_last(at, sums.taken, sums.known, sums.aside).text(lang));
    }
    if told.waiting > 0 {
        widgets::soft(ui, theme, &say::watch_waiting(told.waiting).text(lang));
    }
    tone
}
