//! What a document consists of: the parser's events, and those of the constructs that this module adds.

pub use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, CowStr, HeadingLevel, LinkType};

/// A part of a document in the order of reading.
#[derive(Debug, Clone, PartialEq)]
pub enum Event<'a> {
    /// A construct begins.
    Start(Tag<'a>),
    /// A construct ends.
    End(TagEnd),
    /// Text.
    Text(CowStr<'a>),
    /// Code in a sentence.
    Code(CowStr<'a>),
    /// A formula in a sentence, without its `$`.
    InlineMath(CowStr<'a>),
    /// A formula of its own, without its `$$`.
    DisplayMath(CowStr<'a>),
    /// A line of an HTML block.
    Html(CowStr<'a>),
    /// A tag or comment of HTML in a sentence.
    InlineHtml(CowStr<'a>),
    /// The label of a footnote where it is used.
    FootnoteReference(CowStr<'a>),
    /// A line end of the source.
    SoftBreak,
    /// A line end for readers.
    HardBreak,
    /// A rule.
    Rule,
    /// The box of a task, ticked or not.
    TaskListMarker(bool),
    /// The reading (注音) of the text before it, inside [`Tag::Ruby`].
    Reading(CowStr<'a>),
    /// `%%…%%`: a note among writers, which readers never see; without its marks.
    Comment(CowStr<'a>),
}

/// A construct that holds others.
#[derive(Debug, Clone, PartialEq)]
pub enum Tag<'a> {
    /// A paragraph.
    Paragraph,
    /// A heading.
    Heading {
        /// 1 to 6.
        level: HeadingLevel,
    },
    /// A quotation; of a kind when it begins with `[!NOTE]`.
    BlockQuote(Option<BlockQuoteKind>),
    /// A block of code.
    CodeBlock(CodeBlockKind<'a>),
    /// Raw HTML.
    HtmlBlock,
    /// A list, with the number of its first item.
    List(Option<u64>),
    /// An item.
    Item,
    /// A footnote's text, with its label.
    FootnoteDefinition(CowStr<'a>),
    /// A list of definitions.
    DefinitionList,
    /// What is defined.
    DefinitionListTitle,
    /// What it means.
    DefinitionListDefinition,
    /// A table, with how its columns are set.
    Table(Vec<Alignment>),
    /// The head of a table, which is its first row.
    TableHead,
    /// A row.
    TableRow,
    /// A cell.
    TableCell,
    /// `*…*`
    Emphasis,
    /// `**…**`
    Strong,
    /// `~~…~~`
    Strikethrough,
    /// `==…==`
    Mark,
    /// `++…++`
    Underline,
    /// `x^2^`
    Superscript,
    /// `[…]{.dots}`: 着重号.
    Dots,
    /// `{签发|qiān fā}`, `[签]{qiān}`: pairs of [`Event::Text`] and [`Event::Reading`].
    Ruby,
    /// A link.
    Link {
        /// How it is written.
        link_type: LinkType,
        /// Its address.
        dest_url: CowStr<'a>,
        /// Its title.
        title: CowStr<'a>,
        /// Its label, for a reference.
        id: CowStr<'a>,
    },
    /// `[[target]]`, `[[target#heading]]`, `[[target|label]]`; the label, or else the target, is the text inside.
    WikiLink {
        /// What stands before `#` and `|`: the name of an article. Empty: the article itself.
        target: CowStr<'a>,
        /// What stands behind `#`.
        heading: CowStr<'a>,
        /// Whether the writer gave a label.
        labelled: bool,
    },
    /// A picture; its text is what replaces it.
    Image {
        /// How it is written.
        link_type: LinkType,
        /// Its address.
        dest_url: CowStr<'a>,
        /// Its title.
        title: CowStr<'a>,
        /// Its label, for a reference.
        id: CowStr<'a>,
        /// Width in pixels, from `![[image.png|300]]`.
        width: Option<u32>,
    },
}

/// The end of a construct.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each ends the tag of the same name")]
pub enum TagEnd {
    Paragraph,
    Heading(HeadingLevel),
    BlockQuote(Option<BlockQuoteKind>),
    CodeBlock,
    HtmlBlock,
    List(bool),
    Item,
    FootnoteDefinition,
    DefinitionList,
    DefinitionListTitle,
    DefinitionListDefinition,
    Table,
    TableHead,
    TableRow,
    TableCell,
    Emphasis,
    Strong,
    Strikethrough,
    Mark,
    Underline,
    Superscript,
    Dots,
    Ruby,
    Link,
    WikiLink,
    Image,
}

/// An event of the parser as one of ours, its strings made with `back`; `None` for what our dialect does not have.
pub(super) fn from_parser<'a, 'b>(
    event: pulldown_cmark::Event<'b>,
    back: impl Fn(CowStr<'b>) -> CowStr<'a>,
) -> Option<Event<'a>> {
    use pulldown_cmark::Event as Parsed;
    Some(match event {
        Parsed::Start(parsed) => Event::Start(tag(parsed, back)?),
        Parsed::End(parsed) => Event::End(tag_end(parsed)?),
        Parsed::Text(text) => Event::Text(back(text)),
        Parsed::Code(text) => Event::Code(back(text)),
        Parsed::InlineMath(text) => Event::InlineMath(back(text)),
        Parsed::DisplayMath(text) => Event::DisplayMath(back(text)),
        Parsed::Html(text) => Event::Html(back(text)),
        Parsed::InlineHtml(text) => Event::InlineHtml(back(text)),
        Parsed::FootnoteReference(label) => Event::FootnoteReference(back(label)),
        Parsed::SoftBreak => Event::SoftBreak,
        Parsed::HardBreak => Event::HardBreak,
        Parsed::Rule => Event::Rule,
        Parsed::TaskListMarker(done) => Event::TaskListMarker(done),
    })
}

fn tag<'a, 'b>(parsed: pulldown_cmark::Tag<'b>, back: impl Fn(CowStr<'b>) -> CowStr<'a>) -> Option<Tag<'a>> {
    use pulldown_cmark::Tag as Parsed;
    Some(match parsed {
        Parsed::Paragraph => Tag::Paragraph,
        Parsed::Heading { level, .. } => Tag::Heading { level },
        Parsed::BlockQuote(kind) => Tag::BlockQuote(kind),
        Parsed::CodeBlock(CodeBlockKind::Indented) => Tag::CodeBlock(CodeBlockKind::Indented),
        Parsed::CodeBlock(CodeBlockKind::Fenced(info)) => Tag::CodeBlock(CodeBlockKind::Fenced(back(info))),
        Parsed::HtmlBlock => Tag::HtmlBlock,
        Parsed::List(start) => Tag::List(start),
        Parsed::Item => Tag::Item,
        Parsed::FootnoteDefinition(label) => Tag::FootnoteDefinition(back(label)),
        Parsed::DefinitionList => Tag::DefinitionList,
        Parsed::DefinitionListTitle => Tag::DefinitionListTitle,
        Parsed::DefinitionListDefinition => Tag::DefinitionListDefinition,
        Parsed::Table(alignments) => Tag::Table(alignments),
        Parsed::TableHead => Tag::TableHead,
        Parsed::TableRow => Tag::TableRow,
        Parsed::TableCell => Tag::TableCell,
        Parsed::Emphasis => Tag::Emphasis,
        Parsed::Strong => Tag::Strong,
        Parsed::Strikethrough => Tag::Strikethrough,
        Parsed::Link { link_type, dest_url, title, id } => {
            Tag::Link { link_type, dest_url: back(dest_url), title: back(title), id: back(id) }
        }
        Parsed::Image { link_type, dest_url, title, id } => {
            Tag::Image { link_type, dest_url: back(dest_url), title: back(title), id: back(id), width: None }
        }
        Parsed::Superscript | Parsed::Subscript | Parsed::MetadataBlock(_) => return None,
    })
}

fn tag_end(parsed: pulldown_cmark::TagEnd) -> Option<TagEnd> {
    use pulldown_cmark::TagEnd as Parsed;
    Some(match parsed {
        Parsed::Paragraph => TagEnd::Paragraph,
        Parsed::Heading(level) => TagEnd::Heading(level),
        Parsed::BlockQuote(kind) => TagEnd::BlockQuote(kind),
        Parsed::CodeBlock => TagEnd::CodeBlock,
        Parsed::HtmlBlock => TagEnd::HtmlBlock,
        Parsed::List(ordered) => TagEnd::List(ordered),
        Parsed::Item => TagEnd::Item,
        Parsed::FootnoteDefinition => TagEnd::FootnoteDefinition,
        Parsed::DefinitionList => TagEnd::DefinitionList,
        Parsed::DefinitionListTitle => TagEnd::DefinitionListTitle,
        Parsed::DefinitionListDefinition => TagEnd::DefinitionListDefinition,
        Parsed::Table => TagEnd::Table,
        Parsed::TableHead => TagEnd::TableHead,
        Parsed::TableRow => TagEnd::TableRow,
        Parsed::TableCell => TagEnd::TableCell,
        Parsed::Emphasis => TagEnd::Emphasis,
        Parsed::Strong => TagEnd::Strong,
        Parsed::Strikethrough => TagEnd::Strikethrough,
        Parsed::Link => TagEnd::Link,
        Parsed::Image => TagEnd::Image,
        Parsed::Superscript | Parsed::Subscript | Parsed::MetadataBlock(_) => return None,
    })
}
