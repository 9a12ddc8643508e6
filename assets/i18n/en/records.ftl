records-aside-not-a-register = The file is no register, or is damaged. Ask the sender for the original file.
records-aside-unsigned = The file has no signature. Ask for the signed register.
records-aside-coverage = The signature does not cover the whole file. Ask the sender for the original file.
records-aside-appended = { $bytes ->
    [one] One byte was
   *[other] { $bytes } bytes were
} appended after signing. Ask the sender for the original file.
records-aside-changed = The file was changed after signing. Ask the sender for the original file.
records-aside-signature = The signature is damaged or forged. Find out from the sender where the file comes from.
records-aside-certificate = The certificate may not sign registers, or was not valid then. Ask for a register signed anew.
records-aside-update = The file was edited after signing. Ask the sender for the original file.
records-aside-no-data = The file is signed, but holds no data of a register. Check that it is register.pdf.
records-aside-newer = A newer program wrote this register (form { $version }). Update the program and import the file again.
records-aside-contradicts = The pages and the attached data contradict each other. Settle it with the signer.
records-aside-contradicts-rows = A drawn signature does not belong to its row (rows { $rows }). Settle it with the signer.
records-aside-rehearsal = A rehearsal: the people in it are made up. To import it all the same, use --rehearsals.
records-aside-future = The register says that the session ended at { $ended_at }, which is yet to come. Check this computer’s clock and the session’s time.
records-aside-unfit = The register’s field { $field } cannot be. Settle it with the signer.
records-aside-too-large = The file is larger than { $limit } MB. No register is that large.
records-file-error = The file cannot be used ({ $reason }). Check the path and its permissions: { $path }
records-disk-full = The disk is full. Free some space and try again: { $path }
records-disk-refuses = The disk takes no more: a quota or a limit on file sizes is used up, or the disk is failing. Make room or choose another disk, then try again: { $path }
records-database = The records cannot be used ({ $reason }). Restore them from a backup if this does not pass: { $path }
records-not-records = The file holds no records of this program. Move it elsewhere or choose another folder: { $path }
records-too-new = A newer program wrote these records (version { $version }). Update the program: { $path }
records-in-use = Another program has held the records for long. Wait until it is done and try again: { $path }
records-no-thread = Checking cannot begin ({ $reason }). Close other programs and try again.
records-unknown = Not found: { $what }
records-ambiguous = This means more than one. Give more characters: { $what }
records-not-yet = { $date } is yet to come. Give today or a day before.
records-deed-imported = Imported the register { $digest }…, { $people ->
    [one] one person
   *[other] { $people } people
}
records-deed-replaced = The register { $digest }… replaced { $earlier }… of the same session
records-deed-set-aside = Set aside: { $name }
records-deed-accepted = Accepted the signer { $name } ({ $fingerprint }…)
records-deed-revoked = Revoked the signer { $name } ({ $fingerprint }…): { $reason }
records-deed-published = Put revision { $revision } of the course { $course } into force from { $since }
records-deed-same = Decided the doubt { $doubt }: one person
records-deed-different = Decided the doubt { $doubt }: different people
records-deed-undone = Took back the decision on the doubt { $doubt }
records-deed-exported = Wrote everything on person { $person } to a file
records-deed-backed-up = Made a backup, { $registers ->
    [one] one register
   *[other] { $registers } registers
}
records-deed-restored = Restored from a backup, { $registers ->
    [one] one register
   *[other] { $registers } registers
}
records-imported = Imported, { $people ->
    [one] one person
   *[other] { $people } people
}: { $path }
records-replacing = Replaces an earlier file of the same session. Both are kept.
records-not-accepted-yet = The signer is not accepted, so this does not count yet.
records-older = A later file of the same session stands; this one is kept, too: { $path }
records-known = Already in the records: { $path }
records-set-aside = Set aside: { $path }
    { $reason }
