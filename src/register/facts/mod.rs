//! What the register states: the documented, versioned form of `register.json`.
//!
//! Version 3. Every time is RFC 3339 with the offset of the place (`2026-11-23T09:00:00+02:00`);
//! every digest is SHA-256 in lower-case hexadecimal; every identifier is the course author's.
//! `participants` holds one object a row. Unknown fields are refused, so a changed form needs a new
//! version.
//!
//! Version 2 knows self-study and passing on. What it adds to version 1 is left out where there is nothing to say:
//! `form` (`"self_study"`; a room says nothing), `ground`, `redactions`, `themes_credited` of a row, and `erased` of a
//! correction. So a register of version 1 is
//! read as it was written, and its rows keep their digests. In a self-study `place` and `trainer` are empty, `stays` are
//! the learner's sittings, and all minutes but the planned ones count activity alone.
//!
//! Version 3 knows sessions of only some of the course's themes. It is written for those alone: `part_of` says how many
//! themes the whole course has in its revision, `themes` lists those that were gone through, and the final test asked of
//! no others. A program that knew no such thing would take them for the whole course; so it is told by the version.

mod canonical;
mod gather;
mod layout;
mod redaction;

pub(crate) use canonical::hex;
pub use canonical::row_digest;
pub use gather::{NotClosed, Written, facts};
pub use redaction::{FormerSigner, Redaction};

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::i18n::Lang;
use crate::pack::CourseKind;
use crate::profile::IdentifierKind;
use crate::session;
use crate::session::Channel;
pub use crate::session::Form;

/// What `format` says.
pub const FORMAT: &str = "perehdytin-register";
/// The newest version of the form, written for part of a course.
pub const VERSION: u32 = 3;
/// The version that is written for a whole course.
const OF_WHOLE: u32 = 2;
/// The oldest version that is read.
const OLDEST: u32 = 1;

/// Everything the register states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// Always [`FORMAT`].
    pub format: String,
    /// The version of this form: [`VERSION`], or an older one.
    pub version: u32,
    /// How the course was taken; left out where that was in a room.
    #[serde(default, skip_serializing_if = "Form::is_room")]
    pub form: Form,
    /// The trainer's own register, where somebody who passed passed the induction on; else left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ground: Option<Ground>,
    /// What was erased, in its order: the register replaces the one that its last entry names. Left out where nothing was.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub redactions: Vec<Redaction>,
    /// Made-up people: a register for practice, worth nothing as proof.
    pub rehearsal: bool,
    /// The session's identifier: 128 random bits, lower-case hexadecimal.
    pub session: String,
    /// The language the room was held in, and of the pages.
    pub language: String,
    /// The subscriber's registered name.
    pub subscriber: String,
    /// Who arranged the session.
    pub organiser: String,
    /// Who held it; empty in a self-study.
    pub trainer: String,
    /// Where it was held; empty in a self-study.
    pub place: String,
    /// IANA name of the place's time zone.
    pub time_zone: String,
    /// When the room left the lobby, or the learner began to study.
    pub started_at: String,
    /// When the session was closed.
    pub ended_at: String,
    /// The course.
    pub course: Course,
    /// How many themes the course has, where only those of `themes` were gone through; left out for the whole course.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part_of: Option<u32>,
    /// Its themes in their order.
    pub themes: Vec<Theme>,
    /// Share of a theme's real minutes that counts as attended, in per cent.
    pub attendance_percent: u8,
    /// How the final test is passed; `null` when the course has none.
    pub final_test: Option<TestRules>,
    /// Which identifier participants were asked for.
    pub identifier_kind: IdentifierKind,
    /// The rows, one a participant, in the order of signing in.
    pub participants: Vec<Row>,
    /// What was put right, in its order.
    pub corrections: Vec<Correction>,
    /// The journal from which all this follows.
    pub journal: Journal,
    /// What made the file; with the same versions the pages can be made again and compared.
    pub made_by: MadeBy,
}

/// The course.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// Its identifier.
    pub id: String,
    /// Its name in the register's language.
    pub title: String,
    /// What it is for.
    pub kind: CourseKind,
    /// Its revision.
    pub revision: u32,
    /// The digest of its content.
    pub digest: String,
    /// Longest age of an induction in months; `null` means valid by revision alone.
    pub validity_months: Option<u32>,
}

/// A theme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Theme {
    /// Its identifier.
    pub id: String,
    /// Its name in the register's language.
    pub title: String,
    /// Its revision.
    pub revision: u32,
    /// The digest of its content.
    pub digest: String,
    /// Minutes planned, without breaks.
    pub planned_minutes: u32,
    /// Minutes the room really spent on it, without breaks and pauses; the learner's active minutes in a self-study.
    pub real_minutes: u32,
    /// Steps left out, with the reason of each.
    pub skipped_steps: Vec<SkippedStep>,
}

/// A step that was left out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SkippedStep {
    /// Its identifier.
    pub id: String,
    /// Why it was left out.
    pub reason: String,
}

