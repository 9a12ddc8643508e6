//! The four answers in words.

use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::day;
use crate::i18n::messages::register as say;
use crate::register::facts::{Facts, Ground};
use crate::register::verify::{
    Addition, DataCheck, Difference, Fault, Integrity, NotCompared, SignedBy, Trust, Verdict,
};

/// How good an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Nothing to worry about.
    Good,
    /// Cannot be told, or needs a person's decision.
    Caution,
    /// Do not rely on this file.
    Bad,
}

/// One of the four answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// What was asked.
    pub question: Message,
    /// How good the answer is.
    pub mark: Mark,
    /// The answer in one sentence.
    pub told: Message,
    /// More about it, one sentence each.
    pub more: Vec<Message>,
}

impl Verdict {
    /// The four answers in their order: intact, signer, data, additions.
    pub fn answers(&self, lang: Lang) -> [Answer; 4] {
        [self.intact(), self.signer(lang), self.data(lang), self.added(lang)]
    }

    /// The worst mark of all answers.
    pub fn mark(&self) -> Mark {
        self.answers(Lang::Fi).iter().map(|answer| answer.mark).max().unwrap_or(Mark::Bad)
    }

    /// The verdict in one sentence.
    pub fn summary(&self) -> Message {
        match (self.mark(), &self.facts) {
            (Mark::Good, Some(facts)) if facts.rehearsal => say::summary_rehearsal(),
            (Mark::Good, Some(facts)) if facts.redaction().is_some() => say::summary_redacted(),
            (Mark::Good, _) => say::summary_good(),
            (Mark::Caution, _) => say::summary_caution(),
            (Mark::Bad, _) => say::summary_bad(),
        }
    }

    fn intact(&self) -> Answer {
        let (mark, told) = match &self.integrity {
            Integrity::Intact => (Mark::Good, say::intact()),
            Integrity::Broken(fault) => (
                Mark::Bad,
                match fault {
                    Fault::Unreadable(_) => say::fault_unreadable(),
                    Fault::Unsigned => say::fault_unsigned(),
                    Fault::Coverage(_) => say::fault_coverage(),
                    Fault::Appended { bytes } => say::fault_appended(*bytes),
                    Fault::Changed => say::fault_changed(),
                    Fault::Signature(_) => say::fault_signature(),
                    Fault::Certificate(_) => say::fault_certificate(),
                    Fault::Update => say::fault_update(),
                },
            ),
        };
        Answer { question: say::question_intact(), mark, told, more: Vec::new() }
    }

    fn signer(&self, lang: Lang) -> Answer {
        let question = say::question_signer();
        let Some(signer) = &self.signer else {
            return Answer { question, mark: Mark::Bad, told: say::signer_none(), more: Vec::new() };
        };
        let (mark, trust) = trust(signer, lang, self);
        let more = vec![trust, say::fingerprint(signer.fingerprint.in_groups())];
        Answer { question, mark, told: signed(signer, lang, self), more }
    }

    fn data(&self, lang: Lang) -> Answer {
        let mut answer = self.agreement();
        if answer.mark != Mark::Bad
            && let Some(facts) = &self.facts
        {
            answer.more.extend(redacted(facts, lang));
            answer.more.extend(form(facts, lang));
        }
        answer
    }

    fn agreement(&self) -> Answer {
        let question = say::question_data();
        let answer = |mark, told| Answer { question: question.clone(), mark, told, more: Vec::new() };
        match &self.data {
            DataCheck::Same => {
                let mut answer = answer(Mark::Good, say::data_same());
                answer.more.extend(self.facts.iter().filter(|facts| facts.rehearsal).map(|_| say::data_rehearsal()));
                answer
            }
            DataCheck::NotCompared(reason) => match reason {
                NotCompared::NotAsked => answer(Mark::Good, say::data_not_asked()),
                NotCompared::OtherVersion(version) => answer(Mark::Caution, say::data_other_version(version.as_str())),
                NotCompared::TooLarge => answer(Mark::Caution, say::data_too_large()),
                NotCompared::NotIntact => answer(Mark::Bad, say::data_not_intact()),
            },
            DataCheck::Unreadable(_) => answer(Mark::Bad, say::data_unreadable()),
            DataCheck::Newer(version) => answer(Mark::Caution, say::data_newer(*version)),
            DataCheck::Differs(differences) => {
                let mut answer = answer(Mark::Bad, say::data_differs());
                answer.more = differences
                    .iter()
                    .map(|difference| match difference {
                        Difference::Pages => say::difference_pages(),
                        Difference::Table => say::difference_table(),
                        Difference::Row(row) => say::difference_row(*row),
                        Difference::Twice(row) => say::difference_twice(*row),
                        Difference::Credit(row) => say::difference_credit(*row),
                        Difference::Journal => say::difference_journal(),
                        Difference::Redactor => say::difference_redactor(),
                    })
                    .collect();
                answer
            }
        }
    }

