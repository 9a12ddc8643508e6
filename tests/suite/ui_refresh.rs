//! Refreshers on screen: from the first screen to "done for today", statistics, plan, guide, and a file that is damaged.

use egui::Key;
use egui::accesskit::Toggled;
use egui_kittest::kittest::NodeT as _;
use egui_kittest::kittest::Queryable as _;
use perehdytin::pack::QuestionBody;
use perehdytin::study::refresh::Course;
use perehdytin::study::refresh::Kept;
use perehdytin::study::refresh::Store;
use perehdytin::study::refresh::open_kept;
use perehdytin::study::refresh::questions;
use perehdytin::ui::Route;
use perehdytin::ui::refresh;

use crate::study_refresh::studied;
use crate::ui_desk_support::Desk;

/// A window on a Tuesday three days after the shipped course was passed and taken up.
fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.set_clock("2026-09-05T09:00:00Z");
    let session = studied(&desk.data).folder.to_path_buf();
    desk.go(Route::Refresh(refresh::Screen::after(session)));
    desk.wait_for("Ei kerrattavaa juuri nyt");
    desk.set_clock("2026-09-08T09:00:00Z");
    desk
}

fn store(desk: &Desk) -> (Store, Course) {
    let store = Store::open(&Store::path_in(&desk.data)).unwrap();
    let course = store.courses().unwrap().pop().unwrap();
    (store, course)
}

fn press(desk: &mut Desk, key: Key) {
    desk.harness.key_press(key);
    desk.harness.run_ok();
}

/// Whether the option of this name is chosen.
fn toggled(desk: &Desk, name: &str) -> Option<Toggled> {
    desk.harness.get_by_label(name).accesskit_node().toggled()
}

fn click(desk: &mut Desk, label: &str) {
    desk.wait(label, |desk| desk.harness.query_by_label(label).is_some());
    let rect = desk.harness.get_by_label(label).rect();
    desk.press_at(rect);
}

/// The words of the options to pick, in their order, for the question on the screen.
fn right_words(desk: &Desk, kept: &Kept, course: &Course) -> Vec<String> {
    let fill = |text| kept.profile.fill(text, &course.language);
    let texts = desk.texts();
    let asked = questions(&kept.pack).find(|asked| {
        let told = match &asked.question.body {
            QuestionBody::Scenario { situation, .. } => fill(situation),
            QuestionBody::Statement { text, .. }
            | QuestionBody::Choice { text, .. }
            | QuestionBody::Order { text, .. } => fill(text),
        };
        texts.contains(&told)
    });
    match &asked.unwrap_or_else(|| panic!("no question on the screen:\n{}", texts.join("\n"))).question.body {
        QuestionBody::Scenario { options, .. } => {
            options.iter().find(|option| option.correct).map(|option| fill(&option.text)).into_iter().collect()
        }
        QuestionBody::Choice { options, .. } => {
            options.iter().filter(|option| option.correct).map(|option| fill(&option.text)).collect()
        }
        QuestionBody::Statement { is_true, .. } => vec![if *is_true { "Totta" } else { "Ei totta" }.to_owned()],
        QuestionBody::Order { items, .. } => items.iter().map(|item| fill(&item.text)).collect(),
    }
}

/// Picks by name: options are called "A: words".
fn pick_right(desk: &mut Desk, kept: &Kept, course: &Course) {
    for words in right_words(desk, kept, course) {
        let ending = format!(": {words}");
        let name = desk.texts().into_iter().find(|text| text.ends_with(&ending) && text.len() == ending.len() + 1);
        let name = name.unwrap_or_else(|| panic!("no option {words:?}:\n{}", desk.texts().join("\n")));
        let rect = desk.harness.get_by_label(&name).rect();
        desk.press_at(rect);
    }
}

