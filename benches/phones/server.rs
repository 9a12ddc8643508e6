//! The room: the real engine, journal and server, with a trainer that is told what to do over standard input.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::io::BufRead as _;
use std::sync::Arc;
use std::sync::Mutex;

use perehdytin::clock::Clock as _;
use perehdytin::clock::SystemClock;
use perehdytin::engine::Client;
use perehdytin::engine::Engine;
use perehdytin::engine::layout;
use perehdytin::files::DataFolder;
use perehdytin::journal;
use perehdytin::pack::QuestionBody;
use perehdytin::room::Plan;
use perehdytin::room::Room;
use perehdytin::session::Command;
use perehdytin::session::Event;
use perehdytin::session::ParticipantId;
use perehdytin::session::Place;
use perehdytin::text::Id;
use serde_json::Value;
use serde_json::json;

use crate::new_session::{new_session, script, shipped_course};

/// Who had answered whenever the trainer was shown a new snapshot of the open question.
type Seen = Arc<Mutex<Vec<(i128, Vec<ParticipantId>)>>>;

pub(crate) fn serve() {
    let root = tempfile::tempdir().unwrap();
    let data = DataFolder::open(root.path().to_owned()).unwrap();
    let engine =
        Engine::create(&data, new_session(script(&shipped_course())), Arc::new(SystemClock), Arc::new(|| {})).unwrap();
    let client = engine.client();
    let room = Room::open(engine.client(), Plan::loopback(), Arc::new(|| {})).unwrap();
    let mut questions = questions(&client).into_iter();
    let mut step = Id::from("");
    let (seen, trainer) = (Seen::default(), engine.client());
    let eyes = Arc::clone(&seen);
    let _watch = engine.watch(Arc::new(move || {
        let at = SystemClock.now().as_nanosecond();
        let snapshot = trainer.snapshot();
        let Place::Step(step) = &snapshot.state.place else { return };
        if let Some(round) = snapshot.state.round(step).filter(|round| round.is_open) {
            eyes.lock().unwrap().push((at, round.answers.keys().copied().collect()));
        }
    }));
    let status = room.status();
    let token = status.join_url.split('#').next_back().unwrap_or_default();
    println!("{}", json!({"address": status.address.to_string(), "token": token}));
    for line in std::io::stdin().lock().lines() {
        let answer = match line.unwrap().as_str() {
            "open" => {
                let (next, option) = questions.next().unwrap();
                step = next;
                open(&client, &seen, &step);
                json!({"step": step, "option": option})
            }
            "counted" => counted(&client, &seen, &step),
            "stored" => stored(&client),
            _ => {
                println!("null");
                return;
            }
        };
        println!("{answer}");
    }
}

/// The steps with options to choose from, each with its first option.
fn questions(client: &Client) -> Vec<(Id, Id)> {
    let snapshot = client.snapshot();
    let steps = snapshot.state.script.pack.steps().filter_map(|(_, step)| {
        let option = match &step.question()?.body {
            QuestionBody::Scenario { options, .. } => options.first()?.id.clone(),
            QuestionBody::Choice { options, .. } => options.first()?.id.clone(),
            QuestionBody::Statement { .. } | QuestionBody::Order { .. } => return None,
        };
        Some((step.id.clone(), option))
    });
    steps.collect()
}

fn open(client: &Client, seen: &Seen, step: &Id) {
    client.ask(Command::Go { to: Place::Step(step.clone()) }).unwrap();
    client.ask(Command::OpenQuestion { step: step.clone() }).unwrap();
    seen.lock().unwrap().clear();
}

/// When each answer was in the trainer's count; then the question is over.
fn counted(client: &Client, seen: &Seen, step: &Id) -> Value {
    let snapshot = client.snapshot();
    // Phones know their own number alone, and are named by it.
    let number = |participant| {
        let name = &snapshot.state.participants[&participant].details.name;
        name.rsplit(' ').next().unwrap_or_default().to_owned()
    };
    let mut times: BTreeMap<String, i128> = BTreeMap::new();
    for (at, answered) in seen.lock().unwrap().drain(..) {
        for participant in answered {
            times.entry(number(participant)).or_insert(at);
        }
    }
    client.ask(Command::Reveal { step: step.clone() }).unwrap();
    Value::Object(times.into_iter().map(|(number, at)| (number, json!(at))).collect())
}

/// How many answers are in the database, and how many of them are of different people or questions.
fn stored(client: &Client) -> Value {
    let record = journal::read(&layout::journal(&client.snapshot().folder)).unwrap();
    let answers: Vec<(&Id, u32)> = record
        .events
        .iter()
        .filter_map(|entry| match &entry.event {
            Event::Answered { step, participant, .. } => Some((step, participant.0)),
            _ => None,
        })
        .collect();
    let distinct: BTreeSet<&(&Id, u32)> = answers.iter().collect();
    json!({"all": answers.len(), "distinct": distinct.len()})
}
