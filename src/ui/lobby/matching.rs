//! Who is still missing, and whom a few typed letters may mean.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use crate::session::Expected;
use crate::session::Participant;
use crate::session::State;

/// Those who are expected and have not signed in, in the order of the list.
pub fn missing(state: &State) -> Vec<&Expected> {
    let mut arrived: Vec<(&Participant, bool)> = state.standing().map(|participant| (participant, false)).collect();
    let mut missing = Vec::new();
    for expected in &state.setup.expected {
        // Each arrival stands for one line of the list: two namesakes are two people.
        match arrived.iter_mut().find(|(participant, is_taken)| !*is_taken && is_same(expected, participant)) {
            Some((_, is_taken)) => *is_taken = true,
            None => missing.push(expected),
        }
    }
    missing
}

/// Whether a participant was not on the list of the expected.
pub fn is_walk_in(state: &State, participant: &Participant) -> bool {
    !state.setup.expected.iter().any(|expected| is_same(expected, participant))
}

fn is_same(expected: &Expected, participant: &Participant) -> bool {
    let details = &participant.details;
    if let (Some(one), Some(two)) = (&expected.identifier, &details.identifier)
        && folded(one) == folded(two)
    {
        return true;
    }
    let company = folded(&expected.company);
    folded(&expected.name) == folded(&details.name) && (company.is_empty() || company == folded(&details.company))
}

/// The expected whom `typed` may mean: every word of it begins a word of their name or company.
pub fn suggestions<'a>(typed: &str, missing: &[&'a Expected], most: usize) -> Vec<&'a Expected> {
    let typed = words(typed);
    if typed.is_empty() {
        return Vec::new();
    }
    let fits = |person: &&&Expected| {
        let own: Vec<String> = words(&person.name).into_iter().chain(words(&person.company)).collect();
        typed.iter().all(|typed| own.iter().any(|word| word.starts_with(typed)))
    };
    missing.iter().filter(fits).take(most).copied().collect()
}

/// Companies that `typed` may mean, each once, those of the expected first.
pub fn companies(typed: &str, state: &State, most: usize) -> Vec<String> {
    let typed_words = words(typed);
    if typed_words.is_empty() {
        return Vec::new();
    }
    let expected = state.setup.expected.iter().map(|person| &person.company);
    let known = expected.chain(state.standing().map(|participant| &participant.details.company));
    let mut found: Vec<String> = Vec::new();
    for company in known {
        let own = words(company);
        if typed_words.iter().all(|typed| own.iter().any(|word| word.starts_with(typed)))
            && company != typed
            && !found.contains(company)
        {
            found.push(company.clone());
        }
    }
    found.truncate(most);
    found
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c))
        .map(folded)
        .filter(|word| !word.is_empty())
        .collect()
}

/// `text` in lower case without marks and spaces: `Äijö` is found by `aijo` too.
fn folded(text: &str) -> String {
    text.nfkd().filter(|c| !is_combining_mark(*c) && !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::session::testing;

    fn expected(name: &str, company: &str) -> Expected {
        Expected { name: name.to_owned(), company: company.to_owned(), ..Expected::default() }
    }

    fn state(list: &[(&str, &str)], arrived: &[&str]) -> State {
        let mut setup = testing::setup();
        setup.expected = list.iter().map(|(name, company)| expected(name, company)).collect();
        let mut session = testing::Session::with(setup);
        for name in arrived {
            session.signs_in(name);
        }
        session.state
    }

    fn missing_names(state: &State) -> Vec<&str> {
        missing(state).into_iter().map(|person| person.name.as_str()).collect()
    }

    #[test]
    fn who_has_signed_in_is_no_longer_missing_however_the_name_is_written() {
        let state = state(&[("Aino Äijälä", "Kaivuu Oy"), ("Otto Koski", "")], &["aino  ÄIJÄLÄ"]);
        assert_eq!(missing_names(&state), ["Otto Koski"]);
    }

    #[test]
    fn namesakes_are_two_people() {
        let both = state(&[("Matti Virtanen", ""), ("Matti Virtanen", "Muu Oy")], &["Matti Virtanen"]);
        assert_eq!(missing_names(&both), ["Matti Virtanen"]);
        let other = state(&[("Matti Virtanen", "Muu Oy")], &["Matti Virtanen"]);
        assert_eq!(missing_names(&other), ["Matti Virtanen"], "who came is from another company");
        assert!(is_walk_in(&other, other.standing().next().unwrap()));
    }

    #[test]
    fn a_few_letters_of_any_word_find_a_person() {
        let people =
            [expected("Aino Äijälä", "Verkko Oy"), expected("Õie Kask", "Kaivuu Oy"), expected("Иван Петров", "")];
        let all: Vec<&Expected> = people.iter().collect();
        let find = |typed| suggestions(typed, &all, 5).into_iter().map(|p| p.name.as_str()).collect::<Vec<_>>();
        assert_eq!(find("ai"), ["Aino Äijälä"]);
        assert_eq!(find("äij a"), ["Aino Äijälä"]);
        assert_eq!(find("oie"), ["Õie Kask"]);
        assert_eq!(find("kask kaiv"), ["Õie Kask"]);
        assert_eq!(find("петр"), ["Иван Петров"]);
        assert!(find("  ").is_empty());
        assert!(find("ask").is_empty(), "only beginnings of words count");
    }

    #[test]
    fn companies_are_offered_once() {
        let state = state(&[("A B", "Verkko Oy"), ("C D", "Verkko Oy"), ("E F", "Kaivuu Oy")], &["A B"]);
        assert_eq!(companies("ver", &state, 4), ["Verkko Oy"]);
        assert_eq!(companies("oy", &state, 4), ["Verkko Oy", "Kaivuu Oy"]);
        assert!(companies("Verkko Oy", &state, 4).is_empty(), "what stands there already is not offered");
    }
}
