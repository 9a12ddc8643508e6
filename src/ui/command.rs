//! Everything that can be done by key, button or menu, with its text and shortcut in one place.

/// What a person can ask of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum UiCommand {
    NextStep,
    PreviousStep,
    Blackout,
    Freeze,
    Pause,
    ToggleProjector,
    ProjectorFullScreen,
    OpenOrRevealQuestion,
    CountHands,
    NoteItem,
    JumpToStep,
    NotesLarger,
    NotesSmaller,
    ShowKeys,
    ChangeLanguage,
    ChangeLook,
    GoHome,
    Quit,
}
