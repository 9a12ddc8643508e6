//! The made-up people: names in many scripts, companies, and what each of them does that day.

use std::collections::BTreeSet;

use crate::i18n::Lang;
use crate::profile::IdentifierKind;
use crate::quiz::Random;
use crate::rehearse::words;
use crate::session::Details;
use crate::session::Expected;
use crate::session::ParticipantId;

/// What somebody does that day; the first ones are in every rehearsal that has the people for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Comes, stays, passes.
    Regular,
    /// Comes half an hour late.
    Late,
    /// Fails the first attempt and passes the second.
    FailsOnce,
    /// Leaves before the test.
    LeavesEarly,
    /// Is away for a while in the middle.
    AwayForAWhile,
    /// Takes the test on paper.
    OnPaper,
    /// Takes the test orally.
    Orally,
    /// Fails both attempts.
    FailsTwice,
    /// Signs in twice, under two spellings.
    SignsInTwice,
    /// Is removed by mistake and put back.
    RemovedByMistake,
    /// Has an attempt declared void.
    VoidAttempt,
    /// Has a misspelt name put right.
    Misspelt,
    /// Leaves unnoticed; the departure is put right later.
    LeavesUnnoticed,
    /// Was entered late; the arrival is put right.
    EnteredLate,
    /// Signs on the sheet of paper and leaves without signing out.
    SignsOnPaper,
}

const PARTS: [Part; 15] = [
    Part::Regular,
    Part::Late,
    Part::FailsOnce,
    Part::LeavesEarly,
    Part::AwayForAWhile,
    Part::OnPaper,
    Part::Orally,
    Part::FailsTwice,
    Part::SignsInTwice,
    Part::RemovedByMistake,
    Part::VoidAttempt,
    Part::Misspelt,
    Part::LeavesUnnoticed,
    Part::EnteredLate,
    Part::SignsOnPaper,
];

/// Names that nobody bears: every family name says that it is made up.
const NAMES: [(&[&str], &[&str]); 8] = [
    (
        &["Aino", "Eino", "Liisa", "Veikko", "Päivi", "Jörö", "Äijä", "Kaisa-Maija", "Yrjö", "Tuulikki"],
        &["Esimerkki", "Mallinen", "Kuvitelma", "Harjoituslahti", "Keksitty-Nimi"],
    ),
    (&["Õie", "Jüri", "Ülle", "Tõnu", "Aasa"], &["Näidis", "Väljamõeldis", "Õppus"]),
    (&["Åsa", "Örjan", "Märta", "Björn"], &["Exempelsson", "Påhittad", "Övningsgren"]),
    (&["Ирина", "Ольга", "Мария"], &["Примерова", "Вымышленная", "Учебная"]),
    (&["Олексій", "Євген", "Ґжегож"], &["Вигаданий", "Зразковий"]),
    (&["Jānis", "Kārlis", "Ģirts"], &["Piemērs", "Izdomāts"]),
    (&["Łukasz", "Michał", "Świętosław"], &["Przykładowy", "Zmyślony"]),
    (&["Jean-Luc", "Zoë", "Nguyễn Văn", "Þór"], &["Exemple", "d’Invention", "Fictive"]),
];

const COMPANIES: [&str; 6] = [
    "Esimerkkikaivuu Oy",
    "Mallisähkö Oy",
    "Harjoitusverkko Ky",
    "Näidiskaevaja OÜ",
    "Kuvitteellinen Kaukolämpö Oy",
    "Tmi Keksitty Kaapeli",
];

/// Somebody made up.
#[derive(Clone, Debug)]
pub(super) struct Person {
    pub(super) details: Details,
    pub(super) part: Part,
    /// How many of a hundred questions they know.
    pub(super) knows_percent: usize,
    /// Their number, once they have signed in.
    pub(super) row: Option<ParticipantId>,
}

/// Everybody of a rehearsal.
#[derive(Debug)]
pub(super) struct Cast {
    pub(super) people: Vec<Person>,
    is_asked_for: IdentifierKind,
}

impl Cast {
    pub(super) fn new(count: u32, kind: IdentifierKind, lang: Lang, random: &mut Random) -> Self {
        let roles = words::of(lang).roles;
        let mut taken = BTreeSet::new();
        let mut parts: Vec<Part> = (0..count as usize).map(|index| part(index, random)).collect();
        random.shuffle(&mut parts);
        let people = parts
            .into_iter()
            .zip(1..)
            .map(|(part, number)| {
                let details = Details {
                    name: name(&mut taken, random),
                    company: COMPANIES[random.below(COMPANIES.len())].to_owned(),
                    role: roles[random.below(roles.len())].to_owned(),
                    identifier: identifier(kind, number),
                };
                Person { details, part, knows_percent: 88 + random.below(12), row: None }
            })
            .collect();
        Self { people, is_asked_for: kind }
    }

    /// Lets these people come, stay and pass.
    pub(super) fn assigned(&mut self, people: impl Iterator<Item = Expected>, random: &mut Random) {
        let kind = self.is_asked_for;
        self.people.extend(people.zip(1..).map(|(expected, number)| {
            let Expected { name, company, role, identifier: known } = expected;
            let details = Details { name, company, role, identifier: known.or_else(|| identifier(kind, number)) };
            Person { details, part: Part::Regular, knows_percent: 96 + random.below(4), row: None }
        }));
    }

    /// Who was expected: most of those who come, and one who does not.
    pub(super) fn expected(&self) -> Vec<Expected> {
        let come = self.people.iter().filter(|person| person.part != Part::EnteredLate);
        let missing =
            Expected { name: "Poissa Kuvitelma".to_owned(), company: COMPANIES[0].to_owned(), ..Default::default() };
        come.map(|person| Expected {
            name: person.details.name.clone(),
            company: person.details.company.clone(),
            role: person.details.role.clone(),
            identifier: None,
        })
        .chain([missing])
        .collect()
    }

    /// An identifier of the kind that is asked for, for a row that should not have been.
    pub(super) fn spare_identifier(&self, number: usize) -> Option<String> {
        identifier(self.is_asked_for, 9000 + number)
    }
}

fn part(index: usize, random: &mut Random) -> Part {
    match PARTS.get(index) {
        Some(part) => *part,
        None => match random.below(20) {
            0 => Part::Late,
            1 => Part::LeavesEarly,
            2 => Part::AwayForAWhile,
            3 => Part::FailsOnce,
            _ => Part::Regular,
        },
    }
}

/// A name that nobody else in the room has.
fn name(taken: &mut BTreeSet<String>, random: &mut Random) -> String {
    loop {
        // Every other one is Finnish, as rooms in Finland are.
        let group = if random.chance(50) { 0 } else { random.below(NAMES.len()) };
        let (given, family) = NAMES[group];
        let mut name = given[random.below(given.len())].to_owned();
        if taken.len() > 40 {
            // In a large room the single names run out.
            let (more, _) = NAMES[random.below(NAMES.len())];
            name = format!("{name} {}", more[random.below(more.len())]);
        }
        let name = format!("{name} {}", family[random.below(family.len())]);
        if taken.insert(name.clone()) {
            return name;
        }
    }
}

fn identifier(kind: IdentifierKind, number: usize) -> Option<String> {
    match kind {
        IdentifierKind::None => None,
        IdentifierKind::TaxNumber => Some(format!("{:012}", 990_000_000_000_u64 + number as u64)),
        IdentifierKind::EmployeeNumber => Some(format!("H-{number:04}")),
        IdentifierKind::Email => Some(format!("osallistuja{number}@esimerkki.example")),
    }
}
