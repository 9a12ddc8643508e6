//! Did you mean …?

/// How many candidates are compared at most: a hostile pack may hold any number of names.
const COMPARED: usize = 2_000;

/// The candidate that `word` was probably meant to be.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let length = word.chars().count();
    if length > 60 {
        return None;
    }
    let allowed = ((length + 1) / 3).clamp(1, 4);
    candidates
        .into_iter()
        .take(COMPARED)
        .map(|candidate| (strsim::osa_distance(word, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}
