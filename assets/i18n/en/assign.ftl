assign-not-an-assignment = This is no assignment of an induction. Ask the subscriber for the file again. File: { $file }
assign-newer = A newer program made this assignment (version { $version }). Update Perehdytin. File: { $file }
assign-bad-field = The assignment’s field { $field } is missing or cannot be used. Ask the subscriber for the file again. File: { $file }
assign-other-course = The assignment is about another course ({ $course }). Ask the subscriber for that course pack. File: { $file }
assign-other-revision = The assignment is about revision { $asked } of the course, but you have revision { $here }. Ask the subscriber for that revision or a new assignment. File: { $file }
assign-no-theme = The course has no theme { $theme }, which the assignment asks for. Ask the subscriber for course pack and assignment again. File: { $file }
assign-other-theme-revision = The assignment asks for revision { $asked } of the theme { $theme }, but you have revision { $here }. Ask the subscriber for the course pack again. File: { $file }
assign-nobody-lacks = Nobody lacks anything, so no assignment is needed.
assign-choose-course = Themes of several courses are lacking. Choose one with --course: { $courses }
assign-written = The assignment is ready: { $file }
assign-summary = { $themes ->
    [one] One theme
   *[other] { $themes } themes
}, { $people ->
    [one] one person
   *[other] { $people } people
}, { $all } min in all (themes { $minutes } min, final test { $test } min)
assign-summary-without-test = { $themes ->
    [one] One theme
   *[other] { $themes } themes
}, { $people ->
    [one] one person
   *[other] { $people } people
}, themes { $minutes } min and the final test
assign-theme-line = { $theme } (revision { $revision }), { $minutes } min
assign-need-none = { $count ->
    [one] Lacks nothing: { $names }
   *[other] Lack nothing: { $names }
}
assign-proves-nothing = The assignment proves nothing. When the register comes back, import it: perehdytin records import
