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
archive-show-more = Show more ({ $count } left)
archive-import-title = Import registers
archive-import-text = Choose signed registers or a folder, or drop them on this window. Each is checked first and kept exactly as it is.
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
archive-import-stopped = The import was stopped. To go on, import the same files again; those already here are recognised.
archive-import-sum = Kept { $taken }, known already { $known }, set aside { $aside }.
archive-import-passed-over = { $count ->
    [one] One file was passed over because it is not a PDF.
   *[other] { $count } files were passed over because they are not PDFs.
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
    [one] one register
   *[other] { $registers } registers
} and { $people ->
    [one] the one person
   *[other] the { $people } people
} on them count at once.
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
