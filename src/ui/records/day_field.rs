//! The day that is asked about: today, or any day that has passed.

use egui::Ui;
use jiff::civil::Date;

use crate::i18n::messages::archive as say;
use crate::records::Day;
use crate::ui::Cx;
use crate::ui::widgets::Field;

/// A day as it is typed; today while the field is empty.
#[derive(Clone, Debug, Default)]
pub(super) struct DayField {
    text: String,
    /// The last day that could be read; what is shown rests on it.
    day: Option<Day>,
}

impl DayField {
    /// The day that is asked about.
    pub(super) fn day(&self, today: Day) -> Day {
        self.day.unwrap_or(today)
    }

    /// Draws the field.
    pub(super) fn show(&mut self, ui: &mut Ui, cx: &Cx<'_>, today: Day) {
        let (theme, lang) = (cx.theme, cx.lang);
        let read = parsed(&self.text);
        let error = match read {
            Read::Nothing => Some(say::day_unreadable()),
            Read::Day(day) if day > today => Some(say::day_to_come()),
            Read::Day(_) | Read::Empty => None,
        };
        let hint = crate::i18n::day(lang, today.date());
        Field::new(theme, &say::day().text(lang))
            .hint(&hint)
            .width(360.0)
            .limit(20)
            .error(error.map(|error| error.text(lang)).as_deref())
            .show(ui, &mut self.text);
        match parsed(&self.text) {
            Read::Empty => self.day = None,
            Read::Day(day) if day <= today => self.day = Some(day),
            Read::Day(_) | Read::Nothing => {}
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Read {
    Empty,
    Day(Day),
    Nothing,
}

/// A day as people write it: `2.11.2026`, `2/11/2026`, `2026-11-02`, `2 November 2026`.
pub(super) fn parsed(text: &str) -> Read {
    let text = text.trim();
    if text.is_empty() {
        return Read::Empty;
    }
    let forms = ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y", "%d %B %Y"];
    let date = forms.iter().find_map(|form| Date::strptime(form, text).ok());
    date.filter(|date| date.year() > 1900).map_or(Read::Nothing, |date| Read::Day(Day::of(date)))
}

/// Today, where this computer stands.
pub(super) fn today(cx: &Cx<'_>) -> Day {
    Day::of(cx.clock.now().to_zoned_datetime(jiff::tz::TimeZone::system()).date())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_people_write_it() {
        let day = Read::Day(Day::of("2026-11-02".parse().unwrap()));
        for text in ["2.11.2026", "02.11.2026", " 2026-11-02 ", "2/11/2026", "2 November 2026"] {
            assert_eq!(parsed(text), day, "{text}");
        }
        assert_eq!(parsed(" "), Read::Empty);
        for text in ["2.11.", "31.2.2026", "eilen", "2.11.26"] {
            assert_eq!(parsed(text), Read::Nothing, "{text}");
        }
    }
}
