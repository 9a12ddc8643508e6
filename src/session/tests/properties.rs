//! What holds for any sequence of commands whatever.

use std::collections::BTreeMap;

use jiff::SignedDuration;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;

use crate::session::testing::{Session, details, drawn, minute, script};
use crate::session::{
    Answer, Channel, Command, Correction, Details, Event, FeedbackAnswer, FeedbackForm, ItemId, Manner, ParticipantId,
    PhoneKey, Place, Setup, Signature, State,
};
use crate::text::Id;

fn step() -> impl Strategy<Value = Id> {
    let mut steps: Vec<Id> = script().pack.steps().map(|(_, step)| step.id.clone()).collect();
    steps.push("olematon".into());
    select(steps)
}

fn person() -> impl Strategy<Value = ParticipantId> {
    (0_u32..6).prop_map(ParticipantId)
}

fn option() -> impl Strategy<Value = Id> {
    select(vec!["a", "b", "c", "d", "true", "false"]).prop_map(Id::from)
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        btree_set(option(), 0..3).prop_map(Answer::Options),
        any::<bool>().prop_map(Answer::Truth),
        Just(["a", "b", "c"].map(Id::from).to_vec()).prop_shuffle().prop_map(Answer::Order),
    ]
}

fn channel() -> impl Strategy<Value = Channel> {
    select(vec![Channel::Desk, Channel::Phone, Channel::Paper, Channel::Oral])
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(vec!["Aino", "Eino", "Ирина Õ", " ", "A\u{308}"]).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

fn signature() -> impl Strategy<Value = Signature> {
    prop_oneof![3 => Just(drawn()), 1 => Just(Signature::default())]
}

fn phone() -> impl Strategy<Value = PhoneKey> {
    (1_u8..4).prop_map(|number| PhoneKey::of(&[number; 16]))
}

/// The round or attempt that is meant.
fn meant() -> impl Strategy<Value = Option<u32>> {
    proptest::option::of(0_u32..4)
}

fn address() -> impl Strategy<Value = Option<String>> {
    let address = prop_oneof![
        3 => select(vec!["aino@kaivuu.example", " eino@kaivuu.example", "aino"]).prop_map(str::to_owned),
        1 => words(),
    ];
    proptest::option::of(address)
}

fn person_details() -> impl Strategy<Value = Details> {
    words().prop_map(|name| details(&name))
}

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![
        4 => step().prop_map(Place::Step),
        1 => select(vec![Place::Lobby, Place::FinalTest, Place::Feedback, Place::SignOut]),
    ]
}

fn correction() -> impl Strategy<Value = Correction> {
    prop_oneof![
        person_details().prop_map(Correction::Details),
        (-5_i64..200).prop_map(|at| Correction::Arrival(minute(at))),
        (-5_i64..200).prop_map(|at| Correction::Departure(minute(at))),
    ]
}

fn manner() -> impl Strategy<Value = Manner> {
    prop_oneof![
        select(vec![Manner::Desk, Manner::Phone, Manner::Paper]),
        words().prop_map(|witness| Manner::Oral { witness }),
    ]
}

fn feedback() -> impl Strategy<Value = Command> {
    let answer = prop_oneof![any::<u8>().prop_map(FeedbackAnswer::Scale), words().prop_map(FeedbackAnswer::Text)];
    let id = select(vec!["usefulness", "better", "olematon"]).prop_map(Id::from);
    let key = select(vec!["a", "b", "c", "x"]).prop_map(|key| key.repeat(32));
    (key, btree_map(id, answer, 0..3)).prop_map(|(key, answers)| Command::GiveFeedback(FeedbackForm { key, answers }))
}

