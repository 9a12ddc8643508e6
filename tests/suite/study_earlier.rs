//! What an earlier register credits, theme by theme, and who may pass the induction on.

use std::sync::Arc;
use std::sync::LazyLock;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::civil::date;
use perehdytin::i18n::Lang;
use perehdytin::pack::CoursePack;
use perehdytin::pack::NewEmployer;
use perehdytin::profile::IdentifierKind;
use perehdytin::register::facts::{Facts, Identifier, Row, row_digest};
use perehdytin::register::sign::sign;
use perehdytin::register::trust::{Fingerprint, TrustList};
use perehdytin::register::verify::Trust;
use perehdytin::session::{Command, Details, Form, Script};
use perehdytin::study::earlier::{Earlier, Found, Reason, look, look_at};
use perehdytin::study::pass_on::{NotYet, PassOn, pass_on};
use perehdytin::study::{Asked, Unusable};

use crate::register_alone::{Alone, facts_of, signed};
use crate::register_look::{fixture, gathered};
use crate::register_made::{Made, course, text};
use crate::verify_table::{SIGNED, signer, statement};

/// When the registers were signed, and everything is asked unless a test says otherwise.
fn now() -> Timestamp {
    "2026-11-23T12:00:00Z".parse().unwrap()
}

static NOBODY_TRUSTED: LazyLock<TrustList> = LazyLock::new(TrustList::default);

fn named(name: &str) -> Details {
    Details { name: name.to_owned(), company: "Uusi Urakka Oy".to_owned(), role: String::new(), identifier: None }
}

fn script(pack: CoursePack) -> Script {
    let profile = Arc::clone(&pack.example_profile);
    Script { pack: Arc::new(pack), profile }
}

/// What is asked: a person of this name, of the course as it is now.
struct Question {
    script: Script,
    person: Option<Details>,
    row: Option<u32>,
    trust: &'static TrustList,
    now: Timestamp,
}

impl Question {
    fn of(name: &str) -> Self {
        let person = Some(named(name));
        Self { script: script(course()), person, row: None, trust: &SIGNED.trust, now: now() }
    }

    fn with(mut self, change: impl FnOnce(&mut CoursePack)) -> Self {
        let mut pack = course();
        change(&mut pack);
        self.script = script(pack);
        self
    }

    fn asked(&self) -> Asked<'_> {
        let Self { script, person, row, trust, now } = self;
        Asked { script, person: person.as_ref(), row: *row, trust, now: *now, time_zone: "Europe/Helsinki" }
    }

    fn look(&self, bytes: &[u8]) -> Result<Found, Unusable> {
        look(bytes, &self.asked())
    }

    #[track_caller]
    fn found(&self, bytes: &[u8]) -> Earlier {
        match self.look(bytes) {
            Ok(Found::Row(earlier)) => *earlier,
            other => panic!("{other:?}"),
        }
    }

    #[track_caller]
    fn refused(&self, bytes: &[u8]) -> Unusable {
        match self.look(bytes) {
            Err(reason) => reason,
            Ok(found) => panic!("{found:?}"),
        }
    }
}

fn reasons(earlier: &Earlier) -> Vec<Reason> {
    earlier.themes.iter().map(|found| found.reason).collect()
}

/// A register with its rows bound anew after a change.
fn changed(mut facts: Facts, change: impl FnOnce(&mut Facts)) -> Vec<u8> {
    change(&mut facts);
    let session = facts.session.clone();
    for row in &mut facts.participants {
        row.digest = row_digest(&session, row);
    }
    signed(&facts)
}

fn row_of<'a>(facts: &'a mut Facts, name: &str) -> &'a mut Row {
    facts.participants.iter_mut().find(|row| row.name == name).unwrap()
}

const HELD_ON: Date = date(2026, 11, 23);

