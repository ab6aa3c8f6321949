//! Sentences of the area `deliver`.

messages! { area = "deliver";
}
