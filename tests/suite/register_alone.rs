//! The register of a self-study, and of a room that somebody passed the induction on to.

use std::sync::Arc;

use jiff::SignedDuration;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::civil::date;
use perehdytin::i18n::Lang;
use perehdytin::pack::{CoursePack, Question};
use perehdytin::paper;
use perehdytin::register::facts::{Facts, FormError, MadeBy, Written, facts, row_digest};
use perehdytin::register::sign::sign;
use perehdytin::register::table;
use perehdytin::register::verify::{DataCheck, Difference};
use perehdytin::session::{
    Answer, Channel, Command, Credit, Details, FeedbackAnswer, FeedbackForm, Form, Ground, LONGEST_BEAT, Manner,
    ParticipantId, Place, Script, Setup, State, decide,
};
use perehdytin::text::Id;

use crate::register_look::{fixture, gathered, keep, text_of};
use crate::register_made::{Made, answer, at, course, scribble};
use crate::verify_table::{SIGNED, check, statement};

const AINO: ParticipantId = ParticipantId(1);

/// A self-study that is made through the one door.
#[derive(Clone, Debug)]
pub(crate) struct Alone {
    pub(crate) pack: CoursePack,
    pub(crate) language: &'static str,
    pub(crate) learner: Details,
    pub(crate) credited: Option<(Vec<Credit>, Ground)>,
    /// Whether every question of the final test is answered rightly.
    pub(crate) knows: bool,
    /// When the learner signs in.
    pub(crate) from: Timestamp,
}

impl Alone {
    pub(crate) fn new() -> Self {
        Self {
            pack: course(),
            language: "fi",
            learner: Details {
                name: "Aino Ahkera".to_owned(),
                company: "Kaivuu ja Kaapeli Oy".to_owned(),
                role: "asentaja".to_owned(),
                identifier: None,
            },
            credited: None,
            knows: true,
            from: at(-10 * 24 * 60),
        }
    }

    pub(crate) fn in_language(self, language: &'static str) -> Self {
        Self { language, ..self }
    }

    /// With these themes from an earlier register.
    pub(crate) fn with_credits(mut self, themes: &[&str], attended_on: Date) -> Self {
        let credit = |id: &&str| {
            let theme = self.pack.theme(&Id::from(*id)).unwrap();
            Credit { theme: theme.id.clone(), revision: theme.revision, attended_on }
        };
        self.credited = Some((themes.iter().map(credit).collect(), ground()));
        self
    }

    /// The closed session.
    pub(crate) fn state(&self) -> State {
        let pack = Arc::new(self.pack.clone());
        let profile = Arc::clone(&pack.example_profile);
        let made = Made::of(0).in_language(self.language).state();
        let setup = Setup {
            session: "a1".repeat(16),
            form: Form::SelfStudy,
            place: String::new(),
            trainer: String::new(),
            ..(*made.setup).clone()
        };
        let state = State::open(Script { pack, profile }, self.from, setup);
        let mut learner = Learner { state, now: self.from };
        learner.does(Command::SignIn {
            details: self.learner.clone(),
            signature: scribble(3),
            channel: Channel::Desk,
            phone: None,
        });
        learner.studies(&Place::Lobby, 40);
        if let Some((themes, ground)) = self.credited.clone() {
            learner.does(Command::Credit { themes, ground });
        }
        for (number, theme) in self.pack.themes.iter().enumerate() {
            if number % 3 == 2 {
                // On another day.
                learner.now += SignedDuration::from_hours(22);
            }
            let is_credited =
                self.credited.iter().flat_map(|(themes, _)| themes).any(|credit| credit.theme == theme.id);
            if !is_credited {
                learner.does_theme(number);
            }
        }
        if self.pack.final_test.is_some() {
            learner.takes_the_test(self.knows);
        }
        learner.ends();
        learner.state
    }
}

struct Learner {
    state: State,
    now: Timestamp,
}

impl Learner {
    #[track_caller]
    fn does(&mut self, command: Command) {
        for event in decide(&self.state, self.now, command).unwrap() {
            self.state.apply(self.now, &event);
        }
    }

    fn studies(&mut self, place: &Place, seconds: u32) {
        self.does(Command::Go { to: place.clone() });
        let mut left = seconds;
        while left > 0 {
            let beat = left.min(LONGEST_BEAT);
            self.now += SignedDuration::from_secs(i64::from(beat));
            self.does(Command::Study { place: place.clone(), seconds: beat });
            left -= beat;
        }
    }

