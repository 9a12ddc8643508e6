//! `perehdytin check`: everything that is wrong with course packs, at once.

use std::path::Path;
use std::path::PathBuf;

use crate::cli::Context;
use crate::cli::Format;
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
    /// A subscriber's own profile, to see whether it fills everything that the packs use
    #[arg(long, value_name = "FILE")]
    profile: Option<PathBuf>,
    /// Notes in each pack without mistakes what its themes are now, so that later changes are seen
    #[arg(long)]
    publish: bool,
}

/// What became of one pack.
struct Checked<'a> {
    folder: &'a Path,
    report: Report,
    pack: Option<CoursePack>,
    /// What is said of the subscriber's own profile, and whether it fits.
    profile: Option<(Report, bool)>,
    /// What the operating system said when the publication could not be written.
    not_published: Option<String>,
}

/// Checks every pack that was named.
pub(super) fn run(args: &Args, context: &Context) -> Outcome {
    let checked: Vec<Checked<'_>> = args.packs.iter().map(|folder| check(folder, args)).collect();
    let exit = checked.iter().map(Checked::exit).max().unwrap_or_default();
    if args.format == Format::Json {
        return Outcome { exit, ..Outcome::fine(json(&checked, context)) };
    }
    let told = |is_failure: bool| {
        let of_kind = checked.iter().filter(|one| (one.exit() == 2) == is_failure);
        of_kind.map(|one| text(one, args, context)).collect()
    };
    Outcome { stdout: told(false), stderr: told(true), exit }
}

impl Checked<'_> {
    /// 0 fine, 1 mistakes or a profile that does not fit, 2 unreadable or not to be written.
    fn exit(&self) -> u8 {
        let is_profile_unreadable = self.profile.as_ref().is_some_and(|(report, _)| report.is_unreadable);
        let is_profile_wrong = self.profile.as_ref().is_some_and(|(_, fits)| !fits);
        if self.report.is_unreadable || self.not_published.is_some() || is_profile_unreadable {
            2
        } else {
            u8::from(self.pack.is_none() || is_profile_wrong)
        }
    }
}

fn check<'a>(folder: &'a Path, args: &Args) -> Checked<'a> {
    match pack::load(folder) {
        Err(report) => Checked { folder, report, pack: None, profile: None, not_published: None },
        Ok(Loaded { pack, report, files: _ }) => {
            let failed = args.publish.then(|| pack::publish(&pack).err()).flatten();
            let not_published = failed.map(|error| error.source.to_string());
            let profile = args.profile.as_ref().map(|file| match pack::load_profile_for(&pack, file) {
                Ok((_, report)) => (report, true),
                Err(report) => (report, false),
            });
            Checked { folder, report, pack: Some(pack), profile, not_published }
        }
    }
}

fn text(one: &Checked<'_>, args: &Args, context: &Context) -> String {
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
    if let (Some((report, fits)), Some(file)) = (&one.profile, &args.profile) {
        let file = file.display().to_string();
        let summary =
            if *fits { say::profile_fine(report.warnings(), file) } else { say::profile_wrong(report.errors(), file) };
        out.extend([report.text(lang), summary.text(lang), "\n".to_owned()]);
    }
    let publication = match (&one.not_published, args.publish, &one.pack) {
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
            let findings = |report: &Report| -> Vec<serde_json::Value> {
                report.diagnostics.iter().map(|diagnostic| diagnostic.json(context.lang)).collect()
            };
            let profile = one.profile.as_ref();
            serde_json::json!({
                "folder": one.folder.display().to_string(),
                "is_fine": one.pack.is_some(),
                "errors": one.report.errors(),
                "warnings": one.report.warnings(),
                "suppressed": one.report.suppressed,
                "diagnostics": findings(&one.report),
                "course": one.pack.as_ref().map(course_json),
                "profile": profile.map(|(report, fits)| {
                    serde_json::json!({ "is_fine": fits, "diagnostics": findings(report) })
                }),
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
