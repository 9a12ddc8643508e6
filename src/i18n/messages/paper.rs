//! Messages of the area `paper`.

messages! {
}
