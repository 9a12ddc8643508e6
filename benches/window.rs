//! The real windows on a virtual display: time and CPU to the first slide, and what a running session costs with
//! console and projector open: memory, 50 slides, changing them, and doing nothing.
//!
//! The floor is a bare eframe window with one line of text, started in the same run (this program again, with `--bare`).
//! Run with `cargo bench --bench window`; needs Xvfb, xdotool and Mesa's software renderer (`tests/run` installs them).

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints its figures")]

#[path = "../tests/support/display.rs"]
#[expect(dead_code, reason = "shared with the test of the real window, which needs more of it")]
mod display;
#[path = "../tests/support/new_session.rs"]
#[expect(dead_code, reason = "shared with the tests, which need more of it")]
mod new_session;
#[path = "window/process.rs"]
mod process;
#[path = "window/room.rs"]
mod room;
#[path = "../tests/support/running.rs"]
mod running;

use std::ffi::OsString;
use std::io::BufRead as _;
use std::io::BufReader;
use std::path::Path;
use std::process::Command;
use std::process::ExitCode;
use std::process::Stdio;
use std::time::Instant;

use display::Display;
use new_session::shipped_course;

/// Starts of each program; the median counts.
const STARTS: usize = 7;

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

/// The program and its arguments: the bare window, or ours with the shipped course.
fn words(is_bare: bool, data: &Path) -> Vec<OsString> {
    if is_bare {
        return vec![std::env::current_exe().expect("this program").into(), "--bare".into()];
    }
    let mut words: Vec<OsString> = vec![env!("CARGO_BIN_EXE_perehdytin").into(), "--data-dir".into(), data.into()];
    words.extend(["--lang".into(), "fi".into(), "preview".into(), shipped_course().into()]);
    words
}

/// Waits for the line that says a slide is shown.
fn wait_for_slide(lines: &mut impl Iterator<Item = std::io::Result<String>>) {
    let shown = lines.map_while(Result::ok).find(|line| line.contains("slide shown"));
    assert!(shown.is_some(), "the program ended before it showed a slide");
}

/// Time and CPU until the first slide, in milliseconds.
///
/// The shell's `time` gives the CPU of all threads, also of those that have ended, to the millisecond.
fn first_slide(display: &Display, is_bare: bool) -> (f64, f64) {
    let data = tempfile::tempdir().expect("a temporary folder");
    let from = Instant::now();
    let mut shell = display
        .command("bash")
        .args(["-c", r#"TIMEFORMAT="cpu %3U %3S"; time "$0" "$@""#])
        .args(words(is_bare, data.path()))
        .env("RUST_LOG", "perehdytin=info")
        .stderr(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("bash starts");
    let mut lines = BufReader::new(shell.stderr.take().expect("piped")).lines();
    wait_for_slide(&mut lines);
    let wall = from.elapsed().as_secs_f64() * 1e3;
    let program = process::child_of(shell.id()).expect("the program runs");
    let killed = Command::new("kill").args(["-9", &program.to_string()]).status();
    assert!(killed.is_ok_and(|status| status.success()), "the program could not be ended");
    let cpu = lines.map_while(Result::ok).find_map(|line| {
        let line = line.strip_prefix("cpu ")?.replace(',', ".");
        line.split_whitespace().map(|part| part.parse::<f64>().ok()).sum::<Option<f64>>()
    });
    shell.wait().expect("bash ends");
    (wall, cpu.expect("bash told the time") * 1e3)
}

fn medians(pairs: &[(f64, f64)]) -> (f64, f64) {
    let median = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        values[values.len() / 2]
    };
    (median(pairs.iter().map(|pair| pair.0).collect()), median(pairs.iter().map(|pair| pair.1).collect()))
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
    first_slide(&display, true);
    first_slide(&display, false);
    let (mut floor, mut ours) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        floor.push(first_slide(&display, true));
        ours.push(first_slide(&display, false));
    }
    let (floor_wall, floor_cpu) = medians(&floor);
    let (our_wall, our_cpu) = medians(&ours);
    println!("first picture: bare {floor_wall:.0} ms, {floor_cpu:.0} ms CPU");
    println!("first slide:   ours {our_wall:.0} ms, {our_cpu:.0} ms CPU");
    let mut keeps = report("CPU to the first slide, by the bare window's", our_cpu / floor_cpu, "×", 1.6);

    keeps &= room::measure(&shipped_course());
    if keeps { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
