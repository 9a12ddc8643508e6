common-program = Perehdytin
common-cancel = Cancel
common-close = Close
common-dismiss = OK
common-keys-title = Keys
common-keys-hint = A presenter remote uses the same keys: page forward and back, B, F5.
common-menu-home = Start screen
common-menu-keys = Keys
common-menu-settings = Settings
common-other-language = Suomeksi
common-language-name = { $tag ->
    [fi] Finnish
    [en] English
    [sv] Swedish
   *[other] { $tag }
}
common-look-system = As the desktop
common-look-light = Light
common-look-dark = Dark
common-look-high-contrast = High contrast
common-look-is = Look: { $look }
common-leave-room-title = Return to the start screen?
common-leave-room-text = The session stays unfinished, but everything is kept. You can continue it from the start screen.
common-leave-room-yes = Return to the start screen
common-leave-room-no = Stay in the session
common-drop-later = A session is running. Check the register once you are back on the start screen.
common-session-busy = Earlier entries are still being stored. Try again in a moment.
common-settings-not-saved = The settings could not be saved: { $reason }
common-cannot-show = It could not be opened. The file is here: { $path }
common-signature-empty = not signed yet
common-signature-drawn = signed
common-signature-hint = Draw your signature here
common-signature-undo = Remove last stroke
common-signature-clear = Clear
common-command-next-step = Next
common-command-previous-step = Previous
common-command-blackout = Black out the projector
common-command-freeze = Freeze the projector
common-command-pause = Pause or resume the session
common-command-toggle-projector = Show or hide the projector window
common-command-full-screen = Projector to full screen
common-command-question = Open the question or show the result
common-command-count-hands = Enter the show of hands
common-command-note-item = Note a development item
common-command-jump = Jump to a step
common-command-notes-larger = Larger notes
common-command-notes-smaller = Smaller notes
common-command-show-keys = Show the keys
common-command-language = Change the language
common-command-look = Change the look
common-command-home = To the start screen
common-command-quit = Quit the program
common-key-page-down = Page Down
common-key-page-up = Page Up
common-key-space = Space
common-no-display = This computer has no display on which a window could be opened. A course can be rehearsed from the command line: perehdytin rehearse --help
common-no-window = The window could not be opened: { $reason }. A course can be rehearsed from the command line: perehdytin rehearse --help
