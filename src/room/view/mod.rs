//! What a phone is shown: made from the snapshot for one participant, holding nothing of any other.

mod common;
mod question;
mod test;

pub(super) use common::{Common, Key};
pub(super) use common::{is_feedback_open, is_test_open};
pub(super) use question::Wording;

use serde::Serialize;

use crate::room::view::common::BreakUntil;
use crate::room::view::common::FeedbackForm;
use crate::room::view::common::ThemeView;
use crate::room::view::question::RoomQuestion;
use crate::room::view::test::TestView;
use crate::session::Answer;
use crate::session::Participant;
use crate::session::State;
use crate::text::LangTag;

/// What one phone is shown.
#[derive(Debug, Serialize)]
pub(super) struct View<'a> {
    place: &'static str,
    me: Option<Me<'a>>,
    theme: Option<&'a ThemeView>,
    title: Option<&'a str>,
    paused: bool,
    break_until: Option<&'a BreakUntil>,
    question: Option<RoomQuestion<'a>>,
    test: Option<TestView<'a>>,
    feedback: Option<&'a FeedbackForm>,
    handout: HandoutView<'a>,
}

/// The participant that the phone stands for; without its number, which tells how many came before.
#[derive(Debug, Serialize)]
struct Me<'a> {
    name: &'a str,
    company: &'a str,
    state: &'static str,
}

#[derive(Debug, Serialize)]
struct HandoutView<'a> {
    released: bool,
    languages: &'a [LangTag],
    address: Option<&'a str>,
}

/// The view as a message to the phone of `row`.
pub(super) fn message(state: &State, common: &Common, wording: &Wording, row: Option<&Participant>) -> String {
    #[derive(Serialize)]
    struct Message<'a> {
        view: View<'a>,
    }
    let view = of(state, common, wording, row);
    // Strings, numbers and maps with strings for keys can always be written.
    serde_json::to_string(&Message { view }).unwrap_or_default()
}

/// What the phone of `row` is shown.
pub(super) fn of<'a>(
    state: &'a State,
    common: &'a Common,
    wording: &'a Wording,
    row: Option<&'a Participant>,
) -> View<'a> {
    let standing = row.filter(|row| row.stands());
    View {
        place: common.place,
        me: row.map(me),
        theme: common.theme.as_ref(),
        title: common.title.as_deref(),
        paused: common.paused,
        break_until: common.break_until.as_ref(),
        question: common.question.as_ref().map(|asked| asked.with(mine(state, row))),
        test: standing.and_then(|row| test::view(state, common, wording, row)),
        feedback: common.feedback.as_ref(),
        handout: HandoutView {
            released: state.handout_released,
            languages: &state.script.pack.languages,
            address: row.and_then(|row| row.handout_to.as_deref()),
        },
    }
}

/// What `row` has answered in the current round of the room's question.
pub(super) fn mine<'a>(state: &'a State, row: Option<&Participant>) -> Option<&'a Answer> {
    let crate::session::Place::Step(step) = &state.place else { return None };
    state.round(step)?.answers.get(&row?.id).map(|(answer, _)| answer)
}

fn me(row: &Participant) -> Me<'_> {
    let state = if !row.stands() {
        "removed"
    } else if row.is_present() {
        "present"
    } else if row.signed_out {
        "signed_out"
    } else {
        "departed"
    };
    Me { name: &row.details.name, company: &row.details.company, state }
}

#[cfg(test)]
mod tests;
