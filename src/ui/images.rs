//! Pictures, decoded off the UI thread at the size they are shown.

mod decode;

use std::collections::HashMap;
use std::path::Path;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use egui::TextureHandle;
use egui::ViewportId;

use crate::i18n::Lang;
use crate::i18n::messages::slides;
use crate::ui::theme::Theme;

/// The most bytes of textures that are kept; what was shown longest ago goes first.
const MOST_BYTES: usize = 10 * 1024 * 1024;
/// Pictures that may wait for the worker; more are asked for again when it has done one.
const QUEUE: usize = 16;
/// Widths are rounded up to this many pixels, so that a window being resized decodes seldom.
const BUCKET: u32 = 32;
/// The widest picture that is made, in pixels.
const WIDEST: u32 = 4096;

/// The pictures that screens show; cheap to clone.
#[derive(Clone, Default)]
pub struct Images(Arc<Store>);

#[derive(Default)]
struct Store {
    kept: Mutex<Kept>,
    queue: Mutex<Option<SyncSender<Job>>>,
}

#[derive(Default)]
struct Kept {
    pictures: HashMap<Key, Picture>,
    /// Grows with every picture painted: who was painted last.
    turn: u64,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Key {
    file: PathBuf,
    width: u32,
}

enum Picture {
    Waiting,
    Broken,
    Ready { texture: TextureHandle, bytes: usize, turn: u64 },
}

struct Job {
    key: Key,
    context: egui::Context,
    viewport: ViewportId,
}

/// How a picture stands.
enum Standing {
    Ready(egui::TextureId),
    Waiting,
    Broken,
}

/// A picture to paint.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// Where.
    pub place: egui::Rect,
    /// Its file.
    pub file: &'a Path,
    /// What it says, for when it cannot be shown.
    pub alt: &'a str,
}

impl Images {
    /// Paints a picture, or says in words why it is not there.
    pub fn paint(&self, ui: &egui::Ui, painter: &egui::Painter, theme: &Theme, lang: Lang, asked: &Asked<'_>) {
        let place = asked.place;
        let words = match self.standing(ui.ctx(), asked.file, place.width()) {
            Standing::Ready(texture) => {
                let whole = egui::Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
                painter.image(texture, place, whole, egui::Color32::WHITE);
                return;
            }
            Standing::Waiting => slides::picture_loading().text(lang),
            Standing::Broken => slides::picture_broken(asked.alt).text(lang),
        };
        let points = (place.height() * 0.08).clamp(8.0, 28.0);
        let galley = painter.layout(words, crate::ui::theme::regular(points), theme.ink_soft, place.width());
        painter.rect_stroke(place, 2.0, theme.line(), egui::StrokeKind::Inside);
        painter.galley(place.center() - galley.size() / 2.0, galley, theme.ink_soft);
    }

    /// Whether every picture asked for so far is there or known to be broken.
    pub fn is_settled(&self) -> bool {
        self.0.kept().pictures.values().all(|picture| !matches!(picture, Picture::Waiting))
    }

    fn standing(&self, context: &egui::Context, file: &Path, points: f32) -> Standing {
        let pixels = (points * context.pixels_per_point()).clamp(1.0, WIDEST as f32);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to a picture's width")]
        let width = (pixels.ceil() as u32).div_ceil(BUCKET) * BUCKET;
        let key = Key { file: file.to_owned(), width };
        let mut kept = self.0.kept();
        kept.turn += 1;
        let now = kept.turn;
        match kept.pictures.get_mut(&key) {
            Some(Picture::Ready { texture, turn, .. }) => {
                *turn = now;
                return Standing::Ready(texture.id());
            }
            Some(Picture::Broken) => return Standing::Broken,
            Some(Picture::Waiting) => {}
            None => {
                let job = Job { key: key.clone(), context: context.clone(), viewport: context.viewport_id() };
                if self.ask(job) {
                    kept.pictures.insert(key, Picture::Waiting);
                }
            }
        }
        // Another size of the same picture serves until the right one is there.
        let other = kept.pictures.iter().find_map(|(key, picture)| match picture {
            Picture::Ready { texture, .. } if key.file == file => Some(texture.id()),
            _ => None,
        });
        other.map_or(Standing::Waiting, Standing::Ready)
    }

    /// Puts a job into the queue; starts the worker with the first one.
    fn ask(&self, job: Job) -> bool {
        let mut queue = self.0.queue.lock().unwrap_or_else(PoisonError::into_inner);
        if queue.is_none() {
            let (sender, receiver) = sync_channel(QUEUE);
            let store = Arc::downgrade(&self.0);
            let worker = std::thread::Builder::new().name("pictures".to_owned()).spawn(move || work(&receiver, &store));
            if worker.is_ok() {
                *queue = Some(sender);
            }
        }
        match queue.as_ref().map(|sender| sender.try_send(job)) {
            Some(Ok(())) => true,
            Some(Err(TrySendError::Full(_))) | None => false,
            Some(Err(TrySendError::Disconnected(_))) => {
                *queue = None;
                false
            }
        }
    }
}

impl Store {
    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn make_room(&mut self) {
        loop {
            let bytes: usize = self.pictures.values().map(Picture::bytes).sum();
            let ready = self.pictures.iter().filter(|(_, picture)| picture.bytes() > 0);
            let oldest = ready.min_by_key(|(_, picture)| picture.turn()).map(|(key, _)| key.clone());
            match oldest {
                // The last one stays whatever its size: it is the one being shown.
                Some(oldest) if bytes > MOST_BYTES && oldest_is_not_alone(&self.pictures) => {
                    self.pictures.remove(&oldest);
                }
                _ => return,
            }
        }
    }
}

fn oldest_is_not_alone(pictures: &HashMap<Key, Picture>) -> bool {
    pictures.values().filter(|picture| picture.bytes() > 0).count() > 1
}

impl Picture {
    fn bytes(&self) -> usize {
        match self {
            Self::Ready { bytes, .. } => *bytes,
            Self::Waiting | Self::Broken => 0,
        }
    }

    fn turn(&self) -> u64 {
        match self {
            Self::Ready { turn, .. } => *turn,
            Self::Waiting | Self::Broken => 0,
        }
    }
}

fn work(jobs: &Receiver<Job>, store: &Weak<Store>) {
    for job in jobs {
        // A decoder that panics on a hostile file costs that picture and nothing else.
        let made = std::panic::catch_unwind(|| decode::decode(&job.key.file, job.key.width)).ok().flatten();
        let Some(store) = store.upgrade() else { return };
        let picture = match made {
            Some(image) => {
                let bytes = image.width() * image.height() * 4;
                let name = job.key.file.to_string_lossy().into_owned();
                let texture = job.context.load_texture(name, image, egui::TextureOptions::LINEAR);
                Picture::Ready { texture, bytes, turn: store.kept().turn }
            }
            None => Picture::Broken,
        };
        let mut kept = store.kept();
        kept.pictures.insert(job.key, picture);
        kept.make_room();
        drop(kept);
        job.context.request_repaint_of(job.viewport);
    }
}
