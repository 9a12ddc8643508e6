home-title = Induction
home-listing = Looking for unfinished sessions
home-begin-title = A new session
home-begin-text = Choose the course and the participants beforehand; you need no network during the session.
home-prepare = Prepare a session
home-verify = Check a register
home-identity = Signing key
home-unfinished-title = Unfinished session
home-last-event = Last entry { $at }. Everything entered is kept.
home-in-use = The session is open in another window.
home-continue-session = Continue the session
home-remove = Remove
home-unsigned-title = Closed, not signed yet
home-sign = Sign
home-signed-title = Finished sessions ({ $count })
home-open-folder = Open the folder
home-results = Results
home-export = Export
home-unreadable-title = A session cannot be read
home-where-and-when = { $place } · { $at } · { $people -> 
    [0] no participants
    [one] one participant
   *[other] { $people } participants
}
home-exported = Exported: { $path }
home-removed = The session is removed from this computer.
home-resuming = Opening the session
home-exporting = Copying and comparing
home-removing = Removing
home-export-title = Export the session
home-export-text = Everything is copied into the folder: journal, course, register and report. The copy is compared with the original byte by byte.
home-export-to = Folder to export to
home-export-now = Export
home-remove-title = Remove the session from this computer?
home-remove-empty = Nobody has signed in, so nothing is lost.
home-remove-warning = The register, the report, the signatures and every entry are gone from this computer for good. Export them first.
home-remove-sure = The session is kept elsewhere, or may be kept no longer.
home-export-first = Export first
home-remove-now = Remove for good
home-prepare-on = Go on preparing
home-draft-text = A preparation is unfinished. What you wrote is kept.
home-draft-text-for = A preparation is unfinished: { $place }. What you wrote is kept.
