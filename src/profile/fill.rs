//! Placeholders: finding them in a text and filling them from a profile.

use std::ops::Range;

use crate::text::LangTag;
use crate::text::Text;

use super::Profile;

/// A piece of a text that may hold placeholders.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text as it stands, doubled braces already single.
    Plain(&'a str),
    /// What stands between the braces, and where the whole stands, braces included, in bytes.
    Placeholder(&'a str, Range<usize>),
    /// A brace that neither opens nor closes a placeholder, in bytes.
    Stray(Range<usize>),
}

/// The pieces of `template` in their order.
pub fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut at = 0;
    // Braces are single bytes, so that where one stands a character begins.
    while let Some(next) = template.as_bytes()[at..].iter().position(|byte| matches!(byte, b'{' | b'}')) {
        let brace = at + next;
        if next > 0 {
            pieces.push(Piece::Plain(&template[at..brace]));
        }
        let rest = &template[brace..];
        at = if rest.starts_with("{{") || rest.starts_with("}}") {
            pieces.push(Piece::Plain(&rest[..1]));
            brace + 2
        } else {
            // A placeholder is short and on one line: an open brace must not swallow the rest of the text.
            let end = rest[1..].find(|c: char| "{}\n".contains(c)).map(|end| end + 1);
            if let Some(end) = end.filter(|end| rest.starts_with('{') && rest[*end..].starts_with('}')) {
                pieces.push(Piece::Placeholder(&rest[1..end], brace..brace + end + 1));
                brace + end + 1
            } else {
                pieces.push(Piece::Stray(brace..brace + 1));
                brace + 1
            }
        };
    }
    if at < template.len() {
        pieces.push(Piece::Plain(&template[at..]));
    }
    pieces
}

impl Profile {
    /// `text` in `lang` with every `{placeholder}` filled.
    ///
    /// An unknown placeholder stays as it is written: the check names it before a room sees it.
    pub fn fill(&self, text: &Text, lang: &LangTag) -> String {
        self.fill_str(text.get(lang), lang)
    }

    /// As [`Profile::fill`], for a string already chosen.
    pub fn fill_str(&self, template: &str, lang: &LangTag) -> String {
        let mut filled = String::with_capacity(template.len());
        for piece in pieces(template) {
            match piece {
                Piece::Plain(text) => filled.push_str(text),
                Piece::Placeholder(name, range) => {
                    filled.push_str(self.value_of(name, lang).unwrap_or(&template[range]));
                }
                Piece::Stray(range) => filled.push_str(&template[range]),
            }
        }
        filled
    }

    /// What the placeholder called `name`, without its braces, stands for.
    pub fn value_of(&self, name: &str, lang: &LangTag) -> Option<&str> {
        let parts: Vec<&str> = name.split('.').collect();
        let text = match parts.as_slice() {
            ["subscriber", "name"] => &self.name,
            ["subscriber", form] => self.forms.get(*form)?,
            ["promise", id] => &self.promise(id)?.value,
            ["promise", id, "title"] => &self.promise(id)?.title,
            ["promise", id, "compensation"] => self.promise(id)?.compensation.as_ref()?,
            ["promise", id, form] => self.promise(id)?.forms.get(*form)?,
            ["value", id] => &self.value(id)?.text,
            ["value", id, form] => self.value(id)?.forms.get(*form)?,
            ["contact", id, field] => {
                let contact = self.contacts.iter().find(|contact| contact.id.as_str() == *id)?;
                match *field {
                    "name" => &contact.name,
                    "phone" => return contact.phone.as_deref(),
                    "email" => return contact.email.as_deref(),
                    "web" => return contact.web.as_deref(),
                    "hours" => contact.hours.as_ref()?,
                    "address" => contact.address.as_ref()?,
                    _ => return None,
                }
            }
            _ => return None,
        };
        Some(text.get(lang))
    }

    /// The promise called `id`.
    pub fn promise(&self, id: &str) -> Option<&super::Promise> {
        self.promises.iter().find(|promise| promise.id.as_str() == id)
    }

    /// The value called `id`.
    pub fn value(&self, id: &str) -> Option<&super::Value> {
        self.values.iter().find(|value| value.id.as_str() == id)
    }

    /// Every placeholder that the profile can fill, without braces.
    pub fn placeholders(&self) -> Vec<String> {
        let mut names = vec!["subscriber.name".to_owned()];
        names.extend(self.forms.keys().map(|form| format!("subscriber.{form}")));
        for promise in &self.promises {
            let id = &promise.id;
            names.extend([format!("promise.{id}"), format!("promise.{id}.title")]);
            names.extend(promise.compensation.iter().map(|_| format!("promise.{id}.compensation")));
            names.extend(promise.forms.keys().map(|form| format!("promise.{id}.{form}")));
        }
        for value in &self.values {
            names.push(format!("value.{}", value.id));
            names.extend(value.forms.keys().map(|form| format!("value.{}.{form}", value.id)));
        }
        for contact in &self.contacts {
            let fields = [
                ("name", true),
                ("phone", contact.phone.is_some()),
                ("email", contact.email.is_some()),
                ("web", contact.web.is_some()),
                ("hours", contact.hours.is_some()),
                ("address", contact.address.is_some()),
            ];
            let known = fields.into_iter().filter(|(_, is_there)| *is_there);
            names.extend(known.map(|(field, _)| format!("contact.{}.{field}", contact.id)));
        }
        names
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_apart_into_its_placeholders() {
        assert_eq!(
            pieces("a {b.c} {{d}} }"),
            [
                Piece::Plain("a "),
                Piece::Placeholder("b.c", 2..7),
                Piece::Plain(" "),
                Piece::Plain("{"),
                Piece::Plain("d"),
                Piece::Plain("}"),
                Piece::Plain(" "),
                Piece::Stray(14..15),
            ]
        );
    }

    #[test]
    fn an_open_brace_does_not_swallow_the_rest() {
        assert_eq!(pieces("{a {b}"), [Piece::Stray(0..1), Piece::Plain("a "), Piece::Placeholder("b", 3..6)]);
        assert_eq!(pieces("{a\nb}"), [Piece::Stray(0..1), Piece::Plain("a\nb"), Piece::Stray(4..5)]);
    }
}
