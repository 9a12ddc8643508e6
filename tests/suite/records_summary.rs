//! What is kept of today says what the rows say, whatever was done in whichever order.

use std::collections::BTreeMap;

use jiff::Timestamp;
use perehdytin::files::DataFolder;
use perehdytin::profile::IdentifierKind;
use perehdytin::quiz::Random;
use perehdytin::records::{
    By, Credited, Day, Edition, EditionTheme, Entry, EntryRow, Form, Lack, Line, Outcome, Part, Records, SignerOf,
    State,
};
use perehdytin::register::trust::Fingerprint;

const THEMES: usize = 4;
const COMPANIES: [&str; 3] = ["Kaivuu Oy", "Sähkö Oy", "Putki Ab"];

fn day(text: &str) -> Day {
    Day::of(text.parse().unwrap())
}

fn signer(number: usize) -> SignerOf {
    SignerOf {
        fingerprint: Fingerprint(format!("{number}{}", "ab".repeat(31) + "c")),
        name: format!("Kouluttaja {number}"),
        organisation: String::new(),
        issuer: "Kouluttaja".to_owned(),
    }
}

fn edition(revision: u32) -> Edition {
    let titled = |text: String| BTreeMap::from([("fi".to_owned(), text)]);
    let themes = (0..THEMES).map(|theme| EditionTheme {
        theme: format!("teema-{theme}"),
        title: titled(format!("Teema {theme}")),
        revision: if theme == 1 { revision } else { 1 },
        digest: format!("{theme}-{revision}"),
        // One theme has no minutes, and is asked of nobody.
        minutes: if theme == 3 { 0 } else { 20 },
    });
    Edition {
        course: "kurssi".to_owned(),
        title: titled("Kurssi".to_owned()),
        revision,
        digest: format!("digest {revision}"),
        validity_months: Some(24),
        renews: revision == 3,
        has_test: true,
        test: None,
        part_of: None,
        themes: themes.collect(),
    }
}

fn entry(number: usize, random: &mut Random) -> Entry {
    const NAMES: [&str; 9] =
        ["Aino A", "Aino Ab", "Eino E", "Pia P", "Timo T", "Ville V", "Ulla U", "Kalle Kuokka", "Kalle Kuokko"];
    let dates = ["2022-05-02", "2024-03-04", "2024-11-25", "2025-06-02", "2026-01-12", "2026-10-05"];
    let revision = u32::try_from(random.below(3)).unwrap() + 1;
    let rows: Vec<EntryRow> = (1..=4)
        .map(|row| {
            let person = random.below(NAMES.len());
            let missed = random.below(THEMES * 2);
            EntryRow {
                number: row,
                name: NAMES[person].to_owned(),
                company: COMPANIES[(person + usize::from(random.chance(20))) % 3].to_owned(),
                identifier: random.chance(50).then(|| (IdentifierKind::TaxNumber, format!("{:012}", person % 8))),
                minutes: 100,
                outcome: if random.chance(70) { Outcome::Passed } else { Outcome::Failed },
                themes: (0..THEMES).filter(|theme| *theme != missed).collect(),
                credited: if missed < THEMES && random.chance(50) {
                    vec![Credited {
                        theme: format!("teema-{missed}"),
                        revision: 1,
                        day: day("2022-01-10"),
                        signer: signer(random.below(4)),
                        session: format!("{:032x}", random.below(20)),
                    }]
                } else {
                    Vec::new()
                },
            }
        })
        .collect();
    let now: Timestamp = "2026-11-23T12:00:00Z".parse().unwrap();
    Entry {
        digest: format!("{number:064x}"),
        // Some are of one session: the later file takes the earlier one's place.
        session: format!("{:032x}", number / 3),
        form: if random.chance(30) { Form::Alone } else { Form::Room },
        rehearsal: false,
        edition: edition(revision),
        signer: signer(random.below(4)),
        signed_at: now,
        signatures: 1,
        started_at: now,
        ended_at: now,
        day: day(dates[random.below(dates.len())]),
        subscriber: "Tilaaja".to_owned(),
        organiser: "Tilaaja".to_owned(),
        trainer: "Kouluttaja".to_owned(),
        place: "Paikka".to_owned(),
        journal_length: u64::try_from(random.below(5)).unwrap(),
        rows,
    }
}

/// The numbers that are kept, against those counted from the lists: today, and on days by which some have ended.
#[track_caller]
fn agrees(records: &Records, today: Day, done: &str) {
    for day in [today, day("2027-06-02"), day("2027-06-03"), day("2028-01-13"), day("2028-10-05"), day("2031-01-01")] {
        agrees_on(records, day, done);
    }
    for on in ["2024-11-25", "2026-10-04", "2026-11-23", "2028-01-12"] {
        for within in [None, Some(day("2026-12-31")), Some(day("2028-10-05"))] {
            due_agrees(records, day(on), within, done);
        }
    }
}

