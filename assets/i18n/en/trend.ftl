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
trend-tab-items = { $open ->
    [0] Development items
   *[other] Development items ({ $open })
}
trend-tab-trends = Feedback and trends
trend-items-text = What did people want to be better? Agree on who sees to it and by when. Every change stays visible.
trend-items-words = Search the development items
trend-items-words-hint = item, theme, owner, place or contractor
trend-items-open = Open
trend-items-all = All
trend-items-count = { $count ->
    [one] One development item
   *[other] { $count } development items
}
trend-items-out = Save as a table
trend-items-out-title = Save as a table
trend-items-out-text = The table gets what the list shows now: { $count ->
    [one] one development item
   *[other] { $count } development items
}.
trend-items-out-file = File (.xlsx or .csv)
trend-table-exists = The file exists. Give another name, or choose it by browsing: { $path }
trend-all-courses = All courses
trend-item-late = The due date has passed.
trend-item-set = What happens to it
trend-item-due = By when
trend-item-note = Note (stays in the history)
trend-save = Save
trend-saved = The development item is saved.
trend-history = What has happened
trend-back-to-items = Back to the development items
trend-back-to-trends = Back to the feedback
trend-sources-open = Show the feedback files
trend-sources-title = Feedback files
trend-sources-text = A feedback file is not signed. It is tied to its register by the session’s identifier. If its figures are wrong, leave the file out. You can take it back.
trend-source-rehearsal = A rehearsal: the people are made up.
trend-source-came = { $name }, imported { $at } by { $who }
trend-leave-out = Leave out
trend-take-back = Take back in
trend-was-left-out = The feedback file was left out.
trend-was-taken-back = The feedback file counts again.
trend-kinds = Which sessions
trend-kinds-all = All
trend-kinds-room = In a room
trend-kinds-alone = Self-study
trend-view = What to look at
trend-view-themes = Themes
trend-view-questions = Questions
trend-view-test = Final test
trend-view-ratings = Ratings
trend-view-said = In their own words ({ $count })
trend-nothing-to-show = These sessions have nothing of this.
trend-explain-themes = Share of wrong first answers to all questions of a theme, the most missed first. Choose a row to see the sessions.
trend-explain-questions = Share of wrong answers before the discussion, the most missed first. Choose a row to see the sessions.
trend-explain-test = Share of wrong answers in the first attempt at the final test, the most missed first. Choose a row to see the sessions.
trend-explain-ratings = Mean of the ratings on the scale 1 to 5. Choose a row to see the sessions.
trend-explain-said = The newest first. Nobody knows who wrote them.
trend-column-what = What it is about
trend-column-before = Revision before
trend-column-newest = Newest revision
trend-column-change = Change
trend-whole-course = The whole course
trend-cell = r{ $revision }: { $measured }
trend-short-share = { $percent } % ({ $wrong }/{ $answered })
trend-short-mean = { $mean } (n = { $answers })
trend-verdict-few-short = too few
trend-one-revision-only = Only one revision of the course so far, so there is nothing to compare yet.
trend-got-better = It got better with revision { $revision }: { $was } before, { $is } now. The difference is probably not chance.
trend-got-worse = It got worse with revision { $revision }: { $was } before, { $is } now. The difference is probably not chance.
trend-got-unclear = Revision { $revision } made no clear difference: { $was } before, { $is } now. This may be chance.
trend-got-too-few = There are too few answers to compare yet: { $was } before, { $is } now. Each side needs at least { $fewest }.
trend-theme-not-revised = The theme itself was not revised in between.
trend-by-revision = By revision of the course
trend-by-session = By session
trend-column-revision = Revision
trend-column-time = When
trend-column-sessions = Sessions
trend-column-measured = Result
trend-column-between = Probable range
trend-revision = revision { $revision }
trend-revision-of-theme = revision { $revision } (theme { $theme })
trend-between-percent = { $low }–{ $high } %
trend-between = { $low }–{ $high }
trend-between-explained = Probable range (95 %): the fewer the answers, the wider it is.
trend-measure-share = Share of wrong answers, session by session
trend-measure-rating = Mean of the ratings, session by session, 1 to 5
trend-legend-session = a session, larger with more answers
trend-legend-between = probable range
trend-legend-level = level of the whole revision
trend-legend-revision = the revision changes
