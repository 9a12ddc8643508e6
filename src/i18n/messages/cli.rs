//! Messages of the area `cli`.

messages! {
}
