//! A session's folder: created, resumed, listed, exported and removed.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use perehdytin::clock::Clock as _;
use perehdytin::clock::SetClock;
use perehdytin::clock::SystemClock;
use perehdytin::engine;
use perehdytin::engine::Engine;
use perehdytin::engine::NewSession;
use perehdytin::engine::RemoveError;
use perehdytin::engine::StartError;
use perehdytin::engine::export_session;
use perehdytin::engine::layout;
use perehdytin::engine::list_sessions;
use perehdytin::engine::read_session;
use perehdytin::engine::remove_session;
use perehdytin::journal::Journal;
use perehdytin::journal::JournalError;
use perehdytin::journal::Stamped;
use perehdytin::pack;
use perehdytin::pack::NotKept;
use perehdytin::session::Command;
use perehdytin::session::Event;
use perehdytin::session::Field;
use perehdytin::session::Participant;
use perehdytin::session::ParticipantId;
use perehdytin::session::Refusal;
use perehdytin::session::Setup;
use perehdytin::source::Severity;
use perehdytin::text::LangTag;

use crate::folder_support::copy_folder;
use crate::session_support::{Bench, bench, minute, new_session, nobody, script, sign_in, small_course};

fn folder(engine: &Engine) -> PathBuf {
    engine.client().snapshot().folder.to_path_buf()
}

fn resume(bench: &Bench, folder: &std::path::Path) -> Result<Engine, StartError> {
    Engine::resume(folder, bench.clock(), nobody())
}

#[test]
fn a_session_goes_on_from_its_own_folder_alone() {
    let bench = bench();
    let course = bench.root.path().join("kurssi");
    copy_folder(&small_course(), &course);
    let engine = Engine::create(&bench.data, new_session(script(&course)), bench.clock(), nobody()).unwrap();
    engine.client().ask(sign_in("Aino")).unwrap();
    let before = engine.client().snapshot();
    assert_eq!(before.state.setup.course_title, "Pieni kurssi");
    assert_eq!(before.state.setup.subscriber, "Esimerkkilän Energia");
    drop(engine);
    fs::remove_dir_all(&course).unwrap();
    let engine = resume(&bench, &before.folder).unwrap();
    let after = engine.client().snapshot();
    assert_eq!(after.state.participants, before.state.participants);
    assert_eq!(after.journal_head, before.journal_head);
    assert_eq!(after.state.script.pack.digest, before.state.script.pack.digest);
    assert_eq!(after.state.script.profile, before.state.script.profile);
}

#[test]
fn a_session_is_run_by_one_process_at_a_time() {
    let bench = bench();
    let engine = bench.create();
    let folder = folder(&engine);
    assert!(matches!(resume(&bench, &folder), Err(StartError::Journal(JournalError::InUse { .. }))));
    assert!(read_session(&folder).unwrap().state == engine.client().snapshot().state);
    drop(engine);
    assert!(resume(&bench, &folder).is_ok());
}

#[test]
fn a_pack_changed_behind_the_sessions_back_is_found() {
    let bench = bench();
    let folder = folder(&bench.create());
    let theme = layout::pack(&folder).join("01-ovella.ron");
    let text = fs::read_to_string(&theme).unwrap();
    put(&theme, &text.replace("is_true: true", "is_true: false"));
    assert!(matches!(resume(&bench, &folder), Err(StartError::PackChanged { .. })));
    put(&theme, "rikki(");
    assert!(matches!(resume(&bench, &folder), Err(StartError::PackChanged { .. })));
    fs::remove_file(&theme).unwrap();
    assert!(matches!(resume(&bench, &folder), Err(StartError::PackChanged { .. })));
    put(&theme, &text);
    assert!(resume(&bench, &folder).is_ok());
    put(&layout::profile(&folder).join("profile.json"), "{}");
    assert!(matches!(resume(&bench, &folder), Err(StartError::BadProfile { .. })));
}

