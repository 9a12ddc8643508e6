//! A small course, a real engine and the real window, driven by role and label.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use std::time::Instant;

use egui::Key;
use egui::Modifiers;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use jiff::SignedDuration;
use jiff::Timestamp;
use perehdytin::clock::Clock as _;
use perehdytin::clock::SetClock;
use perehdytin::engine::Client;
use perehdytin::engine::Engine;
use perehdytin::engine::NewSession;
use perehdytin::engine::Origin;
use perehdytin::files::DataFolder;
use perehdytin::i18n::Lang;
use perehdytin::room::Interface;
use perehdytin::session::Channel;
use perehdytin::session::Command;
use perehdytin::session::Details;
use perehdytin::session::Expected;
use perehdytin::session::Form;
use perehdytin::session::Place;
use perehdytin::session::Signature;
use perehdytin::session::State;
use perehdytin::ui::Route;
use perehdytin::ui::app::App;
use perehdytin::ui::app::Options;
use tempfile::TempDir;

use crate::new_session::{new_session, script};
use crate::press_support::press_at;

/// A course of eight steps with a question of every kind, a branch, a break and a discussion.
pub(crate) const COURSE: &[(&str, &str)] = &[
    ("course.ron", include_str!("ui_course/course.ron")),
    ("profile.ron", include_str!("ui_course/profile.ron")),
    ("first.ron", include_str!("ui_course/first.ron")),
    ("second.ron", include_str!("ui_course/second.ron")),
];

/// Writes the small course into `folder`.
pub(crate) fn write_course(folder: &Path) {
    std::fs::create_dir_all(folder.join("media")).unwrap();
    for (name, text) in COURSE {
        std::fs::File::create(folder.join(name))
            .and_then(|mut file| std::io::Write::write_all(&mut file, text.as_bytes()))
            .unwrap();
    }
}

/// A session of the course in `course`, whose draws are the same every time.
pub(crate) fn new_session_of(course: &Path) -> NewSession {
    NewSession {
        organiser: "Esimerkkilän Verkko Oy".to_owned(),
        place: "Varikko".to_owned(),
        trainer: "Tiina Trainer".to_owned(),
        origin: Origin::Rehearsal(7),
        ..new_session(script(course))
    }
}

/// Half past nine on a Monday in Helsinki.
pub(crate) fn start() -> Timestamp {
    "2026-11-23T07:30:00Z".parse().unwrap()
}

/// A signature of one stroke.
pub(crate) fn signature() -> Signature {
    Signature { width: 1200, height: 400, strokes: vec![vec![[100, 200], [400, 120], [700, 260]]] }
}

/// The window with a running session, and the hands that operate it.
pub(crate) struct Room {
    /// The window.
    pub(crate) harness: Harness<'static, App>,
    /// The session's clock.
    pub(crate) clock: Arc<SetClock>,
    client: Client,
    lang: Lang,
    size: [f32; 2],
    // Everything the test writes; gone with it.
    folder: TempDir,
}

impl Room {
    /// A session on the small course with Aino, Bertta and Cecilia signed in, in the console, in Finnish.
    pub(crate) fn new() -> Self {
        Self::of(Lang::Fi, [1366.0, 768.0])
    }

    /// As [`Room::new`], in a language and a size of window in points.
    pub(crate) fn of(lang: Lang, size: [f32; 2]) -> Self {
        let folder = TempDir::new().unwrap();
        let course = folder.path().join("course");
        write_course(&course);
        Self::on(&course, Form::Room, lang, size, folder)
    }

    /// Aino's self-study of the small course, at its home, in Finnish.
    pub(crate) fn alone() -> Self {
        Self::alone_in(Lang::Fi, [1366.0, 768.0])
    }

    /// As [`Room::alone`], in a language and a size of window in points.
    pub(crate) fn alone_in(lang: Lang, size: [f32; 2]) -> Self {
        let folder = TempDir::new().unwrap();
        let course = folder.path().join("course");
        write_course(&course);
        Self::on(&course, Form::SelfStudy, lang, size, folder)
    }

