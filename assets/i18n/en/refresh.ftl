refresh-not-ours = This file is not a file of refreshers. Set it aside and refreshers begin with a new one; nothing is deleted: { $path }
refresh-too-new = The refreshers were saved by a newer program (version { $version }). Update Perehdytin; the file was not touched: { $path }
refresh-damaged = The file of refreshers is damaged. Set it aside and refreshers begin with a new one; nothing is deleted: { $path }
refresh-store-in-use = Another program is holding the file of refreshers. Close it and try again: { $path }
refresh-disk-full = The disk is full, and the answer was not saved. Free some space and try again: { $path }
refresh-store-failed = The file of refreshers could not be used ({ $reason }). Try again: { $path }
refresh-not-passed = The course is not finished yet. Refreshers begin once every theme is done and the final test is passed.
refresh-course-changed = The refreshers’ copy of the course is missing or was changed. Start refreshers again from your finished self-study; your progress is kept: { $path }
refresh-no-card = This question is no longer in your refreshers. Go back to the beginning of the refreshers: { $path }
refresh-title = Refreshers
refresh-reading = Reading your refreshers
refresh-no-courses = Refreshers begin once you have passed a course by self-study.
refresh-to-home = To the start screen
refresh-again = Try again
refresh-set-aside = Set the file aside and begin anew
refresh-was-set-aside = The old file is kept: { $path }
refresh-course = Course
refresh-due-now = { $count -> 
    [one] One question to refresh
   *[other] { $count } questions to refresh
}
refresh-due-takes = It takes about { $minutes } min. Stop whenever you like: what you have answered is kept.
refresh-begin = Refresh now
refresh-go-on = Go on refreshing
refresh-open = Open refreshers
refresh-done-for-now = Nothing to refresh right now
refresh-next-on = Next refresher { $day }: { $questions -> 
    [one] one question
   *[other] { $questions } questions
}, about { $minutes } min.
refresh-nothing-ahead = There is nothing to refresh for half a year.
refresh-target-reached = The refreshers for your target date are done
refresh-nothing-after-target = Remove the target date or set a new one to go on.
refresh-more-now = { $count -> 
    [one] Refresh one question anyway
   *[other] Refresh { $count } questions anyway
}
refresh-known-now = You now know about { $percent }% of what you have been asked. That is { $known } of the course’s { $cards } questions.
refresh-known-nothing = The course has { $cards } questions. After your first refresher you will see what you remember.
refresh-to-statistics = What I remember and what I forget
refresh-to-guide = Pocket guide
refresh-stop = Stop refreshing this course
refresh-stop-hint = Your answers are kept: you can go on later from here.
refresh-stopped = Refreshers have ended. Your answers are kept.
refresh-rhythm = When and how much
refresh-minutes-label = Minutes a week
refresh-minutes-a-week = { $minutes } min
refresh-days-label = Days
refresh-weekday-short = { $day -> 
    [mo] Mon
    [tu] Tue
    [we] Wed
    [th] Thu
    [fr] Fri
    [sa] Sat
   *[su] Sun
}
refresh-weekday = { $day -> 
    [mo] Monday
    [tu] Tuesday
    [we] Wednesday
    [th] Thursday
    [fr] Friday
    [sa] Saturday
   *[su] Sunday
}
refresh-day = { $day -> 
    [mo] on Monday
    [tu] on Tuesday
    [we] on Wednesday
    [th] on Thursday
    [fr] on Friday
    [sa] on Saturday
   *[su] on Sunday
} { $date }
refresh-per-sitting = { $questions -> 
    [one] One question
   *[other] Up to { $questions } questions
} each time, about { $minutes } min.
refresh-target-label = Target date, if you like
refresh-target-help = The day by which everything should be fresh, such as the start of a contract.
refresh-target-hint = e.g. 15.3.2027
refresh-target-set = Set
refresh-target-wrong = Write a day to come, such as 15.3.2027.
refresh-target-is = Everything fresh { $day }
refresh-target-last = The last questions come { $day } at the latest. After that nothing is due.
refresh-target-too-near = { $count -> 
    [one] One question does not fit in
   *[other] { $count } questions do not fit in
} before the target. Add minutes or days.
refresh-target-remove = Remove the target date
refresh-calendar-title = The dates in your own calendar
refresh-calendar-text = { $count -> 
    [0] There are no refreshers ahead.
    [one] The file has one date.
   *[other] The file has { $count } dates. Open it in your calendar.
}
refresh-calendar-file = Calendar file (.ics)
refresh-calendar-save = Save the calendar
refresh-calendar-saved = The calendar was saved: { $path }
refresh-calendar-sitting = Refresher: { $course }
refresh-calendar-task = { $questions -> 
    [one] One question
   *[other] { $questions } questions
}, about { $minutes } min. Open Perehdytin and choose Refreshers.
refresh-calendar-target = Target date: { $course } fresh in mind
refresh-question-of = Question { $number } of { $total }
refresh-comes-again = This one went wrong a moment ago: once more.
refresh-how-sure = Answer: how sure are you?
refresh-sure-guess = I am guessing
refresh-sure-think = I think so
refresh-sure-know = I know
refresh-answer-first = Choose an answer first.
refresh-leave = Stop here
refresh-next = Next
refresh-to-end = Finish
refresh-right = Right
refresh-wrong = Not quite
refresh-wrong-but-sure = You were sure of it, which is why this one is worth remembering.
refresh-you-did = What you did
refresh-you-did-instead = You chose
refresh-better = A better way
refresh-for-customer = For the customer
refresh-for-subscriber = For the subscriber
refresh-for-contractor = For your own company
refresh-it-is-true = The statement is true.
refresh-it-is-not-true = The statement is not true.
refresh-right-order = The right order
refresh-right-and-picked = Right, and you chose it
refresh-right-not-picked = You should have chosen this, too
refresh-wrong-and-picked = You chose this, but it is not right
refresh-wrong-not-picked = Not right
refresh-slide-again = Here it is again
refresh-comes-back-on = Comes back { $day } at the earliest.
refresh-comes-back-today = Comes once more at the end of this refresher.
refresh-end-title = Done for today
refresh-end-score = Right at once: { $right } of { $total }.
refresh-end-next = Next refresher { $day }.
refresh-back = Back
refresh-statistics-title = What I remember and what I forget
refresh-statistics-empty = After your first refresher you will see here what you remember.
refresh-over-time = Over time
refresh-over-time-text = An estimate: you now know { $known }%. { $answers -> 
    [0] There are no answers in refreshers yet.
   *[other] Right at once in refreshers: { $right } of { $answers }.
}
refresh-chart-known = Estimate of what you know
refresh-chart-weeks = Right at once, by week
refresh-chart-aim = The aim, 90%
refresh-chart-spoken = Chart: you know about { $last }%, { $first }% at first.
refresh-forgotten-title = What slips away
refresh-forgotten-nothing = Nothing has gone wrong in refreshers.
refresh-sure-but-wrong = { $count -> 
    [one] Once you were sure, but wrong.
   *[other] { $count } times you were sure, but wrong.
}
refresh-forgotten-line = Wrong { $wrong } of { $answers } · { $theme }
refresh-by-theme = By theme
refresh-column-theme = Theme
refresh-column-questions = Questions
refresh-column-right = Right at once
refresh-column-known = You know now
refresh-right-of = { $right } of { $answers }
refresh-percent = { $share }%
refresh-guide-title = Pocket guide
refresh-guide-contacts = Whom to contact
refresh-guide-file = File to print (.pdf)
refresh-guide-save = Save as PDF
refresh-guide-saved = The pocket guide was saved: { $path }
refresh-not-printed = The pocket guide could not be made ({ $reason }). Try again; if that does not help, start refreshers again from your self-study.
refresh-home-due = { $course }: { $count -> 
    [one] one question
   *[other] { $count } questions
}, about { $minutes } min.
refresh-home-next = { $course }: next refresher { $day }.
refresh-home-resting = { $course }: nothing to refresh now.
