//! Messages of the area `home`.

messages! {
}
