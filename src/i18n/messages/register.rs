//! Messages of the area `register`.

messages! {
}
