//! A window without a display over a temporary data folder, driven by role and label.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;
use std::time::Instant;

use egui::Key;
use egui::Modifiers;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use perehdytin::clock::SetClock;
use perehdytin::files::DataFolder;
use perehdytin::ui::Route;
use perehdytin::ui::app::App;
use perehdytin::ui::app::Options;

use crate::press_support::press_at;

/// How long a piece of work may take before a test calls it stuck.
const PATIENCE: Duration = Duration::from_mins(2);

/// A passphrase that is long enough.
pub(crate) const PASSPHRASE: &str = "vihreä kuusi laulaa illalla";

/// A file that is dropped on the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

/// A window with its data folder.
pub(crate) struct Desk {
    pub(crate) harness: Harness<'static, App>,
    pub(crate) data: DataFolder,
    pub(crate) clock: Arc<SetClock>,
    folder: Arc<tempfile::TempDir>,
}

impl Desk {
    /// A window over a new data folder, at nine in the morning in Helsinki.
    pub(crate) fn new() -> Self {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let clock = SetClock::new("2026-03-02T07:00:00Z".parse().unwrap());
        Self::over(folder, clock)
    }

    fn over(folder: Arc<tempfile::TempDir>, clock: Arc<SetClock>) -> Self {
        let data = DataFolder::open(folder.path().join("data")).unwrap();
        let app = App::new(Options::default(), data.clone(), Arc::clone(&clock) as _);
        // High enough that nothing has to be scrolled into sight before it is clicked.
        let harness =
            Harness::builder().with_size([1366.0, 4000.0]).build_ui_state(|ui, app: &mut App| app.ui(ui), app);
        Self { harness, data, clock, folder }
    }

    /// Closes the window and opens another over the same folder, as after a restart.
    pub(crate) fn restarted(self) -> Self {
        let Self { harness, data: _, clock, folder } = self;
        drop(harness);
        Self::over(folder, clock)
    }

