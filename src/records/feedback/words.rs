//! States, changes, ties and verdicts in words.

use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::trend as say;
use crate::records::feedback::change::{Due, ItemChange, ItemState};
use crate::records::feedback::compare::{FEWEST, Verdict};
use crate::records::feedback::occasion::Occasion;
use crate::records::feedback::read::Ground;
use crate::records::feedback::sources::Tie;

impl ItemState {
    /// The state in a word or two.
    pub fn message(self) -> Message {
        match self {
            Self::New => say::state_new(),
            Self::Agreed => say::state_agreed(),
            Self::InWork => say::state_in_work(),
            Self::Done => say::state_done(),
            Self::Rejected => say::state_rejected(),
        }
    }
}

impl ItemChange {
    /// What was changed, in words.
    pub fn words(&self, lang: Lang) -> String {
        let Self { state, owner, due, note } = self;
        let state = state.map(|state| say::changed_state(state.message().text(lang)));
        let owner = owner.as_ref().map(|owner| match owner.as_str() {
            "" => say::changed_no_owner(),
            owner => say::changed_owner(owner),
        });
        let due = due.map(|due| match due {
            Due::Open => say::changed_no_due(),
            Due::By(date) => say::changed_due(crate::i18n::day(lang, date)),
        });
        let note = (!note.is_empty()).then(|| say::changed_note(note.as_str()));
        let parts = [state, owner, due, note].into_iter().flatten().map(|message| message.text(lang));
        parts.collect::<Vec<_>>().join(" · ")
    }
}

impl Tie {
    /// To what a file is tied, in words.
    pub fn message(self) -> Message {
        match self {
            Self::Register => say::tie_register(),
            Self::Unaccepted => say::tie_unaccepted(),
            Self::Missing => say::tie_missing(),
            Self::Contradicts => say::tie_contradicts(),
            Self::Alone => say::tie_alone(),
        }
    }
}

impl Verdict {
    /// What became of it, in words.
    pub fn message(self) -> Message {
        match self {
            Self::Worse => say::verdict_worse(),
            Self::Better => say::verdict_better(),
            Self::Unclear => say::verdict_unclear(),
            Self::TooFew => say::verdict_too_few(FEWEST),
        }
    }
}

impl Ground {
    /// On what trends rest, in words, line by line; first of all that nothing of it is signed.
    pub fn messages(&self) -> Vec<Message> {
        let Self { registers, unaccepted, missing, alone, rehearsals, left_out, contradicting } = *self;
        let mut told = vec![say::unsigned(), say::ground(registers, unaccepted, missing, alone)];
        told.extend((rehearsals > 0).then(|| say::ground_rehearsals(rehearsals)));
        told.extend((left_out > 0).then(|| say::ground_left_out(left_out)));
        told.extend((contradicting > 0).then(|| say::ground_contradicting(contradicting)));
        told
    }
}

impl Occasion {
    /// Which one it is: its day and place, or the month of those who studied alone.
    pub fn words(&self, lang: Lang) -> String {
        let day = crate::i18n::day(lang, self.day.date());
        let date = self.day.date();
        if self.alone {
            return say::occasion_alone(format!("{}/{}", date.month(), date.year()), self.sources.len()).text(lang);
        }
        if self.place.is_empty() { day } else { format!("{day}, {}", self.place) }
    }
}

/// A share of wrong answers as a whole percentage.
pub fn percent(share: f64) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share lies between 0 and 1")]
    let percent = (share.clamp(0.0, 1.0) * 100.0).round() as u32;
    percent
}
