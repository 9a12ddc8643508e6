//! Signing in and out, coming and going, and putting rows right.

use crate::profile::IdentifierKind;
use crate::session::testing::{Session, details, drawn, minute, setup, sign_in};
use crate::session::{
    Change, Channel, Command, Correction, Details, Field, Manner, ParticipantId, Refusal, Setup, Signature,
};

fn correct(participant: ParticipantId, correction: Correction) -> Command {
    Command::Correct { participant, correction, reason: "Kirjattiin väärin".to_owned() }
}

fn reason() -> String {
    "Erehdys".to_owned()
}

#[test]
fn participants_are_numbered_in_the_order_of_signing_in() {
    let mut session = Session::new();
    assert_eq!(session.signs_in("Aino"), ParticipantId(1));
    assert_eq!(session.signs_in("Eino"), ParticipantId(2));
    let names: Vec<&str> = session.state.standing().map(|row| row.details.name.as_str()).collect();
    assert_eq!(names, ["Aino", "Eino"]);
}

#[test]
fn nobody_signs_in_twice_however_the_name_is_written() {
    let mut session = Session::new();
    let aino = session.signs_in("Aino Ahkera");
    assert_eq!(session.ask(sign_in("  AINO   ahkera ")), Err(Refusal::AlreadySignedIn(aino)));
    let elsewhere = Details { company: "Toinen Oy".to_owned(), ..details("Aino Ahkera") };
    session.does(Command::SignIn { details: elsewhere, signature: drawn(), channel: Channel::Desk, phone: None });
}

#[test]
fn identifiers_tell_namesakes_apart_and_doubles_together() {
    let mut session = Session::with(Setup { identifier: IdentifierKind::TaxNumber, ..setup() });
    let person = |name: &str, number: &str| Command::SignIn {
        details: Details { identifier: Some(number.to_owned()), ..details(name) },
        signature: drawn(),
        channel: Channel::Desk,
        phone: None,
    };
    session.does(person("Matti Virtanen", "100000000001"));
    session.does(person("Matti Virtanen", "100000000002"));
    assert_eq!(session.ask(person("Masa Virtanen", "1000 0000 0002")), Err(Refusal::AlreadySignedIn(ParticipantId(2))));
    assert_eq!(session.ask(person("Maija", "")), Err(Refusal::Empty { field: Field::Identifier }));
    assert_eq!(session.ask(person("Maija", "123")), Err(Refusal::BadIdentifier));
}

#[test]
fn a_removed_row_does_not_stand_in_the_way() {
    let mut session = Session::new();
    let wrong = session.signs_in("Aino");
    session.does(Command::Remove { participant: wrong, reason: reason() });
    let right = session.signs_in("Aino");
    assert_eq!(right, ParticipantId(2));
    assert_eq!(session.state.standing().count(), 1);
    assert_eq!(
        session.ask(Command::Restore { participant: wrong, reason: reason() }),
        Err(Refusal::AlreadySignedIn(right))
    );
    session.does(Command::Remove { participant: right, reason: reason() });
    session.does(Command::Restore { participant: wrong, reason: reason() });
    assert_eq!(session.ask(Command::Restore { participant: wrong, reason: reason() }), Err(Refusal::NotRemoved(wrong)));
    assert_eq!(session.state.amendments.len(), 3);
}

#[test]
fn a_signature_is_drawn_unless_a_sheet_or_the_trainer_vouches() {
    let mut session = Session::new();
    let unsigned =
        |channel| Command::SignIn { details: details("Aino"), signature: Signature::default(), channel, phone: None };
    assert_eq!(session.ask(unsigned(Channel::Desk)), Err(Refusal::BadSignature));
    session.does(unsigned(Channel::Paper));
}

#[test]
fn who_left_may_return_and_only_who_is_here_may_leave() {
    let mut session = Session::new();
    let aino = session.signs_in("Aino");
    assert_eq!(session.ask(Command::Return { participant: aino }), Err(Refusal::IsPresent(aino)));
    session.at(10).does(Command::Depart { participant: aino });
    assert_eq!(session.ask(Command::Depart { participant: aino }), Err(Refusal::NotPresent(aino)));
    session.at(20).does(Command::Return { participant: aino });
    session.at(30).does(Command::SignOut { participant: aino, signature: Some(drawn()), channel: Channel::Desk });
    let row = &session.state.participants[&aino];
    assert!(row.signed_out && !row.is_present() && row.signature_out.is_some());
    let stays: Vec<_> = row.stays.iter().map(|stay| (stay.from, stay.to.unwrap())).collect();
    assert_eq!(stays, [(minute(0), minute(10)), (minute(20), minute(30))]);
    session.at(31).does(Command::Return { participant: aino });
    assert!(!session.state.participants[&aino].signed_out);
}

