//! Typed, translated messages (Fluent), and formats of dates, times and durations.
//!
//! A message is declared once, in `i18n::messages`, as a function with typed arguments; its wording
//! stands in `assets/i18n/<language>/<area>.ftl`. Tests hold that every declared message is worded in
//! every language with exactly its arguments, and that none is unused.

mod format;
pub mod messages;

pub use format::*;

use std::borrow::Cow;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use serde::{Deserialize, Serialize};

/// A language of the program itself (packs may speak others).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Finnish.
    #[default]
    Fi,
    /// English.
    En,
}

impl Lang {
    /// Every language of the program.
    pub const ALL: [Self; 2] = [Self::Fi, Self::En];

    /// Its BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Fi => "fi",
            Self::En => "en",
        }
    }
}

/// An argument of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// A number.
    Number(i64),
    /// A string.
    Text(String),
}

impl From<&str> for Arg {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Arg {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

macro_rules! number_args {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Arg {
            fn from(value: $kind) -> Self {
                Self::Number(i64::try_from(value).unwrap_or(i64::MAX))
            }
        }
    )*};
}
number_args!(i64, u64, i32, u32, usize, u8);

/// A message that has yet to be put into words.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Its identifier in the `.ftl` files.
    pub id: &'static str,
    /// Its arguments by name.
    pub args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// The message in words.
    pub fn text(&self, lang: Lang) -> String {
        let Some(bundle) = bundle_of(self.id, lang) else { return self.id.to_owned() };
        let Some(pattern) = bundle.get_message(self.id).and_then(|message| message.value()) else {
            return self.id.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in &self.args {
            args.set(
                *name,
                match value {
                    Arg::Number(number) => FluentValue::from(*number),
                    Arg::Text(text) => FluentValue::String(Cow::Borrowed(text)),
                },
            );
        }
        let mut errors = Vec::new();
        bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned()
    }
}

/// A message as it was declared: identifier and names of its arguments.
#[derive(Clone, Copy, Debug)]
pub struct Declared {
    /// Its identifier in the `.ftl` files.
    pub id: &'static str,
    /// The function that makes it.
    pub function: &'static str,
    /// The names of its arguments.
    pub args: &'static [&'static str],
}

type Bundle = FluentBundle<FluentResource>;

/// A bundle for each language and area, made when the first of its messages is wanted: most of the words of the program
/// are never needed in one run.
static BUNDLES: [[OnceLock<Bundle>; messages::SOURCES.len()]; Lang::ALL.len()] =
    [const { [const { OnceLock::new() }; messages::SOURCES.len()] }; Lang::ALL.len()];

/// The bundle of the area after which the message `id` is named.
fn bundle_of(id: &str, lang: Lang) -> Option<&'static Bundle> {
    let (area, _) = id.split_once('-')?;
    let area = messages::SOURCES.iter().position(|(name, _)| *name == area)?;
    let of_lang = match lang {
        Lang::Fi => &BUNDLES[0],
        Lang::En => &BUNDLES[1],
    };
    Some(of_lang[area].get_or_init(|| bundle(messages::SOURCES[area].1, lang)))
}

fn bundle(sources: [&str; 2], lang: Lang) -> Bundle {
    let language = match lang {
        Lang::Fi => unic_langid::langid!("fi"),
        Lang::En => unic_langid::langid!("en"),
    };
    let mut bundle = Bundle::new_concurrent(vec![language]);
    // Names are shown as they are; the marks would be drawn as boxes.
    bundle.set_use_isolating(false);
    let [finnish, english] = sources;
    let source = match lang {
        Lang::Fi => finnish,
        Lang::En => english,
    };
    // A broken resource still yields its sound part; the test of completeness names the rest.
    let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, _)| resource);
    bundle.add_resource_overriding(resource);
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_is_named_after_its_area_and_is_found_there() {
        for (area, declared) in messages::DECLARED {
            for message in *declared {
                assert!(message.id.strip_prefix(area).is_some_and(|rest| rest.starts_with('-')), "{}", message.id);
                for lang in Lang::ALL {
                    let bundle = bundle_of(message.id, lang).unwrap();
                    assert!(bundle.has_message(message.id), "{} in {lang:?}", message.id);
                }
            }
        }
    }
}
