//! Files made to fill the memory: the check refuses them in a process whose peak memory is measured.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::process::Child;
use std::process::Command;
use std::process::Stdio;
use std::thread;
use std::time::Duration;

use jiff::Timestamp;
use lopdf::Dictionary;
use lopdf::Object;
use lopdf::Stream;
use perehdytin::register::trust::TrustList;
use perehdytin::register::verify::{Fault, Integrity, Options, verify};

/// As much as a file may have, in bytes.
const LARGEST: usize = 64 * 1024 * 1024;
/// What checking a refused file may take beside the file itself, in KiB: the program, and little more.
const ALLOWANCE: u64 = 96 * 1024;

/// A PDF as a stranger may write one: objects wherever they like, and a table that says anything.
pub(crate) struct Hostile {
    pub(crate) bytes: Vec<u8>,
    /// Number and place of each object.
    pub(crate) named: Vec<(usize, usize)>,
}

impl Hostile {
    pub(crate) fn new() -> Self {
        let mut file = Self { bytes: b"%PDF-1.7\n".to_vec(), named: Vec::new() };
        file.object(1, b"<</Type/Catalog/Pages 2 0 R>>");
        file.object(2, b"<</Type/Pages/Kids[]/Count 0>>");
        file
    }

    pub(crate) fn begin(&mut self, id: usize) {
        self.named.push((id, self.bytes.len()));
        writeln!(self.bytes, "{id} 0 obj").unwrap();
    }

    pub(crate) fn object(&mut self, id: usize, body: &[u8]) {
        self.begin(id);
        self.bytes.extend_from_slice(body);
        self.bytes.extend_from_slice(b"\nendobj\n");
    }

    pub(crate) fn stream(&mut self, id: usize, dictionary: &str, packed: &[u8]) {
        let head = format!("<<{dictionary}/Length {}>>\nstream\n", packed.len());
        self.object(id, &[head.as_bytes(), packed, b"\nendstream"].concat());
    }

    /// Table, trailer and end.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        let start = self.bytes.len();
        let mut table = "xref\n".to_owned();
        for (id, place) in &self.named {
            write!(table, "{id} 1\n{place:010} 00000 n \n").unwrap();
        }
        let size = self.named.len() + 1;
        write!(table, "trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").unwrap();
        self.bytes.extend_from_slice(table.as_bytes());
        self.bytes
    }
}

pub(crate) fn packed(content: &[u8]) -> Vec<u8> {
    let mut stream = Stream::new(Dictionary::new(), content.to_vec());
    stream.compress().unwrap();
    assert_eq!(stream.dict.get(b"Filter").unwrap(), &Object::Name(b"FlateDecode".to_vec()));
    stream.content
}

/// Checks a file in a process of its own; gives its exit code, what it said and its peak memory in KiB.
fn checked(bytes: &[u8]) -> (Option<i32>, String, u64) {
    assert!(bytes.len() <= LARGEST, "{} bytes are refused for their size alone", bytes.len());
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("register.pdf");
    std::fs::write(&file, bytes).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_perehdytin"))
        .args(["verify", "--lang", "en", "--data-dir"])
        .arg(folder.path().join("data"))
        .arg(&file)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let (code, peak) = ended(&mut child);
    let said = std::io::read_to_string(child.stdout.take().unwrap()).unwrap();
    (code, said, peak)
}

/// Waits until a process has ended; gives its exit code and its peak memory in KiB.
pub(crate) fn ended(child: &mut Child) -> (Option<i32>, u64) {
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    loop {
        peak = peak.max(high_water(Path::new(&status)).unwrap_or(0));
        if let Some(ended) = child.try_wait().unwrap() {
            return (ended.code(), peak);
        }
        thread::sleep(Duration::from_millis(2));
    }
}

/// The most memory a process has had so far, in KiB.
fn high_water(status: &Path) -> Option<u64> {
    let text = std::fs::read_to_string(status).ok()?;
    text.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok())
}

#[track_caller]
fn is_refused(bytes: &[u8], reason: &str) {
    let (code, said, peak) = checked(bytes);
    assert_eq!(code, Some(1), "{said}");
    let options = Options { trust: &TrustList::default(), render: false, journal: None, now: Timestamp::now() };
    match verify(bytes, &options).integrity {
        Integrity::Broken(Fault::Unreadable(told)) => assert!(told.contains(reason), "{told}"),
        other => panic!("{other:?}"),
    }
    let most = ALLOWANCE + u64::try_from(bytes.len() / 1024).unwrap();
    assert!(peak > 0 && peak < most, "{} KiB of file took {peak} KiB", bytes.len() / 1024);
}

