//! Ways about the records' screens: the list of the parts is at hand on a long page, and every page keeps its place.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use crate::records_support::{Somebody, somebody};
use crate::ui_desk_support::Desk;
use crate::ui_records_answers::{OY, desk};

const HEIGHT: f32 = 768.0;

/// Where the entry `label` of the list stands, from the window's top, in points.
fn entry(desk: &Desk, label: &str) -> f32 {
    desk.harness.get_by_role_and_label(Role::RadioButton, label).rect().top()
}

fn title(desk: &Desk) -> f32 {
    desk.harness.get_by_label("Rekisterit").rect().top()
}

#[test]
fn the_parts_stay_in_sight_on_a_long_page_and_every_page_keeps_its_place() {
    let names = [
        "Aino Ahkera",
        "Eemeli Ensi",
        "Kaisa Koski",
        "Liisa Laakso",
        "Pekka Puro",
        "Saara Salo",
        "Timo Tuuri",
        "Ville Vuori",
    ];
    let at = |company| -> Vec<Somebody> { names.iter().map(|name| somebody(name, company)).collect() };
    let (here, there) = (at(OY), at("Sähkö Oy"));
    let mut desk = desk(&[("2026-10-05", &here), ("2026-10-12", &there)]);
    desk.harness.set_size(egui::vec2(1366.0, HEIGHT));
    desk.wait_for("Epäselvät henkilöt (8)");
    desk.choose("Epäselvät henkilöt (8)");
    desk.wait_for("Sama nimi, eri yritys");
    let (at_first, place) = (title(&desk), entry(&desk, "Loki"));
    assert!(place < HEIGHT, "the whole list is in sight: {place}");

    let last = "Näytä perehdytykset: Ville Vuori, Kaivuu Oy";
    desk.harness.get_by_label(last).scroll_to_me();
    desk.harness.run_ok();
    assert!(title(&desk) < 0.0, "the page is scrolled");
    assert!((0.0..HEIGHT).contains(&entry(&desk, "Haku")), "{}", entry(&desk, "Haku"));
    assert!((0.0..HEIGHT).contains(&entry(&desk, "Loki")), "{}", entry(&desk, "Loki"));
    let left = title(&desk);

    // What is opened begins at its top; going back finds the place that was left, to the point.
    desk.press(last);
    desk.wait_for("Ville Vuori");
    desk.wait("the page's top", |desk| title(desk) >= at_first);
    desk.press("Takaisin");
    desk.wait("the place that was left", |desk| (title(desk) - left).abs() < 1.5);
    // Another part begins at its top, too, also when one comes back to this one.
    desk.choose("Haku");
    desk.wait("the page's top", |desk| title(desk) >= at_first);
    desk.choose("Epäselvät henkilöt (8)");
    desk.wait("the page's top", |desk| title(desk) >= at_first);
    // The log calls what was imported by its session, not by a digest that nobody knows.
    desk.choose("Loki");
    desk.wait_for("Toi rekisterin: 5.10.2026");
    assert!(desk.texts().iter().any(|text| text.contains("12.10.2026") && text.ends_with("8 osallistujaa")));
}
