//! Erasing a person from index and files, with the subscriber's signature on every register that takes another's place.
//!
//! Order, so that a program that is killed leaves the old or the new: the redacted registers are written first, noted as
//! [`Leftover::Unplaced`]; one transaction puts them in the place of the others and takes the person out of every table;
//! then the originals go, the copies that were set aside, and the database is written anew. What of that is not done is
//! noted in the same transaction, and a check finishes it.
//!
//! Rows of others stay valid as they were: each rests on whoever signed the original, accepted or not as ever, because
//! these records verified the original and state its digest and its signer. To anybody else the redacted register says so
//! under the subscriber's signature, and is as good as that.

use crate::files::read_at_most;
use crate::records::By;
use crate::records::Deed;
use crate::records::ErasedRegister;
use crate::records::Erasure;
use crate::records::Fate;
use crate::records::Records;
use crate::records::RecordsError;
use crate::records::erase_feedback;
use crate::records::erase_plan;
use crate::records::erase_rows;
use crate::records::erase_rows::Touched;
use crate::records::leftover;
use crate::records::leftover::Leftover;
use crate::records::log;
use crate::records::store;
use crate::register::countersign::Refused;
use crate::register::redact::{Mention, RedactError, Redacted, Redacting, redact};
use crate::register::sign::Signer;
use crate::register::trust::Fingerprint;
use crate::register::trust::TrustList;
use crate::register::verify::LARGEST_FILE;

/// How often an erasure begins anew when the records change under it.
const ATTEMPTS: usize = 3;

/// What came of erasing a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Erased {
    /// What was planned, and done.
    pub plan: Erasure,
    /// Where somebody of their name is still named: digest of the redacted register, and the place in it. A person must
    /// look at these.
    pub mentions: Vec<(String, Mention)>,
    /// Whether every trace is cleared away; else another program was reading, and the next check finishes it.
    pub is_clear: bool,
}

/// A redacted register that has yet to take its place.
struct Made {
    register: i64,
    digest: String,
    redacted: Redacted,
}

impl Records {
    /// What erasing a person would do; nothing is changed.
    ///
    /// # Errors
    /// When there is no such person, or they cannot be read.
    pub fn erasure(&self, person: i64) -> Result<Erasure, RecordsError> {
        self.read(|connection| erase_plan::plan(connection, &self.root, person))?
            .ok_or_else(|| RecordsError::Unknown(person.to_string()))
    }

    /// Erases a person; `signer` signs the registers that take the places of those they are on.
    ///
    /// # Errors
    /// When there is no such person, a register's file is lost or damaged, cannot be redacted, or something cannot be
    /// read or written. Then everything is as it was.
    pub fn erase(&mut self, person: i64, signer: &dyn Signer, by: By<'_>) -> Result<Erased, RecordsError> {
        self.clear_leftovers()?;
        let trust = self.accepted()?;
        for _ in 0..ATTEMPTS {
            let plan = self.erasure(person)?;
            let mut made = Vec::new();
            for register in plan.registers.iter().filter(|register| register.fate == Fate::Redacted) {
                made.push(self.redacted(register, signer, &trust, by)?);
            }
            if self.place(&plan, &made, signer, by)? {
                let is_clear = self.clear_leftovers()?;
                let mentions = made.iter().flat_map(|one| {
                    let of = |mention: &Mention| (one.digest.clone(), *mention);
                    one.redacted.mentions.iter().map(of)
                });
                return Ok(Erased { mentions: mentions.collect(), plan, is_clear });
            }
            // Another program has changed what the plan rests on.
            self.clear_leftovers()?;
        }
        Err(RecordsError::InUse { path: crate::records::database(&self.root) })
    }

    /// The redacted register that is to take a register's place.
    fn redacted(
        &self,
        register: &ErasedRegister,
        signer: &dyn Signer,
        trust: &TrustList,
        by: By<'_>,
    ) -> Result<Made, RecordsError> {
        let damaged = || RecordsError::DamagedRegister(register.digest.clone());
        let bytes = read_at_most(&self.file_of(&register.digest), LARGEST_FILE).map_err(|_lost| damaged())?;
        if store::digest(&bytes) != register.digest {
            return Err(damaged());
        }
        // It was let in before anybody decided on its signer: that must not keep a person's data here.
        let redact =
            |trust| redact(&bytes, signer, &Redacting { rows: &register.rows, at: by.at, trust, unknown_signer: true });
        let redacted = match redact(trust) {
            Err(RedactError::Refused(Refused::OtherKey { .. })) => redact(&TrustList::default()),
            redacted => redacted,
        };
        let digest = register.digest.clone();
        let redacted = redacted.map_err(|source| RecordsError::NotRedacted { digest, source: Box::new(source) })?;
        Ok(Made { register: register.id, digest: store::digest(&redacted.register), redacted })
    }

    /// Carries the plan out; `false` when it is the plan of something that has changed.
    fn place(&mut self, plan: &Erasure, made: &[Made], signer: &dyn Signer, by: By<'_>) -> Result<bool, RecordsError> {
        self.write(|connection| {
            made.iter().try_for_each(|one| leftover::note(connection, Leftover::Unplaced, &one.digest))
        })?;
        for one in made {
            store::keep(&self.root, &one.digest, &one.redacted.register)?;
        }
        let redactor = signer.chain().first().map_or_else(String::new, |own| Fingerprint::of(own).0);
        let root = self.root.clone();
        self.write(|connection| {
            if erase_plan::plan(connection, &root, plan.person.id)?.as_ref() != Some(plan) {
                return Ok(false);
            }
            // Another program may have taken a file for one that was given up.
            for one in made {
                if !leftover::is_unplaced(connection, &one.digest)? {
                    return Ok(false);
                }
            }
            let mut touched = Touched::new();
            for one in made {
                leftover::forget(connection, Leftover::Unplaced, &one.digest)?;
                let person = plan.person.id;
                erase_rows::replace_register(
                    connection,
                    one.register,
                    person,
                    (&one.digest, &redactor),
                    by,
                    &mut touched,
                )?;
            }
            for register in plan.registers.iter().filter(|register| register.fate == Fate::Removed) {
                erase_rows::remove_register(connection, register.id, by, &mut touched)?;
            }
            for (digest, _) in &plan.asides {
                erase_rows::remove_aside(connection, digest, by)?;
            }
            let telling = erase_rows::remove_person(connection, plan.person.id)?;
            erase_rows::remove_own_signers(connection, std::slice::from_ref(&telling))?;
            erase_rows::rename_sources(connection, &telling)?;
            erase_feedback::scrub(connection, &telling, false)?;
            let is_gone = |digest: &str| plan.asides.iter().any(|(aside, _)| aside == digest);
            erase_rows::scrub_log(connection, Some(&telling), is_gone)?;
            for people in touched.values_mut() {
                people.remove(&plan.person.id);
            }
            erase_rows::finish(connection, &touched)?;
            let removed = plan.registers.len() - made.len();
            log::add(connection, by, &Deed::Erased { redacted: made.len(), removed, asides: plan.asides.len() })?;
            Ok(true)
        })
    }

    /// The signers that are accepted here, as the redacted registers are to tell of them.
    fn accepted(&self) -> Result<TrustList, RecordsError> {
        let mut trust = TrustList::default();
        for signer in self.signers()? {
            if let crate::records::Acceptance::Accepted { at, .. } = signer.acceptance {
                trust.accept(signer.fingerprint, signer.name, at);
            }
        }
        Ok(trust)
    }
}
