//! Closed sessions made in memory, for the tests and measurements of the register.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use jiff::SignedDuration;
use jiff::Timestamp;
use perehdytin::pack::{
    Block, Checklist, ChoiceOption, CourseKind, CoursePack, Discussion, Feedback, FeedbackKind, FeedbackQuestion,
    FinalTest, GuideSection, OrderItem, Question, QuestionBody, ScenarioOption, Slide, Step, StepBody, Theme,
    ThemeOrder,
};
use perehdytin::profile::{Contact, IdentifierKind, Profile, Promise};
use perehdytin::quiz::{self, Answer};
use perehdytin::session::{
    Amendment, Attempt, AttemptResult, Change, Channel, Correction, Details, FeedbackAnswer, FeedbackForm, Form, Item,
    ItemId, Manner, Participant, ParticipantId, Place, QuestionState, Round, Script, Setup, Signature, State, Stay,
    Visit,
};
use perehdytin::text::{Id, LangTag, Text};

/// What the made session is like.
#[derive(Clone, Debug)]
pub(crate) struct Made {
    pub(crate) language: &'static str,
    pub(crate) rehearsal: bool,
    pub(crate) identifier: IdentifierKind,
    pub(crate) people: Vec<Details>,
    /// Only these themes; empty for the whole course.
    pub(crate) themes: Vec<Id>,
}

impl Made {
    pub(crate) fn of(count: usize) -> Self {
        Self {
            language: "fi",
            rehearsal: false,
            identifier: IdentifierKind::None,
            people: people(count),
            themes: Vec::new(),
        }
    }

    pub(crate) fn names(names: &[&str]) -> Self {
        let people = names
            .iter()
            .map(|name| Details {
                name: (*name).to_owned(),
                company: "Kaivuu ja Kaapeli Oy".to_owned(),
                role: "asentaja".to_owned(),
                identifier: None,
            })
            .collect();
        Self { people, ..Self::of(0) }
    }

    pub(crate) fn in_language(self, language: &'static str) -> Self {
        Self { language, ..self }
    }

    pub(crate) fn only(self, themes: &[&str]) -> Self {
        Self { themes: themes.iter().map(|id| (*id).into()).collect(), ..self }
    }

    pub(crate) fn rehearsal(self) -> Self {
        Self { rehearsal: true, ..self }
    }

    pub(crate) fn with_tax_numbers(mut self) -> Self {
        self.identifier = IdentifierKind::TaxNumber;
        for (at, person) in self.people.iter_mut().enumerate() {
            person.identifier = Some(format!("1000{at:08}"));
        }
        self
    }

    /// The closed session.
    pub(crate) fn state(&self) -> State {
        let pack = Arc::new(course());
        let profile = Arc::clone(&pack.example_profile);
        let opened = at(0);
        let setup = Setup {
            session: "5e".repeat(16),
            rehearsal: self.rehearsal,
            course: pack.id.clone(),
            course_title: pack.title.get(&tag(self.language)).to_owned(),
            course_revision: pack.revision,
            course_digest: pack.digest.clone(),
            language: tag(self.language),
            subscriber: "Esimerkkilän Energia Oy".to_owned(),
            organiser: "Esimerkkilän Energia Oy, asiakaspalvelu".to_owned(),
            place: "Esimerkkilän kerhotalo, Koulukatu 3".to_owned(),
            trainer: "Taina Tarkka".to_owned(),
            time_zone: "Europe/Helsinki".to_owned(),
            identifier: self.identifier,
            seed: 20_261_123,
            expected: Vec::new(),
            form: Form::Room,
            ground: None,
            themes: self.themes.clone(),
        };
        let mut state = State::open(Script { pack: Arc::clone(&pack), profile }, opened, setup);
        let pack = Arc::clone(&state.script.pack);
        state.started_at = Some(at(10));
        let mut minute = 10;
        for (_, step) in pack.steps() {
            state.visits.push(Visit { place: Place::Step(step.id.clone()), from: at(minute) });
            minute += i64::from(step.minutes);
        }
        let end = minute + 25;
        state.visits.push(Visit { place: Place::FinalTest, from: at(minute) });
        state.pauses.push((at(40), Some(at(43))));
        state.skipped.insert("t3-s3".into(), "Katsottiin jo edellisessä teemassa".to_owned());
        for (index, details) in self.people.iter().enumerate() {
            let participant = person(&state, index, details, minute, end);
            state.participants.insert(participant.id, Arc::new(participant));
        }
        amend(&mut state, end);
        answer_in_the_room(&mut state);
        talk(&mut state);
        state.place = Place::SignOut;
        state.closed_at = Some(at(end));
        state.events = 1_000;
        state
    }
}

