//! The map in `src/lib.rs`, enforced: each message points back to it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

const MAP: &str = "see the map in src/lib.rs";

/// Every Rust file under `src`, with its text.
fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    walk(&root.join("src"), &mut found);
    found.sort();
    assert!(found.len() > 20, "the walk found too little to mean anything");
    found.into_iter().map(|(path, text)| (path.strip_prefix(root).unwrap().to_owned(), text)).collect()
}

/// The top-level module a file belongs to; `None` for the crate roots.
fn module(path: &Path) -> Option<String> {
    let part = path.components().nth(1)?.as_os_str().to_str()?;
    let name = part.strip_suffix(".rs").unwrap_or(part);
    (name != "lib" && name != "main").then(|| name.to_owned())
}

/// The modules of the map, from the ground up.
fn map() -> Vec<String> {
    let lib = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lib.rs")).unwrap();
    lib.lines()
        .filter_map(|line| line.strip_prefix("//! | [`"))
        .filter_map(|line| line.split('`').next())
        .map(str::to_owned)
        .collect()
}

/// The part of a file that is compiled into the program: what stands before its test module.
fn product(text: &str) -> &str {
    text.split("#[cfg(test)]\nmod ").next().unwrap_or(text)
}

/// Code without its comment lines.
fn code(text: &str) -> impl Iterator<Item = (usize, &str)> {
    product(text)
        .lines()
        .enumerate()
        .map(|(index, line)| (index + 1, line))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

#[test]
fn every_module_stands_in_the_map_and_every_line_of_the_map_is_a_module() {
    let map = map();
    for (path, _) in sources() {
        if let Some(module) = module(&path) {
            assert!(map.contains(&module), "{} is in no line of the map; {MAP}", path.display());
        }
    }
    for module in &map {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert!(
            root.join(format!("{module}.rs")).exists() || root.join(module).join("mod.rs").exists(),
            "the map names {module}, which does not exist"
        );
    }
}

#[test]
fn no_module_uses_one_below_it() {
    let map = map();
    let height: BTreeMap<&str, usize> = map.iter().enumerate().map(|(index, name)| (name.as_str(), index)).collect();
    for (path, text) in sources() {
        let Some(module) = module(&path) else { continue };
        for (line, code) in code(&text) {
            assert!(
                !code.contains("crate::{"),
                "{}:{line}: import one module a line, so that every arrow can be seen; {MAP}",
                path.display()
            );
            for used in code.split("crate::").skip(1) {
                let used: String = used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let Some(below) = height.get(used.as_str()) else { continue };
                assert!(
                    *below <= height[module.as_str()],
                    "{}:{line}: {module} uses {used}, which stands below it; {MAP}",
                    path.display()
                );
            }
        }
    }
}

#[test]
fn each_library_is_named_by_its_one_owner_alone() {
    let owners: &[(&[&str], &[&str])] = &[
        (&["egui::", "eframe::", "egui_plot::", "rfd::"], &["ui"]),
        (&["typst::", "typst_pdf::", "typst_layout::", "comemo::"], &["paper"]),
        (&["rusqlite::"], &["journal", "records", "study"]),
        (&["fsrs::", "icalendar::"], &["study"]),
        (&["println!", "print!(", "eprintln!", "eprint!(", "io::stdout"], &["cli"]),
        (&["fluent_bundle::"], &["i18n"]),
        (&["rcgen::", "p12_keystore::", "cms::", "x509_cert::", "lopdf::"], &["register"]),
        (&["clap::"], &["cli"]),
        (&["axum::", "hyper::", "hyper_util::", "qrcode::", "if_addrs::"], &["room"]),
        (&["tokio_tungstenite::"], &["room", "rehearse"]),
        (&["tokio::", "futures_util::"], &["room", "rehearse", "cli"]),
        (&["async_signal::"], &["cli"]),
        (&["lettre::", "rustls::", "idna::"], &["mail"]),
    ];
    for (path, text) in sources() {
        let Some(module) = module(&path) else { continue };
        for (line, code) in code(&text) {
            for (names, modules) in owners {
                for name in *names {
                    assert!(
                        !code.contains(name) || modules.contains(&module.as_str()),
                        "{}:{line}: {name} belongs to {modules:?}; {MAP}",
                        path.display()
                    );
                }
            }
        }
    }
}

#[test]
fn the_pure_modules_know_no_clock_files_threads_or_chance() {
    for (path, text) in sources() {
        if !matches!(module(&path).as_deref(), Some("session" | "quiz" | "text")) {
            continue;
        }
        for (line, code) in code(&text) {
            for name in [
                "std::fs",
                "std::io",
                "std::thread",
                "std::time",
                "Timestamp::now",
                "Zoned::now",
                "rand::rng",
                "SysRng",
                "crate::clock",
                "crate::files",
            ] {
                assert!(!code.contains(name), "{}:{line}: a pure module names {name}; {MAP}", path.display());
            }
        }
    }
}

#[test]
fn checking_a_signature_shares_nothing_with_making_one() {
    for (path, text) in sources() {
        if !path.starts_with("src/register/verify") && path != Path::new("src/register/verify.rs") {
            continue;
        }
        for (line, code) in code(&text) {
            for name in
                ["register::sign", "register::identity", "register::bundle", "super::sign", "super::super::sign"]
            {
                assert!(!code.contains(name), "{}:{line}: verify names {name}; {MAP}", path.display());
            }
        }
    }
}

#[test]
fn every_file_opens_by_saying_what_lives_there() {
    for (path, text) in sources() {
        assert!(text.starts_with("//! "), "{} does not open with a //! sentence", path.display());
    }
}

#[test]
fn nothing_is_left_to_be_done_later() {
    for (path, text) in sources() {
        for (line, code) in code(&text) {
            for name in ["todo!(", "unimplemented!(", "unreachable!("] {
                assert!(!code.contains(name), "{}:{line}: {name}", path.display());
            }
        }
    }
}
