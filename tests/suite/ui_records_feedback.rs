//! What was said in sessions, through the real screens: development items that are taken on, and trends over revisions.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use perehdytin::clock::Clock as _;
use perehdytin::clock::SystemClock;

use crate::records_development::session;
use crate::records_feedback::heard;
use crate::records_support::{Desk as Registers, file, said, signer, somebody, stated};
use crate::ui_desk_support::Desk;

/// A window on the records of four sessions over two revisions; the first question got better with the second. Two of
/// them have their registers, of an accepted signer.
fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.clock.set(SystemClock.now());
    let files = Registers::new();
    let by = signer("Taina Tarkka");
    let sessions = [
        (1, "2026-09-01", 4, 13, "Kaivuu Oy"),
        (2, "2026-09-14", 4, 12, "Sähkö Oy"),
        (3, "2026-10-12", 5, 4, "Kaivuu Oy"),
        (4, "2026-11-02", 5, 3, "Kaivuu Oy"),
    ];
    for (number, day, revision, wrong, company) in sessions {
        let mut said = session(number, day, revision, wrong);
        for item in &mut said.items {
            item.text = format!("{} ({number})", item.text);
        }
        files.put(&format!("kansio/{number}/feedback.json"), &said.to_json());
        if number > 2 {
            let mut register = stated(number, day, &[somebody("Aino Ahkera", company)]);
            register.course.revision = revision;
            files.put(&format!("kansio/{number}/register.pdf"), &file(&register, &by));
        }
    }
    desk.press("Avaa rekisterit");
    desk.wait_for("Tuo rekistereitä");
    desk.drops(&files.folder.path().join("in/kansio"));
    desk.wait_for("Otettu talteen 6, oli jo 0, jäi sivuun 0.");
    let told = said(desk.data.path(), &["signers", "--format", "json"]).stdout;
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    let fingerprint = told["signers"][0]["fingerprint"].as_str().unwrap();
    assert_eq!(said(desk.data.path(), &["accept", fingerprint, "--by", "Salla"]).exit, 0);
    desk
}

fn has_row(desk: &Desk, beginning: &str) -> bool {
    desk.texts().iter().any(|text| text.starts_with(beginning))
        && desk.harness.query_all_by_role(Role::Row).next().is_some()
}

/// Chooses the row whose name begins so.
#[track_caller]
fn take(desk: &mut Desk, beginning: &str) {
    let name = desk.texts().into_iter().find(|text| text.starts_with(beginning) && text.contains(", "));
    let name = name.unwrap_or_else(|| panic!("no row {beginning}; on the screen:\n{}", desk.texts().join("\n")));
    let rect = desk.harness.get_by_role_and_label(Role::Row, &name).rect();
    desk.press_at(rect);
}

#[test]
fn a_development_item_is_found_taken_on_and_its_history_tells_by_whom() {
    let mut desk = desk();
    desk.wait_for("Kehittämiskohteet (12)");
    desk.choose("Kehittämiskohteet (12)");
    desk.wait_for("12 kehittämiskohdetta");
    desk.is_named_and_rests("records, development items");
    let item = heard(4, "2026-11-02").items[0].text.clone();
    desk.write("Hae kehittämiskohteista", "(4)");
    desk.wait_for("3 kehittämiskohdetta");
    take(&mut desk, &format!("{item} (4), Uusi"));
    desk.wait_for("Hoitaminen");
    assert!(desk.shows("Tilaisuuden hyväksytty rekisteri on täällä"));
    desk.is_named_and_rests("records, development item");

    assert!(!desk.offers("Tallenna"), "nothing is changed yet");
    desk.choose("Sovittu");
    desk.write("Vastuuhenkilö", "Maija Mainio");
    desk.write("Mihin mennessä", "eilen");
    assert!(!desk.offers("Tallenna"), "that is no day");
    desk.write("Mihin mennessä", "31.12.2199");
    desk.write_into(Role::MultilineTextInput, "Huomautus (jää historiaan)", "Tilattu painosta");
    desk.write("Kuka päättää (jää lokiin)", "Salla Supervisor");
    desk.press("Tallenna");
    desk.wait_for("tila: Sovittu · vastuuhenkilö: Maija Mainio · määräpäivä: 31.12.2199 · huomautus: Tilattu painosta");
    assert!(desk.texts().iter().any(|text| text.ends_with(", Salla Supervisor")));
    desk.wait("the note to be taken", |desk| !desk.offers("Tallenna"));

    desk.press("Takaisin kehittämiskohteisiin");
    desk.wait("the list", |desk| has_row(desk, &format!("{item} (4), Sovittu, Maija Mainio, 31.12.2199")));
    desk.choose("Tehty");
    desk.wait_for("Kehittämiskohteita ei löydy.");
    // The command line reads the same.
    let told = said(desk.data.path(), &["development", "list", "--state", "agreed", "--format", "json"]).stdout;
    assert!(told.contains("Maija Mainio") && told.contains("2199-12-31"), "{told}");
}

