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
assign-summary-test = Only the final test, { $people ->
    [one] one person
   *[other] { $people } people
}{ $test ->
    [0] {""}
   *[other] , { $test } min
}
assign-theme-line-test = { $theme } (revision { $revision }): attended already, in the test only
assign-person-lacks-test = { $name }: only the final test, the themes were attended
assign-person-lacks-and-test = { $name }: { $themes }, and the final test of the themes already attended
assign-tested-in-room = These the participants have attended already; of them only the final test is missing: { $themes }. You can pass over them in the session.
assign-tested-alone = These you have attended already; of them only the final test is missing: { $themes }. Give the program the register in which you attended them, and you need not go through them again.
assign-retake = Whoever lacks only the final test may come to a session for the test alone: they need not sit through themes they have attended. Studying alone, they are spared these once they give the program the register in which they attended them.
assign-theme-line = { $theme } (revision { $revision }), { $minutes } min
assign-need-none = { $count ->
    [one] Lacks nothing: { $names }
   *[other] Lack nothing: { $names }
}
assign-proves-nothing = The assignment proves nothing. When the register comes back, import it: perehdytin records import
assign-themes-title = Themes
assign-whole-course = The whole course ({ $count ->
    [one] one theme
   *[other] { $count } themes
})
assign-part-of-course = Only some themes
assign-theme-choice = { $theme }, { $minutes } min
assign-length = { $count } of { $whole } themes, about { $minutes } min in all { $questions ->
    [0] without a final test
    [one] with the final test (one question)
   *[other] with the final test ({ $questions } questions)
}
assign-part-explained = The final test asks about these themes alone. The register says that this was a partial induction, and of which themes.
assign-no-theme-chosen = Choose at least one theme, or the whole course.
assign-alone-title = You lack only these
assign-take-whole = I will take the whole course
assign-filled-in = { $people ->
    [one] The assignment’s themes and person are filled in below. File: { $file }
   *[other] The assignment’s themes and { $people } people are filled in below. File: { $file }
}
assign-filled-in-alone = The assignment’s themes are chosen below. File: { $file }
assign-open-assignment = Open an assignment
assign-card-title = The subscriber’s assignment: a partial induction
assign-card-text = Did the subscriber send you an assignment? Drop the file on this window or choose it. Then only the missing themes are gone through.
assign-card-file = The assignment’s file
assign-card-people = { $names }{ $more ->
    [0] {""}
   *[other] {" "}and { $more } more
}
assign-do-alone = Study these alone
assign-do-room = Hold a session of these
assign-open = Assign the missing themes
assign-dialog-title = Assignment: { $name }
assign-dialog-reading = Looking for what is missing.
assign-dialog-text = Send the file to the trainer, or to the fitter themselves. Dropped on the program’s window, it goes through these themes alone. Then import the register that comes back: the assignment itself proves nothing.
assign-dialog-file = File for the assignment
assign-dialog-write = Save the assignment
assign-person-lacks = { $name }: { $themes }
assign-person-lacks-all = { $name }: { $count ->
    [one] this theme
   *[other] all { $count } themes
}
assign-letter-attached = The assignment (.perehdytys) is attached as well. Dropped on the window of Perehdytin, it goes through the missing themes alone.
assign-part-short = partial, { $count } of { $whole } themes
assign-part-long = A partial induction: { $count ->
    [one] one theme
   *[other] { $count } themes
}