records-import-sum = Imported { $imported }, already there { $known }, set aside { $aside }.
records-import-left = { $count ->
    [one] One file is still to be imported.
   *[other] { $count } files are still to be imported.
} Import the same files again: those that are in stay as they are.
records-passed-over = { $count ->
    [one] One file was passed over: it is neither a register nor a feedback file.
   *[other] { $count } files were passed over: they are neither registers nor feedback files.
}
records-accept-hint = See the signers: perehdytin records signers
records-no-signers = There are no signers yet. Import registers first.
records-signer-undecided = Not accepted yet. Check the fingerprint with the signer before you accept.
records-signer-accepted = Accepted { $at } by { $by }
records-signer-revoked = Revoked { $at } by { $by }: { $reason }
records-signer-rests = Registers { $registers }, people { $people }
records-signer-namesake = Take care: a signer of the same name is accepted, but this is another key.
records-accepted = Accepted: { $name }. { $registers ->
    [one] One register counts
   *[other] { $registers } registers count
} at once, with { $people ->
    [one] one person
   *[other] { $people } people
}.
records-revoked = Revoked: { $name }. { $registers ->
    [one] One register rested
   *[other] { $registers } registers rested
} on this, with { $people ->
    [one] one person
   *[other] { $people } people
}.
records-nothing-aside = Nothing is set aside.
records-aside-came = Set aside { $at }, brought by { $by }
records-empty-log = The log is empty.
records-checked = Checked { $registers ->
    [one] one register
   *[other] { $registers } registers
}: every byte is there.
records-check-missing = The file is missing. Restore it from a backup or import it again: { $digest }
records-check-changed = The file was changed on the disk. Restore it from a backup or import it again: { $digest }
records-check-recovered = { $count ->
    [one] One file of an interrupted import was taken in.
   *[other] { $count } files of an interrupted import were taken in.
}
records-later-decision = The decision { $doubt } was made later on the same person. Undo that one first.
records-past-day = These are the sessions held until that day. Signers count as they are accepted today.
records-on-day = As of { $date }
records-no-courses = No induction, and no course that is asked for.
records-course = { $title }, revision { $revision }
records-theme-held = { $title }, since { $since }
records-tax-number = tax number { $value }
records-employee-number = employee number { $value }
records-email = e-mail { $value }
records-valid = Valid since { $since }, { $until }.
records-until = last day { $date }
records-no-end = without an end
records-due = Due.
records-failed = The final test is not passed.
records-unaccepted = Does not count: no signer is accepted.
records-alone = All of it studied alone.
records-lack-never = never attended
records-lack-revised = the content has changed (attended revision { $had })
records-lack-other-employer = attended with another employer; a new one inducts its own people
records-lack-not-passed = attended, but no test was passed
records-lack-expired = too old, the last day was { $until }
records-in-room = in a room
records-studied-alone = studied alone
records-test-passed = test passed
records-test-failed = test not passed
records-test-not-taken = test not taken
records-rehearsal = REHEARSAL
records-signer-does-not-count = does not count, since the signer { $name } is not accepted
records-row-of = Register of { $date }, row { $row }: { $more }
records-contractor-sum = valid { $valid } (of those, studied alone { $alone }), due { $due }, test not passed { $failed }, signer not accepted { $unaccepted }
records-nobody-due = Everybody is valid.
records-lacking-test = Only the final test is lacking
records-lacking = { $count ->
    [one] One theme is lacking
   *[other] { $count } themes are lacking
}, { $minutes } min
records-published = In force since { $since }: { $title }, revision { $revision }
records-no-courses-known = There are no courses yet. Import registers, or add a course: perehdytin records course add
records-in-force-since = in force since { $date }
records-from-registers = the newest edition that registers name
records-what-if = { $people ->
    [one] One person would be due
   *[other] { $people } people would be due
}. Still valid { $stay }, due already { $already }.
records-no-doubts = There are no doubts about people.
records-decided-same = One person. To take it back: perehdytin records undo { $doubt }
records-decided-different = Different people. To take it back: perehdytin records undo { $doubt }
records-undone = The decision { $doubt } is taken back.
records-like-other-company = The same name at another company
records-like-near-name = Nearly the same name at the same company
records-like-namesakes = The same name and company, and it is not known which of them
records-like-other-name = The same identifier under another name
records-like-asked = Somebody said so
records-was-same = One person, decided by { $by } { $at }
records-was-different = Different people, decided by { $by } { $at }
records-not-empty = There is something here already. Choose an empty folder, or restore with --replace, which keeps the old beside: { $path }
records-damaged-copy = A file is damaged, so nothing was copied. Import the register again, or use another copy: { $what }
records-exported = Everything on { $name } is in the file, { $rows ->
    [one] one row
   *[other] { $rows } rows
}: { $path }
records-backed-up = The copy holds { $registers ->
    [one] one register
   *[other] { $registers } registers
}: { $path }
records-restored = Restored { $registers ->
    [one] one register
   *[other] { $registers } registers
}.
records-held-heading = Everything the records hold on { $name } (#{ $number })
records-held-row = Row { $row } of the register { $digest }
records-held-imported = Imported from { $source }, { $at }, by { $by }
records-held-replaced = A later file has taken its place.
records-held-unreadable = The file cannot be read. Run: perehdytin records check
records-held-doubts = May be the same person:

# Erasing and keeping
records-aside-erased = Data was erased from this session, so the file was not taken back. No copy is kept.
records-damaged-register = The kept register is lost or changed, so nothing can be erased from it. Import the same file again to mend it: { $digest }
records-not-redacted = The register could not be made anew, so nothing was erased. { $reason } Register: { $digest }
records-deed-erased = Erased a person: { $redacted ->
    [0] no register replaced
    [one] one register replaced
   *[other] { $redacted } registers replaced
}, { $removed } removed whole, { $asides } set-aside files removed
records-deed-retention-all = Registers are kept { $years ->
    [one] one year
   *[other] { $years } years
} after they end
records-deed-retention-all-ended = Took the general retention rule away
records-deed-retention-course = Registers of the course { $course } are kept { $years ->
    [one] one year
   *[other] { $years } years
} after they end
records-deed-retention-course-ended = Took the retention rule of the course { $course } away
records-deed-retained = Erased what was kept long enough: { $registers } registers, { $people } people, { $asides } set-aside files
records-check-unclear = Traces of what was erased have yet to be cleared away, because another program is reading the records. Close it and check again.
records-erase-preview = This would erase { $name } (#{ $id }).
records-erase-register-redacted = Replaced: { $course }, { $day }, { $count ->
    [one] row
   *[other] rows
} { $rows }. Other participants: { $others }. { $digest }
records-erase-register-removed = Removed whole: { $course }, { $day }. { $digest }
records-erase-asides = A file that was set aside goes: { $name }
records-erase-nothing-yet = Nothing has been erased yet. To erase, give the subscriber’s signing key: --identity FILE
records-erased = Erased. Registers replaced: { $redacted }, removed whole: { $removed }.
records-erase-untouched = An older copy still holds the data. Destroy the folder yourself when you no longer need it: { $path }
records-erase-copies = Backups and files sent out before this still hold the data.
records-erase-mention = The register { $digest } still mentions somebody of that name: { $place }. See whether that is the erased person.
records-erase-mention-row = row { $row }
records-erase-mention-session = what it says of the session
records-retention-none = No retention time is set: registers are kept until somebody erases them.
records-retention-all = All courses: { $years ->
    [one] one year
   *[other] { $years } years
} after they end. { $by }, { $at }.
records-retention-course = { $course }: { $years ->
    [one] one year
   *[other] { $years } years
} after they end. { $by }, { $at }.
records-sweep-nothing = Nothing has been kept for its whole time.
records-sweep-register = { $course }, { $day }: valid until { $ended }, people: { $people }. { $digest }
records-sweep-person = A person goes altogether: { $name } (#{ $id })
records-sweep-aside = A file that was set aside: { $name }
records-sweep-total = This would erase registers: { $registers }, people: { $people }, set-aside files: { $asides }. To erase: records retention apply.
records-swept = Erased registers: { $registers }, people: { $people }, set-aside files: { $asides }.
records-sweep-changed = The records changed meanwhile, so nothing was erased. Look at the preview again.
records-evidence-redacted = data erased: replaces the register { $digest }
records-erased-text = (erased on request)
records-erase-texts = { $count ->
    [one] One text of the feedback and development items names them, and goes.
   *[other] { $count } texts of the feedback and development items name them, and go.
}
records-restored-erased = { $count ->
    [one] Data had been erased from one of these registers
   *[other] Data had been erased from { $count } of these registers
} after the copy was made. Erase it again.
records-watching = Watching the folder. Press Ctrl+C to stop. { $folder }
records-watch-ended = No longer watching. Imported { $imported }, already there { $known }, set aside { $aside }.
records-watch-waiting = { $count ->
    [one] One file is still coming in.
   *[other] { $count } files are still coming in.
}
