//! Choosing the course and the profile, with the check's mistakes where there are any.

use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use egui::Ui;

use crate::i18n::messages::alone;
use crate::i18n::messages::common;
use crate::i18n::messages::desk as say;
use crate::pack::CoursePack;
use crate::pack::Report;
use crate::profile::Profile;
use crate::ui::Cx;
use crate::ui::pick::Picked;
use crate::ui::pick::Wanted;
use crate::ui::prepare::Screen;
use crate::ui::prepare::Spot;
use crate::ui::prepare::findings_ui::findings;
use crate::ui::prepare::library::Course;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Tone;

impl Screen {
    pub(super) fn course_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let (theme, lang) = (cx.theme, cx.lang);
        widgets::section(ui, theme, &say::course_title().text(lang), |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            if let Some(job) = &self.loading {
                let progress = job.progress();
                let (share, text) = progress.map_or((0.0, say::looking_for_packs()), |now| (now.share, now.text));
                widgets::progress(ui, theme, share, &text.text(lang));
            }
            let mut chosen = None;
            let mut shows_report = None;
            if let Some(library) = &self.library {
                if library.courses.is_empty() {
                    widgets::marked(ui, theme, Tone::Caution, &say::no_packs().text(lang));
                }
                for course in &library.courses {
                    let chosen_here = (self.draft.course.as_ref(), self.shows_report.as_ref());
                    match one_course(ui, cx, course, chosen_here, self.is_for_one) {
                        Some(Click::Choose) => chosen = Some(course.folder.clone()),
                        Some(Click::Report) => shows_report = Some(course.folder.clone()),
                        None => {}
                    }
                }
            }
            if let Some(folder) = chosen {
                self.draft.course = Some(folder);
                self.mended(Spot::Course);
            }
            if let Some(folder) = shows_report {
                self.shows_report = (self.shows_report.as_ref() != Some(&folder)).then_some(folder);
            }
            let label = say::other_pack().text(lang);
            let picked = self.course_picker.show(ui, theme, lang, &label, &Wanted::Folder, None);
            if let Some(Picked(paths)) = picked
                && let Some(folder) = paths.into_iter().next()
            {
                // People point at the course file as often as at its folder.
                let folder =
                    if folder.is_file() { folder.parent().map(Path::to_owned).unwrap_or(folder) } else { folder };
                self.draft.course = Some(folder.canonicalize().unwrap_or(folder));
                self.reload(ui.ctx(), cx);
            }
            if let Some(error) = self.error(Spot::Course, cx) {
                let line = widgets::error_line(ui, theme, &error);
                self.reach(Spot::Course, &line);
            }
        });
    }

    pub(super) fn profile_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, pack: &CoursePack, profile: &Arc<Profile>) {
        let (theme, lang) = (cx.theme, cx.lang);
        widgets::section(ui, theme, &say::profile_title().text(lang), |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            let mut language = self.language(pack);
            let languages: Vec<(usize, String)> = pack
                .languages
                .iter()
                .enumerate()
                .map(|(index, tag)| (index, common::language_name(tag.as_str()).text(lang)))
                .collect();
            let label = if self.is_for_one { alone::language() } else { say::room_language() };
            let mut index = pack.languages.iter().position(|tag| *tag == language).unwrap_or(0);
            if widgets::choice(ui, theme, &label.text(lang), &mut index, &languages)
                && let Some(tag) = pack.languages.get(index)
            {
                language = tag.clone();
                self.draft.language = Some(tag.as_str().to_owned());
            }
            widgets::strong(ui, theme, &say::whose_promises().text(lang));
            let example = pack.example_profile.name.get(&language);
            let text = say::profile_example(example).text(lang);
            let button = Button::plain(theme, text).selected(self.draft.profile.is_none()).wide();
            let response = ui.add(button);
            // Whatever is wrong with the profile, the list of profiles is where another is chosen.
            self.reach(Spot::Profile, &response);
            if response.clicked() {
                self.draft.profile = None;
            }
            let mut chosen = None;
            for own in self.library.iter().flat_map(|library| &library.profiles) {
                let is_chosen = self.draft.profile.as_ref() == Some(&own.file);
                match &own.loaded {
                    Ok(profile) => {
                        let name = profile.name.get(&language);
                        let text =
                            if profile.example { say::profile_example(name).text(lang) } else { name.to_owned() };
                        if ui.add(Button::plain(theme, text).selected(is_chosen).wide()).clicked() {
                            chosen = Some(own.file.clone());
                        }
                    }
                    Err(report) if is_chosen => {
                        let name = own.file.display().to_string();
                        mistakes(ui, cx, &say::profile_mistakes(report.errors(), name).text(lang), report, true);
                    }
                    Err(_) => {}
                }
            }
            if chosen.is_some() {
                self.draft.profile = chosen;
                self.mended(Spot::Profile);
            }
            let label = say::other_profile().text(lang);
            let error = self.error(Spot::Profile, cx);
            let wanted = Wanted::File(vec!["ron"]);
            let picked = self.profile_picker.show(ui, theme, lang, &label, &wanted, error.as_deref());
            if let Some(Picked(paths)) = picked
                && let Some(file) = paths.into_iter().next()
            {
                self.draft.profile = Some(file.canonicalize().unwrap_or(file));
                self.mended(Spot::Profile);
                self.reload(ui.ctx(), cx);
            }
            let unfilled = self.unfilled(pack, profile);
            if !unfilled.is_empty() {
                let names = unfilled.iter().map(|name| format!("{{{name}}}")).collect::<Vec<_>>().join(", ");
                widgets::toned(ui, theme, Tone::Bad, |ui| {
                    widgets::marked(ui, theme, Tone::Bad, &say::profile_lacks(names).text(lang));
                });
            }
            if profile.example {
                widgets::toned(ui, theme, Tone::Caution, |ui| {
                    let name = profile.name.get(&language);
                    let text =
                        if self.is_for_one { alone::example_is_made_up(name) } else { say::example_is_made_up(name) };
                    widgets::body(ui, theme, &text.text(lang));
                });
            }
        });
    }
}

