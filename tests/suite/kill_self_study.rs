//! A real process is killed with SIGKILL at 100 random points of self-studies: whatever it had acknowledged stands
//! after it, and the next process finds the learner exactly where they stood.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command as Process;
use std::sync::Arc;

use jiff::Timestamp;
use perehdytin::clock::Clock;
use perehdytin::clock::SystemClock;
use perehdytin::engine;
use perehdytin::engine::Engine;
use perehdytin::engine::layout;
use perehdytin::files::DataFolder;
use perehdytin::journal;
use perehdytin::journal::Record;
use perehdytin::pack::{Question, StepBody};
use perehdytin::quiz;
use perehdytin::quiz::Random;
use perehdytin::session::{
    Answer, Channel, Command, FeedbackAnswer, FeedbackForm, Manner, Participant, Place, Script, State,
};
use perehdytin::text::Id;

use crate::kill_real_process::heads;
use crate::kill_support::{Doomed, process_of};
use crate::new_session::new_study;
use crate::session_support::{drawn, nobody, script, sign_in, small_course};

/// How many processes are killed while they study.
const KILLS: usize = 100;
/// Most that a process acknowledges before it is killed, the pause before the kill apart.
const MOST_ACKNOWLEDGED: usize = 16;
/// A second of the computer's is so many of the learner's, so that minutes are counted while a process lives.
const SPEED: i64 = 2000;

const FOLDER: &str = "PEREHDYTIN_TEST_SELF_STUDY";
const BEGAN: &str = "PEREHDYTIN_TEST_BEGAN";

#[test]
fn a_self_study_killed_at_a_hundred_random_points_goes_on_exactly_where_it_stood() {
    let halves = std::thread::scope(|scope| {
        let half = |number: usize| move || Killing::new(number).kill(KILLS / 2);
        [scope.spawn(half(0)), scope.spawn(half(1))].map(|half| half.join().unwrap())
    });
    let [one, two] = halves;
    assert_eq!(one.killed + two.killed, KILLS);
    let acknowledged = one.acknowledged + two.acknowledged;
    // Were hardly anything acknowledged before a kill, the test would prove nothing.
    assert!(acknowledged > KILLS * 4, "only {acknowledged} acknowledged over {KILLS} kills");
    assert!(one.studied_minutes + two.studied_minutes > 0, "no active minutes were counted");
    let mut places = one.places;
    for (place, kills) in two.places {
        *places.entry(place).or_default() += kills;
    }
    for place in ["step", "test"] {
        assert!(places.contains_key(place), "no kill fell there: {places:?}");
    }
    assert!(one.closed + two.closed > 0, "no self-study came to its end");
}

/// What came of killing, so far.
struct Killing {
    random: Random,
    data: DataFolder,
    began: Timestamp,
    killed: usize,
    acknowledged: usize,
    closed: usize,
    studied_minutes: i64,
    /// How many kills fell where.
    places: BTreeMap<&'static str, usize>,
    _root: tempfile::TempDir,
}

impl Killing {
    fn new(half: usize) -> Self {
        let root = tempfile::tempdir().unwrap();
        Self {
            random: Random::new("kill self-study", &[&half.to_le_bytes()]),
            data: DataFolder::open(root.path().to_owned()).unwrap(),
            began: SystemClock.now(),
            killed: 0,
            acknowledged: 0,
            closed: 0,
            studied_minutes: 0,
            places: BTreeMap::new(),
            _root: root,
        }
    }

    fn kill(mut self, kills: usize) -> Self {
        let script = script(&small_course());
        while self.killed < kills {
            let engine = Engine::create(&self.data, new_study(script.clone()), fast(self.began), nobody()).unwrap();
            let folder = engine.client().snapshot().folder.to_path_buf();
            drop(engine);
            let mut before = stood(&folder, &script);
            while self.killed < kills {
                let told = self.study_and_kill(&folder);
                let after = stood(&folder, &script);
                self.check(&told, &before, &after);
                self.killed += 1;
                *self.places.entry(name_of(after.state())).or_default() += 1;
                if after.state().closed_at.is_some() {
                    self.closed += 1;
                    break;
                }
                before = after;
            }
            let after = stood(&folder, &script);
            self.studied_minutes += after.state().study.active_altogether().as_mins();
        }
        self
    }

    /// Starts a process on the self-study, lets it go on for a random while and kills it; returns what it told.
    fn study_and_kill(&mut self, folder: &Path) -> Vec<Told> {
        let process = Doomed::start(process(folder, self.began));
        let mut told = Vec::new();
        // Some are killed before they have opened the journal, most after so many acknowledgements.
        if self.random.chance(90) {
            let wanted = self.random.below(MOST_ACKNOWLEDGED);
            // It may come to the end of the course before.
            while told.len() <= wanted
                && let Some(line) = process.line()
            {
                told.extend(Told::read(&line));
            }
        }
        let rest = process.kill_after(self.random.below(8_000));
        told.extend(rest.iter().filter_map(|line| Told::read(line)));
        told
    }

