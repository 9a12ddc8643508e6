study-after-theme = Opens when “{ $theme }” is done
study-answer = Answer
study-ask-again = { $count ->
    [one] Answer again
   *[other] Answer again ({ $count })
}
study-asked-again = Once more
study-back = Back
study-begin = Begin
study-close = Close
study-comes-back = You will be asked this again at the end of the theme.
study-course-left = About { $time } of the course left
study-credited = Accepted
study-credited-from = You did this on { $day } and it has not changed
study-done = Done
study-earlier-choose = The register has several people with your name. Which one are you?
study-earlier-credit = { $count ->
    [one] Accept one theme
   *[other] Accept { $count } themes
}
study-earlier-credits = { $credited ->
    [0] No theme can be accepted from it.
    [one] One theme need not be done again.
   *[other] { $credited } themes need not be done again.
} { $due ->
    [0] Nothing has changed.
    [one] One theme is to be done.
   *[other] { $due } themes are to be done.
}
study-earlier-found = Your earlier induction
study-earlier-label = Register (pdf)
study-earlier-looking = Checking the register…
study-earlier-not-now = Not now
study-earlier-text = If you have done this induction before, do only what has changed. Drop your register on this window, or choose it.
study-earlier-title = Done this before?
study-earlier-untrusted = This computer does not know the signer ({ $signer }). The subscriber checks whether the register will do.
study-go-on = Go on
study-go-on-here = Go on
study-good-choice = A good choice
study-hint-one = Choose one: by letter, number or mouse.
study-hint-order = Choose them in order, first to last.
study-hint-several = More than one is right. Choose them all.
study-hint-statement = Is this true? Press A or B.
study-home-name = Self-study
study-hours = { $hours } h
study-hours-and-minutes = { $hours } h { $minutes } min
study-is-not-best = not the best
study-is-right = right
study-item-goes-along = Goes along as a development item if you send your feedback
study-item-take-back = Take it back
study-left = { $time } left
study-left-title = What is left
study-minutes = { $minutes } min
study-more-below = More to read below (space)
study-next-again = Next question
study-next-theme = Next: { $theme }
study-next-up = Next
study-not-best-choice = Not the best choice
study-not-credited = Changed since last time, or not done then
study-not-right = Not quite
study-note-help = A few sentences will do. They stay on this computer and are not in the register.
study-note-label = What do you think?
study-notes-broken = Your earlier notes cannot be read, so new ones are not kept. The file is in the session's folder: notes.json.
study-notes-not-written = Your note was not kept. See whether the disk is full: { $path }
study-of-theme-left = About { $time } of this theme left
study-order-again = Begin the order again
study-other-options = See what the others would have led to
study-part-feedback = Feedback
study-part-register = Signature and register
study-part-test = Final test
study-questions-back = { $count ->
    [one] One question again
   *[other] { $count } questions again
}
study-questions-back-help = { $count ->
    [one] This was not right yet. Answer again when you are ready. The theme is done when it is right.
   *[other] These were not right yet. Answer again when you are ready. The theme is done when all are right.
}
study-questions-left = { $count ->
    [one] one question left
   *[other] { $count } questions left
}
study-read-again = Read first: { $step }
study-right = Right
study-right-at-once = Right at once: { $right } / { $asked }.
study-see-on = See how it goes on
study-send-item = Send as a development item
study-send-item-help = It reaches the subscriber only if you decide to send your feedback at the end.
study-step-of = { $number } / { $all }
study-studied = You have studied { $time }
study-take-along = Take this along
study-takes = { $time }
study-text-larger = Larger text
study-text-smaller = Smaller text
study-theme-done = Theme done
study-theme-left = You were at: { $step }. About { $time } of this theme left.
study-theme-takes = Takes about { $time }.
study-theme-took = It took { $time }.
study-themes-done = { $done } / { $all } themes done
study-think = Think for a moment
study-time-explained = Time runs only while you are doing something. It stops when you have not touched the computer for three minutes. The register states this time.
study-time-runs = Studied { $time }
study-time-stands = Clock stopped · { $time }
study-to-course = Course home
study-to-end = To the end of the theme
study-waits-for-themes = { $count ->
    [one] one theme first
   *[other] { $count } themes first
}
study-what-follows = What follows from it
study-where-you-were = Go on where you were
study-would-be-good = This would have been a good choice
study-would-not-be-best = This is not the best either
study-you-had-it = You had it { $place }.
study-your-answer = Your answer
