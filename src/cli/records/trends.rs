//! `records trends`: which questions are missed, and where it got better after a revision.

use serde_json::{Value, json};

use crate::cli::Outcome;
use crate::cli::records::{Answering, Desk, Format, json as told, lines};
use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::decimal;
use crate::i18n::messages::trend as say;
use crate::records::RecordsError;
use crate::records::feedback::{About, Kinds, Measure, Occasion, Rated, Share, Stretch, Trend, Trends, percent};

/// Tells which themes and questions are missed over sessions, and what became of them after a revision
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Only this course; without it, the first one
    #[arg(long, value_name = "ID")]
    course: Option<String>,
    /// Only this theme and its questions, session by session
    #[arg(long, value_name = "ID")]
    theme: Option<String>,
    /// Only this question, session by session
    #[arg(long, value_name = "ID", conflicts_with = "theme")]
    question: Option<String>,
    /// Only sessions of this kind
    #[arg(long, value_enum, value_name = "KIND", default_value_t = KindsArg::All)]
    kind: KindsArg,
    #[command(flatten)]
    answering: Answering,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum KindsArg {
    All,
    Room,
    Alone,
}

impl From<KindsArg> for Kinds {
    fn from(kinds: KindsArg) -> Self {
        match kinds {
            KindsArg::All => Self::All,
            KindsArg::Room => Self::Room,
            KindsArg::Alone => Self::Alone,
        }
    }
}

pub(super) fn run(args: &Args, desk: &Desk<'_>) -> Result<Outcome, RecordsError> {
    if desk.records.heard_courses()?.is_empty() {
        return Ok(Outcome::no(match args.answering.format {
            Format::Json => told(&json!({"version": 1, "course": null})),
            Format::Text => lines(&[say::nothing_heard().text(desk.lang)]),
        }));
    }
    let mut trends = desk.records.trends(args.course.as_deref(), args.kind.into())?;
    let is_one = args.theme.is_some() || args.question.is_some();
    if is_one {
        trends.shares.retain(|trend| {
            args.theme.as_ref().is_some_and(|theme| trend.theme == *theme)
                || (args.question.as_ref() == Some(&trend.id)
                    && matches!(trend.about, About::Question | About::TestQuestion))
        });
        trends.ratings.clear();
        trends.said.clear();
        if let (true, Some(wanted)) = (trends.shares.is_empty(), args.theme.as_ref().or(args.question.as_ref())) {
            return Err(RecordsError::Unknown(wanted.clone()));
        }
    }
    Ok(Outcome::fine(match args.answering.format {
        Format::Json => told(&as_json(&trends)),
        Format::Text => lines(&text(&trends, is_one, desk.lang)),
    }))
}

fn text(trends: &Trends, is_one: bool, lang: Lang) -> Vec<String> {
    let mut text = vec![trends.course.title.clone(), say::sessions(trends.occasions.len()).text(lang)];
    text.extend(trends.ground.messages().iter().map(|message| message.text(lang)));
    for (about, heading) in [
        (About::Course, say::heading_course()),
        (About::Theme, say::heading_themes()),
        (About::Question, say::heading_questions()),
        (About::TestQuestion, say::heading_test()),
    ] {
        let of: Vec<_> = trends.shares.iter().filter(|trend| trend.about == about).collect();
        if !of.is_empty() {
            text.push(String::new());
            text.push(heading.text(lang));
        }
        for trend in of {
            text.push(format!("  {} ({})", trend.title, trend.id));
            text.push(format!("      {}", by_revision(trend, share_words, lang)));
            if is_one {
                text.extend(points(trend, &trends.occasions, share_words, lang));
            }
        }
    }
    if !trends.ratings.is_empty() {
        text.extend([String::new(), say::heading_ratings().text(lang)]);
    }
    for trend in &trends.ratings {
        text.push(format!("  {} ({})", trend.title, trend.id));
        text.push(format!("      {}", by_revision(trend, rating_words, lang)));
    }
    if !trends.said.is_empty() {
        text.extend([String::new(), say::heading_said().text(lang)]);
    }
    for said in &trends.said {
        let occasion = trends.occasions.get(said.occasion).map_or_else(String::new, |occasion| occasion.words(lang));
        text.push(format!("  {occasion}: {}", said.text));
    }
    text
}

/// The revisions in their order, and what became of it with the newest.
fn by_revision<M: Measure>(trend: &Trend<M>, words: fn(M, Lang) -> Message, lang: Lang) -> String {
    let stretch = |stretch: &Stretch<M>| {
        say::with_revision(stretch.revision, words(stretch.measured, lang).text(lang)).text(lang)
    };
    let mut told = trend.stretches.iter().map(stretch).collect::<Vec<_>>().join(" → ");
    if let Some(verdict) = trend.verdict() {
        told = format!("{told}: {}", verdict.message().text(lang));
    }
    told
}

fn points<M: Measure>(
    trend: &Trend<M>,
    occasions: &[Occasion],
    words: fn(M, Lang) -> Message,
    lang: Lang,
) -> Vec<String> {
    let lines = trend.points.iter().filter_map(|point| {
        let occasion = occasions.get(point.occasion)?;
        let measured = words(point.measured, lang).text(lang);
        Some(format!(
            "        {}: {}",
            occasion.words(lang),
            say::with_revision(occasion.revision, measured).text(lang)
        ))
    });
    lines.collect()
}

fn share_words(share: Share, _: Lang) -> Message {
    say::share(share.wrong_share().map_or(0, percent), share.wrong, share.answered)
}

fn rating_words(rated: Rated, lang: Lang) -> Message {
    say::mean(decimal(lang, rated.mean().unwrap_or_default(), 1), rated.answers())
}

fn as_json(trends: &Trends) -> Value {
    let occasions = trends.occasions.iter().map(|occasion| {
        json!({
            "day": occasion.day,
            "revision": occasion.revision,
            "self_study": occasion.alone,
            "feedback": occasion.sources,
            "place": occasion.place,
            "rehearsal": occasion.rehearsal,
        })
    });
    let said =
        trends.said.iter().map(|said| json!({"occasion": said.occasion, "question": said.question, "text": said.text}));
    json!({
        "version": 1,
        "course": trends.course.id,
        "title": trends.course.title,
        "signed": false,
        "ground": trends.ground,
        "occasions": occasions.collect::<Vec<_>>(),
        "trends": trends.shares.iter().map(trend_json).collect::<Vec<_>>(),
        "ratings": trends.ratings.iter().map(trend_json).collect::<Vec<_>>(),
        "said": said.collect::<Vec<_>>(),
    })
}

fn trend_json<M: Measure + serde::Serialize>(trend: &Trend<M>) -> Value {
    let points = trend.points.iter().map(|point| json!({"occasion": point.occasion, "measured": point.measured}));
    let stretches = trend.stretches.iter().map(|stretch| {
        json!({
            "revision": stretch.revision,
            "theme_revision": stretch.theme_revision,
            "from": stretch.from,
            "to": stretch.to,
            "occasions": stretch.occasions,
            "measured": stretch.measured,
        })
    });
    json!({
        "about": trend.about,
        "id": trend.id,
        "theme": trend.theme,
        "title": trend.title,
        "points": points.collect::<Vec<_>>(),
        "by_revision": stretches.collect::<Vec<_>>(),
        "verdict": trend.verdict(),
        "theme_revised": trend.was_revised(),
    })
}
