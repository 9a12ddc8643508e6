//! A folder of five hundred files that are no registers, or none to be relied on, through the real program: each is set
//! aside with its own reason, and none is imported by half.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs::File;
use std::io::Write as _;
use std::os::unix::ffi::OsStringExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use lopdf::dictionary;
use lopdf::{Object, Stream};
use perehdytin::clock::Clock as _;
use perehdytin::clock::SystemClock;
use perehdytin::paper;
use perehdytin::quiz::Random;
use perehdytin::register::facts::Facts;
use perehdytin::register::identity::Identity;
use perehdytin::register::sign::{Statement, sign};
use perehdytin::register::table;
use rusqlite::Connection;
use serde_json::Value;

use crate::records_support::{Desk, bound, file, signer, somebody, stated};
use crate::verify_table::updated;
use crate::verify_weight::{Hostile, ended, packed};

/// What importing all of it may take at its peak, in KiB: the program, and what a file unpacks to for each core.
fn most_memory() -> u64 {
    let cores = std::thread::available_parallelism().map_or(2, usize::from);
    (160 + 96 * u64::try_from(cores).unwrap()) * 1024
}

/// What must become of a file: in the records, or set aside for one of these reasons.
enum Must {
    BeIn,
    BeAside(&'static [&'static str]),
}

/// The folder, with what must become of each file in it.
struct Folder {
    root: PathBuf,
    must: BTreeMap<PathBuf, Must>,
    random: Random,
}

impl Folder {
    fn add(&mut self, name: &str, bytes: &[u8], reasons: &'static [&'static str]) {
        self.put(self.root.join(format!("{:03} {name}.pdf", self.must.len())), bytes, Must::BeAside(reasons));
    }

    fn put(&mut self, path: PathBuf, bytes: &[u8], must: Must) {
        File::create_new(&path).unwrap().write_all(bytes).unwrap();
        self.must.insert(path, must);
    }

    fn junk(&mut self, length: usize) -> Vec<u8> {
        (0..length).map(|_| u8::try_from(self.random.below(256)).unwrap()).collect()
    }
}

fn statement() -> Statement {
    Statement {
        name: "Taina Tarkka".to_owned(),
        reason: "Koe".to_owned(),
        place: "Kone".to_owned(),
        at: SystemClock.now(),
    }
}

fn find(bytes: &[u8], pattern: &[u8]) -> usize {
    bytes.windows(pattern.len()).position(|window| window == pattern).unwrap()
}

/// The digits of the signature within a signed file.
fn digits(bytes: &[u8]) -> std::ops::Range<usize> {
    // It begins as every signature does.
    let from = find(bytes, b"<3082") + 1;
    from..from + find(&bytes[from..], b">")
}

/// Where the contents of streams lie in what was signed.
fn streams(bytes: &[u8]) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(begin) = bytes[at..].windows(7).position(|window| window == b"stream\n") {
        let begin = at + begin + 7;
        let Some(length) = bytes[begin..].windows(10).position(|window| window == b"\nendstream") else { break };
        found.push(begin..begin + length);
        at = begin + length + 10;
    }
    found.retain(|range| range.len() > 8);
    found
}

