//! The handout by mail at the desk: an address is left, drafts are made, messages are sent.

use std::path::PathBuf;

use perehdytin::mail::Account;
use perehdytin::mail::Security;
use perehdytin::session::Command;
use perehdytin::session::ParticipantId;
use perehdytin::session::Place;
use perehdytin::session::State;
use perehdytin::ui::Route;
use perehdytin::ui::settings::Settings;

use crate::mail_support::MailServer;
use crate::mail_support::PASSWORD;
use crate::mail_support::USER;
use crate::mail_support::read;
use crate::ui_desk_support::Desk;

/// A session whose people are called so and have left these addresses.
fn session(people: &[(&str, Option<&str>)]) -> Desk {
    let mut desk = Desk::new();
    desk.opens_a_session();
    for (index, (name, address)) in people.iter().enumerate() {
        desk.signs_in(name, "Kaivuu Oy");
        let participant = ParticipantId(u32::try_from(index).unwrap() + 1);
        if let Some(address) = address {
            ask(&mut desk, Command::AskHandout { participant, address: Some((*address).to_owned()) });
        }
    }
    desk
}

fn ask(desk: &mut Desk, command: Command) {
    desk.harness.state().session().unwrap().client.ask(command).unwrap();
    desk.harness.run_ok();
}

fn state(desk: &Desk) -> State {
    desk.harness.state().session().unwrap().client.snapshot().state.clone()
}

/// Whether an address stands so, with its time; on whose clock depends on the computer.
fn has_state(desk: &Desk, word: &str) -> bool {
    desk.texts().iter().any(|text| text.starts_with(word) && text.ends_with(".00"))
}

fn configure(desk: &mut Desk, account: Account) {
    let settings = Settings { mail: account, ..desk.harness.state().settings().clone() };
    desk.harness.state_mut().change_settings(settings);
}

#[test]
fn an_address_is_left_when_signing_out_and_one_that_cannot_be_used_is_said_before_anybody_has_left() {
    let mut desk = session(&[("Aino Aalto", None), ("Bertta Berg", None)]);
    ask(&mut desk, Command::Go { to: Place::SignOut });
    desk.go(Route::Room(Default::default()));
    desk.wait_for("Sähköposti materiaalia varten");
    desk.is_named("signing out");
    desk.write("Sähköposti materiaalia varten", "aino@kaivuu");
    desk.press("Kuittaa lähtö ilman allekirjoitusta");
    desk.wait_for("sähköpostiosoite");
    assert!(state(&desk).participants[&ParticipantId(1)].is_present());
    desk.write("Sähköposti materiaalia varten", "aino@kaivuu.example");
    desk.press("Kuittaa lähtö ilman allekirjoitusta");
    desk.wait("Aino has left", |desk| !state(desk).participants[&ParticipantId(1)].is_present());
    assert_eq!(state(&desk).participants[&ParticipantId(1)].handout_to.as_deref(), Some("aino@kaivuu.example"));
    desk.wait("Bertta's turn", |desk| desk.value("Sähköposti materiaalia varten").is_none_or(|text| text.is_empty()));
    desk.press("Kuittaa lähtö ilman allekirjoitusta");
    desk.wait("Bertta has left", |desk| !state(desk).participants[&ParticipantId(2)].is_present());
    assert_eq!(
        state(&desk).participants[&ParticipantId(2)].handout_to,
        None,
        "who leaves no address is not asked twice"
    );
}

#[test]
fn the_material_is_shared_and_drafts_are_made_from_the_closing_screen() {
    let mut desk = session(&[("Aino Aalto", Some("aino@kaivuu.example")), ("Bertta Berg", None)]);
    desk.go(Route::Finish(Default::default()));
    desk.press("Jaa materiaali puhelimiin");
    desk.wait_for("Materiaalin voi ladata puhelimella.");
    assert!(state(&desk).handout_released);
    desk.press("Materiaali sähköpostilla…");
    desk.wait_for("Luonnokset omaan sähköpostiohjelmaan");
    desk.is_named("the dialog of the handout");
    assert!(desk.shows("aino@kaivuu.example") && desk.shows("Odottaa"));
    assert!(desk.shows("kun asetuksissa on sähköpostipalvelin"), "without a server nothing offers to send");
    let folder = desk.beside("luonnokset");
    desk.write("Kansio, johon luonnokset tehdään", &folder.display().to_string());
    desk.press("Tee luonnos");
    desk.wait_for("Luonnos on kansiossa");
    desk.wait("the state of the address", |desk| has_state(desk, "Luonnos "));
    let files: Vec<PathBuf> =
        std::fs::read_dir(folder.join("Sähköpostiluonnokset")).unwrap().map(|entry| entry.unwrap().path()).collect();
    let mails = read(&files);
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].headers["To"], "Aino Aalto <aino@kaivuu.example>");
    assert_eq!(mails[0].attachments[0].r#type, "application/pdf");
    desk.press_last("Sulje");
    assert!(!desk.shows("Luonnokset omaan sähköpostiohjelmaan"));
}

