//! Whether a file may be taken into the records, and as what.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use jiff::SignedDuration;
use jiff::Timestamp;
use jiff::civil::Date;

use crate::profile::IdentifierKind;
use crate::records::Credited;
use crate::records::Day;
use crate::records::Edition;
use crate::records::EditionTheme;
use crate::records::Entry;
use crate::records::EntryRow;
use crate::records::Form;
use crate::records::Outcome;
use crate::records::Reason;
use crate::records::SignerOf;
use crate::records::matching;
use crate::register::facts::CreditedTheme;
use crate::register::facts::Facts;
use crate::register::facts::Row;
use crate::register::facts::TestResult;
use crate::register::trust::Fingerprint;
use crate::register::trust::TrustList;
use crate::register::verify;
use crate::register::verify::{Addition, DataCheck, Difference, Fault, Integrity, Options, Verdict};

/// Longest name, company or identifier that is kept, in bytes; the sign-in allows a quarter of it.
const LONGEST_TEXT: usize = 2_000;

/// Checks a file's bytes: what the records keep of it, or why it is set aside.
pub(super) fn judge(bytes: &[u8], digest: &str, rehearsals: bool, now: Timestamp) -> Result<Entry, Reason> {
    // Whose signature counts here is decided when somebody asks, not when a file comes.
    let nobody = TrustList::default();
    let verdict = verify::verify(bytes, &Options { trust: &nobody, render: true, journal: None, now });
    sound(&verdict)?;
    let Verdict { signer: Some(signer), facts: Some(facts), additions, .. } = verdict else {
        return Err(Reason::NoData);
    };
    if facts.rehearsal && !rehearsals {
        return Err(Reason::Rehearsal);
    }
    let countersignatures = additions.iter().filter(|addition| matches!(addition, Addition::Countersignature(_)));
    let signatures = 1 + countersignatures.count();
    let by = SignerOf {
        fingerprint: signer.fingerprint,
        name: signer.name,
        organisation: signer.organisation,
        issuer: signer.issuer,
    };
    entry(&facts, digest, by, signer.signed_at, signatures, now)
}

/// Whether the file is intact and agrees with itself.
fn sound(verdict: &Verdict) -> Result<(), Reason> {
    if let Integrity::Broken(fault) = &verdict.integrity {
        return Err(match fault {
            Fault::Unreadable(_) => Reason::NotARegister,
            Fault::Unsigned => Reason::Unsigned,
            Fault::Coverage(_) => Reason::Coverage,
            Fault::Appended { bytes } => Reason::Appended { bytes: *bytes },
            Fault::Changed => Reason::Changed,
            Fault::Signature(_) => Reason::Signature,
            Fault::Certificate(_) => Reason::Certificate,
            Fault::Update => Reason::Update,
        });
    }
    match &verdict.data {
        DataCheck::Same | DataCheck::NotCompared(_) => Ok(()),
        DataCheck::Unreadable(_) => Err(Reason::NoData),
        DataCheck::Newer(version) => Err(Reason::Newer { version: *version }),
        DataCheck::Differs(differences) => {
            let rows = differences.iter().filter_map(|difference| match difference {
                Difference::Row(row) | Difference::Twice(row) | Difference::Credit(row) => Some(*row),
                Difference::Pages | Difference::Table | Difference::Journal | Difference::Redactor => None,
            });
            Err(Reason::Contradicts { rows: rows.collect() })
        }
    }
}

fn unfit(field: &str) -> Reason {
    Reason::Unfit { field: field.to_owned() }
}

/// What the records keep of a register. What its signer says is theirs to answer for, but it must be possible.
fn entry(
    facts: &Facts,
    digest: &str,
    signer: SignerOf,
    signed_at: Timestamp,
    signatures: usize,
    now: Timestamp,
) -> Result<Entry, Reason> {
    let moment = |text: &str, field| text.parse::<Timestamp>().map_err(|_unreadable| unfit(field));
    let (started_at, ended_at) = (moment(&facts.started_at, "started_at")?, moment(&facts.ended_at, "ended_at")?);
    if ended_at.duration_since(now) > SignedDuration::from_hours(24) {
        return Err(Reason::Future { ended_at: facts.ended_at.clone() });
    }
    // The day as the clock at the place showed it.
    let day: Date = facts.ended_at.get(..10).and_then(|date| date.parse().ok()).ok_or_else(|| unfit("ended_at"))?;
    let day = Day::of(day);
    let edition = edition(facts)?;
    let rows = facts.participants.iter().map(|row| entry_row(row, &edition, day)).collect::<Result<_, _>>()?;
    Ok(Entry {
        digest: digest.to_owned(),
        session: facts.session.clone(),
        form: if facts.is_self_study() { Form::Alone } else { Form::Room },
        rehearsal: facts.rehearsal,
        edition,
        signer,
        signed_at,
        signatures,
        started_at,
        ended_at,
        day,
        subscriber: facts.subscriber.clone(),
        organiser: facts.organiser.clone(),
        trainer: facts.trainer.clone(),
        place: facts.place.clone(),
        journal_length: facts.journal.length,
        rows,
    })
}

