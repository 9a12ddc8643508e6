//! What people type, made fit for a register: cleaned, or refused with the field and the reason.

use unicode_normalization::UnicodeNormalization as _;

use crate::profile::IdentifierKind;
use crate::session::Channel;
use crate::session::Details;
use crate::session::Expected;
use crate::session::Field;
use crate::session::Refusal;
use crate::session::Setup;
use crate::session::Signature;

/// Longest name, company, role, place and the like, in characters.
pub const LONGEST_NAME: usize = 120;
/// Longest e-mail address, in characters (RFC 5321).
pub const LONGEST_ADDRESS: usize = 254;
/// Longest reason, in characters.
pub const LONGEST_REASON: usize = 500;
/// Longest development item or free text of feedback, in characters.
pub const LONGEST_TEXT: usize = 2000;
/// Most points of a drawn signature.
pub const MOST_SIGNATURE_POINTS: usize = 4000;

/// One line as it goes into the register: NFC, white space collapsed and trimmed; may be empty.
///
/// # Errors
/// When it is too long or has a character that a page cannot show or that could deceive its reader.
pub fn clean_line(text: &str, field: Field, limit: usize) -> Result<String, Refusal> {
    let composed: String = text.nfc().collect();
    let line = composed.split_whitespace().collect::<Vec<_>>().join(" ");
    check_characters(&line, field)?;
    check_length(line, field, limit)
}

/// Several lines: each cleaned as [`clean_line`] does, empty ones at both ends dropped; may be empty.
///
/// # Errors
/// As [`clean_line`].
pub fn clean_lines(text: &str, field: Field, limit: usize) -> Result<String, Refusal> {
    let lines = text.lines().map(|line| clean_line(line, field, limit)).collect::<Result<Vec<_>, _>>()?;
    check_length(lines.join("\n").trim_matches('\n').to_owned(), field, limit)
}

/// As [`clean_line`], for a field that must be filled.
pub(crate) fn filled(text: &str, field: Field, limit: usize) -> Result<String, Refusal> {
    let line = clean_line(text, field, limit)?;
    if line.is_empty() { Err(Refusal::Empty { field }) } else { Ok(line) }
}

fn check_length(text: String, field: Field, limit: usize) -> Result<String, Refusal> {
    if text.chars().count() > limit { Err(Refusal::TooLong { field, limit }) } else { Ok(text) }
}

fn check_characters(text: &str, field: Field) -> Result<(), Refusal> {
    match text.chars().find(|character| is_bad(*character)) {
        Some(bad) => Err(Refusal::BadCharacter { field, code: u32::from(bad) }),
        None => Ok(()),
    }
}

/// Characters that no page can show (controls, private use, noncharacters), or that change how the
/// characters around them are read (bidirectional marks and overrides, invisible marks and tags). The
/// joiners U+200C and U+200D stay: some scripts spell names with them.
pub(crate) fn is_bad(character: char) -> bool {
    let code = u32::from(character);
    character.is_control()
        || matches!(code,
            0x00AD | 0x061C | 0x180E | 0x200B | 0x200E | 0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0xFEFF
            | 0xFFF9..=0xFFFB | 0xE000..=0xF8FF | 0xFDD0..=0xFDEF | 0xE0000..=0xE007F | 0xF_0000..)
        || code & 0xFFFE == 0xFFFE
}

/// What a participant says of themselves, cleaned; an identifier that is not asked for is dropped.
///
/// # Errors
/// When name, company or an identifier that is asked for is missing, or a field cannot be used.
pub fn clean_details(details: &Details, kind: IdentifierKind) -> Result<Details, Refusal> {
    let Details { name, company, role, identifier } = details;
    Ok(Details {
        name: filled(name, Field::Name, LONGEST_NAME)?,
        company: filled(company, Field::Company, LONGEST_NAME)?,
        role: clean_line(role, Field::Role, LONGEST_NAME)?,
        identifier: match kind {
            IdentifierKind::None => None,
            asked => Some(clean_identifier(identifier.as_deref().unwrap_or_default(), asked)?),
        },
    })
}

/// An identifier of `kind`, cleaned.
///
/// # Errors
/// When it is empty or not of that kind.
pub fn clean_identifier(text: &str, kind: IdentifierKind) -> Result<String, Refusal> {
    let line = filled(text, Field::Identifier, LONGEST_NAME)?;
    match kind {
        IdentifierKind::TaxNumber => {
            // On the card the digits stand in groups.
            let digits: String = line.chars().filter(|character| !matches!(character, ' ' | '-')).collect();
            let is_tax_number = digits.len() == 12 && digits.bytes().all(|byte| byte.is_ascii_digit());
            if is_tax_number { Ok(digits) } else { Err(Refusal::BadIdentifier) }
        }
        IdentifierKind::Email => {
            let has_shape = line.split_once('@').is_some_and(|(local, domain)| {
                !local.is_empty()
                    && !line.contains(' ')
                    && !domain.contains('@')
                    && domain.split('.').count() > 1
                    && domain.split('.').all(|label| !label.is_empty())
            });
            if has_shape { Ok(line) } else { Err(Refusal::BadIdentifier) }
        }
        IdentifierKind::EmployeeNumber | IdentifierKind::None => Ok(line),
    }
}

