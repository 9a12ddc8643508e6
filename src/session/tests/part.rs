//! A session of only some of the course's themes.

use crate::session::testing::{Session, go, minute, setup};
use crate::session::{Command, Form, Manner, ParticipantId, Refusal, Setup, State};
use crate::text::Id;

const AINO: ParticipantId = ParticipantId(1);

fn part(themes: &[&str]) -> Setup {
    Setup { themes: themes.iter().map(|id| (*id).into()).collect(), ..setup() }
}

fn themes(state: &State) -> Vec<&str> {
    state.script.pack.themes.iter().map(|theme| theme.id.as_str()).collect()
}

#[test]
fn a_session_of_some_themes_knows_plans_and_times_no_others() {
    let mut session = Session::with(part(&["ovella-teema", "lopuksi"]));
    session.signs_in("Aino Ahkera");
    assert_eq!(themes(&session.state), ["ovella-teema", "lopuksi"]);
    // 5 and 3 minutes, the test of 10 and the feedback of 5.
    assert_eq!(session.state.script.pack.planned_minutes(), 5 + 3 + 10 + 5);
    assert!(matches!(session.ask(go("alku")), Err(Refusal::NoStep(_))));
    session.at(2).does(go("ovella"));
    session.at(9).does(go("loppu"));
    session.at(12);
    let row = std::sync::Arc::clone(&session.state.participants[&AINO]);
    let attended: Vec<(Id, bool)> = session
        .state
        .presence(&row, minute(12))
        .themes
        .into_iter()
        .map(|theme| (theme.theme, theme.attended))
        .collect();
    assert_eq!(attended, [("ovella-teema".into(), true), ("lopuksi".into(), true)]);
}

#[test]
fn the_test_of_a_part_asks_of_its_own_themes_alone() {
    let mut session = Session::with(part(&["lopuksi"]));
    session.signs_in("Aino Ahkera");
    session.does(Command::StartAttempt { participant: AINO, manner: Manner::Desk });
    let row = &session.state.participants[&AINO];
    let mut drawn: Vec<&str> =
        row.open_attempt().unwrap().paper.questions.iter().map(|drawn| drawn.question.as_str()).collect();
    drawn.sort_unstable();
    assert_eq!(drawn, ["t10", "t9"]);
}

#[test]
fn a_draw_of_a_part_of_an_old_journal_never_changes() {
    let mut session = Session::with(part(&["palvelu", "lopuksi"]));
    session.signs_in("Aino Ahkera");
    let paper = session.state.next_paper(AINO).unwrap();
    let drawn: Vec<&str> = paper.questions.iter().map(|drawn| drawn.question.as_str()).collect();
    assert_eq!(drawn, ["t1", "t2", "t3", "t4", "t10"]);
}

#[test]
fn who_studies_a_part_alone_has_only_its_themes_to_do() {
    let session = Session::with(Setup { form: Form::SelfStudy, ..part(&["lopuksi"]) });
    let left: Vec<&str> = session.state.themes_left().map(|theme| theme.id.as_str()).collect();
    assert_eq!(left, ["lopuksi"]);
}

#[test]
fn a_setup_without_themes_is_written_as_before_there_were_parts() {
    let json = serde_json::to_string(&setup()).unwrap();
    assert!(!json.contains("themes"), "{json}");
    let json = serde_json::to_string(&part(&["lopuksi"])).unwrap();
    assert!(json.ends_with(r#""themes":["lopuksi"]}"#), "{json}");
}