    fn added(&self, lang: Lang) -> Answer {
        let question = say::question_added();
        if self.additions.is_empty() {
            let (mark, told) = match self.integrity {
                Integrity::Intact => (Mark::Good, say::added_nothing()),
                Integrity::Broken(_) => (Mark::Caution, say::added_unknown()),
            };
            return Answer { question, mark, told, more: Vec::new() };
        }
        let only_signatures = self.additions.iter().all(|addition| matches!(addition, Addition::Countersignature(_)));
        let (mark, told) = if only_signatures && self.integrity == Integrity::Intact {
            let signers = self.countersigners();
            let worst = signers.map(|signer| trust(signer, lang, self).0).max().unwrap_or(Mark::Good);
            (worst, say::added_signatures(self.additions.len()))
        } else {
            (Mark::Bad, say::added_content())
        };
        let more = self
            .additions
            .iter()
            .flat_map(|addition| match addition {
                Addition::Countersignature(signer) => countersigned(signer, lang, self),
                Addition::Bytes(bytes) => vec![say::added_bytes(*bytes)],
                Addition::Attachment => vec![say::added_attachment()],
                Addition::Page => vec![say::added_page()],
                Addition::Other => vec![say::added_other()],
            })
            .collect();
        Answer { question, mark, told, more }
    }
}

/// How the course was taken, and on which earlier registers that rests.
fn form(facts: &Facts, lang: Lang) -> Vec<Message> {
    let mut told = Vec::new();
    if let Some(whole) = facts.part_of {
        let titles: Vec<&str> = facts.themes.iter().map(|theme| theme.title.as_str()).collect();
        told.push(say::data_part(facts.themes.len(), whole, titles.join("; ")));
    }
    if facts.is_self_study() {
        told.push(say::data_self_study());
    }
    let credits = facts.grounds_of_credits();
    for ground in &credits {
        let credited = facts.participants.iter().flat_map(|row| &row.themes_credited);
        let count = credited.filter(|credited| credited.ground == **ground).count();
        let Ground { name, ended_on, register, .. } = ground;
        told.push(say::data_credited(count, name.as_str(), day(lang, *ended_on), register.as_str()));
    }
    if let Some(Ground { name, ended_on, register, .. }) = &facts.ground {
        told.push(say::data_ground(name.as_str(), day(lang, *ended_on), register.as_str()));
    }
    let untrusted = credits.into_iter().chain(&facts.ground).filter(|ground| !ground.trusted);
    told.extend(untrusted.map(|ground| say::data_ground_untrusted(ground.signer.as_str())));
    told
}

/// What was erased, by whom, and which registers that replaced.
fn redacted(facts: &Facts, lang: Lang) -> Vec<Message> {
    let mut told = Vec::new();
    for redaction in &facts.redactions {
        let at = redaction.at.parse().map_or_else(|_error| redaction.at.clone(), |at| moment_at(at, lang, facts));
        let by = named(&redaction.by, &redaction.organisation);
        let rows: Vec<String> = redaction.rows.iter().map(ToString::to_string).collect();
        told.push(say::data_redacted(by, at, rows.len(), rows.join(", ")));
        told.push(say::data_replaces(redaction.replaces.as_str(), facts.session.as_str()));
        for signer in &redaction.signed_by {
            let at = signer.signed_at.parse();
            let at = at.map_or_else(|_error| signer.signed_at.clone(), |at| moment_at(at, lang, facts));
            let name = named(&signer.name, &signer.organisation);
            told.push(if signer.trusted {
                say::data_replaced_signer(name, at)
            } else {
                say::data_replaced_signer_untrusted(name, at)
            });
        }
    }
    if !facts.redactions.is_empty() {
        told.push(say::data_redacted_proves());
    }
    told
}

fn named(name: &str, organisation: &str) -> String {
    if organisation.is_empty() { name.to_owned() } else { format!("{name}, {organisation}") }
}

/// Who signed, and when by their own clock.
fn signed(signer: &SignedBy, lang: Lang, verdict: &Verdict) -> Message {
    let at = moment(signer.signed_at, lang, verdict);
    if signer.organisation.is_empty() {
        say::signed_by(signer.name.as_str(), at)
    } else {
        say::signed_by_of(signer.name.as_str(), signer.organisation.as_str(), at)
    }
}

/// Whether a signer is trusted here.
fn trust(signer: &SignedBy, lang: Lang, verdict: &Verdict) -> (Mark, Message) {
    match &signer.trust {
        Trust::Trusted { name, accepted_at } => {
            (Mark::Good, say::signer_trusted(name.as_str(), moment(*accepted_at, lang, verdict)))
        }
        Trust::Unknown => (Mark::Caution, say::signer_unknown()),
        Trust::OtherKey => (Mark::Bad, say::signer_other_key(signer.name.as_str())),
    }
}

/// Who countersigned, for what, and whether they are trusted here.
fn countersigned(signer: &SignedBy, lang: Lang, verdict: &Verdict) -> Vec<Message> {
    let mut told = vec![signed(signer, lang, verdict)];
    if !signer.reason.is_empty() {
        told.push(say::signed_for(signer.reason.as_str()));
    }
    told.push(trust(signer, lang, verdict).1);
    told.push(say::fingerprint(signer.fingerprint.in_groups()));
    told
}

/// A moment as the session's place wrote it.
fn moment(at: jiff::Timestamp, lang: Lang, verdict: &Verdict) -> String {
    match &verdict.facts {
        Some(facts) => moment_at(at, lang, facts),
        None => moment_in(at, lang, "UTC"),
    }
}

fn moment_at(at: jiff::Timestamp, lang: Lang, facts: &Facts) -> String {
    moment_in(at, lang, &facts.time_zone)
}

fn moment_in(at: jiff::Timestamp, lang: Lang, zone: &str) -> String {
    let local = crate::i18n::local(at, zone);
    format!("{} ({})", crate::i18n::date_and_time(lang, &local), crate::i18n::offset(&local))
}