const TOO_MUCH: &str = "more than any register";
const OVERLAP: &str = "objects overlap";

#[test]
fn an_object_of_millions_of_parts_is_refused() {
    let mut file = Hostile::new();
    let mut body = b"[".to_vec();
    body.resize(LARGEST - 4_000, b'0');
    body.iter_mut().skip(2).step_by(2).for_each(|byte| *byte = b' ');
    body.push(b']');
    file.object(3, &body);
    is_refused(&file.finish(), TOO_MUCH);
}

#[test]
fn millions_of_objects_are_refused() {
    let mut file = Hostile::new();
    for id in 3..600_000 {
        file.object(id, b"<<>>");
    }
    is_refused(&file.finish(), TOO_MUCH);
}

#[test]
fn one_object_under_many_numbers_is_refused() {
    let mut file = Hostile::new();
    file.stream(3, "", &vec![b'x'; 32 * 1024 * 1024]);
    let (_, place) = file.named[2];
    file.named.extend((4..2_000).map(|id| (id, place)));
    is_refused(&file.finish(), OVERLAP);
}

#[test]
fn streams_and_texts_within_each_other_are_refused() {
    let mut file = Hostile::new();
    for id in 3..1_000 {
        file.begin(id);
        let left = 32 * 1024 * 1024 - file.bytes.len();
        write!(file.bytes, "<</Length {left:8}>>\nstream\n").unwrap();
    }
    file.bytes.resize(33 * 1024 * 1024, b' ');
    is_refused(&file.finish(), OVERLAP);

    let mut file = Hostile::new();
    for id in 3..90 {
        file.begin(id);
        file.bytes.push(b'(');
    }
    file.bytes.resize(32 * 1024 * 1024, b' ');
    file.bytes.extend_from_slice(")".repeat(90).as_bytes());
    file.bytes.extend_from_slice(b"\nendobj\n");
    is_refused(&file.finish(), OVERLAP);
}

#[test]
fn an_object_stream_that_unpacks_to_much_is_refused() {
    let mut file = Hostile::new();
    let bomb = packed(&[b"3 0 [".as_slice(), &b"[]".repeat(7_000_000), b"]"].concat());
    file.stream(4, "/Type/ObjStm/N 1/First 4/Filter/FlateDecode", &bomb);
    is_refused(&file.finish(), TOO_MUCH);

    let mut file = Hostile::new();
    let many = packed(&[b"3 0 [".as_slice(), &b"[]".repeat(500_000), b"]"].concat());
    for id in 4..40 {
        file.stream(id, "/Type/ObjStm/N 1/First 4/Filter/FlateDecode", &many);
    }
    is_refused(&file.finish(), TOO_MUCH);
}

#[test]
fn members_of_an_object_stream_within_each_other_are_refused() {
    let mut file = Hostile::new();
    let mut content = String::new();
    for id in 10..100_000 {
        write!(content, "{id} 0 ").unwrap();
    }
    let first = content.len();
    content.extend(["[", &"0 ".repeat(100_000), "]"]);
    let head = format!("/Type/ObjStm/N 99990/First {first}/Filter/FlateDecode");
    file.stream(4, &head, &packed(content.as_bytes()));
    is_refused(&file.finish(), OVERLAP);
}

#[test]
fn a_cross_reference_stream_that_unpacks_to_much_is_refused() {
    let mut file = Hostile::new();
    let start = file.bytes.len();
    let bomb = packed(&vec![0; 60_000_000]);
    let head = "/Type/XRef/W[1 1 1]/Size 20000000/Root 1 0 R/Filter/FlateDecode";
    file.stream(3, head, &bomb);
    write!(file.bytes, "startxref\n{start}\n%%EOF\n").unwrap();
    is_refused(&file.bytes, TOO_MUCH);
}

#[test]
fn a_file_that_is_written_in_streams_but_not_signed_is_still_told_so() {
    let mut document = lopdf::Document::with_version("1.7");
    let pages = document.add_object(Object::Dictionary(Dictionary::from_iter([
        ("Type", Object::Name(b"Pages".to_vec())),
        ("Kids", Object::Array(Vec::new())),
        ("Count", Object::Integer(0)),
    ])));
    let root = Dictionary::from_iter([("Type", Object::Name(b"Catalog".to_vec())), ("Pages", pages.into())]);
    let root = document.add_object(Object::Dictionary(root));
    document.trailer.set("Root", root);
    let mut bytes = Vec::new();
    document.save_modern(&mut bytes).unwrap();
    assert!(bytes.windows(7).any(|window| window == b"/ObjStm"), "there is no object stream");
    let (code, said, _) = checked(&bytes);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("carries no signature"), "{said}");
}
