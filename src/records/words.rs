//! Reasons, troubles and deeds in words.

use crate::files::FileError;
use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::records as say;
use crate::i18n::messages::trend;
use crate::records::Deed;
use crate::records::Lack;
use crate::records::Reason;
use crate::records::RecordsError;
use crate::records::error::takes_no_more;

impl Reason {
    /// Why the file was set aside, and the mend.
    pub fn message(&self) -> Message {
        match self {
            Self::NotARegister => say::aside_not_a_register(),
            Self::Unsigned => say::aside_unsigned(),
            Self::Coverage => say::aside_coverage(),
            Self::Appended { bytes } => say::aside_appended(*bytes),
            Self::Changed => say::aside_changed(),
            Self::Signature => say::aside_signature(),
            Self::Certificate => say::aside_certificate(),
            Self::Update => say::aside_update(),
            Self::NoData => say::aside_no_data(),
            Self::Newer { version } => say::aside_newer(*version),
            Self::Contradicts { rows } if rows.is_empty() => say::aside_contradicts(),
            Self::Contradicts { rows } => {
                say::aside_contradicts_rows(rows.iter().map(u32::to_string).collect::<Vec<_>>().join(", "))
            }
            Self::Rehearsal => say::aside_rehearsal(),
            Self::Future { ended_at } => say::aside_future(ended_at.as_str()),
            Self::Unfit { field } => say::aside_unfit(field.as_str()),
            Self::Erased => say::aside_erased(),
            Self::NotFeedback => trend::aside_not_feedback(),
            Self::NewerFeedback { version } => trend::aside_newer(*version),
            Self::UnfitFeedback { field } => trend::aside_unfit(field.as_str()),
            Self::OtherThanRegister => trend::aside_other_than_register(),
            Self::OtherFeedback => trend::aside_other_feedback(),
            Self::TooLarge { limit } => say::aside_too_large(*limit),
        }
    }
}

/// Why a file could not be read or written.
pub fn file_message(error: &FileError) -> Message {
    let path = error.path.display().to_string();
    match error.source.kind() {
        std::io::ErrorKind::StorageFull => say::disk_full(path),
        _ if takes_no_more(error) => say::disk_refuses(path),
        _ => say::file_error(error.source.to_string(), path),
    }
}

impl RecordsError {
    /// What went wrong, and the mend.
    pub fn message(&self, lang: Lang) -> Message {
        match self {
            Self::File(error) => file_message(error),
            Self::Database { path, source } => say::database(source.to_string(), path.display().to_string()),
            Self::NotRecords { path } => say::not_records(path.display().to_string()),
            Self::TooNew { path, version } => say::too_new(*version, path.display().to_string()),
            Self::InUse { path } => say::in_use(path.display().to_string()),
            Self::DiskFull { path } => say::disk_full(path.display().to_string()),
            Self::DiskRefuses { path } => say::disk_refuses(path.display().to_string()),
            Self::Thread(error) => say::no_thread(error.to_string()),
            Self::Unknown(what) => say::unknown(what.as_str()),
            Self::Ambiguous(what) => say::ambiguous(what.as_str()),
            Self::LaterDecision(doubt) => say::later_decision(*doubt),
            Self::NotEmpty { path } => say::not_empty(path.display().to_string()),
            Self::DamagedCopy(what) => say::damaged_copy(what.as_str()),
            Self::DamagedRegister(digest) => say::damaged_register(digest.as_str()),
            Self::NotRedacted { digest, source } => say::not_redacted(digest.as_str(), source.message().text(lang)),
            Self::TooLong { limit } => trend::too_long(*limit),
            Self::SpokenFor(other) => trend::spoken_for(*other),
            Self::Table(error) => trend::no_table(error.as_str()),
            Self::NotYet(date) => say::not_yet(crate::i18n::day(lang, *date)),
        }
    }
}

impl Lack {
    /// Why a theme is lacking, in words.
    pub fn message(self, lang: Lang) -> Message {
        match self {
            Self::Never => say::lack_never(),
            Self::Revised { had } => say::lack_revised(had),
            Self::OtherEmployer => say::lack_other_employer(),
            Self::NotPassed => say::lack_not_passed(),
            Self::Expired { until } => say::lack_expired(crate::i18n::day(lang, until.date())),
        }
    }
}

impl Deed {
    /// What was done, in words.
    pub fn message(&self, lang: Lang) -> Message {
        let short = |digest: &str| digest.get(..12).unwrap_or(digest).to_owned();
        match self {
            Self::Imported { digest, people } => say::deed_imported(*people, short(digest)),
            Self::Replaced { digest, earlier } => say::deed_replaced(short(digest), short(earlier)),
            Self::SetAside { digest: _, name } => say::deed_set_aside(name.as_str()),
            Self::Accepted { fingerprint, name } => say::deed_accepted(name.as_str(), short(fingerprint)),
            Self::Revoked { fingerprint, name, reason } => {
                say::deed_revoked(name.as_str(), short(fingerprint), reason.as_str())
            }
            Self::Published { course, revision, since } => {
                say::deed_published(course.as_str(), *revision, crate::i18n::day(lang, *since))
            }
            Self::Decided { doubt, same: Some(true) } => say::deed_same(*doubt),
            Self::Decided { doubt, same: Some(false) } => say::deed_different(*doubt),
            Self::Decided { doubt, same: None } => say::deed_undone(*doubt),
            Self::Heard { digest, items } => trend::deed_heard(*items, short(digest)),
            Self::LeftOut { digest, is_out: true } => trend::deed_left_out(short(digest)),
            Self::LeftOut { digest, is_out: false } => trend::deed_taken_back(short(digest)),
            Self::Developed { item, change } => trend::deed_developed(*item, change.words(lang)),
            Self::Exported { person } => say::deed_exported(*person),
            Self::BackedUp { registers } => say::deed_backed_up(*registers),
            Self::Restored { registers } => say::deed_restored(*registers),
            Self::Erased { redacted, removed, asides } => say::deed_erased(*redacted, *removed, *asides),
            Self::RetentionSet { course, years } => match (course, years) {
                (None, Some(years)) => say::deed_retention_all(*years),
                (None, None) => say::deed_retention_all_ended(),
                (Some(course), Some(years)) => say::deed_retention_course(course.as_str(), *years),
                (Some(course), None) => say::deed_retention_course_ended(course.as_str()),
            },
            Self::Retained { registers, people, asides } => say::deed_retained(*registers, *people, *asides),
        }
    }
}
