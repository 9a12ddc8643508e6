//! What the reading of the command line ended with, in the person's language: help, or why it cannot be used.

use clap::Command;
use clap::error::ContextKind;
use clap::error::ContextValue;
use clap::error::ErrorKind;

use crate::cli::Outcome;
use crate::i18n::Lang;
use crate::i18n::messages::cli as say;

/// What clap ended with: help or version, asked for, or why the command line cannot be used.
pub(super) fn outcome(error: &clap::Error, mut command: Command, lang: Lang) -> Outcome {
    if error.use_stderr() {
        // Only a built command can show its arguments.
        command.build();
        Outcome::failed(refusal(error, &command, lang))
    } else {
        Outcome::fine(options_worded(&error.to_string(), lang))
    }
}

/// clap writes this one word itself.
fn options_worded(text: &str, lang: Lang) -> String {
    text.replace("[OPTIONS]", &format!("[{}]", say::value_options().text(lang)))
}

fn refusal(error: &clap::Error, command: &Command, lang: Lang) -> String {
    let one = |kind| words(error, kind).into_iter().next();
    let argument = one(ContextKind::InvalidArg).unwrap_or_default();
    let value = one(ContextKind::InvalidValue).unwrap_or_default();
    let message = match error.kind() {
        ErrorKind::InvalidSubcommand => say::unknown_command(one(ContextKind::InvalidSubcommand).unwrap_or_default()),
        ErrorKind::UnknownArgument => say::unknown_word(argument),
        ErrorKind::InvalidValue if value.is_empty() => say::no_value(argument),
        ErrorKind::InvalidValue => say::not_a_choice(value, argument, words(error, ContextKind::ValidValue).join(", ")),
        ErrorKind::ValueValidation => {
            let help = help_of(command, &argument).unwrap_or_default();
            say::bad_value(value, argument, help)
        }
        ErrorKind::TooManyValues => say::unknown_word(value),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => say::no_value(argument),
        ErrorKind::MissingRequiredArgument => say::missing(words(error, ContextKind::InvalidArg).join(" ")),
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            say::no_command(words(error, ContextKind::ValidSubcommand).join(", "))
        }
        ErrorKind::ArgumentConflict => match one(ContextKind::PriorArg) {
            Some(prior) if prior != argument => say::not_together(argument, prior),
            _ => say::given_twice(argument),
        },
        _ => say::cannot_be_read(argument),
    };
    let mut lines = vec![message.text(lang).trim_end().to_owned()];
    let suggested: Vec<String> =
        [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue]
            .into_iter()
            .flat_map(|kind| words(error, kind))
            .collect();
    if !suggested.is_empty() {
        lines.push(say::did_you_mean(suggested.join(", ")).text(lang));
    }
    if let Some(usage) = one(ContextKind::Usage) {
        let usage = usage.strip_prefix("Usage:").unwrap_or(&usage).trim();
        lines.push(String::new());
        lines.push(format!("{}: {}", say::heading_usage().text(lang), options_worded(usage, lang)));
    }
    lines.push(say::more_help().text(lang));
    lines.join("\n") + "\n"
}

/// What clap knows of an error, as plain words.
fn words(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::String(word)) => vec![word.clone()],
        Some(ContextValue::Strings(words)) => words.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect(),
        _ => Vec::new(),
    }
}

/// The help of the argument that clap calls `shown`, anywhere below `command`.
fn help_of(command: &Command, shown: &str) -> Option<String> {
    let own = command.get_arguments().find(|argument| argument.to_string() == shown);
    own.and_then(|argument| argument.get_help().map(ToString::to_string))
        .or_else(|| command.get_subcommands().find_map(|sub| help_of(sub, shown)))
}
