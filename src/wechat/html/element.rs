//! The elements that a fragment may hold, and what each may hold in turn.

/// What an element may contain and where it may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Holds blocks.
    Flow,
    /// A block that holds text.
    Prose,
    /// Stands in text.
    Inline,
    /// Holds nothing.
    Void,
    /// Holds items only.
    List,
    /// An item: holds blocks, stands in a list.
    Item,
    /// Holds groups of rows or rows.
    Table,
    /// Holds text, stands at the head of a table.
    Caption,
    /// Holds rows.
    Rows,
    /// Holds cells.
    Row,
    /// Holds blocks or text, stands in a row.
    Cell,
}

/// An element of the fragment.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Element {
    /// Name in lower case.
    pub(crate) name: &'static str,
    /// Its content model.
    pub(crate) kind: Kind,
}

macro_rules! elements {
    ($($constant:ident = $name:literal $kind:ident;)*) => {
        $(pub(crate) static $constant: Element = Element { name: $name, kind: Kind::$kind };)*

        /// Every element of a fragment.
        pub(crate) static ELEMENTS: &[&Element] = &[$(&$constant),*];
    };
}

elements! {
    SECTION = "section" Flow;
    ITEM_TEXT = "section" Prose;
    BLOCKQUOTE = "blockquote" Flow;
    P = "p" Prose;
    H1 = "h1" Prose;
    H2 = "h2" Prose;
    H3 = "h3" Prose;
    H4 = "h4" Prose;
    H5 = "h5" Prose;
    H6 = "h6" Prose;
    PRE = "pre" Prose;
    SPAN = "span" Inline;
    STRONG = "strong" Inline;
    EM = "em" Inline;
    U = "u" Inline;
    DEL = "del" Inline;
    INS = "ins" Inline;
    MARK = "mark" Inline;
    SMALL = "small" Inline;
    SUB = "sub" Inline;
    SUP = "sup" Inline;
    KBD = "kbd" Inline;
    CODE = "code" Inline;
    A = "a" Inline;
    RUBY = "ruby" Inline;
    RT = "rt" Inline;
    RP = "rp" Inline;
    BR = "br" Void;
    HR = "hr" Void;
    IMG = "img" Void;
    UL = "ul" List;
    OL = "ol" List;
    LI = "li" Item;
    TABLE = "table" Table;
    CAPTION = "caption" Caption;
    THEAD = "thead" Rows;
    TBODY = "tbody" Rows;
    TFOOT = "tfoot" Rows;
    TR = "tr" Row;
    TH = "th" Cell;
    TD = "td" Cell;
}

/// The element of that name (lower case).
pub(crate) fn element(name: &str) -> Option<&'static Element> {
    ELEMENTS.iter().copied().find(|element| element.name == name)
}

impl Kind {
    /// Whether text may stand directly inside.
    pub(crate) const fn takes_text(self) -> bool {
        matches!(self, Self::Prose | Self::Inline | Self::Cell | Self::Caption)
    }

    /// Whether a block may stand directly inside.
    pub(crate) const fn takes_blocks(self) -> bool {
        matches!(self, Self::Flow | Self::Item | Self::Cell)
    }

    /// Whether an element of kind `inner` may stand directly inside.
    pub(crate) const fn takes(self, inner: Self) -> bool {
        match inner {
            Self::Inline | Self::Void => self.takes_text(),
            Self::Item => matches!(self, Self::List),
            Self::Rows | Self::Caption => matches!(self, Self::Table),
            Self::Row => matches!(self, Self::Table | Self::Rows),
            Self::Cell => matches!(self, Self::Row),
            Self::Flow | Self::Prose | Self::List | Self::Table => self.takes_blocks(),
        }
    }
}
