//! Floor 3: the stand-in for the platform.
//!
//! Speaks the platform's interface over HTTP with its limits, codes and traps, so that the client, the whole way and
//! outsiders' programs can be tried without an account. One file an interface family, listed in `endpoint.rs`;
//! everything under `/_sandbox/` and the page at `/` are ours and not the platform's. Knows `wechat` limits and codes,
//! never the client.

mod account;
mod answer;
mod blob;
mod body;
mod console;
mod control;
mod draft;
mod endpoint;
mod fault;
mod filter;
mod id;
mod machine;
mod mass;
mod material;
mod media;
mod options;
mod page;
mod publish;
mod published;
mod quota;
mod request;
mod server;
mod sniff;
mod state;
mod token;

pub use account::{Account, BadAccount, Kind, Tag};
pub use console::{saved_html, stored_html};
pub use fault::{Fault, Medium, Scenario, Trouble};
pub use machine::{LogLine, Sandbox, SandboxError};
pub use mass::{Audience, Preview};
pub use options::{Observed, Observer, Options, Point, Profile};
pub use published::{Published, PublishedArticle};
pub use server::Running;
