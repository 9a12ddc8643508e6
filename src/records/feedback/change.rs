//! What is changed of a development item: state, owner, day, and a note that says why.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::records::feedback::plain;

/// Longest name of an owner, in characters.
const LONGEST_OWNER: usize = 120;
/// Longest note, in characters.
const LONGEST_NOTE: usize = 2000;

/// How far a development item is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ItemState {
    /// Nobody has looked at it.
    #[default]
    New,
    /// It will be done.
    Agreed,
    /// It is being done.
    InWork,
    /// It is done.
    Done,
    /// It will not be done.
    Rejected,
}

impl ItemState {
    /// Every state, in the order in which items go through them.
    pub const ALL: [Self; 5] = [Self::New, Self::Agreed, Self::InWork, Self::Done, Self::Rejected];

    /// Whether something is left to do.
    pub fn is_open(self) -> bool {
        matches!(self, Self::New | Self::Agreed | Self::InWork)
    }

    /// Its number in the tables.
    pub(super) fn code(self) -> i64 {
        match self {
            Self::New => 0,
            Self::Agreed => 1,
            Self::InWork => 2,
            Self::Done => 3,
            Self::Rejected => 4,
        }
    }

    /// What a number in the tables means.
    pub(super) fn of(code: i64) -> Self {
        Self::ALL.into_iter().find(|state| state.code() == code).unwrap_or_default()
    }
}

/// By when something is to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Due {
    /// No day is set.
    Open,
    /// By this day.
    By(Date),
}

/// A change of a development item; what is `None` stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ItemChange {
    /// How far it is now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<ItemState>,
    /// Who sees to it now; empty for nobody.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// By when it is to be done now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Due>,
    /// Why, or what was said; may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

/// A change that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// When.
    pub at: Timestamp,
    /// Who, as they named themselves.
    pub by: String,
    /// What.
    pub change: ItemChange,
}

impl ItemChange {
    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        let Self { state, owner, due, note } = self;
        state.is_none() && owner.is_none() && due.is_none() && note.is_empty()
    }

    /// The change with its texts made fit, or how many characters are too many for one of them.
    pub(super) fn cleaned(&self) -> Result<Self, usize> {
        let fit = |text: &str, limit: usize| {
            let text = plain(text);
            if text.chars().count() > limit { Err(limit) } else { Ok(text) }
        };
        Ok(Self {
            owner: self.owner.as_deref().map(|owner| fit(owner, LONGEST_OWNER)).transpose()?,
            note: fit(&self.note, LONGEST_NOTE)?,
            ..self.clone()
        })
    }
}