#[test]
fn with_a_new_employer_nothing_is_credited_where_the_course_says_so() {
    let renew = |pack: &mut CoursePack| pack.new_employer = NewEmployer::Renew;
    let mut question = Question::of("Aino Mäkinen").with(renew);
    let earlier = question.found(&SIGNED.bytes);
    assert_eq!(reasons(&earlier), [Reason::OtherEmployer; 8]);
    assert!(earlier.command().is_none());
    let company = row_of(&mut gathered(&Made::of(5)), "Aino Mäkinen").company.to_lowercase();
    question.person = Some(Details { company, ..named("Aino Mäkinen") });
    assert_eq!(reasons(&question.found(&SIGNED.bytes)), [Reason::Credited { attended_on: HELD_ON }; 8]);
}

#[test]
fn a_whole_earlier_register_credits_every_theme_that_has_not_changed() {
    let earlier = Question::of("aino  MÄKINEN").found(&SIGNED.bytes);
    assert_eq!(reasons(&earlier), vec![Reason::Credited { attended_on: HELD_ON }; 8]);
    assert!(matches!(earlier.trust, Trust::Trusted { .. }));
    assert_eq!(earlier.form, Form::Room);
    let ground = &earlier.ground;
    assert_eq!(ground.register, Fingerprint::of(&SIGNED.bytes).0);
    assert_eq!((ground.session.as_str(), ground.name.as_str()), ("5e".repeat(16).as_str(), "Aino Mäkinen"));
    assert_eq!((ground.ended_on, ground.signer.as_str(), ground.trusted), (HELD_ON, "Taina Tarkka", true));
    let Some(Command::Credit { themes, ground }) = earlier.command() else { panic!("nothing is credited") };
    assert_eq!((themes.len(), &ground), (8, &earlier.ground));
}

#[test]
fn a_register_of_a_part_credits_its_themes_and_says_nothing_of_the_others() {
    let part = signed(&gathered(&Made::of(3).only(&["teema-2", "teema-5"])));
    let earlier = Question::of("Aino Mäkinen").found(&part);
    let credited: Vec<usize> = (0..8).filter(|at| reasons(&earlier)[*at].credited().is_some()).collect();
    assert_eq!(credited, [1, 4]);
    assert!(reasons(&earlier).iter().all(|reason| reason.credited().is_some() || *reason == Reason::NotAttended));
    // It is no ground for passing the whole course on, but for passing on the same part.
    let question = Question::of("Aino Mäkinen");
    assert!(matches!(pass_on(&part, &question.asked()), Err(NotYet::ThemesDue(due)) if due.len() == 6));
    let question = question.with(|pack| *pack = pack.part(&["teema-2".into(), "teema-5".into()]));
    assert!(matches!(pass_on(&part, &question.asked()), Ok(PassOn::Granted { .. })));
}

#[test]
fn every_reason_is_told_of_the_theme_it_is_about() {
    let register = changed(gathered(&Made::of(5)), |facts| {
        facts.themes.retain(|theme| theme.id != "teema-8");
        row_of(facts, "Aino Mäkinen").themes_attended.retain(|theme| theme != "teema-5" && theme != "teema-8");
        // The old course had a theme that is gone.
        let mut gone = facts.themes[0].clone();
        gone.id = "poistunut".to_owned();
        facts.themes.push(gone);
    });
    let question = Question::of("Aino Mäkinen").with(|pack| {
        pack.themes[1].revision += 1;
        pack.themes[2].digest = "ee".repeat(32);
        // Rearranged, and one of them went back, as with an old copy of the course.
        pack.themes.swap(0, 3);
        pack.themes[0].revision -= 1;
    });
    let earlier = question.found(&register);
    let credited = Reason::Credited { attended_on: HELD_ON };
    assert_eq!(
        reasons(&earlier),
        [
            Reason::Outdated { then: 2, now: 1 },
            Reason::Revised { then: 3, now: 4 },
            Reason::Edited { attended_on: HELD_ON },
            credited,
            Reason::NotAttended,
            credited,
            credited,
            Reason::New,
        ]
    );
    let credits: Vec<String> = earlier.credits().iter().map(|credit| credit.theme.to_string()).collect();
    assert_eq!(credits, ["teema-3", "teema-1", "teema-6", "teema-7"]);
    for lang in [Lang::Fi, Lang::En] {
        let mut told: Vec<String> = reasons(&earlier).iter().map(|reason| reason.message(lang).text(lang)).collect();
        told.sort();
        told.dedup();
        assert_eq!(told.len(), 6, "{told:?}");
    }
}

