//! Reading an assignment that somebody sent: every field is checked, and the first that is wrong is named.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::Path;

use serde_json::{Map, Value};

use crate::files::FileError;
use crate::files::read_at_most;
use crate::i18n::Message;
use crate::i18n::messages::assign as say;
use crate::records::Misfit;
use crate::records::assignment::{AssignedCourse, AssignedPerson, AssignedTheme, Assignment, FORMAT, VERSION};
use crate::records::file_message;
use crate::session::Field;
use crate::session::LONGEST_NAME;
use crate::session::clean_line;

/// Most bytes of an assignment.
const LARGEST: u64 = 4 * 1024 * 1024;
/// Most themes, as a course has at most.
const MOST_THEMES: usize = 500;
/// Most people, as a list for a room has at most.
const MOST_PEOPLE: usize = 5_000;
/// Most minutes of one theme or test.
const MOST_MINUTES: u64 = 10_000;

/// Why a file cannot be taken for an assignment.
#[derive(Debug, thiserror::Error)]
pub enum AssignmentError {
    /// It could not be read, or is larger than any assignment.
    #[error(transparent)]
    File(#[from] FileError),
    /// It is something else.
    #[error("not an assignment")]
    NotAnAssignment,
    /// A newer version of the program wrote it.
    #[error("version {0} is not known")]
    Newer(u64),
    /// A field is missing, unknown or cannot be used.
    #[error("the field {0} cannot be used")]
    Field(String),
}

impl AssignmentError {
    /// What is wrong with the file called `name`, and the mend.
    pub fn message(&self, name: &str) -> Message {
        match self {
            Self::File(error) => file_message(error),
            Self::NotAnAssignment => say::not_an_assignment(name),
            Self::Newer(version) => say::newer(*version, name),
            Self::Field(field) => say::bad_field(field.as_str(), name),
        }
    }
}

impl Misfit {
    /// Why the assignment called `name` does not fit the course, and the mend.
    pub fn message(&self, name: &str) -> Message {
        match self {
            Self::OtherCourse { asked } => say::other_course(asked.as_str(), name),
            Self::OtherRevision { asked, here } => say::other_revision(*asked, *here, name),
            Self::NoTheme(theme) => say::no_theme(theme.as_str(), name),
            Self::OtherThemeRevision { theme, asked, here } => {
                say::other_theme_revision(theme.as_str(), *asked, *here, name)
            }
        }
    }
}

impl Assignment {
    /// How the names of such files end.
    pub const ENDING: &str = "perehdytys";

    /// Whether a file's name says that it is one.
    pub fn is_named(path: &Path) -> bool {
        path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(Self::ENDING))
    }

    /// Reads a file.
    ///
    /// # Errors
    /// When it cannot be read or taken for an assignment.
    pub fn read(path: &Path) -> Result<Self, AssignmentError> {
        Self::from_json(&read_at_most(path, LARGEST)?)
    }

    /// Reads a file's bytes.
    ///
    /// # Errors
    /// When they cannot be taken for an assignment.
    pub fn from_json(bytes: &[u8]) -> Result<Self, AssignmentError> {
        // Some mail programs and editors put a mark before the text.
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let Ok(Value::Object(mut file)) = serde_json::from_slice(bytes) else {
            return Err(AssignmentError::NotAnAssignment);
        };
        if file.remove("format").as_ref().and_then(Value::as_str) != Some(FORMAT) {
            return Err(AssignmentError::NotAnAssignment);
        }
        match file.remove("version").as_ref().and_then(Value::as_u64) {
            Some(version) if version == u64::from(VERSION) => {}
            Some(version) if version > u64::from(VERSION) => return Err(AssignmentError::Newer(version)),
            _ => return Err(wrong("version")),
        }
        let mut file = Fields { path: String::new(), fields: file };
        let made_on = file.text("made_on")?.parse().map_err(|_no_day| wrong("made_on"))?;
        let course = course(file.object("course")?)?;
        let themes = file.list("themes", MOST_THEMES)?.into_iter().map(theme).collect::<Result<Vec<_>, _>>()?;
        let minutes = file.number("minutes", MOST_MINUTES)?;
        let test_minutes = match file.fields.get("test_minutes") {
            None | Some(Value::Null) => {
                file.fields.remove("test_minutes");
                None
            }
            Some(_) => Some(file.number("test_minutes", MOST_MINUTES)?),
        };
        let people = file.list("people", MOST_PEOPLE)?.into_iter().map(person).collect::<Result<Vec<_>, _>>()?;
        file.end()?;
        let known: BTreeSet<&str> = themes.iter().map(|theme| theme.id.as_str()).collect();
        if known.is_empty() || known.len() != themes.len() {
            return Err(wrong("themes"));
        }
        for (at, person) in people.iter().enumerate() {
            if person.themes.is_empty() || !person.themes.iter().all(|theme| known.contains(theme.as_str())) {
                return Err(AssignmentError::Field(format!("people[{}].themes", at + 1)));
            }
        }
        Ok(Self { format: FORMAT, version: VERSION, made_on, course, themes, minutes, test_minutes, people })
    }
}