    /// What was told stands, and the process that told it had found everything as the one before it left it.
    fn check(&mut self, told: &[Told], before: &Stood, after: &Stood) {
        for (index, told) in told.iter().enumerate() {
            match told {
                Told::Found { length, head, standing } => {
                    assert_eq!(index, 0);
                    assert_eq!(*length, before.heads.len(), "it found another journal than the one that was left");
                    assert_eq!((head, standing), before.last(), "the learner does not stand where they stood");
                }
                Told::Done { length, head, standing } => {
                    let stands = after.heads.get(length - 1).zip(after.standings.get(length - 1));
                    assert_eq!(stands, Some((head, standing)), "event {length} of {}", after.heads.len());
                    self.acknowledged += 1;
                }
                Told::Form(key) => {
                    assert!(after.forms.contains(key), "the form {key} is lost");
                    self.acknowledged += 1;
                }
            }
        }
        assert!(after.heads.starts_with(&before.heads), "what was there has changed");
        assert!(before.forms.iter().all(|form| after.forms.contains(form)));
    }
}

/// How a self-study stands in its journal: after each event the chain's head and where the learner stands.
struct Stood {
    heads: Vec<String>,
    standings: Vec<u64>,
    forms: Vec<String>,
    state: State,
}

impl Stood {
    fn last(&self) -> (&String, &u64) {
        (self.heads.last().unwrap(), self.standings.last().unwrap())
    }

    fn state(&self) -> &State {
        &self.state
    }
}

/// Reads a journal that nobody has open and folds its events one after another.
fn stood(folder: &Path, script: &Script) -> Stood {
    let record: Record = journal::read(&layout::journal(folder)).unwrap();
    let (opened_at, setup) = record.opening().unwrap();
    let mut state = State::open(script.clone(), opened_at, setup.clone());
    let mut standings = vec![standing(&state)];
    for entry in record.events.iter().skip(1) {
        state.apply(entry.at, &entry.event);
        standings.push(standing(&state));
    }
    let forms = record.feedback.iter().map(|form| form.key.clone()).collect();
    Stood { heads: heads(&record), standings, forms, state }
}

/// Where the learner stands, with everything they did, in a number; feedback apart, which has no place in the order.
fn standing(state: &State) -> u64 {
    let mut hasher = DefaultHasher::new();
    let State { place, visits, study, questions, participants, items, closed_at, .. } = state;
    format!("{:?}", (place, visits, study, questions, participants, items, closed_at)).hash(&mut hasher);
    hasher.finish()
}

fn name_of(state: &State) -> &'static str {
    match &state.place {
        Place::Lobby => "home",
        Place::Step(_) => "step",
        Place::FinalTest => "test",
        Place::Feedback => "feedback",
        Place::SignOut => "sign-out",
    }
}

fn process(folder: &Path, began: Timestamp) -> Process {
    let mut process = process_of("kill_self_study::the_process_that_studies");
    process.env(FOLDER, folder).env(BEGAN, began.to_string());
    process
}

/// What a process told before it was killed.
#[derive(Debug)]
enum Told {
    /// What it found when it began.
    Found { length: usize, head: String, standing: u64 },
    /// The journal was this long then, had this head, and the learner stood there.
    Done { length: usize, head: String, standing: u64 },
    /// This feedback form was taken.
    Form(String),
}

impl Told {
    fn read(line: &str) -> Option<Self> {
        // The harness may have begun the line, and the kill may have cut it off.
        let words: Vec<&str> = line[line.find("told ")?..].split(' ').collect();
        match words[..] {
            ["told", what, length, head, standing, "."] => {
                let (length, head) = (length.parse().ok()?, head.to_owned());
                let standing = standing.parse().ok()?;
                match what {
                    "found" => Some(Self::Found { length, head, standing }),
                    _ => Some(Self::Done { length, head, standing }),
                }
            }
            ["told", "form", key, "."] => Some(Self::Form(key.to_owned())),
            _ => None,
        }
    }
}

/// A clock that runs fast, the same for all the processes of one test.
struct Fast(Timestamp);

impl Clock for Fast {
    fn now(&self) -> Timestamp {
        let real = SystemClock.now();
        self.0 + real.duration_since(self.0) * i32::try_from(SPEED).unwrap()
    }
}

fn fast(began: Timestamp) -> Arc<dyn Clock> {
    Arc::new(Fast(began))
}

#[test]
#[ignore = "it is the process that the other test kills"]
fn the_process_that_studies() {
    let folder = PathBuf::from(std::env::var_os(FOLDER).expect("started by the test that kills"));
    let began: Timestamp = std::env::var(BEGAN).unwrap().parse().unwrap();
    let engine = Engine::resume(&folder, fast(began), nobody()).unwrap();
    let client = engine.client();
    let say = |line: String| {
        let mut out = std::io::stdout().lock();
        writeln!(out, "told {line} .").unwrap();
        out.flush().unwrap();
    };
    let as_it_stands = |what: &str, snapshot: &engine::Snapshot| {
        let standing = standing(&snapshot.state);
        say(format!("{what} {} {} {standing}", snapshot.journal_length, snapshot.journal_head));
    };
    as_it_stands("found", &client.snapshot());
    for turn in 0.. {
        let Some(command) = next(&client.snapshot().state, turn) else { return };
        let form = match &command {
            Command::GiveFeedback(form) => Some(form.key.clone()),
            _ => None,
        };
        let snapshot = client.ask(command).unwrap();
        match form {
            Some(key) => say(format!("form {key}")),
            None => as_it_stands("done", &snapshot),
        }
    }
}

