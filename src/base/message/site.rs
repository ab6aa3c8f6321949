//! Sentences of the area `site`.

messages! { area = "site";
}