/// A session as it stands after an update whose check is stricter: its pack has mistakes for authors, and the journal
/// the digest that it had all along. Gives what the check says today.
fn with_a_pack_that_todays_check_refuses(bench: &Bench) -> (PathBuf, Vec<&'static str>) {
    let first = bench.create();
    let folder = folder(&first);
    let mut setup = Setup::clone(&first.client().snapshot().state.setup);
    drop(first);
    let change = |file: &str, changes: &[(&str, &str)]| {
        let path = layout::pack(&folder).join(file);
        let text = fs::read_to_string(&path).unwrap();
        let changed = changes.iter().fold(text, |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replacen(from, to, 1)
        });
        put(&path, &changed);
    };
    let long = "sana ".repeat(60);
    change("course.ron", &[("kind: training", "kind: induction"), ("pass_percent: 75", "pass_percent: 75, uutta: 1")]);
    change(
        "01-ovella.ron",
        &[
            ("Kerro ensin, kuka olet.", &long),
            ("Tervehdi.", "Tervehdi {promise.poistettu}."),
            ("vote_again: \"ovi-auki\"", "vote_again: \"poistettu\""),
            ("minutes: 15", "minutes: 15, vanhaa: true"),
        ],
    );
    change("profile.ron", &[("format: 1", "format: 1, vanhaa: true")]);
    let report = pack::load(&layout::pack(&folder)).unwrap_err();
    let codes = report.diagnostics.iter().filter(|found| found.severity == Severity::Error).map(|found| found.code);
    let codes = codes.collect();
    let Err(NotKept::Changed { digest }) = pack::load_kept(&layout::pack(&folder), &setup.course_digest) else {
        panic!("the pack cannot be read");
    };
    setup.course_digest = digest;
    fs::remove_file(layout::journal(&folder)).unwrap();
    let opened = Stamped { at: minute(0), clock: None, event: Event::Opened(setup.clone()) };
    Journal::create(&layout::journal(&folder), &setup.session, &opened).unwrap();
    (folder, codes)
}

#[test]
fn a_stricter_check_of_packs_does_not_hold_a_session_hostage() {
    let bench = bench();
    let (folder, refused) = with_a_pack_that_todays_check_refuses(&bench);
    for code in ["too-long", "unknown-field", "vote-again", "induction-minutes"] {
        assert!(refused.contains(&code), "{code} is not among {refused:?}");
    }
    let engine = resume(&bench, &folder).unwrap();
    engine.client().ask(sign_in("Aino")).unwrap();
    bench.clock.set(minute(5));
    engine.client().ask(Command::Close).unwrap();
    drop(engine);
    let closed = read_session(&folder).unwrap();
    assert!(closed.state.closed_at.is_some());
    assert_eq!(closed.state.participants.len(), 1);
    assert!(list_sessions(&bench.data).unwrap()[0].gist.is_ok());

    // The digest still speaks for the content.
    let theme = layout::pack(&folder).join("01-ovella.ron");
    let text = fs::read_to_string(&theme).unwrap();
    put(&theme, &text.replace("Näytä kortti.", "Piilota kortti."));
    assert!(matches!(resume(&bench, &folder), Err(StartError::PackChanged { .. })));
}

