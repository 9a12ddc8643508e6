//! An assignment that the subscriber sent, through the real screens: dropped at Home, done alone or held in a room.

use std::path::PathBuf;

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use perehdytin::pack;
use perehdytin::session::Form;
use perehdytin::ui::Route;
use serde_json::json;

use crate::new_session::shipped_course;
use crate::ui_desk_support::Desk;

/// An assignment of two themes of the shipped course, for people of these names.
fn assignment(desk: &Desk, people: &[&str], change: impl FnOnce(&mut serde_json::Value)) -> PathBuf {
    let course = shipped_course();
    let pack = pack::load(&course).unwrap().pack;
    let themes: Vec<_> = [2, 5]
        .map(|at| &pack.themes[at])
        .iter()
        .map(|theme| {
            let (id, revision, minutes) = (&theme.id, theme.revision, theme.planned_minutes());
            json!({"id": id, "title": {"fi": "Teema"}, "revision": revision, "minutes": minutes})
        })
        .collect();
    let ids: Vec<_> = themes.iter().map(|theme| theme["id"].clone()).collect();
    let people: Vec<_> =
        people.iter().map(|name| json!({"name": name, "company": "Kaivuu Oy", "themes": ids})).collect();
    let mut file = json!({
        "format": "perehdytin-assignment",
        "version": 1,
        "made_on": "2026-03-01",
        "course": {"id": pack.id, "title": {"fi": "Laadukas asiakaspalvelu"}, "revision": pack.revision, "digest": pack.digest},
        "themes": themes,
        "minutes": 40,
        "test_minutes": 5,
        "people": people,
    });
    change(&mut file);
    let path = desk.beside("tehtavat").join("kaivuu.perehdytys");
    std::fs::write(&path, serde_json::to_vec(&file).unwrap()).unwrap();
    path
}

fn themes(desk: &Desk) -> usize {
    desk.state().script.pack.themes.len()
}

#[test]
fn a_fitter_drops_their_assignment_at_home_and_studies_its_themes_alone() {
    let mut desk = Desk::new();
    let file = assignment(&desk, &["Aino Ahkera"], |_| {});
    desk.drops(&file);
    desk.wait_for("2 teemaa, yksi henkilö, yhteensä 45 min");
    assert!(desk.shows("Aino Ahkera"), "{:?}", desk.texts());
    desk.is_named_and_rests("home, assignment");
    desk.press("Opiskele nämä itse");
    desk.wait_for("Sinulta puuttuvat vain nämä");
    desk.wait("the name", |desk| desk.value("Nimi").as_deref() == Some("Aino Ahkera"));
    assert_eq!(desk.value("Yritys").as_deref(), Some("Kaivuu Oy"));
    desk.is_named_and_rests("alone, assignment");
    desk.draw_signature();
    desk.press("Aloita opiskelu");
    desk.wait("the course", |desk| matches!(desk.route(), Route::Study(_)));
    assert_eq!((themes(&desk), desk.state().setup.form), (2, Form::SelfStudy));
    assert!(desk.shows("osittainen, 2/12 teemaa"), "{:?}", desk.texts());
}

#[test]
fn who_wants_the_whole_course_all_the_same_takes_it() {
    let mut desk = Desk::new();
    let file = assignment(&desk, &["Aino Ahkera"], |_| {});
    desk.drops(&file);
    desk.wait_for("2 teemaa, yksi henkilö");
    desk.press("Opiskele nämä itse");
    desk.wait_for("Sinulta puuttuvat vain nämä");
    desk.press("Opiskelen koko kurssin");
    assert!(!desk.shows("Sinulta puuttuvat vain nämä"));
    desk.draw_signature();
    desk.press("Aloita opiskelu");
    desk.wait("the course", |desk| matches!(desk.route(), Route::Study(_)));
    assert_eq!(themes(&desk), 12);
}

#[test]
fn a_trainer_drops_an_assignment_at_home_and_holds_its_themes_for_its_people() {
    let mut desk = Desk::new();
    let file = assignment(&desk, &["Aino Ahkera", "Eino Ensi"], |_| {});
    desk.drops(&file);
    desk.wait_for("2 teemaa, 2 henkilöä");
    desk.press("Pidä näistä tilaisuus");
    desk.wait_for("Tehtävän teemat ja 2 henkilöä on täytetty alle.");
    desk.wait_for("2/12 teemaa");
    assert_eq!(desk.value("Nimi, rivi 2").as_deref(), Some("Eino Ensi"));
    desk.is_named_and_rests("prepare, assignment");
    desk.write("Paikka", "Kerhotalo");
    desk.write("Perehdyttäjä", "Taina Tarkka");
    desk.press("Avaa ilmoittautuminen");
    desk.wait("the sign-in", |desk| matches!(desk.route(), Route::Lobby(_)));
    assert_eq!((themes(&desk), desk.state().setup.expected.len()), (2, 2));
}

