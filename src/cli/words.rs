//! Help in the person's language: clap's own words are all replaced.
//!
//! A new command or argument gets its words here; a test names what has none.

use clap::Arg;
use clap::ArgAction;
use clap::Command;

use crate::i18n::Lang;
use crate::i18n::Message;
use crate::i18n::messages::cli as say;

/// What a command does, and what more its own `--help` tells. `path` is the command's name, with its parents' names
/// before it; empty for the program itself.
fn about(path: &str) -> Option<(Message, Option<Message>)> {
    Some(match path {
        "" => (say::about(), None),
        "preview" => (say::about_preview(), None),
        "check" => (say::about_check(), None),
        "rehearse" => (say::about_rehearse(), Some(say::about_rehearse_more())),
        "verify" => (say::about_verify(), None),
        "paper" => (say::about_paper(), None),
        "countersign" => (say::about_countersign(), Some(say::about_countersign_more())),
        "redact" => (say::about_redact(), Some(say::about_redact_more())),
        "records" => (say::about_records(), None),
        "records import" => (say::about_records_import(), None),
        "records watch" => (say::about_records_watch(), None),
        "records check" => (say::about_records_check(), None),
        "records signers" => (say::about_records_signers(), None),
        "records accept" => (say::about_records_accept(), None),
        "records revoke" => (say::about_records_revoke(), None),
        "records person" => (say::about_records_person(), None),
        "records contractor" => (say::about_records_contractor(), None),
        "records due" => (say::about_records_due(), None),
        "records lists" => (say::about_records_lists(), None),
        "records assign" => (say::about_records_assign(), Some(say::about_records_assign_more())),
        "records search" => (say::about_records_search(), None),
        "records course" => (say::about_records_course(), None),
        "records course add" => (say::about_records_course_add(), None),
        "records course list" => (say::about_records_course_list(), None),
        "records course preview" => (say::about_records_course_preview(), None),
        "records doubts" => (say::about_records_doubts(), None),
        "records decide" => (say::about_records_decide(), None),
        "records join" => (say::about_records_join(), None),
        "records undo" => (say::about_records_undo(), None),
        "records development" => (say::about_records_development(), None),
        "records development list" => (say::about_development_list(), None),
        "records development set" => (say::about_development_set(), None),
        "records development history" => (say::about_development_history(), None),
        "records feedback" => (say::about_records_feedback(), None),
        "records feedback list" => (say::about_feedback_list(), None),
        "records feedback leave-out" => (say::about_feedback_leave_out(), None),
        "records feedback take-back" => (say::about_feedback_take_back(), None),
        "records trends" => (say::about_records_trends(), None),
        "records export" => (say::about_records_export(), None),
        "records erase" => (say::about_records_erase(), Some(say::about_records_erase_more())),
        "records retention" => (say::about_records_retention(), None),
        "records retention set" => (say::about_retention_set(), None),
        "records retention clear" => (say::about_retention_clear(), None),
        "records retention show" => (say::about_retention_show(), None),
        "records retention preview" => (say::about_retention_preview(), None),
        "records retention apply" => (say::about_retention_apply(), None),
        "records backup" => (say::about_records_backup(), None),
        "records restore" => (say::about_records_restore(), None),
        "records aside" => (say::about_records_aside(), None),
        "records log" => (say::about_records_log(), None),
        _ => return None,
    })
}

