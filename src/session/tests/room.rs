//! Moving through the course, pausing, development items and the trainer's list.

use crate::session::testing::{Session, go, minute};
use crate::session::{Command, Event, Field, ItemId, Place, Refusal};

#[test]
fn the_course_begins_when_the_room_first_leaves_the_lobby() {
    let mut session = Session::new();
    session.at(5).does(go("alku"));
    session.at(6).does(Command::Go { to: Place::Lobby });
    session.at(9).does(go("kuittaus"));
    assert_eq!(session.state.started_at, Some(minute(5)));
    assert_eq!(session.ask(go("kuittaus")), Ok(vec![]));
}

#[test]
fn the_room_goes_only_where_the_course_has_something() {
    let mut session = Session::new();
    assert_eq!(session.ask(go("olematon")), Err(Refusal::NoStep("olematon".into())));
    session.does(Command::Go { to: Place::FinalTest });
    let mut pack = (*session.state.script.pack).clone();
    (pack.final_test, pack.feedback) = (None, None);
    session.state.script.pack = pack.into();
    session.does(go("alku"));
    assert_eq!(session.ask(Command::Go { to: Place::FinalTest }), Err(Refusal::NoSuchPart));
    assert_eq!(session.ask(Command::Go { to: Place::Feedback }), Err(Refusal::NoSuchPart));
}

#[test]
fn steps_are_left_out_with_a_reason_and_showing_one_takes_it_back() {
    let mut session = Session::new();
    let skip = |steps: &[&str], reason: &str| Command::Skip {
        steps: steps.iter().copied().map(Into::into).collect(),
        reason: reason.to_owned(),
    };
    assert_eq!(session.ask(skip(&["alku"], "")), Err(Refusal::Empty { field: Field::Reason }));
    assert_eq!(session.ask(skip(&["alku", "x"], "Kiire")), Err(Refusal::NoStep("x".into())));
    session.does(skip(&["alku", "loppu", "alku"], "Kiire"));
    assert_eq!(session.state.skipped.len(), 2);
    session.does(go("loppu"));
    assert_eq!(session.state.skipped.keys().map(|id| id.as_str()).collect::<Vec<_>>(), ["alku"]);
}

#[test]
fn a_pause_is_begun_and_ended_once_and_survives_a_change_of_step() {
    let mut session = Session::new();
    assert_eq!(session.ask(Command::Resume), Err(Refusal::PauseMismatch));
    session.at(1).does(Command::Pause);
    assert_eq!(session.ask(Command::Pause), Err(Refusal::PauseMismatch));
    session.does(go("alku"));
    assert!(session.state.is_paused());
    session.at(4).does(Command::Resume);
    assert_eq!(session.state.pauses, [(minute(1), Some(minute(4)))]);
}

#[test]
fn development_items_are_noted_reworded_and_dropped_and_numbers_are_not_used_again() {
    let mut session = Session::new();
    let note = |text: &str| Command::NoteItem { text: text.to_owned(), step: Some("keskustelu".into()) };
    session.does(note("Lisää yhteydenottokortteja")).does(note("Toinen"));
    session.does(Command::ChangeItem { item: ItemId(1), text: "Kortteja autoihin".to_owned() });
    assert_eq!(session.ask(Command::ChangeItem { item: ItemId(1), text: "Kortteja  autoihin".to_owned() }), Ok(vec![]));
    session.does(Command::DropItem { item: ItemId(2) });
    assert_eq!(session.ask(Command::DropItem { item: ItemId(2) }), Err(Refusal::NoItem(ItemId(2))));
    let noted = session.ask(note("Kolmas")).unwrap();
    assert!(matches!(noted[..], [Event::ItemNoted { item: ItemId(3), .. }]));
    assert_eq!(session.ask(note(" \n ")), Err(Refusal::Empty { field: Field::Item }));
    assert_eq!(session.state.items[&ItemId(1)].text, "Kortteja autoihin");
}

#[test]
fn the_trainers_list_is_ticked_and_unticked() {
    let mut session = Session::new();
    let tick = |item: &str, done| Command::Tick { item: item.into(), done };
    session.does(tick("kutsu", true)).does(tick("kohteet", true)).does(tick("kutsu", false));
    assert_eq!(session.ask(tick("kohteet", true)), Ok(vec![]));
    assert_eq!(session.ask(tick("olematon", true)), Err(Refusal::NoListItem("olematon".into())));
    assert_eq!(session.state.ticked.iter().map(|id| id.as_str()).collect::<Vec<_>>(), ["kohteet"]);
}
