//! What the columns of a list say: the headings that are recognised, and their order without any.

use crate::ui::prepare::people::spaced_once;

/// What a column says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Name,
    FirstName,
    LastName,
    Company,
    Role,
    Identifier,
}

/// Headings that are recognised, in lower case.
const HEADINGS: &[(&str, Column)] = &[
    ("nimi", Column::Name),
    ("koko nimi", Column::Name),
    ("osallistuja", Column::Name),
    ("osallistujan nimi", Column::Name),
    ("name", Column::Name),
    ("full name", Column::Name),
    ("participant", Column::Name),
    ("etunimi", Column::FirstName),
    ("etunimet", Column::FirstName),
    ("first name", Column::FirstName),
    ("given name", Column::FirstName),
    ("forename", Column::FirstName),
    ("sukunimi", Column::LastName),
    ("last name", Column::LastName),
    ("family name", Column::LastName),
    ("surname", Column::LastName),
    ("yritys", Column::Company),
    ("yhtiö", Column::Company),
    ("urakoitsija", Column::Company),
    ("palveluntuottaja", Column::Company),
    ("työnantaja", Column::Company),
    ("organisaatio", Column::Company),
    ("company", Column::Company),
    ("contractor", Column::Company),
    ("employer", Column::Company),
    ("organisation", Column::Company),
    ("organization", Column::Company),
    ("tehtävä", Column::Role),
    ("rooli", Column::Role),
    ("ammatti", Column::Role),
    ("nimike", Column::Role),
    ("titteli", Column::Role),
    ("role", Column::Role),
    ("title", Column::Role),
    ("job title", Column::Role),
    ("position", Column::Role),
    ("trade", Column::Role),
    ("tunniste", Column::Identifier),
    ("veronumero", Column::Identifier),
    ("henkilönumero", Column::Identifier),
    ("työntekijänumero", Column::Identifier),
    ("sähköposti", Column::Identifier),
    ("sähköpostiosoite", Column::Identifier),
    ("identifier", Column::Identifier),
    ("id", Column::Identifier),
    ("tax number", Column::Identifier),
    ("employee number", Column::Identifier),
    ("email", Column::Identifier),
    ("e-mail", Column::Identifier),
    ("e-mail address", Column::Identifier),
];

/// The order of columns when no heading says it.
pub(super) const BY_POSITION: [Column; 4] = [Column::Name, Column::Company, Column::Role, Column::Identifier];

/// What each column says, if the row is one of headings: it must name people.
pub(super) fn headings(row: &[String]) -> Option<Vec<Option<Column>>> {
    let columns: Vec<Option<Column>> = row
        .iter()
        .map(|cell| {
            let cell = spaced_once(cell).to_lowercase();
            let cell = cell.trim_end_matches([':', '*']);
            HEADINGS.iter().find(|(heading, _)| *heading == cell).map(|(_, column)| *column)
        })
        .collect();
    let names = [Column::Name, Column::FirstName, Column::LastName];
    columns.iter().flatten().any(|column| names.contains(column)).then_some(columns)
}