#[test]
fn an_induction_that_is_older_than_the_course_allows_is_due() {
    let years_later = |moment: &str| Question { now: moment.parse().unwrap(), ..Question::of("Aino Mäkinen") };
    // The course's 36 months end with the day itself, at the place.
    let last_day = years_later("2029-11-23T21:59:00Z").found(&SIGNED.bytes);
    assert_eq!(last_day.credits().len(), 8);
    let too_late = years_later("2029-11-23T22:01:00Z").found(&SIGNED.bytes);
    assert_eq!(reasons(&too_late), vec![Reason::TooOld { attended_on: HELD_ON, months: 36 }; 8]);
    assert_eq!(too_late.command(), None);
    let always = Question { now: "2040-01-01T00:00:00Z".parse().unwrap(), ..Question::of("Aino Mäkinen") }
        .with(|pack| pack.validity_months = None);
    assert_eq!(always.found(&SIGNED.bytes).credits().len(), 8);
}

#[test]
fn a_credited_theme_keeps_its_day_through_a_chain_of_registers() {
    let first = date(2024, 1, 15);
    let chained = signed(&facts_of(&Alone::new().with_credits(&["teema-2", "teema-5"], first).state()));
    let question = Question::of("Aino Ahkera");
    let earlier = question.found(&chained);
    assert_eq!(earlier.form, Form::SelfStudy);
    assert_eq!(earlier.themes[0].reason, Reason::Credited { attended_on: date(2026, 11, 15) });
    assert_eq!(earlier.themes[1].reason, Reason::Credited { attended_on: first });
    assert_eq!(earlier.themes[4].reason, Reason::Credited { attended_on: first });
    // A third register still tells the first day, and it is that day that grows old.
    let credits = earlier.credits();
    let third = Alone { credited: Some((credits, earlier.ground.clone())), ..Alone::new() };
    let third = signed(&facts_of(&third.state()));
    assert_eq!(question.found(&third).themes[1].reason, Reason::Credited { attended_on: first });
    let later = Question { now: "2027-01-16T12:00:00Z".parse().unwrap(), ..Question::of("Aino Ahkera") };
    assert_eq!(later.found(&third).themes[1].reason, Reason::TooOld { attended_on: first, months: 36 });
    assert!(later.found(&third).themes[0].reason.credited().is_some());
}

#[test]
fn only_a_whole_register_is_evidence() {
    let question = Question::of("Aino Mäkinen");
    let mut forged = SIGNED.bytes.clone();
    forged[5_000] ^= 1;
    assert!(matches!(question.refused(&forged), Unusable::NotIntact(_)));
    assert!(matches!(question.refused(&SIGNED.unsigned), Unusable::NotIntact(_)));
    let mut longer = SIGNED.bytes.clone();
    longer.extend_from_slice(b"\n% more\n");
    assert!(matches!(question.refused(&longer), Unusable::NotIntact(_)));
    assert!(matches!(question.refused(b"something else"), Unusable::NotARegister));
    // The pages say one thing, the data another.
    let mut facts = gathered(&Made::of(2));
    facts.participants[0].name = "Joku Muu".to_owned();
    assert!(matches!(question.refused(&signed(&facts)), Unusable::Contradictory));
    facts.version = 4;
    assert!(matches!(question.refused(&signed(&facts)), Unusable::Newer(4)));
    assert!(matches!(question.refused(&signed(&gathered(&Made::of(2).rehearsal()))), Unusable::Rehearsal));
    let folder = tempfile::tempdir().unwrap();
    let missing = look_at(&folder.path().join("register.pdf"), &question.asked());
    assert!(matches!(missing, Err(Unusable::File(_))));
}

