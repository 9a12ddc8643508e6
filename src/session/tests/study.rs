//! Studying alone.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::SignedDuration;
use jiff::civil::date;

use crate::pack::ThemeOrder;
use crate::session::testing::{Session, alone, go, minute, setup, sign_in};
use crate::session::{
    Answer, Channel, Command, Credit, Event, Form, Ground, LONGEST_BEAT, Manner, ParticipantId, Place, Refusal,
};

const AINO: ParticipantId = ParticipantId(1);

fn on(step: &str) -> Place {
    Place::Step(step.into())
}

fn study(step: &str, seconds: u32) -> Command {
    Command::Study { place: on(step), seconds }
}

fn finish(step: &str) -> Command {
    Command::FinishStep { step: step.into() }
}

fn options(ids: &[&str]) -> Answer {
    Answer::Options(ids.iter().map(|id| (*id).into()).collect())
}

/// Opens, answers and shows a question, and marks it as done.
fn answers(session: &mut Session, step: &str, answer: Answer) {
    let id = || step.into();
    session.does(Command::OpenQuestion { step: id() });
    session.does(Command::Answer { step: id(), round: None, participant: AINO, answer, channel: Channel::Desk });
    session.does(Command::Reveal { step: id() });
    session.does(finish(step));
}

fn does_first_theme(session: &mut Session) {
    session.does(finish("alku"));
    answers(session, "kuittaus", options(&["a"]));
    session.does(finish("keskustelu"));
    answers(session, "vaite", Answer::Truth(false));
}

fn ground() -> Ground {
    Ground {
        register: "a".repeat(64),
        session: "b".repeat(32),
        name: "Aino Ahkera".to_owned(),
        ended_on: date(2025, 10, 1),
        signer: "Taina Tarkka".to_owned(),
        fingerprint: "c".repeat(64),
        trusted: true,
    }
}

fn credit(theme: &str, revision: u32) -> Command {
    let themes = vec![Credit { theme: theme.into(), revision, attended_on: date(2025, 10, 1) }];
    Command::Credit { themes, ground: ground() }
}

fn theme_is_done(session: &Session, index: usize) -> bool {
    session.state.is_theme_done(&session.state.script.pack.themes[index])
}

#[test]
fn one_person_studies_and_no_second_one_signs_in() {
    let mut session = alone();
    assert_eq!(session.ask(sign_in("Bertta Toinen")), Err(Refusal::OnlyOneLearner));
    let mut room = Session::new();
    room.signs_in("Aino Ahkera");
    assert_eq!(room.ask(study("alku", 10)), Err(Refusal::NotSelfStudy));
    assert_eq!(room.ask(finish("alku")), Err(Refusal::NotSelfStudy));
    assert_eq!(room.ask(credit("palvelu", 1)), Err(Refusal::NotSelfStudy));
}

#[test]
fn active_time_is_never_more_than_the_time_that_passed() {
    let mut session = alone();
    assert_eq!(session.ask(study("alku", 30)), Ok(Vec::new()));
    session.at(1).does(study("alku", 30));
    // 30 seconds were counted; the beat that claims two minutes gets the one that passed since.
    session.at(2).does(study("alku", 120));
    let counted = |session: &Session| session.state.study.active_at(&on("alku"));
    assert_eq!(counted(&session), SignedDuration::from_secs(90));
    session.at(30).does(study("alku", 6000));
    assert_eq!(counted(&session), SignedDuration::from_secs(90 + i64::from(LONGEST_BEAT)));
    assert_eq!(session.ask(study("puuttuu", 5)), Err(Refusal::NoStep("puuttuu".into())));
}

#[test]
fn a_beat_that_comes_after_signing_out_counts_nothing_and_disturbs_nobody() {
    let mut session = alone();
    session.at(1).does(study("alku", 30));
    session.does(Command::SignOut { participant: AINO, signature: None, channel: Channel::Desk });
    assert_eq!(session.at(2).ask(study("alku", 30)), Ok(Vec::new()));
    session.does(Command::Close);
    assert_eq!(session.at(3).ask(study("alku", 30)), Ok(Vec::new()));
}

