//! Opening the native window, or saying in plain words why there is none.

use std::sync::Arc;

use crate::clock::SystemClock;
use crate::files::DataFolder;
use crate::i18n::Message;
use crate::i18n::messages::common;
use crate::ui::app::App;
use crate::ui::app::Options;
use crate::ui::fonts;

/// Why there is no window.
#[derive(Debug, thiserror::Error)]
pub enum CannotOpen {
    /// The computer has no display that a window could be opened on.
    #[error("there is no display")]
    NoDisplay,
    /// The display was found but the window could not be made.
    #[error("the window could not be opened: {0}")]
    Window(String),
}

impl CannotOpen {
    /// What happened and what to do, in words.
    pub fn message(&self) -> Message {
        match self {
            Self::NoDisplay => common::no_display(),
            Self::Window(reason) => common::no_window(reason.as_str()),
        }
    }
}

/// Opens the window and returns when it is closed.
///
/// # Errors
/// When there is no display, or the window cannot be made.
pub fn open(options: Options, data: DataFolder) -> Result<(), CannotOpen> {
    if !has_display() {
        return Err(CannotOpen::NoDisplay);
    }
    let viewport = egui::ViewportBuilder::default()
        .with_title("Perehdytin")
        .with_app_id("perehdytin")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([800.0, 560.0])
        .with_icon(egui::IconData::default());
    let native = eframe::NativeOptions { viewport, renderer: eframe::Renderer::Glow, ..Default::default() };
    let context = context();
    let mut app = App::new(options, data, Arc::new(SystemClock));
    // What the first frame will show is read while the window system makes the window.
    app.begin(&context);
    let create: eframe::AppCreator<'_> = Box::new(move |_creation| Ok(Box::new(app)));
    eframe::run_native_ext("Perehdytin", native, Some(context), create).map_err(|error| match error {
        // A display is named but nobody answers there.
        eframe::Error::WinitEventLoop(_) => CannotOpen::NoDisplay,
        other => CannotOpen::Window(other.to_string()),
    })
}

/// The context of both windows, as eframe would make it, with the program's typefaces.
fn context() -> egui::Context {
    let context = egui::Context::default();
    // The projector's window is a window of its own.
    context.set_embed_viewports(false);
    // A frame whose sizes were guessed may be laid out a second time before it is shown.
    context.options_mut(|options| options.max_passes = std::num::NonZeroUsize::MIN.saturating_add(1));
    fonts::install(&context);
    context
}

/// Whether a window could be opened at all; asked before the window system is, which would panic.
fn has_display() -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    cfg!(not(all(unix, not(target_os = "macos")))) || is_set("WAYLAND_DISPLAY") || is_set("DISPLAY")
}
