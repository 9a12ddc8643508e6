//! What comes after the themes of a self-study, through the real screens: test, feedback, the end, the register.

use std::path::PathBuf;
use std::sync::Arc;

use egui::Key;
use egui::Modifiers;
use perehdytin::clock::SystemClock;
use perehdytin::engine::Engine;
use perehdytin::engine::NewSession;
use perehdytin::engine::layout;
use perehdytin::profile::Profile;
use perehdytin::register::trust::TrustList;
use perehdytin::register::verify;
use perehdytin::register::verify::Integrity;
use perehdytin::session::Details;
use perehdytin::session::Place;
use perehdytin::session::State;
use perehdytin::text::Id;
use perehdytin::ui::Route;

use crate::folder_support::{copy_folder, names_in};
use crate::session_support::{nobody, small_course};
use crate::ui_alone_support::new_study;
use crate::ui_desk_support::Desk;
use crate::ui_desk_support::PASSPHRASE;

fn is_at_test(state: &State) -> bool {
    state.place == Place::FinalTest && state.learner().is_some_and(|learner| learner.attempts.is_empty())
}

fn is_at_feedback(state: &State) -> bool {
    state.place == Place::Feedback
}

fn is_at_end(state: &State) -> bool {
    state.place == Place::SignOut && state.learner().is_some_and(|learner| !learner.signed_out)
}

#[test]
fn from_the_test_to_a_register_with_one_row_that_checks_out() {
    let mut desk = Desk::studying(is_at_test);
    desk.wait_for("Aloita koe");
    assert!(desk.shows("Sinulla on 2 yritystä."), "{:?}", desk.texts());
    desk.is_named("the test's rules");
    desk.press("Aloita koe");
    desk.wait_for("Kysymys 1/4");
    desk.takes_test(false);
    desk.wait_for("Sinulla on vielä yksi yritys.");
    desk.press("Yritä uudelleen");
    desk.wait_for("Kysymys 1/4");
    desk.takes_test(true);
    desk.wait_for("Kokeesi on hyväksytty");
    desk.press("Jatka");
    desk.wait_for("Mitä mieltä olit?");
    desk.is_named("feedback");
    desk.choose("4");
    desk.press("Tallenna palaute");
    desk.wait_for("Allekirjoita ja päätä");
    assert_eq!(desk.state().feedback.len(), 1);
    assert!(desk.shows("Loppukoe hyväksytty: 4/4 oikein") && desk.shows("Teemoja tehty 2/2"), "{:?}", desk.texts());
    assert!(!desk.offers("Päätä opiskelu"), "a signature is asked for first");
    desk.harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    desk.harness.run_ok();
    assert!(!desk.state().learner().unwrap().signed_out, "by key no more than by pointer");
    desk.is_named("the end");
    desk.draw_signature();
    desk.press("Päätä opiskelu");
    desk.wait("the closing", |desk| matches!(desk.route(), Route::Finish(_)));
    assert!(desk.state().closed_at.is_some() && desk.state().learner().unwrap().signature_out.is_some());
    desk.signs_own_register();
    assert!(desk.shows("Kurssi on suoritettu"), "{:?}", desk.texts());
    desk.is_named("the end screen");
    let register = layout::register(&desk.session_folder());
    let trust = TrustList::load(&TrustList::path(&desk.data)).unwrap();
    let now = "2026-03-02T12:00:00Z".parse().unwrap();
    let options = verify::Options { trust: &trust, render: true, journal: None, now };
    let verdict = verify::verify_file(&register, &options).unwrap();
    assert!(matches!(verdict.integrity, Integrity::Intact), "{:?}", verdict.integrity);
    let facts = verdict.facts.unwrap();
    assert_eq!(facts.participants.len(), 1);
    desk.press("Valmis");
    desk.wait_for("Omat suoritukset (1)");
    desk.press("Avaa suoritus");
    desk.wait_for("Lähetä rekisteri");
}

#[test]
fn a_test_that_was_interrupted_goes_on_at_the_first_question_without_an_answer() {
    let mut desk = Desk::studying(is_at_test);
    desk.wait_for("Aloita koe");
    desk.press("Aloita koe");
    desk.wait_for("Kysymys 1/4");
    desk.answers_test(true, 2);
    let mut desk = desk.restarted();
    desk.wait_for("Opiskelu kesken");
    desk.press("Jatka opiskelua");
    desk.wait_for("Kysymys 3/4");
    assert_eq!(desk.state().learner().unwrap().open_attempt().unwrap().answers.len(), 2);
}

#[test]
fn who_uses_up_every_attempt_still_gets_a_register_that_says_so() {
    let mut desk = Desk::studying(is_at_test);
    desk.wait_for("Aloita koe");
    desk.press("Aloita koe");
    desk.wait_for("Kysymys 1/4");
    desk.takes_test(false);
    desk.wait_for("Yritä uudelleen");
    desk.press("Yritä uudelleen");
    desk.wait_for("Kysymys 1/4");
    desk.takes_test(false);
    desk.wait_for("Yritykset on käytetty.");
    desk.press("Jatka");
    desk.wait_for("Mitä mieltä olit?");
    desk.press("En anna palautetta");
    desk.wait_for("Loppukoetta ei hyväksytty");
    desk.draw_signature();
    desk.press("Päätä opiskelu");
    desk.signs_own_register();
    assert!(desk.shows("Rekisteri on valmis, loppukoetta ei hyväksytty"), "{:?}", desk.texts());
    assert!(!desk.offers("Pidä kurssi omalle porukalle"), "nobody passes on what they did not pass");
}

