//! Sentences of the area `finding`.

messages! { area = "finding";
}
