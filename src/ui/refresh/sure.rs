//! How sure somebody is of an answer: the row at the foot that asks for it, and its keys.

use egui::Key;
use egui::Modifiers;
use egui::Ui;

use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::refresh as say;
use crate::study::refresh::Sure;
use crate::ui::Cx;
use crate::ui::widgets;
use crate::ui::widgets::Button;

/// How an answer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stage {
    /// There is none yet.
    Open,
    /// There is one, and the answer before is still being written down.
    Busy,
    /// It can be taken.
    Ready,
}

/// Asks how sure the answer is, at the foot of the window.
pub(super) fn ask(ui: &mut Ui, cx: &Cx<'_>, stage: Stage) -> Option<Sure> {
    let (theme, lang) = (cx.theme, cx.lang);
    let is_ready = stage == Stage::Ready;
    let mut sure = None;
    foot(ui, cx, "refresh-sure", |ui| {
        ui.spacing_mut().item_spacing.y = theme.grid;
        let words = if stage == Stage::Open { say::answer_first() } else { say::how_sure() };
        widgets::strong(ui, theme, &words.text(lang));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = theme.grid * 1.5;
            for of_button in Sure::ALL {
                let button = Button::plain(theme, words_of(of_button).text(lang)).large();
                if ui.add_enabled(is_ready, button.key(key_of(of_button, lang).name())).clicked() {
                    sure = Some(of_button);
                }
            }
        });
    });
    let pressed = || Sure::ALL.into_iter().find(|sure| is_pressed(ui, key_of(*sure, lang)));
    sure.or_else(|| is_ready.then(pressed).flatten())
}

/// A row at the foot of the window that stays while the rest scrolls.
pub(super) fn foot(ui: &mut Ui, cx: &Cx<'_>, id: &'static str, contents: impl FnOnce(&mut Ui)) {
    let frame = egui::Frame::new().fill(cx.theme.surface).inner_margin(egui::Margin::symmetric(24, 12));
    egui::Panel::bottom(id).frame(frame).show(ui, |ui| {
        let side = ((ui.available_width() - 880.0) / 2.0).max(0.0);
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.add_space(side);
            ui.vertical(contents);
        });
    });
}

fn words_of(sure: Sure) -> Message {
    match sure {
        Sure::Guess => say::sure_guess(),
        Sure::Think => say::sure_think(),
        Sure::Know => say::sure_know(),
    }
}

/// The key is a letter of its words: digits and the letters A to F choose options here as everywhere.
fn key_of(sure: Sure, lang: Lang) -> Key {
    match (lang, sure) {
        (Lang::Fi, Sure::Guess) => Key::V,
        (Lang::Fi, Sure::Think) => Key::L,
        (Lang::En, Sure::Guess) => Key::G,
        (Lang::Fi, Sure::Know) | (Lang::En, Sure::Think) => Key::T,
        (Lang::En, Sure::Know) => Key::K,
    }
}

fn is_pressed(ui: &Ui, key: Key) -> bool {
    ui.input_mut(|input| input.consume_key(Modifiers::NONE, key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_of_how_sure_one_is_begins_one_of_its_words_and_chooses_no_option() {
        for lang in [Lang::Fi, Lang::En] {
            let keys = Sure::ALL.map(|sure| key_of(sure, lang).name());
            for (sure, key) in Sure::ALL.into_iter().zip(keys) {
                let words = words_of(sure).text(lang).to_uppercase();
                assert!(words.split_whitespace().any(|word| word.starts_with(key)), "{key}: {words}");
                assert!(!"ABCDEF123456".contains(key), "{key}");
                assert_eq!(keys.iter().filter(|other| **other == key).count(), 1, "{key}");
            }
        }
    }
}
