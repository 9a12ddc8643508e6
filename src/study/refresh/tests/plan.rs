//! The rhythm of the week and the target date.

use jiff::civil::Weekday;

use super::{MONDAY, day, known, unknown};
use crate::study::refresh::Plan;
use crate::study::refresh::Target;
use crate::study::refresh::Weekdays;
use crate::study::refresh::forecast;

fn until(days: u32) -> Plan {
    Plan { target: Some(Target { on: day(days), set_on: MONDAY }), ..Plan::default() }
}

#[test]
fn refreshers_are_on_tuesdays_and_thursdays_unless_the_learner_says_otherwise() {
    let plan = Plan::default();
    let days = std::iter::successors(plan.day_after(MONDAY), |day| plan.day_after(*day));
    let weekdays: Vec<Weekday> = days.take(4).map(jiff::civil::Date::weekday).collect();
    assert_eq!(weekdays, [Weekday::Tuesday, Weekday::Thursday, Weekday::Tuesday, Weekday::Thursday]);
}

#[test]
fn the_last_day_of_the_rhythm_cannot_be_taken_out() {
    let tuesdays = Weekdays::from_bits(0b10).unwrap();
    assert_eq!(tuesdays.toggled(Weekday::Tuesday), tuesdays);
    assert_eq!(tuesdays.toggled(Weekday::Friday).count(), 2);
    assert_eq!(Weekdays::from_bits(0), None);
    assert_eq!(Weekdays::from_bits(128), None);
}

#[test]
fn ten_minutes_a_week_on_two_days_are_ten_questions_of_half_a_minute_a_sitting() {
    assert_eq!(Plan::default().questions_per_sitting(30), 10);
    assert_eq!(Plan { minutes_per_week: 1, ..Plan::default() }.questions_per_sitting(120), 1);
}

#[test]
fn nothing_is_due_after_the_target_nor_in_the_quiet_days_before_it() {
    for span in 0..400 {
        let plan = until(span);
        let last_day = plan.target.unwrap().last_day();
        assert!(last_day <= day(span));
        for interval in [1, 2, 5, 20, 100, 1000] {
            for last in [0, span / 2, span] {
                if let Some(due) = plan.due(&known(1, last, interval)) {
                    assert!(due <= last_day, "span {span}, answered on day {last}, interval {interval}: {due}");
                    assert!(due > day(last) || due == day(last + interval), "due before it was answered: {due}");
                }
            }
        }
        assert_eq!(plan.day_after(last_day), None);
    }
    assert_eq!(until(100).target.unwrap().last_day(), day(93));
}

#[test]
fn a_long_interval_is_cut_so_that_the_question_is_seen_once_more_before_the_target() {
    let plan = until(100);
    for id in 1..50 {
        let due = plan.due(&known(id, 0, 300)).unwrap();
        assert!(due >= day(79) && due <= day(93), "{due}");
    }
    // What was answered in those last days is fresh enough.
    assert_eq!(plan.due(&known(1, 85, 300)), None);
    // Without a target FSRS alone says when.
    assert_eq!(Plan::default().due(&known(1, 0, 300)), Some(day(300)));
}

#[test]
fn last_looks_are_spread_over_the_days() {
    let plan = until(100);
    let days: std::collections::BTreeSet<_> = (1..=30).filter_map(|id| plan.due(&known(id, 0, 300))).collect();
    assert!(days.len() >= 10, "{days:?}");
}

#[test]
fn everything_is_seen_before_the_target_where_the_minutes_allow_it_and_the_forecast_says_where_they_do_not() {
    let cards: Vec<_> = (1..=60).map(unknown).collect();
    // Eight weeks with two sittings of five questions.
    let plan = until(56);
    let ahead = forecast(&cards, &plan, MONDAY, 5);
    assert_eq!(ahead.unseen, 0);
    assert!(
        ahead.sittings.iter().all(|sitting| sitting.questions <= 5 && sitting.on <= plan.target.unwrap().last_day())
    );
    let too_few = forecast(&cards, &until(28), MONDAY, 2);
    assert!(too_few.unseen > 0);
}

#[test]
fn the_forecast_without_a_target_looks_half_a_year_ahead_and_its_sittings_grow_rare() {
    let cards: Vec<_> = (1..=8).map(unknown).collect();
    let ahead = forecast(&cards, &Plan::default(), MONDAY, 10);
    assert!(ahead.sittings.iter().all(|sitting| sitting.on <= day(182)));
    let in_first_month = ahead.sittings.iter().filter(|sitting| sitting.on <= day(30)).count();
    let in_last_month = ahead.sittings.iter().filter(|sitting| sitting.on > day(150)).count();
    assert!(in_first_month > in_last_month, "{ahead:?}");
}
