//! Text with positions: where a site's files come from and where in a file something stands.
//!
//! The tree interface (work tree, git commit), located strict YAML, front matter, and Markdown events whose ranges are
//! ranges of the file. Nothing here knows what a key or a construct means.

pub mod branch;
pub mod change;
pub mod diagram;
pub mod front;
mod located;
pub mod map;
pub mod markdown;
pub mod plain;
pub mod rule;
mod text;
pub mod trap;
pub mod tree;
pub mod yaml;

pub use located::Located;
pub use text::{Position, SourceFile};