/// Torn, changed and lengthened copies of a good register.
fn damaged(folder: &mut Folder, good: &[u8], other: &[u8]) {
    for _ in 0..160 {
        // From the end of a head to shortly before the end: what names the objects is gone.
        let keep = 9 + folder.random.below(good.len() - 20);
        folder.add("katkennut", &good[..keep], &["not_a_register", "unsigned", "coverage"]);
    }
    let streams = streams(good);
    for _ in 0..110 {
        let range = streams[folder.random.below(streams.len())].clone();
        let mut bytes = good.to_vec();
        bytes[range.start + folder.random.below(range.len())] ^= 1 << folder.random.below(8);
        folder.add("sisältö muutettu", &bytes, &["changed"]);
    }
    let signed = digits(good);
    for _ in 0..60 {
        let mut bytes = good.to_vec();
        let at = loop {
            let at = folder.random.below(good.len());
            if !signed.contains(&at) {
                break at;
            }
        };
        bytes[at] ^= 1 << folder.random.below(8);
        // A byte of the structure may take the file apart before any signature is looked at.
        folder.add(
            "tavu muutettu",
            &bytes,
            &["changed", "not_a_register", "unsigned", "coverage", "signature", "update"],
        );
    }
    for turn in 0..60 {
        let mut bytes = good.to_vec();
        // The first part of the space holds the signature and its certificate.
        let at = signed.start + folder.random.below(1_500);
        bytes[at] = if bytes[at] == b'0' { b'1' } else { b'0' };
        folder.add(&format!("allekirjoitus muutettu {turn}"), &bytes, &["signature", "certificate", "changed"]);
    }
    let mut erased = good.to_vec();
    erased[signed.clone()].fill(b'0');
    folder.add("allekirjoitus pyyhitty", &erased, &["signature"]);
    let mut exchanged = good.to_vec();
    exchanged[signed.clone()].copy_from_slice(&other[digits(other)]);
    folder.add("toisen allekirjoitus", &exchanged, &["changed"]);
    for turn in 0..12 {
        let length = 1 + folder.random.below(5_000);
        let junk = folder.junk(length);
        folder.add(&format!("jatkettu {turn}"), &[good, &junk].concat(), &["appended", "not_a_register"]);
    }
    folder.add("kaksi peräkkäin", &[good, other].concat(), &["appended", "coverage", "not_a_register"]);
    folder.add("rivinvaihto", &[good, b"\n"].concat(), &["appended"]);
}

/// What somebody with the program and a key of their own may sign, though it cannot be.
fn forged(folder: &mut Folder, by: &Identity) {
    let honest =
        || stated(1, "2026-11-02", &[somebody("Aino Ahkera", "Kaivuu Oy"), somebody("Eino Ensi", "Kaivuu Oy")]);
    type Forgery = (&'static str, fn(&mut Facts), &'static [&'static str]);
    let forgeries: &[Forgery] = &[
        ("tuleva", |facts| "2126-11-02T13:00:00+02:00".clone_into(&mut facts.ended_at), &["future"]),
        ("nimetön", |facts| " \u{a0}\t".clone_into(&mut facts.participants[0].name), &["unfit"]),
        ("yritystön", |facts| facts.participants[1].company = String::new(), &["unfit"]),
        ("suunnaton nimi", |facts| facts.participants[0].name = "Ä".repeat(5_000), &["unfit"]),
        ("outo teema", |facts| facts.participants[0].themes_attended.push("olematon".to_owned()), &["unfit"]),
        ("kurssiton", |facts| facts.course.id = String::new(), &["unfit"]),
        ("teema kahdesti", |facts| facts.themes[1].id = facts.themes[0].id.clone(), &["unfit"]),
        ("harjoitus", |facts| facts.rehearsal = true, &["rehearsal"]),
        ("uudempi", |facts| facts.version = 99, &["newer"]),
    ];
    for (name, forge, reasons) in forgeries {
        let mut facts = honest();
        forge(&mut facts);
        folder.add(name, &file(&bound(facts), by), reasons);
    }
    let mut moved = honest();
    moved.participants[1].signature = moved.participants[0].signature.clone();
    folder.add("siirretty allekirjoitus", &file(&moved, by), &["contradicts"]);
    let mut other = honest();
    "Toinen Oy".clone_into(&mut other.participants[0].company);
    let other = bound(other);
    let pages =
        |json: &[u8], csv: &[u8]| paper::register_pdf(&paper::Register { json, csv, lang: other.lang() }).unwrap();
    let exchanged = pages(&other.to_json(), &table::csv(&honest()));
    folder.add("vaihdettu taulukko", &sign(&exchanged, by, &statement()).unwrap(), &["contradicts"]);
    let unsigned = pages(&other.to_json(), &table::csv(&other));
    folder.add("allekirjoittamaton", &unsigned, &["unsigned"]);
    // Somebody writes on a page, and signs that as well.
    let noted = updated(&file(&honest(), by), |update| {
        let page = update.get_prev_documents().page_iter().next().unwrap();
        update.opt_clone_object_to_new_document(page).unwrap();
        let drawn = update.new_document.add_object(Stream::new(lopdf::Dictionary::new(), b"BT ET".to_vec()));
        update.new_document.get_dictionary_mut(page).unwrap().set("Contents", drawn);
    });
    folder.add("kirjoitettu päälle", &noted, &["appended", "update", "coverage"]);
    let signed = sign(&noted, &signer("Huijari"), &statement()).unwrap();
    folder.add("kirjoitettu ja allekirjoitettu", &signed, &["update"]);
}

/// A PDF as another program writes it.
fn pdf(number: i64, modern: bool) -> Vec<u8> {
    let mut document = lopdf::Document::with_version("1.7");
    let pages = document.new_object_id();
    let text = format!("BT /F1 12 Tf 72 720 Td (Lasku {number}) Tj ET");
    let content = document.add_object(Stream::new(dictionary! {}, text.into_bytes()));
    let page = document.add_object(dictionary! {
        "Type" => "Page", "Parent" => pages, "Contents" => content,
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
    });
    let kids: Vec<Object> = vec![page.into()];
    document.objects.insert(pages, dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 1 }.into());
    let root = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => pages });
    document.trailer.set("Root", root);
    let mut bytes = Vec::new();
    if modern {
        document.save_modern(&mut bytes).unwrap();
    } else {
        document.save_to(&mut bytes).unwrap();
    }
    bytes
}

