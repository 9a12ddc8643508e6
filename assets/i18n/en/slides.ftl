slides-remember = Remember
slides-tip = Tip
slides-warning = Take care
slides-promise-title = Service promise
slides-promise-value = Promised
slides-promise-compensation = Compensation to the customer
slides-may-answer = You may answer
slides-must-not-answer = Refer the customer on
slides-statement-true = True
slides-statement-false = False
slides-statement-ask = Is this statement true?
slides-statement-is-true = The statement is true
slides-statement-is-false = The statement is false
slides-choose-one = Choose one.
slides-choose-several = Choose all that apply.
slides-order-ask = Put these in the right order.
slides-order-right = The right order
slides-order-hits = { $right } of { $answers } got it right
slides-right = Right
slides-not-best = Not the best
slides-round = Round { $number }
slides-for-customer = Customer
slides-for-subscriber = Subscriber
slides-for-contractor = Contractor
slides-lobby-ask = Welcome! Please sign in at the trainer’s computer before we begin.
slides-test-title = Final test
slides-test-questions = { $questions ->
    [one] One question
   *[other] { $questions } questions
}, about { $minutes ->
    [one] one minute
   *[other] { $minutes } minutes
}
slides-test-pass = Pass mark: { $percent }% right
slides-test-attempts = { $attempts ->
    [one] One attempt
   *[other] { $attempts } attempts
}
slides-test-alone = Everybody answers alone. Answers can be changed until they are handed in.
slides-feedback-title = Feedback
slides-feedback-text = Tell us what was good and what was missing. A few minutes will do.
slides-feedback-anonymous = Feedback cannot be traced to the person who gave it.
slides-sign-out-title = Sign out
slides-sign-out-text = Please sign at the trainer’s computer before you leave. That puts your attendance on the register.
slides-closed-title = Thank you for taking part
slides-closed-text = The customer will remember you. Have a good day at work!
slides-break-until = We continue at { $time }
slides-break-left = { $minutes ->
    [one] One minute of the break is left
   *[other] { $minutes } minutes of the break are left
}
slides-break-over = We continue now
slides-picture-loading = Opening the picture…
slides-picture-broken = The picture cannot be shown. { $alt }
slides-projector-window = Perehdytin: projector
slides-projector-waiting = The session begins soon
