//! The shell without a display: keys, language and look, dropped files, the overlay of keys.

use std::path::PathBuf;
use std::sync::Arc;

use egui::{Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use perehdytin::clock::SetClock;
use perehdytin::files::DataFolder;
use perehdytin::i18n::Lang;
use perehdytin::ui::Route;
use perehdytin::ui::app::{App, Options};
use perehdytin::ui::settings::Settings;
use perehdytin::ui::theme::Look;

struct Window {
    harness: Harness<'static, App>,
    data: DataFolder,
    _folder: tempfile::TempDir,
}

fn window() -> Window {
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::open(folder.path().join("data")).unwrap();
    let clock = SetClock::new("2026-03-02T07:00:00Z".parse().unwrap());
    let app = App::new(Options::default(), data.clone(), clock);
    let harness = Harness::builder().with_size([1366.0, 768.0]).build_ui_state(|ui, app: &mut App| app.ui(ui), app);
    Window { harness, data, _folder: folder }
}

impl Window {
    fn press(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    fn app(&self) -> &App {
        self.harness.state()
    }
}

#[test]
fn the_window_starts_at_home_in_finnish() {
    let window = window();
    assert!(matches!(window.app().route(), Route::Home(_)));
    assert_eq!(window.app().settings().lang, Lang::Fi);
    window.harness.get_by_label("In English");
}

#[test]
fn a_key_shows_all_keys_and_escape_hides_them() {
    let mut window = window();
    assert!(window.harness.query_by_label("Pimennä projektori").is_none());
    window.press(Modifiers::NONE, Key::F1);
    window.harness.get_by_label("Pimennä projektori");
    window.press(Modifiers::NONE, Key::Escape);
    assert!(window.harness.query_by_label("Pimennä projektori").is_none());
}

#[test]
fn a_question_mark_typed_on_any_layout_shows_the_keys() {
    let mut window = window();
    window.harness.event(egui::Event::Text("?".to_owned()));
    window.harness.run();
    window.harness.get_by_label("Pimennä projektori");
}

#[test]
fn language_and_look_change_by_key_and_are_kept() {
    let mut window = window();
    window.press(Modifiers::COMMAND, Key::L);
    assert_eq!(window.app().settings().lang, Lang::En);
    window.harness.get_by_label("Suomeksi");
    window.press(Modifiers::COMMAND, Key::T);
    assert_eq!(window.app().settings().look, Look::Light);
    let Window { harness, data, _folder } = window;
    // Closing the window waits for what is being written.
    drop(harness);
    let kept = Settings::load(&data).unwrap();
    assert_eq!((kept.lang, kept.look), (Lang::En, Look::Light));
}

#[test]
fn the_language_asked_for_at_the_start_comes_before_the_settings() {
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::open(folder.path().join("data")).unwrap();
    Settings { lang: Lang::Fi, ..Settings::default() }.save(&data).unwrap().join().unwrap().unwrap();
    let clock = SetClock::new("2026-03-02T07:00:00Z".parse().unwrap());
    let of = |lang_is_asked| {
        let options = Options { lang: Lang::En, lang_is_asked, ..Options::default() };
        App::new(options, data.clone(), Arc::clone(&clock) as _).settings().lang
    };
    assert_eq!(of(true), Lang::En);
    assert_eq!(of(false), Lang::Fi);
}

#[test]
fn blackout_and_freeze_work_by_the_keys_of_a_presenter_remote() {
    let mut window = window();
    window.press(Modifiers::NONE, Key::B);
    assert!(window.app().projector().is_black);
    window.press(Modifiers::NONE, Key::Period);
    assert!(!window.app().projector().is_black);
    window.press(Modifiers::NONE, Key::F);
    assert!(window.app().projector().is_frozen);
}

#[test]
fn files_given_at_the_start_are_checked_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::open(folder.path().join("data")).unwrap();
    let clock = SetClock::new("2026-03-02T07:00:00Z".parse().unwrap());
    let files = vec![PathBuf::from("/nowhere/register.pdf")];
    let app = App::new(Options { files, ..Options::default() }, data, clock);
    assert!(matches!(app.route(), Route::Verify(_)));
}

#[test]
fn an_idle_window_asks_for_no_repaint() {
    let mut window = window();
    window.harness.run();
    let output = window.harness.output();
    let delay = output.viewport_output[&egui::ViewportId::ROOT].repaint_delay;
    assert!(delay.as_secs() > 3600, "the window wants to be painted again in {delay:?}");
}

#[test]
fn without_a_display_the_program_says_so_and_names_what_works_without_one() {
    for (lang, words) in [("fi", "ei ole näyttöä"), ("en", "no display")] {
        let folder = tempfile::tempdir().unwrap();
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_perehdytin"))
            .args(["--lang", lang, "--data-dir"])
            .arg(folder.path())
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .output()
            .unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(words) && said.contains("rehearse"), "{said}");
    }
}

#[test]
fn a_display_that_does_not_answer_is_no_panic() {
    let folder = tempfile::tempdir().unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_perehdytin"))
        .args(["--lang", "en", "--data-dir"])
        .arg(folder.path())
        .env("DISPLAY", ":9999")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("no display"), "{said}");
}
