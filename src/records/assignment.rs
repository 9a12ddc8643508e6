//! The assignment of a partial induction: which themes of a course which people lack, as a file to send.
//!
//! The subscriber makes it from the records and sends it; a trainer opens it to prepare a room, or somebody to study
//! alone. It fills in what is to be done and for whom, and proves nothing: whoever could change it could choose the same
//! themes by hand. What counts is the register that comes back, which says what it is a part of.
//!
//! The file is JSON, `format` and `version` first, and small enough to read. A session takes all themes that are in it;
//! who lacks which is told for each person, and a theme that is only to be tested has no minutes. An identifier is in it only where two people bear one name at one company.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use jiff::civil::Date;
use serde::Serialize;

use crate::i18n::Lang;
use crate::pack::CoursePack;
use crate::records::Edition;
use crate::records::EditionTheme;
use crate::records::edition::in_lang;
use crate::session::Expected;
use crate::text::Id;

/// What `format` says.
pub(super) const FORMAT: &str = "perehdytin-assignment";
/// The version that is written and read.
pub(super) const VERSION: u32 = 1;

/// Who is to go through which themes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Assignment {
    pub(super) format: &'static str,
    pub(super) version: u32,
    /// The day whose records it tells.
    pub made_on: Date,
    /// The course.
    pub course: AssignedCourse,
    /// The themes, in the course's order: all that anybody lacks.
    pub themes: Vec<AssignedTheme>,
    /// Planned minutes of the themes that somebody has to go through.
    pub minutes: u32,
    /// Planned minutes of the test over them; `None` where the records do not know it.
    pub test_minutes: Option<u32>,
    /// The people, by company and name.
    pub people: Vec<AssignedPerson>,
}

/// The course of an assignment, in the edition that the subscriber asks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AssignedCourse {
    /// Its identifier.
    pub id: String,
    /// Its name by language.
    pub title: BTreeMap<String, String>,
    /// Its revision.
    pub revision: u32,
    /// The digest of its content.
    pub digest: String,
}

/// A theme of an assignment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AssignedTheme {
    /// Its identifier.
    pub id: String,
    /// Its name by language.
    pub title: BTreeMap<String, String>,
    /// Its revision.
    pub revision: u32,
    /// Planned minutes; none where everybody who lacks the theme has been through it, and only a passed test is missing.
    pub minutes: u32,
}

/// A person of an assignment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AssignedPerson {
    /// Their name.
    pub name: String,
    /// The contractor they work for.
    pub company: String,
    /// What tells them from another of this name at this company; left out where nobody is to be told apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identifier: Option<String>,
    /// The themes that they lack.
    pub themes: Vec<String>,
}

/// Why an assignment does not fit a course pack.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Misfit {
    /// It is about another course.
    #[error("another course: {asked}")]
    OtherCourse {
        /// The course that it is about.
        asked: String,
    },
    /// It is about another revision of the course.
    #[error("revision {asked}, here {here}")]
    OtherRevision {
        /// The revision that it asks.
        asked: u32,
        /// The revision that is here.
        here: u32,
    },
    /// The course has no such theme.
    #[error("no theme {0}")]
    NoTheme(String),
    /// A theme is asked in another revision than the course has it here.
    #[error("the theme {theme} in revision {asked}, here {here}")]
    OtherThemeRevision {
        /// The theme.
        theme: String,
        /// The revision that it asks.
        asked: u32,
        /// The revision that is here.
        here: u32,
    },
}

impl Assignment {
    /// The assignment of what these people lack of the edition, each with the places of their themes; somebody has to go
    /// through those `to_attend`. `None` when nobody lacks anything.
    pub(super) fn of(
        edition: &Edition,
        people: Vec<(AssignedPerson, BTreeSet<usize>)>,
        to_attend: &BTreeSet<usize>,
        made_on: Date,
    ) -> Option<Self> {
        let places: BTreeSet<usize> = people.iter().flat_map(|(_, places)| places).copied().collect();
        if places.is_empty() {
            return None;
        }
        let (_, test_minutes) = edition.minutes_of(&places);
        let (minutes, _) = edition.minutes_of(to_attend);
        let theme = |at: &usize| {
            let EditionTheme { theme, title, revision, digest: _, minutes } = edition.themes.get(*at)?.clone();
            let minutes = if to_attend.contains(at) { minutes } else { 0 };
            Some(AssignedTheme { id: theme, title, revision, minutes })
        };
        let themes_of = |places: &BTreeSet<usize>| {
            places.iter().filter_map(|at| edition.themes.get(*at)).map(|theme| theme.theme.clone()).collect()
        };
        Some(Self {
            format: FORMAT,
            version: VERSION,
            made_on,
            course: AssignedCourse {
                id: edition.course.clone(),
                title: edition.title.clone(),
                revision: edition.revision,
                digest: edition.digest.clone(),
            },
            themes: places.iter().filter_map(theme).collect(),
            minutes,
            test_minutes,
            people: people
                .into_iter()
                .filter(|(_, places)| !places.is_empty())
                .map(|(person, places)| AssignedPerson { themes: themes_of(&places), ..person })
                .collect(),
        })
    }

    /// The file's bytes, ending in a newline.
    pub fn to_json(&self) -> Vec<u8> {
        // Texts and numbers alone: this cannot fail.
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// Planned minutes altogether, as far as they are known.
    pub fn all_minutes(&self) -> u32 {
        self.minutes.saturating_add(self.test_minutes.unwrap_or(0))
    }

    /// The themes of the pack that are to be gone through, in its order. Another digest of the same revision is an
    /// editorial change, and fits.
    ///
    /// # Errors
    /// When the pack is another course or another edition of it.
    pub fn fits(&self, pack: &CoursePack) -> Result<Vec<Id>, Misfit> {
        if pack.id.as_str() != self.course.id {
            return Err(Misfit::OtherCourse { asked: self.course.id.clone() });
        }
        let (asked, here) = (self.course.revision, pack.revision);
        if asked != here {
            return Err(Misfit::OtherRevision { asked, here });
        }
        for theme in &self.themes {
            match pack.themes.iter().find(|known| known.id.as_str() == theme.id) {
                None => return Err(Misfit::NoTheme(theme.id.clone())),
                Some(known) if known.revision != theme.revision => {
                    let (asked, here) = (theme.revision, known.revision);
                    return Err(Misfit::OtherThemeRevision { theme: theme.id.clone(), asked, here });
                }
                Some(_) => {}
            }
        }
        let ids: Vec<Id> = self.themes.iter().map(|theme| theme.id.as_str().into()).collect();
        pack.chosen(&ids).map_err(|unknown| Misfit::NoTheme(unknown.to_string()))
    }

    /// The people, as a room expects them.
    pub fn expected(&self) -> Vec<Expected> {
        let expected = |person: &AssignedPerson| Expected {
            name: person.name.clone(),
            company: person.company.clone(),
            role: String::new(),
            identifier: person.identifier.clone(),
        };
        self.people.iter().map(expected).collect()
    }
}

impl AssignedCourse {
    /// Its name in `lang`, else in any language it has.
    pub fn title(&self, lang: Lang) -> &str {
        in_lang(&self.title, lang)
    }
}

impl AssignedTheme {
    /// Its name in `lang`, else in any language it has.
    pub fn title(&self, lang: Lang) -> &str {
        in_lang(&self.title, lang)
    }
}
