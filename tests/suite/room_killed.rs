//! The program with the open room is killed and started again: the same port, the same people, nothing lost.

use std::io::BufRead as _;
use std::io::BufReader;
use std::path::Path;
use std::path::PathBuf;
use std::process::Child;
use std::process::Stdio;
use std::sync::Arc;

use perehdytin::clock::SystemClock;
use perehdytin::engine::Engine;
use perehdytin::engine::layout;
use perehdytin::files::DataFolder;
use perehdytin::journal;
use perehdytin::room::Plan;
use perehdytin::room::Room;
use perehdytin::session::Command;
use perehdytin::session::Event;
use perehdytin::session::Place;
use serde_json::json;

use crate::kill_support::process_of;
use crate::room_support::{Door, answering, signing_in};
use crate::session_support::{new_session, nobody, script, small_course};

const FOLDER: &str = "PEREHDYTIN_TEST_ROOM";

/// A process with the room open.
struct Program {
    process: Child,
    door: Door,
}

impl Program {
    fn start(folder: &Path) -> Self {
        let mut process = process_of("room_killed::the_program_that_is_killed")
            .env(FOLDER, folder)
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let out = BufReader::new(process.stdout.take().unwrap());
        // The harness may have begun the line.
        let line = out.lines().map_while(Result::ok).find(|line| line.contains("door ")).unwrap();
        let words: Vec<&str> = line[line.find("door ").unwrap()..].split(' ').collect();
        Self { process, door: Door { address: words[1].parse().unwrap(), token: words[2].to_owned() } }
    }

    fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

#[test]
fn phones_find_a_killed_room_again_and_nothing_acknowledged_is_lost() {
    let root = tempfile::tempdir().unwrap();
    let data = DataFolder::open(root.path().to_owned()).unwrap();
    let engine = Engine::create(&data, new_session(script(&small_course())), Arc::new(SystemClock), nobody()).unwrap();
    let folder = engine.client().snapshot().folder.to_path_buf();
    engine.client().ask(Command::Go { to: Place::Step("ovi-auki".into()) }).unwrap();
    engine.client().ask(Command::OpenQuestion { step: "ovi-auki".into() }).unwrap();
    drop(engine);

    let mut doors = Vec::new();
    let mut acknowledged = Vec::new();
    for life in 1..=4_u32 {
        let program = Program::start(&folder);
        doors.push(program.door.clone());
        // Those of earlier lives are who they were.
        for number in 1..life {
            let phone = program.door.phone(number);
            assert_eq!(phone.view["me"]["name"], format!("Osallistuja {number}"));
            assert_eq!(phone.view["question"]["mine"], json!({"options": ["a"]}), "of life {number}, in life {life}");
        }
        let mut phone = program.door.phone(life);
        phone.does(&signing_in(&format!("Osallistuja {life}")));
        phone.does(&answering("ovi-auki", 1, "a"));
        acknowledged.push(life);
        // Another answer is on its way when the power goes.
        phone.says(&json!({"id": 99, "do": answering("ovi-auki", 1, "a")}).to_string());
        program.kill();
    }
    assert!(doors.windows(2).all(|pair| pair[0] == pair[1]), "{doors:?}");
    let record = journal::read(&layout::journal(&folder)).unwrap();
    let answers: Vec<u32> = record
        .events
        .iter()
        .filter_map(|entry| match &entry.event {
            Event::Answered { participant, .. } => Some(participant.0),
            _ => None,
        })
        .collect();
    assert_eq!(answers, acknowledged, "each once");
}

#[test]
#[ignore = "it is the program that the other test kills"]
fn the_program_that_is_killed() {
    use std::io::Write as _;
    let folder = PathBuf::from(std::env::var_os(FOLDER).expect("started by the test that kills"));
    let engine = Engine::resume(&folder, Arc::new(SystemClock), nobody()).unwrap();
    let room = Room::open(engine.client(), Plan::loopback(), nobody()).unwrap();
    let status = room.status();
    let token = status.join_url.split('#').next_back().unwrap();
    writeln!(std::io::stdout().lock(), "door {} {token}", status.address).unwrap();
    // Until it is killed, or the test has gone.
    std::io::stdin().lock().lines().for_each(drop);
}
