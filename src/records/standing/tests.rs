//! How somebody stands, in cases.

use super::*;

fn day(text: &str) -> Day {
    Day::of(text.parse().unwrap())
}

fn asked(months: Option<u32>) -> Asked {
    Asked { validity_months: months, renews: false, themes: vec![(1, 1), (2, 2)] }
}

fn sat(attendance: i64, on: &str, outcome: Outcome, themes: &[(i64, u32)]) -> Sat {
    let themes = themes.iter().map(|(theme, revision)| (*theme, *revision, day(on))).collect();
    Sat { attendance, company: 1, day: day(on), form: Form::Room, outcome, themes, elsewhere: Vec::new(), tested: None }
}

/// A session of only these themes.
fn of_part(attendance: i64, on: &str, outcome: Outcome, themes: &[(i64, u32)]) -> Sat {
    let tested = Some(themes.iter().map(|(theme, _)| *theme).collect());
    Sat { tested, ..sat(attendance, on, outcome, themes) }
}

#[track_caller]
fn lacks(standing: &Standing, expected: &[(i64, Lack)]) {
    assert_eq!(standing.lacking().collect::<Vec<_>>(), expected);
    assert_eq!(standing.is_valid(), expected.is_empty());
}

#[test]
fn who_attended_everything_and_passed_is_valid_from_that_day() {
    let sats = [sat(7, "2026-03-02", Outcome::Passed, &[(1, 1), (2, 2)])];
    let standing = on(day("2026-11-23"), &asked(None), &sats);
    lacks(&standing, &[]);
    assert_eq!((standing.since(), standing.until()), (Some(day("2026-03-02")), Some(Day::NEVER)));
    lacks(&on(day("2026-03-01"), &asked(None), &sats), &[(1, Lack::Never), (2, Lack::Never)]);
    assert!(on(day("2026-03-02"), &asked(None), &sats).is_valid());
}

#[test]
fn a_raised_revision_makes_its_theme_alone_due() {
    let sats = [sat(7, "2026-03-02", Outcome::Passed, &[(1, 1), (2, 1)])];
    lacks(&on(day("2026-11-23"), &asked(None), &sats), &[(2, Lack::Revised { had: 1 })]);
    let partial = sat(8, "2026-05-04", Outcome::Passed, &[(2, 2)]);
    let standing = on(day("2026-11-23"), &asked(None), &[sats[0].clone(), partial]);
    assert_eq!(standing.since(), Some(day("2026-05-04")));
}

#[test]
fn the_test_of_a_part_vouches_for_its_own_themes_alone() {
    let failed = sat(7, "2026-03-02", Outcome::Failed, &[(1, 1), (2, 1)]);
    let part = of_part(8, "2026-05-04", Outcome::Passed, &[(2, 2)]);
    let sats = [failed, part];
    lacks(&on(day("2026-11-23"), &asked(None), &sats), &[(1, Lack::NotPassed)]);
    let again = of_part(9, "2026-06-01", Outcome::Passed, &[(1, 1)]);
    let [failed, part] = sats;
    let standing = on(day("2026-11-23"), &asked(None), &[failed, part, again]);
    lacks(&standing, &[]);
    assert_eq!(standing.since(), Some(day("2026-06-01")));
}

#[test]
fn a_failed_test_is_mended_by_one_that_is_passed_later() {
    let failed = sat(7, "2026-03-02", Outcome::Failed, &[(1, 1), (2, 2)]);
    let standing = on(day("2026-11-23"), &asked(None), std::slice::from_ref(&failed));
    lacks(&standing, &[(1, Lack::NotPassed), (2, Lack::NotPassed)]);
    assert!(standing.is_failed());
    let again = sat(8, "2026-03-09", Outcome::Passed, &[]);
    let standing = on(day("2026-11-23"), &asked(None), &[again, failed]);
    assert_eq!(standing.since(), Some(day("2026-03-09")));
}

#[test]
fn a_test_that_was_passed_before_does_not_vouch_for_what_was_attended_after_it() {
    let sats = [sat(7, "2026-03-02", Outcome::Passed, &[(1, 1)]), sat(8, "2026-03-09", Outcome::NotTaken, &[(2, 2)])];
    lacks(&on(day("2026-11-23"), &asked(None), &sats), &[(2, Lack::NotPassed)]);
}

