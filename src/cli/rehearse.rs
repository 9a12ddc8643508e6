//! `perehdytin rehearse`: a whole session with made-up people, down to the signed register.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::cli::Context;
use crate::cli::Format;
use crate::cli::Outcome;
use crate::clock::Clock as _;
use crate::clock::SystemClock;
use crate::engine::Snapshot;
use crate::engine::ask_message;
use crate::engine::file_message;
use crate::engine::start_message;
use crate::files;
use crate::files::DataFolder;
use crate::files::Operation;
use crate::files::create_private_folder;
use crate::i18n::messages::alone;
use crate::i18n::messages::engine as say;
use crate::pack;
use crate::profile;
use crate::records::Assignment;
use crate::register::bundle;
use crate::register::bundle::Bundle;
use crate::register::identity;
use crate::rehearse::PhoneError;
use crate::rehearse::Rehearsal;
use crate::rehearse::RehearseError;
use crate::rehearse::rehearse;
use crate::room::open_message;
use crate::session::Expected;
use crate::session::Form;
use crate::session::Script;
use crate::text::{Id, LangTag};

/// Hold a whole session with made-up people, for practice and for tests
///
/// Writes what a real session writes, signed with a throw-away identity and marked as a rehearsal on
/// every page. Equal seeds give equal sessions; with phones, in the order in which they got through.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Folder of the course pack
    pack: PathBuf,
    /// How many people take part
    #[arg(long, value_name = "N", default_value_t = 12, conflicts_with = "self_study", value_parser = clap::value_parser!(u32).range(1..=1000))]
    participants: u32,
    /// The number from which everything follows
    #[arg(long, value_name = "S", default_value_t = 1)]
    seed: u64,
    /// Folder to write into
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Subscriber's profile; without it the pack's own example profile
    #[arg(long, value_name = "FILE")]
    profile: Option<PathBuf>,
    /// Let most people come with phones of their own, over real sockets to the real room on this computer
    #[arg(long)]
    phones: bool,
    /// One made-up learner takes the course alone, in several sittings
    #[arg(long, conflicts_with = "phones")]
    self_study: bool,
    /// Assignment of a partial induction: its people go through its themes
    #[arg(long, value_name = "FILE", conflicts_with_all = ["participants", "phones"])]
    assignment: Option<PathBuf>,
    /// How to answer
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Rehearses, signs and writes.
pub(super) fn run(args: &Args, context: &Context) -> Outcome {
    match held(args, context) {
        Ok((snapshot, bundle, session)) => Outcome::fine(match args.format {
            Format::Text => text(args, &snapshot, &bundle, &session, context),
            Format::Json => json(args, &snapshot, &bundle, &session),
        }),
        Err(reason) => Outcome::failed(format!("{}\n", reason.trim_end())),
    }
}

fn held(args: &Args, context: &Context) -> Result<(Arc<Snapshot>, Bundle, PathBuf), String> {
    let lang = context.lang;
    let script = script(args, context)?;
    let (themes, people) = assigned(args, &script, context)?;
    let session = args.out.join("session");
    if session.exists() {
        return Err(say::out_in_use(args.out.display().to_string()).text(lang));
    }
    let in_words = |error: &files::FileError| file_message(error).text(lang);
    if !args.out.exists() {
        create_private_folder(&args.out).map_err(|error| in_words(&error))?;
    }
    let data = tempfile::Builder::new()
        .prefix(".perehdytin-")
        .tempdir_in(&args.out)
        .map_err(files::at(Operation::CreateFolder, &args.out))
        .map_err(|error| in_words(&error))?;
    let data_folder = DataFolder::open(data.path().to_owned()).map_err(|error| in_words(&error))?;
    let asked = LangTag(lang.tag().into());
    let language = script.pack.languages.iter().find(|language| **language == asked);
    let rehearsal = Rehearsal {
        language: language.or(script.pack.languages.first()).cloned().unwrap_or(asked),
        profile_folder: args.profile.as_deref().map(folder_of),
        script,
        form: if args.self_study { Form::SelfStudy } else { Form::Room },
        themes,
        people,
        participants: args.participants,
        seed: args.seed,
        with_phones: args.phones,
    };
    let snapshot = rehearse(&data_folder, rehearsal).map_err(|error| match error {
        RehearseError::Start(error) => start_message(&error, lang).text(lang),
        RehearseError::Ask(error) => ask_message(&error, None, lang).text(lang),
        RehearseError::Phone(PhoneError::Room(error)) => open_message(&error).text(lang),
        RehearseError::Phone(error) => say::phones_failed(error.to_string()).text(lang),
    })?;
    let bundle = signed(&snapshot, &args.out).map_err(|message| message.text(lang))?;
    std::fs::rename(&snapshot.folder, &session)
        .map_err(files::at(Operation::Rename, &session))
        .map_err(|error| in_words(&error))?;
    Ok((snapshot, bundle, session))
}

