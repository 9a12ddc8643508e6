//! The subscriber's profile, and filling `{placeholders}` from it.

mod fill;
mod load;

pub use fill::Piece;
pub use fill::pieces;
pub(crate) use load::beside;
pub use load::load;
pub(crate) use load::read;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::text::Id;
use crate::text::Text;

/// A subscriber's own promises, names, numbers and look.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Stable identifier.
    pub id: Id,
    /// A made-up subscriber; the program says so wherever it matters.
    pub example: bool,
    /// The subscriber's registered name.
    pub name: Text,
    /// Other forms of the name, such as `short` or `genitive`.
    pub forms: BTreeMap<String, Text>,
    /// The logo's file, relative to the profile's folder.
    pub logo: Option<String>,
    /// The accent colour as red, green, blue.
    pub accent: [u8; 3],
    /// Which identifier participants are asked for.
    pub identifier: IdentifierKind,
    /// Whom to call or write.
    pub contacts: Vec<Contact>,
    /// What was promised to the customer.
    pub promises: Vec<Promise>,
    /// Other times and sums.
    pub values: Vec<Value>,
    /// What a fitter may answer.
    pub may_answer: Vec<Text>,
    /// What a fitter must not answer.
    pub must_not_answer: Vec<Text>,
}

/// Which identifier participants are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IdentifierKind {
    /// None.
    None,
    /// The construction industry's tax number (*veronumero*), 12 digits.
    TaxNumber,
    /// The employer's own number.
    EmployeeNumber,
    /// An e-mail address.
    Email,
}

/// Whom to call or write.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// Identifier for placeholders.
    pub id: Id,
    /// Who answers.
    pub name: Text,
    /// Telephone number.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Web address.
    pub web: Option<String>,
    /// When they answer.
    pub hours: Option<Text>,
    /// Where they are.
    pub address: Option<Text>,
}

/// What was promised to the customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// Identifier for placeholders.
    pub id: Id,
    /// What is promised.
    pub title: Text,
    /// By when, or how much.
    pub value: Text,
    /// Other forms of the value, such as `genitive`.
    pub forms: BTreeMap<String, Text>,
    /// What the customer gets when it is broken.
    pub compensation: Option<Text>,
}

/// Another time or sum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    /// Identifier for placeholders.
    pub id: Id,
    /// The value.
    pub text: Text,
    /// Other forms of it.
    pub forms: BTreeMap<String, Text>,
}