fn course(mut fields: Fields) -> Result<AssignedCourse, AssignmentError> {
    let course = AssignedCourse {
        id: fields.line("id")?,
        title: fields.titles("title")?,
        revision: fields.number("revision", u64::from(u32::MAX))?,
        digest: fields.line("digest")?,
    };
    fields.end()?;
    Ok(course)
}

fn theme(mut fields: Fields) -> Result<AssignedTheme, AssignmentError> {
    let theme = AssignedTheme {
        id: fields.line("id")?,
        title: fields.titles("title")?,
        revision: fields.number("revision", u64::from(u32::MAX))?,
        minutes: fields.number("minutes", MOST_MINUTES)?,
    };
    fields.end()?;
    Ok(theme)
}

fn person(mut fields: Fields) -> Result<AssignedPerson, AssignmentError> {
    let name = fields.line("name")?;
    let company = fields.line("company")?;
    let identifier = if fields.fields.contains_key("identifier") { Some(fields.line("identifier")?) } else { None };
    let at = fields.at("themes");
    let Some(Value::Array(list)) = fields.fields.remove("themes") else { return Err(AssignmentError::Field(at)) };
    let themes = list.into_iter().take(MOST_THEMES).map(|theme| match theme {
        Value::String(theme) => Ok(theme),
        _ => Err(AssignmentError::Field(at.clone())),
    });
    let themes = themes.collect::<Result<_, _>>()?;
    fields.end()?;
    Ok(AssignedPerson { name, company, identifier, themes })
}

fn wrong(field: &str) -> AssignmentError {
    AssignmentError::Field(field.to_owned())
}

/// The fields of an object, and where it stands in the file.
struct Fields {
    path: String,
    fields: Map<String, Value>,
}

impl Fields {
    fn at(&self, field: &str) -> String {
        if self.path.is_empty() { field.to_owned() } else { format!("{}.{field}", self.path) }
    }

    fn wrong(&self, field: &str) -> AssignmentError {
        AssignmentError::Field(self.at(field))
    }

    fn text(&mut self, field: &str) -> Result<String, AssignmentError> {
        match self.fields.remove(field) {
            Some(Value::String(text)) => Ok(text),
            _ => Err(self.wrong(field)),
        }
    }

    /// A line that may stand in a register: filled, of a sensible length, without deceiving characters.
    fn line(&mut self, field: &str) -> Result<String, AssignmentError> {
        let text = self.text(field)?;
        match clean_line(&text, Field::Name, LONGEST_NAME) {
            Ok(line) if !line.is_empty() => Ok(line),
            _ => Err(self.wrong(field)),
        }
    }

    /// A name by language.
    fn titles(&mut self, field: &str) -> Result<BTreeMap<String, String>, AssignmentError> {
        let mut object = self.object(field)?;
        let languages: Vec<String> = object.fields.keys().take(100).cloned().collect();
        let titles = languages.into_iter().map(|language| {
            let title = object.line(&language)?;
            Ok((language, title))
        });
        let titles: BTreeMap<String, String> = titles.collect::<Result<_, AssignmentError>>()?;
        if titles.is_empty() { Err(self.wrong(field)) } else { Ok(titles) }
    }

    fn number(&mut self, field: &str, most: u64) -> Result<u32, AssignmentError> {
        let number = self.fields.remove(field).as_ref().and_then(Value::as_u64).filter(|number| *number <= most);
        number.and_then(|number| u32::try_from(number).ok()).ok_or_else(|| self.wrong(field))
    }

    fn object(&mut self, field: &str) -> Result<Self, AssignmentError> {
        match self.fields.remove(field) {
            Some(Value::Object(fields)) => Ok(Self { path: self.at(field), fields }),
            _ => Err(self.wrong(field)),
        }
    }

    /// A list of objects, counted from one as people do.
    fn list(&mut self, field: &str, most: usize) -> Result<Vec<Self>, AssignmentError> {
        let at = self.at(field);
        let Some(Value::Array(list)) = self.fields.remove(field) else { return Err(AssignmentError::Field(at)) };
        if list.len() > most {
            return Err(AssignmentError::Field(at));
        }
        let object = |(number, value): (usize, Value)| match value {
            Value::Object(fields) => Ok(Self { path: format!("{at}[{number}]"), fields }),
            _ => Err(AssignmentError::Field(format!("{at}[{number}]"))),
        };
        (1..).zip(list).map(object).collect()
    }

    /// Nothing else may stand here: a field that is misspelt would be lost without a word.
    fn end(self) -> Result<(), AssignmentError> {
        match self.fields.keys().next() {
            Some(unknown) => {
                // What is shown is kept short, whatever stands there.
                let unknown: String = unknown.chars().filter(|letter| !letter.is_control()).take(60).collect();
                Err(self.wrong(&unknown))
            }
            None => Ok(()),
        }
    }
}
