//! What the room with the phones tells phones and the trainer.

messages! {
    test_not_yet() => "room-test-not-yet";
    feedback_not_yet() => "room-feedback-not-yet";
    no_tickets() => "room-no-tickets";
    busy() => "room-busy";
    full() => "room-full";
    open_closed() => "room-open-closed";
    open_no_address(kind, address, reason) => "room-open-no-address";
    open_no_randomness() => "room-open-no-randomness";
    open_no_thread(reason) => "room-open-no-thread";
}