    fn on(course: &Path, form: Form, lang: Lang, size: [f32; 2], folder: TempDir) -> Self {
        let data = DataFolder::open(folder.path().join("data")).unwrap();
        let clock = SetClock::new(start());
        let expected =
            |name: &str| Expected { name: name.to_owned(), company: "Kaivu Oy".to_owned(), ..Expected::default() };
        let is_room = form == Form::Room;
        let new = if is_room {
            NewSession { expected: vec![expected("Aino Aalto"), expected("Daavid Dahl")], ..new_session_of(course) }
        } else {
            NewSession { form, place: String::new(), trainer: String::new(), ..new_session_of(course) }
        };
        let engine = Engine::create(&data, new, Arc::<SetClock>::clone(&clock), Arc::new(|| ())).unwrap();
        let client = engine.client();
        for name in ["Aino Aalto", "Bertta Berg", "Cecilia Cedercreutz"].into_iter().take(if is_room { 3 } else { 1 }) {
            let details = Details {
                name: name.to_owned(),
                company: "Kaivu Oy".to_owned(),
                role: "asentaja".to_owned(),
                identifier: None,
            };
            client
                .ask(Command::SignIn { details, signature: signature(), channel: Channel::Desk, phone: None })
                .unwrap();
        }
        Self::over(engine, clock, lang, size, folder, vec![Interface::loopback()])
    }

    /// A window in which `engine` has just been taken in.
    fn over(
        engine: Engine,
        clock: Arc<SetClock>,
        lang: Lang,
        size: [f32; 2],
        folder: TempDir,
        networks: Vec<Interface>,
    ) -> Self {
        let client = engine.client();
        let data = DataFolder::open(folder.path().join("data")).unwrap();
        let options = Options { lang, lang_is_asked: true, files: Vec::new(), preview: Default::default() };
        let mut app = App::new(options, data, Arc::<SetClock>::clone(&clock));
        // No test listens where others could reach it.
        app.find_networks_with(Arc::new(move || networks.clone()));
        app.adopt(engine);
        app.go(Route::Room(Default::default()));
        let harness =
            Harness::builder().with_size(size).with_max_steps(12).build_ui_state(|ui, app: &mut App| app.ui(ui), app);
        let mut room = Self { harness, clock, client, lang, size, folder };
        room.settle();
        room
    }

    /// Closes the window and opens another one on the same session, as after a restart.
    pub(crate) fn restarted(self) -> Self {
        self.restarted_in(vec![Interface::loopback()])
    }

    /// As [`Room::restarted`], on a computer that is in no network any more.
    pub(crate) fn restarted_without_network(self) -> Self {
        self.restarted_in(Vec::new())
    }

    fn restarted_in(self, networks: Vec<Interface>) -> Self {
        let session = self.session_folder();
        let Self { harness, clock, client, lang, size, folder } = self;
        drop(harness);
        drop(client);
        let engine = Engine::resume(&session, Arc::<SetClock>::clone(&clock), Arc::new(|| ())).unwrap();
        Self::over(engine, clock, lang, size, folder, networks)
    }

    /// Types into the field called exactly this, instead of what stands there.
    pub(crate) fn fill(&mut self, label: &str, text: &str) {
        use egui::accesskit::Role;
        let find = |role| self.harness.query_by_role_and_label(role, label);
        let field = find(Role::TextInput).or_else(|| find(Role::PasswordInput));
        field.unwrap_or_else(|| panic!("no field {label:?}; there is:\n{}", self.texts().join("\n"))).focus();
        self.settle();
        self.press_with(Modifiers::COMMAND, Key::A);
        self.type_text(text);
    }

    /// Where the session stands.
    pub(crate) fn state(&self) -> State {
        self.client.snapshot().state.clone()
    }

    /// Asks the engine for something as another client would.
    pub(crate) fn ask(&mut self, command: Command) {
        self.client.ask(command).unwrap();
        self.settle();
    }

    /// A door to the session of another client.
    pub(crate) fn other_client(&self) -> Client {
        self.client.clone()
    }

    /// The folder of the session.
    pub(crate) fn session_folder(&self) -> std::path::PathBuf {
        self.client.snapshot().folder.to_path_buf()
    }

    /// Goes to a step as another client would.
    pub(crate) fn go_to(&mut self, step: &str) {
        self.ask(Command::Go { to: Place::Step(step.into()) });
    }

    /// Lets time pass.
    pub(crate) fn pass(&mut self, minutes: i64) {
        self.clock.set(self.clock.now() + SignedDuration::from_mins(minutes));
        self.settle();
    }

    /// Draws until nothing moves.
    pub(crate) fn settle(&mut self) {
        self.harness.run();
    }

    /// Draws until the session is as wanted; it is the engine's thread that gets it there.
    pub(crate) fn until(&mut self, what: &str, is_so: impl Fn(&State) -> bool) {
        let deadline = Instant::now() + Duration::from_secs(10);
        while !is_so(&self.client.snapshot().state) {
            assert!(
                Instant::now() < deadline,
                "{what}: it did not happen; the window shows:\n{}",
                self.texts().join("\n")
            );
            self.harness.run();
            std::thread::sleep(Duration::from_millis(2));
        }
        self.settle();
    }

