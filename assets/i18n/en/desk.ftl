desk-choose = Choose…
desk-choose-file = Choose: { $what }
desk-no-dialog = This computer shows no dialog for files. Type the path into the field and press Enter.
desk-work-stopped = The work stopped because of a fault. Nothing was lost. Try again.
desk-no-session = No session is open. Go back to the start screen.
desk-name-empty = Write the name.
desk-company-empty = Write the company.
desk-identifier-empty = Write the identifier.
desk-too-long = Too long. At most { $limit } characters fit.
desk-bad-character = There is a character that cannot be printed on the register ({ $code }). Remove it.
desk-bad-tax-number = A tax number has 12 digits. It is on your construction-site ID card.
desk-bad-email = An e-mail address looks like name@company.com.
desk-signed-in-already = { $name } ({ $company }) has signed in already.
desk-signature-missing = The signature is missing. Draw it in the box or choose another way below.
desk-session-is-closed = The session is closed. Nobody can sign in any more.
desk-welcome = Welcome, { $name }! { $number } here now.
desk-sign-in-title = Sign-in
desk-sign-in-count = { $present } here{ $missing -> 
    [0] .
   *[other] , { $missing } still expected.
}
desk-start-course = Start the course
desk-start-needs-people = The course can start when somebody has signed in.
desk-back-to-room = Back to the course
desk-show-projector = Welcome on the projector
desk-tax-number = Tax number
desk-employee-number = Employee number
desk-email = E-mail
desk-name = Name
desk-name-hint = First name Last name
desk-name-hint-expected = Type the first letters and the list suggests
desk-company = Company
desk-role = Role
desk-signature = Signature
desk-signs-here = Signs here
desk-signs-on-paper = Signs on paper
desk-is-vouched-for = The trainer vouches
desk-way-of-signing = How it is signed
desk-sign-in = Sign in
desk-clear-form = Clear the form
desk-sign-in-keys = Enter moves on, Ctrl+Enter signs in.
desk-signature-proves-nothing = A drawn signature does not prove identity. It goes into the register of participants.
desk-missing-title = { $count } still missing
desk-nobody-missing = Everybody expected has come.
desk-choose-person = Choose { $name } { $company }
desk-arrived-title = { $count } signed in
desk-nobody-yet = Nobody has signed in yet.
desk-arrived-at = Came
desk-walk-in = not on the list
desk-settings-title = Settings
desk-settings-window = Window
desk-settings-language = Language
desk-settings-look = Look
desk-settings-names = Names offered for a new session
desk-trainer = Trainer
desk-organiser = Organiser
desk-identity-title = Signing key
desk-identity-what-for = The key signs the register of participants, so that anybody can check that it has not been changed.
desk-identity-open = Manage keys
desk-about-title = About
desk-about-version = Perehdytin { $version }
desk-about-program = The program is free: you may use, copy and change it under the MIT or the Apache 2.0 licence.
desk-about-fonts = Typefaces Atkinson Hyperlegible Next and Noto Sans: SIL Open Font License 1.1.
desk-about-data = Personal data is kept only in this folder on this computer: { $path }
desk-open-folder = Open the folder
desk-disk-good = { $amount } GB free on the disk.
desk-disk-caution = Only { $amount } GB free on the disk. That is enough for a session, but make room soon.
desk-disk-bad = The disk is full ({ $amount } GB free). Remove files before you start.
desk-disk-unknown = The free space of the disk is not known ({ $reason }).
desk-folder-not-writable = The data folder cannot be written ({ $reason }). Check its permissions.
desk-key-good = The signing key is ready: { $name }.
desk-key-missing = There is no signing key yet. Make one now or at the end of the session.
desk-key-unknown = The signing keys could not be read ({ $reason }).
desk-displays-unknown = Projector: open the picture with F6 and check that it shows.
desk-displays-one = Only one display. Plug the projector in before you start, or present from this display.
desk-displays-several = { $count } displays: the projector's picture opens on the second.
desk-reading-pack = Reading the course: { $folder }
desk-prepare-title = New session
desk-prepare-kept = You can leave this at any time: everything is kept.
desk-prepare-again = Start the preparation afresh
desk-course-title = 1 · Course
desk-looking-for-packs = Looking for course packs
desk-no-packs = No course pack was found. Choose below the folder that has a course.ron.
desk-other-pack = Another course pack's folder
desk-profile-title = 2 · Language and subscriber
desk-room-language = Language of the session
desk-whose-promises = Subscriber's promises and contacts
desk-profile-example = { $name } (made-up example)
desk-profile-mistakes = { $count -> 
    [one] The profile has a mistake
   *[other] The profile has { $count } mistakes
}: { $file }
desk-other-profile = Another profile file
desk-example-is-made-up = { $name } is made up. Its promises, sums and telephone numbers are not real. Choose the subscriber's own profile when you induct real fitters.
desk-hours-and-minutes = { $hours } h { $minutes } min
desk-only-minutes = { $minutes } min
desk-course-facts = { $length } · { $themes ->
    [one] { $themes } theme
   *[other] { $themes } themes
} · { $languages } · revision { $revision }
desk-pack-warnings = { $count -> 
    [one] The course has one remark. It can be used all the same.
   *[other] The course has { $count } remarks. It can be used all the same.
}
desk-show-findings = Show what and where
desk-pack-mistakes = { $count -> 
    [one] The course { $name } cannot be used: it has a mistake.
   *[other] The course { $name } cannot be used: it has { $count } mistakes.
}
desk-details-title = 3 · Place and people in charge
desk-place = Place
desk-place-hint = e.g. Club house, meeting room 2
desk-organiser-help = Who arranges the session. Often the subscriber.
desk-organiser-is = The subscriber: { $name }
desk-checklist-title = 5 · Before you start ({ $done }/{ $total })
desk-people-title = { $count -> 
    [0] 4 · Who is expected
   *[other] 4 · Who is expected ({ $count })
}
desk-people-optional = A list makes sign-in quicker. You can start without one, and anybody may come who is not on it.
desk-list-file = A list from a file (XLSX or CSV)
desk-cell-of-row = { $column }, row { $row }
desk-remove-row = Remove row { $row }
desk-add-row = Add a row
desk-paste-label = Paste a list
desk-paste-help = One participant per line: name, company, role. Separated by a tab, semicolon or comma.
desk-reading-list = Reading the list
desk-by-headings = The columns were recognised by their headings.
desk-by-position = Columns in order: name, company, role, identifier.
desk-preview-counts = { $taken -> 
    [one] One participant was read
   *[other] { $taken } participants were read
}{ $left -> 
    [0] .
    [one] , one row is left out.
   *[other] , { $left } rows are left out.
}
desk-unknown-headings = These columns are not used: { $names }
desk-row = Row
desk-remarks = Remarks
desk-add-people = { $count -> 
    [one] Add one participant to the list
   *[other] Add { $count } participants to the list
}
desk-drop-preview = Discard
desk-row-without-name = The name is missing.
desk-row-too-long = Too long: { $beginning }…
desk-row-twice = { $name } is on the list already.
desk-row-unused = Not used: { $cells }
desk-list-unreadable = The file could not be read ({ $reason }). Check its path, and that it is not over 8 MB.
desk-list-not-a-workbook = The workbook could not be opened ({ $reason }). Remove its password or save the list as CSV.
desk-list-too-long = The list has more than 2,000 rows. Keep only the participants of this session.
desk-list-empty = There is nothing on the list.
desk-ready-title = 6 · Computer check
desk-ready-asking = Checking
desk-clock-says = The computer's clock says { $time } ({ $offset }). The register's times come from it: check that it is right.
desk-draft-not-kept = The preparation cannot be stored. Do not close the program before you start.
desk-ready-again = Check again
desk-make-key = Make a signing key
desk-try-projector = Try the projector
desk-close-projector = Close the projector's picture
desk-starting = Opening the session
desk-cannot-start = First fix what is marked in red above.
desk-open-sign-in = Open the sign-in
desk-open-sign-in-hint = From here on everything is stored at once. The course begins only when you press Start the course.
desk-profile-unusable = The chosen profile cannot be used. Fix it or choose another.
desk-place-empty = Write the place.
desk-trainer-empty = Write the trainer's name.
desk-organiser-empty = Write the organiser.
desk-expected-without-name = Row { $row } of the participants has no name.
desk-back-to-preparation = Back to the preparation
desk-reading-keys = Reading the keys
desk-make-new-key = Make a new key
desk-import-key = Import a key from a file
desk-signer-empty = Write the name.
desk-signer-name = Signer's name
desk-signer-name-help = The name stands in the register's signature.
desk-signer-organisation = Organisation (may stay empty)
desk-passphrase-cannot-be-recovered = A passphrase cannot be recovered. If it is forgotten, make a new key: registers that are signed already stay valid.
desk-making-key = Making the key
desk-passphrase-too-short = At least { $least } characters.
desk-new-passphrase = New passphrase
desk-passphrase-help = Four words picked at random are good: easy to remember, hard to guess.
desk-strength-short = Too short, { $least } characters are needed
desk-strength-weak = Weak: go on for a few more words
desk-strength-fair = A fair passphrase
desk-strength-good = A good passphrase
desk-passphrases-differ = The passphrases are not the same.
desk-passphrase-again = Passphrase again
desk-key-opens = The passphrase is right.
desk-passphrase-changed = The passphrase is changed. Old backups still open with the old one.
desk-key-backed-up = The backup is made: { $path }
desk-key-imported = The key was imported: { $name }
desk-key-removed = The key is removed from this computer: { $name }
desk-key-made = The key is ready: { $name }. Back it up right away.
desk-key-own = made on this computer
desk-key-from-file = imported from a file
desk-key-expired = expired
desk-key-dates = Added { $added }, valid until { $until }
desk-try-passphrase = Try the passphrase
desk-try-passphrase-help = See whether you remember the passphrase. Nothing changes.
desk-change-passphrase = Change the passphrase
desk-back-up-key = Back up
desk-remove-key = Remove the key
desk-fingerprint-label = Fingerprint
desk-fingerprint-to-tell = Fingerprint. Tell it to those who are to trust your signature.
desk-copy-fingerprint = Copy the fingerprint
desk-opening-key = Opening the key
desk-remove-key-now = Remove from this computer
desk-passphrase = Passphrase
desk-old-passphrase = Current passphrase
desk-back-up-help = The backup is the same encrypted file: it opens with the same passphrase. Keep it elsewhere than on this computer. It also moves the key to another one.
desk-back-up-to = The backup's file
desk-import-help = A backup from another computer, or the company's own certificate (PKCS#12, ending in .p12 or .pfx).
desk-key-file = Key file
desk-import-passphrase-help = The one the file is encrypted with. The key stays behind the same passphrase.
desk-remove-key-warning = Without a backup the key is gone for good. Registers signed with it stay valid, but no new ones can be signed with it.
desk-remove-key-sure = There is a backup, or I no longer need the key.
desk-verify-title = Check a register
desk-verify-what-for = Drop a register (register.pdf) on the window or choose it. Checking needs no network and changes nothing in the file.
desk-verify-files = Register file
desk-verify-now = Check
desk-verifying = Checking: { $name }
desk-trust-unreadable = The list of trusted signers cannot be read ({ $reason }).
desk-trust-signer = Trust the signer { $name }
desk-show-data = Show the data as a table
desk-open-register = Open the PDF
desk-trust-title = Trust this signer?
desk-trust-explained = The certificate says { $who }, but anybody can write a name. Call the signer on a number you know to be right, and compare the fingerprint.
desk-trust-name = Name they are known by on this computer
desk-trust-compared = I have compared the fingerprint and it is the same.
desk-trust-yes = Trust this signer
desk-trusted-title = Trusted signers ({ $count })
desk-trusted-since = Trusted since { $at }
desk-trust-no-longer = Trust no longer: { $name }
desk-data-course-part = Course revision { $revision }, partial induction: { $themes } of { $whole } themes
desk-data-course = Course revision { $revision }, { $themes ->
    [one] { $themes } theme
   *[other] { $themes } themes
}
desk-data-studied = Self-study, { $from } – { $to }
desk-data-subscriber = Organiser { $organiser } · subscriber { $subscriber }
desk-data-held = { $place }, { $from } – { $to }
desk-data-people = Trainer { $trainer } · organiser { $organiser } · subscriber { $subscriber }
desk-data-journal = { $events } events in the journal, last digest { $head }
desk-identifier = Identifier
desk-minutes-present = Min
desk-themes-attended = Themes
desk-test-result = Test
desk-data-corrections = { $count -> 
    [one] The register has one correction with its reason.
   *[other] The register has { $count } corrections with their reasons.
}
desk-test-passed = passed
desk-test-failed = not passed
desk-test-not-taken = not taken
desk-finish-title = Close the session
desk-finish-text = Look at what is still open. None of it keeps you from closing.
desk-open-ends-title = Still open
desk-closing-explained = Closing locks the entries. You sign the register right after it, or later.
desk-close-try-again = The session is still open and everything is kept. Fix the fault and close again.
desk-closing = Closing the session
desk-nobody-to-register = Nobody has signed in, so there is nothing to register. You can remove the session on the start screen.
desk-close-session = Close the session…
desk-close-title = Close the session?
desk-close-people = { $count -> 
    [one] One participant goes into the register.
   *[other] { $count } participants go into the register.
}
desk-close-present = { $count -> 
    [one] One is still here and is marked as having left now, without a signature.
   *[other] { $count } are still here and are marked as having left now, without a signature.
}
desk-close-is-final = Once it is closed, nothing can be added or corrected.
desk-close-now = Close now
desk-after-title = After the session
desk-nothing-open = Everything is done.
desk-open-still-here = { $count -> 
    [one] Has not signed out: { $names }
   *[other] { $count } have not signed out: { $names }
}
desk-open-in-attempt = { $count -> 
    [one] In the middle of the test: { $names }
   *[other] { $count } in the middle of the test: { $names }
}
desk-open-untested = { $count -> 
    [one] Has not taken the final test: { $names }
   *[other] { $count } have not taken the final test: { $names }
}
desk-open-may-try-again = { $count -> 
    [one] Not passed, may try again: { $names }
   *[other] { $count } not passed, may try again: { $names }
}
desk-open-questions = { $count -> 
    [one] One question still takes answers.
   *[other] { $count } questions still take answers.
}
desk-open-themes = { $count -> 
    [one] Not held: the theme { $titles }
   *[other] { $count } themes were not held: { $titles }
}
desk-open-feedback = { $given } feedback forms of { $people } participants.
desk-open-to-do = { $count -> 
    [one] One item on the checklist is not done.
   *[other] { $count } items on the checklist are not done.
}
desk-names-and-more = { $names } and { $more } more
desk-checking-own = Checking the finished register
desk-sign-title = Sign the register
desk-is-closed = The session was closed { $at }. Its entries are kept.
desk-sign-text = The signature makes every later change to the register visible.
desk-first-key-text = This computer has no signing key yet. Make one here: the register is signed with it right away.
desk-other-key-text = The register is signed with the new key right away. The old key is kept.
desk-sign-later = Sign later
desk-sign-later-hint = The session waits on the start screen.
desk-sign-with = With which key
desk-passphrase-ways-out = Cannot remember? You can sign with a new key, or later.
desk-files-go-to = The files are written to { $path }
desk-folder-ways-out = Make room and try again, choose another folder, or sign later. Nothing is lost.
desk-other-folder = Write to another folder
desk-folder-for-files = Folder for the files
desk-try-again = Try again
desk-sign-now = Sign and write the files
desk-sign-with-new-key = Sign with a new key
desk-done-title = The register is ready
desk-files-title = Files
desk-show-register = Show the register
desk-register-is = The signed register of participants. Deliver this one to the subscriber.
desk-show-report = Show the report
desk-report-is = Results and feedback. Nobody is named.
desk-show-workbook = Show the workbook
desk-workbook-is = The participants as an Excel workbook.
desk-show-csv = Show the CSV
desk-csv-is = The participants for other programs.
desk-show-feedback-file = Show the feedback (JSON)
desk-feedback-file-is = Feedback and results for other programs. Nobody is named.
desk-not-at-home = The files are only in this folder. No copy went into the session's own folder, so the start screen still shows it as not signed.
desk-own-check = The program's own check
desk-own-check-failed = The finished register could not be read back ({ $reason }). Sign again into another folder.
desk-done = Done
desk-sign-again = Sign again
desk-list-not-added = { $count -> 
    [one] One participant waits to be put on the list. Add or discard them first.
   *[other] { $count } participants wait to be put on the list. Add or discard them first.
}
desk-next-please = Write your name and company, draw your signature.
desk-back-to-signing = Back to signing
desk-profile-lacks = The profile is missing values that the course uses: { $names }. Add them to the profile file.
desk-profile-unfit = The chosen profile does not cover this course. Complete it or choose another.