#[test]
fn a_countersigned_register_and_one_of_version_1_are_evidence() {
    let question = Question::of("Aino Mäkinen");
    let countersigned = sign(&SIGNED.bytes, &signer("Tilaaja"), &statement("Tilaaja")).unwrap();
    assert_eq!(question.found(&countersigned).credits().len(), 8);
    let old = question.found(&fixture("version-1.pdf"));
    assert_eq!(old.credits().len(), 8, "{old:?}");
    assert!(!old.ground.trusted);
}

#[test]
fn an_unknown_signer_is_recorded_as_such_and_credits_all_the_same() {
    let question = Question { trust: &NOBODY_TRUSTED, ..Question::of("Aino Mäkinen") };
    let earlier = question.found(&SIGNED.bytes);
    assert_eq!(earlier.trust, Trust::Unknown);
    assert!(!earlier.ground.trusted);
    assert_eq!(earlier.ground.fingerprint, SIGNED.identity.fingerprint().0);
    assert_eq!(earlier.credits().len(), 8);
}

#[test]
fn another_course_or_subscriber_credits_nothing() {
    let other = Question::of("Aino Mäkinen").with(|pack| pack.id = "toinen".into());
    assert!(matches!(other.refused(&SIGNED.bytes), Unusable::OtherCourse { title } if title.starts_with("Laadukas")));
    let mut question = Question::of("Aino Mäkinen");
    let profile = Arc::make_mut(&mut question.script.profile);
    profile.name = text("Esimerkkilän energia OY", "Esimerkkilä Energy Ltd");
    assert_eq!(question.found(&SIGNED.bytes).credits().len(), 8);
    // The register of an English room has the English name.
    let english = changed(gathered(&Made::of(1)), |facts| facts.subscriber = "Esimerkkilä Energy Ltd".to_owned());
    assert_eq!(question.found(&english).credits().len(), 8);
    Arc::make_mut(&mut question.script.profile).name = text("Toinen Verkko Oy", "Other Grid Ltd");
    assert!(matches!(question.refused(&SIGNED.bytes), Unusable::OtherSubscriber { .. }));
}

#[test]
fn the_row_is_the_persons_own_or_they_choose() {
    assert!(matches!(Question::of("Aino Mäki").refused(&SIGNED.bytes), Unusable::NoRow));
    let twice = signed(&gathered(&Made::names(&["Matti Meikäläinen", "Aino Ahkera", "MATTI Meikäläinen"])));
    let question = Question::of("Matti Meikäläinen");
    let Ok(Found::Choose(candidates)) = question.look(&twice) else { panic!("one was taken") };
    assert_eq!(candidates.iter().map(|candidate| candidate.number).collect::<Vec<_>>(), [1, 3]);
    let chosen = Question { row: Some(3), ..Question::of("Matti Meikäläinen") };
    assert_eq!(chosen.found(&twice).ground.name, "MATTI Meikäläinen");
    // Nobody chooses somebody else's row.
    let stranger = Question { row: Some(2), ..Question::of("Matti Meikäläinen") };
    assert!(matches!(stranger.refused(&twice), Unusable::NoRow));
}

#[test]
fn an_identifier_tells_namesakes_apart_and_outlives_a_name() {
    let made = Made::names(&["Matti Meikäläinen", "Matti Meikäläinen"]).with_tax_numbers();
    let register = signed(&gathered(&made));
    let with = |name: &str, identifier: &str| {
        let mut question = Question::of(name);
        question.person = Some(Details { identifier: Some(identifier.to_owned()), ..named(name) });
        question
    };
    let number = |register: &[u8], question: &Question| question.found(register).ground.name;
    assert_eq!(number(&register, &with("Matti Virtanen", "100000000001")), "Matti Meikäläinen");
    assert!(matches!(with("Matti Meikäläinen", "100000000009").refused(&register), Unusable::NoRow));
    let half = changed(gathered(&made), |facts| {
        facts.participants[1].identifier = None;
        facts.participants[0].identifier =
            Some(Identifier { kind: IdentifierKind::TaxNumber, value: "100000000000".to_owned() });
    });
    // Of two namesakes the one without identifier may be the person.
    assert_eq!(with("Matti Meikäläinen", "100000000009").found(&half).ground.session, "5e".repeat(16));
}

