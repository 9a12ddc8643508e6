//! Frames without a graphics driver, and how their times are told.

use std::hint::black_box;
use std::time::Duration;
use std::time::Instant;

/// One frame at 60 Hz, in milliseconds.
pub(crate) const FRAME: f64 = 1000.0 / 60.0;

/// How long a frame takes to be laid out, painted and tessellated.
pub(crate) fn frame(context: &egui::Context, draw: impl FnMut(&mut egui::Ui)) -> Duration {
    let size = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1920.0, 1080.0));
    let input = egui::RawInput { screen_rect: Some(size), ..Default::default() };
    let from = Instant::now();
    let output = context.run_ui(input, draw);
    black_box(context.tessellate(output.shapes, output.pixels_per_point));
    from.elapsed()
}

/// The `per_cent` share of `times`, in milliseconds.
pub(crate) fn share(times: &mut [Duration], per_cent: usize) -> f64 {
    times.sort();
    times[times.len() * per_cent / 100].as_secs_f64() * 1e3
}

/// Prints a figure against its bound; whether it is kept.
pub(crate) fn report(what: &str, value: f64, bound: f64) -> bool {
    println!("{what:<40} {value:>8.2} ms  bound {bound:>6.2}  {}", if value <= bound { "kept" } else { "MISSED" });
    value <= bound
}

/// The floor: the median of a frame that holds one heading, in milliseconds.
pub(crate) fn bare_frame() -> f64 {
    let bare = egui::Context::default();
    let draw = |ui: &mut egui::Ui| drop(egui::CentralPanel::default().show(ui, |ui| ui.heading("bare")));
    let mut times: Vec<Duration> = (0..200).map(|_| frame(&bare, draw)).collect();
    share(&mut times, 50)
}
