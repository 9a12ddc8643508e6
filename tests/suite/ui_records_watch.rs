//! A watched folder through the real screens and on the command line.

use perehdytin::clock::Clock as _;
use perehdytin::clock::SystemClock;

use crate::records_support::{Desk as Registers, file, said, signer, somebody, stated};
use crate::ui_desk_support::Desk;

#[test]
fn registers_that_come_into_the_watched_folder_are_imported_and_told_and_the_window_rests_between() {
    let by = signer("Taina Tarkka");
    let bytes = file(&stated(1, "2026-11-02", &[somebody("Aino Ahkera", "Kaivuu Oy")]), &by);
    let mut desk = Desk::new();
    desk.clock.set(SystemClock.now());
    let folder = desk.beside("saapuvat");
    desk.press("Avaa rekisterit");
    desk.wait_for("Seurattava kansio");
    desk.write("Kuka tuo (jää lokiin)", "Salla");
    desk.write("Kansio, johon rekisterit tulevat", folder.to_str().unwrap());
    desk.press("Ala seurata kansiota");
    desk.wait_for("Seurataan kansiota");
    desk.is_named_and_rests("records, watching");

    // Half of a register waits until the other half has come.
    std::fs::write(folder.join("rekisteri.pdf"), &bytes[..bytes.len() / 2]).unwrap();
    desk.wait_for("Yksi tiedosto on vielä tulossa.");
    std::fs::write(folder.join("rekisteri.pdf"), &bytes).unwrap();
    desk.wait_for("otettu talteen 1, oli jo 0, jäi sivuun 0.");
    assert!(desk.shows("Seurattavasta kansiosta otettiin talteen yksi rekisteri."), "the notice");
    // The rest of the screen knows of it as well.
    desk.wait_for("Allekirjoittajat (1 uusi)");
    let told = said(desk.data.path(), &["log", "--format", "json"]).stdout;
    assert!(told.contains("\"by\": \"Salla\""), "{told}");

    // Its name stays in the settings: after a restart it is watched again, and nothing comes twice.
    let mut desk = desk.restarted();
    desk.press("Avaa rekisterit");
    desk.wait_for("Allekirjoittajat (1 uusi)");
    desk.choose("Tuonti");
    desk.wait_for("Seurataan kansiota");
    std::fs::write(folder.join("muu.pdf"), b"%PDF-1.7 no register %%EOF").unwrap();
    desk.wait_for("otettu talteen 0, oli jo 0, jäi sivuun 1.");
    desk.press("Lopeta seuraaminen");
    desk.wait_for("Ala seurata kansiota");
}

#[test]
fn the_command_line_imports_what_is_in_a_folder_once_and_leaves_the_unfinished() {
    let registers = Registers::new();
    let by = signer("Taina Tarkka");
    let bytes = file(&stated(1, "2026-11-02", &[somebody("Aino Ahkera", "Kaivuu Oy")]), &by);
    registers.put("a.pdf", &bytes);
    registers.put("b.pdf", &bytes[..bytes.len() / 2]);
    let folder = registers.folder.path().join("in");
    let told = registers.ask(0, &["watch", folder.to_str().unwrap(), "--once", "--by", "Salla"]);
    assert_eq!((&told["imported"], &told["waiting"]), (&1.into(), &1.into()), "{told}");
    let told = registers.ask(0, &["watch", folder.to_str().unwrap(), "--once", "--by", "Salla"]);
    assert_eq!((&told["imported"], &told["known"]), (&0.into(), &0.into()), "it is not read again: {told}");
    let missing = registers.say(&["watch", "/no/such/folder", "--once"]);
    assert_eq!(missing.exit, 2, "{missing:?}");
    assert!(missing.stderr.contains("/no/such/folder"), "{missing:?}");
}
