//! The sign-in form: what is typed and drawn, and what is wrong with it.

use jiff::Timestamp;

use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::desk as say;
use crate::profile::IdentifierKind;
use crate::session::Channel;
use crate::session::Command;
use crate::session::Details;
use crate::session::Expected;
use crate::session::Field;
use crate::session::Refusal;
use crate::session::Signature;
use crate::session::State;
use crate::session::decide;
use crate::ui::widgets::SignaturePad;

/// What is typed and drawn so far.
#[derive(Clone, Debug, Default)]
pub(in crate::ui) struct Form {
    /// Name.
    pub(in crate::ui) name: String,
    /// Contractor.
    pub(in crate::ui) company: String,
    /// Role.
    pub(in crate::ui) role: String,
    /// The identifier, when the profile asks for one.
    pub(in crate::ui) identifier: String,
    /// The drawn signature.
    pub(in crate::ui) pad: SignaturePad,
    /// How it is signed.
    pub(in crate::ui) way: Way,
}

/// How a sign-in is signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::ui) enum Way {
    /// With a signature drawn on the pad.
    #[default]
    Drawn,
    /// On a printed sheet.
    Paper,
    /// Not at all; the trainer vouches for it.
    Vouched,
}

/// A place of the form that the keyboard can be sent to, or that something is wrong with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Spot {
    Name,
    Company,
    Role,
    Identifier,
    Signature,
    Button,
}

/// What is wrong, and where.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct Trouble {
    /// Where.
    pub(in crate::ui) spot: Spot,
    /// In words.
    pub(in crate::ui) message: Message,
}

impl Form {
    /// Fills the form with somebody who is expected.
    pub(in crate::ui) fn fill(&mut self, person: &Expected) {
        self.name.clone_from(&person.name);
        self.company.clone_from(&person.company);
        self.role.clone_from(&person.role);
        self.identifier = person.identifier.clone().unwrap_or_default();
    }

    /// Whether nothing has been typed or drawn.
    pub(in crate::ui) fn is_empty(&self) -> bool {
        let Self { name, company, role, identifier, pad, way: _ } = self;
        [name, company, role, identifier].into_iter().all(|text| text.trim().is_empty()) && pad.is_empty()
    }

    /// The command that the form asks for.
    pub(in crate::ui) fn command(&self, kind: IdentifierKind) -> Command {
        let (signature, channel) = match self.way {
            Way::Drawn => (self.pad.signature().unwrap_or_default(), Channel::Desk),
            Way::Paper => (Signature::default(), Channel::Paper),
            Way::Vouched => (Signature::default(), Channel::Oral),
        };
        let identifier = (kind != IdentifierKind::None).then(|| self.identifier.clone());
        let (name, company, role) = (self.name.clone(), self.company.clone(), self.role.clone());
        Command::SignIn { details: Details { name, company, role, identifier }, signature, channel, phone: None }
    }

    /// What is wrong with the form, if anything; the session itself is asked, and nothing is changed.
    pub(in crate::ui) fn trouble(&self, state: &State, now: Timestamp, lang: Lang) -> Option<Trouble> {
        let refusal = decide(state, now, self.command(state.setup.identifier)).err()?;
        Some(trouble_of(&refusal, state, lang))
    }

    /// The first place that still needs something, from the top.
    pub(in crate::ui) fn first_open(&self, kind: IdentifierKind) -> Spot {
        if self.name.trim().is_empty() {
            Spot::Name
        } else if self.company.trim().is_empty() {
            Spot::Company
        } else if kind != IdentifierKind::None && self.identifier.trim().is_empty() {
            Spot::Identifier
        } else {
            Spot::Button
        }
    }
}