    /// A folder beside the data folder.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::create_dir_all(&path).unwrap();
        path
    }

    pub(crate) fn set_clock(&self, at: &str) {
        self.clock.set(at.parse().unwrap());
    }

    pub(crate) fn route(&self) -> &Route {
        self.harness.state().route()
    }

    pub(crate) fn go(&mut self, route: Route) {
        self.harness.state_mut().go(route);
        self.harness.run();
    }

    /// Lets frames pass until `is_so`.
    #[track_caller]
    pub(crate) fn wait(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let begun = Instant::now();
        loop {
            self.harness.step();
            if is_so(self) {
                // What has just appeared may move once more.
                self.harness.run_ok();
                return;
            }
            assert!(begun.elapsed() < PATIENCE, "{what} never came; on the screen:\n{}", self.texts().join("\n"));
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits for a text that contains `part`.
    #[track_caller]
    pub(crate) fn wait_for(&mut self, part: &str) {
        self.wait(part, |desk| desk.shows(part));
    }

    /// Whether a text on the screen contains `part`.
    pub(crate) fn shows(&self, part: &str) -> bool {
        self.texts().iter().any(|text| text.contains(part))
    }

    /// Every text on the screen.
    pub(crate) fn texts(&self) -> Vec<String> {
        self.harness
            .query_all(egui_kittest::kittest::by())
            .filter_map(|node| {
                use egui_kittest::kittest::NodeT as _;
                let node = node.accesskit_node();
                node.label().or_else(|| node.value())
            })
            .collect()
    }

    /// Demands that every control on the screen has a name, and that the window rests when nothing happens.
    #[track_caller]
    pub(crate) fn is_named_and_rests(&mut self, screen: &str) {
        self.is_named(screen);
        self.harness.run();
        let delay = self.harness.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
        assert!(delay.as_secs() > 3600, "{screen} wants to be painted again in {delay:?}");
    }

    /// Every control on the screen has a name for those who cannot see it.
    #[track_caller]
    pub(crate) fn is_named(&self, screen: &str) {
        use egui_kittest::kittest::NodeT as _;
        let nameless: Vec<String> = self
            .harness
            .query_all(egui_kittest::kittest::by())
            .filter_map(|node| {
                let node = node.accesskit_node();
                let is_control = matches!(
                    node.role(),
                    Role::Button
                        | Role::CheckBox
                        | Role::RadioButton
                        | Role::TextInput
                        | Role::MultilineTextInput
                        | Role::PasswordInput
                        | Role::Canvas
                );
                let has_name = node.label().is_some_and(|label| !label.trim().is_empty());
                (is_control && !has_name).then(|| format!("{:?} {:?}", node.role(), node.value()))
            })
            .collect();
        assert!(nameless.is_empty(), "{screen}: without a name: {nameless:?}");
    }

    /// Presses what was drawn there.
    pub(crate) fn press_at(&mut self, rect: egui::Rect) {
        press_at(&mut self.harness, rect);
        self.harness.run_ok();
    }

    /// Presses the button called `label`, once it can be pressed: what another window had open may not be free yet.
    #[track_caller]
    pub(crate) fn press(&mut self, label: &str) {
        if !self.offers(label) {
            self.wait(label, |desk| desk.offers(label));
        }
        let rect = self.harness.get_by_role_and_label(Role::Button, label).rect();
        self.press_at(rect);
    }

    /// Presses the last of several buttons called `label`: the one of a dialog, which is drawn last.
    #[track_caller]
    pub(crate) fn press_last(&mut self, label: &str) {
        let rect = self.harness.get_all_by_role_and_label(Role::Button, label).last().unwrap().rect();
        self.press_at(rect);
    }

    /// Presses the first of several buttons called `label`: the form stands above the list.
    #[track_caller]
    pub(crate) fn press_form(&mut self, label: &str) {
        let rect = self.harness.get_all_by_role_and_label(Role::Button, label).next().unwrap().rect();
        self.press_at(rect);
    }

    /// Chooses the segment called `label`.
    #[track_caller]
    pub(crate) fn choose(&mut self, label: &str) {
        let rect = self.harness.get_by_role_and_label(Role::RadioButton, label).rect();
        self.press_at(rect);
    }

    /// What stands in the field called `label`.
    #[track_caller]
    pub(crate) fn value(&self, label: &str) -> Option<String> {
        self.harness.get_by_role_and_label(Role::TextInput, label).value()
    }

    /// Whether there is a button called `label` that can be pressed.
    pub(crate) fn offers(&self, label: &str) -> bool {
        use egui_kittest::kittest::NodeT as _;
        self.harness
            .query_by_role_and_label(Role::Button, label)
            .is_some_and(|button| !button.accesskit_node().is_disabled())
    }

    /// Ticks or unticks the box called `label`.
    #[track_caller]
    pub(crate) fn tick(&mut self, label: &str) {
        let rect = self.harness.get_by_role_and_label(Role::CheckBox, label).rect();
        self.press_at(rect);
    }

    /// Writes `text` into the field called `label`, over what stands there.
    #[track_caller]
    pub(crate) fn write(&mut self, label: &str, text: &str) {
        self.write_into(Role::TextInput, label, text);
    }

    /// Writes a passphrase.
    #[track_caller]
    pub(crate) fn write_secret(&mut self, label: &str, text: &str) {
        self.write_into(Role::PasswordInput, label, text);
    }

    #[track_caller]
    pub(crate) fn write_into(&mut self, role: Role, label: &str, text: &str) {
        self.harness.get_by_role_and_label(role, label).focus();
        self.harness.run_ok();
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.harness.run_ok();
        if text.is_empty() {
            self.harness.key_press(Key::Backspace);
        } else {
            self.harness.event(egui::Event::Text(text.to_owned()));
        }
        self.harness.run_ok();
    }

    pub(crate) fn key(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run_ok();
    }

    /// Types where the keyboard is.
    pub(crate) fn types(&mut self, text: &str) {
        self.harness.event(egui::Event::Text(text.to_owned()));
        self.harness.run_ok();
    }

    /// Whether the keyboard is at the control called `label`.
    pub(crate) fn has_focus(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).any(|node| node.is_focused())
    }

    /// Presses Tab until the keyboard is at the control called `label`.
    #[track_caller]
    pub(crate) fn tab_to(&mut self, label: &str) {
        for _ in 0..200 {
            if self.has_focus(label) {
                return;
            }
            self.key(Key::Tab);
        }
        panic!("Tab never came to {label}");
    }

    /// Draws on the signature pad with the mouse.
    #[track_caller]
    pub(crate) fn draw_signature(&mut self) {
        let rect = self.harness.get_by_role(Role::Canvas).rect();
        let at = |x: f32, y: f32| rect.min + rect.size() * egui::vec2(x, y);
        self.harness.drag_at(at(0.2, 0.6));
        self.harness.step();
        for (x, y) in [(0.3, 0.3), (0.45, 0.7), (0.6, 0.35), (0.8, 0.6)] {
            self.harness.hover_at(at(x, y));
            self.harness.step();
        }
        self.harness.drop_at(at(0.8, 0.6));
        self.harness.run_ok();
    }

    /// Comes from Home to a preparation that can be filled in.
    #[track_caller]
    pub(crate) fn prepares(&mut self) {
        self.press("Valmistele tilaisuus");
        self.wait_for("3 · Paikka ja perehdyttäjä");
    }

    /// Fills the preparation and opens the sign-in.
    #[track_caller]
    pub(crate) fn opens_a_session(&mut self) {
        self.prepares();
        self.write("Paikka", "Kerhotalo");
        self.write("Perehdyttäjä", "Taina Tarkka");
        self.write("Järjestäjä", "Esimerkkilän Energia");
        self.press("Avaa ilmoittautuminen");
        self.wait("the sign-in", |desk| matches!(desk.route(), Route::Lobby(_)));
    }

    /// A window whose session Aino Laine has signed in to.
    #[track_caller]
    pub(crate) fn with_aino() -> Self {
        let mut desk = Self::new();
        desk.opens_a_session();
        desk.signs_in("Aino Laine", "Kaivuu Oy");
        desk
    }

    /// A window whose session with Aino Laine has just been closed.
    #[track_caller]
    pub(crate) fn closed_with_aino() -> Self {
        let mut desk = Self::with_aino();
        desk.closes();
        desk
    }

    /// A window whose session with Aino Laine has just been closed and signed.
    #[track_caller]
    pub(crate) fn signed_with_aino() -> Self {
        let mut desk = Self::closed_with_aino();
        desk.signs_with_new_key();
        desk
    }

    /// Signs somebody in at the desk.
    #[track_caller]
    pub(crate) fn signs_in(&mut self, name: &str, company: &str) {
        self.write("Nimi", name);
        self.write("Yritys", company);
        self.draw_signature();
        self.press("Ilmoittaudu");
        self.wait_for(&format!("Tervetuloa, {name}!"));
    }

    /// Closes the session that is open.
    #[track_caller]
    pub(crate) fn closes(&mut self) {
        self.go(Route::Finish(Default::default()));
        self.press("Päätä tilaisuus…");
        self.press("Päätä nyt");
        self.wait_for("Allekirjoita rekisteri");
    }

    /// Signs the closed session with a key made on the spot.
    #[track_caller]
    pub(crate) fn signs_with_new_key(&mut self) {
        self.wait_for("Allekirjoittajan nimi");
        self.write("Allekirjoittajan nimi", "Taina Tarkka");
        self.write_secret("Uusi tunnuslause", PASSPHRASE);
        self.write_secret("Tunnuslause uudelleen", PASSPHRASE);
        self.press("Tee allekirjoitusavain");
        self.wait_for("Rekisteri on valmis");
    }

    /// The only session's folder.
    pub(crate) fn session_folder(&self) -> PathBuf {
        let folders: Vec<PathBuf> =
            std::fs::read_dir(self.data.sessions()).unwrap().map(|entry| entry.unwrap().path()).collect();
        let [only] = &folders[..] else { panic!("{folders:?}") };
        only.clone()
    }

    /// Drops a file on the window.
    pub(crate) fn drops(&mut self, path: &Path) {
        self.harness.input_mut().dropped_files.push(Arc::new(Dropped(path.to_owned())));
        self.harness.step();
    }
}
