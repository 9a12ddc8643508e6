//! The wording of refusals and faults.