/// Files of other programs, under the name of a PDF.
fn of_others(folder: &mut Folder, by: &Identity) {
    for number in 0..20 {
        folder.add("lasku", &pdf(number, number % 2 == 0), &["unsigned", "not_a_register"]);
    }
    let mut plain = pdf(77, false);
    plain.push(b'\n');
    folder.add("allekirjoitettu lasku", &sign(&plain, by, &statement()).unwrap(), &["no_data", "coverage"]);
    let heads: [(&str, &[u8]); 14] = [
        ("kuva", b"\x89PNG\r\n\x1a\n"),
        ("valokuva", b"\xff\xd8\xff\xe0\0\x10JFIF"),
        ("taulukko", b"PK\x03\x04\x14\0\x06\0"),
        ("pakattu", b"\x1f\x8b\x08\0\0\0\0\0"),
        ("ohjelma", b"MZ\x90\0\x03\0\0\0"),
        ("elf", b"\x7fELF\x02\x01\x01"),
        ("tietokanta", b"SQLite format 3\0"),
        ("sivu", b"<!DOCTYPE html><title>Rekisteri</title>"),
        ("rivit", b"nimi;yritys\nAino;Kaivuu Oy\n"),
        ("tiedot", b"{\"version\": 1, \"participants\": []}"),
        ("kirje", "Hei! Tässä rekisteri.".as_bytes()),
        ("leveä", b"\xff\xfeR\0e\0k\0i\0"),
        ("pelkkä alku", b"%PDF-1.7\n"),
        ("pelkkä loppu", b"startxref\n0\n%%EOF\n"),
    ];
    for (name, head) in heads {
        folder.add(name, head, &["not_a_register"]);
        let length = 100 + folder.random.below(20_000);
        let junk = folder.junk(length);
        folder.add(name, &[head, &junk].concat(), &["not_a_register"]);
    }
    for length in [0, 0, 1, 2, 4, 5, 64, 511, 4_096, 100_000] {
        let junk = folder.junk(length);
        folder.add("roskaa", &junk, &["not_a_register"]);
    }
    folder.add("nollia", &vec![0; 300_000], &["not_a_register"]);
}