#[test]
fn nobody_is_found_under_a_number_that_was_never_given() {
    let mut session = Session::new();
    let nobody = ParticipantId(9);
    assert_eq!(session.ask(Command::Depart { participant: nobody }), Err(Refusal::NoParticipant(nobody)));
}

#[test]
fn details_are_corrected_with_a_reason_and_what_stood_before_is_kept() {
    let mut session = Session::new();
    let aino = session.signs_in("Aino");
    session.signs_in("Eino");
    let unreasoned = Command::Correct {
        participant: aino,
        correction: Correction::Details(details("Aina")),
        reason: " ".to_owned(),
    };
    assert_eq!(session.ask(unreasoned), Err(Refusal::Empty { field: Field::Reason }));
    assert_eq!(
        session.ask(correct(aino, Correction::Details(details("Eino")))),
        Err(Refusal::AlreadySignedIn(ParticipantId(2)))
    );
    assert_eq!(session.ask(correct(aino, Correction::Details(details(" Aino ")))), Ok(vec![]));
    session.does(correct(aino, Correction::Details(details("Aina"))));
    assert_eq!(session.state.participants[&aino].details.name, "Aina");
    let [amendment] = &session.state.amendments[..] else { panic!() };
    assert_eq!(
        amendment.change,
        Change::Corrected { before: Correction::Details(details("Aino")), after: Correction::Details(details("Aina")) }
    );
}

#[test]
fn corrected_times_must_fit_the_session() {
    let mut session = Session::new();
    session.at(10);
    let aino = session.signs_in("Aino");
    session.at(60);
    assert_eq!(session.ask(correct(aino, Correction::Arrival(minute(-1)))), Err(Refusal::BadTime));
    assert_eq!(session.ask(correct(aino, Correction::Arrival(minute(61)))), Err(Refusal::BadTime));
    session.does(correct(aino, Correction::Arrival(minute(5))));
    assert_eq!(session.state.participants[&aino].stays[0].from, minute(5));
    session.does(Command::Depart { participant: aino });
    assert_eq!(session.ask(correct(aino, Correction::Departure(minute(4)))), Err(Refusal::BadTime));
    assert_eq!(session.ask(correct(aino, Correction::Departure(minute(61)))), Err(Refusal::BadTime));
    session.does(correct(aino, Correction::Departure(minute(50))));
    assert_eq!(session.state.participants[&aino].stays[0].to, Some(minute(50)));
    assert_eq!(session.ask(correct(aino, Correction::Arrival(minute(51)))), Err(Refusal::BadTime));
}

#[test]
fn who_left_unnoticed_is_gone_from_the_time_that_is_told() {
    let mut session = Session::new();
    let aino = session.signs_in("Aino");
    session.at(60).does(correct(aino, Correction::Departure(minute(40))));
    let row = &session.state.participants[&aino];
    assert!(!row.is_present());
    assert_eq!(row.stays[0].to, Some(minute(40)));
}

#[test]
fn two_rows_of_one_person_become_one_with_all_their_time_tests_and_answers() {
    let mut session = Session::new();
    let first = session.signs_in("Aino");
    session.at(20).does(Command::Depart { participant: first });
    session.at(30);
    let second = session.signs_in("Aino A.");
    session.does(Command::StartAttempt { participant: second, manner: Manner::Paper });
    let merge = |from, into| Command::Merge { from, into, reason: reason() };
    assert_eq!(session.ask(merge(second, first)), Err(Refusal::AttemptOpen(second)));
    session.does(Command::SubmitAttempt { participant: second, attempt: None });
    assert_eq!(session.ask(merge(first, first)), Err(Refusal::MergeWithItself));
    session.does(merge(second, first));
    let row = &session.state.participants[&first];
    assert_eq!(row.stays.len(), 2);
    assert!(row.is_present());
    assert_eq!(row.attempts.len(), 1);
    assert_eq!(session.state.standing().count(), 1);
    assert_eq!(session.ask(Command::Depart { participant: second }), Err(Refusal::IsRemoved(second)));
    assert_eq!(
        session.ask(Command::Restore { participant: second, reason: reason() }),
        Err(Refusal::NotRemoved(second))
    );
}

#[test]
fn stays_that_overlap_are_counted_once() {
    let mut session = Session::new();
    let first = session.signs_in("Aino");
    session.at(5);
    let second = session.signs_in("Aino A.");
    session.at(10).does(Command::Depart { participant: first });
    session.at(20).does(Command::Depart { participant: second });
    session.does(Command::Merge { from: second, into: first, reason: reason() });
    let stays: Vec<_> = session.state.participants[&first].stays.iter().map(|stay| (stay.from, stay.to)).collect();
    assert_eq!(stays, [(minute(0), Some(minute(20)))]);
}
