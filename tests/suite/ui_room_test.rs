//! The final test: at the computer, on a sheet, orally; void attempts and what others may see.

use egui::Key;
use perehdytin::pack::QuestionBody;
use perehdytin::session::Command;
use perehdytin::session::Manner;
use perehdytin::session::ParticipantId;
use perehdytin::session::Place;
use perehdytin::session::State;
use perehdytin::text::Id;

use crate::ui_support::Room;

fn at_the_test() -> Room {
    let mut room = Room::new();
    room.ask(Command::Go { to: Place::FinalTest });
    room
}

const AINO: ParticipantId = ParticipantId(1);

/// The letters of a right (or wrong) answer to each drawn question of the open attempt, in the paper's order.
fn letters(state: &State, participant: ParticipantId, right: bool) -> Vec<String> {
    let attempt = state.participants[&participant].open_attempt().unwrap();
    let letter = |shown: &[Id], id: &Id| ('A'..).zip(shown).find(|(_, other)| *other == id).unwrap().0;
    let answer = |drawn: &perehdytin::quiz::DrawnQuestion| {
        let (_, question) = state.script.pack.test_question(&drawn.question).unwrap();
        match &question.body {
            QuestionBody::Statement { is_true, .. } => if *is_true == right { "A" } else { "B" }.to_owned(),
            QuestionBody::Choice { options, .. } => {
                let option = options.iter().find(|option| option.correct == right).unwrap();
                letter(&drawn.options, &option.id).to_string()
            }
            QuestionBody::Order { items, .. } => {
                let mut letters: Vec<char> = items.iter().map(|item| letter(&drawn.options, &item.id)).collect();
                if !right {
                    letters.reverse();
                }
                letters.into_iter().collect()
            }
            QuestionBody::Scenario { .. } => unreachable!("the small course has none in its bank"),
        }
    };
    attempt.paper.questions.iter().map(answer).collect()
}

fn key(letter: char) -> Key {
    Key::from_name(&letter.to_string()).unwrap()
}

/// Answers the questions of the sitting by letter keys and hands in.
fn take(room: &mut Room, participant: ParticipantId, right: bool) {
    let letters = letters(&room.state(), participant, right);
    for (index, answer) in letters.iter().enumerate() {
        for letter in answer.chars() {
            room.press(key(letter));
        }
        room.until("answered", |state| {
            let attempt = state.participants[&participant].open_attempt().unwrap();
            attempt.answers.contains_key(&attempt.paper.questions[index].question)
        });
        room.press(Key::PageDown);
    }
    room.click("Palauta koe");
    room.until("handed in", |state| state.participants[&participant].open_attempt().is_none());
}

#[test]
fn the_test_is_taken_at_the_computer_one_after_another_and_shows_only_ones_own() {
    let mut room = at_the_test();
    room.click("Anna kone seuraavalle: Aino Aalto");
    assert!(room.shows("Loppukoe: Aino Aalto"), "{:#?}", room.texts());
    assert!(!room.shows_containing("Bertta"), "others are named");
    room.click("Aloita koe");
    room.until("begun", |state| state.participants[&AINO].open_attempt().is_some());
    assert!(room.shows("Kysymys 1/3"));
    take(&mut room, AINO, true);
    assert!(room.shows("Kokeesi on hyväksytty") && room.shows("Oikein 3/3"), "{:#?}", room.texts());
    room.click("Valmis");
    assert!(!room.shows_containing("3/3"), "the next person sees the result");
    room.click("Olen Bertta Berg");
    assert!(room.shows("Loppukoe: Bertta Berg"));
    room.click("Perehdyttäjä: takaisin omaan näkymään");
    room.click("Kyllä, avaa perehdyttäjän näkymä");
    assert!(room.shows("Hyväksytty 1 · ei hyväksytty 0 · ei tehty 2"));
    let state = room.state();
    assert_eq!(state.participants[&AINO].attempts[0].manner, Manner::Desk);
}

#[test]
fn the_whole_test_can_be_taken_by_keyboard_alone() {
    let mut room = at_the_test();
    let focus = |room: &mut Room, label: &str| {
        for _ in 0..200 {
            if room.is_focused(label) {
                return;
            }
            room.press(Key::Tab);
        }
        panic!("{label} is not reached by Tab");
    };
    focus(&mut room, "Anna kone seuraavalle: Aino Aalto");
    room.press(Key::Enter);
    focus(&mut room, "Aloita koe");
    room.press(Key::Enter);
    room.until("begun", |state| state.participants[&AINO].open_attempt().is_some());
    let letters = letters(&room.state(), AINO, true);
    for (index, answer) in letters.iter().enumerate() {
        for letter in answer.chars() {
            room.press(key(letter));
        }
        room.until("answered", |state| state.participants[&AINO].open_attempt().unwrap().answers.len() == index + 1);
        focus(&mut room, if index == 2 { "Tarkista ja palauta" } else { "Seuraava" });
        room.press(Key::Space);
    }
    focus(&mut room, "Palauta koe");
    room.press(Key::Enter);
    room.until("handed in", |state| state.participants[&AINO].has_passed());
}