/// Who is due, against who is not valid on the contractors' lists.
#[track_caller]
fn due_agrees(records: &Records, on: Day, within: Option<Day>, done: &str) {
    let Ok(due) = records.due("kurssi", on, within) else { return };
    let companies = COMPANIES.iter().filter_map(|name| records.company(name).ok());
    let listed = companies.filter_map(|company| records.contractor(company, "kurssi", on).unwrap());
    let mut expected: Vec<Line> = listed
        .flat_map(|listed| listed.people)
        .filter(|line| line.state != State::Valid || within.is_some_and(|within| line.until.unwrap() <= within))
        .collect();
    expected.sort_by(|one, other| (&one.company, &one.name, one.id).cmp(&(&other.company, &other.name, other.id)));
    assert_eq!(due.map_or_else(Vec::new, |(_, people)| people), expected, "on {on} within {within:?} after {done}");
}

#[track_caller]
fn agrees_on(records: &Records, today: Day, done: &str) {
    let Ok(sums) = records.contractors("kurssi", today) else { return };
    assert_eq!(sums, records.contractors_on("kurssi", today).unwrap(), "on {today} after {done}");
    for name in COMPANIES {
        let Ok(company) = records.company(name) else { continue };
        let listed = records.contractor(company, "kurssi", today).unwrap().unwrap();
        let count =
            |state: State| u32::try_from(listed.people.iter().filter(|line| line.state == state).count()).unwrap();
        let alone = listed.people.iter().filter(|line| line.state == State::Valid && line.alone).count();
        let kept = sums.iter().find(|sum| sum.name == name);
        let kept =
            kept.map_or((0, 0, 0, 0, 0), |sum| (sum.valid, sum.due, sum.failed, sum.unaccepted, sum.alone as usize));
        let counted = (count(State::Valid), count(State::Due), count(State::Failed), count(State::Unaccepted), alone);
        assert_eq!(kept, counted, "{name} on {today} after {done}");
    }
}

#[test]
fn the_kept_numbers_are_those_of_the_lists_after_everything_that_may_be_done() {
    let mut random = Random::new("kept numbers", &[]);
    let today = day("2026-11-23");
    let by = By { name: "Salla", at: "2026-11-23T12:00:00Z".parse().unwrap() };
    for _ in 0..6 {
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::open(folder.path().join("data")).unwrap();
        let mut records = Records::open(&data).unwrap();
        for number in 0..40 {
            let done = match random.below(10) {
                0..=4 => {
                    records.insert(&[entry(number, &mut random)], by).unwrap();
                    "a register"
                }
                5 | 6 => {
                    let known = records.accept(&signer(random.below(4)).fingerprint.0, by);
                    if known.is_ok() { "accepting" } else { "nothing" }
                }
                7 => {
                    let known = records.revoke(&signer(random.below(4)).fingerprint.0, "Koe", by);
                    if known.is_ok() { "revoking" } else { "nothing" }
                }
                8 => {
                    let doubts = records.doubts(true).unwrap();
                    if doubts.is_empty() {
                        continue;
                    }
                    let doubt = &doubts[random.below(doubts.len())];
                    if doubt.decision.is_some() {
                        // It may rest under a later one, and is then refused.
                        records.undo_decision(doubt.id, by).map_or("nothing", |()| "undoing")
                    } else {
                        records.decide_doubt(doubt.id, random.chance(70), by).unwrap();
                        "a decision"
                    }
                }
                _ => {
                    let revision = u32::try_from(random.below(3)).unwrap() + 1;
                    let since = "2026-06-01".parse().unwrap();
                    records.publish(&edition(revision), since, today.date(), by).unwrap();
                    "publishing"
                }
            };
            agrees(&records, today, done);
        }
    }
}

#[test]
fn a_course_of_few_among_many_is_counted_like_any_other() {
    let by = By { name: "Salla", at: "2026-11-23T12:00:00Z".parse().unwrap() };
    let mut random = Random::new("few among many", &[]);
    let folder = tempfile::tempdir().unwrap();
    let mut records = Records::open(&DataFolder::open(folder.path().join("data")).unwrap()).unwrap();
    for number in 0..12 {
        records.insert(&[entry(number * 3, &mut random)], by).unwrap();
    }
    let mut small = entry(99, &mut random);
    small.edition = Edition { course: "toinen".to_owned(), ..edition(1) };
    small.rows.truncate(1);
    small.rows[0].outcome = Outcome::Passed;
    small.rows[0].themes = vec![0, 1, 2, 3];
    small.signer = signer(0);
    small.day = day("2026-10-05");
    records.insert(&[small], by).unwrap();
    records.accept(&signer(0).fingerprint.0, by).unwrap();
    let (before, after) = (day("2026-10-04"), day("2026-11-23"));
    assert_eq!(records.contractors_on("toinen", before).unwrap(), []);
    let counted = records.contractors_on("toinen", after).unwrap();
    assert_eq!(counted, records.contractors("toinen", after).unwrap());
    assert_eq!(counted.iter().map(|sum| sum.valid).sum::<u32>(), 1);
}

