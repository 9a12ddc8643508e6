//! People on a list, and what those who lack something have to do: go through themes, or only pass the test of what they went through.
//!
//! A test that is passed later vouches for themes attended before. Whoever failed comes to the test of a session of these
//! themes, and need not sit through them again.

use std::collections::BTreeSet;

use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::assign as say;
use crate::records::Assigned;
use crate::records::AssignedTheme;
use crate::records::Assignment;
use crate::records::Day;
use crate::records::Edition;
use crate::records::Lack;
use crate::records::State;

/// A person on a contractor's list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Their number.
    pub id: i64,
    /// Their name.
    pub name: String,
    /// Their company.
    pub company: String,
    /// In one word.
    pub state: State,
    /// Since when they are valid.
    pub since: Option<Day>,
    /// The last day on which they are.
    pub until: Option<Day>,
    /// Whether all of it was studied alone.
    pub alone: bool,
    /// Themes that are lacking, by their place in the edition.
    pub lacking: Vec<(usize, Lack)>,
    /// Of these, the themes that were gone through, and of which only a passed test is missing.
    pub only_test: BTreeSet<usize>,
    /// Planned minutes of everything that is lacking.
    pub minutes: u32,
    /// Planned minutes of the themes among it that are to be gone through.
    pub minutes_to_attend: u32,
}

/// Of what is lacking, the themes of which only a passed test is missing, by their place in the edition.
pub(super) fn only_test(edition: &Edition, lacking: &[(usize, Lack)]) -> BTreeSet<usize> {
    let untested = lacking.iter().filter(|(_, lack)| *lack == Lack::NotPassed).map(|(at, _)| *at);
    let untested: BTreeSet<usize> = untested.collect();
    // Where nothing asks of them any more, no test can be passed: only going through them helps.
    if edition.has_test_of(&untested) { untested } else { BTreeSet::new() }
}

impl Line {
    /// The themes that are to be gone through, by their place in the edition.
    pub fn to_attend(&self) -> impl Iterator<Item = usize> {
        self.lacking.iter().map(|(at, _)| *at).filter(|at| !self.only_test.contains(at))
    }

    /// Whether nothing but a passed test is missing.
    pub fn lacks_only_the_test(&self) -> bool {
        !self.lacking.is_empty() && self.to_attend().next().is_none()
    }
}

impl Assigned {
    /// All that anybody lacks, by its place in the edition.
    fn places(&self) -> BTreeSet<usize> {
        self.lacking.iter().flat_map(|line| &line.lacking).map(|(at, _)| *at).collect()
    }

    /// Whether somebody has themes of which only a passed test is missing.
    pub fn has_retakes(&self) -> bool {
        self.lacking.iter().any(|line| !line.only_test.is_empty())
    }

    /// What one of the people who lack something has to do; `name` as they are to be called.
    pub fn person_line(&self, line: &Line, name: &str, lang: Lang) -> Message {
        let titles = line.to_attend().filter_map(|at| self.edition.themes.get(at)).map(|theme| theme.title(lang));
        let titles: Vec<&str> = titles.collect();
        if titles.is_empty() {
            say::person_lacks_test(name)
        } else if !line.only_test.is_empty() {
            say::person_lacks_and_test(name, titles.join("; "))
        } else if titles.len() == self.places().len() {
            say::person_lacks_all(name, titles.len())
        } else {
            say::person_lacks(name, titles.join("; "))
        }
    }
}

impl Assignment {
    /// The themes that everybody who lacks them has been through: they are asked about in the test.
    pub fn only_tested(&self) -> impl Iterator<Item = &AssignedTheme> {
        self.themes.iter().filter(|theme| theme.minutes == 0)
    }

    /// Themes, people and minutes in one line.
    pub fn summary(&self) -> Message {
        let (themes, people) = (self.themes.len() - self.only_tested().count(), self.people.len());
        match self.test_minutes {
            test if themes == 0 => say::summary_test(people, test.unwrap_or(0)),
            Some(test) => say::summary(themes, people, self.minutes, test, self.all_minutes()),
            None => say::summary_without_test(themes, people, self.minutes),
        }
    }

    /// Each theme, and how long it takes whoever has to go through it.
    pub fn theme_lines(&self, lang: Lang) -> impl Iterator<Item = Message> {
        self.themes.iter().map(move |theme| match theme.minutes {
            0 => say::theme_line_test(theme.title(lang), theme.revision),
            minutes => say::theme_line(theme.title(lang), theme.revision, minutes),
        })
    }
}