/// A refusal of a sign-in in words, at the field that can mend it.
pub(in crate::ui) fn trouble_of(refusal: &Refusal, state: &State, lang: Lang) -> Trouble {
    let at = |spot, message| Trouble { spot, message };
    match refusal {
        Refusal::Empty { field } => match field {
            Field::Company => at(Spot::Company, say::company_empty()),
            Field::Identifier => at(Spot::Identifier, say::identifier_empty()),
            _ => at(Spot::Name, say::name_empty()),
        },
        Refusal::TooLong { field, limit } => at(spot_of(*field), say::too_long(*limit)),
        Refusal::BadCharacter { field, code } => at(spot_of(*field), say::bad_character(format!("U+{code:04X}"))),
        Refusal::BadIdentifier => {
            let message = match state.setup.identifier {
                IdentifierKind::Email => say::bad_email(),
                IdentifierKind::TaxNumber | IdentifierKind::EmployeeNumber | IdentifierKind::None => {
                    say::bad_tax_number()
                }
            };
            at(Spot::Identifier, message)
        }
        Refusal::AlreadySignedIn(id) => {
            let (name, company) = state
                .participants
                .get(id)
                .map(|other| (other.details.name.as_str(), other.details.company.as_str()))
                .unwrap_or_default();
            at(Spot::Name, say::signed_in_already(name, company))
        }
        Refusal::BadSignature => at(Spot::Signature, say::signature_missing()),
        Refusal::SessionClosed => at(Spot::Button, say::session_is_closed()),
        other => at(Spot::Button, crate::engine::message(other, Some(state), lang)),
    }
}

fn spot_of(field: Field) -> Spot {
    match field {
        Field::Company => Spot::Company,
        Field::Role => Spot::Role,
        Field::Identifier => Spot::Identifier,
        _ => Spot::Name,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::testing;

    fn filled() -> Form {
        let mut pad = SignaturePad::default();
        pad.pen([10, 10]);
        pad.pen([90, 40]);
        pad.lift();
        Form { name: "Aino Laine".to_owned(), company: "Kaivuu Oy".to_owned(), pad, ..Form::default() }
    }

    fn spot(form: &Form, session: &testing::Session) -> Option<Spot> {
        form.trouble(&session.state, session.now, Lang::Fi).map(|trouble| trouble.spot)
    }

    #[test]
    fn what_is_missing_is_told_at_its_field() {
        let session = testing::Session::new();
        assert_eq!(spot(&filled(), &session), None);
        assert_eq!(spot(&Form::default(), &session), Some(Spot::Name));
        assert_eq!(spot(&Form { company: String::new(), ..filled() }, &session), Some(Spot::Company));
        assert_eq!(spot(&Form { pad: SignaturePad::default(), ..filled() }, &session), Some(Spot::Signature));
        assert_eq!(spot(&Form { role: "x".repeat(200), ..filled() }, &session), Some(Spot::Role));
    }

    #[test]
    fn an_identifier_is_asked_for_only_when_the_profile_asks() {
        let mut setup = testing::setup();
        setup.identifier = IdentifierKind::TaxNumber;
        let session = testing::Session::with(setup);
        assert_eq!(spot(&filled(), &session), Some(Spot::Identifier));
        assert_eq!(spot(&Form { identifier: "12".to_owned(), ..filled() }, &session), Some(Spot::Identifier));
        assert_eq!(spot(&Form { identifier: "1000 0000 0001".to_owned(), ..filled() }, &session), None);
    }

    #[test]
    fn who_cannot_draw_signs_on_paper_or_is_vouched_for() {
        let session = testing::Session::new();
        for way in [Way::Paper, Way::Vouched] {
            assert_eq!(spot(&Form { pad: SignaturePad::default(), way, ..filled() }, &session), None, "{way:?}");
        }
    }

    #[test]
    fn signing_in_twice_names_who_stands_there() {
        let mut session = testing::Session::new();
        session.signs_in("Aino Laine");
        let trouble = filled().trouble(&session.state, session.now, Lang::Fi).unwrap();
        assert_eq!(trouble, Trouble { spot: Spot::Name, message: say::signed_in_already("Aino Laine", "Kaivuu Oy") });
    }
}
