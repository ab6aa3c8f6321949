//! What a reader sees of a payload's HTML: its lines, its links, its length. For people who sign, and for comparing.

use html5gum::{Token, Tokenizer};

/// Elements that begin and end a line.
const BLOCKS: &[&[u8]] = &[
    b"p",
    b"section",
    b"div",
    b"h1",
    b"h2",
    b"h3",
    b"h4",
    b"h5",
    b"h6",
    b"li",
    b"ul",
    b"ol",
    b"blockquote",
    b"pre",
    b"table",
    b"tr",
    b"figure",
    b"figcaption",
    b"hr",
    b"br",
];
/// Elements whose cells stand beside each other.
const CELLS: &[&[u8]] = &[b"td", b"th"];

/// What a reader sees.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Visible {
    /// Lines of text without blanks around them; pictures are `[图]` or `[图：<alternative text>]`.
    pub lines: Vec<String>,
    /// Links in order: text and target.
    pub links: Vec<(String, String)>,
}

impl Visible {
    /// What is seen of `html`.
    pub fn of_html(html: &str) -> Self {
        let mut reader = Reader::default();
        for Ok(token) in Tokenizer::new(html) {
            reader.take(&token);
        }
        reader.line();
        reader.visible
    }

    /// What is seen of plain text.
    pub fn of_text(text: &str) -> Self {
        let lines = text.lines().map(tidy).filter(|line| !line.is_empty()).collect();
        Self { lines, links: Vec::new() }
    }

    /// 字数: characters that are neither blank nor control.
    pub fn characters(&self) -> usize {
        let counts = |c: &char| !c.is_whitespace() && !c.is_control();
        self.lines.iter().map(|line| line.chars().filter(counts).count()).sum()
    }
}

#[derive(Default)]
struct Reader {
    visible: Visible,
    line: String,
    /// The open link: its target, and where its text begins in the line.
    link: Option<(String, String)>,
}

impl Reader {
    fn take(&mut self, token: &Token) {
        match token {
            Token::String(text) => self.text(&String::from_utf8_lossy(text)),
            Token::StartTag(tag) => {
                let name = tag.name.as_slice();
                let attribute = |name: &[u8]| {
                    tag.attributes.get(name).map(|value| String::from_utf8_lossy(value).into_owned())
                };
                if BLOCKS.contains(&name) {
                    self.line();
                } else if CELLS.contains(&name) {
                    self.line.push(' ');
                } else if name == b"img" {
                    let alt = attribute(b"alt").filter(|alt| !alt.trim().is_empty());
                    self.line.push_str(
                        &alt.map_or_else(|| "[图]".to_owned(), |alt| format!("[图：{}]", tidy(&alt))),
                    );
                } else if name == b"a" {
                    self.link = attribute(b"href").map(|href| (href, String::new()));
                }
            }
            Token::EndTag(tag) => {
                let name = tag.name.as_slice();
                if BLOCKS.contains(&name) {
                    self.line();
                } else if name == b"a" {
                    let link = self.link.take();
                    self.visible.links.extend(link.map(|(href, text)| (tidy(&text), href)));
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        self.line.push_str(text);
        if let Some((_, link)) = &mut self.link {
            link.push_str(text);
        }
    }

    fn line(&mut self) {
        let line = tidy(&std::mem::take(&mut self.line));
        if !line.is_empty() {
            self.visible.lines.push(line);
        }
    }
}

/// Blanks collapsed, none around.
fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_pictures_links_and_length_are_those_a_reader_sees() {
        let html = "<section><h2>一</h2><p>甲 <b>乙</b>&amp;<a href=\"https://mp.weixin.qq.com/s/x\">丙<i>丁</i></a>\
                    <img alt=\"树\" src=\"x\"><br>戊</p><table><tr><td>1</td><td>2</td></tr></table></section>";
        let seen = Visible::of_html(html);
        assert_eq!(seen.lines, ["一", "甲 乙&丙丁[图：树]", "戊", "1 2"]);
        assert_eq!(seen.links, [("丙丁".to_owned(), "https://mp.weixin.qq.com/s/x".to_owned())]);
        assert_eq!(Visible::of_text("甲 乙\n\n 丙 ").characters(), 3);
    }
}
