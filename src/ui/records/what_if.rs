//! What a course pack would make due before it comes into force, and putting it into force.

use std::path::Path;

use egui::RichText;
use egui::Ui;

use crate::files::DataFolder;
use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::archive as say;
use crate::i18n::messages::desk;
use crate::pack;
use crate::records::Day;
use crate::records::Edition;
use crate::records::Line;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::WhatIf;
use crate::ui::Cx;
use crate::ui::pick::PathPicker;
use crate::ui::pick::Picked;
use crate::ui::pick::Wanted;
use crate::ui::records::change::Change;
use crate::ui::records::day_field::today;
use crate::ui::records::list::List;
use crate::ui::records::list::cell_text;
use crate::ui::records::words::lacking_words;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Column;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// How high the list of people gets before it scrolls by itself, in points.
const MOST_HEIGHT: f32 = 320.0;

/// The page with its answer.
#[derive(Debug, Default)]
pub(super) struct WhatIfPage {
    folder: PathPicker,
    job: Option<Job<Result<Foreseen, Trouble>>>,
    foreseen: Option<Result<Foreseen, Trouble>>,
    list: List,
}

#[derive(Debug)]
struct Foreseen {
    edition: Edition,
    /// Whether the records know the course at all.
    is_known: bool,
    what_if: WhatIf,
}

#[derive(Debug)]
enum Trouble {
    /// The pack has faults, told as the course check tells them.
    Pack(String),
    Other(Message),
}

fn foresee(data: &DataFolder, folder: &Path, today: Day, lang: Lang) -> Result<Foreseen, Trouble> {
    let loaded = pack::load(folder).map_err(|report| Trouble::Pack(report.text(lang)))?;
    let edition = Edition::of(&loaded.pack);
    let records = Records::open(data).map_err(|error| Trouble::Other(error.message(lang)))?;
    let (is_known, what_if) = match records.what_if(&edition, today) {
        Ok(what_if) => (true, what_if),
        Err(RecordsError::Unknown(_)) => (false, WhatIf { stay: 0, due_already: 0, people: Vec::new() }),
        Err(error) => return Err(Trouble::Other(error.message(lang))),
    };
    Ok(Foreseen { edition, is_known, what_if })
}

impl WhatIfPage {
    /// Forgets the answer: the records have changed.
    pub(super) fn forget(&mut self) {
        self.foreseen = None;
    }

    /// Draws the page; returns what to change, and whether to go back.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, who: &mut String, is_busy: bool) -> (Option<Change>, bool) {
        let (theme, lang) = (cx.theme, cx.lang);
        match finished(&mut self.job) {
            Some(Ok(done)) => self.foreseen = Some(done),
            Some(Err(_stopped)) => self.foreseen = Some(Err(Trouble::Other(desk::work_stopped()))),
            None => {}
        }
        let goes_back = ui.add(Button::quiet(theme, say::back_to_contractors().text(lang)).flush()).clicked();
        widgets::heading(ui, theme, &say::what_if_title().text(lang));
        widgets::soft(ui, theme, &say::what_if_text().text(lang));
        let mut chosen = None;
        widgets::card(ui, theme, |ui| {
            let label = say::what_if_folder().text(lang);
            if let Some(Picked(paths)) = self.folder.show(ui, theme, lang, &label, &Wanted::Folder, None) {
                chosen = paths.into_iter().next();
            }
            let path = self.folder.path();
            let may = self.job.is_none() && path.is_some();
            if widgets::main_button(ui, may, Button::primary(theme, say::what_if_now().text(lang))) {
                chosen = path;
            }
        });
        if let Some(folder) = chosen.filter(|_| self.job.is_none()) {
            self.foreseen = None;
            let (data, today) = (cx.data.clone(), today(cx));
            self.job = Some(Job::start(ui.ctx(), "records-what-if", move |_| foresee(&data, &folder, today, lang)));
        }
        if self.job.is_some() {
            widgets::soft(ui, theme, &say::what_if_reading().text(lang));
        }
        let change = match &self.foreseen {
            Some(Ok(foreseen)) => foreseen_ui(ui, cx, foreseen, &mut self.list, who, is_busy),
            Some(Err(Trouble::Other(message))) => {
                widgets::error_line(ui, theme, &message.text(lang));
                None
            }
            Some(Err(Trouble::Pack(report))) => {
                widgets::error_line(ui, theme, &say::pack_broken().text(lang));
                let report = RichText::new(report).monospace().color(theme.ink);
                ui.add(egui::Label::new(report).wrap().selectable(true));
                None
            }
            None => None,
        };
        (change, goes_back)
    }
}

fn foreseen_ui(
    ui: &mut Ui,
    cx: &Cx<'_>,
    foreseen: &Foreseen,
    list: &mut List,
    who: &mut String,
    is_busy: bool,
) -> Option<Change> {
    let (theme, lang) = (cx.theme, cx.lang);
    let Foreseen { edition, is_known, what_if } = foreseen;
    let tone = if what_if.people.is_empty() { Tone::Good } else { Tone::Caution };
    let mut change = None;
    widgets::toned(ui, theme, tone, |ui| {
        widgets::subheading(ui, theme, &say::course(edition.title(lang), edition.revision).text(lang));
        if *is_known {
            let words = say::what_if_due(what_if.people.len(), what_if.stay, what_if.due_already);
            widgets::marked(ui, theme, tone, &words.text(lang));
        } else {
            widgets::marked(ui, theme, tone, &say::what_if_new_course().text(lang));
        }
        if !what_if.people.is_empty() {
            people_ui(ui, cx, &what_if.people, edition, list);
        }
        ui.add_space(theme.grid);
        widgets::body(ui, theme, &say::publish_text().text(lang));
        Field::new(theme, &say::who().text(lang)).width(420.0).limit(80).show(ui, who);
        if who.trim().is_empty() {
            widgets::caption(ui, theme, &say::who_first().text(lang));
        }
        let may = !is_busy && !who.trim().is_empty();
        if ui.add_enabled(may, Button::plain(theme, say::publish().text(lang))).clicked() {
            change = Some(Change::Publish { edition: Box::new(edition.clone()), today: today(cx).date() });
        }
    });
    change
}

fn people_ui(ui: &mut Ui, cx: &Cx<'_>, people: &[Line], edition: &Edition, list: &mut List) {
    let (theme, lang) = (cx.theme, cx.lang);
    let columns = [
        Column::text(say::column_company().text(lang), 3.0),
        Column::text(say::column_name().text(lang), 3.0),
        Column::text(say::column_lacking().text(lang), 5.0),
    ];
    let name = |row: usize| people.get(row).map_or_else(String::new, |line| format!("{}, {}", line.name, line.company));
    list.show(ui, theme, "what-if", &columns, (people.len(), MOST_HEIGHT), &name, |ui, row, column| {
        let Some(line) = people.get(row) else { return };
        match column {
            0 => cell_text(ui, theme, &line.company),
            1 => cell_text(ui, theme, &line.name),
            _ => cell_text(ui, theme, &lacking_words(lang, line, edition)),
        }
    });
}