enum Click {
    Choose,
    Report,
}

fn one_course(
    ui: &mut Ui,
    cx: &Cx<'_>,
    course: &Course,
    (chosen, open): (Option<&PathBuf>, Option<&PathBuf>),
    is_for_one: bool,
) -> Option<Click> {
    let (theme, lang) = (cx.theme, cx.lang);
    let (is_chosen, is_open) = (chosen == Some(&course.folder), open == Some(&course.folder));
    let mut click = None;
    match &course.loaded {
        Ok((pack, report)) => {
            let tag = pack.languages.iter().find(|tag| tag.as_str() == lang.tag()).or(pack.languages.first())?;
            let title = pack.example_profile.fill(&pack.title, tag);
            if ui.add(Button::plain(theme, title).selected(is_chosen).wide()).clicked() {
                click = Some(Click::Choose);
            }
            if is_chosen {
                widgets::soft(ui, theme, &pack.example_profile.fill(&pack.summary, tag));
                let languages: Vec<String> =
                    pack.languages.iter().map(|tag| common::language_name(tag.as_str()).text(lang)).collect();
                let minutes = if is_for_one { pack.planned_minutes_alone() } else { pack.planned_minutes() };
                let length = if minutes >= 60 {
                    say::hours_and_minutes(minutes / 60, minutes % 60)
                } else {
                    say::only_minutes(minutes)
                };
                let facts =
                    say::course_facts(length.text(lang), pack.themes.len(), languages.join(", "), pack.revision);
                widgets::soft(ui, theme, &facts.text(lang));
            }
            let warnings = report.warnings();
            if warnings > 0 && is_chosen {
                ui.horizontal(|ui| {
                    widgets::marked(ui, theme, Tone::Caution, &say::pack_warnings(warnings).text(lang));
                    if ui.add(Button::quiet(theme, say::show_findings().text(lang)).selected(is_open)).clicked() {
                        click = Some(Click::Report);
                    }
                });
                if is_open {
                    findings(ui, cx, report);
                }
            }
        }
        Err(report) => {
            let name = course.folder.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
            let heading = say::pack_mistakes(report.errors(), name).text(lang);
            if mistakes(ui, cx, &heading, report, is_open || is_chosen) {
                click = Some(Click::Report);
            }
        }
    }
    click
}

/// A heading in red and, when open, every mistake; returns whether it was asked to open or close.
fn mistakes(ui: &mut Ui, cx: &Cx<'_>, heading: &str, report: &Report, is_open: bool) -> bool {
    let (theme, lang) = (cx.theme, cx.lang);
    widgets::toned(ui, theme, Tone::Bad, |ui| {
        widgets::marked(ui, theme, Tone::Bad, heading);
        let button = Button::quiet(theme, say::show_findings().text(lang)).selected(is_open);
        let is_clicked = ui.add(button).clicked();
        if is_open {
            findings(ui, cx, report);
        }
        is_clicked
    })
    .inner
}