fn tag(tag: &str) -> LangTag {
    LangTag(tag.into())
}

/// Minutes after 8:45 at the place.
pub(crate) fn at(minute: i64) -> Timestamp {
    "2026-11-23T06:45:00Z".parse::<Timestamp>().unwrap() + SignedDuration::from_mins(minute)
}

pub(crate) fn text(fi: &str, en: &str) -> Text {
    Text([(tag("fi"), fi.to_owned()), (tag("en"), en.to_owned())].into())
}

fn people(count: usize) -> Vec<Details> {
    let first =
        ["Aino", "Väinö", "Ирина", "Õnne", "Šarūnas", "Mohammed", "Åsa-Maria", "Per-Øystein", "Żaneta", "Ylermi"];
    let last = ["Mäkinen", "Äyräväinen-Lehtovirta", "Смирнова", "Kõiv", "Žukauskas", "Al-Farsi", "Öhman", "Bjørnstad"];
    let companies =
        ["Kaivuu ja Kaapeli Oy", "Sähköurakointi Virtanen & Pojat Ky", "Nordic Grid Services AB, Suomen sivuliike"];
    let roles = ["asentaja", "työnjohtaja", "kaivinkoneen kuljettaja"];
    (0..count)
        .map(|at| Details {
            name: format!("{} {}", first[at % first.len()], last[(at * 3 + at / 10) % last.len()]),
            company: companies[at % companies.len()].to_owned(),
            role: roles[at % roles.len()].to_owned(),
            identifier: None,
        })
        .collect()
}

/// A scribble of a few hundred points, another for each seed.
pub(crate) fn scribble(seed: usize) -> Signature {
    let mut stroke = Vec::new();
    for step in 0..140_usize {
        let t = step as f64 / 139.0;
        let x = 20.0 + t * 360.0 + 18.0 * ((seed + 3) as f64 * t * 7.0).sin();
        let y = 70.0 + 45.0 * ((seed % 5 + 4) as f64 * t * 6.0 + seed as f64).sin() * (1.0 - 0.6 * t);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the pad")]
        stroke.push([x.clamp(0.0, 400.0) as u16, y.clamp(0.0, 140.0) as u16]);
    }
    Signature { width: 400, height: 140, strokes: vec![stroke, vec![[300, 30]]] }
}

fn person(state: &State, index: usize, details: &Details, test: i64, end: i64) -> Participant {
    let id = ParticipantId(u32::try_from(index).unwrap() + 1);
    let stays = match index % 9 {
        4 => vec![Stay { from: at(47), to: Some(at(end)) }],
        6 => vec![Stay { from: at(3), to: Some(at(60)) }, Stay { from: at(95), to: Some(at(end)) }],
        8 => vec![Stay { from: at(5), to: Some(at(test - 20)) }],
        _ => vec![Stay { from: at(2), to: Some(at(end)) }],
    };
    let mut attempts = Vec::new();
    if index % 9 != 8 {
        let wrong = index % 7;
        attempts.push(attempt(state, id, 1, wrong, manner(index), at(test + 12), &BTreeSet::new()));
        if wrong > 3 {
            let earlier = attempts[0].paper.questions.iter().map(|drawn| drawn.question.clone()).collect();
            let oral = Manner::Oral { witness: "Taina Tarkka".to_owned() };
            attempts.push(attempt(state, id, 2, wrong - 3, oral, at(test + 20), &earlier));
        }
    }
    Participant {
        id,
        details: details.clone(),
        signature: scribble(index),
        signature_out: (index % 9 != 8).then(|| scribble(index + 1)),
        channel: Channel::Desk,
        stays,
        signed_out: index % 9 != 8,
        removed: None,
        merged_into: None,
        attempts,
        handout_to: None,
    }
}

