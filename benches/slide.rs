//! Changing the slide: the frame that lays a new slide out, paints and tessellates it, against a frame of a bare window.
//!
//! Run with `cargo bench --bench slide`. What the graphics driver does afterwards is the same for both and left out.

#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[path = "support/frames.rs"]
mod frames;

use frames::{FRAME, bare_frame, frame, report, share};
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

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

/// How often the whole course is gone through.
const ROUNDS: usize = 5;

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

    let floor = bare_frame();

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
    println!("a bare frame: {floor:.3} ms; {} slide changes", ours.len());
    let median = share(&mut ours, 50);
    let mut keeps = report("slide change, p50", median, FRAME);
    keeps &= report("slide change, p99", share(&mut ours, 99), 2.0 * FRAME);
    println!("slide change, p50: {:.0} × the bare frame", median / floor);
    Ok(if keeps { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
