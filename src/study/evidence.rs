//! A register read as evidence: whole, about this course and this subscriber, and the row of one person.

use std::path::Path;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::files::FileError;
use crate::files::read_at_most;
use crate::i18n::Message;
use crate::i18n::messages::register as say;
use crate::register::facts::Facts;
use crate::register::facts::Row;
use crate::register::trust::Fingerprint;
use crate::register::trust::TrustList;
use crate::register::verify;
use crate::register::verify::DataCheck;
use crate::register::verify::Fault;
use crate::register::verify::Integrity;
use crate::register::verify::Options;
use crate::register::verify::Trust;
use crate::session::Details;
use crate::session::Field;
use crate::session::Ground;
use crate::session::LONGEST_NAME;
use crate::session::Script;
use crate::session::clean_line;
use crate::session::folds_alike;

/// What an earlier register is asked.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The course and the subscriber's profile as they are now.
    pub script: &'a Script,
    /// Whose row is looked for; `None` takes every row into consideration.
    pub person: Option<&'a Details>,
    /// The row that was chosen among several.
    pub row: Option<u32>,
    /// The signers that are trusted on this computer.
    pub trust: &'a TrustList,
    /// The time now.
    pub now: Timestamp,
    /// IANA name of the time zone whose day counts.
    pub time_zone: &'a str,
}

impl Asked<'_> {
    /// The day on which is asked.
    pub(super) fn today(&self) -> Date {
        crate::i18n::local(self.now, self.time_zone).date()
    }
}

/// A row that may be the person's: they choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate {
    /// The row's number, for [`Asked::row`].
    pub number: u32,
    /// Name.
    pub name: String,
    /// The contractor they worked for.
    pub company: String,
    /// Their role.
    pub role: String,
}

/// Why a register is no evidence here.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// The file could not be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// It is no register, or one that cannot be read.
    #[error("not a register")]
    NotARegister,
    /// It is not as it was signed, or nobody signed it.
    #[error("the register is not as it was signed")]
    NotIntact(Fault),
    /// Its pages and its data say different things.
    #[error("the register contradicts itself")]
    Contradictory,
    /// A newer version of the program wrote it.
    #[error("the register has the newer version {0}")]
    Newer(u32),
    /// It is a rehearsal with made-up people.
    #[error("the register is a rehearsal")]
    Rehearsal,
    /// It is about another course.
    #[error("the register is about another course: {title}")]
    OtherCourse {
        /// That course's name.
        title: String,
    },
    /// It is another subscriber's.
    #[error("the register is of another subscriber: {subscriber}")]
    OtherSubscriber {
        /// That subscriber's name.
        subscriber: String,
    },
    /// It has no row of this person.
    #[error("the register has no row of this person")]
    NoRow,
}

impl Unusable {
    /// The reason in words, with the mend.
    pub fn message(&self) -> Message {
        match self {
            Self::File(error) => say::file_error(error.source.to_string(), error.path.display().to_string()),
            Self::NotARegister => say::earlier_not_a_register(),
            Self::NotIntact(_) => say::earlier_not_intact(),
            Self::Contradictory => say::earlier_contradictory(),
            Self::Newer(version) => say::data_newer(*version),
            Self::Rehearsal => say::earlier_rehearsal(),
            Self::OtherCourse { title } => say::earlier_other_course(title.as_str()),
            Self::OtherSubscriber { subscriber } => say::earlier_other_subscriber(subscriber.as_str()),
            Self::NoRow => say::earlier_no_row(),
        }
    }
}

/// A register that may be relied on, as far as the file itself can tell.
pub(super) struct Evidence {
    pub(super) facts: Box<Facts>,
    /// The day its session ended, at its place.
    pub(super) ended_on: Date,
    /// Whether its signer is trusted here.
    pub(super) trust: Trust,
    digest: String,
    signer: String,
    fingerprint: String,
}

/// The bytes of a register's file.
///
/// # Errors
/// When it cannot be read, or is larger than any register.
pub(super) fn register_file(path: &Path) -> Result<Vec<u8>, Unusable> {
    Ok(read_at_most(path, verify::LARGEST_FILE)?)
}

