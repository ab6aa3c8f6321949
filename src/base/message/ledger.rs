//! Sentences of the area `ledger`.

messages! { area = "ledger";
}
