//! A server in a process of its own: what it is asked over its standard input, and what the system tells of it.

use std::collections::BTreeMap;
use std::io::BufRead as _;
use std::io::BufReader;
use std::io::Write as _;
use std::net::SocketAddr;
use std::process::ChildStdin;
use std::process::ChildStdout;
use std::process::Command;
use std::process::Stdio;

use serde_json::Value;

pub(crate) struct Child {
    process: std::process::Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
    pub(crate) address: SocketAddr,
    pub(crate) token: String,
}

impl Child {
    pub(crate) fn start(role: &str) -> Self {
        let mut process = Command::new(std::env::current_exe().unwrap())
            .arg(role)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (input, output) = (process.stdin.take().unwrap(), BufReader::new(process.stdout.take().unwrap()));
        let address = SocketAddr::from(([127, 0, 0, 1], 0));
        let mut child = Self { process, input, output, address, token: String::new() };
        let door = child.hear();
        child.address = door["address"].as_str().unwrap().parse().unwrap();
        child.token = door["token"].as_str().map(str::to_owned).unwrap();
        child
    }

    fn hear(&mut self) -> Value {
        let mut line = String::new();
        self.output.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap()
    }

    /// Asks and waits for the answer; the phones rest meanwhile.
    pub(crate) fn ask(&mut self, what: &str) -> Value {
        writeln!(self.input, "{what}").unwrap();
        self.input.flush().unwrap();
        self.hear()
    }

    /// When each participant's answer of this round was in the trainer's count, in nanoseconds since 1970.
    pub(crate) fn counted(&mut self) -> BTreeMap<u32, i128> {
        serde_json::from_value(self.ask("counted")).unwrap()
    }

    /// How many answers in the database are too few or too many, `expected` being right.
    pub(crate) fn wrong(&mut self, expected: usize) -> usize {
        let stored = self.ask("stored");
        let of = |name: &str| usize::try_from(stored[name].as_u64().unwrap()).unwrap();
        let (all, distinct) = (of("all"), of("distinct"));
        all - distinct + expected.abs_diff(distinct)
    }

    /// Processor time of all its threads so far.
    pub(crate) fn cpu_ms(&self) -> f64 {
        let tasks = std::fs::read_dir(format!("/proc/{}/task", self.process.id())).unwrap();
        let times = tasks.flatten().filter_map(|task| {
            let text = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
            text.split(' ').next()?.parse::<f64>().ok()
        });
        times.sum::<f64>() / 1e6
    }

    /// Resident memory.
    pub(crate) fn memory_mib(&self) -> f64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<f64>().unwrap() / 1024.0
    }

    pub(crate) fn stop(mut self) {
        self.ask("stop");
        self.process.wait().unwrap();
    }
}