/// Reads a register and checks all but its rows.
pub(super) fn read(bytes: &[u8], asked: &Asked<'_>) -> Result<Evidence, Unusable> {
    let options = Options { trust: asked.trust, render: true, journal: None, now: asked.now };
    let verdict = verify::verify(bytes, &options);
    match verdict.integrity {
        Integrity::Intact => {}
        Integrity::Broken(Fault::Unreadable(_)) => return Err(Unusable::NotARegister),
        Integrity::Broken(fault) => return Err(Unusable::NotIntact(fault)),
    }
    match verdict.data {
        DataCheck::Same | DataCheck::NotCompared(_) => {}
        DataCheck::Differs(_) => return Err(Unusable::Contradictory),
        DataCheck::Unreadable(_) => return Err(Unusable::NotARegister),
        DataCheck::Newer(version) => return Err(Unusable::Newer(version)),
    }
    let (Some(facts), Some(signed)) = (verdict.facts, verdict.signer) else { return Err(Unusable::NotARegister) };
    if facts.rehearsal {
        return Err(Unusable::Rehearsal);
    }
    if facts.course.id != asked.script.pack.id.as_str() {
        return Err(Unusable::OtherCourse { title: facts.course.title.clone() });
    }
    // A register bears the name in its own language.
    if !asked.script.profile.name.0.values().any(|name| folds_alike(name, &facts.subscriber)) {
        return Err(Unusable::OtherSubscriber { subscriber: facts.subscriber.clone() });
    }
    let ended_on = facts.ended_at.get(..10).and_then(|day| day.parse().ok()).ok_or(Unusable::NotARegister)?;
    let is_identifier = facts.session.len() <= 64 && facts.session.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_identifier {
        return Err(Unusable::NotARegister);
    }
    let fingerprint = signed.fingerprint.0;
    // Anybody can put anything into a certificate of their own.
    let signer = clean_line(&signed.name, Field::Name, LONGEST_NAME).unwrap_or_else(|_unfit| fingerprint.clone());
    Ok(Evidence { ended_on, trust: signed.trust, digest: Fingerprint::of(bytes).0, signer, fingerprint, facts })
}

impl Evidence {
    /// The row of the person that is asked for; else those to choose from.
    pub(super) fn row(&self, asked: &Asked<'_>) -> Result<Result<&Row, Vec<Candidate>>, Unusable> {
        let mut rows: Vec<&Row> = match asked.person {
            Some(person) => self.rows_of(person),
            None => self.facts.participants.iter().collect(),
        };
        if let Some(number) = asked.row {
            rows.retain(|row| row.number == number);
        }
        match rows[..] {
            [] => Err(Unusable::NoRow),
            [row] => Ok(Ok(row)),
            _ => Ok(Err(rows.into_iter().map(candidate).collect())),
        }
    }

    /// Rows with the person's identifier; without such, those with their name that no identifier tells apart.
    fn rows_of(&self, person: &Details) -> Vec<&Row> {
        let same_identifier = |row: &&Row| {
            let (own, theirs) = (person.identifier.as_ref()?, row.identifier.as_ref()?);
            Some(folds_alike(own, &theirs.value))
        };
        let rows = || self.facts.participants.iter();
        let identified: Vec<&Row> = rows().filter(|row| same_identifier(row) == Some(true)).collect();
        if !identified.is_empty() {
            return identified;
        }
        rows().filter(|row| same_identifier(row).is_none() && folds_alike(&row.name, &person.name)).collect()
    }

    /// What says that something rests on `row`.
    pub(super) fn ground(&self, row: &Row) -> Result<Ground, Unusable> {
        Ok(Ground {
            register: self.digest.clone(),
            session: self.facts.session.clone(),
            name: clean_line(&row.name, Field::Name, LONGEST_NAME).map_err(|_unfit| Unusable::NotARegister)?,
            ended_on: self.ended_on,
            signer: self.signer.clone(),
            fingerprint: self.fingerprint.clone(),
            trusted: matches!(self.trust, Trust::Trusted { .. }),
        })
    }
}

fn candidate(row: &Row) -> Candidate {
    let Row { number, name, company, role, .. } = row.clone();
    Candidate { number, name, company, role }
}
