//! The feedback files that were taken: to what each is tied, and leaving one out.

use egui::Ui;

use crate::i18n::date_and_time;
use crate::i18n::local;
use crate::i18n::messages::archive;
use crate::i18n::messages::trend as say;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::feedback::Source;
use crate::records::feedback::Tie;
use crate::ui::Cx;
use crate::ui::prepare::time_zone;
use crate::ui::records::asking::Asking;
use crate::ui::records::change::Change;
use crate::ui::records::words::day_words;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;

/// How many more are shown at a time.
const STEP: usize = 30;

/// The page of the files.
#[derive(Debug, Default)]
pub(super) struct SourcesPage {
    asking: Asking<u64, Vec<Source>>,
    more: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "questions of every size come by reference")]
fn look(records: &Records, _epoch: &u64) -> Result<Vec<Source>, RecordsError> {
    records.feedback_sources()
}

impl SourcesPage {
    /// Draws the page; returns what to change, and whether to go back.
    pub(super) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        epoch: u64,
        who: &mut String,
        is_busy: bool,
    ) -> (Option<Change>, bool) {
        let (theme, lang) = (cx.theme, cx.lang);
        self.asking.ask(ui.ctx(), cx.data, look, epoch);
        let goes_back = ui.add(Button::quiet(theme, say::back_to_trends().text(lang)).flush()).clicked();
        widgets::heading(ui, theme, &say::sources_title().text(lang));
        widgets::soft(ui, theme, &say::sources_text().text(lang));
        let sources = match self.asking.newest() {
            Some(Ok(sources)) => sources,
            Some(Err(failed)) => {
                widgets::error_line(ui, theme, &failed.message(lang).text(lang));
                return (None, goes_back);
            }
            None => return (None, goes_back),
        };
        Field::new(theme, &archive::who().text(lang)).width(420.0).limit(80).show(ui, who);
        if who.trim().is_empty() {
            widgets::caption(ui, theme, &archive::who_first().text(lang));
        }
        let may = !is_busy && !who.trim().is_empty();
        let mut change = None;
        let shown = (self.more + 1) * STEP;
        for source in sources.iter().take(shown) {
            ui.push_id(source.id, |ui| {
                if source_ui(ui, cx, source, may) {
                    change = Some(Change::LeaveOut { feedback: source.id, is_out: !source.left_out });
                }
            });
        }
        if sources.len() > shown {
            let text = archive::show_more(sources.len() - shown).text(lang);
            if ui.add(Button::plain(theme, text)).clicked() {
                self.more += 1;
            }
        }
        (change, goes_back)
    }
}

/// A file; whether it is to be left out, or taken back.
fn source_ui(ui: &mut Ui, cx: &Cx<'_>, source: &Source, may: bool) -> bool {
    let (theme, lang) = (cx.theme, cx.lang);
    let tone = match source.tie {
        _ if source.left_out => Tone::Neutral,
        Tie::Register => Tone::Good,
        Tie::Contradicts => Tone::Bad,
        Tie::Unaccepted | Tie::Missing => Tone::Caution,
        Tie::Alone => Tone::Neutral,
    };
    widgets::card(ui, theme, |ui| {
        ui.spacing_mut().item_spacing.y = theme.grid / 2.0;
        let course = archive::course(source.title.as_str(), source.revision).text(lang);
        let head = [day_words(lang, source.day), source.place.clone(), course];
        let head: Vec<String> = head.into_iter().filter(|part| !part.is_empty()).collect();
        let head = head.join(" · ");
        widgets::strong(ui, theme, &head);
        let tie = if source.left_out { say::left_out() } else { source.tie.message() };
        widgets::marked(ui, theme, tone, &tie.text(lang));
        if source.rehearsal {
            widgets::soft(ui, theme, &say::source_rehearsal().text(lang));
        }
        if !source.contractors.is_empty() {
            widgets::soft(ui, theme, &source.contractors.join(", "));
        }
        let at = date_and_time(lang, &local(source.at, &time_zone()));
        widgets::caption(ui, theme, &say::source_came(source.name.as_str(), at, source.by.as_str()).text(lang));
        let text = if source.left_out { say::take_back() } else { say::leave_out() };
        let text = text.text(lang);
        let name = format!("{text}: {head}");
        let button = ui.add_enabled(may, Button::quiet(theme, text).flush());
        ui.ctx().accesskit_node_builder(button.id, |node| node.set_label(name));
        button.clicked()
    })
    .inner
}
