//! A pack read from its folder, file by file, and checked.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use crate::files::CarefulFolder;
use crate::files::Oddity;
use crate::i18n::messages::check as say;
use crate::source::Fields;
use crate::source::Finding;
use crate::source::Findings;
use crate::source::Node;
use crate::source::Reader;
use crate::source::Report;
use crate::source::SourceFile;
use crate::source::Spot;
use crate::source::quoted;

use super::Loaded;
use super::branches;
use super::context::PackReader;
use super::context::Shared;
use super::course::ReadCourse;
use super::digest;
use super::model::CourseKind;
use super::model::CoursePack;
use super::model::Theme;
use super::published;
use super::theme::ReadTheme;
use super::whole;

/// The pack's main file.
const MAIN: &str = "course.ron";
/// How many themes a pack may have.
const MAX_THEMES: usize = 60;
/// The order of findings on files that no other file names.
const LAST: usize = usize::MAX;

/// Reads and checks the pack in `folder`.
///
/// # Errors
/// Every mistake found, in the order of files and lines; warnings alone do not fail.
pub fn load(folder: &Path) -> Result<Loaded, Report> {
    let mut findings = Findings::default();
    let careful = match CarefulFolder::open(folder) {
        Ok(careful) => careful,
        Err(error) => return Err(no_folder(folder, &error)),
    };
    oddities(&careful, &mut findings);
    let mut shared = Shared::new(&careful);
    let Some(main) = crate::source::open(&careful, MAIN, 0, None, &mut findings) else {
        let is_unreadable = matches!(
            careful.read(MAIN, crate::source::MAX_SOURCE_BYTES),
            Err(crate::files::Refused::Missing | crate::files::Refused::Unreadable(_))
        );
        return Err(Report { is_unreadable, ..findings.into_report() });
    };
    let Some(tree) = crate::source::parse(&main, &mut findings) else { return Err(findings.into_report()) };
    let built = build(folder, &main, &tree, &mut shared, &mut findings);
    let errors = findings.errors();
    let report = findings.into_report();
    match built {
        Some((pack, files)) if errors == 0 => Ok(Loaded { pack, report, files }),
        _ => Err(report),
    }
}

/// Why a copy that a session keeps cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotKept {
    /// A file is missing, or has not even the form of a pack.
    #[error("the kept pack cannot be read")]
    Unreadable,
    /// It has another content than the one that was kept.
    #[error("the kept pack was changed: its digest is {digest}")]
    Changed {
        /// The digest it has now.
        digest: String,
    },
}

/// Reads a copy whose content was checked when it was made, and has had `digest` since.
///
/// What today's check would say of it is not asked: the rules for authors may have become stricter, and a session
/// that runs must not depend on them. The digest vouches for the content.
///
/// # Errors
/// When the copy has no longer the form of a pack, or another digest.
pub fn load_kept(folder: &Path, digest: &str) -> Result<CoursePack, NotKept> {
    let mut findings = Findings::unheeded();
    let careful = CarefulFolder::open(folder).map_err(|_refused| NotKept::Unreadable)?;
    let mut shared = Shared::new(&careful);
    let main = crate::source::open(&careful, MAIN, 0, None, &mut findings).ok_or(NotKept::Unreadable)?;
    let tree = crate::source::parse(&main, &mut findings).ok_or(NotKept::Unreadable)?;
    let built = build(folder, &main, &tree, &mut shared, &mut findings);
    match built {
        Some((pack, _)) if pack.digest == digest => Ok(pack),
        Some((pack, _)) if !shared.is_partial => Err(NotKept::Changed { digest: pack.digest }),
        _ => Err(NotKept::Unreadable),
    }
}

