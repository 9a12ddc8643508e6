//! Messages of the area `alone`.

messages! {
    rehearsed(minutes, passed, seed) => "alone-rehearsed";
}