/// Files made to fill the memory, or to keep the check busy.
fn bombs(folder: &mut Folder) {
    let reasons = &["not_a_register"];
    folder.add("sisäkkäin", &[b"%PDF-1.7\n1 0 obj\n".to_vec(), vec![b'['; 200_000]].concat(), reasons);
    folder.add("sisäkkäin", &[b"%PDF-1.7\n1 0 obj\n".to_vec(), b"<</A".repeat(50_000)].concat(), reasons);
    let mut file = Hostile::new();
    for id in 3..200_000 {
        file.object(id, b"<<>>");
    }
    // Many, and fewer than are refused: what it lacks is a signature.
    folder.add("kappaleita", &file.finish(), &["unsigned"]);
    let mut file = Hostile::new();
    file.stream(3, "", &vec![b'x'; 4 * 1024 * 1024]);
    let (_, place) = file.named[2];
    file.named.extend((4..4_000).map(|id| (id, place)));
    folder.add("sama moneen kertaan", &file.finish(), reasons);
    for turn in 0..6 {
        let mut file = Hostile::new();
        let bomb = packed(&[b"3 0 [".as_slice(), &b"[]".repeat(6_000_000 + turn), b"]"].concat());
        file.stream(4, "/Type/ObjStm/N 1/First 4/Filter/FlateDecode", &bomb);
        folder.add("pommi", &file.finish(), reasons);
    }
    let mut file = Hostile::new();
    let start = file.bytes.len();
    let bomb = packed(&vec![0; 60_000_000]);
    file.stream(3, "/Type/XRef/W[1 1 1]/Size 20000000/Root 1 0 R/Filter/FlateDecode", &bomb);
    write!(file.bytes, "startxref\n{start}\n%%EOF\n").unwrap();
    folder.add("taulupommi", &file.bytes, reasons);
    let mut wide = String::from("%PDF-1.7\nxref\n0 100000000\n");
    for _ in 0..20_000 {
        wide.push_str("0000000000 65535 f \n");
    }
    writeln!(wide, "trailer\n<</Size 100000000/Root 1 0 R>>\nstartxref\n9\n%%EOF").unwrap();
    folder.add("leveä taulu", wide.as_bytes(), reasons);
    let round =
        b"%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1/Root 1 0 R/Prev 9>>\nstartxref\n9\n%%EOF\n";
    folder.add("kehä", round, &["unsigned"]);
    // Larger than any register, and not on the disk at all: nobody reads it.
    let path = folder.root.join("suunnaton.pdf");
    File::create_new(&path).unwrap().set_len(65 * 1024 * 1024).unwrap();
    folder.must.insert(path, Must::BeAside(&["too_large"]));
}

/// Names that a stranger may give, and things that are no files; how many of the latter there are.
fn names(folder: &mut Folder) -> usize {
    let reasons: &[&str] = &["not_a_register"];
    let long = "ä".repeat(120) + "aaaaaaaaaaa.pdf";
    assert_eq!(long.len(), 255);
    for name in [
        long.as_str(),
        "-rf.pdf",
        "a\nb\r.pdf",
        "\u{202e}fdp.pdf",
        "\"';DROP TABLE register;--.pdf",
        " .pdf",
        "%s%n.pdf",
    ] {
        let junk = folder.junk(300);
        folder.put(folder.root.join(name), &junk, Must::BeAside(reasons));
    }
    let unreadable = folder.root.join(std::ffi::OsString::from_vec(b"\xff\xfe.pdf".to_vec()));
    folder.put(unreadable, b"%PDF-1.7 nimi ei ole tekstia", Must::BeAside(reasons));
    // A folder that is called as a file is looked into.
    let inside = folder.root.join("kansio.pdf");
    std::fs::create_dir(&inside).unwrap();
    folder.put(inside.join("sisalla.pdf"), b"%PDF-1.7 kansiossa", Must::BeAside(reasons));
    // A register is known by its first bytes as well; what has neither is passed over.
    folder.put(folder.root.join("nimetty toisin.txt"), b"%PDF-1.7 toisin", Must::BeAside(reasons));
    std::fs::write(folder.root.join("muistio.txt"), b"ei mitaan").unwrap();
    std::os::unix::fs::symlink("/etc/passwd", folder.root.join("linkki.pdf")).unwrap();
    std::os::unix::fs::symlink("ei-ole", folder.root.join("katkennut linkki.pdf")).unwrap();
    std::os::unix::fs::symlink(&folder.root, folder.root.join("kehä.pdf")).unwrap();
    let pipe = folder.root.join("putki.pdf");
    assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    5
}

/// Imports a folder with the real program; its exit code, what it told, and its peak memory in KiB.
fn imported(data: &Path, folder: &Path, out: &Path) -> (Option<i32>, Value, u64) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_perehdytin"))
        .args(["--lang", "en", "--data-dir", data.to_str().unwrap(), "records", "import", folder.to_str().unwrap()])
        .args(["--by", "Salla", "--format", "json"])
        .stdout(File::create(out).unwrap())
        .stderr(Stdio::inherit())
        .spawn()
        .unwrap();
    let (code, peak) = ended(&mut child);
    (code, serde_json::from_slice(&std::fs::read(out).unwrap()).unwrap(), peak)
}