fn edition(facts: &Facts) -> Result<Edition, Reason> {
    let titled = |title: &str| BTreeMap::from([(facts.language.clone(), title.to_owned())]);
    let course = &facts.course;
    let mut seen = BTreeSet::new();
    if course.id.is_empty() || !facts.themes.iter().all(|theme| !theme.id.is_empty() && seen.insert(&theme.id)) {
        return Err(unfit("themes"));
    }
    let themes = facts.themes.iter().map(|theme| EditionTheme {
        theme: theme.id.clone(),
        title: titled(&theme.title),
        revision: theme.revision,
        digest: theme.digest.clone(),
        minutes: theme.planned_minutes,
    });
    Ok(Edition {
        course: course.id.clone(),
        title: titled(&course.title),
        revision: course.revision,
        digest: course.digest.clone(),
        validity_months: course.validity_months,
        renews: false,
        has_test: facts.final_test.is_some(),
        test: None,
        part_of: facts.part_of,
        themes: themes.collect(),
    })
}

fn entry_row(row: &Row, edition: &Edition, day: Day) -> Result<EntryRow, Reason> {
    let is_fit = |text: &str| text.len() <= LONGEST_TEXT && !matching::key(text).is_empty();
    for (text, field) in [(&row.name, "name"), (&row.company, "company")] {
        if !is_fit(text) {
            return Err(unfit(field));
        }
    }
    let identifier = row.identifier.as_ref().filter(|identifier| identifier.kind != IdentifierKind::None);
    if identifier.is_some_and(|identifier| !is_fit(&identifier.value)) {
        return Err(unfit("identifier"));
    }
    let mut themes = row
        .themes_attended
        .iter()
        .map(|id| edition.themes.iter().position(|theme| theme.theme == *id).ok_or_else(|| unfit("themes_attended")))
        .collect::<Result<Vec<_>, _>>()?;
    themes.sort_unstable();
    themes.dedup();
    Ok(EntryRow {
        number: row.number,
        name: row.name.clone(),
        company: row.company.clone(),
        identifier: identifier.map(|identifier| (identifier.kind, identifier.value.clone())),
        minutes: row.minutes,
        outcome: match row.test.as_ref().map(|test| test.result) {
            None => Outcome::NoTest,
            Some(TestResult::Passed) => Outcome::Passed,
            Some(TestResult::Failed) => Outcome::Failed,
            Some(TestResult::NotTaken) => Outcome::NotTaken,
        },
        themes,
        credited: row.themes_credited.iter().map(|theme| credited(theme, edition, day)).collect::<Result<_, _>>()?,
    })
}

/// A theme that an earlier register vouches for: nothing newer than this register, nor of a later revision.
fn credited(credited: &CreditedTheme, edition: &Edition, day: Day) -> Result<Credited, Reason> {
    let known = edition.themes.iter().find(|theme| theme.theme == credited.theme);
    let attended = Day::of(credited.attended_on);
    let fingerprint = &credited.ground.fingerprint;
    let is_fingerprint = fingerprint.len() == 64 && fingerprint.bytes().all(|byte| b"0123456789abcdef".contains(&byte));
    let is_long = [&credited.ground.signer, &credited.ground.session].iter().any(|text| text.len() > LONGEST_TEXT);
    let is_known = known.is_some_and(|theme| credited.revision <= theme.revision);
    if !is_known || attended > day || !is_fingerprint || is_long {
        return Err(unfit("themes_credited"));
    }
    Ok(Credited {
        theme: credited.theme.clone(),
        revision: credited.revision,
        day: attended,
        signer: SignerOf {
            fingerprint: Fingerprint(fingerprint.clone()),
            name: credited.ground.signer.clone(),
            organisation: String::new(),
            issuer: String::new(),
        },
        session: credited.ground.session.clone(),
    })
}
