//! Whether a feedback file may be taken into the records.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::records::Reason;
use crate::register::facts::Form;
use crate::register::feedback_file::{Answered, FORMAT, FeedbackFile, FormError, Round};

/// Largest feedback file, in bytes: a room of a thousand who all write much fits twice.
pub(in crate::records) const LARGEST: usize = 8 * 1024 * 1024;
/// Longest identifier, in bytes.
const LONGEST_ID: usize = 200;
/// Longest title, question or text that somebody wrote, in bytes.
const LONGEST_TEXT: usize = 20_000;
/// Most themes, questions or development items.
const MOST: usize = 5_000;
/// Most forms given and answers to a question.
const MOST_ANSWERS: u32 = 100_000;

/// Whether a file's bytes are an object of JSON, as a feedback file is: never those of a PDF.
pub(in crate::records) fn is_like(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    bytes.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'{')
}

/// Reads a file's bytes: what was said, or why it is set aside.
pub(in crate::records) fn judge(bytes: &[u8], rehearsals: bool, now: Timestamp) -> Result<FeedbackFile, Reason> {
    if bytes.len() > LARGEST {
        return Err(Reason::TooLarge { limit: (LARGEST / 1024 / 1024) as u64 });
    }
    let file = FeedbackFile::from_json(bytes).map_err(|error| match error {
        FormError::NotFeedback(_) if !says_so(bytes) => Reason::NotARegister,
        FormError::NotFeedback(_) => Reason::NotFeedback,
        FormError::Version(version) => Reason::NewerFeedback { version },
    })?;
    possible(&file).map_err(|field| Reason::UnfitFeedback { field: field.to_owned() })?;
    let tomorrow = now.to_zoned_datetime(TimeZone::UTC).date().tomorrow();
    if tomorrow.is_ok_and(|tomorrow| file.ended_on > tomorrow) {
        return Err(Reason::Future { ended_at: file.ended_on.to_string() });
    }
    if file.rehearsal && !rehearsals {
        return Err(Reason::Rehearsal);
    }
    Ok(file)
}

/// Whether it names the form, whatever else it holds.
fn says_so(bytes: &[u8]) -> bool {
    bytes.windows(FORMAT.len()).any(|window| window == FORMAT.as_bytes())
}

/// Whether what a file says can be at all; else the field that cannot.
fn possible(file: &FeedbackFile) -> Result<(), &'static str> {
    let fits = |text: &str, field, limit| if text.len() <= limit { Ok(()) } else { Err(field) };
    let named = |text: &str, field| if text.is_empty() { Err(field) } else { fits(text, field, LONGEST_ID) };
    let is_hash = |text: &str| text.len() == 64 && text.bytes().all(|byte| b"0123456789abcdef".contains(&byte));
    if !is_hash(&file.id) {
        return Err("id");
    }
    match (file.form, file.session.as_deref()) {
        (Form::Room, Some(session)) => named(session, "session")?,
        (Form::SelfStudy, None) => {}
        _ => return Err("session"),
    }
    fits(&file.subscriber, "subscriber", LONGEST_TEXT)?;
    fits(&file.language, "language", LONGEST_ID)?;
    named(&file.course.id, "course")?;
    fits(&file.course.title, "course", LONGEST_TEXT)?;
    fits(&file.course.digest, "course", LONGEST_ID)?;
    let most_forms = if file.form == Form::SelfStudy { 1 } else { MOST_ANSWERS };
    if file.forms > most_forms {
        return Err("forms");
    }
    let counts = [file.themes.len(), file.feedback.len(), file.items.len()];
    let counts = counts.into_iter().chain([file.theme_questions.len(), file.test_questions.len()]);
    if counts.into_iter().any(|count| count > MOST) {
        return Err("themes");
    }
    if !are_different(file.themes.iter().map(|theme| theme.id.as_str())) {
        return Err("themes");
    }
    for theme in &file.themes {
        named(&theme.id, "themes")?;
        fits(&theme.title, "themes", LONGEST_TEXT)?;
    }
    if !are_different(file.feedback.iter().map(|asked| asked.id.as_str())) {
        return Err("feedback");
    }
    for asked in &file.feedback {
        named(&asked.id, "feedback")?;
        fits(&asked.text, "feedback", LONGEST_TEXT)?;
        let given: u64 = asked.counts.iter().flatten().copied().map(u64::from).sum();
        if given > u64::from(file.forms) || asked.texts.len() > file.forms as usize {
            return Err("feedback");
        }
        asked.texts.iter().try_for_each(|text| fits(text, "feedback", LONGEST_TEXT))?;
    }
    if file.version > 1 && !are_different(file.items.iter().map(|item| item.id)) {
        return Err("items");
    }
    for item in &file.items {
        fits(&item.text, "items", LONGEST_TEXT)?;
        for place in [&item.theme, &item.step].into_iter().flatten() {
            named(place, "items")?;
        }
    }
    for (questions, field) in [(&file.theme_questions, "theme_questions"), (&file.test_questions, "test_questions")] {
        answered(questions).then_some(()).ok_or(field)?;
    }
    Ok(())
}

/// Whether counts of answers can be.
fn answered(questions: &[Answered]) -> bool {
    let is_possible = |round: &Round| round.right <= round.answered && round.answered <= MOST_ANSWERS;
    let is_named = |text: &str| !text.is_empty() && text.len() <= LONGEST_ID;
    are_different(questions.iter().map(|question| question.id.as_str()))
        && questions.iter().all(|question| {
            is_named(&question.id)
                && is_named(&question.theme)
                && question.text.len() <= LONGEST_TEXT
                && question.rounds.len() <= MOST
                && question.rounds.iter().chain(&question.first).all(is_possible)
        })
}

fn are_different<T: Ord>(mut values: impl Iterator<Item = T>) -> bool {
    let mut seen = BTreeSet::new();
    values.all(|value| seen.insert(value))
}
