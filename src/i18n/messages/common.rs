//! Messages of the area `common`.

messages! {
}
