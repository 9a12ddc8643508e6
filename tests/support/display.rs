//! A virtual display with a real program on it: start, synthetic keys, pictures of its windows.

use std::ffi::OsStr;
use std::io::BufRead as _;
use std::io::BufReader;
use std::process::Command;
use std::process::Stdio;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use crate::running::Running;

/// An X server without a screen of glass; it ends with its owner.
pub(crate) struct Display {
    _server: Running,
    name: String,
}

impl Display {
    /// Starts a display of `width` × `height` pixels.
    pub(crate) fn start(width: u32, height: u32) -> Self {
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-nolisten", "tcp", "-screen", "0", &format!("{width}x{height}x24")])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is missing: run tests/run, which installs it");
        let mut line = String::new();
        BufReader::new(server.stdout.take().expect("the display answers"))
            .read_line(&mut line)
            .expect("the display answers");
        let number = line.trim();
        assert!(!number.is_empty(), "Xvfb did not say on which display it runs");
        Self { name: format!(":{number}"), _server: Running(server) }
    }

    /// A command whose windows open here, drawn by Mesa's software renderer.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .env("DISPLAY", &self.name)
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env_remove("WAYLAND_DISPLAY")
            .env_remove("WAYLAND_SOCKET")
            .stdin(Stdio::null());
        command
    }

    /// Waits until a window whose title matches `title` (a regular expression) is shown.
    pub(crate) fn window(&self, title: &str) -> Option<Window<'_>> {
        let found = wait_for(Duration::from_mins(1), || {
            let output = self.xdotool(&["search", "--onlyvisible", "--name", title]);
            output.lines().next().map(str::to_owned)
        })?;
        Some(Window { display: self, id: found })
    }

    fn xdotool(&self, args: &[&str]) -> String {
        let output = self
            .command("xdotool")
            .args(args)
            .stderr(Stdio::null())
            .output()
            .expect("xdotool is missing: run tests/run, which installs it");
        String::from_utf8(output.stdout).expect("the display answers")
    }
}

/// A window on a display.
pub(crate) struct Window<'a> {
    display: &'a Display,
    id: String,
}

impl Window<'_> {
    /// Gives the window the keyboard, and waits until it has it: a window that has just been shown may not take it yet.
    pub(crate) fn focus(&self) {
        let has_it = wait_for(Duration::from_secs(10), || {
            self.display.xdotool(&["windowfocus", &self.id]);
            thread::sleep(Duration::from_millis(100));
            (self.display.xdotool(&["getwindowfocus"]).trim() == self.id).then_some(())
        });
        assert!(has_it.is_some(), "the window does not take the keyboard");
        // The server's first synthetic key announces its keyboard anew, and programs forget what is held down.
        self.display.xdotool(&["key", "Shift_L"]);
        thread::sleep(Duration::from_millis(400));
    }

    /// Gives the window another size.
    pub(crate) fn resize(&self, width: u32, height: u32) {
        self.display.xdotool(&["windowsize", "--sync", &self.id, &width.to_string(), &height.to_string()]);
    }

    /// Moves the window.
    pub(crate) fn place(&self, x: i32, y: i32) {
        self.display.xdotool(&["windowmove", "--sync", &self.id, &x.to_string(), &y.to_string()]);
    }

    /// Presses keys one after another, by their X names; `ctrl+Return` holds one and presses the other.
    pub(crate) fn keys(&self, names: &[&str]) {
        let pause = || thread::sleep(Duration::from_millis(80));
        for name in names {
            if let Some((held, key)) = name.split_once('+') {
                // As a person does it: the window system tells of held keys apart, and late.
                self.display.xdotool(&["keydown", held]);
                pause();
                self.display.xdotool(&["key", key]);
                pause();
                self.display.xdotool(&["keyup", held]);
            } else {
                self.display.xdotool(&["key", name]);
            }
            pause();
        }
    }

    /// Types text into whatever has the focus.
    pub(crate) fn types(&self, text: &str) {
        self.display.xdotool(&["type", "--clearmodifiers", "--delay", "12", text]);
        thread::sleep(Duration::from_millis(60));
    }

    /// Draws a line with the pointer held down, through places in the window.
    pub(crate) fn drags(&self, points: &[(i32, i32)]) {
        for (index, (x, y)) in points.iter().enumerate() {
            self.display.xdotool(&["mousemove", "--window", &self.id, &x.to_string(), &y.to_string()]);
            thread::sleep(Duration::from_millis(30));
            if index == 0 {
                self.display.xdotool(&["mousedown", "1"]);
            }
        }
        self.display.xdotool(&["mouseup", "1"]);
        thread::sleep(Duration::from_millis(60));
    }

    /// What the window shows now.
    pub(crate) fn picture(&self) -> image::RgbImage {
        let output = self
            .display
            .command("import")
            .args(["-window", &self.id, "png:-"])
            .output()
            .expect("import is missing: run tests/run, which installs ImageMagick");
        image::load_from_memory(&output.stdout).expect("import gave no picture").into_rgb8()
    }
}

/// Asks again and again until there is an answer or the time is up.
pub(crate) fn wait_for<T>(limit: Duration, mut ask: impl FnMut() -> Option<T>) -> Option<T> {
    let end = Instant::now() + limit;
    loop {
        if let Some(answer) = ask() {
            return Some(answer);
        }
        if Instant::now() >= end {
            return None;
        }
        thread::sleep(Duration::from_millis(50));
    }
}