#[test]
fn answers_can_be_changed_until_the_test_is_handed_in_and_none_may_be_missing() {
    let mut room = at_the_test();
    room.click("Anna kone seuraavalle: Aino Aalto");
    room.click("Aloita koe");
    room.until("begun", |state| state.participants[&AINO].open_attempt().is_some());
    for _ in 0..3 {
        room.press(Key::PageDown);
    }
    assert!(room.shows("3 kysymykseen ei ole vastattu."));
    room.click("Palauta koe");
    assert!(room.state().participants[&AINO].open_attempt().is_some(), "a test with blanks was taken");
    room.click("Kysymys 1, vastaamatta");
    let wrong = letters(&room.state(), AINO, false);
    for letter in wrong[0].chars() {
        room.press(key(letter));
    }
    room.until("answered", |state| state.participants[&AINO].open_attempt().unwrap().answers.len() == 1);
    let before = room.state().participants[&AINO].open_attempt().unwrap().answers.clone();
    let right = letters(&room.state(), AINO, true);
    if right[0].len() > 1 {
        room.click("Aloita järjestäminen alusta");
    }
    for letter in right[0].chars() {
        room.press(key(letter));
    }
    room.until("changed", |state| state.participants[&AINO].open_attempt().unwrap().answers != before);
}

#[test]
fn an_interrupted_attempt_goes_on_where_it_stood() {
    let mut room = at_the_test();
    room.ask(Command::StartAttempt { participant: AINO, manner: Manner::Desk });
    let state = room.state();
    let attempt = state.participants[&AINO].open_attempt().unwrap();
    let first = attempt.paper.questions[0].clone();
    let (_, question) = state.script.pack.test_question(&first.question).unwrap();
    let answer = match &question.body {
        QuestionBody::Statement { .. } => perehdytin::quiz::Answer::Truth(true),
        QuestionBody::Order { .. } => perehdytin::quiz::Answer::Order(first.options.clone()),
        _ => perehdytin::quiz::Answer::Options([first.options[0].clone()].into()),
    };
    room.ask(Command::AnswerTest { participant: AINO, attempt: None, question: first.question, answer });
    room.click_containing("Aino Aalto, Kaivu Oy");
    room.click("Jatka kesken jäänyttä");
    assert!(room.shows("Kysymys 2/3"), "{:#?}", room.texts());
}

#[test]
fn a_sheet_is_entered_letter_by_letter_and_blanks_count_as_wrong() {
    let mut room = at_the_test();
    room.click_containing("Aino Aalto, Kaivu Oy");
    room.click("Syötä lomakkeelta");
    room.until("begun", |state| state.participants[&AINO].open_attempt().is_some());
    let letters = letters(&room.state(), AINO, true);
    for answer in &letters[..2] {
        room.type_text(answer);
    }
    room.until("entered", |state| state.participants[&AINO].open_attempt().unwrap().answers.len() == 2);
    room.click("Merkitse palautetuksi");
    room.until("handed in", |state| state.participants[&AINO].attempts[0].result.is_some());
    let state = room.state();
    let attempt = &state.participants[&AINO].attempts[0];
    assert_eq!((attempt.manner.clone(), attempt.result.unwrap().correct), (Manner::Paper, 2));
    assert!(room.shows_containing("lomakkeella"), "the overview tells how it was taken");
}

#[test]
fn sheets_and_their_key_are_written_apart_into_the_sessions_folder() {
    let mut room = at_the_test();
    room.click("Tee koelomakkeet (3)");
    let folder = room.session_folder().join("test");
    let deadline = std::time::Instant::now() + std::time::Duration::from_mins(1);
    while !room.shows_containing("valmiina tulostettaviksi") {
        assert!(std::time::Instant::now() < deadline, "{:#?}", room.texts());
        std::thread::sleep(std::time::Duration::from_millis(20));
        room.harness.step();
    }
    for name in ["sheets.pdf", "key.pdf"] {
        let bytes = std::fs::read(folder.join(name)).unwrap();
        assert!(bytes.starts_with(b"%PDF-"), "{name}");
    }
}

#[test]
fn an_oral_test_names_its_witness() {
    let mut room = at_the_test();
    room.click_containing("Aino Aalto, Kaivu Oy");
    room.click("Suullisesti");
    room.click("Aloita suullinen koe");
    let wanted = Manner::Oral { witness: "Tiina Trainer".to_owned() };
    room.until("begun", |state| {
        state.participants[&AINO].open_attempt().is_some_and(|attempt| attempt.manner == wanted)
    });
    let letters = letters(&room.state(), AINO, false);
    for answer in &letters {
        room.type_text(answer);
    }
    room.until("entered", |state| state.participants[&AINO].open_attempt().unwrap().answers.len() == 3);
    room.click("Merkitse palautetuksi");
    room.until("failed", |state| state.participants[&AINO].attempts[0].result.is_some_and(|result| !result.passed));
    assert!(room.shows("Hyväksytty 0 · ei hyväksytty 1 · ei tehty 2"), "{:#?}", room.texts());
    assert!(room.shows("Yksi yrityskerta jäljellä."));
    assert!(room.shows("Anna kone seuraavalle: Bertta Berg"), "who failed is not next in the round");
}

#[test]
fn an_attempt_is_declared_void_with_a_reason_and_may_be_taken_again() {
    let mut room = at_the_test();
    room.ask(Command::StartAttempt { participant: AINO, manner: Manner::Paper });
    room.ask(Command::SubmitAttempt { participant: AINO, attempt: None });
    room.click_containing("Aino Aalto, Kaivu Oy");
    room.click("Mitätöi viimeisin yrityskerta…");
    room.type_text("väärä lomake");
    room.press(Key::Enter);
    room.until("void", |state| state.participants[&AINO].attempts[0].void.as_deref() == Some("väärä lomake"));
    assert!(room.shows("Yrityskertoja jäljellä 2."), "{:#?}", room.texts());
}
