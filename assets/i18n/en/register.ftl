register-file-error = The file cannot be used ({ $reason }): { $path }
register-disk-full = The disk is full. Free some space or choose another folder: { $path }
register-wrong-passphrase = Wrong passphrase. Check the spelling and Caps Lock.
register-short-passphrase = The passphrase needs at least { $least } characters.
register-bad-signer-name = The name is empty, or name or organisation is longer than 64 characters.
register-not-an-identity = The file is not a signing key (.p12 or .pfx), or it is damaged.
register-no-key = The file holds no key together with its certificate. Export the key with its certificate again.
register-unsupported-key = This key cannot sign a register: it must be P-256, or RSA of 2048 to 4096 bits.
register-identity-known = This signing key is on this computer already.
register-key-not-made = The key could not be made: { $reason }
register-stage-pages = Setting the pages of the register
register-stage-signature = Signing
register-stage-report = Setting the report
register-stage-tables = Making the tables
register-stage-writing = Writing the files
register-not-closed = The session is still open. Close it first.
register-not-printed = The pages could not be set: { $reason }
register-not-signed = Signing failed: { $reason }
register-signing-reason = Register of participants of an induction
register-question-intact = Is the file intact?
register-intact = Yes. Every byte is as it was signed.
register-fault-unreadable = No. The file is not a register, or too damaged to be read.
register-fault-unsigned = Cannot be told: the file carries no signature. It may have been taken off.
register-fault-coverage = No. The signature does not cover the whole file as it must.
register-fault-appended = No. { $bytes ->
    [one] One byte was
   *[other] { $bytes } bytes were
} appended after signing.
register-fault-changed = No. The content has changed since it was signed.
register-fault-signature = No. The signature is damaged or forged.
register-fault-certificate = No. The certificate may not sign, was not valid at the time, or was not issued by whom it names.
register-fault-update = No. More than signatures was added to the file after it was signed.
register-question-signer = Who signed?
register-signer-none = That cannot be told.
register-signed-by = { $name }, at { $at } by the signer's clock.
register-signed-by-of = { $name }, { $organisation }, at { $at } by the signer's clock.
register-signer-trusted = This signer is trusted on this computer as { $name }, since { $at }.
register-signer-unknown = This signer is not known on this computer. Compare the fingerprint with the signer in person before you trust them.
register-signer-other-key = Take care: { $name } is trusted on this computer, but this was signed with another key. Anybody can use a name.
register-fingerprint = Fingerprint { $fingerprint }
register-question-data = Do pages and attachments say the same?
register-data-same = Yes. The pages were set again from the attachment and are the same.
register-data-rehearsal = This is a rehearsal: the participants are made up, and the register proves nothing.
register-data-not-asked = The attachments are sound. The pages were not compared with them, as it was not asked for.
register-data-other-version = The attachments are sound. The pages cannot be compared: another release of Perehdytin ({ $version }) set them.
register-data-too-large = The attachments are sound. The pages were not compared: there are too many rows.
register-data-not-intact = They cannot be relied on, as the file is not intact.
register-data-unreadable = No. The attached data is missing or cannot be read.
register-data-newer = Cannot be told: the data is of a newer form (version { $version }). Update Perehdytin.
register-data-differs = No. They contradict each other.
register-difference-pages = The pages say something else than the attached register.json.
register-difference-table = The attached register.csv says something else than register.json.
register-difference-row = Row { $row } is not the one its signature was drawn for.
register-difference-twice = Row number { $row } stands twice.
register-difference-journal = The register names another journal than the one on this computer.
register-question-added = What was added after signing?
register-added-nothing = Nothing.
register-added-unknown = That cannot be told.
register-added-signatures = { $count ->
    [one] One countersignature and nothing else.
   *[other] { $count } countersignatures and nothing else.
 }