#[test]
fn feedback_that_is_given_is_not_asked_for_again() {
    let mut desk = Desk::studying(|state| is_at_feedback(state) && !state.feedback.is_empty());
    desk.wait_for("Kiitos palautteesta!");
    desk.press("Jatka");
    desk.wait_for("Allekirjoita ja päätä");
}

#[test]
fn a_power_cut_between_signing_out_and_closing_leaves_only_the_closing() {
    let mut desk = Desk::studying(|state| state.learner().is_some_and(|learner| learner.signed_out));
    desk.wait_for("Allekirjoita ja päätä");
    desk.press("Päätä opiskelu");
    desk.wait("the closing", |desk| matches!(desk.route(), Route::Finish(_)));
}

#[test]
fn feedback_leaves_only_in_a_file_that_is_asked_for() {
    let mut desk = Desk::studying(is_at_end);
    desk.finishes();
    let out = layout::out(&desk.session_folder());
    let files = || names_in(&out);
    assert!(desk.shows("mitkä harjoitusten ja loppukokeen kysymykset menivät sinulta oikein"), "{:?}", desk.texts());
    let before = files();
    assert!(before.iter().all(|name| !name.contains("feedback") && !name.contains("report")), "{before:?}");
    desk.press("Tee palautetiedosto");
    desk.wait_for("Palautetiedosto on valmis.");
    assert!(files().len() > before.len(), "{:?}", files());
}

#[test]
fn a_foreman_who_passed_holds_the_course_for_the_own_team_on_the_ground_of_the_own_register() {
    let mut desk = Desk::studying(is_at_end);
    desk.wait_for("Allekirjoita ja päätä");
    let has_passed = desk.state().learner().unwrap().has_passed();
    assert!(has_passed, "the made-up learner failed: choose other answers");
    desk.draw_signature();
    desk.press("Päätä opiskelu");
    desk.signs_own_register();
    let own = desk.state().setup.session.clone();
    desk.press("Pidä kurssi omalle porukalle");
    desk.wait_for("Suoritus kelpaa: Aino Ahkera");
    assert_eq!(desk.value("Perehdyttäjä").as_deref(), Some("Aino Ahkera"));
    desk.is_named("the preparation of a session that rests on a register");
    desk.write("Paikka", "Työmaaparakki");
    desk.press("Avaa ilmoittautuminen");
    desk.wait("the sign-in", |desk| matches!(desk.route(), Route::Lobby(_)));
    let setup = desk.state().setup;
    assert!(setup.form.is_room());
    let ground = setup.ground.clone().unwrap();
    assert_eq!((ground.session, ground.name.as_str()), (own, "Aino Ahkera"));
}

/// A window in which somebody who has finished a self-study begins another; with the register and the details of the
/// first.
fn beginning_again() -> (Desk, PathBuf, Details) {
    let mut desk = Desk::studying(is_at_end);
    desk.finishes();
    let register = layout::register(&desk.session_folder());
    let details = desk.state().learner().unwrap().details.clone();
    desk.press("Valmis");
    desk.wait_for("Omat suoritukset (1)");
    desk.press("Opiskele itse");
    desk.wait_for("3 · Sinä");
    (desk, register, details)
}

#[test]
fn an_earlier_register_given_at_the_beginning_credits_what_has_not_changed() {
    let (mut desk, register, details) = beginning_again();
    desk.drops(&small_course());
    desk.wait_for("Pieni kurssi");
    desk.drops(&register);
    desk.write("Nimi", &details.name);
    desk.write("Yritys", &details.company);
    desk.draw_signature();
    desk.wait_for("Pieni kurssi");
    desk.press("Aloita opiskelu");
    desk.wait_for("Aiempi perehdytyksesi");
    desk.press("Hyväksy 2 teemaa");
    desk.wait("the credits", |desk| desk.state().themes_left().count() == 0);
}

/// The small course with another revision of its second theme.
fn revised_course(desk: &Desk) -> PathBuf {
    let course = desk.beside("uudistettu");
    copy_folder(&small_course(), &course);
    let theme = course.join("02-poikkeukset.ron");
    let text = std::fs::read_to_string(&theme).unwrap();
    std::fs::write(&theme, text.replacen("revision: 3", "revision: 4", 1)).unwrap();
    course
}

