//! A session that comes back after the program ended opens its room again, and the codes in the projector's real
//! window are read by a real reader.

use std::process::Command as Process;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use perehdytin::clock::SystemClock;
use perehdytin::engine::Engine;
use perehdytin::files::DataFolder;
use perehdytin::room;
use perehdytin::ui::phones::networks;

use crate::display::Display;
use crate::display::wait_for;
use crate::running::Running;
use crate::ui_support::new_session_of;
use crate::ui_support::write_course;

/// What a reader finds in a picture, one code a line.
fn codes_in(picture: &image::RgbImage) -> Vec<String> {
    let file = tempfile::Builder::new().suffix(".png").tempfile().unwrap();
    picture.save(file.path()).unwrap();
    let output = Process::new("zbarimg")
        .args(["--quiet", "--raw"])
        .arg(file.path())
        .stderr(Stdio::null())
        .output()
        .expect("zbarimg is missing: run tests/run, which installs it");
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn the_codes_on_the_projector_are_read_by_a_reader_and_say_the_wifi_and_the_rooms_address() {
    let networks = networks(&room::interfaces());
    // A computer in no network opens no room: nothing would be shown.
    let Some(interface) = networks.first().map(|network| &network.interface) else { return };
    let folder = tempfile::tempdir().unwrap();
    let data = DataFolder::open(folder.path().join("data")).unwrap();
    let course = folder.path().join("course");
    write_course(&course);
    let engine = Engine::create(&data, new_session_of(&course), Arc::new(SystemClock), Arc::new(|| ())).unwrap();
    let session = engine.client().snapshot().folder.to_path_buf();
    drop(engine);
    // As the settings stand when the program was killed while the room was open.
    let settings = serde_json::json!({
        "look": "high_contrast",
        "phones": {
            "wifi_name": "Varikko",
            "wifi_password": "kaivuri;2026",
            "interface": interface.name,
            "open_for": session.file_name().unwrap().to_string_lossy(),
        },
    });
    perehdytin::files::write_atomically(&data.settings(), settings.to_string().as_bytes()).unwrap();

    let display = Display::start(2800, 1000);
    let program = display
        .command(env!("CARGO_BIN_EXE_perehdytin"))
        .args(["--lang", "fi", "--data-dir"])
        .arg(data.path())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let _program = Running(program);
    let console = display.window("^Perehdytin$").expect("the window does not open");
    console.resize(1366, 768);
    console.focus();
    let is_kept = wait_for(Duration::from_mins(1), || {
        console.keys(&["ctrl+Return"]);
        wait_for(Duration::from_secs(6), || session.join("room.json").exists().then_some(()))
    });
    assert!(is_kept.is_some(), "the room was not opened again");
    let keys: serde_json::Value = serde_json::from_slice(&std::fs::read(session.join("room.json")).unwrap()).unwrap();
    let address = std::net::SocketAddr::new(interface.address, u16::try_from(keys["port"].as_u64().unwrap()).unwrap());
    let wifi = r"WIFI:T:WPA;S:Varikko;P:kaivuri\;2026;;".to_owned();
    let join = format!("http://{address}/#{}", keys["token"].as_str().unwrap());

    console.keys(&["F6"]);
    let wall = display.window("Perehdytin: projektori").expect("the projector does not open");
    wall.place(1400, 0);
    for (width, height) in [(1366, 768), (1024, 768)] {
        wall.resize(width, height);
        let mut last = Vec::new();
        let are_read = wait_for(Duration::from_secs(30), || {
            last = codes_in(&wall.picture());
            (last.contains(&wifi) && last.contains(&join)).then_some(())
        });
        assert!(are_read.is_some(), "at {width} × {height} the reader finds {last:?}, not {wifi} and {join}");
    }
}