#[test]
fn a_learner_goes_from_the_first_screen_through_every_question_to_done_for_today() {
    let mut desk = desk();
    desk.go(Route::Home(Default::default()));
    desk.wait_for("10 kysymystä, noin 5 min");
    click(&mut desk, "Kertaa nyt");
    desk.wait_for("10 kysymystä kerrattavana");
    desk.is_named_and_rests("the refreshers");
    click(&mut desk, "Kertaa nyt");
    let (store, course) = store(&desk);
    let kept = open_kept(&desk.data, &course).unwrap();
    let before = store.reviews(&course.id).unwrap().len();
    for number in 1..=10 {
        desk.wait_for(&format!("Kysymys {number} / 10"));
        pick_right(&mut desk, &kept, &course);
        press(&mut desk, Key::L);
        desk.wait_for("Oikein");
        assert_eq!(store.reviews(&course.id).unwrap().len(), before + number, "what is shown is stored");
        assert!(desk.shows(&format!("Kysymys {number} / 10")), "its question is still on the screen");
        if number == 1 {
            desk.is_named_and_rests("the consequences");
        }
        press(&mut desk, Key::PageDown);
    }
    desk.wait_for("Valmis tältä päivältä");
    desk.wait_for("Heti oikein 10 / 10.");
    desk.wait_for("Seuraava kertaus torstaina 10.9.2026.");
    desk.is_named_and_rests("the end");
    desk.go(Route::Home(Default::default()));
    desk.wait_for("seuraava kertaus torstaina 10.9.2026");
}

#[test]
fn a_wrong_answer_brings_its_slide_and_comes_again_at_the_end_also_after_a_restart() {
    let mut desk = desk();
    desk.go(Route::Refresh(refresh::Screen::new()));
    desk.wait_for("10 kysymystä kerrattavana");
    click(&mut desk, "Kertaa nyt");
    let (store, course) = store(&desk);
    let kept = open_kept(&desk.data, &course).unwrap();
    let before = store.reviews(&course.id).unwrap().len();
    desk.wait_for("Kysymys 1 / 10");
    let right = right_words(&desk, &kept, &course);
    // Options on the screen are called "A: words".
    let is_wrong = |text: &String| {
        let mut chars = text.chars();
        let is_option = matches!(chars.next(), Some('A'..='F')) && text[1..].starts_with(": ");
        is_option && !right.contains(&text[3..].to_owned())
    };
    let wrong = desk.texts().into_iter().find(is_wrong).unwrap();
    press(&mut desk, Key::T);
    assert_eq!(store.reviews(&course.id).unwrap().len(), before, "nothing is picked yet");
    press(&mut desk, Key::Num2);
    let second = desk.texts().into_iter().find(|text| text.starts_with("B: ")).unwrap();
    assert_eq!(toggled(&desk, &second), Some(Toggled::True), "a digit chooses an option here as everywhere");
    assert_eq!(store.reviews(&course.id).unwrap().len(), before, "a digit says nothing of how sure one is");
    let rect = desk.harness.get_by_label(&wrong).rect();
    desk.press_at(rect);
    press(&mut desk, Key::T);
    desk.wait_for("Ei näin");
    assert!(desk.shows("Olit varma asiastasi"));
    assert!(desk.shows("Kertaa tästä"), "the slide is brought along");
    assert!(desk.shows("Tulee vielä uudelleen tämän kertauksen lopussa."));
    desk.is_named("a wrong answer");
    let missed = store.reviews(&course.id).unwrap().last().unwrap().clone();
    assert!(!missed.is_right);
    let mut desk = desk.restarted();
    desk.go(Route::Refresh(refresh::Screen::new()));
    desk.wait_for("Jatka kertausta");
    click(&mut desk, "Jatka kertausta");
    for number in 1..=10 {
        desk.wait_for(&format!("Kysymys {number} / 10"));
        assert_eq!(desk.shows("Tämä meni äsken väärin"), number == 10, "question {number}");
        pick_right(&mut desk, &kept, &course);
        press(&mut desk, Key::L);
        desk.wait_for("Oikein");
        press(&mut desk, Key::PageDown);
    }
    desk.wait_for("Valmis tältä päivältä");
    let last = store.reviews(&course.id).unwrap().last().unwrap().clone();
    assert_eq!((last.card, last.is_right), (missed.card, true));
}

