//! Ahead or behind, the next break, and the countdown of the present one.

use jiff::SignedDuration;

use crate::session::testing::{Session, go, minute};
use crate::session::{Command, Pace, Place, Progress};

/// Plan of the test course: 2 + 3 + 4 + 1, break 15, 2 + 3, 3, test 10, feedback 5: 48 minutes.
fn pace(session: &Session) -> Pace {
    session.state.pace(session.now)
}

fn minutes(count: i64) -> SignedDuration {
    SignedDuration::from_mins(count)
}

#[test]
fn before_the_start_the_plan_counts_from_now() {
    let mut session = Session::new();
    session.at(7);
    let pace = pace(&session);
    assert_eq!((pace.planned_end, pace.expected_end), (minute(55), minute(55)));
    assert_eq!(pace.behind, minutes(0));
    assert!(pace.themes.iter().all(|theme| theme.progress == Progress::Ahead));
}

#[test]
fn a_step_that_takes_longer_puts_the_session_behind_minute_by_minute() {
    let mut session = Session::new();
    session.at(10).does(go("alku"));
    assert_eq!(pace(&session).behind, minutes(0));
    session.at(12);
    assert_eq!(pace(&session).behind, minutes(0));
    session.at(15);
    let pace = pace(&session);
    assert_eq!((pace.behind, pace.planned_end, pace.expected_end), (minutes(3), minute(58), minute(61)));
    assert_eq!((pace.step_spent, pace.step_planned), (minutes(5), Some(minutes(2))));
}

#[test]
fn moving_on_early_and_leaving_out_put_it_ahead() {
    let mut session = Session::new();
    session.does(go("alku"));
    session.at(1).does(go("kuittaus"));
    assert_eq!(pace(&session).behind, minutes(-1));
    let steps = vec!["loppu".into()];
    session.does(Command::Skip { steps, reason: "Kiire".to_owned() });
    let pace = pace(&session);
    assert_eq!(pace.behind, minutes(-4));
    assert_eq!(pace.themes[2].progress, Progress::Skipped);
    assert_eq!(pace.themes[0].progress, Progress::Current);
}

#[test]
fn a_pause_puts_it_behind_but_is_not_time_on_the_step() {
    let mut session = Session::new();
    session.does(go("alku")).does(Command::Pause);
    session.at(6);
    let pace = pace(&session);
    assert_eq!((pace.behind, pace.step_spent), (minutes(6), minutes(0)));
}

#[test]
fn what_was_jumped_over_is_still_to_come_and_going_back_undoes_nothing() {
    let mut session = Session::new();
    session.does(go("alku"));
    session.at(2).does(go("ovella"));
    assert_eq!(pace(&session).behind, minutes(0));
    session.at(4).does(go("alku"));
    assert_eq!(pace(&session).behind, minutes(0));
    assert_eq!(pace(&session).themes[1].progress, Progress::Begun);
}

#[test]
fn the_next_break_is_told_with_its_time() {
    let mut session = Session::new();
    session.does(go("alku"));
    session.at(1);
    let next = pace(&session).next_break.unwrap();
    assert_eq!((next.step.as_str(), next.expected_at, next.minutes), ("tauko", minute(10), 15));
    session.at(10).does(go("tauko"));
    assert_eq!(pace(&session).next_break, None);
}

#[test]
fn the_countdown_of_a_break_survives_changes_of_step() {
    let mut session = Session::new();
    session.does(go("alku"));
    session.at(10).does(go("tauko"));
    session.at(14).does(go("ovella"));
    let away = pace(&session).current_break.unwrap();
    assert_eq!((away.until, away.left, away.is_here), (minute(25), minutes(11), false));
    session.at(16).does(go("tauko"));
    let back = pace(&session).current_break.unwrap();
    assert_eq!((back.since, back.left, back.is_here), (minute(10), minutes(9), true));
    session.at(27);
    assert_eq!(pace(&session).current_break.unwrap().left, minutes(-2));
    session.does(go("ovella"));
    assert_eq!(pace(&session).current_break, None);
}

#[test]
fn in_the_test_only_the_test_and_feedback_are_left() {
    let mut session = Session::new();
    session.does(go("alku"));
    session.at(30).does(Command::Go { to: Place::FinalTest });
    assert_eq!(pace(&session).expected_end, minute(45));
    session.at(42).does(Command::Go { to: Place::Feedback });
    assert_eq!(pace(&session).expected_end, minute(47));
    session.at(50).does(Command::Go { to: Place::SignOut });
    assert_eq!(pace(&session).expected_end, minute(50));
}

#[test]
fn a_branch_costs_only_the_time_it_takes() {
    let mut session = Session::new();
    session.does(go("alku"));
    session.at(2).does(go("kuittaus"));
    session.at(5).does(go("haara"));
    assert_eq!(pace(&session).behind, minutes(0));
    session.at(7).does(go("keskustelu"));
    assert_eq!(pace(&session).behind, minutes(2));
}
