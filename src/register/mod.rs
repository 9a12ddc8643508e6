//! The signed register: facts (pure) → document (through `paper`) → signature; and checking it.
//!
//! [`facts`] gathers what is true from a closed session, [`bundle`] writes the files, [`sign`] puts
//! the signature on, [`verify`] checks one and shares no code with `sign`. [`feedback_file`] tells
//! without names what was said. [`identity`] keeps the signing keys, [`trust`] the signers that are
//! trusted here.

pub mod bundle;
pub mod certificate;
pub mod countersign;
pub mod facts;
pub mod feedback_file;
pub mod identity;
pub mod redact;
pub mod row_pages;
pub mod sign;
pub mod table;
pub mod trust;
pub mod verify;

/// The name of the attached data that machines read.
pub const JSON_NAME: &str = "register.json";
/// The name of the attached table.
pub const CSV_NAME: &str = "register.csv";