fn manner(index: usize) -> Manner {
    if index % 4 == 3 { Manner::Paper } else { Manner::Desk }
}

/// An attempt whose first `wrong` questions are answered wrongly.
fn attempt(
    state: &State,
    id: ParticipantId,
    number: u32,
    wrong: usize,
    manner: Manner,
    handed_in: Timestamp,
    earlier: &BTreeSet<Id>,
) -> Attempt {
    let pack = &state.script.pack;
    let paper = quiz::draw(pack, state.setup.seed, id.0, number, earlier);
    let mut answers = BTreeMap::new();
    for (at, drawn) in paper.questions.iter().enumerate() {
        let (_, question) = pack.test_question(&drawn.question).unwrap();
        answers.insert(drawn.question.clone(), answer(question, at >= wrong));
    }
    let total = paper.questions.len();
    let correct = total - wrong.min(total);
    let passed = correct * 100 >= total * usize::from(pack.final_test.unwrap().pass_percent);
    Attempt {
        number,
        manner,
        paper: Arc::new(paper),
        answers,
        started_at: handed_in - SignedDuration::from_mins(9),
        result: Some(AttemptResult { at: handed_in, correct, total, passed }),
        void: None,
    }
}

/// A right or a wrong answer.
pub(crate) fn answer(question: &Question, right: bool) -> Answer {
    match &question.body {
        QuestionBody::Statement { is_true, .. } => Answer::Truth(*is_true == right),
        QuestionBody::Choice { options, .. } => Answer::Options(
            options.iter().filter(|option| option.correct == right).map(|option| option.id.clone()).collect(),
        ),
        QuestionBody::Scenario { options, .. } => Answer::Options(
            options.iter().filter(|option| option.correct == right).map(|option| option.id.clone()).collect(),
        ),
        QuestionBody::Order { items, .. } => {
            let mut order: Vec<Id> = items.iter().map(|item| item.id.clone()).collect();
            if !right {
                order.reverse();
            }
            Answer::Order(order)
        }
    }
}

fn amend(state: &mut State, end: i64) {
    if state.participants.len() < 3 {
        return;
    }
    let before = Details { name: "Aino Mäkine".to_owned(), ..state.participants[&ParticipantId(1)].details.clone() };
    let after = state.participants[&ParticipantId(1)].details.clone();
    state.amendments = vec![
        Amendment {
            at: at(15),
            participant: ParticipantId(1),
            change: Change::Corrected { before: Correction::Details(before), after: Correction::Details(after) },
            reason: "Kirjoitusvirhe nimessä".to_owned(),
        },
        Amendment {
            at: at(end - 5),
            participant: ParticipantId(2),
            change: Change::Corrected { before: Correction::Arrival(at(9)), after: Correction::Arrival(at(2)) },
            reason: "Tuli ajoissa, mutta kirjautui vasta tauolla".to_owned(),
        },
    ];
}

