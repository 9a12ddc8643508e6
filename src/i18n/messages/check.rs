//! Messages of the area `check`.

messages! {
}