#[test]
fn a_long_pause_begins_a_new_sitting_and_a_short_one_does_not() {
    let mut session = alone();
    session.at(1).does(study("alku", 60));
    session.at(3).does(study("alku", 30));
    assert_eq!(session.state.study.sittings.len(), 1);
    session.at(40).does(study("kuittaus", 60));
    let sittings = &session.state.study.sittings;
    assert_eq!(sittings.len(), 2);
    assert_eq!((sittings[1].from, sittings[1].to), (minute(39), minute(40)));
    let presence = session.state.presence(session.state.learner().unwrap(), minute(60));
    assert_eq!(presence.present, SignedDuration::from_secs(150));
    assert_eq!(presence.themes[0].present, SignedDuration::from_secs(150));
    assert_eq!((presence.arrival, presence.departure), (Some(minute(0)), Some(minute(40))));
}

#[test]
fn a_question_is_done_once_its_answer_was_shown_and_a_wrong_one_comes_back() {
    let mut session = alone();
    assert_eq!(session.ask(finish("vaite")), Err(Refusal::NotShown("vaite".into())));
    session.does(finish("alku"));
    answers(&mut session, "kuittaus", options(&["a"]));
    session.does(finish("keskustelu"));
    answers(&mut session, "vaite", Answer::Truth(true));
    let repeated = |session: &Session| {
        let theme = &session.state.script.pack.themes[0];
        session.state.to_repeat(theme).map(|step| step.id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(repeated(&session), ["vaite"]);
    assert!(!theme_is_done(&session, 0));
    // Opening it again takes nothing of the first answer away.
    session.does(Command::OpenQuestion { step: "vaite".into() });
    assert_eq!(repeated(&session), ["vaite"]);
    session.does(Command::Answer {
        step: "vaite".into(),
        round: None,
        participant: AINO,
        answer: Answer::Truth(false),
        channel: Channel::Desk,
    });
    session.does(Command::Reveal { step: "vaite".into() });
    assert!(repeated(&session).is_empty());
    assert!(theme_is_done(&session, 0));
}

#[test]
fn a_branch_is_to_be_done_once_an_answer_led_to_it() {
    let mut session = alone();
    does_first_theme(&mut session);
    assert!(theme_is_done(&session, 0));
    let mut session = alone();
    session.does(finish("alku"));
    answers(&mut session, "kuittaus", options(&["b"]));
    let theme = &session.state.script.pack.themes[0];
    let due: BTreeSet<String> = session.state.due_steps(theme).map(|step| step.id.to_string()).collect();
    assert!(due.contains("haara") && !due.contains("tauko"));
    assert_eq!(session.state.minutes_left(theme), 2 + 4 + 1);
}

#[test]
fn the_final_test_waits_for_every_theme_that_no_earlier_register_says_was_done() {
    let mut session = alone();
    let start = || Command::StartAttempt { participant: AINO, manner: Manner::Desk };
    assert_eq!(session.ask(start()), Err(Refusal::ThemesLeft { left: 3 }));
    does_first_theme(&mut session);
    session.does(finish("loppu"));
    assert_eq!(session.ask(start()), Err(Refusal::ThemesLeft { left: 1 }));
    assert_eq!(session.ask(credit("ovella-teema", 2)), Err(Refusal::NotCreditable("ovella-teema".into())));
    session.does(credit("ovella-teema", 1));
    assert_eq!(session.ask(credit("ovella-teema", 1)), Ok(Vec::new()));
    session.does(start());
    let presence = session.state.presence(session.state.learner().unwrap(), minute(1));
    let attended: Vec<bool> = presence.themes.iter().map(|theme| theme.attended).collect();
    assert_eq!(attended, [true, false, true]);
    assert!(session.state.is_credited(&session.state.script.pack.themes[1]));
}

#[test]
fn themes_in_a_fixed_order_open_one_after_another() {
    let mut session = alone();
    let mut pack = (*session.state.script.pack).clone();
    pack.theme_order = ThemeOrder::Fixed;
    session.state.script.pack = Arc::new(pack);
    assert_eq!(session.ask(go("loppu")), Err(Refusal::ThemeFirst("palvelu".into())));
    does_first_theme(&mut session);
    assert_eq!(session.ask(finish("loppu")), Err(Refusal::ThemeFirst("ovella-teema".into())));
    session.does(credit("ovella-teema", 1));
    session.does(go("loppu")).does(finish("loppu"));
    // What is done stays open.
    session.does(go("alku"));
}

#[test]
fn a_setup_without_form_is_a_room() {
    let room = serde_json::to_string(&Event::Opened(setup())).unwrap();
    assert!(!room.contains("form") && !room.contains("ground"), "{room}");
    let Event::Opened(read) = serde_json::from_str(&room).unwrap() else { panic!("not the setup") };
    assert_eq!(read.form, Form::Room);
}
