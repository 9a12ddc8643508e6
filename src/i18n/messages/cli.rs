//! Messages of the area `cli`.

messages! {
    no_home() => "cli-no-home";
    data_folder(reason, path) => "cli-data-folder";

    about() => "cli-about";
    about_preview() => "cli-about-preview";
    about_check() => "cli-about-check";
    about_rehearse() => "cli-about-rehearse";
    about_rehearse_more() => "cli-about-rehearse-more";
    about_verify() => "cli-about-verify";
    about_paper() => "cli-about-paper";
    about_records() => "cli-about-records";
    about_records_import() => "cli-about-records-import";
    about_records_check() => "cli-about-records-check";
    about_records_signers() => "cli-about-records-signers";
    about_records_accept() => "cli-about-records-accept";
    about_records_revoke() => "cli-about-records-revoke";
    about_records_aside() => "cli-about-records-aside";
    about_records_log() => "cli-about-records-log";

    arg_data_dir() => "cli-arg-data-dir";
    arg_lang() => "cli-arg-lang";
    arg_help() => "cli-arg-help";
    arg_version() => "cli-arg-version";
    arg_pack() => "cli-arg-pack";
    arg_packs() => "cli-arg-packs";
    arg_format() => "cli-arg-format";
    arg_preview_step() => "cli-arg-preview-step";
    arg_check_profile() => "cli-arg-check-profile";
    arg_check_publish() => "cli-arg-check-publish";
    arg_participants() => "cli-arg-participants";
    arg_rehearse_seed() => "cli-arg-rehearse-seed";
    arg_rehearse_phones() => "cli-arg-rehearse-phones";
    arg_rehearse_out() => "cli-arg-rehearse-out";
    arg_profile() => "cli-arg-profile";
    arg_verify_files() => "cli-arg-verify-files";
    arg_verify_trust() => "cli-arg-verify-trust";
    arg_verify_no_render() => "cli-arg-verify-no-render";
    arg_paper_kind() => "cli-arg-paper-kind";
    arg_paper_out() => "cli-arg-paper-out";
    arg_paper_sheets() => "cli-arg-paper-sheets";
    arg_paper_seed() => "cli-arg-paper-seed";
    arg_by() => "cli-arg-by";
    arg_records_paths() => "cli-arg-records-paths";
    arg_records_rehearsals() => "cli-arg-records-rehearsals";
    arg_fingerprint() => "cli-arg-fingerprint";
    arg_revoke_reason() => "cli-arg-revoke-reason";
    arg_log_most() => "cli-arg-log-most";

    value_dir() => "cli-value-dir";
    value_file() => "cli-value-file";
    value_pack() => "cli-value-pack";
    value_id() => "cli-value-id";
    value_kind() => "cli-value-kind";
    value_format() => "cli-value-format";
    value_lang() => "cli-value-lang";
    value_command() => "cli-value-command";
    value_name() => "cli-value-name";
    value_why() => "cli-value-why";
    value_fingerprint() => "cli-value-fingerprint";
    value_options() => "cli-value-options";

    heading_usage() => "cli-heading-usage";
    heading_commands() => "cli-heading-commands";
    heading_arguments() => "cli-heading-arguments";
    heading_options() => "cli-heading-options";
    with_default(help, value) => "cli-with-default";
    with_choices(help, values) => "cli-with-choices";

    unknown_command(word) => "cli-unknown-command";
    unknown_word(word) => "cli-unknown-word";
    no_value(argument) => "cli-no-value";
    not_a_choice(value, argument, choices) => "cli-not-a-choice";
    bad_value(value, argument, help) => "cli-bad-value";
    missing(arguments) => "cli-missing";
    given_twice(argument) => "cli-given-twice";
    not_together(argument, other) => "cli-not-together";
    no_command(choices) => "cli-no-command";
    cannot_be_read(word) => "cli-cannot-be-read";
    did_you_mean(words) => "cli-did-you-mean";
    more_help() => "cli-more-help";
}
