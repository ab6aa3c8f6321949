//! What a piece of code is; a theme gives each role a colour.

/// The role of a piece of code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Role {
    /// Ordinary text, and names that nothing is known of.
    Plain,
    Comment,
    Keyword,
    String,
    Number,
    Function,
    Type,
    Punctuation,
    /// Named constants, escapes in strings, symbols, options of commands.
    Constant,
    /// Attributes, annotations, keys, properties.
    Attribute,
    Variable,
    /// A line that a change adds.
    Inserted,
    /// A line that a change takes away.
    Deleted,
}

impl Role {
    /// Every role that can have a colour, in the order of the colours of a theme, with its name in a theme's
    /// variables (behind `code-`).
    pub(crate) const COLORED: [(Self, &'static str); 12] = [
        (Self::Comment, "comment"),
        (Self::Keyword, "keyword"),
        (Self::String, "string"),
        (Self::Number, "number"),
        (Self::Function, "function"),
        (Self::Type, "type"),
        (Self::Punctuation, "punctuation"),
        (Self::Constant, "constant"),
        (Self::Attribute, "attribute"),
        (Self::Variable, "variable"),
        (Self::Inserted, "inserted"),
        (Self::Deleted, "deleted"),
    ];

    /// The role whose colour stands in when a theme sets none.
    pub(crate) const fn instead(self) -> Option<Self> {
        match self {
            Self::Constant => Some(Self::Number),
            Self::Attribute => Some(Self::Function),
            Self::Inserted => Some(Self::String),
            Self::Deleted => Some(Self::Keyword),
            _ => None,
        }
    }
}
