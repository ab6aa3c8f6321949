//! The constructs that a theme can style: what each is as an element, its class names, and what stands around it.
//!
//! A theme's selectors are matched against these names once, when the theme is loaded; a fragment never holds a class.

use super::css::{Compound, Selector};

/// How a construct takes part in what `article { … }` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Base {
    /// Not at all.
    No,
    /// Carries text: colour, size and line height stand on itself.
    Text,
}

/// What is known of a construct.
#[derive(Debug)]
pub(super) struct Shape {
    /// The element and classes that selectors see.
    pub(super) own: (&'static str, &'static [&'static str]),
    /// The construct around it, in the same form.
    pub(super) around: Option<(&'static str, &'static [&'static str])>,
    /// Whether it carries text.
    pub(super) base: Base,
}

macro_rules! constructs {
    ($($(#[$meta:meta])* $name:ident = $element:literal [$($class:literal)*] $(, in $outer:literal [$($outer_class:literal)*])?; $base:ident;)*) => {
        /// A thing that a theme can style.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Construct {
            $($(#[$meta])* $name),*
        }

        impl Construct {
            /// Every construct, in the order of the enumeration.
            pub(super) const ALL: &'static [Self] = &[$(Self::$name),*];

            /// What it is.
            pub(super) const fn shape(self) -> Shape {
                match self {
                    $(Self::$name => Shape {
                        own: ($element, &[$($class),*]),
                        around: constructs!(@around $($outer [$($outer_class)*])?),
                        base: Base::$base,
                    }),*
                }
            }
        }
    };
    (@around) => { None };
    (@around $outer:literal [$($class:literal)*]) => { Some(($outer, &[$($class),*])) };
}

constructs! {
    /// The whole article.
    Article = "article" []; No;
    Paragraph = "p" []; Text;
    H1 = "h1" []; Text;
    H2 = "h2" []; Text;
    H3 = "h3" []; Text;
    H4 = "h4" []; Text;
    H5 = "h5" []; Text;
    H6 = "h6" []; Text;
    Strong = "strong" []; No;
    Emphasis = "em" []; No;
    Deleted = "del" []; No;
    InlineCode = "code" []; No;
    Marked = "mark" []; No;
    Keyboard = "kbd" []; No;
    Small = "small" []; No;
    /// A link that works: to an article of the platform.
    Link = "a" []; No;
    /// The text of a link that readers cannot press.
    LinkText = "span" ["link"]; No;
    /// An address that stands in the text.
    Address = "span" ["address"]; No;
    /// The number behind a link or a footnote.
    Number = "sup" ["number"]; No;
    Quote = "blockquote" []; No;
    QuoteInQuote = "blockquote" [], in "blockquote" []; No;
    QuoteParagraph = "p" [], in "blockquote" []; Text;
    AlertNote = "section" ["alert" "note"]; No;
    AlertTip = "section" ["alert" "tip"]; No;
    AlertImportant = "section" ["alert" "important"]; No;
    AlertWarning = "section" ["alert" "warning"]; No;
    AlertCaution = "section" ["alert" "caution"]; No;
    AlertNoteTitle = "p" ["alert-title"], in "section" ["alert" "note"]; Text;
    AlertTipTitle = "p" ["alert-title"], in "section" ["alert" "tip"]; Text;
    AlertImportantTitle = "p" ["alert-title"], in "section" ["alert" "important"]; Text;
    AlertWarningTitle = "p" ["alert-title"], in "section" ["alert" "warning"]; Text;
    AlertCautionTitle = "p" ["alert-title"], in "section" ["alert" "caution"]; Text;
    AlertParagraph = "p" [], in "section" ["alert"]; Text;
    Bullets = "ul" []; No;
    Numbers = "ol" []; No;
    /// A list inside a list.
    InnerBullets = "ul" [], in "li" []; No;
    InnerNumbers = "ol" [], in "li" []; No;
    Item = "li" []; No;
    /// An item with a box to tick.
    Task = "li" ["task"]; No;
    /// A paragraph of an item.
    ItemText = "section" ["item"]; Text;
    /// An item that is drawn, because real lists cannot be that deep.
    DrawnItem = "section" ["drawn"]; No;
    /// What a table scrolls in.
    TableBox = "section" ["table"]; Text;
    Table = "table" []; No;
    HeadCell = "th" []; No;
    Cell = "td" []; No;
    /// A cell of every other row.
    StripedCell = "td" ["stripe"]; No;
    TableCaption = "caption" []; Text;
    /// What a code block stands in.
    CodeBox = "section" ["code-box"]; Text;
    Pre = "pre" []; No;
    Code = "code" [], in "pre" []; No;
    Image = "img" []; No;
    /// A picture that is a paragraph of its own.
    Figure = "section" ["figure"]; No;
    FigureImage = "img" [], in "section" ["figure"]; No;
    Caption = "p" ["caption"]; Text;
    Rule = "hr" []; No;
    /// Footnotes and references at the end.
    Notes = "section" ["notes"]; No;
    NotesTitle = "p" ["notes-title"]; Text;
    Note = "p" ["notes-item"]; Text;
    NoteNumber = "span" ["notes-number"]; No;
    NoteAddress = "span" ["notes-address"]; No;
}

fn fits(compound: &Compound, (element, classes): (&str, &[&str])) -> bool {
    compound.element.as_deref().is_none_or(|name| name == element)
        && compound.classes.iter().all(|class| classes.contains(&class.as_str()))
}

impl Construct {
    /// Whether a selector means this construct.
    pub(super) fn fits(self, selector: &Selector) -> bool {
        let shape = self.shape();
        fits(&selector.own, shape.own)
            && selector
                .around
                .as_ref()
                .is_none_or(|around| shape.around.is_some_and(|outer| fits(around, outer)))
    }

    /// The heading of that level, 1 to 6.
    pub(super) const fn heading(level: u8) -> Self {
        match level {
            0 | 1 => Self::H1,
            2 => Self::H2,
            3 => Self::H3,
            4 => Self::H4,
            5 => Self::H5,
            _ => Self::H6,
        }
    }
}
