//! The house's widgets: found by name, operated by keyboard, told to screen readers.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use perehdytin::i18n::Lang;
use perehdytin::ui::fonts;
use perehdytin::ui::theme::{DEFAULT_ACCENT, Look, Theme};
use perehdytin::ui::widgets::{
    Bar, Button, Column, Field, SignaturePad, Tone, badge, bar, check, choice, dialog, heading, notice, progress, table,
};

fn theme() -> Theme {
    Theme::new(Look::Light, false, DEFAULT_ACCENT)
}

fn drawn<S>(state: S, mut draw: impl FnMut(&mut egui::Ui, &Theme, &mut S) + 'static) -> Harness<'static, S> {
    let theme = theme();
    let style = theme.clone();
    Harness::builder()
        .with_size([800.0, 600.0])
        .with_context_setup(move |context| {
            fonts::install(context);
            style.apply(context);
        })
        .build_ui_state(move |ui, state: &mut S| draw(ui, &theme, state), state)
}

#[test]
fn a_field_is_found_by_the_label_above_it_and_says_what_is_wrong() {
    let mut harness = drawn(String::new(), |ui, theme, value| {
        Field::new(theme, "Paikka").error(Some("Paikka puuttuu.")).show(ui, value);
    });
    harness.get_by_role_and_label(Role::TextInput, "Paikka").focus();
    harness.run();
    harness.event(egui::Event::Text("Varikko".to_owned()));
    harness.run();
    assert_eq!(harness.state(), "Varikko");
    harness.get_by_label("Paikka puuttuu.");
}

#[test]
fn a_button_is_reached_by_tab_and_pressed_by_enter_and_space() {
    let mut harness = drawn(0, |ui, theme, presses: &mut i32| {
        if ui.add(Button::primary(theme, "Aloita").key("F9")).clicked() {
            *presses += 1;
        }
        ui.add_enabled(false, Button::danger(theme, "Poista"));
    });
    harness.key_press(Key::Tab);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    assert_eq!(*harness.state(), 2);
    assert!(harness.get_by_role_and_label(Role::Button, "Poista").accesskit_node().is_disabled());
    let shortcut = harness.get_by_label("Aloita").accesskit_node().data().keyboard_shortcut().map(str::to_owned);
    assert_eq!(shortcut.as_deref(), Some("F9"));
}

#[test]
fn a_switch_button_tells_whether_it_is_on() {
    let harness = drawn((), |ui, theme, ()| {
        ui.add(Button::plain(theme, "Pimennä").selected(true));
    });
    let node = harness.get_by_label("Pimennä");
    assert_eq!(node.accesskit_node().toggled(), Some(egui::accesskit::Toggled::True));
}

#[test]
fn one_of_a_choice_is_taken_by_click() {
    let mut harness = drawn(Lang::Fi, |ui, theme, lang| {
        choice(ui, theme, "Kieli", lang, &[(Lang::Fi, "suomi".to_owned()), (Lang::En, "englanti".to_owned())]);
    });
    harness.get_by_role_and_label(Role::RadioButton, "englanti").click();
    harness.run();
    assert_eq!(*harness.state(), Lang::En);
}

#[test]
fn a_check_box_is_ticked_by_its_words() {
    let mut harness = drawn(false, |ui, theme, value| {
        check(ui, theme, value, "Kutsut on lähetetty");
    });
    harness.get_by_role_and_label(Role::CheckBox, "Kutsut on lähetetty").click();
    harness.run();
    assert!(*harness.state());
}

#[test]
fn a_row_of_a_table_is_chosen_by_keyboard() {
    let names = ["Aino", "Bertta"];
    let mut harness = drawn(None, move |ui, theme, chosen: &mut Option<usize>| {
        let columns = [Column::text("Nimi", 3.0), Column::number("Minuutit", 1.0)];
        let name = |row: usize| names[row].to_owned();
        let clicked = table(ui, theme, "people", &columns, 2, Some(&name), |ui, row, column| {
            ui.label(if column == 0 { names[row].to_owned() } else { (row * 60).to_string() });
        });
        *chosen = clicked.or(*chosen);
    });
    harness.get_by_role_and_label(Role::Row, "Bertta").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(*harness.state(), Some(1));
}

#[test]
fn escape_closes_a_dialog() {
    let mut harness = drawn(true, |ui, theme, is_open| {
        if *is_open {
            let response = dialog(ui.ctx(), theme, "ask", "Palataanko?", 400.0, |ui| ui.label("Kaikki on tallessa."));
            *is_open = !response.should_close;
        }
    });
    harness.get_by_role_and_label(Role::Heading, "Palataanko?");
    harness.key_press_modifiers(Modifiers::NONE, Key::Escape);
    harness.run();
    assert!(!*harness.state());
}

#[test]
fn what_is_shown_by_colour_and_shape_is_said_in_words_too() {
    let mut harness = drawn((), |ui, theme, ()| {
        heading(ui, theme, "Tulos");
        badge(ui, theme, Tone::Bad, "Puuttuu");
        bar(ui, theme, &Bar { index: 1, text: "Lähden pois", count: 3, total: 12, right: Some("oikein") });
        progress(ui, theme, 0.4, "Allekirjoitetaan");
        notice(ui, theme, Tone::Caution, "Levy on melkein täynnä.", "Selvä");
    });
    harness.run();
    harness.get_by_role_and_label(Role::Heading, "Tulos");
    harness.get_by_label("Puuttuu");
    harness.get_by_label("B: Lähden pois: 3 / 12, oikein");
    let progress = harness.get_by_role(Role::ProgressIndicator).accesskit_node().numeric_value();
    assert_eq!(progress, Some(40.0));
    harness.get_by_role_and_label(Role::Alert, "Levy on melkein täynnä.");
}

#[test]
fn a_signature_is_drawn_with_the_pointer_undone_and_cleared() {
    let mut harness = drawn(SignaturePad::default(), |ui, theme, pad| {
        pad.show(ui, theme, Lang::Fi, "Allekirjoitus", 600.0);
    });
    let pad = harness.get_by_label("Allekirjoitus: allekirjoitus puuttuu").rect();
    let at = |x: f32, y: f32| pad.min + pad.size() * egui::vec2(x, y);
    for stroke in [[at(0.1, 0.5), at(0.4, 0.3)], [at(0.5, 0.5), at(0.9, 0.6)]] {
        harness.drag_at(stroke[0]);
        harness.run();
        harness.hover_at(stroke[1]);
        harness.run();
        harness.drop_at(stroke[1]);
        harness.run();
    }
    let signature = harness.state().signature().unwrap();
    assert_eq!(signature.strokes.len(), 2);
    assert_eq!((signature.width, signature.height), (1200, 400));
    assert_eq!(signature.strokes[0].first(), Some(&[120, 200]));
    harness.get_by_label("Allekirjoitus: allekirjoitettu");
    harness.get_by_label("Poista viimeinen veto").click();
    harness.run();
    assert_eq!(harness.state().signature().unwrap().strokes.len(), 1);
    harness.get_by_label("Tyhjennä").click();
    harness.run();
    assert!(harness.state().is_empty());
}

/// A finger on a touch screen: what the window system's layer makes of it, the touch and the pointer it moves.
fn touch<S>(harness: &mut Harness<'_, S>, phase: egui::TouchPhase, pos: egui::Pos2) {
    let (device_id, id) = (egui::TouchDeviceId(1), egui::TouchId(7));
    harness.event(egui::Event::Touch { device_id, id, phase, pos, force: Some(0.4) });
    let button = |pressed| egui::Event::PointerButton {
        pos,
        button: egui::PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    match phase {
        egui::TouchPhase::Start => {
            harness.event(egui::Event::PointerMoved(pos));
            harness.event(button(true));
        }
        egui::TouchPhase::Move => harness.event(egui::Event::PointerMoved(pos)),
        egui::TouchPhase::End => {
            harness.event(button(false));
            harness.event(egui::Event::PointerGone);
        }
        egui::TouchPhase::Cancel => harness.event(egui::Event::PointerGone),
    }
    harness.step();
}

#[test]
fn a_signature_is_drawn_with_a_finger_and_the_page_below_stays_where_it_is() {
    let mut harness = drawn(SignaturePad::default(), |ui, theme, pad| {
        egui::ScrollArea::vertical().show(ui, |ui| {
            pad.show(ui, theme, Lang::Fi, "Allekirjoitus", 600.0);
            ui.add_space(2000.0);
        });
    });
    let pad = harness.get_by_label("Allekirjoitus: allekirjoitus puuttuu").rect();
    let at = |x: f32, y: f32| pad.min + pad.size() * egui::vec2(x, y);
    for (x, down) in [(0.1, 0.2), (0.5, 0.25)] {
        touch(&mut harness, egui::TouchPhase::Start, at(x, down));
        for step in 1..=3u8 {
            let far = f32::from(step) * 0.1;
            touch(&mut harness, egui::TouchPhase::Move, at(x + far, down + far * 2.0));
        }
        touch(&mut harness, egui::TouchPhase::End, at(x + 0.3, down + 0.6));
    }
    let strokes = harness.state().signature().unwrap().strokes;
    assert_eq!(strokes.len(), 2, "{strokes:?}");
    assert_eq!(strokes[0], [[120, 80], [240, 160], [360, 240], [480, 320]]);
    harness.run();
    assert_eq!(harness.get_by_label("Allekirjoitus: allekirjoitettu").rect(), pad, "the page was dragged along");
}

#[test]
fn a_pad_that_takes_no_more_ink_says_so() {
    let mut harness = drawn(SignaturePad::default(), |ui, theme, pad| {
        pad.show(ui, theme, Lang::Fi, "Allekirjoitus", 600.0);
    });
    assert!(harness.query_by_label_contains("ei mahdu enempää").is_none());
    for step in 0..20_000u16 {
        harness.state_mut().pen([step.wrapping_mul(7) % 1200, step % 400]);
    }
    harness.run();
    harness.get_by_label_contains("ei mahdu enempää");
    harness.get_by_label("Tyhjennä").click();
    harness.run();
    assert!(harness.query_by_label_contains("ei mahdu enempää").is_none());
}
