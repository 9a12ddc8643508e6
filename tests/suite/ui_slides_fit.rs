//! Every shipped slide is laid out in every language at three sizes: nothing overflows, nothing is cut, all of it
//! reads from the last row.

use std::collections::BTreeMap;

use egui::Vec2;
use egui::epaint::text::{Fonts, MissingGlyphPolicy, TextOptions};
use jiff::Timestamp;
use perehdytin::pack::{self, CoursePack, Question, StepBody};
use perehdytin::session::Round;
use perehdytin::text::{Id, LangTag};
use perehdytin::ui::fonts;
use perehdytin::ui::slide::{
    Face, Item, Joining, Stage, Wifi, Wording, break_face_with, closed_face, explained_ids, feedback_face,
    joining_face, layout, lobby_face, lobby_face_with, option_ids, plain_step_face, sign_out_face, test_face,
};
use perehdytin::ui::theme::{DEFAULT_ACCENT, Look, Theme};

use crate::new_session::shipped_course;

/// The seed of the options' order; any will do, the texts stay the same.
const SEED: u64 = 7;

fn course() -> CoursePack {
    match pack::load(&shipped_course()) {
        Ok(loaded) => loaded.pack,
        Err(report) => panic!("the shipped course has mistakes: {report:?}"),
    }
}

/// A round in which a room of sixty has raised its hands.
fn revealed(question: &Question) -> Round {
    let hands: BTreeMap<Id, u32> = option_ids(question, SEED).into_iter().zip([37, 14, 6, 2, 1, 0]).collect();
    Round { is_open: false, is_revealed: true, answers: BTreeMap::new(), hands }
}

/// Every face of the course in one language, each with words that name it.
fn faces(pack: &CoursePack, language: &LangTag) -> Vec<(String, Face)> {
    let profile = &pack.example_profile;
    let wording = Wording { profile, language, root: &pack.root };
    let now: Timestamp = "2026-03-02T08:50:00Z".parse().unwrap();
    let end: Timestamp = "2026-03-02T09:02:00Z".parse().unwrap();
    let mut faces = vec![
        ("lobby".to_owned(), lobby_face(wording, &pack.title, &pack.summary)),
        ("feedback".to_owned(), feedback_face(wording)),
        ("sign-out".to_owned(), sign_out_face(wording)),
        ("closed".to_owned(), closed_face(wording)),
    ];
    faces.extend(pack.final_test.map(|test| ("final test".to_owned(), test_face(wording, &test))));
    for (theme, step) in pack.steps() {
        let face = |stage: &Stage<'_>| plain_step_face(wording, theme, step, SEED, stage, Some((end, "11.02")), now);
        faces.push((format!("{}, asked", step.id), face(&Stage::Asked)));
        let Some(question) = step.question() else { continue };
        let round = revealed(question);
        faces.push((format!("{}, results", step.id), face(&Stage::Results(std::slice::from_ref(&round)))));
        faces.push((format!("{}, results of two rounds", step.id), face(&Stage::Results(&[round.clone(), round]))));
        for option in explained_ids(question, SEED) {
            faces.push((format!("{}, explanation of {option}", step.id), face(&Stage::Explained(&option))));
        }
    }
    for (name, joining) in ways_to_join() {
        faces.push((format!("lobby, {name}"), lobby_face_with(wording, &pack.title, &joining)));
        faces.push((format!("how to join, {name}"), joining_face(wording, &joining)));
        for step in pack.steps().map(|(_, step)| step) {
            if let StepBody::Break { title } = &step.body {
                let face = break_face_with(wording, title, Some((end, "11.02")), &joining, now);
                faces.push((format!("{}, {name}", step.id), face));
            }
        }
    }
    faces
}

