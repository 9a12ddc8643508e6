//! Showing a file with the desktop's own program; a PDF at one of its pages, where the viewer can be told.

use std::ffi::OsString;
use std::path::Path;
use std::process::Command;
use std::process::Stdio;

/// Shows a file or folder with the desktop's own program, a PDF at `page` (from 1) where that is possible.
///
/// # Errors
/// The path, when there is no program to show it with.
pub(super) fn show(path: &Path, page: Option<u32>) -> Result<(), String> {
    let start =
        |mut command: Command| command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().is_ok();
    if page.and_then(|page| at_page(path, page)).is_some_and(start) {
        return Ok(());
    }
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else if cfg!(windows) {
        "explorer"
    } else {
        "xdg-open"
    };
    let mut command = Command::new(opener);
    command.arg(path);
    if start(command) { Ok(()) } else { Err(path.display().to_string()) }
}

/// The command that shows `path` at `page` in the desktop's own viewer; `None` when it cannot be told a page.
fn at_page(path: &Path, page: u32) -> Option<Command> {
    if cfg!(windows) || cfg!(target_os = "macos") {
        return None;
    }
    let asked = Command::new("xdg-mime").args(["query", "default", "application/pdf"]).stderr(Stdio::null()).output();
    let entry = String::from_utf8(asked.ok()?.stdout).ok()?;
    let (program, arguments) = arguments(entry.trim(), path, page)?;
    let mut command = Command::new(program);
    command.args(arguments);
    Some(command)
}

/// How the viewer behind a desktop entry is told the page.
fn arguments(entry: &str, path: &Path, page: u32) -> Option<(&'static str, Vec<OsString>)> {
    let entry = entry.to_lowercase();
    let path = path.as_os_str().to_owned();
    let known = |name: &str| entry.contains(name);
    let with = |option: String| vec![option.into(), path.clone()];
    Some(if known("evince") {
        ("evince", with(format!("--page-index={page}")))
    } else if known("papers") {
        ("papers", with(format!("--page-index={page}")))
    } else if known("atril") {
        ("atril", with(format!("--page-index={page}")))
    } else if known("xreader") {
        ("xreader", with(format!("--page-index={page}")))
    } else if known("okular") {
        ("okular", vec!["--page".into(), page.to_string().into(), path])
    } else if known("zathura") {
        ("zathura", with(format!("--page={page}")))
    } else if known("qpdfview") {
        let mut place = path;
        place.push(format!("#{page}"));
        ("qpdfview", vec![place])
    } else {
        return None;
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn viewers_that_can_be_told_a_page_are_told_it_and_others_are_left_to_the_desktop() {
        let told = |entry: &str| {
            let (program, arguments) = arguments(entry, Path::new("/r/a b.pdf"), 3)?;
            let words: Vec<_> = arguments.iter().map(|one| one.to_string_lossy().into_owned()).collect();
            Some(format!("{program} {}", words.join("|")))
        };
        assert_eq!(told("org.gnome.Evince.desktop").as_deref(), Some("evince --page-index=3|/r/a b.pdf"));
        assert_eq!(told("okularApplication_pdf.desktop").as_deref(), Some("okular --page|3|/r/a b.pdf"));
        assert_eq!(told("qpdfview.desktop").as_deref(), Some("qpdfview /r/a b.pdf#3"));
        assert_eq!(told("firefox.desktop"), None);
        assert_eq!(told(""), None);
    }
}
