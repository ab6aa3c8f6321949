//! Sentences of the area `sandbox`.

messages! { area = "sandbox";
}
