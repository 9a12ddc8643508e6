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
    proves_nothing() => "assign-proves-nothing";
}
