//! Finding course packs and profiles: beside the program, in the data folder, or where the person points.

use std::path::Path;
use std::path::PathBuf;

use crate::files::DataFolder;

/// The folders of course packs found, in the order of their names; a pack is a folder with `course.ron`.
pub fn find(data: &DataFolder) -> Vec<PathBuf> {
    let mut shipped = find_in(&shipped_places());
    if shipped.is_empty() && cfg!(debug_assertions) {
        shipped = find_in(&[Path::new(env!("CARGO_MANIFEST_DIR")).join("courses")]);
    }
    let mut found = find_in(&[data.courses()]);
    shipped.retain(|folder| !found.contains(folder));
    found.extend(shipped);
    found
}

/// Where packs that come with the program are looked for: the current folder, beside the executable.
fn shipped_places() -> Vec<PathBuf> {
    let mut places = Vec::new();
    if let Ok(here) = std::env::current_dir() {
        places.push(here.join("courses"));
    }
    if let Ok(program) = std::env::current_exe()
        && let Some(folder) = program.parent()
    {
        places.push(folder.join("courses"));
        // Where Linux packages put what belongs to a program.
        places.push(folder.join("../share/perehdytin/courses"));
    }
    places
}

fn find_in(places: &[PathBuf]) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    for place in places {
        let mut here: Vec<PathBuf> = std::fs::read_dir(place)
            .into_iter()
            .flatten()
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.join("course.ron").is_file())
            .collect();
        here.sort();
        for path in here {
            // The current folder is often the program's own; a pack is offered once.
            let real = path.canonicalize().unwrap_or(path);
            if !found.contains(&real) {
                found.push(real);
            }
        }
    }
    found
}

/// The profiles the person keeps: RON files in the data folder, in the order of their names.
pub fn profiles(data: &DataFolder) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(data.profiles())
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .flat_map(|path| if path.is_dir() { vec![path.join("profile.ron")] } else { vec![path] })
        .filter(|path| path.is_file() && path.extension().is_some_and(|ending| ending == "ron"))
        .collect();
    found.sort();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pack_is_a_folder_with_a_course_and_is_offered_once() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["b-course", "a-course", "no-course"] {
            std::fs::create_dir(folder.path().join(name)).unwrap();
        }
        for name in ["b-course", "a-course"] {
            crate::files::write_atomically(&folder.path().join(name).join("course.ron"), b"()").unwrap();
        }
        let places = [folder.path().to_owned(), folder.path().join("nowhere"), folder.path().join("no-course/..")];
        let found = find_in(&places);
        let names: Vec<_> = found.iter().filter_map(|path| path.file_name()?.to_str()).collect();
        assert_eq!(names, ["a-course", "b-course"]);
    }

    #[test]
    fn profiles_are_files_or_folders_of_the_data_folder() {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::open(folder.path().join("data")).unwrap();
        assert!(profiles(&data).is_empty());
        crate::files::create_private_folder(&data.profiles().join("own")).unwrap();
        crate::files::write_atomically(&data.profiles().join("own/profile.ron"), b"()").unwrap();
        crate::files::write_atomically(&data.profiles().join("other.ron"), b"()").unwrap();
        crate::files::write_atomically(&data.profiles().join("note.txt"), b"x").unwrap();
        assert_eq!(profiles(&data).len(), 2);
    }
}
