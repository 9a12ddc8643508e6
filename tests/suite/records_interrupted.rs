//! The real program watches a folder until it is asked to end, as somebody at a keyboard or a system does it.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, ChildStdout, Command, ExitStatus, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use crate::records_support::{Desk, file, signer, somebody, stated};

/// Longer than anything here takes.
const PATIENCE: Duration = Duration::from_mins(1);

/// A program that watches the folder from which a desk imports.
struct Watching {
    child: Child,
    told: BufReader<ChildStdout>,
}

impl Watching {
    fn begun(desk: &Desk, more: &[&str]) -> Self {
        let folder = desk.folder.path().join("in");
        std::fs::create_dir_all(&folder).unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_perehdytin"))
            .args(["--lang", "en", "--data-dir", desk.data().to_str().unwrap()])
            .args(["records", "watch", folder.to_str().unwrap(), "--by", "Salla"])
            .args(more)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let told = BufReader::new(child.stdout.take().unwrap());
        Self { child, told }
    }

    /// Reads on until a line that contains `part`.
    #[track_caller]
    fn until(&mut self, part: &str) {
        let mut line = String::new();
        while !line.contains(part) {
            line.clear();
            assert!(self.told.read_line(&mut line).unwrap() > 0, "it ended without saying {part}");
        }
    }

    /// Asks it to end; what it says then, and how it ends.
    #[track_caller]
    fn asked_to_end(mut self, signal: Signal) -> (String, ExitStatus) {
        kill_process(Pid::from_child(&self.child), signal).unwrap();
        let begun = Instant::now();
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            if begun.elapsed() > PATIENCE {
                self.child.kill().unwrap();
                panic!("it goes on watching");
            }
            std::thread::sleep(Duration::from_millis(20));
        };
        let mut rest = String::new();
        self.told.read_to_string(&mut rest).unwrap();
        (rest, status)
    }
}

#[test]
fn who_presses_ctrl_c_is_told_what_came_and_the_exit_code_says_that_all_is_in_the_records() {
    let desk = Desk::new();
    let bytes = file(&stated(1, "2026-11-02", &[somebody("Aino Ahkera", "Kaivuu Oy")]), &signer("Taina Tarkka"));
    let mut watching = Watching::begun(&desk, &[]);
    watching.until("Watching the folder.");
    desk.put("a.pdf", &bytes);
    watching.until("Imported 1, already there 0, set aside 0.");
    let begun = Instant::now();
    let (rest, status) = watching.asked_to_end(Signal::INT);
    assert!(begun.elapsed() < Duration::from_secs(2), "it does not wait for its next look");
    assert!(rest.ends_with("No longer watching. Imported 1, already there 0, set aside 0.\n"), "{rest}");
    assert_eq!(status.code(), Some(0));
    assert_eq!(desk.ask(1, &["person", "aino"])["name"], "Aino Ahkera");

    // The next begins where this one ended.
    let mut watching = Watching::begun(&desk, &[]);
    watching.until("Watching the folder.");
    let (rest, status) = watching.asked_to_end(Signal::INT);
    assert!(rest.ends_with("No longer watching. Imported 0, already there 0, set aside 0.\n"), "{rest}");
    assert_eq!(status.code(), Some(0));
}

#[test]
fn a_system_that_stops_the_watching_hears_of_what_was_set_aside_and_of_what_is_still_coming() {
    let desk = Desk::new();
    let bytes = file(&stated(1, "2026-11-02", &[somebody("Aino Ahkera", "Kaivuu Oy")]), &signer("Taina Tarkka"));
    let mut changed = bytes.clone();
    changed[1_000] ^= 1;
    desk.put("muutettu.pdf", &changed);
    desk.put("puolikas.pdf", &bytes[..bytes.len() / 2]);
    let mut watching = Watching::begun(&desk, &["--format", "json"]);
    watching.until("\"became\":\"aside\"");
    let (rest, status) = watching.asked_to_end(Signal::TERM);
    let ended: serde_json::Value = serde_json::from_str(rest.trim_end()).unwrap();
    assert_eq!((&ended["ended"], &ended["imported"], &ended["aside"]), (&true.into(), &0.into(), &1.into()), "{ended}");
    assert_eq!(ended["waiting"], 1, "{ended}");
    assert_eq!(status.code(), Some(1));
}
