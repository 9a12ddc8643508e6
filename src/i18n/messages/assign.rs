//! Messages of the area `assign`: the assignment of a partial induction.

messages! {
    not_an_assignment(file) => "assign-not-an-assignment";
    newer(version, file) => "assign-newer";
    bad_field(field, file) => "assign-bad-field";
    other_course(course, file) => "assign-other-course";
    other_revision(asked, here, file) => "assign-other-revision";
    no_theme(theme, file) => "assign-no-theme";
    other_theme_revision(theme, asked, here, file) => "assign-other-theme-revision";
    nobody_lacks() => "assign-nobody-lacks";
    choose_course(courses) => "assign-choose-course";
    written(file) => "assign-written";
    summary(themes, people, minutes, test, all) => "assign-summary";
    summary_without_test(themes, people, minutes) => "assign-summary-without-test";
    theme_line(theme, revision, minutes) => "assign-theme-line";
    need_none(count, names) => "assign-need-none";
    themes_title() => "assign-themes-title";
    whole_course(count) => "assign-whole-course";
    part_of_course() => "assign-part-of-course";
    theme_choice(theme, minutes) => "assign-theme-choice";
    length(count, whole, minutes, questions) => "assign-length";
    part_explained() => "assign-part-explained";
    no_theme_chosen() => "assign-no-theme-chosen";
    alone_title() => "assign-alone-title";
    take_whole() => "assign-take-whole";
    filled_in(people, file) => "assign-filled-in";
    filled_in_alone(file) => "assign-filled-in-alone";
    open_assignment() => "assign-open-assignment";
    card_title() => "assign-card-title";
    card_text() => "assign-card-text";
    card_file() => "assign-card-file";
    card_people(names, more) => "assign-card-people";
    do_alone() => "assign-do-alone";
    do_room() => "assign-do-room";
    open() => "assign-open";
    dialog_title(name) => "assign-dialog-title";
    dialog_reading() => "assign-dialog-reading";
    dialog_text() => "assign-dialog-text";
    dialog_file() => "assign-dialog-file";
    dialog_write() => "assign-dialog-write";
    person_lacks(name, themes) => "assign-person-lacks";
    person_lacks_all(name, count) => "assign-person-lacks-all";
    letter_attached() => "assign-letter-attached";
    part_short(count, whole) => "assign-part-short";
    part_long(count) => "assign-part-long";
    proves_nothing() => "assign-proves-nothing";
}