#[test]
fn why_a_theme_is_due_is_told_again_after_a_restart() {
    let (mut desk, register, details) = beginning_again();
    let course = revised_course(&desk);
    desk.drops(&course);
    desk.wait_for("Pieni kurssi");
    desk.write("Nimi", &details.name);
    desk.write("Yritys", &details.company);
    desk.draw_signature();
    desk.press("Aloita opiskelu");
    desk.wait_for("Oletko tehnyt tämän jo?");
    desk.drops(&register);
    desk.wait_for("Aiempi perehdytyksesi");
    desk.is_named("what an earlier register says");
    desk.press("Hyväksy yksi teema");
    desk.wait("the credit", |desk| desk.state().themes_left().count() == 1);
    let due = "Tämä on uudistunut sen jälkeen, kun kävit sen läpi (versio 3, nyt 4).";
    desk.wait_for(due);
    let mut desk = desk.restarted().goes_on_studying();
    desk.wait_for(due);
    desk.wait_for("Teit tämän");
}

#[test]
fn the_register_can_be_signed_into_another_folder_and_lies_in_the_studys_own_too() {
    let mut desk = Desk::studying(is_at_end);
    desk.finishes();
    let own = layout::register(&desk.session_folder());
    std::fs::remove_file(&own).unwrap();
    let other = desk.beside("muistitikku");
    desk.press("Allekirjoita uudelleen");
    desk.wait_for("Allekirjoita ja kirjoita tiedostot");
    desk.tick("Kirjoita toiseen kansioon");
    desk.write("Kansio tiedostoille", other.to_str().unwrap());
    desk.write_secret("Tunnuslause", PASSPHRASE);
    desk.press("Allekirjoita ja kirjoita tiedostot");
    desk.wait_for("Lähetä rekisteri");
    let told = other.join("register.pdf");
    assert!(desk.shows(told.to_str().unwrap()), "the learner sees what to send: {:?}", desk.texts());
    assert_eq!(std::fs::read(&told).unwrap(), std::fs::read(&own).unwrap());
    desk.press("Tee palautetiedosto");
    desk.wait_for("Palautetiedosto on valmis.");
    assert!(other.join("feedback/feedback.json").is_file());
    let mut desk = desk.restarted();
    desk.wait_for("Omat suoritukset (1)");
    desk.press("Avaa suoritus");
    desk.wait_for("Lähetä rekisteri");
}

#[test]
fn what_another_window_has_open_says_so_and_is_offered_once_it_is_free() {
    let mut desk = Desk::studying(is_at_end);
    desk.finishes();
    let folder = desk.session_folder();
    let mut desk = desk.restarted();
    desk.wait("the study", |desk| desk.offers("Avaa suoritus"));
    let other = Engine::resume(&folder, Arc::new(SystemClock), nobody()).unwrap();
    desk.go(Route::Home(Default::default()));
    desk.wait_for("Tämä on auki toisessa ikkunassa.");
    assert!(!desk.offers("Avaa suoritus"));
    drop(other);
    desk.wait("the study that is free again", |desk| desk.offers("Avaa suoritus"));
    assert!(!desk.shows("Tämä on auki toisessa ikkunassa."), "{:?}", desk.texts());
}

#[test]
fn the_subscribers_own_profile_goes_along_when_the_course_is_passed_on() {
    let mut new = new_study();
    let mut own = Profile { example: false, ..(*new.script.profile).clone() };
    for name in own.name.0.values_mut() {
        "Oikea Verkko Oy".clone_into(name);
    }
    new.script.profile = Arc::new(own);
    let mut desk = Desk::with_study_of(new, is_at_end).goes_on_studying();
    desk.finishes();
    desk.press("Pidä kurssi omalle porukalle");
    desk.wait_for("Suoritus kelpaa: Aino Ahkera");
    desk.write("Paikka", "Työmaaparakki");
    desk.press("Avaa ilmoittautuminen");
    desk.wait("the sign-in", |desk| matches!(desk.route(), Route::Lobby(_)));
    assert_eq!(desk.state().setup.subscriber, "Oikea Verkko Oy");
}

#[test]
fn who_did_a_part_passes_on_that_part_and_is_asked_for_its_themes_alone() {
    let part = vec![Id::from("ovella")];
    let mut desk =
        Desk::with_study_of(NewSession { themes: part.clone(), ..new_study() }, is_at_end).goes_on_studying();
    desk.finishes();
    desk.press("Pidä kurssi omalle porukalle");
    desk.wait_for("Suoritus kelpaa: Aino Ahkera");
    desk.is_named("the preparation of a part that rests on a register of it");
    desk.write("Paikka", "Työmaaparakki");
    // The whole course was not done.
    desk.choose("Koko kurssi (2 teemaa)");
    desk.wait_for("Yksi teema on vielä käymättä läpi");
    desk.press("Avaa ilmoittautuminen");
    desk.wait_for("Oma rekisterisi ei vielä kelpaa.");
    desk.choose("Vain osa teemoista");
    let theme = desk.texts().into_iter().find(|text| text.starts_with("Ovella, ")).expect("the themes are listed");
    desk.tick(&theme);
    desk.wait_for("Suoritus kelpaa: Aino Ahkera");
    desk.press("Avaa ilmoittautuminen");
    desk.wait("the sign-in", |desk| matches!(desk.route(), Route::Lobby(_)));
    let setup = desk.state().setup;
    assert_eq!((setup.themes.clone(), setup.ground.clone().unwrap().name), (part, "Aino Ahkera".to_owned()));
}
