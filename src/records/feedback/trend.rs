//! How something went over sessions in time order, and from one revision of the course to the next. Pure.

use std::collections::BTreeMap;

use crate::records::Day;
use crate::records::feedback::compare::{Measure, Rated, Share, Verdict};
use crate::records::feedback::occasion::{Heard, Occasion};
use crate::records::feedback::plain;
use crate::register::feedback_file::Answered;

/// What was measured on an occasion.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point<M> {
    /// Which occasion.
    pub occasion: usize,
    /// What was measured.
    pub measured: M,
}

/// Everything that was measured with one revision of the course.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch<M> {
    /// The course's revision.
    pub revision: u32,
    /// The theme's revision then, where it is known.
    pub theme_revision: Option<u32>,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// On how many occasions.
    pub occasions: usize,
    /// All of it together.
    pub measured: M,
}

/// What a trend is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// All questions of the course.
    Course,
    /// All questions of a theme, in the theme and in the test.
    Theme,
    /// A question in a theme.
    Question,
    /// A question of the final test.
    TestQuestion,
    /// A question of the feedback form.
    Rating,
}

/// How something went over sessions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trend<M> {
    /// What it is about.
    pub about: About,
    /// The identifier of the course, theme or question.
    pub id: String,
    /// The theme it belongs to; empty for the course and for a rating.
    pub theme: String,
    /// Its name or words in the newest session that told them; else the identifier.
    pub title: String,
    /// What was measured, in time order; occasions without answers have none.
    pub points: Vec<Point<M>>,
    /// The same by the course's revision, ascending.
    pub stretches: Vec<Stretch<M>>,
}

impl<M: Measure> Trend<M> {
    /// With the newest revision.
    pub fn newest(&self) -> Option<&Stretch<M>> {
        self.stretches.last()
    }

    /// With the revision before the newest.
    pub fn before(&self) -> Option<&Stretch<M>> {
        self.stretches.iter().rev().nth(1)
    }

    /// What became of it with the newest revision; `None` when there was but one.
    pub fn verdict(&self) -> Option<Verdict> {
        Some(M::compare(self.before()?.measured, self.newest()?.measured))
    }

    /// Whether the theme itself was revised between the last two; `None` where that is not known.
    pub fn was_revised(&self) -> Option<bool> {
        Some(self.before()?.theme_revision? != self.newest()?.theme_revision?)
    }
}

/// A trend as it grows.
struct Growing<M> {
    about: About,
    theme: String,
    /// The newest words, and on which occasion they were told.
    title: Option<(usize, String)>,
    points: BTreeMap<usize, (M, Option<u32>)>,
}

/// Trends as they grow, by what they are about and their identifier.
struct Field<M>(BTreeMap<(About, String), Growing<M>>);

impl<M: Measure> Field<M> {
    fn add(
        &mut self,
        (about, id, theme): (About, &str, &str),
        title: &str,
        on: usize,
        revision: Option<u32>,
        measured: M,
    ) {
        let growing = self.0.entry((about, id.to_owned())).or_insert_with(|| Growing {
            about,
            theme: theme.to_owned(),
            title: None,
            points: BTreeMap::new(),
        });
        if !title.is_empty() && growing.title.as_ref().is_none_or(|(known, _)| *known <= on) {
            growing.title = Some((on, plain(title)));
            theme.clone_into(&mut growing.theme);
        }
        if measured.answers() > 0 {
            let point = growing.points.entry(on).or_insert((M::default(), revision));
            point.0.add(measured);
        }
    }

