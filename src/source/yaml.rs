//! Strict YAML with places: one generic tree of values that know where they were written, and a reader that takes
//! fields one by one and reports what nobody took.
//!
//! The parser is called here and nowhere else, and not for the simplest of front matter. What a key means is decided by who reads it.

mod doctor;
mod flat;
mod parse;
mod reader;
mod shape;
mod value;

use crate::finding::Place;

pub use parse::parse;
pub use reader::{Reader, Spelling};
pub use shape::{Field, Shape};
pub use value::Value;

/// A YAML value whose parts know where they were written.
#[derive(Debug, Clone)]
pub enum Node {
    /// `null`, or nothing.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Another number.
    Float(f64),
    /// Text.
    Str(String),
    /// A list.
    Seq(Vec<(Node, Place)>),
    /// Pairs in the order of the file: key, place of the key, value, place of the value.
    Map(Vec<(String, Place, Node, Place)>),
}