#[test]
fn a_strangers_register_cannot_bring_an_unfit_name_along() {
    let bytes = changed(gathered(&Made::of(1)), |facts| facts.participants[0].name = "a\u{202e}b".to_owned());
    assert!(matches!(Question::of("a\u{202e}b").refused(&bytes), Unusable::NotARegister));
    let bytes = changed(gathered(&Made::of(1)), |facts| facts.session = "../../x".to_owned());
    assert!(matches!(Question::of("Aino Mäkinen").refused(&bytes), Unusable::NotARegister));
}

fn passing(question: &Question, bytes: &[u8]) -> Result<PassOn, NotYet> {
    pass_on(bytes, &question.asked())
}

#[test]
fn whoever_passed_and_did_every_theme_may_pass_it_on() {
    let own = signed(&facts_of(&Alone::new().state()));
    let anybody = Question { person: None, ..Question::of("") };
    let Ok(PassOn::Granted { ground, trust }) = passing(&anybody, &own) else { panic!("it was refused") };
    assert_eq!((ground.name.as_str(), ground.register.clone()), ("Aino Ahkera", Fingerprint::of(&own).0));
    assert!(matches!(trust, Trust::Trusted { .. }));
    // A credited theme is as good, as long as it is young enough.
    let credited = |day| signed(&facts_of(&Alone::new().with_credits(&["teema-2"], day).state()));
    assert!(matches!(passing(&anybody, &credited(date(2025, 1, 1))), Ok(PassOn::Granted { .. })));
    let Err(NotYet::ThemesDue(due)) = passing(&anybody, &credited(date(2023, 1, 1))) else { panic!("it was granted") };
    assert_eq!((due.len(), due[0].theme.as_str()), (1, "teema-2"));
}

#[test]
fn whoever_failed_or_has_themes_due_may_not_pass_it_on() {
    let anybody = Question { person: None, ..Question::of("") };
    let failed = signed(&facts_of(&Alone { knows: false, ..Alone::new() }.state()));
    assert!(matches!(passing(&anybody, &failed), Err(NotYet::NotPassed)));
    let own = signed(&facts_of(&Alone::new().state()));
    let newer = Question { person: None, ..Question::of("") }.with(|pack| pack.themes[4].revision += 1);
    let Err(NotYet::ThemesDue(due)) = passing(&newer, &own) else { panic!("it was granted") };
    assert_eq!(due.iter().map(|found| found.theme.as_str()).collect::<Vec<_>>(), ["teema-5"]);
    assert_eq!(due[0].reason, Reason::Revised { then: 3, now: 4 });
    let mut forged = own;
    forged[6_000] ^= 1;
    assert!(matches!(passing(&anybody, &forged), Err(NotYet::Unusable(Unusable::NotIntact(_)))));
}

#[test]
fn of_a_room_with_many_rows_the_foreman_says_which_is_theirs() {
    let anybody = Question { person: None, ..Question::of("") };
    let Ok(PassOn::Choose(rows)) = passing(&anybody, &SIGNED.bytes) else { panic!("a row was taken") };
    assert_eq!(rows.len(), 5);
    let second = Question { person: None, row: Some(2), ..Question::of("") };
    let Ok(PassOn::Granted { ground, .. }) = passing(&second, &SIGNED.bytes) else { panic!("it was refused") };
    assert_eq!(ground.name, "Väinö Kõiv");
    // The fifth came late and missed a theme.
    let fifth = Question { person: None, row: Some(5), ..Question::of("") };
    assert!(
        matches!(passing(&fifth, &SIGNED.bytes), Err(NotYet::ThemesDue(due)) if due[0].reason == Reason::NotAttended)
    );
}