    /// Draws until something is called exactly this.
    pub(crate) fn until_shows(&mut self, label: &str) {
        self.until_drawn(label, |room| room.shows(label));
    }

    /// Draws until something has this in its name.
    pub(crate) fn until_shows_containing(&mut self, part: &str) {
        self.until_drawn(part, |room| room.shows_containing(part));
    }

    /// Draws until the window is as wanted.
    pub(crate) fn until_drawn(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let deadline = Instant::now() + Duration::from_secs(10);
        while !is_so(self) {
            assert!(Instant::now() < deadline, "{what}: not shown; the window shows:\n{}", self.texts().join("\n"));
            std::thread::sleep(Duration::from_millis(2));
            self.settle();
        }
    }

    /// Whether a field holds this.
    pub(crate) fn field_holds(&self, text: &str) -> bool {
        use egui::accesskit::Role;
        use egui_kittest::kittest::NodeT as _;
        let mut nodes = self.harness.root().children_recursive();
        nodes.any(|node| {
            let node = node.accesskit_node();
            let is_field = matches!(node.role(), Role::TextInput | Role::MultilineTextInput);
            is_field && node.value().is_some_and(|value| value.contains(text))
        })
    }

    /// Clicks what is called exactly this.
    pub(crate) fn click(&mut self, label: &str) {
        let found: Vec<_> = self.harness.query_all_by_label(label).collect();
        let Some(node) = found.last() else {
            panic!("nothing is called {label:?}; there is:\n{}", self.texts().join("\n"));
        };
        node.scroll_to_me();
        drop(found);
        self.settle();
        let rect = self.harness.query_all_by_label(label).last().unwrap().rect();
        press_at(&mut self.harness, rect);
        self.settle();
    }

    /// Clicks what has this in its name.
    pub(crate) fn click_containing(&mut self, part: &str) {
        let found: Vec<_> = self.harness.query_all_by_label_contains(part).collect();
        let Some(node) = found.last() else {
            panic!("nothing has {part:?} in its name; there is:\n{}", self.texts().join("\n"));
        };
        node.scroll_to_me();
        drop(found);
        self.settle();
        let rect = self.harness.query_all_by_label_contains(part).last().unwrap().rect();
        press_at(&mut self.harness, rect);
        self.settle();
    }

    /// Where something with this in its name is drawn.
    pub(crate) fn rect_of(&self, part: &str) -> egui::Rect {
        let node = self.harness.query_all_by_label_contains(part).last();
        node.unwrap_or_else(|| panic!("nothing has {part:?} in its name")).rect()
    }

    /// Draws a stroke across a signature pad.
    pub(crate) fn draw(&mut self, pad: egui::Rect) {
        let at = |x: f32, y: f32| pad.min + pad.size() * egui::vec2(x, y);
        let button = |pos, pressed| egui::Event::PointerButton {
            pos,
            button: egui::PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        };
        self.harness.event(egui::Event::PointerMoved(at(0.2, 0.5)));
        self.harness.event(button(at(0.2, 0.5), true));
        self.harness.step();
        for (x, y) in [(0.3, 0.3), (0.5, 0.7), (0.7, 0.4)] {
            self.harness.event(egui::Event::PointerMoved(at(x, y)));
            self.harness.step();
        }
        self.harness.event(button(at(0.7, 0.4), false));
        self.settle();
    }

    /// Presses a key.
    pub(crate) fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    /// Presses a key with others held.
    pub(crate) fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// Types into what has the keyboard, one letter a frame, as a person does.
    pub(crate) fn type_text(&mut self, text: &str) {
        for letter in text.chars() {
            self.harness.event(egui::Event::Text(letter.to_string()));
            self.settle();
        }
    }

    /// Whether something is called exactly this.
    pub(crate) fn shows(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).next().is_some()
    }

    /// Whether something has this in its name.
    pub(crate) fn shows_containing(&self, part: &str) -> bool {
        self.harness.query_all_by_label_contains(part).next().is_some()
    }

    /// Whether the keyboard is on what is called exactly this.
    pub(crate) fn is_focused(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).any(|node| node.is_focused())
    }

    /// Every name in the window, for messages of failing tests.
    pub(crate) fn texts(&self) -> Vec<String> {
        use egui_kittest::kittest::NodeT as _;
        let nodes = self.harness.root().children_recursive();
        let words = |node: egui_kittest::Node<'_>| {
            let node = node.accesskit_node();
            node.label().or_else(|| node.value())
        };
        nodes.filter_map(words).collect()
    }
}