#[test]
fn statistics_and_guide_are_there_and_the_guide_and_the_calendar_can_be_taken_along() {
    let mut desk = desk();
    let out = desk.beside("out");
    desk.go(Route::Refresh(refresh::Screen::new()));
    click(&mut desk, "Mitä muistan ja mitä unohdan");
    desk.wait_for("Teemoittain");
    assert!(desk.shows("Kuvaaja: muistat arviolta"), "the chart is told in words, too");
    desk.is_named_and_rests("the statistics");
    press(&mut desk, Key::Escape);
    click(&mut desk, "Taskuohje");
    desk.wait_for("Keneen otat yhteyttä");
    desk.is_named_and_rests("the pocket guide");
    let pdf = out.join("taskuohje.pdf");
    desk.write("Tulostettava tiedosto (.pdf)", pdf.to_str().unwrap());
    click(&mut desk, "Tallenna PDF");
    desk.wait("the guide", |_| pdf.exists());
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF-"));
    click(&mut desk, "Takaisin");
    let ics = out.join("kertaus.ics");
    desk.write("Kalenteritiedosto (.ics)", ics.to_str().unwrap());
    click(&mut desk, "Tallenna kalenteri");
    desk.wait("the calendar", |_| ics.exists());
    let text = std::fs::read_to_string(&ics).unwrap();
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.contains("20260910"), "{text}");
}

#[test]
fn the_plan_is_kept_as_it_is_changed_and_a_target_must_lie_ahead() {
    let mut desk = desk();
    desk.go(Route::Refresh(refresh::Screen::new()));
    click(&mut desk, "20 min");
    desk.wait_for("20 kysymystä kerrattavana");
    click(&mut desk, "torstai");
    desk.wait("the rhythm", |desk| store(desk).1.plan.days.count() == 1);
    desk.wait_for("Enintään 40 kysymystä kerralla");
    desk.write("Tavoitepäivä, jos haluat", "1.9.2026");
    click(&mut desk, "Aseta");
    desk.wait_for("Kirjoita tuleva päivä");
    desk.write("Tavoitepäivä, jos haluat", "15.12.2026");
    click(&mut desk, "Aseta");
    desk.wait_for("Kaikki tuoreessa muistissa tiistaina 15.12.2026");
    desk.wait_for("viimeistään tiistaina 8.12.2026");
    click(&mut desk, "Poista tavoitepäivä");
    desk.wait_for("Tavoitepäivä, jos haluat");
    assert_eq!(store(&desk).1.plan.minutes_per_week, 20);
}

#[test]
fn a_damaged_file_is_named_on_the_first_screen_and_can_be_set_aside() {
    let mut desk = desk();
    let path = Store::path_in(&desk.data);
    let junk = b"this is no database at all, and never was one. ".repeat(100);
    for ending in ["-wal", "-shm"] {
        drop(std::fs::remove_file(format!("{}{ending}", path.display())));
    }
    std::fs::write(&path, &junk).unwrap();
    desk.go(Route::Home(Default::default()));
    desk.wait_for("Tiedosto ei ole kertausten tiedosto");
    click(&mut desk, "Avaa kertaus");
    desk.wait_for("Siirrä tiedosto syrjään ja aloita uudesta");
    assert!(std::fs::read(&path).unwrap() == junk, "nothing was changed");
    click(&mut desk, "Siirrä tiedosto syrjään ja aloita uudesta");
    desk.wait_for("Vanha tiedosto on tallessa");
    desk.wait_for("Kertaus alkaa, kun olet käynyt kurssin");
    assert!(std::fs::read(desk.data.path().join("refresh-20260908-090000.sqlite")).unwrap() == junk);
}