#[test]
fn five_hundred_hostile_files_are_set_aside_with_the_right_reason_each_and_none_by_half() {
    let desk = Desk::new();
    let root = desk.folder.path().join("in");
    std::fs::create_dir(&root).unwrap();
    let mut folder = Folder { root, must: BTreeMap::new(), random: Random::new("hostile files", &[]) };
    let by = signer("Taina Tarkka");
    let good: Vec<Vec<u8>> = (1..=3)
        .map(|session| file(&stated(session, "2026-11-02", &[somebody("Aino Ahkera", "Kaivuu Oy")]), &by))
        .collect();
    damaged(&mut folder, &good[0], &good[1]);
    forged(&mut folder, &by);
    of_others(&mut folder, &by);
    bombs(&mut folder);
    let passed_over = names(&mut folder);
    let hostile = folder.must.len();
    assert!(hostile >= 500, "only {hostile} files");
    for (at, bytes) in good.iter().enumerate() {
        folder.put(folder.root.join(format!("hyvä {at}.pdf")), bytes, Must::BeIn);
        folder.put(folder.root.join(format!("kopio {at}.dat")), bytes, Must::BeIn);
    }

    let (exit, told, peak) = imported(&desk.data(), &folder.root, &desk.folder.path().join("told.json"));
    assert_eq!(exit, Some(1), "{}", told["errors"]);
    judged(&folder, &told);
    let sums = [&told["imported"], &told["known"], &told["aside"], &told["passed_over"], &told["left"]];
    assert_eq!(
        sums.map(|sum| sum.as_u64().unwrap()),
        [3, 3, hostile as u64, passed_over as u64, 0],
        "{}",
        told["errors"]
    );
    assert!(peak > 0 && peak < most_memory(), "{peak} KiB");
    nothing_by_half(&desk, &folder, &good);
}

/// That each file became what it must.
#[track_caller]
fn judged(folder: &Folder, told: &Value) {
    let mut wrong = Vec::new();
    let by_name: BTreeMap<String, &Must> =
        folder.must.iter().map(|(path, must)| (path.display().to_string(), must)).collect();
    assert_eq!(by_name.len(), told["files"].as_array().unwrap().len());
    for one in told["files"].as_array().unwrap() {
        let path = one["file"].as_str().unwrap();
        let became = one["why"]["reason"].as_str().or(one["became"].as_str()).unwrap();
        let is_right = match by_name[path] {
            Must::BeIn => ["imported", "known"].contains(&became),
            Must::BeAside(reasons) => reasons.contains(&became) && one["words"].as_str().unwrap().len() > 30,
        };
        if !is_right {
            wrong.push(format!("{path}: {became}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Nothing of what was set aside is in the tables or among the kept files; its bytes are kept apart.
fn nothing_by_half(desk: &Desk, folder: &Folder, good: &[Vec<u8>]) {
    let records = desk.data().join("records");
    let connection = Connection::open(records.join("records.sqlite")).unwrap();
    let count = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap();
    assert_eq!([count("SELECT count(*) FROM register"), count("SELECT count(*) FROM attendance")], [3, 3]);
    assert_eq!([count("SELECT count(*) FROM person"), count("SELECT count(*) FROM signer")], [1, 1]);
    let sound: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(sound, "ok");
    let mut kept = Vec::new();
    for inside in std::fs::read_dir(records.join("files")).unwrap() {
        for one in std::fs::read_dir(inside.unwrap().path()).unwrap() {
            kept.push(std::fs::read(one.unwrap().path()).unwrap());
        }
    }
    assert_eq!(kept.len(), good.len());
    assert!(good.iter().all(|good| kept.contains(good)));
    let apart: BTreeSet<Vec<u8>> = std::fs::read_dir(records.join("aside"))
        .unwrap()
        .map(|one| std::fs::read(one.unwrap().path()).unwrap())
        .collect();
    // Some are the same bytes under several names; the one that is too large has no copy.
    assert_eq!(count("SELECT count(*) FROM aside"), i64::try_from(apart.len()).unwrap() + 1);
    for (path, must) in &folder.must {
        if let Must::BeAside(reasons) = must
            && *reasons != ["too_large"]
        {
            assert!(apart.contains(&std::fs::read(path).unwrap()), "{} was not kept", path.display());
        }
    }
}
