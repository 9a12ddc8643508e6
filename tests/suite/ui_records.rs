//! The subscriber's records through the real screens: importing, what is set aside, and whose signature counts.

use perehdytin::clock::Clock as _;
use perehdytin::clock::SystemClock;
use perehdytin::ui::Route;

use crate::records_support::{Desk as Registers, file, signer, somebody, stated};
use crate::ui_desk_support::Desk;

/// A window on empty records, today.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.clock.set(SystemClock.now());
    desk
}

/// A folder with a register that holds, its copy with a changed byte, and a rehearsal.
fn registers() -> Registers {
    let registers = Registers::new();
    let by = signer("Taina Tarkka");
    let good = stated(1, "2026-11-02", &[somebody("Aino Ahkera", "Kaivuu Oy"), somebody("Eino Ensi", "Kaivuu Oy")]);
    let bytes = file(&good, &by);
    let mut changed = bytes.clone();
    changed[1_000] ^= 1;
    let mut rehearsal = stated(2, "2026-11-03", &[somebody("Kalle Keksitty", "Kaivuu Oy")]);
    rehearsal.rehearsal = true;
    registers.put("kansio/hyva.pdf", &bytes);
    registers.put("kansio/muutettu.pdf", &changed);
    registers.put("kansio/harjoitus.pdf", &file(&crate::records_support::bound(rehearsal), &by));
    registers
}

#[test]
fn registers_dropped_on_the_records_are_kept_or_set_aside_with_the_reason_in_words() {
    let registers = registers();
    let mut desk = desk();
    desk.press("Avaa rekisterit");
    desk.wait_for("Tuo rekistereitä");
    desk.is_named_and_rests("records, import");
    desk.drops(&registers.folder.path().join("in/kansio"));
    desk.wait_for("Otettu talteen 1, oli jo 0, jäi sivuun 2.");
    assert!(desk.shows("muutettu.pdf") && desk.shows("Tiedosto on muuttunut allekirjoittamisen jälkeen."));
    assert!(desk.shows("harjoitus.pdf") && desk.shows("Ota mukaan myös harjoitukset"));
    assert!(matches!(desk.route(), Route::Records(_)));

    desk.wait_for("Sivuun jääneet (2)");
    desk.choose("Sivuun jääneet (2)");
    desk.wait_for("Näitä tiedostoja ei otettu");
    assert!(desk.shows("muutettu.pdf") && desk.shows("harjoitus.pdf"));
    desk.is_named_and_rests("records, set aside");

    // The same once more: known, not doubled. The rehearsal is taken when it is asked for.
    desk.choose("Tuonti");
    desk.tick("Ota mukaan myös harjoitukset, joissa osallistujat ovat keksittyjä");
    desk.write("Kansio", registers.folder.path().join("in/kansio").to_str().unwrap());
    desk.press("Tuo");
    desk.wait_for("Otettu talteen 1, oli jo 1, jäi sivuun 1.");
}

#[test]
fn a_signer_is_accepted_after_comparing_and_revoked_with_a_reason_and_what_rests_on_them() {
    let registers = registers();
    let mut desk = desk();
    desk.press("Avaa rekisterit");
    desk.wait_for("Tuo rekistereitä");
    desk.drops(&registers.folder.path().join("in/kansio/hyva.pdf"));
    desk.wait_for("Otettu talteen 1");
    desk.wait_for("Hyväksy uusi allekirjoittaja");
    desk.press("Hyväksy uusi allekirjoittaja");
    desk.wait_for("Taina Tarkka, Esimerkkilän Energia Oy");
    assert!(desk.shows("Allekirjoituksen varassa: yksi rekisteri, 2 henkilöä"));
    desk.is_named_and_rests("records, signers");

    desk.press("Hyväksy Taina Tarkka");
    desk.write("Kuka päättää (jää lokiin)", "Salla Supervisor");
    assert!(!desk.offers("Hyväksy"), "not before the fingerprint was compared");
    desk.tick("Vertasin sormenjälkiä, ja ne ovat samat.");
    desk.press("Hyväksy");
    desk.wait_for("hyväksyjä Salla Supervisor");

    desk.press("Peru hyväksyntä: Taina Tarkka");
    assert!(desk.shows("varassa on yksi rekisteri ja 2 henkilöä"));
    assert!(!desk.offers("Peru hyväksyntä"), "not without a reason");
    desk.write("Syy (jää lokiin)", "Avain on hukassa");
    desk.press("Peru hyväksyntä");
    desk.wait_for("Syy: Avain on hukassa");
    // The command line reads the same records.
    let told = crate::records_support::said(desk.data.path(), &["log", "--format", "json"]).stdout;
    assert!(told.contains("Salla Supervisor") && told.contains("Avain on hukassa"), "{told}");
}
