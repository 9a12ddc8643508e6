//! The second window: what the room sees, and nothing else.

/// What the trainer does to the projector; none of it is part of the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// Show or hide the window.
    Show(bool),
    /// Full screen on the second display, or not.
    FullScreen(bool),
    /// Show nothing but black.
    Blackout(bool),
    /// Keep showing what it shows now.
    Freeze(bool),
}