#[test]
fn what_cannot_be_used_leaves_nothing_behind() {
    let bench = bench();
    let mut new = new_session(script(&small_course()));
    new.place = "  ".to_owned();
    let refused = Engine::create(&bench.data, new, bench.clock(), nobody()).unwrap_err();
    assert!(matches!(refused, StartError::Setup(Refusal::Empty { field: Field::Place })));
    let mut new = new_session(script(&small_course()));
    new.language = LangTag("sv".into());
    let refused = Engine::create(&bench.data, new, bench.clock(), nobody()).unwrap_err();
    assert!(matches!(refused, StartError::NoLanguage(language) if language == "sv"));
    let course = bench.root.path().join("kurssi");
    copy_folder(&small_course(), &course);
    let new = new_session(script(&course));
    put(&course.join("02-poikkeukset.ron"), "(");
    let refused = Engine::create(&bench.data, new, bench.clock(), nobody()).unwrap_err();
    assert!(matches!(refused, StartError::BadPack { .. }));
    let left = fs::read_dir(bench.data.sessions()).unwrap().count();
    assert_eq!(left, 0);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_pack_is_not_followed() {
    let bench = bench();
    let course = bench.root.path().join("kurssi");
    copy_folder(&small_course(), &course);
    let new = new_session(script(&course));
    std::os::unix::fs::symlink("/etc/hostname", course.join("linkki")).unwrap();
    let refused = Engine::create(&bench.data, new, bench.clock(), nobody()).unwrap_err();
    assert!(matches!(refused, StartError::BadPack { .. }));
}

#[test]
fn only_what_belongs_to_the_pack_is_copied() {
    let bench = bench();
    let course = bench.root.path().join("kurssi");
    copy_folder(&small_course(), &course);
    fs::create_dir_all(course.join(".git/objects")).unwrap();
    put(&course.join(".git/objects/x"), "x");
    put(&course.join("muistio.txt"), "kahvit tilattava");
    let engine = Engine::create(&bench.data, new_session(script(&course)), bench.clock(), nobody()).unwrap();
    let copied = fs::read_dir(layout::pack(&folder(&engine))).unwrap();
    let mut names: Vec<_> = copied.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, ["01-ovella.ron", "02-poikkeukset.ron", "course.ron", "profile.ron"]);
}

#[test]
fn the_logo_of_a_profile_is_kept_with_the_session_and_one_from_elsewhere_is_not() {
    let bench = bench();
    let own = bench.root.path().join("profiili");
    fs::create_dir_all(own.join("media")).unwrap();
    put(&own.join("media/logo.svg"), "<svg/>");
    put(&bench.root.path().join("salaisuus.svg"), "<svg/>");
    let new = |logo: &str| {
        let mut new = new_session(script(&small_course()));
        Arc::make_mut(&mut new.script.profile).logo = Some(logo.to_owned());
        NewSession { profile_folder: Some(own.clone()), ..new }
    };
    let engine = Engine::create(&bench.data, new("media/logo.svg"), bench.clock(), nobody()).unwrap();
    let kept = layout::profile(&folder(&engine)).join("media/logo.svg");
    assert_eq!(fs::read(kept).unwrap(), b"<svg/>");
    let refused = Engine::create(&bench.data, new("../salaisuus.svg"), bench.clock(), nobody()).unwrap_err();
    assert!(matches!(refused, StartError::NotCopied { .. }));
}

#[test]
fn what_a_crash_left_half_made_is_taken_away_by_a_later_session() {
    let bench = bench();
    let left = bench.data.sessions().join(".new-kesken");
    fs::create_dir_all(&left).unwrap();
    drop(Engine::create(&bench.data, new_session(script(&small_course())), Arc::new(SystemClock), nobody()).unwrap());
    assert!(left.exists(), "somebody may still be at it");
    let later = SetClock::new(SystemClock.now() + jiff::SignedDuration::from_hours(2));
    drop(Engine::create(&bench.data, new_session(script(&small_course())), later, nobody()).unwrap());
    assert!(!left.exists());
}

#[cfg(unix)]
#[test]
fn everything_of_a_session_is_readable_by_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    fn check(path: &std::path::Path) {
        let mode = fs::metadata(path).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{}", path.display());
        if path.is_dir() {
            for entry in fs::read_dir(path).unwrap() {
                check(&entry.unwrap().path());
            }
        }
    }
    let bench = bench();
    let engine = bench.create();
    engine.client().ask(sign_in("Aino")).unwrap();
    check(&bench.data.sessions());
}

