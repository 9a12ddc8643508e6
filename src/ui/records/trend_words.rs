//! A trend in words: its row in the list, and the sentence that sums it up.

use std::collections::BTreeMap;

use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::decimal;
use crate::i18n::messages::trend as say;
use crate::records::feedback::About;
use crate::records::feedback::Measure;
use crate::records::feedback::Rated;
use crate::records::feedback::Share;
use crate::records::feedback::Stretch;
use crate::records::feedback::Trend;
use crate::records::feedback::Verdict;
use crate::records::feedback::percent;
use crate::ui::widgets::Tone;

/// A trend as a row of the list tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Told {
    pub(super) about: About,
    pub(super) id: String,
    pub(super) title: String,
    /// With the revision before the newest; empty when there was none.
    pub(super) before: String,
    /// With the newest revision.
    pub(super) newest: String,
    /// What became of it, in a word.
    pub(super) change: String,
    /// The mark beside it.
    pub(super) tone: Option<Tone>,
}

impl Told {
    /// A trend of wrong answers; `themes` names the themes.
    pub(super) fn share(trend: &Trend<Share>, themes: &BTreeMap<String, String>, lang: Lang) -> Self {
        let title = match trend.about {
            About::Course => say::whole_course().text(lang),
            About::Theme | About::Rating => trend.title.clone(),
            About::Question | About::TestQuestion => match themes.get(&trend.theme) {
                Some(theme) => format!("{} · {theme}", trend.title),
                None => trend.title.clone(),
            },
        };
        Self::of(trend, title, short_share, lang)
    }

    /// A trend of ratings.
    pub(super) fn rating(trend: &Trend<Rated>, lang: Lang) -> Self {
        Self::of(trend, trend.title.clone(), |rated| short_rating(rated, lang), lang)
    }

    fn of<M: Measure>(trend: &Trend<M>, title: String, short: impl Fn(M) -> Message, lang: Lang) -> Self {
        let told = |stretch: Option<&Stretch<M>>| match stretch {
            Some(stretch) => say::cell(stretch.revision, short(stretch.measured).text(lang)).text(lang),
            None => String::new(),
        };
        let verdict = trend.verdict();
        Self {
            about: trend.about,
            id: trend.id.clone(),
            title,
            before: told(trend.before()),
            newest: told(trend.newest()),
            change: verdict.map(|verdict| verdict_short(verdict).text(lang)).unwrap_or_default(),
            tone: verdict.and_then(verdict_tone),
        }
    }

    /// The whole row, for a screen reader.
    pub(super) fn row(&self) -> String {
        let parts = [&self.title, &self.before, &self.newest, &self.change].into_iter();
        parts.filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
    }
}

/// A share in a few characters.
pub(super) fn short_share(share: Share) -> Message {
    say::short_share(share.wrong_share().map_or(0, percent), share.wrong, share.answered)
}

/// A rating in a few characters.
pub(super) fn short_rating(rated: Rated, lang: Lang) -> Message {
    say::short_mean(decimal(lang, rated.mean().unwrap_or_default(), 1), rated.answers())
}

fn verdict_short(verdict: Verdict) -> Message {
    match verdict {
        Verdict::Better => say::verdict_better(),
        Verdict::Worse => say::verdict_worse(),
        Verdict::Unclear => say::verdict_unclear(),
        Verdict::TooFew => say::verdict_few_short(),
    }
}

/// The mark of a verdict; none where nothing is known.
fn verdict_tone(verdict: Verdict) -> Option<Tone> {
    match verdict {
        Verdict::Better => Some(Tone::Good),
        Verdict::Worse => Some(Tone::Bad),
        Verdict::Unclear | Verdict::TooFew => None,
    }
}

/// What became of it, in a sentence, with its tone.
pub(super) fn sentence<M: Measure>(trend: &Trend<M>, short: impl Fn(M) -> Message, lang: Lang) -> (Tone, String) {
    let (Some(before), Some(newest), Some(verdict)) = (trend.before(), trend.newest(), trend.verdict()) else {
        return (Tone::Neutral, say::one_revision_only().text(lang));
    };
    let (was, is) = (short(before.measured).text(lang), short(newest.measured).text(lang));
    let words = match verdict {
        Verdict::Better => say::got_better(newest.revision, was, is),
        Verdict::Worse => say::got_worse(newest.revision, was, is),
        Verdict::Unclear => say::got_unclear(newest.revision, was, is),
        Verdict::TooFew => say::got_too_few(was, is, crate::records::feedback::FEWEST),
    };
    let mut words = words.text(lang);
    if trend.was_revised() == Some(false) {
        words = format!("{words} {}", say::theme_not_revised().text(lang));
    }
    (verdict_tone(verdict).unwrap_or(Tone::Neutral), words)
}
