//! Drawing the sign-in form: suggestions while typing, errors at the field, Enter moves on.

use egui::Id;
use egui::Key;
use egui::Modifiers;
use egui::Ui;

use crate::i18n::Message;
use crate::i18n::messages::desk as say;
use crate::profile::IdentifierKind;
use crate::session::Expected;
use crate::session::State;
use crate::ui::Cx;
use crate::ui::Running;
use crate::ui::lobby::Screen;
use crate::ui::lobby::form::Spot;
use crate::ui::lobby::form::Trouble;
use crate::ui::lobby::form::Way;
use crate::ui::lobby::matching::companies;
use crate::ui::lobby::matching::suggestions;
use crate::ui::widgets;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::Tone;
use crate::ui::work::Job;

/// The most suggestions shown at once.
const MOST_SUGGESTIONS: usize = 5;

/// The label of the identifier's field; none when nothing is asked for.
pub(in crate::ui) fn identifier_label(kind: IdentifierKind) -> Option<Message> {
    match kind {
        IdentifierKind::None => None,
        IdentifierKind::TaxNumber => Some(say::tax_number()),
        IdentifierKind::EmployeeNumber => Some(say::employee_number()),
        IdentifierKind::Email => Some(say::email()),
    }
}

fn id_of(spot: Spot) -> Id {
    Id::unique(("sign-in", spot as u8))
}