    fn does_theme(&mut self, number: usize) {
        let pack = Arc::clone(&self.state.script.pack);
        let theme = &pack.themes[number];
        for step in theme.steps.iter().filter(|step| !step.is_break()) {
            self.studies(&Place::Step(step.id.clone()), step.minutes * 50);
            if let Some(question) = step.question() {
                if number == 1 {
                    // The first try goes wrong.
                    self.answers(&step.id, question, false);
                }
                self.answers(&step.id, question, true);
            }
            self.does(Command::FinishStep { step: step.id.clone() });
        }
        assert!(self.state.is_theme_done(theme));
    }

    fn answers(&mut self, step: &Id, question: &Question, right: bool) {
        self.does(Command::OpenQuestion { step: step.clone() });
        let answer = if right { answer(question, true) } else { wrong(question) };
        let (participant, channel) = (AINO, Channel::Desk);
        self.does(Command::Answer { step: step.clone(), round: None, participant, answer, channel });
        self.does(Command::Reveal { step: step.clone() });
    }

    fn takes_the_test(&mut self, knows: bool) {
        self.studies(&Place::FinalTest, 400);
        self.does(Command::StartAttempt { participant: AINO, manner: Manner::Desk });
        let pack = Arc::clone(&self.state.script.pack);
        let paper = Arc::clone(&self.state.learner().unwrap().open_attempt().unwrap().paper);
        for drawn in &paper.questions {
            let (_, asked) = pack.test_question(&drawn.question).unwrap();
            let answer = if knows { answer(asked, true) } else { wrong(asked) };
            let question = drawn.question.clone();
            self.does(Command::AnswerTest { participant: AINO, attempt: None, question, answer });
        }
        self.does(Command::SubmitAttempt { participant: AINO, attempt: None });
    }

    fn ends(&mut self) {
        self.studies(&Place::Feedback, 60);
        for text in ["Porttikoodit puuttuvat työmääräimestä.", "Tämä jäi pois."] {
            self.does(Command::NoteItem { text: text.to_owned(), step: Some("t1-d".into()) });
        }
        let dropped = *self.state.items.keys().next_back().unwrap();
        self.does(Command::DropItem { item: dropped });
        let answers = [
            (Id::from("usefulness"), FeedbackAnswer::Scale(4)),
            (Id::from("better"), FeedbackAnswer::Text("Lisää kuvia pihoilta.".to_owned())),
        ];
        self.does(Command::GiveFeedback(FeedbackForm { key: "f0".repeat(16), answers: answers.into() }));
        self.studies(&Place::SignOut, 20);
        self.does(Command::SignOut { participant: AINO, signature: Some(scribble(4)), channel: Channel::Desk });
        self.does(Command::Close);
    }
}

/// An answer that can be given, and is wrong.
fn wrong(question: &Question) -> Answer {
    match answer(question, false) {
        // One option at most, where only one may be chosen.
        Answer::Options(options) => Answer::Options(options.into_iter().take(1).collect()),
        other => other,
    }
}

pub(crate) fn ground() -> Ground {
    Ground {
        register: "4d".repeat(32),
        session: "b2".repeat(16),
        name: "Aino Ahkera".to_owned(),
        ended_on: date(2025, 10, 1),
        signer: "Taina Tarkka".to_owned(),
        fingerprint: "7e".repeat(32),
        trusted: false,
    }
}

pub(crate) fn facts_of(state: &State) -> Facts {
    let written = Written { journal_length: 1_000, journal_head: "ab".repeat(32), made_by: MadeBy::this_program() };
    facts(state, written).unwrap()
}

pub(crate) fn printed_facts(facts: &Facts) -> Vec<u8> {
    let (json, csv) = (facts.to_json(), table::csv(facts));
    paper::register_pdf(&paper::Register { json: &json, csv: &csv, lang: facts.lang() }).unwrap()
}

pub(crate) fn signed(facts: &Facts) -> Vec<u8> {
    sign(&printed_facts(facts), &SIGNED.identity, &statement("Aino Ahkera")).unwrap()
}

/// A room whose trainer passes on what they have passed.
pub(crate) fn passed_on(made: &Made) -> State {
    let mut state = made.state();
    Arc::make_mut(&mut state.setup).ground = Some(Ground { name: "Taina Tarkka".to_owned(), ..ground() });
    state
}

fn credited_alone() -> Alone {
    Alone::new().with_credits(&["teema-2", "teema-3", "teema-5"], date(2025, 10, 1))
}

