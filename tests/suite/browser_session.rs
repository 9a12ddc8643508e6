//! A whole session with three real phones at once and the desk beside, up to the signed register.

use std::collections::BTreeMap;

use perehdytin::engine::layout;
use perehdytin::engine::read_session;
use perehdytin::pack::Question;
use perehdytin::pack::QuestionBody;
use perehdytin::register::bundle;
use perehdytin::register::facts::TestResult;
use perehdytin::session::Answer;
use perehdytin::session::Channel;
use perehdytin::session::Command;
use perehdytin::session::Event;
use perehdytin::session::FeedbackAnswer;
use perehdytin::session::Manner;
use perehdytin::session::ParticipantId;
use perehdytin::session::Place;
use perehdytin::session::Script;
use perehdytin::text::Id;
use perehdytin::text::LangTag;
use serde_json::json;

use crate::browser_answers::{kinds, right, wrong};
use crate::browser_support::{Handset, PATIENCE, hall_of, hall_of_part, row};
use crate::new_session::shipped_course;
use crate::room_support::Hall;
use crate::session_support::{minute, sign_in};
use crate::verify_table::{SIGNED, check};

const DESK: &str = "Veera Vieras";

/// What somebody gave as answers: by step and by test question, in their order.
type Given = BTreeMap<(&'static str, Id), Vec<Answer>>;

/// Somebody with a phone.
struct Person {
    name: &'static str,
    phone: Handset,
    /// Whether they know the right answers.
    knows: bool,
    given: Given,
}

impl Person {
    fn answer(&self, question: &Question) -> Answer {
        if self.knows { right(question) } else { wrong(question) }
    }

    /// Answers the room's question; who does not know it first thought better.
    fn answers(&mut self, script: &Script, step: &Id, question: &Question) {
        self.phone.sees("main[data-screen=question] [data-k=arrival]");
        self.is_asked(script, question);
        let mut answers = vec![self.answer(question)];
        if !self.knows {
            answers.insert(0, right(question));
        }
        for answer in &answers {
            self.phone.answers(answer);
            self.shows_as_given(answer);
        }
        self.given.insert(("room", step.clone()), answers);
    }

    /// The page shows this answer as the one that stands.
    fn shows_as_given(&self, answer: &Answer) {
        let on = |ids: Vec<String>| {
            for id in ids {
                self.phone.sees(&format!("[data-option={id}].chosen"));
            }
        };
        match answer {
            Answer::Options(options) => on(options.iter().map(ToString::to_string).collect()),
            Answer::Truth(verdict) => on(vec![verdict.to_string()]),
            Answer::Order(_) => {}
        }
    }

    /// Takes the final test from beginning to end.
    fn takes_the_test(&mut self, hall: &Hall) {
        self.phone.is_at("test").act("start_test").sees("progress");
        let row = row(hall, self.name);
        let script = &hall.client().snapshot().state.script;
        for drawn in &row.attempts.last().unwrap().paper.questions {
            let (_, question) = script.pack.test_question(&drawn.question).unwrap();
            self.is_asked(script, question);
            let answer = self.answer(question);
            self.phone.answers(&answer).act("next");
            self.given.insert(("test", drawn.question.clone()), vec![answer]);
        }
        self.phone.sees("[data-act=hand_in]").act("hand_in").act("submit_test").sees_no("progress");
    }

    fn is_asked(&self, script: &Script, question: &Question) {
        let asked = json!(asked(script, question));
        self.phone.waits_until(&format!("document.querySelector('#asked').innerText.trim() === {asked}"));
    }

    fn gives_feedback(&self, words: &str) {
        self.phone.is_at("feedback").taps("[data-feedback=usefulness] label:nth-of-type(4)");
        self.phone.types("textarea[data-feedback=better]", words).act("feedback");
        self.phone.sees_no("[data-act=feedback]");
        assert_eq!(self.phone.value("localStorage.getItem('perehdytin.feedback')"), r#"{"stage":"given"}"#);
    }
}

/// What a phone in Finnish asks.
fn asked(script: &Script, question: &Question) -> String {
    let (QuestionBody::Scenario { question: text, .. }
    | QuestionBody::Statement { text, .. }
    | QuestionBody::Choice { text, .. }
    | QuestionBody::Order { text, .. }) = &question.body;
    script.profile.fill(text, &LangTag("fi".into()))
}

/// Everybody does this at the same time.
fn all(people: &mut [Person], what: impl Fn(&mut Person) + Sync) {
    std::thread::scope(|scope| {
        for person in people {
            let what = &what;
            scope.spawn(move || what(person));
        }
    });
}

fn at_the_desk(hall: &Hall, step: &Id, answer: Answer) {
    let participant = row(hall, DESK).id;
    hall.does(Command::Answer { step: step.clone(), round: None, participant, answer, channel: Channel::Desk });
}

#[test]
fn a_whole_session_on_three_phones_and_at_the_desk_is_in_the_journal_and_the_register() {
    let hall = hall_of(&shipped_course());
    let mut people = joining(&hall);
    let script = &hall.client().snapshot().state.script;
    let kinds = kinds(&script.pack);
    assert!(kinds.len() >= 4, "{kinds:?}");
    let mut at = 0;
    for (step, question) in kinds.values() {
        at += 10;
        hall.bench.clock.set(minute(at));
        hall.asks(step.as_str());
        if people.len() == 2 {
            let late = Handset::new();
            late.opens(&hall.room().status().join_url).signs_in("Kalle Kaivaja").is_at("question");
            people.push(Person { name: "Kalle Kaivaja", phone: late, knows: true, given: Given::new() });
        }
        all(&mut people, |person| person.answers(script, step, question));
        at_the_desk(&hall, step, right(question));
        hall.does(Command::Reveal { step: step.clone() });
        all(&mut people, |person| {
            person.phone.sees("[data-k=settled]").sees(".is-right");
        });
    }

    hall.bench.clock.set(minute(at + 10));
    hall.does(Command::Go { to: Place::FinalTest });
    all(&mut people, |person| person.takes_the_test(&hall));
    for person in &people {
        assert_eq!(row(&hall, person.name).has_passed(), person.knows);
    }
    tests_at_the_desk(&hall);

    hall.does(Command::Go { to: Place::Feedback });
    all(&mut people[..2], |person| person.gives_feedback(&format!("Lisää tällaista, sanoo yksi: {}", person.knows)));

    hall.does(Command::Go { to: Place::SignOut });
    leaving(&hall, &people);

    hall.bench.clock.set(minute(at + 20));
    hall.does(Command::Close);
    all(&mut people, |person| {
        person.phone.is_at("closed");
        assert_eq!(
            person.phone.value("Object.keys(localStorage).filter((key) => /draft|queue/.test(key))[0]"),
            json!(null)
        );
    });
    holds_the_journal(&hall, &people);
    holds_the_register(&hall);
}

/// One with the QR code, one with the short code, one at the desk.
fn joining(hall: &Hall) -> Vec<Person> {
    let status = hall.room().status();
    let aino = Handset::new();
    let onni = Handset::new();
    std::thread::scope(|scope| {
        scope.spawn(|| aino.opens(&status.join_url).signs_in("Aino Ahkera").is_at("lobby").reads("Aino"));
        scope.spawn(|| {
            onni.opens(&status.url).is_at("code").types("#field-code", &status.code.to_lowercase()).act("code");
            onni.signs_in("Onni Omenapuu").is_at("lobby").reads("Onni");
        });
    });
    hall.does(sign_in(DESK));
    let row = row(hall, "Aino Ahkera");
    assert_eq!((row.channel, row.signature.strokes.len()), (Channel::Phone, 1));
    assert!(row.signature.strokes[0].len() >= 4, "{:?}", row.signature);
    vec![
        Person { name: "Aino Ahkera", phone: aino, knows: true, given: Given::new() },
        Person { name: "Onni Omenapuu", phone: onni, knows: false, given: Given::new() },
    ]
}

fn tests_at_the_desk(hall: &Hall) {
    let participant = row(hall, DESK).id;
    hall.does(Command::StartAttempt { participant, manner: Manner::Desk });
    let pack = &hall.client().snapshot().state.script.pack;
    for drawn in &row(hall, DESK).attempts[0].paper.questions {
        let answer = right(pack.test_question(&drawn.question).unwrap().1);
        hall.does(Command::AnswerTest { participant, attempt: None, question: drawn.question.clone(), answer });
    }
    hall.does(Command::SubmitAttempt { participant, attempt: None });
}

/// One signs out with a signature and takes the material along, one leaves an address and signs out without, one just stays.
fn leaving(hall: &Hall, people: &[Person]) {
    let (aino, onni) = (&people[0].phone, &people[1].phone);
    onni.is_at("sign_out").act("go_handout").types("#field-address", "onni@kaivuu.example").act("ask_handout");
    onni.sees("[data-act=take_back]").act("back").act("sign_out").is_at("away");
    hall.does(Command::ReleaseHandout);
    aino.is_at("sign_out").signs("#pad-out").act("sign_out").is_at("away");
    aino.act("download");
    let door = hall.door();
    let served = door.get(&format!("/handout/fi.pdf?t={}", door.token)).body;
    let start = std::time::Instant::now();
    loop {
        let files = std::fs::read_dir(aino.session.downloads()).into_iter().flatten();
        let done = files.map(|file| file.unwrap().path()).find(|path| path.extension().is_some_and(|end| end == "pdf"));
        if let Some(bytes) = done.and_then(|path| std::fs::read(path).ok())
            && bytes == served
        {
            break;
        }
        assert!(start.elapsed() < PATIENCE, "the handout was not downloaded as it is");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    assert!(served.starts_with(b"%PDF-"));
    hall.does(Command::SignOut { participant: row(hall, DESK).id, signature: None, channel: Channel::Desk });
}

fn holds_the_journal(hall: &Hall, people: &[Person]) {
    let record = hall.record();
    assert!(record.is_closed());
    let mut answered: BTreeMap<ParticipantId, Given> = BTreeMap::new();
    let mut channels = BTreeMap::new();
    let mut left = BTreeMap::new();
    for entry in record.events {
        match entry.event {
            Event::SignedIn { participant, details, channel, phone, .. } => {
                assert_eq!(phone.is_some(), channel == Channel::Phone);
                channels.insert(participant, (details.name, channel));
            }
            Event::Answered { step, round: 1, participant, answer, channel } => {
                assert_eq!(channel, channels[&participant].1);
                answered.entry(participant).or_default().entry(("room", step)).or_default().push(answer);
            }
            Event::TestAnswered { attempt: 1, participant, question, answer } => {
                answered.entry(participant).or_default().entry(("test", question)).or_default().push(answer);
            }
            Event::SignedOut { participant, signature, channel } => {
                left.insert(participant, (signature.is_some(), channel));
            }
            Event::Answered { .. } | Event::TestAnswered { .. } | Event::Removed { .. } | Event::Merged { .. } => {
                panic!("nobody did this: {:?}", entry.event)
            }
            _ => {}
        }
    }
    assert_eq!(channels.len(), 4);
    for person in people {
        let id = row(hall, person.name).id;
        assert_eq!(channels[&id], (person.name.to_owned(), Channel::Phone));
        assert_eq!(answered[&id], person.given, "{}", person.name);
        assert!(person.given.len() >= 4 + 15);
    }
    assert_eq!(channels[&row(hall, DESK).id].1, Channel::Desk);
    let leaving = |name| left.get(&row(hall, name).id).copied();
    assert_eq!(leaving("Aino Ahkera"), Some((true, Channel::Phone)));
    assert_eq!(leaving("Onni Omenapuu"), Some((false, Channel::Phone)));
    assert_eq!(leaving("Kalle Kaivaja"), None);
    assert_eq!(leaving(DESK), Some((false, Channel::Desk)));
    assert_eq!(record.addresses.len(), 1);
    assert_eq!(record.addresses[0].address, "onni@kaivuu.example");
    let mut words: Vec<_> = record.feedback.iter().map(|form| form.answers.clone()).collect();
    words.sort_by_key(|answers| format!("{answers:?}"));
    let form = |knows: bool| {
        let text = format!("Lisää tällaista, sanoo yksi: {knows}");
        BTreeMap::from([
            (Id::from("better"), FeedbackAnswer::Text(text)),
            (Id::from("usefulness"), FeedbackAnswer::Scale(4)),
        ])
    };
    assert_eq!(words, [form(false), form(true)]);
}

fn holds_the_register(hall: &Hall) {
    let session = read_session(&hall.folder()).unwrap();
    let source = bundle::Source {
        state: &session.state,
        journal_length: session.journal_length,
        journal_head: &session.journal_head,
    };
    let now = minute(200);
    let out = layout::out(&hall.folder());
    let bundle = bundle::write(source, &SIGNED.identity, &out, now, &mut |_| {}).unwrap();
    let verdict = check(&std::fs::read(&bundle.register).unwrap());
    assert!(verdict.is_fine(), "{verdict:?}");
    let facts = verdict.facts.unwrap();
    let rows: Vec<_> = facts
        .participants
        .iter()
        .map(|row| {
            let test = row.test.as_ref().unwrap();
            let manner = serde_json::to_value(test.attempts[0].manner).unwrap();
            (row.name.as_str(), row.signed_in_by, manner, test.result, row.signed_out, row.signature_out.is_some())
        })
        .collect();
    let mut expected = [
        ("Aino Ahkera", Channel::Phone, "phone".into(), TestResult::Passed, true, true),
        ("Onni Omenapuu", Channel::Phone, "phone".into(), TestResult::Failed, true, false),
        (DESK, Channel::Desk, "desk".into(), TestResult::Passed, true, false),
        ("Kalle Kaivaja", Channel::Phone, "phone".into(), TestResult::Passed, false, false),
    ];
    // Who of the first two was quicker does not matter.
    expected.sort_by_key(|row| rows.iter().position(|found| found.0 == row.0));
    assert_eq!(rows, expected);
}

#[test]
fn the_phone_says_before_and_after_signing_in_that_only_a_part_is_gone_through() {
    let hall = hall_of_part(&shipped_course(), &["hyva-palvelu", "kenen-asialla"]);
    let url = hall.room().status().join_url.clone();
    let phone = Handset::new();
    phone.opens(&url).is_at("sign_in").reads("osittainen perehdytys: käydään läpi vain 2 kurssin 12 teemasta");
    phone.taps("#language").reads("partial induction: only 2 of the course’s 12 themes");
    phone.taps("#language").signs_in("Aino Ahkera").is_at("lobby");
    assert!(phone.text("[data-k=part]").contains("vain 2 kurssin 12 teemasta"));

    let whole = hall_of(&shipped_course());
    let phone = Handset::signed_in(&whole.room().status().join_url, "Eino Ensi");
    phone.is_at("lobby").sees_no("[data-k=part]");
}
