//! What an earlier register of the learner credits: theme by theme, each with its reason.

use std::path::Path;

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::register as say;
use crate::pack::NewEmployer;
use crate::pack::Theme;
use crate::register::facts::Form;
use crate::register::facts::Row;
use crate::register::verify::Trust;
use crate::session::Command;
use crate::session::Credit;
use crate::session::Ground;
use crate::session::folds_alike;
use crate::study::evidence;
use crate::study::evidence::{Asked, Candidate, Evidence, Unusable};
use crate::text::Id;

/// What was found in an earlier register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// The person's row, and what it says of each theme.
    Row(Box<Earlier>),
    /// Several rows may be theirs: ask which, and look again with [`Asked::row`].
    Choose(Vec<Candidate>),
}

/// What the person's row in an earlier register says of the course as it is now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The row.
    pub ground: Ground,
    /// Whether the register's signer is trusted here. Credits do not depend on it; the subscriber decides.
    pub trust: Trust,
    /// How the course was taken then.
    pub form: Form,
    /// Every theme of the course in its order.
    pub themes: Vec<ThemeFound>,
}

/// What an earlier register says of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeFound {
    /// The theme.
    pub theme: Id,
    /// Its revision now.
    pub revision: u32,
    /// What follows, and why.
    pub reason: Reason,
}

/// Why a theme is credited, or is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Reason {
    /// Credited: it was attended, and nothing has changed.
    Credited {
        /// When it was attended.
        attended_on: Date,
    },
    /// Credited: it was attended, and only the wording has changed since.
    Edited {
        /// When it was attended.
        attended_on: Date,
    },
    /// Due: what people must know has changed since.
    Revised {
        /// The revision then.
        then: u32,
        /// The revision now.
        now: u32,
    },
    /// Due: it was attended in a newer revision than the course has here, which is out of date.
    Outdated {
        /// The revision then.
        then: u32,
        /// The revision here.
        now: u32,
    },
    /// Due: it was not attended then.
    NotAttended,
    /// Due: it was attended longer ago than the course allows.
    TooOld {
        /// When it was attended.
        attended_on: Date,
        /// The longest age, in months.
        months: u32,
    },
    /// Due: it was attended with another employer, and the course asks a new one to induct its own people.
    OtherEmployer,
    /// Due: the course did not have it then.
    New,
}

impl Reason {
    /// When it was attended, where that is credited.
    pub fn credited(&self) -> Option<Date> {
        match self {
            Self::Credited { attended_on } | Self::Edited { attended_on } => Some(*attended_on),
            Self::Revised { .. }
            | Self::Outdated { .. }
            | Self::NotAttended
            | Self::TooOld { .. }
            | Self::OtherEmployer
            | Self::New => None,
        }
    }

    /// The reason in words.
    pub fn message(&self, lang: Lang) -> Message {
        let day = |date: &Date| crate::i18n::day(lang, *date);
        match self {
            Self::Credited { attended_on } => say::earlier_credited(day(attended_on)),
            Self::Edited { attended_on } => say::earlier_edited(day(attended_on)),
            Self::Revised { then, now } => say::earlier_revised(*then, *now),
            Self::Outdated { then, now } => say::earlier_outdated(*then, *now),
            Self::NotAttended => say::earlier_not_attended(),
            Self::TooOld { attended_on, months } => say::earlier_too_old(day(attended_on), *months),
            Self::OtherEmployer => say::earlier_other_employer(),
            Self::New => say::earlier_new(),
        }
    }
}

impl Earlier {
    /// The themes that need not be studied.
    pub fn credits(&self) -> Vec<Credit> {
        let credit = |found: &ThemeFound| {
            let attended_on = found.reason.credited()?;
            Some(Credit { theme: found.theme.clone(), revision: found.revision, attended_on })
        };
        self.themes.iter().filter_map(credit).collect()
    }

    /// What a running self-study is asked for; `None` when nothing is credited.
    pub fn command(&self) -> Option<Command> {
        let themes = self.credits();
        (!themes.is_empty()).then(|| Command::Credit { themes, ground: self.ground.clone() })
    }
}

/// Looks into the bytes of an earlier register.
///
/// # Errors
/// When it is no evidence: not intact, of another course or subscriber, or without a row of this person.
pub fn look(bytes: &[u8], asked: &Asked<'_>) -> Result<Found, Unusable> {
    let evidence = evidence::read(bytes, asked)?;
    match evidence.row(asked)? {
        Ok(row) => Ok(Found::Row(Box::new(Earlier {
            ground: evidence.ground(row)?,
            trust: evidence.trust.clone(),
            form: evidence.facts.form,
            themes: themes(&evidence, row, asked),
        }))),
        Err(candidates) => Ok(Found::Choose(candidates)),
    }
}

/// As [`look`], into a file.
///
/// # Errors
/// As [`look`], and when the file cannot be read.
pub fn look_at(path: &Path, asked: &Asked<'_>) -> Result<Found, Unusable> {
    look(&evidence::register_file(path)?, asked)
}

/// What the row says of every theme of the course. Whether the final test was passed plays no part: whoever studies alone
/// takes it again.
pub(super) fn themes(evidence: &Evidence, row: &Row, asked: &Asked<'_>) -> Vec<ThemeFound> {
    let pack = &asked.script.pack;
    let today = asked.today();
    let is_elsewhere = pack.new_employer == NewEmployer::Renew
        && asked.person.is_some_and(|person| !folds_alike(&person.company, &row.company));
    let found = |theme: &Theme| ThemeFound {
        theme: theme.id.clone(),
        revision: theme.revision,
        reason: match reason(evidence, row, theme, pack.validity_months, today) {
            reason if reason.credited().is_some() && is_elsewhere => Reason::OtherEmployer,
            reason => reason,
        },
    };
    pack.themes.iter().map(found).collect()
}

fn reason(evidence: &Evidence, row: &Row, theme: &Theme, validity_months: Option<u32>, today: Date) -> Reason {
    let Some(then) = evidence.facts.themes.iter().find(|then| then.id == theme.id.as_str()) else {
        // A session of only some themes tells nothing of the others.
        return if evidence.facts.is_part() { Reason::NotAttended } else { Reason::New };
    };
    let credited = row.themes_credited.iter().find(|credited| credited.theme == then.id);
    let attended_on = if row.themes_attended.contains(&then.id) {
        evidence.ended_on
    } else if let Some(credited) = credited.filter(|credited| credited.revision == then.revision) {
        // It does not grow younger by being handed on.
        credited.attended_on
    } else {
        return Reason::NotAttended;
    };
    if then.revision < theme.revision {
        return Reason::Revised { then: then.revision, now: theme.revision };
    }
    if then.revision > theme.revision {
        return Reason::Outdated { then: then.revision, now: theme.revision };
    }
    if let Some(months) = validity_months
        && attended_on.checked_add(i64::from(months).months()).is_ok_and(|until| until < today)
    {
        return Reason::TooOld { attended_on, months };
    }
    if then.digest == theme.digest { Reason::Credited { attended_on } } else { Reason::Edited { attended_on } }
}