fn answer_in_the_room(state: &mut State) {
    let pack = Arc::clone(&state.script.pack);
    for (number, (_, step)) in pack.steps().filter(|(_, step)| step.question().is_some()).enumerate() {
        let question = step.question().unwrap();
        let mut rounds = Vec::new();
        for round in 0..if number % 3 == 0 { 2 } else { 1 } {
            let answers = state
                .participants
                .keys()
                .filter(|id| id.0 % 5 != 0)
                .map(|id| {
                    let right = !(id.0 as usize + number + round * 2).is_multiple_of(3);
                    (*id, (answer(question, right), Channel::Desk))
                })
                .collect();
            rounds.push(Round { is_open: false, is_revealed: true, answers, hands: BTreeMap::new() });
        }
        state.questions.insert(step.id.clone(), Arc::new(QuestionState { rounds }));
    }
}

fn talk(state: &mut State) {
    let said = [
        "Aikataulumuutoksesta pitäisi tulla tekstiviesti myös asentajalle, ei vain työnjohtajalle.",
        "Yhteydenottokortteja on oltava jokaisessa autossa.",
        "Kuka vastaa, kun asiakas kysyy laskusta ja palvelunumero on kiinni?",
    ];
    for (at_item, text) in (1_u32..).zip(said) {
        let item = Item { id: ItemId(at_item), text: text.to_owned(), step: Some("t1-d".into()), at: at(30) };
        state.items.insert(item.id, item);
    }
    for form in 0..state.participants.len() {
        let mut answers = BTreeMap::new();
        answers.insert(Id::from("usefulness"), FeedbackAnswer::Scale(u8::try_from(form % 4).unwrap() + 2));
        if form % 4 == 0 {
            answers.insert(
                Id::from("better"),
                FeedbackAnswer::Text(format!("Lisää esimerkkejä pihoilta, kiitos. ({form})")),
            );
        }
        let key = format!("{:032x}", (form as u128 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835));
        Arc::make_mut(&mut state.feedback).insert(key.clone(), FeedbackForm { key, answers });
    }
}

/// A course of eight themes with everything a sheet may have to print.
pub(crate) fn course() -> CoursePack {
    let titles = [
        ("Mitä hyvä palvelu on tässä työssä", "What good service means in this job"),
        ("Kenen asialla olet", "Whom you represent"),
        ("Asiakkuuden hoidon toimintamalli ja palvelulupaukset", "The customer care model and the service promises"),
        ("Roolit ja asiakirjat liittymän toimituksessa", "Roles and documents when a connection is delivered"),
        ("Asiakkaan kohtaaminen", "Meeting the customer"),
        ("Kun aikataulu pettää", "When the schedule fails"),
        ("Mihin saa vastata", "What may be answered"),
        ("Palaute ja reklamaatiot", "Feedback and complaints"),
    ];
    let themes = titles.iter().enumerate().map(|(at, (fi, en))| theme(at + 1, fi, en)).collect();
    CoursePack {
        root: PathBuf::new(),
        id: "koe-kurssi".into(),
        kind: CourseKind::Induction,
        revision: 3,
        digest: "c0".repeat(32),
        languages: vec![tag("fi"), tag("en")],
        title: text("Laadukas asiakaspalvelu asiakkaan luona", "Good customer service at the customer’s"),
        summary: text("Perehdytys ennen ensimmäistä asiakaskäyntiä.", "Induction before the first visit."),
        example_profile: Arc::new(profile()),
        themes,
        theme_order: ThemeOrder::Any,
        new_employer: perehdytin::pack::NewEmployer::Keep,
        attendance_percent: 80,
        validity_months: Some(36),
        final_test: Some(FinalTest { draw: 8, pass_percent: 60, attempts: 2, minutes: 15, at_least_per_theme: 1 }),
        feedback: Some(Feedback {
            minutes: 5,
            questions: vec![
                FeedbackQuestion {
                    id: "usefulness".into(),
                    text: text(
                        "Kuinka hyödyllinen perehdytys oli työsi kannalta?",
                        "How useful was this for your work?",
                    ),
                    kind: FeedbackKind::Scale {
                        low: text("ei lainkaan", "not at all"),
                        high: text("erittäin", "very"),
                    },
                },
                FeedbackQuestion {
                    id: "better".into(),
                    text: text("Mitä tekisit toisin?", "What would you do differently?"),
                    kind: FeedbackKind::FreeText,
                },
            ],
        }),
        checklist: Checklist::default(),
        part_of: None,
        pocket_guide: vec![
            GuideSection {
                title: text("Kukaan ei avaa ovea", "Nobody opens the door"),
                lines: vec![
                    text("Soita asiakkaalle.", "Call the customer."),
                    text("Jätä yhteydenottokortti.", "Leave a contact card."),
                    text("Kirjaa käynti ja kerro työnjohtajalle.", "Record the visit and tell your foreman."),
                ],
            },
            GuideSection {
                title: text("Asiakas kysyy laskusta", "The customer asks about the bill"),
                lines: vec![text(
                    "Älä arvioi hintaa. Anna asiakaspalvelun numero.",
                    "Do not judge the price. Give the customer service number.",
                )],
            },
        ],
    }
}

