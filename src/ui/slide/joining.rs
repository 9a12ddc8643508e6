//! How phones join, as the room sees it: two codes, the address and the short code.

use jiff::Timestamp;

use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::phones;
use crate::i18n::messages::slides;
use crate::pack::Step;
use crate::pack::StepBody;
use crate::session::Place;
use crate::session::State;
use crate::text::Id;
use crate::text::Text;
use crate::ui::slide::Face;
use crate::ui::slide::Join;
use crate::ui::slide::JoinCode;
use crate::ui::slide::Node;
use crate::ui::slide::Wording;
use crate::ui::slide::break_end;
use crate::ui::slide::current_face;
use crate::ui::slide::minutes_left;
use crate::ui::slide::wording;

/// What somebody needs to join with a phone while the room is open.
#[derive(Clone, PartialEq, Eq)]
pub struct Joining {
    /// What is typed into a browser, such as `192.168.1.5:40123`.
    pub address: String,
    /// What is typed on the page by those who came without the code.
    pub code: String,
    /// What the code of the address says; it holds the room's token.
    pub join_url: String,
    /// The Wi-Fi that the first code joins, if the trainer has named one.
    pub wifi: Option<Wifi>,
}

/// A Wi-Fi, as a phone joins it.
#[derive(Clone, PartialEq, Eq)]
pub struct Wifi {
    /// Its name.
    pub name: String,
    /// Its password; empty for an open network.
    pub password: String,
    /// What its code says.
    pub content: String,
}

/// What the room sees, with the ways to join by phone where they belong.
///
/// `shows_joining` puts them before everything else.
pub fn room_face(
    state: &State,
    explained: Option<&Id>,
    joining: Option<&Joining>,
    shows_joining: bool,
    now: Timestamp,
) -> Face {
    let wording = wording(state);
    let Some(joining) = joining.filter(|_| state.closed_at.is_none()) else {
        return current_face(state, explained, now);
    };
    if shows_joining {
        return joining_face(wording, joining);
    }
    let pack = &state.script.pack;
    let lang = wording.lang();
    match &state.place {
        Place::Lobby => lobby_face_with(wording, &pack.title, joining),
        Place::Step(id) => match pack.step(id) {
            Some((_, Step { body: StepBody::Break { title }, .. })) => {
                let time = pack.step(id).and_then(|(_, step)| break_end(state, step)).map(|end| {
                    let local = crate::i18n::local(end, &state.setup.time_zone);
                    (end, crate::i18n::time_of_day(lang, &local))
                });
                let ends_at = time.as_ref().map(|(end, time)| (*end, time.as_str()));
                break_face_with(wording, title, ends_at, joining, now)
            }
            Some((_, step)) if step.question().is_some() => {
                Face { corner: corner(joining, lang), ..current_face(state, explained, now) }
            }
            _ => current_face(state, explained, now),
        },
        Place::FinalTest | Place::Feedback => {
            Face { corner: corner(joining, lang), ..current_face(state, explained, now) }
        }
        Place::SignOut => Face {
            corner: corner(joining, lang),
            arrangements: vec![vec![Node::Paragraph(phones::slide_sign_out().text(lang))]],
            ..current_face(state, explained, now)
        },
    }
}

/// How to join, and nothing else.
pub fn joining_face(wording: Wording<'_>, joining: &Joining) -> Face {
    let lang = wording.lang();
    Face {
        lang,
        foot: wording.fill(&wording.profile.name),
        title: phones::slide_title().text(lang),
        arrangements: vec![vec![join(joining, lang)]],
        ..Face::default()
    }
}

/// The welcome while people sign in, with their phones or at the trainer's computer.
pub fn lobby_face_with(wording: Wording<'_>, course: &Text, joining: &Joining) -> Face {
    let lang = wording.lang();
    Face {
        lang,
        foot: wording.fill(&wording.profile.name),
        title: wording.fill(course),
        arrangements: vec![vec![join(joining, lang)]],
        ..Face::default()
    }
}

/// A break with its end, and how those who came in during it join.
pub fn break_face_with(
    wording: Wording<'_>,
    title: &Text,
    ends_at: Option<(Timestamp, &str)>,
    joining: &Joining,
    now: Timestamp,
) -> Face {
    let lang = wording.lang();
    let mut title = wording.fill(title);
    let mut nodes = Vec::new();
    if let Some((end, time)) = ends_at {
        title = phones::slide_break(title.as_str(), slides::break_until(time).text(lang)).text(lang);
        let minutes = minutes_left(end, now);
        let left = if minutes > 0 { slides::break_left(minutes).text(lang) } else { slides::break_over().text(lang) };
        nodes.push(Node::Strong(left));
    }
    nodes.push(join(joining, lang));
    Face { lang, title, arrangements: vec![nodes], ..Face::default() }
}

/// The line for those who come late.
fn corner(joining: &Joining, lang: Lang) -> String {
    phones::slide_corner(joining.address.as_str(), spaced(&joining.code)).text(lang)
}

/// A code in two groups, as it is read aloud.
pub fn spaced(code: &str) -> String {
    let half = code.chars().count().div_ceil(2);
    let first: String = code.chars().take(half).collect();
    let second: String = code.chars().skip(half).collect();
    format!("{first} {second}").trim().to_owned()
}

fn join(joining: &Joining, lang: Lang) -> Node {
    let other = Lang::ALL.into_iter().find(|other| *other != lang).unwrap_or(lang);
    let both = |message: &dyn Fn() -> Message| (message().text(lang), message().text(other));
    let mut codes = Vec::new();
    let mut values = Vec::new();
    let mut aside = Vec::new();
    if let Some(wifi) = &joining.wifi {
        let (heading, other) = both(&phones::slide_step_wifi);
        codes.push(JoinCode { content: wifi.content.clone(), heading, other });
        values.push((phones::slide_network().text(lang), wifi.name.clone()));
        if !wifi.password.is_empty() {
            values.push((phones::slide_password().text(lang), wifi.password.clone()));
        }
        let (heading, other) = both(&phones::slide_step_page);
        codes.push(JoinCode { content: joining.join_url.clone(), heading, other });
    } else {
        let (heading, other) = both(&phones::slide_page);
        codes.push(JoinCode { content: joining.join_url.clone(), heading, other });
        aside.push(Node::Paragraph(phones::slide_same_network().text(lang)));
    }
    aside.push(Node::Paragraph(phones::slide_or_desk().text(lang)));
    let (typed, typed_other) = both(&phones::slide_typed);
    Node::Join(Box::new(Join {
        codes,
        values,
        aside,
        typed,
        typed_other,
        address: joining.address.clone(),
        code_label: phones::slide_code().text(lang),
        code: spaced(&joining.code),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_in_two_groups() {
        assert_eq!(spaced("A3C4D7"), "A3C 4D7");
        assert_eq!(spaced("A3C4D"), "A3C 4D");
        assert_eq!(spaced("A"), "A");
    }
}
