//! Opening a step of a self-study: the frame in which the window lays the new step out, paints and tessellates it.
//!
//! Run with `cargo bench --bench step`. The whole shipped course is gone through in the real window, without a graphics
//! driver; what a step costs the journal is left out, since the window does not wait for it.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[path = "support/frames.rs"]
mod frames;
#[path = "../tests/support/new_session.rs"]
#[expect(dead_code, reason = "shared with the tests, which need more of it")]
mod new_session;

use frames::{FRAME, bare_frame, frame, report, share};
use new_session::{new_study, script, shipped_course};
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use jiff::Timestamp;
use perehdytin::clock::SetClock;
use perehdytin::engine::Client;
use perehdytin::engine::Engine;
use perehdytin::engine::NewSession;
use perehdytin::engine::Origin;
use perehdytin::files::DataFolder;
use perehdytin::i18n::Lang;
use perehdytin::session::Channel;
use perehdytin::session::Command;
use perehdytin::session::Details;
use perehdytin::session::Place;
use perehdytin::session::Signature;
use perehdytin::text::Id;
use perehdytin::ui::Route;
use perehdytin::ui::app::App;
use perehdytin::ui::app::Options;

/// How often the whole course is gone through.
const ROUNDS: usize = 5;

/// The window on a self-study that has just begun, with a hand on its session, and the course's steps.
fn begun(folder: &Path) -> Result<(App, Client, Vec<Id>), Box<dyn Error>> {
    let script = script(&shipped_course());
    let steps = script.pack.steps().filter(|(_, step)| !step.is_break()).map(|(_, step)| step.id.clone()).collect();
    let data = DataFolder::open(folder.join("data"))?;
    let now: Timestamp = "2026-03-02T06:50:00Z".parse()?;
    let clock = SetClock::new(now);
    let new = NewSession { origin: Origin::Rehearsal(7), ..new_study(script) };
    let engine = Engine::create(&data, new, Arc::<SetClock>::clone(&clock), Arc::new(|| ()))?;
    let client = engine.client();
    let details = Details {
        name: "Aino Aalto".to_owned(),
        company: "Kaivu Oy".to_owned(),
        role: "asentaja".to_owned(),
        identifier: None,
    };
    let signature = Signature { width: 1200, height: 400, strokes: vec![vec![[100, 200], [400, 120], [700, 260]]] };
    client.ask(Command::SignIn { details, signature, channel: Channel::Desk, phone: None })?;
    let options = Options { lang: Lang::Fi, lang_is_asked: true, files: Vec::new(), preview: Default::default() };
    let mut app = App::new(options, data, clock);
    app.adopt(engine);
    app.go(Route::Room(Default::default()));
    Ok((app, client, steps))
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let (mut app, client, steps) = begun(folder.path())?;
    let floor = bare_frame();

    let context = egui::Context::default();
    for _ in 0..5 {
        frame(&context, |ui| app.ui(ui));
    }
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        for step in &steps {
            client.ask(Command::Go { to: Place::Step(step.clone()) })?;
            times.push(frame(&context, |ui| app.ui(ui)));
            // A question opens by itself, and the frame after that is the one that is read.
            std::thread::sleep(Duration::from_millis(3));
            times.push(frame(&context, |ui| app.ui(ui)));
        }
    }
    println!("a bare frame: {floor:.3} ms; {} frames of {} steps", times.len(), steps.len());
    let median = share(&mut times, 50);
    let mut keeps = report("opening a step, p50", median, FRAME);
    keeps &= report("opening a step, p99", share(&mut times, 99), FRAME);
    println!("opening a step, p50: {:.0} × the bare frame", median / floor);
    Ok(if keeps { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
