//! The time axis: sessions in a room one by one, and those who studied alone by the month. Pure.

use std::collections::BTreeMap;

use crate::records::Day;
use crate::records::feedback::plain;
use crate::register::facts::Form;
use crate::register::feedback_file::FeedbackFile;

/// What was said in one session.
#[derive(Clone, Debug)]
pub(super) struct Heard {
    /// Its number in the records.
    pub(super) source: i64,
    /// Where it was held, as its register says; empty where that is not known.
    pub(super) place: String,
    /// When it began, for those of one day; empty where that is not known.
    pub(super) began: String,
    /// What was said.
    pub(super) file: FeedbackFile,
}

/// A place on the time axis: a session in a room, or all who studied alone in a month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occasion {
    /// The day on which it ended; of a month alone, the last such day.
    pub day: Day,
    /// The course's revision.
    pub revision: u32,
    /// Studied alone.
    pub alone: bool,
    /// The files it rests on, by their numbers.
    pub sources: Vec<i64>,
    /// Where it was held; may be empty.
    pub place: String,
    /// Whether any of it is made up.
    pub rehearsal: bool,
}

/// The occasions of what was heard, in time order; and of each file, on which occasion it was.
pub(super) fn occasions(heard: &[Heard]) -> (Vec<Occasion>, Vec<usize>) {
    let month = |day: Day| (day.date().year(), day.date().month());
    let mut keyed: BTreeMap<(Day, String, u32, bool, i64), Vec<usize>> = BTreeMap::new();
    let mut alone: BTreeMap<((i16, i8), u32), Vec<usize>> = BTreeMap::new();
    for (index, one) in heard.iter().enumerate() {
        let (day, revision) = (Day::of(one.file.ended_on), one.file.course.revision);
        if one.file.form == Form::SelfStudy {
            alone.entry((month(day), revision)).or_default().push(index);
        } else {
            keyed.insert((day, one.began.clone(), revision, false, one.source), vec![index]);
        }
    }
    for ((_, revision), indices) in alone {
        let days = indices.iter().filter_map(|index| heard.get(*index)).map(|one| Day::of(one.file.ended_on));
        let Some(last) = days.max() else { continue };
        keyed.insert((last, String::new(), revision, true, 0), indices);
    }
    let mut on = vec![0; heard.len()];
    let occasions = keyed.into_iter().enumerate().map(|(at, ((day, _, revision, alone, _), indices))| {
        let of = |index: &usize| heard.get(*index);
        for index in &indices {
            if let Some(on) = on.get_mut(*index) {
                *on = at;
            }
        }
        let mut sources: Vec<i64> = indices.iter().filter_map(of).map(|one| one.source).collect();
        sources.sort_unstable();
        Occasion {
            day,
            revision,
            alone,
            sources,
            place: if alone {
                String::new()
            } else {
                indices.first().and_then(of).map_or_else(String::new, |one| plain(&one.place))
            },
            rehearsal: indices.iter().filter_map(of).any(|one| one.file.rehearsal),
        }
    });
    (occasions.collect(), on)
}
