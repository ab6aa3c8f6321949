//! The constructs that a theme can style: what each is as an element, its class names, and what stands around it.
//!
//! A theme's selectors are matched against these names once, when the theme is loaded; a fragment never holds a class.

use super::theme::Selector;

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
    /// What ordinarily stands around it, outermost first, in the same form.
    pub(super) around: &'static [(&'static str, &'static [&'static str])],
    /// Whether it carries text.
    pub(super) base: Base,
}

macro_rules! constructs {
    ($($(#[$meta:meta])* $name:ident = $element:literal [$($class:literal)*] $(, in $outer:literal [$($outer_class:literal)*])*; $base:ident;)*) => {
        /// A thing that a theme can style.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
                        around: &[$(($outer, &[$($outer_class),*])),*],
                        base: Base::$base,
                    }),*
                }
            }
        }
    };
}

constructs! {
    /// The whole article.
    Article = "article" []; No;
    Paragraph = "p" []; Text;
    H1 = "h1" ["heading"]; Text;
    H2 = "h2" ["heading"]; Text;
    H3 = "h3" ["heading"]; Text;
    H4 = "h4" ["heading"]; Text;
    H5 = "h5" ["heading"]; Text;
    H6 = "h6" ["heading"]; Text;
    Strong = "strong" []; No;
    Emphasis = "em" []; No;
    Deleted = "del" []; No;
    InlineCode = "code" []; No;
    Marked = "mark" []; No;
    Underlined = "u" []; No;
    /// Text with a dot under each character (着重号).
    Dotted = "span" ["dots"]; No;
    Ruby = "ruby" []; No;
    /// What is said, above the characters of a ruby.
    Reading = "rt" []; No;
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
    Bullets = "ul" []; Text;
    Numbers = "ol" []; Text;
    /// A list inside a list.
    InnerBullets = "ul" [], in "li" []; No;
    InnerNumbers = "ol" [], in "li" []; No;
    Item = "li" []; No;
    /// An item with a box to tick.
    Task = "li" ["task"]; No;
    /// A paragraph of an item.
    ItemText = "section" ["item"], in "ul" [], in "li" []; Text;
    /// An item that is drawn, because real lists cannot be that deep.
    DrawnItem = "section" ["drawn"]; No;
    /// Its bullet or number, which hangs beside its lines.
    DrawnBullet = "span" ["drawn-bullet"], in "section" ["drawn"]; No;
    DrawnNumber = "span" ["drawn-number"], in "section" ["drawn"]; No;
    /// What a table scrolls in.
    TableBox = "section" ["table"]; Text;
    Table = "table" [], in "section" ["table"]; No;
    HeadCell = "th" [], in "section" ["table"], in "table" []; No;
    Cell = "td" [], in "section" ["table"], in "table" []; No;
    /// A cell of every other row.
    StripedCell = "td" ["stripe"], in "section" ["table"], in "table" []; No;
    TableCaption = "caption" [], in "section" ["table"], in "table" []; Text;
    /// What a code block stands in.
    CodeBox = "section" ["code-box"]; Text;
    Pre = "pre" [], in "section" ["code-box"]; No;
    Code = "code" [], in "section" ["code-box"], in "pre" []; No;
    /// Title, language and dots above code.
    CodeHead = "p" ["code-head"], in "section" ["code-box"]; Text;
    /// What holds numbers and lines side by side. No `table` to selectors: rules for tables are not meant.
    CodeTable = "section" ["code-table"], in "section" ["code-box"]; No;
    CodeNumbers = "section" ["code-numbers"], in "section" ["code-box"]; No;
    CodeCell = "section" ["code-cell"], in "section" ["code-box"]; No;
    Image = "img" []; No;
    /// A picture that is a paragraph of its own.
    Figure = "section" ["figure"]; No;
    FigureImage = "img" [], in "section" ["figure"]; No;
    Caption = "p" ["caption"], in "section" ["figure"]; Text;
    /// A formula inside text.
    Formula = "img" ["formula"]; No;
    /// What a formula on a line of its own stands in.
    FormulaBlock = "section" ["formula"]; No;
    FormulaImage = "img" [], in "section" ["formula"]; No;
    /// What a diagram stands in.
    DiagramBlock = "section" ["diagram"]; No;
    DiagramImage = "img" [], in "section" ["diagram"]; No;
    /// A variable of a formula that is written as text.
    Variable = "span" ["variable"]; No;
    Superscript = "sup" ["exponent"]; No;
    Subscript = "sub" ["index"]; No;
    Rule = "hr" []; No;
    /// A divider written with stars.
    RuleStars = "hr" ["stars"]; No;
    /// A divider written with underscores.
    RuleWide = "hr" ["wide"]; No;
    /// A definition list.
    Definitions = "section" ["definitions"]; No;
    Term = "p" ["term"], in "section" ["definitions"]; Text;
    Definition = "p" ["definition"], in "section" ["definitions"]; Text;
    /// A card with a quotation to remember.
    Pull = "section" ["pull"]; No;
    PullBar = "hr" [], in "section" ["pull"]; No;
    PullText = "p" [], in "section" ["pull"]; Text;
    PullSource = "p" ["pull-source"], in "section" ["pull"]; Text;
    /// Steps to follow.
    Steps = "section" ["steps"]; No;
    Step = "section" ["step"]; No;
    StepTitle = "p" ["step-title"], in "section" ["step"]; Text;
    StepNumber = "span" ["step-number"], in "section" ["step"]; No;
    /// The first paragraph of a step without title.
    StepLead = "p" ["step-lead"], in "section" ["step"]; Text;
    StepText = "p" [], in "section" ["step"]; Text;
    /// What a comparison scrolls in.
    CompareBox = "section" ["compare"]; Text;
    CompareTable = "table" [], in "section" ["compare"]; No;
    Side = "td" ["side"]; No;
    SideGood = "td" ["side" "good"]; No;
    SideBad = "td" ["side" "bad"]; No;
    SideTitle = "p" ["side-title"], in "td" ["side"]; Text;
    SideGoodTitle = "p" ["side-title"], in "td" ["side" "good"]; Text;
    SideBadTitle = "p" ["side-title"], in "td" ["side" "bad"]; Text;
    SideText = "p" [], in "td" ["side"]; Text;
    /// What columns side by side stand in.
    ColumnsBox = "section" ["columns"]; Text;
    ColumnsTable = "table" [], in "section" ["columns"]; No;
    Column = "td" ["column"]; No;
    ColumnText = "p" [], in "td" ["column"]; Text;
    /// A call to action.
    Action = "section" ["cta"]; No;
    ActionTitle = "p" ["cta-title"], in "section" ["cta"]; Text;
    ActionText = "p" [], in "section" ["cta"]; Text;
    /// The line in which a button stands.
    ActionLine = "p" ["cta-line"], in "section" ["cta"]; Text;
    Button = "a" ["button"], in "section" ["cta"]; No;
    /// A box without meaning of its own.
    Card = "section" ["card"]; No;
    CardTitle = "p" ["card-title"], in "section" ["card"]; Text;
    CardText = "p" [], in "section" ["card"]; Text;
    /// Text that folds elsewhere and stands open here.
    Details = "section" ["details"]; No;
    DetailsTitle = "p" ["details-title"], in "section" ["details"]; Text;
    DetailsText = "p" [], in "section" ["details"]; Text;
    Centered = "section" ["center"]; No;
    CenteredText = "p" [], in "section" ["center"]; Text;
    RightAligned = "section" ["right"]; No;
    RightText = "p" [], in "section" ["right"]; Text;
    /// Pictures side by side.
    Row = "section" ["row"]; No;
    RowPicture = "section" ["row-picture"]; No;
    RowImage = "img" [], in "section" ["row"]; No;
    RowCaption = "p" ["caption"], in "section" ["row"]; Text;
    /// Pictures or blocks to swipe through.
    Swipe = "section" ["swipe"]; No;
    Slide = "section" ["slide"]; No;
    /// A slide of text.
    SlideCard = "section" ["slide" "slide-card"]; No;
    SlideImage = "img" [], in "section" ["swipe"]; No;
    SlideCaption = "p" ["caption"], in "section" ["swipe"]; Text;
    SlideText = "p" [], in "section" ["slide"]; Text;
    SwipeHint = "p" ["swipe-hint"]; Text;
    /// Below a drawing that is wider than a phone.
    ScrollHint = "p" ["scroll-hint"]; Text;
    /// The table of contents.
    Contents = "section" ["contents"]; No;
    ContentsTitle = "p" ["contents-title"], in "section" ["contents"]; Text;
    ContentsItem = "p" ["contents-item"], in "section" ["contents"]; Text;
    /// An entry below another one.
    ContentsInner = "p" ["contents-item" "inner"], in "section" ["contents"]; Text;
    ContentsNumber = "span" ["contents-number"], in "section" ["contents"]; No;
    /// A card for another article of the account.
    ArticleCard = "section" ["article-card"]; No;
    ArticleCardLabel = "p" ["article-card-label"], in "section" ["article-card"]; Text;
    ArticleCardTitle = "p" ["article-card-title"], in "section" ["article-card"]; Text;
    ArticleCardText = "p" [], in "section" ["article-card"]; Text;
    /// Footnotes and references at the end.
    Notes = "section" ["notes"]; No;
    NotesTitle = "p" ["notes-title"], in "section" ["notes"]; Text;
    Note = "p" ["notes-item"], in "section" ["notes"]; Text;
    NoteNumber = "span" ["notes-number"], in "section" ["notes"], in "p" ["notes-item"]; No;
    NoteAddress = "span" ["notes-address"], in "section" ["notes"], in "p" ["notes-item"]; No;
}

impl Construct {
    /// Whether a selector may mean this construct in some place: what it is fits, and what stands around it can.
    pub(super) fn fits(self, selector: &Selector) -> bool {
        let (element, classes) = self.shape().own;
        selector.own.fits(element, classes)
            && selector.around.iter().all(|outer| {
                Self::ALL.iter().any(|construct| {
                    let (element, classes) = construct.shape().own;
                    outer.compound.fits(element, classes)
                })
            })
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
