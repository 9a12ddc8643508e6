//! The one chromedriver of a test run, and the phones it drives: headless Chromium, each with a profile of its own.

use std::io::BufRead as _;
use std::io::BufReader;
use std::io::Write as _;
use std::net::TcpStream;
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::Child;
use std::process::Command;
use std::process::Stdio;
use std::sync::LazyLock;

use fantoccini::Client;
use fantoccini::ClientBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::Value;
use serde_json::json;
use tokio::runtime::Runtime;

/// The driver of this test run.
static DRIVER: LazyLock<Driver> = LazyLock::new(Driver::start);

struct Driver {
    port: u16,
    /// Its standard input is held open until this process ends, however it ends: then the shell around the driver
    /// ends the driver and every browser with it.
    #[expect(dead_code, reason = "held, never used")]
    shell: Child,
}

impl Driver {
    fn start() -> Self {
        let mut shell = Command::new("sh")
            .args(["-c", "chromedriver --port=0 & cat >/dev/null; kill -TERM 0"])
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(shell.stdout.take().unwrap()).lines();
        let port = loop {
            let line = lines.next().expect("chromedriver is missing: run tests/run").unwrap();
            if let Some((_, port)) = line.split_once("started successfully on port ") {
                break port.trim_end_matches('.').parse().unwrap();
            }
        };
        // It says nothing more that anybody reads, but must not find the pipe closed.
        std::thread::spawn(move || lines.for_each(drop));
        Self { port, shell }
    }
}

/// A browser session, and what lies on that phone.
pub(crate) struct Session {
    client: Option<Client>,
    runtime: Runtime,
    files: tempfile::TempDir,
}

impl Session {
    /// Starts a browser with a profile that nobody else has, in a window as small as the smallest phone.
    pub(crate) fn start() -> Self {
        let files = tempfile::tempdir().unwrap();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let profile = files.path().join("profile");
        let options = json!({
            "args": [
                "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run",
                "--disable-background-networking", "--disable-component-update", "--disable-sync", "--lang=fi",
                "--disable-features=Translate,MediaRouter,OptimizationHints",
                format!("--user-data-dir={}", profile.display()),
            ],
            "mobileEmulation": {"deviceMetrics": {"width": 320, "height": 640, "pixelRatio": 2, "touch": true}},
            "prefs": {
                "intl.accept_languages": "fi",
                "download.default_directory": files.path().join("downloads").display().to_string(),
                "download.prompt_for_download": false,
            },
        });
        let wanted = json!({"goog:chromeOptions": options});
        let url = format!("http://127.0.0.1:{}", DRIVER.port);
        let client = runtime.block_on(async {
            let mut builder = ClientBuilder::new(HttpConnector::new());
            builder.capabilities(wanted.as_object().unwrap().clone()).connect(&url).await
        });
        Self { client: Some(client.unwrap()), runtime, files }
    }

    /// Does something with the browser.
    pub(crate) fn with<T>(&self, what: impl AsyncFnOnce(&Client) -> T) -> T {
        self.runtime.block_on(what(self.client.as_ref().unwrap()))
    }

    /// Where downloads go.
    pub(crate) fn downloads(&self) -> PathBuf {
        self.files.path().join("downloads")
    }

    /// A command of the browser's own protocol.
    pub(crate) fn devtools(&self, command: &str, params: &Value) {
        let session = self.with(async |client| client.session_id().await.unwrap().unwrap());
        let body = json!({"cmd": command, "params": params}).to_string();
        let mut stream = TcpStream::connect(("127.0.0.1", DRIVER.port)).unwrap();
        let (port, length) = (DRIVER.port, body.len());
        write!(
            stream,
            "POST /session/{session}/goog/cdp/execute HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\
             Content-Type: application/json\r\nContent-Length: {length}\r\n\r\n{body}"
        )
        .unwrap();
        // It keeps the connection whatever it is told: the first line says whether the command was done.
        let mut answer = String::new();
        BufReader::new(stream).read_line(&mut answer).unwrap();
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if let Some(client) = self.client.take() {
            // The browser may have been closed already.
            drop(self.runtime.block_on(client.close()));
        }
    }
}
