//! qianfa (签发): content as code for WeChat Official Accounts.
//!
//! The library holds everything; `main.rs` only calls [`cli::main`]. Floors, ground first, are listed below in the
//! order in which they may know each other: a module uses its own folder and the floors above it in this list, never
//! one below. `tests/architecture.rs` keeps it so; `docs/architecture.md` is the map.

// floor 1
pub mod base;
pub mod finding;
pub mod source;
// floor 2
pub mod site;
pub mod wechat;
// floor 3
pub mod render;
pub mod rules;
pub mod sandbox;
// floor 4
pub mod ledger;
pub mod signoff;
// floor 5
pub mod deliver;
// floor 6
pub mod editor;
pub mod preview;
// floor 7
pub mod cli;
