//! Sentences of the area `wechat`.

messages! { area = "wechat";
}
