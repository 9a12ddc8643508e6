//! Quitting in the middle of a session asks first, by key and by the window's close button.

use egui::Event;
use egui::Key;
use egui::Modifiers;
use egui::ViewportCommand;
use egui::ViewportEvent;
use egui::ViewportId;
use egui_kittest::kittest::Queryable as _;
use perehdytin::session::Command;
use perehdytin::session::Place;

use crate::ui_support::Room;

const QUESTION: &str = "Lopetetaanko ohjelma?";

impl Room {
    /// What the window system was asked for in one frame.
    fn frame(&mut self) -> Vec<ViewportCommand> {
        self.harness.step();
        self.harness.output().viewport_output[&ViewportId::ROOT].commands.clone()
    }

    /// Presses Ctrl+Q and tells whether the window was asked to close.
    fn quits_by_key(&mut self) -> bool {
        let (key, modifiers) = (Key::Q, Modifiers::COMMAND | Modifiers::CTRL);
        let event = Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers };
        self.harness.input_mut().events.push(event);
        let mut commands = self.frame();
        commands.extend(self.frame());
        self.settle();
        commands.contains(&ViewportCommand::Close)
    }

    /// Presses the window's close button and tells whether the window stays.
    fn stays_when_closed(&mut self) -> bool {
        let window = self.harness.input_mut().viewports.entry(ViewportId::ROOT).or_default();
        window.events.push(ViewportEvent::Close);
        let is_kept = self.frame().contains(&ViewportCommand::CancelClose);
        if let Some(window) = self.harness.input_mut().viewports.get_mut(&ViewportId::ROOT) {
            window.events.clear();
        }
        self.settle();
        is_kept
    }
}

#[test]
fn ctrl_q_in_a_session_asks_and_staying_goes_on() {
    let mut room = Room::new();
    assert!(!room.quits_by_key(), "the program ended without asking");
    assert!(room.shows(QUESTION), "{:?}", room.texts());
    room.click("Jatka tilaisuutta");
    assert!(!room.shows(QUESTION));
    assert!(room.harness.state().session().is_some());
    assert!(room.stays_when_closed(), "an earlier question was taken for an answer");
}

#[test]
fn the_close_button_in_a_session_asks_and_yes_quits() {
    let mut room = Room::new();
    assert!(room.stays_when_closed());
    assert!(room.shows(QUESTION), "{:?}", room.texts());
    assert!(room.stays_when_closed(), "a second press is no answer");
    room.harness.get_by_label("Lopeta ohjelma").click();
    let commands: Vec<ViewportCommand> = (0..4).flat_map(|_| room.frame()).collect();
    assert!(commands.contains(&ViewportCommand::Close), "{commands:?}");
    assert!(!room.stays_when_closed(), "yes was not taken for an answer");
}

#[test]
fn without_a_session_that_would_break_off_nobody_is_asked() {
    let mut room = Room::new();
    room.ask(Command::Close);
    assert!(!room.stays_when_closed());
    assert!(room.quits_by_key());
    let mut room = Room::new();
    room.press_with(Modifiers::ALT, Key::Home);
    room.click("Palaa aloitusnäyttöön");
    assert!(!room.stays_when_closed());
    assert!(room.quits_by_key());
    assert!(!room.shows(QUESTION));
}

#[test]
fn whoever_was_handed_the_computer_cannot_close_the_program_and_meets_the_trainers_check() {
    let mut room = Room::new();
    room.ask(Command::Go { to: Place::Feedback });
    room.click("Anna kone palautteen antajille");
    assert!(room.stays_when_closed());
    assert!(!room.shows(QUESTION) && !room.shows("Lopeta ohjelma"), "{:?}", room.texts());
    assert!(room.shows("Onko kone taas perehdyttäjällä?"), "{:?}", room.texts());
    assert!(room.stays_when_closed(), "a second press is no answer");
    room.click("Ei, jatketaan tässä");
    assert!(room.shows("Lähetä palaute") && !room.shows("Onko kone taas perehdyttäjällä?"), "{:?}", room.texts());
    assert!(room.stays_when_closed());
    room.click("Kyllä, avaa perehdyttäjän näkymä");
    assert!(!room.shows("Lopeta ohjelma"), "the question was there all along");
    assert!(room.stays_when_closed());
    assert!(room.shows(QUESTION), "the trainer is asked as ever");
}
