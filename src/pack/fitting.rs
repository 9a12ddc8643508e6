//! Whether a subscriber's own profile fits a pack.

use std::path::Path;

use crate::i18n::messages::check as say;
use crate::profile;
use crate::profile::Profile;
use crate::source::Finding;
use crate::source::Findings;
use crate::source::Report;
use crate::source::Spot;

use super::model::CoursePack;

/// Reads the profile at `file` and compares it with what `pack` needs of it.
///
/// A profile that lacks one of the pack's languages gets a warning: its values are then shown in another.
///
/// # Errors
/// Every mistake of the profile, or else everything that the pack's texts ask of it in vain.
pub fn load_profile_for(pack: &CoursePack, file: &Path) -> Result<(Profile, Report), Report> {
    let profile = profile::load(file)?;
    let spot = Spot::unopened(&file.display().to_string(), 0);
    let mut findings = Findings::default();
    for name in pack.not_filled_by(&profile) {
        let message = say::unfilled(format!("{{{name}}}"));
        findings.push(Finding::error("unfilled", spot.clone(), message).hint(say::unfilled_hint()));
    }
    for lang in pack.languages.iter().filter(|lang| !profile.name.0.contains_key(*lang)) {
        let finding = Finding::warning("profile-language", spot.clone(), say::profile_language(lang.as_str()));
        findings.push(finding.hint(say::profile_language_hint()));
    }
    let errors = findings.errors();
    let report = findings.into_report();
    if errors == 0 { Ok((profile, report)) } else { Err(report) }
}
