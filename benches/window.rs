//! The real window on a virtual display: time, CPU and memory to the first slide, and what 50 slides and idling cost.
//!
//! The floor is a bare eframe window with one line of text, started in the same run (this program again, with `--bare`).
//! Run with `cargo bench --bench window`; needs Xvfb, xdotool and Mesa's software renderer (`tests/run` installs them).

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints its figures")]

#[path = "../tests/support/display.rs"]
#[expect(dead_code, reason = "shared with the test of the real window, which needs more of it")]
mod display;

use std::io::BufRead as _;
use std::io::BufReader;
use std::process::Child;
use std::process::ExitCode;
use std::process::Stdio;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use display::Display;
use display::cpu_time;
use display::resident;

/// Starts of each program; the median counts.
const STARTS: usize = 7;
const MIB: f64 = 1024.0 * 1024.0;

struct Bare {
    is_told: bool,
}

impl eframe::App for Bare {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        egui::CentralPanel::default().show(ui, |ui| ui.heading("bare"));
        if !self.is_told {
            self.is_told = true;
            eprintln!("slide shown");
        }
    }
}

fn bare() -> ExitCode {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1280.0, 800.0]),
        renderer: eframe::Renderer::Glow,
        ..Default::default()
    };
    match eframe::run_native("bare", options, Box::new(|_| Ok(Box::new(Bare { is_told: false })))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// A program whose window is open and whose first slide is shown.
struct Started {
    child: Child,
    wall: Duration,
    cpu: Duration,
    _data: tempfile::TempDir,
}

impl Drop for Started {
    fn drop(&mut self) {
        self.child.kill().unwrap_or_default();
        self.child.wait().map(drop).unwrap_or_default();
    }
}

fn start(display: &Display, is_bare: bool) -> Started {
    let data = tempfile::tempdir().expect("a temporary folder");
    let mut command = if is_bare {
        let mut command = display.command(std::env::current_exe().expect("this program"));
        command.arg("--bare");
        command
    } else {
        let mut command = display.command(env!("CARGO_BIN_EXE_perehdytin"));
        command.args(["--data-dir", &data.path().display().to_string(), "--lang", "fi", "preview"]);
        command.arg(display::course());
        command
    };
    let from = Instant::now();
    let mut child = command
        .env("RUST_LOG", "perehdytin=info")
        .stderr(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("the program starts");
    let mut lines = BufReader::new(child.stderr.take().expect("piped")).lines();
    let shown = lines.by_ref().map_while(Result::ok).find(|line| line.contains("slide shown"));
    assert!(shown.is_some(), "the program ended before it showed a slide");
    let started = Started { wall: from.elapsed(), cpu: cpu_time(child.id()), child, _data: data };
    // Keeps the pipe open and empty.
    thread::Builder::new().name("drain".to_owned()).spawn(move || lines.for_each(drop)).expect("a thread");
    started
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// Prints a figure beside its bound, and whether it keeps it.
fn report(what: &str, value: f64, unit: &str, bound: f64) -> bool {
    let keeps = value <= bound;
    println!("{what:<58} {value:>9.2} {unit:<4} bound {bound:>7.2}  {}", if keeps { "kept" } else { "MISSED" });
    keeps
}

fn main() -> ExitCode {
    if std::env::args().any(|argument| argument == "--bare") {
        return bare();
    }
    let display = Display::start(1920, 1080);
    // The first start of each reads its files from the disk.
    drop(start(&display, true));
    drop(start(&display, false));
    let (mut floor_cpu, mut floor_wall, mut our_cpu, mut our_wall) = (vec![], vec![], vec![], vec![]);
    for _ in 0..STARTS {
        let floor = start(&display, true);
        floor_cpu.push(floor.cpu.as_secs_f64());
        floor_wall.push(floor.wall.as_secs_f64());
        drop(floor);
        let ours = start(&display, false);
        our_cpu.push(ours.cpu.as_secs_f64());
        our_wall.push(ours.wall.as_secs_f64());
    }
    let (floor_cpu, our_cpu) = (median(floor_cpu), median(our_cpu));
    println!("first picture: bare {:.0} ms, {:.0} ms CPU", median(floor_wall) * 1e3, floor_cpu * 1e3);
    println!("first slide:   ours {:.0} ms, {:.0} ms CPU", median(our_wall) * 1e3, our_cpu * 1e3);
    let mut keeps = report("CPU to the first slide, by the bare window's", our_cpu / floor_cpu, "×", 1.6);

    let ours = start(&display, false);
    let process = ours.child.id();
    thread::sleep(Duration::from_secs(10));
    let rested = resident(process) as f64 / MIB;
    keeps &= report("memory after ten seconds", rested, "MiB", 130.0);
    let window = display.window("Perehdytin").expect("the window");
    window.focus();
    for _ in 0..50 {
        window.keys(&["Next"]);
        thread::sleep(Duration::from_millis(120));
    }
    thread::sleep(Duration::from_secs(1));
    let grown = resident(process) as f64 / MIB - rested;
    keeps &= report("memory more after 50 slides", grown, "MiB", 20.0);
    let before = cpu_time(process);
    thread::sleep(Duration::from_secs(20));
    let idle = (cpu_time(process) - before).as_secs_f64() / 20.0 * 100.0;
    keeps &= report("CPU while nothing happens", idle, "%", 0.1);
    if keeps { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