/// What an argument of a command means.
fn help(path: &str, argument: &str) -> Option<Message> {
    Some(match (path, argument) {
        (_, "data_dir") => say::arg_data_dir(),
        (_, "lang") => say::arg_lang(),
        (_, "help") => say::arg_help(),
        (_, "version") => say::arg_version(),
        (_, "format") => say::arg_format(),
        (_, "pack") => say::arg_pack(),
        ("preview", "step") => say::arg_preview_step(),
        ("check", "packs") => say::arg_packs(),
        ("check", "profile") => say::arg_check_profile(),
        ("check", "publish") => say::arg_check_publish(),
        ("rehearse", "participants") => say::arg_participants(),
        ("rehearse", "seed") => say::arg_rehearse_seed(),
        ("rehearse", "self_study") => say::arg_rehearse_self_study(),
        ("rehearse", "phones") => say::arg_rehearse_phones(),
        ("rehearse", "out") => say::arg_rehearse_out(),
        ("rehearse" | "paper", "profile") => say::arg_profile(),
        ("verify", "files") => say::arg_verify_files(),
        ("verify" | "countersign" | "redact", "trust") => say::arg_verify_trust(),
        ("verify", "no_render") => say::arg_verify_no_render(),
        ("countersign", "register") => say::arg_countersign_register(),
        ("countersign", "reason") => say::arg_countersign_reason(),
        ("countersign", "reason_text") => say::arg_countersign_reason_text(),
        ("countersign", "place") => say::arg_countersign_place(),
        ("countersign" | "redact", "identity") => say::arg_identity(),
        ("countersign" | "redact" | "records erase", "passphrase_file") => say::arg_passphrase_file(),
        ("countersign" | "redact", "out") => say::arg_signed_out(),
        ("countersign" | "redact", "overwrite") => say::arg_overwrite(),
        ("countersign" | "redact", "unknown_signer") => say::arg_unknown_signer(),
        ("redact", "register") => say::arg_redact_register(),
        ("redact", "row") => say::arg_redact_row(),
        ("paper", "kind") => say::arg_paper_kind(),
        ("paper", "out") => say::arg_paper_out(),
        ("paper", "sheets") => say::arg_paper_sheets(),
        ("paper", "seed") => say::arg_paper_seed(),
        (_, "by") => say::arg_by(),
        (_, "who" | "one" | "other") => say::arg_who(),
        (
            "records person"
            | "records contractor"
            | "records due"
            | "records lists"
            | "records assign"
            | "records development list"
            | "records trends",
            "course",
        ) => say::arg_records_course(),
        (_, "on") => say::arg_on_day(),
        ("records search", "words") => say::arg_search_words(),
        ("records contractor", "name") => say::arg_contractor_name(),
        ("records assign", "person") => say::arg_assign_person(),
        ("records assign", "contractor") => say::arg_assign_contractor(),
        ("records assign", "out") => say::arg_assign_out(),
        ("rehearse", "assignment") => say::arg_rehearse_assignment(),
        ("records due", "by_day") => say::arg_due_by(),
        ("records course add", "since") => say::arg_course_since(),
        ("records doubts", "all") => say::arg_doubts_all(),
        ("records decide" | "records undo", "doubt") => say::arg_doubt_number(),
        ("records decide", "verdict") => say::arg_verdict(),
        ("records export", "out") => say::arg_export_out(),
        ("records erase", "identity") => say::arg_erase_identity(),
        ("records erase", "preview") => say::arg_erase_preview(),
        ("records retention set", "years") => say::arg_retention_years(),
        ("records retention set" | "records retention clear", "course") => say::arg_retention_course(),
        ("records backup", "to") => say::arg_backup_to(),
        ("records restore", "from") => say::arg_restore_from(),
        ("records restore", "replace") => say::arg_restore_replace(),
        ("records import", "paths") => say::arg_records_paths(),
        ("records watch", "folder") => say::arg_watch_folder(),
        ("records watch", "once") => say::arg_watch_once(),
        ("records lists", "folder") => say::arg_lists_folder(),
        ("records lists", "contractor") => say::arg_lists_contractor(),
        ("records lists", "to") => say::arg_lists_to(),
        ("records import" | "records watch", "rehearsals") => say::arg_records_rehearsals(),
        ("records accept" | "records revoke", "fingerprint") => say::arg_fingerprint(),
        ("records revoke", "reason") => say::arg_revoke_reason(),
        ("records development list" | "records development set", "state") => say::arg_item_state(),
        ("records development list", "open") => say::arg_items_open(),
        ("records development list", "session") => say::arg_items_session(),
        ("records development list", "contractor") => say::arg_items_contractor(),
        ("records development list", "words") => say::arg_items_words(),
        ("records development list", "out") => say::arg_items_out(),
        ("records development set" | "records development history", "item")
        | ("records feedback leave-out" | "records feedback take-back", "feedback") => say::arg_item(),
        ("records development set", "owner") => say::arg_item_owner(),
        ("records development set", "due") => say::arg_item_due(),
        ("records development set", "no_due") => say::arg_item_no_due(),
        ("records development set", "note") => say::arg_item_note(),
        ("records trends", "theme") => say::arg_trends_theme(),
        ("records trends", "question") => say::arg_trends_question(),
        ("records trends", "kind") => say::arg_trends_kind(),
        ("records log", "most") => say::arg_log_most(),
        _ => return None,
    })
}

