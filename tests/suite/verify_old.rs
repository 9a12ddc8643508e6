//! Registers of earlier versions stay readable: they must be kept for years.

use perehdytin::register::trust::TrustList;
use perehdytin::register::verify::{Integrity, Options, Trust, verify};

use crate::register_look::{fixture, keep};
use crate::verify_table::SIGNED;

#[test]
fn a_register_of_version_1_is_read_and_found_intact() {
    let register = fixture("version-1.pdf");
    let trust: TrustList = serde_json::from_slice(&fixture("version-1.trust.json")).unwrap();
    let now = "2027-11-23T12:00:00Z".parse().unwrap();
    let verdict = verify(&register, &Options { trust: &trust, render: true, journal: None, now });
    assert_eq!(verdict.integrity, Integrity::Intact);
    assert!(matches!(verdict.signer.as_ref().unwrap().trust, Trust::Trusted { .. }));
    // The pages are compared only where the same template sets them; either way nothing speaks against it.
    assert!(verdict.is_fine(), "{:?}", verdict.data);
    let facts = verdict.facts.unwrap();
    assert_eq!((facts.version, facts.participants.len()), (1, 5));
    assert_eq!(facts.participants[1].name, "Väinö Kõiv");
}

/// Makes what the test above reads: `PEREHDYTIN_LOOK=folder cargo test fixture`.
#[test]
fn the_register_that_could_be_the_next_fixture_is_kept_when_asked() {
    keep("register-next", &SIGNED.bytes);
    keep("register-next.trust", &serde_json::to_vec_pretty(&SIGNED.trust).unwrap());
}