#[test]
fn age_ends_it_and_a_repetition_in_time_leaves_no_gap() {
    let first = sat(7, "2024-03-02", Outcome::Passed, &[(1, 1), (2, 2)]);
    let until = day("2025-03-02");
    let aged = asked(Some(12));
    assert!(on(until, &aged, std::slice::from_ref(&first)).is_valid());
    let after = on(day("2025-03-03"), &aged, std::slice::from_ref(&first));
    lacks(&after, &[(1, Lack::Expired { until }), (2, Lack::Expired { until })]);
    let in_time = sat(8, "2025-03-03", Outcome::Passed, &[(1, 1), (2, 2)]);
    let standing = on(day("2025-06-01"), &aged, &[first.clone(), in_time]);
    assert_eq!((standing.since(), standing.until()), (Some(day("2024-03-02")), Some(day("2026-03-03"))));
    let late = sat(8, "2025-03-04", Outcome::Passed, &[(1, 1), (2, 2)]);
    assert_eq!(on(day("2025-06-01"), &aged, &[first, late]).since(), Some(day("2025-03-04")));
}

#[test]
fn a_test_does_not_mend_what_is_older_than_the_course_allows() {
    let failed = [sat(7, "2024-03-02", Outcome::Failed, &[(1, 1), (2, 2)])];
    let until = day("2025-03-02");
    lacks(&on(until, &asked(Some(12)), &failed), &[(1, Lack::NotPassed), (2, Lack::NotPassed)]);
    let expired = Lack::Expired { until };
    lacks(&on(day("2025-03-03"), &asked(Some(12)), &failed), &[(1, expired), (2, expired)]);
    let [failed] = failed;
    let late = sat(8, "2025-03-03", Outcome::Passed, &[]);
    let standing = on(day("2025-03-03"), &asked(Some(12)), &[failed, late]);
    lacks(&standing, &[(1, expired), (2, expired)]);
}

#[test]
fn a_credited_theme_is_as_old_as_its_attendance() {
    let mut alone = sat(9, "2026-10-01", Outcome::Passed, &[(1, 1), (2, 2)]);
    alone.form = Form::Alone;
    alone.themes[0].2 = day("2026-01-15");
    let standing = on(day("2026-11-23"), &asked(Some(12)), &[alone]);
    assert!(standing.is_valid() && standing.alone);
    assert_eq!((standing.since(), standing.until()), (Some(day("2026-10-01")), Some(day("2027-01-15"))));
}

#[test]
fn an_induction_goes_along_to_a_new_employer_unless_the_course_says_otherwise() {
    let first = sat(7, "2026-03-02", Outcome::Passed, &[(1, 1), (2, 2)]);
    let mut moved = sat(8, "2026-05-04", Outcome::Passed, &[(2, 2)]);
    moved.company = 2;
    let sats = [first, moved];
    assert!(on(day("2026-11-23"), &asked(None), &sats).is_valid());
    let renews = Asked { renews: true, ..asked(None) };
    assert!(on(day("2026-05-03"), &renews, &sats).is_valid(), "before the change");
    lacks(&on(day("2026-11-23"), &renews, &sats), &[(1, Lack::OtherEmployer)]);
}

#[test]
fn what_was_attended_under_another_employer_is_not_brought_along_by_a_credit() {
    let mut alone = sat(9, "2026-10-01", Outcome::Passed, &[(1, 1), (2, 2)]);
    (alone.form, alone.elsewhere) = (Form::Alone, vec![1]);
    assert!(on(day("2026-11-23"), &asked(None), std::slice::from_ref(&alone)).is_valid());
    let renews = Asked { renews: true, ..asked(None) };
    lacks(&on(day("2026-11-23"), &renews, &[alone]), &[(1, Lack::OtherEmployer)]);
}

#[test]
fn a_course_that_asks_nothing_makes_nobody_valid() {
    let nothing = Asked { validity_months: None, renews: false, themes: Vec::new() };
    assert!(!on(day("2026-11-23"), &nothing, &[]).is_valid());
}
