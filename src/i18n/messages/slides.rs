//! Messages of the area `slides`.

messages! {
}
