//! A real process is killed with SIGKILL at random points of a scripted session: whatever it had
//! acknowledged must be in the journal, the chain must hold, and the next process must go on.

use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::Command as Process;
use std::sync::Arc;
use std::time::Duration;

use perehdytin::clock::SystemClock;
use perehdytin::engine;
use perehdytin::engine::Client;
use perehdytin::engine::Engine;
use perehdytin::engine::layout;
use perehdytin::engine::list_sessions;
use perehdytin::files::DataFolder;
use perehdytin::journal;
use perehdytin::journal::Chain;
use perehdytin::journal::Record;
use perehdytin::quiz;
use perehdytin::quiz::Random;
use perehdytin::session::{
    Answer, Channel, Command, Correction, Details, Event, FeedbackAnswer, FeedbackForm, ItemId, Manner, ParticipantId,
    PhoneKey, Place, State,
};
use perehdytin::text::Id;

use crate::kill_support::{Doomed, process_of};
use crate::session_support::{drawn, new_session, nobody, script, sign_in, small_course};

/// How many processes are killed while they play.
const KILLS: usize = 200;
/// How many of them play one session one after another.
const KILLS_A_SESSION: usize = 20;
/// From which of them on the session is being closed.
const CLOSING_FROM: usize = 17;

const FOLDER: &str = "PEREHDYTIN_TEST_SESSION";
const CLOSING: &str = "PEREHDYTIN_TEST_CLOSING";

#[test]
fn nothing_acknowledged_is_lost_when_the_process_is_killed() {
    let halves = std::thread::scope(|scope| {
        let half = |number: usize| move || kill_sessions(number, KILLS / 2);
        let halves = [scope.spawn(half(0)), scope.spawn(half(1))];
        halves.map(|half| half.join().unwrap())
    });
    let [one, two] = halves;
    let (kills, acknowledged) = (one.0 + two.0, one.1 + two.1);
    assert_eq!(kills, KILLS);
    // Were hardly anything acknowledged before a kill, the test would prove nothing.
    assert!(acknowledged > KILLS * 4, "only {acknowledged} acknowledged over {kills} kills");
}

/// Plays and kills; returns how many were killed and how much they had acknowledged.
fn kill_sessions(half: usize, kills: usize) -> (usize, usize) {
    let root = tempfile::tempdir().unwrap();
    let data = DataFolder::open(root.path().to_owned()).unwrap();
    let mut random = Random::new("kill test", &[&half.to_le_bytes()]);
    let (mut killed, mut acknowledged) = (0, 0);
    while killed < kills {
        let new = new_session(script(&small_course()));
        let engine = Engine::create(&data, new, Arc::new(SystemClock), nobody()).unwrap();
        let folder = engine.client().snapshot().folder.to_path_buf();
        drop(engine);
        for life in 0..KILLS_A_SESSION.min(kills - killed) {
            let is_closing = life >= CLOSING_FROM;
            let known = play_and_kill(&folder, is_closing, &mut random);
            acknowledged += known.len();
            check(&folder, &known);
            killed += 1;
        }
        let engine = Engine::resume(&folder, Arc::new(SystemClock), nobody()).unwrap();
        if engine.client().snapshot().state.closed_at.is_none() {
            engine.client().ask(Command::Close).unwrap();
        }
        drop(engine);
        assert!(journal::read(&layout::journal(&folder)).unwrap().is_closed());
    }
    (killed, acknowledged)
}

/// Starts a process on the session, lets it play for a random while, and kills it; returns what it
/// acknowledged.
fn play_and_kill(folder: &Path, is_closing: bool, random: &mut Random) -> Vec<Acknowledged> {
    let process = Doomed::start(process(folder, is_closing));
    let mut known = Vec::new();
    // Some are killed before they have opened the journal, most after so many acknowledgements.
    if random.chance(90) {
        let wanted = random.below(30);
        // One that only closes ends by itself.
        while known.len() <= wanted
            && let Some(line) = process.line()
        {
            known.extend(Acknowledged::read(&line));
            if is_closing {
                break;
            }
        }
    }
    let rest = process.kill_after(random.below(12_000));
    known.extend(rest.iter().filter_map(|line| Acknowledged::read(line)));
    known
}

fn process(folder: &Path, is_closing: bool) -> Process {
    let mut process = process_of("kill_real_process::the_process_that_is_killed");
    process.env(FOLDER, folder);
    if is_closing {
        process.env(CLOSING, "1");
    }
    process
}

