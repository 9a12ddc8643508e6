//! `published.ron`: what the pack's themes were when they were last published; written by the program alone.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::files::CarefulFolder;
use crate::files::FileError;
use crate::files::Refused;
use crate::files::write_for_everyone;
use crate::i18n::messages::check as say;
use crate::source::Finding;
use crate::source::Findings;
use crate::source::Reader;
use crate::source::Spot;
use crate::source::Value;
use crate::text::Id;

use super::digest::core_of_theme;
use super::model::CoursePack;
use super::model::Theme;

/// The file's name.
const FILE: &str = "published.ron";

/// A theme as it was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PublishedTheme {
    revision: u32,
    digest: String,
    core: String,
}

/// What was published, by theme; `None` when nothing was, or the file cannot be read.
pub(super) fn read(
    folder: &CarefulFolder,
    order: usize,
    findings: &mut Findings,
) -> Option<BTreeMap<Id, PublishedTheme>> {
    if matches!(folder.read(FILE, crate::source::MAX_SOURCE_BYTES), Err(Refused::Missing)) {
        return None;
    }
    let file = crate::source::open(folder, FILE, order, None, findings)?;
    let node = crate::source::parse(&file, findings)?;
    let mut reader = Reader { file, findings };
    let mut fields = reader.fields(&node, FILE)?;
    let format = fields.required(&mut reader, "format");
    if let Some(format) = format
        && format.value != Value::Integer(1)
    {
        reader.error_with_hint("format", format.span, say::format(), say::format_hint());
    }
    let themes = fields.required(&mut reader, "themes");
    fields.finish(&mut reader);
    let mut published = BTreeMap::new();
    for item in reader.list(themes, "themes") {
        let Some(mut fields) = reader.fields(item, "themes") else { continue };
        let id = fields.required(&mut reader, "id");
        let revision = fields.required(&mut reader, "revision");
        let digest = fields.required(&mut reader, "digest");
        let core = fields.required(&mut reader, "core");
        fields.finish(&mut reader);
        let id = reader.id(id, "id", '-');
        let theme = PublishedTheme {
            revision: reader.whole(revision, "revision", 1..=9999).unwrap_or_default(),
            digest: reader.string(digest, "digest").to_owned(),
            core: reader.string(core, "core").to_owned(),
        };
        published.insert(id, theme);
    }
    Some(published)
}

/// Compares a theme with what was published of it.
pub(super) fn compare(theme: &Theme, published: &PublishedTheme, revision: Spot, findings: &mut Findings) {
    let id = theme.id.as_str();
    if theme.revision < published.revision {
        let message = say::revision_lowered(id, published.revision, theme.revision);
        findings.push(Finding::error("revision-lowered", revision, message));
    } else if theme.revision == published.revision && core_of_theme(theme) != published.core {
        let message = say::revision_not_raised(id, published.revision);
        let hint = say::revision_not_raised_hint(published.revision + 1);
        findings.push(Finding::error("revision-not-raised", revision, message).hint(hint));
    } else if theme.revision == published.revision && theme.digest != published.digest {
        let message = say::editorial_change(id, published.revision);
        findings.push(Finding::warning("editorial-change", revision, message).hint(say::editorial_change_hint()));
    }
}

/// Writes what the pack's themes are now into its folder.
///
/// Only a pack that passed the check comes here, so that a revision that should have been raised is never
/// published over.
///
/// # Errors
/// When the file cannot be written.
pub fn publish(pack: &CoursePack) -> Result<(), FileError> {
    let mut text = String::from(
        "// Written by `perehdytin check --publish`; not to be edited.\n(\n    format: 1,\n    themes: [\n",
    );
    for theme in &pack.themes {
        let (id, revision, digest, core) = (&theme.id, theme.revision, &theme.digest, core_of_theme(theme));
        // Writing to a string cannot fail.
        write!(
            text,
            "        (\n            id: \"{id}\",\n            revision: {revision},\n            digest: \"{digest}\",\n            core: \"{core}\",\n        ),\n"
        )
        .unwrap_or_default();
    }
    text += "    ],\n)\n";
    write_for_everyone(&Path::new(&pack.root).join(FILE), text.as_bytes())
}
