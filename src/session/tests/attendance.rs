//! Minutes present and themes attended.

use jiff::SignedDuration;

use crate::session::testing::{Session, go, minute};
use crate::session::{Command, Correction, ParticipantId, Place};

fn minutes(count: i64) -> SignedDuration {
    SignedDuration::from_mins(count)
}

/// The real minutes of the three themes.
fn real(session: &Session) -> Vec<i64> {
    session.state.theme_times(session.now).iter().map(|theme| theme.real.as_mins()).collect()
}

/// Minutes present in each theme, and whether it counts as attended.
fn part(session: &Session, participant: ParticipantId) -> Vec<(i64, bool)> {
    let presence = session.state.presence(&session.state.participants[&participant], session.now);
    presence.themes.iter().map(|theme| (theme.present.as_mins(), theme.attended)).collect()
}

#[test]
fn a_themes_real_minutes_run_while_the_room_is_on_its_steps_breaks_and_pauses_left_out() {
    let mut session = Session::new();
    session.signs_in("Aino");
    session.at(10).does(go("alku"));
    session.at(15).does(go("kuittaus"));
    session.at(20).does(Command::Pause);
    session.at(22).does(Command::Resume);
    session.at(30).does(go("tauko"));
    session.at(45).does(go("ovella"));
    session.at(50).does(go("vaite"));
    session.at(52).does(go("loppu"));
    session.at(60).does(Command::Go { to: Place::FinalTest });
    session.at(90);
    assert_eq!(real(&session), [20, 5, 8]);
    let first = &session.state.theme_times(session.now)[0];
    let stretches: Vec<_> = first.stretches.iter().map(|stretch| (stretch.from, stretch.to)).collect();
    assert_eq!(stretches, [(minute(10), minute(20)), (minute(22), minute(30)), (minute(50), minute(52))]);
}

#[test]
fn a_pause_that_spans_a_change_of_theme_counts_for_neither() {
    let mut session = Session::new();
    session.signs_in("Aino");
    session.does(go("alku"));
    session.at(8).does(Command::Pause);
    session.at(10).does(go("ovella"));
    session.at(12).does(Command::Resume);
    session.at(20).does(go("loppu"));
    session.at(24).does(Command::Pause);
    session.at(30);
    assert_eq!(real(&session), [8, 8, 4]);
}

#[test]
fn four_fifths_of_a_theme_are_enough_and_less_is_not() {
    let mut session = Session::new();
    session.does(go("alku"));
    session.at(2);
    let (just, late) = (session.signs_in("Ehtivä"), session.signs_in("Lähtijä"));
    session.at(9).does(Command::Depart { participant: late });
    session.at(10).does(go("loppu"));
    session.at(11);
    assert_eq!(part(&session, just), [(8, true), (0, false), (1, true)]);
    assert_eq!(part(&session, late), [(7, false), (0, false), (0, false)]);
}

#[test]
fn who_comes_back_keeps_both_parts_and_a_correction_moves_them() {
    let mut session = Session::new();
    let aino = session.signs_in("Aino");
    session.does(go("alku"));
    session.at(3).does(Command::Depart { participant: aino });
    session.at(5).does(Command::Return { participant: aino });
    session.at(10).does(go("loppu"));
    assert_eq!(part(&session, aino)[0], (8, true));
    session.does(Command::Depart { participant: aino });
    let correction = Correction::Departure(minute(9));
    session.does(Command::Correct { participant: aino, correction, reason: "Lähti aiemmin".to_owned() });
    assert_eq!(part(&session, aino)[0], (7, false));
    let presence = session.state.presence(&session.state.participants[&aino], session.now);
    assert_eq!((presence.arrival, presence.departure), (Some(minute(0)), Some(minute(9))));
    assert_eq!(presence.present, minutes(7));
}

#[test]
fn a_theme_that_was_only_paged_past_was_not_held() {
    let mut session = Session::new();
    let aino = session.signs_in("Aino");
    session.does(go("alku")).does(go("ovella"));
    session.now += SignedDuration::from_secs(59);
    session.does(go("loppu"));
    session.now += SignedDuration::from_secs(60);
    assert_eq!(part(&session, aino), [(0, false), (0, false), (1, true)]);
}

#[test]
fn after_closing_no_more_time_passes() {
    let mut session = Session::new();
    let aino = session.signs_in("Aino");
    session.does(go("alku"));
    session.at(10).does(Command::Close);
    session.at(500);
    assert_eq!(real(&session), [10, 0, 0]);
    assert_eq!(session.state.presence(&session.state.participants[&aino], session.now).present, minutes(10));
}