fn no_folder(folder: &Path, error: &std::io::Error) -> Report {
    let mut findings = Findings::default();
    let name = folder.display().to_string();
    let (code, message) = match error.kind() {
        std::io::ErrorKind::NotFound => ("folder-missing", say::folder_missing()),
        std::io::ErrorKind::NotADirectory => ("no-folder", say::no_folder()),
        _ => ("folder-unreadable", say::folder_unreadable(error.to_string())),
    };
    findings.push(Finding::error(code, Spot::unopened(&name, 0), message).hint(say::folder_hint()));
    Report { is_unreadable: true, ..findings.into_report() }
}

/// Tells links, pipes and devices anywhere in the folder: packs are copied and handed on as they are.
fn oddities(folder: &CarefulFolder, findings: &mut Findings) {
    let found = match folder.oddities() {
        Ok(found) => found,
        Err(error) => {
            let message = say::folder_unreadable(error.to_string());
            findings.push(Finding::error("folder-unreadable", Spot::unopened(".", LAST), message));
            return;
        }
    };
    for oddity in found {
        let path = quoted(oddity.path());
        let spot = Spot::unopened(if path.is_empty() { "." } else { &path }, LAST);
        let finding = match oddity {
            Oddity::Link(_) => Finding::error("path-link", spot, say::path_link(path)).hint(say::path_link_hint()),
            Oddity::Special(_) => Finding::error("file-kind", spot, say::file_kind(path)).hint(say::file_kind_hint()),
            Oddity::TooMany => Finding::error("too-many-files", spot, say::too_many_files()),
        };
        findings.push(finding);
    }
}

/// Everything after the main file's tree is there; `None` when not even a faulty pack can be made of it.
fn build(
    folder: &Path,
    main: &Arc<SourceFile>,
    tree: &Node,
    shared: &mut Shared<'_>,
    findings: &mut Findings,
) -> Option<(CoursePack, Vec<String>)> {
    let mut reader = Reader { file: Arc::clone(main), findings };
    let mut fields = reader.fields(tree, "course")?;
    let languages = fields.required(&mut reader, "languages");
    let mut pack_reader = PackReader { reader, shared };
    let languages = pack_reader.languages(languages);
    pack_reader.shared.languages = languages;
    let profile_path = read_profile(&mut pack_reader, &mut fields);
    let course = pack_reader.course(&mut fields);
    let themes_node = fields.required(&mut pack_reader.reader, "themes");
    let files = theme_files(&mut pack_reader, themes_node);
    let themes_span = themes_node.map_or(fields.head, Node::head);
    fields.finish(&mut pack_reader.reader);

    let published = published::read(shared.folder, LAST - 1, findings);
    let mut themes = Vec::new();
    let mut sources = Vec::new();
    for (index, (name, asked)) in files.iter().enumerate() {
        let before = findings.errors();
        let Some((read, file)) = read_theme(index, name, asked, shared, findings) else {
            shared.is_partial = true;
            continue;
        };
        let mut theme = read.theme;
        if findings.errors() == before {
            theme.digest = digest::of_theme(&theme, &shared.pictures);
            if let Some(published) = published.as_ref().and_then(|published| published.get(&theme.id)) {
                published::compare(&theme, published, Spot::new(&file, read.revision_span), findings);
            }
        }
        if !whole::asks(&theme) {
            let finding = Finding::warning("no-question", Spot::new(&file, read.id_span), say::no_question());
            findings.push(finding.hint(say::no_question_hint()));
        }
        let spots: Vec<Spot> = read.step_spans.iter().map(|span| Spot::new(&file, *span)).collect();
        branches::check(&theme.steps, &spots, findings);
        themes.push(theme);
        sources.push(name.clone());
    }
    shared.references.check(shared.is_partial, findings);
    if !shared.is_partial && !shared.is_uncounted {
        judge_whole(&course, &themes, main, findings);
    }
    whole::spread(&shared.right_places, &Spot::new(main, themes_span), findings);

    let mut files = vec![MAIN.to_owned()];
    if let Some(path) = &profile_path {
        files.push(path.clone());
        let logo = shared.profile.iter().find_map(|profile| profile.logo.as_ref());
        files.extend(logo.map(|logo| crate::profile::beside(path, logo)));
    }
    files.extend(sources);
    files.extend(shared.pictures.keys().cloned());
    if published.is_some() {
        files.push("published.ron".to_owned());
    }
    let mut seen = BTreeSet::new();
    files.retain(|file| seen.insert(file.clone()));
    Some((pack(folder, course, themes, shared)?, files))
}

