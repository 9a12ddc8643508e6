//! A session whose participants have left addresses, a real mail server, and another's reading of mail.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use std::collections::BTreeMap;
use std::io::BufRead as _;
use std::io::BufReader;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::LazyLock;
use std::time::Duration;

use perehdytin::clock::SetClock;
use perehdytin::engine::Engine;
use perehdytin::engine::NewSession;
use perehdytin::engine::Snapshot;
use perehdytin::files::DataFolder;
use perehdytin::mail::Account;
use perehdytin::mail::Again;
use perehdytin::mail::Ledger;
use perehdytin::mail::Letter;
use perehdytin::mail::Mailing;
use perehdytin::mail::Material;
use perehdytin::mail::Patience;
use perehdytin::mail::Security;
use perehdytin::mail::recipients;
use perehdytin::session::Channel;
use perehdytin::session::Details;
use perehdytin::text::LangTag;
use serde_json::Value;
use serde_json::json;
use tempfile::TempDir;

use crate::running::Running;
use crate::ui_support::new_session_of;
use crate::ui_support::signature;
use crate::ui_support::start;
use crate::ui_support::write_course;

/// The server's user and password.
pub(crate) const USER: &str = "taina@esimerkki.example";
/// The server's password.
pub(crate) const PASSWORD: &str = "sähkö & lämpö 42";

/// A session with its folder.
pub(crate) struct Left {
    pub(crate) snapshot: Arc<Snapshot>,
    pub(crate) clock: Arc<SetClock>,
    engine: Engine,
    folder: TempDir,
}

impl Left {
    /// A session in which these people have left these addresses.
    pub(crate) fn by(people: &[(&str, &str)]) -> Self {
        Self::in_language("fi", people)
    }

    /// As [`Left::by`], held in `language`.
    pub(crate) fn in_language(language: &str, people: &[(&str, &str)]) -> Self {
        let folder = TempDir::new().unwrap();
        let course = folder.path().join("course");
        write_course(&course);
        let data = DataFolder::open(folder.path().join("data")).unwrap();
        let clock = SetClock::new(start());
        let new = NewSession { language: LangTag(language.into()), ..new_session_of(&course) };
        let engine = Engine::create(&data, new, Arc::<SetClock>::clone(&clock), Arc::new(|| ())).unwrap();
        let client = engine.client();
        for (name, address) in people {
            let details = Details {
                name: (*name).to_owned(),
                company: "Kaivu Oy".to_owned(),
                role: "asentaja".to_owned(),
                identifier: None,
            };
            let known = client.snapshot().state.participants.len();
            let sign_in = perehdytin::session::Command::SignIn {
                details,
                signature: signature(),
                channel: Channel::Desk,
                phone: None,
            };
            let state = client.ask(sign_in).unwrap();
            assert_eq!(state.state.participants.len(), known + 1);
            let participant = *state.state.participants.keys().last().unwrap();
            let address = Some((*address).to_owned());
            client.ask(perehdytin::session::Command::AskHandout { participant, address }).unwrap();
        }
        let snapshot = client.snapshot();
        Self { snapshot, clock, engine, folder }
    }

    /// Closes the session and copies it elsewhere; gives the copy.
    pub(crate) fn exported(self) -> (TempDir, PathBuf) {
        let Self { snapshot, engine, folder, .. } = self;
        engine.client().ask(perehdytin::session::Command::Close).unwrap();
        drop(engine);
        let to = folder.path().join("elsewhere");
        std::fs::create_dir(&to).unwrap();
        let copy = perehdytin::engine::export_session(&snapshot.folder, &to).unwrap();
        (folder, copy)
    }

    /// A folder beside the session's.
    pub(crate) fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The letter in the name of `account`.
    pub(crate) fn letter(&self, account: &Account) -> Letter {
        Letter::new(&self.snapshot.state, account)
    }

    /// Where the session remembers what was sent.
    pub(crate) fn ledger(&self) -> PathBuf {
        Ledger::path(&self.snapshot.folder)
    }

    /// A mailing of a small file to everybody.
    pub(crate) fn mailing(&self, account: &Account) -> Mailing {
        Mailing {
            account: account.clone(),
            password: PASSWORD.to_owned(),
            letter: self.letter(account),
            material: Material::new(b"%PDF-1.7 small".to_vec(), "aineisto.pdf".to_owned()).unwrap(),
            recipients: recipients(&self.snapshot.state),
            ledger: self.ledger(),
            again: Again::No,
            patience: patience(),
        }
    }
}

/// Long enough for a busy machine, short enough for a test.
pub(crate) fn patience() -> Patience {
    let limit = Duration::from_secs(20);
    Patience { greeting: limit, answer: limit, taken: limit }
}

/// A certificate authority of our own.
pub(crate) struct Authority {
    issuer: rcgen::Issuer<'static, rcgen::KeyPair>,
    /// Its certificate.
    pub(crate) pem: String,
}

/// The company's own authority, which no system knows.
pub(crate) static AUTHORITY: LazyLock<Authority> = LazyLock::new(|| {
    let key = rcgen::KeyPair::generate().unwrap();
    let mut params = rcgen::CertificateParams::new(Vec::new()).unwrap();
    params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    params.distinguished_name.push(rcgen::DnType::CommonName, "Esimerkkilän oma varmentaja");
    let pem = params.self_signed(&key).unwrap().pem();
    Authority { issuer: rcgen::Issuer::new(params, key), pem }
});

