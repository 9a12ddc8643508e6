//! Checks of the course as a whole: its minutes, its test, its questions.

use crate::i18n::messages::check as say;
use crate::source::Finding;
use crate::source::Findings;
use crate::source::Spot;

use super::course::ReadTest;
use super::model::Theme;

/// How many planned minutes an induction may have.
const INDUCTION_MINUTES: std::ops::RangeInclusive<u32> = 180..=240;
/// How many breaks an induction needs at least.
const INDUCTION_BREAKS: usize = 2;
/// From how many questions on the spread of right places says anything.
const SPREAD_FROM: usize = 10;
/// The greatest share of right options at one place, in per cent.
const SPREAD_PERCENT: usize = 60;

/// Tells when an induction is too short, too long, or has too few breaks.
pub(super) fn induction(themes: &[Theme], other_minutes: u32, kind: &Spot, findings: &mut Findings) {
    let shown = themes.iter().flat_map(|theme| &theme.steps).filter(|step| !step.branch_only);
    let minutes = shown.clone().map(|step| step.minutes).sum::<u32>() + other_minutes;
    if !INDUCTION_MINUTES.contains(&minutes) {
        let message = say::induction_minutes(minutes, *INDUCTION_MINUTES.start(), *INDUCTION_MINUTES.end());
        findings.push(Finding::error("induction-minutes", kind.clone(), message).hint(say::induction_minutes_hint()));
    }
    let breaks = shown.filter(|step| step.is_break()).count();
    if breaks < INDUCTION_BREAKS {
        let message = say::induction_breaks(breaks, INDUCTION_BREAKS);
        findings.push(Finding::error("induction-breaks", kind.clone(), message).hint(say::induction_breaks_hint()));
    }
}

/// Tells when the final test cannot be drawn from the bank.
pub(super) fn final_test(
    read: &ReadTest,
    themes: &[Theme],
    spot: impl Fn(crate::source::Span) -> Spot,
    findings: &mut Findings,
) {
    let test = &read.test;
    let bank: usize = themes.iter().map(|theme| theme.test.len()).sum();
    if test.draw > bank {
        let finding = Finding::error("draw", spot(read.draw_span), say::draw_too_many(test.draw, bank));
        findings.push(finding.hint(say::draw_too_many_hint()));
    }
    let with_test: Vec<&Theme> = themes.iter().filter(|theme| !theme.test.is_empty()).collect();
    let least = test.at_least_per_theme;
    if least * with_test.len() > test.draw {
        let message = say::least_too_many(least, with_test.len(), test.draw);
        findings.push(Finding::error("at-least-per-theme", spot(read.least_span), message).hint(say::least_hint()));
    }
    for theme in with_test.iter().filter(|theme| theme.test.len() < least) {
        let message = say::least_impossible(theme.id.as_str(), theme.test.len(), least);
        findings.push(Finding::error("at-least-per-theme", spot(read.least_span), message).hint(say::least_hint()));
    }
}

/// Warns when the right option mostly stands at the same place.
pub(super) fn spread(places: &[usize], spot: &Spot, findings: &mut Findings) {
    if places.len() < SPREAD_FROM {
        return;
    }
    for place in 0..6_u8 {
        let count = places.iter().filter(|right| **right == usize::from(place)).count();
        if count * 100 > places.len() * SPREAD_PERCENT {
            let letter = char::from(b'A' + place).to_string();
            let message = say::spread(letter, count, places.len());
            findings.push(Finding::warning("spread", spot.clone(), message).hint(say::spread_hint()));
        }
    }
}

/// Whether anything is asked in a theme.
pub(super) fn asks(theme: &Theme) -> bool {
    !theme.test.is_empty() || theme.steps.iter().any(|step| step.question().is_some())
}
