//! How well a passphrase protects a key, by a rough and cautious count.

use std::collections::BTreeSet;

use crate::register::identity::SHORTEST_PASSPHRASE;

/// How well a passphrase protects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Shorter than is taken.
    TooShort,
    /// Taken, but easily guessed.
    Weak,
    /// Good enough against a thief of the file.
    Fair,
    /// Out of reach.
    Good,
}

/// Bits from which a passphrase is fair, and good; the stretching of the key adds about 19 to each.
const FAIR_BITS: f64 = 45.0;
const GOOD_BITS: f64 = 64.0;

/// How well `passphrase` protects.
pub fn strength(passphrase: &str) -> Strength {
    if passphrase.chars().count() < SHORTEST_PASSPHRASE {
        return Strength::TooShort;
    }
    match bits(passphrase) {
        bits if bits >= GOOD_BITS => Strength::Good,
        bits if bits >= FAIR_BITS => Strength::Fair,
        _ => Strength::Weak,
    }
}

/// Bits that a guesser needs at least, if letters are drawn as people draw them: about 2.5 a letter in words.
fn bits(passphrase: &str) -> f64 {
    let characters: Vec<char> = passphrase.chars().collect();
    let distinct: BTreeSet<char> = characters.iter().flat_map(|c| c.to_lowercase()).collect();
    // What follows its neighbour (aaaa, 1234, abcd) adds next to nothing.
    let steps = characters.windows(2).filter(|pair| {
        let distance = i64::from(u32::from(pair[1])) - i64::from(u32::from(pair[0]));
        (-1..=1).contains(&distance)
    });
    let telling = (characters.len() - steps.count()) as f64;
    let kinds = [
        characters.iter().any(|c| c.is_lowercase()),
        characters.iter().any(|c| c.is_uppercase()),
        characters.iter().any(char::is_ascii_digit),
        characters.iter().any(|c| !c.is_alphanumeric()),
    ];
    let kinds = kinds.into_iter().filter(|is_there| *is_there).count() as f64;
    let a_character = 2.5 + 0.75 * (kinds - 1.0);
    // Few different characters are few choices, however long the text.
    let variety = (distinct.len() as f64 / 10.0).min(1.0);
    telling * a_character * variety
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn longer_and_more_varied_is_better() {
        assert_eq!(strength("lyhyt"), Strength::TooShort);
        for weak in ["aaaaaaaaaaaaaaaaaaaa", "1234567890123", "salasana12", "abababababab"] {
            assert_eq!(strength(weak), Strength::Weak, "{weak}");
        }
        for fair in ["vihreä kuusi laulaa", "Korppi7lentää!"] {
            assert!(strength(fair) >= Strength::Fair, "{fair}");
        }
        assert_eq!(strength("neljä sattumalta valittua sanaa"), Strength::Good);
    }

    #[test]
    fn more_of_the_same_is_never_weaker() {
        let mut before = Strength::TooShort;
        for length in 1..40 {
            let now = strength(&"kuusi laulaa vihreänä illan tullen pihalla".chars().take(length).collect::<String>());
            assert!(now >= before, "{length} characters");
            before = now;
        }
    }
}
