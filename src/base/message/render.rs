//! Sentences of the area `render`.

messages! { area = "render";
}