#[test]
fn the_facts_of_a_self_study_have_one_row_with_active_minutes_and_sittings() {
    let state = Alone::new().state();
    let facts = facts_of(&state);
    assert_eq!((facts.version, facts.form, facts.participants.len()), (2, Form::SelfStudy, 1));
    assert_eq!((facts.place.as_str(), facts.trainer.as_str()), ("", ""));
    let row = &facts.participants[0];
    assert_eq!(i64::from(row.minutes), (state.study.active_altogether().as_secs() + 30) / 60);
    // Themes 1 and 2, 3 to 5, and 6 to 8 with the test, each on a day of their own.
    assert_eq!(row.stays.len(), 3);
    assert_eq!(row.stays[0].from, facts.started_at);
    assert!(row.stays[2].to <= facts.ended_at);
    assert_eq!(row.themes_attended.len(), 8);
    assert!(row.themes_credited.is_empty());
    // 27 planned minutes, studied in five sixths of them.
    assert_eq!((facts.themes[0].planned_minutes, facts.themes[0].real_minutes), (27, 23));
    assert_eq!(row.theme_minutes["teema-1"], 23);
    assert!(row.signed_out && row.signature_out.is_some());
}

#[test]
fn credited_themes_are_told_apart_with_their_ground_and_bound_to_the_row() {
    let facts = facts_of(&credited_alone().state());
    let row = &facts.participants[0];
    assert_eq!(row.themes_attended, ["teema-1", "teema-4", "teema-6", "teema-7", "teema-8"]);
    let credited: Vec<(&str, u32)> =
        row.themes_credited.iter().map(|credited| (credited.theme.as_str(), credited.revision)).collect();
    assert_eq!(credited, [("teema-2", 3), ("teema-3", 1), ("teema-5", 3)]);
    assert!(row.themes_credited.iter().all(|credited| credited.attended_on == date(2025, 10, 1)));
    assert_eq!(facts.grounds_of_credits().len(), 1);
    assert_eq!(facts.grounds_of_credits()[0].register, "4d".repeat(32));
    let mut without = row.clone();
    without.themes_credited.pop();
    assert_ne!(row_digest(&facts.session, &without), row.digest);
    assert_eq!(row_digest(&facts.session, row), row.digest);
    assert_eq!(Facts::from_json(&facts.to_json()).unwrap(), facts);
}

#[test]
fn a_room_says_nothing_of_what_it_is_not() {
    let json = String::from_utf8(gathered(&Made::of(3)).to_json()).unwrap();
    assert!(json.contains("\"version\": 2"));
    for field in ["\"form\"", "\"ground\"", "\"themes_credited\""] {
        assert!(!json.contains(field), "{field} is in {json}");
    }
    let on = facts_of(&passed_on(&Made::of(3)));
    assert_eq!(Facts::from_json(&on.to_json()).unwrap().ground.unwrap().name, "Taina Tarkka");
}

#[test]
fn version_1_cannot_speak_of_self_study_and_version_4_is_not_known() {
    let mut facts = facts_of(&credited_alone().state());
    facts.version = 1;
    assert!(matches!(Facts::from_json(&facts.to_json()), Err(FormError::NotARegister(_))));
    facts.version = 4;
    assert_eq!(Facts::from_json(&facts.to_json()), Err(FormError::Version(4)));
    let mut room = gathered(&Made::of(2));
    room.version = 1;
    assert_eq!(Facts::from_json(&room.to_json()).as_ref(), Ok(&room));
}

#[test]
fn the_register_of_version_1_has_the_table_that_it_always_had() {
    let facts = check(&fixture("version-1.pdf")).facts.unwrap();
    let folder = tempfile::tempdir().unwrap();
    let register = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/registers/version-1.pdf");
    let detached = std::process::Command::new("pdfdetach")
        .args(["-saveall", "-o"])
        .arg(folder.path())
        .arg(register)
        .status()
        .expect("pdfdetach is missing: run tests/run");
    assert!(detached.success());
    let attached = |name: &str| std::fs::read(folder.path().join(name)).unwrap();
    // Two things have got another word since.
    let then = String::from_utf8(attached("register.csv")).unwrap();
    let then = then.replace(";Rooli;", ";Tehtävä;").replace(";paperilla;", ";lomakkeella;");
    assert_eq!(String::from_utf8(table::csv(&facts)).unwrap(), then);
    assert_eq!(String::from_utf8(facts.to_json()).unwrap(), String::from_utf8(attached("register.json")).unwrap());
}