/// The e-mail address to which something is to be sent, cleaned: its shape is checked, not whether it exists.
///
/// # Errors
/// When it is no e-mail address or longer than one may be.
pub fn clean_address(text: &str) -> Result<String, Refusal> {
    let line = clean_line(text, Field::Address, LONGEST_ADDRESS)?;
    if is_address(&line) { Ok(line) } else { Err(Refusal::BadAddress) }
}

/// Local part and domain as they are in use (only domains have letters beyond ASCII); neither quotes nor comments, which mail programs trip over, nor anything
/// that could end a header line.
fn is_address(line: &str) -> bool {
    let is_word = |character: char| character.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(character);
    let is_label = |label: &str| {
        let is_inside = label.chars().all(|character| character.is_alphanumeric() || character == '-');
        !label.is_empty() && label.len() <= 63 && is_inside && !label.starts_with('-') && !label.ends_with('-')
    };
    line.split_once('@').is_some_and(|(local, domain)| {
        local.len() <= 64
            && local.split('.').all(|word| !word.is_empty() && word.chars().all(is_word))
            && domain.split('.').count() > 1
            && domain.split('.').all(is_label)
    })
}

/// What two equal names or identifiers have in common, however they are written.
pub(crate) fn fold(text: &str) -> String {
    folded(text).collect()
}

/// Whether two names or identifiers are equal, however they are written; most differ in their first letters.
pub(crate) fn folds_alike(one: &str, other: &str) -> bool {
    folded(one).eq(folded(other))
}

fn folded(text: &str) -> impl Iterator<Item = char> {
    text.nfkc().flat_map(char::to_lowercase).filter(|character| !character.is_whitespace())
}

/// Checks a drawn signature; an empty one is taken only where somebody else vouches for it.
pub(crate) fn check_signature(signature: &Signature, channel: Channel) -> Result<(), Refusal> {
    let Signature { width, height, strokes } = signature;
    let points: usize = strokes.iter().map(Vec::len).sum();
    if points == 0 {
        return match channel {
            // Signed on a sheet, or unable to sign and vouched for by the trainer.
            Channel::Paper | Channel::Oral => Ok(()),
            Channel::Desk | Channel::Phone => Err(Refusal::BadSignature),
        };
    }
    let is_inside = strokes.iter().flatten().all(|[x, y]| x <= width && y <= height);
    let is_drawn = (2..=MOST_SIGNATURE_POINTS).contains(&points) && *width > 0 && *height > 0;
    if is_inside && is_drawn { Ok(()) } else { Err(Refusal::BadSignature) }
}

/// The setup of a session with everything typed into it cleaned.
///
/// # Errors
/// When organiser, or the place or trainer of a room, is empty or cannot be used, or an expected participant cannot.
pub fn clean_setup(setup: &Setup) -> Result<Setup, Refusal> {
    let mut clean = setup.clone();
    clean.organiser = filled(&setup.organiser, Field::Organiser, LONGEST_NAME)?;
    if setup.form.is_room() {
        clean.place = filled(&setup.place, Field::Place, LONGEST_NAME)?;
        clean.trainer = filled(&setup.trainer, Field::Trainer, LONGEST_NAME)?;
    } else {
        // Nobody holds it, and it is held nowhere.
        clean.place.clear();
        clean.trainer.clear();
    }
    clean.expected = setup.expected.iter().map(clean_expected).collect::<Result<_, _>>()?;
    Ok(clean)
}

