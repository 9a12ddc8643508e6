//! The real program is killed while it erases: a person is there as before, or gone to the last trace.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use perehdytin::quiz::Random;

use crate::folder_support::copy_folder;
use crate::kill_support::followed;
use crate::records_erase::{TRACES, filled, key, traces};
use crate::records_support::Desk;

/// How many erasures are killed; `PEREHDYTIN_KILLS` asks for more.
const KILLS: usize = 14;

fn erasing(desk: &Desk, key: &(String, String)) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_perehdytin"));
    command
        .args(["--data-dir", desk.data().to_str().unwrap(), "records", "erase", "100000000001"])
        .args(["--identity", &key.0, "--passphrase-file", &key.1])
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

#[test]
fn an_erasure_that_is_killed_leaves_the_person_whole_or_gone() {
    let (whole, _, _) = filled();
    let key = key(&whole);
    assert_eq!(whole.say(&["check"]).exit, 0);
    let before = whole.ask(0, &["person", "100000000001"]);
    let without_folder =
        |told: serde_json::Value, desk: &Desk| told.to_string().replace(desk.data().to_str().unwrap(), "");
    let before = without_folder(before, &whole);
    let fresh = || {
        let desk = Desk::new();
        copy_folder(&whole.data(), &desk.data());
        desk
    };
    let timed = fresh();
    let began = Instant::now();
    assert!(erasing(&timed, &key).status().unwrap().success());
    let mut length = usize::try_from(began.elapsed().as_micros()).unwrap();
    let kills = std::env::var("PEREHDYTIN_KILLS").ok().and_then(|count| count.parse().ok()).unwrap_or(KILLS);
    let mut random = Random::new("kill while erasing", &[]);
    let (mut kept, mut gone) = (0, 0);
    for turn in 0..kills {
        let desk = fresh();
        let mut child = erasing(&desk, &key).spawn().unwrap();
        // The second half is where it writes.
        let at = length / 3 + random.below(length * 3 / 4);
        std::thread::sleep(Duration::from_micros(u64::try_from(at).unwrap()));
        length = followed(length, &mut child);
        child.kill().unwrap();
        child.wait().unwrap();
        let check = desk.ask(0, &["check"]);
        assert_eq!(check["missing"].as_array().unwrap().len() + check["changed"].as_array().unwrap().len(), 0);
        assert_eq!(check["recovered"], 0, "turn {turn}: something was imported that was left behind");
        let person = desk.say(&["person", "100000000001", "--format", "json"]);
        if person.exit == 0 {
            kept += 1;
            let told = serde_json::from_str(&person.stdout).unwrap();
            assert_eq!(without_folder(told, &desk), before, "turn {turn}");
            assert_eq!(check["registers"], 4, "turn {turn}");
            // And it can be done again.
            assert!(erasing(&desk, &key).status().unwrap().success());
        } else {
            gone += 1;
        }
        let folder = desk.data().join("records");
        let mut left = traces(&folder, &TRACES[2..3]);
        left.retain(|trace| !trace.is_empty());
        assert_eq!(left, Vec::<String>::new(), "turn {turn}");
        let files = std::fs::read_dir(folder.join("files")).unwrap();
        let files: usize = files.map(|one| std::fs::read_dir(one.unwrap().path()).unwrap().count()).sum();
        assert_eq!(files, 3, "turn {turn}: a file is left over");
        assert_eq!(desk.ask(0, &["person", "100000000002"])["valid"], true, "turn {turn}");
    }
    assert!(kept > 0, "every kill came after the end: nothing was tried");
    assert_eq!(kept + gone, kills);
}
