trend-aside-not-feedback = The feedback file is damaged or was edited. Ask the sender for the original feedback.json.
trend-aside-newer = A newer version of the program made this feedback file (form { $version }). Update the program and import it again.
trend-aside-unfit = The field { $field } of the feedback file cannot be. Ask the sender for the original feedback.json.
trend-aside-other-than-register = The accepted register of the same session tells another day or course. Ask the sender where this file comes from.
trend-aside-other-feedback = There is a feedback file of the same session already, and it says something else. If this one is right, leave the old one out first and import this again.
trend-too-long = The text is too long. Shorten it to { $limit } characters at most.
trend-spoken-for = Feedback file { $other } of the same session counts already. Leave that one out first.
trend-no-table = The table cannot be put together ({ $reason }). Try the other form: .csv or .xlsx.
trend-deed-heard = Imported feedback file { $digest }…, { $items ->
    [0] no development items
    [one] one development item
   *[other] { $items } development items
}
trend-deed-left-out = Left feedback file { $digest }… out
trend-deed-taken-back = Took feedback file { $digest }… back in
trend-deed-developed = Changed development item { $item }: { $change }
trend-heard = Imported feedback, { $items ->
    [0] no development items
    [one] one development item
   *[other] { $items } development items
}: { $path }
trend-tie-register = The session's accepted register is here and tells the same day and course.
trend-tie-unaccepted = The session's register is here, but its signer is not accepted.
trend-tie-missing = The session's register is missing. Import it as well to see whether the two belong together.
trend-tie-contradicts = The session's accepted register tells another day or course. This does not count.
trend-tie-alone = Feedback from self-study: anonymous, so it cannot be tied to a register.
trend-left-out = Left out: it does not count.
trend-unsigned = Feedback files are not signed, so nobody vouches for their figures.
trend-nothing-heard = There is no feedback yet. Import a session's folder or its feedback.json.
trend-ground = Accepted register { $registers }, signer not accepted { $unaccepted }, register missing { $missing }, self-study { $alone }.
trend-ground-rehearsals = { $count ->
    [one] One of them is a rehearsal with made-up people.
   *[other] { $count } of them are rehearsals with made-up people.
}
trend-ground-left-out = { $count ->
    [one] One feedback file was left out.
   *[other] { $count } feedback files were left out.
}
trend-ground-contradicting = { $count ->
    [one] One feedback file does not count because it contradicts its register.
   *[other] { $count } feedback files do not count because they contradict their registers.
}
trend-state-new = New
trend-state-agreed = Agreed
trend-state-in-work = In progress
trend-state-done = Done
trend-state-rejected = Rejected
trend-changed-state = state: { $state }
trend-changed-owner = owner: { $owner }
trend-changed-no-owner = no owner
trend-changed-due = due: { $date }
trend-changed-no-due = no due date
trend-changed-note = note: { $note }
trend-until-day = by { $date }
trend-no-items = No development items found.
trend-no-changes = Nothing has been changed yet.
trend-nothing-to-set = Say what changes: --state, --owner, --due, --no-due or --note.
trend-table-format = Give a file whose name ends in .xlsx or .csv: { $path }
trend-table-written = { $count ->
    [one] One development item written
   *[other] { $count } development items written
}: { $path }
trend-items-file = Development items
trend-column-number = No.
trend-column-item = Development item
trend-column-state = State
trend-column-owner = Owner
trend-column-due = Due
trend-column-note = Latest note
trend-column-theme = Theme
trend-column-course = Course (revision)
trend-column-day = Session
trend-column-place = Place
trend-column-contractors = Contractors
trend-column-session = Identifier
trend-studied-alone = Self-study
trend-verdict-worse = worse
trend-verdict-better = better
trend-verdict-unclear = no clear difference
trend-verdict-too-few = fewer than { $fewest } answers, cannot be compared
trend-occasion-alone = self-study { $month } ({ $people })
trend-sessions = { $count ->
    [one] One session
   *[other] { $count } sessions
}
trend-heading-course = The whole course, first answers
trend-heading-themes = Themes, first answers
trend-heading-questions = Questions in the themes, answers before the discussion
trend-heading-test = Questions of the final test, first attempt
trend-heading-ratings = Ratings in the feedback, 1 to 5
trend-heading-said = In their own words
trend-with-revision = revision { $revision }: { $measured }
trend-share = { $percent } % wrong ({ $wrong } of { $answered })
trend-mean = { $mean } ({ $answers ->
    [one] one rating
   *[other] { $answers } ratings
})
