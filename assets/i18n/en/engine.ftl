engine-session-closed = The session is closed and can no longer be changed.
engine-empty = { $field } is missing. Fill it in.
engine-too-long = { $field } is too long: at most { $limit } characters fit.
engine-bad-character = { $field } has the character { $code }, which no register can show. Delete it, or type the field again.
engine-bad-identifier = { $kind ->
    [tax_number] A tax number has 12 digits. It is on your construction-site ID card.
    [email] An e-mail address looks like name@company.fi.
   *[other] The identifier is not of the form that is asked for.
}
engine-bad-address = This is no e-mail address. It looks like name@company.fi.
engine-already-signed-in = { $name } ({ $company }) has signed in already. If this is a namesake, add a middle name.
engine-bad-signature = The signature is missing or cannot be used. Draw it again.
engine-no-participant = There is no such participant.
engine-is-removed = { $name } was taken off the register. Put the row back first.
engine-not-removed = { $name } is still on the register, so there is nothing to put back.
engine-not-present = { $name } is not here now. Mark the return first.
engine-is-present = { $name } is here already.
engine-merge-with-itself = A row cannot be merged with itself. Choose another row.
engine-bad-time = The time does not fit the session: it must be after the start and not in the future, and arrival must come before departure.
engine-no-step = The course has no step { $step }.
engine-no-such-part = This course has no such part.
engine-no-question = There is no question at { $step }.
engine-not-open = The question is not open. Open it first.
engine-stale-round = The question is being asked again. Answer the new round.
engine-is-open = The question is open already.
engine-not-asked = The question has not been opened yet, so there is nothing to show.
engine-bad-answer = The answer does not fit the question. Check how many options are to be chosen.
engine-too-many-hands = There are { $hands } hands, but { $present ->
    [one] only one person has not answered
   *[other] only { $present } people have not answered
} individually. Count the hands again.
engine-no-item = The development item is no longer there.
engine-attempt-open = { $name } is in the middle of the final test. Hand it in or declare it void first.
engine-no-attempt = { $name } is not taking the test.
engine-stale-attempt = { $name }: another attempt is meant than the one being taken. Look at the test again.
engine-no-attempts-left = { $name } has no attempts left.
engine-has-passed = { $name } has passed the final test already.
engine-unanswered = { $missing ->
    [one] One question is
   *[other] { $missing } questions are
} still unanswered.
engine-pause-mismatch = The session is already paused, or already running again.
engine-no-list-item = The checklist has no such line.
engine-bad-feedback-key = This feedback form was handed in already.
engine-nobody-signed-in = Nobody has signed in, so there is nothing to close.
engine-not-self-study = This belongs to studying alone, and this session is held in a room.
engine-only-one-learner = Only one person studies here, and they have signed in already. Start another study for the next one.
engine-not-shown = Answer the question first, and see what follows from your answer.
engine-theme-first = This course takes its themes in order. Do “{ $theme }” first.
engine-themes-left = { $left ->
    [one] One theme is
   *[other] { $left } themes are
} still to be done. The final test opens when all of them are.
engine-not-creditable = “{ $theme }” cannot be credited: its content has changed since the earlier induction. Go through the theme.
engine-field-name = The name
engine-field-company = The company
engine-field-role = The role
engine-field-identifier = The identifier
engine-field-address = The e-mail address
engine-field-reason = The reason
engine-field-item = The development item
engine-field-witness = The witness
engine-field-feedback = The feedback
engine-field-organiser = The organiser
engine-field-place = The place
engine-field-trainer = The trainer
engine-phone-session-closed = The session is closed. Nothing more can be sent.
engine-phone-no-participant = You have not signed in yet. Sign in first.
engine-phone-is-removed = Your sign-in was taken off the list. Sign in again, or ask the trainer.
engine-phone-not-present = You are marked as gone. First tell that you are back.
engine-phone-is-present = You are marked as here already.
engine-phone-not-open = The question no longer takes answers.
engine-phone-stale-round = The question is being asked again. Answer the new round.
engine-phone-too-many-hands = The raised hands already count everybody in the room. Tell the trainer that you answer by phone.
engine-phone-attempt-open = Your final test is being taken elsewhere already. Ask the trainer.
engine-phone-no-attempt = You are not taking the final test now.
engine-phone-stale-attempt = This attempt is no longer being taken. Look at the test again.
engine-phone-no-attempts-left = You have no attempts left. Ask the trainer.
engine-phone-has-passed = You have passed the final test already.
engine-phone-not-possible = This cannot be done from a phone. Ask the trainer.
engine-phone-not-stored = This could not be stored. Try again in a moment; if it does not help, tell the trainer.
engine-phone-ended = The session is not running now. Wait a moment, or ask the trainer.
engine-somebody = The participant
engine-not-stored = This could not be stored and nothing has changed. { $reason } Then try again.
engine-ended = The session is no longer running in this window. Open it again from the start screen.
engine-journal-missing = The session's file is not there: { $path }
engine-journal-in-use = The session is open in another window. Close that first: { $path }
engine-journal-foreign = The file is not a session of this program: { $path }
engine-journal-too-new = The session was made with a newer program (version { $version }). Update this one: { $path }
engine-journal-broken = { $fault ->
    [gap] Event { $seq } is missing
    [changed] Event { $seq } was changed
    [unreadable] Event { $seq } cannot be read
    [feedback] The feedback was changed after closing
   *[out_of_place] Event { $seq } stands where it cannot
}, so the session's data cannot be trusted. Keep the file and use a backup: { $path }
engine-journal-full = The disk is full. Make room: { $path }
engine-journal-failed = The session's file could not be used ({ $reason }): { $path }
engine-file = { $operation ->
    [read] Reading
    [write] Writing
    [create_folder] Making the folder
    [list] Reading the folder
    [remove] Removing
    [rename] Moving
   *[other] Setting permissions
} failed because { $kind ->
    [missing] there is no such file
    [denied] permission was denied
    [full] the disk is full
    [read_only] the disk cannot be written
    [exists] a file of that name already exists
    [too_large] the file is too large
   *[other] the system said: { $detail }
}. { $path }
engine-bad-pack = The course pack has mistakes. Check it: { $path }
engine-pack-changed = The course pack was changed after the session was opened. Put the original back: { $path }
engine-not-copied = A file cannot be taken along: it is too large, a link, or outside its folder. Put a plain file in its place: { $path }
engine-bad-profile = The session's profile cannot be read. Put the original back: { $path }
engine-no-theme = The course has no theme { $theme }. Choose the themes again.
engine-no-language = The course is not available in { $language }. Choose one of its languages.
engine-no-randomness = The system gives no random numbers. Restart the computer.
engine-no-thread = The session could not be started ({ $reason }). Close other programs.
engine-unfinished = The session has not been closed. Close it first: { $path }
engine-copy-exists = There is one of that name already. Choose another folder: { $path }
engine-copy-differs = The copy differs from the original. Try another disk: { $path }
engine-rehearsed = Rehearsed (seed { $seed }): { $people ->
    [one] one made-up participant
   *[other] { $people } made-up participants
}, { $passed } passed the final test, { $minutes } min.
engine-rehearsed-files = Register: { $register }
    Report: { $report }
    Session: { $session }
engine-phones-failed = The rehearsal's phones did not get through ({ $reason }). Rehearse again, or without phones.
engine-out-in-use = The folder holds a rehearsal already. Choose another or empty it: { $path }
engine-no-signer = No throw-away signer could be made ({ $reason }). Try again.