#[test]
fn whoever_opens_an_assignment_sees_which_themes_need_not_be_gone_through_again() {
    let mut desk = Desk::new();
    let file = assignment(&desk, &["Aino Ahkera", "Eino Ensi"], |file| {
        file["themes"][0]["minutes"] = json!(0);
        file["minutes"] = json!(20);
    });
    desk.drops(&file);
    desk.wait_for("Yksi teema, 2 henkilöä, yhteensä 25 min");
    assert!(desk.shows("käyty jo, vain kokeessa"), "{:?}", desk.texts());
    desk.is_named_and_rests("home, assignment with a retake");
    desk.press("Pidä näistä tilaisuus");
    desk.wait_for("Nämä osallistujat ovat jo käyneet, niistä puuttuu vain loppukoe: Teema.");
    assert!(desk.shows("2/12 teemaa"), "the test asks of both: {:?}", desk.texts());

    let mut desk = Desk::new();
    let file = assignment(&desk, &["Aino Ahkera"], |file| {
        for theme in file["themes"].as_array_mut().unwrap() {
            theme["minutes"] = json!(0);
        }
        file["minutes"] = json!(0);
    });
    desk.drops(&file);
    desk.wait_for("Vain loppukoe, yksi henkilö, 5 min");
    desk.press("Opiskele nämä itse");
    desk.wait_for("Anna ohjelmalle rekisteri, jossa ne on käyty");
    desk.is_named_and_rests("alone, assignment of a retake");
}

#[test]
fn a_trainer_chooses_themes_by_hand_and_must_choose_one() {
    let mut desk = Desk::new();
    desk.prepares();
    desk.choose("Vain osa teemoista");
    desk.write("Paikka", "Kerhotalo");
    desk.write("Perehdyttäjä", "Taina Tarkka");
    desk.press("Avaa ilmoittautuminen");
    desk.wait_for("Valitse ainakin yksi teema, tai koko kurssi.");
    assert!(!desk.data.sessions().exists());
    let first =
        desk.texts().into_iter().find(|text| text.starts_with("Mitä hyvä palvelu")).expect("the themes are listed");
    desk.tick(&first);
    assert!(!desk.shows("Valitse ainakin yksi teema"), "{:?}", desk.texts());
    desk.wait_for("1/12 teemaa");
    desk.press("Avaa ilmoittautuminen");
    desk.wait("the sign-in", |desk| matches!(desk.route(), Route::Lobby(_)));
    assert_eq!(themes(&desk), 1);
}

#[test]
fn an_assignment_of_another_revision_or_a_broken_file_says_what_to_do_and_changes_nothing() {
    let mut desk = Desk::new();
    let file = assignment(&desk, &["Aino Ahkera", "Eino Ensi"], |file| file["course"]["revision"] = json!(7));
    desk.drops(&file);
    desk.wait_for("2 teemaa, 2 henkilöä");
    desk.press("Pidä näistä tilaisuus");
    desk.wait_for("Tehtävä koskee kurssin versiota 7, mutta sinulla on versio 1.");
    assert!(desk.shows("kaivuu.perehdytys") && desk.shows("Koko kurssi (12 teemaa)"), "{:?}", desk.texts());
    let row = desk.harness.query_by_role_and_label(Role::TextInput, "Nimi, rivi 1");
    assert!(row.is_none(), "nobody was put on the list");

    let mut desk = Desk::new();
    let file = assignment(&desk, &["Aino Ahkera"], |file| file["people"][0]["name"] = json!(""));
    desk.drops(&file);
    desk.wait_for("Tehtävän kenttä people[1].name puuttuu tai on viallinen.");
    assert!(!desk.offers("Pidä näistä tilaisuus"));
    std::fs::write(&file, b"\x00\x01 no text at all").unwrap();
    desk.drops(&file);
    desk.wait_for("Tämä ei ole perehdytyksen tehtävä.");
}

#[test]
fn an_assignment_is_opened_by_keyboard_and_typed_path_as_well() {
    let mut desk = Desk::new();
    let file = assignment(&desk, &["Aino Ahkera"], |_| {});
    desk.press("Avaa tehtävä");
    desk.write("Tehtävän tiedosto", file.to_str().unwrap());
    desk.key(egui::Key::Enter);
    desk.wait_for("2 teemaa, yksi henkilö");
    desk.press("Sulje");
    assert!(!desk.shows("Tilaajan tehtävä"));
}