fn about_people() -> impl Strategy<Value = Command> {
    prop_oneof![
        4 => (person_details(), signature(), channel())
            .prop_map(|(details, signature, channel)| Command::SignIn { details, signature, channel, phone: None }),
        2 => (person_details(), signature(), phone()).prop_map(|(details, signature, phone)| {
            Command::SignIn { details, signature, channel: Channel::Phone, phone: Some(phone) }
        }),
        1 => (person(), address()).prop_map(|(participant, address)| Command::AskHandout { participant, address }),
        1 => person().prop_map(|participant| Command::Depart { participant }),
        1 => person().prop_map(|participant| Command::Return { participant }),
        1 => (person(), proptest::option::of(signature()), channel())
            .prop_map(|(participant, signature, channel)| Command::SignOut { participant, signature, channel }),
        2 => (person(), correction(), words())
            .prop_map(|(participant, correction, reason)| Command::Correct { participant, correction, reason }),
        1 => (person(), words()).prop_map(|(participant, reason)| Command::Remove { participant, reason }),
        1 => (person(), words()).prop_map(|(participant, reason)| Command::Restore { participant, reason }),
        1 => (person(), person(), words()).prop_map(|(from, into, reason)| Command::Merge { from, into, reason }),
    ]
}

fn about_questions() -> impl Strategy<Value = Command> {
    let counts = btree_map(option(), 0_u32..8, 0..4);
    prop_oneof![
        2 => step().prop_map(|step| Command::OpenQuestion { step }),
        3 => (step(), meant(), person(), answer(), channel()).prop_map(|(step, round, participant, answer, channel)| {
            Command::Answer { step, round, participant, answer, channel }
        }),
        1 => (step(), counts).prop_map(|(step, counts)| Command::CountHands { step, counts }),
        1 => step().prop_map(|step| Command::CloseQuestion { step }),
        1 => step().prop_map(|step| Command::Reveal { step }),
    ]
}

fn about_tests() -> impl Strategy<Value = Command> {
    let question = (1_u32..=10).prop_map(|number| Id::from(format!("t{number}").as_str()));
    prop_oneof![
        1 => (person(), manner()).prop_map(|(participant, manner)| Command::StartAttempt { participant, manner }),
        3 => (person(), meant(), question, answer()).prop_map(|(participant, attempt, question, answer)| {
            Command::AnswerTest { participant, attempt, question, answer }
        }),
        1 => (person(), meant()).prop_map(|(participant, attempt)| Command::SubmitAttempt { participant, attempt }),
        1 => (person(), words()).prop_map(|(participant, reason)| Command::VoidAttempt { participant, reason }),
    ]
}

fn about_the_room() -> impl Strategy<Value = Command> {
    let item = || (0_u32..4).prop_map(ItemId);
    prop_oneof![
        4 => place().prop_map(|to| Command::Go { to }),
        1 => (vec(step(), 0..3), words()).prop_map(|(steps, reason)| Command::Skip { steps, reason }),
        1 => Just(Command::Pause),
        1 => Just(Command::Resume),
        1 => Just(Command::ReleaseHandout),
        1 => (words(), proptest::option::of(step())).prop_map(|(text, step)| Command::NoteItem { text, step }),
        1 => (item(), words()).prop_map(|(item, text)| Command::ChangeItem { item, text }),
        1 => item().prop_map(|item| Command::DropItem { item }),
        1 => (select(vec!["kutsu", "kohteet", "x"]), any::<bool>())
            .prop_map(|(item, done)| Command::Tick { item: item.into(), done }),
    ]
}

fn command() -> impl Strategy<Value = Command> {
    prop_oneof![
        60 => about_people(),
        50 => about_questions(),
        50 => about_tests(),
        40 => about_the_room(),
        10 => feedback(),
        1 => Just(Command::Close),
    ]
}

