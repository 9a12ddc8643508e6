//! `perehdytin check`: everything that is wrong with course packs, at once.

use std::path::Path;
use std::path::PathBuf;

use crate::cli::Context;
use crate::cli::Outcome;
use crate::i18n::messages::check as say;
use crate::pack;
use crate::pack::CoursePack;
use crate::pack::Loaded;
use crate::pack::Report;

/// Checks course packs and tells every mistake with its place and mend
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Folders of course packs
    #[arg(required = true, value_name = "PACK")]
    packs: Vec<PathBuf>,
    /// How to answer
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Notes in each pack without mistakes what its themes are now, so that later changes are seen
    #[arg(long)]
    publish: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Text,
    Json,
}

/// What became of one pack.
struct Checked<'a> {
    folder: &'a Path,
    report: Report,
    pack: Option<CoursePack>,
    /// What the operating system said when the publication could not be written.
    not_published: Option<String>,
}

/// Checks every pack that was named.
pub(super) fn run(args: &Args, context: &Context) -> Outcome {
    let checked: Vec<Checked<'_>> = args.packs.iter().map(|folder| check(folder, args.publish)).collect();
    let exit = checked.iter().map(Checked::exit).max().unwrap_or_default();
    if args.format == Format::Json {
        return Outcome { exit, ..Outcome::fine(json(&checked, context)) };
    }
    let told = |is_failure: bool| {
        let of_kind = checked.iter().filter(|one| (one.exit() == 2) == is_failure);
        of_kind.map(|one| text(one, args.publish, context)).collect()
    };
    Outcome { stdout: told(false), stderr: told(true), exit }
}

impl Checked<'_> {
    /// 0 fine, 1 mistakes, 2 unreadable or not to be written.
    fn exit(&self) -> u8 {
        if self.report.is_unreadable || self.not_published.is_some() { 2 } else { u8::from(self.pack.is_none()) }
    }
}

fn check(folder: &Path, publish: bool) -> Checked<'_> {
    match pack::load(folder) {
        Err(report) => Checked { folder, report, pack: None, not_published: None },
        Ok(Loaded { pack, report, files: _ }) => {
            let failed = publish.then(|| pack::publish(&pack).err()).flatten();
            let not_published = failed.map(|error| error.source.to_string());
            Checked { folder, report, pack: Some(pack), not_published }
        }
    }
}

fn text(one: &Checked<'_>, publish: bool, context: &Context) -> String {
    let lang = context.lang;
    let folder = one.folder.display().to_string();
    let mut out = one.report.text(lang);
    let (errors, warnings) = (one.report.errors(), one.report.warnings());
    let summary = match &one.pack {
        None => say::summary_wrong(errors, warnings, folder.clone()),
        Some(pack) => {
            let questions: usize = pack.steps().filter(|(_, step)| step.question().is_some()).count();
            let test: usize = pack.themes.iter().map(|theme| theme.test.len()).sum();
            let minutes = pack.planned_minutes();
            say::summary_fine(pack.themes.len(), minutes, questions, test, warnings, folder.clone())
        }
    };
    out.extend([summary.text(lang).as_str(), "\n"]);
    let publication = match (&one.not_published, publish, &one.pack) {
        (Some(reason), _, _) => Some(say::not_published(reason.as_str(), folder)),
        (None, true, Some(_)) => Some(say::published(folder)),
        (None, true, None) => Some(say::publish_refused(folder)),
        (None, false, _) => None,
    };
    out + &publication.map(|message| format!("{}\n", message.text(lang))).unwrap_or_default()
}

fn json(checked: &[Checked<'_>], context: &Context) -> String {
    let packs: Vec<serde_json::Value> = checked
        .iter()
        .map(|one| {
            let diagnostics: Vec<serde_json::Value> =
                one.report.diagnostics.iter().map(|diagnostic| diagnostic.json(context.lang)).collect();
            serde_json::json!({
                "folder": one.folder.display().to_string(),
                "is_fine": one.pack.is_some(),
                "errors": one.report.errors(),
                "warnings": one.report.warnings(),
                "suppressed": one.report.suppressed,
                "diagnostics": diagnostics,
                "course": one.pack.as_ref().map(course_json),
                "not_published": one.not_published,
            })
        })
        .collect();
    let answer = serde_json::json!({ "version": 1, "packs": packs });
    format!("{answer:#}\n")
}

fn course_json(pack: &CoursePack) -> serde_json::Value {
    let themes: Vec<serde_json::Value> = pack
        .themes
        .iter()
        .map(|theme| {
            serde_json::json!({
                "id": theme.id,
                "revision": theme.revision,
                "digest": theme.digest,
                "planned_minutes": theme.planned_minutes(),
                "steps": theme.steps.len(),
                "test_questions": theme.test.len(),
            })
        })
        .collect();
    serde_json::json!({
        "id": pack.id,
        "revision": pack.revision,
        "digest": pack.digest,
        "languages": pack.languages,
        "planned_minutes": pack.planned_minutes(),
        "themes": themes,
    })
}