fn profile() -> Profile {
    Profile {
        id: "esimerkkila".into(),
        example: true,
        name: text("Esimerkkilän Energia Oy", "Esimerkkilä Energy Ltd"),
        forms: BTreeMap::new(),
        logo: None,
        accent: [0, 105, 92],
        identifier: IdentifierKind::None,
        contacts: vec![Contact {
            id: "customer_service".into(),
            name: text("Asiakaspalvelu", "Customer service"),
            phone: Some("0200 123 456".to_owned()),
            email: Some("palvelu@esimerkki.example".to_owned()),
            web: Some("esimerkki.example".to_owned()),
            hours: Some(text("ma–pe 8–16", "Mon–Fri 8–16")),
            address: Some(text("Koulukatu 3, Esimerkkilä", "Koulukatu 3, Esimerkkilä")),
        }],
        promises: vec![Promise {
            id: "planned_outage_notice".into(),
            title: text("Suunnitellusta keskeytyksestä ilmoitetaan", "Notice of a planned outage"),
            value: text("3 päivää ennen", "3 days before"),
            forms: BTreeMap::new(),
            compensation: Some(text("20 € hyvitys", "€20 back")),
        }],
        values: Vec::new(),
        may_answer: vec![text("Mitä työtä teet ja kauanko se kestää", "What you are doing and how long it takes")],
        must_not_answer: vec![text("Laskun suuruus", "The size of the bill")],
    }
}

fn step(id: &str, minutes: u32, body: StepBody) -> Step {
    let notes =
        text("Kerro oma esimerkki.\n\nKysy, kenelle on käynyt näin.", "Tell an example.\n\nAsk who has seen this.");
    Step { id: id.into(), minutes, branch_only: false, notes, reading: None, body }
}

fn theme(number: usize, fi: &str, en: &str) -> Theme {
    let id = |suffix: &str| format!("t{number}-{suffix}");
    let slide = Slide {
        title: text("Asiakas muistaa ihmisen, ei kaapelia", "The customer remembers the person, not the cable"),
        blocks: vec![
            Block::Paragraph(text(
                "Tarve on sähkö. Odotus on, että asia hoituu.",
                "The need is power. The expectation is care.",
            )),
            Block::Bullets(vec![
                text("Kerro kuka olet", "Say who you are"),
                text("Kerro mitä teet", "Say what you do"),
                text("Kerro milloin olet valmis", "Say when you are done"),
            ]),
            Block::Promises(vec!["planned_outage_notice".into()]),
        ],
    };
    let mut steps = vec![
        step(&id("s1"), 8, StepBody::Slide(slide.clone())),
        step(&id("q"), 4, StepBody::Question(scenario(&id("q")))),
        step(&id("s2"), 7, StepBody::Slide(slide.clone())),
        step(&id("s3"), 3, StepBody::Slide(slide)),
        step(
            &id("d"),
            5,
            StepBody::Discussion(Discussion {
                title: text("Missä meillä takkuaa?", "Where do we stumble?"),
                prompt: text("Mikä asiakaskäynti jäi mieleen?", "Which visit do you remember?"),
                vote_again: None,
            }),
        ),
    ];
    if number.is_multiple_of(3) {
        steps.push(step(&id("b"), 15, StepBody::Break { title: text("Kahvi", "Coffee") }));
    }
    Theme {
        id: format!("teema-{number}").as_str().into(),
        file: format!("{number:02}.ron"),
        revision: u32::try_from(number % 3).unwrap() + 1,
        digest: format!("{number:02x}").repeat(32),
        title: text(fi, en),
        takeaway: text("Asiakkaalle sinä olet energiayhtiö.", "To the customer you are the energy company."),
        steps,
        test: vec![statement(&id("k1")), choice(&id("k2")), order(&id("k3"))],
    }
}

