//! Sentences of the area `cli`.

messages! { area = "cli";
}
