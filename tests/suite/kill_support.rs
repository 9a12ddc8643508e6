//! A test of this binary as a process of its own, which tells what it does line by line until it is killed.

use std::io::{BufRead as _, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::Receiver;
use std::thread::JoinHandle;
use std::time::Duration;

/// A process that runs the ignored test called `name` and may be read.
pub(crate) fn process_of(name: &str) -> Command {
    let mut process = Command::new(std::env::current_exe().unwrap());
    process.args(["--ignored", "--exact", "--nocapture", name]).stdout(Stdio::piped()).stderr(Stdio::null());
    process
}

/// A process that is about to be killed.
pub(crate) struct Doomed {
    child: Child,
    told: Receiver<String>,
    reader: JoinHandle<()>,
}

impl Doomed {
    /// Starts the process and reads along.
    pub(crate) fn start(mut process: Command) -> Self {
        let mut child = process.spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let (sender, told) = std::sync::mpsc::sync_channel(100_000);
        let reader = std::thread::Builder::new()
            .name("reader".to_owned())
            .spawn(move || {
                for line in lines.map_while(Result::ok) {
                    sender.send(line).unwrap();
                }
            })
            .unwrap();
        Self { child, told, reader }
    }

    /// The next line it tells; none once it has ended by itself.
    pub(crate) fn line(&self) -> Option<String> {
        self.told.recv_timeout(Duration::from_secs(20)).ok()
    }

    /// Kills it after so many microseconds more; gives what it had told beside the lines taken before.
    pub(crate) fn kill_after(mut self, microseconds: usize) -> Vec<String> {
        std::thread::sleep(Duration::from_micros(u64::try_from(microseconds).unwrap()));
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.reader.join().unwrap();
        self.told.iter().collect()
    }
}

/// How long the next process may be expected to take, by whether this one has ended before it is killed: what else the
/// machine does meanwhile makes them faster and slower.
pub(crate) fn followed(length: usize, child: &mut Child) -> usize {
    if child.try_wait().unwrap().is_some() { length * 9 / 10 } else { length * 21 / 20 }
}