    fn grown(self, occasions: &[Occasion]) -> Vec<Trend<M>> {
        let grown = self.0.into_iter().filter(|(_, growing)| !growing.points.is_empty());
        let grown = grown.map(|((_, id), growing)| {
            let mut stretches: BTreeMap<u32, Stretch<M>> = BTreeMap::new();
            for (on, (measured, theme_revision)) in &growing.points {
                let Some(Occasion { day, revision, .. }) = occasions.get(*on) else { continue };
                let stretch = stretches.entry(*revision).or_insert(Stretch {
                    revision: *revision,
                    theme_revision: *theme_revision,
                    from: *day,
                    to: *day,
                    occasions: 0,
                    measured: M::default(),
                });
                stretch.theme_revision = theme_revision.or(stretch.theme_revision);
                stretch.to = *day;
                stretch.occasions += 1;
                stretch.measured.add(*measured);
            }
            let points = growing.points.into_iter().map(|(occasion, (measured, _))| Point { occasion, measured });
            Trend {
                about: growing.about,
                title: growing.title.map_or_else(|| id.clone(), |(_, title)| title),
                id,
                theme: growing.theme,
                points: points.collect(),
                stretches: stretches.into_values().collect(),
            }
        });
        grown.collect()
    }
}

/// Trends of wrong first answers: of the course, of every theme and of every question.
pub(super) fn shares(heard: &[Heard], occasions: &[Occasion], on: &[usize]) -> Vec<Trend<Share>> {
    let mut field = Field(BTreeMap::new());
    for (one, on) in heard.iter().zip(on) {
        let theme = |id: &str| one.file.themes.iter().find(|theme| theme.id == id);
        let of_themes = one.file.theme_questions.iter().map(|question| (About::Question, question));
        let of_test = one.file.test_questions.iter().map(|question| (About::TestQuestion, question));
        for (about, question) in of_themes.chain(of_test) {
            let Answered { id, theme: of, text, .. } = question;
            let revision = theme(of).map(|theme| theme.revision);
            let share = first(question, one.file.version);
            field.add((about, id, of), text, *on, revision, share);
            let title = theme(of).map_or("", |theme| theme.title.as_str());
            field.add((About::Theme, of, of), title, *on, revision, share);
            let course = &one.file.course;
            field.add((About::Course, &course.id, ""), &course.title, *on, None, share);
        }
    }
    field.grown(occasions)
}

/// The first answers to a question. The tests of version 1 told all attempts alone, which is the nearest there is.
fn first(question: &Answered, version: u32) -> Share {
    let round = question.first.or_else(|| question.rounds.first().copied().filter(|_| version == 1));
    round.map_or_else(Share::default, |round| Share {
        answered: round.answered,
        wrong: round.answered.saturating_sub(round.right),
    })
}

/// Trends of the ratings of the feedback form.
pub(super) fn ratings(heard: &[Heard], occasions: &[Occasion], on: &[usize]) -> Vec<Trend<Rated>> {
    let mut field = Field(BTreeMap::new());
    for (one, on) in heard.iter().zip(on) {
        for asked in &one.file.feedback {
            if let Some(counts) = asked.counts {
                field.add((About::Rating, &asked.id, ""), &asked.text, *on, None, Rated { counts });
            }
        }
    }
    field.grown(occasions)
}

/// Something written in one's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// On which occasion.
    pub occasion: usize,
    /// The question of the form.
    pub question: String,
    /// What was written.
    pub text: String,
}

/// What was written in one's own words, the newest first.
pub(super) fn said(heard: &[Heard], on: &[usize]) -> Vec<Said> {
    let mut said: Vec<Said> = Vec::new();
    for (one, on) in heard.iter().zip(on) {
        for asked in &one.file.feedback {
            let question = plain(&asked.text);
            let texts = asked.texts.iter().map(|text| plain(text)).filter(|text| !text.is_empty());
            said.extend(texts.map(|text| Said { occasion: *on, question: question.clone(), text }));
        }
    }
    said.sort_by(|one, other| other.occasion.cmp(&one.occasion).then_with(|| one.question.cmp(&other.question)));
    said
}

/// Puts those that are missed most first, by what is certain: few answers do not count for many.
pub(super) fn most_missed(trends: &mut [Trend<Share>]) {
    let low = |trend: &Trend<Share>| trend.newest().map_or(0.0, |newest| newest.measured.interval().0);
    trends.sort_by(|one, other| low(other).total_cmp(&low(one)).then_with(|| one.id.cmp(&other.id)));
}
