//! Who did what to the records, the newest first.

use egui::Ui;

use crate::i18n::date_and_time;
use crate::i18n::local;
use crate::i18n::messages::keeping as say;
use crate::records::Logged;
use crate::records::Records;
use crate::records::RecordsError;
use crate::ui::Cx;
use crate::ui::prepare::time_zone;
use crate::ui::records::asking::Asking;
use crate::ui::records::asking::answered;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Column;

/// How many more lines are shown at a time.
const STEP: usize = 100;

/// The newest lines.
#[derive(Debug, Default)]
pub(in crate::ui::records) struct Log {
    asking: Asking<(u64, usize), Vec<Logged>>,
    more: usize,
}

fn look(records: &Records, (_epoch, most): &(u64, usize)) -> Result<Vec<Logged>, RecordsError> {
    records.log(*most)
}

impl Log {
    /// Draws the part.
    pub(in crate::ui::records) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, epoch: u64) {
        let (theme, lang) = (cx.theme, cx.lang);
        let most = (self.more + 1) * STEP;
        self.asking.ask(ui.ctx(), cx.data, look, (epoch, most + 1));
        widgets::soft(ui, theme, &say::log_text().text(lang));
        let Some(lines) = answered(ui, cx, self.asking.newest()) else { return };
        let columns = [
            Column::text(say::log_when().text(lang), 2.0),
            Column::text(say::log_who().text(lang), 2.0),
            Column::text(say::log_what().text(lang), 6.0),
        ];
        let zone = time_zone();
        let shown = lines.len().min(most);
        widgets::table(ui, theme, "log", &columns, shown, None, |ui, row, column| {
            let Some(line) = lines.get(row) else { return };
            let text = match column {
                0 => date_and_time(lang, &local(line.at, &zone)),
                1 => line.by.clone(),
                _ => line.deed.message(lang).text(lang),
            };
            widgets::body(ui, theme, &text);
        });
        if lines.len() > most && ui.add(Button::plain(theme, say::log_more().text(lang))).clicked() {
            self.more += 1;
        }
    }
}
