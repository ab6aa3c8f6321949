//! The raw HTML of an article, as the rules about it read it.

use std::ops::Range;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{StartTag, Token, Tokenizer};

use super::document::Document;
use crate::source::plain::FormKind;
use crate::wechat::html::author::{self, Loss};

/// A block of HTML, or a tag in a sentence.
pub(crate) struct Markup<'d> {
    html: String,
    /// Where each piece of `html` begins, and where it stands in the file.
    pieces: Vec<(usize, &'d Range<usize>)>,
}

impl Markup<'_> {
    /// Calls `visit` for every tag: its name, the start tag (`None` for an end tag), its bytes in the file.
    pub(crate) fn tags(&self, mut visit: impl FnMut(&str, Option<&StartTag<usize>>, Range<usize>)) {
        let mut emitter = DefaultEmitter::new_with_span();
        emitter.naively_switch_states(true);
        for token in Tokenizer::new_with_emitter(self.html.as_str(), emitter) {
            let Ok(token) = token;
            match token {
                Token::StartTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name);
                    visit(&name, Some(&tag), self.file(tag.span.start)..self.file(tag.span.end));
                }
                Token::EndTag(tag) => {
                    let name = String::from_utf8_lossy(&tag.name);
                    visit(&name, None, self.file(tag.span.start)..self.file(tag.span.end));
                }
                _ => {}
            }
        }
    }

    /// The bytes in the file of the mark of a comment that nobody ends.
    pub(crate) fn open_comment(&self) -> Option<Range<usize>> {
        let at = author::open_comment(&self.html)?;
        Some(self.file(at)..self.file(at + 4))
    }

    /// The bytes in the file of a section of data, `<![CDATA[…]]>`, that the piece begins with.
    fn data(&self) -> Option<Range<usize>> {
        let begin = self.html.len() - self.html.trim_start().len();
        let data = self.html[begin..].strip_prefix('<')?.starts_with(author::DATA);
        let end = self.html.find("]]>").map_or(self.html.len(), |at| at + "]]>".len());
        data.then(|| self.file(begin)..self.file(end.max(begin)))
    }

    /// The byte of the file behind the byte `at` of the HTML.
    fn file(&self, at: usize) -> usize {
        let index = self.pieces.partition_point(|(start, _)| *start <= at).saturating_sub(1);
        self.pieces.get(index).map_or(0, |(start, range)| (range.start + (at - start)).min(range.end))
    }
}

/// Calls `visit` for every block of HTML and every tag in a sentence, in order.
pub(crate) fn each(document: &Document<'_>, mut visit: impl FnMut(&Markup<'_>)) {
    let Some(article) = document.article() else { return };
    for form in &document.plain.forms {
        let FormKind::Html(ranges) = &form.kind else { continue };
        let mut markup = Markup { html: String::new(), pieces: Vec::with_capacity(ranges.len()) };
        for range in ranges {
            markup.pieces.push((markup.html.len(), range));
            markup.html.push_str(article.file.text().get(range.clone()).unwrap_or_default());
        }
        visit(&markup);
    }
}

/// Calls `visit` for everything that readers will not get, with its bytes in the file. What lies inside of something
/// that is removed is not told once more.
pub(crate) fn losses(document: &Document<'_>, mut visit: impl FnMut(Loss, Range<usize>)) {
    let Some(article) = document.article() else { return };
    let mut hidden: Vec<String> = Vec::new();
    let mut done = 0;
    each(document, |markup| {
        let first = markup.pieces.first().map_or(0, |(_, range)| range.start);
        // An element that hides what is in it ends with its paragraph or block.
        if article.file.text().get(done..first).is_none_or(|between| between.contains("\n\n")) {
            hidden.clear();
        }
        if let Some(range) = markup.data().filter(|_| hidden.is_empty()) {
            done = range.end;
            visit(Loss::Content(author::DATA.to_owned()), range);
        }
        markup.tags(|name, tag, range| {
            done = range.end;
            let Some(tag) = tag else {
                if let Some(at) = hidden.iter().rposition(|open| open == name) {
                    hidden.truncate(at);
                }
                return;
            };
            let rest = || article.file.text().get(range.end..).unwrap_or_default();
            let spacer = author::is_thin(name, tag) && author::is_wordless(name, rest());
            let loss = if spacer { None } else { author::loss(name, tag) };
            let hides = author::HIDDEN.contains(&name) && !tag.self_closing;
            if hidden.is_empty()
                && let Some(loss) = loss
            {
                visit(loss, range);
            }
            if hides {
                hidden.push(name.to_owned());
            }
        });
    });
}
