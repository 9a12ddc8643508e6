//! The wording of what may be wrong: the file, what is wrong with it, and the mend.

use crate::engine::file_message;
use crate::engine::start_message;
use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::refresh as say;
use crate::study::refresh::RefreshError;

/// What is wrong with refreshers.
pub fn refresh_message(error: &RefreshError, lang: Lang) -> Message {
    match error {
        RefreshError::NotOurs { path } => say::not_ours(path.display().to_string()),
        RefreshError::TooNew { path, version } => say::too_new(version.to_string(), path.display().to_string()),
        RefreshError::Damaged { path } => say::damaged(path.display().to_string()),
        RefreshError::InUse { path } => say::store_in_use(path.display().to_string()),
        RefreshError::Full { path } => say::disk_full(path.display().to_string()),
        RefreshError::Database { path, source } => say::store_failed(source.to_string(), path.display().to_string()),
        RefreshError::File(error) => file_message(error),
        RefreshError::Session(error) => start_message(error, lang),
        RefreshError::NotPassed => say::not_passed(),
        RefreshError::CourseChanged { folder } => say::course_changed(folder.display().to_string()),
        RefreshError::NoCard { path } => say::no_card(path.display().to_string()),
    }
}
