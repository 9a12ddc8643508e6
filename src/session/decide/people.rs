//! Signing in and out, coming and going, and putting rows right.

use jiff::Timestamp;

use crate::session::Channel;
use crate::session::Correction;
use crate::session::Details;
use crate::session::Event;
use crate::session::Field;
use crate::session::ParticipantId;
use crate::session::PhoneKey;
use crate::session::Refusal;
use crate::session::Signature;
use crate::session::State;
use crate::session::clean::LONGEST_REASON;
use crate::session::clean::check_signature;
use crate::session::clean::clean_details;
use crate::session::clean::filled;
use crate::session::decide::present;
use crate::session::decide::standing;
use crate::session::doubles::is_double;

type Decision = Result<Vec<Event>, Refusal>;

pub(super) fn sign_in(
    state: &State,
    details: &Details,
    signature: Signature,
    channel: Channel,
    phone: Option<PhoneKey>,
) -> Decision {
    if phone.as_ref().and_then(|phone| state.by_phone(phone)).is_some_and(|row| row.stands()) {
        return Ok(Vec::new());
    }
    if !state.setup.form.is_room() && state.learner().is_some() {
        return Err(Refusal::OnlyOneLearner);
    }
    let details = clean_details(details, state.setup.identifier)?;
    if channel != Channel::Phone {
        // A phone is not told who is here: the trainer sees the double, and merges it.
        refuse_double(state, &details, None)?;
    }
    check_signature(&signature, channel)?;
    let participant = ParticipantId(state.participants.keys().next_back().map_or(1, |last| last.0 + 1));
    Ok(vec![Event::SignedIn { participant, details, signature, channel, phone }])
}

/// Nobody stands on the register twice: not with the same identifier, and, where no identifiers tell
/// namesakes apart, not with the same name and company.
fn refuse_double(state: &State, details: &Details, own: Option<ParticipantId>) -> Result<(), Refusal> {
    match state.standing().find(|other| Some(other.id) != own && is_double(details, &other.details)) {
        Some(other) => Err(Refusal::AlreadySignedIn(other.id)),
        None => Ok(()),
    }
}

pub(super) fn depart(state: &State, participant: ParticipantId) -> Decision {
    present(state, participant)?;
    Ok(vec![Event::Departed { participant }])
}

pub(super) fn come_back(state: &State, participant: ParticipantId) -> Decision {
    if standing(state, participant)?.is_present() {
        return Err(Refusal::IsPresent(participant));
    }
    Ok(vec![Event::Returned { participant }])
}

pub(super) fn sign_out(
    state: &State,
    participant: ParticipantId,
    signature: Option<Signature>,
    channel: Channel,
) -> Decision {
    let row = standing(state, participant)?;
    if row.signed_out && row.signature_out == signature {
        return Ok(Vec::new());
    }
    present(state, participant)?;
    if let Some(signature) = &signature {
        check_signature(signature, channel)?;
    }
    Ok(vec![Event::SignedOut { participant, signature, channel }])
}

pub(super) fn correct(
    state: &State,
    at: Timestamp,
    id: ParticipantId,
    correction: Correction,
    reason: &str,
) -> Decision {
    let row = standing(state, id)?;
    let reason = filled(reason, Field::Reason, LONGEST_REASON)?;
    let (Some(first), Some(last)) = (row.stays.first(), row.stays.last()) else {
        return Err(Refusal::BadTime);
    };
    let mut events = Vec::new();
    let correction = match correction {
        Correction::Details(details) => {
            let details = clean_details(&details, state.setup.identifier)?;
            refuse_double(state, &details, Some(id))?;
            if details == row.details {
                return Ok(Vec::new());
            }
            Correction::Details(details)
        }
        Correction::Arrival(arrival) => {
            if arrival < state.opened_at || arrival > at || first.to.is_some_and(|to| arrival > to) {
                return Err(Refusal::BadTime);
            }
            Correction::Arrival(arrival)
        }
        Correction::Departure(departure) => {
            if departure < last.from || departure > at {
                return Err(Refusal::BadTime);
            }
            if last.to.is_none() {
                // They left unnoticed: first they are gone, then the time is put right.
                events.push(Event::Departed { participant: id });
            }
            Correction::Departure(departure)
        }
    };
    events.push(Event::Corrected { participant: id, correction, reason });
    Ok(events)
}

pub(super) fn remove(state: &State, participant: ParticipantId, reason: &str) -> Decision {
    standing(state, participant)?;
    let reason = filled(reason, Field::Reason, LONGEST_REASON)?;
    Ok(vec![Event::Removed { participant, reason }])
}

pub(super) fn restore(state: &State, participant: ParticipantId, reason: &str) -> Decision {
    let row = state.participants.get(&participant).ok_or(Refusal::NoParticipant(participant))?;
    if row.removed.is_none() || row.merged_into.is_some() {
        return Err(Refusal::NotRemoved(participant));
    }
    refuse_double(state, &row.details, Some(participant))?;
    let reason = filled(reason, Field::Reason, LONGEST_REASON)?;
    Ok(vec![Event::Restored { participant, reason }])
}

pub(super) fn merge(state: &State, from: ParticipantId, into: ParticipantId, reason: &str) -> Decision {
    if from == into {
        return Err(Refusal::MergeWithItself);
    }
    let (source, target) = (standing(state, from)?, standing(state, into)?);
    for row in [source, target] {
        if row.open_attempt().is_some() {
            return Err(Refusal::AttemptOpen(row.id));
        }
    }
    let reason = filled(reason, Field::Reason, LONGEST_REASON)?;
    let mut events = vec![Event::Merged { from, into, reason }];
    if let Some(address) = &source.handout_to {
        if target.handout_to.is_none() {
            events.push(Event::HandoutAsked { participant: into, address: Some(address.clone()) });
        }
        events.push(Event::HandoutAsked { participant: from, address: None });
    }
    Ok(events)
}