#[test]
fn what_was_refused_is_put_right_and_only_that_is_sent_again() {
    let server = MailServer::start();
    let mut desk =
        session(&[("Aino Aalto", Some("aino@kaivuu.example")), ("Gunnar Gone", Some("gone@kaivuu.example"))]);
    configure(&mut desk, server.account());
    desk.go(Route::Finish(Default::default()));
    desk.press("Materiaali sähköpostilla…");
    desk.wait_for("Lähetä 2 viestiä");
    assert!(!desk.offers("Lähetä 2 viestiä"), "without the password nothing can be sent");
    let password = format!("Salasana: {USER}");
    desk.write_secret(&password, "väärä");
    desk.press("Lähetä 2 viestiä");
    desk.wait_for("ei onnistunut. Tarkista tunnus ja salasana");
    assert!(server.arrived_to().is_empty());
    desk.write_secret(&password, PASSWORD);
    desk.press("Lähetä 2 viestiä");
    desk.wait_for("Lähti 1, lähtemättä 1.");
    desk.wait("the state of the address", |desk| has_state(desk, "Lähetetty "));
    assert!(desk.shows("Ei lähtenyt") && desk.shows("550 5.1.1 User unknown"), "{:?}", desk.texts());
    desk.press("Korjaa osoite: Gunnar Gone");
    desk.write("Korjaa osoite: Gunnar Gone", "gunnar@kaivuu.example");
    desk.press("Tallenna");
    desk.wait("the new address", |desk| {
        state(desk).participants[&ParticipantId(2)].handout_to.as_deref() == Some("gunnar@kaivuu.example")
    });
    desk.wait_for("Lähetä viesti");
    desk.press("Lähetä viesti");
    desk.wait_for("Kaikille on lähetetty.");
    assert_eq!(server.arrived_to(), ["aino@kaivuu.example", "gunnar@kaivuu.example"]);
}

#[test]
fn a_test_message_tells_in_the_settings_whether_the_server_takes_mail() {
    let server = MailServer::start();
    let mut desk = Desk::new();
    desk.go(Route::Settings(Default::default()));
    desk.is_named("the settings");
    let Account { host, port, user, authority, .. } = server.account();
    desk.write("Lähettäjän nimi", "Taina Tarkka");
    desk.write("Lähettäjän osoite", &user);
    desk.write("Palvelin", "https://localhost/");
    assert!(desk.shows("Kirjoita pelkkä nimi"));
    desk.write("Palvelin", &host);
    desk.write("Portti", "99999");
    assert!(desk.shows("Portti on luku väliltä"));
    desk.write("Portti", &port.unwrap().to_string());
    desk.write("Käyttäjätunnus", &user);
    let password = format!("Salasana: {USER}");
    desk.write_secret(&password, PASSWORD);
    desk.press("Lähetä koeviesti itselleni");
    desk.wait_for("varmenteeseen ei luoteta");
    desk.write("Varmennetiedosto", &authority.as_ref().unwrap().display().to_string());
    desk.press("Lähetä koeviesti itselleni");
    desk.wait_for("Koeviesti lähti osoitteeseen");
    assert_eq!(server.arrived_to(), [USER]);
    assert_eq!(desk.harness.state().settings().mail, server.account(), "what was typed is kept");
    let desk = desk.restarted();
    let kept = &desk.harness.state().settings().mail;
    assert_eq!((kept, kept.security), (&server.account(), Security::StartTls));
    let file = std::fs::read_to_string(desk.data.settings()).unwrap();
    // Its number alone may stand in the port or in the name of a temporary folder.
    for part in PASSWORD.split(' ').filter(|part| part.chars().all(char::is_alphabetic)) {
        assert!(!file.contains(part), "the password is kept nowhere: {file}");
    }
}
