//! Gathering the facts from a closed session: pure.

use jiff::SignedDuration;
use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::profile::IdentifierKind;
use crate::register::facts::{
    Attempt, ChangedField, Correction, CorrectionKind, Course, CreditedTheme, FORMAT, Facts, FieldChange, Identifier,
    Journal, MadeBy, Manner, OF_WHOLE, Row, SkippedStep, Stay, Strokes, Test, TestResult, TestRules, Theme, VERSION,
    row_digest,
};
use crate::session;
use crate::session::Amendment;
use crate::session::Change;
use crate::session::Participant;
use crate::session::Signature;
use crate::session::State;
use crate::session::ThemeTime;
use crate::text::Id;

/// The journal as it was when the facts were gathered, and what makes the file.
#[derive(Clone, Debug)]
pub struct Written {
    /// The journal's events (feedback forms apart).
    pub journal_length: u64,
    /// The head of its hash chain.
    pub journal_head: String,
    /// What makes the file.
    pub made_by: MadeBy,
}

/// The session is not closed: there is nothing to state yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the session is not closed")]
pub struct NotClosed;

/// Everything the register of a closed session states.
///
/// # Errors
/// When the session is not closed.
pub fn facts(state: &State, written: Written) -> Result<Facts, NotClosed> {
    let closed_at = state.closed_at.ok_or(NotClosed)?;
    let Written { journal_length, journal_head, made_by } = written;
    let setup = &state.setup;
    let pack = &state.script.pack;
    let times = Times { zone: crate::i18n::time_zone(&setup.time_zone) };
    let first_sitting = state.study.sittings.first().map(|sitting| sitting.from);
    let started_at = first_sitting.or(state.started_at).unwrap_or(state.opened_at);
    let times_of_themes = state.theme_times(closed_at);
    let themes = pack
        .themes
        .iter()
        .map(|theme| Theme {
            id: theme.id.to_string(),
            title: state.script.profile.fill(&theme.title, &setup.language),
            revision: theme.revision,
            digest: theme.digest.clone(),
            planned_minutes: theme.planned_minutes(),
            real_minutes: times_of_themes
                .iter()
                .find(|time| time.theme == theme.id)
                .map_or(0, |time| minutes(time.real)),
            skipped_steps: theme
                .steps
                .iter()
                .filter_map(|step| {
                    let reason = state.skipped.get(&step.id)?;
                    Some(SkippedStep { id: step.id.to_string(), reason: reason.clone() })
                })
                .collect(),
        })
        .collect();
    let participants =
        state.standing().map(|participant| row(state, &times, &times_of_themes, participant, closed_at)).collect();
    Ok(Facts {
        format: FORMAT.to_owned(),
        version: if pack.part_of.is_some() { VERSION } else { OF_WHOLE },
        form: setup.form,
        ground: setup.ground.as_ref().map(Into::into),
        redactions: Vec::new(),
        rehearsal: setup.rehearsal,
        session: setup.session.clone(),
        language: setup.language.to_string(),
        subscriber: setup.subscriber.clone(),
        organiser: setup.organiser.clone(),
        trainer: setup.trainer.clone(),
        place: setup.place.clone(),
        time_zone: setup.time_zone.clone(),
        started_at: times.write(started_at),
        ended_at: times.write(closed_at),
        course: Course {
            id: setup.course.to_string(),
            title: setup.course_title.clone(),
            kind: pack.kind,
            revision: setup.course_revision,
            digest: setup.course_digest.clone(),
            validity_months: pack.validity_months,
        },
        part_of: pack.part_of.map(small),
        themes,
        attendance_percent: pack.attendance_percent,
        final_test: pack.final_test.map(|test| TestRules {
            questions: small(test.draw),
            pass_percent: test.pass_percent,
            attempts: test.attempts,
        }),
        identifier_kind: setup.identifier,
        participants,
        corrections: state.amendments.iter().map(|amendment| correction(&times, amendment)).collect(),
        journal: Journal { length: journal_length, head: journal_head },
        made_by,
    })
}

/// Writes times as the place's clock showed them.
struct Times {
    zone: TimeZone,
}

