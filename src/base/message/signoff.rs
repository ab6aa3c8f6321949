//! Sentences of the area `signoff`.

messages! { area = "signoff";
}
