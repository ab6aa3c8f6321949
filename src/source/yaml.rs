//! Strict YAML with places: one generic tree, and (in time) a reader that takes fields and reports the rest.

use crate::finding::Place;

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