impl Screen {
    pub(super) fn form_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, running: &Running, missing: &[&Expected]) {
        let (theme, lang) = (cx.theme, cx.lang);
        let state = &running.snapshot.state;
        let kind = state.setup.identifier;
        if let Some(spot) = self.send_focus.take() {
            ui.memory_mut(|memory| memory.request_focus(id_of(spot)));
            // The field shows its cursor only in the frame after.
            ui.ctx().request_repaint();
        }
        let is_covered = self.rows.has_dialog() || cx.phones.has_dialog();
        if !is_covered && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter)) {
            self.submit(ui, cx, running);
        }
        widgets::card(ui, theme, |ui| {
            ui.spacing_mut().item_spacing.y = theme.grid * 1.5;
            // One line in either case, so that the pad does not move between two people.
            match &self.welcomed {
                Some(welcomed) => widgets::marked(ui, theme, Tone::Good, &welcomed.text(lang)),
                None => widgets::marked(ui, theme, Tone::Neutral, &say::next_please().text(lang)),
            }
            self.name_ui(ui, cx, state, missing);
            let half = (ui.available_width() - theme.grid * 2.0) / 2.0;
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = theme.grid * 2.0;
                ui.vertical(|ui| {
                    ui.set_width(half);
                    self.company_ui(ui, cx, state);
                });
                ui.vertical(|ui| {
                    ui.set_width(half);
                    let label = say::role().text(lang);
                    let error = self.error(Spot::Role, cx);
                    let field = Field::new(theme, &label).id(id_of(Spot::Role)).error(error.as_deref());
                    let response = field.show(ui, &mut self.form.role);
                    self.moves_on(ui, &response, kind, Spot::Role);
                });
            });
            if let Some(label) = identifier_label(kind) {
                let label = label.text(lang);
                let error = self.error(Spot::Identifier, cx);
                let field = Field::new(theme, &label).id(id_of(Spot::Identifier)).error(error.as_deref());
                let response = field.show(ui, &mut self.form.identifier);
                self.moves_on(ui, &response, kind, Spot::Identifier);
            }
            self.signature_ui(ui, cx);
            ui.horizontal_wrapped(|ui| {
                let text = say::sign_in().text(lang);
                let response = ui
                    .push_id(id_of(Spot::Button), |ui| {
                        ui.add_enabled(self.signing.is_none(), Button::primary(theme, text).large())
                    })
                    .inner;
                if wants_focus(ui, id_of(Spot::Button)) {
                    response.request_focus();
                }
                if response.clicked() {
                    self.submit(ui, cx, running);
                }
                let clear = Button::quiet(theme, say::clear_form().text(lang));
                if ui.add_enabled(!self.form.is_empty(), clear).clicked() {
                    self.form = Default::default();
                    self.trouble = None;
                    self.send_focus = Some(Spot::Name);
                }
                widgets::caption(ui, theme, &say::sign_in_keys().text(lang));
            });
            if let Some(error) = self.error(Spot::Button, cx) {
                widgets::error_line(ui, theme, &error);
            }
            widgets::caption(ui, theme, &say::signature_proves_nothing().text(lang));
        });
    }

    fn name_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, state: &State, missing: &[&Expected]) {
        let (theme, lang) = (cx.theme, cx.lang);
        let is_written = missing.iter().any(|person| person.name == self.form.name);
        let found = if is_written { Vec::new() } else { suggestions(&self.form.name, missing, MOST_SUGGESTIONS) };
        let is_here = ui.memory(|memory| memory.has_focus(id_of(Spot::Name)));
        let mut chosen = None;
        if is_here && !found.is_empty() {
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown)) {
                self.marked = (self.marked + 1).min(found.len());
            }
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowUp)) {
                self.marked = self.marked.saturating_sub(1);
            }
            // One person left, or one marked: Enter takes them.
            let index = if self.marked > 0 { Some(self.marked - 1) } else { (found.len() == 1).then_some(0) };
            if let Some(index) = index
                && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter))
            {
                chosen = found.get(index).copied();
            }
        }
        let label = say::name().text(lang);
        let hint = if state.setup.expected.is_empty() { say::name_hint() } else { say::name_hint_expected() };
        let hint = hint.text(lang);
        let error = self.error(Spot::Name, cx);
        let field = Field::new(theme, &label).large().hint(&hint).id(id_of(Spot::Name)).error(error.as_deref());
        let response = field.show(ui, &mut self.form.name);
        if response.changed() {
            self.marked = 0;
            self.welcomed = None;
        }
        if chosen.is_none() {
            self.moves_on(ui, &response, state.setup.identifier, Spot::Name);
        }
        if !found.is_empty() {
            ui.horizontal_wrapped(|ui| {
                for (index, person) in found.iter().enumerate() {
                    let text = if person.company.is_empty() {
                        person.name.clone()
                    } else {
                        format!("{} · {}", person.name, person.company)
                    };
                    let button = Button::plain(theme, text).selected(self.marked == index + 1);
                    if ui.add(button).clicked() {
                        chosen = Some(person);
                    }
                }
            });
        }
        if let Some(person) = chosen {
            self.choose(person, state);
            ui.ctx().request_repaint();
        }
    }

    fn company_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, state: &State) {
        let (theme, lang) = (cx.theme, cx.lang);
        let label = say::company().text(lang);
        let error = self.error(Spot::Company, cx);
        let field = Field::new(theme, &label).id(id_of(Spot::Company)).error(error.as_deref());
        let response = field.show(ui, &mut self.form.company);
        self.moves_on(ui, &response, state.setup.identifier, Spot::Company);
        if !response.has_focus() && !response.lost_focus() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            for company in companies(&self.form.company, state, 3) {
                if ui.add(Button::plain(theme, company.clone())).clicked() {
                    self.form.company = company;
                    self.send_focus = Some(Spot::Role);
                }
            }
        });
    }

    fn signature_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>) {
        let (theme, lang) = (cx.theme, cx.lang);
        let ways = [
            (Way::Drawn, say::signs_here().text(lang)),
            (Way::Paper, say::signs_on_paper().text(lang)),
            (Way::Vouched, say::is_vouched_for().text(lang)),
        ];
        // The ways stand beside the pad where there is room, so that the button below stays in sight.
        let room = ui.available_width();
        let stands_beside = room >= 560.0;
        let layout = if stands_beside {
            egui::Layout::left_to_right(egui::Align::Min)
        } else {
            egui::Layout::top_down(egui::Align::Min)
        };
        ui.allocate_ui_with_layout(egui::vec2(room, 0.0), layout, |ui| {
            ui.spacing_mut().item_spacing.x = theme.grid * 2.0;
            if self.form.way == Way::Drawn {
                let label = say::signature().text(lang);
                let width = if stands_beside { (room - 216.0).min(480.0) } else { room.min(480.0) };
                ui.vertical(|ui| {
                    ui.set_width(width);
                    self.form.pad.show(ui, theme, lang, &label, width);
                });
            }
            ui.vertical(|ui| {
                widgets::choice(ui, theme, &say::way_of_signing().text(lang), &mut self.form.way, &ways);
            });
        });
        let is_signed = !self.form.pad.is_empty() || self.form.way != Way::Drawn;
        if is_signed && self.trouble.as_ref().is_some_and(|trouble| trouble.spot == Spot::Signature) {
            self.trouble = None;
        }
        if let Some(error) = self.error(Spot::Signature, cx) {
            widgets::error_line(ui, theme, &error);
        }
    }

    /// Takes somebody from the list into the form and goes to what is still open.
    pub(super) fn choose(&mut self, person: &Expected, state: &State) {
        self.form.fill(person);
        self.trouble = None;
        self.welcomed = None;
        self.marked = 0;
        self.send_focus = Some(self.form.first_open(state.setup.identifier));
    }

    /// Enter in a field goes to the next one; in the last, to the button.
    fn moves_on(&mut self, ui: &Ui, response: &egui::Response, kind: IdentifierKind, from: Spot) {
        if response.changed() && self.trouble.as_ref().is_some_and(|trouble| trouble.spot == from) {
            self.trouble = None;
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            self.send_focus = Some(match from {
                Spot::Name => Spot::Company,
                Spot::Company => Spot::Role,
                Spot::Role if kind != IdentifierKind::None => Spot::Identifier,
                _ => Spot::Button,
            });
            ui.ctx().request_repaint();
        }
    }

    fn submit(&mut self, ui: &Ui, cx: &Cx<'_>, running: &Running) {
        if self.signing.is_some() {
            return;
        }
        let state = &running.snapshot.state;
        self.welcomed = None;
        self.trouble = self.form.trouble(state, cx.clock.now(), cx.lang);
        if let Some(Trouble { spot, .. }) = self.trouble {
            self.send_focus = Some(spot);
            ui.ctx().request_repaint();
            return;
        }
        let command = self.form.command(state.setup.identifier);
        let client = running.client.clone();
        self.signing = Some(Job::start(ui.ctx(), "sign-in", move |_| client.ask(command)));
    }

    fn error(&self, spot: Spot, cx: &Cx<'_>) -> Option<String> {
        let trouble = self.trouble.as_ref().filter(|trouble| trouble.spot == spot)?;
        Some(trouble.message.text(cx.lang))
    }
}

/// Whether the keyboard was sent to `id`, which no widget bears itself.
fn wants_focus(ui: &Ui, id: Id) -> bool {
    ui.memory_mut(|memory| {
        let is_wanted = memory.has_focus(id);
        if is_wanted {
            memory.surrender_focus(id);
        }
        is_wanted
    })
}