fn judge_whole(course: &ReadCourse, themes: &[Theme], main: &Arc<SourceFile>, findings: &mut Findings) {
    if course.kind == Some(CourseKind::Induction) {
        let test = course.final_test.map_or(0, |read| read.test.minutes);
        let other = test + course.feedback.as_ref().map_or(0, |form| form.minutes);
        whole::induction(themes, other, &Spot::new(main, course.kind_span), findings);
    }
    if let Some(test) = &course.final_test {
        whole::final_test(test, themes, |span| Spot::new(main, span), findings);
    }
}

/// The profile that the pack carries; gives its path.
fn read_profile(reader: &mut PackReader<'_, '_>, fields: &mut Fields<'_>) -> Option<String> {
    let node = fields.required(&mut reader.reader, "profile");
    let path = reader.reader.string(node, "profile").to_owned();
    let spot = reader.reader.spot(node?.span);
    if path.is_empty() {
        return None;
    }
    let shared = &mut *reader.shared;
    let languages = Some(shared.languages.as_slice());
    let profile = crate::profile::read(shared.folder, &path, 1, Some(&spot), languages, reader.reader.findings)?;
    shared.placeholders = profile.placeholders();
    shared.profile = Some(Arc::new(profile));
    Some(path)
}

/// The theme files named, each once, with the places where they are named.
fn theme_files(reader: &mut PackReader<'_, '_>, node: Option<&Node>) -> Vec<(String, Spot)> {
    let mut seen = BTreeSet::new();
    let mut files = Vec::new();
    let items = reader.reader.filled_list(node, "themes");
    reader.shared.is_partial |= items.is_empty();
    for item in items {
        let name = reader.reader.string(Some(item), "themes");
        if name.is_empty() {
            reader.shared.is_partial = true;
        } else if !seen.insert(name) {
            reader.reader.error("duplicate-file", item.span, say::duplicate_file(quoted(name)));
        } else if files.len() == MAX_THEMES {
            reader.reader.error("many-themes", item.span, say::many_themes(MAX_THEMES));
            reader.shared.is_partial = true;
            break;
        } else {
            files.push((name.to_owned(), reader.reader.spot(item.span)));
        }
    }
    files
}

fn read_theme(
    index: usize,
    name: &str,
    asked: &Spot,
    shared: &mut Shared<'_>,
    findings: &mut Findings,
) -> Option<(ReadTheme, Arc<SourceFile>)> {
    let file = crate::source::open(shared.folder, name, index + 2, Some(asked), findings)?;
    let tree = crate::source::parse(&file, findings)?;
    let reader = Reader { file: Arc::clone(&file), findings };
    let read = PackReader { reader, shared }.theme(&tree, name, index)?;
    Some((read, file))
}

fn pack(folder: &Path, course: ReadCourse, themes: Vec<Theme>, shared: &Shared<'_>) -> Option<CoursePack> {
    let digest = digest::of_course(&course, &shared.languages, &themes);
    Some(CoursePack {
        root: folder.to_owned(),
        id: course.id,
        kind: course.kind?,
        revision: course.revision,
        digest,
        languages: shared.languages.clone(),
        title: course.title,
        summary: course.summary,
        example_profile: Arc::clone(shared.profile.as_ref()?),
        themes,
        theme_order: course.theme_order,
        new_employer: course.new_employer,
        attendance_percent: course.attendance_percent,
        validity_months: course.validity_months,
        final_test: course.final_test.map(|read| read.test),
        feedback: course.feedback,
        checklist: course.checklist,
        pocket_guide: course.pocket_guide,
        part_of: None,
    })
}
