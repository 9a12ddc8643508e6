//! The subscriber's records through the real screens: importing, what is set aside, and whose signature counts.

use perehdytin::clock::Clock as _;
use perehdytin::clock::SystemClock;
use perehdytin::ui::Route;

use crate::records_support::{Desk as Registers, file, said, signer, somebody, stated};
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

#[test]
fn an_import_that_is_stopped_tells_how_many_files_were_left_and_goes_on_when_they_are_imported_again() {
    const FILES: usize = 200;
    let mut desk = desk();
    let folder = desk.beside("paljon");
    for number in 0..FILES {
        std::fs::write(folder.join(format!("{number:04}.pdf")), format!("%PDF-1.7 no register, {number} %%EOF"))
            .unwrap();
    }
    assert_eq!(said(desk.data.path(), &["signers"]).exit, 0);
    desk.press("Avaa rekisterit");
    desk.wait_for("Tuo rekistereitä");
    // Another program writes: the import waits for it, and cannot be over before it is stopped.
    let other = rusqlite::Connection::open(desk.data.path().join("records/records.sqlite")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    desk.drops(&folder);
    desk.wait("the import", |desk| desk.offers("Keskeytä tuonti"));
    desk.press("Keskeytä tuonti");
    assert!(!desk.offers("Keskeytä tuonti"), "it was not stopped");
    other.execute_batch("COMMIT").unwrap();
    desk.wait_for("Tuonti keskeytettiin.");
    let left = |desk: &Desk| -> usize {
        let texts = desk.texts();
        let told = texts.iter().find_map(|text| text.split_once(" tiedostoa jäi tuomatta."));
        let digits = told.unwrap_or_else(|| panic!("{texts:?}")).0.chars().filter(char::is_ascii_digit);
        digits.collect::<String>().parse().unwrap()
    };
    let aside = |desk: &Desk| {
        let told = said(desk.data.path(), &["aside", "--format", "json"]).stdout;
        serde_json::from_str::<serde_json::Value>(&told).unwrap()["aside"].as_array().unwrap().len()
    };
    assert_eq!(left(&desk) + aside(&desk), FILES);
    desk.is_named_and_rests("records, stopped import");
    desk.drops(&folder);
    desk.wait("the rest", |desk| desk.shows("Otettu talteen") && !desk.offers("Keskeytä tuonti"));
    assert!(!desk.shows("jäi tuomatta"), "{:?}", desk.texts());
    assert_eq!(aside(&desk), FILES);
}
