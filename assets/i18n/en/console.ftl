console-agenda = Agenda
console-agenda-columns = Theme · actual / planned min
console-agenda-minutes = { $actual } of { $planned } min
console-agenda-planned = planned { $planned } min
console-amendments = Corrections
console-amended-name = { $after } (was { $before })
console-amended-details = { $name }: details put right
console-amended-arrival = { $name }: arrived { $after }, not { $before }
console-amended-departure = { $name }: left { $after }, not { $before }
console-amended-removed = { $name }: row removed
console-amended-restored = { $name }: row restored
console-amended-merged = { $name }: merged into { $into }
console-amended-void = { $name }: attempt { $attempt } declared void
console-attempt-line = Attempt { $number }, { $manner }: { $state }
console-attempt-failed = not passed, { $correct }/{ $total }
console-attempt-passed = passed, { $correct }/{ $total }
console-attempt-open = not finished, { $answered }/{ $total } answered
console-attempt-void = void ({ $reason })
console-attempt-go-on = Resume the attempt
console-attempt-void-button = Declare the last attempt void…
console-attempts-left = { $left ->
    [0] No attempts left.
    [one] One attempt left.
   *[other] { $left } attempts left.
}
console-back-heading = Is the trainer back at the computer?
console-back-text = The trainer's view shows what others have done. Only the trainer opens it.
console-back-feedback-lost = The feedback begun here will not be sent.
console-back-no = No, stay here
console-back-yes = Yes, open the trainer's view
console-begin-desk = At this computer
console-begin-paper = Enter from a sheet
console-begin-oral = Orally
console-begin-oral-now = Begin the oral test
console-begin-only-paper = Not here: only the answers on a sheet can be entered.
console-blackout = Blackout
console-branch-leads = Option { $letter } leads on:
console-branch-go = See what happens: { $title }
console-break-left = Break: { $left } left (until { $until })
console-break-over = Break over by { $over }
console-break-next = Break in { $minutes } min, at { $at }
console-checklist-after = After the session
console-checklist-before = Before the session
console-checklist-none = The course has no checklist.
console-correct-heading = Correct the details: { $name }
console-correct-row = Correct…
console-desk-answer-of = Answer of { $name }
console-desk-has-answered = answered
console-desk-letter = Answer { $letter }: { $text }
console-desk-nobody = Nobody is here.
console-done = Done
console-entry-answered = { $answered }/{ $total } answered
console-entry-field = Answer { $number }
console-entry-hand-in = Mark as handed in
console-entry-leave = Back, go on later
console-entry-oral-how = Read the question and its options aloud. Enter the answer as letters; Enter moves on. A blank counts as wrong.
console-entry-paper-how = Type the letters on the sheet; the cursor moves by itself, Enter passes a blank. A blank counts as wrong.
console-explanation = Explanation
console-explanation-of = Which option to explain
console-explanation-in-room = On the projector
console-explanation-results = Results
console-explanation-show = Explanation
console-question-explain = Next explanation
console-feedback-anonymous = Feedback is anonymous: no name, time or order is stored with it.
console-feedback-count = { $given ->
    [one] 1 form
   *[other] { $given } forms
}, { $people ->
    [one] 1 participant
   *[other] { $people } participants
}
console-feedback-explained = Pass the computer round: everybody answers in turn, and only the number of forms is shown here.
console-feedback-hand-over = Hand the computer over for feedback
console-feedback-next = The next person gives feedback
console-feedback-none = No feedback from me
console-feedback-no-key = The feedback could not be stored anonymously, so it was not stored. Try again.
console-feedback-scale = 1 = { $low }, 5 = { $high }
console-feedback-send = Send the feedback
console-feedback-thanks = Thank you for your feedback!
console-feedback-thanks-text = Pass the computer to the next person or to the trainer.
console-feedback-title = Feedback on the induction
console-field-arrival = Arrived
console-field-company = Company
console-field-departure = Left
console-field-email = E-mail
console-field-employee-number = Employee number
console-field-missing = Fill this in.
console-field-name = Name
console-field-role = Role
console-field-tax-number = Tax number
console-finish-explained = { $here ->
    [0] Everybody has left.
    [one] One person is still here: closing marks them as having left without a signature.
   *[other] { $here } are still here: closing marks them as having left without a signature.
}
console-finish-go = On to closing
console-for-contractor = For the contractor
console-for-customer = For the customer
console-for-subscriber = For the subscriber
console-freeze = Freeze
console-hand-over-back = Trainer: back to my own view
console-hands-all = { $total ->
    [one] One hand, everybody has answered.
   *[other] { $total } hands, everybody has answered.
}
console-hands-field = Hands for { $letter }
console-hands-how = Type the hands as numbers; Enter moves on.
console-hands-over = { $total ->
    [one] One hand
   *[other] { $total } hands
}, but at most { $most } can be raised. Check the numbers.
console-hands-save = Save the hands
console-hands-silent = { $total ->
    [one] One hand
   *[other] { $total } hands
} of { $most }; { $silent } raised none.
console-is-black = Projector is black
console-is-frozen = Picture is frozen
console-is-paused = Paused
console-item-change = Reword
console-item-drop = Drop
console-item-help = What did the room say? The note belongs to the current step.
console-item-new = New development item
console-item-reword = Development item
console-item-save = Note it down
console-items-none = No development items yet.
console-jump = Go to…
console-jump-heading = Go to a step
console-jump-nothing = No step matches.
console-jump-search = Search by name, theme or kind
console-kind-break = break
console-kind-choice = choice
console-kind-discussion = discussion
console-kind-order = order
console-kind-scenario = scenario
console-kind-slide = slide
console-kind-statement = statement
console-letters-in-order = Type all letters in order.
console-letters-one = Type a letter. Enter passes the person over.
console-letters-several = Type every chosen letter and press Enter.
console-letters-wrong = { $letter } does not fit here. Delete it.
console-manner-desk = at the computer
console-manner-oral = orally, witness { $witness }
console-manner-paper = on a sheet
console-manner-phone = on a phone
console-mark-left = Mark as left
console-mark-returned = Came back
console-merge-choose = Choose the row to merge this one into.
console-merge-explained = Two rows are one person. This row goes into the one chosen.
console-merge-heading = Merge the row: { $name }
console-merge-into = Merge into
console-merge-now = Merge
console-merge-row = Merge…
console-no-session = No session is running
console-notes = Notes
console-notes-larger = Larger notes
console-notes-none = This step has no notes.
console-notes-smaller = Smaller notes
console-order-right = { $right }/{ $answered } in the right order
console-pace-ahead = { $minutes } min ahead, ends { $ends }
console-pace-behind = { $minutes } min behind, ends { $ends }
console-pace-ended = ended { $ends }
console-pace-on-time = on time, ends { $ends }
console-pause = Pause
console-people-here = { $here } here
console-percent = { $percent }%
console-place-feedback = Feedback
console-place-final-test = Final test
console-place-lobby = Signing in
console-place-sign-out = Signing out
console-preview-next = Next
console-preview-now = On show now
console-progress-ahead = to come
console-progress-begun = begun
console-progress-current = here
console-progress-done = done
console-progress-skipped = left out
console-projector = Projector
console-question-answered = { $answered } answered, { $hands } hands, { $present } here
console-question-close = Close the question
console-question-desk = One by one
console-question-hands = Count hands
console-question-heading = Question: { $kind }
console-question-is-closed = Closed, results not shown
console-question-is-open = Open
console-question-is-revealed = Results shown
console-question-none = This step has no question.
console-question-open = Open the question
console-question-peek = Peek
console-question-reveal = Reveal
console-question-round = Round { $round }
console-question-unasked = Not asked yet
console-question-vote-again = Vote again
console-reason = Reason
console-reason-help = Shown on the register.
console-reason-missing = Give a reason.
console-remove-explained = The row leaves the register; the removal and its reason stay on it. The row can be restored.
console-remove-heading = Remove the row: { $name }
console-remove-now = Remove the row
console-remove-row = Remove…
console-restore-explained = The row goes back on the register.
console-restore-heading = Restore the row: { $name }
console-restore-now = Restore the row
console-restore-row = Restore…
console-resume = Resume
console-right = right
console-roster-counts = { $here } here · { $gone } gone · { $missing } missing
console-roster-missing = Still expected
console-roster-search = Search by name or company
console-roster-sign-in = Sign somebody in
console-save = Save
console-session-closed = The session is closed
console-session-closed-text = Nothing can be changed any more. The register is signed next.
console-sheets-not-set = The test sheets could not be set: { $reason }
console-sheets-reveal = Open the folder
console-sheets-stopped = Making the test sheets was interrupted. Try again.
console-sheets-write = Make test sheets ({ $count })
console-sheets-writing = Making the test sheets…
console-sheets-written = The sheets ({ $count }) and their key are ready to print.
console-sign-out-explained = Participants sign out in turn. The signature is voluntary; it does not prove identity.
console-sign-out-here = { $here } here
console-sign-out-nobody = Everybody has signed out.
console-sign-out-signature = Signature
console-sign-out-with = Sign out with the signature
console-sign-out-without = Sign out without a signature
console-skip = Leave out…
console-skip-explained = Choose the steps to leave out. They and the reason stay on the register.
console-skip-heading = Leave steps out
console-skip-nothing = No steps are left to leave out.
console-skip-now = Leave them out
console-skip-saves = { $count } chosen, saves { $minutes } min
console-skip-step = { $title } ({ $kind }, { $minutes } min)
console-standing-gone = gone
console-standing-here = here
console-standing-merged = merged
console-standing-removed = removed
console-standing-signed-out = signed out
console-step-of = step { $at }/{ $all }
console-step-time = { $spent } of { $planned } min
console-tab-checklist = Checklist
console-tab-items = Items
console-tab-people = Participants
console-tab-question = Question
console-tabs = Tabs on the right
console-test-all-answered = { $total ->
    [one] The question is answered.
   *[other] All { $total } questions are answered.
}
console-test-answered = Question { $number }, answered
console-test-back = Back
console-test-begin = Begin the test
console-test-choose-person = Choose a participant to see their attempts.
console-test-choose-several = Choose every right one.
console-test-counts = { $passed } passed · { $failed } not passed · { $open } not taken
console-test-done = Done
console-test-everybody = Everybody here has taken the test.
console-test-failed = not passed { $correct }/{ $total }
console-test-for = Final test: { $name }
console-test-hand-in = Hand in the test
console-test-hand-over = Hand the computer to { $name }
console-test-i-am = I am { $name }
console-test-is-it-true = Is this statement true?
console-test-is-open = not finished
console-test-missing = { $missing ->
    [one] One question is unanswered.
   *[other] { $missing } questions are unanswered.
}
console-test-next = Next
console-test-nobody-left = Everybody has taken the test. Hand the computer to the trainer.
console-test-not-taken = not taken
console-test-order-again = Start the order again
console-test-pass-on = Pass the computer on to { $name }.
console-test-passed = passed { $correct }/{ $total }
console-test-put-in-order = Choose the items in order, first to last.
console-test-question-of = Question { $number } of { $total }
console-test-read-again = Read these themes again:
console-test-result-private = Only you see the result on this screen. Press Done and pass the computer on.
console-test-review = Before you hand in
console-test-rules = { $questions ->
    [one] One question
   *[other] { $questions } questions
}, pass mark { $percent }%. There is no time limit, and answers can be changed until you hand in.
console-test-score = { $correct } of { $total } right
console-test-thanks = Thank you!
console-test-to-review = Check and hand in
console-test-unanswered = Question { $number }, unanswered
console-test-you-failed = Not passed this time
console-test-you-passed = You passed
console-time-wrong = Type a time of day, such as 9:05.
console-to-home = To the start screen
console-verdict-false = False
console-verdict-true = True
console-void-explained = The attempt does not count. It and the reason stay on the register, and it may be taken again.
console-void-heading = Declare the attempt void: { $name }
console-void-now = Declare void
console-vote-again-go = Vote again
console-vote-again-heading = Another vote after the discussion
console-witness = Witness