impl Times {
    /// RFC 3339 with offset, whole seconds.
    fn write(&self, at: Timestamp) -> String {
        at.to_zoned_datetime(self.zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }
}

/// A participant's row.
fn row(state: &State, times: &Times, themes: &[ThemeTime], participant: &Participant, closed_at: Timestamp) -> Row {
    let Participant {
        id,
        details,
        signature,
        signature_out,
        channel,
        stays,
        signed_out,
        removed: _,
        merged_into: _,
        attempts: _,
        handout_to: _,
    } = participant;
    let presence = state.presence_in(themes, participant, closed_at);
    let stays: Vec<(Timestamp, Timestamp)> = if state.setup.form.is_room() {
        stays.iter().map(|stay| (stay.from, stay.to.unwrap_or(closed_at))).collect()
    } else {
        state.study.sittings.iter().map(|sitting| (sitting.from, sitting.to)).collect()
    };
    let attended: Vec<&Id> = presence.themes.iter().filter(|theme| theme.attended).map(|theme| &theme.theme).collect();
    let mut row = Row {
        number: id.0,
        name: details.name.clone(),
        company: details.company.clone(),
        role: details.role.clone(),
        identifier: details
            .identifier
            .as_ref()
            .filter(|_| state.setup.identifier != IdentifierKind::None)
            .map(|value| Identifier { kind: state.setup.identifier, value: value.clone() }),
        signed_in_by: *channel,
        stays: stays.iter().map(|(from, to)| Stay { from: times.write(*from), to: times.write(*to) }).collect(),
        minutes: minutes(presence.present),
        theme_minutes: presence.themes.iter().map(|theme| (theme.theme.to_string(), minutes(theme.present))).collect(),
        themes_attended: attended.iter().map(ToString::to_string).collect(),
        themes_credited: credited(state, &attended),
        test: state.script.pack.final_test.map(|_| test(times, participant)),
        signed_out: *signed_out,
        signature: strokes(signature),
        signature_out: signature_out.as_ref().map(strokes),
        digest: String::new(),
    };
    row.digest = row_digest(&state.setup.session, &row);
    row
}

/// The themes that rest on earlier registers, in the course's order; what was studied all the same rests on nothing.
fn credited(state: &State, attended: &[&Id]) -> Vec<CreditedTheme> {
    let themes = state.script.pack.themes.iter().filter(|theme| !attended.contains(&&theme.id));
    themes
        .filter_map(|theme| state.study.credits.get(&theme.id))
        .map(|(credit, ground)| CreditedTheme {
            theme: credit.theme.to_string(),
            revision: credit.revision,
            attended_on: credit.attended_on,
            ground: ground.into(),
        })
        .collect()
}

/// How the final test went.
fn test(times: &Times, participant: &Participant) -> Test {
    let attempts: Vec<Attempt> = participant
        .attempts
        .iter()
        .map(|attempt| Attempt {
            number: attempt.number,
            manner: match attempt.manner {
                session::Manner::Desk => Manner::Desk,
                session::Manner::Phone => Manner::Phone,
                session::Manner::Paper => Manner::Paper,
                session::Manner::Oral { .. } => Manner::Oral,
            },
            witness: match &attempt.manner {
                session::Manner::Oral { witness } => Some(witness.clone()),
                session::Manner::Desk | session::Manner::Phone | session::Manner::Paper => None,
            },
            handed_in_at: attempt.result.map(|result| times.write(result.at)),
            correct: attempt.result.map(|result| small(result.correct)),
            questions: small(attempt.paper.questions.len()),
            passed: attempt.result.is_some_and(|result| result.passed),
            void: attempt.void.clone(),
        })
        .collect();
    let counts = attempts.iter().filter(|attempt| attempt.void.is_none());
    let result = if participant.has_passed() {
        TestResult::Passed
    } else if counts.filter(|attempt| attempt.handed_in_at.is_some()).count() > 0 {
        TestResult::Failed
    } else {
        TestResult::NotTaken
    };
    Test { result, attempts }
}

/// A correction as the register tells it.
fn correction(times: &Times, amendment: &Amendment) -> Correction {
    let mut told = Correction {
        at: times.write(amendment.at),
        participant: amendment.participant.0,
        kind: CorrectionKind::Corrected,
        changes: Vec::new(),
        into: None,
        attempt: None,
        reason: amendment.reason.clone(),
        erased: false,
    };
    match &amendment.change {
        Change::Corrected { before, after } => {
            let (before, after) = (fields(times, before), fields(times, after));
            told.changes = before
                .into_iter()
                .zip(after)
                .filter(|((_, before), (_, after))| before != after)
                .map(|((field, before), (_, after))| FieldChange { field, before, after })
                .collect();
        }
        Change::Removed => told.kind = CorrectionKind::Removed,
        Change::Restored => told.kind = CorrectionKind::Restored,
        Change::Merged { into } => {
            told.kind = CorrectionKind::Merged;
            told.into = Some(into.0);
        }
        Change::AttemptVoided { attempt } => {
            told.kind = CorrectionKind::AttemptVoided;
            told.attempt = Some(*attempt);
        }
    }
    told
}

/// The fields a correction speaks of.
fn fields(times: &Times, correction: &session::Correction) -> Vec<(ChangedField, String)> {
    match correction {
        session::Correction::Details(details) => vec![
            (ChangedField::Name, details.name.clone()),
            (ChangedField::Company, details.company.clone()),
            (ChangedField::Role, details.role.clone()),
            (ChangedField::Identifier, details.identifier.clone().unwrap_or_default()),
        ],
        session::Correction::Arrival(at) => vec![(ChangedField::Arrival, times.write(*at))],
        session::Correction::Departure(at) => vec![(ChangedField::Departure, times.write(*at))],
    }
}

/// A signature as it is written down.
fn strokes(signature: &Signature) -> Strokes {
    let Signature { width, height, strokes } = signature.clone();
    Strokes { width, height, strokes }
}

/// A count that fits; sessions hold no billions.
fn small(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Whole minutes, rounded to the nearest.
fn minutes(duration: SignedDuration) -> u32 {
    u32::try_from((duration.as_secs() + 30) / 60).unwrap_or(0)
}
