//! Where the room goes next: the course's line of steps, its branches and its last parts.

use crate::pack::CoursePack;
use crate::pack::QuestionBody;
use crate::pack::Step;
use crate::session::Place;
use crate::session::State;
use crate::text::Id;

/// Where the room goes when the trainer goes on; `None` at the very end.
///
/// A branch step leads back to the line: to the step after the one that led to it. Steps that are
/// skipped are passed over.
pub fn next(state: &State) -> Option<Place> {
    match &state.place {
        Place::Lobby => Some(line(state).next().map_or_else(|| parts(state).remove(0), step_place)),
        Place::Step(id) => {
            let anchor = anchor(state, id);
            let all: Vec<&Step> = main_line(&state.script.pack).collect();
            let at = all.iter().position(|step| step.id == anchor)?;
            let following = all[at + 1..].iter().find(|step| !state.skipped.contains_key(&step.id));
            Some(following.map_or_else(|| parts(state).remove(0), |step| step_place(step)))
        }
        here => {
            let parts = parts(state);
            let at = parts.iter().position(|part| part == here)?;
            parts.get(at + 1).cloned()
        }
    }
}

/// Where the room goes when the trainer goes back; `None` at the first step and in the lobby.
pub fn previous(state: &State) -> Option<Place> {
    match &state.place {
        Place::Lobby => None,
        Place::Step(id) => {
            let anchor = anchor(state, id);
            if anchor != *id {
                return Some(Place::Step(anchor));
            }
            let all: Vec<&Step> = main_line(&state.script.pack).collect();
            let at = all.iter().position(|step| step.id == anchor)?;
            let before = all[..at].iter().rev().find(|step| !state.skipped.contains_key(&step.id));
            before.map(|step| step_place(step))
        }
        here => {
            let parts = parts(state);
            let at = parts.iter().position(|part| part == here)?;
            if at > 0 {
                return parts.get(at - 1).cloned();
            }
            line(state).last().map(step_place)
        }
    }
}

/// The parts after the last step: final test and feedback where the course has them, then sign-out.
pub fn parts(state: &State) -> Vec<Place> {
    let pack = &state.script.pack;
    let test = pack.final_test.is_some().then_some(Place::FinalTest);
    let feedback = pack.feedback.is_some().then_some(Place::Feedback);
    test.into_iter().chain(feedback).chain([Place::SignOut]).collect()
}

/// The steps that the room walks through: neither branch steps nor skipped ones.
pub fn line(state: &State) -> impl Iterator<Item = &Step> {
    main_line(&state.script.pack).filter(|step| !state.skipped.contains_key(&step.id))
}

/// Which step of the line the room is on, from 1, and how many there are.
pub fn progress(state: &State) -> Option<(usize, usize)> {
    let Place::Step(id) = &state.place else { return None };
    let anchor = anchor(state, id);
    let all: Vec<&Step> = main_line(&state.script.pack).collect();
    Some((all.iter().position(|step| step.id == anchor)? + 1, all.len()))
}

/// The steps that the options of the question on `step` lead to, with the option's identifier.
pub fn branches<'a>(pack: &'a CoursePack, step: &Id) -> Vec<(&'a Id, &'a Id)> {
    let Some((_, step)) = pack.step(step) else { return Vec::new() };
    let Some(QuestionBody::Scenario { options, .. }) = step.question().map(|question| &question.body) else {
        return Vec::new();
    };
    options.iter().filter_map(|option| Some((&option.id, option.leads_to.as_ref()?))).collect()
}

fn main_line(pack: &CoursePack) -> impl Iterator<Item = &Step> {
    pack.steps().map(|(_, step)| step).filter(|step| !step.branch_only)
}

fn step_place(step: &Step) -> Place {
    Place::Step(step.id.clone())
}

/// The step of the line from which the room went on to `id`; `id` itself when it is on the line.
fn anchor(state: &State, id: &Id) -> Id {
    let pack = &state.script.pack;
    let on_line = |id: &Id| pack.step(id).is_some_and(|(_, step)| !step.branch_only);
    if on_line(id) {
        return id.clone();
    }
    let theme = pack.step(id).map(|(theme, _)| &theme.id);
    let came_from = state.visits.iter().rev().find_map(|visit| match &visit.place {
        Place::Step(from) if on_line(from) && pack.step(from).map(|(theme, _)| &theme.id) == theme => Some(from),
        _ => None,
    });
    let leads_here = || {
        let leads = |step: &&Step| branches(pack, &step.id).iter().any(|(_, to)| *to == id);
        main_line(pack).find(leads).map(|step| &step.id)
    };
    came_from.or_else(leads_here).unwrap_or(id).clone()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::room::sample;

    fn go(state: &mut State, place: Place) {
        state.place = place.clone();
        state.visits.push(crate::session::Visit { place, from: state.opened_at });
    }

    fn step(id: &str) -> Place {
        Place::Step(id.into())
    }

    #[test]
    fn the_room_walks_from_lobby_through_the_steps_to_sign_out() {
        let mut state = sample::state();
        let mut walked = Vec::new();
        while let Some(place) = next(&state) {
            walked.push(place.clone());
            go(&mut state, place);
        }
        let steps = ["welcome", "at-the-door", "is-it-true", "pause", "talk", "put-in-order", "several"].map(step);
        let parts = [Place::FinalTest, Place::Feedback, Place::SignOut];
        assert_eq!(walked, steps.into_iter().chain(parts).collect::<Vec<_>>());
    }

    #[test]
    fn going_back_from_the_first_part_leads_to_the_last_step_and_stops_at_the_first() {
        let mut state = sample::state();
        go(&mut state, Place::FinalTest);
        assert_eq!(previous(&state), Some(step("several")));
        go(&mut state, step("welcome"));
        assert_eq!(previous(&state), None);
    }

    #[test]
    fn a_branch_leads_back_to_the_line_after_the_step_that_led_to_it() {
        let mut state = sample::state();
        go(&mut state, step("at-the-door"));
        go(&mut state, step("angry"));
        assert_eq!(next(&state), Some(step("is-it-true")));
        assert_eq!(previous(&state), Some(step("at-the-door")));
        assert_eq!(progress(&state), Some((2, 7)));
    }

    #[test]
    fn a_branch_reached_by_a_jump_still_knows_where_it_belongs() {
        let mut state = sample::state();
        go(&mut state, step("angry"));
        assert_eq!(previous(&state), Some(step("at-the-door")));
    }

    #[test]
    fn skipped_steps_are_passed_over_both_ways() {
        let mut state = sample::state();
        state.skipped.insert("is-it-true".into(), "no time".to_owned());
        go(&mut state, step("at-the-door"));
        assert_eq!(next(&state), Some(step("pause")));
        go(&mut state, step("pause"));
        assert_eq!(previous(&state), Some(step("at-the-door")));
    }

    #[test]
    fn a_scenario_tells_which_options_lead_on() {
        let state = sample::state();
        let branches = branches(&state.script.pack, &"at-the-door".into());
        assert_eq!(branches, [(&Id::from("b"), &Id::from("angry"))]);
    }
}