register-added-content = More than signatures.
register-added-bytes = { $bytes ->
    [one] One byte
   *[other] { $bytes } bytes
} that no signature covers.
register-added-attachment = An attachment was replaced or added.
register-added-page = A page was changed.
register-added-other = The structure of the file was changed.
register-summary-good = The register is genuine and unchanged.
register-summary-rehearsal = The register is unchanged, but it is a rehearsal.
register-summary-caution = The register is unchanged, but something needs your judgement.
register-summary-bad = Do not rely on this register.
register-no-trust-list = There is no such list of trusted signers: { $path }
register-bad-trust-list = The list of trusted signers cannot be read ({ $reason }): { $path }
register-pack-has-mistakes = The course pack has mistakes. See them with perehdytin check: { $path }
register-profile-has-mistakes = The profile cannot be read, or has mistakes: { $path }
register-earlier-not-a-register = This is no register of an induction, or the file is damaged. Find the original register.pdf.
register-earlier-not-intact = The register has been changed since it was signed, or carries no signature. Find the original register.pdf.
register-earlier-contradictory = The pages and attachments of this register disagree, so it cannot be relied on.
register-earlier-rehearsal = This is the register of a rehearsal: the people in it are made up.
register-earlier-other-course = This register is of another course: { $title }
register-earlier-other-subscriber = This register is another subscriber’s: { $subscriber }
register-earlier-no-row = Your name is not in this register. Write it as you wrote it then.
register-earlier-credited = You did this on { $date }, and nothing has changed.
register-earlier-edited = You did this on { $date }. The wording has been polished, but what it says is the same.
register-earlier-revised = This has changed since you did it (revision { $then }, now { $now }).
register-earlier-outdated = You did a newer revision of this ({ $then }) than this computer has ({ $now }). Ask the subscriber for the latest course.
register-earlier-not-attended = You missed this one then.
register-earlier-too-old = You did this on { $date }, more than { $months ->
    [one] a month
   *[other] { $months } months
} ago, so do it again.
register-earlier-other-employer = You did this with another employer. With a new one it is done again.
register-earlier-new = This is new: it was not there then.
register-pass-on-not-passed = The final test is not passed. Pass it first; then you can pass the induction on to your team.
register-pass-on-themes-due = { $count ->
    [one] One theme is
   *[other] { $count } themes are
} still to be done as the course stands now. Do that first; then you can pass the induction on to your team.
register-data-part = A partial induction: only { $count } of the course’s { $whole } themes were gone through ({ $themes }).
register-data-self-study = Self-study: the participant took the course alone. The minutes count active time only.
register-data-credited = { $count ->
    [one] One theme was
   *[other] { $count } themes were
} credited from an earlier register: { $name }, { $date }. Its digest is { $digest }.
register-data-ground = Held by somebody who had passed the course. Their own register: { $name }, { $date }. Its digest is { $digest }.
register-data-ground-untrusted = The register that this rests on was signed by { $name }, who was not trusted on the computer that read it: check that register yourself.
register-difference-credit = Row { $row } credits a theme that the course does not have, or has in another revision.

# Countersigning
register-signed-for = Reason given: { $reason }
register-countersigned-received = Received
register-countersigned-accepted = Accepted
register-countersigned-already = The same signer has already signed this for the same reason.
register-countersign-full = The register already carries { $most } signatures. There is no room for more.
register-countersign-bad-reason = The reason is missing or longer than { $longest } characters. Write it on one line.
register-refused-not-intact = The register is not intact, so it was not signed. See what is wrong with perehdytin verify.
register-refused-contradictory = The register’s pages and attachments do not say the same, so it was not signed. See what is wrong with perehdytin verify.
register-refused-unknown-signer = The register’s signer is not known on this computer: { $name }. Accept them first, or sign all the same with --unknown-signer.

# Erasing from a register
register-redaction-reason = Replacing register: data was erased on request
register-redact-no-rows = Say which rows to erase.
register-redact-no-such-row = The register has no row { $row }. The number of a row stands in the table’s first column.
register-redact-erased-already = Row { $row } is erased already.
register-redact-self-study = The register of a self-study is about one person, who signed it themselves. A row cannot be erased from it: delete the whole file.
register-summary-redacted = The register is genuine and unchanged. It replaces an earlier one, from which data was erased on request.
register-data-redacted = Data was erased on request: { $count ->
    [0] from corrections alone
    [one] row { $rows }
   *[other] rows { $rows }
}. Erased by { $by }, { $at }.
register-data-replaces = This replaces the register of session { $session } whose digest is { $digest }.
register-data-replaced-signer = The replaced register was signed by { $name }, { $at }, who was trusted on the computer that replaced it.
register-data-replaced-signer-untrusted = The replaced register was signed by { $name }, { $at }, who was not trusted on the computer that replaced it.
register-data-redacted-proves = It is signed by whoever erased the data. The signature vouches for what they say is left, and for which file this replaces. It does not prove what the erased rows said, and the signatures on the replaced register do not reach here. Should somebody still have the replaced file, its digest can be compared.
register-difference-redactor = The first signature is not that of the person who, the register says, erased the data.
