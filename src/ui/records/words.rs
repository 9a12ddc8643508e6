//! How somebody stands, in words and by a mark.

use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::archive as say;
use crate::i18n::messages::records;
use crate::records::Day;
use crate::records::Edition;
use crate::records::Line;
use crate::records::Outcome;
use crate::records::State;
use crate::records::Written;
use crate::ui::widgets::Tone;

/// A day in words.
pub(super) fn day_words(lang: Lang, day: Day) -> String {
    crate::i18n::day(lang, day.date())
}

/// The last day on which something holds.
pub(super) fn until_words(lang: Lang, until: Option<Day>) -> String {
    match until.and_then(Day::known) {
        Some(day) => day_words(lang, day),
        None => say::no_end().text(lang),
    }
}

/// A standing in a word or two.
pub(super) fn state_short(state: State) -> Message {
    match state {
        State::Valid => say::state_valid(),
        State::Due => say::state_due(),
        State::Failed => say::state_failed(),
        State::Unaccepted => say::state_unaccepted(),
    }
}

/// The mark of a standing.
pub(super) fn state_tone(state: State) -> Tone {
    match state {
        State::Valid => Tone::Good,
        State::Due | State::Failed => Tone::Bad,
        State::Unaccepted => Tone::Caution,
    }
}

/// How a test ended; `None` where there is none.
pub(super) fn outcome_words(outcome: Outcome) -> Option<Message> {
    match outcome {
        Outcome::NoTest => None,
        Outcome::Passed => Some(say::test_passed()),
        Outcome::Failed => Some(say::test_failed()),
        Outcome::NotTaken => Some(say::test_not_taken()),
    }
}

/// The themes that somebody lacks, by name.
pub(super) fn lacking_words(lang: Lang, line: &Line, edition: &Edition) -> String {
    if line.state == State::Valid {
        return String::new();
    }
    if line.lacks_only_the_test() {
        return say::only_the_test().text(lang);
    }
    let asked = edition.themes.iter().filter(|theme| theme.minutes > 0).count();
    let titles = line.to_attend().filter_map(|at| edition.themes.get(at)).map(|theme| theme.title(lang));
    let titles: Vec<&str> = titles.collect();
    match titles.len() {
        0 => String::new(),
        many if many == asked && asked > 1 => say::all_themes(line.minutes_to_attend).text(lang),
        _ if line.only_test.is_empty() => say::some_themes(titles.join(", "), line.minutes_to_attend).text(lang),
        _ => say::some_themes_and_test(titles.join(", "), line.minutes_to_attend).text(lang),
    }
}

/// How a register writes somebody.
pub(super) fn written_words(lang: Lang, written: &Written) -> String {
    let kind = match written.kind {
        "" => return format!("{}, {}", written.name, written.company),
        "tax_number" => records::tax_number(written.value.as_str()),
        "employee_number" => records::employee_number(written.value.as_str()),
        _ => records::email(written.value.as_str()),
    };
    format!("{}, {}, {}", written.name, written.company, kind.text(lang))
}
