//! Messages of the area `console`.

messages! {
}
