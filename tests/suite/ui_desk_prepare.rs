//! Preparing: the way to what is missing, what fills itself in, and which courses are offered.

use egui::Key;
use egui::Modifiers;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use crate::folder_support::copy_folder;
use crate::new_session::shipped_course;
use crate::ui_desk_support::Desk;

const LAPTOP: egui::Vec2 = egui::vec2(1366.0, 768.0);
const SUBSCRIBER: &str = "Esimerkkilän Energia Oy";

/// A preparation with everything read.
fn preparing() -> Desk {
    let mut desk = Desk::new();
    desk.prepares();
    desk.wait_for("Levyllä on tilaa");
    desk
}

impl Desk {
    /// Presses Ctrl+Enter in a window of a usual laptop, which shows only part of the preparation.
    fn presses_ctrl_enter(&mut self) {
        self.harness.set_size(LAPTOP);
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
        for _ in 0..60 {
            // Scrolling takes some frames.
            self.harness.step();
        }
    }

    /// Whether the field called `label` has the keyboard and lies within the window.
    fn is_at(&self, label: &str) -> bool {
        let field = self.harness.get_by_role_and_label(Role::TextInput, label);
        let window = egui::Rect::from_min_size(egui::Pos2::ZERO, LAPTOP);
        field.is_focused() && window.contains_rect(field.rect())
    }
}

#[test]
fn ctrl_enter_goes_to_one_missing_thing_after_another() {
    let mut desk = preparing();
    desk.presses_ctrl_enter();
    assert!(desk.is_at("Paikka"), "{:?}", desk.texts());
    assert!(desk.shows("Kirjoita paikka.") && desk.shows("Kirjoita perehdyttäjän nimi."));
    desk.types("Kerhotalo");
    desk.presses_ctrl_enter();
    assert!(desk.is_at("Perehdyttäjä"), "{:?}", desk.texts());
    assert!(!desk.shows("Kirjoita paikka."));
}

#[test]
fn ctrl_enter_goes_to_the_row_that_has_no_name() {
    let mut desk = preparing();
    desk.write("Perehdyttäjä", "Taina Tarkka");
    desk.press("Lisää rivi");
    desk.press("Lisää rivi");
    desk.write("Nimi, rivi 1", "Aino Laine");
    desk.write("Yritys, rivi 2", "Kaivuu Oy");
    desk.write("Paikka", "Kerhotalo");
    desk.presses_ctrl_enter();
    assert!(desk.is_at("Nimi, rivi 2"), "{:?}", desk.texts());
}

#[test]
fn the_subscriber_is_the_organiser_until_another_is_written() {
    let mut desk = preparing();
    assert_eq!(desk.value("Järjestäjä").as_deref(), Some(SUBSCRIBER));
    desk.choose("englanti");
    assert_ne!(desk.value("Järjestäjä").as_deref(), Some(SUBSCRIBER), "it follows the language of the room");
    desk.choose("suomi");
    desk.write("Järjestäjä", "Koulutus Oy");
    desk.choose("englanti");
    assert_eq!(desk.value("Järjestäjä").as_deref(), Some("Koulutus Oy"));
    desk.write("Järjestäjä", "");
    desk.harness.run_ok();
    assert_eq!(desk.value("Järjestäjä").as_deref(), Some(""), "what was emptied fills itself in again");
    assert!(desk.offers("Tilaaja järjestää: Exampleby Energy Ltd"), "{:?}", desk.texts());
}

#[test]
fn a_course_that_lies_in_two_places_is_offered_once() {
    let mut desk = Desk::new();
    let source = shipped_course();
    copy_folder(&source, &desk.data.courses().join("laadukas-asiakaspalvelu"));
    desk.press("Valmistele tilaisuus");
    desk.wait_for("6 · Koneen tarkistus");
    let title = "Laadukas asiakaspalvelu";
    let offered = desk.harness.query_all_by_role(Role::Button).filter(|button| {
        use egui_kittest::kittest::NodeT as _;
        button.accesskit_node().label().is_some_and(|label| label.contains(title))
    });
    assert_eq!(offered.count(), 1, "{:?}", desk.texts());
}
