//! How long registers are kept after they end, what that would erase today, and erasing it.

use std::collections::BTreeMap;

use egui::Ui;

use crate::i18n::Message;
use crate::i18n::date_and_time;
use crate::i18n::local;
use crate::i18n::messages::desk;
use crate::i18n::messages::keeping as say;
use crate::records::By;
use crate::records::Day;
use crate::records::LONGEST_YEARS;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::Retention;
use crate::records::Sweep;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::prepare::time_zone;
use crate::ui::records::asking::Asking;
use crate::ui::records::asking::answered;
use crate::ui::records::day_field::today;
use crate::ui::records::keeping::who_ui;
use crate::ui::records::overview::Overview;
use crate::ui::records::words::day_words;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;
use crate::ui::work::finished;

/// Most registers, people and files that are told one by one.
const MOST_TOLD: usize = 40;

/// The rules, what was typed for them, and what they would erase.
#[derive(Debug, Default)]
pub(in crate::ui::records) struct Retaining {
    asking: Asking<(u64, Day), (Vec<Retention>, Sweep)>,
    /// What was typed, by course; of all courses under an empty name.
    typed: BTreeMap<String, String>,
    is_sure: bool,
    changing: Option<Job<Result<Done, RecordsError>>>,
    error: Option<Message>,
}

/// What was done.
#[derive(Debug)]
enum Done {
    Set,
    Swept {
        registers: usize,
        people: usize,
        asides: usize,
        is_clear: bool,
    },
    /// The records had become others than those that were shown.
    Changed,
}

/// What was asked for.
enum Wanted {
    Set { course: Option<String>, years: Option<u32> },
    Sweep,
}

fn look(records: &Records, (_epoch, today): &(u64, Day)) -> Result<(Vec<Retention>, Sweep), RecordsError> {
    Ok((records.retention()?, records.sweep(*today)?))
}

impl Retaining {
    /// Takes in what is done; whether the records have changed.
    pub(in crate::ui::records) fn take_results(&mut self, cx: &Cx<'_>, out: &mut Actions) -> bool {
        match finished(&mut self.changing) {
            Some(Ok(Ok(done))) => {
                self.is_sure = false;
                let notice = match done {
                    Done::Set => say::retention_is_set(),
                    Done::Swept { registers, people, asides, is_clear: true } => say::swept(registers, people, asides),
                    Done::Swept { is_clear: false, .. } => say::unclear(),
                    Done::Changed => say::sweep_changed(),
                };
                out.push(Action::Notice(notice));
            }
            Some(Ok(Err(error))) => self.error = Some(error.message(cx.lang)),
            Some(Err(_stopped)) => self.error = Some(desk::work_stopped()),
            None => return false,
        }
        true
    }

