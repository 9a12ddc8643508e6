//! Faces that stand while the room does something else: welcome, test, feedback, sign-out, break.

use jiff::Timestamp;

use crate::i18n::messages::slides;
use crate::pack::Discussion;
use crate::pack::FinalTest;
use crate::text::Text;
use crate::ui::slide::Face;
use crate::ui::slide::Node;
use crate::ui::slide::Wording;

/// The welcome while people sign in.
pub fn lobby_face(wording: Wording<'_>, course: &Text, summary: &Text) -> Face {
    let lang = wording.lang();
    Face {
        lang,
        foot: wording.fill(&wording.profile.name),
        title: wording.fill(course),
        arrangements: vec![vec![Node::Paragraph(wording.fill(summary)), Node::Strong(slides::lobby_ask().text(lang))]],
        ..Face::default()
    }
}

/// What stands during the final test.
pub fn test_face(wording: Wording<'_>, test: &FinalTest) -> Face {
    let lang = wording.lang();
    Face {
        lang,
        title: slides::test_title().text(lang),
        arrangements: vec![vec![Node::Bullets(vec![
            slides::test_questions(test.draw, test.minutes).text(lang),
            slides::test_pass(test.pass_percent).text(lang),
            slides::test_attempts(test.attempts).text(lang),
            slides::test_alone().text(lang),
        ])]],
        ..Face::default()
    }
}

/// What stands during feedback.
pub fn feedback_face(wording: Wording<'_>) -> Face {
    let lang = wording.lang();
    Face {
        lang,
        title: slides::feedback_title().text(lang),
        arrangements: vec![vec![
            Node::Paragraph(slides::feedback_text().text(lang)),
            Node::Strong(slides::feedback_anonymous().text(lang)),
        ]],
        ..Face::default()
    }
}

/// What stands during sign-out.
pub fn sign_out_face(wording: Wording<'_>) -> Face {
    let lang = wording.lang();
    Face {
        lang,
        title: slides::sign_out_title().text(lang),
        arrangements: vec![vec![Node::Paragraph(slides::sign_out_text().text(lang))]],
        ..Face::default()
    }
}

/// What stands once the session is closed.
pub fn closed_face(wording: Wording<'_>) -> Face {
    let lang = wording.lang();
    Face {
        lang,
        foot: wording.fill(&wording.profile.name),
        title: slides::closed_title().text(lang),
        arrangements: vec![vec![Node::Paragraph(slides::closed_text().text(lang))]],
        is_centred: true,
        ..Face::default()
    }
}

/// A discussion's prompt.
pub fn discussion_face(wording: Wording<'_>, discussion: &Discussion) -> Face {
    Face {
        lang: wording.lang(),
        title: wording.fill(&discussion.title),
        arrangements: vec![vec![Node::Paragraph(wording.fill(&discussion.prompt))]],
        ..Face::default()
    }
}

/// A break: when it ends, and how many whole minutes are left (rounded up, so that nobody comes late).
pub fn break_face(wording: Wording<'_>, title: &Text, ends_at: Option<(Timestamp, &str)>, now: Timestamp) -> Face {
    let lang = wording.lang();
    let mut nodes = Vec::new();
    if let Some((end, time)) = ends_at {
        nodes.push(Node::Big(slides::break_until(time).text(lang)));
        let minutes = minutes_left(end, now);
        let said = if minutes > 0 { slides::break_left(minutes).text(lang) } else { slides::break_over().text(lang) };
        nodes.push(Node::Soft(said));
    }
    Face { lang, title: wording.fill(title), arrangements: vec![nodes], is_centred: true, ..Face::default() }
}

/// Whole minutes until `end`, a begun one counted whole; 0 when it has come.
pub fn minutes_left(end: Timestamp, now: Timestamp) -> i64 {
    let seconds = end.as_second() - now.as_second();
    if seconds <= 0 { 0 } else { (seconds + 59) / 60 }
}