#[test]
fn sessions_are_listed_with_what_matters_the_latest_first() {
    let bench = bench();
    assert!(list_sessions(&bench.data).unwrap().is_empty());
    let first = bench.create();
    first.client().ask(sign_in("Aino")).unwrap();
    bench.clock.set(minute(10));
    first.client().ask(Command::Close).unwrap();
    bench.clock.set(minute(20));
    let second = bench.create();
    second.client().ask(sign_in("Eino")).unwrap();
    second.client().ask(sign_in("Ирина")).unwrap();
    let broken = bench.data.sessions().join("rikki");
    fs::create_dir(&broken).unwrap();
    put(&layout::journal(&broken), "ei mitään");
    fs::create_dir(bench.data.sessions().join(".new-kesken")).unwrap();

    let listed = list_sessions(&bench.data).unwrap();
    assert_eq!(listed.len(), 3);
    let gist = listed[0].gist.as_ref().unwrap();
    assert_eq!((gist.signed_in, gist.closed_at, gist.last_at), (2, None, minute(20)));
    assert!(listed[0].is_in_use);
    drop(first);
    let listed = list_sessions(&bench.data).unwrap();
    let gist = listed[1].gist.as_ref().unwrap();
    assert_eq!((gist.opened_at, gist.closed_at), (minute(0), Some(minute(10))));
    assert_eq!((gist.setup.course_title.as_str(), gist.has_register), ("Pieni kurssi", false));
    assert!(!listed[1].is_in_use);
    assert!(matches!(listed[2].gist.as_ref().map_err(Arc::as_ref), Err(JournalError::NotAJournal { .. })));
}

#[test]
fn a_finished_session_is_exported_whole_and_then_removed() {
    let bench = bench();
    let engine = bench.create();
    engine.client().ask(sign_in("Aino")).unwrap();
    let folder = folder(&engine);
    let to = bench.root.path().join("talteen");
    fs::create_dir(&to).unwrap();
    assert!(matches!(export_session(&folder, &to), Err(RemoveError::Journal(JournalError::InUse { .. }))));
    assert!(matches!(remove_session(&folder), Err(RemoveError::Journal(JournalError::InUse { .. }))));
    drop(engine);
    assert!(matches!(export_session(&folder, &to), Err(RemoveError::Unfinished { .. })));
    assert!(matches!(remove_session(&folder), Err(RemoveError::Unfinished { .. })));

    let engine = resume(&bench, &folder).unwrap();
    let address = || Some("aino@kaivuu.example".to_owned());
    engine.client().ask(Command::AskHandout { participant: ParticipantId(1), address: address() }).unwrap();
    let closed = engine.client().ask(Command::Close).unwrap();
    drop(engine);
    put(&layout::register(&folder), "%PDF");
    let exported = export_session(&folder, &to).unwrap();
    let name = exported.file_name().unwrap().to_string_lossy().into_owned();
    assert!(name.starts_with("2026-11-23-pieni-"), "{name}");
    let read = read_session(&exported).unwrap();
    // Addresses for the handout are no part of what is kept elsewhere; the session itself still has them.
    assert_eq!(read_session(&folder).unwrap().state.participants[&ParticipantId(1)].handout_to, address());
    let mut without = Participant::clone(&closed.state.participants[&ParticipantId(1)]);
    assert_eq!(without.handout_to.take(), address());
    assert_eq!(*read.state.participants[&ParticipantId(1)], without);
    assert_eq!((read.journal_length, &read.journal_head), (closed.journal_length, &closed.journal_head));
    assert_eq!(fs::read(layout::register(&exported)).unwrap(), b"%PDF");
    assert!(matches!(export_session(&folder, &to), Err(RemoveError::Exists { .. })));
    remove_session(&folder).unwrap();
    assert_eq!(fs::read_dir(bench.data.sessions()).unwrap().count(), 0);
}

#[test]
fn a_session_to_which_nobody_came_may_be_removed() {
    let bench = bench();
    let folder = folder(&bench.create());
    remove_session(&folder).unwrap();
    assert!(list_sessions(&bench.data).unwrap().is_empty());
}

#[test]
fn random_keys_are_128_bits_and_differ() {
    let (one, two) = (engine::random_key().unwrap(), engine::random_key().unwrap());
    assert_eq!(one.len(), 32);
    assert_ne!(one, two);
}

fn put(path: &std::path::Path, text: &str) {
    perehdytin::files::write_atomically(path, text.as_bytes()).unwrap();
}
