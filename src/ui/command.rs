//! Everything that can be done by key, button or menu, with its text and shortcut in one place.

use egui::Key;
use egui::Modifiers;

use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::common;
use crate::i18n::messages::phones;

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
    Phones,
    ShowJoining,
    Nudge,
    NotesLarger,
    NotesSmaller,
    ShowKeys,
    ChangeLanguage,
    ChangeLook,
    GoHome,
    Quit,
}

/// When a key counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    /// Always.
    Always,
    /// Unless text is being typed.
    NotTyping,
    /// Unless anything has the keyboard: space and arrows would operate it.
    NothingFocused,
}

/// A key that does something.
#[derive(Clone, Copy, Debug)]
struct Shortcut {
    modifiers: Modifiers,
    key: Key,
    when: When,
}

const fn plain(key: Key, when: When) -> Shortcut {
    Shortcut { modifiers: Modifiers::NONE, key, when }
}

const fn command(key: Key) -> Shortcut {
    Shortcut { modifiers: Modifiers::COMMAND, key, when: When::Always }
}

impl UiCommand {
    /// Every command, in the order in which the overlay shows them.
    pub const ALL: [Self; 21] = [
        Self::NextStep,
        Self::PreviousStep,
        Self::OpenOrRevealQuestion,
        Self::CountHands,
        Self::NoteItem,
        Self::JumpToStep,
        Self::Pause,
        Self::Blackout,
        Self::Freeze,
        Self::ToggleProjector,
        Self::ProjectorFullScreen,
        Self::Phones,
        Self::ShowJoining,
        Self::Nudge,
        Self::NotesLarger,
        Self::NotesSmaller,
        Self::ShowKeys,
        Self::ChangeLanguage,
        Self::ChangeLook,
        Self::GoHome,
        Self::Quit,
    ];

    /// What there is for somebody who studies alone: no room, no projector, no phones.
    pub const ALONE: [Self; 9] = [
        Self::NextStep,
        Self::PreviousStep,
        Self::NotesLarger,
        Self::NotesSmaller,
        Self::ShowKeys,
        Self::ChangeLanguage,
        Self::ChangeLook,
        Self::GoHome,
        Self::Quit,
    ];

    /// What it does, in a few words.
    pub fn message(self) -> Message {
        match self {
            Self::NextStep => common::command_next_step(),
            Self::PreviousStep => common::command_previous_step(),
            Self::Blackout => common::command_blackout(),
            Self::Freeze => common::command_freeze(),
            Self::Pause => common::command_pause(),
            Self::ToggleProjector => common::command_toggle_projector(),
            Self::ProjectorFullScreen => common::command_full_screen(),
            Self::OpenOrRevealQuestion => common::command_question(),
            Self::CountHands => common::command_count_hands(),
            Self::NoteItem => common::command_note_item(),
            Self::JumpToStep => common::command_jump(),
            Self::Phones => phones::command_phones(),
            Self::ShowJoining => phones::command_show_joining(),
            Self::Nudge => phones::command_nudge(),
            Self::NotesLarger => common::command_notes_larger(),
            Self::NotesSmaller => common::command_notes_smaller(),
            Self::ShowKeys => common::command_show_keys(),
            Self::ChangeLanguage => common::command_language(),
            Self::ChangeLook => common::command_look(),
            Self::GoHome => common::command_home(),
            Self::Quit => common::command_quit(),
        }
    }

