//! The second window: what the room sees, and nothing else.

/// What the trainer does to the projector; none of it is part of the session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Control {
    /// Show or hide the window.
    Show(bool),
    /// Full screen on the second display, or not.
    FullScreen(bool),
    /// Show nothing but black.
    Blackout(bool),
    /// Keep showing what it shows now.
    Freeze(bool),
    /// After a reveal: the results, or the explanation and consequences of one option.
    Explain(Option<crate::text::Id>),
}

/// How the projector stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "four switches, independent of each other")]
pub struct Status {
    /// The window is open.
    pub is_shown: bool,
    /// It fills its display.
    pub is_full_screen: bool,
    /// It shows nothing but black.
    pub is_black: bool,
    /// It keeps showing what it showed when it was frozen.
    pub is_frozen: bool,
    /// The option whose explanation is shown after a reveal; `None` shows the results.
    pub explained: Option<crate::text::Id>,
    /// How many displays the computer has; 0 while that is not known.
    pub displays: usize,
}

impl Status {
    /// Takes one control in.
    pub fn control(&mut self, control: Control) {
        match control {
            Control::Show(is_shown) => self.is_shown = is_shown,
            Control::FullScreen(is_full_screen) => {
                self.is_full_screen = is_full_screen;
                self.is_shown |= is_full_screen;
            }
            Control::Blackout(is_black) => self.is_black = is_black,
            Control::Freeze(is_frozen) => self.is_frozen = is_frozen,
            Control::Explain(option) => self.explained = option,
        }
    }
}