/// What stands for a value; letters such as `N` say the same in every language.
fn value_name(name: &clap::builder::Str, lang: Lang) -> clap::builder::Str {
    let message = match name.as_str() {
        "DIR" => say::value_dir(),
        "FILE" => say::value_file(),
        "TEXT" => say::value_text(),
        "PACK" => say::value_pack(),
        "ID" => say::value_id(),
        "KIND" => say::value_kind(),
        "FORMAT" => say::value_format(),
        "LANG" => say::value_lang(),
        "NAME" => say::value_name(),
        "WHY" => say::value_why(),
        "PERSON" => say::value_person(),
        "COMPANY" => say::value_company(),
        "ADDRESS" => say::value_address(),
        "WORD" => say::value_word(),
        "DATE" => say::value_date(),
        "VERDICT" => say::value_verdict(),
        "STATE" => say::value_state(),
        "FINGERPRINT" => say::value_fingerprint(),
        _ => return name.clone(),
    };
    lasting(&message, lang).into()
}

/// clap wants some of its words for the whole of the program's run.
fn lasting(message: &Message, lang: Lang) -> &'static str {
    message.text(lang).leak()
}

/// `command` with every word of its help in `lang`.
pub(super) fn worded(command: Command, lang: Lang) -> Command {
    let flag = |name: &'static str, short: char, action| {
        Arg::new(name).short(short).long(name).action(action).help(name).display_order(usize::MAX)
    };
    let command = command
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(flag("help", 'h', ArgAction::Help).global(true))
        .arg(flag("version", 'V', ArgAction::Version));
    command_worded(command, "", lang)
}

fn command_worded(mut command: Command, path: &str, lang: Lang) -> Command {
    if let Some((short, more)) = about(path) {
        let short = short.text(lang);
        if let Some(more) = more {
            command = command.long_about(format!("{short}\n\n{}", more.text(lang)));
        }
        command = command.about(short);
    }
    let usage = say::heading_usage().text(lang);
    command = command
        .help_template(format!("{{about-with-newline}}\n{usage}: {{usage}}\n\n{{all-args}}"))
        .subcommand_help_heading(lasting(&say::heading_commands(), lang))
        .subcommand_value_name(lasting(&say::value_command(), lang))
        .mut_args(|argument| argument_worded(argument, path, lang));
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        let below = format!("{path} {name}").trim().to_owned();
        command = command.mut_subcommand(name, |sub| command_worded(sub, &below, lang));
    }
    command
}

fn argument_worded(argument: Arg, path: &str, lang: Lang) -> Arg {
    let heading = if argument.is_positional() { say::heading_arguments() } else { say::heading_options() };
    let mut argument = argument.help_heading(lasting(&heading, lang));
    if let Some(help) = help(path, argument.get_id().as_str()) {
        let mut help = help.text(lang);
        if argument.get_action().takes_values() {
            let choices: Vec<String> =
                argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
            if !choices.is_empty() {
                help = say::with_choices(help, choices.join(", ")).text(lang);
            }
            let default: Vec<_> = argument.get_default_values().iter().map(|value| value.to_string_lossy()).collect();
            if !default.is_empty() {
                help = say::with_default(help, default.join(" ")).text(lang);
            }
            argument = argument.hide_possible_values(true).hide_default_value(true);
        }
        argument = argument.help(help);
    }
    let names: Option<Vec<_>> =
        argument.get_value_names().map(|names| names.iter().map(|name| value_name(name, lang)).collect());
    match names {
        Some(names) => argument.value_names(names),
        None => argument,
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;
    use crate::cli::Arguments;

    fn each(command: &Command, path: &str, seen: &mut dyn FnMut(&Command, &str)) {
        seen(command, path);
        for sub in command.get_subcommands() {
            each(sub, format!("{path} {}", sub.get_name()).trim(), seen);
        }
    }

    #[test]
    fn every_command_and_argument_has_words_in_every_language() {
        for lang in Lang::ALL {
            let mut count = 0;
            let mut whole = worded(Arguments::command(), lang);
            whole.build();
            each(&whole, "", &mut |command, path| {
                count += 1;
                assert!(about(path).is_some(), "the command \"{path}\" has no words in src/cli/words.rs");
                for argument in command.get_arguments() {
                    let id = argument.get_id().as_str();
                    let words = help(path, id).map(|message| message.text(lang));
                    let words = words.unwrap_or_else(|| panic!("{path} {id} has no words in src/cli/words.rs"));
                    let shown = argument.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(shown.starts_with(&words), "{path} {id} shows {shown}");
                }
            });
            assert!(count > 5, "only {count} commands were seen");
        }
    }
}