/// Rooms with a Wi-Fi and without, with the shortest and the longest that is typed.
fn ways_to_join() -> [(&'static str, Joining); 3] {
    let joining = |address: &str, wifi| Joining {
        address: address.to_owned(),
        code: "W4MXWH".to_owned(),
        join_url: format!("http://{address}/#0123456789abcdef0123456789abcdef"),
        wifi,
    };
    let wifi = |name: &str, password: &str| Wifi {
        name: name.to_owned(),
        password: password.to_owned(),
        content: format!("WIFI:T:WPA;S:{name};P:{password};;"),
    };
    [
        ("no Wi-Fi", joining("10.0.0.7:40123", None)),
        ("a Wi-Fi", joining("192.168.1.5:40123", Some(wifi("Perehdytys", "kuusi kuovia")))),
        ("a long Wi-Fi", joining("192.168.100.200:65535", Some(wifi(&"W".repeat(32), &"m".repeat(63))))),
    ]
}

/// What is wrong with a face at a size; empty when nothing is.
fn faults(face: &Face, size: Vec2, theme: &Theme, fonts: &mut Fonts) -> Vec<String> {
    let mut view = fonts.with_pixels_per_point(1.0);
    let layout = layout(face, size, theme, &mut view);
    let mut faults = Vec::new();
    if !layout.fits {
        faults.push(format!("does not fit: needs {} of {} points", layout.needed.y, size.y));
    }
    if layout.body < size.y / 24.0 - 0.01 {
        faults.push(format!("body text is 1/{:.1} of the height", size.y / layout.body));
    }
    let inside = egui::Rect::from_min_size(egui::Pos2::ZERO, size).expand(0.5);
    for item in &layout.items {
        let (place, what) = match item {
            Item::Text { job, at } => {
                (view.layout_job((**job).clone()).rect.translate(at.to_vec2()), job.text.as_str())
            }
            Item::Picture { place, alt, .. } => (*place, alt.as_str()),
            Item::Code { place, .. } => (*place, "a code"),
            Item::Shape(shape) => (shape.visual_bounding_rect(), "a shape"),
        };
        if place.is_positive() && !inside.contains_rect(place) {
            faults.push(format!("{what:?} is outside at {place:?}"));
        }
    }
    faults
}

#[test]
fn codes_are_large_stand_apart_and_nothing_is_written_over_them() {
    let pack = course();
    let theme = Theme::new(Look::Light, false, DEFAULT_ACCENT);
    let size = Vec2::new(1280.0, 720.0);
    let mut fonts = Fonts::new(TextOptions::default(), fonts::definitions());
    for language in &pack.languages {
        let wording = Wording { profile: &pack.example_profile, language, root: &pack.root };
        for (name, joining) in ways_to_join() {
            let mut view = fonts.with_pixels_per_point(1.0);
            let layout = layout(&lobby_face_with(wording, &pack.title, &joining), size, &theme, &mut view);
            // A code's modules, and the light of four modules around them, which neighbours share.
            let codes: Vec<(egui::Rect, f32)> = layout
                .items
                .iter()
                .filter_map(|item| match item {
                    Item::Code { place, matrix } => {
                        let light = place.width() * 4.0 / (matrix.width() + 8) as f32;
                        Some((place.shrink(light), light))
                    }
                    _ => None,
                })
                .collect();
            assert_eq!(codes.len(), 1 + usize::from(joining.wifi.is_some()), "{name}");
            for (index, (code, light)) in codes.iter().enumerate() {
                assert!(code.height() > size.y * 0.38, "{name}: a code is {} points high", code.height());
                let lit = code.expand(light - 0.1);
                assert!(codes[..index].iter().all(|(other, _)| !other.intersects(lit)), "{name}: two codes touch");
                for item in &layout.items {
                    if let Item::Text { job, at } = item {
                        let place = view.layout_job((**job).clone()).rect.translate(at.to_vec2());
                        assert!(!lit.shrink(1.0).intersects(place), "{name}: {:?} is over a code", job.text);
                    }
                }
            }
        }
    }
}

#[test]
fn every_shipped_slide_fits_in_every_language_at_every_size() {
    let pack = course();
    let theme = Theme::new(Look::Light, false, DEFAULT_ACCENT);
    let mut found = Vec::new();
    for language in &pack.languages {
        let faces = faces(&pack, language);
        assert!(faces.len() > 150, "only {} faces: were the questions left out?", faces.len());
        for size in [Vec2::new(1280.0, 720.0), Vec2::new(1920.0, 1080.0), Vec2::new(3840.0, 2160.0)] {
            let options = TextOptions { max_texture_side: 16_384, ..TextOptions::default() };
            // A letter that no typeface has is a fault too, and says so itself.
            let mut fonts =
                Fonts::new(options, fonts::definitions()).with_missing_glyph_policy(MissingGlyphPolicy::Panic);
            for (name, face) in &faces {
                for fault in faults(face, size, &theme, &mut fonts) {
                    found.push(format!("{name} ({language}, {} × {}): {fault}", size.x, size.y));
                }
                // Lets go of the texts of the face before.
                fonts.begin_pass(options, Default::default());
            }
        }
    }
    assert!(found.is_empty(), "{} faults:\n{}", found.len(), found.join("\n"));
}

/// The window keeps the letters of every size that it has shown, and its memory doubles when they need more room.
#[test]
fn the_letters_of_a_whole_course_on_a_projector_leave_room_for_the_console_in_eight_mebibytes() {
    const WIDTH: usize = 4096;
    let pack = course();
    let theme = Theme::new(Look::Light, false, DEFAULT_ACCENT);
    let size = Vec2::new(1920.0, 1080.0);
    let options = TextOptions { subpixel_binning: false, max_texture_side: WIDTH, ..TextOptions::default() };
    for language in &pack.languages {
        let mut measuring = Fonts::new(options, fonts::definitions());
        let mut shown = Fonts::new(options, fonts::definitions());
        for (_, face) in faces(&pack, language) {
            let layout = layout(&face, size, &theme, &mut measuring.with_pixels_per_point(1.0));
            for item in &layout.items {
                if let Item::Text { job, .. } = item {
                    shown.with_pixels_per_point(1.0).layout_job((**job).clone());
                }
            }
            measuring.begin_pass(options, Default::default());
        }
        assert_eq!(shown.font_image_size()[0], WIDTH);
        let rows = shown.font_atlas_fill_ratio() * WIDTH as f32;
        assert!(rows > 50.0 && rows < 0.76 * 512.0, "{language}: {rows} rows of {WIDTH} texels");
    }
}
