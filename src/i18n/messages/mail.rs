//! The handout by mail: letter, drafts, sending, settings of the mail server.

messages! {
    // The letter itself, in the room's language.
    letter_subject(course) => "mail-letter-subject";
    letter_greeting(name) => "mail-letter-greeting";
    letter_greeting_all() => "mail-letter-greeting-all";
    letter_thanks(course, day) => "mail-letter-thanks";
    letter_attached() => "mail-letter-attached";
    letter_face(subscriber) => "mail-letter-face";
    letter_questions() => "mail-letter-questions";
    letter_regards() => "mail-letter-regards";
    letter_why() => "mail-letter-why";
    file_word() => "mail-file-word";
    drafts_folder() => "mail-drafts-folder";
    test_subject() => "mail-test-subject";
    test_text(host) => "mail-test-text";
    // Why a message was not sent.
    host_not_found(host) => "mail-host-not-found";
    no_connection(host, port, reason) => "mail-no-connection";
    timed_out(host, port) => "mail-timed-out";
    wrong_protection(host, port, reason) => "mail-wrong-protection";
    no_starttls(host) => "mail-no-starttls";
    certificate_untrusted(host, reason) => "mail-certificate-untrusted";
    certificate_name(host) => "mail-certificate-name";
    certificate_time(host) => "mail-certificate-time";
    no_certificate(path) => "mail-no-certificate";
    no_sign_in(host) => "mail-no-sign-in";
    wrong_password(user, reply) => "mail-wrong-password";
    wants_sign_in(host, reply) => "mail-wants-sign-in";
    sender_refused(address, reply) => "mail-sender-refused";
    recipient_refused(address, reply) => "mail-recipient-refused";
    bad_address(address) => "mail-bad-address";
    foreign_address(address) => "mail-foreign-address";
    too_large(reply) => "mail-too-large";
    refused(reply) => "mail-refused";
    later(reply) => "mail-later";
    lost(host) => "mail-lost";
    unconfirmed(host) => "mail-unconfirmed";
    another_runs() => "mail-another-runs";
    no_material(reason) => "mail-no-material";
}