/// What a process told before it was killed.
#[derive(Debug)]
enum Acknowledged {
    /// The journal was this long and had this head.
    Events(u64, String),
    /// This feedback form was taken.
    Form(String),
}

impl Acknowledged {
    fn read(line: &str) -> Option<Self> {
        // The harness may have begun the line.
        let words: Vec<&str> = line[line.find("ack ")?..].split(' ').collect();
        match words[..] {
            ["ack", "events", length, head] if head.len() == 64 => {
                Some(Self::Events(length.parse().ok()?, head.to_owned()))
            }
            ["ack", "form", key] if key.len() == 32 => Some(Self::Form(key.to_owned())),
            _ => None,
        }
    }
}

/// Everything acknowledged is in the journal, in its place, and the chain holds.
fn check(folder: &Path, known: &[Acknowledged]) {
    let record = journal::read(&layout::journal(folder)).unwrap();
    let heads = heads(&record);
    let mut phones = BTreeSet::new();
    for entry in &record.events {
        if let Event::SignedIn { phone: Some(phone), .. } = &entry.event {
            assert!(phones.insert(phone), "a phone signed in twice, and nobody was removed");
        }
    }
    let forms: BTreeSet<&str> = record.feedback.iter().map(|form| form.key.as_str()).collect();
    for acknowledged in known {
        match acknowledged {
            Acknowledged::Events(length, head) => {
                let index = usize::try_from(*length).unwrap() - 1;
                assert_eq!(heads.get(index), Some(head), "of {} events the {length}. is another", heads.len());
            }
            Acknowledged::Form(key) => assert!(forms.contains(key.as_str()), "the form {key} is lost"),
        }
    }
}

/// The chain's head after each event, computed from what replay gives.
pub(crate) fn heads(record: &Record) -> Vec<String> {
    let (_, setup) = record.opening().unwrap();
    let mut chain = Chain::new(&setup.session);
    let heads = record.events.iter().map(|entry| {
        chain.extend(&serde_json::to_string(entry).unwrap());
        chain.head()
    });
    heads.collect()
}

#[test]
#[ignore = "it is the process that the other test kills"]
fn the_process_that_is_killed() {
    let folder = PathBuf::from(std::env::var_os(FOLDER).expect("started by the test that kills"));
    let engine = Engine::resume(&folder, Arc::new(SystemClock), nobody()).unwrap();
    let say = |line: String| {
        let mut out = std::io::stdout().lock();
        writeln!(out, "{line}").unwrap();
        out.flush().unwrap();
    };
    if std::env::var_os(CLOSING).is_some() {
        say("closing".to_owned());
        if let Ok(snapshot) = engine.client().ask(Command::Close) {
            say(format!("ack events {} {}", snapshot.journal_length, snapshot.journal_head));
        }
        return;
    }
    // Two desks at once, so that commands share commits.
    std::thread::scope(|scope| {
        for desk in 0..2 {
            let client = engine.client();
            let say = &say;
            scope.spawn(move || {
                for turn in 0.. {
                    play(&client, desk, turn, say);
                }
            });
        }
    });
}

/// One command of the script, and its acknowledgement; a refusal is none.
fn play(client: &Client, desk: u32, turn: usize, say: &impl Fn(String)) {
    let command = next(&client.snapshot().state, desk, turn);
    let form = match &command {
        Command::GiveFeedback(form) => Some(form.key.clone()),
        _ => None,
    };
    match (client.ask(command), form) {
        (Ok(_), Some(key)) => say(format!("ack form {key}")),
        (Ok(snapshot), None) => say(format!("ack events {} {}", snapshot.journal_length, snapshot.journal_head)),
        (Err(engine::AskError::Refused(_)), _) => {}
        (Err(error), _) => panic!("{error}"),
    }
}

/// An answer to the question of `step`.
fn fitting(state: &State, step: &Id) -> Answer {
    let (_, asked) = state.script.pack.step(step).unwrap();
    quiz::options(asked.question().unwrap())
        .first()
        .map_or(Answer::Truth(true), |option| Answer::Options([option.clone()].into()))
}

