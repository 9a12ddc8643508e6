//! Messages of the area `desk`.

messages! {
}