    fn shortcuts(self) -> &'static [Shortcut] {
        use When::{Always, NotTyping, NothingFocused};
        // Presenter remotes send the page keys: they must work while a note is being typed.
        const NEXT: &[Shortcut] = &[
            plain(Key::PageDown, Always),
            plain(Key::ArrowRight, NothingFocused),
            plain(Key::ArrowDown, NothingFocused),
            plain(Key::Space, NothingFocused),
        ];
        const PREVIOUS: &[Shortcut] =
            &[plain(Key::PageUp, Always), plain(Key::ArrowLeft, NothingFocused), plain(Key::ArrowUp, NothingFocused)];
        const LARGER: &[Shortcut] = &[command(Key::Plus), command(Key::Equals)];
        match self {
            Self::NextStep => NEXT,
            Self::PreviousStep => PREVIOUS,
            Self::Blackout => const { &[plain(Key::B, NotTyping), plain(Key::Period, NotTyping)] },
            Self::Freeze => const { &[plain(Key::F, NotTyping)] },
            Self::Pause => const { &[plain(Key::P, NotTyping)] },
            Self::ToggleProjector => const { &[plain(Key::F6, Always)] },
            Self::ProjectorFullScreen => const { &[plain(Key::F5, Always)] },
            Self::OpenOrRevealQuestion => const { &[plain(Key::Q, NotTyping)] },
            Self::CountHands => const { &[plain(Key::H, NotTyping)] },
            Self::NoteItem => const { &[plain(Key::N, NotTyping)] },
            Self::JumpToStep => const { &[plain(Key::G, NotTyping)] },
            Self::Phones => const { &[plain(Key::F7, Always)] },
            Self::ShowJoining => const { &[plain(Key::F8, Always)] },
            Self::Nudge => const { &[plain(Key::R, NotTyping)] },
            Self::NotesLarger => LARGER,
            Self::NotesSmaller => const { &[command(Key::Minus)] },
            Self::ShowKeys => const { &[plain(Key::Questionmark, NotTyping), plain(Key::F1, Always)] },
            Self::ChangeLanguage => const { &[command(Key::L)] },
            Self::ChangeLook => const { &[command(Key::T)] },
            Self::GoHome => const { &[Shortcut { modifiers: Modifiers::ALT, key: Key::Home, when: Always }] },
            Self::Quit => const { &[command(Key::Q)] },
        }
    }

    /// Its first key in words, for buttons; empty when it has none.
    pub fn key(self, lang: Lang) -> String {
        self.shortcuts().first().map(|shortcut| shortcut.text(lang)).unwrap_or_default()
    }

    /// All its keys in words, for the overlay.
    pub fn keys(self, lang: Lang) -> String {
        let keys: Vec<String> = self.shortcuts().iter().map(|shortcut| shortcut.text(lang)).collect();
        keys.join("  ·  ")
    }

    /// Those of `commands` whose keys were pressed in the window that is being drawn; their events are used up.
    pub fn pressed(context: &egui::Context, commands: &[Self]) -> Vec<Self> {
        let is_typing = context.text_edit_focused();
        let is_focused = context.memory(|memory| memory.focused().is_some());
        context.input_mut(|input| {
            // Most frames have no key at all.
            if !input
                .events
                .iter()
                .any(|event| matches!(event, egui::Event::Key { pressed: true, .. } | egui::Event::Text(_)))
            {
                return Vec::new();
            }
            let mut pressed: Vec<Self> = commands
                .iter()
                .copied()
                .filter(|command| {
                    command.shortcuts().iter().any(|shortcut| {
                        let counts = match shortcut.when {
                            When::Always => true,
                            When::NotTyping => !is_typing,
                            When::NothingFocused => !is_focused,
                        };
                        counts && shortcut.consume(input)
                    })
                })
                .collect();
            // On many layouts `?` is a key with Shift that egui does not know by name.
            let asks = input.events.iter().any(|event| matches!(event, egui::Event::Text(text) if text == "?"));
            if asks && !is_typing && !pressed.contains(&Self::ShowKeys) {
                pressed.push(Self::ShowKeys);
            }
            pressed
        })
    }
}

impl Shortcut {
    fn consume(self, input: &mut egui::InputState) -> bool {
        // Held keys repeat; a step forward is meant once for each press.
        let mut is_pressed = false;
        input.events.retain(|event| match event {
            egui::Event::Key { key, pressed: true, repeat, modifiers, .. }
                if *key == self.key && self.matches(*modifiers) =>
            {
                is_pressed |= !repeat;
                false
            }
            _ => true,
        });
        is_pressed
    }

    fn matches(self, modifiers: Modifiers) -> bool {
        if self.modifiers.is_none() {
            !modifiers.ctrl && !modifiers.alt && !modifiers.command
        } else {
            modifiers.matches_logically(self.modifiers)
        }
    }

    fn text(self, lang: Lang) -> String {
        let key = match self.key {
            Key::PageDown => common::key_page_down().text(lang),
            Key::PageUp => common::key_page_up().text(lang),
            Key::Space => common::key_space().text(lang),
            Key::ArrowRight => common::key_right().text(lang),
            Key::ArrowLeft => common::key_left().text(lang),
            Key::ArrowDown => common::key_down().text(lang),
            Key::ArrowUp => common::key_up().text(lang),
            Key::Period => ".".to_owned(),
            Key::Plus => "+".to_owned(),
            Key::Equals => "=".to_owned(),
            Key::Minus => "−".to_owned(),
            Key::Questionmark => "?".to_owned(),
            other => other.name().to_owned(),
        };
        if self.modifiers.command {
            format!("Ctrl {key}")
        } else if self.modifiers.alt {
            format!("Alt {key}")
        } else {
            key
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn no_key_does_two_things() {
        let mut owners: BTreeMap<String, UiCommand> = BTreeMap::new();
        for command in UiCommand::ALL {
            for shortcut in command.shortcuts() {
                let other = owners.insert(shortcut.text(Lang::En), command);
                assert_eq!(other, None, "{} belongs to {command:?} too", shortcut.text(Lang::En));
            }
        }
    }

    #[test]
    fn every_command_has_a_key() {
        for command in UiCommand::ALL {
            assert!(!command.key(Lang::Fi).is_empty(), "{command:?}");
        }
    }
}
