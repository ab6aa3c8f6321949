//! Findings: what a rule, a parser or the renderer says about a place in a file.
//!
//! A finding is data until an output format writes it. This folder holds the type, its collection in a stable order,
//! and one file an output format; it does not know any rule.

pub mod baseline;
mod collect;
pub mod fix;
pub mod format;
mod mark;
pub mod mask;
mod model;
pub mod saved;

pub use collect::Findings;
pub use model::{Answer, Answered, Finding, Fix, Label, Place, Severity};
