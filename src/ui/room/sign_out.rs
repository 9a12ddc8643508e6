//! Signing out at the desk, with a drawn signature where somebody gives one.

use egui::Ui;

use crate::i18n::messages::console;
use crate::i18n::messages::mail;
use crate::session::Channel;
use crate::session::Command;
use crate::session::Participant;
use crate::session::ParticipantId;
use crate::ui::Action;
use crate::ui::Actions;
use crate::ui::Cx;
use crate::ui::Route;
use crate::ui::finish;
use crate::ui::handout;
use crate::ui::room::asking::Asking;
use crate::ui::room::parts::Row;
use crate::ui::room::people::Search;
use crate::ui::room::people::Standing;
use crate::ui::room::people::rows;
use crate::ui::room::roster::standing_word;
use crate::ui::room::view::View;
use crate::ui::widgets::Button;
use crate::ui::widgets::Field;
use crate::ui::widgets::SignaturePad;
use crate::ui::widgets::Tone;
use crate::ui::widgets::body;
use crate::ui::widgets::caption;
use crate::ui::widgets::heading;
use crate::ui::widgets::marked;
use crate::ui::widgets::strong;
use crate::ui::widgets::subheading;
use crate::ui::widgets::two_columns;

/// Who signs out, and what they have drawn so far.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    who: Option<ParticipantId>,
    pad: SignaturePad,
    search: Search,
    asking: Asking,
    /// Where the handout is to go, as it is being typed.
    address: String,
    handout: handout::Panel,
}

impl Draft {
    /// Draws who is still here on the left and the one who signs out on the right.
    pub(crate) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
        let theme = cx.theme;
        if self.asking.is_stored(ui) {
            self.search = Search::default();
            self.choose(None);
            self.pad.clear();
        }
        heading(ui, theme, &view.say(console::place_sign_out()));
        let people = rows(view.state);
        let here: Vec<&Participant> =
            people.iter().filter(|(_, standing)| *standing == Standing::Here).map(|(one, _)| *one).collect();
        // Typing a name chooses it; who signs out next is the first in sight. Who was refused stays with the reason.
        let chosen = people.iter().find(|(one, _)| Some(one.id) == self.who);
        let is_kept = chosen.is_some_and(|(one, standing)| {
            self.search.keeps(one) && (*standing == Standing::Here || self.asking.is_unsettled())
        });
        if !self.asking.is_busy() && !is_kept {
            let first = here.iter().find(|one| self.search.keeps(one)).or(here.first());
            self.choose(first.copied());
        }
        body(ui, theme, &view.say(console::sign_out_explained()));
        ui.add_space(theme.grid);
        two_columns(ui, |left, right| {
            strong(left, theme, &view.say(console::sign_out_here(here.len())));
            self.search.show(left, theme, view, people.len());
            egui::ScrollArea::vertical().id_salt("sign out").auto_shrink(false).show(left, |ui| {
                for (one, standing) in &people {
                    let is_off = matches!(standing, Standing::Removed | Standing::Merged(_));
                    if is_off || !self.search.keeps(one) {
                        continue;
                    }
                    let (tone, word) = standing_word(view, *standing);
                    let row = Row {
                        name: &one.details.name,
                        detail: &one.details.company,
                        state: Some((tone, &word)),
                        is_selected: Some(one.id) == self.who,
                    };
                    // Nobody else's turn before the last one is on the register.
                    let can_sign = *standing == Standing::Here && !self.asking.is_busy();
                    if ui.add_enabled_ui(can_sign, |ui| row.show(ui, theme).clicked()).inner {
                        self.choose(Some(one));
                    }
                }
            });
            egui::ScrollArea::vertical().id_salt("signing").auto_shrink(false).show(right, |ui| {
                match people.iter().find(|(one, _)| Some(one.id) == self.who) {
                    Some((one, _)) => self.signing(ui, cx, view, one),
                    None => {
                        marked(ui, theme, Tone::Good, &view.say(console::sign_out_nobody()));
                    }
                }
                self.handout_ui(ui, cx, view, out);
                finish_button(ui, cx, view, here.len(), out);
            });
        });
    }

    /// Draws the dialog of the handout, if it is open.
    pub(crate) fn dialog(&mut self, ui: &Ui, cx: &Cx<'_>, out: &mut Actions) {
        if let Some(running) = cx.session {
            self.handout.dialog(ui, cx, running, out);
        }
    }

    pub(crate) fn has_dialog(&self) -> bool {
        self.handout.has_dialog()
    }

    fn choose(&mut self, who: Option<&Participant>) {
        let id = who.map(|one| one.id);
        if self.who != id {
            self.who = id;
            self.pad.clear();
            self.asking.forgive();
            self.address = who.and_then(|one| one.handout_to.clone()).unwrap_or_default();
        }
    }

    fn signing(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, one: &Participant) {
        let theme = cx.theme;
        subheading(ui, theme, &one.details.name);
        caption(ui, theme, &one.details.company);
        let label = view.say(console::sign_out_signature());
        let is_busy = self.asking.is_busy();
        ui.add_enabled_ui(!is_busy, |ui| self.pad.show(ui, theme, view.lang, &label, 560.0));
        ui.add_space(theme.grid);
        let (label, help) = (view.say(mail::desk_address()), view.say(mail::desk_address_help()));
        ui.add_enabled_ui(!is_busy, |ui| {
            Field::new(theme, &label).help(&help).width(560.0).show(ui, &mut self.address);
        });
        self.asking.trouble(ui, cx, view.state, view.lang);
        let typed = Some(self.address.trim().to_owned()).filter(|address| !address.is_empty());
        let sign_out = |signature| {
            let ask = Command::AskHandout { participant: one.id, address: typed.clone() };
            let sign_out = Command::SignOut { participant: one.id, signature, channel: Channel::Desk };
            // An address that cannot be used is said before anybody has left.
            if typed == one.handout_to { vec![sign_out] } else { vec![ask, sign_out] }
        };
        ui.horizontal_wrapped(|ui| {
            let with = Button::primary(theme, view.say(console::sign_out_with()));
            if ui.add_enabled(!is_busy && !self.pad.is_empty(), with).clicked() {
                self.asking.start_all(ui, cx, sign_out(self.pad.signature()));
            }
            let without = Button::plain(theme, view.say(console::sign_out_without()));
            if ui.add_enabled(!is_busy, without).clicked() {
                self.asking.start_all(ui, cx, sign_out(None));
            }
        });
    }
}

impl Draft {
    fn handout_ui(&mut self, ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, out: &mut Actions) {
        let Some(running) = cx.session else { return };
        ui.add_space(cx.theme.grid * 3.0);
        ui.separator();
        strong(ui, cx.theme, &view.say(mail::panel_title()));
        self.handout.show(ui, cx, running, out);
    }
}

/// On to closing: who is still here then is signed out by it.
fn finish_button(ui: &mut Ui, cx: &Cx<'_>, view: View<'_>, here: usize, out: &mut Actions) {
    let theme = cx.theme;
    ui.add_space(theme.grid * 3.0);
    ui.separator();
    body(ui, theme, &view.say(console::finish_explained(here)));
    if ui.add(Button::plain(theme, view.say(console::finish_go()))).clicked() {
        out.push(Action::Go(Box::new(Route::Finish(finish::Screen::default()))));
    }
}
