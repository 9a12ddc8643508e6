//! What makes a set of options a fair one.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::i18n::messages::check as say;
use crate::source::Node;
use crate::source::PlacedText;
use crate::source::Span;
use crate::source::Value;
use crate::text::Id;

use super::context::PackReader;
use super::question::length;

/// An option as far as its fairness goes.
#[derive(Clone, Debug)]
pub(super) struct Judged {
    pub(super) id: Id,
    pub(super) head: Span,
    pub(super) placed: PlacedText,
    pub(super) correct: bool,
}

/// Beginnings of options that stand for all or none of the others, lower case.
const ALL_OR_NONE: [&str; 16] = [
    "kaikki edell",
    "kaikki yllä",
    "kaikki nämä",
    "kaikki vaihtoehdot",
    "kaikki mainitut",
    "ei mikään edell",
    "ei mikään yllä",
    "ei mikään näistä",
    "ei mikään vaihtoehdo",
    "mikään edellä maini",
    "all of the above",
    "all the above",
    "all of these",
    "none of the above",
    "none of these",
    "any of the above",
];

impl PackReader<'_, '_> {
    /// Tells what is unfair about the options of a scenario or choice.
    pub(super) fn judge_options(&mut self, list: Option<&Node>, options: &[Judged], most: usize) {
        self.judge_items(list, "options", options, most);
        let Some(list) = list else { return };
        if options.len() < 2 || options.len() != length(list) {
            return;
        }
        let right = options.iter().filter(|option| option.correct).count();
        if right == 0 {
            self.reader.error_with_hint("no-correct", list.head(), say::no_correct(), say::no_correct_hint());
            return;
        }
        if right == options.len() {
            self.reader.error_with_hint("no-wrong", list.head(), say::no_wrong(), say::no_wrong_hint());
            return;
        }
        if right == 1 {
            self.shared.right_places.extend(options.iter().position(|option| option.correct));
        }
        self.giveaway(options);
        for option in options {
            for (tag, span) in &option.placed.spans {
                let text = option.placed.text.0[tag].to_lowercase();
                if ALL_OR_NONE.iter().any(|beginning| text.trim_start().starts_with(beginning)) {
                    self.reader.warning(
                        "all-of-the-above",
                        *span,
                        say::all_of_the_above(),
                        say::all_of_the_above_hint(),
                    );
                }
            }
        }
    }

    /// Tells what is wrong with any list of options or items.
    pub(super) fn judge_items(&mut self, list: Option<&Node>, field: &str, items: &[Judged], most: usize) {
        let Some(list) = list.filter(|list| matches!(list.value, Value::List(_))) else { return };
        let count = length(list);
        if count < 2 {
            self.reader.error("few-options", list.head(), say::few_options(field, count, most));
        } else if count > most {
            self.reader.error("many-options", list.head(), say::many_options(field, count, most));
        }
        let mut ids = BTreeSet::new();
        let mut texts = BTreeMap::new();
        for item in items {
            if !item.id.as_str().is_empty() && !ids.insert(&item.id) {
                self.reader.error("duplicate-id", item.head, say::duplicate_option_id(item.id.as_str()));
            }
            for (tag, span) in &item.placed.spans {
                let text = item.placed.text.0[tag].trim().to_lowercase();
                if !text.is_empty() && texts.insert((tag, text), *span).is_some() {
                    self.reader.error("duplicate-option", *span, say::duplicate_option());
                }
            }
        }
    }

    /// Warns when every right option is much longer than all wrong ones: then its length gives it away.
    fn giveaway(&mut self, options: &[Judged]) {
        for lang in self.shared.languages.clone() {
            let length = |option: &Judged| option.placed.text.0.get(&lang).map_or(0, |text| text.chars().count());
            let right = options.iter().filter(|option| option.correct).min_by_key(|option| length(option));
            let wrong = options.iter().filter(|option| !option.correct).map(length).max();
            let (Some(right), Some(wrong)) = (right, wrong) else { continue };
            let is_much_longer = length(right) * 2 > wrong * 3 && length(right) > wrong + 15;
            if let (true, Some(span)) = (is_much_longer, right.placed.spans.get(&lang)) {
                let message = say::right_is_longest(lang.as_str(), length(right), wrong);
                self.reader.warning("right-is-longest", *span, message, say::right_is_longest_hint());
            }
        }
    }
}
