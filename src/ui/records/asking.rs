//! Questions to the records off the window's thread: the newest question is the one that is answered.

use std::sync::Arc;
use std::sync::Condvar;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;

use egui::Ui;

use crate::files::DataFolder;
use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::archive;
use crate::i18n::messages::desk;
use crate::records::Records;
use crate::records::RecordsError;
use crate::ui::Cx;
use crate::ui::widgets;

/// A kind of question with its newest answer. Dropping it forgets both.
#[derive(Debug)]
pub(super) struct Asking<Q, A> {
    asked: Option<Q>,
    shown: Option<(Q, Result<A, Failed>)>,
    door: Option<Arc<Door<Q, A>>>,
}

/// What answers one kind of question.
pub(super) type Work<Q, A> = fn(&Records, &Q) -> Result<A, RecordsError>;

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Failed {
    /// The records say why.
    Records(RecordsError),
    /// The thread could not be started, or a fault stopped it.
    Stopped,
}

impl Failed {
    /// What went wrong, and the mend.
    pub(super) fn message(&self, lang: Lang) -> Message {
        match self {
            Self::Records(error) => error.message(lang),
            Self::Stopped => desk::work_stopped(),
        }
    }
}

/// The answer; where there is none, says why in its place.
pub(super) fn answered<'a, A>(ui: &mut Ui, cx: &Cx<'_>, answer: Option<&'a Result<A, Failed>>) -> Option<&'a A> {
    let (theme, lang) = (cx.theme, cx.lang);
    match answer {
        Some(Ok(answer)) => Some(answer),
        Some(Err(failed)) => {
            widgets::error_line(ui, theme, &failed.message(lang).text(lang));
            None
        }
        None => {
            widgets::soft(ui, theme, &archive::reading().text(lang));
            None
        }
    }
}

/// What the window and the thread share.
#[derive(Debug)]
struct Door<Q, A> {
    slots: Mutex<Slots<Q, A>>,
    bell: Condvar,
}

#[derive(Debug)]
struct Slots<Q, A> {
    /// The newest question; one that was not begun is replaced.
    question: Option<Q>,
    answer: Option<(Q, Result<A, Failed>)>,
    is_closed: bool,
}

impl<Q, A> Default for Asking<Q, A> {
    fn default() -> Self {
        Self { asked: None, shown: None, door: None }
    }
}

impl<Q, A> Drop for Asking<Q, A> {
    fn drop(&mut self) {
        if let Some(door) = &self.door {
            door.slots().is_closed = true;
            door.bell.notify_one();
        }
    }
}

impl<Q: Clone + PartialEq + Send + 'static, A: Send + 'static> Asking<Q, A> {
    /// Takes in what was answered, and asks `question` unless it was asked last.
    pub(super) fn ask(&mut self, context: &egui::Context, data: &DataFolder, work: Work<Q, A>, question: Q) {
        if let Some(door) = &self.door
            && let Some(answer) = door.slots().answer.take()
        {
            self.shown = Some(answer);
        }
        if self.asked.as_ref() == Some(&question) {
            return;
        }
        self.asked = Some(question.clone());
        let door = self.door.get_or_insert_with(|| open(context, data.clone(), work));
        door.slots().question = Some(question);
        door.bell.notify_one();
    }

    /// The newest answer, perhaps to an earlier question.
    pub(super) fn newest(&self) -> Option<&Result<A, Failed>> {
        self.shown.as_ref().map(|(_, answer)| answer)
    }

    /// The answer to the question that was asked last.
    pub(super) fn answer(&self) -> Option<&Result<A, Failed>> {
        let (question, answer) = self.shown.as_ref()?;
        (self.asked.as_ref() == Some(question)).then_some(answer)
    }
}

