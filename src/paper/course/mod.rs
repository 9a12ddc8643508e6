//! Everything that is printed from a course and a profile alone: handout, cards, pocket guide, tests.

mod blocks;
mod cards;
mod handout;
mod pictures;
mod tests;

use std::path::Path;

use serde_json::{Map, Value, json};

use crate::i18n::Lang;
use crate::pack::CoursePack;
use crate::paper::course::pictures::Pictures;
use crate::paper::coverage::make_printable;
use crate::paper::lang_of;
use crate::paper::world::Job;
use crate::paper::world::PaperError;
use crate::paper::world::Template;
use crate::profile::Profile;
use crate::text::LangTag;
use crate::text::Text;

pub use tests::Sheet;

/// A course as a subscriber prints it.
#[derive(Clone, Copy, Debug)]
pub struct Course<'a> {
    /// The course.
    pub pack: &'a CoursePack,
    /// The subscriber's profile.
    pub profile: &'a Profile,
    /// The folder the profile was read from: its logo lies there.
    pub profile_folder: &'a Path,
    /// In which of the course's languages.
    pub language: &'a LangTag,
}

/// The cards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Card {
    /// Given to the customer: whom to turn to.
    Service,
    /// Left at the door when nobody is at home.
    Contact,
    /// Worn by the fitter.
    Id,
}

impl Course<'_> {
    /// The program's language for headings.
    fn lang(&self) -> Lang {
        lang_of(self.language.as_str())
    }

    /// A text of the course with its placeholders filled.
    fn fill(&self, text: &Text) -> String {
        self.profile.fill(text, self.language)
    }

    /// Sets one template with `data`, to which what every sheet needs is added.
    fn print(&self, template: Template, data: Value, mut pictures: Pictures) -> Result<Vec<u8>, PaperError> {
        let mut fields = match data {
            Value::Object(fields) => fields,
            other => Map::from_iter([("data".to_owned(), other)]),
        };
        let logo = self.profile.logo.as_ref().and_then(|file| pictures.add(self.profile_folder, file));
        fields.insert("lang".to_owned(), json!(self.language.as_str()));
        fields.insert("course".to_owned(), json!(self.fill(&self.pack.title)));
        fields.insert("revision".to_owned(), json!(self.pack.revision));
        fields.insert("subscriber".to_owned(), json!(self.fill(&self.profile.name)));
        fields.insert("example".to_owned(), json!(self.profile.example));
        fields.insert("accent".to_owned(), json!(self.profile.accent));
        fields.insert("logo".to_owned(), json!(logo));
        fields.insert("contacts".to_owned(), self.contacts());
        let mut data = Value::Object(fields);
        make_printable(&mut data);
        let mut files = pictures.files;
        files.insert("data.json".to_owned(), data.to_string().into_bytes());
        let ident = format!("perehdytin-{template:?}-{}-{}", self.pack.digest, self.profile.id);
        Job { template, lang: self.lang(), files, ident, made_at: None, archival: false }.pdf()
    }

    /// Whom to call.
    fn contacts(&self) -> Value {
        let contacts = self.profile.contacts.iter().map(|contact| {
            json!({
                "id": contact.id.as_str(),
                "name": self.fill(&contact.name),
                "phone": contact.phone,
                "email": contact.email,
                "web": contact.web,
                "hours": contact.hours.as_ref().map(|text| self.fill(text)),
                "address": contact.address.as_ref().map(|text| self.fill(text)),
            })
        });
        Value::Array(contacts.collect())
    }
}
