//! Everything that is held on a person, as people and machines read it.

use serde_json::{Value, json};

use crate::i18n::Lang;
use crate::i18n::messages::records as say;
use crate::records::{Held, HeldRow, Written};

impl Held {
    /// All of it as people read it.
    pub fn text(&self, lang: Lang) -> String {
        text(self, lang)
    }

    /// All of it for machines.
    pub fn json(&self) -> Value {
        as_json(self)
    }
}

impl Written {
    /// How a register wrote somebody.
    pub fn words(&self, lang: Lang) -> String {
        let kind = match self.kind {
            "tax_number" => Some(say::tax_number(self.value.as_str())),
            "employee_number" => Some(say::employee_number(self.value.as_str())),
            "" => None,
            _ => Some(say::email(self.value.as_str())),
        };
        let kind = kind.map(|kind| format!(", {}", kind.text(lang))).unwrap_or_default();
        format!("{}, {}{kind}", self.name, self.company)
    }

    /// How a register wrote somebody, for machines.
    pub fn json(&self) -> Value {
        let identifier =
            if self.kind.is_empty() { Value::Null } else { json!({"kind": self.kind, "value": self.value}) };
        json!({"name": self.name, "company": self.company, "identifier": identifier})
    }
}

fn text(held: &Held, lang: Lang) -> String {
    let mut text = vec![say::held_heading(held.person.name.as_str(), held.person.id).text(lang), String::new()];
    text.extend(held.person.written.iter().map(|written| format!("  {}", written.words(lang))));
    for row in &held.rows {
        text.push(String::new());
        text.push(say::held_row(row.number, row.digest.as_str()).text(lang));
        let imported = say::held_imported(row.source.as_str(), row.imported_at.as_str(), row.imported_by.as_str());
        text.push(format!("  {}", imported.text(lang)));
        if row.replaced {
            text.push(format!("  {}", say::held_replaced().text(lang)));
        }
        match &row.stated {
            None => text.push(format!("  {}", say::held_unreadable().text(lang))),
            // Whatever the row says, field by field, as the register writes it.
            Some(stated) => {
                text.push(format!("  {}", stated.course));
                text.push(format!("  {}", stated.held_by.join(" · ")));
                text.push(format!("  {} – {}", stated.times[0], stated.times[1]));
                fields(&serde_json::to_value(&stated.row).unwrap_or_default(), "  ", &mut text);
                for correction in &stated.corrections {
                    fields(&serde_json::to_value(correction).unwrap_or_default(), "    ", &mut text);
                }
            }
        }
    }
    if !held.doubts.is_empty() {
        text.push(String::new());
        text.push(say::held_doubts().text(lang));
        let others = held.doubts.iter().flat_map(|doubt| [&doubt.one, &doubt.other]);
        for other in others.filter(|other| other.id != held.person.id) {
            text.extend(other.written.iter().map(|written| format!("  {}", written.words(lang))));
        }
    }
    text.iter().flat_map(|line| [line.trim_end(), "\n"]).collect()
}

/// A value field by field; a list of numbers on one line.
fn fields(value: &Value, indent: &str, text: &mut Vec<String>) {
    let Value::Object(object) = value else { return };
    for (name, value) in object {
        match value {
            Value::Null => {}
            Value::Object(_) => {
                text.push(format!("{indent}{name}:"));
                fields(value, &format!("{indent}  "), text);
            }
            Value::String(words) => text.push(format!("{indent}{name}: {words}")),
            other => text.push(format!("{indent}{name}: {other}")),
        }
    }
}

fn as_json(held: &Held) -> Value {
    let row = |row: &HeldRow| {
        let stated = row.stated.as_ref().map(|stated| {
            json!({
                "course": stated.course,
                "subscriber": stated.held_by[0],
                "organiser": stated.held_by[1],
                "trainer": stated.held_by[2],
                "place": stated.held_by[3],
                "started_at": stated.times[0],
                "ended_at": stated.times[1],
                "row": stated.row,
                "corrections": stated.corrections,
            })
        });
        json!({
            "register": row.digest,
            "number": row.number,
            "imported_as": row.source,
            "imported_at": row.imported_at,
            "imported_by": row.imported_by,
            "replaced": row.replaced,
            "stated": stated,
        })
    };
    let doubts = held.doubts.iter().map(|doubt| {
        json!({
            "doubt": doubt.id,
            "why": doubt.likeness,
            "people": [doubt.one.id, doubt.other.id],
            "same": doubt.decision.as_ref().map(|decision| decision.same),
        })
    });
    json!({
        "version": 1,
        "person": held.person.id,
        "name": held.person.name,
        "company": held.person.company,
        "written": held.person.written.iter().map(Written::json).collect::<Vec<_>>(),
        "rows": held.rows.iter().map(row).collect::<Vec<_>>(),
        "doubts": doubts.collect::<Vec<_>>(),
    })
}