/// What a learner does next who takes the course alone; nothing once it is over.
pub(crate) fn next(state: &State, turn: usize) -> Option<Command> {
    if state.closed_at.is_some() {
        return None;
    }
    let Some(learner) = state.learner() else { return Some(sign_in("Aino Ahkera")) };
    if learner.signed_out {
        return Some(Command::Close);
    }
    if turn % 4 == 1 {
        return Some(Command::Study { place: state.place.clone(), seconds: 30 });
    }
    Some(match &state.place {
        Place::Lobby => {
            let theme = state.themes_left().next();
            let open = theme.and_then(|theme| {
                let open = state.due_steps(theme).find(|step| !state.study.finished.contains(&step.id));
                open.or_else(|| state.to_repeat(theme).next())
            });
            let to = open.map_or(Place::FinalTest, |step| Place::Step(step.id.clone()));
            Command::Go { to }
        }
        Place::Step(id) => on_step(state, learner, id),
        Place::FinalTest => in_test(state, learner),
        Place::Feedback if state.feedback.is_empty() => Command::GiveFeedback(FeedbackForm {
            key: engine::random_key().unwrap(),
            answers: [("usefulness".into(), FeedbackAnswer::Scale(4))].into(),
        }),
        Place::Feedback => Command::Go { to: Place::SignOut },
        Place::SignOut => {
            Command::SignOut { participant: learner.id, signature: Some(drawn()), channel: Channel::Desk }
        }
    })
}

fn on_step(state: &State, learner: &Participant, id: &Id) -> Command {
    let (theme, step) = state.script.pack.step(id).unwrap();
    let is_finished = state.study.finished.contains(id);
    let step_of = || id.clone();
    if let Some(question) = step.question() {
        let round = state.round(id);
        if let Some(round) = round.filter(|round| round.is_open) {
            return if round.answers.contains_key(&learner.id) {
                Command::Reveal { step: step_of() }
            } else {
                // The first answer is often wrong, and the question comes back.
                let is_right = state.questions[id].rounds.len() > 1 || state.events.is_multiple_of(2);
                let answer = fitting(question, is_right);
                let participant = learner.id;
                Command::Answer { step: step_of(), round: None, participant, answer, channel: Channel::Desk }
            };
        }
        let is_wrong = state.to_repeat(theme).any(|step| step.id == *id);
        if state.shown_answer(id).is_none() || (is_finished && is_wrong) {
            return Command::OpenQuestion { step: step_of() };
        }
    }
    if !is_finished {
        let has_noted = state.items.values().any(|item| item.step.as_ref() == Some(id));
        if matches!(step.body, StepBody::Discussion(_)) && !has_noted {
            return Command::NoteItem { text: "Portin koodi ennen käyntiä.".to_owned(), step: Some(step_of()) };
        }
        return Command::FinishStep { step: step_of() };
    }
    Command::Go { to: Place::Lobby }
}

fn in_test(state: &State, learner: &Participant) -> Command {
    let participant = learner.id;
    let Some(attempt) = learner.open_attempt() else {
        let rules = state.script.pack.final_test.unwrap();
        let is_over = learner.has_passed() || learner.counted_attempts() >= rules.attempts;
        return if is_over {
            Command::Go { to: Place::Feedback }
        } else {
            Command::StartAttempt { participant, manner: Manner::Desk }
        };
    };
    let mut open = attempt.paper.questions.iter().filter(|drawn| !attempt.answers.contains_key(&drawn.question));
    match open.next() {
        Some(drawn) => {
            let (_, question) = state.script.pack.test_question(&drawn.question).unwrap();
            let answer = fitting(question, !state.events.is_multiple_of(5));
            Command::AnswerTest { participant, attempt: None, question: question.id.clone(), answer }
        }
        None => Command::SubmitAttempt { participant, attempt: None },
    }
}

/// An answer that fits the question and is right, or wrong where that is possible.
fn fitting(question: &Question, is_right: bool) -> Answer {
    let options = quiz::options(question);
    let mut replies = vec![
        Answer::Truth(true),
        Answer::Truth(false),
        Answer::Options(quiz::right_options(question)),
        Answer::Order(options.clone()),
        Answer::Order(options.iter().rev().cloned().collect()),
    ];
    replies.extend(options.iter().map(|option| Answer::Options([option.clone()].into())));
    replies.retain(|reply| quiz::fits(question, reply));
    let wanted = replies.iter().find(|reply| quiz::is_right(question, reply) == is_right);
    wanted.unwrap_or(&replies[0]).clone()
}
