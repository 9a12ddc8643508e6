//! Profiles: filling placeholders, and profiles of subscribers apart from any pack.
#![expect(clippy::unwrap_used, reason = "helpers of tests")]

use perehdytin::i18n::Lang;
use perehdytin::profile;
use perehdytin::profile::Profile;
use perehdytin::text::LangTag;
use perehdytin::text::Text;

use crate::pack_builder::TestPack;

fn lang(tag: &str) -> LangTag {
    LangTag(tag.into())
}

fn model() -> Profile {
    profile::load(&TestPack::good().path("profile.ron")).map_err(|report| report.text(Lang::En)).unwrap()
}

#[test]
fn every_kind_of_placeholder_is_filled() {
    let profile = model();
    for (template, filled) in [
        ("{subscriber.name}", "Malli Oy"),
        ("{subscriber.genitive} asentaja", "Malli Oy:n asentaja"),
        ("{promise.outage_notice} ennen", "3 päivää ennen"),
        ("{promise.outage_notice.title}", "Keskeytyksestä kerrotaan"),
        ("{promise.outage_notice.compensation}", "20 euroa"),
        ("{contact.customer_service.name}: {contact.customer_service.phone}", "Asiakaspalvelu: 010 000 0000"),
        ("{value.visit_fee}", "50 euroa"),
        ("{{subscriber.name}}", "{subscriber.name}"),
        ("{{{value.visit_fee}}}", "{50 euroa}"),
    ] {
        assert_eq!(profile.fill_str(template, &lang("fi")), filled);
    }
}

#[test]
fn an_unknown_placeholder_stays_as_it_is_written() {
    let profile = model();
    for template in
        ["{promise.none}", "{contact.customer_service.web}", "{subscriber.ablative}", "a { b", "a } b", "{}"]
    {
        assert_eq!(profile.fill_str(template, &lang("fi")), template);
    }
}

#[test]
fn a_language_that_the_profile_lacks_falls_back_to_one_it_has() {
    let profile = model();
    assert_eq!(profile.fill_str("{value.visit_fee}", &lang("en")), "50 euros");
    let filled = profile.fill_str("{value.visit_fee}", &lang("sv"));
    assert!(["50 euros", "50 euroa"].contains(&filled.as_str()), "{filled}");
    let text = Text([(lang("fi"), "Hinta {value.visit_fee}".to_owned())].into());
    assert_eq!(profile.fill(&text, &lang("fi")), "Hinta 50 euroa");
}

#[test]
fn every_placeholder_that_is_listed_can_be_filled() {
    let profile = model();
    let names = profile.placeholders();
    assert_eq!(names.len(), 8, "{names:?}");
    for name in names {
        assert!(profile.value_of(&name, &lang("fi")).is_some(), "{name}");
    }
}

#[test]
fn another_subscribers_profile_is_compared_with_what_the_pack_needs() {
    let pack = TestPack::good().load().unwrap().pack;
    let mut own = model();
    assert!(pack.not_filled_by(&own).is_empty());
    own.promises.clear();
    assert_eq!(pack.not_filled_by(&own).into_iter().collect::<Vec<_>>(), ["promise.outage_notice"]);
}

#[test]
fn a_profile_in_one_language_is_fine_by_itself_and_a_broken_one_is_told() {
    let pack = TestPack::good();
    pack.put(
        "own.ron",
        "(format: 1, id: \"oma_yhtio\", name: {\"fi\": \"Oma Oy\"}, accent: \"#123456\", identifier: email)",
    );
    let own = profile::load(&pack.path("own.ron")).map_err(|report| report.text(Lang::En)).unwrap();
    assert_eq!(own.accent, [0x12, 0x34, 0x56]);
    assert!(!own.example);

    pack.put("own.ron", "(format: 1, id: \"oma\", name: {\"fi\": \"Oma Oy\"}, accent: \"#12\", identifier: none, promises: [(id: \"a-b\", title: {\"fi\": \"A\"})])");
    let report = profile::load(&pack.path("own.ron")).unwrap_err();
    let codes: Vec<&str> = report.diagnostics.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["bad-colour", "missing-field", "bad-id"]);

    assert!(profile::load(&pack.path("none.ron")).is_err());
    assert!(profile::load(&pack.path("no/folder.ron")).unwrap_err().is_unreadable);
}

#[test]
fn a_logo_stands_beside_its_profile() {
    let pack = TestPack::good();
    pack.change("profile.ron", "accent:", "logo: \"media/kuva.svg\",\n    accent:");
    let loaded = pack.load().map_err(|report| report.text(Lang::En)).unwrap();
    assert_eq!(loaded.pack.example_profile.logo.as_deref(), Some("media/kuva.svg"));
    pack.change("profile.ron", "media/kuva.svg", "media/logo.svg");
    assert_eq!(pack.codes(), ["file-missing"]);
}

#[test]
fn the_command_tells_what_a_subscribers_own_profile_lacks() {
    let pack = TestPack::good();
    let own = std::fs::read_to_string(pack.path("profile.ron")).unwrap();
    pack.put("own.ron", own.replace("outage_notice", "cut_notice"));
    let check = |file: &str| {
        let words = ["perehdytin", "--lang", "en", "check", "--profile"].map(Into::into).into_iter();
        perehdytin::cli::run(words.chain([pack.path(file).into(), pack.root().as_os_str().to_owned()]))
    };
    let fine = check("profile.ron");
    assert_eq!(fine.exit, 0);
    assert!(fine.stdout.contains("The profile fits the course, 0 warnings"), "{}", fine.stdout);
    let lacking = check("own.ron");
    assert_eq!(lacking.exit, 1);
    assert!(
        lacking.stdout.contains("error[unfilled]: the profile lacks {promise.outage_notice}, which the course uses"),
        "{}",
        lacking.stdout
    );
    assert!(lacking.stdout.contains("does not fit the course, 1 error:"), "{}", lacking.stdout);
    pack.put("finnish.ron", "(format: 1, id: \"oma\", name: {\"fi\": \"Oma Oy\"}, accent: \"#123456\", identifier: none, promises: [(id: \"outage_notice\", title: {\"fi\": \"A\"}, value: {\"fi\": \"B\"})])");
    let finnish = check("finnish.ron");
    assert_eq!(finnish.exit, 0, "{}", finnish.stdout);
    assert!(
        finnish.stdout.contains("warning[profile-language]: the profile lacks the language en"),
        "{}",
        finnish.stdout
    );
    assert_eq!(check("nowhere/own.ron").exit, 2);
}