/// How the final test is passed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TestRules {
    /// Questions drawn.
    pub questions: u32,
    /// Share of right answers that passes, in per cent.
    pub pass_percent: u8,
    /// How often one may try.
    pub attempts: u32,
}

/// One participant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    /// Number in the session, from 1 in the order of signing in; numbers of removed rows are missing.
    pub number: u32,
    /// Name.
    pub name: String,
    /// The contractor they work for.
    pub company: String,
    /// Their role.
    pub role: String,
    /// The identifier, if one was asked for and given.
    pub identifier: Option<Identifier>,
    /// Through what they signed in.
    pub signed_in_by: Channel,
    /// When they were there; in a self-study their sittings, short pauses included.
    pub stays: Vec<Stay>,
    /// Minutes they were there; in a self-study the active ones alone.
    pub minutes: u32,
    /// Minutes they were there of each theme.
    pub theme_minutes: BTreeMap<String, u32>,
    /// Themes that count as attended.
    pub themes_attended: Vec<String>,
    /// Themes that were not studied this time, because an earlier register says that they were; left out where there are
    /// none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes_credited: Vec<CreditedTheme>,
    /// The final test; `null` when the course has none.
    pub test: Option<Test>,
    /// Whether they signed out, rather than being marked as gone.
    pub signed_out: bool,
    /// The signature drawn at sign-in. It proves no identity.
    pub signature: Strokes,
    /// The signature drawn at sign-out.
    pub signature_out: Option<Strokes>,
    /// Binds the signatures to the row: see [`row_digest`].
    #[serde(skip_serializing_if = "String::is_empty")]
    pub digest: String,
}

/// A theme that an earlier register credits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CreditedTheme {
    /// Its identifier.
    pub theme: String,
    /// Its revision then, which is its revision now.
    pub revision: u32,
    /// The day on which it was really attended, also where the earlier register credited it itself.
    pub attended_on: Date,
    /// The register that says so.
    pub ground: Ground,
}

/// A row of an earlier register, on which something rests.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    /// SHA-256 of the register's file.
    pub register: String,
    /// The identifier of its session.
    pub session: String,
    /// Whose row it is.
    pub name: String,
    /// The day that session ended, at its place.
    pub ended_on: Date,
    /// Who signed that register, by the name in the certificate.
    pub signer: String,
    /// The SHA-256 of that certificate.
    pub fingerprint: String,
    /// Whether that signer was trusted on the computer that read it: whoever relies on this must see to it themselves.
    pub trusted: bool,
}

impl From<&session::Ground> for Ground {
    fn from(ground: &session::Ground) -> Self {
        let session::Ground { register, session, name, ended_on, signer, fingerprint, trusted } = ground.clone();
        Self { register, session, name, ended_on, signer, fingerprint, trusted }
    }
}

/// An identifier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Identifier {
    /// Its kind.
    pub kind: IdentifierKind,
    /// The identifier itself.
    pub value: String,
}

/// A stay in the room.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stay {
    /// Arrival.
    pub from: String,
    /// Departure.
    pub to: String,
}

/// A participant's final test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Test {
    /// How it ended.
    pub result: TestResult,
    /// The attempts, void ones included.
    pub attempts: Vec<Attempt>,
}

/// How a participant's final test ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TestResult {
    /// Some valid attempt passes.
    Passed,
    /// Handed in, and none passes.
    Failed,
    /// Nothing valid was handed in.
    NotTaken,
}

/// An attempt at the final test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attempt {
    /// From 1.
    pub number: u32,
    /// How it was taken.
    pub manner: Manner,
    /// Who witnessed an oral attempt.
    pub witness: Option<String>,
    /// When it was handed in; `null` when it never was.
    pub handed_in_at: Option<String>,
    /// Questions answered rightly.
    pub correct: Option<u32>,
    /// Questions drawn.
    pub questions: u32,
    /// Whether it passes.
    pub passed: bool,
    /// Why it does not count.
    pub void: Option<String>,
}

/// How an attempt was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Manner {
    /// At the trainer's computer.
    Desk,
    /// On the participant's own phone.
    Phone,
    /// On a printed sheet, entered later.
    Paper,
    /// Orally, before a witness.
    Oral,
}

/// A drawn signature as vectors. It proves no identity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Strokes {
    /// Width of the drawing area in its own units.
    pub width: u16,
    /// Height of the drawing area in its own units.
    pub height: u16,
    /// Strokes of points `[x, y]`, from the top left corner.
    pub strokes: Vec<Vec<[u16; 2]>>,
}

/// Something that was put right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// When.
    pub at: String,
    /// The number of the row.
    pub participant: u32,
    /// What was done.
    pub kind: CorrectionKind,
    /// What was changed, for [`CorrectionKind::Corrected`].
    pub changes: Vec<FieldChange>,
    /// The row that stands, for [`CorrectionKind::Merged`].
    pub into: Option<u32>,
    /// The attempt, for [`CorrectionKind::AttemptVoided`].
    pub attempt: Option<u32>,
    /// Why.
    pub reason: String,
    /// Whether what it tells was erased: then only time, row and kind are left. Left out where it was not.
    #[serde(default, skip_serializing_if = "is_false")]
    pub erased: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks so")]
