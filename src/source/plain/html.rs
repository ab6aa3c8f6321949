//! Raw HTML inside Markdown: its text, its comments, its line ends. Tags, scripts and styles are no text.

use std::ops::Range;

/// A part of raw HTML that matters to a reader of the source.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece {
    /// Text with its entities resolved, and its bytes in the HTML.
    Text(String, Range<usize>),
    /// The inside of a comment, and its bytes in the HTML.
    Comment(String, Range<usize>),
    /// `<br>`.
    LineEnd,
    /// A block begins or ends: a cell, an item, a paragraph.
    Edge,
}

/// Elements that stand apart from the text around them.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "legend",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Reads HTML in pieces; a tag or a comment may begin in one piece and end in a later one.
#[derive(Debug, Default)]
pub(super) struct Stripper {
    state: State,
}

#[derive(Debug, Default)]
enum State {
    #[default]
    Text,
    /// Inside a tag, until `>`.
    Tag,
    /// Inside a comment; what was read so far.
    Comment(String),
    /// Inside an element whose content is no text, until its end tag.
    Raw(&'static str),
}

impl Stripper {
    /// The pieces of the next part of the HTML.
    pub(super) fn feed(&mut self, html: &str) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut at = 0;
        while at < html.len() {
            at = match std::mem::take(&mut self.state) {
                State::Text => self.text(html, at, &mut pieces),
                State::Tag => self.tag(html, at),
                State::Comment(text) => self.comment(html, at, at, text, &mut pieces),
                State::Raw(name) => self.raw(html, at, name),
            };
        }
        pieces
    }

    fn text(&mut self, html: &str, at: usize, pieces: &mut Vec<Piece>) -> usize {
        let rest = &html[at..];
        let Some(open) = rest.find('<') else {
            push_text(rest, at, pieces);
            return html.len();
        };
        push_text(&rest[..open], at, pieces);
        let open = at + open;
        let tag = &html[open..];
        if tag.starts_with("<!--") {
            return self.comment(html, open, open + 4, String::new(), pieces);
        }
        let inner = tag[1..].strip_prefix('/').unwrap_or(&tag[1..]);
        let name: String = inner.chars().take_while(char::is_ascii_alphanumeric).take(12).collect();
        match name.to_ascii_lowercase().as_str() {
            name if BLOCKS.contains(&name) => pieces.push(Piece::Edge),
            _ if tag.starts_with("</") => {}
            "br" => pieces.push(Piece::LineEnd),
            "script" => self.state = State::Raw("</script"),
            "style" => self.state = State::Raw("</style"),
            _ => {}
        }
        if matches!(self.state, State::Raw(_)) { open + 1 } else { self.tag(html, open) }
    }

    fn tag(&mut self, html: &str, at: usize) -> usize {
        match html[at..].find('>') {
            Some(end) => {
                self.state = State::Text;
                at + end + 1
            }
            None => {
                self.state = State::Tag;
                html.len()
            }
        }
    }

    fn comment(
        &mut self,
        html: &str,
        start: usize,
        at: usize,
        mut text: String,
        pieces: &mut Vec<Piece>,
    ) -> usize {
        match html[at..].find("-->") {
            Some(end) => {
                text.push_str(&html[at..at + end]);
                pieces.push(Piece::Comment(text.trim().to_owned(), start..at + end + 3));
                self.state = State::Text;
                at + end + 3
            }
            None => {
                text.push_str(&html[at..]);
                self.state = State::Comment(text);
                html.len()
            }
        }
    }

    fn raw(&mut self, html: &str, at: usize, name: &'static str) -> usize {
        let found = html.as_bytes()[at..]
            .windows(name.len())
            .position(|window| window.eq_ignore_ascii_case(name.as_bytes()));
        match found {
            Some(end) => self.tag(html, at + end),
            None => {
                self.state = State::Raw(name);
                html.len()
            }
        }
    }
}

/// Text between tags: each entity a piece of its own, so that places stay exact.
fn push_text(text: &str, offset: usize, pieces: &mut Vec<Piece>) {
    let mut literal = 0;
    let mut at = 0;
    while let Some(found) = text[at..].find('&') {
        let start = at + found;
        // The longest name is short; a lone & is literal.
        let window = &text[start..text.floor_char_boundary(start + 12)];
        let entity = window.find(';').and_then(|end| Some((resolve(&window[1..end])?, end + 1)));
        let Some((c, length)) = entity else {
            at = start + 1;
            continue;
        };
        if literal < start {
            pieces.push(Piece::Text(text[literal..start].to_owned(), offset + literal..offset + start));
        }
        pieces.push(Piece::Text(c.to_string(), offset + start..offset + start + length));
        at = start + length;
        literal = at;
    }
    if literal < text.len() {
        pieces.push(Piece::Text(text[literal..].to_owned(), offset + literal..offset + text.len()));
    }
}

/// The character that the entity `name` (without `&` and `;`) stands for.
fn resolve(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return char::from_u32(code);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        "middot" => '·',
        "ensp" => '\u{2002}',
        "emsp" => '\u{2003}',
        "zwnj" => '\u{200c}',
        "zwj" => '\u{200d}',
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_comments_and_nothing_of_scripts() {
        let html = "<p class=\"a\">最&#20339;</p><!-- 一 --><script>最好</SCRIPT><br/>末";
        let pieces = Stripper::default().feed(html);
        let words: String = pieces
            .iter()
            .map(|piece| match piece {
                Piece::Text(text, _) => text.clone(),
                Piece::Comment(text, range) => {
                    assert_eq!(&html[range.clone()], "<!-- 一 -->");
                    format!("[{text}]")
                }
                Piece::Edge => String::from("/"),
                Piece::LineEnd => "|".to_owned(),
            })
            .collect();
        assert_eq!(words, "/最佳/[一]|末");
    }

    #[test]
    fn a_comment_over_several_parts_is_one() {
        let mut stripper = Stripper::default();
        assert_eq!(stripper.feed("<!-- 一\n"), []);
        assert_eq!(
            stripper.feed("二 -->\n"),
            [Piece::Comment("一\n二".to_owned(), 0..7), Piece::Text("\n".to_owned(), 7..8)]
        );
    }
}