impl<Q, A> Door<Q, A> {
    fn slots(&self) -> MutexGuard<'_, Slots<Q, A>> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next question; `None` when nobody asks any more.
    fn next(&self) -> Option<Q> {
        let mut slots = self.slots();
        loop {
            if slots.is_closed {
                return None;
            }
            if let Some(question) = slots.question.take() {
                return Some(question);
            }
            slots = self.bell.wait(slots).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// Opens the door and starts the thread behind it.
fn open<Q: Clone + Send + 'static, A: Send + 'static>(
    context: &egui::Context,
    data: DataFolder,
    work: Work<Q, A>,
) -> Arc<Door<Q, A>> {
    let slots = Slots::<Q, A> { question: None, answer: None, is_closed: false };
    let door = Arc::new(Door { slots: Mutex::new(slots), bell: Condvar::new() });
    let (theirs, context) = (Arc::clone(&door), context.clone());
    let serve = move || {
        let mut records = None;
        while let Some(question) = theirs.next() {
            let mut reply = Reply { door: &theirs, context: &context, question: Some(question.clone()) };
            let answer = match &records {
                Some(records) => work(records, &question),
                None => Records::open(&data).and_then(|opened| work(records.insert(opened), &question)),
            };
            reply.give(answer.map_err(Failed::Records));
        }
    };
    if let Err(error) = std::thread::Builder::new().name("records".to_owned()).spawn(serve) {
        tracing::error!(%error, "a thread could not be started");
    }
    door
}

/// Gives the answer, or says that there will be none when the work panics.
struct Reply<'a, Q, A> {
    door: &'a Door<Q, A>,
    context: &'a egui::Context,
    question: Option<Q>,
}

impl<Q, A> Reply<'_, Q, A> {
    fn give(&mut self, answer: Result<A, Failed>) {
        if let Some(question) = self.question.take() {
            self.door.slots().answer = Some((question, answer));
            self.context.request_repaint();
        }
    }
}

impl<Q, A> Drop for Reply<'_, Q, A> {
    fn drop(&mut self) {
        self.give(Err(Failed::Stopped));
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;
    use std::time::Instant;

    use super::*;

    fn wait(asking: &mut Asking<u32, u32>, data: &DataFolder, work: Work<u32, u32>, question: u32) -> Option<u32> {
        let begun = Instant::now();
        loop {
            asking.ask(&egui::Context::default(), data, work, question);
            match asking.answer() {
                Some(Ok(answer)) => return Some(*answer),
                Some(Err(_failed)) => return None,
                None => std::thread::sleep(Duration::from_millis(1)),
            }
            assert!(begun.elapsed() < Duration::from_secs(20), "no answer came");
        }
    }

    #[test]
    fn the_newest_question_is_answered_and_those_that_waited_before_it_are_not_asked_at_all() {
        static SLOW: Mutex<Vec<u32>> = Mutex::new(Vec::new());
        #[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape of every question")]
        #[expect(clippy::unnecessary_wraps, reason = "the shape of every question")]
        fn work(_: &Records, question: &u32) -> Result<u32, RecordsError> {
            SLOW.lock().unwrap().push(*question);
            std::thread::sleep(Duration::from_millis(40));
            Ok(question * 2)
        }
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::open(folder.path().join("data")).unwrap();
        let mut asking = Asking::default();
        for question in 1..=50 {
            asking.ask(&egui::Context::default(), &data, work, question);
        }
        assert_eq!(wait(&mut asking, &data, work, 50), Some(100));
        let asked = SLOW.lock().unwrap().clone();
        assert!(asked.len() < 50 && asked.last() == Some(&50), "{asked:?}");
    }

    #[test]
    fn a_fault_is_told_and_does_not_wait_for_ever() {
        #[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape of every question")]
        fn work(_: &Records, _: &u32) -> Result<u32, RecordsError> {
            panic!("on purpose")
        }
        let folder = tempfile::tempdir().unwrap();
        let data = DataFolder::open(folder.path().join("data")).unwrap();
        assert_eq!(wait(&mut Asking::default(), &data, work, 1), None);
    }
}