/// Whether a phone sends this again when it hears no answer: what has happened then happens no second time.
fn is_sent_again(command: &Command) -> bool {
    match command {
        Command::SignIn { phone, .. } => phone.is_some(),
        Command::SubmitAttempt { attempt, .. } => attempt.is_some(),
        Command::StartAttempt { manner, .. } => *manner == Manner::Phone,
        Command::Answer { .. }
        | Command::AnswerTest { .. }
        | Command::SignOut { .. }
        | Command::GiveFeedback(_)
        | Command::AskHandout { .. }
        | Command::ReleaseHandout => true,
        _ => false,
    }
}

/// Reading it must not fail either, whatever it has become.
fn look_at(session: &Session) {
    let themes = session.state.theme_times(session.now);
    for row in session.state.participants.values() {
        let presence = session.state.presence_in(&themes, row, session.now);
        for (theme, part) in themes.iter().zip(&presence.themes) {
            assert!(part.present <= theme.real, "nobody is on a theme longer than the room");
        }
    }
    for phone in session.state.phones.keys() {
        let row = session.state.by_phone(phone).expect("a phone stands for somebody");
        assert_eq!(row.merged_into, None);
    }
    for double in session.state.possible_doubles() {
        let stands = |id| session.state.participants[&id].stands();
        assert!(double.first < double.later && stands(double.first) && stands(double.later));
    }
    let pace = session.state.pace(session.now);
    assert!(pace.expected_end >= session.state.opened_at);
    for (step, question) in &session.state.questions {
        for round in 1..=question.rounds.len() {
            assert!(session.state.tally(step, u32::try_from(round).unwrap()).is_some());
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_commands_leave_a_state_that_its_events_alone_give_again(
        commands in vec((command(), 0_i64..900), 1..120),
    ) {
        let mut session = Session::new();
        for (command, seconds) in commands {
            session.now += SignedDuration::from_secs(seconds);
            let before = session.state.clone();
            match session.ask(command.clone()) {
                Err(_) => prop_assert_eq!(&session.state, &before, "a refused command changed something"),
                Ok(_) if is_sent_again(&command) => prop_assert_eq!(session.ask(command), Ok(vec![])),
                Ok(_) => {}
            }
            look_at(&session);
        }
        let mut replayed = State::open(script(), minute(0), Setup::clone(&session.state.setup));
        let (forms, events): (Vec<_>, Vec<_>) =
            session.events.iter().partition(|(_, event)| matches!(event, Event::FeedbackGiven(_)));
        let (asked, events): (Vec<_>, Vec<_>) =
            events.into_iter().partition(|(_, event)| matches!(event, Event::HandoutAsked { .. }));
        // As the journal does: forms by their keys and addresses as they stand, both after everything else.
        for (at, event) in events {
            // What is stored is the writing of the event.
            let written: Event = serde_json::from_str(&serde_json::to_string(event).unwrap()).unwrap();
            replayed.apply(*at, &written);
        }
        let forms: BTreeMap<String, &Event> = forms.into_iter().map(|(_, event)| (format!("{event:?}"), event)).collect();
        for event in forms.values() {
            replayed.apply(minute(0), event);
        }
        let addresses: BTreeMap<ParticipantId, &Event> = asked
            .into_iter()
            .filter_map(|(_, event)| match event {
                Event::HandoutAsked { participant, .. } => Some((*participant, event)),
                _ => None,
            })
            .collect();
        for event in addresses.values() {
            replayed.apply(minute(0), event);
        }
        prop_assert_eq!(replayed, session.state);
    }

    #[test]
    fn an_event_in_any_order_is_taken_without_failing(
        commands in vec(command(), 1..60), seed in any::<prop::sample::Index>(),
    ) {
        let mut session = Session::new();
        for command in commands {
            // Refusals are part of the game.
            session.ask(command).unwrap_or_default();
        }
        let mut state = State::open(script(), minute(0), Setup::clone(&session.state.setup));
        let from = seed.index(session.events.len() + 1);
        for (at, event) in session.events[from..].iter().rev() {
            state.apply(*at, event);
        }
        state.pace(minute(1));
        state.theme_times(minute(1));
    }
}
