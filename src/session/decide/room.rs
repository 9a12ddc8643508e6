//! Moving through the course, pausing, development items and the trainer's list.

use std::collections::BTreeSet;

use crate::session::Event;
use crate::session::Field;
use crate::session::ItemId;
use crate::session::Place;
use crate::session::Refusal;
use crate::session::State;
use crate::session::clean::LONGEST_REASON;
use crate::session::clean::LONGEST_TEXT;
use crate::session::clean::clean_lines;
use crate::session::clean::filled;
use crate::session::decide::study;
use crate::text::Id;

type Decision = Result<Vec<Event>, Refusal>;

pub(super) fn go(state: &State, to: Place) -> Decision {
    let pack = &state.script.pack;
    match &to {
        Place::Step(id) if pack.step(id).is_none() => return Err(Refusal::NoStep(id.clone())),
        Place::FinalTest if pack.final_test.is_none() => return Err(Refusal::NoSuchPart),
        Place::Feedback if pack.feedback.is_none() => return Err(Refusal::NoSuchPart),
        Place::Step(id) => study::refuse_early(state, id)?,
        Place::Lobby | Place::FinalTest | Place::Feedback | Place::SignOut => {}
    }
    Ok(if to == state.place { Vec::new() } else { vec![Event::Moved { to }] })
}

pub(super) fn skip(state: &State, steps: Vec<Id>, reason: &str) -> Decision {
    if let Some(unknown) = steps.iter().find(|id| state.script.pack.step(id).is_none()) {
        return Err(Refusal::NoStep(unknown.clone()));
    }
    let reason = filled(reason, Field::Reason, LONGEST_REASON)?;
    let mut seen = BTreeSet::new();
    let steps: Vec<Id> = steps.into_iter().filter(|id| seen.insert(id.clone())).collect();
    Ok(if steps.is_empty() { Vec::new() } else { vec![Event::Skipped { steps, reason }] })
}

pub(super) fn pause(state: &State) -> Decision {
    if state.is_paused() { Err(Refusal::PauseMismatch) } else { Ok(vec![Event::Paused]) }
}

pub(super) fn resume(state: &State) -> Decision {
    if state.is_paused() { Ok(vec![Event::Resumed]) } else { Err(Refusal::PauseMismatch) }
}

pub(super) fn note_item(state: &State, text: &str, step: Option<Id>) -> Decision {
    if let Some(id) = step.as_ref().filter(|id| state.script.pack.step(id).is_none()) {
        return Err(Refusal::NoStep(id.clone()));
    }
    let text = item_text(text)?;
    Ok(vec![Event::ItemNoted { item: ItemId(state.next_item), text, step }])
}

pub(super) fn change_item(state: &State, item: ItemId, text: &str) -> Decision {
    let before = state.items.get(&item).ok_or(Refusal::NoItem(item))?;
    let text = item_text(text)?;
    Ok(if text == before.text { Vec::new() } else { vec![Event::ItemChanged { item, text }] })
}

pub(super) fn drop_item(state: &State, item: ItemId) -> Decision {
    if state.items.contains_key(&item) { Ok(vec![Event::ItemDropped { item }]) } else { Err(Refusal::NoItem(item)) }
}

fn item_text(text: &str) -> Result<String, Refusal> {
    let text = clean_lines(text, Field::Item, LONGEST_TEXT)?;
    if text.is_empty() { Err(Refusal::Empty { field: Field::Item }) } else { Ok(text) }
}

pub(super) fn tick(state: &State, item: Id, done: bool) -> Decision {
    let list = &state.script.pack.checklist;
    if !list.before.iter().chain(&list.after).any(|entry| entry.id == item) {
        return Err(Refusal::NoListItem(item));
    }
    Ok(if state.ticked.contains(&item) == done { Vec::new() } else { vec![Event::Ticked { item, done }] })
}