#[test]
fn a_new_employer_ends_an_induction_where_the_published_course_says_so() {
    let by = By { name: "Salla", at: "2026-11-23T12:00:00Z".parse().unwrap() };
    let (today, before) = (day("2026-11-23"), day("2026-05-03"));
    let mut random = Random::new("employers", &[]);
    let mut sat = |number: usize, on: &str, company: &str, themes: &[usize]| {
        let mut entry = entry(number * 3, &mut random);
        entry.rows.truncate(1);
        let row = &mut entry.rows[0];
        row.name = "Aino A".to_owned();
        row.company = company.to_owned();
        row.identifier = Some((IdentifierKind::TaxNumber, "100000000001".to_owned()));
        (row.outcome, row.themes, row.credited) = (Outcome::Passed, themes.to_vec(), Vec::new());
        Entry { edition: edition(1), signer: signer(0), day: day(on), ..entry }
    };
    let entries = [sat(1, "2026-03-02", "Kaivuu Oy", &[0, 1, 2, 3]), sat(2, "2026-05-04", "Putki Ab", &[1])];
    for renews in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let mut records = Records::open(&DataFolder::open(folder.path().join("data")).unwrap()).unwrap();
        records.insert(&entries, by).unwrap();
        records.accept(&signer(0).fingerprint.0, by).unwrap();
        records.publish(&Edition { renews, ..edition(1) }, "2026-01-01".parse().unwrap(), today.date(), by).unwrap();
        let aino = records.find_person("Aino A").unwrap();
        let lacking = |on: Day| -> Vec<Option<Lack>> {
            let themes = records.person(aino, on).unwrap().courses.remove(0).themes;
            let lack = |part: Part| if let Part::Lacking(lack) = part { Some(lack) } else { None };
            themes.iter().map(|theme| lack(theme.part)).collect()
        };
        assert_eq!(lacking(before), [None; 3], "with the first employer");
        let gone = renews.then_some(Lack::OtherEmployer);
        assert_eq!(lacking(today), [gone, None, gone], "{renews}");
        agrees(&records, today, "a change of employer");
    }
}

#[test]
fn a_credit_from_a_register_that_the_records_have_does_not_go_along_to_a_new_employer() {
    let by = By { name: "Salla", at: "2026-11-23T12:00:00Z".parse().unwrap() };
    let today = day("2026-11-23");
    let mut random = Random::new("credits and employers", &[]);
    let mut sat = |number: usize, on: &str, company: &str, themes: &[usize]| {
        let mut entry = entry(number * 3, &mut random);
        entry.rows.truncate(1);
        let row = &mut entry.rows[0];
        // Without an identifier these are two people of one name, as far as the records know.
        (row.name, row.company, row.identifier) = ("Aino A".to_owned(), company.to_owned(), None);
        (row.outcome, row.themes, row.credited) = (Outcome::Passed, themes.to_vec(), Vec::new());
        Entry { edition: edition(1), signer: signer(0), day: day(on), ..entry }
    };
    let ground = sat(1, "2026-03-02", "Kaivuu Oy", &[0, 1, 2, 3]);
    let mut alone = sat(2, "2026-05-04", "Putki Ab", &[1]);
    alone.form = Form::Alone;
    let credited = |theme: usize| Credited {
        theme: format!("teema-{theme}"),
        revision: 1,
        day: day("2026-03-02"),
        signer: signer(0),
        session: ground.session.clone(),
    };
    alone.rows[0].credited = vec![credited(0), credited(2)];
    let same_employer = {
        let mut row = ground.rows[0].clone();
        (row.number, row.company) = (2, "Putki Ab".to_owned());
        Entry { rows: vec![ground.rows[0].clone(), row], ..ground.clone() }
    };
    for (renews, ground, gone) in [
        (false, &ground, None),
        (true, &ground, Some(Lack::OtherEmployer)),
        // One of the name worked for this employer then: that may be them.
        (true, &same_employer, None),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut records = Records::open(&DataFolder::open(folder.path().join("data")).unwrap()).unwrap();
        records.insert(std::slice::from_ref(&alone), by).unwrap();
        records.accept(&signer(0).fingerprint.0, by).unwrap();
        records.publish(&Edition { renews, ..edition(1) }, "2026-01-01".parse().unwrap(), today.date(), by).unwrap();
        let aino = records.find_person("Aino A").unwrap();
        let lacking = |records: &Records| -> Vec<Option<Lack>> {
            let themes = records.person(aino, today).unwrap().courses.remove(0).themes;
            let lack = |part: Part| if let Part::Lacking(lack) = part { Some(lack) } else { None };
            themes.iter().map(|theme| lack(theme.part)).collect()
        };
        assert_eq!(lacking(&records), [None; 3], "nobody here knows the earlier employer");
        // The earlier register comes later: what is kept of whoever rests on it is told anew.
        records.insert(std::slice::from_ref(ground), by).unwrap();
        assert_eq!(lacking(&records), [gone, None, gone], "{renews}");
        agrees(&records, today, "the register on which a credit rests");
    }
}