fn is_false(value: &bool) -> bool {
    !value
}

/// What was done to a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CorrectionKind {
    /// Fields were put right.
    Corrected,
    /// The row was taken off the register.
    Removed,
    /// The row was put back.
    Restored,
    /// The row was merged into another.
    Merged,
    /// An attempt at the final test was declared void.
    AttemptVoided,
}

/// One field before and after.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldChange {
    /// The field.
    pub field: ChangedField,
    /// What stood before; empty when nothing did.
    pub before: String,
    /// What stands now; empty when nothing does.
    pub after: String,
}

/// A field that can be put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum ChangedField {
    Name,
    Company,
    Role,
    Identifier,
    Arrival,
    Departure,
}

/// The journal from which the register follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Journal {
    /// Its events (feedback forms apart).
    pub length: u64,
    /// The head of its hash chain.
    pub head: String,
}

/// What made the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MadeBy {
    /// The program's version.
    pub program: String,
    /// The typesetter's version.
    pub typst: String,
    /// Digest of the page's template with its wording.
    pub template: String,
    /// Digest of the fonts.
    pub fonts: String,
}

impl MadeBy {
    /// This program with its typesetter, template and fonts.
    pub fn this_program() -> Self {
        Self {
            program: env!("CARGO_PKG_VERSION").to_owned(),
            typst: crate::paper::TYPST_VERSION.to_owned(),
            template: crate::paper::template_digest(crate::paper::Template::Register),
            fonts: crate::paper::fonts::digest(),
        }
    }

    /// Whether equal facts give byte for byte equal pages here.
    pub fn renders_equally(&self) -> bool {
        let Self { program: _, typst, template, fonts } = Self::this_program();
        self.typst == typst && self.template == template && self.fonts == fonts
    }
}

impl Facts {
    /// The register as it is attached: JSON with stable order of fields, ending in a newline.
    pub fn to_json(&self) -> Vec<u8> {
        layout::json(self)
    }

    /// Reads a register's attached data.
    ///
    /// # Errors
    /// When it is not of this form and version; the text names line and column.
    pub fn from_json(json: &[u8]) -> Result<Self, FormError> {
        #[derive(Deserialize)]
        struct Head {
            format: String,
            version: u32,
        }
        let whole: Result<Self, serde_json::Error> = serde_json::from_slice(json);
        // A form of another version need not have these fields, so its head is read apart.
        let (format, version) = match &whole {
            Ok(facts) => (facts.format.clone(), facts.version),
            Err(error) => match serde_json::from_slice::<Head>(json) {
                Ok(head) => (head.format, head.version),
                Err(_neither) => return Err(FormError::NotARegister(error.to_string())),
            },
        };
        if format != FORMAT {
            return Err(FormError::NotARegister(format));
        }
        if !(OLDEST..=VERSION).contains(&version) {
            return Err(FormError::Version(version));
        }
        let facts = whole.map_err(|error| FormError::NotARegister(error.to_string()))?;
        if version == 1 && facts.has_version_2() {
            return Err(FormError::NotARegister("fields of version 2 in version 1".to_owned()));
        }
        let is_part = facts.part_of.is_some_and(|whole| whole as usize > facts.themes.len());
        if (version > OF_WHOLE) != is_part || facts.part_of.is_some() != is_part {
            return Err(FormError::NotARegister(format!("part_of in version {version}")));
        }
        Ok(facts)
    }

    /// Whether there is anything that version 1 could not say.
    fn has_version_2(&self) -> bool {
        !self.form.is_room()
            || self.ground.is_some()
            || !self.redactions.is_empty()
            || self.corrections.iter().any(|correction| correction.erased)
            || self.participants.iter().any(|row| !row.themes_credited.is_empty())
    }

    /// Whether the course was taken alone.
    pub fn is_self_study(&self) -> bool {
        !self.form.is_room()
    }

    /// The version in which this is written.
    pub(in crate::register) fn fitting_version(&self) -> u32 {
        if self.is_part() { VERSION } else { OF_WHOLE }
    }

    /// Whether only some of the course's themes were gone through.
    pub fn is_part(&self) -> bool {
        self.part_of.is_some()
    }

    /// The earlier registers that credits rest on, each once.
    pub fn grounds_of_credits(&self) -> Vec<&Ground> {
        let mut grounds: Vec<&Ground> = Vec::new();
        for credited in self.participants.iter().flat_map(|row| &row.themes_credited) {
            if !grounds.contains(&&credited.ground) {
                grounds.push(&credited.ground);
            }
        }
        grounds
    }

    /// The language of the pages.
    pub fn lang(&self) -> Lang {
        crate::paper::lang_of(&self.language)
    }
}

/// Why attached data cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// It is not a register.
    #[error("not a register: {0}")]
    NotARegister(String),
    /// It is of a version that this program does not know.
    #[error("version {0} of the register is not known")]
    Version(u32),
}