fn scenario(id: &str) -> Question {
    let option = |option: &str, fi: &str, en: &str, correct: bool| ScenarioOption {
        id: option.into(),
        text: text(fi, en),
        correct,
        why: text("Näin asiakas tietää, mitä tapahtuu.", "So the customer knows what happens."),
        customer: text("Luottaa.", "Trusts."),
        subscriber: text("Ei reklamaatiota.", "No complaint."),
        contractor: text("Ei turhaa käyntiä.", "No wasted visit."),
        leads_to: None,
    };
    Question {
        id: id.into(),
        body: QuestionBody::Scenario {
            title: text("Portti on kiinni", "The gate is closed"),
            situation: text(
                "Kello on kahdeksan. Pihan portti on lukossa ja koira haukkuu.",
                "It is eight. The gate is locked and a dog barks.",
            ),
            question: text("Mitä teet?", "What do you do?"),
            picture: None,
            options: vec![
                option("a", "Soitan asiakkaalle ja odotan portilla", "I call the customer and wait at the gate", true),
                option("b", "Hyppään portin yli", "I climb over", false),
                option("c", "Ajan seuraavaan kohteeseen", "I drive on", false),
            ],
        },
        taught_by: None,
    }
}

fn statement(id: &str) -> Question {
    Question {
        id: id.into(),
        body: QuestionBody::Statement {
            text: text("Asentaja voi arvioida asiakkaan laskun suuruuden.", "A fitter may judge the size of a bill."),
            is_true: false,
            explanation: text("Lasku kuuluu asiakaspalvelulle.", "Bills belong to customer service."),
        },
        taught_by: None,
    }
}

fn choice(id: &str) -> Question {
    let option = |option: &str, fi: &str, en: &str, correct: bool| ChoiceOption {
        id: option.into(),
        text: text(fi, en),
        correct,
        why: text("Siksi.", "That is why."),
    };
    Question {
        id: id.into(),
        body: QuestionBody::Choice {
            text: text("Mitkä näytät ovella?", "Which do you show at the door?"),
            options: vec![
                option("a", "Henkilökortin", "The ID card", true),
                option("b", "Palvelukortin", "The service card", true),
                option("c", "Urakkasopimuksen", "The contract", false),
            ],
        },
        taught_by: None,
    }
}

fn order(id: &str) -> Question {
    let item = |item: &str, fi: &str, en: &str| OrderItem { id: item.into(), text: text(fi, en) };
    Question {
        id: id.into(),
        body: QuestionBody::Order {
            text: text("Järjestä käynti.", "Put the visit in order."),
            items: vec![
                item("a", "Soitto edellisenä päivänä", "A call the day before"),
                item("b", "Esittäytyminen", "Introduction"),
                item("c", "Siivous", "Tidying"),
            ],
            explanation: text("Asiakas tietää ensin.", "The customer knows first."),
        },
        taught_by: None,
    }
}