#[test]
fn a_signed_self_study_is_fine_and_the_check_says_what_it_is() {
    let verdict = check(&signed(&facts_of(&credited_alone().state())));
    assert!(verdict.is_fine(), "{verdict:?}");
    assert_eq!(verdict.data, DataCheck::Same);
    let said = |lang| {
        let [_, _, data, _] = verdict.answers(lang);
        data.more.iter().map(|more| more.text(lang)).collect::<Vec<_>>().join("\n")
    };
    let (fi, en) = (said(Lang::Fi), said(Lang::En));
    for phrase in
        ["Itseopiskelu", "vain aktiivista aikaa", "3 teemaa luettiin hyväksi", "1.10.2025", "4d4d4d", "ei luotettu"]
    {
        assert!(fi.contains(phrase), "{phrase} is not in: {fi}");
    }
    for phrase in ["Self-study", "active time only", "3 themes were credited", "1 October 2025", "not trusted"] {
        assert!(en.contains(phrase), "{phrase} is not in: {en}");
    }
    let [_, _, data, _] = check(&signed(&facts_of(&passed_on(&Made::of(2))))).answers(Lang::Fi);
    let told: Vec<String> = data.more.iter().map(|more| more.text(Lang::Fi)).collect();
    assert!(told[0].contains("Hänen oma rekisterinsä: Taina Tarkka"), "{told:?}");
    // A common room has nothing of the kind to say.
    assert!(check(&SIGNED.bytes).answers(Lang::Fi)[2].more.is_empty());
}

#[test]
fn a_credit_for_another_revision_contradicts_the_register() {
    let mut facts = facts_of(&credited_alone().state());
    facts.participants[0].themes_credited[0].revision += 1;
    facts.participants[0].digest = row_digest(&facts.session, &facts.participants[0]);
    assert_eq!(check(&signed(&facts)).data, DataCheck::Differs(vec![Difference::Credit(1)]));
}

#[test]
fn the_pages_say_self_study_active_time_and_what_was_credited() {
    for (name, alone, phrases) in [
        (
            "alone-fi",
            credited_alone(),
            [
                "Osallistujarekisteri – itseopiskelu",
                "Aktiivinen aika",
                "omalla koneella",
                "aiemmin: 2–3, 5",
                "Aiemmin suoritetut teemat",
            ],
        ),
        (
            "alone-en",
            credited_alone().in_language("en"),
            ["self-study", "Active time", "at own computer", "earlier: 2–3, 5", "Themes credited"],
        ),
    ] {
        let pdf = printed_facts(&facts_of(&alone.state()));
        keep(name, &pdf);
        let said = text_of(&pdf);
        for phrase in phrases {
            assert!(said.contains(phrase), "{phrase} is not in: {said}");
        }
        for absent in ["Perehdyttäjä ", "Trainer", "Paikalla", "Present"] {
            assert!(!said.contains(absent), "{absent} is in: {said}");
        }
    }
}

#[test]
fn a_room_that_rests_on_a_ground_names_it_on_its_pages() {
    for (name, made, phrase) in [
        ("ground-fi", Made::of(8), "Perehdyttäjän oma rekisteri"),
        ("ground-en", Made::of(8).in_language("en"), "The trainer’s own register"),
    ] {
        let pdf = printed_facts(&facts_of(&passed_on(&made)));
        keep(name, &pdf);
        let said = text_of(&pdf);
        assert!(said.contains(phrase) && said.contains("4d4d4d4d"), "{said}");
    }
}

#[test]
fn a_long_study_in_many_sittings_still_fits_its_row() {
    let mut facts = facts_of(&Alone::new().state());
    let stay = facts.participants[0].stays[0].clone();
    facts.participants[0].stays = (1..=28)
        .map(|day| {
            let on = |moment: &str| format!("2026-10-{day:02}{}", &moment[10..]);
            perehdytin::register::facts::Stay { from: on(&stay.from), to: on(&stay.to) }
        })
        .collect();
    let pdf = printed_facts(&facts);
    keep("alone-long", &pdf);
    assert!(text_of(&pdf).contains("28 päivänä"));
}

#[test]
fn the_tables_tell_the_form_and_the_earlier_registers() {
    let csv = String::from_utf8(table::csv(&facts_of(&credited_alone().state()))).unwrap();
    let lines: Vec<&str> = csv.lines().collect();
    assert!(lines[0].ends_with(";Rivin tiiviste;Toteutus;Aiempi rekisteri"), "{csv}");
    assert!(lines[1].ends_with(&format!(";Itseopiskelu;{}", "4d".repeat(32))), "{csv}");
    assert_eq!(lines[1].matches(";aiemmin 2025-10-01").count(), 3, "{csv}");
    assert!(lines[1].contains(";omalla koneella;"), "{csv}");
    let room = String::from_utf8(table::csv(&gathered(&Made::of(1)))).unwrap();
    assert!(room.lines().nth(1).unwrap().ends_with(";Perehdytystilaisuus;"), "{room}");
    let on = String::from_utf8(table::csv(&facts_of(&passed_on(&Made::of(1))))).unwrap();
    assert!(on.contains(&format!(";Oman tiimin perehdytys;{}", "4d".repeat(32))), "{on}");
}