/// Somebody who is expected, cleaned; only the name must be known. The identifier is checked when
/// they sign in.
///
/// # Errors
/// When the name is missing or a field cannot be used.
pub fn clean_expected(expected: &Expected) -> Result<Expected, Refusal> {
    let Expected { name, company, role, identifier } = expected;
    let identifier = clean_line(identifier.as_deref().unwrap_or_default(), Field::Identifier, LONGEST_NAME)?;
    Ok(Expected {
        name: filled(name, Field::Name, LONGEST_NAME)?,
        company: clean_line(company, Field::Company, LONGEST_NAME)?,
        role: clean_line(role, Field::Role, LONGEST_NAME)?,
        identifier: Some(identifier).filter(|identifier| !identifier.is_empty()),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(text: &str) -> Result<String, Refusal> {
        filled(text, Field::Name, LONGEST_NAME)
    }

    #[test]
    fn names_are_composed_and_their_spaces_collapsed() {
        assert_eq!(name("  A\u{308}ija \t Ma\u{308}kela\u{308}\n"), Ok("Äija Mäkelä".to_owned()));
        assert_eq!(name("Ирина Õunapuu"), Ok("Ирина Õunapuu".to_owned()));
        assert_eq!(name(" \t"), Err(Refusal::Empty { field: Field::Name }));
    }

    #[test]
    fn characters_that_cannot_be_shown_or_that_deceive_are_refused() {
        for code in [0x07, 0x7F, 0xAD, 0x200B, 0x202E, 0x2066, 0xFEFF, 0xE000, 0xFFFE, 0xE0041, 0xF0000, 0x10_FFFF] {
            let text = format!("Aino{}", char::from_u32(code).unwrap());
            assert_eq!(name(&text), Err(Refusal::BadCharacter { field: Field::Name, code }), "U+{code:04X}");
        }
        assert!(name("نرگس\u{200C}ها").is_ok());
        assert!(name("李小龍 🙂").is_ok());
    }

    #[test]
    fn a_name_may_be_long_but_not_endless() {
        assert!(name(&"ä".repeat(120)).is_ok());
        assert_eq!(name(&"ä".repeat(121)), Err(Refusal::TooLong { field: Field::Name, limit: 120 }));
    }

    #[test]
    fn identifiers_must_be_of_the_kind_that_is_asked_for() {
        let tax = |text| clean_identifier(text, IdentifierKind::TaxNumber);
        assert_eq!(tax("1000 2344 6812"), Ok("100023446812".to_owned()));
        assert_eq!(tax("10002344681"), Err(Refusal::BadIdentifier));
        assert_eq!(tax("１０００２３４４６８１２"), Err(Refusal::BadIdentifier));
        assert_eq!(tax(""), Err(Refusal::Empty { field: Field::Identifier }));
        let email = |text| clean_identifier(text, IdentifierKind::Email);
        assert!(email("aino@esimerkki.example").is_ok());
        for bad in ["aino", "@x.fi", "a@b", "a@b@c.fi", "a@.fi", "a b@c.fi"] {
            assert_eq!(email(bad), Err(Refusal::BadIdentifier), "{bad}");
        }
    }

    #[test]
    fn an_address_has_the_shape_of_one_and_cannot_end_a_header() {
        assert_eq!(clean_address(" aino.ahkera+koe@kaivuu.example "), Ok("aino.ahkera+koe@kaivuu.example".to_owned()));
        assert!(clean_address("aija@sähkö.example").is_ok());
        for bad in [
            "",
            "aino",
            "@x.fi",
            "a@b",
            "a@b@c.fi",
            "a@.fi",
            "a@-b.fi",
            "a b@c.fi",
            ".a@c.fi",
            "a,b@c.fi",
            "<a@c.fi>",
            "äijä@c.fi",
        ] {
            assert_eq!(clean_address(bad), Err(Refusal::BadAddress), "{bad}");
        }
        // White space is one space by then, and has no place in an address.
        assert_eq!(clean_address("a@c.fi\r\nBcc: b@c.fi"), Err(Refusal::BadAddress));
        assert_eq!(
            clean_address(&format!("a@{}", "b.".repeat(130))),
            Err(Refusal::TooLong { field: Field::Address, limit: LONGEST_ADDRESS })
        );
    }

    #[test]
    fn an_identifier_that_nobody_asks_for_is_not_kept() {
        let details = Details {
            name: "Aino".to_owned(),
            company: "Oy".to_owned(),
            role: String::new(),
            identifier: Some("100023446812".to_owned()),
        };
        assert_eq!(clean_details(&details, IdentifierKind::None).unwrap().identifier, None);
    }

    #[test]
    fn a_signature_needs_a_line_inside_its_area_unless_somebody_vouches() {
        let drawn = Signature { width: 100, height: 50, strokes: vec![vec![[0, 0], [100, 50]]] };
        assert_eq!(check_signature(&drawn, Channel::Desk), Ok(()));
        let outside = Signature { strokes: vec![vec![[0, 0], [101, 50]]], ..drawn.clone() };
        assert_eq!(check_signature(&outside, Channel::Desk), Err(Refusal::BadSignature));
        let endless = Signature { strokes: vec![vec![[0, 0]; MOST_SIGNATURE_POINTS + 1]], ..drawn };
        assert_eq!(check_signature(&endless, Channel::Desk), Err(Refusal::BadSignature));
        assert_eq!(check_signature(&Signature::default(), Channel::Desk), Err(Refusal::BadSignature));
        assert_eq!(check_signature(&Signature::default(), Channel::Paper), Ok(()));
    }

    #[test]
    fn lines_keep_their_breaks() {
        assert_eq!(clean_lines("\n a  b \n\n c\n", Field::Item, 20), Ok("a b\n\nc".to_owned()));
    }
}
