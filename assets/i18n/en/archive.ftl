archive-title = Records
archive-home-text = Who has been inducted and may go to a customer today? Import the signed registers and look.
archive-open = Open the records
archive-reading = Reading the records
archive-tabs = View
archive-tab-import = Import
archive-tab-signers = { $new ->
    [0] Signers
   *[other] Signers ({ $new } new)
}
archive-tab-aside = { $count ->
    [0] Set aside
   *[other] Set aside ({ $count })
}
archive-who = Who decides (kept in the log)
archive-who-first = Write your name first, then you can decide.
archive-show-more = Show more ({ $count } left)
archive-import-title = Import registers
archive-import-text = Choose signed registers, feedback files (feedback.json) or a folder, or drop them on this window. Each is checked first and kept exactly as it is.
archive-import-files = Files
archive-import-folder = Folder
archive-import-who = Who imports (kept in the log)
archive-import-rehearsals = Take rehearsals too, in which the people are made up
archive-import-now = Import
archive-import-looking = Looking for files
archive-import-progress = Done { $done } of { $total } files: kept { $taken }, known already { $known }, set aside { $aside }
archive-import-stays = You can stop at any time: what has been imported stays. Leaving the records stops the import too.
archive-import-stop = Stop importing
archive-import-stopping = Stopping
archive-import-stopped = The import was stopped.
archive-import-sum = Kept { $taken }, known already { $known }, set aside { $aside }.
archive-import-passed-over = { $count ->
    [one] One file was passed over: it is neither a register nor a feedback file.
   *[other] { $count } files were passed over: they are neither registers nor feedback files.
}
archive-import-to-signers = { $count ->
    [one] Accept the new signer
   *[other] Accept { $count } new signers
}
archive-import-to-aside = Show everything set aside
archive-aside-text = These files were not taken into the records. A copy is kept so that the matter can be looked into.
archive-aside-none = Nothing has been set aside.
archive-aside-came = Set aside { $at }, imported by { $who }
archive-aside-rehearsal = A rehearsal: the people in it are made up. If you want it all the same, tick “Take rehearsals too” under Import and import it again.
archive-signers-text = A register counts only once you accept who signed it. Accepting takes effect at once on everything they have signed.
archive-signers-none = There are no signers yet. Import registers first.
archive-signer-undecided = Not accepted yet: registers signed by them do not count yet.
archive-signer-accepted = Accepted { $at } by { $who }
archive-signer-revoked = Revoked { $at } by { $who }. Reason: { $reason }
archive-signer-rests = Resting on this signature: { $registers ->
    [one] one register
   *[other] { $registers } registers
}, { $people ->
    [one] one person
   *[other] { $people } people
}
archive-signer-namesake = Take care: a signer of the same name is already accepted, but this one has another key. Ask them in person whether their key has changed.
archive-accept-signer = Accept { $name }
archive-accept-title = Accept this signer?
archive-accept-explained = The key says: { $name }. Anybody can write any name into a key. Call the signer and ask them to read their fingerprint aloud.
archive-accept-what-follows = Accepting makes { $registers ->
    [one] one register count at once, with
   *[other] { $registers } registers count at once, with
} { $people ->
    [one] the one person
   *[other] the { $people } people
} { $registers ->
    [one] on it.
   *[other] on them.
}
archive-accept-compared = I compared the fingerprints and they are the same.
archive-accept = Accept
archive-accepted = Accepted: { $name }. Now counting: { $registers ->
    [one] one register
   *[other] { $registers } registers
}, { $people ->
    [one] one person
   *[other] { $people } people
}.
archive-revoke-signer = Revoke { $name }
archive-revoke-title = Revoke this signer?
archive-revoke-what-follows = { $registers ->
    [one] One register
   *[other] { $registers } registers
} and { $people ->
    [one] one person
   *[other] { $people } people
} rest on this signature. They will no longer count. The files stay, and you can accept again.
archive-revoke-reason = Reason (kept in the log)
archive-revoke = Revoke
archive-revoked = Revoked: { $name }. No longer counting: { $registers ->
    [one] one register
   *[other] { $registers } registers
}, { $people ->
    [one] one person
   *[other] { $people } people
}.
archive-tab-search = Search
archive-tab-contractors = Contractors
archive-tab-doubts = { $new ->
    [0] Unclear people
   *[other] Unclear people ({ $new })
}
archive-import-to-search = Look for a person
archive-back = Back
archive-back-to-contractors = Back to the contractors
archive-no-end = no end date
archive-course = { $title }, revision { $revision }
archive-search-label = Search by name, company or identifier
archive-search-hint = For example: anna digging
archive-search-text = Type the beginning of a word. You will find people and contractors.
archive-search-nobody = Nothing found: { $typed }. Try the surname alone or the beginning of a word.
archive-search-found = { $count ->
    [one] One result
   *[other] { $count } results
}
archive-search-many = The first { $count } results. Type more to shorten the list.
archive-company-row = Contractor { $name }
archive-company-all = The whole contractor
archive-column-name = Name
archive-column-company = Company
archive-column-identifier = Identifier
archive-column-theme = Theme
archive-column-stands = Standing
archive-column-until = Last day
archive-column-lacking = What is missing
archive-column-valid = Valid
archive-column-alone = Self-study only
archive-column-due = Due
archive-column-failed = Test not passed
archive-column-unaccepted = Signer not accepted
archive-state-valid = Valid
archive-state-valid-alone = Valid, self-study only
archive-state-due = Due
archive-state-failed = Test not passed
archive-state-unaccepted = Signer not accepted
archive-only-the-test = Only the final test
archive-all-themes = The whole induction, { $minutes } min
archive-some-themes-and-test = { $themes } ({ $minutes } min), and the final test of the themes already attended
archive-some-themes = { $themes } ({ $minutes } min)
archive-day = On which day (empty = today)
archive-day-unreadable = Write the day like this: 2026-11-02
archive-day-to-come = This day is yet to come. Give today or an earlier day.
archive-person-nothing = No inductions by { $day }.
archive-person-valid = Inducted. May be sent to a customer on { $day }.
archive-person-due = May not be sent to a customer on { $day }: themes of the induction are missing.
archive-person-failed = May not be sent to a customer on { $day }: the final test has not been passed.
archive-person-unaccepted = May not be sent to a customer on { $day }: whoever signed the register has not been accepted.
archive-person-term = Valid since { $since }. Last day { $until }.
archive-person-term-open = Valid since { $since }, with no end date.
archive-person-alone = All of it is self-study.
archive-theme-held = Attended, valid since { $since }
archive-theme-unaccepted = Attended { $day }, signer not accepted
archive-theme-held-by = Valid since { $since }, register of { $day }
archive-evidence-title = What this rests on
archive-evidence-none = There is no register of this course with this person.
archive-evidence-row = row { $row }
archive-evidence-rehearsal = REHEARSAL
archive-evidence-signed = signed by { $name }
archive-evidence-unaccepted = signer { $name } not accepted
archive-form-room = session
archive-form-alone = self-study
archive-test-passed = test passed
archive-test-failed = test failed
archive-test-not-taken = test not taken
archive-open-register = Open the register of { $day }
archive-course-label = Course
archive-course-since = { $title }, revision { $revision }, in force since { $day }. As of today.
archive-course-from-registers = { $title }, revision { $revision }: the newest in the registers. As of today.
archive-no-courses = There are no courses yet. Import registers first.
archive-contractor-row = { $name }: valid { $valid }, of these self-study only { $alone }, due { $due }, test not passed { $failed }, signer not accepted { $unaccepted }
archive-contractor-on = { $course }. As of { $day }.
archive-course-unknown-then = There was no register of the course yet on { $day }.
archive-nobody-here = Nobody is in this group.
archive-shown-label = Whom to show
archive-shown-all = Everybody ({ $count })
archive-shown-valid = Valid ({ $count })
archive-shown-due = Due ({ $count })
archive-shown-failed = Test not passed ({ $count })
archive-shown-alone = Self-study only ({ $count })
archive-shown-unaccepted = Signer not accepted ({ $count })
archive-what-if-open = What would a new revision change?
archive-what-if-title = What would a new revision change?
archive-what-if-text = Choose a course pack before it comes into force. You see who would have to be inducted again, and in which themes. Nothing is changed yet.
archive-what-if-folder = Folder of the course pack
archive-what-if-now = Look
archive-what-if-reading = Reading the course pack and the records
archive-what-if-due = { $due ->
    [0] Nobody would have to be inducted again.
    [one] One person would have to be inducted again.
   *[other] { $due } people would have to be inducted again.
} { $stay } would stay valid. { $already } are due already.
archive-what-if-new-course = There is no register of this course yet.
archive-pack-broken = The course pack has faults. Mend them and look again.
archive-publish-text = Once you put this revision into force, inductions are compared with it from today on.
archive-publish = Put into force today
archive-published = In force: { $title }, revision { $revision }
archive-doubts-text = These may be one person written in two ways. Nothing is merged until you decide, and a decision can be undone.
archive-doubts-shown = Which are shown
archive-doubts-waiting = Waiting for a decision ({ $count })
archive-doubts-decided = Decided ({ $count })
archive-doubts-none-decided = Nothing has been decided yet.
archive-doubts-none = There are no unclear people.
archive-same-person = The same person
archive-other-person = Different people
archive-decided-same = The same person. Decided by { $who }, { $at }.
archive-decided-other = Different people. Decided by { $who }, { $at }.
archive-undo-decision = Undo the decision
archive-joined-already = Merged into the other.
archive-open-person = Show inductions
archive-joined = Merged into one person.
archive-kept-apart = Kept as different people.
archive-undone = The decision has been undone.
archive-list-open = Make a list of those due
archive-list-title = Inductions due
archive-list-text = { $count ->
    [one] One person is due.
   *[other] { $count } people are due.
} You get four files: a PDF, a table (XLSX), the assignment (.perehdytys) and an e-mail draft with the others attached. Whoever waits for a signer to be accepted is not on the list.
archive-list-folder = Into which folder
archive-list-to = Whom to mail (may stay empty)
archive-list-write = Make the files
archive-list-writing = Making the files
archive-list-written = The list is in { $folder }
archive-list-failed = The list cannot be made ({ $reason }). Try another folder, or tell the makers of the program.
archive-list-file = due
archive-list-minutes = Minutes
archive-list-why = { $count ->
    [one] The induction of the following person is
   *[other] The inductions of the following { $count } people are
} not valid. It is enough for each to take the themes they are missing and pass the test.
archive-list-subject = Inductions due: { $course }
archive-letter-greeting = Hello,
archive-letter-text = { $count ->
    [one] The induction of one of your people is
   *[other] The inductions of { $count } of your people are
} not valid on { $day }. Course: { $course }. Could you agree a time for their induction with us? It is enough for each to take the themes they are missing.
archive-letter-attached = The same list is attached, to print and as a table.
archive-watch-title = Watched folder
archive-watch-text = Name the folder that registers come into. As long as the program is open, it imports new registers by itself. It waits for files that are still being written, and leaves the originals where they are.
archive-watch-folder = Folder that registers come into
archive-watch-begin = Watch the folder
archive-watch-stop = Stop watching
archive-watching = Watching { $folder }
archive-watch-again = Trying again in a moment.
archive-watch-last = Last came { $at }: taken { $taken }, known already { $known }, set aside { $aside }.
archive-watch-waiting = { $count ->
    [one] One file is still coming in.
   *[other] { $count } files are still coming in.
}
archive-watch-came = { $taken ->
    [0] From the watched folder, { $aside ->
        [one] one file was set aside.
       *[other] { $aside } files were set aside.
    }
   *[other] From the watched folder, { $taken ->
        [one] one register was taken
       *[other] { $taken } registers were taken
    }{ $aside ->
        [0] .
        [one] , and one file was set aside.
       *[other] , and { $aside } files were set aside.
    }
}
archive-tab-check = Check
archive-evidence-page = page { $page }
archive-about-register = About the register
archive-open-pdf = Open PDF
archive-register-title = Register { $day }
archive-register-came = Imported { $at } from { $source } by { $who }
archive-register-digest = Digest of the file (SHA-256): { $digest }
archive-register-replaced = A newer file of the same session is kept. Inductions rest on that one.
archive-open-later = Show the newer one
archive-countersigned-by = { $count ->
    [one] One more person has signed the register.
   *[other] { $count } more people have signed the register.
}
archive-column-row = Row
archive-column-test = Test
archive-column-page = Page
archive-column-day = Day
archive-column-place = Place
archive-column-people = People
archive-countersign = Sign as the subscriber too
archive-countersign-not-yet = You can sign as the subscriber once the register's signer is accepted.
archive-countersign-title = Sign as the subscriber
archive-countersign-text = The register is checked in full first. Your signature is added after the others, which stay valid. The original file is kept as well.
archive-countersign-no-key = There is no signing key on this computer yet. Make a key first.
archive-to-keys = To the signing keys
archive-countersign-saying = What the signature says
archive-countersign-received = Received
archive-countersign-accepted = Accepted
archive-countersign-place = Place (may stay empty)
archive-countersign-now = Sign
archive-countersigning = Checking and signing
archive-countersigned = The register is now signed by the subscriber too.
archive-to-signer = Show the signer
archive-rests-open = Show registers and people
archive-rests-title = Signer { $name }
archive-rests-registers = Registers ({ $count })
archive-rests-people = People ({ $count })
archive-check-title = Is everything still there?
archive-check-text = Every kept file is read and compared with what was imported. Interrupted imports are finished on the way.
archive-check-now = Check now
archive-check-working = Checking. You can go on working meanwhile.
archive-check-damaged = { $damaged ->
    [one] One file
   *[other] { $damaged } files
} of { $registers } registers are no longer what was imported.
archive-contractors-then = { $course }: as it stood on { $day }, by the revision in force then.