    /// Draws the part.
    pub(in crate::ui::records) fn show(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        epoch: u64,
        overview: &Overview,
        who: &mut String,
    ) {
        let (theme, lang) = (cx.theme, cx.lang);
        let today = today(cx);
        self.asking.ask(ui.ctx(), cx.data, look, (epoch, today));
        if let Some(error) = &self.error {
            widgets::toned(ui, theme, Tone::Bad, |ui| widgets::marked(ui, theme, Tone::Bad, &error.text(lang)));
        }
        widgets::soft(ui, theme, &say::retention_text().text(lang));
        let Some((rules, sweep)) = answered(ui, cx, self.asking.newest()).cloned() else { return };
        who_ui(ui, cx, who);
        let may = self.changing.is_none() && !who.trim().is_empty();
        let mut wanted = None;
        widgets::section(ui, theme, &say::retention_title().text(lang), |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            wanted = self.rule_ui(ui, cx, None, &say::retention_all().text(lang), &rules, may);
            for course in &overview.courses {
                let title = course.edition.title(lang);
                let asked = self.rule_ui(ui, cx, Some(&course.edition.course), title, &rules, may);
                wanted = asked.or(wanted.take());
            }
        });
        if self.sweep_ui(ui, cx, &sweep, may) {
            wanted = Some(Wanted::Sweep);
        }
        if let Some(wanted) = wanted {
            self.change(ui.ctx(), cx, wanted, sweep, who);
        }
    }

    /// One rule: what holds now, and what it is to be.
    fn rule_ui(
        &mut self,
        ui: &mut Ui,
        cx: &Cx<'_>,
        course: Option<&str>,
        title: &str,
        rules: &[Retention],
        may: bool,
    ) -> Option<Wanted> {
        let (theme, lang) = (cx.theme, cx.lang);
        let rule = rules.iter().find(|rule| rule.course.as_deref() == course);
        let typed = self.typed.entry(course.unwrap_or_default().to_owned()).or_default();
        let mut wanted = None;
        ui.push_id(("rule", course), |ui| {
            let stands = match rule {
                Some(rule) => {
                    let at = date_and_time(lang, &local(rule.at, &time_zone()));
                    say::retention_stands(rule.years, rule.by.as_str(), at)
                }
                None if course.is_none() => say::retention_none(),
                None => say::retention_as_all(),
            };
            ui.horizontal_top(|ui| {
                let label = say::retention_years(title).text(lang);
                Field::new(theme, &label).width(420.0).limit(3).show(ui, typed);
                let years = typed.trim().parse::<u32>().ok().filter(|years| *years <= LONGEST_YEARS);
                ui.vertical(|ui| {
                    // Level with the field, below its label.
                    ui.add_space(theme.grid * 3.125);
                    ui.horizontal(|ui| {
                        let course = course.map(str::to_owned);
                        let named = |ui: &Ui, response: &egui::Response, text: &str| {
                            let name = format!("{text}: {title}");
                            ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
                        };
                        let text = say::retention_set().text(lang);
                        let set = ui.add_enabled(may && years.is_some(), Button::plain(theme, text.as_str()));
                        named(ui, &set, &text);
                        let text = say::retention_clear().text(lang);
                        let clear = ui.add_enabled(may && rule.is_some(), Button::quiet(theme, text.as_str()));
                        named(ui, &clear, &text);
                        if set.clicked() {
                            wanted = Some(Wanted::Set { course, years });
                        } else if clear.clicked() {
                            wanted = Some(Wanted::Set { course, years: None });
                        }
                    });
                });
            });
            widgets::body(ui, theme, &stands.text(lang));
        });
        wanted
    }

    /// What the rules would erase; whether that is wanted.
    fn sweep_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, sweep: &Sweep, may: bool) -> bool {
        let (theme, lang) = (cx.theme, cx.lang);
        let mut wants = false;
        widgets::section(ui, theme, &say::sweep_title().text(lang), |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid;
            if *sweep == Sweep::default() {
                widgets::body(ui, theme, &say::sweep_nothing().text(lang));
                return;
            }
            let total = say::sweep_total(sweep.registers.len(), sweep.people.len(), sweep.asides.len());
            widgets::strong(ui, theme, &total.text(lang));
            for register in sweep.registers.iter().take(MOST_TOLD) {
                let (day, ended) = (day_words(lang, register.day), day_words(lang, register.ended));
                let words = say::sweep_register(register.edition.title(lang), day, ended, register.people);
                widgets::body(ui, theme, &words.text(lang));
            }
            if sweep.registers.len() > MOST_TOLD {
                widgets::body(ui, theme, &say::sweep_more(sweep.registers.len() - MOST_TOLD).text(lang));
            }
            if !sweep.people.is_empty() {
                let names = named(sweep.people.iter().map(|(_, name)| name.as_str()));
                widgets::body(ui, theme, &say::sweep_people(names).text(lang));
            }
            if !sweep.asides.is_empty() {
                let names = named(sweep.asides.iter().map(|(_, name)| name.as_str()));
                widgets::body(ui, theme, &say::sweep_asides(names).text(lang));
            }
            widgets::marked(ui, theme, Tone::Caution, &say::erase_copies().text(lang));
            widgets::check(ui, theme, &mut self.is_sure, &say::sweep_sure().text(lang));
            let button = Button::danger(theme, say::sweep_now().text(lang));
            wants = ui.add_enabled(may && self.is_sure, button).clicked();
            if self.changing.is_some() {
                widgets::soft(ui, theme, &say::erase_working().text(lang));
            }
        });
        wants
    }

    fn change(&mut self, context: &egui::Context, cx: &Cx<'_>, wanted: Wanted, sweep: Sweep, who: &str) {
        self.error = None;
        let (data, who, at, today) = (cx.data.clone(), who.trim().to_owned(), cx.clock.now(), today(cx));
        self.changing = Some(Job::start(context, "records-retention", move |_| {
            let mut records = Records::open(&data)?;
            let by = By { name: &who, at };
            match wanted {
                Wanted::Set { course, years } => {
                    records.set_retention(course.as_deref(), years, by)?;
                    Ok(Done::Set)
                }
                Wanted::Sweep => Ok(match records.carry_out(&sweep, today, by)? {
                    Some(is_clear) => Done::Swept {
                        registers: sweep.registers.len(),
                        people: sweep.people.len(),
                        asides: sweep.asides.len(),
                        is_clear,
                    },
                    None => Done::Changed,
                }),
            }
        }));
    }
}

/// Names one after the other, as many as are told.
fn named<'a>(mut names: impl Iterator<Item = &'a str>) -> String {
    let mut told = names.by_ref().take(MOST_TOLD).collect::<Vec<_>>().join(", ");
    if names.next().is_some() {
        told.push_str(" …");
    }
    told
}