/// What a desk asks in its turn.
fn next(state: &State, desk: u32, turn: usize) -> Command {
    let steps: Vec<Id> = state.script.pack.steps().map(|(_, step)| step.id.clone()).collect();
    let questions: Vec<Id> = state
        .script
        .pack
        .steps()
        .filter(|(_, step)| step.question().is_some())
        .map(|(_, step)| step.id.clone())
        .collect();
    let events = usize::try_from(state.events).unwrap();
    let step = steps[events % steps.len()].clone();
    let question = questions[turn % questions.len()].clone();
    let people = u32::try_from(state.participants.len()).unwrap().max(1);
    let participant = ParticipantId(1 + u32::try_from(events).unwrap() % people);
    let reason = || "Kirjattiin väärin".to_owned();
    match turn % 19 {
        0 => sign_in(&format!("Osallistuja {desk} {events}")),
        1 => Command::Go { to: Place::Step(step) },
        2 | 14 => Command::OpenQuestion { step: question },
        3 => {
            let answer = fitting(state, &question);
            Command::Answer { step: question, round: None, participant, answer, channel: Channel::Desk }
        }
        4 => Command::CountHands { step: question, counts: [("a".into(), 1)].into() },
        5 => Command::Reveal { step: question },
        6 => Command::NoteItem { text: format!("Kohde {events}"), step: Some(step) },
        7 => Command::GiveFeedback(FeedbackForm {
            key: engine::random_key().unwrap(),
            answers: [("usefulness".into(), FeedbackAnswer::Scale(4))].into(),
        }),
        8 => Command::StartAttempt { participant, manner: Manner::Paper },
        9 => Command::SubmitAttempt { participant, attempt: None },
        10 => Command::Depart { participant },
        11 => Command::Return { participant },
        12 => {
            let details = Details {
                name: format!("Korjattu {desk} {events}"),
                company: "Verkko Oy".to_owned(),
                ..Details::default()
            };
            Command::Correct { participant, correction: Correction::Details(details), reason: reason() }
        }
        // A phone may send this again and again: it signs in once.
        13 => Command::SignIn {
            details: Details {
                name: format!("Puhelin {desk} {events}"),
                company: "Verkko Oy".to_owned(),
                ..Details::default()
            },
            signature: drawn(),
            channel: Channel::Phone,
            phone: Some(PhoneKey::of(&[u8::try_from(events / 100 % 256).unwrap(); 16])),
        },
        15 => {
            let round = state.questions.get(&question).and_then(|asked| u32::try_from(asked.rounds.len()).ok());
            let answer = fitting(state, &question);
            Command::Answer { step: question, round, participant, answer, channel: Channel::Phone }
        }
        16 => Command::AskHandout { participant, address: Some(format!("osallistuja{events}@kaivuu.example")) },
        17 => Command::ReleaseHandout,
        _ => Command::ChangeItem { item: ItemId(1), text: format!("Kohde {desk} {events}") },
    }
}

#[test]
fn a_process_killed_while_it_creates_a_session_leaves_a_whole_session_or_none() {
    let mut random = Random::new("kill while creating", &[]);
    let root = tempfile::tempdir().unwrap();
    let data = DataFolder::open(root.path().to_owned()).unwrap();
    let mut acknowledged = 0;
    for turn in 0..20 {
        let mut child =
            process_of("kill_real_process::the_process_that_creates").env(FOLDER, root.path()).spawn().unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        let mut told = String::new();
        // Half of them have created a session for certain, however busy the machine is.
        while turn % 2 == 0 && !told.contains("created") && out.read_line(&mut told).unwrap() > 0 {}
        std::thread::sleep(Duration::from_millis(u64::try_from(random.below(120)).unwrap()));
        child.kill().unwrap();
        child.wait().unwrap();
        out.read_to_string(&mut told).unwrap();
        acknowledged += told.matches("created").count();
    }
    let sessions = list_sessions(&data).unwrap();
    assert!(acknowledged >= 10 && sessions.len() >= acknowledged, "{acknowledged} of {}", sessions.len());
    for session in sessions {
        Engine::resume(&session.folder, Arc::new(SystemClock), nobody()).unwrap();
    }
}

#[test]
#[ignore = "it is the process that the other test kills"]
fn the_process_that_creates() {
    let root = PathBuf::from(std::env::var_os(FOLDER).expect("started by the test that kills"));
    let data = DataFolder::open(root).unwrap();
    let script = script(&small_course());
    for _ in 0..50 {
        let new = new_session(script.clone());
        let engine = Engine::create(&data, new, Arc::new(SystemClock), nobody()).unwrap();
        drop(engine);
        writeln!(std::io::stdout().lock(), "created").unwrap();
    }
}
