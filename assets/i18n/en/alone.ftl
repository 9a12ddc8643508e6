alone-rehearsed = Self-study rehearsed (seed { $seed }): { $minutes } min of active time, final test { $passed ->
    [0] not passed
   *[other] passed
}.
alone-title = Study alone
alone-text = You take the course at your own pace on this computer. Stop whenever you like and go on where you were.
alone-language = The language you study in
alone-example-is-made-up = { $name } is made up. Its promises, sums and telephone numbers are not real. Ask the subscriber for its own profile: only a register made with that will do.
alone-details-title = 3 · You
alone-details-alone-title = Who studies
alone-signs-print = I cannot draw: I sign a print of the register by hand
alone-earlier-title = 4 · Have you taken the course before?
alone-earlier-text = If you have a register of it, drop it on this window or choose it. Then you only take what has changed. You can give it later, too.
alone-earlier-label = Your earlier register (register.pdf)
alone-proof-title = 5 · Your proof
alone-proof-text = At the end you get a signed register with one row: yours. You send it yourself, and { $subscriber } sees what you have done. Nothing leaves the computer by itself.
alone-key-is-there = This computer has a signing key: { $name }.
alone-key-comes-later = You sign the register with a key of your own. You make it at the end; it takes a minute.
alone-begin = Begin to study
alone-begin-hint = From here on everything is kept at once.
alone-starting = Opening the course
alone-go-on = Go on
alone-read-again = Read the themes again
alone-test-calmly = { $attempts ->
    [one] You have one attempt. You can stop and go on later.
   *[other] You have { $attempts } attempts. You can stop and go on later.
}
alone-test-waits = { $themes ->
    [one] One theme is not done yet. The test opens once it is.
   *[other] { $themes } themes are not done yet. The test opens once they are.
}
alone-test-again-text = { $attempts ->
    [one] You have one more attempt. Read again in peace first, or try at once.
   *[other] You have { $attempts } more attempts. Read again in peace first, or try at once.
}
alone-test-again = Try again
alone-test-over-text = All attempts are used. The result stands on the register; the subscriber tells you how to go on.
alone-feedback-title = What did you think?
alone-feedback-text = Your feedback stays on this computer and is not on the register. At the end you decide whether to send it.
alone-feedback-keep = Keep the feedback
alone-feedback-kept = It is on this computer. At the end you decide whether to send it.
alone-end-title = Sign and finish
alone-end-text = You are at the end of the course. See what goes onto the register.
alone-end-register = On the register
alone-end-minutes = { $minutes ->
    [one] One minute of active time
   *[other] { $minutes } minutes of active time
}
alone-end-themes = Themes done: { $done }/{ $themes }
alone-end-credited = { $themes ->
    [one] One theme is credited from an earlier register
   *[other] { $themes } themes are credited from an earlier register
}
alone-end-passed = Final test passed: { $correct } of { $total } right
alone-end-failed = { $attempts ->
    [0] Final test not passed: { $correct } of { $total } right
    [one] Final test not passed yet ({ $correct } of { $total } right). One attempt is left.
   *[other] Final test not passed yet ({ $correct } of { $total } right). { $attempts } attempts are left.
}
alone-end-untested = The final test is not taken
alone-end-is-final = Once you finish, nothing can be added. After that you sign the register with your key.
alone-end-draw-first = Draw your signature first.
alone-end-sign = Finish the study
alone-is-closed = You finished on { $at }. Everything is kept.
alone-own-key-text = This computer has somebody's signing key already. Make your own: the register is signed in your name.
alone-sign-later-hint = It waits on the start screen.
alone-done-title = You have done the course
alone-done-unpassed-title = The register is ready; the final test is not passed
alone-register-title = Send the register
alone-register-text = Send the file register.pdf to the subscriber ({ $subscriber }) and to your own employer ({ $company }). It proves what you have done. Keep it yourself too: the next time you only take what has changed.
alone-send-title = Would you like to send feedback?
alone-send-text = { $forms ->
    [0] { $items ->
        [one] You noted one development item.
       *[other] You noted { $items } development items.
    }
   *[other] { $items ->
        [0] You gave feedback.
        [one] You gave feedback and noted one development item.
       *[other] You gave feedback and noted { $items } development items.
    }
} They are on this computer alone. If you like, you get a file of them, which you send yourself. It also tells which questions of the exercises and the final test you got right. Your name is not in it.
alone-send-made = The feedback file is ready. If you like, send the files in the folder to the subscriber: { $subscriber }.
alone-send-make = Make a feedback file
alone-after-title = From here on
alone-guide-text = The pocket guide: what matters most on one sheet, to print or to keep on your phone.
alone-guide-show = Show the pocket guide
alone-refresh-text = Refreshers: a few minutes a week, and what you learned stays.
alone-refresh-start = Begin refreshers
alone-pass-on-text = Foreman: you can hold the same course for your own team. The new register rests on this one.
alone-pass-on = Hold it for my team
alone-pass-on-open = I hold a course for my team that I did myself
alone-pass-on-title = What you did yourself
alone-pass-on-explained = Once you have done the course yourself, you can hold it for your own team. The new register says on which one it rests.
alone-pass-on-register = Your own register (register.pdf)
alone-pass-on-without = I hold the course without a register of my own
alone-pass-on-not-clear = Your own register will not do yet. Choose another one, or hold the course without it.
alone-pass-on-looking = Checking the register
alone-pass-on-granted = It will do: { $name }, { $day }.
alone-pass-on-untrusted = This computer does not know who signed the register. You can hold the course; what the register is worth is for the subscriber to say.
alone-pass-on-whose = Which of the rows is yours?
alone-rehearsed-files =
    Register: { $register }
    Session: { $session }
