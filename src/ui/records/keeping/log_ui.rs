//! Who did what to the records, the newest first.

use egui::Ui;

use crate::i18n::Lang;
use crate::i18n::date_and_time;
use crate::i18n::local;
use crate::i18n::messages::keeping as say;
use crate::records::Day;
use crate::records::Deed;
use crate::records::Logged;
use crate::records::Records;
use crate::records::RecordsError;
use crate::ui::Cx;
use crate::ui::prepare::time_zone;
use crate::ui::records::asking::Asking;
use crate::ui::records::asking::answered;
use crate::ui::records::words::day_words;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Column;

/// How many more lines are shown at a time.
const STEP: usize = 100;

/// The newest lines.
#[derive(Debug, Default)]
pub(in crate::ui::records) struct Log {
    asking: Asking<(u64, usize), Vec<Line>>,
    more: usize,
}

/// What was done, and when and where the session was whose register was imported.
#[derive(Debug)]
struct Line {
    logged: Logged,
    session: Option<(Day, String)>,
}

fn look(records: &Records, (_epoch, most): &(u64, usize)) -> Result<Vec<Line>, RecordsError> {
    let lines = records.log(*most)?.into_iter().map(|logged| {
        let session = match &logged.deed {
            Deed::Imported { digest, .. } => records.session_of(digest)?,
            _ => None,
        };
        Ok(Line { logged, session })
    });
    lines.collect()
}

/// What was done, in words: a register by its session rather than by its digest, as long as it is kept.
fn deed_words(lang: Lang, line: &Line) -> String {
    match (&line.logged.deed, &line.session) {
        (Deed::Imported { people, .. }, Some((day, place))) => {
            let parts = [day_words(lang, *day), place.clone()];
            let session = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
            say::log_imported(session, *people).text(lang)
        }
        (deed, _) => deed.message(lang).text(lang),
    }
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
                0 => date_and_time(lang, &local(line.logged.at, &zone)),
                1 => line.logged.by.clone(),
                _ => deed_words(lang, line),
            };
            widgets::body(ui, theme, &text);
        });
        if lines.len() > most && ui.add(Button::plain(theme, say::log_more().text(lang))).clicked() {
            self.more += 1;
        }
    }
}
