# How the records are kept: personal data, retention, copies, log
keeping-tab-person = A person’s data
keeping-tab-retention = Retention
keeping-tab-copies = Backup
keeping-tab-log = Log

keeping-person-text = Find the person who asks to see their data, or to have it erased.
keeping-another-person = Back to the search
keeping-export-title = Everything that is kept on them
keeping-export-text = The file holds their rows of every register, signatures and all, and nothing of others. You can hand it to them.
keeping-export-name = personal-data.txt
keeping-export-file = File (.txt to read, .json for machines)
keeping-export-now = Write the file
keeping-exported = The file is ready: { $path }

keeping-erase-title = Erase their data
keeping-erase-text = They vanish from search and registers. The inductions of others stay valid, and the log tells only that somebody was erased.
keeping-erase-redacted = { $course }, { $day }: a new register without their row takes its place. { $others ->
    [0] There is nobody else on it.
    [one] One other participant stays.
   *[other] { $others } other participants stay.
}
keeping-erase-removed = { $course }, { $day }: the register goes altogether.
keeping-erase-aside = A file that was set aside goes: { $name }
keeping-erase-doubts = { $count ->
    [one] One question about who they are goes.
   *[other] { $count } questions about who they are go.
}
keeping-erase-untouched = An older folder of records still holds the data. Destroy it yourself: { $path }
keeping-erase-copies = Backups and files that were sent out keep the data.
keeping-sign-with = Sign with the subscriber’s key
keeping-no-key = This computer has no signing key yet.
keeping-make-key = Make a key
keeping-erase-sure = I have checked who this is. It cannot be undone.
keeping-erase-now = Erase { $name }
keeping-erase-working = Erasing. Do not close the window.
keeping-erased = The person is erased. New registers made: { $redacted }, registers removed: { $removed }.
keeping-unclear = The data is erased, but another program is reading the records: the last traces go when the records are next checked.
keeping-mention-row = A register still has the same name: row { $row }. See whether that is the erased person.
keeping-mention-session = What a register says of the session still has the same name. See whether that is the erased person.
keeping-open-redacted = Open register { $digest }

keeping-retention-text = A register is valid for as long as somebody’s induction can rest on it. The retention time begins after that. Nothing is erased by itself.
keeping-retention-title = How long registers are kept
keeping-retention-all = All courses, and files set aside
keeping-retention-stands = { $years ->
    [one] One year
   *[other] { $years } years
} after they end. Set by { $by }, { $at }.
keeping-retention-none = No retention time: registers are kept until somebody erases them.
keeping-retention-as-all = As for all courses.
keeping-retention-years = Years: { $course }
keeping-retention-set = Set
keeping-retention-clear = Take away
keeping-retention-is-set = The retention time is changed.
keeping-sweep-title = What has been kept long enough
keeping-sweep-nothing = Nothing has been kept for its whole time.
keeping-sweep-total = Registers: { $registers }, people who go altogether: { $people }, files set aside: { $asides }.
keeping-sweep-register = { $course }, { $day }: valid until { $ended }, { $people ->
    [one] one person
   *[other] { $people } people
}.
keeping-sweep-more = And { $count } more registers.
keeping-sweep-people = People who go: { $names }
keeping-sweep-asides = Files that go: { $names }
keeping-sweep-sure = I have looked at the list. It cannot be undone.
keeping-sweep-now = Erase these
keeping-swept = Erased registers: { $registers }, people: { $people }, set-aside files: { $asides }.
keeping-sweep-changed = The records changed meanwhile, so nothing was erased. Look at the list again.

keeping-backup-title = Copy the records
keeping-backup-text = Choose an empty folder, best on another disk. The copy holds everything: registers, decisions and the log.
keeping-backup-folder = Empty folder
keeping-backup-now = Copy
keeping-backed-up = { $registers ->
    [one] Copied: one register.
   *[other] Copied: { $registers } registers.
}
keeping-restore-title = Bring them back from a copy
keeping-restore-text = The records become what they were when they were copied. People erased since come back: erase them again.
keeping-restore-folder = The copy’s folder
keeping-restore-replaces = Replace the present records; they stay in a folder of their own
keeping-restore-now = Bring back
keeping-restored = { $registers ->
    [one] Brought back: one register.
   *[other] Brought back: { $registers } registers.
}
keeping-backup-not-empty = The folder is not empty. Choose an empty one.
keeping-restore-not-empty = These records hold registers already. To replace them, tick the box below.
keeping-copies-working = One moment, files are being copied.

keeping-log-text = Who did what, and when. When somebody is erased, their name goes from the log too.
keeping-log-when = When
keeping-log-who = Who
keeping-log-imported = Imported the register of { $session }, { $people ->
    [one] one participant
   *[other] { $people } participants
}
keeping-log-what = What
keeping-log-more = Show older ones
