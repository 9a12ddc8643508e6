//! Identifiers of a pack and what refers to them.

use std::collections::BTreeMap;

use crate::i18n::messages::check as say;
use crate::source::Finding;
use crate::source::Findings;
use crate::source::Spot;
use crate::source::nearest;
use crate::text::Id;

/// What an identifier names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Known {
    /// A theme.
    Theme,
    /// A step of the theme with this index.
    Step {
        /// The theme's index.
        theme: usize,
        /// Whether the room answers it.
        is_question: bool,
    },
    /// A question of the test bank.
    TestQuestion,
}

/// A reference to a step, where it stands, and in which theme.
#[derive(Clone, Debug)]
pub(super) struct Reference {
    pub(super) to: Id,
    pub(super) spot: Spot,
    pub(super) theme: usize,
}

/// Identifiers of a pack and what refers to them.
#[derive(Debug, Default)]
pub(super) struct References {
    known: BTreeMap<Id, (Known, Spot)>,
    /// `taught_by`.
    pub(super) taught_by: Vec<Reference>,
    /// `leads_to`.
    pub(super) leads_to: Vec<Reference>,
    /// `vote_again`.
    pub(super) vote_again: Vec<Reference>,
}

impl References {
    /// Notes an identifier; gives the earlier place when it is taken.
    pub(super) fn note(&mut self, id: &Id, spot: Spot, known: Known) -> Option<Spot> {
        if let Some((_, earlier)) = self.known.get(id) {
            return Some(earlier.clone());
        }
        self.known.insert(id.clone(), (known, spot));
        None
    }

    fn known(&self, id: &Id) -> Option<Known> {
        self.known.get(id).map(|(known, _)| *known)
    }

    /// The identifier that was probably meant, among those that `fits`.
    fn near(&self, id: &Id, fits: impl Fn(Known) -> bool) -> Option<&str> {
        let fitting = self.known.iter().filter(|(_, (known, _))| fits(*known)).map(|(id, _)| id.as_str());
        nearest(id.as_str(), fitting)
    }

    /// Tells every reference that names nothing, or nothing that it may name.
    ///
    /// In a pack with unreadable files nobody knows what the missing part holds: then only what is known to be
    /// wrong is told.
    pub(super) fn check(&self, is_partial: bool, findings: &mut Findings) {
        for reference in &self.taught_by {
            let (code, message) = match self.known(&reference.to) {
                Some(Known::Step { .. }) => continue,
                None if is_partial => continue,
                None => ("taught-by", say::taught_by_unknown(reference.to.as_str())),
                Some(Known::Theme) => ("taught-by", say::taught_by_theme(reference.to.as_str())),
                Some(Known::TestQuestion) => ("taught-by", say::taught_by_test(reference.to.as_str())),
            };
            let near = self.near(&reference.to, |known| matches!(known, Known::Step { .. }));
            let hint = near.map_or_else(say::taught_by_hint, say::did_you_mean);
            findings.push(Finding::error(code, reference.spot.clone(), message).hint(hint));
        }
        for reference in &self.leads_to {
            let message = match self.known(&reference.to) {
                Some(Known::Step { theme, .. }) if theme == reference.theme => continue,
                Some(Known::Step { .. }) => say::leads_to_elsewhere(reference.to.as_str()),
                None if is_partial => continue,
                _ => say::leads_to_unknown(reference.to.as_str()),
            };
            let near = self.near(&reference.to, |known| is_step_of(known, reference.theme));
            let hint = near.map_or_else(say::leads_to_hint, say::did_you_mean);
            findings.push(Finding::error("leads-to", reference.spot.clone(), message).hint(hint));
        }
        for reference in &self.vote_again {
            let message = match self.known(&reference.to) {
                Some(Known::Step { theme, is_question: true }) if theme == reference.theme => continue,
                Some(Known::Step { theme, .. }) if theme != reference.theme => {
                    say::vote_again_elsewhere(reference.to.as_str())
                }
                Some(_) => say::vote_again_no_question(reference.to.as_str()),
                None if is_partial => continue,
                None => say::vote_again_unknown(reference.to.as_str()),
            };
            let fits = |known| matches!(known, Known::Step { theme, is_question: true } if theme == reference.theme);
            let hint = self.near(&reference.to, fits).map_or_else(say::vote_again_hint, say::did_you_mean);
            findings.push(Finding::error("vote-again", reference.spot.clone(), message).hint(hint));
        }
    }
}

fn is_step_of(known: Known, theme: usize) -> bool {
    matches!(known, Known::Step { theme: of, .. } if of == theme)
}
