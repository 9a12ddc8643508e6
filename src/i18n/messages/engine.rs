//! Messages of the area `engine`.

messages! {
}
