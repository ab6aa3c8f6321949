//! The whole test suite in one binary: each module is a subject.
// Clippy's own exception covers test functions but not the functions they share.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod accuracy;
mod answers;
mod architecture;
mod browser;
mod check;
mod classifier;
mod client;
mod deliver;
mod lsp;
mod memory;
mod mend;
mod picture;
mod render;
mod rules;
mod sandbox;
mod signoff;
mod site;
mod support;
