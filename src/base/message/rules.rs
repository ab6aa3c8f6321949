//! Sentences of the area `rules`.

messages! { area = "rules";
}