/// Which certificate a server shows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shows {
    /// A valid one for `localhost`.
    Good,
    /// One for another name.
    OtherName,
    /// One that has expired.
    Expired,
    /// None: it encrypts nothing.
    Nothing,
}

/// A mail server on loopback; it ends with its owner.
pub(crate) struct MailServer {
    _process: Running,
    port: u16,
    folder: TempDir,
}

impl MailServer {
    /// A server that demands STARTTLS and a sign-in.
    pub(crate) fn start() -> Self {
        Self::with(Shows::Good, &json!({}))
    }

    /// A server with a certificate and further options of `tests/judges/mail.py`.
    pub(crate) fn with(shows: Shows, options: &Value) -> Self {
        let folder = TempDir::new().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir(at("box")).unwrap();
        std::fs::write(at("authority.pem"), &AUTHORITY.pem).unwrap();
        let mut all = json!({ "folder": at("box"), "users": { USER: PASSWORD } });
        if shows != Shows::Nothing {
            let name = if shows == Shows::OtherName { "muu.example" } else { "localhost" };
            let mut params = rcgen::CertificateParams::new(vec![name.to_owned()]).unwrap();
            if shows == Shows::Expired {
                params.not_before = rcgen::date_time_ymd(2020, 1, 1);
                params.not_after = rcgen::date_time_ymd(2021, 1, 1);
            }
            let key = rcgen::KeyPair::generate().unwrap();
            let certificate = params.signed_by(&key, &AUTHORITY.issuer).unwrap();
            std::fs::write(at("server.pem"), certificate.pem()).unwrap();
            std::fs::write(at("server.key"), key.serialize_pem()).unwrap();
            all["certificate"] = json!(at("server.pem"));
            all["key"] = json!(at("server.key"));
        }
        for (name, value) in options.as_object().unwrap() {
            all[name] = value.clone();
        }
        std::fs::write(at("options.json"), all.to_string()).unwrap();
        let mut process = judge()
            .arg("serve")
            .arg(at("options.json"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            // It grumbles about what it is told to do to its clients.
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("the mail server does not start ({error}): run tests/run"));
        let mut line = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let port = line.trim().parse().expect("the mail server tells its port");
        Self { _process: Running(process), port, folder }
    }

    /// An account at this server, in Taina's name.
    pub(crate) fn account(&self) -> Account {
        Account {
            host: "localhost".to_owned(),
            port: Some(self.port),
            security: Security::StartTls,
            user: USER.to_owned(),
            from_name: "Taina Tarkka".to_owned(),
            from_address: USER.to_owned(),
            authority: Some(self.folder.path().join("authority.pem")),
        }
    }

    /// What has arrived, in its order.
    pub(crate) fn arrived(&self) -> Vec<Arrived> {
        let mut files: Vec<PathBuf> =
            std::fs::read_dir(self.folder.path().join("box")).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        files.retain(|file| file.extension().is_some_and(|extension| extension == "eml"));
        let told = |file: &PathBuf| {
            serde_json::from_slice::<Told>(&std::fs::read(file.with_extension("json")).unwrap()).unwrap()
        };
        let envelopes: Vec<Told> = files.iter().map(told).collect();
        envelopes.into_iter().zip(read(&files)).map(|(envelope, mail)| Arrived { envelope, mail }).collect()
    }

    /// To whom messages have arrived, in their order.
    pub(crate) fn arrived_to(&self) -> Vec<String> {
        self.arrived().into_iter().map(|arrived| arrived.envelope.to.join(" ")).collect()
    }
}

/// A message as a server has got it.
#[derive(Debug)]
pub(crate) struct Arrived {
    pub(crate) envelope: Told,
    pub(crate) mail: Mail,
}

/// What was said before the message.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct Told {
    pub(crate) from: String,
    pub(crate) to: Vec<String>,
    pub(crate) encrypted: bool,
    pub(crate) user: Option<String>,
}

/// A message as Python reads it.
#[derive(Debug, serde::Deserialize)]
pub(crate) struct Mail {
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) text: String,
    pub(crate) attachments: Vec<Attached>,
    pub(crate) defects: Vec<String>,
}

/// A file in a message as Python reads it.
#[derive(Debug, PartialEq, Eq, serde::Deserialize)]
pub(crate) struct Attached {
    pub(crate) name: String,
    pub(crate) r#type: String,
    pub(crate) sha256: String,
}

/// Reads messages as Python does.
pub(crate) fn read(files: &[PathBuf]) -> Vec<Mail> {
    let output = judge().arg("read").args(files).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// SHA-256, lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    let digest = ring::digest::digest(&ring::digest::SHA256, bytes);
    digest.as_ref().iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

fn judge() -> Command {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let judges = root.join("target/judges");
    assert!(judges.join("installed").exists(), "the judges are missing: run tests/run");
    let mut command = Command::new(judges.join("venv/bin/python"));
    command.arg(root.join("tests/judges/mail.py"));
    command
}