fn folder_of(file: &Path) -> PathBuf {
    file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned()
}

fn script(args: &Args, context: &Context) -> Result<Script, String> {
    let pack = pack::load(&args.pack).map_err(|report| report.text(context.lang))?.pack;
    let profile = match &args.profile {
        Some(file) => Arc::new(profile::load(file).map_err(|report| report.text(context.lang))?),
        None => Arc::clone(&pack.example_profile),
    };
    Ok(Script { pack: Arc::new(pack), profile })
}

/// The themes and the people of the assignment, if there is one.
fn assigned(args: &Args, script: &Script, context: &Context) -> Result<(Vec<Id>, Vec<Expected>), String> {
    let Some(file) = &args.assignment else { return Ok((Vec::new(), Vec::new())) };
    let name = file.display().to_string();
    let assignment = Assignment::read(file).map_err(|error| error.message(&name).text(context.lang))?;
    let themes = assignment.fits(&script.pack).map_err(|misfit| misfit.message(&name).text(context.lang))?;
    Ok((themes, assignment.expected()))
}

fn signed(snapshot: &Snapshot, out: &Path) -> Result<Bundle, crate::i18n::Message> {
    let now = SystemClock.now();
    // In a room the trainer signs, alone the learner.
    let (setup, learner) = (&snapshot.state.setup, snapshot.state.learner().map(|row| &row.details));
    let subject = identity::Subject {
        name: learner.map_or(&setup.trainer, |details| &details.name).clone(),
        organisation: learner.map_or(&setup.organiser, |details| &details.company).clone(),
    };
    let signer = identity::throw_away(&subject, now).map_err(|error| say::no_signer(error.to_string()))?;
    bundle::write(snapshot.into(), &signer, out, now, &mut |_stage| {}).map_err(|error| error.message())
}

fn passed(snapshot: &Snapshot) -> usize {
    snapshot.state.standing().filter(|row| row.has_passed()).count()
}

fn text(args: &Args, snapshot: &Snapshot, bundle: &Bundle, session: &Path, context: &Context) -> String {
    let state = &snapshot.state;
    let summary = if args.self_study {
        alone::rehearsed(state.study.active_altogether().as_mins(), passed(snapshot), args.seed.to_string())
    } else {
        let minutes = state.started_at.zip(state.closed_at).map_or(0, |(from, to)| to.duration_since(from).as_mins());
        say::rehearsed(state.standing().count(), passed(snapshot), minutes, args.seed.to_string())
    };
    let path = |path: &Path| path.display().to_string();
    let written = match &bundle.report {
        Some(report) => say::rehearsed_files(path(&bundle.register), path(report), path(session)),
        None => alone::rehearsed_files(path(&bundle.register), path(session)),
    };
    format!("{}\n{}\n", summary.text(context.lang), written.text(context.lang))
}

fn json(args: &Args, snapshot: &Snapshot, bundle: &Bundle, session: &Path) -> String {
    let answer = serde_json::json!({
        "version": 1,
        "seed": args.seed,
        "session": snapshot.state.setup.session,
        "participants": snapshot.state.standing().count(),
        "themes": snapshot.state.script.pack.themes.iter().map(|theme| &theme.id).collect::<Vec<_>>(),
        "passed": passed(snapshot),
        "phones": snapshot.state.phones.len(),
        "journal_length": snapshot.journal_length,
        "journal_head": snapshot.journal_head,
        "folder": session,
        "register": bundle.register,
        "report": bundle.report,
        "feedback": bundle.feedback,
        "xlsx": bundle.xlsx,
        "csv": bundle.csv,
    });
    format!("{answer:#}\n")
}
