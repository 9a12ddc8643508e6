//! Changing the slide: the frame that lays a new slide out, paints and tessellates it, against a frame of a bare window.
//!
//! Run with `cargo bench --bench slide`. What the graphics driver does afterwards is the same for both and left out.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::error::Error;
use std::hint::black_box;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;
use std::time::Instant;

use jiff::Timestamp;
use perehdytin::pack;
use perehdytin::ui::fonts;
use perehdytin::ui::images::Images;
use perehdytin::ui::slide::Face;
use perehdytin::ui::slide::Slides;
use perehdytin::ui::slide::Stage;
use perehdytin::ui::slide::Wording;
use perehdytin::ui::slide::plain_step_face;
use perehdytin::ui::theme::DEFAULT_ACCENT;
use perehdytin::ui::theme::Look;
use perehdytin::ui::theme::Theme;

/// One frame at 60 Hz, in milliseconds.
const FRAME: f64 = 1000.0 / 60.0;
/// How often the whole course is gone through.
const ROUNDS: usize = 5;

fn frame(context: &egui::Context, draw: impl FnMut(&mut egui::Ui)) -> Duration {
    let size = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1920.0, 1080.0));
    let input = egui::RawInput { screen_rect: Some(size), ..Default::default() };
    let from = Instant::now();
    let output = context.run_ui(input, draw);
    black_box(context.tessellate(output.shapes, output.pixels_per_point));
    from.elapsed()
}

fn share(times: &mut [Duration], per_cent: usize) -> f64 {
    times.sort();
    times[times.len() * per_cent / 100].as_secs_f64() * 1e3
}

fn report(what: &str, value: f64, bound: f64) -> bool {
    println!("{what:<40} {value:>8.2} ms  bound {bound:>6.2}  {}", if value <= bound { "kept" } else { "MISSED" });
    value <= bound
}

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("courses/laadukas-asiakaspalvelu");
    let pack = pack::load(&folder).map_err(|report| format!("{report:?}"))?.pack;
    let theme = Theme::new(Look::Light, false, DEFAULT_ACCENT);
    let now: Timestamp = "2026-03-02T08:50:00Z".parse()?;
    let mut faces: Vec<Face> = Vec::new();
    for language in &pack.languages {
        let wording = Wording { profile: &pack.example_profile, language, root: &pack.root };
        faces.extend(pack.steps().map(|(of, step)| plain_step_face(wording, of, step, 1, &Stage::Asked, None, now)));
    }

    let bare = egui::Context::default();
    let mut floor: Vec<Duration> = (0..200)
        .map(|_| frame(&bare, |ui| drop(egui::CentralPanel::default().show(ui, |ui| ui.heading("bare")))))
        .collect();

    let context = egui::Context::default();
    fonts::install(&context);
    theme.apply(&context);
    let images = Images::default();
    let mut ours = Vec::new();
    for _ in 0..ROUNDS {
        for face in &faces {
            // Nothing is kept from the round before: every slide is as new as the first time.
            let slides = Slides::default();
            ours.push(frame(&context, |ui| {
                let rect = ui.max_rect();
                slides.show(ui, rect, &theme, &images, face);
            }));
        }
    }
    let floor = share(&mut floor, 50);
    println!("a bare frame: {floor:.3} ms; {} slide changes", ours.len());
    let median = share(&mut ours, 50);
    let mut keeps = report("slide change, p50", median, FRAME);
    keeps &= report("slide change, p99", share(&mut ours, 99), 2.0 * FRAME);
    println!("slide change, p50: {:.0} × the bare frame", median / floor);
    Ok(if keeps { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