#[test]
fn the_items_that_are_shown_leave_as_a_table() {
    let mut desk = desk();
    desk.wait_for("Kehittämiskohteet (12)");
    desk.choose("Kehittämiskohteet (12)");
    desk.wait_for("12 kehittämiskohdetta");
    desk.write("Hae kehittämiskohteista", "sähkö oy");
    desk.wait_for("Kehittämiskohteita ei löydy.");
    desk.write("Hae kehittämiskohteista", "kaivuu");
    desk.wait_for("6 kehittämiskohdetta");
    desk.press("Tallenna taulukkona");
    let out = desk.beside("ulos").join("kohteet.csv");
    desk.write("Tiedosto (.xlsx tai .csv)", out.to_str().unwrap());
    desk.press("Tallenna");
    desk.wait_for("Taulukossa on 6 kehittämiskohdetta");
    assert_eq!(std::fs::read_to_string(&out).unwrap().lines().count(), 7);
    // What lies there is not written over.
    desk.press("Tallenna taulukkona");
    desk.write("Tiedosto (.xlsx tai .csv)", out.to_str().unwrap());
    desk.press("Tallenna");
    desk.wait_for("Tiedosto on jo olemassa.");
}

#[test]
fn a_question_that_got_better_is_seen_in_the_list_the_chart_and_the_tables() {
    let mut desk = desk();
    let question = heard(1, "2026-09-01").theme_questions[0].text.clone();
    desk.choose("Palaute ja kehitys");
    desk.wait_for("Palautetiedostoja ei ole allekirjoitettu");
    assert!(desk.shows("Hyväksytty rekisteri 2, allekirjoittaja hyväksymättä 0, rekisteri puuttuu 2"));
    desk.wait("the whole course", |desk| has_row(desk, "Koko kurssi, v4: "));
    desk.is_named_and_rests("records, trends");
    desk.choose("Kysymykset");
    desk.wait("the question", |desk| {
        desk.texts().iter().any(|text| text.contains("v4: 63 % (25/40), v5: 18 % (7/40), parani"))
    });
    // Several questions are worded alike.
    let row = desk.texts().into_iter().find(|text| text.starts_with(&question) && text.contains("v4: 63 %")).unwrap();
    take(&mut desk, &row);
    desk.wait_for("Version 5 myötä parani: ennen 63 % (25/40), nyt 18 % (7/40).");
    // The chart is told in words, and both tables hold what it shows.
    let chart = desk.harness.query_all_by_role(Role::Image).any(|node| {
        use egui_kittest::kittest::NodeT as _;
        node.accesskit_node().label().is_some_and(|label| label.contains("Version 5 myötä parani"))
    });
    assert!(chart, "the chart has no words");
    assert!(has_row(&desk, "versio 4 (teema 4), 1.9.2026 – 14.9.2026, 2, 63 % (25/40), 47–76 %"));
    assert!(desk.texts().iter().any(|text| text.starts_with("2.11.2026") && text.ends_with("versio 5, 15 % (3/20)")));
    desk.is_named_and_rests("records, trend");
    // A key leads back as well as the button.
    desk.key(Key::Escape);
    desk.choose("Arviot");
    desk.wait_for("Palautteen arvioiden keskiarvo");
    desk.choose("Omin sanoin (8)");
    desk.wait_for("Kirjoittajaa ei tiedetä.");
    desk.is_named_and_rests("records, said");
}

#[test]
fn a_feedback_file_is_left_out_and_taken_back() {
    let mut desk = desk();
    desk.choose("Palaute ja kehitys");
    desk.wait_for("4 tilaisuutta");
    desk.press("Näytä palautetiedostot");
    desk.wait_for("Tilaisuuden rekisteri puuttuu.");
    desk.is_named_and_rests("records, feedback files");
    desk.write("Kuka päättää (jää lokiin)", "Salla");
    let of = |desk: &Desk, words: &str| {
        desk.texts().into_iter().find(|text| text.starts_with(words) && text.contains("1.9.2026")).expect("the button")
    };
    let leave = of(&desk, "Jätä pois laskuista: ");
    desk.press(&leave);
    desk.wait_for("Jätetty pois laskuista.");
    desk.press("Takaisin palautteeseen");
    desk.wait_for("Yksi palautetiedosto on jätetty pois laskuista.");
    assert!(desk.shows("3 tilaisuutta"));
    desk.press("Näytä palautetiedostot");
    desk.wait_for("Ota takaisin laskuihin");
    let back = of(&desk, "Ota takaisin laskuihin: ");
    desk.press(&back);
    desk.press("Takaisin palautteeseen");
    desk.wait_for("4 tilaisuutta");
}
