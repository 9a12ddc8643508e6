//! Encounters that branch: every branch can be reached, and none goes round for ever.

use std::collections::BTreeMap;

use crate::i18n::messages::check as say;
use crate::source::Finding;
use crate::source::Findings;
use crate::source::Spot;
use crate::text::Id;

use super::model::QuestionBody;
use super::model::Step;

/// The steps that the options of a step lead on to, and whether the room may also simply go on.
fn exits(step: &Step) -> (Vec<&Id>, bool) {
    let Some(QuestionBody::Scenario { options, .. }) = step.question().map(|question| &question.body) else {
        return (Vec::new(), true);
    };
    let goes_on = options.iter().any(|option| option.leads_to.is_none()) || options.is_empty();
    (options.iter().filter_map(|option| option.leads_to.as_ref()).collect(), goes_on)
}

/// Tells the branches of one theme that cannot be reached or never end.
pub(super) fn check(steps: &[Step], spots: &[Spot], findings: &mut Findings) {
    let index: BTreeMap<&Id, usize> = steps.iter().enumerate().map(|(at, step)| (&step.id, at)).collect();
    let ways: Vec<(Vec<usize>, bool)> = steps
        .iter()
        .map(|step| {
            let (to, goes_on) = exits(step);
            (to.into_iter().filter_map(|id| index.get(id).copied()).collect(), goes_on)
        })
        .collect();

    let mut is_reached: Vec<bool> = steps.iter().map(|step| !step.branch_only).collect();
    let mut waiting: Vec<usize> = (0..steps.len()).filter(|at| is_reached[*at]).collect();
    while let Some(at) = waiting.pop() {
        for to in &ways[at].0 {
            if !std::mem::replace(&mut is_reached[*to], true) {
                waiting.push(*to);
            }
        }
    }

    // From the ends backwards: a step ends when the room may go on from it or from a step that it leads to.
    let mut back: Vec<Vec<usize>> = vec![Vec::new(); steps.len()];
    for (at, (to, _)) in ways.iter().enumerate() {
        for to in to {
            back[*to].push(at);
        }
    }
    let mut ends: Vec<bool> = ways.iter().map(|(to, goes_on)| *goes_on || to.is_empty()).collect();
    let mut waiting: Vec<usize> = (0..steps.len()).filter(|at| ends[*at]).collect();
    while let Some(at) = waiting.pop() {
        for from in &back[at] {
            if !std::mem::replace(&mut ends[*from], true) {
                waiting.push(*from);
            }
        }
    }

    for (at, step) in steps.iter().enumerate() {
        if !is_reached[at] {
            let message = say::unreachable_branch(step.id.as_str());
            let finding = Finding::error("unreachable", spots[at].clone(), message);
            findings.push(finding.hint(say::unreachable_branch_hint()));
        } else if !ends[at] {
            let message = say::endless_branch(step.id.as_str());
            findings.push(Finding::error("endless", spots[at].clone(), message).hint(say::endless_branch_hint()));
        }
    }
}
