room-test-not-yet = The final test has not begun. Wait for the trainer to open it.
room-feedback-not-yet = Feedback is not asked for yet. Wait for the trainer to open it.
room-no-tickets = Feedback has been given from this phone already. If it did not arrive, give it on paper.
room-busy = The room is very busy just now. Try again in a moment.
room-full = So many have signed in by phone that no more are taken. Sign in at the trainer’s computer.
room-open-closed = The session is closed, so the room can no longer be opened to phones.
room-open-no-address = { $kind ->
    [in_use] Another program uses this address already. Close it, or choose another network. { $address }
    [gone] This computer no longer has this address. Choose the network again. { $address }
    [denied] The operating system does not allow answering at this address. Ask your administrator for the rights. { $address }
   *[other] Nothing can be answered at this address: { $reason }. Choose another network. { $address }
}
room-open-no-randomness = The operating system gave no random numbers, so the room cannot be opened safely. Restart the computer.
room-open-no-thread = The room could not be opened: { $reason }. Close other programs and try again.
